"""Pace: how far and how fast each would like to go, of which only what both accept is shown."""

"""Tests hold the house to its word: one folder a room, and `house/` for rules about our own code."""

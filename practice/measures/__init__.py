"""Measures: questionnaires that each answers alone, what they add up to, and whether it has changed."""

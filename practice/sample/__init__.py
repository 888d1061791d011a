"""A practice to look at: invented people and what they wrote, as of today, for the demo and for tests."""

"""Tests hold the house to its word: one folder a room, and `house/` for rules about our own code."""

import pytest

# Before anybody imports it: `conftest.py` asks for it as a plugin and by name.
pytest.register_assert_rewrite("tests.cast")

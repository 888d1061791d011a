"""Turns: a step opens when both are ready; one speaks, the other writes back what they heard, then they change places."""

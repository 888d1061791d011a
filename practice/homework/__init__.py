"""Homework: a step assigned, written in private, sent, read, answered, and revealed when both have written."""

"""Notes: what the coach writes down of an appointment, in parts, each for readers of its own."""

"""Looks inside a tagged PDF: whether everybody, seeing or not, can read it in order and know what is what."""

"""Practices, coaches and partners: how they are invited, sign in, prove who they are and leave."""

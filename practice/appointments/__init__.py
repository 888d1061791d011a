"""Appointments: when and where a couple, or one partner alone, meets the coach, whether they did, and what they have in mind."""

"""Reminders: at most one neutral letter a person a day, at the hour they chose, ended with one click."""

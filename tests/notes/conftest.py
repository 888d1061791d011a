"""The diary of the appointments, for those who write notes."""

from tests.appointments.conftest import diary, maya, monday, others

__all__ = ["diary", "maya", "monday", "others"]

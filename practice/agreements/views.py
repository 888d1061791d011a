"""Every address of the room on one screen, and which view answers it."""

from flask import Blueprint

agreements = Blueprint("agreements", __name__)

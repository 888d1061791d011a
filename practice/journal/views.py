"""Every address of the room on one screen, and which view answers it."""

from flask import Blueprint

journal = Blueprint("journal", __name__)

"""Pages of the room."""

from flask import Blueprint

programme = Blueprint("programme", __name__)

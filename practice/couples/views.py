"""Pages of the room."""

from flask import Blueprint

couples = Blueprint("couples", __name__)

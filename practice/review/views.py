"""Pages of the room."""

from flask import Blueprint

review = Blueprint("review", __name__)

"""Pages of the room."""

from flask import Blueprint

reporting = Blueprint("reporting", __name__)

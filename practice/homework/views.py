"""Pages of the room."""

from flask import Blueprint

homework = Blueprint("homework", __name__)

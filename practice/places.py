"""Where templates, paper and migrations lie: inside the package in a wheel, beside it in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _place(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def templates() -> Path:
    """What is spoken on screens."""
    return _place("templates")


def reports() -> Path:
    """What is spoken on paper."""
    return _place("reports")


def migrations() -> Path:
    """How the tables came to be."""
    return _place("migrations")


def programme() -> Path:
    """The programme that ships with the product."""
    return _PACKAGE / "programme" / "getting_back_together.toml"

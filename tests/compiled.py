"""What is compiled once for a whole run, though each test has an application of its own: templates, statements, addresses."""

from collections.abc import Callable
from typing import Any

from flask import Flask
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from sqlalchemy import Dialect
from werkzeug.routing import Rule

from practice.db import db


class _Templates(BytecodeCache):
    """Templates by their path and words."""

    def __init__(self) -> None:
        _builders: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in _builders:
            bucket.bytecode_from_string(_builders[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        _builders[bucket.key] = bucket.bytecode_to_string()


_templates = _Templates()
_statements: dict[Any, Any] = {}
_builders: dict[tuple[object, ...], Callable[..., tuple[str, str]]] = {}
_dialects: dict[str, Dialect] = {}  # statements are kept by the dialect they were compiled for


class Address(Rule):
    """A rule whose builder of addresses is compiled once: it depends on nothing but what the rule says."""

    def _compile_builder(self, append_unknown: bool = True) -> Callable[..., tuple[str, str]]:
        key = (self.rule, self.subdomain, self.host, repr(self.defaults), append_unknown)
        if key not in _builders:
            _builders[key] = super()._compile_builder(append_unknown)
        return _builders[key]


def begin(app: Flask) -> None:
    """Let an application take what is there; in its own database nothing is asked yet."""
    app.jinja_env.bytecode_cache = _templates
    with app.app_context():
        db.engine.dialect = _dialects.get(db.engine.name, db.engine.dialect)
        db.engine.update_execution_options(compiled_cache=_statements)


def end(app: Flask) -> None:
    """Close its database, and keep a dialect that has met a server."""
    with app.app_context():
        if hasattr(db.engine.dialect, "server_version_info"):
            _dialects.setdefault(db.engine.name, db.engine.dialect)
        db.engine.dispose()

"""What is compiled once for a whole run, though each test has an application of its own: templates, statements, addresses."""

from types import MethodType
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
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key] = bucket.bytecode_to_string()


_templates = _Templates()
_statements: dict[Any, Any] = {}
_addresses: dict[tuple[object, ...], Rule] = {}
_dialects: dict[str, Dialect] = {}  # statements are kept by the dialect they were compiled for


class Address(Rule):
    """A rule that is parsed once: what comes of it depends on nothing but what the rule says."""

    def compile(self) -> None:
        key = (self.rule, self.subdomain, self.host, repr(self.defaults), self.merge_slashes)
        if key not in _addresses:
            super().compile()
            _addresses[key] = self
        else:
            known = _addresses[key]
            self._parts, self._trace, self._converters = known._parts, known._trace, known._converters
            self.arguments = known.arguments
            self._build, self._build_unknown = (
                MethodType(built.__func__, self) for built in (known._build, known._build_unknown)
            )


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

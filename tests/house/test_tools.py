"""Sharp tools stay in the drawer: nothing runs text as code, trusts markup, guesses randomness or brings its own cipher."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.files import ROOT, files, name, told

# Names that run text as code, or that switch off escaping.
NEVER_CALLED = {"eval", "exec", "compile", "__import__", "render_template_string"}
TRUSTED_MARKUP = {"practice/charts/drawing.py", "practice/people/factors.py"}  # SVG that we draw from numbers
# Modules that unpack strangers' objects, or whose numbers can be guessed.
NEVER_IMPORTED = {"pickle", "marshal", "shelve", "dill", "uuid", "random", "xml", "telnetlib", "ftplib"}
MAY_ROLL_DICE = "practice/sample/"  # made-up people, the same on every machine
MAY_READ_XML = {
    "practice/reporting/drawing.py",  # a logo, tag by tag: it refuses every document type, and with it all entities
    "practice/reporting/pdf.py",  # what our own templates have made, in which whatever was typed is escaped
}
OTHER_CIPHERS = {"Crypto", "Cryptodome", "nacl", "jwt", "jose", "bcrypt", "passlib", "OpenSSL"}


def sharp(file: str, source: str) -> Iterator[str]:
    """What a file should leave in the drawer."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            if called.split(".")[-1] in NEVER_CALLED and not called.startswith("re."):
                yield called
            if called.split(".")[-1] == "Markup" and file not in TRUSTED_MARKUP:
                yield called
        for module in _imports(node):
            excused = (module == "random" and file.startswith(MAY_ROLL_DICE)) or (module == "xml" and file in MAY_READ_XML)
            if module in NEVER_IMPORTED | OTHER_CIPHERS and not excused:
                yield module


def _imports(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name.split(".")[0] for alias in node.names]
    return [(node.module or "").split(".")[0]] if isinstance(node, ast.ImportFrom) else []


@pytest.mark.parametrize("path", files("practice", ending=".py"), ids=name)
def test_sharp_tools_stay_in_the_drawer(path: Path) -> None:
    """ASVS V1.1.2, V1.3.2, V6.5.3, V11.2.1: escaping is never switched off, no text runs, one source of chance, known ciphers."""
    assert list(sharp(name(path), told(path))) == []


@pytest.mark.parametrize(
    "line",
    [
        "eval(text)",
        "flask.render_template_string(text)",
        "Markup(text)",
        "import pickle",
        "from random import choice",
        "import uuid",
        "from xml.etree import ElementTree",
        "from nacl.secret import SecretBox",
    ],
)
def test_a_deliberate_one_is_found(line: str) -> None:
    assert len(list(sharp("practice/people/models.py", line))) == 1


def test_only_locked_versions_are_ever_installed() -> None:
    """ASVS V15.2.4: every install of ours checks hashes, and no file names an index that could confuse it."""
    for place in ("Makefile", "Dockerfile"):
        installs = re.findall(r"(?:PIP\)|pip) install (.*)", told(ROOT / place))
        loose = [words for words in installs if not re.search(r"--require-hashes|--no-deps /wheels|^uv$", words)]
        assert installs, place
        assert loose == [], place

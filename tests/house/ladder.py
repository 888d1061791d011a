"""The ladder of imports, read from source without running it: what a file may import, and what it may do at all."""

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "practice"

# A file imports only from lower lines; the second number orders files that share a line.
TOP = {
    "__init__": (9, 0), "cli": (9, 1), "__main__": (9, 2),
    "pages": (6, 1), "answering": (6, 1), "web": (6, 0), "choosing": (6, 0),
    "policy": (5, 99), "relations": (5, 0),
    "keyring": (3, 0), "post": (3, 1), "formats": (3, 0),
    "db": (2, 0), "jobs": (2, 1), "clock": (1, 0), "errors": (1, 0), "places": (1, 0), "config": (1, 0), "origins": (1, 0),
}  # fmt: skip
ROOMS = [
    "trail", "people", "couples", "programme", "homework",
    "journal", "agreements", "turns", "pace", "way", "reminders",
    "goals", "measures", "safety", "appointments", "notes", "reporting",
]  # fmt: skip
# What is kept of reports; the rest of their room is above policy.
REPORTS_KEPT = ("__init__", "models", "documents", "batches", "releases", "consents", "relations")
# Relations that a room keeps for itself are the policy's, as those of practice/relations.py are.
ABOVE_WEB = {"relations": 5, "forms": 7, "mail": 7, "jobs": 7, "entering": 7, "views": 8}
WEB_LIBRARIES = {
    "flask", "flask_login", "flask_migrate", "flask_wtf", "flask_bootstrap", "wtforms", "jinja2", "werkzeug",
}  # fmt: skip
CLOCKS, ASKING = {"datetime", "date", "time", "func"}, {"now", "utcnow", "today", "time"}
DOORS = {
    "weasyprint": ("reporting/pdf", "reporting/lettering"),  # which alone calls the second
    "cssselect2": ("reporting/pdf",),
    "pydyf": ("reporting/tagging",),
    "smtplib": ("post",),
    "cryptography": ("keyring",),
    "flask_sqlalchemy": ("db",),
}


def rung(file: str) -> tuple[int, int]:
    """Where a file such as "couples/models" stands: its line, and its place among those on the same line."""
    room, _, name = file.rpartition("/")
    if not room:
        return TOP.get(name, (0, 0))
    room = room.split("/")[0]
    if room == "charts":
        return (3, 1)
    if room == "reporting" and name not in REPORTS_KEPT and not name.endswith("views"):
        return (7, 0)
    if room == "sample":
        return (8, len(ROOMS))
    # A room with many pages keeps its views in several files: views, sign_in_views, account_views.
    kind = name.rpartition("_")[2]
    return (ABOVE_WEB.get(kind, 4), ROOMS.index(room) if room in ROOMS else len(ROOMS))


def complaints(file: str, source: str) -> Iterator[str]:
    """Everything in a file that the house does not allow, each as a sentence."""
    tree = ast.parse(source)
    line, order = rung(file)
    if not line:
        yield f"practice/{file}.py has no place on the ladder"
    for module in _imported(tree):
        outside = module.split(".")[0]
        if outside == "practice":
            yield from _upward(file, (line, order), module)
        elif outside in WEB_LIBRARIES and line < 6:
            yield f"practice/{file}.py is below the web and imports {module}"
        elif outside in DOORS and file not in DOORS[outside]:
            yield f"practice/{file}.py imports {module}; its door is practice/{DOORS[outside][0]}.py"
    if any(isinstance(inner, ast.Import | ast.ImportFrom) for f in _functions(tree) for inner in ast.walk(f)):
        yield f"practice/{file}.py hides an import in a function"
    yield from _acts(file, tree)
    if any(isinstance(offered, ast.List | ast.ListComp) and _pairs(offered) for offered in _offered(tree)):
        yield f"practice/{file}.py offers pairs to choose from; a field takes what practice/choosing.py makes of them"


def _upward(file: str, here: tuple[int, int], module: str) -> Iterator[str]:
    target = _file(module)
    there = rung(target)
    same_room = "/" in file and file.split("/")[0] == target.split("/")[0]
    below = there[0] < here[0] and (same_room or not target.endswith("forms"))
    beside = there[0] == here[0] and (same_room or (there[1] < here[1] and here[0] not in (7, 8)))
    if not below and not beside:
        yield f"practice/{file}.py reaches up or across to practice/{target}.py"


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            inside = [f"{module}.{alias.name}" for alias in node.names]
            files = [name for name in inside if module.startswith("practice") and _exists(name)]
            yield from files
            if len(files) < len(inside):
                yield module


def _acts(file: str, tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        act, whose = node.func.attr, ast.unparse(node.func.value)
        if file != "clock" and act in ASKING and whose.split(".")[-1] in CLOCKS:
            yield f"practice/{file}.py asks {whose}.{act}() for the time; the one clock is practice/clock.py"
        # The door commits one thing of its own: when a sign-in was last seen.
        if act == "commit" and not file.endswith(("views", "jobs", "cli", "web")):
            yield f"practice/{file}.py commits; only views, jobs, the door and the command do"
        if act == "populate_obj":
            yield f"practice/{file}.py lets a form write into a row"


def _offered(tree: ast.Module) -> Iterator[ast.expr]:
    """What fields are given to choose from: by keyword, or set later."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Field"):
            yield from (given.value for given in node.keywords if given.arg == "choices")
        if isinstance(node, ast.Assign) and any(isinstance(to, ast.Attribute) and to.attr == "choices" for to in node.targets):
            yield node.value


def _pairs(offered: ast.List | ast.ListComp) -> bool:
    return any(isinstance(each, ast.Tuple) for each in (offered.elts if isinstance(offered, ast.List) else [offered.elt]))


def _functions(tree: ast.Module) -> Iterator[ast.AST]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def _exists(module: str) -> bool:
    path = PACKAGE.joinpath(*module.split(".")[1:])
    return path.with_suffix(".py").exists() or (path / "__init__.py").exists()


def _file(module: str) -> str:
    """The file of a module: practice.couples is couples/__init__, practice.couples.models is couples/models."""
    parts = module.split(".")[1:]
    if not parts or PACKAGE.joinpath(*parts, "__init__.py").exists():
        parts.append("__init__")
    return "/".join(parts)

"""The house's files, whether git or only an archive brought them here."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LEFT_BEHIND = {
    ".git", ".venv", "instance", "build", "dist", "secrets", ".env", "pictures", "__pycache__",
    ".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis", ".coverage", ".idea", ".vscode", ".claude",
}  # fmt: skip
TOP_LEVEL = {
    "practice", "templates", "migrations", "tests", "reports", "pyproject.toml", "requirements.txt",
    "requirements-test.txt", "README.md", "LICENSE", "CHANGELOG.md", "Makefile", "Dockerfile", "compose.yaml",
    ".ci", ".gitignore", ".dockerignore", ".github", ".editorconfig",
}  # fmt: skip
WRITTEN = {
    ".py", ".html", ".css", ".js", ".md", ".toml", ".txt", ".json", ".yaml", ".yml", ".cfg", ".svg", ".mako", "",
}  # fmt: skip


def files(*folders: str, ending: str = "") -> list[Path]:
    """Every text file of the house (or of some folders), without what running and testing leave behind."""
    starts = [ROOT / folder for folder in folders] or [path for path in ROOT.iterdir() if path.name not in LEFT_BEHIND]
    found = [inner for start in starts for inner in ([start] if start.is_file() else start.rglob("*"))]
    return sorted(
        path
        for path in found
        if path.is_file()
        and path.suffix in WRITTEN
        and path.name.endswith(ending)
        and not LEFT_BEHIND & set(path.relative_to(ROOT).parts)
    )


def told(path: Path) -> str:
    """A file's text."""
    return path.read_text(encoding="utf-8")


def name(path: Path) -> str:
    """A file as people speak of it."""
    return str(path.relative_to(ROOT))

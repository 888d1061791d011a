"""Puts a paper into a file, whole or not at all, for the eyes of whoever runs the command."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from practice.errors import Refused


def must_have_room(out: Path) -> None:
    """Raises: Refused when there is no folder for it, or nothing may be put there."""
    if not out.parent.is_dir():
        raise Refused(f"There is no folder {out.parent}. Make it first, or choose another.")
    if not os.access(out.parent, os.W_OK):
        raise Refused(f"Nothing can be written to the folder {out.parent}. Choose another.")


def keep(paper: bytes, out: Path) -> None:
    """Write the file; an older one of that name stays until the new one is whole. Raises: Refused."""
    beside = ""
    try:
        handle, beside = tempfile.mkstemp(dir=out.parent, prefix=".report-")
        with os.fdopen(handle, "wb") as file:
            file.write(paper)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).replace(out)
    except OSError as error:
        with suppress(OSError):
            Path(beside).unlink()
        raise Refused(
            f"{out} could not be written: {error.strerror}. The report itself is kept with the couple’s reports."
        ) from None

"""A logo that somebody brings along: checked by what it holds and never by its name, and written anew.

A PNG goes through Pillow and comes out as small as print needs, on white, without anything that is not the picture. An
SVG is drawn anew from a short list of shapes (drawing.py), and what is left of it must print within a second, in a press.
"""

import hashlib
import io
import struct
from dataclasses import dataclass

from PIL import Image

from practice.errors import Refused
from practice.reporting.drawing import drawn
from practice.reporting.orders import Dress
from practice.reporting.printing import Press, Trouble

MOST_BYTES = 1024 * 1024
_MOST_PIXELS, _LEAST_SIDE, _MOST_ACROSS = 8_000_000, 16, 12
_PRINTED = (720, 240)  # pixels: 60 mm across at 300 to the inch
_PNG, _CHANGING = b"\x89PNG\r\n\x1a\n", b"acTL"
_OTHERS = {
    b"\xff\xd8\xff": "a JPEG",
    b"GIF8": "a GIF",
    b"RIFF": "a WebP",
    b"%PDF": "a PDF",
    b"II*\0": "a TIFF",
    b"MM\0*": "a TIFF",
}
_NEITHER = "This is not a picture that can be printed here. Please choose a PNG or an SVG file."
_BROKEN = "This picture is damaged or not complete. Please save it once more, or choose another."
_TRIAL = '<html lang="en"><head><title>Logo</title></head><body><img src="own:logo" alt="Logo"/></body></html>'


@dataclass(frozen=True)
class Picture:
    """A logo as it is kept."""

    kind: str
    data: bytes

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


def checked(brought: bytes) -> Picture:
    """The picture, written anew. Raises: Refused with what is wrong with it."""
    if not brought:
        raise Refused("The file is empty. Please choose a PNG or an SVG file.")
    if len(brought) > MOST_BYTES:
        raise Refused("The file is larger than 1 MB. Please save a smaller one: a logo is printed 6 cm wide at most.")
    if brought.startswith(_PNG):
        return Picture("image/png", _painted(brought))
    picture = Picture("image/svg+xml", _drawn(brought))
    _try(picture)
    return picture


def _drawn(brought: bytes) -> bytes:
    for beginning, name in _OTHERS.items():
        if brought.startswith(beginning):
            raise Refused(f"This file is {name}, whatever its name says. Please save it as a PNG or an SVG.")
    if b"<svg" not in brought[:65536]:
        raise Refused(_NEITHER)
    return drawn(brought)


def _painted(brought: bytes) -> bytes:
    """A PNG of the picture alone. Its size is read and judged before a single point is unpacked."""
    _must_be_fit(*_size(brought))
    try:
        # Piece by piece before anything is loaded: WeasyPrint, once imported, lets Pillow load what is cut off.
        Image.open(io.BytesIO(brought), formats=["PNG"]).verify()
        with Image.open(io.BytesIO(brought), formats=["PNG"]) as picture:
            if _CHANGING in brought and getattr(picture, "is_animated", False):
                raise Refused("This picture moves, and paper cannot. Please choose one that stands still.")
            picture.load()
            return _written(picture)
    # Pillow tells of a broken file in several ways.
    except (OSError, SyntaxError, ValueError, struct.error, Image.DecompressionBombError):
        raise Refused(_BROKEN) from None


def _size(brought: bytes) -> tuple[int, int]:
    """Width and height as the first piece of a PNG tells them."""
    if len(brought) < 33 or brought[12:16] != b"IHDR":
        raise Refused(_BROKEN)
    across, down = struct.unpack(">II", brought[16:24])
    return across, down


def _must_be_fit(across: int, down: int) -> None:
    if across * down > _MOST_PIXELS:
        raise Refused(
            f"This picture has {across} × {down} points, far more than print needs. Please save it at 2000 across or less."
        )
    if min(across, down) < _LEAST_SIDE:
        raise Refused(f"This picture has {across} × {down} points, too few to be printed. Please choose a larger one.")
    if across > _MOST_ACROSS * down or down > _MOST_ACROSS * across:
        raise Refused("This picture is too long and thin for the top of a page. Please choose one that is less so.")


def _written(picture: Image.Image) -> bytes:
    if picture.mode.startswith("I"):  # sixteen bits a point
        picture = picture.convert("I").point(lambda amount: amount / 257).convert("L")
    clear = picture.convert("RGBA")
    paper = Image.new("RGBA", clear.size, "white")
    paper.alpha_composite(clear)
    flat = paper.convert("RGB")
    flat.thumbnail(_PRINTED, Image.Resampling.LANCZOS)
    kept = io.BytesIO()
    flat.save(kept, "PNG", optimize=True)
    return kept.getvalue()


def _try(picture: Picture) -> None:
    """Print it once, where it can do no harm: a second of work is enough, however busy the machine is."""
    trial = Press(cpu=1)
    try:
        trial.order(_TRIAL, (), picture.digest, dress=Dress(logo=picture.data, logo_kind=picture.kind))
    except Trouble:
        raise Refused("This picture takes too long to print. Please choose a simpler one.") from None
    finally:
        trial.close()

"""Colours on paper: how far two stand apart, and the nearest to a wish that can still be read."""

import re
from typing import NamedTuple

PAPER = "#FBF8F3"
ENOUGH = 4.5  # of contrast, for text of any size: WCAG 2.2, 1.4.3
_HEX = re.compile(r"#[0-9A-Fa-f]{6}")


class Shade(NamedTuple):
    """A colour by how light it looks, from 0 to 1, and by its distance from grey towards red and yellow (Oklab)."""

    light: float
    red: float
    yellow: float


def is_colour(text: str) -> bool:
    """Whether it is written like #1E5B53."""
    return bool(_HEX.fullmatch(text))


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white), as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def can_be_read(colour: str) -> bool:
    """Whether text in this colour can be read on paper."""
    return contrast(colour, PAPER) >= ENOUGH


def readable(wish: str) -> str:
    """The wish itself where it can be read; else the same hue, darkened no more than needed."""
    if can_be_read(wish):
        return wish
    shade = _shade(wish)
    dark, light = 0.0, shade.light
    for _ in range(20):
        middle = (dark + light) / 2
        dark, light = (middle, light) if can_be_read(_written(shade._replace(light=middle))) else (dark, middle)
    return _written(shade._replace(light=dark))


def _channels(colour: str) -> tuple[float, float, float]:
    """Red, green and blue as amounts of light, from 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _linear(red), _linear(green), _linear(blue)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _luminance(colour: str) -> float:
    red, green, blue = _channels(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _shade(colour: str) -> Shade:
    """Björn Ottosson, "A perceptual color space for image processing" (2020): from sRGB to Oklab."""
    red, green, blue = _channels(colour)
    long = float((0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3))
    middle = float((0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3))
    short = float((0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3))
    return Shade(
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _written(shade: Shade) -> str:
    """The same back to sRGB; what no screen can show is cut off at its edge."""
    long = (shade.light + 0.3963377774 * shade.red + 0.2158037573 * shade.yellow) ** 3
    middle = (shade.light - 0.1055613458 * shade.red - 0.0638541728 * shade.yellow) ** 3
    short = (shade.light - 0.0894841775 * shade.red - 1.2914855480 * shade.yellow) ** 3
    amounts = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    return "#" + "".join(f"{round(255 * _shown(min(max(each, 0.0), 1.0))):02X}" for each in amounts)


def _shown(amount: float) -> float:
    return 12.92 * amount if amount <= 0.0031308 else float(1.055 * amount ** (1 / 2.4) - 0.055)

"""The marks of the profile as pictures for a document: sharp in print, drawn without a browser.

Only marks; every word and number stands beside them as text. Measures follow the stylesheet of the screen, in rem.
"""

from collections.abc import Callable
from enum import StrEnum
from functools import cache
from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw

from assessment.domain.checklist import LEVELS, TOP_LEVEL
from assessment.domain.scoring import Score

REM_MM: Final = 3.4
HEIGHT_REM: Final = 1.9
PAD_REM: Final = 0.62  # on both sides of the scale, so that a mark at its end is whole
DPI: Final = 400
FINER: Final = 4  # drawn this many times larger, then made smaller, so that edges are smooth
REM: Final = REM_MM / 25.4 * DPI * FINER  # in the pixels that are drawn
PAPER, INK, HAIR = "#FFFFFF", "#0D161D", "#D3DADD"
BAND, POINT, GAP = "#A3CAE6", "#3576AE", "#D46A0A"


class Mark(StrEnum):
    """What can stand on a line of the profile."""

    POINT = "point"
    BAND = "band"
    FLOOR = "floor"
    OPEN_FLOOR = "open_floor"
    TARGET = "target"


def track_picture(score: Score, *, width_mm: float) -> bytes:
    """One line of the profile as PNG, HEIGHT_REM high. Nothing may be marked where no question applies."""
    image, draw = _canvas(width_mm / REM_MM, HEIGHT_REM)
    middle, left = HEIGHT_REM / 2, PAD_REM
    length = width_mm / REM_MM - 2 * PAD_REM

    def at(share: float) -> float:
        return left + length * share / 100

    _box(draw, (left, middle - 0.19, left + length, middle + 0.19), HAIR)
    for level in LEVELS:
        tick = at(100 * level / TOP_LEVEL)
        _box(draw, (tick - 0.03, middle - 0.75, tick + 0.03, middle + 0.75), HAIR)
    if score.index is None or score.floor is None:
        return _png(image)
    if score.index.high > score.index.low:
        _band(draw, at(score.index.low), at(score.index.high), middle)
    if score.floor.level is not None:
        _floor(draw, at(100 * score.floor.level / TOP_LEVEL), middle + 0.55, hollow=score.floor.may_be_lower)
    if score.index.point is not None:
        _point(draw, at(score.index.point), middle)
    _target(draw, at(score.target_index), middle)
    return _png(image)


@cache
def mark_picture(mark: Mark) -> bytes:
    """One mark by itself, for a legend: 1.2 rem high."""
    width = {Mark.BAND: 2.2, Mark.TARGET: 0.5}.get(mark, 1.3)
    image, draw = _canvas(width, 1.2)
    drawn: dict[Mark, Callable[[], None]] = {
        Mark.POINT: lambda: _point(draw, width / 2, 0.6),
        Mark.BAND: lambda: _band(draw, 0.1, width - 0.1, 0.6),
        Mark.FLOOR: lambda: _floor(draw, width / 2, 0.6, hollow=False),
        Mark.OPEN_FLOOR: lambda: _floor(draw, width / 2, 0.6, hollow=True),
        Mark.TARGET: lambda: _box(draw, (width / 2 - 0.1, 0, width / 2 + 0.1, 1.2), INK),
    }
    drawn[mark]()
    return _png(image)


def _canvas(width: float, height: float) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("RGB", (round(width * REM), round(height * REM)), PAPER)
    return image, ImageDraw.Draw(image)


def _png(image: Image.Image) -> bytes:
    small = image.reduce(FINER)
    file = BytesIO()
    small.quantize(64).save(file, "PNG", dpi=(DPI, DPI), optimize=True)
    return file.getvalue()


def _box(draw: ImageDraw.ImageDraw, corners: tuple[float, float, float, float], colour: str) -> None:
    """`corners` are left, top, right and bottom, in rem."""
    draw.rectangle([REM * corner for corner in corners], fill=colour)


def _band(draw: ImageDraw.ImageDraw, left: float, right: float, middle: float) -> None:
    corners = (left * REM, (middle - 0.35) * REM, right * REM, (middle + 0.35) * REM)
    draw.rounded_rectangle(
        corners, radius=min(0.19, (right - left) / 2) * REM, fill=BAND, outline=POINT, width=round(0.07 * REM)
    )


def _point(draw: ImageDraw.ImageDraw, x: float, middle: float) -> None:
    for radius, colour in ((0.7, PAPER), (0.575, POINT)):
        draw.ellipse(
            ((x - radius) * REM, (middle - radius) * REM, (x + radius) * REM, (middle + radius) * REM), fill=colour
        )


def _floor(draw: ImageDraw.ImageDraw, x: float, middle: float, *, hollow: bool) -> None:
    """A triangle that points up; hollow where an open question may lower it."""
    draw.polygon(_triangle(x, middle, 0.5, 0.4), fill=GAP)
    if hollow:
        draw.polygon(_triangle(x, middle + 0.06, 0.24, 0.19), fill=PAPER)


def _triangle(x: float, middle: float, half: float, up: float) -> list[tuple[float, float]]:
    corners = ((x, middle - up), (x + half, middle + up), (x - half, middle + up))
    return [(left * REM, top * REM) for left, top in corners]


def _target(draw: ImageDraw.ImageDraw, x: float, middle: float) -> None:
    _box(draw, (x - 0.1, middle - 0.95, x + 0.1, middle + 0.95), INK)

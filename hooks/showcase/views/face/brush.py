"""The brush (笔) that draws a cover: the palette's steps, a chance that is always the same, and short strokes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from itertools import count, pairwise
from struct import Struct
from typing import Final

from showcase.views.face.palette import Palette

WIDTH = 1200
HEIGHT = 420
_NUMBERS: Final = Struct(">16H")
"""What a digest holds."""


class Brush:
    """What one drawing of a cover needs; the same seed and palette make the same strokes."""

    def __init__(self, seed: str, palette: Palette, prefix: str) -> None:
        """``prefix`` begins every id, so that many covers can stand in one page."""
        self.base = palette.cover_base
        """The ground."""
        self.inks = palette.cover_inks
        """Five steps from dark to light; white can be read on each."""
        self.glow = palette.cover_glow
        """Light; for the right of the cover alone."""
        self._prefix = prefix
        self._numbers = _iterate_numbers(seed)

    def between(self, low: int, high: int) -> int:
        """An integer by chance, both ends included; the range at most 65,536 wide."""
        return low + next(self._numbers) * (high - low + 1) // 65536

    def near(self, middle: int, reach: int) -> int:
        """An integer by chance, at most so far from a middle."""
        return self.between(middle - reach, middle + reach)

    def name(self, part: str) -> str:
        """The id of a part of this cover."""
        return f"{self._prefix}{part}"

    def url(self, part: str) -> str:
        """A reference to a gradient or pattern of this cover."""
        return f"url(#{self._prefix}{part})"

    def copy(self, part: str, x: int, y: int, scale: float = 1, paint: str = "") -> str:
        """A copy of a part that ``defs`` hold, its origin moved to a place; turned to its other side by less than 0."""
        if scale == 1:
            return f'<use href="#{self.name(part)}" x="{x}" y="{y}"{paint}/>'
        down = write_number(abs(scale))
        across = f"-{down}" if scale < 0 else down
        return f'<use href="#{self.name(part)}" transform="matrix({across} 0 0 {down} {x} {y})"{paint}/>'

    def repeat(self, part: str, width: int, height: int, drawing: str, place: str = "") -> str:
        """A pattern of a drawing repeated, in units of the cover; used by ``url``."""
        return (
            f'<pattern id="{self.name(part)}" width="{width}" height="{height}" patternUnits="userSpaceOnUse"{place}>'
            f"{drawing}</pattern>"
        )

    def ground(self, fill: str | None = None) -> str:
        """A rectangle over the whole cover, the base colour unless told."""
        return f'<path fill="{fill or self.base}" d="M0 0h{WIDTH}v{HEIGHT}H0"/>'

    def sky(self, far: str) -> str:
        """A ground that grows from the base on the left to a lighter step on the right."""
        return self._gradient("s", "", self.base, far) + self.ground(self.url("s"))

    def blend(self, part: str, top: str, foot: str) -> str:
        """A gradient from the top to the foot of what it fills; used by ``url``."""
        return self._gradient(part, ' x2="0" y2="1"', top, foot)

    def _gradient(self, part: str, way: str, start: str, end: str) -> str:
        stops = f'<stop stop-color="{start}"/><stop offset="1" stop-color="{end}"/>'
        return f'<linearGradient id="{self.name(part)}"{way}>{stops}</linearGradient>'

    def spread(self, part: str, right: str, like: str = "") -> str:
        """A gradient from the base at the left edge of the cover to a step at the right one; used by ``url``.

        ``like`` names another of them, which tells its way.
        """
        way = f' href="#{self.name(like)}"' if like else f' gradientUnits="userSpaceOnUse" x2="{WIDTH}"'
        return self._gradient(part, way, self.base, right)

    def veil(self, full: int, clear: int) -> str:
        """The base laid over the left, so that text stands calm: full to one per cent of the width, gone at another."""
        stops = (
            f'<stop offset=".{full:02}" stop-color="{self.base}"/>'
            f'<stop offset=".{clear:02}" stop-color="{self.base}" stop-opacity="0"/>'
        )
        return f'<linearGradient id="{self.name("v")}">{stops}</linearGradient>' + self.ground(self.url("v"))

    def moon(self, x: int, y: int, radius: int) -> str:
        """A sun or moon with a faint ring of light."""
        place = f'<circle cx="{x}" cy="{y}" r='
        rings = f'{place}"{radius * 7 // 4}" opacity=".1"/>{place}"{radius}" opacity=".92"/>'
        return f'<g fill="{self.glow}">{rings}</g>'


def write_number(value: float) -> str:
    """A factor above 0, as short as SVG allows."""
    return f"{value:.2f}".strip("0").rstrip(".")


def trace_ridge(points: Sequence[tuple[int, int]], bend: int) -> str:
    """Path data of a line through points, level at each, its tangents continuous; ``bend`` is the reach of a curve."""
    curves = " ".join(
        [f"{x - left - bend} {y - above} {x - left} {y - above}" for (left, above), (x, y) in pairwise(points)]
    )
    return f"M{points[0][0]} {points[0][1]}s{curves}".replace(" -", "-")


def _iterate_numbers(seed: str) -> Iterator[int]:
    """SHA-256 of the seed and a counter, one digest after the other, in numbers of two bytes."""
    for counter in count():
        yield from _NUMBERS.unpack(hashlib.sha256(f"{seed}\n{counter}".encode()).digest())

"""Charts (图表) as SVG, made at build time: bars with labels and numbers, so that no colour has to be told apart."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final
from unicodedata import east_asian_width

Row = tuple[str, int]
"""Label and number."""

_WIDTH: Final = 400
_PITCH: Final = 32
"""From one bar to the next."""
_BAR: Final = 18
_SIZE: Final = 14
"""Of the text."""
_NUMBER: Final = 48
"""Room for the number after a bar."""
_LONGEST: Final = 10
"""Characters of a label, in widths of a Han character; the table beside holds it whole."""
_HEIGHT: Final = 220
_YEAR: Final = 52
"""From one name below a column to the next: a year, a gap, and what the outermost is moved by."""


def draw_bars(rows: Sequence[Row], title: str) -> str:
    """Bars lying one below the other, each between its label and its number; an image named by ``title``."""
    labels = [_shorten(label) for label, _ in rows]
    left = max(map(_measure, labels), default=0) * _SIZE + 12
    most = max((number for _, number in rows), default=0) or 1
    lines = []
    for place, (label, (_, number)) in enumerate(zip(labels, rows, strict=True)):
        width = round(number / most * (_WIDTH - left - _NUMBER), 1)
        top = place * _PITCH
        lines.append(
            f'<text x="{left - 10:g}" y="{top + 22}" text-anchor="end">{escape(label)}</text>'
            f'<rect x="{left:g}" y="{top + 8}" width="{max(width, 1.5):g}" height="{_BAR}" rx="2"/>'
            f'<text class="chart__number" x="{left + width + 8:g}" y="{top + 22}">{number}</text>'
        )
    return _wrap(lines, len(rows) * _PITCH, title)


def draw_columns(rows: Sequence[Row], title: str) -> str:
    """Columns standing side by side, number above and label below; for years, of which there may be many."""
    most = max((number for _, number in rows), default=0) or 1
    step = _WIDTH / max(len(rows), 1)
    width = min(step * 0.66, 44)
    every = -(-_YEAR // max(round(step), 1))
    base = _HEIGHT - 28
    lines = [f'<path class="chart__axis" d="M0 {base + 0.5}H{_WIDTH}"/>']
    for place, (label, number) in enumerate(rows):
        middle = (place + 0.5) * step
        height = round(number / most * (base - 26), 1)
        if number:
            lines.append(
                f'<rect x="{middle - width / 2:.1f}" y="{base - height:g}" width="{width:.1f}" height="{height:g}"/>'
            )
            if step >= 8 * len(str(most)):
                lines.append(_middle_text(middle, base - height - 7, str(number), "chart__number"))
        if (len(rows) - 1 - place) % every == 0:
            # The names of the first and the last column are wider than they: they stay inside the picture.
            half = _measure(label) * _SIZE / 2
            lines.append(_middle_text(min(max(middle, half), _WIDTH - half), _HEIGHT - 8, label))
    return _wrap(lines, _HEIGHT, title)


def _middle_text(x: float, y: float, text: str, kind: str = "") -> str:
    named = f' class="{kind}"' if kind else ""
    return f'<text{named} x="{x:.1f}" y="{y:g}" text-anchor="middle">{escape(text)}</text>'


def _wrap(lines: Sequence[str], height: int, title: str) -> str:
    inside = "".join(lines)
    return (
        f'<svg class="chart" viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{escape(title)}" '
        f'font-size="{_SIZE}">{inside}</svg>'
    )


def _measure(label: str) -> float:
    """The width of a text, in Han characters."""
    return sum(1 if east_asian_width(sign) in "WF" else 0.6 for sign in label)


def _shorten(label: str) -> str:
    shown = label
    while _measure(shown) > _LONGEST:
        shown = shown[:-1]
    return shown if shown == label else f"{shown[:-1]}…"

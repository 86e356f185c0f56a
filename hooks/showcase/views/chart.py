"""Charts (图表), made at build time: bars with labels and numbers, so that no colour has to be told apart.

They are plain elements and no drawing, for what is written in a drawing shrinks with it, on a telephone to nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final, NamedTuple


class Row(NamedTuple):
    """A bar."""

    label: str
    number: int
    is_rest: bool = False
    """Whether it stands for those that tell nothing, and is drawn as what is no value of its own."""


_YEARS: Final = 5
"""Names below columns: so many have room on the narrowest telephone."""
_SIGNS: Final = 40
"""Digits above columns that have room on a telephone of usual width, and on the narrowest."""
_FEW_SIGNS: Final = 30


def draw_bars(rows: Sequence[Row], title: str) -> str:
    """Bars lying one below the other, each between its label and its number; an image named by ``title``."""
    most = max((row.number for row in rows), default=0) or 1
    lines = [
        f"<span>{escape(row.label)}</span>"
        f'<div{_name_rest(row)}><i style="--n:{row.number / most:.3g}"></i><b>{row.number}</b></div>'
        for row in rows
    ]
    return _wrap("bars", lines, title)


def draw_columns(rows: Sequence[Row], title: str) -> str:
    """Columns standing side by side, number above and label below; for years, of which there may be many."""
    most = max((row.number for row in rows), default=0) or 1
    signs = len(rows) * len(str(most))
    every = -(-max(len(rows) - 1, 1) // (_YEARS - 1)) if len(rows) > _YEARS else 1
    lines = []
    for place, (label, number, _) in enumerate(rows):
        above = f"<b>{number}</b>" if signs <= _SIGNS else ""
        column = f'{above}<i style="--n:{number / most:.3g}"></i>' if number else ""
        name = f"<span>{escape(label)}</span>" if (len(rows) - 1 - place) % every == 0 else ""
        lines.append(f"<div>{column}{name}</div>")
    return _wrap(f"columns{' chart--many' if signs > _FEW_SIGNS else ''}", lines, title)


def _name_rest(row: Row) -> str:
    return ' class="chart__rest"' if row.is_rest else ""


def _wrap(kind: str, lines: Sequence[str], title: str) -> str:
    return f'<div class="chart chart--{kind}" role="img" aria-label="{escape(title)}">{"".join(lines)}</div>'

"""The name seal (印章) of a brand: its name set as on a seal, white on the brand's colour.

Han characters stand in columns, read from the right. A name with a word in Latin letters or a number, which cannot be
read downwards, is set in rows instead, read from the left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from html import escape
from itertools import groupby, islice
from typing import Final, NamedTuple

from showcase.views.face.palette import Palette

_ASIDE: Final = re.compile(r"[(（\[【〔].*?[)）\]】〕]")
_GAP: Final = re.compile(r"[^\w&+.]+|_+")
_UNIT: Final = re.compile(r"\d+(?:\.\d+)*|[A-Z&]{2,}(?![a-z])|[A-Za-zÀ-ÿ][a-zß-ÿ]*|[^\W\dA-Za-zÀ-ÿ]")
_COLUMNS: Final = {
    1: (1,),
    2: (2,),
    3: (2, 1),
    4: (2, 2),
    5: (3, 2),
    6: (3, 3),
    7: (3, 2, 2),
    8: (3, 3, 2),
    9: (3, 3, 3),
}
_EDGE: Final = 10
_FIELD: Final = 96 - 2 * _EDGE
"""The side of the square within the rim, in units of the viewBox."""
_LARGEST: Final = 60
_STRETCH: Final = 1.35
"""Characters fill their cells, as on a seal, but are drawn out no further than this."""
_LATIN_WIDTH: Final = 0.6
"""Of a letter or digit in bold Song, in ems."""


class _Glyph(NamedTuple):
    """The place of one character, or of one word; all in units of the viewBox."""

    length: int
    """Characters: more than one of a word."""
    x: float
    """Centre of the cell."""
    y: float
    """Centre of the cell."""
    width: float
    height: float


def draw_seal(name: str, palette: Palette, *, label: str | None = None) -> str:
    """Inline SVG, 96 units square: with a label an image of that name, without one a decoration.

    CSS sets the type of ``.seal``, draws its ``.rim``, and may override the ground.
    """
    role = f'role="img" aria-label="{escape(label)}"' if label else 'aria-hidden="true"'
    units = split_name(name)
    form, runs = _lay_out(tuple(map(len, units)))
    texts = iter(units)
    glyphs = form % tuple([escape("".join(islice(texts, count))) for count in runs])
    return (
        f'<svg class="seal" viewBox="0 0 96 96" {role}>'
        f'<rect width="96" height="96" rx="14" fill="{palette.seal}"/>'
        f'<rect class="rim" x="4.5" y="4.5" width="87" height="87" rx="10"/>{glyphs}</svg>'
    )


def split_name(name: str) -> tuple[str, ...]:
    """What the seal shows of a name: Han characters one by one, words and numbers whole.

    Parenthesised parts, punctuation and spaces go. Of more than nine Han characters the first part stands for the
    name, cut to four; beside a word or a number at most four stay.
    """
    parts = _find_parts(_ASIDE.sub("", name)) or _find_parts(name) or [tuple(name.strip()[:1] or "印")]
    units = tuple(unit for part in parts for unit in part)
    if any(len(unit) > 1 for unit in units):
        return tuple(_keep_short(units))
    if len(units) <= max(_COLUMNS):
        return units
    return parts[0] if 2 <= len(parts[0]) <= 6 else parts[0][:4]


def _find_parts(name: str) -> list[tuple[str, ...]]:
    """The units of each part of a name, as spaces and punctuation part it; parts without any are left out."""
    return [units for part in _GAP.split(name) if (units := tuple(_UNIT.findall(part)))]


def _keep_short(units: Iterable[str]) -> Iterator[str]:
    """The first two words and the first four characters, in the order of the name."""
    words, characters = 2, 4
    for unit in units:
        if len(unit) > 1 and words:
            words -= 1
            yield unit
        elif len(unit) == 1 and characters:
            characters -= 1
            yield unit


@lru_cache(maxsize=512)
def _lay_out(lengths: tuple[int, ...]) -> tuple[str, tuple[int, ...]]:
    """The glyphs of units of so many characters: a form to be filled with texts, and how many units each text takes.

    Names of thousands of brands have some dozens of forms.
    """
    glyphs = _set_rows(lengths) if max(lengths) > 1 else _set_columns(len(lengths))
    runs = [tuple(run) for _, run in groupby(glyphs, lambda glyph: (glyph.width, glyph.height, glyph.length))]
    # One ``text`` for each run of characters of the same form; a word has its own.
    runs = [part for run in runs for part in ([(glyph,) for glyph in run] if run[0].length > 1 else [run])]
    return "".join(map(_write_run, runs)), tuple(map(len, runs))


def _set_columns(units: int) -> Iterator[_Glyph]:
    """Characters in columns from the right, each column filling the height."""
    counts = _COLUMNS[units]
    width = _FIELD / len(counts)
    for column, count in enumerate(counts):
        height = _FIELD / count
        for row in range(count):
            yield _Glyph(1, 96 - _EDGE - (column + 0.5) * width, _EDGE + (row + 0.5) * height, width, height)


def _set_rows(lengths: tuple[int, ...]) -> Iterator[_Glyph]:
    """Words each in a row, the characters between them in rows of two or three, read from the left."""
    rows = [
        row for is_word, run in groupby(lengths, lambda length: length > 1) for row in _break_run(tuple(run), is_word)
    ]
    height = min(_FIELD / len(rows), 40)
    top = 48 - height * len(rows) / 2
    for index, row in enumerate(rows):
        width = _FIELD / len(row)
        for column, length in enumerate(row):
            yield _Glyph(length, _EDGE + (column + 0.5) * width, top + (index + 0.5) * height, width, height)


def _break_run(run: tuple[int, ...], is_word: bool) -> list[tuple[int, ...]]:
    """The rows of a run of words or of characters."""
    longest = 1 if is_word else 2 if len(run) == 4 else 3
    return [run[at : at + longest] for at in range(0, len(run), longest)]


def _write_run(run: Sequence[_Glyph]) -> str:
    """A ``text`` placed character by character, or a word."""
    first = run[0]
    if first.length > 1:
        return _write_word(first)
    size = min(first.width, first.height, _LARGEST)
    across, down = (min(side / size, _STRETCH if size < _LARGEST else 1) for side in (first.width, first.height))
    x = " ".join(_number(glyph.x / across) for glyph in run)
    # The middle of a Han character is 0.38 em above its baseline in every Song face; no baseline keyword is as sure.
    heights = [_number(glyph.y / down + size * 0.375) for glyph in run]
    y = " ".join(heights) if len(set(heights)) > 1 else heights[0]
    return f'<text x="{x}" y="{y}" font-size="{_number(size)}"{_scale(across, down)}>%s</text>'


def _write_word(glyph: _Glyph) -> str:
    """A word or number fitted to its row whatever the font."""
    size = min(glyph.height * 1.2, glyph.width / (_LATIN_WIDTH * glyph.length))
    length = min(glyph.width, size * _LATIN_WIDTH * glyph.length)
    down = min(max(glyph.height / size, 1), _STRETCH)
    return (
        f'<text x="{_number(glyph.x)}" y="{_number(glyph.y / down + size * 0.35)}" font-size="{_number(size)}" '
        f'textLength="{_number(length)}" lengthAdjust="spacingAndGlyphs"{_scale(1, down)}>%s</text>'
    )


def _scale(across: float, down: float) -> str:
    """A transform that draws a character out, where it is drawn out at all."""
    return f' transform="scale({_number(across, 2)} {_number(down, 2)})"' if (across, down) != (1, 1) else ""


def _number(value: float, digits: int = 1) -> str:
    """A coordinate as short as SVG allows."""
    return f"{value:.{digits}f}".rstrip("0").rstrip(".")

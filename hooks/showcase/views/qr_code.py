"""QR codes (二维码), one of which stands on every brand's page.

Drawing them one by one with segno takes a fifth of the time of a page, so a process that draws many learns from it. For
texts of one length and one mask a code is an affine function of the text's bits over GF(2), error correction and all:
the modules of a text are those of another, with the contribution of every bit in which the two differ added. The
contribution of a bit at a place is the same whatever the length, while version and level are.
"""

from __future__ import annotations

import re
from types import ModuleType
from typing import Final, NamedTuple

_MASK: Final = 2
"""Weighing all eight masks takes nine tenths of the time, and every reader copes with any."""
_LEARNT_AFTER: Final = 50
"""Codes that are drawn by segno itself: to learn takes as long as some hundred of them."""
_DIGITS: Final = bytes.maketrans(b"\0\1", b"01")
_PIECES: Final = 4096
"""Pieces of codes whose strokes are kept: tens of thousands of addresses have half as many."""
_BREAK: Final = "10"
"""A code is cut between these modules into pieces whose strokes depend on no other."""
_RUN: Final = re.compile("(0*)(1+|2)")
"""Light modules, and the dark ones or the row that follows."""


class _Base(NamedTuple):
    """A text whose code is known, and its code."""

    text: str
    kind: str
    """Version and level."""
    size: int
    """Width in modules."""
    modules: int
    """Rows from the top, an octal digit a module, 1 is dark; with a 2 before each row and a 3 after the last.

    What differs between two codes has neither, so that adding it leaves them where they are.
    """


class _Strokes(dict[str, str]):
    """Path data of pieces of codes, drawn when first asked for."""

    def __missing__(self, piece: str) -> str:
        """What is drawn from where the piece before it ended, with ``%d`` for the number of each row it begins."""
        modules = f"0{piece}1".partition("3")[0]
        strokes = "".join([_stroke_run(len(light), dark) for light, dark in _RUN.findall(modules)])
        if len(self) < _PIECES:
            self[piece] = strokes
        return strokes


def _stroke_run(light: int, dark: str) -> str:
    """Path data of dark modules after so many light ones, or of the way to the next row, whose number is for ``%d``."""
    if dark == "2":
        return "M0 %d"
    return f"m{light} 0h{len(dark)}" if light else f"h{len(dark)}"


class CodeBook:
    """Draws codes, and learns from those it has drawn; every process has its own."""

    def __init__(self, learnt_after: int = _LEARNT_AFTER) -> None:
        """``learnt_after`` is how many codes are drawn before it begins to learn."""
        self._left = learnt_after
        self._bases: dict[int, _Base] = {}
        self._parts: dict[tuple[str, int, int], int] = {}
        self._strokes = _Strokes()

    def draw(self, text: str) -> tuple[int, str]:
        """Width in modules, and the path of the dark ones as strokes along the rows, of a text's code."""
        size, modules = self._encode(text)
        strokes = "".join(map(self._strokes.__getitem__, f"{modules:o}".split(_BREAK)))
        return size, strokes % tuple(range(size))

    def _encode(self, text: str) -> tuple[int, int]:
        """Width, and modules as :class:`_Base` has them."""
        if self._left > 0 or not text.isascii():
            self._left -= 1
            return _encode(text)[1:]
        base = self._base(text)
        modules = base.modules
        for place, (known, character) in enumerate(zip(base.text, text, strict=True)):
            if character != known:
                modules ^= self._part(base, place, ord(character) ^ ord(known))
        return base.size, modules

    def _base(self, text: str) -> _Base:
        """What a text is held against: the first of its length, for addresses of a site have much in common."""
        base = self._bases.get(len(text))
        if base is None:
            base = self._bases[len(text)] = _Base(text, *_encode(text))
        return base

    def _part(self, base: _Base, place: int, difference: int) -> int:
        """What the difference of a character at a place adds."""
        part = self._parts.get((base.kind, place, difference))
        if part is None:
            lowest = difference & -difference
            if lowest == difference:
                character = chr(ord(base.text[place]) ^ difference)
                part = _encode(f"{base.text[:place]}{character}{base.text[place + 1 :]}")[2] ^ base.modules
            else:
                part = self._part(base, place, lowest) ^ self._part(base, place, difference ^ lowest)
            self._parts[base.kind, place, difference] = part
        return part


def import_encoder() -> ModuleType:
    """What encodes: it brings half of a client for the web, and a process that draws no code does without."""
    import segno

    return segno


def _encode(text: str) -> tuple[str, int, int]:
    """Version and level, width, and modules of a text's code, by segno."""
    code = import_encoder().make(text, error="m", micro=False, mask=_MASK, mode="byte")
    rows = [bytes(row).translate(_DIGITS) for row in code.matrix]
    return code.designator, len(rows), int(b"2%b3" % b"2".join(rows), 8)

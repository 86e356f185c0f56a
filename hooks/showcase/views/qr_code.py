"""QR codes (二维码), one of which stands on every brand's page.

Drawing them one by one with segno takes a fifth of the time of a page, so a process that draws many learns from it. For
texts of one length and one mask a code is an affine function of the text's bits over GF(2), error correction and all:
the modules of a text are those of another, with the contribution of every bit in which the two differ added. The
contribution of a bit at a place is the same whatever the length, while version and level are.
"""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

_MASK: Final = 2
"""Weighing all eight masks takes nine tenths of the time, and every reader copes with any."""
_LEARNT_AFTER: Final = 50
"""Codes that are drawn by segno itself: to learn takes as long as some hundred of them."""
_PART: Final = 9
"""Modules whose strokes are drawn together, and are known from then on."""
_DIGITS: Final = bytes.maketrans(b"\0\1", b"01")


class _Base(NamedTuple):
    """A text whose code is known, and its code."""

    text: str
    kind: str
    """Version and level."""
    size: int
    """Width in modules."""
    modules: int


class CodeBook:
    """Draws codes, and learns from those it has drawn; every process has its own."""

    def __init__(self, learnt_after: int = _LEARNT_AFTER) -> None:
        """``learnt_after`` is how many codes are drawn before it begins to learn."""
        self._left = learnt_after
        self._bases: dict[int, _Base] = {}
        self._parts: dict[tuple[str, int, int], int] = {}

    def draw(self, text: str) -> tuple[int, str]:
        """Width in modules, and the path of the dark ones as strokes along the rows, of a text's code."""
        size, modules = self._encode(text)
        bits = f"{modules:0{size * size}b}"
        strokes = []
        for y in range(size):
            row = bits[y * size : (y + 1) * size]
            strokes.append(f"M0 {y}")
            run = 0
            for start in range(0, size, _PART):
                stroke, run = _stroke_part(row[start : start + _PART], run)
                strokes.append(stroke)
            if run < 0:
                strokes.append(f"h{-run}")
        return size, "".join(strokes)

    def _encode(self, text: str) -> tuple[int, int]:
        """Width, and modules as the bits of a number, row by row from the highest."""
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


def _encode(text: str) -> tuple[str, int, int]:
    """Version and level, width, and modules of a text's code, by segno."""
    # It brings half of a client for the web, and few builds draw a code.
    import segno

    code = segno.make(text, error="m", micro=False, mask=_MASK, mode="byte")
    modules = b"".join(map(bytes, code.matrix)).translate(_DIGITS)
    return code.designator, len(code.matrix), int(modules, 2)


@cache
def _stroke_part(part: str, run: int) -> tuple[str, int]:
    """Path data of a part of a row, and the modules at its end that have yet to be drawn: light ones, or less than 0.

    ``run`` are those before the part.
    """
    strokes = []
    for module in part:
        if module == "1":
            if run > 0:
                strokes.append(f"m{run} 0")
                run = 0
            run -= 1
        else:
            if run < 0:
                strokes.append(f"h{-run}")
                run = 0
            run += 1
    return "".join(strokes), run

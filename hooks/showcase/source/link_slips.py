"""Links and pictures that were written in signs that make none: ``[官网]（https://www.example.gov.cn）``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from showcase.source.brand_slips import Slip
from showcase.source.images import is_picture_name
from showcase.source.story_code import blank_code

_ADDRESS: Final = re.compile(
    r"(?<=[(（ \t])(https?)[:：]//([^\s\"'()<>（）\[\]]{1,500})[ \t]{0,9}([)）])", re.IGNORECASE
)
"""Begins behind a bracket or a blank, that a row of addresses is not read to its end from each of them."""
_BEFORE: Final = re.compile(r"([\[［【])([^\[\]［］【】\n]{1,100})([\]］】])([ \t]{0,2})([(（])[ \t]{0,9}\Z")
"""Words in brackets, what stands behind them, and the bracket that opens the address."""
_WORD: Final = re.compile(r"[^\W\d_]{2}")
"""No number of a note, [1], and no sign of what is done, [x]."""
_REACH: Final = 130
"""Characters that all of it takes at the most."""
_PICTURE: Final = re.compile(
    r"!([\[［【])([^\[\]［］【】\n]{0,100})([\]］】])([ \t]{0,2})([(（])[ \t]{0,9}([^\s()（）]{1,200})[ \t]{0,9}([)）])"
)
_WORDLESS: Final = re.compile(r"(?<![!\\])\[[ \t]{0,9}\]\(([^\s()]{1,500})\)")
_HOST: Final = re.compile(r"https?://([^/?#]+)", re.IGNORECASE)
_RIGHT: Final = ("[", "]", "(", ")")


def find_link_slips(body: str) -> Iterator[Slip]:
    """The links to websites with a full-width bracket, or a blank between brackets, shown as they are written.

    Code is passed over.
    """
    if "//" not in body or not ("] (" in body or any(sign in body for sign in "（）［］【】")):
        return
    text = blank_code(body)
    for found in _ADDRESS.finditer(text):
        before = _BEFORE.search(text, max(0, found.start() - _REACH), found.start())
        if before is None:
            continue
        is_wide = (before[1], before[3], before[5], found[3]) != _RIGHT
        if is_wide or (before[4] and _WORD.search(before[2])):
            written = text[before.start() : found.end()]
            yield Slip(before.start(), written, f"[{before[2]}]({found[1].lower()}://{found[2]})")


def find_wordless_links(body: str) -> Iterator[Slip]:
    """The links without words, which nobody can see or press; to a website one could say where it leads."""
    if "](" not in body:
        return
    for found in _WORDLESS.finditer(blank_code(body)):
        host = _HOST.match(found[1])
        yield Slip(found.start(), found[0], f"[{host[1]}]({found[1]})" if host else "")


def find_picture_slips(body: str) -> Iterator[Slip]:
    """The pictures with a full-width bracket, or a blank between brackets, which are shown as they are written."""
    if "!" not in body or not ("] (" in body or any(sign in body for sign in "（）［］【】")):
        return
    for found in _PICTURE.finditer(blank_code(body)):
        signs = (found[1], found[3], found[5], found[7])
        if (signs != _RIGHT or found[4]) and is_picture_name(found[6]) and "//" not in found[6]:
            yield Slip(found.start(), found[0], f"![{found[2]}]({found[6]})")

"""Headings and strong words that were meant as such, in signs that make none: ``＃＃ 起因``, ``**重点 **``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from showcase.source.brand_slips import Slip
from showcase.source.story_code import blank_code

_HEADING: Final = re.compile(r"^ {0,3}([#＃]{1,6}+)([ \t\u3000]*+)([^\s#＃][^＃\n]{0,99}+)$", re.MULTILINE)
"""A line with such a sign further on names topics: ＃政务服务＃."""
_STRONG: Final = re.compile(r"(?<![*\\])\*\*(?![\s*])[^*\n]*+(?:\n[^*\n]++)*+(?<![\s\\])\*\*(?!\*)")
_LOOSE: Final = re.compile(r"(?<![*\\])\*\*(?!\*)([^*\n|\x00]{1,300})\*\*(?!\*)")


def find_heading_slips(body: str) -> Iterator[Slip]:
    """The lines that begin as headings do, but with a full-width sign; code is passed over."""
    if "＃" not in body:
        return
    for found in _HEADING.finditer(blank_code(body)):
        signs, blank, words = found.groups()
        # What stands right behind one sign may be a number: ＃1 楼.
        if "＃" in signs and (blank or len(signs) > 1 or not words[0].isdigit()):
            words = words.rstrip()
            # A blank before it makes it none either.
            written = body[found.start() : found.start(3) + len(words)]
            yield Slip(found.start(), written, f"{'#' * len(signs)} {words}")


def find_strong_slips(body: str) -> Iterator[Slip]:
    """The words between pairs of asterisks with a blank within, which are shown with these; code is passed over."""
    text = _STRONG.sub(lambda strong: "\0" * len(strong[0]), blank_code(body))
    for found in _LOOSE.finditer(text):
        words = found[1].strip()
        if words != found[1] and any(map(str.isalpha, words)):
            before = " " if found[1][0].isspace() and _is_latin(text[found.start() - 1 : found.start()]) else ""
            after = " " if found[1][-1].isspace() and _is_latin(text[found.end() : found.end() + 1]) else ""
            yield Slip(found.start(), found[0], f"{before}**{words}**{after}")


def _is_latin(sign: str) -> bool:
    """Whether a sign is parted from a word beside it by a blank."""
    return sign.isascii() and sign.isalnum()

"""Lists that were written as a text, ``1、甲 2、乙`` or ``#甲 #乙``, taken apart into their items."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_MARK: Final = re.compile(
    r"[（(](\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|(\d{1,2})(?:[、)）]|[.．](?!\d))|([①-⑳])|([一二三四五六七八九十]{1,3})、"
)
"""The number of an item."""
_SIGN: Final = re.compile(r"(?:[-－—–•·●*+]+(?=[ \t\u3000])|[－—–•·●-])[ \t\u3000]*")
_BETWEEN: Final = re.compile(r"(?:^|[ \t\u3000、，,；;])[-－—–·*+][ \t\u3000]*|[•●]")
"""A sign before an item; that of a bullet stands for nothing else."""
_NUMERALS: Final = "〇一二三四五六七八九"
_COMMAS: Final = re.compile(r"[、，,；;]")
_SEMICOLONS: Final = re.compile(r"[；;]")
_HASH: Final = re.compile(r"[#＃]")
_HAN: Final = re.compile(r"[一-鿿]")
_ENDS: Final = " \t\u3000、，,；;。"
_BRACKETS: Final = (("[", "]"), ("【", "】"), ("（", "）"), ("(", ")"))


def split_items(text: str, *, finely: bool = True) -> list[str]:
    """The items of a text, one where it cannot be taken apart; ``finely`` where an item is a name, and no sentence."""
    text = text.strip()
    if "\n" in text:
        return _clean([strip_mark(line) for line in text.split("\n")])
    if items := _split_hashes(text) or _split_numbers(text) or _split_signs(text):
        return items
    for opening, closing in _BRACKETS:
        if text.startswith(opening) and text.endswith(closing):
            text = text[1:-1].strip()
    items = _clean((_COMMAS if finely else _SEMICOLONS).split(text))
    if len(items) > 1 or not finely:
        return items
    words = text.split()
    # Of words of other scripts several make one name: AI 客服.
    return _clean(words) if all(map(_HAN.search, words)) else items


def strip_mark(line: str) -> str:
    """A line that is one item, without its number or the sign before it."""
    line = line.strip()
    found = _MARK.match(line) or _SIGN.match(line)
    return line[found.end() :].strip(_ENDS) if found else line.strip(_ENDS)


def is_marked(line: str) -> bool:
    """Whether a line begins with the number of an item, or with a sign before it."""
    return strip_mark(line) != line.strip().strip(_ENDS)


def _split_hashes(text: str) -> list[str]:
    """The items of ``#甲 #乙`` or ``甲 #乙``, where no word but the first is without its sign."""
    words = re.split(r"[\s、，,；;]+", text)
    if not text or not all(word[:1] in ("#", "＃") for word in words[1:] or words):
        return []
    return _clean(_HASH.split(" ".join(words)))


def _split_numbers(text: str) -> list[str]:
    """The items behind the numbers 1, 2, 3 and so on; none where there is no first one, or where it may be an item."""
    items, start, wanted = list[str](), 0, 1
    for found in _MARK.finditer(text):
        if _read_mark(found) != wanted:
            continue
        if wanted == 1 and found.start() > 0:
            return []
        items.append(text[start : found.start()])
        start, wanted = found.end(), wanted + 1
    items = [*items[1:], text[start:]]
    cleaned = _clean(items)
    is_lone = wanted == 2 and not (text[start : start + 1].isdecimal() or _COMMAS.search(text, start))
    return cleaned if (wanted > 2 or is_lone) and len(cleaned) == len(items) else []


def _split_signs(text: str) -> list[str]:
    return _clean(_BETWEEN.split(text)) if _SIGN.match(text) else []


def _read_mark(found: re.Match[str]) -> int:
    text = unicodedata.normalize("NFKC", next(filter(None, found.groups())))
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return (_NUMERALS.find(tens) if tens else 1) * 10 * len(ten) + max(0, _NUMERALS.find(ones) if ones else 0)


def _clean(items: list[str]) -> list[str]:
    return [item for item in (item.strip(_ENDS) for item in items) if item]

"""Private mobile numbers (个人手机号码), however they are written: in groups, in full-width or circled digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_ROWS: Final = (
    "０１２３４５６７８９",
    "⓪①②③④⑤⑥⑦⑧⑨",
    "⓿❶❷❸❹❺❻❼❽❾",
    "⁰¹²³⁴⁵⁶⁷⁸⁹",
    "₀₁₂₃₄₅₆₇₈₉",
    "\U0001d7ce\U0001d7cf\U0001d7d0\U0001d7d1\U0001d7d2\U0001d7d3\U0001d7d4\U0001d7d5\U0001d7d6\U0001d7d7",
    "\U0001d7d8\U0001d7d9\U0001d7da\U0001d7db\U0001d7dc\U0001d7dd\U0001d7de\U0001d7df\U0001d7e0\U0001d7e1",
    "\U0001d7ec\U0001d7ed\U0001d7ee\U0001d7ef\U0001d7f0\U0001d7f1\U0001d7f2\U0001d7f3\U0001d7f4\U0001d7f5",
    "〇一二三四五六七八九",
    "零壹贰叁肆伍陆柒捌玖",
)
"""Digits that read as 0 to 9."""
_DIGITS: Final = str.maketrans({digit: str(value) for row in _ROWS for value, digit in enumerate(row)} | {"幺": "1"})
_ONES: Final = (*(row[1] for row in _ROWS[:-2]), "幺", "壹")
"""What a number may begin with that is not written in ASCII."""
_IN_WORDS: Final = re.compile("一[三四五六七八九].{0,2}[〇零一二三四五六七八九]")
_GAP: Final = r"[ \t\u00a0\u2000-\u200a\u3000.·・•\-\u2010-\u2015\u2212－_/~～()（）、]{0,3}"
_CORE: Final = re.compile(r"1\W{0,3}[3-9３-９](?:\W{0,3}\d){9}")
"""Begins with a literal, and is sought far faster."""
_MOBILE: Final = (
    rf"(?<!\d)(?:(?:\+|00)?86{_GAP})?(?:"
    rf"1[3-9]\d{_GAP}\d{{4}}{_GAP}\d{{4}}|1[3-9]\d{_GAP}\d{{3}}{_GAP}\d{{5}}|1[3-9]\d{{2}}{_GAP}\d{{3}}{_GAP}\d{{4}}"
    rf"|1[3-9]\d{{3}}{_GAP}\d{{6}}|1(?P<gap>[ .\-·]{{1,2}})[3-9](?:(?P=gap)\d){{9}}"
    r")(?!\d)"
)


def find_mobile_numbers(text: str) -> Iterator[tuple[int, str]]:
    """Every mainland mobile number in a text, as it is written there, each after its offset."""
    if not _CORE.search(text) and (text.isascii() or not (_IN_WORDS.search(text) or any(one in text for one in _ONES))):
        return
    for found in re.finditer(_MOBILE, text.translate(_DIGITS)):
        # Every digit is translated into one digit, so that places stay what they are.
        yield found.start(), text[found.start() : found.end()]


def find_mobile_number(text: str) -> str | None:
    """The first mainland mobile number in a text, as it is written there."""
    return next((number for _, number in find_mobile_numbers(text)), None)


def is_mobile_number(text: str) -> bool:
    """Whether a text holds a mainland mobile number, which a public page must not show."""
    return find_mobile_number(text) is not None

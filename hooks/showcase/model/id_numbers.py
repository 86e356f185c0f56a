"""Numbers of identity cards (公民身份号码): 18 digits that end in a check digit."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

_NUMBER: Final = re.compile(
    r"(?<![\dA-Za-z])[1-9１-９]\d{5}[ \u3000-]?((?:19|20|１９|２０)\d{6})[ \u3000-]?\d{3}[\dXxＸｘ](?![\dA-Za-z])"
)
"""Region, day of birth, serial number and check digit."""
_CORES: Final = (re.compile(r"19\d{6}"), re.compile(r"20\d{6}"))
"""Days that begin with a literal, and are sought far faster."""
_WIDE: Final = (("１", "１９"), ("２", "２０"))
"""The same in full-width digits; one character is sought far faster than two."""
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS: Final = "10X98765432"
"""The check digit by the weighted sum's rest."""


def find_id_numbers(text: str) -> Iterator[tuple[int, str]]:
    """Every number of an identity card in a text, as it is written there, each after its offset."""
    if not (any(core.search(text) for core in _CORES) or any(one in text and both in text for one, both in _WIDE)):
        return
    for found in _NUMBER.finditer(text):
        if _is_day(found[1]) and _is_checked(found[0]):
            yield found.start(), found[0]


def _is_day(digits: str) -> bool:
    try:
        dt.date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return True


def _is_checked(number: str) -> bool:
    digits = [int(char) for char in number[:-1] if char.isdecimal()]
    rest = sum(weight * digit for weight, digit in zip(_WEIGHTS, digits, strict=True)) % len(_CHECKS)
    last = number[-1]
    return _CHECKS[rest] == (str(int(last)) if last.isdecimal() else "X")

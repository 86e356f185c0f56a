"""Numbers with words around them, ``2500万件``, taken apart so that what is suggested has the size that is meant."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Final, NamedTuple

_WRITTEN: Final = re.compile(
    r"(?P<lead>[^\d\-“‘]{0,10})(?P<number>-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)\s*(?P<rest>[^\d\s]{0,12})"
)
_IN_WORDS: Final = re.compile(
    "(?P<tens>[一二三四五六七八九]?十)?(?P<ones>[一二两三四五六七八九])?"
    "(?P<unit>个?(?:工作日|自然日|小时|分钟|月|年)|[日天周次件项户家名人位种类处条所个]|)"
)
"""A number below a hundred in words, alone or with a unit that is one."""
_SCALE: Final = re.compile(r"[多余几]?([十百千万亿兆]+)(?!分|[米克瓦升])")
_SIZES: Final = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000, "兆": 1_000_000_000_000}
_WORDS: Final = {"两": 2, **{sign: number for number, sign in enumerate("一二三四五六七八九", 1)}}
_LEAD_OF_SIZE: Final = re.compile(r"[十百千万亿兆零一二三四五六七八九点分之几/.,]\s*\Z")
"""What makes of the digits behind it a part of another number, but for ``百分之``."""
_RANK: Final = re.compile(r"第\s*\Z")
"""What makes a place in an order of the digits behind it."""
_ABOUT: Final = (
    ("左右", re.compile(r"(?:约|近|大概|差不多)[为有达]?\s*\Z")),
    ("以上", re.compile(r"(?:(?<!不)(?:超|超过|逾|突破|多于|高于)|至少|不少于|不低于)\s*\Z")),
    ("以下", re.compile(r"(?:不足|不到|(?<!不)(?:少于|低于)|不超过|不多于|不高于)\s*\Z")),
)
"""What stands before a number that is not exact, and what says the same behind its unit."""
_NOT_EXACT: Final = re.compile(r"[多余几]|左右|上下|以[上下]|[+]")
_PARTS: Final = re.compile(r"[‰‱成折]|[kKmMwW](?![A-Za-z])|半")
"""What makes another number of the digits before it, and is no unit that could be written beside it."""
_OTHER_SPAN: Final = re.compile(r"[周月年时季旬]|星期|分钟")
"""Units of time of which a count of days, people or answers would be a falsehood."""
_UNIT: Final = re.compile(r"[一-鿿A-Za-z%/·℃²³]{1,12}")


class WrittenNumber(NamedTuple):
    """A number as it was written."""

    digits: str
    """The number alone, without thousands commas."""
    unit: str
    """What follows it; empty where nothing does."""
    size: int
    """By how much 万, 亿 and the like behind the number multiply it; 1 where there is none."""
    about: str
    """What belongs behind the unit of a number that is not exact, 左右 of 约; empty where nothing does."""


def read_number(raw: str) -> WrittenNumber | None:
    """``约2,500万件`` as 2500, 万件, 10000 and 左右; nothing of a rank, or where its size cannot be made out."""
    text = _write_digits(unicodedata.normalize("NFKC", raw).strip(" \t。"))
    found = _WRITTEN.fullmatch(text)
    if not found:
        return None
    lead, unit = found["lead"].strip(), found["rest"].strip("()")
    if _RANK.search(lead) or _LEAD_OF_SIZE.search(lead.removesuffix("百分之")) or _PARTS.match(unit):
        return None
    scale = _SCALE.match(unit)
    size = 1
    for sign in scale[1] if scale else "":
        size *= _SIZES[sign]
    about = next((sign for sign, before in _ABOUT if before.search(lead)), "")
    return WrittenNumber(found["number"].replace(",", ""), unit, size, about)


def _write_digits(text: str) -> str:
    """``十五个工作日`` as ``15个工作日``; what is not in words stays as it is."""
    found = _IN_WORDS.fullmatch(text)
    if not found or not (found["tens"] or found["ones"]):
        return text
    tens = (_WORDS.get(found["tens"][:-1], 1)) if found["tens"] else 0
    return f"{10 * tens + _WORDS.get(found['ones'] or '', 0)}{found['unit']}"


def mend_number(raw: str) -> str | None:
    """``98.6%`` as ``98.6``: the number alone, where it has the same size without what follows it."""
    number = read_number(raw)
    return number.digits if number and number.size == 1 else None


def mend_count(raw: str) -> str | None:
    """``1.2万人`` as ``12000``: a whole number in digits."""
    number = read_number(raw)
    if number is None or _OTHER_SPAN.search(number.unit):
        return None
    value = Decimal(number.digits) * number.size
    return str(int(value)) if value == int(value) else None


def mend_with_unit(raw: str, unit: str) -> tuple[str, str] | None:
    """``2500万件`` as ``("2500", "万件")``: the number, and the unit to be written beside it.

    ``unit`` is the one that stands there already, empty where none does; the second text is empty where that may stay.
    """
    number = read_number(raw)
    if number is None:
        return None
    if number.size == 1 and (unit or not number.unit):
        return number.digits, _tell_about(unit, number) if number.about else ""
    if not _UNIT.fullmatch(number.unit):
        return None if number.size != 1 else (number.digits, "")
    return number.digits, _tell_about(number.unit if number.unit.endswith(unit) else f"{number.unit}{unit}", number)


def is_rank(raw: str) -> bool:
    """Whether a text is a place in an order, ``第1名``, and no number of anything."""
    found = _WRITTEN.fullmatch(unicodedata.normalize("NFKC", raw).strip(" \t。"))
    return bool(found and _RANK.search(found["lead"]))


def _tell_about(unit: str, number: WrittenNumber) -> str:
    """The unit, with what says that the number is not exact, unless it or the number's own says so."""
    return unit if _NOT_EXACT.search(unit) or _NOT_EXACT.search(number.unit) else f"{unit}{number.about}"

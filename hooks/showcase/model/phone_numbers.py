"""Telephone numbers as a telephone dials them (拨号), out of what is written of them: blanks, brackets, extensions."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import lru_cache
from typing import Final

_PLAIN: Final = re.compile(
    r"0(?:(?:10|2[0-9])-?[0-9]{8}|(?:000|[3-9][0-9]{2})-?[0-9]{7,8})|1[02][0-9]{3}|(?![48]00)[2-8][0-9]{6,7}"
)
"""How most are written; these need not be taken apart."""
_NARROW: Final = str.maketrans("０１２３４５６７８９（）＋－—–‐‑−\u3000\u00a0", "0123456789()+------  ")
_HOURS: Final = "(?:[01]?[0-9]|2[0-4])[ ]?[-~～至到][ ]?(?:[01]?[0-9]|2[0-4])"
_TIME: Final = re.compile(
    rf"""
      (?<![0-9])[0-9]{{1,2}}[:：][0-9]{{2}}(?![0-9])                       # the 9:00 of opening hours
    | (?<![0-9-])(?:19|20)[0-9]{{2}}([-/.])[0-9]{{1,2}}\1[0-9]{{1,2}}(?![0-9-])  # 2024-05-20
    | (?<![0-9-])(?:19|20)[0-9]{{2}}-(?:19|20)[0-9]{{2}}(?=[ ]?学?年)  # 2019-2024 年
    | (?<![0-9-])(?:19|20)[0-9]{{2}}(?:0[1-9]|1[0-2])[0-3][0-9](?=[ ]?[起前后至])  # 20240520 起
    | (?<![0-9+(-])(?<![0-9][ ])(?<!转)(?<!转[ ]){_HOURS}(?:[ ]{_HOURS})*(?![0-9]|[ ]?-)  # 8-12 14-17
    """,
    re.VERBOSE,
)
"""Hours and dates, whose digits are of no number."""
_LONE_CODE: Final = re.compile(r"(?<![0-9-])(0(?:10|2[0-9]|[3-9][0-9]{2})|[48]00)\)?[ ]?[^\w\s()+-][ ]?(?=[0-9])")
"""The code of an area, or 400, set off with a slash or the like: without it, what follows is the number of another."""
_RUN: Final = re.compile(r"([+(]{0,2})([0-9][0-9\-() ]*)(?:(?:转|分机)[接号]?[:：]?[ ]?([0-9]{1,6})(?![0-9]))?")
"""Digits in groups, and the extension behind them."""
_PIECE: Final = re.compile(r"[0-9]+|[^0-9]+")
_SERVICE: Final = re.compile(r"1[12][0-9]|1[02][0-9]{3}|9[56][0-9]{3,4}")
"""A short number (短号码), which is whole as it is: 120, 12345, 95598."""
_LOCAL: Final = (7, 8)
"""Digits of a number within its area."""
_LOCAL_GROUPS: Final = ((3, 4), (4, 4))
"""As it is written in two groups; others that come to as many digits are a date, a span of time, or a price."""
_SHORT: Final = (5, 6)
"""Digits of one that is in no list of services, and whole only where nothing follows."""
_FREE: Final = ("400", "800")
_DIGITS_OF_FREE: Final = 10
_LONGEST_BY_HYPHEN: Final = 4
"""Digits of an extension behind a hyphen; more of them are another number."""
_ABROAD: Final = range(8, 16)

Group = tuple[str, str]
"""What stands before digits, and they."""


# A page asks for each of its numbers some three times.
@lru_cache(maxsize=64)
def dial_number(text: str) -> str:
    """What follows ``tel:`` for the first whole number of a text, by RFC 3966; empty where none can be made out.

    ``(0571) 1234 5678 转 9`` gives ``057112345678;ext=9``. Nothing is better than half a number, which is another's.
    """
    if _PLAIN.fullmatch(text):
        return text.replace("-", "")
    for found in _RUN.finditer(_TIME.sub("、", _LONE_CODE.sub(r"\1-", text.translate(_NARROW)))):
        pieces = ["", *_PIECE.findall(found[2])]
        groups = list(zip(pieces[::2], pieces[1::2], strict=False))
        number, rest = _read_number("+" in found[1], groups)
        if number:
            extension = _read_extension(rest) if rest else found[3]
            return f"{number};ext={extension}" if extension else number
    return ""


def _read_extension(rest: Sequence[Group]) -> str:
    """The digits behind a hyphen; behind anything else they are none."""
    mark, digits = rest[0]
    return digits if mark.strip() == "-" and len(digits) <= _LONGEST_BY_HYPHEN else ""


def _read_number(has_plus: bool, groups: Sequence[Group]) -> tuple[str, Sequence[Group]]:
    """The number that the first groups make, and the groups behind it; empty where they make none."""
    parts = [digits for _, digits in groups]
    country = ""
    if parts[0].startswith("0086") or (parts[0] == "86" and len(parts) > 1):
        has_plus, parts[0] = True, parts[0].removeprefix("00")
    if has_plus and not parts[0].startswith("86"):
        number = "".join(parts)
        return (f"+{number}", ()) if len(number) in _ABROAD else ("", ())
    if has_plus:
        country, parts[0] = "+86", parts[0][2:]
    taken = _count_taken(_drop_trunk(parts) if country else parts, at_home=not country)
    return (country + "".join(parts[:taken]), groups[taken:]) if taken else ("", ())


def _drop_trunk(parts: list[str]) -> list[str]:
    """The groups behind a country's code, without the 0 that is dialled within the country alone."""
    first = next((index for index, part in enumerate(parts) if part), 0)
    parts[first] = parts[first].removeprefix("0")
    return parts


def _count_taken(parts: Sequence[str], *, at_home: bool) -> int:
    """How many groups make the first number; 0 where they make none."""
    whole = "".join(parts)
    if whole.startswith(_FREE):
        # No local number begins so.
        return _count_to(parts, (_DIGITS_OF_FREE,))
    if at_home and not whole.startswith("0"):
        return 1 if _SERVICE.fullmatch(parts[0]) else _count_local(parts)
    # 10 and 2x are the shortest codes of areas; at home they have a 0 before them.
    code = whole.removeprefix("0") if at_home else whole
    size = (2 if code.startswith(("10", "2")) else 3) + at_home
    area = _count_to(parts, (size,))
    if area and area < len(parts) and _SERVICE.fullmatch(parts[area]):
        return area + 1
    if taken := _count_to(parts, [size + length for length in _LOCAL]):
        return taken
    return area + 1 if area and len(parts) == area + 1 and len(parts[area]) in _SHORT else 0


def _count_local(parts: Sequence[str]) -> int:
    """As before, of a number without an area code; 531 8888 6666 lacks the 0 of it, and begins with no such number."""
    sizes = tuple(map(len, parts))
    taken = 1 if sizes[0] in _LOCAL else 2 if sizes[:2] in _LOCAL_GROUPS else 0
    if taken > 1 and sizes[0] == len("531") and any(size > len("00") for size in sizes[taken : taken + 1]):
        return 0
    return taken or (1 if len(sizes) == 1 and sizes[0] in _SHORT else 0)


def _count_to(parts: Sequence[str], lengths: Container[int]) -> int:
    """How many groups have so many digits together; 0 where none have."""
    total = 0
    for count, part in enumerate(parts, 1):
        total += len(part)
        if total in lengths:
            return count
    return 0

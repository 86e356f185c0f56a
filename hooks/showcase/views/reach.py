"""Ways to reach those behind a brand: numbers to dial, addresses to open, codes to scan."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from markupsafe import Markup

from showcase.model.brand import Brand
from showcase.model.management import Supervision, SupervisionType
from showcase.model.service import ChannelType
from showcase.model.values import is_email, is_url
from showcase.views.qr_code import CodeBook

_NUMBER: Final = re.compile(r"(?:\+[0-9]{1,3} ?)?[(（]?[0-9]{2,4}[)）]? ?[-—]?(?:[0-9]+[-—]?)+")
_NOT_DIALLED: Final = re.compile(r"[^+0-9]+")
_MOST_SCANNED: Final = 400
"""Bytes of a text in a QR code; the code of a longer one is too fine to be read from a screen."""


class Action(NamedTuple):
    """Something a visitor can do at once (操作)."""

    label: str
    href: str
    icon: str
    outside: bool = False
    """Whether it leaves the site."""


class Code(NamedTuple):
    """A QR code (二维码) and what it leads to."""

    svg: Markup
    caption: str


# A page asks for each of its numbers and hosts some three times.
@lru_cache(maxsize=64)
def dial_number(phone: str) -> str:
    """The first number of a text, as a telephone dials it: ``(0571) 1234-5678 转 9`` → ``057112345678``.

    Fewer than three digits are no number; a blank joins an area code to its number, never two numbers.
    """
    found = _NUMBER.search(phone)
    return _NOT_DIALLED.sub("", found[0]) if found else ""


@lru_cache(maxsize=64)
def host_of(url: str) -> str:
    """The host of an address as a visitor knows it, without ``www.``; the address itself where it names none."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        host = None
    return (host or url).removeprefix("www.")


def supervision_href(way: Supervision) -> str | None:
    """The link of a way of supervision, or ``None`` for one that is a place."""
    value = way.value.strip()
    if way.type is SupervisionType.HOTLINE and dial_number(value):
        return f"tel:{dial_number(value)}"
    if way.type is SupervisionType.EMAIL and is_email(value):
        return f"mailto:{value}"
    if way.type is SupervisionType.WEB and is_url(value):
        return value
    return None


def first_phone(brand: Brand) -> str | None:
    """The number to call: the first hotline, else the office."""
    channels = brand.service.channels
    hotline = next(
        (channel.phone for channel in channels if channel.phone and channel.type is ChannelType.HOTLINE), None
    )
    return hotline or brand.contact.phone or next((channel.phone for channel in channels if channel.phone), None)


def fits_code(text: str) -> bool:
    """Whether a text is short enough for a QR code."""
    return len(text.encode()) <= _MOST_SCANNED


def draw_code(book: CodeBook, text: str, caption: str) -> Code:
    """A QR code of a text, dark on white whatever the scheme, so that every telephone reads it."""
    size, path = book.draw(text)
    # Two modules of white around it; the strokes lie in the middle of their rows.
    box = f"-2 -2.5 {size + 4} {size + 4}"
    drawn = f'<svg class="qr" viewBox="{box}" aria-hidden="true"><path stroke="#111" d="{path}"/></svg>'
    return Code(Markup(drawn), caption)

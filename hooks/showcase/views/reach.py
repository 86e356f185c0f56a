"""Ways to reach those behind a brand: numbers to dial, addresses to open, codes to scan."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from markupsafe import Markup

from showcase.model.brand import Brand
from showcase.model.management import Supervision, SupervisionType
from showcase.model.phone_numbers import dial_number
from showcase.model.service import ChannelType
from showcase.model.values import is_email, is_url
from showcase.views.qr_code import CodeBook

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


def call_href(phone: str) -> str:
    """The link that calls a number; empty where none can be made out of what is written."""
    number = dial_number(phone)
    return f"tel:{number}" if number else ""


# A page asks for each of its hosts some three times.
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
    if way.type is SupervisionType.HOTLINE:
        return call_href(value) or None
    if way.type is SupervisionType.EMAIL and is_email(value):
        return f"mailto:{value}"
    if way.type is SupervisionType.WEB and is_url(value):
        return value
    return None


def first_phone(brand: Brand) -> str | None:
    """The number to call: the first hotline, else the office; one that can be dialled."""
    channels = brand.service.channels
    hotlines = (channel.phone for channel in channels if channel.type is ChannelType.HOTLINE)
    written = (*hotlines, brand.contact.phone, *(channel.phone for channel in channels))
    return next((phone for phone in written if phone and dial_number(phone)), None)


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

"""Icons: all there, alike in form, and drawn within their grid."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest

import showcase.views
from showcase.model.service import ChannelType
from showcase.views.icons import GLYPHS, ICONS, glyph, icon, write_glyphs

NAMES = [
    "desk",
    "phone",
    "shield",
    "receipt",
    "road",
    "scales",
    "stamp",
    "letter",
    "passport",
    "wave",
    "heart",
    "home",
    "search",
    "share",
    "external",
    "arrow-right",
    "arrow-left",
    "web",
    "app",
    "miniprogram",
    "hotline",
    "hall",
    "kiosk",
    "email",
    "other",
    "praise",
    "suggest",
    "supervise",
    "print",
    "sun",
    "moon",
    "close",
    "menu",
    "filter",
    "check",
    "clock",
    "pin",
    "document",
    "medal",
    "quote",
]


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_one_stroke_in_the_colour_of_the_text(name: str) -> None:
    svg = ET.fromstring(icon(name))
    assert svg.get("viewBox") == "0 0 24 24"
    assert (svg.get("stroke"), svg.get("fill")) == ("currentColor", "none")
    assert svg.get("aria-hidden") == "true"
    assert [child.tag for child in svg] == ["path"]


@pytest.mark.parametrize("name", NAMES)
def test_every_stroke_begins_within_the_grid(name: str) -> None:
    starts = re.findall(r"M(-?[\d.]+)[ ,]?(-?[\d.]+)", ICONS[name])
    assert starts
    assert all(2 <= float(part) <= 22 for start in starts for part in start)


def test_no_two_icons_are_alike() -> None:
    assert len(set(ICONS.values())) == len(ICONS) == len(NAMES)


def test_an_unknown_name_gives_a_neutral_dot() -> None:
    assert icon("no-such") == icon("")
    assert icon("no-such") not in {icon(name) for name in NAMES}


def test_what_brand_pages_and_listings_show_is_held_by_the_stylesheet() -> None:
    templates = Path(showcase.views.__file__).with_name("templates").rglob("*.html")
    shown = {name for path in templates for name in re.findall(r'\bglyph\("([^"]+)"\)', path.read_text("utf-8"))}
    assert shown | {"phone", "external"} | {kind.value for kind in ChannelType} == set(GLYPHS)


@pytest.mark.parametrize("name", GLYPHS)
def test_the_stylesheet_draws_what_stands_in_a_page_otherwise(name: str) -> None:
    assert glyph(name) == f'<i class="icon icon--{name}"></i>'
    rule = next(rule for rule in write_glyphs() if rule.startswith(f".icon--{name} "))
    address = re.fullmatch(r'.* { --glyph: url\("data:image/svg\+xml,([^"<>#]+)"\); }', rule)
    assert address
    masked, inline = (ET.fromstring(svg) for svg in (unquote(address[1]), icon(name)))
    assert (masked.get("viewBox"), masked.get("fill")) == (inline.get("viewBox"), inline.get("fill"))
    assert masked[0].attrib == inline[0].attrib


def test_what_the_stylesheet_does_not_hold_is_drawn_in_the_page() -> None:
    assert glyph("wave") == icon("wave")
    assert glyph("no-such") == icon("no-such")

"""Icons: all there, alike in form, and drawn within their grid."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from showcase.views.icons import ICONS, icon

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

"""Colours: conversion, contrast, and the promises of every role whatever an editor gives."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from showcase.views.face.oklch import Oklch, read_oklch, write_hex
from showcase.views.face.palette import (
    NIGHT,
    PAPER,
    color_for,
    derive_palette,
    measure_contrast,
    measure_luminance,
    style_card,
    style_of,
)

WHITE = "#ffffff"
COLORS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize(
    ("color", "luminance"),
    [("#000", 0), ("#fff", 1), ("#f00", 0.2126), ("#0f0", 0.7152), ("#0000ff", 0.0722), ("#808080", 0.2159)],
)
def test_luminance_is_that_of_wcag(color: str, luminance: float) -> None:
    assert measure_luminance(color) == pytest.approx(luminance, abs=1e-4)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000", "#fff", 21), ("#fff", "#000", 21), ("#777777", "#fff", 4.48), ("#767676", "#fff", 4.54)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert measure_contrast(one, other) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize(
    ("color", "lightness", "chroma", "hue"),
    [
        ("#ff0000", 0.6280, 0.2577, 29.23),
        ("#00ff00", 0.8664, 0.2948, 142.50),
        ("#0000ff", 0.4520, 0.3132, 264.05),
        ("#ffff00", 0.9680, 0.2110, 109.77),
    ],
)
def test_oklch_is_that_of_its_author(color: str, lightness: float, chroma: float, hue: float) -> None:
    read = read_oklch(color)
    assert (read.lightness, read.chroma) == pytest.approx((lightness, chroma), abs=1e-3)
    assert read.hue == pytest.approx(hue, abs=0.05)


@given(COLORS)
def test_conversion_comes_back_to_the_same_colour(color: str) -> None:
    assert write_hex(read_oklch(color)) == color


@pytest.mark.parametrize("hue", range(0, 360, 30))
def test_what_srgb_cannot_show_loses_chroma_and_keeps_lightness_and_hue(hue: int) -> None:
    shown = read_oklch(write_hex(Oklch(0.6, 0.4, hue)))
    assert shown.lightness == pytest.approx(0.6, abs=0.01)
    assert abs((shown.hue - hue + 180) % 360 - 180) < 2
    assert 0.05 < shown.chroma < 0.4


@pytest.mark.parametrize("color", ["", "red", "1b66d6", "#12", "#12345", "#1234567", "#ggg", "#１２３", "#fff\n"])
def test_what_is_no_colour_is_refused(color: str) -> None:
    with pytest.raises(ValueError, match="not a colour"):
        derive_palette(color)


def test_short_form_is_the_long_one() -> None:
    assert derive_palette("#F0a") == derive_palette("#ff00aa")


@given(COLORS)
@example("#ffffff")
@example("#000000")
@example("#ffff00")
@example("#00ffff")
@example("#808080")
def test_every_role_can_be_read_on_its_ground(color: str) -> None:
    palette = derive_palette(color)
    floors = [
        *((palette.accent, ground, 4.5) for ground in (*PAPER, palette.tint)),
        *((palette.dark_accent, ground, 4.5) for ground in (*NIGHT, palette.dark_tint)),
        (palette.deep, palette.tint, 7),
        (palette.dark_deep, palette.dark_tint, 7),
        (WHITE, palette.seal, 4.5),
        (WHITE, palette.cover_base, 7),
        *((WHITE, ink, 4.5) for ink in palette.cover_inks),
    ]
    assert [floor for floor in floors if measure_contrast(floor[0], floor[1]) < floor[2]] == []


@given(COLORS)
def test_a_colour_keeps_its_hue_and_a_grey_stays_grey(color: str) -> None:
    source, palette = read_oklch(color), derive_palette(color)
    for shown in map(read_oklch, (palette.accent, palette.seal, palette.dark_accent, palette.cover_base)):
        if source.chroma < 0.02:
            assert shown.chroma < 0.035
        elif source.chroma > 0.06 and shown.chroma > 0.03:
            assert abs((shown.hue - source.hue + 180) % 360 - 180) < 27


@pytest.mark.parametrize("color", ["#1b66d6", "#c8102e", "#0a7d6a", "#6a4fb3"])
def test_the_seal_is_the_brands_own_colour_where_white_can_be_read_on_it(color: str) -> None:
    assert derive_palette(color).seal == color


def test_a_brand_without_colour_always_gets_the_same_one() -> None:
    assert color_for("浙里办") == color_for("浙里办")
    assert len({color_for(str(seed)) for seed in range(400)}) == 16


def test_style_is_compact_and_complete() -> None:
    palette = derive_palette("#c8102e")
    styles = (style_of(palette), style_card(palette, has_line=True), style_card(palette, has_line=False))
    names = ["b", "bd", "bt", "d", "dd", "dt", "c", "bl", "dl", "s"]
    for style, count in zip(styles, (10, 9, 7), strict=True):
        assert re.findall(r"--([a-z-]+):#[0-9a-f]{6}(?:;|$)", style) == names[:count]
        assert " " not in style

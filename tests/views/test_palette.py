"""Colours: conversion, contrast, and the promises of every role whatever an editor gives."""

from __future__ import annotations

import math
import re
from bisect import bisect_left

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from showcase.views.face.oklch import Hue, read_oklch, spell_hex
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
GAMUT = 1e-4
"""How far linear light may leave the range of sRGB."""


def contrast(one: str, other: str) -> float:
    return measure_contrast(measure_luminance(one), measure_luminance(other))


def mix_light(lightness: float, chroma: float, hue: float) -> list[float]:
    """Linear red, green and blue, by the matrices of OKLCH's author."""
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return [
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    ]


def encode(light: float) -> int:
    """0 to 255, by the transfer function of sRGB."""
    light = min(max(light, 0), 1)
    return round(255 * (light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055))


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
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)


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
    lightness, chroma, hue = read_oklch(color)
    assert spell_hex(Hue(hue).at(lightness, chroma)) == color


@given(st.floats(0.27, 1), st.floats(0, 0.19), st.floats(0, 360))
@example(0.6, 0.19, 200)
@example(0.9, 0.19, 264)
@example(1, 0.19, 0)
def test_what_srgb_cannot_show_keeps_as_much_chroma_as_it_can(lightness: float, chroma: float, hue: float) -> None:
    def is_beyond(steps: int) -> bool:
        lights = mix_light(lightness, chroma * steps / 16_384, hue)
        return min(lights) < -GAMUT or max(lights) > 1 + GAMUT

    steps = bisect_left(range(16_384), True, key=is_beyond) - 1 if is_beyond(16_384) else 16_384
    expected = map(encode, mix_light(lightness, chroma * steps / 16_384, hue))
    assert Hue(hue).at(lightness, chroma) == tuple(expected)


@given(st.floats(0, 1), st.floats(0, 0.4), st.floats(0, 360))
@example(0, 0.4, 264)
@example(1, 0.4, 142)
@example(0.2, 0.3, 233)
def test_what_srgb_cannot_show_keeps_lightness(lightness: float, chroma: float, hue: float) -> None:
    assert read_oklch(spell_hex(Hue(hue).at(lightness, chroma))).lightness == pytest.approx(lightness, abs=0.06)


@pytest.mark.parametrize("hue", range(0, 360, 30))
def test_what_srgb_cannot_show_loses_chroma_and_keeps_hue(hue: int) -> None:
    shown = read_oklch(spell_hex(Hue(hue).at(0.6, 0.4)))
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
    assert [floor for floor in floors if contrast(floor[0], floor[1]) < floor[2]] == []


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

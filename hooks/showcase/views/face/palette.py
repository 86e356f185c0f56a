"""The palette of a brand: every colour its pages need, derived from the one an editor gives.

Whatever the colour, text keeps the contrast of WCAG 2: lightness moves until it does, hue stays.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from showcase.views.face.oklch import Oklch, Ray, measure_light, parse_hex, read_oklch, spell_hex, write_hex

PAPER: Final = ("#faf8f4", "#ffffff")
"""Page and sheet in the light scheme."""
NIGHT: Final = ("#12151b", "#1a1e26")
"""Page and sheet in the dark scheme."""
WHITE: Final = "#ffffff"

_COVER_STEPS: Final = (0.275, 0.345, 0.40, 0.455, 0.515)
_GOLD: Final = 82.0
"""The hue of gold leaf."""
_SUN: Final = 105.0
_SKY: Final = 275.0

_TRADITIONAL: Final = (
    "#9d2933",  # 胭脂
    "#b93a26",  # 朱红
    "#9c5333",  # 赭石
    "#a8601a",  # 琥珀
    "#86691c",  # 秋香
    "#5b7632",  # 竹青
    "#21653f",  # 松柏
    "#167a66",  # 石绿
    "#0e7480",  # 孔雀
    "#1b6a96",  # 靛青
    "#2a57a5",  # 群青
    "#414ca0",  # 宝蓝
    "#6a4296",  # 青莲
    "#8c3a68",  # 绛紫
    "#4a5c74",  # 黛
    "#7d4a3c",  # 檀
)


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one brand, each ``#rrggbb``."""

    accent: str
    """Links, figures, borders: at least 4.5:1 on paper, sheet and tint."""
    deep: str
    """Text on tint: at least 7:1."""
    tint: str
    """A pale ground."""
    line: str
    """A decorative border."""
    dark_accent: str
    """The accent of the dark scheme, at least 4.5:1 on its paper, sheet and tint."""
    dark_deep: str
    """Text on the dark scheme's tint: at least 7:1."""
    dark_tint: str
    """A ground just above the dark sheet."""
    dark_line: str
    """A decorative border of the dark scheme."""
    seal: str
    """The ground of the name seal (印章): white on it at least 4.5:1; the brand's own colour wherever that will do."""
    cover_base: str
    """The ground of the cover: white on it at least 7:1."""
    cover_inks: tuple[str, ...]
    """Five steps of the cover's pattern, from the darkest to the lightest: white on each at least 4.5:1."""
    cover_glow: str
    """Sun, moon and lamplight on the cover: light, so never under text."""


@lru_cache(maxsize=4096)
def derive_palette(color: str) -> Palette:
    """The palette of ``#rgb`` or ``#rrggbb``; ValueError if it is neither."""
    given = read_oklch(color)
    vivid, dusk = _enliven(given), _warm_yellow(given)
    tint = Ray(min(given.chroma * 0.18, 0.022), given.hue).at(0.966)
    dark_tint = Ray(min(given.chroma * 0.32, 0.045), given.hue).at(0.285)
    on_tint, on_dark_tint = measure_light(tint), measure_light(dark_tint)
    light = Oklch(_clamp(given.lightness, 0.74, 0.84), min(vivid, 0.15), given.hue)
    return Palette(
        accent=_darken(Oklch(_clamp(given.lightness, 0.36, 0.52), vivid, dusk), min(_ON_PAPER, on_tint), 4.5),
        deep=_darken(Oklch(0.36, min(vivid, 0.13), dusk), on_tint, 7),
        tint=spell_hex(tint),
        line=write_hex(Oklch(0.885, min(given.chroma * 0.35, 0.05), given.hue)),
        dark_accent=_lighten(light, max(_ON_NIGHT, on_dark_tint), 4.5),
        dark_deep=_lighten(Oklch(0.88, min(vivid * 0.6, 0.09), given.hue), on_dark_tint, 7),
        dark_tint=spell_hex(dark_tint),
        dark_line=write_hex(Oklch(0.40, min(given.chroma * 0.5, 0.07), given.hue)),
        seal=_choose_seal(color, given),
        cover_base=_darken(_step_cover(0.33, vivid, dusk), 1.0, 7),
        cover_inks=tuple([_darken(_step_cover(step, vivid, dusk), 1.0, 4.5) for step in _COVER_STEPS]),
        cover_glow=write_hex(Oklch(0.87, min(given.chroma * 0.6, 0.06), _GOLD)),
    )


@lru_cache(maxsize=4096)
def derive_seal(color: str) -> str:
    """The ground of the seal alone, as of :func:`derive_palette`: all that a page of plain cards needs.

    The given colour itself where white can be read on it and it is no mere black; else the nearest that will do.
    """
    return _choose_seal(color, read_oklch(color))


def _choose_seal(color: str, given: Oklch) -> str:
    if given.lightness >= 0.3 and measure_contrast(color, WHITE) >= 4.5:
        return spell_hex(parse_hex(color))
    near = Oklch(_clamp(given.lightness, 0.33, 0.56), _enliven(given), _warm_yellow(given))
    return _darken(near, 1.0, 4.5)


def color_for(seed: str) -> str:
    """A colour for a brand that gives none: one of sixteen traditional colours (传统色) by the seed's digest."""
    digest = hashlib.sha256(seed.encode()).digest()
    return _TRADITIONAL[digest[0] % len(_TRADITIONAL)]


def style_of(palette: Palette) -> str:
    """The value of a ``style`` attribute: the palette as CSS custom properties, ``--b…`` light and ``--d…`` dark.

    Their names are short, for a page holds many cards: accent, deep, tint and line, seal and cover.
    """
    return f"{style_card(palette, has_line=True)};--s:{palette.seal}"


def style_card(palette: Palette, *, has_line: bool) -> str:
    """As much of :func:`style_of` as a card shows; a line is around logos alone."""
    lines = f";--bl:{palette.line};--dl:{palette.dark_line}" if has_line else ""
    return (
        f"--b:{palette.accent};--bd:{palette.deep};--bt:{palette.tint};"
        f"--d:{palette.dark_accent};--dd:{palette.dark_deep};--dt:{palette.dark_tint};--c:{palette.cover_base}{lines}"
    )


@lru_cache(maxsize=512)
def measure_luminance(color: str) -> float:
    """Relative luminance, 0 to 1, as WCAG 2 defines it: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    return measure_light(parse_hex(color))


def measure_contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21, as WCAG 2 defines it: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""
    darker, lighter = sorted((measure_luminance(one), measure_luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _enliven(given: Oklch) -> float:
    """The chroma of what is most colourful: a pale colour gains some."""
    return min(given.chroma * (1.3 if given.lightness > 0.75 else 1.0), 0.19)


def _step_cover(lightness: float, vivid: float, hue: float) -> Oklch:
    """A step of the cover: as in nature the light ones lean to the sun's yellow, the dark ones to the sky's blue."""
    chroma = min(vivid, 0.12) * (0.45 + lightness * 1.2)
    goal = _SUN if lightness > 0.38 else _SKY
    return Oklch(lightness, chroma, _turn_to(hue, goal, 60 * abs(lightness - 0.38)))


def _warm_yellow(given: Oklch) -> float:
    """The hue for dark roles: bright yellow turns to bronze, by at most 22 degrees, for dark it were dull olive."""
    near = max(0.0, 1 - abs(given.hue - 100) / 30)
    return given.hue - 22 * near * _clamp((given.lightness - 0.5) / 0.3, 0, 1)


def _turn_to(hue: float, goal: float, most: float) -> float:
    """The hue turned towards a goal on the shorter way, by at most so many degrees."""
    way = (goal - hue + 180) % 360 - 180
    return (hue + _clamp(way, -most, most)) % 360


def _darken(color: Oklch, ground: float, contrast: float) -> str:
    """The colour, as much darker as the contrast on light grounds asks; ``ground`` is the luminance of the darkest."""
    most = (ground + 0.05) / contrast - 0.05
    return _shift_until(color, -0.008, lambda light: light <= most)


def _lighten(color: Oklch, ground: float, contrast: float) -> str:
    """The colour, as much lighter as the contrast on dark grounds asks; ``ground`` is the luminance of the lightest."""
    least = (ground + 0.05) * contrast - 0.05
    return _shift_until(color, 0.008, lambda light: light >= least)


def _shift_until(color: Oklch, step: float, is_enough: Callable[[float], bool]) -> str:
    """The colour after the fewest steps of lightness that bring enough luminance; black or white where none does."""
    ray = Ray(color.chroma, color.hue)
    chosen = ray.at(color.lightness)
    if is_enough(measure_light(chosen)):
        return spell_hex(chosen)
    most = math.ceil((color.lightness if step < 0 else 1 - color.lightness) / abs(step))
    # Each step brings more contrast than the one before. Mostly few are needed: leap, then halve the last leap.
    low, high, is_found = 0, 0, False
    while not is_found and high < most:
        low, high = high, min(most, 2 * high or 1)
        chosen = ray.at(_clamp(color.lightness + high * step, 0, 1))
        is_found = is_enough(measure_light(chosen))
    while high - low > 1:
        middle = (low + high) // 2
        shifted = ray.at(_clamp(color.lightness + middle * step, 0, 1))
        if is_enough(measure_light(shifted)):
            chosen, high = shifted, middle
        else:
            low = middle
    return spell_hex(chosen)


def _clamp(value: float, low: float, high: float) -> float:
    return low if value < low else min(value, high)


_ON_PAPER: Final = min(map(measure_luminance, PAPER))
"""Luminance of the darkest ground of the light scheme but the tint."""
_ON_NIGHT: Final = max(map(measure_luminance, NIGHT))
"""Luminance of the lightest ground of the dark scheme but the tint."""

"""The palette of a brand: every colour its pages need, derived from the one an editor gives.

Whatever the colour, text keeps the contrast of WCAG 2: lightness moves until it does, hue stays.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable
from functools import lru_cache
from typing import Final, NamedTuple

from showcase.views.face.oklch import Hue, Oklch, measure_light, measure_oklch, parse_hex, read_oklch, spell_hex

PAPER: Final = ("#faf8f4", "#ffffff")
"""Page and sheet in the light scheme."""
NIGHT: Final = ("#12151b", "#1a1e26")
"""Page and sheet in the dark scheme."""

_GOLD: Final = Hue(82.0)
"""That of gold leaf."""
_SUN: Final = 105.0
_SKY: Final = 275.0
_ON_WHITE: Final = 1.0
"""Luminance of white."""

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


class Palette(NamedTuple):
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


@lru_cache(maxsize=1024)  # Cards are kept, so few ask again; each takes a kilobyte.
def derive_palette(color: str) -> Palette:
    """The palette of ``#rgb`` or ``#rrggbb``; ValueError if it is neither."""
    given = read_oklch(color)
    lightness, chroma, degrees = given
    vivid, warm = _enliven(given), _warm_yellow(given)
    calm = min(vivid, 0.12)
    hue = Hue(degrees)
    dusk = hue if warm == degrees else Hue(warm)
    tint = hue.at(0.966, min(chroma * 0.18, 0.022))
    dark_tint = hue.at(0.285, min(chroma * 0.32, 0.045))
    on_tint, on_dark_tint = measure_light(tint), measure_light(dark_tint)
    on_light, on_dark = min(_ON_PAPER, on_tint), max(_ON_NIGHT, on_dark_tint)
    return Palette(
        accent=_darken(dusk, _clamp(lightness, 0.36, 0.52), vivid, _light_under(on_light, 4.5)),
        deep=_darken(dusk, 0.36, min(vivid, 0.13), _light_under(on_tint, 7)),
        tint=spell_hex(tint),
        line=spell_hex(hue.at(0.885, min(chroma * 0.35, 0.05))),
        dark_accent=_lighten(hue, _clamp(lightness, 0.74, 0.84), min(vivid, 0.15), _light_over(on_dark, 4.5)),
        dark_deep=_lighten(hue, 0.88, min(vivid * 0.6, 0.09), _light_over(on_dark_tint, 7)),
        dark_tint=spell_hex(dark_tint),
        dark_line=spell_hex(hue.at(0.40, min(chroma * 0.5, 0.07))),
        seal=derive_seal(color),
        cover_base=_darken_cover(_COVER_BASE, warm, calm),
        cover_inks=tuple([_darken_cover(step, warm, calm) for step in _COVER_INKS]),
        cover_glow=spell_hex(_GOLD.at(0.87, min(chroma * 0.6, 0.06))),
    )


@lru_cache(maxsize=16_384)  # Several pages ask of every brand; all of them take two megabytes.
def derive_seal(color: str) -> str:
    """The ground of the seal alone, as of :func:`derive_palette`: all that a page of plain cards needs.

    The given colour itself where white can be read on it and it is no mere black; else the nearest that will do.
    """
    channels = parse_hex(color)
    given = measure_oklch(channels)
    if given.lightness >= 0.3 and measure_contrast(measure_light(channels), _ON_WHITE) >= 4.5:
        return spell_hex(channels)
    hue = Hue(_warm_yellow(given))
    return _darken(hue, _clamp(given.lightness, 0.33, 0.56), _enliven(given), _light_under(_ON_WHITE, 4.5))


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


def measure_luminance(color: str) -> float:
    """Relative luminance, 0 to 1, as WCAG 2 defines it: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    return measure_light(parse_hex(color))


def measure_contrast(one: float, other: float) -> float:
    """Contrast ratio of two luminances, 1 to 21, as WCAG 2 defines it: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""
    return (one + 0.05) / (other + 0.05) if one > other else (other + 0.05) / (one + 0.05)


def _enliven(given: Oklch) -> float:
    """The chroma of what is most colourful: a pale colour gains some."""
    return min(given.chroma * (1.3 if given.lightness > 0.75 else 1.0), 0.19)


def _warm_yellow(given: Oklch) -> float:
    """The hue for dark roles: bright yellow turns to bronze, by at most 22 degrees, for dark it were dull olive."""
    near = max(0.0, 1 - abs(given.hue - 100) / 30)
    return given.hue - 22 * near * _clamp((given.lightness - 0.5) / 0.3, 0, 1)


class _CoverStep(NamedTuple):
    """How a step of the cover is made from a hue and chroma."""

    lightness: float
    share: float
    """Of the chroma."""
    goal: float
    """The hue it leans to, in degrees."""
    lean: float
    """The most that it leans there, in degrees."""
    most: float
    """The most luminance."""


def _plan_step(lightness: float, contrast: float) -> _CoverStep:
    """As in nature the light ones lean to the sun's yellow, the dark ones to the sky's blue."""
    goal = _SUN if lightness > 0.38 else _SKY
    return _CoverStep(
        lightness, 0.45 + lightness * 1.2, goal, 60 * abs(lightness - 0.38), _light_under(_ON_WHITE, contrast)
    )


def _darken_cover(step: _CoverStep, degrees: float, chroma: float) -> str:
    """A step of the cover; the hue in degrees."""
    lightness, share, goal, lean, most = step
    way = (goal - degrees + 180) % 360 - 180
    return _darken(Hue(degrees + _clamp(way, -lean, lean)), lightness, chroma * share, most)


def _light_under(ground: float, contrast: float) -> float:
    """The most luminance that stands out so much from a ground lighter than it; ``ground`` is the luminance of that."""
    return (ground + 0.05) / contrast - 0.05


def _light_over(ground: float, contrast: float) -> float:
    """The least luminance that stands out so much from a ground darker than it; ``ground`` is the luminance of that."""
    return (ground + 0.05) * contrast - 0.05


def _darken(hue: Hue, lightness: float, chroma: float, most: float) -> str:
    """The colour, as much darker as it takes to have no more than so much luminance."""
    shown = hue.at(lightness, chroma)
    if measure_light(shown) > most:
        shown = _shift_until(hue, lightness, chroma, -0.008, lambda light: light <= most)
    return spell_hex(shown)


def _lighten(hue: Hue, lightness: float, chroma: float, least: float) -> str:
    """The colour, as much lighter as it takes to have no less than so much luminance."""
    shown = hue.at(lightness, chroma)
    if measure_light(shown) < least:
        shown = _shift_until(hue, lightness, chroma, 0.008, lambda light: light >= least)
    return spell_hex(shown)


def _shift_until(
    hue: Hue, lightness: float, chroma: float, step: float, is_enough: Callable[[float], bool]
) -> tuple[int, int, int]:
    """The colour after the fewest steps of lightness that bring enough luminance; black or white where none does."""
    most = math.ceil((lightness if step < 0 else 1 - lightness) / abs(step))
    # Each step brings more contrast than the one before. Mostly few are needed: leap, then halve the last leap.
    low, high, is_found = 0, 0, False
    while not is_found and high < most:
        low, high = high, min(most, 2 * high or 1)
        chosen = hue.at(_clamp(lightness + high * step, 0, 1), chroma)
        is_found = is_enough(measure_light(chosen))
    while high - low > 1:
        middle = (low + high) // 2
        shifted = hue.at(_clamp(lightness + middle * step, 0, 1), chroma)
        if is_enough(measure_light(shifted)):
            chosen, high = shifted, middle
        else:
            low = middle
    return chosen


def _clamp(value: float, low: float, high: float) -> float:
    if value < low:
        return low
    if value > high:
        return high
    return value


_ON_PAPER: Final = min(map(measure_luminance, PAPER))
"""Luminance of the darkest ground of the light scheme but the tint."""
_ON_NIGHT: Final = max(map(measure_luminance, NIGHT))
"""Luminance of the lightest ground of the dark scheme but the tint."""
_COVER_BASE: Final = _plan_step(0.33, 7)
_COVER_INKS: Final = tuple(_plan_step(lightness, 4.5) for lightness in (0.275, 0.345, 0.40, 0.455, 0.515))

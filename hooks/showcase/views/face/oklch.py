"""Colours in OKLCH (perceived lightness, chroma, hue), from and to ``#rrggbb``.

Matrices by Björn Ottosson, "A perceptual color space for image processing" (2020),
https://bottosson.github.io/posts/oklab/; the sRGB transfer function by IEC 61966-2-1.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from typing import Final, NamedTuple

_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_MIXING: Final = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)
"""Linear red, green and blue, each from the three cones of the eye."""
_LEAST: Final = -1e-4
"""Between this and :data:`_MOST` sRGB holds a channel's linear light, but for rounding of the matrices."""
_MOST: Final = 1.0001
_FINENESS: Final = 16_384
"""Steps in which chroma is reduced."""
_STEP: Final = 1 / _FINENESS
"""One of them, as a share of the chroma."""


class Oklch(NamedTuple):
    """A colour by how it is seen."""

    lightness: float
    """0 (black) to 1 (white)."""
    chroma: float
    """0 (grey) to about 0.32 (the most that sRGB holds)."""
    hue: float
    """Degrees: 29 is red, 110 yellow, 142 green, 264 blue."""


def parse_hex(color: str) -> tuple[int, int, int]:
    """Red, green and blue (0 to 255) of ``#rgb`` or ``#rrggbb``; ValueError for anything else."""
    if not _HEX.fullmatch(color):
        raise ValueError(f"not a colour of the form #rgb or #rrggbb: {color!r}")
    channels = int(color[1:] if len(color) == 7 else "".join(digit * 2 for digit in color[1:]), 16)
    return channels >> 16, channels >> 8 & 255, channels & 255


def read_oklch(color: str) -> Oklch:
    """The OKLCH coordinates of ``#rgb`` or ``#rrggbb``."""
    return measure_oklch(parse_hex(color))


def measure_oklch(channels: tuple[int, int, int]) -> Oklch:
    """The OKLCH coordinates of red, green and blue (0 to 255)."""
    red, green, blue = [_LINEAR[channel] for channel in channels]
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return Oklch(lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360)


def spell_hex(channels: tuple[int, int, int]) -> str:
    """``#rrggbb`` of red, green and blue (0 to 255)."""
    red, green, blue = channels
    return f"#{_DIGITS[red]}{_DIGITS[green]}{_DIGITS[blue]}"


def measure_light(channels: tuple[int, int, int]) -> float:
    """Relative luminance, 0 to 1, as WCAG 2 defines it: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    red, green, blue = channels
    return 0.2126 * _LINEAR[red] + 0.7152 * _LINEAR[green] + 0.0722 * _LINEAR[blue]


class Hue:
    """The colours of a hue.

    One that sRGB cannot show keeps its lightness and hue and loses chroma until it can. Reducing chroma alone is the
    idea of gamut mapping in CSS Color 4, https://www.w3.org/TR/css-color-4/#gamut-mapping, without that section's
    clipping step, so that hue never turns.
    """

    __slots__ = ("_long", "_medium", "_short")

    def __init__(self, degrees: float) -> None:
        """The hue at so many degrees."""
        angle = math.radians(degrees)
        a, b = math.cos(angle), math.sin(angle)
        # What chroma adds to each of the three cones of the eye.
        self._long = 0.3963377774 * a + 0.2158037573 * b
        self._medium = -0.1055613458 * a - 0.0638541728 * b
        self._short = -0.0894841775 * a - 1.2914855480 * b

    def at(self, lightness: float, chroma: float) -> tuple[int, int, int]:
        """Red, green and blue (0 to 255)."""
        long = lightness + chroma * self._long
        long *= long * long
        medium = lightness + chroma * self._medium
        medium *= medium * medium
        short = lightness + chroma * self._short
        short *= short * short
        (a, b, c), (d, e, f), (g, h, i) = _MIXING
        red = a * long + b * medium + c * short
        green = d * long + e * medium + f * short
        blue = g * long + h * medium + i * short
        if not (_LEAST <= red <= _MOST and _LEAST <= green <= _MOST and _LEAST <= blue <= _MOST):
            return self.at(lightness, self._reduce_chroma(lightness, chroma, (red, green, blue)))
        # The steps of a table are as exact as the power of 1 / 2.4, and a third of its time.
        return bisect_right(_STEPS, red), bisect_right(_STEPS, green), bisect_right(_STEPS, blue)

    def _reduce_chroma(self, lightness: float, chroma: float, lights: tuple[float, float, float]) -> float:
        """The most chroma, in steps of a 16,384th, that sRGB can show; ``lights`` are those of the whole.

        Only what leaves the range at the whole chroma leaves it on the way there: mostly one channel.
        """
        steps = _FINENESS - 1
        for light, mixing in zip(lights, _MIXING):  # noqa: B905 - three of each; to have it checked takes time
            if not _LEAST <= light <= _MOST:
                steps = min(steps, self._count_steps(lightness, chroma, light, mixing))
        return chroma / _FINENESS * steps

    def _count_steps(self, lightness: float, chroma: float, light: float, mixing: tuple[float, float, float]) -> int:
        """The most steps of chroma that keep a channel within its range; ``light`` is that of the whole."""
        long, medium, short = self._long * chroma, self._medium * chroma, self._short * chroma
        a, b, c = mixing
        # Light is a polynomial of the share of chroma.
        whole = lightness * lightness * lightness
        linear = 3 * lightness * lightness * ((a := a * long) + (b := b * medium) + (c := c * short))
        square = 3 * lightness * (a * long + b * medium + c * short)
        cube = light - whole - linear - square
        bound = _LEAST if light < _LEAST else _MOST
        low, high = 0.0, 1.0
        share = (whole - bound) / (whole - light)
        while True:
            bend = square + 3 * cube * share
            slope = linear + share * (square + bend)
            past = whole + share * (linear + share * (square + share * cube)) - bound
            # By Halley's method: after a move of less than a step none is left, mostly in the second round.
            move = past * slope / (slope * slope - past * bend)
            if -_STEP < move < _STEP:
                return int((share - move) * _FINENESS)
            if (past < 0) == (bound < 0):
                high = share
            else:
                low = share
            share -= move
            if not low < share < high:
                share = (low + high) / 2


def _linearise(encoded: float) -> float:
    return encoded / 12.92 if encoded <= 0.04045 else float(((encoded + 0.055) / 1.055) ** 2.4)


_LINEAR: Final = tuple(_linearise(byte / 255) for byte in range(256))
"""Linear light of each step of a channel."""
_STEPS: Final = tuple(_linearise((byte - 0.5) / 255) for byte in range(1, 256))
"""The linear light from which on each step but the first is the nearest."""
_DIGITS: Final = tuple(f"{byte:02x}" for byte in range(256))
"""How each step of a channel is spelt."""

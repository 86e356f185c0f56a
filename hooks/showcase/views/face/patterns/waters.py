"""Water and air: a sea of scales (青海波), flowing water (流水) and clouds of good omen (祥云)."""

from __future__ import annotations

from typing import Final

from showcase.views.face.brush import HEIGHT, Brush, trace_ridge

_CLOUD: Final = "M-104 0A42 42 0 0 1-76-76A56 56 0 0 1 28-82A44 44 0 0 1 96-45A30 30 0 0 1 90 14H-30L-40 0z"
"""Lobes on a level foot, the middle of the foot at the origin."""
_CURLS: Final = (
    "M-210 14H90M-280 0H-104M-160 30H10"
    "M-60-10A26 26 0 1 1-36-36A16 16 0 1 1-52-44M66 14A26 26 0 1 0 42-12A15 15 0 1 0 58-20"
)
"""The trailing lines of a cloud and its two scrolls."""
_CLOUDS: Final = (
    (1075, 92, 0.6, 2),
    (760, 196, 0.75, 2),
    (1010, 246, 1.05, 3),
    (470, 330, 0.7, 1),
    (800, 372, 1.1, 1),
    (1170, 392, 1.4, 2),
)
"""Place, size and ink, from the back to the front."""


def draw_waves(brush: Brush) -> str:
    """A sea of overlapping scales below a rising moon."""
    radius, top = brush.between(26, 34) * 2, brush.between(150, 190)
    centre = f'<circle cx="{radius}" cy="{radius}" r='
    rings = "".join(f'{centre}"{radius * part // 100 - 1}"/>' for part in (100, 74, 48))
    scale = (
        f'<g fill="{brush.inks[1]}" stroke="{brush.inks[4]}" stroke-width="3">{rings}</g>'
        f'{centre}"{radius // 4}" fill="{brush.inks[3]}"/>'
    )
    shifted = f' x="{-radius}"'
    # Each row covers the lower half of the one behind it, shifted by half a scale.
    rows = "".join(
        f'<use href="#{brush.name("r")}"{shifted if row % 2 else ""} y="{top + row * radius // 2}"/>'
        for row in range(2 * (HEIGHT - top) // radius + 1)
    )
    return (
        f"{brush.sky(brush.inks[3])}{brush.moon(brush.between(810, 880), top - 18, 62)}"
        f"{brush.repeat('p', radius * 2, radius * 2, scale)}"
        f'<defs><path id="{brush.name("r")}" fill="{brush.url("p")}" d="M0 0h1400v{radius * 2}H0"/></defs>'
        f"{rows}{brush.veil(12, 61)}"
    )


def draw_stream(brush: Brush) -> str:
    """Lines of a current that draw together and part again, as in the water studies of the Song (水图)."""
    course = [(step * 380 - 160, brush.between(150, 280), brush.between(9, 32)) for step in range(5)]
    lines = "".join(trace_ridge([(x, y + line * gap) for x, y, gap in course], 180) for line in range(-6, 7))
    return (
        f'{brush.sky(brush.inks[2])}<path fill="none" stroke="{brush.inks[4]}" stroke-width="3" d="{lines}"/>'
        f"{brush.veil(5, 66)}{brush.moon(brush.between(770, 830), brush.between(120, 230), 46)}"
    )


def draw_clouds(brush: Brush) -> str:
    """Clouds of good omen, curled and trailing, adrift before a sun."""
    return (
        f"{brush.sky(brush.inks[2])}{brush.moon(brush.between(790, 850), 130, 66)}"
        f'<defs><g id="{brush.name("c")}" stroke-width="4" stroke-linecap="round"><path d="{_CLOUD}"/>'
        f'<path fill="none" d="{_CURLS}"/></g></defs>{"".join(_place_cloud(brush, *cloud) for cloud in _CLOUDS)}'
    )


def _place_cloud(brush: Brush, x: int, y: int, size: float, ink: int) -> str:
    """One cloud, drifting to either side by chance."""
    side = -1 if brush.between(0, 1) else 1
    paint = f' fill="{brush.inks[ink]}" stroke="{brush.inks[ink + 1]}"'
    return brush.copy("c", brush.near(x, 36), brush.near(y, 12), side * size, paint)

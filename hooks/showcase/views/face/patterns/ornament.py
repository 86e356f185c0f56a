"""Ornament: a moon window and its lattice (窗棂), key pattern (回纹) and carved tiles (砖雕)."""

from __future__ import annotations

from typing import Final

from showcase.views.face.brush import Brush

_LATTICES: Final = (
    (84, 48, "M0 24L14 0H42L56 24L42 48H14zM56 24H84"),
    (80, 80, "M0 24H24V0M56 0V24H80M80 56H56V80M24 80V56H0M24 24H56V56H24zM40 24V0M40 56V80M24 40H0M56 40H80"),
    (64, 64, "M0 32a32 32 0 0 1 64 0a32 32 0 0 1-64 0a32 32 0 0 0 32-32a32 32 0 0 0 0 64a32 32 0 0 0-32-32"),
    (72, 72, "M0 0L72 72M72 0L0 72M36 18L54 36L36 54L18 36z"),
)
"""Width, height and bars of a repeat: 龟背锦, 灯笼锦, 套环 and 方胜."""
_KEYS: Final = "M1 8H8V1H1V6H6V3H3V4.5H4M10 10H17V17H10V12H15V15H12V13.5H13"
_TURNED_KEYS: Final = "M17 8H10V1H17V6H12V3H15V4.5H14M8 10H1V17H8V12H3V15H6V13.5H5"


def draw_lattice(brush: Brush) -> str:
    """A round window in a dark wall, its lattice before the evening light."""
    width, height, bars = _LATTICES[brush.between(0, len(_LATTICES) - 1)]
    x = brush.between(790, 830)
    lattice = f'<path fill="none" stroke="{brush.inks[0]}" stroke-width="6" d="{bars}"/>'
    place = f' x="{x}" y="210"'
    window = f'<circle cx="{x}" cy="210" r='
    return (
        f"{brush.ground()}{brush.blend('g', brush.inks[4], brush.inks[2])}"
        f"{brush.repeat('p', width, height, lattice, place)}"
        f'{window}"186" fill="{brush.url("g")}"/>'
        f"{brush.moon(x + brush.between(0, 70), brush.between(120, 160), 46)}"
        f'{window}"186" fill="{brush.url("p")}" stroke="{brush.inks[0]}" stroke-width="12"/>'
        f'{window}"198" fill="none" stroke="{brush.inks[3]}" stroke-width="3"/>'
    )


def draw_meander(brush: Brush) -> str:
    """Key pattern behind a disc of jade (玉璧) with its rows of grain (谷纹)."""
    keys = (
        f'<g fill="none" stroke="{brush.inks[4]}"><path d="{_KEYS}"/>'
        f'<path stroke="{brush.inks[3]}" d="{_TURNED_KEYS}"/></g>'
    )
    scale = f' patternTransform="scale({brush.between(4, 6)})"'
    ring = f'<circle cx="{brush.between(780, 830)}" cy="210" r='
    grain = "".join(f'{ring}"{radius}"/>' for radius in (76, 94, 112, 130))
    return (
        f"{brush.sky(brush.inks[2])}{brush.repeat('p', 18, 18, keys, scale)}{brush.ground(brush.url('p'))}"
        f'{brush.veil(25, 90)}<g fill="none">{ring}"105" stroke="{brush.base}" stroke-width="110"/>'
        f'{ring}"104" stroke="{brush.inks[3]}" stroke-width="92"/><g stroke="{brush.inks[1]}" stroke-width="7" '
        f'stroke-dasharray="0 19" stroke-linecap="round">{grain}</g></g>'
    )


def draw_tiles(brush: Brush) -> str:
    """Carved tiles: quarter rounds turned by chance on a chequered ground."""
    cells = [(index % 4 * 70, index // 4 * 70) for index in range(12)]
    raised = "".join(f"M{x} {y + 35}h70" for x, y in cells if brush.between(0, 1))
    rounds = "".join(_cut_round(x, y, brush.between(0, 3)) for x, y in cells)
    tiles = (
        f'<path fill="{brush.inks[1]}" d="M0 0h280v210H0"/>'
        f'<path stroke="{brush.inks[2]}" stroke-width="70" d="{raised}"/>'
        f'<path fill="{brush.inks[3]}" d="{rounds}"/>'
    )
    return f"{brush.ground()}{brush.repeat('p', 280, 210, tiles)}{brush.ground(brush.url('p'))}{brush.veil(30, 95)}"


def _cut_round(x: int, y: int, turn: int) -> str:
    """A quarter of a disc in the cell whose corner is given, about one of its four corners."""
    return (
        f"M{x} {y}h70a70 70 0 0 1-70 70",
        f"M{x + 70} {y}v70a70 70 0 0 1-70-70",
        f"M{x} {y + 70}v-70a70 70 0 0 1 70 70",
        f"M{x + 70} {y + 70}h-70a70 70 0 0 1 70-70",
    )[turn]

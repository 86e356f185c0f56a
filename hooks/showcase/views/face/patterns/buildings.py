"""Buildings: an arched bridge (拱桥) and a tower with upturned eaves (飞檐)."""

from __future__ import annotations

from typing import Final

from showcase.views.face.brush import Brush, trace_ridge

_DECK: Final = "M500 300C650 288 720 176 850 176S1050 288 1200 300"
_ARCHES: Final = "H1036a36 36 0 0 0-72 0H920a70 70 0 0 0-140 0H736a36 36 0 0 0-72 0z"
"""From the right foot of the deck back to the left one, at the water line."""
_STOREY: Final = (
    "M-54 0H54V80H-54zM-50-46H50C56-22 84-10 122-26C116-8 104 4 82 4H-82C-104 4-116-8-122-26C-84-10-56-22-50-46z"
)
"""A body and its roof, the middle of the eaves at the origin."""
_RIDGES: Final = "M-34-40L-46-4M-17-42L-22-4M0-42V-4M17-42L22-4M34-40L46-4M-62 46H62"
_WINDOWS: Final = "M-34 16h12v20h-12zM-6 16h12v20H-6zM22 16h12v20H22z"
_STOREYS: Final = ((136, 0.72), (222, 1), (332, 1.36))
"""Height and size, from the top."""


def draw_bridge(brush: Brush) -> str:
    """A stone bridge whose arches close to circles with their images in the water."""
    x = brush.between(-70, 0)
    ridge = [(step * 230 - 90, brush.near((250, 196)[step % 2], 22) - step * 5) for step in range(7)]
    ripples = "".join(f"M{brush.between(380, 1000)} {318 + row * 16}h{brush.between(60, 210)}" for row in range(6))
    return (
        f"{brush.sky(brush.inks[3])}{brush.moon(brush.between(740, 800), 96, 40)}"
        f'<path fill="{brush.inks[2]}" d="{trace_ridge(ridge, 84)}V300H-90z"/>'
        f'<path fill="{brush.inks[1]}" d="M0 300h1200v120H0z"/>'
        f'<g transform="translate({x})" stroke="{brush.inks[0]}">{_build_bridge(brush)}</g>'
        f'<path stroke="{brush.inks[3]}" stroke-width="2" stroke-linecap="round" d="{ripples}"/>'
    )


def _build_bridge(brush: Brush) -> str:
    """The bridge with its image, its balustrade and its banks, in the stroke colour of what holds it."""
    return (
        f'<g fill="{brush.inks[0]}" stroke="none"><path id="{brush.name("b")}" d="{_DECK}{_ARCHES}"/>'
        f'<use href="#{brush.name("b")}" transform="matrix(1 0 0-1 0 600)" opacity=".45"/></g>'
        f'<path fill="none" stroke-width="11" stroke-dasharray="3 11" d="{_DECK}" transform="translate(0-5)"/>'
        f'<path fill="none" stroke-width="3" d="{_DECK}" transform="translate(0-11)"/>'
        f'<path stroke-width="9" stroke-linecap="round" d="M390 301H530M1170 301H1300"/>'
    )


def draw_eaves(brush: Brush) -> str:
    """A tower of three roofs (楼阁) with lamplight in its windows, before a moon."""
    x = brush.between(785, 825)
    ridge = [(step * 230 - 90, brush.near((356, 318)[step % 2], 20)) for step in range(7)]
    return (
        f"{brush.sky(brush.inks[3])}{brush.moon(x + brush.between(80, 150), 108, 56)}"
        f'<path fill="{brush.inks[2]}" d="{trace_ridge(ridge, 84)}V420H-90z"/>'
        f'<defs><g id="{brush.name("t")}"><path d="{_STOREY}"/>'
        f'<path stroke="{brush.inks[2]}" stroke-width="2" d="{_RIDGES}"/>'
        f'<path fill="{brush.glow}" opacity=".8" d="{_WINDOWS}"/></g></defs>'
        f'<g fill="{brush.inks[0]}"><path d="M{x - 2} 60h4v50h-4z"/><circle cx="{x}" cy="92" r="6"/>'
        f"{''.join(brush.copy('t', x, y, size) for y, size in _STOREYS)}</g>"
    )

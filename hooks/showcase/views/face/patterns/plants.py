"""Plants: bamboo (竹), lotus (荷) and pine (松)."""

from __future__ import annotations

from typing import Final

from showcase.views.face.brush import Brush, write_number

_STEMS: Final = (((640, 1170), 5, 2), ((716, 912), 9, 3), ((806, 1120), 16, 1), ((1010,), 22, 0))
"""Feet, width and ink of the bamboo's stems, from the far ones to the near."""
_SPRAYS: Final = (
    (716, 40, -0.8, 3),
    (816, 84, -1, 1),
    (816, 250, 0.9, 1),
    (1016, 30, -1.3, 0),
    (1020, 190, 1.3, 0),
    (1126, 60, 1, 1),
)
"""Place, size and ink of its sprays of leaves."""
_SPRAY: Final = (
    "M0 0Q47.8-9.4 110.6 17.6 41.6 20 0 0 47.1 12.5 91.7 64.3 28.6 36.2 0 0"
    " 35.7 33.1 50.8 99.8 8.3 45.4 0 0 9.4 47.8-17.6 110.6-20 41.6 0 0"
)
"""Four leaves from one stalk, ``M0 0Q46-16 112 2Q44 14 0 0`` turned by 8, 34, 62 and 98 degrees."""
_PADS: Final = (
    (560, 240, 5, 1),
    (1120, 214, 7, 2),
    (690, 304, 8, 2),
    (980, 276, 11, 3),
    (440, 376, 9, 1),
    (1160, 360, 14, 4),
    (800, 394, 15, 3),
)
"""Place, size in tenths and ink of the lotus leaves."""
_VEINS: Final = "M0-88V88M-88 0H88M-62-62L62 62M-62 62L62-62"
_PETAL: Final = "M0 0C-34-30-22-80 0-104C22-80 34-30 0 0"
_PETALS: Final = ("rotate(-66)scale(.8)", "rotate(66)scale(.8)", "rotate(-34)scale(.95)", "rotate(34)scale(.95)")
"""How the outer petals lie, then those nearer to the inner one."""
_CROWN: Final = "M-120 0C-110-50-50-66 0-66S110-50 120 0C60 14-60 14-120 0"
_NEEDLES: Final = "M0 4V-58M0 4L-36-52M0 4L36-52M0 4L-68-40M0 4L68-40M0 4L-96-22M0 4L96-22"
_TRUNK: Final = "M1230 440C1130 400 1190 300 1110 240S980 210 930 160M1120 250C1000 300 860 270 770 234"
_CROWNS: Final = ((1090, 96, 1.3, 2), (930, 150, 1.1, 1), (1120, 214, 1.2, 1), (760, 226, 0.9, 1), (930, 286, 1, 2))
"""Place, size and ink of the pine's crowns."""


def draw_bamboo(brush: Brush) -> str:
    """Bamboo before a low moon: thin far stems, broad near ones, hanging leaves."""
    sprays = "".join(
        brush.copy("k", x, brush.near(y, 16), size, f' fill="{brush.inks[ink]}"') for x, y, size, ink in _SPRAYS
    )
    return (
        f"{brush.sky(brush.inks[2])}{brush.moon(brush.between(820, 880), 170, 84)}"
        f'<defs><path id="{brush.name("k")}" d="{_SPRAY}"/></defs>'
        f"{''.join(_draw_stems(brush, *stem) for stem in _STEMS)}{sprays}"
    )


def _draw_stems(brush: Brush, feet: tuple[int, ...], width: int, ink: int) -> str:
    """Stems of one width; the gaps of a dashed line are their nodes."""
    lines = "".join(f"M{brush.near(x, 14)} 440L{brush.near(x + 10, 22)}-30" for x in feet)
    return (
        f'<path stroke="{brush.inks[ink]}" stroke-width="{width}" stroke-dasharray="{width * 4 + 50} 3" d="{lines}"/>'
    )


def draw_lotus(brush: Brush) -> str:
    """Round leaves on a still pond, one flower."""
    petals = "".join(f'<use href="#{brush.name("p")}" transform="{lie}"/>' for lie in _PETALS)
    return (
        f'{brush.sky(brush.inks[2])}<defs><g id="{brush.name("l")}"><path d="M12 0L99 14A100 100 0 1 1 99-14z"/>'
        f'<path stroke="{brush.base}" stroke-width="2" d="{_VEINS}"/></g>'
        f'<path id="{brush.name("p")}" d="{_PETAL}"/></defs>'
        f"{''.join(_place_pad(brush, *pad) for pad in _PADS)}"
        f'<g transform="translate({brush.between(780, 830)} 262)" fill="{brush.glow}" stroke="{brush.inks[3]}" '
        f'stroke-width="2"><path d="M0 0V130" stroke-width="6"/>{petals}<use href="#{brush.name("p")}"/></g>'
    )


def _place_pad(brush: Brush, x: int, y: int, tenths: int, ink: int) -> str:
    """A leaf lying on the water, turned by chance."""
    turn, x, y = brush.between(0, 359), brush.near(x, 24), brush.near(y, 10)
    size = f"{write_number(tenths / 10)} {write_number(tenths * 0.042)}"
    lie = f"translate({x} {y})scale({size})rotate({turn})"
    return f'<use href="#{brush.name("l")}" transform="{lie}" fill="{brush.inks[ink]}"/>'


def draw_pine(brush: Brush) -> str:
    """A pine (迎客松) reaching in from the right, its crowns like level clouds."""
    crowns = "".join(
        brush.copy("f", brush.near(x, 14), brush.near(y, 8), size, f' fill="{brush.inks[ink]}"')
        for x, y, size, ink in _CROWNS
    )
    return (
        f"{brush.sky(brush.inks[3])}{brush.moon(brush.between(745, 800), brush.between(100, 124), 50)}"
        f'<defs><g id="{brush.name("f")}"><path d="{_CROWN}"/>'
        f'<path stroke="{brush.inks[3]}" stroke-width="2" d="{_NEEDLES}"/></g></defs>'
        f'<path fill="none" stroke="{brush.inks[0]}" stroke-width="20" stroke-linecap="round" d="{_TRUNK}"/>{crowns}'
    )

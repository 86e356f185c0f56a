"""The cover (题图) of a brand: one of several families of Chinese patterns, in steps of the brand's colour.

Light things stand on the right; the left 60 per cent holds no colour on which white text could not be read.
"""

from __future__ import annotations

import hashlib

from showcase.views.face.brush import HEIGHT, WIDTH, Brush
from showcase.views.face.palette import Palette
from showcase.views.face.patterns import FAMILIES


def draw_cover(seed: str, palette: Palette, *, prefix: str = "c") -> str:
    """Inline SVG of 1200 by 420 units, always the same for a seed.

    Ids are the prefix, which must be unique in a page, and a letter, some with a digit.
    """
    return draw_family(choose_family(seed), seed, palette, prefix=prefix)


def choose_family(seed: str) -> str:
    """The name of the pattern family that a seed's digest falls to."""
    names = sorted(FAMILIES)
    return names[int.from_bytes(hashlib.sha256(seed.encode()).digest()[:4]) % len(names)]


def draw_family(family: str, seed: str, palette: Palette, *, prefix: str = "c") -> str:
    """The cover of a seed in a given family; KeyError if there is none of that name."""
    drawing = FAMILIES[family](Brush(seed, palette, prefix))
    return (
        f'<svg class="cover" viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="xMidYMid slice" aria-hidden="true">'
        f"{drawing}</svg>"
    )

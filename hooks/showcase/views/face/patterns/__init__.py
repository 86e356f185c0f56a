"""The families of cover patterns, each a function from a brush to SVG."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from showcase.views.face.brush import Brush
from showcase.views.face.patterns.buildings import draw_bridge, draw_eaves
from showcase.views.face.patterns.land import draw_hills, draw_terraces
from showcase.views.face.patterns.ornament import draw_lattice, draw_meander, draw_tiles
from showcase.views.face.patterns.plants import draw_bamboo, draw_lotus, draw_pine
from showcase.views.face.patterns.waters import draw_clouds, draw_stream, draw_waves

FAMILIES: Final[Mapping[str, Callable[[Brush], str]]] = MappingProxyType(
    {
        "bamboo": draw_bamboo,
        "bridge": draw_bridge,
        "clouds": draw_clouds,
        "eaves": draw_eaves,
        "hills": draw_hills,
        "lattice": draw_lattice,
        "lotus": draw_lotus,
        "meander": draw_meander,
        "pine": draw_pine,
        "stream": draw_stream,
        "terraces": draw_terraces,
        "tiles": draw_tiles,
        "waves": draw_waves,
    }
)
"""By name; the names decide which seed gets which, so adding one changes faces already known."""

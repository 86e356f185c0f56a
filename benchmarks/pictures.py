"""Pictures for invented brands: a photograph-like JPEG and a drawing-like PNG, out of a seed alone."""

from __future__ import annotations

import random
from pathlib import Path

from PIL import Image, ImageDraw

_SIZES = {".jpg": (720, 480), ".png": (640, 420)}
"""Width and height in pixels, by what the name ends in."""


def draw_picture(file: Path, chance: random.Random) -> None:
    """Writes a picture; its name says whether it is a JPEG or a PNG."""
    width, height = _SIZES[file.suffix]
    picture = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    pen = ImageDraw.Draw(picture)
    for _ in range(40):
        left, top = chance.randrange(width), chance.randrange(height)
        corner = (left + chance.randrange(20, 160), top + chance.randrange(20, 120))
        colour = (chance.randrange(256), chance.randrange(256), chance.randrange(256))
        pen.rectangle(((left, top), corner), fill=colour)
    picture.save(file, quality=82)

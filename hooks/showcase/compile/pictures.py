"""Pictures as they are shown: the widths a page needs, as WebP, without what a camera notes."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Final

from PIL import Image as Pillow
from PIL import ImageOps

_QUALITY: Final = 80
_FORMATS: Final = ("PNG", "JPEG", "WEBP", "AVIF")


def resize_picture(path: Path, width: int) -> bytes:
    """A picture at a width (never larger than it is), as WebP bytes; upright, without metadata."""
    with Pillow.open(path, formats=_FORMATS) as opened:
        upright = ImageOps.exif_transpose(opened)
        mode = "RGBA" if "A" in upright.getbands() or "transparency" in upright.info else "RGB"
        picture = upright.convert(mode)
    if width < picture.width:
        height = max(1, round(picture.height * width / picture.width))
        picture = picture.resize((width, height), Pillow.Resampling.LANCZOS)
    buffer = io.BytesIO()
    picture.save(buffer, "WEBP", quality=_QUALITY, method=4)
    return buffer.getvalue()

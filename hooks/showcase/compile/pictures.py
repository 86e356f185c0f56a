"""Pictures as they are shown: the widths a page needs, as WebP, without what a camera notes."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Final

from PIL import Image as Pillow
from PIL import ImageOps

from showcase.source.picture_error import PictureError
from showcase.source.stint import allow_pixels

_QUALITY: Final = 80
_FORMATS: Final = ("PNG", "JPEG", "WEBP", "AVIF")


def resize_picture(path: Path, width: int) -> bytes:
    """A picture at a width (never larger than it is), as WebP bytes; upright, without metadata.

    Raises :class:`PictureError` for one whose head is sound, as its check found, and whose data are not.
    """
    try:
        picture = read_upright(path)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - Pillow's plugins raise whatever a broken file makes them stumble over
        raise PictureError("picture-broken", found=type(error).__name__) from None
    if width < picture.width:
        height = max(1, round(picture.height * width / picture.width))
        picture = picture.resize((width, height), Pillow.Resampling.LANCZOS)
    buffer = io.BytesIO()
    picture.save(buffer, "WEBP", quality=_QUALITY, method=4)
    return buffer.getvalue()


def read_upright(file: Path | io.BytesIO) -> Pillow.Image:
    """A picture as a browser shows it, decoded, in colours that every format has."""
    with Pillow.open(file, formats=_FORMATS) as opened:
        allow_pixels(opened.width * opened.height)
        # In its place, for a copy of a large picture takes as much memory again.
        ImageOps.exif_transpose(opened, in_place=True)
        mode = "RGBA" if "A" in opened.getbands() or "transparency" in opened.info else "RGB"
        return opened.convert(mode)

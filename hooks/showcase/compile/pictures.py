"""Pictures as they are shown: the widths a page needs, as WebP, without what a camera notes."""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path
from typing import Final

from PIL import Image as Pillow
from PIL import ImageOps

from showcase.source.picture_error import PictureError
from showcase.source.rasters import is_turned
from showcase.source.stint import allow_pixels

_QUALITY: Final = 80
_FORMATS: Final = ("PNG", "JPEG", "WEBP", "AVIF")
_ENOUGH: Final = 3_200
"""Pixels in width from which all widths are made: twice the largest, so that nobody sees that it was not more."""


def resize_picture(path: Path, width: int) -> bytes:
    """A picture at a width (never larger than it is), as WebP bytes; upright, without metadata.

    Raises :class:`PictureError` for one whose head is sound, as its check found, and whose data are not.
    """
    try:
        status = path.stat()
        picture = _read_enough(str(path), status.st_mtime_ns, status.st_size)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - Pillow's plugins raise whatever a broken file makes them stumble over
        raise PictureError("picture-broken", found=type(error).__name__) from None
    if width < picture.width:
        height = max(1, round(picture.height * width / picture.width))
        picture = picture.resize((width, height), Pillow.Resampling.LANCZOS, reducing_gap=2)
    buffer = io.BytesIO()
    picture.save(buffer, "WEBP", quality=_QUALITY, method=4)
    return buffer.getvalue()


@lru_cache(maxsize=1)
def _read_enough(path: str, _changed: int, _size: int) -> Pillow.Image:
    """A picture of no more pixels than its widths need: one is decoded once, since its widths are made in a row.

    It is the same whichever width is asked for, and so are their bytes in any order of work.
    """
    picture = read_upright(Path(path), _ENOUGH)
    factor = picture.width // _ENOUGH
    return picture.reduce(factor) if factor > 1 else picture


def read_upright(file: Path | io.BytesIO, enough: int = 0) -> Pillow.Image:
    """A picture as a browser shows it, decoded, in colours that every format has.

    A JPEG is decoded at a half, a quarter or an eighth where that is wide ``enough``.
    """
    with Pillow.open(file, formats=_FORMATS) as opened:
        allow_pixels(opened.width * opened.height)
        if enough:
            opened.draft(None, (1, enough) if is_turned(opened) else (enough, 1))
        # Without a copy, which of a large picture takes as much memory again.
        ImageOps.exif_transpose(opened, in_place=True)
        mode = "RGBA" if "A" in opened.getbands() or "transparency" in opened.info else "RGB"
        if opened.mode != mode:
            return opened.convert(mode)
        opened.load()
        return opened

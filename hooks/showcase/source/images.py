"""Pictures, checked before anything decodes them, and measured."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from showcase.model.images import Image
from showcase.model.limits import USUAL_LIMITS, Limits
from showcase.model.system_causes import name_cause
from showcase.source.picture_error import PictureError
from showcase.source.rasters import NAMES, measure_raster, recognise_raster

_EXTENSIONS: Final = {
    ".svg": "svg",
    ".png": "png",
    ".jpg": "jpeg",
    ".jpeg": "jpeg",
    ".webp": "webp",
    ".avif": "avif",
}
_NAMES: Final = {"svg": "SVG", **NAMES}
_SUFFIXES: Final = {"svg": ".svg", "png": ".png", "jpeg": ".jpg", "webp": ".webp", "avif": ".avif"}


def is_picture_name(name: str) -> bool:
    """Whether a file name ends as a picture's does."""
    return Path(name).suffix.lower() in _EXTENSIONS


def read_image(path: Path, limits: Limits = USUAL_LIMITS) -> Image:
    """Checks, decodes and measures one picture; raises :class:`PictureError`."""
    expected = _EXTENSIONS.get(path.suffix.lower())
    if expected is None:
        raise PictureError("picture-format", found=path.suffix or path.name)
    data = _read(path, limits.picture_bytes)
    found = _recognise(data)
    if found is None:
        raise PictureError("picture-broken", found=f"{len(data)} B")
    if found != expected:
        suggestion = path.with_suffix(_SUFFIXES[found]).name
        raise PictureError("picture-disagrees", expected=_NAMES[expected], found=_NAMES[found], suggestion=suggestion)
    if found == "svg":
        from showcase.source.svg_images import measure_svg  # Most builds read no drawing.

        width, height = measure_svg(data)
    else:
        width, height = measure_raster(data, found, limits.picture_pixels)
    return Image(path.name, path.absolute().as_posix(), found, width, height, hashlib.sha256(data).hexdigest())


def _read(path: Path, most: int) -> bytes:
    try:
        size = path.stat().st_size
        if size > most:
            raise PictureError("picture-too-large", found=f"{size / 1e6:.1f} MB", limit=f"{most / 1e6:g} MB")
        return path.read_bytes()
    except OSError as error:
        raise PictureError("unreadable-file", problem_kind=name_cause(error)) from None


def _recognise(data: bytes) -> str | None:
    if form := recognise_raster(data):
        return form
    head = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    return "svg" if head.startswith(b"<") and b"<svg" in data[:65536] else None

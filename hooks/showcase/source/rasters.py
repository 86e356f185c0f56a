"""Raster pictures: what they are, whether they are whole, and how large, before and by decoding them."""

from __future__ import annotations

import io
import re
import struct
import warnings
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from showcase.source.picture_error import PictureError
from showcase.source.stint import allow_pixels

if TYPE_CHECKING:
    from PIL import Image as Pillow

MAX_SIDE: Final = 12_000
"""Pixels."""
MAX_SCANS: Final = 50
"""Scans of a JPEG that sharpens as it loads; programs write about ten."""
NAMES: Final = {"png": "PNG", "jpeg": "JPEG", "webp": "WebP", "avif": "AVIF"}
_ORIENTATION: Final = 0x0112
_TURNED: Final = range(5, 9)
"""Values of EXIF's orientation that swap width and height."""


def recognise_raster(data: bytes) -> str | None:
    """The format that the first bytes tell, whatever the name says."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return "avif" if data[4:8] == b"ftyp" and b"avi" in data[8:64] else None


def measure_raster(data: bytes, form: str, most: int) -> tuple[int, int]:
    """Width and height in pixels, as a browser shows them; raises :class:`PictureError`.

    ``most`` is how many pixels it may have.
    """
    if not _WHOLE[form](data):
        raise PictureError("picture-broken", found=NAMES[form])
    # Pillow is imported here because most brands have no picture.
    from PIL import Image as Pillow

    try:
        with warnings.catch_warnings():
            # How many pixels are too many is told below, with their number.
            warnings.simplefilter("ignore", Pillow.DecompressionBombWarning)
            return _open_raster(data, form, most)
    except (PictureError, MemoryError):
        raise
    except Pillow.DecompressionBombError as error:
        count = re.search(r"\d+", str(error))
        raise _explain_size(int(count[0]) if count else 0, most) from None
    except Exception as error:  # noqa: BLE001 - Pillow's plugins raise whatever a broken file makes them stumble over
        raise PictureError("picture-broken", found=type(error).__name__) from None


def _open_raster(data: bytes, form: str, most: int) -> tuple[int, int]:
    from PIL import Image as Pillow

    with Pillow.open(io.BytesIO(data), formats=[form.upper()]) as picture:
        width, height = picture.size
        if width * height > most or max(width, height) > MAX_SIDE:
            raise _explain_size(width * height, most, f"{width} × {height}")
        allow_pixels(width * height)
        if form == "png":
            picture.verify()
    # Opened anew, for a picture that was verified can do nothing more.
    with Pillow.open(io.BytesIO(data), formats=[form.upper()]) as picture:
        frames = getattr(picture, "n_frames", 1)
        if frames > 1:
            raise PictureError("picture-animated", found=str(frames))
        _decode(picture, form)
        turned = form != "png" and is_turned(picture)
    return (height, width) if turned else (width, height)


def is_turned(picture: Pillow.Image) -> bool:
    """Whether a browser shows width for height."""
    return picture.getexif().get(_ORIENTATION, 1) in _TURNED


def _decode(picture: Pillow.Image, form: str) -> None:
    """Decodes a picture to its end, so that one broken within is found here and not when the site is made.

    A JPEG is decoded at an eighth of its size, which reads all of its data in a third of the time.
    """
    if form == "jpeg":
        picture.draft(None, (1, 1))
    picture.load()


def _explain_size(pixels: int, most: int, size: str = "") -> PictureError:
    total = count_in_wan(pixels)
    return PictureError("picture-too-large", size=size, total=total, most=count_in_wan(most), side=str(MAX_SIDE))


def count_in_wan(pixels: int) -> str:
    """How many times ten thousand, 万, as pictures are told of in Chinese."""
    return f"{round(pixels / 10_000, 1):.10g}"


def _is_whole_png(data: bytes) -> bool:
    return b"IEND" in data[-64:]


def _is_whole_jpeg(data: bytes) -> bool:
    """Whether the end of image stands behind the start of the scan (a preview within has an end of its own).

    Every scan goes over the whole picture once more: 3,000 of them, which take 300 KB, cost 20 s.
    """
    scan = _find_scan(data)
    return scan > 0 and data.rfind(b"\xff\xd9") > scan and data.count(b"\xff\xda", scan) <= MAX_SCANS


def _find_scan(data: bytes) -> int:
    """Offset of the first start-of-scan marker, 0 where there is none; walks from segment to segment."""
    offset = 2
    while offset + 4 <= len(data) and data[offset] == 0xFF:
        if data[offset + 1] == 0xDA:
            return offset
        if data[offset + 1] == 0xFF:
            offset += 1
            continue
        offset += 2 + struct.unpack_from(">H", data, offset + 2)[0]
    return 0


def _is_whole_webp(data: bytes) -> bool:
    return len(data) >= int.from_bytes(data[4:8], "little") + 8


def _is_whole_avif(data: bytes) -> bool:
    """Whether the boxes of the file reach no further than its end."""
    offset = 0
    while offset + 8 <= len(data):
        size = struct.unpack_from(">I", data, offset)[0]
        if size == 1 and offset + 16 <= len(data):
            size = struct.unpack_from(">Q", data, offset + 8)[0]
        if size == 0:
            return True
        if size < 8:
            return False
        offset += size
    return offset == len(data)


_WHOLE: Final[Mapping[str, Callable[[bytes], bool]]] = {
    "png": _is_whole_png,
    "jpeg": _is_whole_jpeg,
    "webp": _is_whole_webp,
    "avif": _is_whole_avif,
}
"""Whether a file is there to its end, told from its structure alone."""

"""Drawings as they are published: written anew of what draws, without what a drawing program notes about its user."""

from __future__ import annotations

import base64
import io
from pathlib import Path
from typing import Final
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from showcase.compile.pictures import read_upright
from showcase.source.rasters import recognise_raster
from showcase.source.svg_images import find_raster, measure_svg
from showcase.source.svg_names import ATTRIBUTES, ELEMENTS, SVG, XLINK, XML
from showcase.source.svg_uses import replace_comments

_UNSEEN: Final = frozenset({"metadata"})
_WORDED: Final = frozenset({"text", "style", "title", "desc"})
"""Elements whose text counts; between others it is white space."""
_BREAK: Final = {"\r": "&#13;"}
"""Would be read as another break if it stood there itself."""
_EMPTY: Final = "/**/"
"""What is left of a comment in a style sheet: it parts what stands on both sides of it."""
_QUALITY: Final = 90


def clean_drawing(path: Path) -> bytes:
    """A drawing, whole to the eye; raises :class:`PictureError` for what its check refuses."""
    data = path.read_bytes()
    measure_svg(data)
    return _Writer().write(data)


class _Writer:
    """Writes what draws as it is read, element by element.

    What is neither an element nor an attribute of the lists is left out, whatever the check thought of it.
    """

    def __init__(self) -> None:
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parts: list[str] = []
        self._space: str | None = None
        """The namespace of the root; some drawings have none."""
        self._left_out = 0
        """Elements that are open and not written."""
        self._worded = 0
        """Elements that are open and whose text counts."""
        self._style: list[str] | None = None
        """The text of the style element that is open, which holds nothing else."""
        self._is_open = False
        """Whether the start of an element still waits for its ``>``."""

    def write(self, data: bytes) -> bytes:
        """The whole drawing."""
        self._parser.Parse(data, True)
        return "".join(self._parts).encode()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, tag = name.rpartition("}")
        is_root = self._space is None
        if is_root:
            self._space = space
        if self._left_out or space != self._space or tag not in ELEMENTS or tag in _UNSEEN:
            self._left_out += 1
            return
        self._close_start()
        self._parts.append(f"<{tag}")
        if is_root:
            self._parts.append(f' xmlns="{SVG}" xmlns:xlink="{XLINK}"')
        for key, value in attributes.items():
            if key in ATTRIBUTES:
                self._parts.append(f" {key.replace(f'{XML}}}', 'xml:')}={quoteattr(value)}")
            elif key in ("href", f"{XLINK}}}href") and tag != "a":
                self._parts.append(f" {'xlink:' * (key != 'href')}href={quoteattr(_clean_address(value))}")
        self._is_open = True
        self._worded += tag in _WORDED
        self._style = [] if tag == "style" else None

    def _end(self, name: str) -> None:
        if self._left_out:
            self._left_out -= 1
            return
        tag = name.rpartition("}")[2]
        if self._style is not None:
            self._parts.append(escape(replace_comments("".join(self._style), _EMPTY), _BREAK))
            self._style = None
        self._parts.append("/>" if self._is_open else f"</{tag}>")
        self._is_open = False
        self._worded -= tag in _WORDED

    def _text(self, text: str) -> None:
        if self._worded and not self._left_out:
            self._close_start()
            if self._style is None:
                self._parts.append(escape(text, _BREAK))
            else:
                self._style.append(text)

    def _close_start(self) -> None:
        if self._is_open:
            self._parts.append(">")
            self._is_open = False


def _clean_address(address: str) -> str:
    """A part of the drawing itself, or a picture in it, encoded anew: a photograph tells where it was taken."""
    raster = find_raster(address)
    if raster is None:
        return address.strip()
    picture, buffer = read_upright(io.BytesIO(raster)), io.BytesIO()
    profile = picture.info.get("icc_profile") or b""
    picture.info.clear()  # A comment in it would be written again.
    given = recognise_raster(raster)
    # As PNG, a photograph that came as AVIF would take thirty times the bytes.
    form = given if given in ("jpeg", "png") else "webp"
    colours = {"icc_profile": profile} if profile[16:20] == b"RGB " else {}
    picture.save(buffer, form.upper(), quality=_QUALITY, lossless=given == "webp" and b"VP8L" in raster, **colours)
    return f"data:image/{form};base64,{base64.b64encode(buffer.getvalue()).decode()}"

"""SVG pictures: nothing but shapes and text, and a size."""

from __future__ import annotations

import base64
import binascii
import re
from typing import Final
from xml.parsers import expat

from showcase.source.picture_error import PictureError
from showcase.source.rasters import count_in_wan, measure_raster, recognise_raster
from showcase.source.svg_names import ELEMENTS, SVG, XHTML
from showcase.source.svg_uses import Uses, replace_comments

MAX_BYTES: Final = 1_000_000
MAX_ELEMENTS: Final = 20_000
MAX_SIDE: Final = 100_000
"""User units."""
MAX_PIXELS: Final = 10_000_000
"""Of all pictures in a drawing together."""

_FOREIGN: Final = frozenset(
    {"script", "foreignobject", "iframe", "object", "embed", "audio", "video", "canvas", "handler", "listener", "link"}
)
"""Names that a logo has no need of in any namespace."""
_LENGTH: Final = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(px|pt|pc|mm|cm|in)?\s*")
_UNITS: Final = {None: 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_RASTER: Final = re.compile(r"\s*data:image/(?:png|jpe?g|webp|avif);base64,", re.IGNORECASE)
_OUTER_STYLE: Final = re.compile(
    r"@import|@(?:-\w+-)?keyframes|expression\s*\(|image-set|src\s*\(|\\|url\s*\((?!\s*(?:['\"]\s*)?#)",
    re.IGNORECASE,
)
"""What fetches or moves."""
_DOCTYPE: Final = re.compile(r"-//W3C//DTD SVG [\w. ]+//EN")


def measure_svg(data: bytes) -> tuple[int, int]:
    """Width and height in user units, at least 1; raises :class:`PictureError` for what is unsafe or has no size."""
    if len(data) > MAX_BYTES:
        raise PictureError("picture-too-large", found=f"{len(data) / 1e6:.1f} MB", limit=f"{MAX_BYTES / 1e6:.0f} MB")
    inspector = _Inspector()
    inspector.inspect(data)
    return inspector.size()


def find_raster(address: str) -> bytes | None:
    """The picture that an address holds in itself, ``None`` for other addresses; raises :class:`PictureError`."""
    found = _RASTER.match(address)
    if found is None:
        return None
    try:
        return base64.b64decode("".join(address[found.end() :].split()), validate=True)
    except (binascii.Error, ValueError):
        raise PictureError("svg-broken", problem=address.strip()[:40]) from None


class _Inspector:
    """Reads an SVG file from end to end, and stops at the first thing that is no picture."""

    def __init__(self) -> None:
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.ProcessingInstructionHandler = self._instruction
        self._parser.SkippedEntityHandler = self._skip_entity
        self._root: dict[str, str] | None = None
        self._elements = 0
        self._in_style = 0
        self._style: list[str] = []
        """The text of the style element that is being read; its pieces may part a word."""
        self._uses = Uses()
        self._pixels = MAX_PIXELS
        """What the pictures in the drawing may still have."""

    def inspect(self, data: bytes) -> None:
        """Takes the whole file."""
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as error:
            problem = f"{expat.ErrorString(error.code)} ({error.lineno}:{error.offset + 1})"
            raise PictureError("svg-broken", error.lineno, problem=problem) from None
        except (ValueError, LookupError) as error:
            raise PictureError("svg-broken", problem=str(error)[:80]) from None
        if self._uses.count() > MAX_ELEMENTS:
            raise PictureError("picture-too-large", found="<use>", limit=str(MAX_ELEMENTS))

    def size(self) -> tuple[int, int]:
        """From the view box, else from width and height."""
        root = self._root or {}
        numbers = re.split(r"[\s,]+", root.get("viewBox", "").strip())
        try:
            sides = [float(number) for number in numbers[2:4]] if len(numbers) == 4 else []
        except ValueError:
            sides = []
        if not sides:
            sides = [_as_pixels(root.get(name, "")) for name in ("width", "height")]
        if not all(0 < side <= MAX_SIDE for side in sides):
            raise PictureError("svg-without-size", 1)
        return max(1, round(sides[0])), max(1, round(sides[1]))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition("}")[2]
        if self._root is None:
            if tag != "svg":
                self._refuse(f"<{tag[:40]}>", "svg-broken")
            self._root = attributes
        self._elements += 1
        if self._elements > MAX_ELEMENTS:
            self._refuse(f"{MAX_ELEMENTS} +", "picture-too-large")
        namespace = name.rpartition("}")[0]
        is_drawn = namespace in ("", SVG)
        if namespace == XHTML or tag.lower() in _FOREIGN or (is_drawn and tag not in ELEMENTS):
            self._refuse(f"<{tag}>")
        if self._in_style:
            # A browser takes the text on both sides of it for one.
            self._refuse(f"<style>…<{tag}>")
        self._uses.open(tag, attributes)
        self._in_style += tag.lower() == "style"
        for key, value in attributes.items():
            self._check_attribute(tag, key.rpartition("}")[2], value)

    def _end(self, name: str) -> None:
        self._uses.close()
        if name.rpartition("}")[2].lower() == "style":
            self._in_style -= 1
            self._check_style("".join(self._style))
            self._style.clear()

    def _check_attribute(self, tag: str, key: str, value: str) -> None:
        lower = key.lower()
        if lower.startswith("on") or lower == "base":
            self._refuse(f"{key}=")
        if lower in ("href", "src"):
            self._check_address(tag, key, value)
        if lower == "attributename" and value.strip().lower().rpartition(":")[2] in ("href", "src"):
            self._refuse(f'<{tag} attributeName="{value[:40]}">')
        if ("(" in value or lower == "style") and _OUTER_STYLE.search(value):
            self._refuse(f'{key}="{value[:40]}"')

    def _check_address(self, tag: str, key: str, value: str) -> None:
        if value.lstrip().startswith("#"):
            return
        if tag not in ("image", "feImage") or not _RASTER.match(value):
            self._refuse(f'{key}="{value[:40]}"')
        try:
            raster = find_raster(value) or b""
            form = recognise_raster(raster)
            if form is None:
                raise PictureError("picture-broken", found=f"<{tag}>")
            width, height = measure_raster(raster, form, MAX_PIXELS)
            self._pixels -= width * height
            if self._pixels < 0:
                raise PictureError("picture-too-large", found=f"<{tag}>", most=count_in_wan(MAX_PIXELS))
        except PictureError as error:
            raise PictureError(error.code, self._parser.CurrentLineNumber, **error.details) from None

    def _text(self, text: str) -> None:
        if self._in_style:
            self._style.append(text)

    def _check_style(self, text: str) -> None:
        # What looks like a comment is none within quotes.
        if _OUTER_STYLE.search(text) or _OUTER_STYLE.search(replace_comments(text, "")):
            self._refuse(text.strip()[:40])
        self._uses.add_style(text)

    def _doctype(self, name: str, _address: str | None, public: str | None, has_entities: bool) -> None:
        """Takes the line that many drawing programs write; nothing is fetched for it."""
        if has_entities or name != "svg" or not _DOCTYPE.fullmatch(public or ""):
            self._refuse(f"<!DOCTYPE {name[:40]}>")

    def _skip_entity(self, name: str, _is_parameter: bool) -> None:
        self._refuse(f"&{name[:40]};")

    def _instruction(self, target: str, _: str) -> None:
        self._refuse(f"<?{target[:40]}?>")

    def _refuse(self, found: str, code: str = "svg-unsafe") -> None:
        raise PictureError(code, self._parser.CurrentLineNumber, found=found, problem=found, limit=str(MAX_ELEMENTS))


def _as_pixels(length: str) -> float:
    found = _LENGTH.fullmatch(length)
    return float(found[1]) * _UNITS[found[2]] if found else 0.0

"""The text of a file, and places in it."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from showcase.model.faults import Fault, Place
from showcase.model.id_numbers import find_id_numbers
from showcase.model.mobile_numbers import find_mobile_numbers
from showcase.source.unreadable_error import UnreadableError

_WIDE_BOMS: Final = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_DOCUMENTS: Final = (
    (b"PK\x03\x04", "Word (.docx), ZIP"),
    (b"\xd0\xcf\x11\xe0", "Word (.doc), WPS"),
    (b"%PDF-", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
)
"""What files that are no text begin with."""
_LEGACY: Final = (("gb18030", "GBK (GB18030)"), ("big5", "Big5"))
_COMMON_HAN: Final = re.compile(r"[一-鿿，。、：；（）「」“”《》·]")
_UTF8_HAN: Final = re.compile(rb"[\xe3-\xe9\xef][\x80-\xbf]{2}")
SUSPECT: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufffd-\uffff]"
)
"""Characters of which some may not stand in a file, see :mod:`showcase.source.characters`, or not in plain YAML."""
_MAX_SHOWN: Final = 400
"""Longest line kept in a place, in characters; the rest says nothing about the fault."""


@dataclass(frozen=True)
class SourceText:
    """A file's text with ``\\n`` line endings, and the name an editor knows it by."""

    path: str
    """As the editor would write it."""
    text: str

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The text's lines, without their endings; asked for where something is wrong with one."""
        return tuple(self.text.split("\n"))

    @cached_property
    def is_clean(self) -> bool:
        """Whether no character needs to be looked at: most files are, and searching is most of what looking takes."""
        return not SUSPECT.search(self.text)

    @cached_property
    def has_private_numbers(self) -> bool:
        """Whether a mobile number or one of an identity card stands anywhere, in the front matter or in the story."""
        return any(find_mobile_numbers(self.text)) or any(find_id_numbers(self.text))

    def place(self, line: int, column: int = 1, length: int = 1) -> Place:
        """The place at a line and column, both from 1; columns and ``length`` in characters."""
        source = self.line(line)
        if len(source) > _MAX_SHOWN and column < _MAX_SHOWN:
            source = source[:_MAX_SHOWN]
        return Place(self.path, line, column, max(1, length), source)

    def line(self, number: int) -> str:
        """The text of a line, from 1; empty beyond the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def place_at(self, offset: int, length: int = 1) -> Place:
        """The place at an offset in characters from the start of the text."""
        start = self.text.rfind("\n", 0, offset) + 1
        return self.place(self.text.count("\n", 0, offset) + 1, offset - start + 1, length)

    def fault(self, code: str, line: int = 1, column: int = 1, length: int = 1, **details: str) -> Fault:
        """A fault at a line and column of this text."""
        return Fault(code, self.place(line, column, length), details=details)


def decode_text(data: bytes, path: str) -> SourceText:
    """Decodes UTF-8, with or without its mark and any line ending; raises :class:`UnreadableError` for all else."""
    for head, name in _DOCUMENTS:
        if data.startswith(head):
            raise UnreadableError([Fault("not-a-text-file", Place(path), details={"found": name})])
    for mark, name in _WIDE_BOMS:
        if data.startswith(mark):
            raise UnreadableError([_wrong_encoding(path, name)])
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableError([_explain_bytes(data, path, error.start)]) from None
    wide = _recognise_wide(data)
    if wide:
        raise UnreadableError([_wrong_encoding(path, wide)])
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return SourceText(path, text)


def _recognise_wide(data: bytes) -> str | None:
    """UTF-32 or UTF-16 without its mark: every fourth byte is NUL, or every other is often and the rest is not."""
    head = data[:200]
    if 0 not in head:
        return None
    # No code point lies above 0x10FFFF.
    if len(head) >= 8 and any(max(head[high::4]) == 0 and max(head[low::4]) <= 0x10 for high, low in ((3, 2), (0, 1))):
        return "UTF-32"
    even, odd = head[::2].count(0), head[1::2].count(0)
    return "UTF-16" if max(even, odd) * 10 > len(head) and min(even, odd) * 10 < max(even, odd) else None


def _wrong_encoding(path: str, name: str) -> Fault:
    return Fault("wrong-encoding", Place(path), details={"encoding": name})


def _explain_bytes(data: bytes, path: str, start: int) -> Fault:
    """Another encoding, or UTF-8 that was damaged at ``start``, an offset in bytes."""
    name = _guess_encoding(data)
    if name:
        return _wrong_encoding(path, name)
    text = data[:start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    whole = text + data[start:].split(b"\n", 1)[0].decode("utf-8", "replace").rstrip("\r")
    place = SourceText(path, whole).place_at(len(text))
    return Fault("broken-bytes", place, details={"found": f"0x{data[start]:02X}"})


def _guess_encoding(data: bytes) -> str | None:
    """The encoding that makes sense of bytes which are no UTF-8; ``None`` where they are damaged UTF-8."""
    name = _recognise_wide(data)
    if name:
        return name
    if len(_UTF8_HAN.findall(data)) >= 3 and _readable_as_utf8(data):
        return None
    for codec, label in _LEGACY:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        wide = sum(ord(char) > 127 for char in text)
        if wide and len(_COMMON_HAN.findall(text)) * 2 > wide:
            return label
    return None


def _readable_as_utf8(data: bytes) -> bool:
    """Whether most of what lies beyond ASCII is sound UTF-8."""
    text = data.decode("utf-8", "replace")
    wide = [char for char in text if ord(char) > 127]
    return wide.count("\N{REPLACEMENT CHARACTER}") * 4 < len(wide)

"""A brand's file, taken apart: the front matter between two ``---`` lines, and the body below."""

from __future__ import annotations

import math
import os
import re
from dataclasses import dataclass
from typing import Final

from showcase.model.faults import Fault, Place
from showcase.source.merge_conflicts import find_conflicts
from showcase.source.source_text import SourceText, decode_text
from showcase.source.unreadable_error import UnreadableError

MAX_FRONT_MATTER: Final = 128_000
"""Characters."""

_FENCE: Final = re.compile(r"---[ \t]*")
_END: Final = re.compile(r"\n---[ \t]*$", re.MULTILINE)
"""Begins with a literal, and is sought far faster than a line's beginning."""
_LOOKS_LIKE_FENCE: Final = re.compile(r"[ \t]*(?:-{2,}|—+|－+|–+|_{3,}|\*{3,}|\+{3,})[ \t]*")


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown file in its two parts."""

    source: SourceText
    front_matter: str
    """YAML; it begins on line 2 of the file."""
    body: str
    """Markdown, without blank lines at its ends."""
    body_line: int
    """Line of the file, from 1, on which ``body`` begins."""

    def place_in_body(self, offset: int, length: int = 1) -> Place:
        """The place at an offset in characters from the start of the body."""
        start = self.body.rfind("\n", 0, offset) + 1
        return self.source.place(self.body_line + self.body.count("\n", 0, offset), offset - start + 1, length)


def read_page(path: str, shown: str, max_bytes: int = 1_000_000) -> Page:
    """Takes a file apart; raises :class:`UnreadableError` where it cannot, ``OSError`` where the file does not open."""
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - a Path for each of many thousands is slow
        size = os.fstat(file.fileno()).st_size
        if size > max_bytes:
            details = {"found": f"{math.ceil(size / 1e4) / 100:g} MB", "limit": f"{max_bytes / 1e6:g} MB"}
            raise UnreadableError([Fault("file-too-large", Place(shown), details=details)])
        data = file.read()
    return split_page(decode_text(data, shown))


def split_page(source: SourceText) -> Page:
    """Finds the two fences; raises :class:`UnreadableError` where one is missing, or among two versions of a field."""
    conflicts = list(find_conflicts(source))
    try:
        page = _split_page(source)
    except UnreadableError:
        if conflicts:
            raise UnreadableError(conflicts) from None
        raise
    if conflicts and conflicts[0].place.line < page.body_line:
        raise UnreadableError(conflicts)
    return page


def _split_page(source: SourceText) -> Page:
    text = source.text
    first = text.partition("\n")[0]
    if not _FENCE.fullmatch(first):
        raise UnreadableError([_explain_start(source)])
    end = _END.search(text, len(first))
    if end is None:
        raise UnreadableError([_explain_end(source)])
    block = text[len(first) + 1 : end.start() + 1]
    if len(block) > MAX_FRONT_MATTER:
        details = {"found": str(len(block)), "limit": str(MAX_FRONT_MATTER)}
        raise UnreadableError([Fault("front-matter-too-long", source.place(1, 1, 3), details=details)])
    body = text[end.end() :]
    lead = len(body) - len(body.lstrip("\n"))
    return Page(source, block, body.strip("\n"), block.count("\n") + 2 + lead)


def _explain_start(source: SourceText) -> Fault:
    """Why a file does not begin with its front matter."""
    if not source.text.strip():
        return source.fault("empty-file")
    from showcase.source.text_above import explain_text_above  # What no sound file needs.

    if above := explain_text_above(source):
        return above
    for number, line in enumerate(source.text.split("\n")[:20], 1):
        if _LOOKS_LIKE_FENCE.fullmatch(line) and (number == 1 or not source.line(1).strip()):
            return source.fault("bad-fence", number, 1, len(line), found=line.strip())
        if line.strip():
            break
    return source.fault("no-front-matter", 1, 1, len(source.line(1)) or 1)


def _explain_end(source: SourceText) -> Fault:
    """Why front matter that was opened is not closed."""
    for number, line in enumerate(source.text.split("\n")[1:], 2):
        if _LOOKS_LIKE_FENCE.fullmatch(line):
            return source.fault("bad-fence", number, 1, len(line), found=line.strip())
    return source.fault("unclosed-front-matter", 1, 1, 3)

"""Lists whose items stand on lines of their own, without the hyphen and the blank that make items of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pydantic import BaseModel

from showcase.model.faults import Fault
from showcase.source.dash_slips import take_sign
from showcase.source.drafted_parts import write_list
from showcase.source.lists_in_text import is_marked, split_items, strip_mark
from showcase.source.mending import shorten
from showcase.source.part_hints import is_of_names, write_item
from showcase.source.schema import Path, field_name
from showcase.source.source_text import SourceText
from showcase.source.yaml_slips import indentation

_HASHED: Final = re.compile(r"([ ]*)#(?!-)([^\s#:：](?:[^#:：]*[^\s#:：])?)\s*(?:#\s*)?")
"""A comment that is hardly meant as one: it has no blank behind its sign, and is no line that was taken out."""


def explain_lines(
    source: SourceText, lines: Sequence[tuple[int, str]], path: Path, part: type[BaseModel] | None
) -> list[Fault]:
    """A fault for each line below a key that is to be an item; none where these cannot be told from one another."""
    is_numbered = any(is_marked(line) for _, line in lines)
    if not is_numbered and is_of_names(part) and any(len(split_items(line)) > 1 for _, line in lines):
        return _explain_together(source, lines, path, part)
    outer = min(indentation(line) for _, line in lines)
    faults = list[Fault]()
    for number, line in lines:
        column = indentation(line)
        if is_numbered and column > outer and not is_marked(line):
            # It goes on with the item above.
            continue
        hints = write_item(strip_mark(line), part)
        if not hints:
            return []
        code = "no-space-after-dash" if take_sign(line.strip()) else "not-list"
        details = {**hints, "found": shorten(line), "found_kind": "text"}
        if hints["suggestion"] != line.strip():
            faults.append(Fault(code, source.place(number, column + 1, len(line.strip())), field_name(path), details))
    return faults


def find_hashed_lines(source: SourceText, line: int, path: Path, part: type[BaseModel] | None) -> Iterator[Fault]:
    """The items below the line of an empty key that are comments for the sign before them: ``#甲``."""
    while found := _HASHED.fullmatch(source.line(line := line + 1)):
        if hints := write_item(found[2].strip(), part):
            details = {**hints, "found": shorten(found[0]), "list": hints["suggestion"]}
            place = source.place(line, len(found[1]) + 1, len(found[0].strip()))
            yield Fault("text-is-comment", place, field_name(path), details)


def _explain_together(
    source: SourceText, lines: Sequence[tuple[int, str]], path: Path, part: type[BaseModel] | None
) -> list[Fault]:
    """Lines with several items in one, as one list in brackets."""
    written = write_list([item for _, line in lines for item in split_items(line)], part)
    if written is None:
        return []
    (first, text), (last, _) = lines[0], lines[-1]
    found = shorten(" ".join(line for _, line in lines))
    details = {"first": str(first), "last": str(last), "suggestion": written[0], "found": found, "found_kind": "text"}
    place = source.place(first, indentation(text) + 1, len(text.strip()))
    return [Fault("not-list", place, field_name(path), details)]

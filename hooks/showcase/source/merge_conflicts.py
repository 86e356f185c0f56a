"""What git leaves in a file that two people changed in the same place: both versions, between lines that mark them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from showcase.model.faults import Fault
from showcase.source.source_text import SourceText

_BEGINS: Final = "<<<<<<<"
_MARK: Final = re.compile(r"(?:<{7}|>{7}|\|{7})(?: .*)?|={7}")


def is_mark(line: str) -> bool:
    """Whether a line of front matter, where nothing else looks so, is one of the marks."""
    return _MARK.fullmatch(line) is not None


def find_conflicts(source: SourceText) -> Iterator[Fault]:
    """A fault for each line that opens a conflict, with the lines of its other marks as far as they are there."""
    # Sought in every file, and in hardly any found.
    if _BEGINS not in source.text:
        return
    marks = [(number, line[:1], line) for number, line in enumerate(source.lines, 1) if _MARK.fullmatch(line)]
    for index, (number, sign, line) in enumerate(marks):
        if sign != "<":
            continue
        others: dict[str, str] = {}
        for later, other, _ in marks[index + 1 :]:
            if other == "<":
                break
            others.setdefault(other, str(later))
        # Where git is told to, it shows between the two what stood there before.
        middle = ", ".join(others[one] for one in "|=" if one in others) if "=" in others else ""
        details = {"first": str(number), "middle": middle, "last": others.get(">", "")}
        yield source.fault("merge-conflict", number, 1, len(line), **details)

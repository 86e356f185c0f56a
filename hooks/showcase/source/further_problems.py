"""Problems below the first at which a parser gives up: found by reading on with the lines mended of which was told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from yaml._yaml import CParser

from showcase.model.faults import Fault
from showcase.source.misplaced_lines import is_idle
from showcase.source.source_text import SourceText
from showcase.source.yaml_builder import YamlError
from showcase.source.yaml_problems import explain_problem
from showcase.source.yaml_slips import indentation

_MOST: Final = 9
"""Times that a block is read again."""
_LONGEST: Final = 200_000
"""Of a block that is, in characters."""
_OF_VALUES: Final = frozenset({"colon-in-value", "reserved-character", "text-after-quote"})
"""What is wrong within the value of one line, so that nothing else hangs on how that is mended."""
_OF_COLONS: Final = frozenset({"full-width-colon", "no-space-after-colon"})
_BEGINNING: Final = re.compile(r"([ ]*(?:- +)*)(?:([^\s:：#\"'\[\]{}]+)[ ]*[:：])?")
"""The blanks and signs of items before a value, and its key."""


def find_further(
    source: SourceText, block: str, first_line: int, told: Sequence[Fault], *, has_entries: bool = False
) -> list[Fault]:
    """The problems that come to light once those that were told are mended.

    It stops at the first that might only follow from how a line was mended.
    """
    lines, found, fresh = block.split("\n"), [*told], [*told]
    while len(block) <= _LONGEST and len(found) - len(told) < _MOST:
        if not all(_mend_line(lines, fault, first_line) for fault in fresh):
            break
        mended = "\n".join(lines)
        error = _find_error(mended)
        if error is None:
            break
        fresh = explain_problem(source, mended, first_line, error, has_entries=has_entries)
        if len(fresh) != 1 or fresh[0].code not in _OF_VALUES or not _is_below(fresh[0], found):
            break
        found += fresh
    return found[len(told) :]


def _find_error(block: str) -> BaseException | None:
    parser = CParser(block)
    try:
        while parser.check_event():
            parser.get_event()
    except (YamlError, ValueError, RecursionError, MemoryError) as error:
        return error
    finally:
        parser.dispose()
    return None


def _is_below(fault: Fault, told: Sequence[Fault]) -> bool:
    """Whether a fault stands below all of the values that were told."""
    lines = {one.place.line for one in told}
    return fault.place.line not in lines and all(
        fault.place.line > one.place.line for one in told if one.code in _OF_VALUES
    )


def _stands_below_key(lines: Sequence[str], index: int) -> bool:
    """Whether what a line is indented below is a key alone, and so no text that the line may be a part of."""
    own = indentation(lines[index])
    above = next((line for line in lines[index::-1] if not is_idle(line) and indentation(line) < own), "")
    return not own or above.rstrip().endswith((":", "："))


def _mend_line(lines: list[str], fault: Fault, first_line: int) -> bool:
    """Puts any text in the place of the value of a line; whether that can be done without regard to other lines."""
    index = fault.place.line - first_line
    begun = _BEGINNING.match(lines[index])
    if fault.code not in _OF_VALUES | _OF_COLONS or begun is None or begun.end() == 0:
        return False
    before, key = begun[1], begun[2]
    if fault.code in _OF_COLONS and not _stands_below_key(lines, index):
        return False
    if fault.details.get("suggestion", "").endswith(":"):
        lines[index] = f"{before}{key}:"
        return True
    below = next((line for line in lines[index + 1 :] if not is_idle(line)), "")
    if indentation(below) > len(before) or (key is None and not before.strip()):
        return False
    lines[index] = f'{before}{key}: "-"' if key else f'{before}"-"'
    return True

"""Lines that stand further in or out than they were meant to: fields, texts that go on, entries of the vocabulary."""

from __future__ import annotations

import re
from typing import Final

from showcase.model.brand import FrontMatter
from showcase.model.faults import Fault
from showcase.source.lists_in_text import strip_mark
from showcase.source.mending import shorten
from showcase.source.outline_lines import explain_no_field
from showcase.source.source_text import SourceText
from showcase.source.yaml_slips import BLOCK_TEXT, IsKey, indentation

_STEP: Final = 2
"""Blanks by which a line stands further in than the one it belongs to."""
_LONGEST: Final = 300
"""Of an item that is shown as it should be, in characters."""
_HOLDER: Final = re.compile(r"([ ]*(?:-[ ]+)*)(?:[^\s:#\"'\[\]{}]+[ ]*:(?:[ ]|$))?")
"""What a line that holds a value begins with: signs of items, a key."""
_WORDS: Final = re.compile(r"[^:]*(?::[^\s:][^:]*)*")
"""A line in which no key stands."""
_NO_COLON: Final = re.compile(r"([A-Za-z_]+)[ \t]+(\S.*)")
"""A key and its value, with a blank alone between them."""
_BARE: Final = re.compile(r"[^\s:#]+:[ ]*(?:#.*)?")
"""A key with nothing behind it, without what it is indented by."""

_PAIRS: Final = {"'": "'", '"': '"', "[": "]", "{": "}"}
"""Marks that open a value, and those that close it."""


def line_above(source: SourceText, line: int) -> int:
    """The nearest line above one that is neither blank nor a comment."""
    line -= 1
    while line > 1 and is_idle(source.line(line)):
        line -= 1
    return max(line, 1)


def explain_fields_indented(source: SourceText, first_line: int, line: int) -> Fault | None:
    """The first fields are indented and those from a line on are not, so that another document seems to begin there."""
    first = next((number for number in range(first_line, line) if not is_idle(source.line(number))), line)
    excess = indentation(source.line(first)) - indentation(source.line(line))
    if excess <= 0:
        return None
    last = line_above(source, line)
    details = {"excess": str(excess)}
    if last > first:
        details |= {"first": str(first), "last": str(last)}
    return source.fault("bad-indentation", first, 1, indentation(source.line(first)), **details)


def explain_fields_inside(source: SourceText, line: int) -> Fault | None:
    """Fields of a brand are indented, from a line on, below another that has its value, so that they belong nowhere."""
    above = line_above(source, line)
    own, outer = _key_of(source.line(line)), _key_of(source.line(above))
    fields = FrontMatter.model_fields
    excess = indentation(source.line(line))
    if indentation(source.line(above)) or own not in fields or outer not in fields:
        return None
    last = line
    while last < len(source.lines) and (is_idle(source.line(last + 1)) or indentation(source.line(last + 1)) >= excess):
        last += 1
    while is_idle(source.line(last)):
        last -= 1
    details = {"excess": str(excess)}
    if last > line:
        details |= {"first": str(line), "last": str(last)}
    return source.fault("bad-indentation", line, excess + 1, 1, **details)


def _key_of(text: str) -> str:
    key, colon, rest = text.strip().partition(":")
    return key if colon and rest[:1] in ("", " ") else ""


def explain_entries_outside(source: SourceText, line: int, is_key: IsKey) -> Fault | None:
    """A line is indented that seems to belong nowhere, since entries above it stand too far out, or too far in.

    What is pasted right below ``agencies:`` without its blanks, or with others, parts that from its entries.
    """
    own = indentation(source.line(line))
    first = last = line_above(source, line)
    column = indentation(source.line(last))
    while is_entry(source.line(first), is_key) and indentation(source.line(first)) == column != own:
        above = line_above(source, first)
        parent = source.line(above)
        outer = indentation(parent)
        if above == first or outer > column:
            return None
        # Further in than its section, only an entry of two blanks tells of another that this one stands wrong.
        if _BARE.fullmatch(parent.strip()) and outer < own and (outer == column or own == outer + _STEP):
            details = {"lack": str(own - column)} if own > column else {"excess": str(column - own)}
            if last > first:
                details |= {"first": str(first), "last": str(last)}
            return source.fault("bad-indentation", first, 1, len(source.line(first)), **details)
        first = above
    return None


def explain_first_item(source: SourceText, line: int) -> Fault | None:
    """An item stands below a line that is the first of its list, and has no hyphen; ``None`` where more are above."""
    first = line_above(source, line)
    parent = line_above(source, first)
    column = indentation(source.line(line))
    is_alone = indentation(source.line(first)) == column > indentation(source.line(parent))
    if parent == first or not is_alone or not _BARE.fullmatch(source.line(parent).strip().removeprefix("- ")):
        return None
    text = source.line(first).strip()
    suggestion = f"- {shorten(strip_mark(text), _LONGEST)}"
    return source.fault("no-space-after-dash", first, column + 1, len(text), suggestion=suggestion)


def is_entry(text: str, is_key: IsKey) -> bool:
    """Whether a line has a key that is no word of the model, and something behind it."""
    key, colon, value = text.strip().partition(": ")
    return bool(colon and value.strip()) and not is_key(key)


def explain_words_behind(source: SourceText, first_line: int, line: int) -> Fault | None:
    """A line that goes on with a text in quotes, or with a list, behind the mark that closed it."""
    words = explain_words(source, first_line, line, lambda _: False)
    if words and words.code == "not-a-field":
        return words
    return words if words and not words.details.keys().isdisjoint(("mark", "bracket")) else None


def explain_lost_colon(source: SourceText, line: int, is_key: IsKey) -> Fault | None:
    """A line that begins with a key and a blank: ``slogan 办事快``."""
    text = source.line(line)
    found = _NO_COLON.fullmatch(text.strip())
    if not found or not is_key(found[1]):
        return None
    details = {"found": shorten(text), "suggestion": f"{found[1]}: {shorten(found[2], _LONGEST)}"}
    return source.fault("missing-colon", line, indentation(text) + 1, len(text.strip()), **details)


def explain_words(source: SourceText, first_line: int, line: int, is_key: IsKey) -> Fault | None:
    """A line without a key, which goes on from one above or has lost its colon; ``None`` where a key stands in it."""
    text = source.line(line)
    if text.strip() in ("", "---") or not _WORDS.fullmatch(text.strip()):
        return None
    start = indentation(text)
    above = line_above(source, line)
    if lost := explain_lost_colon(source, line, is_key):
        return lost
    holder = above
    while holder > first_line and not _holds(source.line(holder)):
        holder = line_above(source, holder)
    found = _HOLDER.match(source.line(holder))
    if above < first_line or above == line or not found or not _holds(source.line(holder)):
        return source.fault("missing-colon", line, start + 1, len(text.strip()), found=shorten(text))
    blanks = len(found[1]) + _STEP
    if BLOCK_TEXT.fullmatch(source.line(holder)) and (below := _explain_below_sign(source, line, holder, blanks)):
        return below
    is_item = source.line(holder)[start:].startswith("- ")
    if not is_item and first_line > 1 and (no_field := explain_no_field(source, line, above, _WORDS)):
        return no_field
    mark = _find_closing(source.line(holder)[found.end() :].strip(), source.line(above).rstrip())
    name = "bracket" if mark in ("]", "}") else "mark"
    details = {name: mark} if mark else {"blanks": str(blanks)} if blanks != start else {}
    if is_item and not mark:
        details["item"] = f"- {shorten(strip_mark(text), _LONGEST)}"
    return source.fault("missing-colon", line, start + 1, len(text.strip()), found=shorten(text), **details)


def _explain_below_sign(source: SourceText, line: int, holder: int, blanks: int) -> Fault | None:
    """A text below ``|`` that is not indented, from a line on; those before it may be. ``None`` where it is."""
    begun = next(number for number in range(holder + 1, line + 1) if not is_idle(source.line(number)))
    if begun < line:
        blanks = max(blanks, indentation(source.line(begun)))
    last, own = line, indentation(source.line(line))
    if own >= blanks:
        return None
    while last < len(source.lines) and _goes_on(source.line(last + 1), own):
        last += 1
    text = source.line(line)
    details = {"blanks": str(blanks)}
    if last > line:
        details |= {"first": str(line), "last": str(last)}
    return source.fault("text-not-indented", line, own + 1, len(text.strip()), **details)


def _goes_on(text: str, own: int) -> bool:
    is_words = _WORDS.fullmatch(text.strip()) is not None and text.strip() not in ("", "---")
    return is_words and indentation(text) == own and not text.lstrip().startswith(("- ", "#"))


def _find_closing(value: str, above: str) -> str:
    """The mark that closes the value above, behind which nothing may follow; empty where none does."""
    last = above[-1:]
    return last if _PAIRS.get(value[:1]) == last else ""


def _holds(text: str) -> bool:
    found = _HOLDER.match(text)
    return found is not None and found.end() > indentation(text)


def is_idle(text: str) -> bool:
    """Whether a line is blank or a comment."""
    return text.lstrip()[:1] in ("", "#")

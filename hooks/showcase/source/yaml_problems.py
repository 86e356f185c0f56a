"""What libyaml complains of, in words that help: which slip of the keyboard it was, and where."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from showcase.model.faults import Fault
from showcase.source.editor_words import is_key_word
from showcase.source.lists_in_text import split_items, strip_mark
from showcase.source.mending import quote_text, shorten, write_text
from showcase.source.misplaced_lines import (
    explain_entries_outside,
    explain_fields_indented,
    explain_fields_inside,
    explain_first_item,
    explain_lost_colon,
    explain_words,
    explain_words_behind,
    line_above,
)
from showcase.source.source_text import SourceText
from showcase.source.wide_colons import is_entry_key
from showcase.source.yaml_slips import IsKey, find_slips, indentation

_LONGEST: Final = 300
"""Of what is shown as it should be in full, in characters."""
_BRACKETED: Final = re.compile(r"([ ]*(?:- +)*(?:[^\s:\"'\[\]{}]+: +)?)([\[{].*)")
"""A line whose value begins with a bracket."""
_QUOTED: Final = re.compile(r"[ ]*(?:- +)*(?:[^\s:\"'\[\]{}]+: +)?([\"'])(.*)")
"""A line whose value begins with a quotation mark."""
_CURLY_CLOSED: Final = re.compile(r"[\"']([^“”‘’\"'＂＇]+)([”“’‘＂＇])\s*(?:#.*)?")
"""From a quotation mark on: a text that is closed by another kind of one."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """What libyaml said, and about which lines."""

    source: SourceText
    problem: str
    context: str
    line: int
    """Line of the file, from 1, at which it gave up."""
    column: int
    """Column in characters, from 1."""
    context_line: int
    """Line of the file at which what it was reading began."""
    context_column: int
    first_line: int
    """Line of the file on which the block begins."""
    is_key: IsKey
    """Tells keys from words of a text."""

    @property
    def text(self) -> str:
        """The line at which it gave up."""
        return self.source.line(self.line)


def explain_problem(
    source: SourceText,
    block: str,
    first_line: int,
    error: BaseException,
    is_key: IsKey = is_key_word,
    *,
    has_entries: bool = False,
) -> list[Fault]:
    """The faults behind an exception that libyaml raised for a block: every known slip, else what libyaml was at.

    ``is_key`` tells keys from words of a text, see :func:`find_slips`. A block that ``has_entries`` is a vocabulary.
    """
    complaint = _read_complaint(source, first_line, error, is_key)
    slips = find_slips(source, block, first_line, is_entry_key if has_entries else is_key)
    near = range(line_above(source, min(complaint.line, complaint.context_line)), complaint.line + 1)
    if any(slip.place.line in near for slip in slips):
        return slips
    return [*slips, _explain(complaint)]


def explain_text(source: SourceText, block: str, first_line: int, *, has_entries: bool) -> list[Fault]:
    """The slips that made one text of all keys of a block; none where it is a text."""
    slips = find_slips(source, block, first_line, is_entry_key if has_entries else is_key_word)
    return slips if any(slip.code == "full-width-colon" for slip in slips) else []


def _read_complaint(source: SourceText, first_line: int, error: BaseException, is_key: IsKey) -> Complaint:
    mark = getattr(error, "problem_mark", None)
    context: Any = getattr(error, "context_mark", None) or mark
    line, column = (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)
    context_line, context_column = (context.line + first_line, context.column + 1) if context else (line, column)
    problem, doing = str(getattr(error, "problem", "") or ""), str(getattr(error, "context", "") or "")
    return Complaint(source, problem, doing, line, column, context_line, context_column, first_line, is_key)


def _explain(complaint: Complaint) -> Fault:
    for words, explain in _EXPLANATIONS.items():
        if words in complaint.problem:
            return explain(complaint)
    return _fault(complaint, "bad-yaml", complaint.line, complaint.column, problem=complaint.problem)


def _fault(complaint: Complaint, code: str, line: int, column: int, length: int = 1, **details: str) -> Fault:
    """A fault within the text; libyaml likes to give up one line below it."""
    source = complaint.source
    line = min(line, len(source.lines))
    return source.fault(code, line, min(column, len(source.line(line)) + 1), length, **details)


def _explain_token(complaint: Complaint) -> Fault:
    """A character that no value begins with."""
    line, column = complaint.line, complaint.column
    found = complaint.text[column - 1 : column]
    if found == "\t":
        return _fault(complaint, "tab-indentation", line, column)
    return _explain_reserved(complaint)


def _explain_reserved(complaint: Complaint) -> Fault:
    line, column = complaint.context_line, complaint.context_column
    text = complaint.source.line(line)
    suggestion = shorten(text[: column - 1].strip() + " " + quote_text(text[column - 1 :].strip()), 80)
    return _fault(complaint, "reserved-character", line, column, found=text[column - 1 : column], suggestion=suggestion)


def _explain_second_colon(complaint: Complaint) -> Fault:
    """A colon where none may be: in a value, on a line indented too far, or below a line without one."""
    line, text = complaint.line, complaint.text
    key, colon, value = text[: complaint.column - 1].partition(": ")
    if lost := explain_lost_colon(complaint.source, line, complaint.is_key):
        return lost
    if colon:
        rest = text[len(key) + 2 :].strip()
        # Of two colons behind a key one is too many.
        written = quote_text(rest) if value.strip() else rest.lstrip(": ")
        suggestion = shorten(f"{key.strip()}: {written}", 80)
        return _fault(complaint, "colon-in-value", line, complaint.column, suggestion=suggestion)
    above = line_above(complaint.source, line)
    if indentation(text) > indentation(complaint.source.line(above)) or above == line:
        return _explain_indentation(complaint, line, indentation(text) + 1)
    return _explain_colon_at(complaint, above)


def _explain_no_colon(complaint: Complaint) -> Fault:
    return _explain_colon_at(complaint, complaint.context_line)


def _explain_colon_at(complaint: Complaint, line: int) -> Fault:
    if explained := explain_words(complaint.source, complaint.first_line, line, complaint.is_key):
        return explained
    text = complaint.source.line(line)
    start = indentation(text)
    return _fault(complaint, "missing-colon", line, start + 1, len(text.strip()), found=shorten(text))


def _explain_indentation(complaint: Complaint, line: int, column: int) -> Fault:
    entries = explain_entries_outside(complaint.source, line, complaint.is_key)
    return (
        entries or explain_fields_inside(complaint.source, line) or _fault(complaint, "bad-indentation", line, column)
    )


def _explain_quote(complaint: Complaint) -> Fault:
    line, column = complaint.context_line, complaint.context_column
    return _find_open_quote(complaint, range(line - 1, 0, -1)) or _blame_quote(complaint, line, column)


def _blame_quote(complaint: Complaint, line: int, column: int) -> Fault:
    """A quotation mark that is not closed, or by one that counts as part of the text: ``"12345”``."""
    text = complaint.source.line(line)
    closed = _CURLY_CLOSED.fullmatch(text, column - 1)
    if closed:
        suggestion = shorten(f"{text[: column - 1].strip()} {quote_text(closed[1])}", 80)
        found = closed[2]
        return _fault(complaint, "curly-quotes", line, closed.start(2) + 1, found=found, suggestion=suggestion)
    return _fault(complaint, "unclosed-quote", line, column, found=text[column - 1 : column])


def _find_open_quote(complaint: Complaint, lines: range) -> Fault | None:
    """A quotation mark that is not closed on its line, nor goes on below, indented: it ran on to the next mark."""
    source = complaint.source
    for line in lines:
        value = _QUOTED.fullmatch(source.line(line))
        if not value or value[1] in value[2].replace(f"\\{value[1]}", ""):
            continue
        if indentation(source.line(line + 1)) <= indentation(source.line(line)):
            return _blame_quote(complaint, line, value.start(1) + 1)
    return None


def _explain_escape(complaint: Complaint) -> Fault:
    return _fault(complaint, "bad-escape", complaint.line, complaint.column, 2)


def _explain_dash(complaint: Complaint) -> Fault:
    """A hyphen behind a key; where the items have no keys, they may stand there in brackets."""
    line, text = complaint.line, complaint.text
    key, rest = text[: complaint.column - 1].strip(), text[complaint.column - 1 :].strip()
    goes_on = indentation(complaint.source.line(line + 1)) > indentation(text)
    if not key.endswith(":") or ": " in rest or goes_on or len(rest) > _LONGEST:
        return _fault(complaint, "list-misplaced", line, complaint.column)
    items = split_items(rest)
    details = {"suggestion": f"{key} [{', '.join(map(write_text, items))}]"} if items else {}
    return _fault(complaint, "list-misplaced", line, complaint.column, 1, **details)


def _explain_no_key(complaint: Complaint) -> Fault:
    """Something that is no key where one was expected: after a quoted text, or on a line indented otherwise."""
    line, column, text = complaint.line, complaint.column, complaint.text
    start = indentation(text)
    begun = _find_open_quote(complaint, range(line - 1, complaint.context_line - 1, -1))
    if column - 1 > start:
        if text[column - 1 : column] in ("]", "}", ","):
            return _fault(complaint, "bad-list", line, column)
        if begun := begun or _explain_text_after_bracket(complaint):
            return begun
        key, _, value = text.partition(":")
        suggestion = f"{key.strip()}: {quote_text(value.strip().replace(value.strip()[:1], ''))}"
        return _fault(
            complaint, "text-after-quote", line, column, len(text) - column + 1, suggestion=shorten(suggestion, 80)
        )
    if text.strip().startswith("- "):
        first = explain_first_item(complaint.source, line)
        return first or _fault(complaint, "list-misplaced", line, column)
    if text.strip().startswith(":"):
        return _fault(complaint, "key-not-text", line, column)
    # What follows the mark that closed it may be a comment: slogan: "好办快办 … color: "#c8102e".
    behind = explain_words_behind(complaint.source, complaint.first_line, line)
    return begun or behind or _explain_indentation(complaint, line, column)


def _explain_text_after_bracket(complaint: Complaint) -> Fault | None:
    """A text such as ``[家门口]办得暖心``, which was taken for a list or a map that ends within it."""
    value = _BRACKETED.fullmatch(complaint.text)
    if not value or complaint.column - 1 <= value.start(2):
        return None
    suggestion = shorten(f"{value[1].strip()} {quote_text(value[2].strip())}", 80)
    return _fault(
        complaint,
        "reserved-character",
        complaint.line,
        value.start(2) + 1,
        found=value[2][0],
        suggestion=suggestion,
    )


def _explain_no_item(complaint: Complaint) -> Fault:
    if bracketed := _explain_text_after_bracket(complaint):
        return bracketed
    start = indentation(complaint.text)
    if complaint.context_column == 1 and line_above(complaint.source, complaint.context_line) <= complaint.first_line:
        return _fault(complaint, "top-level-list", complaint.context_line, 1)
    is_beside = start + 1 == complaint.column == complaint.context_column
    details = {"item": f"- {shorten(strip_mark(complaint.text), _LONGEST)}"} if is_beside else {}
    return _fault(complaint, "bad-indentation", complaint.line, complaint.column, 1, **details)


def _explain_bracket(complaint: Complaint) -> Fault:
    if complaint.line == complaint.context_line and complaint.text[complaint.column - 1 :].strip():
        return _fault(complaint, "unclosed-bracket", complaint.line, complaint.column)
    return _fault(complaint, "unclosed-bracket", complaint.context_line, complaint.context_column)


def _explain_no_content(complaint: Complaint) -> Fault:
    ends = "flow" in complaint.context and not complaint.text[complaint.column - 1 :].strip()
    if ends and (opened := _find_open_bracket(complaint)):
        return opened
    if complaint.text[complaint.column - 1 : complaint.column] in ("", "-", "?"):
        return _fault(complaint, "list-misplaced", complaint.line, complaint.column)
    return _fault(complaint, "bad-list", complaint.line, complaint.column)


def _find_open_bracket(complaint: Complaint) -> Fault | None:
    """The last bracket above that nothing follows on its line."""
    for line in range(min(complaint.line, len(complaint.source.lines)), 0, -1):
        text = complaint.source.line(line).rstrip()
        if text:
            return _fault(complaint, "unclosed-bracket", line, len(text)) if text[-1] in "[{" else None
    return None


def _explain_second_document(complaint: Complaint) -> Fault:
    indented = explain_fields_indented(complaint.source, complaint.first_line, complaint.line)
    return indented or _fault(complaint, "several-documents", complaint.line, complaint.column)


def _explain_tag(complaint: Complaint) -> Fault:
    text = complaint.source.line(complaint.context_line)[complaint.context_column - 1 :]
    return _fault(complaint, "tag", complaint.line, complaint.column, found=shorten(text))


_EXPLANATIONS: Final[Mapping[str, Callable[[Complaint], Fault]]] = {
    "cannot start any token": _explain_token,
    "mapping values are not allowed": _explain_second_colon,
    "could not find expected ':'": _explain_no_colon,
    "found unexpected end of stream": _explain_quote,
    "found unexpected document indicator": _explain_quote,
    "found unknown escape character": _explain_escape,
    "did not find expected hexdecimal number": _explain_escape,
    "found invalid Unicode character escape code": _explain_escape,
    "block sequence entries are not allowed": _explain_dash,
    "expected alphabetic or numeric character": _explain_reserved,
    "expected comment or line break": _explain_reserved,
    "expected whitespace or line break": _explain_reserved,
    "did not find expected tag URI": _explain_reserved,
    "found unknown directive name": _explain_reserved,
    "could not find expected directive name": _explain_reserved,
    "found undefined tag handle": _explain_tag,
    "found undefined alias": _explain_reserved,
    "found unhashable key": _explain_reserved,
    "but found another document": _explain_second_document,
    "did not find expected <document start>": _explain_second_document,
    "did not find expected key": _explain_no_key,
    "did not find expected '-' indicator": _explain_no_item,
    "did not find expected ',' or": _explain_bracket,
    "did not find expected node content": _explain_no_content,
}
"""By the words of libyaml's problem."""

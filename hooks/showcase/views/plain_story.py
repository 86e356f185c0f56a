"""The HTML of a story that is plainly written, without Markdown and the cleaner, in a tenth of their time.

Most stories hold nothing but headings, paragraphs, lists, quotations, tables and strong words, each apart from the
next. What those become is known beforehand, and that nothing of them could be HTML. Whatever else a story holds, and
whatever could be meant in two ways, is left to the way that every story can take. What comes of both is the same, byte
for byte: tests/views/test_plain_story.py holds them to it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from showcase.views.headings import Headings
from showcase.views.line_breaks import join_lines

_MOST: Final = 50_000
"""Characters and lines beyond which a story might pass a limit."""
_MOST_LINES: Final = 1_000
_MOST_COLUMNS: Final = 20
_UNUSUAL: Final = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\xa0\u2028\u2029\\`_<&\[]")
"""Signs that may mean anything: HTML, links, code, emphasis, escapes."""
_RUNS: Final = (" \n", "\n ", "***", "~~~", "://")
"""Others, which are looked for one by one: that is quicker than a pattern of them all."""
_HEADING: Final = re.compile(r"(#{1,6}) ?([^#|>\n]+)(?:\n|\Z)")
_BULLET: Final = re.compile(r"[-*+] +(?=[^ ])")
_NUMBER: Final = re.compile(r"([0-9]{1,9})\. +(?=[^ ])")
_PLAIN: Final = re.compile(r"(?![-#>=+| ]|\*(?!\*)|\d+\. )[^|>\n]+")
"""A line that begins nothing."""
_STRONG: Final = re.compile(r"\*\*([^*\s](?:[^*\n]*[^*\s])?)\*\*")
_ROW: Final = re.compile(r"\|[^>\n]+\|")
_RULE: Final = re.compile(r"\|(?: *:?-+:? *\|){2,}")
_ALIGN: Final = {(True, True): ' align="center"', (True, False): ' align="left"', (False, True): ' align="right"'}


class _UnusualError(Exception):
    """Something that is not for this module."""


def render_plain(body: str) -> str | None:
    """The HTML of a body, as the page shows it; ``None`` for one that is not plain."""
    if len(body) > _MOST or body.count("\n") > _MOST_LINES or " " in (body[:1], body[-1:]):
        return None
    if _UNUSUAL.search(body) or any(run in body for run in _RUNS):
        return None
    headings = Headings()
    parts: list[str] = []
    last = ""
    try:
        for between in body.strip("\n").split("\n\n"):
            # Of more than two line breaks the rest begins what follows.
            block = between.lstrip("\n")
            if not block:
                continue
            last = _render_block(block, last, headings, parts)
    except _UnusualError:
        return None
    return "".join(parts)


def _render_block(block: str, last: str, headings: Headings, parts: list[str]) -> str:
    """Adds the HTML of a block and gives its element; ``last`` is that of the block before."""
    while block[:1] == "#":
        found = _HEADING.match(block)
        if found is None or not found[2].strip():
            raise _UnusualError
        parts.append(headings.show(len(found[1]), _render_line(found[2].strip())))
        block, last = block[found.end() :], "h"
        if not block:
            return last
    lines = block.split("\n")
    first = block[:1]
    if first == "|":
        parts.append(_render_table(lines))
        return "table"
    if first == ">":
        if last == "blockquote":
            raise _UnusualError
        parts.append(f"<blockquote>{_render_paragraph([_after_sign(line) for line in lines])}</blockquote>")
        return "blockquote"
    if _BULLET.match(block):
        return _render_list("ul", "", _BULLET, lines, last, parts)
    if number := _NUMBER.match(block):
        start = "" if number[1] == "1" else f' start="{number[1]}"'
        return _render_list("ol", start, _NUMBER, lines, last, parts)
    parts.append(_render_paragraph(lines))
    return "p"


def _after_sign(line: str) -> str:
    if line[:2] != "> ":
        raise _UnusualError
    return line[2:]


def _render_paragraph(lines: list[str]) -> str:
    if not all(map(_PLAIN.fullmatch, lines)):
        raise _UnusualError
    text = "\n".join(lines).lstrip()
    if not text or (len(lines) > 1 and _has_signs(lines)):
        raise _UnusualError
    html = _render_line(text)
    return f"<p>{join_lines(html) if len(lines) > 1 else html}</p>"


def _has_signs(lines: list[str]) -> bool:
    # Few paragraphs have several lines, and the patterns for them take a while.
    from showcase.views.block_gaps import begins_anew

    return any(begins_anew(line, before) for before, line in pairwise(lines))


def _render_list(
    tag: str, attributes: str, sign: re.Pattern[str], lines: list[str], last: str, parts: list[str]
) -> str:
    """A list of which every item is a line; one that follows another is part of it, and is left alone."""
    if last == tag:
        raise _UnusualError
    parts.append(f"<{tag}{attributes}>")
    for line in lines:
        found = sign.match(line)
        text = line[found.end() :] if found else ""
        if not text.strip() or not _PLAIN.fullmatch(text):
            raise _UnusualError
        parts.append(f"<li>{_render_line(text.lstrip())}</li>")
    parts.append(f"</{tag}>")
    return tag


def _render_table(lines: list[str]) -> str:
    if len(lines) < 3 or not all(map(_ROW.fullmatch, lines)) or not _RULE.fullmatch(lines[1]):
        raise _UnusualError
    head, rule, *rows = ([cell.strip(" ") for cell in line[1:-1].split("|")] for line in lines)
    if len(head) != len(rule) or max(map(len, (head, *rows))) > _MOST_COLUMNS:
        raise _UnusualError
    if any("*" in line for line in lines):
        head, *rows = ([*map(_render_line, cells)] for cells in (head, *rows))
    sides = [_ALIGN.get((cell[0] == ":", cell[-1] == ":"), "") for cell in rule]
    # The form of a row, filled at once: cell by cell a table takes three times as long.
    row = "".join([f"<td{side}>%s</td>" for side in sides]).join(("<tr>", "</tr>"))
    top = row.replace("td", "th") % tuple(head)
    body = "".join([row % _fit_row(cells, len(sides)) for cells in rows])
    return f'<div class="scroll" tabindex="0"><table><thead>{top}</thead><tbody>{body}</tbody></table></div>'


def _fit_row(cells: list[str], width: int) -> tuple[str, ...]:
    """As many cells as the table has columns."""
    return tuple(cells) if len(cells) == width else (*cells, *[""] * width)[:width]


def _render_line(text: str) -> str:
    """A text with its strong words."""
    if ">" in text:
        raise _UnusualError
    if "*" not in text:
        return text
    html = _STRONG.sub(r"<strong>\1</strong>", text)
    if "*" in html:
        raise _UnusualError
    return html

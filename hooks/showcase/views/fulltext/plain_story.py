"""A story without its Markdown: the words alone, for a search that shows where it found them."""

from __future__ import annotations

import html
import re
from typing import Final

_FENCE: Final = re.compile(r"^[ \t>]*(?:```|~~~).*$", re.MULTILINE)
_RULE: Final = re.compile(
    r"^[ \t>]*+(?:\|?[ \t]*+:?-+:?[ \t]*+)(?:\|[ \t]*+:?-+:?[ \t]*+)*\|?[ \t]*$|^[ \t]*+[*_=]{3,}$", re.MULTILINE
)
"""What stands between head and body of a table, or parts two sections."""
_DEFINITION: Final = re.compile(r"^[ ]{0,3}\[[^\]\n]+\]:[ \t]*\S+.*$", re.MULTILINE)
_LEAD: Final = re.compile(r"^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]))+[ \t]*", re.MULTILINE)
"""Marks of quotations, lists and headings."""
_LINK: Final = re.compile(r"!?\[([^\[\]\n]*)\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\[\]\n]*\])")
_SIGNS: Final = re.compile(r"(?<!\\)(?:[*`~]+|(?<!\w)_+|(?:(?<!_)|(?<=\\_))_++(?!\w))")
_ESCAPE: Final = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|])")


def strip_markdown(text: str) -> str:
    """The words of a story, a line a block as they were written."""
    for marks, words in (
        (_FENCE, ""),
        (_DEFINITION, ""),
        (_RULE, ""),
        (_LEAD, ""),
        # A picture that is a link holds one in the other.
        (_LINK, r"\1"),
        (_LINK, r"\1"),
        (_SIGNS, ""),
    ):
        text = marks.sub(words, text)
    text = _ESCAPE.sub(r"\1", text.replace("\\|", "\u2502").replace("|", " ").replace("\u2502", "|"))
    return html.unescape(text)

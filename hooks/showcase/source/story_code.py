"""Code in a story: what stands in it is shown as it is written, and means nothing."""

from __future__ import annotations

import re
from typing import Final

_FENCED: Final = re.compile(
    r"^(`{3,}|~{3,}) *(?:\{[^\n]*\}|\.?[\w#.+-]* *)?\n(?:.*?\n)??\1 *$", re.MULTILINE | re.DOTALL
)
"""As Python-Markdown has it: a fence begins its line, and one that is never closed is none."""
_CODE: Final = re.compile(r"(?<![\\`])(`+)(?!`)[^\n]{1,2000}?(?<!`)\1(?!`)")
_TICK: Final = re.compile(r"(?<!\\)`")
_PARAGRAPH: Final = re.compile(r"[^\n]+(?:\n[ \t]*[^\s][^\n]*)*")


def blank_code(body: str) -> str:
    """The body with its code blanked out, so that offsets stay what they are.

    Where it is doubtful whether something is code, it stays: better a fault too many than a loss nobody is told of.
    """
    body = blank_fences(body)
    return _PARAGRAPH.sub(_blank_paragraph, body) if "`" in body else body


def blank_fences(body: str) -> str:
    """The body with its fenced code blanked out; what is code within a line stays."""
    return _FENCED.sub(_blank, body) if "~~~" in body or "```" in body else body


def _blank_paragraph(found: re.Match[str]) -> str:
    """A paragraph without its code, or as it is where a line leaves code open and so may change what others mean."""
    if "`" not in found[0]:
        return found[0]
    blanked = _CODE.sub(_blank, found[0])
    return found[0] if _TICK.search(blanked) else blanked


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])

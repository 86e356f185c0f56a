"""Scripts without what browsers do not need: comments, the white space beside signs, and ``const`` beside ``let``.

Names stay as they are, so that what an error names is found in the source. In a source every statement ends with a
semicolon or a brace, so that no line break is needed; a slash that divides stands between spaces, and one that begins
a regular expression has none after it.
"""

from __future__ import annotations

import re
from typing import Final

_PART: Final = re.compile(
    r"""(?P<kept>"(?:[^"\\\n]|\\.)*+"|'(?:[^'\\\n]|\\.)*+'|`(?:[^`\\$]|\\.|\$(?!\{)|\$\{[^`{}]*+\})*+`
        |(?<=[\s(!])/(?![\s*/])(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*+\])++/)
    |(?P<open>["'`])
    |(?P<fixed>\bconst\b)
    |;?(?:\s|/\*.*?\*/|//[^\n]*)++""",
    re.DOTALL | re.VERBOSE,
)
_WORD: Final = re.compile(r"[\w$]")


def shorten_script(source: str) -> str:
    """The same script on one line; raises ``ValueError`` for a text within a text, which is not read here."""
    return _PART.sub(_shorten, source.strip())


def _shorten(found: re.Match[str]) -> str:
    source, start, end = found.string, found.start(), found.end()
    if found["open"]:
        raise ValueError(f"a text is not closed: {source[start : start + 40]!r}")
    if found["kept"]:
        return found["kept"]
    if found["fixed"]:
        return "let"  # What may be set again is no concern of a browser's, and one word packs better than two.
    before, after = source[max(start - 1, 0)], source[end : end + 1]
    if found[0][0] == ";":
        return "" if after == "}" else ";"
    is_needed = (_WORD.match(before) and _WORD.match(after)) or before == after in {"+", "-"}
    return " " if is_needed else ""

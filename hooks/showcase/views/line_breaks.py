"""Line breaks between Chinese characters, which a browser would show as a gap."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

_HAN: Final = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u2014\u2018-\u201d\u2026]"
_HAN_LINE_BREAK: Final = rf"(?<={_HAN})[ \t]*\n[ \t]*(?={_HAN})"


def join_lines(text: str) -> str:
    """A text without the line breaks between Chinese characters."""
    return _compile().sub("", text)


@cache
def _compile() -> re.Pattern[str]:
    """Once it is asked for: large classes of characters take milliseconds, and an edit seldom asks."""
    return re.compile(_HAN_LINE_BREAK)

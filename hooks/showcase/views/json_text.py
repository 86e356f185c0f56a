"""JSON that stays data wherever it lands: in a file, in a ``<script>`` of a page, in a page taken for HTML."""

from __future__ import annotations

import json
from typing import Final

_ESCAPES: Final = {char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}
"""Signs that stand in texts alone, and there can be written as escapes."""


def dump_json(value: object) -> str:
    """A value as compact JSON that holds no tag, no entity, and no line ending of JavaScript's own."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # Many times as fast as str.translate, which looks up every character.
    for char, escape in _ESCAPES.items():
        text = text.replace(char, escape)
    return text

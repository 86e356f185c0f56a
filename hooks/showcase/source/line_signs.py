"""What lines begin with in a text of an office: a number, a sign, or the blanks of a new paragraph."""

from __future__ import annotations

import re
from typing import Final

_NUMERALS: Final = "[一二三四五六七八九十百]{1,4}"
LINE_SIGN: Final = re.compile(
    rf"""
      [（(](?:\d{{1,3}}|{_NUMERALS}|[a-zA-Z])[）)]     # （一） (1)
    | \d{{1,2}}(?:[、．）)]|\.(?=[\u3400-\u9fff“《「（]))  # 1、 1） and 1. without a blank behind it
    | {_NUMERALS}[、．]
    | [a-zA-Z][、．）)]
    | 第{_NUMERALS}(?:[步条章节项，、：]|是)
    | [问答注][：:]
    | [\u2460-\u24ff\u2776-\u2793\u3220-\u3229]        # ① ㈠
    | [•‣·●○◎◆◇■□▪▫▲△▶►★☆※✓✔√]
    | ——|[-–](?=[\u3400-\u9fff“《「（])                 # —— as before a name, and - without a blank behind it
    | \u3000
    """,
    re.VERBOSE,
)
"""As a line begins with it, not set off by a blank: （一）, 1、, ①, ●, ——."""

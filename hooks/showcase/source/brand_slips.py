"""Links to brands that were meant as such and written in signs that make none: ``[浙里办](brand：zheliban)``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from showcase.source.story import is_led_to
from showcase.source.story_code import blank_code

_ADDRESS: Final = re.compile(
    r"(brand)([ \t]{0,9}[:：][ \t]{0,9})([^\s\"'()<>（）]{0,100})([ \t]{0,9}[)）])?", re.IGNORECASE
)
_BEFORE: Final = re.compile(r"([\[［【])([^\[\]［］【】\n]{1,100})([\]］】][ \t]{0,2}[(（])[ \t]{0,9}<?\Z")
"""Words in brackets, and the bracket that opens the address."""
_REACH: Final = 130
"""Characters that all of it takes at the most."""
_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Slip(NamedTuple):
    """A link that is none, or leads nowhere, for its signs."""

    offset: int
    """Where it stands, in characters from the start of the body."""
    text: str
    """What stands there."""
    suggestion: str
    """What to write; empty where the brand cannot be made out."""


def find_brand_slips(body: str) -> Iterator[Slip]:
    """The links to brands whose signs are full-width, capitals or apart; code is passed over."""
    if "rand" not in body and "RAND" not in body:
        return
    text = blank_code(body)
    for found in _ADDRESS.finditer(text):
        before = _BEFORE.search(text, max(0, found.start() - _REACH), found.start())
        if not before and not is_led_to(text, found.start()):
            continue
        closed = found[4] or ""
        is_wide = "）" in closed or (before is not None and (before[1], before[3]) != ("[", "]("))
        written = found[0].removesuffix(closed)
        if not is_wide and is_plain(written):
            continue
        mended = mend_address(written)
        if before and closed:
            mended = mended and f"[{before[2]}]({mended})"
            yield Slip(before.start(), text[before.start() : found.end()], mended)
        else:
            yield Slip(found.start(), written, mended)


def is_plain(address: str) -> bool:
    """Whether an address begins as one of a brand does; what follows is for others to judge."""
    return address.startswith(("brand:", "BRAND:")) and not address[6:7].isspace()


def is_address(written: str) -> bool:
    """Whether something is an address of a brand alone, in whatever signs, and not a link with its words."""
    return _ADDRESS.match(written) is not None


def is_slip(written: str) -> bool:
    """Whether what stands for the name of a brand is a link to one, or an address, in signs that make none."""
    return _ADDRESS.search(written) is not None


def mend_slip(written: str) -> str:
    """What to write in the place of a slip; empty where the brand cannot be made out."""
    return mend_address(written) or next((slip.suggestion for slip in find_brand_slips(written)), "")


def mend_address(written: str) -> str:
    """The address of a brand as it is to be written: ``Brand： Zheliban`` is ``brand:zheliban``; empty for no name."""
    found = _ADDRESS.match(written)
    slug = found[3].lower() if found else ""
    return f"brand:{slug}" if _SLUG.fullmatch(slug) else ""

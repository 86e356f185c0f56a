"""Links that lead nowhere: their words stay, and nothing of the link."""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from typing import Final

_MARK: Final = re.compile(r"""<a(?:\s(?:[^<>"']|"[^<"]*"|'[^<']*')*)?>|</a\s*>""", re.IGNORECASE)
_BRAND: Final = re.compile(r"""\shref="(?:\.\./)*brands/([^"#?]*?)(?:/(?:index\.html)?)?(?:[#?][^"]*)?\"""")


def take_links_out(html: str, is_dead: Callable[[str], bool]) -> str:
    """The HTML without the links that are dead, which their opening tag tells; what stands in them stays.

    No link stands in another, and each is closed.
    """
    is_open = False

    def see(found: re.Match[str]) -> str:
        nonlocal is_open
        mark = found[0]
        if mark.startswith("</"):
            is_taken, is_open = is_open, False
        else:
            is_taken = is_open = is_dead(mark)
        return "" if is_taken else mark

    return _MARK.sub(see, html)


def take_brand_links_out(html: str, dead: Container[str]) -> str:
    """The HTML of a hand-written page without links to brands that are ``dead``."""

    def is_dead(mark: str) -> bool:
        found = _BRAND.search(mark)
        return found is not None and found[1] in dead

    return take_links_out(html, is_dead)

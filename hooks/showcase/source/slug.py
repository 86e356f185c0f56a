"""The slug of a brand: made from its name by pinyin, and free of those there are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from itertools import count
from typing import Final

from showcase.model.brand import SLUG_PATTERN
from showcase.model.values import is_device_name

_LONGEST: Final = 64
_SLUG: Final = re.compile(SLUG_PATTERN)


def is_slug(text: str) -> bool:
    """Whether a text is a slug (地址名): lower-case letters, digits and hyphens, and no name of a device."""
    return _SLUG.fullmatch(text) is not None and not is_device_name(text)


def derive_slug(name: str) -> str:
    """The slug that a name suggests: 浙里办 gives ``zheliban``, ``12345 热线`` gives ``12345-rexian``.

    Letters and digits are kept, Han characters become pinyin without tones, all else parts the words. Empty where the
    name has none of these.
    """
    # Loading the dictionary takes a while, and few commands need it.
    from pypinyin import lazy_pinyin

    latin = "".join(lazy_pinyin(unicodedata.normalize("NFKC", name)))
    bare = "".join(char for char in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(char))
    return _cut("-".join(re.findall(r"[a-z0-9]+", bare.lower())), _LONGEST)


def suggest_free(slug: str, taken: Container[str]) -> str:
    """The slug itself where it is one and free, else the first of ``slug-2``, ``slug-3`` … that is."""
    if slug not in taken and is_slug(slug):
        return slug
    numbered = (f"{_cut(slug, _LONGEST - 1 - len(str(number)))}-{number}" for number in count(2))
    return next(candidate for candidate in numbered if candidate not in taken)


def _cut(slug: str, longest: int) -> str:
    """At most ``longest`` characters of a slug, ending in no hyphen."""
    return slug[:longest].rstrip("-")

"""Terms of the vocabulary, sought by what an editor may have written."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from showcase.model.vocabulary import Agency, Category, Level

_LIKE: Final = 0.75
"""How like one another two parts of slugs are of which one is a slip of the other."""
_LEFT_OUT: Final = re.compile(r"[省市县区]|人民政府|自治")
"""What a name may go without."""

Term = Agency | Category | Level


def suggest_term(text: str, terms: Mapping[str, Term]) -> str | None:
    """The key that was probably meant: by a name in any language or nearly that, by a part of one, or by a key like it.

    Agencies are told apart by single characters, 示例县教育局 and 示例县水利局: of a name that could be that of
    several, or of one that is not there, none is suggested.
    """
    wanted = fold_name(text)
    names = {fold_name(name): key for key, term in terms.items() for name in _names_of(term)}
    if wanted in names:
        return names[wanted]
    if like := next((key for key in terms if is_slug_like(text.lower(), key)), None):
        return like
    if any(isinstance(term, Agency) for term in terms.values()):
        near = {
            key for name, key in names.items() if len(wanted) > 1 and (wanted in name or _is_same_body(wanted, name))
        }
        return near.pop() if len(near) == 1 else None
    close = difflib.get_close_matches(wanted, names, n=1)
    if close:
        return names[close[0]]
    return next((key for name, key in names.items() if len(wanted) > 1 and (wanted in name or name in wanted)), None)


def is_slug_like(written: str, slug: str) -> bool:
    """Whether a slug was meant: part for part, since long ones of different things share most of their letters."""
    if written.replace("-", "") == slug.replace("-", ""):
        return True
    parts, others = written.split("-"), slug.split("-")
    pairs = zip(parts, others, strict=False)
    return len(parts) == len(others) and all(
        difflib.SequenceMatcher(None, part, other).ratio() >= _LIKE for part, other in pairs
    )


def _is_same_body(written: str, name: str) -> bool:
    """Whether what was written only goes without what is left out in speech, 浙江数据局 of 浙江省数据局.

    吉林市 and 吉林省 are two places, and so may be what has more in it than the name.
    """
    rest = iter(name)
    is_within = all(char in rest for char in written)
    return is_within and _LEFT_OUT.sub("", written) == _LEFT_OUT.sub("", name) != ""


def _names_of(term: Term) -> tuple[str, ...]:
    short = getattr(term, "short", None)
    return (*term.name.texts.values(), *(short.texts.values() if short else ()))


def fold_name(text: str) -> str:
    """A name without the differences that readers do not see."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())

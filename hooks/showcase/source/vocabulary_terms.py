"""Terms of the vocabulary, sought by what an editor may have written."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Mapping

from showcase.model.vocabulary import Agency, Category, Level

Term = Agency | Category | Level


def suggest_term(text: str, terms: Mapping[str, Term]) -> str | None:
    """The key that was probably meant: by a name in any language, by a part of a name, or by likeness."""
    wanted = fold_name(text)
    names = {fold_name(name): key for key, term in terms.items() for name in _names_of(term)}
    if wanted in names:
        return names[wanted]
    close = difflib.get_close_matches(text.lower(), terms, n=1) or difflib.get_close_matches(wanted, names, n=1)
    if close:
        return names.get(close[0], close[0])
    return next((key for name, key in names.items() if len(wanted) > 1 and (wanted in name or name in wanted)), None)


def _names_of(term: Term) -> tuple[str, ...]:
    short = getattr(term, "short", None)
    return (*term.name.texts.values(), *(short.texts.values() if short else ()))


def fold_name(text: str) -> str:
    """A name without the differences that readers do not see."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())

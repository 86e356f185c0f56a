"""What stands for tags in addresses, kept from build to build: to work it out, every brand is looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from showcase.catalogue.catalogue import Catalogue
from showcase.compile.store import Store

_TAG_KEYS: Final = "tag_keys"


def arrange_with_tag_keys(
    arrange: Callable[[Mapping[str, str] | None], Catalogue], store: Store | None, outline: str
) -> Catalogue:
    """A catalogue that is arranged with the keys that the store has for its tags; from now on it has them.

    They are the same while the outline of the content is; ``arrange`` is given ``None`` where they are not known.
    """
    if store is None:
        return arrange(None)
    stored = store.get(_TAG_KEYS)
    if stored and stored[0] == outline:
        return arrange(stored[1])
    catalogue = arrange(None)
    store.put({_TAG_KEYS: [outline, catalogue.tag_keys]})
    return catalogue

"""The digests that keys are made of."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Final

from pydantic_core import to_json

from showcase.model.values import Part
from showcase.model.vocabulary import Vocabulary

_BYTES: Final = 10
"""Of a digest: enough that no two of some millions are the same, and keys are most of what is known of a large site."""


def digest_values(*values: object) -> str:
    """A digest of plain values: texts, numbers, and sequences of them."""
    return hashlib.blake2b(to_json(values), digest_size=_BYTES).hexdigest()


class TermDigests(dict[tuple[str, str], str]):
    """Digests of the terms of a vocabulary by section and key, each when it is first asked for; empty for no term."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """``vocabulary`` has the terms."""
        self._sections: Mapping[str, Mapping[str, Part]] = {
            "agencies": vocabulary.agencies,
            "categories": vocabulary.categories,
            "levels": vocabulary.levels,
        }

    def __missing__(self, place: tuple[str, str]) -> str:
        """The digest of the term at a place."""
        section, key = place
        term = self._sections.get(section, {}).get(key)
        digest = self[place] = digest_values(key, term.as_plain()) if term else ""
        return digest

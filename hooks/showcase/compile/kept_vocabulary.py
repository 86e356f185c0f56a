"""The vocabulary as the last build read it: its file is read anew only where it has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from showcase.compile.store import Store
from showcase.model.faults import Fault
from showcase.model.vocabulary import Vocabulary

_VOCABULARY: Final = "vocabulary"


def read_vocabulary(path: Path, shown: str, store: Store | None) -> tuple[Vocabulary | None, Sequence[Fault]]:
    """The vocabulary, and what is wrong with it; one with a fault is always read anew."""
    stored = store.get(_VOCABULARY) if store else None
    digest = ""
    with suppress(OSError):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if stored and stored[0] == digest:
        return Vocabulary.model_validate_json(stored[1]), ()
    # What reads YAML takes long to import.
    from showcase.source.catalogue_file import read_catalogue_file

    reading = read_catalogue_file(path, shown)
    if store and digest and reading.vocabulary and not reading.faults:
        store.put({_VOCABULARY: [digest, reading.vocabulary.model_dump_json()]})
    return reading.vocabulary, reading.faults

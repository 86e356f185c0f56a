"""The vocabulary as the last build read it: its file is read anew only where it has changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from showcase.compile.store import Store
from showcase.model.faults import Fault
from showcase.model.vocabulary import Vocabulary

_VOCABULARY: Final = "vocabulary"


class KnownVocabulary(NamedTuple):
    """A vocabulary, and what is wrong with it."""

    vocabulary: Vocabulary | None
    written: str
    """It, as JSON; empty where there is none."""
    faults: Sequence[Fault] = ()


def read_vocabulary(path: Path, shown: str, store: Store | None) -> KnownVocabulary:
    """The vocabulary in a file; one with a fault is always read anew."""
    stored = store.get(_VOCABULARY) if store else None
    digest = ""
    with suppress(OSError):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if stored and stored[0] == digest:
        return KnownVocabulary(Vocabulary.restore(json.loads(stored[1])), stored[1])
    # What reads YAML takes long to import.
    from showcase.source.catalogue_file import read_catalogue_file

    reading = read_catalogue_file(path, shown)
    written = json.dumps(reading.vocabulary.as_plain(), ensure_ascii=False) if reading.vocabulary else ""
    if store and digest and written and not reading.faults:
        store.put({_VOCABULARY: [digest, written]})
    return KnownVocabulary(reading.vocabulary, written, reading.faults)

"""How the characters of some texts are read (拼音), for those who type it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from showcase.catalogue.addresses import read_aloud
from showcase.catalogue.variants import fold

_HAN: Final = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_SYLLABLE: Final = re.compile(r"[a-z]+")


def list_readings(texts: Iterable[str]) -> Mapping[str, str]:
    """Syllables, each with the folded characters that are read so.

    A character has the readings that it has in these texts, as their words tell (多音字), and the one it has by itself.
    """
    found: dict[str, set[str]] = {}
    for run in sorted({run for text in texts for run in _HAN.findall(text)}):
        syllables = read_aloud(run)
        for char, syllable in zip(run, syllables if len(syllables) == len(run) else [], strict=False):
            for one in {syllable, _read(char)}:
                if _SYLLABLE.fullmatch(one):
                    found.setdefault(one, set()).add(fold(char))
    return {syllable: "".join(sorted(found[syllable])) for syllable in sorted(found)}


@cache
def _read(char: str) -> str:
    return read_aloud(char)[0]

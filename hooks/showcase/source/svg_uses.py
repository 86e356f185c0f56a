"""How many elements an SVG draws in truth: one that is used a hundred times is drawn a hundred times."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

_REFERENCE: Final = re.compile(r"url\(\s*['\"]?#([^'\")]+)")
_MANY: Final = 1_000_000_000
"""Where counting ends."""


@dataclass(slots=True)
class _Part:
    """An element with an id, or the whole drawing."""

    own: int = 0
    """Elements in it that have no part of their own."""
    targets: list[str] = field(default_factory=list)
    """What is drawn in it, once for each time."""


@dataclass(slots=True)
class Uses:
    """Notes elements one by one, then counts; ids that lead round to themselves count as endless."""

    _parts: dict[str, _Part] = field(default_factory=lambda: {"": _Part()})
    _stack: list[str] = field(default_factory=lambda: [""])

    def open(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        outer = self._parts[self._stack[-1]]
        own = attributes.get("id", "")
        if own and own not in self._parts:
            self._parts[own] = _Part(own=1)
            outer.targets.append(own)
            self._stack.append(own)
        else:
            outer.own += 1
            self._stack.append(self._stack[-1])
        targets = self._parts[self._stack[-1]].targets
        for name, value in attributes.items():
            if tag in ("use", "feImage") and name.rpartition("}")[2] == "href" and value.strip().startswith("#"):
                targets.append(value.strip()[1:])
            elif "url" in value:
                targets.extend(_REFERENCE.findall(value))

    def close(self) -> None:
        """An element ends."""
        self._stack.pop()

    def count(self) -> int:
        """Elements that are drawn, a billion at most."""
        return self._count("", {}, 0)

    def _count(self, part: str, known: dict[str, int], depth: int) -> int:
        if part in known:
            return known[part]
        if part not in self._parts:
            return 0
        if depth > 200:
            return _MANY
        known[part] = _MANY  # Until it is known, so that a way round ends.
        here = self._parts[part]
        known[part] = min(_MANY, here.own + sum(self._count(target, known, depth + 1) for target in here.targets))
        return known[part]

"""How many elements an SVG draws in truth: one that is used a hundred times is drawn a hundred times."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

Name = tuple[str, str]
"""Of a part: how it is called for, and the id or the selector."""

_REFERENCE: Final = re.compile(r"url\(\s*['\"]?#([^'\")]+)", re.IGNORECASE)
_SUBJECT: Final = re.compile(r"(?:.*[\s>+~])?([A-Za-z]*)([.#][^\s.#>+~]+)?[^\s>+~]*", re.DOTALL)
"""What a selector without brackets is about: the last of its names."""
_BEYOND: Final = re.compile(r"[()\[\]:&*@|\\]")
"""What in a selector may be about any element."""
_UNCLEAR: Final = re.compile(r"[\"']|/\*|\*/")
"""Where a brace may be none."""
_MANY: Final = 1_000_000_000
"""Where counting ends."""


@dataclass(slots=True)
class _Part:
    """An element with an id, the whole drawing, or what a style sheet adds to some elements."""

    own: int = 0
    """Elements in it that have no part of their own."""
    targets: list[Name] = field(default_factory=list)
    """What is drawn in it, once for each time."""


_WHOLE: Final = ("id", "")


@dataclass(slots=True)
class Uses:
    """Notes elements one by one, then counts; ids that lead round to themselves count as endless."""

    _parts: dict[Name, _Part] = field(default_factory=lambda: {_WHOLE: _Part()})
    _stack: list[Name] = field(default_factory=lambda: [_WHOLE])

    def open(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        outer = self._parts[self._stack[-1]]
        own = ("id", attributes.get("id", ""))
        if own not in self._parts:
            self._parts[own] = _Part(own=1)
            outer.targets.append(own)
            self._stack.append(own)
        else:
            outer.own += 1
            self._stack.append(self._stack[-1])
        targets = self._parts[self._stack[-1]].targets
        targets.extend(("style", key) for key in _list_keys(tag, attributes))
        for name, value in attributes.items():
            if tag in ("use", "feImage") and name.rpartition("}")[2] == "href" and value.strip().startswith("#"):
                targets.append(("id", value.strip()[1:]))
            elif "(" in value:
                targets.extend(("id", found) for found in _REFERENCE.findall(value))

    def close(self) -> None:
        """An element ends."""
        self._stack.pop()

    def add_style(self, text: str) -> None:
        """A style sheet: whatever elements a rule is about draw what it refers to."""
        plain = replace_comments(text, "")
        # What looks like a comment may be none.
        sheet = plain if len(_REFERENCE.findall(plain)) == len(_REFERENCE.findall(text)) else text
        for rule in sheet.split("}"):
            head, _, body = rule.rpartition("{")
            keys = ["*"] if _UNCLEAR.search(rule) else list(_read_selectors(head))
            self._refer(keys, body)
            # Before a rule within a rule.
            self._refer(["*"], head)

    def _refer(self, keys: Iterable[str], text: str) -> None:
        if targets := [("id", found) for found in _REFERENCE.findall(text)]:
            rule = ("rule", str(len(self._parts)))
            self._parts[rule] = _Part(targets=targets)
            for key in keys:
                self._parts.setdefault(("style", key), _Part()).targets.append(rule)

    def count(self) -> int:
        """Elements that are drawn, a billion at most."""
        return self._count(_WHOLE, {}, 0)

    def _count(self, part: Name, known: dict[Name, int], depth: int) -> int:
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


def _list_keys(tag: str, attributes: Mapping[str, str]) -> Iterator[str]:
    """By what a style sheet may be about an element."""
    yield from ("*", tag, f"#{attributes.get('id', '')}")
    yield from (f".{one}" for one in attributes.get("class", "").split())


def _read_selectors(head: str) -> Iterator[str]:
    """What the rule is about whose selectors end a text: tags, classes, ids, or anything."""
    selectors = re.split(r"[{;]", head)[-1]
    if _BEYOND.search(selectors):
        yield "*"
        return
    for selector in selectors.split(","):
        found = _SUBJECT.fullmatch(selector.strip())
        yield (found[2] or found[1] or "*") if found else "*"


def replace_comments(style: str, by: str) -> str:
    """A style sheet without its comments; an expression would look to the end of it from every sign of a comment."""
    kept, after = [], 0
    while (start := style.find("/*", after)) >= 0 and (end := style.find("*/", start + 2)) >= 0:
        kept.append(style[after:start])
        after = end + 2
    return by.join([*kept, style[after:]])

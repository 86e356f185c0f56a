"""Lists of short words: several written as one with a full-width comma between them, or one written twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from showcase.model.faults import Fault
from showcase.source.mending import shorten, write_text
from showcase.source.schema import Path, field_name
from showcase.source.yaml_tree import ScalarNode, SequenceNode, YamlTree

_LISTS: Final = (("tags",), ("service", "audience"), ("culture", "values"))
_OF_SENTENCES: Final = "values"
"""A list whose items may be sentences, with commas of their own, where there are several of them."""
_LONGEST_VALUE: Final = 20
"""Characters of one item of it that may be several words."""
_SIGNS: Final = re.compile("[、，（）()]")
_GOES_ON: Final = re.compile("且|并(?!联)|或|及(?!时)|的|和(?![平谐睦美善气])")
"""As what stands behind a comma within a sentence begins; 和谐 and 及时 are words of their own."""
_LONGEST_WORD: Final = 12
"""Characters of what is an item of its own beside a full-width comma; more are a part of a sentence."""
_OPEN: Final = "（("
_CLOSE: Final = "）)"


def advise_lists(tree: YamlTree) -> Iterator[Fault]:
    """Warnings about all of them."""
    for path in _LISTS:
        data: Any = tree.data
        for part in path:
            data = data.get(part) if isinstance(data, dict) else None
        if not isinstance(data, list):
            continue
        texts = [text.strip() for text in data if isinstance(text, str)]
        if len(set(texts)) < len(texts) or _may_hold_several(path, texts):
            yield from _advise(tree, path)


def _may_hold_several(path: Path, texts: Sequence[str]) -> bool:
    if path[-1] == _OF_SENTENCES and (len(texts) != 1 or "。" in texts[0] or len(texts[0]) > _LONGEST_VALUE):
        return False
    whole = "".join(texts)
    return "、" in whole or "，" in whole


def _advise(tree: YamlTree, path: Path) -> Iterator[Fault]:
    node = tree.find(path)
    if not isinstance(node, SequenceNode):
        return
    items = [item.raw.strip() if isinstance(item, ScalarNode) else "" for item in node.items]
    parted = [_part(text) for text in items] if _may_hold_several(path, items) else [[text] for text in items]
    every = ", ".join(dict.fromkeys(write_text(word) for words in parted for word in words))
    seen: set[str] = set()
    for index, (text, words) in enumerate(zip(items, parted, strict=True)):
        place, field = tree.place(node.items[index]), field_name((*path, index))
        if text in seen:
            yield Fault("repeated-item", place, field, {"found": text})
        elif len(words) > 1:
            mended = {"suggestion": f"{path[-1]}: [{every}]"} if node.flow else {"lines": _write_lines(words)}
            yield Fault("full-width-comma", place, field, {"found": shorten(text), **mended})
        seen.add(text)


def _write_lines(words: Sequence[str]) -> str:
    """Each word as an item on a line of its own, named one after another."""
    return " ".join(f"“- {write_text(word)}”" for word in words)


def _part(text: str) -> list[str]:
    """The words between commas or behind numbers; what stands in brackets is not parted: 个人（含老人、孩子）."""
    from showcase.source.lists_in_text import is_marked, split_items  # What hardly a file needs.

    words, signs = _split(text)
    if not signs:
        return [text]
    if is_marked(text):
        return split_items(text)
    if "，" in signs and any(len(word) > _LONGEST_WORD or _GOES_ON.match(word) for word in words):
        return [text]
    return [word for word in words if word] or [text]


def _split(text: str) -> tuple[list[str], list[str]]:
    """What stands between the commas outside of brackets, and these."""
    words, signs, start, depth = list[str](), list[str](), 0, 0
    for found in _SIGNS.finditer(text):
        if found[0] in _OPEN:
            depth += 1
        elif found[0] in _CLOSE:
            depth -= 1
        elif depth <= 0:
            words.append(text[start : found.start()].strip())
            signs.append(found[0])
            start = found.end()
    return [*words, text[start:].strip()], signs

"""Keys that are written twice in YAML that others read, and take the last of: ``mkdocs.yml``, hand-written pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import yaml

from showcase.model.faults import Fault
from showcase.source.source_text import SourceText

_MERGE: Final = "<<"
"""May stand several times in one mapping."""
_LONGEST: Final = 40


def find_twice_written_keys(source: SourceText, root: yaml.Node | None, first_line: int) -> Iterator[Fault]:
    """A fault for each key of a tree that its mapping has already; ``first_line`` is that of the YAML in the file."""
    waiting, seen = [root] if root else [], set[int]()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            waiting += node.value
        elif isinstance(node, yaml.MappingNode):
            waiting += [value for _, value in node.value]
            yield from _compare_keys(source, node, first_line)


def _compare_keys(source: SourceText, mapping: yaml.MappingNode, first_line: int) -> Iterator[Fault]:
    first: dict[tuple[str, str], yaml.Node] = {}
    for key, _ in mapping.value:
        if not isinstance(key, yaml.ScalarNode) or key.value == _MERGE:
            continue
        other = first.setdefault((key.tag, key.value), key)
        if other is not key:
            line = key.start_mark.line + first_line
            place = source.place(line, key.start_mark.column + 1, len(key.value))
            details = {"key": key.value[:_LONGEST], "line": str(other.start_mark.line + first_line)}
            yield Fault("duplicate-key", place, details=details)

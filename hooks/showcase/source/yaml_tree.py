"""YAML as a tree of values that know their places, built in one pass over libyaml's events.

Only the plain part of YAML is taken: maps, lists, text, numbers, days, true and false. Anchors, aliases, tags, merge
keys, several documents, repeated keys and keys that are no text are refused, each with its own fault.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any, Final, NamedTuple

import yaml
from yaml._yaml import CParser

from showcase.model.faults import Fault, Place
from showcase.source.mending import quote_text
from showcase.source.plain_yaml import read_plain
from showcase.source.source_text import SourceText, UnreadableError
from showcase.source.yaml_problems import explain_problem
from showcase.source.yaml_scalars import Implicit, Scalar, resolve_plain

MAX_DEPTH: Final = 20
"""Deepest nesting of maps and lists."""
MAX_ITEMS: Final = 1_000_000
"""Most items of one list."""
MAX_NODES: Final = 20_000
"""Most values in one file."""

_STYLES: Final = {None: "plain", "": "plain", "'": "quoted", '"': "quoted", "|": "block", ">": "block"}


class ScalarNode(NamedTuple):
    """A single value."""

    value: Scalar
    raw: str
    """As written, without quotes."""
    style: str
    """``plain``, ``quoted`` or ``block``; ``complex`` for a key that is a map or a list."""
    start: Any
    end: Any
    """libyaml marks: line and column from 0, within the block of YAML."""


@dataclass(slots=True)
class MappingNode:
    """A map, its data, and the nodes of its keys and values."""

    start: Any
    end: Any = None
    data: dict[str, Any] = field(default_factory=dict)
    """Plain values, ready for validation; keys without a value are left out."""
    keys: dict[str, ScalarNode] = field(default_factory=dict)
    """Every key as written, those without a value included."""
    values: dict[str, Node] = field(default_factory=dict)


@dataclass(slots=True)
class SequenceNode:
    """A list, its data, and the nodes of its items; items without a value are left out of both."""

    start: Any
    end: Any = None
    data: list[Any] = field(default_factory=list)
    items: list[Node] = field(default_factory=list)
    flow: bool = False


Node = ScalarNode | MappingNode | SequenceNode


@dataclass(frozen=True)
class YamlTree:
    """The tree of one block of YAML within a file; its nodes are made when somebody asks for a place."""

    source: SourceText
    first_line: int
    """Line of the file, from 1, on which the block begins."""
    data: dict[str, Any]
    """Plain values, ready for validation; keys without a value are left out."""
    build_root: Callable[[], MappingNode]
    """Gives the nodes; see ``root``."""
    faults: tuple[Fault, ...] = ()
    """What is wrong though it can be read on: repeated keys, anchors, tags and the like."""
    has_empty_keys: bool = False

    @cached_property
    def root(self) -> MappingNode:
        """The node of ``data``."""
        return self.build_root()

    def place(self, node: Node) -> Place:
        """Where a node stands in the file."""
        return _place(self.source, self.first_line, node)


def read_yaml(
    source: SourceText,
    block: str,
    first_line: int = 1,
    *,
    max_nodes: int = MAX_NODES,
    max_depth: int = MAX_DEPTH,
    max_items: int = MAX_ITEMS,
) -> YamlTree:
    """Reads a block that begins on ``first_line`` of a file; raises :class:`UnreadableError`."""
    build = partial(build_tree, source, block, first_line, max_nodes, max_depth, max_items)
    data = read_plain(block, max_nodes, max_depth, max_items)
    return build() if data is None else YamlTree(source, first_line, data, lambda: build().root)


def build_tree(
    source: SourceText, block: str, first_line: int, max_nodes: int, max_depth: int, max_items: int
) -> YamlTree:
    """As :func:`read_yaml`, with all nodes at once, whatever the block holds."""
    builder = _TreeBuilder(source, first_line, max_nodes, max_depth, max_items)
    try:
        builder.read(block)
    except (yaml.YAMLError, ValueError, RecursionError, MemoryError) as error:
        raise UnreadableError([*builder.faults, *explain_problem(source, block, first_line, error)]) from None
    root = builder.root
    if root is None:
        root = MappingNode(None)
    elif not isinstance(root, MappingNode):
        code = "top-level-list" if isinstance(root, SequenceNode) else "top-level-text"
        found = root.raw[:40] if isinstance(root, ScalarNode) else ""
        raise UnreadableError(
            builder.faults or [Fault(code, _place(source, first_line, root), details={"found": found})]
        )
    return YamlTree(source, first_line, root.data, partial(_same, root), tuple(builder.faults), builder.has_empty_keys)


def _same(root: MappingNode) -> MappingNode:
    return root


def _place(source: SourceText, first_line: int, node: Node) -> Place:
    start, end = node.start, node.end
    if start is None:
        return source.place(1)
    line = start.line + first_line
    if isinstance(node, ScalarNode) and node.style != "block" and end.line == start.line:
        length = end.column - start.column
    elif isinstance(node, ScalarNode) and node.style != "block":
        length = len(source.line(line)) - start.column
    else:
        length = 1
    return source.place(line, start.column + 1, length)


class _TreeBuilder:
    """Takes events one by one; written for speed, since every file of a catalogue goes through it."""

    def __init__(self, source: SourceText, first_line: int, max_nodes: int, max_depth: int, max_items: int) -> None:
        self.root: Node | None = None
        self.faults: list[Fault] = []
        self.has_empty_keys = False
        self._source = source
        self._first_line = first_line
        self._left = max_nodes
        self._max_depth = max_depth
        self._max_items = max_items
        self._map: MappingNode | None = None
        """The map that is being built, if it is a map."""
        self._key: ScalarNode | None = None
        """In a map: the key whose value comes next."""
        self._list: SequenceNode | None = None
        """The list that is being built, if it is a list."""
        self._stack: list[tuple[MappingNode | None, ScalarNode | None, SequenceNode | None]] = []
        """What is being built around it."""
        self._documents = 0

    def read(self, block: str) -> None:
        """Takes a whole block."""
        parser = CParser(block)
        next_event: Callable[[], Any] = parser.get_event
        try:
            while True:
                event = next_event()
                kind = event.__class__
                if kind is yaml.ScalarEvent:
                    self._take_scalar(event)
                elif kind is yaml.StreamEndEvent:
                    return
                else:
                    self._take_other(kind, event)
        finally:
            parser.dispose()

    def _take_scalar(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        raw = event.value
        style = _STYLES[event.style]
        value = resolve_plain(raw) if style == "plain" else raw
        node = ScalarNode(value, raw, style, event.start_mark, event.end_mark)
        if self._map is not None and self._key is None:
            self._key = node
        else:
            self._add(node, value)

    def _take_other(self, kind: type[Any], event: Any) -> None:
        if kind is yaml.MappingStartEvent:
            mapping = MappingNode(event.start_mark)
            self._open(event, mapping, mapping, None)
        elif kind is yaml.SequenceStartEvent:
            sequence = SequenceNode(event.start_mark, flow=bool(event.flow_style))
            self._open(event, sequence, None, sequence)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            (self._map or self._list or MappingNode(None)).end = event.end_mark
            if self._list is not None and len(self._list.items) > self._max_items:
                self._refuse_length(self._list)
            self._map, self._key, self._list = self._stack.pop()
        elif kind is yaml.AliasEvent:
            self._report("alias", event, found=f"*{event.anchor}")
            alias = Implicit(f"*{event.anchor}", "alias")
            self._add(ScalarNode(alias, alias.raw, "plain", event.start_mark, event.end_mark), alias)
        elif kind is yaml.DocumentStartEvent:
            self._start_document(event)

    def _start_document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self._report("several-documents", event)
            raise UnreadableError(self.faults)
        if event.version or event.tags:
            self._report("yaml-directive", event)

    def _open(
        self, event: Any, node: MappingNode | SequenceNode, mapping: MappingNode | None, sequence: SequenceNode | None
    ) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        if self._map is not None and self._key is None:
            self._report("key-not-text", event)
            self._key = ScalarNode(None, "", "complex", node.start, node.start)
            self._stack.append((self._map, self._key, self._list))
        else:
            self._add(node, node.data)
            self._stack.append((self._map, self._key, self._list))
        self._map, self._key, self._list = mapping, None, sequence
        if len(self._stack) > self._max_depth:
            self._report("too-deep", event, limit=str(self._max_depth))
            raise UnreadableError(self.faults)

    def _add(self, node: Node, data: Any) -> None:
        """Puts a value into what is being built; an item or a key without a value is left out."""
        self._left -= 1
        if self._left < 0:
            self.faults.append(Fault("too-many-values", _place(self._source, self._first_line, node)))
            raise UnreadableError(self.faults)
        mapping = self._map
        if mapping is not None:
            self._set(mapping, node, data)
        elif self._list is None:
            self.root = node
        elif data is not None:
            self._list.data.append(data)
            self._list.items.append(node)

    def _set(self, mapping: MappingNode, node: Node, data: Any) -> None:
        key, self._key = self._key, None
        if key is None:
            # An alias in place of a key; it has been reported.
            self._key = ScalarNode(None, "", "complex", node.start, node.start)
            return
        name = key.value
        if not isinstance(name, str) or name in mapping.keys or name == "<<":
            self._refuse_key(mapping, key)
            return
        mapping.keys[name] = key
        if data is None:
            self.has_empty_keys = True
        else:
            mapping.data[name] = data
            mapping.values[name] = node

    def _refuse_key(self, mapping: MappingNode, key: ScalarNode) -> None:
        place = _place(self._source, self._first_line, key)
        if isinstance(key.value, str) and key.value in mapping.keys:
            first = mapping.keys[key.value].start.line + self._first_line
            self.faults.append(Fault("duplicate-key", place, details={"key": key.raw[:40], "line": str(first)}))
        elif key.value == "<<":
            self.faults.append(Fault("merge-key", place))
        elif key.style != "complex":
            details = {"found": key.raw[:40], "suggestion": f"{quote_text(key.raw[:40])}:"} if key.raw else {}
            self.faults.append(Fault("key-not-text", place, details=details))

    def _refuse_length(self, sequence: SequenceNode) -> None:
        place = _place(self._source, self._first_line, sequence)
        details = {"count": str(len(sequence.items)), "limit": str(self._max_items)}
        self.faults.append(Fault("list-too-long", place, details=details))

    def _refuse_properties(self, event: Any) -> None:
        if event.anchor is not None:
            self._report("anchor", event, found=f"&{event.anchor}")
        if event.tag is not None:
            self._report("tag", event, found=str(event.tag)[:40])

    def _report(self, code: str, event: Any, **details: str) -> None:
        mark = event.start_mark
        length = event.end_mark.column - mark.column if event.end_mark.line == mark.line else 1
        place = self._source.place(mark.line + self._first_line, mark.column + 1, length)
        self.faults.append(Fault(code, place, details=details))

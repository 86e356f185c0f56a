"""YAML as a tree of values that know their places.

Only the plain part of YAML is taken: maps, lists, text, numbers, days, true and false. Anchors, aliases, tags, merge
keys, several documents, repeated keys and keys that are no text are refused, each with its own fault.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any, Final, NamedTuple

from showcase.model.fault_texts import has_errors
from showcase.model.faults import Fault, Place
from showcase.source.plain_yaml import find_text, read_plain
from showcase.source.source_text import SourceText
from showcase.source.unreadable_error import UnreadableError
from showcase.source.yaml_scalars import Scalar

MAX_DEPTH: Final = 20
"""Deepest nesting of maps and lists."""
MAX_ITEMS: Final = 1_000_000
"""Most items of one list."""
MAX_NODES: Final = 20_000
"""Most values in one file."""


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
    plain: str = ""
    """The block, where it is plainly written: each text of ``data`` stands there on one line, as it is."""

    @cached_property
    def root(self) -> MappingNode:
        """The node of ``data``."""
        return self.build_root()

    def find(self, path: Sequence[str | int]) -> Node:
        """The node at a path, or the nearest above it where nothing stands there."""
        node: Node = self.root
        for part in path:
            if isinstance(node, MappingNode):
                node = node.values.get(str(part), node)
            elif isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.items):
                node = node.items[part]
        return node

    @property
    def may_hold_escapes(self) -> bool:
        """Whether a text of ``data`` may be another one than is written."""
        return not self.plain and "\\" in self.source.text

    def place(self, node: Node) -> Place:
        """Where a node stands in the file."""
        return place_node(self.source, self.first_line, node)

    def place_of(self, key: str) -> Place:
        """Where the text of a key of the outermost map stands; in a plain block it is found without nodes."""
        if not self.plain:
            return self.place(self.root.values[key])
        line, column, length = find_text(self.plain, key)
        return self.source.place(self.first_line + line, column + 1, length)


def read_yaml(
    source: SourceText,
    block: str,
    first_line: int = 1,
    *,
    max_nodes: int = MAX_NODES,
    max_depth: int = MAX_DEPTH,
    max_items: int = MAX_ITEMS,
    has_entries: bool = False,
) -> YamlTree:
    """Reads a block that begins on ``first_line`` of a file; raises :class:`UnreadableError`.

    The block holds no control character that the file does not hold. One that ``has_entries`` is a vocabulary.
    """
    build = partial(build_tree, source, block, first_line, max_nodes, max_depth, max_items, has_entries=has_entries)
    data = read_plain(block, max_nodes, max_depth, max_items, is_clean=source.is_clean)
    if data is None:
        return build()
    return YamlTree(source, first_line, data, lambda: build().root, plain=block)


def build_tree(
    source: SourceText,
    block: str,
    first_line: int,
    max_nodes: int,
    max_depth: int,
    max_items: int,
    *,
    has_entries: bool = False,
) -> YamlTree:
    """As :func:`read_yaml`, with all nodes at once, whatever the block holds."""
    # libyaml takes longer to import than hundreds of plain files to read.
    from showcase.source.yaml_builder import TreeBuilder, YamlError

    builder = TreeBuilder(source, first_line, max_nodes, max_depth, max_items)
    try:
        builder.read(block)
    except (YamlError, ValueError, RecursionError, MemoryError) as error:
        # Most files have no problem, and what explains one takes its time to import.
        from showcase.source.further_problems import find_further
        from showcase.source.yaml_problems import explain_problem

        explained = explain_problem(source, block, first_line, error, has_entries=has_entries)
        further = find_further(source, block, first_line, explained, has_entries=has_entries)
        raise UnreadableError([*builder.faults, *explained, *further]) from None
    root = builder.root
    if root is None:
        root = MappingNode(None)
    elif not isinstance(root, MappingNode):
        faults = builder.faults
        if not has_errors(faults):
            faults += _explain_root(source, block, first_line, root, has_entries=has_entries)
        raise UnreadableError(faults)
    return YamlTree(source, first_line, root.data, partial(_same, root), tuple(builder.faults), builder.has_empty_keys)


def _explain_root(
    source: SourceText, block: str, first_line: int, root: ScalarNode | SequenceNode, *, has_entries: bool
) -> list[Fault]:
    """Why a block is no map."""
    place = place_node(source, first_line, root)
    if isinstance(root, SequenceNode):
        return [Fault("top-level-list", place, details={"found": ""})]
    from showcase.source.yaml_problems import explain_text  # As above.

    slips = explain_text(source, block, first_line, has_entries=has_entries)
    return slips or [Fault("top-level-text", place, details={"found": root.raw[:40]})]


def _same(root: MappingNode) -> MappingNode:
    return root


def place_node(source: SourceText, first_line: int, node: Node) -> Place:
    """Where a node of a block stands that begins on a line of a file."""
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

"""The tree of a block of YAML, built in one pass over libyaml's events."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

import yaml
from yaml._yaml import CParser

from showcase.model.faults import Fault
from showcase.source.mending import quote_text, shorten
from showcase.source.source_text import SourceText
from showcase.source.unreadable_error import UnreadableError
from showcase.source.yaml_scalars import Implicit, resolve_plain
from showcase.source.yaml_tree import MappingNode, Node, ScalarNode, SequenceNode, place_node

YamlError = yaml.YAMLError
"""What libyaml raises."""

_STYLES: Final = {None: "plain", "": "plain", "'": "quoted", '"': "quoted", "|": "block", ">": "block"}
_TIGHT_COMMENT: Final = re.compile(r"(?<![ \t])[ \t]+(#[^\s#].*)")
"""What is a comment to YAML and hardly to whoever wrote it: an ordinary one has a blank after its sign."""


class TreeBuilder:
    """Takes events one by one; written for speed."""

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
        self._has_tight_comments = False

    def read(self, block: str) -> None:
        """Takes a whole block."""
        self._has_tight_comments = _TIGHT_COMMENT.search(block) is not None
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
            if self._has_tight_comments and style == "plain" and raw and isinstance(value, str):
                self._report_lost_text(node)
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
            self.faults.append(Fault("too-many-values", place_node(self._source, self._first_line, node)))
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
        place = place_node(self._source, self._first_line, key)
        if isinstance(key.value, str) and key.value in mapping.keys:
            first = mapping.keys[key.value].start.line + self._first_line
            self.faults.append(Fault("duplicate-key", place, details={"key": key.raw[:40], "line": str(first)}))
        elif key.value == "<<":
            self.faults.append(Fault("merge-key", place))
        elif key.style != "complex":
            details = {"found": key.raw[:40], "suggestion": f"{quote_text(key.raw[:40])}:"} if key.raw else {}
            self.faults.append(Fault("key-not-text", place, details=details))

    def _refuse_length(self, sequence: SequenceNode) -> None:
        place = place_node(self._source, self._first_line, sequence)
        details = {"count": str(len(sequence.items)), "limit": str(self._max_items)}
        self.faults.append(Fault("list-too-long", place, details=details))

    def _report_lost_text(self, node: ScalarNode) -> None:
        """Tells where the rest of a text without quotes was taken for a comment."""
        number = node.end.line + self._first_line
        lost = _TIGHT_COMMENT.match(self._source.line(number), node.end.column)
        if lost:
            key = self._source.line(node.start.line + self._first_line)[: node.start.column].strip()
            suggestion = f"{key} {quote_text(node.raw + lost[0].rstrip())}".strip()
            details = {"found": shorten(lost[1].rstrip()), "suggestion": shorten(suggestion, 80)}
            self.faults.append(
                self._source.fault("text-is-comment", number, lost.start(1) + 1, len(lost[1]), **details)
            )

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

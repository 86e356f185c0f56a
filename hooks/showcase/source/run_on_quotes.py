"""Quotation marks that were not closed, where YAML goes on to the next one below and finds nothing wrong.

In the draft that ``new`` writes, comments hold quotation marks of their own: a text that is not closed swallows the
fields down to one of them, which then seem to be missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from showcase.model.faults import Fault
from showcase.source.yaml_slips import indentation
from showcase.source.yaml_tree import MappingNode, Node, ScalarNode, SequenceNode, YamlTree

_OTHER_LINE: Final = re.compile(r"[ ]*(?:#|- |[A-Za-z_]+:(?: |$))")
"""What is not meant to go on with a text: a comment, an item, a key."""


def blame_run_on_quotes(tree: YamlTree, faults: Sequence[Fault]) -> list[Fault]:
    """Faults; where a quotation mark ran on, that one instead of all that come of it."""
    node = next((node for node in _iterate_scalars(tree.root) if _runs_on(tree, node)), None)
    if node is None:
        return list(faults)
    line, column = tree.first_line + node.start.line, node.start.column + 1
    mark = tree.source.line(line)[column - 1 : column]
    before = [fault for fault in faults if fault.place.line < line and fault.code != "missing-key"]
    return [*before, tree.source.fault("unclosed-quote", line, column, found=mark)]


def _iterate_scalars(node: Node) -> Iterator[ScalarNode]:
    """The values below a node, from the top."""
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, MappingNode):
        for value in node.values.values():
            yield from _iterate_scalars(value)
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from _iterate_scalars(item)


def _runs_on(tree: YamlTree, node: ScalarNode) -> bool:
    if node.style != "quoted" or node.start.line == node.end.line:
        return False
    first = tree.first_line + node.start.line
    below = range(first + 1, tree.first_line + node.end.line + 1)
    own = indentation(tree.source.line(first))
    return any(
        indentation(line) <= own and _OTHER_LINE.match(line) is not None for line in map(tree.source.line, below)
    )

"""What stands at a field's path in a file, and where."""

from __future__ import annotations

from dataclasses import dataclass

from showcase.model.faults import Place
from showcase.source.schema import Path
from showcase.source.yaml_tree import MappingNode, Node, ScalarNode, SequenceNode, YamlTree


@dataclass(frozen=True, slots=True)
class Spot:
    """What stands at a field's path, as far down as the file goes."""

    place: Place
    node: Node
    key: ScalarNode | None
    """The key that opens it; ``None`` for the root and for the items of a list."""


def locate(tree: YamlTree, path: Path) -> Spot:
    """What stands at a path; the nearest thing above it where nothing does."""
    node: Node = tree.root
    spot = Spot(tree.source.place(1, 1, len(tree.source.line(1))), node, None)
    for part in path:
        key = None
        if isinstance(node, MappingNode) and part in node.keys:
            key = node.keys[str(part)]
            node = node.values.get(str(part), key)
        elif isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
        else:
            continue
        spot = Spot(tree.place(node), node, key)
    return spot

"""The samples (示例) of a draft, told where a brand is published with them.

They are those of the draft's own template. There, a ``§`` stands before each that is nobody's own: an address, a title,
a promise in somebody else's words; ``12345``, a year or 服务规范 may well be what a brand has to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from showcase.model.brand import FrontMatter, Status
from showcase.model.faults import Fault
from showcase.source.brand_advice import iterate_texts
from showcase.source.mending import shorten
from showcase.source.schema import field_name
from showcase.source.yaml_tree import YamlTree

_TEMPLATE: Final = Path(__file__).with_name("starter.md")
_MARK: Final = "§"
_OFF: Final = "# "


def read_template() -> str:
    """The template of a draft, in which every field that is not required is a comment."""
    return _read_marked().replace(_MARK, "")


@cache
def list_samples() -> frozenset[str]:
    """The samples that are nobody's own."""
    return frozenset(re.findall(rf'{_MARK}([^"\]\n]+)', _read_marked()))


def find_samples(front: FrontMatter, tree: YamlTree) -> Iterator[Fault]:
    """Samples among the values of a brand that is to be published."""
    # Whoever leaves one leaves its line, most often: to look at each value would take ten times as long.
    if _list_lines().isdisjoint((tree.plain or tree.source.text).split("\n")) or front.status is not Status.PUBLISHED:
        return
    for path, node in iterate_texts(tree.root, ()):
        if node.raw in list_samples():
            yield Fault("sample-left", tree.place(node), field_name(path), {"found": shorten(node.raw)})


@cache
def _list_lines() -> frozenset[str]:
    """The lines of the template that hold such samples, as they are once they are no comment."""
    lines = (line for line in _read_marked().split("\n") if _MARK in line)
    return frozenset(line.removeprefix(_OFF).replace(_MARK, "") for line in lines)


@cache
def _read_marked() -> str:
    return _TEMPLATE.read_text(encoding="utf-8")

"""A new agency in ``_catalogue.yml``: written into the text as it stands, comments and all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import yaml

from showcase.cli.drafting.starter import quote_text

_SECTION: Final = "agencies"


class UnfitCatalogueError(Exception):
    """A vocabulary laid out in a way that a program had better not write into."""


@dataclass(frozen=True, slots=True)
class AgencyEntry:
    """A public body to be added to the vocabulary (创建单位)."""

    key: str
    name: str
    """Full name."""
    short: str = ""
    """Short name; empty where there is none."""

    @property
    def data(self) -> dict[str, str]:
        """The entry as YAML reads it."""
        return {"name": self.name, **({"short": self.short} if self.short else {})}


def append_agency(text: str, entry: AgencyEntry) -> str:
    """The vocabulary's text with one more agency, the last under ``agencies:``; every other line stays as it is.

    Raises :class:`UnfitCatalogueError` where ``agencies`` is written as ``{…}`` on one line, has the key already, or
    where the new text would not read as the old one and the entry.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.removesuffix(newline).split(newline)
    position, indent = _find_end(text, lines)
    lines[position:position] = _write_entry(entry, indent)
    result = newline.join(lines) + newline
    _verify(text, result, entry)
    return result


def _find_end(text: str, lines: list[str]) -> tuple[int, int]:
    """The line, from 0, that a new entry goes before, and its indent; makes room in ``lines`` where there is none."""
    section = _find_section(text)
    if section is None:
        lines += ["", f"{_SECTION}:"]
        return len(lines), 2
    key, value = section
    line: int = key.start_mark.line
    if isinstance(value, yaml.MappingNode) and value.value and not value.flow_style:
        return max(_iterate_end_lines(value)) + 1, value.value[0][0].start_mark.column
    if value.value in ("", "~", "null", []):
        lines[line] = lines[line].replace("{}", "").replace("~", "").replace("null", "").rstrip()
        return line + 1, 2
    raise UnfitCatalogueError(_SECTION)


def _find_section(text: str) -> tuple[yaml.Node, yaml.Node] | None:
    """The nodes of ``agencies`` and of what stands there."""
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise UnfitCatalogueError(str(error)) from None
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise UnfitCatalogueError(_SECTION)
    return next(((key, value) for key, value in root.value if key.value == _SECTION), None)


def _iterate_end_lines(node: yaml.Node) -> Iterator[int]:
    """The last line, from 0, of everything written in a node; a block's own end lies beyond the comments after it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        for item in node.value:
            for part in item if isinstance(item, tuple) else (item,):
                yield from _iterate_end_lines(part)
    elif isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        yield node.end_mark.line - 1
    else:
        yield node.end_mark.line


def _write_entry(entry: AgencyEntry, indent: int) -> Iterator[str]:
    margin = " " * indent
    yield f"{margin}{quote_text(entry.key)}:"
    for field, value in entry.data.items():
        yield f"{margin}  {field}: {quote_text(value)}"


def _verify(before: str, after: str, entry: AgencyEntry) -> None:
    """Raises :class:`UnfitCatalogueError` unless the entry is all that changed."""
    old = yaml.load(before, Loader=yaml.CSafeLoader) or {}
    try:
        new = yaml.load(after, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise UnfitCatalogueError(str(error)) from None
    agencies = old.get(_SECTION) or {}
    if entry.key in agencies or new != {**old, _SECTION: {**agencies, entry.key: entry.data}}:
        raise UnfitCatalogueError(entry.key)

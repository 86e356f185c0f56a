"""Hints for texts that stand where keys or a list are wanted: the line that would be right."""

from __future__ import annotations

import re
from typing import Final

from pydantic import BaseModel

from showcase.model.faults import Place
from showcase.source.dash_slips import take_sign
from showcase.source.drafted_parts import describe_draft, draft_part, write_list
from showcase.source.editor_words import is_key_word
from showcase.source.images import is_picture_name
from showcase.source.lists_in_text import split_items
from showcase.source.mending import shorten, write_text
from showcase.source.schema import Path
from showcase.source.yaml_tree import MappingNode, Node, ScalarNode

_LONGEST: Final = 300
"""Longest text that is taken apart, in characters; nobody would paste a longer one."""
_FULL_WIDTH_COLON: Final = re.compile(r"([A-Za-z_][\w-]*|[一-鿿]{1,8})\s*：\s*(.*)", re.DOTALL)
_NO_SPACE: Final = re.compile(r"([a-z_]+):(?!//)(\S.*)", re.DOTALL)
_LOST: Final = re.compile(r"[ \t]+(#[^\s#].*)")
"""What follows a text and is a comment to YAML, and hardly to whoever wrote it."""
_BEHIND_FILE: Final = re.compile(r"(?:(?<=\.[A-Za-z]{3})|(?<=\.[A-Za-z]{4}))[\s、，,；;]+")

Hint = tuple[str, dict[str, str]]
"""The code that says it best, and what the hint names."""


def hint_part(path: Path, node: Node, part: type[BaseModel] | None, place: Place) -> Hint:
    """For what stands where keys with values are wanted, those of a part of the brand."""
    dash = {"dash": "- "} if path and isinstance(path[-1], int) else {}
    if not isinstance(node, ScalarNode) or part is None:
        return "not-mapping", dash
    raw = node.raw[:_LONGEST]
    wide, tight = _FULL_WIDTH_COLON.match(raw), _NO_SPACE.match(raw)
    if (found := wide or tight) and (not dash or found[1] in part.model_fields or is_key_word(found[1])):
        code = "full-width-colon" if wide else "no-space-after-colon"
        return code, {"suggestion": shorten(f"{found[1]}: {found[2]}")}
    draft = draft_part(part, node.raw) if len(node.raw) <= _LONGEST else None
    if draft is None:
        return "not-mapping", dash
    before = place.source[: place.column - 1].strip()
    if before == "-":
        written = f"- {draft.item}"
    elif before:
        written = draft.in_braces if dash else f"{path[-1]}: {draft.in_braces}"
    else:
        written = draft.item
    return "not-mapping", {**dash, **describe_draft(draft), "suggestion": written}


def hint_list(path: Path, node: Node, part: type[BaseModel] | None, place: Place) -> Hint:
    """For what stands where a list is wanted."""
    if isinstance(node, MappingNode):
        return "not-list", {"dash": "- "}
    if not isinstance(node, ScalarNode):
        return "not-list", {}
    is_below = not place.source[: place.column - 1].strip()
    if is_below and "\n" not in node.raw and (item := take_sign(node.raw[:_LONGEST])):
        return "no-space-after-dash", write_item(item, part) or {"suggestion": "- …"}
    lost = _LOST.match(place.source, place.column - 1 + place.length)
    return "not-list", propose_list(path, f"{node.raw} {lost[1]}" if lost else node.raw, part, is_below=is_below)


def propose_list(path: Path, text: str, part: type[BaseModel] | None, *, is_below: bool) -> dict[str, str]:
    """A text as a list, behind its key or below it, where it stands; a first item below the key where it is long."""
    items = _split(text, part)
    if not items:
        return {}
    written = write_list(items, part) if len(text) <= _LONGEST else None
    if written is None:
        return {"sample": write_item(items[0], part).get("suggestion", "")}
    single = {"single": items[0]} if len(items) == 1 and len(items[0].split()) > 1 and not part else {}
    return {**written[1], **single, "suggestion": written[0] if is_below else f"{path[-1]}: {written[0]}"}


def _split(text: str, part: type[BaseModel] | None) -> list[str]:
    """The items of a text; names of pictures are parted where one ends, since a blank may stand in them."""
    items = split_items(text, finely=is_of_names(part))
    if len(items) == 1 and part is not None and "src" in part.model_fields:
        names = _BEHIND_FILE.split(items[0])
        return names if all(map(is_picture_name, names)) else items
    return items


def write_item(text: str, part: type[BaseModel] | None) -> dict[str, str]:
    """A text as an item on a line of its own; nothing where the list is one of parts and it cannot be drafted."""
    text = shorten(text, _LONGEST)
    if part is None:
        return {"suggestion": f"- {write_text(text)}"}
    draft = draft_part(part, text)
    return {**describe_draft(draft), "suggestion": f"- {draft.item}"} if draft else {}


def is_of_names(part: type[BaseModel] | None) -> bool:
    """Whether the items of a list are words or names, which no comma stands in, and no sentences."""
    return part is None or "name" in part.model_fields

"""Keys that the model does not know: which was meant, or where it belongs."""

from __future__ import annotations

import dataclasses
from typing import Final

from pydantic import BaseModel

from showcase.model.faults import Fault
from showcase.model.values import is_email
from showcase.model.vocabulary import Agency, Category, Level, Vocabulary
from showcase.source.characters import name_character
from showcase.source.drafted_parts import draft_part
from showcase.source.editor_words import suggest_key
from showcase.source.misplaced_lines import is_idle
from showcase.source.schema import Path, field_name, fields_named, keys_at, model_in, type_at
from showcase.source.spots import locate
from showcase.source.yaml_slips import explain_indentation
from showcase.source.yaml_tree import MappingNode, Node, ScalarNode, YamlTree

_SHOWN_KEYS: Final = 12
"""Longest list of known keys that is told beside a suggestion."""

_STEP: Final = 2
"""Blanks by which an entry of the vocabulary is indented where none is there yet."""
_TELLING: Final = {"agencies": {"short", "parent", "website", "region"}, "categories": {"icon", "summary"}}
"""Keys that only entries of one section of the vocabulary have."""


def explain_unknown(tree: YamlTree, path: Path, model: type[BaseModel]) -> Fault:
    """A key that its map does not take, with the one that was meant, or where it belongs."""
    key = str(path[-1])
    parent = locate(tree, path[:-1]).node
    place = (
        tree.place(parent.keys[key]) if isinstance(parent, MappingNode) and key in parent.keys else tree.place(parent)
    )
    known = keys_at(model, path[:-1])
    bare = key.strip()
    if not key.startswith(bare):
        blanks = key[: key.index(bare)]
        return explain_indentation(dataclasses.replace(place, length=len(blanks)), blanks)
    if bare != key and bare in known:
        place = dataclasses.replace(place, column=place.column + len(bare), length=len(key) - len(bare))
        return Fault("odd-blank", place, details={"found": name_character(key[len(bare)])})
    details = {"key": key}
    if model is Vocabulary and len(path) == 1 and (home := _find_home(tree, key)):
        return Fault("unknown-key", place, field_name(path), {**details, **home, "known": ", ".join(known)})
    suggestion = suggest_key(key, known)
    if path[:2] == ("service", "channels") and is_email(written := read_text_of(parent, key)):
        return Fault("unknown-key", place, field_name(path), {**details, "line": f"address: {written}"})
    if not suggestion and (item := _draft_item(tree, path, model)):
        # So the name is not told as missing, too.
        return Fault("unknown-key", place, field_name(path), {**details, "item": item, "suggestion": "name"})
    elsewhere = fields_named(model, key) if len(path) == 1 or not suggestion else ()
    if suggestion and not (elsewhere and key not in known):
        details["suggestion"] = suggestion
    elif elsewhere:
        details["parent"] = " / ".join(elsewhere[:3])
    elif len(path) > 1 and key in model.model_fields:
        details["top"] = key
    if len(known) <= _SHOWN_KEYS or len(details) == 1:
        details["known"] = ", ".join(known)
    return Fault("unknown-key", place, field_name(path), details | name_vocabulary(model))


def _draft_item(tree: YamlTree, path: Path, model: type[BaseModel]) -> str:
    """What ``- 残疾证办理: 凭身份证办理`` was meant as: the one key of an item is its name; empty where it is not."""
    if len(path) < 2 or not isinstance(path[-2], int):
        return ""
    spot, kind = locate(tree, path[:-1]), model_in(type_at(model, path[:-1]))
    if not isinstance(spot.node, MappingNode) or len(spot.node.keys) > 1 or kind is None:
        return ""
    value = spot.node.values.get(str(path[-1]))
    is_on_line = isinstance(value, ScalarNode) and value.start.line == value.end.line == spot.node.start.line
    if not is_on_line or spot.place.source[: spot.place.column - 1].strip() != "-":
        return ""
    draft = draft_part(kind, f"{path[-1]}：{value.raw}") if isinstance(value, ScalarNode) else None
    return f"- {draft.item}" if draft and {*draft.fields} == {"name", "summary"} else ""


def read_text_of(parent: Node, key: str) -> str:
    """What stands behind a key, without a scheme that a mail address may have; empty where that is no text."""
    node = parent.values.get(key) if isinstance(parent, MappingNode) else None
    return node.raw.strip().removeprefix("mailto:") if isinstance(node, ScalarNode) else ""


def name_vocabulary(model: type[BaseModel]) -> dict[str, str]:
    """The vocabulary's name where it is what is read: it has no story in which what fits no field could be told."""
    return {"vocabulary": "_catalogue.yml"} if model is Vocabulary else {}


def _find_home(tree: YamlTree, key: str) -> dict[str, str]:
    """Where an entry of the vocabulary belongs that stands beside its sections; nothing of what is no entry."""
    root = tree.root
    entry = root.values.get(key)
    if not isinstance(entry, MappingNode) or "name" not in entry.keys:
        return {}
    names = list(root.keys)
    above = next((name for name in reversed(names[: names.index(key)]) if name in Vocabulary.model_fields), "")
    told = [name for name, keys in _TELLING.items() if not keys.isdisjoint(entry.keys)]
    home = told[0] if told else "agencies" if above in ("", "agencies") else ""
    details = {"lack": str(_measure_step(root, home or above))}
    if home != above:
        return {**details, "home": home} if home else {**details, "above": above}
    if above not in root.values:
        # What it parts from its section is told with it, not as missing.
        details["suggestion"] = above
    return {**details, **_list_lines(tree, entry, root.keys[key])}


def _list_lines(tree: YamlTree, entry: MappingNode, key: ScalarNode) -> dict[str, str]:
    """The lines of an entry from its key on, but for entries below it that are none of its fields."""
    fields = {name for term in (Agency, Category, Level) for name in term.model_fields}
    others = [one.start.line for name, one in entry.keys.items() if name not in fields]
    # A map in lines ends where the next thing begins.
    end = entry.end.line if entry.end.column == 0 else entry.end.line + 1
    first, last = key.start.line + tree.first_line, min([*others, end]) + tree.first_line - 1
    while is_idle(tree.source.line(last)):
        last -= 1
    return {"first": str(first), "last": str(last)} if last > first else {}


def _measure_step(root: MappingNode, section: str) -> int:
    """How many blanks the entries of a section are indented by."""
    entries = root.values.get(section)
    if not isinstance(entries, MappingNode) or not entries.keys:
        return _STEP
    first = next(iter(entries.keys.values())).start
    return first.column if first.line > root.keys[section].start.line else _STEP

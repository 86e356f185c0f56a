"""Keys that the model does not know: which was meant, or where it belongs."""

from __future__ import annotations

import dataclasses
from typing import Final

from pydantic import BaseModel

from showcase.model.faults import Fault
from showcase.model.values import is_email
from showcase.model.vocabulary import Vocabulary
from showcase.source.characters import name_character
from showcase.source.editor_words import suggest_key
from showcase.source.schema import Path, field_name, fields_named, keys_at
from showcase.source.spots import locate
from showcase.source.yaml_slips import explain_indentation
from showcase.source.yaml_tree import MappingNode, Node, ScalarNode, YamlTree

_SHOWN_KEYS: Final = 12
"""Longest list of known keys that is told beside a suggestion."""


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
    suggestion = suggest_key(key, known)
    if path[:2] == ("service", "channels") and is_email(written := read_text_of(parent, key)):
        return Fault("unknown-key", place, field_name(path), {**details, "line": f"address: {written}"})
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


def read_text_of(parent: Node, key: str) -> str:
    """What stands behind a key, without a scheme that a mail address may have; empty where that is no text."""
    node = parent.values.get(key) if isinstance(parent, MappingNode) else None
    return node.raw.strip().removeprefix("mailto:") if isinstance(node, ScalarNode) else ""


def name_vocabulary(model: type[BaseModel]) -> dict[str, str]:
    """The vocabulary's name where it is what is read: it has no story in which what fits no field could be told."""
    return {"vocabulary": "_catalogue.yml"} if model is Vocabulary else {}

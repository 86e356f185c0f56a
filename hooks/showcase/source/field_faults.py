"""What pydantic found wrong, as faults with places, examples and hints that can be pasted."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from showcase.model.faults import Fault, Place
from showcase.model.values import is_email
from showcase.model.vocabulary import Vocabulary
from showcase.source.editor_words import example_of, is_key_word, suggest_choice
from showcase.source.field_hints import describe_value, hint_for
from showcase.source.list_lines import explain_lines, find_hashed_lines
from showcase.source.mending import quote_text, shorten
from showcase.source.misplaced_lines import is_idle
from showcase.source.part_hints import propose_list
from showcase.source.schema import Path, choices_at, field_name, keys_at, model_in, takes_list, type_at
from showcase.source.spots import locate
from showcase.source.unknown_keys import explain_unknown, name_vocabulary, read_text_of
from showcase.source.wide_colons import is_entry_key
from showcase.source.yaml_slips import find_slips
from showcase.source.yaml_tree import MappingNode, Node, ScalarNode, SequenceNode, YamlTree

_CODES: Final = {
    "string_type": "not-text",
    "string_unicode": "not-text",
    "string_too_short": "too-short",
    "string_too_long": "too-long",
    "enum": "not-a-choice",
    "literal_error": "not-a-choice",
    "tuple_type": "not-list",
    "list_type": "not-list",
    "too_long": "too-many-items",
    "model_type": "not-mapping",
    "model_attributes_type": "not-mapping",
    "dict_type": "not-mapping",
    "mapping_type": "not-mapping",
    "bool_type": "not-flag",
    "bool_parsing": "not-flag",
    "int_type": "not-whole-number",
    "int_from_float": "not-whole-number",
    "int_parsing": "not-whole-number",
    "greater_than_equal": "out-of-range",
    "less_than_equal": "out-of-range",
    "finite_number": "bad-number",
}
_MAX_REPORTED: Final = 100
"""Most faults told of the fields of one file; guessing at what thousands of keys meant takes seconds."""
_LONGEST_LIST: Final = 3000
"""Longest text of several lines that is taken apart into items, in characters."""
_COLOR_COMMENT: Final = re.compile(r"\s*(?:- )?color\s*:\s+(#[0-9a-fA-F]{3,8})\b")
_TEXT_COMMENT: Final = re.compile(r"[ ]*:[ ]+(#[^\s#].*?)[ ]*$")
"""What follows a key whose text begins with a number sign; a comment has a blank behind it."""
_NONE: Final = frozenset(
    ("无", "无。", "暂无", "没有", "暂时没有", "尚无", "暂缺", "不详", "未知", "/", "／", "—", "——", "N/A", "n/a")
)
"""What is written where there is nothing to be written."""
_LEFT_OUT: Final = frozenset({"bad-email", "bad-url", "bad-phone", "bad-date", "bad-number", "not-whole-number"})
_POINTED_AT: Final = {
    "ends-before-start": "end",
    "logo-alt-missing": "logo",
    "mobile-number": "value",
    "curly-quotes": "value",
}
"""Rules of a whole map, and the key of it that they mean."""


def explain_errors(error: ValidationError, tree: YamlTree, model: type[BaseModel]) -> list[Fault]:
    """A fault for each of the first errors, but for those whose cause has been told already."""
    told = {(fault.place.line, fault.place.column) for fault in tree.faults}
    errors = error.errors(include_url=False)[:_MAX_REPORTED]
    faults = (fault for item in errors for fault in _find_slips(item, tree, model) or [_explain(item, tree, model)])
    return _drop_misspelt([fault for fault in faults if (fault.place.line, fault.place.column) not in told])


def drop_told(faults: Iterable[Fault], found: Iterable[Fault]) -> list[Fault]:
    """Faults without those of texts that were lost as comments on lines of which it is told how to write the list."""
    lists = {fault.place.line for fault in found if fault.code == "not-list"}
    return [fault for fault in faults if fault.code != "text-is-comment" or fault.place.line not in lists]


def _drop_misspelt(faults: Sequence[Fault]) -> list[Fault]:
    """The faults without those of required keys that stand there in another spelling, which is told of them."""
    meant = {
        (fault.field.rpartition(".")[0], fault.details.get("suggestion"))
        for fault in faults
        if fault.code == "unknown-key"
    }
    return [
        fault
        for fault in faults
        if fault.code != "missing-key" or (fault.field.rpartition(".")[0], fault.details["key"]) not in meant
    ]


def explain_empty_keys(tree: YamlTree, model: type[BaseModel]) -> list[Fault]:
    """Faults of keys without a value: unknown ones, and colours that YAML took for a comment."""
    return list(itertools.islice(_iterate_empty_faults(tree, tree.root, (), model), _MAX_REPORTED))


def _find_slips(item: Mapping[str, Any], tree: YamlTree, model: type[BaseModel]) -> list[Fault]:
    """The slips on the lines of a text that stands where keys or a list are expected: it is made of all of them."""
    node = locate(tree, item["loc"]).node
    if _CODES.get(item["type"]) not in ("not-mapping", "not-list") or not isinstance(node, ScalarNode):
        return []
    if node.start is None or node.end is None or not isinstance(node.value, str) or node.style != "plain":
        return []
    first, last = node.start.line + tree.first_line, node.end.line + tree.first_line
    lines = [tree.source.line(number) for number in range(first, last + 1)]
    if lines[0][: node.start.column].strip(" -"):
        return []
    known = keys_at(model, item["loc"])
    takes_key = is_entry_key if model is Vocabulary else is_key_word
    slips = find_slips(tree.source, "\n".join(lines), first, lambda word: word in known or takes_key(word))
    held = [(number, line) for number, line in enumerate(lines, first) if not is_idle(line)]
    if slips or len(held) < 2 or not takes_list(model, item["loc"]) or len(node.raw) > _LONGEST_LIST:
        return slips
    return explain_lines(tree.source, held, item["loc"], model_in(type_at(model, item["loc"])))


def _explain(item: Mapping[str, Any], tree: YamlTree, model: type[BaseModel]) -> Fault:
    path: Path = tuple(part for part in item["loc"] if part != "texts")
    kind = item["type"]
    if kind == "extra_forbidden":
        return explain_unknown(tree, path, model)
    if kind == "missing":
        return _explain_missing(tree, path)
    if path and path[-1] == "[key]":
        spot = locate(tree, path[:-1])
        place = tree.place(spot.key) if spot.key else spot.place
        return Fault("bad-key", place, field_name(path[:-1]), {"found": str(path[-2])})
    return _explain_value(item, tree, path, model)


def _move_email(tree: YamlTree, path: Path, model: type[BaseModel]) -> str:
    """A mail address written as one of a website, in the field for it; empty where it is none, or there is no field."""
    written = read_text_of(locate(tree, path[:-1]).node, str(path[-1]))
    # A channel of the service has its mail address where others have the one of a house.
    field = next((key for key in ("email", "address") if key in keys_at(model, path[:-1])), "")
    return f"{field}: {written}" if field and is_email(written) else ""


def _explain_missing(tree: YamlTree, path: Path) -> Fault:
    key = str(path[-1])
    spot = locate(tree, path[:-1])
    place = tree.place(spot.key) if spot.key else spot.place
    if isinstance(spot.node, MappingNode) and key in spot.node.keys:
        place = tree.place(spot.node.keys[key])
    if quoted := _quote_comment(place, key):
        return Fault("missing-key", place, field_name(path), {"key": key, **quoted})
    dotted = ".".join(part for part in path if isinstance(part, str))
    return Fault("missing-key", place, field_name(path), {"key": key, "example": example_of(key, dotted)})


def _quote_comment(place: Place, key: str) -> dict[str, str]:
    """For a key whose text begins with a number sign, and so was taken for a comment, the line with the text quoted."""
    lost = _find_comment(place, key)
    return {"found": shorten(lost), "suggestion": f"{key}: {quote_text(lost)}"} if lost else {}


def _find_comment(place: Place, key: str) -> str:
    found = _TEXT_COMMENT.match(place.source, place.column - 1 + len(key))
    return found[1] if found else ""


def _explain_value(item: Mapping[str, Any], tree: YamlTree, path: Path, model: type[BaseModel]) -> Fault:
    spot = locate(tree, path)
    code = _code_of(item)
    if code in _POINTED_AT and isinstance(spot.node, MappingNode):
        path = (*path, _POINTED_AT[code])
        spot = locate(tree, path)
    context = {name: str(value) for name, value in (item.get("ctx") or {}).items() if isinstance(value, int | float)}
    details = {**describe_value(spot.node), **_measure(item), **_bounds(context)}
    if code == "invalid-value":
        details["problem"] = str(item["msg"])
    if code == "not-a-choice":
        details |= _choices(spot.node, choices_at(model, path))
    if code == "bad-url" and (line := _move_email(tree, path, model)):
        return Fault(code, spot.place, field_name(path), {**details, "line": line})
    if code in _LEFT_OUT and (absent := _name_absent(spot.node, path, model)):
        return Fault(code, spot.place, field_name(path), {**details, "absent": absent})
    unit = _find_unit(tree, path, model)
    code, hints = hint_for(code, path, spot.node, model_in(type_at(model, path)), spot.place, unit)
    if code == "not-list" and "suggestion" in hints:
        details |= _list_lines(tree, spot.node)
    return Fault(code, spot.place, field_name(path), details | hints | name_vocabulary(model))


def _name_absent(node: Node, path: Path, model: type[BaseModel]) -> str:
    """A field that may be left out, and says that there is nothing; empty where it does not say so, or may not be."""
    key = path[-1]
    if not isinstance(node, ScalarNode) or node.raw.strip() not in _NONE or isinstance(key, int):
        return ""
    return "" if key in _required_keys(model, path[:-1]) else f"{key}: {node.raw}"


def _list_lines(tree: YamlTree, node: Node) -> dict[str, str]:
    """The lines that a value stands on, where it is more than one."""
    # A text below a sign ends where the next thing begins.
    first, last = node.start.line + tree.first_line, node.end.line + tree.first_line - (node.end.column == 0)
    while last > first and is_idle(tree.source.line(last)):
        last -= 1
    return {"first": str(first), "last": str(last)} if last > first else {}


def _find_unit(tree: YamlTree, path: Path, model: type[BaseModel]) -> str | None:
    """The unit that stands beside a value, empty where none does; ``None`` where it takes none."""
    if "unit" not in keys_at(model, path[:-1]):
        return None
    beside = locate(tree, path[:-1]).node
    unit = beside.values.get("unit") if isinstance(beside, MappingNode) else None
    return unit.raw.strip() if isinstance(unit, ScalarNode) else ""


def _code_of(item: Mapping[str, Any]) -> str:
    kind = str(item["type"])
    if kind == "string_pattern_mismatch":
        return "line-break" if "\\n" in str(item["ctx"]["pattern"]) else "bad-slug"
    if kind in _CODES:
        return _CODES[kind]
    return kind if "-" in kind else "invalid-value"


def _measure(item: Mapping[str, Any]) -> dict[str, str]:
    """How long a text is, where length is what is wrong."""
    value = item.get("input")
    return {"count": str(len(value.strip()))} if isinstance(value, str) and "string_too" in str(item["type"]) else {}


def _bounds(context: Mapping[str, str]) -> dict[str, str]:
    names = {"min_length": "least", "max_length": "most", "ge": "least", "le": "most"}
    return {names[name]: value for name, value in context.items() if name in names}


def _choices(node: Node, choices: tuple[str, ...]) -> dict[str, str]:
    details = {"choices": ", ".join(choices)}
    if isinstance(node, ScalarNode):
        suggestion = suggest_choice(node.raw, choices)
        if suggestion:
            details["suggestion"] = suggestion
    return details


def _required_keys(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    found = model_in(type_at(model, path))
    return tuple(name for name, info in found.model_fields.items() if info.is_required()) if found else ()


def _iterate_empty_faults(tree: YamlTree, node: Node, path: Path, model: type[BaseModel]) -> Iterator[Fault]:
    if isinstance(node, SequenceNode):
        for index, item in enumerate(node.items):
            yield from _iterate_empty_faults(tree, item, (*path, index), model)
    if not isinstance(node, MappingNode):
        return
    known = keys_at(model, path)
    for name, key in node.keys.items():
        if name in node.values:
            yield from _iterate_empty_faults(tree, node.values[name], (*path, name), model)
        elif known and name not in known:
            yield explain_unknown(tree, (*path, name), model)
        elif name == "color":
            yield from _explain_color_comment(tree, key, (*path, name))
        # A key that is required is missing with that, which is told with the others of its kind.
        elif name not in _required_keys(model, path):
            yield from _find_lost(tree.place(key), (*path, name), tree, model)


def _find_lost(place: Place, path: Path, tree: YamlTree, model: type[BaseModel]) -> Iterator[Fault]:
    """What stands behind a key, or the items of a list below it, lost as comments for the signs before them."""
    is_list, part = takes_list(model, path), model_in(type_at(model, path))
    if quoted := _quote_comment(place, str(path[-1])):
        hints = propose_list(path, _find_comment(place, str(path[-1])), part, is_below=False) if is_list else {}
        listed = {**hints, "list": hints["suggestion"]} if "suggestion" in hints else {}
        yield Fault("text-is-comment", place, field_name(path), quoted | listed)
    elif is_list:
        yield from find_hashed_lines(tree.source, place.line, path, part)


def _explain_color_comment(tree: YamlTree, key: ScalarNode, path: Path) -> Iterator[Fault]:
    place = tree.place(key)
    found = _COLOR_COMMENT.match(place.source)
    if found:
        suggestion = f'color: "{found[1]}"'
        yield Fault("color-is-comment", place, field_name(path), {"found": found[1], "suggestion": suggestion})

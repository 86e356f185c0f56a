"""``mkdocs.yml`` as plain values, without MkDocs; what is amiss in how it is written is told as of a brand's file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import yaml
from yaml.constructor import ConstructorError
from yaml.reader import ReaderError

from showcase.model.faults import Fault
from showcase.source.characters import check_characters
from showcase.source.source_text import SourceText, decode_text
from showcase.source.twice_written_keys import find_twice_written_keys
from showcase.source.unreadable_error import UnreadableError
from showcase.source.yaml_problems import explain_problem

_KEY: Final = re.compile(r"[a-z_]+")
"""A setting of MkDocs, of a theme, of a plugin or of ours; nobody knows all of them."""


class _Loader(yaml.CSafeLoader):
    """Reads plain values, and takes for nothing what only MkDocs understands, such as ``!ENV``."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        """The value of a node; what looks like a date and is none is an error that knows its place."""
        try:
            return super().construct_object(node, deep)
        except ValueError:
            raise ConstructorError(None, None, str(node.value), node.start_mark) from None


_Loader.add_constructor(None, lambda _loader, _node: None)


def read_config(path: Path, shown: str) -> dict[str, Any]:
    """The values of a configuration file and of those it inherits from; none where it is no map.

    ``shown`` is what an editor calls it. A file to inherit from that is not there is left for MkDocs to tell of.

    Raises :class:`UnreadableError`, and ``OSError`` where it cannot be read.
    """
    return _read_chain(path, shown, ())


def _read_chain(path: Path, shown: str, below: tuple[Path, ...]) -> dict[str, Any]:
    source = decode_text(path.read_bytes(), shown)
    try:
        twice, found = _load(source)
    except (yaml.YAMLError, RecursionError) as error:
        raise UnreadableError(_explain(source, error)) from None
    if twice:
        raise UnreadableError(twice)
    own: dict[str, Any] = found if isinstance(found, dict) else {}
    inherited = own.get("INHERIT")
    above = path.parent / inherited if isinstance(inherited, str) else path
    if above in (path, *below) or not above.is_file():
        return own
    name = (Path(shown).parent / str(inherited)).as_posix()
    return _merge(_read_chain(above, name, (path, *below)), own)


def _load(source: SourceText) -> tuple[tuple[Fault, ...], Any]:
    """The faults of keys that are written twice, and the value."""
    loader = _Loader(source.text)
    try:
        root = loader.get_single_node()
        # Before merge keys are resolved: these may bring what is there already.
        twice = tuple(find_twice_written_keys(source, root, 1))
        return twice, None if root is None else loader.construct_document(root)
    finally:
        loader.dispose()


def _explain(source: SourceText, error: BaseException) -> list[Fault]:
    characters = check_characters(source) if isinstance(error, ReaderError) else []
    return list(characters) or explain_problem(source, source.text, 1, error, is_key=is_setting)


def is_setting(word: str) -> bool:
    """Whether a word before a colon is a setting, and no word of a text."""
    return _KEY.fullmatch(word) is not None


def _merge(inherited: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """As MkDocs does: maps are merged, all else is replaced."""
    merged = {**inherited, **own}
    for key in inherited.keys() & own.keys():
        if isinstance(inherited[key], dict) and isinstance(own[key], dict):
            merged[key] = _merge(inherited[key], own[key])
    return merged

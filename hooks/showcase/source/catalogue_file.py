"""The vocabulary's file, ``_catalogue.yml``: agencies, categories, levels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from showcase.model.fault_texts import has_errors
from showcase.model.faults import Fault, Place
from showcase.model.vocabulary import Agency, Vocabulary
from showcase.source.brand_advice import advise_texts
from showcase.source.characters import blank_controls, check_characters
from showcase.source.merge_conflicts import find_conflicts
from showcase.source.schema import field_name
from showcase.source.source_text import SourceText, decode_text
from showcase.source.spots import locate
from showcase.source.unreadable_error import UnreadableError
from showcase.source.vocabulary_terms import suggest_term
from showcase.source.yaml_tree import YamlTree, read_yaml

MAX_BYTES: Final = 16_000_000
MAX_NODES: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class CatalogueReading:
    """What came of the vocabulary's file."""

    vocabulary: Vocabulary | None
    """``None`` where an error stands against it."""
    faults: tuple[Fault, ...]


def read_catalogue_file(path: Path, shown: str) -> CatalogueReading:
    """Reads and validates the vocabulary; ``shown`` is the path an editor knows."""
    try:
        source = _read_text(path, shown)
    except OSError:
        return CatalogueReading(None, (Fault("no-vocabulary", Place(shown)),))
    except UnreadableError as refusal:
        return CatalogueReading(None, refusal.faults)
    characters = check_characters(source)
    block = blank_controls(source.text) if characters else source.text
    try:
        tree = read_yaml(source, block, max_nodes=MAX_NODES, has_entries=True)
    except UnreadableError as refusal:
        return CatalogueReading(None, (*characters, *refusal.faults))
    vocabulary, faults = _validate(tree)
    if faults:
        from showcase.source.wide_colons import blame_wide_colons, is_entry_key  # What no sound file needs.

        faults = blame_wide_colons(source, faults, is_entry_key)
    faults += characters
    return CatalogueReading(None if has_errors(faults) else vocabulary, tuple(faults))


def _read_text(path: Path, shown: str) -> SourceText:
    size = path.stat().st_size
    if size > MAX_BYTES:
        details = {"found": f"{size / 1e6:.1f} MB", "limit": f"{MAX_BYTES / 1e6:.0f} MB"}
        raise UnreadableError([Fault("file-too-large", Place(shown), details=details)])
    source = decode_text(path.read_bytes(), shown)
    if not source.text.strip():
        raise UnreadableError([Fault("empty-vocabulary", Place(shown))])
    if conflicts := list(find_conflicts(source)):
        raise UnreadableError(conflicts)
    return source


def _validate(tree: YamlTree) -> tuple[Vocabulary | None, list[Fault]]:
    faults = [*tree.faults, *advise_texts(tree)]
    if tree.has_empty_keys:
        from showcase.source.field_faults import explain_empty_keys  # What no sound file needs takes long to import.

        faults += explain_empty_keys(tree, Vocabulary)
    try:
        vocabulary = Vocabulary.model_validate(tree.data)
    except ValidationError as error:
        from showcase.source.field_faults import explain_errors  # As above.

        return None, faults + explain_errors(error, tree, Vocabulary)
    faults += _check_parents(vocabulary, tree)
    faults += _check_names(vocabulary, tree)
    return vocabulary, faults


def _check_parents(vocabulary: Vocabulary, tree: YamlTree) -> Iterator[Fault]:
    """Parents that are not there, and agencies that stand above themselves, each circle told once."""
    agencies = vocabulary.agencies
    settled: set[str] = set()
    for key, agency in agencies.items():
        if agency.parent is not None and agency.parent not in agencies:
            details = {"found": agency.parent}
            suggestion = suggest_term(agency.parent, agencies)
            if suggestion:
                details["suggestion"] = suggestion
            yield _fault(tree, "unknown-parent", key, "parent", details)
        way = _climb(agencies, key, settled)
        if way[-1] in way[:-1]:
            yield _fault(tree, "parent-cycle", key, "parent", {"found": " → ".join(way[way.index(way[-1]) :])})
        settled.update(way)


def _climb(agencies: Mapping[str, Agency], key: str, settled: set[str]) -> list[str]:
    """The keys from an agency upwards, to the top, to a key seen before, or round to one of its own."""
    way = [key]
    while way[-1] not in settled:
        agency = agencies.get(way[-1])
        if agency is None or agency.parent is None:
            break
        way.append(agency.parent)
        if agency.parent in way[:-1]:
            break
    return way


def _check_names(vocabulary: Vocabulary, tree: YamlTree) -> Iterator[Fault]:
    names: dict[str, str] = {}
    for key, agency in vocabulary.agencies.items():
        first = names.setdefault(str(agency.name), key)
        if first != key:
            yield _fault(tree, "same-agency-name", key, "name", {"other": first})


def _fault(tree: YamlTree, code: str, key: str, field: str, details: Mapping[str, str]) -> Fault:
    path = ("agencies", key, field)
    return Fault(code, locate(tree, path).place, field_name(path), details)

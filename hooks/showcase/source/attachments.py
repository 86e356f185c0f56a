"""The files beside a brand: pictures and documents that it names, and those that nothing names."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

from showcase.model.faults import Fault, Place
from showcase.model.images import Image
from showcase.model.limits import Limits
from showcase.model.system_causes import name_cause
from showcase.model.values import is_file_name
from showcase.source.file_names import is_passed_over, show_name
from showcase.source.front_matter import Page
from showcase.source.images import is_picture_name, read_image
from showcase.source.mending import mend_file_name, shorten
from showcase.source.picture_error import PictureError
from showcase.source.schema import field_name
from showcase.source.source_text import SourceText, decode_text
from showcase.source.story import find_pictures, is_elsewhere
from showcase.source.unreadable_error import UnreadableError
from showcase.source.yaml_tree import MappingNode, Node, ScalarNode, SequenceNode, YamlTree

_SMALL: Final = {"logo": 192, "src": 600}
"""Width in pixels below which a picture looks blurred, by the key that names it."""
_SHOWN: Final = 12
_TITLE: Final = re.compile(r"\s[\"'].*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Mention:
    """A file that a brand names."""

    name: str
    place: Place
    field: str
    """The field's path; empty in the story."""


@dataclass(slots=True)
class Attachments:
    """What lies beside a brand and is sound."""

    images: dict[str, Image] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    names: Collection[str] = ()
    """All that lies beside ``index.md``, sound or not."""
    documents: Collection[str] = ()
    """Those that front matter names, be they there or not; they alone are published under their own names."""
    misnamed: set[str] = field(default_factory=set)
    """Those that are named, and to be renamed."""


def read_attachments(
    folder: Path | None, slug: str, shown: str, page: Page, tree: YamlTree, limits: Limits
) -> Attachments:
    """Checks every file that a brand names; ``folder`` is ``None`` for a brand that is a single file.

    ``shown`` is the folder's path as an editor writes it.
    """
    names, found = _list_names(folder), Attachments()
    fields = list(_iterate_fields(tree, found))
    found.names, found.documents = names, {one.name for one in fields if one.field.endswith(".file")}
    if len(names) > limits.files:
        details = {"count": str(len(names)), "limit": str(limits.files)}
        found.faults.append(Fault("too-many-files", Place(shown), details=details))
        return found
    found.faults += _iterate_alike(names, shown)
    mentions = [*fields, *_iterate_story(page, found)]
    for mention in mentions:
        if mention.name not in names:
            found.faults.append(_explain_missing(mention, names, slug, has_folder=folder is not None))
        elif folder is not None:
            _read_one(folder, shown, mention, found, limits)
    if folder is not None:
        found.faults += _iterate_unused(names, {one.name for one in mentions} | found.misnamed, shown)
    return found


def _list_names(folder: Path | None) -> Mapping[str, bool]:
    """The names beside ``index.md``, each with whether it is a file."""
    if folder is None:
        return {}
    with os.scandir(folder) as entries:
        return {show_name(entry.name): _is_file(entry) for entry in entries}


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:
        return False  # A link that leads round to itself.


def _stays_in(path: Path, folder: Path) -> bool:
    """Whether a file lies in the folder in truth, wherever its name stands."""
    try:
        return not path.is_symlink() or path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False


def _names_files(data: Mapping[str, Any]) -> bool:
    """Whether front matter may name a file; seen from its values, since nodes take longer to make."""
    identity, management = data.get("identity"), data.get("management")
    systems = management.get("systems") if isinstance(management, dict) else None
    return (
        "gallery" in data
        or (isinstance(identity, dict) and "logo" in identity)
        or (isinstance(systems, list) and any(isinstance(one, dict) and "file" in one for one in systems))
    )


def _iterate_fields(tree: YamlTree, found: Attachments) -> Iterator[Mention]:
    """What front matter names; values that are no plain names have a fault of their own."""
    if not _names_files(tree.data):
        return
    for mention in _iterate_named(tree):
        if is_file_name(mention.name):
            yield mention
        else:
            found.misnamed.add(mention.name)


def _iterate_named(tree: YamlTree) -> Iterator[Mention]:
    root = tree.root.values
    identity, management, gallery = root.get("identity"), root.get("management"), root.get("gallery")
    if isinstance(identity, MappingNode):
        yield from _mention(tree, identity.values.get("logo"), ("identity", "logo"))
    if isinstance(management, MappingNode):
        yield from _iterate_list(tree, management.values.get("systems"), ("management", "systems"), "file")
    yield from _iterate_list(tree, gallery, ("gallery",), "src")


def _iterate_list(tree: YamlTree, node: Node | None, path: tuple[str, ...], key: str) -> Iterator[Mention]:
    for index, item in enumerate(node.items if isinstance(node, SequenceNode) else ()):
        if isinstance(item, MappingNode):
            yield from _mention(tree, item.values.get(key), (*path, index, key))


def _mention(tree: YamlTree, node: Node | None, path: tuple[str | int, ...]) -> Iterator[Mention]:
    if isinstance(node, ScalarNode) and isinstance(node.value, str) and node.value.strip():
        yield Mention(node.value.strip(), tree.place(node), field_name(path))


def _iterate_story(page: Page, found: Attachments) -> Iterator[Mention]:
    for picture in find_pictures(page.body):
        place = page.place_in_body(picture.offset, picture.length)
        if not picture.alt:
            found.faults.append(Fault("picture-without-words", place, details={"found": shorten(picture.name)}))
        if is_elsewhere(picture.name):
            found.faults.append(Fault("picture-elsewhere", place, details={"found": shorten(picture.name)}))
        elif whole := _read_whole_name(page.body[picture.offset : picture.offset + picture.length]):
            name = unquote(whole)
            details = {"found": shorten(name), "suggestion": mend_file_name(name) or ""}
            place = page.place_in_body(page.body.index(whole, picture.offset), len(whole))
            found.faults.append(Fault("bad-file-name", place, details=details))
            found.misnamed.add(name)
        else:
            yield Mention(picture.name, place, "")


def _read_whole_name(written: str) -> str:
    """The name of a picture's file as it stands, where it holds a bracket, or a blank that Markdown reads it up to."""
    name = _TITLE.sub("", written.rpartition("](")[2].removesuffix(")")).strip(" \t<>")
    if not is_picture_name(name):
        return ""
    first, *more = name.split()
    return name if "(" in first or (more and not is_picture_name(first)) else ""


def _explain_missing(mention: Mention, names: Mapping[str, bool], slug: str, *, has_folder: bool) -> Fault:
    details = {"found": mention.name}
    others = sorted(name for name, is_file in names.items() if is_file and not name.endswith(".md"))
    if others:
        details["known"] = ", ".join(others[:_SHOWN]) + (" …" if len(others) > _SHOWN else "")
    by_case = {name.lower(): name for name in others}
    close = difflib.get_close_matches(mention.name.lower(), by_case, n=1)
    if close:
        details["suggestion"] = by_case[close[0]]
    if not has_folder:
        details["folder"] = slug
    return Fault("file-missing", mention.place, mention.field, details)


def _read_one(folder: Path, shown: str, mention: Mention, found: Attachments, limits: Limits) -> None:
    path = folder / mention.name
    if not _stays_in(path, folder):
        found.faults.append(Fault("outside-folder", mention.place, mention.field, {"found": mention.name}))
    elif not path.is_file():
        # A pipe would be waited for for ever.
        found.faults.append(Fault("unreadable-file", mention.place, mention.field, {"problem": mention.name}))
    elif mention.field.endswith(".file"):
        found.faults += _check_document(path, mention, limits.document_bytes)
    elif mention.name not in found.images:
        _read_picture(path, shown, mention, found, limits)


def _read_picture(path: Path, shown: str, mention: Mention, found: Attachments, limits: Limits) -> None:
    try:
        image = read_image(path, _left(found, limits))
    except PictureError as error:
        place = _place_in_svg(path, shown, error) or mention.place
        found.faults.append(Fault(error.code, place, mention.field, error.details))
        return
    found.images[mention.name] = image
    least = _SMALL.get(mention.field.rpartition(".")[2], 0)
    if image.format != "svg" and image.width < least:
        details = {"limit": str(least), "found": f"{image.width} × {image.height}"}
        found.faults.append(Fault("picture-small", mention.place, mention.field, details))


def _left(found: Attachments, limits: Limits) -> Limits:
    """The limits of the next picture, when those before have taken their pixels."""
    used = sum(image.width * image.height for image in found.images.values() if image.format != "svg")
    left = limits.brand_pixels - used
    return limits if left >= limits.picture_pixels else limits.model_copy(update={"picture_pixels": max(0, left)})


def _place_in_svg(path: Path, shown: str, error: PictureError) -> Place | None:
    """The line of an SVG file that is at fault."""
    if not error.line:
        return None
    try:
        source = decode_text(path.read_bytes(), f"{shown}/{path.name}")
    except (OSError, UnreadableError):
        source = SourceText(f"{shown}/{path.name}", "")
    return source.place(error.line)


def _check_document(path: Path, mention: Mention, most: int) -> Iterator[Fault]:
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(1024)
    except OSError as error:
        yield Fault("unreadable-file", mention.place, mention.field, {"problem_kind": name_cause(error)})
        return
    if path.suffix.lower() != ".pdf" or b"%PDF-" not in head:
        yield Fault("not-pdf", mention.place, mention.field, {"found": path.name})
    elif size > most:
        details = {"found": f"{size / 1e6:.1f} MB", "limit": f"{most / 1e6:g} MB"}
        yield Fault("document-too-large", mention.place, mention.field, details)


def _iterate_alike(names: Mapping[str, bool], shown: str) -> Iterator[Fault]:
    """Names that are one on a machine that does not tell capital letters from small ones."""
    seen: dict[str, str] = {}
    for name in sorted(names):
        first = seen.setdefault(name.casefold(), name)
        if first != name:
            yield Fault("names-alike", Place(f"{shown}/{name}"), details={"found": f"{first}, {name}"})


def _iterate_unused(names: Mapping[str, bool], mentioned: set[str], shown: str) -> Iterator[Fault]:
    for name in sorted(names):
        text = name.startswith("index.") and name.endswith(".md")
        if not text and not is_passed_over(name) and name not in mentioned:
            code = "unused-file" if is_picture_name(name) or names[name] else "stray-file"
            details = {"document": name} if names[name] and name.lower().endswith(".pdf") else {}
            yield Fault(code, Place(f"{shown}/{name}"), details=details)

"""Reading one brand's file, from bytes to a brand: a pure function of the path, fit for a pool of processes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from showcase.model.brand import Brand, FrontMatter
from showcase.model.fault_texts import has_errors
from showcase.model.faults import Fault, Place
from showcase.model.images import Image
from showcase.model.limits import USUAL_LIMITS, Limits
from showcase.model.system_causes import name_cause
from showcase.source.attachments import Attachments, read_attachments
from showcase.source.brand_advice import advise_brand, advise_texts
from showcase.source.brand_file import BrandFile, BrandReading, Claim, digest_summary
from showcase.source.characters import blank_controls, check_characters
from showcase.source.front_matter import Page, read_page
from showcase.source.samples import find_samples
from showcase.source.story import find_brand_links
from showcase.source.story_faults import MAX_REPORTED, explain_excess, find_story_faults
from showcase.source.story_limits import find_excess
from showcase.source.story_markup import may_lead_within
from showcase.source.unreadable_error import UnreadableError
from showcase.source.yaml_tree import ScalarNode, SequenceNode, YamlTree, read_yaml

_NOTHING: Final[dict[str, Any]] = dict.fromkeys(Brand.model_fields)
_BLANK: Final = Brand.model_construct(**_NOTHING)
"""To be copied and filled, which takes a third of the time that making a brand does; its fields are in order."""
_CLAIMED: Final = ("name", "agency", "category", "level", "summary")


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that could be read as one of a brand, and is still to be checked."""

    file: BrandFile
    page: Page
    tree: YamlTree
    characters: list[Fault]


def read_brand_file(file: BrandFile, limits: Limits = USUAL_LIMITS, *, placed: bool = True) -> BrandReading:
    """Reads and validates one file; never raises for anything a file can hold.

    Unless ``placed``, claims have no place in the file: where nothing is wrong with it, that spares two thirds of the
    time, and :func:`showcase.source.catalogue_rules.check_files` asks again where something is.
    """
    return check_brand_file(open_brand_file(file, limits), limits, placed=placed)


def open_brand_file(file: BrandFile, limits: Limits = USUAL_LIMITS) -> Opened | BrandReading:
    """The first half of :func:`read_brand_file`: takes the file apart. What cannot be is read to the end with that."""
    try:
        page = read_page(file.path, file.shown, limits.file_bytes)
    except OSError as error:
        fault = Fault("unreadable-file", Place(file.shown), details={"problem_kind": name_cause(error)})
        return BrandReading(file, None, (fault,))
    except UnreadableError as refusal:
        return BrandReading(file, None, refusal.faults)
    characters = check_characters(page.source, page.body_line)
    block = blank_controls(page.front_matter) if characters else page.front_matter
    try:
        tree = read_yaml(page.source, block, 2, max_depth=limits.nesting, max_items=limits.list_items)
    except UnreadableError as refusal:
        return BrandReading(file, None, (*characters, *_blame_parents(page, refusal.faults)))
    return Opened(file, page, tree, characters)


def check_brand_file(
    opened: Opened | BrandReading, limits: Limits = USUAL_LIMITS, *, placed: bool = True
) -> BrandReading:
    """The second half: validates what the file holds; ``placed`` as for the whole."""
    return opened if isinstance(opened, BrandReading) else _check(opened, limits, placed=placed)


def validate_front_matter(tree: YamlTree) -> tuple[FrontMatter | None, list[Fault]]:
    """The front matter as a typed value, or why it is none."""
    faults = list(tree.faults)
    if tree.has_empty_keys:
        from showcase.source.field_faults import explain_empty_keys  # What no sound file needs takes long to import.

        faults += explain_empty_keys(tree, FrontMatter)
    try:
        front = FrontMatter.model_validate(tree.data)
    except ValidationError as error:
        from showcase.source.field_faults import drop_told, explain_errors  # As above.

        found = explain_errors(error, tree, FrontMatter)
        return None, drop_told(faults, found) + found
    return front, faults


def _check(opened: Opened, limits: Limits, *, placed: bool) -> BrandReading:
    file, page, tree = opened.file, opened.page, opened.tree
    front, faults = validate_front_matter(tree)
    if faults:
        faults = _blame_slips(page, tree, faults)
    faults += [*opened.characters, *advise_texts(tree)]
    if front is not None:
        faults += advise_brand(front, tree)
        faults += find_samples(front, tree)
    excess = find_excess(page.body, limits.story)
    if excess is not None:
        return BrandReading(file, None, (*faults, explain_excess(page, excess)), tuple(_iterate_fields(tree)))
    faults += find_story_faults(page)
    folder = Path(file.path).parent if file.has_folder else None
    attachments = read_attachments(folder, file.slug, file.shown.rpartition("/")[0], page, tree, limits)
    faults += attachments.faults
    if may_lead_within(page.body):
        faults += _list_dead_links(page, attachments)
    brand = None if front is None or has_errors(faults) else _as_brand(front, file, page, attachments.images)
    return BrandReading(
        file, brand, tuple(faults), tuple(_iterate_claims(page, tree)) if placed else _list_claims(file, page, tree)
    )


def _list_dead_links(page: Page, attachments: Attachments) -> list[Fault]:
    # Few stories have a link within the site.
    from showcase.source.dead_links import iterate_dead_links

    return list(islice(iterate_dead_links(page, attachments.names, attachments.documents), MAX_REPORTED))


def _blame_parents(page: Page, faults: Sequence[Fault]) -> list[Fault]:
    # Most files have no fault.
    from showcase.source.commented_parents import blame_parents

    return blame_parents(page, faults)


def _blame_slips(page: Page, tree: YamlTree, faults: Sequence[Fault]) -> list[Fault]:
    from showcase.source.run_on_quotes import blame_run_on_quotes
    from showcase.source.wide_colons import blame_wide_colons

    return blame_run_on_quotes(tree, _blame_parents(page, blame_wide_colons(tree.source, faults)))


def _as_brand(front: FrontMatter, file: BrandFile, page: Page, images: Mapping[str, Image]) -> Brand:
    added = {"slug": file.slug, "body": page.body, "source": file.source, "images": images}
    return _BLANK.model_copy(update=vars(front) | added)


def _iterate_claims(page: Page, tree: YamlTree) -> Iterator[Claim]:
    yield from _iterate_fields(tree)
    for link in find_brand_links(page.body):
        yield Claim("", link.name, page.place_in_body(link.offset, link.length))


def _list_claims(file: BrandFile, page: Page, tree: YamlTree) -> tuple[Claim, ...]:
    """The claims with no place but the file."""
    data, place = tree.data, Place(file.shown)
    aliases = data.get("aliases")
    fields = [(field, data.get(field)) for field in _CLAIMED]
    fields += [(f"aliases[{index}]", alias) for index, alias in enumerate(aliases if isinstance(aliases, list) else ())]
    fields += [("", link.name) for link in find_brand_links(page.body)]
    return tuple(_claim(field, text, place) for field, text in fields if isinstance(text, str))


def _claim(field: str, text: str, place: Place) -> Claim:
    text = text.strip() if field else text
    return Claim(field, digest_summary(text) if text and field == "summary" else text, place)


def _iterate_fields(tree: YamlTree) -> Iterator[Claim]:
    values = tree.root.values
    for field in _CLAIMED:
        node = values.get(field)
        if isinstance(node, ScalarNode) and isinstance(node.value, str):
            yield _claim(field, node.value, tree.place(node))
    aliases = values.get("aliases")
    for index, item in enumerate(aliases.items if isinstance(aliases, SequenceNode) else ()):
        if isinstance(item, ScalarNode) and isinstance(item.value, str):
            yield _claim(f"aliases[{index}]", item.value, tree.place(item))

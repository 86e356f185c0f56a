"""The faults of a story, and of addresses wherever they stand, each with its line."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Final

from showcase.model.faults import Fault
from showcase.model.id_numbers import find_id_numbers
from showcase.model.mobile_numbers import find_mobile_numbers
from showcase.source.brand_paths import find_brand_in_path
from showcase.source.brand_slips import find_brand_slips
from showcase.source.front_matter import Page
from showcase.source.mending import shorten
from showcase.source.merge_conflicts import find_conflicts
from showcase.source.story import find_pictures, is_elsewhere
from showcase.source.story_limits import Excess
from showcase.source.story_markup import find_refused

MAX_REPORTED: Final = 100
"""Most faults of one sort told of one story."""
_WIDE: Final = "（）［］【】"
_WORDLESS: Final = ("[](", "[ ", "[\t")
"""How a link without words begins."""


def explain_excess(page: Page, excess: Excess) -> Fault:
    """The fault of a story that passes a limit."""
    place = page.place_in_body(excess.offset)
    found, limit = (excess.thing, f"most_{excess.thing}") if excess.thing else ("found", "limit")
    return Fault(excess.code, place, details={found: excess.found, limit: excess.limit})


def find_story_faults(page: Page) -> Iterator[Fault]:
    """What a story that is within its limits may not hold."""
    yield from itertools.islice(find_conflicts(page.source), MAX_REPORTED)
    if page.source.has_private_numbers:
        yield from _find_numbers(page)
    text = page.source.text
    if "//localhost" in text or "//127." in text or "//0.0.0.0" in text:
        yield from _find_local(page)
    yield from _find_refusals(page)
    for slip in itertools.islice(find_brand_slips(page.body), MAX_REPORTED):
        place = page.place_in_body(slip.offset, len(slip.text))
        yield Fault("brand-link-form", place, details={"found": slip.text, "suggestion": slip.suggestion})
    if _may_hold_slips(page.body):
        yield from _find_link_slips(page)
    if "＃" in page.body or ("**" in page.body and _may_hold_loose_marks(page.body)):
        yield from _find_mark_slips(page)
    if "    " in page.body or "\t" in page.body:
        yield from _find_indented(page)
    if _may_hold_bare_rows(page.body):
        yield from _find_table_slips(page)


def _find_refusals(page: Page) -> Iterator[Fault]:
    for refusal in itertools.islice(find_refused(page.body), MAX_REPORTED):
        if refusal.code == "story-link" and _is_told_of_picture(page, refusal.offset):
            continue
        place = page.place_in_body(refusal.offset, len(refusal.text))
        details = {"found": refusal.text}
        if refusal.code == "story-link" and (brand := find_brand_in_path(refusal.text)):
            details["suggestion"] = brand
        yield Fault(refusal.code, place, details=details)


def _is_told_of_picture(page: Page, offset: int) -> bool:
    """Whether an address is that of a picture elsewhere, which is told with what to do about a picture."""
    return any(
        picture.offset <= offset < picture.offset + picture.length and is_elsewhere(picture.name)
        for picture in find_pictures(page.body)
    )


def _may_hold_slips(body: str) -> bool:
    """Whether a look at its links in other signs can find any; seen at a glance, since few stories hold one."""
    if ("//" in body or "!" in body) and any(sign in body for sign in _WIDE):
        return True
    return any(sign in body for sign in _WORDLESS) or ("]" in body and "] (" in body)


def _may_hold_bare_rows(body: str) -> bool:
    """Whether a look at its rows can find a table that is none; most stories hold tables that are right."""
    if "\t" in body or "｜" in body:
        return True
    text = f"\n{body}\n\n"
    head = text.find("\n|")
    while head >= 0:
        end = text.index("\n", head + 1)
        below = text[end + 1 : text.index("\n", end + 1)]
        if "-" not in below or below.strip(" |:-") or below.count("|") != text.count("|", head, end):
            return True
        head = text.find("\n|", text.index("\n\n", end))
    return False


def _find_local(page: Page) -> Iterator[Fault]:
    from showcase.source.local_addresses import find_local_addresses  # What hardly a file needs.

    yield from itertools.islice(find_local_addresses(page), MAX_REPORTED)


def _find_link_slips(page: Page) -> Iterator[Fault]:
    # What few stories need takes longer to import than a story to read.
    from showcase.source.link_slips import find_link_slips, find_picture_slips, find_wordless_links

    for slip in itertools.islice(find_link_slips(page.body), MAX_REPORTED):
        place = page.place_in_body(slip.offset, len(slip.text))
        yield Fault("link-form", place, details={"found": slip.text, "suggestion": slip.suggestion})
    for slip in itertools.islice(find_picture_slips(page.body), MAX_REPORTED):
        place = page.place_in_body(slip.offset, len(slip.text))
        yield Fault("link-form", place, details={"found": slip.text, "picture": slip.suggestion, "sign": "!"})
    for link in itertools.islice(find_wordless_links(page.body), MAX_REPORTED):
        details = {"found": shorten(link.text)} | ({"suggestion": link.suggestion} if link.suggestion else {})
        yield Fault("link-without-words", page.place_in_body(link.offset, len(link.text)), details=details)


def _may_hold_loose_marks(body: str) -> bool:
    """Whether a look at its strong words can find any that are none; most that hold any hold only right ones."""
    parts = body.split("**")
    return len(parts) % 2 == 0 or any(part != part.strip() for part in parts[1::2])


def _find_mark_slips(page: Page) -> Iterator[Fault]:
    from showcase.source.mark_slips import find_heading_slips, find_strong_slips  # As above.

    for code, slips in (
        ("story-heading", find_heading_slips(page.body)),
        ("story-strong", find_strong_slips(page.body)),
    ):
        for slip in itertools.islice(slips, MAX_REPORTED):
            details = {"found": shorten(slip.text), "suggestion": slip.suggestion}
            yield Fault(code, page.place_in_body(slip.offset, len(slip.text)), details=details)


def _find_indented(page: Page) -> Iterator[Fault]:
    from showcase.source.indented_prose import find_indented_prose  # As above.

    for one in itertools.islice(find_indented_prose(page.body), MAX_REPORTED):
        place = page.place_in_body(one.offset, page.body.index(one.text, one.offset) - one.offset)
        yield Fault("story-indented", place, details={"found": shorten(one.text)})


def _find_table_slips(page: Page) -> Iterator[Fault]:
    from showcase.source.table_slips import find_table_slips  # As above.

    for slip in itertools.islice(find_table_slips(page.body), MAX_REPORTED):
        place = page.place_in_body(slip.offset, len(slip.text))
        details = {"found": shorten(slip.text), "row": slip.row, "rule": slip.rule}
        yield Fault("story-table", place, details=details)


def _find_numbers(page: Page) -> Iterator[Fault]:
    for code, numbers in (
        ("mobile-in-text", find_mobile_numbers(page.body)),
        ("id-number-in-text", find_id_numbers(page.body)),
    ):
        for offset, number in itertools.islice(numbers, MAX_REPORTED):
            yield Fault(code, page.place_in_body(offset, len(number)), details={"found": number})

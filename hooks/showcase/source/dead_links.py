"""Links of a story that lead to nothing on the site: a file of the repository, a website without its https://."""

from __future__ import annotations

import difflib
import html
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote

from showcase.model.faults import Fault
from showcase.model.values import is_email, is_file_name
from showcase.source.brand_paths import find_brand_in_path
from showcase.source.brand_slips import is_address
from showcase.source.front_matter import Page
from showcase.source.images import is_picture_name
from showcase.source.mending import mend_file_name, shorten
from showcase.source.slug import is_slug
from showcase.source.story import Reference, find_pictures
from showcase.source.story_code import blank_code
from showcase.source.story_headings import find_headings, name_heading
from showcase.source.story_markup import (
    Address,
    Definition,
    is_allowed_address,
    is_relative_address,
    read_definition,
    read_link,
    read_tag,
)

_MARK: Final = re.compile(r"(?<!\\)\]\(|\]:|<a\s", re.IGNORECASE)
_THERE: Final = frozenset({"", ".", "index.html", "brand.json"})
"""What lies beside the page of a brand, whatever it names, or is the page itself."""
_WEBSITE: Final = re.compile(
    r"(?:[\w-]{1,63}\.)+(?:cn|com|net|org|gov|edu|info|top|xyz|cc|tv|中国|政务|公益|公司|网络)(?:[/?#]|\Z)",
    re.IGNORECASE,
)
_SIGNS: Final = re.compile(r"(https?)([\s:：/／]{1,9})(?=[^\s:：/／])", re.IGNORECASE)
"""How an address on the web begins, in whatever signs."""
_SECTIONS: Final = (
    *("meaning", "service", "commitments", "management", "culture", "phases", "results", "honours", "cases"),
    *("gallery", "story", "supervision", "related"),
)
_PARTS: Final = frozenset({"top", "main", *_SECTIONS, *(f"h-{one}" for one in _SECTIONS)})
"""What the parts of a brand's page are called in addresses; which of them a brand has is not asked here."""
_NUMBER: Final = re.compile(r"-[0-9]+\Z")
_SHOWN: Final = 5
"""Headings that are named."""
_MARKDOWN: Final = (".md", ".markdown")
_DOCUMENTS: Final = (".pdf", ".doc", ".docx", ".wps", ".xls", ".xlsx", ".ppt", ".pptx", ".ofd")
_LONGEST: Final = 300
"""Characters of an address that is guessed at."""


def iterate_dead_links(page: Page, names: Collection[str], documents: Collection[str]) -> Iterator[Fault]:
    """The faults of links within the site that lead nowhere, or to a brand in a way that does not follow it.

    ``names`` are all that lie beside the story; of these ``documents`` alone are published under their names. Of
    addresses that begin with ``../`` those of Markdown alone are judged: which pages there are elsewhere is not known
    here.
    """
    pictures = find_pictures(page.body)
    headings: dict[str, str] | None = None
    for address in _find_addresses(page.body, pictures):
        if address.text.startswith("#"):
            headings = find_headings(page.body) if headings is None else headings
            if details := _explain_fragment(address.text, headings):
                place = page.place_in_body(address.offset, len(address.text))
                yield Fault("story-dead-link", place, details=details)
            continue
        path = _read_path(address.text)
        if path in documents:
            continue
        is_dead = _is_dead(address.text, path)
        brand = "" if is_dead or not is_relative_address(address.text) else find_brand_in_path(path)
        if not is_dead and not brand:
            continue
        if any(one.offset <= address.offset < one.offset + one.length for one in pictures):
            continue
        place = page.place_in_body(address.offset, max(1, len(address.text)))
        if brand:
            yield Fault("brand-by-path", place, details={"found": shorten(address.text), "suggestion": brand})
            continue
        details = {"found": shorten(address.text), **_explain(address.text, path, names, documents)}
        if any(one.name == path for one in pictures):
            details["shown"] = path
        yield Fault("story-dead-link", place, details=details)


def _find_addresses(body: str, pictures: tuple[Reference, ...]) -> Iterator[Address]:
    """The addresses of a story: within the text, on lines of their own but for those of pictures, and in HTML."""
    text = blank_code(body)
    labelled = {one.name for one in pictures if body[one.offset + one.length - 1] == "]"}
    for found in _MARK.finditer(text):
        if found[0] == "](":
            address = read_link(text, found.end())
            if address.is_whole:
                yield address
        elif found[0] == "]:":
            line = read_definition(text, found.start())
            if line and _is_of_link(line) and unquote(line.address.text) not in labelled:
                yield line.address
        elif tag := read_tag(text, found.start()):
            yield tag


def _explain_fragment(address: str, headings: Mapping[str, str]) -> dict[str, str]:
    """What is wrong with ``#words``; nothing where a heading of the story or a part of the page is called so."""
    written = unquote(html.unescape(address[1:])).strip()
    name = name_heading(written.removeprefix("story-"))
    # Of headings that are alike all but the first have a number.
    if not written or written in _PARTS or name in headings or _NUMBER.sub("", name) in headings:
        return {}
    found = {"found": shorten(address), "fragment": shorten(written), "sign": "#"}
    if close := difflib.get_close_matches(name, headings, n=1):
        return {**found, "suggestion": f"#{close[0]}"}
    return {**found, "headings": ", ".join(f"#{one}" for one in [*headings][:_SHOWN])} if headings else found


def _is_of_link(line: Definition) -> bool:
    """Whether a link may have its address there; what begins with a circumflex is a footnote, and told as that."""
    return line.is_used and line.address.is_whole and not line.label.startswith("^")


def _read_path(address: str) -> str:
    return unquote(re.split(r"[?#]", html.unescape(address), maxsplit=1)[0]).strip().removeprefix("./")


def _is_dead(address: str, path: str) -> bool:
    if is_address(address) or not is_allowed_address(address):
        return False  # Told as what it is.
    signs = _SIGNS.match(html.unescape(address))
    if signs:
        return signs[2] != "://"
    if not is_relative_address(address) or (address and path in _THERE):
        return False
    return path.lower().endswith(_MARKDOWN) or not path.startswith("..")


def _explain(address: str, path: str, names: Collection[str], documents: Collection[str]) -> dict[str, str]:
    """What the hint is made of."""
    if suggestion := suggest_address(address, path):
        # Whether there is such a brand is not known here; a hand-written page may be meant.
        is_sure = not (path.lower().endswith(_MARKDOWN) and suggestion.startswith("brand:"))
        return {"suggestion" if is_sure else "perhaps": suggestion}
    name = path.rpartition("/")[2]
    named = next((one for one in sorted(documents) if one.casefold() == name.casefold()), "")
    if named:
        return {"suggestion": named}
    if is_picture_name(name):
        return {"picture": name}
    if not name.lower().endswith(_DOCUMENTS):
        return {}
    document = str(PurePosixPath(name).with_suffix(".pdf"))
    if document == path and path in names and is_file_name(path):
        return {"beside": path}
    return {"document": document if is_file_name(document) else mend_file_name(document) or ""}


def suggest_address(address: str, path: str) -> str:
    """What may be meant by an address that leads nowhere; empty where that cannot be made out."""
    if len(address) > _LONGEST:
        return ""
    if _SIGNS.match(address):
        return _SIGNS.sub(lambda found: f"{found[1].lower()}://", address, count=1)
    if _WEBSITE.match(address):
        return f"https://{address}"
    if is_email(address):
        return f"mailto:{address}"
    parts = [part for part in path.split("/") if part not in ("", ".", "..", "brands")]
    if path.lower().endswith(_MARKDOWN) and parts:
        stem = parts.pop().rpartition(".")[0]
        slug = parts.pop() if stem == "index" and parts else stem
        return f"brand:{slug}" if not parts and slug != "index" and is_slug(slug) else ""
    return find_brand_in_path(path)

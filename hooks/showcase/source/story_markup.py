"""What a story may not hold: HTML that would be taken out, links that lead astray, signs that mean nothing here.

The page is made by :mod:`showcase.views.body`, which cleans what it makes by the lists below. This module tells an
editor beforehand, with its line, what would be lost there.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple
from urllib.parse import unquote

from showcase.source.story_code import blank_code

TAGS: Final = frozenset(
    {
        *("p", "br", "hr", "strong", "em", "del", "sup", "sub", "code", "pre", "blockquote"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li"),
        *("table", "thead", "tbody", "tr", "th", "td", "a", "img"),
    }
)
"""HTML elements of a story; all that Markdown makes, and no more."""
ATTRIBUTES: Final[Mapping[str, frozenset[str]]] = {
    "a": frozenset({"href", "title"}),
    "img": frozenset({"src", "alt", "title"}),
    "th": frozenset({"align"}),
    "td": frozenset({"align"}),
    "ol": frozenset({"start"}),
}
SCHEMES: Final = frozenset({"http", "https", "mailto", "tel", "brand"})
"""Beginnings of addresses that a link may have; ``brand:`` names another brand."""

_SUSPECT: Final = re.compile(r"<[A-Za-z/!?]|\]\(|\]:|\{[ :]*[#.]|\{:|\[\^")
_TAG: Final = re.compile(r"<(/?)([A-Za-z][^\s/<>]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
_UNCLOSED: Final = re.compile(r"<[^\n]{0,20}")
_AUTOLINK: Final = re.compile(r"<((?:https?|ftp)://[^<>\s]*|[^<>\s!/@\"'=]+@[^<>\s@]+)>", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(r"([^\s=/\"'<>]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?")
_ADDRESS: Final = re.compile(r"\s{0,100}(?:<([^<>\n]*)>|((?:[^()\n]|\n(?!\s*\n)|\([^()\n]*\)){0,2000}))")
_TITLE: Final = re.compile(r"\s[\"'].*", re.DOTALL)
_DEFINITION: Final = re.compile(r"[ ]*+(?:\n[ ]*+)?<?([^\s<>]+)")
_WITHIN: Final = re.compile(r"\]\((?!brand:|https?://[^\s/])")
_LABEL: Final = re.compile(r"^(?:[ \t>]|[-*+] ){0,20}\[([^\[\]\n]{1,200})$")
_ATTRIBUTE_LIST: Final = re.compile(r"\{[ :]*[#.][\w-][^{}\n]*\}|\{:[^{}\n]*\}")
_SCHEME: Final = re.compile(r"([^/?#]*?):")
_IGNORED: Final = re.compile(r"[\x00-\x20\x7f-\x9f]+")
"""What browsers take out of an address before they read it."""
_DEPTH: Final = 2
"""How many folders the page of a brand lies below the root of the site."""
_LONGEST: Final = 300
"""Characters of a title."""
_SHOWN: Final = 60


class Refusal(NamedTuple):
    """Something in a story that cannot be shown as it is meant."""

    code: str
    """Kind of fault."""
    offset: int
    """Where it stands, in characters from the start of the body."""
    text: str
    """What stands there, cut where it is long."""


class Address(NamedTuple):
    """Where a link or a picture leads."""

    text: str
    offset: int
    """Where it stands, in characters from the start of the body."""
    is_whole: bool
    """Whether a bracket closes it, or on a line of its own nothing but a title follows; else there is no link."""


class Definition(NamedTuple):
    """An address on a line of its own: ``[name]: address``."""

    label: str
    start: int
    """Where its bracket opens."""
    is_used: bool
    """Whether the label stands elsewhere too."""
    address: Address


def find_refused(body: str) -> Iterator[Refusal]:
    """Everything in a story that would be taken out or would not work; code is passed over.

    The story is within the limits of :mod:`showcase.source.story_limits`.
    """
    if not ("<" in body or "]" in body or "{" in body or "[" in body) or not _SUSPECT.search(body):
        return
    text = blank_code(body)
    after = 0
    for found in _SUSPECT.finditer(text):
        if found.start() < after:
            continue
        refusal = _look_at(text, found)
        if refusal is not None:
            after = refusal.offset + len(refusal.text)
            yield Refusal(refusal.code, refusal.offset, _shorten(refusal.text))


def may_lead_within(body: str) -> bool:
    """Whether a story may have a link to a place in the site; seen at a glance, since few have one."""
    # One character is sought far faster than two.
    if "]" in body and (_WITHIN.search(body) or "]:" in body):
        return True
    return "<" in body and ("<a" in body or "<A" in body)


def is_allowed_address(address: str) -> bool:
    """Whether a link may have an address: of a known scheme, or a relative one that stays in the site."""
    plain = _read_as_browsers_do(address)
    scheme = _SCHEME.match(plain)
    if scheme:
        return scheme[1].lower() in SCHEMES
    return stays_inside(plain)


def is_relative_address(address: str) -> bool:
    """Whether a link may have an address, and it leads to a place in the site."""
    plain = _read_as_browsers_do(address)
    return not _SCHEME.match(plain) and stays_inside(plain)


def stays_inside(address: str) -> bool:
    """Whether a relative address, seen from the page of a brand, leads to a place in the site."""
    path = unquote(re.split(r"[?#]", address, maxsplit=1)[0])
    if "\\" in path or path.startswith("/") or ":" in path.split("/")[0]:
        return False
    depth = _DEPTH
    for part in path.split("/")[:-1] if not path.endswith("..") else path.split("/"):
        depth += -1 if part == ".." else part not in ("", ".")
        if depth < 0:
            return False
    return True


def read_link(text: str, end: int) -> Address:
    """The address of a link or a picture whose words end there, just behind the bracket that opens the address."""
    found = _ADDRESS.match(text, end)
    if found is None:
        return Address("", end, is_whole=False)
    group = 2 if found[1] is None else 1
    is_whole = text.startswith(")", found.end()) or (group == 1 and ")" in text[found.end() : found.end() + _LONGEST])
    return Address(_TITLE.sub("", found[group]).rstrip(), found.start(group), is_whole)


def read_definition(text: str, start: int) -> Definition | None:
    """The address on a line of its own, whose label's last bracket stands there."""
    found = _DEFINITION.match(text, start + 2)
    line = _LABEL.match(text[text.rfind("\n", 0, start) + 1 : start])
    if found is None or line is None:
        return None
    opens = start - len(line[1]) - 1
    label = f"[{line[1].lower()}]"
    is_used = label in text[: opens + 1].lower() or label in text[start + 1 :].lower()
    rest = text[found.end() :].partition("\n")[0].lstrip(" >")
    return Definition(line[1], opens, is_used, Address(found[1], found.start(1), rest[:1] in ("", '"', "'", "(")))


def read_tag(text: str, start: int) -> Address | None:
    """The address of an HTML link that opens there and is taken."""
    tag = _TAG.match(text, start)
    if tag is None or not _are_allowed(tag[2].lower(), tag[3]):
        return None
    found = next((one for one in _ATTRIBUTE.finditer(tag[3]) if one[1].lower() == "href" and one[2]), None)
    if found is None:
        return None
    quote = found[2][0] in "\"'"
    return Address(found[2][quote : len(found[2]) - quote], tag.start(3) + found.start(2) + quote, is_whole=True)


def _read_as_browsers_do(address: str) -> str:
    return _IGNORED.sub("", html.unescape(address))


def _look_at(text: str, found: re.Match[str]) -> Refusal | None:
    sign = found[0]
    if sign[0] == "<":
        return _look_at_tag(text, found.start())
    if sign == "](":
        return _look_at_link(text, found.end())
    if sign == "]:":
        return _look_at_definition(text, found.start())
    if sign == "[^":
        return Refusal("story-footnote", found.start(), text[found.start() : text.find("]", found.start()) + 1] or sign)
    listed = _ATTRIBUTE_LIST.match(text, found.start())
    return Refusal("story-attributes", found.start(), listed[0]) if listed else None


def _look_at_tag(text: str, start: int) -> Refusal | None:
    auto = _AUTOLINK.match(text, start)
    if auto:
        return None if is_allowed_address(auto[1]) else Refusal("story-link", start, auto[0])
    if text.startswith("<!--", start):
        end = text.find("-->", start)
        return Refusal("story-comment", start, text[start : end + 3 if end > 0 else len(text)])
    tag = _TAG.match(text, start)
    if tag is None:
        end = text.find(">", start, start + 1_000)
        return Refusal("story-html", start, text[start : end + 1] if end > 0 else _UNCLOSED.findall(text, start)[0])
    if tag[2].lower() in TAGS and _are_allowed(tag[2].lower(), tag[3]):
        return None
    return Refusal("story-html", start, tag[0])


def _are_allowed(name: str, attributes: str) -> bool:
    rest = _ATTRIBUTE.sub("", attributes).strip(" \t\n/")
    return not rest and all(
        key.lower() in ATTRIBUTES.get(name, ()) and (key.lower() != "href" or is_allowed_address(value.strip("\"'")))
        for key, value in _ATTRIBUTE.findall(attributes)
    )


def _look_at_link(text: str, end: int) -> Refusal | None:
    address = read_link(text, end).text
    return None if is_allowed_address(address) else Refusal("story-link", end, address)


def _look_at_definition(text: str, start: int) -> Refusal | None:
    found = read_definition(text, start)
    if found is None:
        return None
    if not found.is_used:
        return Refusal("story-lost-line", found.start, f"[{found.label}]:")
    return (
        None
        if is_allowed_address(found.address.text)
        else Refusal("story-link", found.address.offset, found.address.text)
    )


def _shorten(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"

"""What an experienced editor would say of one brand, and what no field may hold though its form allows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from showcase.model.brand import FrontMatter
from showcase.model.faults import Fault
from showcase.model.id_numbers import find_id_numbers
from showcase.model.management import SupervisionType
from showcase.model.mobile_numbers import find_mobile_numbers
from showcase.model.phone_numbers import dial_number
from showcase.model.values import is_phone
from showcase.source.characters import check_value
from showcase.source.list_advice import advise_lists
from showcase.source.mending import shorten, write_text
from showcase.source.schema import Path, field_name
from showcase.source.signs_around import take_signs_off
from showcase.source.yaml_tree import MappingNode, Node, ScalarNode, SequenceNode, YamlTree

_LONG_NAME: Final = 8
_SLOGAN: Final = range(6, 13)
_LOW_RATE: Final = 10
"""Per cent below which nobody would show how content those served are."""
_HTML: Final = re.compile(r"</?[A-Za-z][^<>]*>|<!--|&(?:[A-Za-z][A-Za-z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_ADDRESS: Final = re.compile(r"https?://\S*", re.IGNORECASE)


def advise_texts(tree: YamlTree) -> Iterator[Fault]:
    """Faults of texts wherever they stand: HTML, private numbers."""
    if not (_may_hold_html(tree.source.text) or tree.may_hold_escapes or tree.source.has_private_numbers):
        return
    for path, node in iterate_texts(tree.root, ()):
        yield from check_value(node.raw, tree.place(node), field_name(path))
        if _ADDRESS.fullmatch(node.raw):
            continue
        html = _HTML.search(node.raw)
        if html:
            yield Fault("html-in-text", tree.place(node), field_name(path), {"found": shorten(html[0])})
        for _, number in find_mobile_numbers(node.raw) if path[-1] not in ("phone", "value") else ():
            yield Fault("mobile-in-text", tree.place(node), field_name(path), {"found": number})
        for _, number in find_id_numbers(node.raw):
            yield Fault("id-number-in-text", tree.place(node), field_name(path), {"found": number})


def advise_brand(front: FrontMatter, tree: YamlTree) -> Iterator[Fault]:
    """Warnings and advice about sound front matter."""
    if len(front.name) > _LONG_NAME:
        yield Fault("name-long", tree.place_of("name"), "name", {"count": str(len(front.name))})
    if len(front.slogan) not in _SLOGAN:
        yield Fault("slogan-length", tree.place_of("slogan"), "slogan", {"count": str(len(front.slogan))})
    for key, text in (("name", front.name), ("slogan", front.slogan)):
        if (plain := take_signs_off(text, is_name=key == "name")) != text:
            details = {"found": text, "suggestion": f"{key}: {write_text(plain)}"}
            yield Fault("signs-around", tree.place_of(key), key, details)
    yield from _advise_rate(front, tree)
    yield from _advise_phones(front, tree)
    if not front.sources:
        yield Fault("no-sources", tree.source.place(1, 1, len(tree.source.line(1))), "sources")
    for index, case in enumerate(front.cases):
        cases = None if case.consent else tree.root.values["cases"]
        if isinstance(cases, SequenceNode):
            yield Fault("case-without-consent", tree.place(cases.items[index]), f"cases[{index}]")
    yield from advise_lists(tree)


def _advise_rate(front: FrontMatter, tree: YamlTree) -> Iterator[Fault]:
    """A rate that was meant as a fraction of one, 0.98, and would be shown as less than one per cent."""
    satisfaction = front.management.satisfaction
    if satisfaction is None or satisfaction.rate >= _LOW_RATE:
        return
    path = ("management", "satisfaction", "rate")
    rate = satisfaction.rate
    details = {"found": str(rate)}
    if 0 < rate <= 1:
        details["suggestion"] = f"rate: {(rate * 100).normalize():f}"
    yield Fault("rate-low", tree.place(tree.find(path)), field_name(path), details)


def _advise_phones(front: FrontMatter, tree: YamlTree) -> Iterator[Fault]:
    """Numbers of which no whole one can be made out: the page has no link for them."""
    if front.contact.phone and not dial_number(front.contact.phone):
        yield _explain_phone(tree, ("contact", "phone"), front.contact.phone)
    for index, channel in enumerate(front.service.channels):
        if channel.phone and not dial_number(channel.phone):
            yield _explain_phone(tree, ("service", "channels", index, "phone"), channel.phone)
    for index, way in enumerate(front.management.supervision):
        # What is told in words is no number that lacks something.
        if way.type is SupervisionType.HOTLINE and not dial_number(way.value) and is_phone(way.value):
            yield _explain_phone(tree, ("management", "supervision", index, "value"), way.value)


def _explain_phone(tree: YamlTree, path: Path, phone: str) -> Fault:
    return Fault("phone-unclear", tree.place(tree.find(path)), field_name(path), {"found": shorten(phone)})


def _may_hold_html(text: str) -> bool:
    """Whether HTML stands anywhere in a file, most often none; one character is sought far faster than a pattern."""
    return ("<" in text or "&" in text) and _HTML.search(text) is not None


def iterate_texts(node: Node, path: Path) -> Iterator[tuple[Path, ScalarNode]]:
    """Every text below a node, each after its path."""
    if isinstance(node, ScalarNode):
        if isinstance(node.value, str):
            yield path, node
    elif isinstance(node, MappingNode):
        for name, value in node.values.items():
            yield from iterate_texts(value, (*path, name))
    else:
        for index, item in enumerate(node.items):
            yield from iterate_texts(item, (*path, index))

"""Related brands: who, in which order, and never oneself."""

from collections.abc import Callable
from typing import Any

import pytest

from showcase.catalogue.catalogue import Catalogue
from showcase.catalogue.relations import find_neighbours, find_related

ME = {"agency": "office", "category": "desk", "tags": ["水", "路"], "level": "city"}
APART = {"agency": "harbour", "category": "road"}
NEAR = {
    "agency": {"agency": "office", "category": "road"},
    "tag": {**APART, "tags": ["水"]},
    "area": {"agency": "harbour", "category": "desk"},
}


@pytest.mark.parametrize(
    ("others", "related"),
    [
        pytest.param({}, "", id="alone"),
        pytest.param({"a": APART}, "", id="nothing in common"),
        pytest.param({"a": {**APART, "level": "city"}}, "", id="too little in common"),
        pytest.param({"a": {"status": "retired"}, "b": {"status": "draft"}}, "", id="not listed"),
        pytest.param({name: NEAR[name] for name in ("area", "tag", "agency")}, "agency tag area", id="by group"),
        pytest.param({"both": {**NEAR["tag"], "agency": "office"}, "tag": NEAR["tag"]}, "both tag", id="each once"),
        pytest.param({name: {} for name in "edcba"}, "a b c d", id="four at most, as listed"),
        pytest.param({name: {} for name in ("a", "b", "n", "o")}, "n o a b", id="those after it, then from the top"),
    ],
)
def test_related(make_catalogue: Callable[..., Catalogue], others: dict[str, Any], related: str) -> None:
    for shuffled in (others, dict(reversed(others.items()))):
        catalogue = make_catalogue({"me": ME, **shuffled})
        assert " ".join(one.entry.slug for one in find_related(catalogue, catalogue.by_slug["me"])) == related


@pytest.mark.parametrize(("count", "found"), [(0, 0), (1, 1), (9, 5)])
def test_as_many_as_asked_for(make_catalogue: Callable[..., Catalogue], count: int, found: int) -> None:
    catalogue = make_catalogue({name: {} for name in "abcdef"})
    assert len(find_related(catalogue, catalogue.by_slug["a"], count)) == found


def test_a_retired_brand_is_related_to_what_is_listed(make_catalogue: Callable[..., Catalogue]) -> None:
    catalogue = make_catalogue({"old": {"status": "retired"}, "new": {}})
    assert [one.entry.slug for one in find_related(catalogue, catalogue.by_slug["old"])] == ["new"]


@pytest.mark.parametrize(
    ("other", "bond", "word"),
    [
        (NEAR["agency"], "agency", ""),
        (NEAR["tag"], "tag", "水"),
        (NEAR["area"], "area", ""),
        ({**NEAR["area"], "tags": ["路"]}, "tag", "路"),
        ({**APART, "service": {"audience": ["企业"]}}, "audience", "企业"),
    ],
)
def test_the_reason_is_told(
    make_catalogue: Callable[..., Catalogue], other: dict[str, Any], bond: str, word: str
) -> None:
    catalogue = make_catalogue({"me": {**ME, "service": {"audience": ["个人", "企业"]}}, "other": other})
    relations = find_related(catalogue, catalogue.by_slug["me"])
    assert [(one.entry.slug, one.bond, one.word) for one in relations] == [("other", bond, word)]


WEB = {"type": "web", "url": "https://www.example.cn/a"}
HALL = {"type": "hall", "address": "和平路 1 号"}
APP = {"type": "app", "name": "市民通"}


@pytest.mark.parametrize(
    ("other", "bond", "word"),
    [
        pytest.param({"body": "与[我](brand:me)一起"}, "mention", "", id="the other names it"),
        pytest.param({}, "mention", "", id="it names the other"),
        pytest.param({"service": {"audience": ["企业"], "channels": [WEB]}}, "desk", "example.cn", id="website"),
        pytest.param({"service": {"audience": ["企业"], "channels": [HALL]}}, "desk", "和平路 1 号", id="hall"),
        pytest.param({"service": {"audience": ["企业"], "channels": [APP]}}, "desk", "市民通", id="app"),
        pytest.param({"service": {"audience": ["老人"], "channels": [WEB]}}, None, "", id="for others"),
        pytest.param(
            {"service": {"audience": ["企业"], "channels": [{"type": "hotline", "phone": "12345"}]}},
            "audience",
            "企业",
            id="a number alone",
        ),
    ],
)
def test_used_together(
    make_catalogue: Callable[..., Catalogue], other: dict[str, Any], bond: str | None, word: str
) -> None:
    channels = [WEB, HALL, APP, {"type": "hotline", "phone": "12345"}]
    me = {
        **ME,
        "service": {"audience": ["企业"], "channels": channels},
        "body": "还有[它](brand:named)和[我](brand:me)。",
    }
    slug = "named" if other == {} else "other"
    catalogue = make_catalogue({"me": me, slug: {**APART, **other}})
    relations = find_related(catalogue, catalogue.by_slug["me"])
    assert [(one.entry.slug, one.bond, one.word) for one in relations] == ([(slug, bond, word)] if bond else [])


def test_those_used_together_leave_room_for_others(make_catalogue: Callable[..., Catalogue]) -> None:
    together = {name: {**APART, "body": "[我](brand:me)"} for name in "abc"}
    catalogue = make_catalogue({"me": ME, **together, "x": {}, "y": {}})
    relations = find_related(catalogue, catalogue.by_slug["me"])
    assert [(one.entry.slug, one.bond) for one in relations] == [
        ("a", "mention"),
        ("b", "mention"),
        ("x", "agency"),
        ("y", "agency"),
    ]


@pytest.mark.parametrize(
    ("slug", "before", "after"), [("a", None, "c"), ("c", "a", "d"), ("d", "c", None), ("b", None, None)]
)
def test_neighbours_stand_in_the_same_area(
    make_catalogue: Callable[..., Catalogue], slug: str, before: str | None, after: str | None
) -> None:
    brands = {"a": {}, "b": {"category": "road"}, "c": {}, "d": {}, "x": {"status": "retired"}}
    catalogue = make_catalogue(brands)
    found = find_neighbours(catalogue, catalogue.by_slug[slug])
    assert tuple(one and one.slug for one in found) == (before, after)
    assert find_neighbours(catalogue, catalogue.by_slug["x"]) == (None, None)

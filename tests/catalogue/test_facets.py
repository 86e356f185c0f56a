"""Facets: their values, the order they stand in, the brands of each, and the addresses of what is named in words."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from showcase.catalogue.addresses import address_words, spell_name
from showcase.catalogue.catalogue import Catalogue
from showcase.catalogue.facets import Choice, build_facets, list_filled


def show(choices: Mapping[str, Choice]) -> list[str]:
    """Each value with the slugs of its brands."""
    return [f"{key}: {' '.join(entry.slug for entry in one.entries)}" for key, one in choices.items()]


BRANDS: dict[str, dict[str, Any]] = {
    "a": {
        "agency": "harbour",
        "category": "road",
        "level": "county",
        "since": "2014-06",
        "tags": ["水", "路", "水"],
        "service": {"audience": ["企业"], "channels": [{"type": "web"}, {"type": "hotline"}, {"type": "web"}]},
        "phases": {"publicity": {"status": "ongoing"}},
    },
    "b": {"agency": "office", "since": 2019, "tags": ["路"], "service": {"audience": ["企业", "个人"]}},
    "c": {"agency": "harbour", "since": "2014", "phases": {"appraisal": {"status": "done"}}},
    "d": {"agency": "office", "status": "retired", "tags": ["路"], "since": 1999},
}


@pytest.mark.parametrize(
    ("facet", "shown"),
    [
        ("area", ["desk: b c", "road: a"]),
        ("level", ["county: a"]),
        ("phase", ["appraisal: c", "publicity: a"]),
        ("year", ["2019: b", "2014: a c"]),
        ("agency", ["harbour: a c", "office: b"]),
        ("audience", ["qi-ye: a b", "ge-ren: b"]),
        ("channel", ["web: a", "hotline: a"]),
        ("tag", ["lu: a b", "shui: a"]),
    ],
)
def test_values_and_their_brands(make_catalogue: Callable[..., Catalogue], facet: Any, shown: list[str]) -> None:
    assert show(build_facets(make_catalogue(BRANDS))[facet]) == shown


def test_a_catalogue_without_brands_has_no_values(make_catalogue: Callable[..., Catalogue]) -> None:
    assert [list(choices) for choices in build_facets(make_catalogue({})).values()] == [[]] * 9


@pytest.mark.parametrize("slugs", ["", "a", "b", "c", "d", "b d", "a b c d"])
def test_facets_of_which_brands_have_values(make_catalogue: Callable[..., Catalogue], slugs: str) -> None:
    catalogue = make_catalogue({slug: BRANDS[slug] for slug in slugs.split()})
    filled = [name for name, choices in build_facets(catalogue).items() if choices]
    assert list(list_filled(catalogue)) == filled


def test_regions_are_those_of_the_agencies(make_catalogue: Callable[..., Catalogue]) -> None:
    catalogue = make_catalogue(BRANDS)
    known = {entry.slug for entry in catalogue.listed if catalogue.vocabulary.agencies[entry.agency].region}
    regions = build_facets(catalogue)["region"].values()
    assert {entry.slug for one in regions for entry in one.entries} == known


@pytest.mark.parametrize(
    ("words", "addresses"),
    [
        pytest.param(["基层医疗"], ["ji-ceng-yi-liao"], id="pinyin"),
        pytest.param(["12345热线", "App 办"], ["12345-re-xian", "app-ban"], id="figures and letters"),
        pytest.param(["报送", "抱送", "水"], ["bao-song-e9027ed9", "bao-song-9f936aa1", "shui"], id="pronounced alike"),
        pytest.param(["ABC", "abc"], ["abc-88a4d60f", "abc-63906248"], id="written alike"),
        pytest.param(["😀"], ["4b218c8f"], id="nothing that can be spelt"),
        pytest.param(["../x", "a/b?c=d&e"], ["x", "a-b-c-d-e"], id="what would mean something in an address"),
    ],
)
def test_addresses_are_plain_and_stable(words: list[str], addresses: list[str]) -> None:
    assert address_words(words) == dict(zip(words, addresses, strict=True))
    assert address_words(reversed(words)) == dict(zip(words, addresses, strict=True))


def test_a_long_word_has_an_address_of_bounded_length() -> None:
    first, second = "长" * 60, "长" * 59 + "短"
    addresses = address_words([first, second])
    assert len({*addresses.values()}) == 2
    assert all(len(address) <= 73 for address in addresses.values())


def test_names_are_ordered_by_pinyin() -> None:
    names = ["浙里办", "安心诊", "12345 热线", "粤省事", "Easy 办", "爱山东", "邻里帮"]
    assert sorted(names, key=spell_name) == ["12345 热线", "爱山东", "安心诊", "Easy 办", "邻里帮", "粤省事", "浙里办"]

"""The catalogue: the order of brands, who is listed, and the groups."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from showcase.catalogue.catalogue import Catalogue
from showcase.catalogue.entry import Entry

Make = Callable[..., Catalogue]
DONE, ONGOING, PLANNED = ({"status": status} for status in ("done", "ongoing", "planned"))


def list_slugs(groups: Mapping[Any, tuple[Entry, ...]]) -> list[tuple[Any, str]]:
    """The groups in their order, each with the slugs of its brands in theirs."""
    return [(key, " ".join(brand.slug for brand in brands)) for key, brands in groups.items()]


@pytest.mark.parametrize(
    ("brands", "order"),
    [
        pytest.param({}, "", id="none"),
        pytest.param({"b": {}, "a": {}, "c": {}}, "a b c", id="by slug"),
        pytest.param({"a": {"published": 2024}, "b": {"published": 2025}}, "b a", id="newest first"),
        pytest.param({"a": {}, "b": {"published": 1999}}, "b a", id="undated last"),
        pytest.param({"a": {"published": 2026}, "b": {"featured": True}}, "b a", id="featured first"),
        pytest.param(
            {"a": {"published": "2025"}, "b": {"published": "2025-02"}, "c": {"published": "2025-02-03"}},
            "c b a",
            id="a year stands before its months",
        ),
        pytest.param(
            {"a": {"published": 2024, "featured": True}, "b": {"published": 2025, "featured": True}, "c": {}},
            "b a c",
            id="featured by date",
        ),
    ],
)
def test_order(make_catalogue: Make, brands: dict[str, Any], order: str) -> None:
    for shuffled in (brands, dict(reversed(brands.items()))):
        assert " ".join(brand.slug for brand in make_catalogue(shuffled).entries) == order


@pytest.mark.parametrize(
    ("drafts", "shown", "listed"),
    [(False, ["old", "there"], ["there"]), (True, ["draft", "old", "there"], ["draft", "there"])],
)
def test_who_is_shown(make_catalogue: Make, drafts: bool, shown: list[str], listed: list[str]) -> None:
    statuses = {"there": {}, "draft": {"status": "draft"}, "old": {"status": "retired"}}
    catalogue = make_catalogue(statuses, drafts=drafts)
    assert [brand.slug for brand in catalogue.entries] == shown
    assert [brand.slug for brand in catalogue.listed] == listed
    assert list(catalogue.by_slug) == shown
    assert list_slugs(catalogue.by_agency) == [("office", " ".join(listed))]


def test_groups_stand_in_the_order_of_the_vocabulary(make_catalogue: Make) -> None:
    catalogue = make_catalogue(
        {
            "a": {"agency": "harbour", "category": "road", "level": "county", "tags": ["水", "路"]},
            "b": {"agency": "office", "category": "road", "level": "city", "tags": ["路"], "published": 2026},
            "c": {"agency": "harbour", "category": "desk"},
            "d": {"agency": "archive", "status": "retired", "tags": ["水"]},
        }
    )
    assert list_slugs(catalogue.by_agency) == [("office", "b"), ("harbour", "a c")]
    assert list_slugs(catalogue.by_category) == [("desk", "c"), ("road", "b a")]
    assert list_slugs(catalogue.by_level) == [("city", "b"), ("county", "a")]
    assert dict(list_slugs(catalogue.by_tag)) == {"路": "b a", "水": "a"}


@pytest.mark.parametrize(
    ("slugs", "entries"),
    [
        ([], ""),
        (["a"], "c a"),
        (["b"], "b"),
        pytest.param(["d"], "d", id="an agency and an area without a page have none"),
        pytest.param(["e"], "b c e", id="others tell that its agency and its area have a page"),
    ],
)
def test_a_catalogue_is_narrowed_to_some_brands(make_catalogue: Make, slugs: list[str], entries: str) -> None:
    catalogue = make_catalogue(
        {
            "a": {"agency": "harbour", "category": "road"},
            "b": {"agency": "office", "category": "desk", "published": 2026},
            "c": {"agency": "harbour", "category": "desk", "published": 2025},
            "d": {"agency": "archive", "category": "park", "status": "retired"},
            "e": {"agency": "harbour", "category": "desk", "status": "retired"},
        }
    )
    narrow = catalogue.narrow(slugs)
    assert " ".join(brand.slug for brand in narrow.entries) == entries
    assert set(narrow.vocabulary.agencies) == {brand.agency for brand in narrow.entries}
    for slug in slugs:
        own = catalogue.by_slug[slug]
        assert narrow.by_slug[slug] == own
        assert (own.agency in narrow.by_agency) == (own.agency in catalogue.by_agency)
        assert (own.category in narrow.by_category) == (own.category in catalogue.by_category)


@pytest.mark.parametrize(
    ("phases", "current"),
    [
        ({}, None),
        ({"appraisal": PLANNED}, None),
        ({"appraisal": DONE}, "appraisal"),
        ({"appraisal": DONE, "planning": DONE, "publicity": PLANNED}, "planning"),
        ({"appraisal": DONE, "planning": ONGOING, "implementation": DONE}, "planning"),
        ({"publicity": ONGOING, "implementation": ONGOING}, "implementation"),
    ],
)
def test_each_brand_stands_in_one_phase(make_catalogue: Make, phases: dict[str, Any], current: str | None) -> None:
    catalogue = make_catalogue({"a": {"phases": phases}})
    assert list_slugs(catalogue.by_phase) == ([(current, "a")] if current else [])


@pytest.mark.parametrize(
    ("level", "locale", "name"),
    [("city", "zh-Hans", "市级"), ("city", "en", "City"), ("county", "en", "县级"), (None, "en", "")],
)
def test_level_name(make_catalogue: Make, level: str | None, locale: str, name: str) -> None:
    catalogue = make_catalogue({"a": {"level": level}})
    assert catalogue.level_name(catalogue.by_slug["a"], locale) == name

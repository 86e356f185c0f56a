"""The catalogue in figures."""

from collections.abc import Callable
from typing import Any

import pytest

from showcase.catalogue.catalogue import Catalogue
from showcase.catalogue.figures import Figures, count_figures, count_met


def offer(*channels: tuple[str, str]) -> dict[str, Any]:
    return {"service": {"channels": [{"type": kind, "phone": phone} for kind, phone in channels]}}


@pytest.mark.parametrize(
    ("brands", "figures"),
    [
        pytest.param({}, Figures(0, 0, 0, 0, None, None), id="none"),
        pytest.param({"a": {}}, Figures(1, 1, 1, 0, None, None), id="least"),
        pytest.param({"a": {}, "b": {"agency": "harbour"}}, Figures(2, 2, 1, 0, None, None), id="bodies"),
        pytest.param({"a": {}, "b": {"category": "road"}}, Figures(2, 1, 2, 0, None, None), id="areas"),
        pytest.param({"a": {"since": "2014-06-25"}}, Figures(1, 1, 1, 0, 2014, 2014), id="one year"),
        pytest.param(
            {"a": {"since": 2019}, "b": {"since": "2003-05"}, "c": {}}, Figures(3, 1, 1, 0, 2003, 2019), id="years"
        ),
        pytest.param(
            {"a": offer(("hotline", "12345"), ("hotline", "96345")), "b": offer(("hotline", "12345"))},
            Figures(2, 1, 1, 2, None, None),
            id="each number once",
        ),
        pytest.param({"a": offer(("hall", "0000-1234567"))}, Figures(1, 1, 1, 0, None, None), id="a hall"),
        pytest.param(
            {"a": {"status": "retired", "since": 1999, **offer(("hotline", "12345"))}},
            Figures(0, 0, 0, 0, None, None),
            id="retired brands do not count",
        ),
    ],
)
def test_figures(make_catalogue: Callable[..., Catalogue], brands: dict[str, Any], figures: Figures) -> None:
    assert count_figures(make_catalogue(brands)) == figures


def test_what_brands_give_evidence_for(make_catalogue: Callable[..., Catalogue]) -> None:
    culture = {
        "culture": {"concept": "便民", "practice": "天天练"},
        "cases": [{"title": "甲", "text": "乙", "consent": True}],
    }
    counts = count_met(make_catalogue({"a": culture, "b": {}, "c": {**culture, "status": "retired"}}))
    assert (counts["culture"], counts["identity"]) == (1, 0)

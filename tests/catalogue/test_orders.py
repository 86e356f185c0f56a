"""The orders of all brands."""

from collections.abc import Callable

import pytest

from showcase.catalogue.catalogue import Catalogue
from showcase.catalogue.orders import Order, arrange

BRANDS = {
    "a": {"name": "浙里办", "since": "2019", "published": "2024-01-01", "featured": True},
    "b": {"name": "爱山东", "since": "2014-06", "published": "2025-02-02"},
    "c": {"name": "马上就办"},
    "d": {"name": "粤省事", "since": "2014", "published": "2025-02-02"},
    "x": {"status": "retired"},
}


@pytest.mark.parametrize(("order", "slugs"), [("newest", "bdac"), ("name", "bcda"), ("since", "bdac")])
def test_arrange(make_catalogue: Callable[..., Catalogue], order: Order, slugs: str) -> None:
    assert "".join(entry.slug for entry in arrange(make_catalogue(BRANDS), order)) == slugs

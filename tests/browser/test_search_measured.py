"""What `make bench` says of the search, on the demonstration: small there, and soon."""

from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.search import search_site


def test_a_search_is_measured(demonstration: Path, browser: Browser) -> None:
    figures = search_site(demonstration, 31, browser, rest=0)
    assert 5_000 < figures.names < 60_000
    assert figures.names + 80_000 < figures.whole < figures.most
    assert 0 < figures.median <= figures.longest

"""Every address that a file of the demonstration tells leads to a file of it, and pages tell their own."""

import html
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest

TOLD = {".html", ".xml", ".json", ".jsonl", ".jsonld", ".csv", ".txt", ".js", ".css"}
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"
RELATIVE = {".css": r"url\(\s*['\"]?([^'\")]+)", ".txt": r"\]\(([^)]+)\)"}
"""Addresses that a kind of file tells from where it lies."""


@pytest.fixture(scope="module")
def texts(demonstration: Path) -> dict[str, str]:
    """Every file of the site that may tell an address."""
    paths = sorted(path for path in demonstration.rglob("*") if path.suffix in TOLD)
    return {path.relative_to(demonstration).as_posix(): path.read_text(encoding="utf-8-sig") for path in paths}


@pytest.fixture(scope="module")
def pages(texts: dict[str, str]) -> dict[str, str]:
    """The pages that are to be found: those at old addresses lead on, and one is for what is missing."""
    pages = {name: text for name, text in texts.items() if name.endswith(".html") and name != "404.html"}
    return {name: text for name, text in pages.items() if 'http-equiv="refresh"' not in text}


def find_addresses(name: str, text: str, base: str) -> Iterator[str]:
    """The addresses within the site that a file tells, in full."""
    yield from map(html.unescape, re.findall(re.escape(base.rstrip("/")) + r"[^\s\"'<>(),;，；\\]*", text))
    pattern = RELATIVE.get(PurePosixPath(name).suffix)
    for found in re.findall(pattern, text) if pattern else ():
        address = urljoin(base + name, found)
        if address.startswith(base):
            yield address


def locate(address: str, base: str) -> str:
    """The file below the root that an address leads to."""
    path = unquote(urlsplit(address).path).removeprefix(urlsplit(base).path)
    return f"{path}index.html" if path.endswith("/") or not path else path


def test_every_address_leads_to_a_file(demonstration: Path, texts: dict[str, str], base: str) -> None:
    told = {(name, one) for name, text in texts.items() for one in find_addresses(name, text, base)}
    assert sorted((name, one) for name, one in told if not (demonstration / locate(one, base)).is_file()) == []
    # What tells of them at all; a pattern that finds nothing would find nothing dead.
    kinds = {PurePosixPath(name).suffix for name, _ in told}
    assert kinds >= {".html", ".xml", ".json", ".jsonl", ".jsonld", ".csv", ".txt"}
    assert len(told) > 1000


def test_every_page_tells_its_own_address(pages: dict[str, str], base: str) -> None:
    for name, text in pages.items():
        own = base + name.removesuffix("index.html")
        assert re.findall(r'<link rel="canonical" href="([^"]*)">', text) == [own]
        assert re.findall(r'<meta property="og:url" content="([^"]*)">', text) == [own]
        assert re.findall(r'<html lang="([^"]*)"', text) == ["zh-Hans"]


def test_the_sitemap_has_every_page_once_and_follows_its_rules(
    pages: dict[str, str], texts: dict[str, str], base: str
) -> None:
    root = ElementTree.fromstring(texts["sitemap.xml"])
    assert root.tag == f"{MAP}urlset"
    assert len(root) <= 50_000
    assert len(texts["sitemap.xml"].encode()) <= 50_000_000
    for place in root:
        assert [part.tag for part in place][:2] in ([f"{MAP}loc", f"{MAP}lastmod"], [f"{MAP}loc"])
        assert re.fullmatch(r"\d{4}(-\d\d){0,2}", place.findtext(f"{MAP}lastmod", "2000"))
        images = place.findall(f"{IMAGE}image")
        assert len(images) <= 1000
        assert all([part.tag for part in image] == [f"{IMAGE}loc"] for image in images)
    places = [str(place.findtext(f"{MAP}loc")) for place in root]
    assert sorted(locate(place, base) for place in places) == sorted(pages)
    assert places == sorted(places)
    assert any(place.find(f"{IMAGE}image") is not None for place in root)
    assert f"Sitemap: {base}sitemap.xml" in texts["robots.txt"]

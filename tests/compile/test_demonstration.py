"""The demonstration catalogue as a visitor's browser meets it: every page, every link, every word."""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from jsonschema import Draft202012Validator

from showcase.compile.content import read_content
from showcase.model.readiness import assess
from showcase.views.assets import bundle_assets

ROOT = Path(__file__).parents[2]
RESOURCES = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "preconnect", "dns-prefetch"}
Links = list[tuple[str, str]]
BELOW = "/pinpai"
"""What the site stands below, in addresses from the root of its host; only the page for what is missing has them."""


@dataclass
class Page(HTMLParser):
    """What a page is made of, as far as it can be told from its tags."""

    tags: Counter[str] = field(default_factory=Counter)
    ids: Counter[str] = field(default_factory=Counter)
    lang: str = ""
    links: list[str] = field(default_factory=list)
    resources: list[str] = field(default_factory=list)
    images: list[dict[str, str]] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.tags[tag] += 1
        self.ids.update([values["id"]] if "id" in values else [])
        self.lang = self.lang or values.get("lang", "")
        self.labels += [values[name] for name in ("for", "aria-labelledby", "aria-describedby") if name in values]
        if tag in ("a", "form", "area"):
            self.links += [values[name] for name in ("href", "action") if name in values]
        elif tag == "link" and not RESOURCES & set(values.get("rel", "").split()):
            self.links.append(values.get("href", ""))
        else:
            self.resources += [values[name] for name in ("href", "src", "poster", "data") if name in values]
            self.resources += [offer.split()[0] for offer in values.get("srcset", "").split(",") if offer.strip()]
        self.resources += re.findall(r"url\(\s*['\"]?([^'\")]+)", values.get("style", ""))
        if tag == "img":
            self.images.append(values)


@pytest.fixture(scope="module")
def pages(demonstration: Path) -> dict[str, Page]:
    """Every page by its path; those that only lead on apart."""
    parsed = {}
    for path in sorted(demonstration.rglob("*.html")):
        page = Page()
        page.feed(path.read_text(encoding="utf-8"))
        parsed[path.relative_to(demonstration).as_posix()] = page
    return parsed


@pytest.fixture(scope="module")
def full_pages(pages: dict[str, Page]) -> dict[str, Page]:
    """The pages but those at old addresses, which only lead on."""
    return {name: page for name, page in pages.items() if page.tags["main"] or page.tags["header"] > 0}


def resolve(name: str, link: str) -> tuple[str, str] | None:
    """The file below the root that a link of a page leads to, and its fragment; ``None`` where it leads elsewhere."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    start = [] if path.startswith("/") else name.split("/")[:-1]
    path = path.removeprefix(BELOW)
    for step in path.split("/"):
        if step == ".." and start:
            start.pop()
        elif step == "..":
            return f"outside the site: {link}", ""
        elif step not in ("", "."):
            start.append(step)
    target = "/".join(start) if path else name
    is_folder = path.endswith(("/", "/.", "/..")) or path in (".", "..") or not target
    return ("/".join([*start, "index.html"]) if is_folder and path else target), unquote(parts.fragment)


@pytest.mark.parametrize(
    ("name", "link", "target"),
    [
        ("index.html", "./", ("index.html", "")),
        ("a/b/index.html", "../../", ("index.html", "")),
        ("a/b/index.html", "../c/#x", ("a/c/index.html", "x")),
        ("a/index.html", "x.webp", ("a/x.webp", "")),
        ("a/index.html", "#x", ("a/index.html", "x")),
        ("a/index.html", "?q=1", ("a/index.html", "")),
        ("a/index.html", ".", ("a/index.html", "")),
        ("404.html", "/pinpai/brands/", ("brands/index.html", "")),
        ("404.html", "/pinpai/", ("index.html", "")),
        ("a/index.html", "%E5%A4%A7.pdf", ("a/大.pdf", "")),
        ("a/index.html", "../../x", ("outside the site: ../../x", "")),
        ("a/index.html", "https://a.cn/", None),
        ("a/index.html", "tel:1", None),
    ],
)
def test_resolve(name: str, link: str, target: tuple[str, str] | None) -> None:
    assert resolve(name, link) == target


def iterate_targets(pages: dict[str, Page]) -> Iterator[tuple[str, str, str, str]]:
    """Page, link, target file, fragment of everything that stays within the site."""
    for name, page in pages.items():
        for link in [*page.links, *page.resources]:
            if target := resolve(name, link):
                yield name, link, *target


def test_every_way_within_the_site_leads_to_a_file(demonstration: Path, pages: dict[str, Page]) -> None:
    dead = {(name, link) for name, link, target, _ in iterate_targets(pages) if not (demonstration / target).is_file()}
    assert sorted(dead) == []
    assert len(list(iterate_targets(pages))) > 1000


def test_every_fragment_is_there(pages: dict[str, Page]) -> None:
    places = {name: {*page.ids, "__top"} for name, page in pages.items()}
    dead = {(name, link) for name, link, target, part in iterate_targets(pages) if part and part not in places[target]}
    assert sorted(dead) == []


def test_every_id_is_there_once(pages: dict[str, Page]) -> None:
    twice = [(name, key) for name, page in pages.items() for key, count in page.ids.items() if count > 1]
    assert twice == []


def test_every_label_names_something(pages: dict[str, Page]) -> None:
    dead = [
        (name, key)
        for name, page in pages.items()
        for label in page.labels
        for key in label.split()
        if key not in page.ids
    ]
    assert dead == []


def test_every_page_has_one_first_heading(full_pages: dict[str, Page]) -> None:
    assert {name: page.tags["h1"] for name, page in full_pages.items() if page.tags["h1"] != 1} == {}
    assert len(full_pages) > 80


def test_every_page_is_in_chinese(pages: dict[str, Page]) -> None:
    assert {name: page.lang for name, page in pages.items() if not page.lang.startswith("zh")} == {}


def test_no_page_asks_another_host_for_anything(demonstration: Path, pages: dict[str, Page]) -> None:
    asked = {(name, link) for name, page in pages.items() for link in page.resources if re.match(r"(\w+:)?//", link)}
    assert sorted(asked) == []
    for style in demonstration.rglob("*.css"):
        found = re.findall(r"(?:url\(\s*|@import\s+)['\"]?([^'\")\s;]+)", style.read_text(encoding="utf-8"))
        assert [address for address in found if re.match(r"(https?:)?//", address)] == []


def test_every_picture_has_its_size_and_its_words(pages: dict[str, Page]) -> None:
    images = [(name, image) for name, page in pages.items() for image in page.images]
    lacking = [(name, image) for name, image in images if not {"width", "height", "alt"} <= image.keys()]
    assert lacking == []
    assert len(images) > 40


def test_no_link_to_a_brand_is_left_as_written(demonstration: Path) -> None:
    assert [
        path.name
        for path in demonstration.rglob("*.html")
        if 'href="brand:' in path.read_text(encoding="utf-8").lower()
    ] == []


def test_no_slot_is_left_open(demonstration: Path) -> None:
    assert [
        path.name for path in demonstration.rglob("*.html") if "<!--slot:" in path.read_text(encoding="utf-8")
    ] == []


def weigh(content: bytes) -> int:
    return len(gzip.compress(content, 9, mtime=0))


def test_pages_of_brands_are_light(demonstration: Path) -> None:
    heavy = {path.parent.name: weigh(path.read_bytes()) for path in demonstration.glob("brands/*/index.html")}
    assert {name: size for name, size in heavy.items() if size > 15 * 1024} == {}


@pytest.mark.parametrize("suffix", ["css", "js"])
def test_assets_are_light(suffix: str) -> None:
    """All together, also what is loaded by those alone who ask for it."""
    assets = [one for one in bundle_assets() if one.path.endswith(suffix)]
    assert 0 < sum(weigh(asset.content) for asset in assets) <= 20 * 1024


def test_the_search_finds_every_listed_brand(demonstration: Path) -> None:
    slugs = json.loads((demonstration / "search/names-0.js").read_text("utf-8").split("]=", 1)[1])["slugs"].split("\n")
    assert [slug for slug in slugs if not (demonstration / "brands" / slug / "index.html").is_file()] == []
    assert [entry.slug for entry in read_content(ROOT / "brands", root=ROOT).catalogue.listed] == slugs


def test_open_data_are_right_for_their_schemas(demonstration: Path, base: str) -> None:
    def read(name: str) -> Any:
        return json.loads((demonstration / name).read_bytes())

    record = Draft202012Validator(read("data/brand.schema.json"))
    records = [path.relative_to(demonstration).as_posix() for path in sorted(demonstration.glob("brands/*/brand.json"))]
    assert [name for name in records if list(record.iter_errors(read(name)))] == []
    Draft202012Validator(read("data/brands.schema.json")).validate(read("data/brands.json"))
    Draft202012Validator(read("data/catalogue.schema.json")).validate(read("data/catalogue.jsonld"))
    assert sorted(row["data"] for row in read("data/brands.json")["brands"]) == [f"{base}{name}" for name in records]


def test_linked_data_and_metadata_of_every_page(demonstration: Path, full_pages: dict[str, Page]) -> None:
    for name in full_pages:
        text = (demonstration / name).read_text(encoding="utf-8")
        named = re.findall(r'<meta (?:name|property)="([^"]+)"', text)
        assert (name, sorted(named)) == (name, sorted(set(named)))
        assert "SiteName" in named
        if name != "404.html":
            assert ("ColumnName" in named) + ("ArticleTitle" in named) == (name != "index.html")
        for graph in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text):
            assert {"@type"} <= set.intersection(*(set(node) for node in json.loads(graph)["@graph"]))


def test_the_demonstration_invents_no_duties(demonstration: Path) -> None:
    text = (demonstration / "index.html").read_text(encoding="utf-8")
    assert [word for word in ("beian", "conac", "zfwzgl", "主办单位", "SiteIDCode") if word in text] == []
    assert re.findall(r'href="([a-z]+/)">(?:网站地图|开放数据|无障碍|隐私)', text) == [
        "sitemap/",
        "data/",
        "accessibility/",
        "privacy/",
    ]


def test_the_demonstration_shows_what_it_should() -> None:
    catalogue = read_content(ROOT / "brands", root=ROOT).catalogue
    real = [entry for entry in catalogue.entries if "示例" not in entry.name]
    ready = [slug for slug in catalogue.by_slug if assess(catalogue.load(slug)).ready_for_publicity]
    assert len(catalogue.entries) >= 24
    assert len(real) >= 16
    assert len(catalogue.by_category) >= 6
    assert len(catalogue.by_level) >= 5
    assert len(ready) >= 6

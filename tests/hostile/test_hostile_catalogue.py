"""Hundreds of hostile brands are refused or harmless, one by one, and leave fifty ordinary ones as they are."""

from __future__ import annotations

import base64
import csv
import io
import json
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.parsers import expat

import pytest
from click.testing import Result
from hostile.build import HostileBuild
from hostile.case import EVIL, HARMLESS, MARK, Case
from hostile.catalogue import CASES, ORDINARY, write_hostile, write_ordinary
from hostile.files import STRAY
from hostile.pages import Pages
from PIL import Image as Pillow

from showcase.model.fault_texts import severity_of
from showcase.model.faults import Fault, Severity
from showcase.source.brand_file import BrandFile
from showcase.source.brand_folder import Reading, read_catalogue_source
from showcase.source.brand_reading import read_brand_file
from showcase.source.svg_images import measure_svg

PUBLISHED = tuple(case for case in CASES if case.expected == HARMLESS)
LINKED_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
SHARED = re.compile(
    r"index\.html|404\.html|(?:areas|agencies|brands/page|data|sitemap)/.*|brands/(?:index\.html|names\.json)"
    r"|brands/facets.*|(?:levels|phases|years|regions|audiences|channels|tags|figures)/.*|feed\.(?:json|xml)|llms\.txt|sitemap\.xml"
    r"|(?:search|sort)/.*"
)
"""Pages that list brands and so change with them."""


def ask_name(case: Case) -> str:
    return f"{case.slug} {case.what}".encode("unicode_escape").decode()


@pytest.fixture(scope="session")
def brands(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The brands folder with everything in it."""
    folder = tmp_path_factory.mktemp("read") / "brands"
    (folder.parent / "mkdocs.yml").write_text("site_name: 橱窗\n", encoding="utf-8")
    write_ordinary(folder)
    write_hostile(folder)
    return folder


@pytest.fixture(scope="session")
def reading(brands: Path) -> Reading:
    return read_catalogue_source(brands, root=brands.parent)


@pytest.fixture(scope="session")
def faults(reading: Reading) -> dict[str, list[Fault]]:
    """Every fault by the name that stands in the brands folder."""
    found: dict[str, list[Fault]] = {}
    for fault in reading.faults:
        found.setdefault(fault.place.path.split("/")[1], []).append(fault)
    return found


@pytest.fixture(scope="session")
def calm_site(hostile_build: HostileBuild, read_tree: Callable[[Path], dict[str, bytes]]) -> dict[str, bytes]:
    """The site of the ordinary brands alone."""
    return read_tree(hostile_build.calm)


@pytest.fixture(scope="session")
def hostile_site(hostile_build: HostileBuild, read_tree: Callable[[Path], dict[str, bytes]]) -> dict[str, bytes]:
    assert hostile_build.exit_code == 3, hostile_build.output
    return read_tree(hostile_build.site)


def test_the_catalogue_is_large_and_every_brand_its_own() -> None:
    assert len(CASES) >= 300
    assert len({case.slug for case in CASES}) == len(CASES)
    assert len({(case.page, *case.files.items(), *case.links.items()) for case in CASES}) == len(CASES)
    assert {case.kind for case in CASES} == {"markup", "address", "text", "yaml", "drawing", "picture", "file"}


@pytest.mark.parametrize("case", CASES, ids=ask_name)
def test_a_hostile_brand_is_refused_or_harmless(case: Case, faults: dict[str, list[Fault]], reading: Reading) -> None:
    errors = [fault.code for fault in faults.get(case.slug, []) if severity_of(fault) is Severity.ERROR]
    is_published = case.slug in {brand.slug for brand in reading.brands}
    if case.expected == HARMLESS:
        assert errors == []
        assert is_published
    else:
        assert case.expected in errors
        assert not is_published


def test_no_hostile_brand_holds_up_the_others(brands: Path) -> None:
    slow = {}
    for case in CASES:
        path = brands / case.slug / "index.md"
        started = time.process_time()
        read_brand_file(BrandFile(str(path), "index.md", case.slug, f"{case.slug}/index.md", has_folder=True))
        slow[case.slug] = time.process_time() - started
    # None takes half a second on an idle machine; a busy machine is slow, not wrong.
    assert {slug: seconds for slug, seconds in slow.items() if seconds > 3} == {}


@pytest.mark.parametrize(("name", "code"), STRAY.items())
def test_what_lies_stray(name: str, code: str, faults: dict[str, list[Fault]]) -> None:
    assert code in [fault.code for fault in faults[name]]


@pytest.mark.parametrize("name", ["linked", "linked.md"])
def test_links_out_of_the_folder(name: str, faults: dict[str, list[Fault]]) -> None:
    assert [fault.code for fault in faults[name]] == ["outside-folder"]


def test_the_build_leaves_out_the_refused_and_no_other(hostile_build: HostileBuild) -> None:
    told = json.loads(hostile_build.stdout)
    assert told["brands"] == len(ORDINARY) + len(PUBLISHED)
    assert "Traceback" not in hostile_build.output


@pytest.mark.parametrize("form", ["text", "github", "gitlab", "json", "sarif"])
def test_logs_and_terminals_take_no_command(form: str, brands: Path, run: Callable[..., Result]) -> None:
    said = run(brands.parent, "check", "--format", form).stdout
    assert not re.search("[\x00-\x08\x0b-\x1f]", said)
    if form == "text":
        assert not re.search("[\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2028\u2066-\u2069]", said)
    commands = [line for line in said.splitlines() if line.startswith("::")]
    assert bool(commands) == (form == "github")
    assert all(re.match(r"::(?:error|warning|notice) file=", line) for line in commands)


def test_ordinary_brands_are_what_they_were(calm_site: dict[str, bytes], hostile_site: dict[str, bytes]) -> None:
    own = {path: data for path, data in calm_site.items() if not SHARED.fullmatch(path)}
    assert sum(path.startswith("brands/ordinary-") for path in own) >= 3 * len(ORDINARY)
    assert [path for path, data in own.items() if hostile_site.get(path) != data] == []


def test_nothing_is_published_that_was_not_meant(hostile_site: dict[str, bytes], calm_site: dict[str, bytes]) -> None:
    published = {f"brands/{case.slug}/" for case in PUBLISHED} | {"brands/page/"}
    new = [path for path in hostile_site if path not in calm_site]
    assert [path for path in new if not path.startswith((*published, "areas/", "agencies/", "search/", "sort/"))] == []
    endings = {Path(path).suffix for path in new if not path.startswith("search/")}
    assert endings <= {".html", ".json", ".svg", ".webp", ".xml"}
    assert not [path for path, data in hostile_site.items() if b"root:x:0:0" in data or b"Camera of somebody" in data]


def iterate_pages(site: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    return (
        (path, data.decode()) for path, data in site.items() if path.endswith(".html") and path.startswith("brands/")
    )


def test_every_published_page_parses(hostile_site: dict[str, bytes], calm_site: dict[str, bytes]) -> None:
    model = Pages()
    model.feed(calm_site["brands/ordinary-00/index.html"].decode())
    found = dict(iterate_pages(hostile_site))
    assert len(found) > len(PUBLISHED)
    for path, html in found.items():
        if 'http-equiv="refresh"' in html[:400]:
            continue  # An old address, which leads on.
        page = Pages()
        page.feed(html)
        page.close()
        assert page.open == [], path
        assert page.harm == [], path
        assert page.scripts == model.scripts, path
        assert len(page.ids) == len(set(page.ids)), path


def test_every_file_for_machines_can_be_read(hostile_site: dict[str, bytes]) -> None:
    read = dict.fromkeys((".json", ".jsonl", ".xml", ".csv", "ld+json"), 0)
    for path, data in hostile_site.items():
        kind = Path(path).suffix
        if path.startswith("pagefind/"):
            continue
        if kind == ".json":
            json.loads(data)
        elif kind == ".jsonl":
            assert all(json.loads(line)["name"] for line in data.decode().split("\n") if line)
        elif kind == ".xml":
            assert b"<!" not in data
            expat.ParserCreate().Parse(data, True)
        elif kind == ".csv":
            rows = [*csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))]
            assert {case.slug for case in PUBLISHED} < {row["地址名"] for row in rows}
            assert [cell for row in rows for cell in row.values() if re.match(r"[=+\-@\t\r]", cell)] == []
        elif kind == ".html":
            for found in LINKED_DATA.findall(data.decode()):
                assert json.loads(found)["@context"] == "https://schema.org"
                read["ld+json"] += 1
        if kind in read:
            read[kind] += 1
    assert min(read.values()) > 0, read
    assert read["ld+json"] > len(PUBLISHED)


def test_every_published_drawing_is_one(hostile_site: dict[str, bytes]) -> None:
    drawings = [data for path, data in hostile_site.items() if re.match(r"brands/.*\.svg", path)]
    assert drawings
    for data in drawings:
        expat.ParserCreate().Parse(data, True)
        assert measure_svg(data)
        assert not re.search(rb"<script|<!|<\?|\son\w+=|javascript:|evil", data)
        for raster in re.findall(b'"data:image/jpeg;base64,([^"]*)"', data):
            assert not re.search(b"Camera|taken at home", base64.b64decode(raster))


def test_no_published_picture_tells_where_it_was_taken(hostile_site: dict[str, bytes], tmp_path: Path) -> None:
    pictures = [data for path, data in hostile_site.items() if path.endswith(".webp")]
    assert len(pictures) > len(ORDINARY)
    for data in pictures:
        (tmp_path / "a.webp").write_bytes(data)
        with Pillow.open(tmp_path / "a.webp") as picture:
            assert not {"exif", "icc_profile", "xmp", "comment"} & set(picture.info)


def test_hostile_brands_try_what_the_browser_looks_for() -> None:
    assert sum(MARK.encode() in case.page for case in CASES) > 80
    assert sum(EVIL.encode() in case.page for case in CASES) > 30

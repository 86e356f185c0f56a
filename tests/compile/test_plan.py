"""The plan: which files a site holds, in which order they are published, each made alike in any process."""

import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from showcase.catalogue.catalogue import Catalogue
from showcase.cli.telling import PARTS
from showcase.compile.brand_links import check_links
from showcase.compile.content import ContentError
from showcase.compile.keys import Keys
from showcase.compile.ledger import write_line
from showcase.compile.plan import Plan
from showcase.compile.recipes import ResizePicture
from showcase.compile.target import Rank, Target
from showcase.model.faults import Fault, Place
from showcase.model.settings import Settings
from showcase.source.brand_file import BrandFile, BrandReading
from showcase.views.docs import Docs, DocsPage
from showcase.views.frame import FRAME_KEYS, Frame
from showcase.views.page_link import BrandLink

Make = Callable[..., Catalogue]
FRAMES = dict.fromkeys(FRAME_KEYS, Frame.cut("<!--slot:main-->"))


def plan_targets(catalogue: Catalogue, docs: Docs, folder: Path = Path("/brands")) -> tuple[Target, ...]:
    """The plan of a catalogue whose brands lie each in a folder of its own."""
    lines = {}
    for slug in catalogue.by_slug:
        file = BrandFile(str(folder / slug / "index.md"), f"{slug}/index.md", slug, f"{slug}/index.md", has_folder=True)
        brand = catalogue.load(slug)
        lines[slug] = write_line(BrandReading(file, brand, ()), brand)
    plan = Plan(catalogue, lines, docs, None, "")
    return plan.all(plan.own())


def plan(catalogue: Catalogue, folder: Path = Path("/brands"), **settings: Any) -> list[str]:
    docs = Docs(Settings(**settings), FRAMES, (DocsPage("about/", "about.md", "关于"),))
    targets = plan_targets(catalogue, docs, folder)
    return [target.path for target in targets if not target.path.startswith("assets/")]


ALWAYS = [
    *(
        "agencies/index.html",
        "areas/index.html",
        "brands/index.html",
        "index.html",
        "search/names-0.js",
        "search/words-0.js",
    ),
    *("data/index.html", "data/brands.csv", "data/brands.json", "data/brands.jsonl", "data/catalogue.jsonld"),
    *("data/brand.schema.json", "data/brands.schema.json", "data/brands.csv.schema.json"),
    *("data/brands.jsonl.schema.json", "data/catalogue.schema.json", "llms.txt", "robots.txt", "sitemap/index.html"),
    *("brands/facets.js", "figures/index.html", "phases/index.html"),
]
SORTED = ("sort/name/index.html", "sort/newest/index.html", "sort/since/index.html")


@pytest.mark.parametrize(
    ("brands", "settings", "more"),
    [
        pytest.param({}, {}, [], id="none"),
        pytest.param({}, {"site_url": "https://example.com/"}, ["sitemap.xml"], id="an address"),
        pytest.param(
            {"a": {"aliases": ["b", "c"]}},
            {},
            [
                "agencies/office/index.html",
                "areas/desk/index.html",
                "brands/a/brand.json",
                "brands/a/index.html",
                "brands/b/index.html",
                "brands/c/index.html",
                *("brands/facets-0.js", "search/lines-0.js", *SORTED),
            ],
            id="a brand",
        ),
        pytest.param(
            {"a": {"published": "2024"}},
            {},
            [
                *("brands/a/brand.json", "brands/a/index.html", "feed.json", "feed.xml"),
                *("agencies/office/feed.json", "agencies/office/feed.xml", "agencies/office/index.html"),
                *("areas/desk/feed.json", "areas/desk/feed.xml", "areas/desk/index.html", "brands/facets-0.js"),
                *("search/lines-0.js", *SORTED),
            ],
            id="a brand with a day",
        ),
        pytest.param(
            {"a": {"status": "retired"}}, {}, ["brands/a/brand.json", "brands/a/index.html"], id="a retired brand"
        ),
        pytest.param({"a": {"status": "draft"}}, {}, [], id="a draft"),
    ],
)
def test_what_a_site_holds(
    make_catalogue: Make, brands: dict[str, Any], settings: dict[str, str], more: list[str]
) -> None:
    assert sorted(plan(make_catalogue(brands), **settings)) == sorted([*ALWAYS, *more])


def test_long_listings_go_over_pages(make_catalogue: Make) -> None:
    paths = plan(make_catalogue({f"b{number:02}": {} for number in range(13)}), page_size=6)
    assert [path for path in paths if "/page/" in path] == [
        *(f"agencies/office/page/{number}/index.html" for number in (2, 3)),
        *(f"areas/desk/page/{number}/index.html" for number in (2, 3)),
        *(f"brands/page/{number}/index.html" for number in (2, 3)),
        *(f"sort/{order}/page/{number}/index.html" for order in ("name", "newest", "since") for number in (2, 3)),
    ]


def test_order_of_publishing(make_catalogue: Make) -> None:
    targets = plan_targets(make_catalogue({"a": {}}), Docs(Settings(site_url="https://example.com/"), FRAMES))
    assert [(target.rank, target.path) for target in targets] == sorted(
        (target.rank, target.path) for target in targets
    )
    ranks = {target.path.partition("/")[0]: target.rank for target in targets if target.path.count("/") != 1}
    assert ranks["assets"] is Rank.ASSET
    assert {target.path: target.rank for target in targets}["brands/a/index.html"] is Rank.PAGE
    assert {target.path: target.rank for target in targets}["brands/index.html"] is Rank.INDEX


def test_documents_are_published(make_catalogue: Make, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/标准.pdf").write_bytes(b"%PDF-")
    systems = [{"kind": "service", "title": "标准", "file": "标准.pdf"}, {"kind": "management", "title": "办法"}]
    assert "brands/a/标准.pdf" in plan(make_catalogue({"a": {"management": {"systems": systems}}}), tmp_path)


def test_every_recipe_can_be_handed_to_another_process(make_catalogue: Make) -> None:
    targets = plan_targets(make_catalogue({"a": {"aliases": ["b"]}}), Docs(Settings(), FRAMES))
    assert pickle.loads(pickle.dumps(targets)) == targets


def test_links_of_hand_written_pages_are_checked() -> None:
    links = (BrandLink("about.md", "a"), BrandLink("guide/index.md", "nope"))
    (fault,) = check_links(Docs(Settings(), {}, links=links), {"a"})
    assert (fault.code, fault.place.path, fault.details["found"]) == ("unknown-brand", "docs/guide/index.md", "nope")


def test_a_link_that_leads_nowhere_is_told_with_its_place() -> None:
    link = BrandLink("about.md", "nope", 16, 9, "又见[某办](brand:nope)。")
    in_a_list = BrandLink("news/page/2/index.md", "nope")
    (fault,) = check_links(Docs(Settings(), {}, links=(in_a_list, link)), ())
    assert fault.place == Place("docs/about.md", 16, 9, 4, link.text)


def test_every_part_of_a_key_can_be_told(make_catalogue: Make) -> None:
    docs = Docs(Settings(), FRAMES, (DocsPage("about/", "about.md", "关于"),))
    keys = [target.key for target in plan_targets(make_catalogue({"a": {}, "b": {"aliases": ["c"]}}), docs)]
    keys.append(Keys(make_catalogue({"a": {}}), docs, "").of_fulltext())
    parts = {part.partition("=")[0] for key in keys for part in key.split()}
    assert {"program", "frame", "brand", "neighbours", "brands", "words", "text"} <= parts
    assert parts <= PARTS.keys()


def test_faults_come_back_from_a_worker_process() -> None:
    error = ContentError([Fault("picture-broken", Place("a.jpg"), details={"found": "OSError"})])
    assert pickle.loads(pickle.dumps(error)).faults == error.faults


def test_a_picture_that_cannot_be_decoded_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"\xff\xd8\xff")
    with pytest.raises(ContentError) as caught:
        ResizePicture(str(tmp_path / "a.jpg"), 480)(None)  # type: ignore[arg-type]
    assert [fault.code for fault in caught.value.faults] == ["picture-broken"]

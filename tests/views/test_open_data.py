"""Open data: right for its schemas, right for spreadsheets, and no more than the pages show."""

import csv
import io
import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from showcase.model.brand import Brand
from showcase.model.images import Image
from showcase.model.settings import Settings
from showcase.source.story import find_brand_links
from showcase.views.open_data.dcat import render_catalogue
from showcase.views.open_data.files import CATALOGUE, LISTS
from showcase.views.open_data.page import render_data_page
from showcase.views.open_data.record import render_record
from showcase.views.open_data.schemas import SCHEMAS, render_schema
from showcase.views.open_data.story import resolve_brand_links
from showcase.views.open_data.table import COLUMNS, TABLES, render_csv, render_json, render_lines
from showcase.views.site import Site
from showcase.views.words import Words

OpenSite = Callable[..., Site]
FULL: dict[str, Any] = {
    "name": "好办",
    "level": "city",
    "published": "2024-05-20",
    "updated": "2025-01-02",
    "since": "2014-06",
    "featured": True,
    "tags": ["水", "路"],
    "aliases": ["older"],
    "identity": {"logo": "l.svg", "logo_alt": "一滴水", "color": "#123456", "meaning": "好办就是好办。"},
    "service": {
        "audience": ["个人"],
        "items": [{"name": "缴费", "url": "https://example.com/pay"}],
        "channels": [{"type": "web", "url": "https://example.com/"}, {"type": "hotline", "phone": "12345"}],
        "methods": ["掌上办"],
        "commitments": [{"text": "当场办结", "limit": Decimal("1.50"), "unit": "工作日"}],
    },
    "management": {
        "systems": [{"kind": "service", "title": "规范", "date": "2020", "file": "a.pdf"}],
        "supervision": [{"type": "email", "value": "a@example.com", "reply_days": 5}],
        "satisfaction": {"rate": Decimal("98.60"), "period": "2024"},
    },
    "culture": {"concept": "为人民服务", "values": ["诚"]},
    "phases": {"appraisal": {"status": "done", "start": "2013-09", "deliberations": [{"kind": "expert", "count": 3}]}},
    "designation": {"year": "2020"},
    "reviews": [{"date": "2021", "result": "passed"}],
    "results": [{"label": "办件", "value": 2500, "unit": "万", "period": "2019 年上半年", "source": "年报"}],
    "honours": [{"title": "先进", "year": "2019"}],
    "cases": [{"title": "同意的", "text": "说了。", "consent": True}, {"title": "秘密的", "text": "没说。"}],
    "gallery": [{"src": "hall.jpg", "alt": "大厅", "credit": "本站"}, {"src": "gone.jpg", "alt": "没了"}],
    "contact": {"phone": "0571-12345678"},
    "sources": [{"title": "公报", "url": "https://example.com/s"}],
    "body": "一个**故事**，[甲](brand:least)与[乙](brand:gone)。",
    "source": "private/path/index.md",
    "images": {
        "l.svg": Image("l.svg", "/home/editor/l.svg", "svg", 64, 64, "a" * 64),
        "hall.jpg": Image("hall.jpg", "/home/editor/hall.jpg", "jpeg", 2000, 900, "b" * 64),
    },
}
WORDS = Words("zh-Hans")


def read_schema(name: str) -> Draft202012Validator:
    schema = json.loads(render_schema(name, WORDS))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def read_record(site: Site, slug: str) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(render_record(site, site.catalogue.load(slug)))
    return record


@pytest.fixture(scope="module", params=["", "https://example.com/x/"], ids=["no address", "address"])
def site(open_site: OpenSite, request: pytest.FixtureRequest) -> Site:
    brands = {
        "full": FULL,
        "least": {},
        "old": {**FULL, "name": "旧的", "status": "retired"},
        "draft": {"status": "draft"},
    }
    return open_site(brands, site_url=request.param, organizer="机关工委", data_license="https://example.com/by")


@pytest.mark.parametrize("slug", ["full", "least", "old"])
def test_a_record_is_right_for_its_schema(site: Site, slug: str) -> None:
    read_schema("brand.schema.json").validate(read_record(site, slug))


def test_a_record_tells_all_that_the_page_tells(site: Site) -> None:
    record = read_record(site, "full")
    base = f"{site.settings.site_url}brands/full/"
    left_out = {"category", "featured", "source", "images", "body"}
    assert set(Brand.model_fields) - left_out - set(record) == set()
    assert record["url"] == base
    assert record["agency"] == {"key": "office", "name": "政务中心"}
    assert record["area"] == {"key": "desk", "name": "政务"}
    assert record["logo"] == {"url": f"{base}{'a' * 12}.svg", "alt": "一滴水"}
    assert record["gallery"] == [{"url": f"{base}{'b' * 12}-1600.webp", "alt": "大厅", "credit": "本站"}]
    assert record["service"]["commitments"] == [{"text": "当场办结", "limit": "1.50", "unit": "工作日"}]
    address = f"{site.settings.site_url}brands/least/" if site.settings.site_url else "../least/"
    assert record["story"] == f"一个**故事**，[甲]({address})与乙。"


@pytest.mark.parametrize(
    ("story", "shown"),
    [
        ("看[满](brand:full)。", "看[满]({base}full/)。"),
        ('看[满](<brand:full> "题")，[旧](BRAND:old)', '看[满](<{base}full/> "题")，[旧]({base}old/)'),
        ("[满][甲]\n\n[甲]: brand:full", "[满][甲]\n\n[甲]: {base}full/"),
        ('<a href="brand:full">满</a>', '<a href="{base}full/">满</a>'),
        ("看[**稿** `[x]`](brand:none)和[满](brand:full)", "看**稿** `[x]`和[满]({base}full/)"),
        ('[![厅](hall.jpg)](<brand:none> "题")。', "![厅](hall.jpg)。"),
        ("[`稿`][甲]，[甲]\n\n[甲]: brand:none\n[甲]: brand:full", "[`稿`][甲]，[甲]\n\n[甲]: #\n[甲]: {base}full/"),
        ("看[甲]。\n\n[甲]: brand:none\n[甲]: brand:none", "看[甲]。\n\n[甲]: #\n[甲]: #"),
        ("看<a title='题' href='brand:none'>稿</a>。", "看<a title='题' href='#'>稿</a>。"),
        ("\\[稿](brand:none)", "\\[稿](brand:none)"),
        ("`[满](brand:full)`[件](a.pdf)", "`[满](brand:full)`[件](a.pdf)"),
        ("写成 brand:full，[稿](brand:none 后面\n\n(另)", "写成 brand:full，[稿](brand:none 后面\n\n(另)"),
        ("甲](brand:none)", "甲](brand:none)"),
    ],
)
@pytest.mark.parametrize(
    ("site_url", "base"), [("", "../"), ("https://example.com/x/", "https://example.com/x/brands/")]
)
def test_links_of_a_story_work_elsewhere(story: str, shown: str, site_url: str, base: str) -> None:
    told = resolve_brand_links(story, find_brand_links(story), {"full", "old"}, site_url)
    assert told == shown.replace("{base}", base)


def test_nothing_is_told_that_no_page_shows(site: Site) -> None:
    everything = b"".join(
        [*(render(site) for render in TABLES.values()), render_record(site, site.catalogue.load("full"))]
    ).decode()
    assert [word for word in ("秘密", "没说", "/home/", "private/", "品牌draft", "没了") if word in everything] == []
    assert [case["title"] for case in read_record(site, "full")["cases"]] == ["同意的"]


def test_a_retired_brand_is_reached_no_more(site: Site) -> None:
    record = read_record(site, "old")
    assert "contact" not in record
    assert "supervision" not in record["management"]
    (row,) = [row for row in json.loads(render_json(site))["brands"] if row["slug"] == "old"]
    assert {"hotlines", "website"}.isdisjoint(row)


def test_the_page_says_how_many_brands_the_lists_hold(site: Site, open_site: OpenSite) -> None:
    told, least = render_data_page(site).decode(), render_data_page(open_site({"least": {}})).decode()
    assert "<small>3 个品牌</small>" in told
    assert "名录里有 1 个品牌已停用。" in told
    assert "<small>1 个品牌</small>" in least
    assert "停用" not in least


def test_the_list_is_the_same_in_every_form(site: Site) -> None:
    told = json.loads(render_json(site))
    read_schema("brands.schema.json").validate(told)
    lines = [json.loads(line) for line in render_lines(site).decode().splitlines()]
    row = read_schema("brands.jsonl.schema.json")
    for line in lines:
        row.validate(line)
    assert lines == told["brands"]
    assert [line["slug"] for line in lines] == ["full", "old", "least"]
    assert (told["count"], told["updated"]) == (3, "2025-01-02")
    table = read_table(site)
    assert [line["地址名"] for line in table] == ["full", "old", "least"]
    schema = read_schema("brands.csv.schema.json")
    for line in table:
        schema.validate(line)
    assert (table[0]["标签"], table[0]["创立年份"], table[0]["网上办理地址"]) == (
        "水；路",
        "2014",
        "https://example.com/",
    )


def read_table(site: Site) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render_csv(site).decode("utf-8-sig"), newline=""), strict=True))


def test_csv_is_as_spreadsheets_want_it(site: Site) -> None:
    content = render_csv(site)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == content.count(b"\n") == 4
    assert [len(row) for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))] == [len(COLUMNS)] * 4


@pytest.mark.parametrize(
    ("slogan", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+86", "'+86"),
        ("-2", "'-2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1+1", "'＝1+1"),
        ('=HYPERLINK("x","y")', '\'=HYPERLINK("x","y")'),
        ("02088888888", "'02088888888"),
        ("913300001234567890", "'913300001234567890"),
        ("1e5", "'1e5"),
        ("3-15", "'3-15"),
        ("3/15", "'3/15"),
        ("1.10", "'1.10"),
        ("12-3456", "'12-3456"),
        ("12:30", "'12:30"),
        ("12345", "12345"),
        ("4008123123", "4008123123"),
        ("0571-12345678", "0571-12345678"),
        ("2026-02-10", "2026-02-10"),
        ("2026-02-10T09:00", "2026-02-10T09:00"),
        ("好，办", "好，办"),
        ("a=1", "a=1"),
        ('说"好",了', '说"好",了'),
    ],
)
def test_no_cell_is_taken_for_something_else(open_site: OpenSite, slogan: str, cell: str) -> None:
    (row,) = read_table(open_site({"a": {"slogan": slogan}}))
    assert row["品牌口号"] == cell


def test_the_catalogue_names_every_file_and_its_form(site: Site) -> None:
    told = json.loads(render_catalogue(site))
    read_schema("catalogue.schema.json").validate(told)
    base = site.settings.site_url and f"{site.settings.site_url}data/"
    (dataset,) = told["dcat:dataset"]
    files = [(one["dcat:downloadURL"]["@id"], one["dct:conformsTo"]["@id"]) for one in dataset["dcat:distribution"]]
    assert files == [(base + file.name, base + file.schema) for file in LISTS]
    assert {file.schema for file in (*LISTS, CATALOGUE)} | {"brand.schema.json"} == set(SCHEMAS)
    assert set(TABLES) == {file.name for file in LISTS}
    assert told["dct:publisher"]["foaf:name"] == "机关工委"
    assert told["dct:license"] == {"@id": "https://example.com/by"}
    assert told["dct:modified"] == {"@value": "2025-01-02", "@type": "xsd:date"}


def test_nothing_is_invented_of_an_empty_site(open_site: OpenSite) -> None:
    site = open_site({})
    told = json.loads(render_catalogue(site))
    assert {"dct:publisher", "dct:license", "dct:modified"}.isdisjoint(told)
    assert json.loads(render_json(site)) == {"title": "试用橱窗", "count": 0, "brands": []}
    assert render_lines(site) == b""
    assert read_table(site) == []


def test_settings_have_no_licence_of_their_own() -> None:
    assert Settings().data_license is None

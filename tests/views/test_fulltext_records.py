"""What the full-text search is handed to read."""

import time
from collections.abc import Callable

import pytest

from showcase.catalogue.catalogue import Catalogue
from showcase.model.settings import Settings
from showcase.views.docs import Docs, DocsPage
from showcase.views.fulltext.plain_story import strip_markdown
from showcase.views.fulltext.record import Record, count_records, iterate_records

MakeCatalogue = Callable[..., Catalogue]

WHOLE = {
    "summary": "一句话说清楚这个品牌在做什么，给谁做，怎么找到它。",
    "level": "city",
    "since": "2019-05",
    "tags": ["上门", "适老"],
    "identity": {"meaning": "取「就近」的意思", "logo_meaning": "两只手", "color": "#1b66d6"},
    "service": {
        "audience": ["老年人"],
        "items": [{"name": "社保卡办理", "summary": "带身份证来就行。", "place": "二楼"}],
        "channels": [{"type": "hotline", "phone": "12345", "url": "https://example.com/unread"}],
        "methods": ["帮办代办"],
        "commitments": [{"text": "当天回电", "limit": 3, "unit": "小时"}],
    },
    "management": {"responsible": "综合科", "supervision": [{"type": "window", "value": "一楼监督岗"}]},
    "culture": {"concept": "把小事办好", "values": ["耐心", "守信"]},
    "phases": {
        "appraisal": {"status": "done", "deliberations": [{"kind": "public", "conclusion": "都说好记"}]},
        "planning": {"status": "done", "summary": "写了章程", "evidence": [{"title": "章程印发"}]},
    },
    "results": [{"label": "办件", "value": 1200, "unit": "件", "period": "2024", "source": "年报"}],
    "honours": [{"title": "优秀窗口", "by": "总工会", "year": 2022}],
    "cases": [
        {"title": "雨天送证", "text": "冒雨送到家。", "consent": True},
        {"title": "没有同意", "text": "不该搜到"},
    ],
    "contact": {"address": "人民路 1 号"},
    "body": "## 怎样办\n\n先打**电话**，再来。",
}
TOLD = """\
政务中心，政务，市级。
浙里办，好办快办，一次办成。
一句话说清楚这个品牌在做什么，给谁做，怎么找到它。
上门，适老。
取「就近」的意思。
两只手。
老年人。
社保卡办理，带身份证来就行。二楼。
12345。
帮办代办。
当天回电，3 小时。
综合科。
一楼监督岗。
把小事办好。
耐心，守信。
写了章程。
章程印发。
都说好记。
办件 1200 件，年报。
优秀窗口，总工会。
雨天送证，冒雨送到家。
人民路 1 号。
怎样办

先打电话，再来。"""


def list_records(catalogue: Catalogue, docs: Docs) -> list[Record]:
    records = list(iterate_records(catalogue, docs))
    assert count_records(catalogue, docs) == len(records)
    return records


def test_a_brand_is_found_by_all_that_its_page_tells(make_catalogue: MakeCatalogue) -> None:
    catalogue = make_catalogue({"zheliban": {"name": "浙里办", **WHOLE}})
    (record,) = list_records(catalogue, Docs(Settings(), {}))
    assert record.text == TOLD
    assert record.as_message("zh") == {
        "url": "brands/zheliban/",
        "content": TOLD,
        "language": "zh",
        "meta": {"title": "浙里办"},
        "filters": {
            "area": ["政务"],
            "agency": ["政务中心"],
            "level": ["市级"],
            "year": ["2019"],
            "audience": ["老年人"],
        },
    }


def test_pages_and_news_are_found_and_lists_are_not(make_catalogue: MakeCatalogue) -> None:
    pages = (
        DocsPage("about/", "about.md", "关于", description="是什么"),
        DocsPage("news/", "news/index.md", "动态"),
        DocsPage("news/a/", "news/posts/a.md", "上线了！", date="2026-01-05"),
    )
    docs = Docs(Settings(), {}, pages, texts={"about/": "正文", "news/a/": "新闻"})
    brands = {"shown": {}, "retired": {"status": "retired"}, "draft": {"status": "draft"}}
    post, brand, page = list_records(make_catalogue(brands), docs)
    assert (brand.url, brand.kind, "kind" in brand.as_message("zh")["filters"]) == ("brands/shown/", "brand", False)
    assert page == Record("about/", "关于", "关于。\n是什么。\n正文", "page")
    assert post == Record("news/a/", "上线了！", "上线了！\n新闻", "news")
    assert post.as_message("zh")["filters"] == {"kind": ["news"]}


def test_the_newest_come_first_and_what_has_no_day_last(make_catalogue: MakeCatalogue) -> None:
    brands = {
        "undated": {},
        "old": {"published": "2023-05-01", "featured": True},
        "b-new": {"published": "2026-02-01"},
        "a-new": {"published": "2026-02-01"},
    }
    pages = (DocsPage("about/", "about.md", "关于"), DocsPage("news/a/", "a.md", "上线", date="2026-01-05"))
    docs = Docs(Settings(), {}, pages, texts={"about/": "正文", "news/a/": "新闻"})
    assert [record.url for record in list_records(make_catalogue(brands), docs)] == [
        "brands/a-new/",
        "brands/b-new/",
        "news/a/",
        "brands/old/",
        "brands/undated/",
        "about/",
    ]


def digest_of(make_catalogue: MakeCatalogue, **front: object) -> str:
    return make_catalogue({"one": {**WHOLE, **front}}).by_slug["one"].told


@pytest.mark.parametrize(
    ("front", "differs"),
    [
        ({"identity": {**WHOLE["identity"], "color": "#000000"}}, False),  # type: ignore[dict-item]
        ({"identity": {**WHOLE["identity"], "logo_rules": '","meaning":"别的'}}, False),  # type: ignore[dict-item]
        ({"identity": {**WHOLE["identity"], "meaning": "别的", "color": "#000000"}}, True),  # type: ignore[dict-item]
        ({"featured": True, "published": "2024-01-01", "updated": "2025-01-01", "aliases": ["old"]}, False),
        ({"sources": [{"title": "年报"}], "reviews": [{"date": "2024", "result": "passed"}]}, False),
        ({"body": "又写了一句"}, True),
        ({"level": "national"}, True),
        ({"since": "2001", "featured": True}, True),
        ({"culture": {"concept": "把大事办好"}}, True),
        ({"name": "改了名"}, True),
        ({"cases": []}, True),
    ],
)
def test_only_words_change_the_digest(make_catalogue: MakeCatalogue, front: dict[str, object], differs: bool) -> None:
    assert (digest_of(make_catalogue, **front) != digest_of(make_catalogue)) is differs


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("# 标题\n\n正文", "标题\n\n正文"),
        ("- 一\n- 二\n  1. 三\n> > 引用", "一\n二\n三\n引用"),
        ("**粗** *斜* __粗__ _斜_ ~~删~~ `码`", "粗 斜 粗 斜 删 码"),
        ("snake_case 3*4\\*5", "snake_case 34*5"),
        ("[浙里办](brand:zheliban) [括号](https://a/(b)) [名][1]", "浙里办 括号 名"),
        ("[![图里的字](a.jpg)](https://a/)", "图里的字"),
        ("[1]: https://example.com '题'\n留下", "\n留下"),
        ("| 事项 | 多久 |\n| :-- | --: |\n| 办证 | 3 天 |", "  事项   多久  \n\n  办证   3 天  "),
        ("```python\nprint(1)\n```\n\n---\n末尾", "\nprint(1)\n\n\n\n末尾"),
        ("A &amp; B &lt;", "A & B <"),
    ],
)
def test_a_story_is_read_without_its_markdown(markdown: str, words: str) -> None:
    assert strip_markdown(markdown) == words


@pytest.mark.parametrize("line", [" " * 48_000 + "x", "a" + "_" * 48_000 + "a"])
def test_a_line_of_one_sign_takes_no_time(line: str) -> None:
    started = time.process_time()
    assert strip_markdown(line) == line
    assert time.process_time() - started < 2

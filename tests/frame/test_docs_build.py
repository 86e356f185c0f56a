"""Hand-written pages and frames, as MkDocs with Material draws them."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from showcase.frame.docs_build import DocsError, build_docs, read_project
from showcase.frame.events import RECORDER
from showcase.frame.recorder import Recorder
from showcase.views.docs import Docs
from showcase.views.frame import FRAME_KEYS, FrameKey

TABS = {"": "首页", "brands": "品牌", "areas": "领域", "agencies": "单位", "facets": "品牌"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, lay_out: Callable[[Path, str], Path]) -> Path:
    return lay_out(tmp_path_factory.mktemp("frame") / "project", "right/full")


@pytest.fixture(scope="module")
def docs(project: Path) -> Docs:
    return build_docs(read_project(project / "mkdocs.yml"), project / "out")


def test_there_is_a_frame_for_every_page(docs: Docs) -> None:
    assert set(docs.frames) == set(FRAME_KEYS)
    assert {frame.slots for frame in docs.frames.values()} == {("title", "head", "main")}


@pytest.mark.parametrize("key", FRAME_KEYS, ids=lambda key: f"{key.tab}-{key.depth}")
def test_the_tab_of_a_frame_is_lit_and_no_other(docs: Docs, key: FrameKey) -> None:
    html = docs.frames[key].pour({"title": "", "head": "", "main": ""}).decode()
    tabs = re.findall(r'<li class="md-tabs__item( md-tabs__item--active)?">\s*<a[^>]*>\s*(\S+)\s*</a>', html)
    assert [name for active, name in tabs if active] == ([TABS[key.tab]] if key.tab in TABS else [])
    assert len(tabs) == 6


@pytest.mark.parametrize("key", FRAME_KEYS, ids=lambda key: f"{key.tab}-{key.depth}")
def test_a_frame_finds_the_assets_from_its_depth(docs: Docs, key: FrameKey) -> None:
    html = docs.frames[key].pour({"title": "", "head": "", "main": ""}).decode()
    ways = set(re.findall(r'(?:src|href)="([./]*)assets/', html))
    assert ways == ({"../" * key.depth} if key.depth else {""}) or ways == {"./"}


def test_frames_are_not_written(docs: Docs, project: Path) -> None:
    pages = sorted(path.relative_to(project / "out").as_posix() for path in (project / "out").rglob("*.html"))
    assert docs.frames
    assert pages == ["404.html", "about/index.html", "news/2026/01/05/opening/index.html", "news/index.html"]


def test_hand_written_pages_are_known(docs: Docs) -> None:
    assert [(page.url, page.title, page.date) for page in docs.pages] == [
        ("about/", "关于", ""),
        ("news/", "动态", ""),
        ("news/2026/01/05/opening/", "开始试用", "2026-01-05"),
    ]
    assert [page.url for page in docs.news] == ["news/2026/01/05/opening/"]
    assert docs.home["hero"] == "两行的\n标题"


def test_links_to_brands_are_known_from_the_beginnings_of_posts_too(docs: Docs) -> None:
    known = {(link.source, link.slug) for link in docs.links}
    assert {("about.md", "haoban"), ("about.md", "ganghao")} < known
    assert ("news/index.md", "haoban") in known
    assert ("news/posts/opening.md", "ganghao") in known


def test_links_to_brands_are_known_with_their_places(project: Path, docs: Docs) -> None:
    placed = [link for link in docs.links if link.text]
    assert {link.source for link in placed} == {"about.md", "news/posts/opening.md"}
    for link in placed:
        assert link.text == (project / "docs" / link.source).read_text("utf-8").splitlines()[link.line - 1]
        assert link.text[link.column - 1 :].startswith(link.slug)


def test_settings_come_from_the_configuration(docs: Docs) -> None:
    settings = docs.settings
    assert (settings.site_name, settings.page_size) == ("试用橱窗", 6)
    assert settings.site_url == "https://showcase.example.com/brands/"
    assert settings.organizer == "试用市机关工委"


def test_a_second_build_gives_the_same(
    project: Path, docs: Docs, read_tree: Callable[[Path], dict[str, bytes]]
) -> None:
    again = build_docs(read_project(project / "mkdocs.yml"), project / "again")
    assert again == docs
    assert read_tree(project / "again") == read_tree(project / "out")


def test_nothing_is_left_in_the_configuration(project: Path) -> None:
    read = read_project(project / "mkdocs.yml")
    build_docs(read, project / "third")
    assert RECORDER not in read.config.extra
    assert not any(isinstance(value, Recorder) for value in read.config.extra.values())


def test_what_is_wrong_is_told_in_lines(tmp_path: Path) -> None:
    with pytest.raises(DocsError, match=r"nowhere\.yml"):
        read_project(tmp_path / "nowhere.yml")

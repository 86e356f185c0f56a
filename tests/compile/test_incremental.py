"""Nothing stale and nothing extra: after any edits, the site of an incremental build is that of a clean one."""

from __future__ import annotations

import io
import itertools
import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, rule
from PIL import Image

from showcase.cli.building import Making, Outcome, build_brands
from showcase.cli.clock import Clock
from showcase.cli.hand_written import HandWritten
from showcase.cli.order import Order
from showcase.compile import bench, content, executor, partner, site
from showcase.compile.content import ContentError
from showcase.compile.docs_cache import BuiltDocs
from showcase.compile.file_row import FileRow
from showcase.compile.kept_work import KeptWork
from showcase.compile.outset import set_out
from showcase.compile.pending import Memory, name_brands
from showcase.compile.reading import ToRead
from showcase.compile.store import Store, open_store
from showcase.compile.store_errors import DamagedStoreError
from showcase.model.settings import Settings
from showcase.source import brand_folder, crew
from showcase.views import templating
from showcase.views.docs import Docs, DocsPage
from showcase.views.frame import FRAME_KEYS, Frame
from showcase.views.page_link import BrandLink
from showcase.views.words import Words

VOCABULARY = """\
categories:
  desk: {name: 政务服务, icon: desk}
  road: {name: 交通运输}
levels:
  city: {name: 市级}
agencies:
  office: {name: 试用市政务服务中心, region: 试用}
  harbour: {name: 试用市港务局, parent: office}
"""
OLD = 1_600_000_000
FRONT: dict[str, tuple[str, ...]] = {
    "agency": ("office", "harbour"),
    "category": ("desk", "road"),
    "slogan": ("好办快办", "一次办成，不用再跑"),
    "summary": (
        "这个品牌只为看看一次次构建以后网站对不对，没有别的意思。",
        "这个品牌也只为看看一次次构建以后网站对不对，没有别的意思。",
    ),
    "status": ("published", "retired", "draft"),
    "level": ("city", ""),
    "featured": ("true", "false"),
    "published": ("2024", "2025-02-03", ""),
    "since": ("2014-06", ""),
    "aliases": ("", "", "", "", "[old-a]", "[old-b, first-6]"),
    # 水 and 税 are pronounced alike, so that each changes the address of the other.
    "tags": ("[水]", "[水, 路]", "[税]", "[]"),
    "service": ("{audience: [个人], channels: [{type: web}], items: [{name: 缴水费}]}", "{audience: [企业, 个人]}", ""),
    "phases": ("{planning: {status: done}}", "{publicity: {status: ongoing}}", ""),
}


def draw_picture(colour: str) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(file, "PNG")
    return file.getvalue()


COLOURS = ("#a00000", "#00a000", "#0000a0")
PICTURES = {colour: draw_picture(colour) for colour in COLOURS}


class Project:
    """A brands folder, hand-written pages and a site that is built again and again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.brands = folder / "brands"
        self.brands.mkdir()
        self.docs = Docs(Settings(page_size=6), {key: make_frame("一") for key in FRAME_KEYS}, home={"hero": "好服务"})
        self.skips = False
        self.kept: KeptWork | None = None
        """What a preview keeps from build to build."""
        self._clock = itertools.count(OLD)
        self.write("_catalogue.yml", VOCABULARY)

    def write(self, name: str, text: str) -> None:
        """Writes a file with a time of its own, long ago: a file just written is not trusted."""
        path = self.brands / name
        path.write_text(text, encoding="utf-8")
        time = next(self._clock)
        os.utime(path, (time, time))

    def write_bytes(self, name: str, content: bytes, time: int) -> None:
        """Writes a file beside a brand with a time that may be that of the one before."""
        path = self.brands / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        os.utime(path, (time, time))

    def build(self, site: str = "site", cache: str = "cache", identity: str = "program", jobs: int = 1) -> Outcome:
        """Builds in this process."""
        built = BuiltDocs(self.docs, self.folder / "docs")
        docs = HandWritten(self.docs.settings, (), lambda: built)
        order = Order(
            self.brands, self.folder / site, self.folder / cache, jobs, False, self.skips, "en", self.folder / "x.yml"
        )
        kept = (self.kept if site == "site" else None) or KeptWork()
        with (
            set_out(order.cache, order.site, jobs=jobs, known=kept.site) as outset,
            open_store(order.cache, identity, kept.pages) as (store, _),
        ):
            return build_brands(Making(order, Clock(), docs, self.brands, outset, identity, kept=kept), store)

    def read(self, site: str) -> dict[str, bytes]:
        """Every file of a site."""
        root = self.folder / site
        return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}

    def compare(self) -> None:
        """Holds the incremental site against a clean one; where there can be none, the site is as it was."""
        shutil.rmtree(self.folder / "clean", ignore_errors=True)
        shutil.rmtree(self.folder / "empty", ignore_errors=True)
        try:
            self.build("clean", "empty", jobs=3)
        except ContentError:
            before = self.read("site")
            with pytest.raises(ContentError):
                self.build()
            assert self.read("site") == before
            return
        self.build()
        assert self.read("site") == self.read("clean")


def make_frame(mark: str) -> Frame:
    return Frame.cut(f"<title><!--slot:title--></title><!--slot:head--><body>{mark}<!--slot:main--></body>")


def write_brand(project: Project, slug: str, front: dict[str, str], body: str) -> None:
    lines = {"name": f"品牌{slug}", "summary": FRONT["summary"][0], **front}
    text = "\n".join(f"{key}: {value}" for key, value in lines.items() if value)
    project.write(f"{slug}.md", f"---\n{text}\n---\n\n{body}\n")


class Editing(RuleBasedStateMachine):
    """Editors at work, one edit after the other."""

    slugs = Bundle("slugs")
    fronts = st.fixed_dictionaries({key: st.sampled_from(values) for key, values in FRONT.items()})
    bodies = st.sampled_from(["", "一个故事。", "## 从前\n\n- 甲\n- 乙"])

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(prefix="showcase-test-")
        self.project = Project(Path(self.folder.name))

    @initialize()
    def begin(self) -> None:
        for number in range(7):
            write_brand(self.project, f"first-{number}", {key: values[0] for key, values in FRONT.items()}, "")

    @rule(target=slugs, slug=st.sampled_from(["a", "b", "c", "first-3"]), front=fronts, body=bodies)
    def write(self, slug: str, front: dict[str, str], body: str) -> str:
        write_brand(self.project, slug, front, body)
        return slug

    @rule(slug=consumes(slugs))
    def delete(self, slug: str) -> None:
        (self.project.brands / f"{slug}.md").unlink(missing_ok=True)

    @rule(slug=slugs, other=st.sampled_from(["d", "e"]))
    def rename(self, slug: str, other: str) -> None:
        path = self.project.brands / f"{slug}.md"
        if path.exists():
            path.replace(self.project.brands / f"{other}.md")

    @rule(colour=st.sampled_from(COLOURS), name=st.sampled_from(["a.png", "b.png"]), anew=st.booleans())
    def draw(self, colour: str, name: str, anew: bool) -> None:
        """A picture of the same size as every other, and unless it is drawn anew of the same time."""
        self.project.write_bytes(f"pictured/{name}", PICTURES[colour], OLD if anew else OLD - 1)

    @rule(names=st.sets(st.sampled_from(["a.png", "b.png"])))
    def show(self, names: set[str]) -> None:
        (self.project.brands / "pictured").mkdir(exist_ok=True)
        shown = "".join(f"\n  - {{src: {name}, alt: 一张图}}" for name in sorted(names))
        front = {"agency": "office", "category": "desk", "slogan": "看得见的服务", "gallery": shown}
        write_brand(self.project, "pictured/index", front, "")

    @rule()
    def take_pictures_away(self) -> None:
        shutil.rmtree(self.project.brands / "pictured", ignore_errors=True)

    @rule(is_whole=st.booleans())
    def blunder(self, is_whole: bool) -> None:
        self.project.write("z-blunder.md", "---\nname: 坏\n---\n")
        if is_whole:
            (self.project.brands / "z-blunder.md").unlink()

    @rule(serves=st.booleans())
    def preview(self, serves: bool) -> None:
        self.project.kept = KeptWork() if serves else None

    @rule(skips=st.booleans())
    def leave_out_what_is_invalid(self, skips: bool) -> None:
        self.project.skips = skips

    @rule(name=st.sampled_from(["港务局", "政务服务", "市级", "试用"]), other=st.sampled_from(["甲", "乙"]))
    def name_anew(self, name: str, other: str) -> None:
        self.project.write("_catalogue.yml", VOCABULARY.replace(name, f"{name}{other}"))

    @rule(
        size=st.sampled_from([6, 8]),
        url=st.sampled_from(["", "https://example.com/"]),
        organizer=st.sampled_from([None, "试用市机关工委"]),
    )
    def settle(self, size: int, url: str, organizer: str | None) -> None:
        changes = {"page_size": size, "site_url": url, "organizer": organizer}
        given = self.project.docs.settings.model_copy(update=changes)
        self.project.docs = replace(self.project.docs, settings=given)

    @rule(mark=st.sampled_from(["一", "二"]), hero=st.sampled_from(["好服务", "有名字"]))
    def draw_frames_anew(self, mark: str, hero: str) -> None:
        frames = {key: make_frame(mark) for key in FRAME_KEYS}
        news = (DocsPage("news/a/", "news/a.md", f"消息{mark}", date="2026-01-05"),)
        self.project.docs = replace(self.project.docs, frames=frames, home={"hero": hero}, pages=news)

    @invariant()
    def incremental_is_clean(self) -> None:
        self.project.compare()

    def teardown(self) -> None:
        self.folder.cleanup()


TestEditing = Editing.TestCase
TestEditing.settings = settings(max_examples=8, stateful_step_count=7)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path)
    for number in range(8):
        write_brand(made, f"b{number}", {"agency": "office", "category": "desk", "slogan": "好办快办"}, "一个故事。")
    made.build()
    return made


def edit_story(project: Project) -> None:
    write_brand(project, "b3", {"agency": "office", "category": "desk", "slogan": "好办快办"}, "另一个故事。")


def edit_slogan(project: Project) -> None:
    write_brand(project, "b3", {"agency": "office", "category": "desk", "slogan": "快办好办"}, "一个故事。")


@pytest.mark.parametrize(
    ("edit", "least", "most"),
    [
        pytest.param(lambda _project: None, 0, 0, id="nothing"),
        pytest.param(edit_story, 2, 2, id="a story: its page and its data alone"),
        pytest.param(edit_slogan, 6, 24, id="a slogan: also where its card stands, lists and feeds"),
    ],
)
def test_a_small_change_is_a_small_build(
    project: Project, edit: Callable[[Project], None], least: int, most: int
) -> None:
    edit(project)
    assert least <= project.build().rendered <= most


FIRST = {"agency": "office", "category": "desk", "slogan": "一次办成，不用再跑"}


def test_an_edit_asks_for_the_files_of_one_brand(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    write_brand(project, "first-1", FIRST, "一")
    write_brand(project, "first-2", FIRST, "一")
    project.build()
    asked: list[int] = []
    read = Store.read_files

    def count(store: Store, site: str, paths: Iterable[str] | None = None) -> dict[str, FileRow]:
        rows = read(store, site, paths)
        asked.append(-1 if paths is None else len(rows))
        return rows

    monkeypatch.setattr(Store, "read_files", count)
    write_brand(project, "first-1", FIRST, "二")
    project.compare()
    (incremental,) = [number for number in asked if number != -1]
    assert 2 <= incremental < 10
    # Somebody touched the site: everything is looked at.
    (project.folder / "site/brands/first-2/index.html").write_text("theirs")
    write_brand(project, "first-1", FIRST, "三")
    del asked[:]
    project.compare()
    assert -1 in asked[1:]
    # And known again from then on.
    write_brand(project, "first-1", FIRST, "四")
    del asked[:]
    project.compare()
    assert asked[-1] == incremental


@pytest.mark.parametrize("lost", ["1", "lot % 2", "lot % 2 = 0"])
def test_files_of_which_nothing_is_known_any_more_are_not_taken_for_strangers(project: Project, lost: str) -> None:
    for number in range(12):
        write_brand(project, f"first-{number}", FIRST, "一")
    project.build()
    there = project.read("site").keys()
    with closing(sqlite3.connect(project.folder / "cache/store.sqlite")) as connection, connection:
        assert connection.execute(f"DELETE FROM files WHERE {lost}").rowcount > 0
    noticed = 0
    for number in range(12):
        write_brand(project, f"first-{number}", FIRST, "二")
        try:
            project.build()
        except DamagedStoreError:  # Whoever asked for the build throws the store away.
            noticed += 1
        assert project.read("site").keys() == there
    assert noticed > 0


@pytest.mark.skipif(sys.platform != "linux", reason="other systems fork no process")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_what_changed_lately_is_read_while_the_ledger_is(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (brand_folder, partner):
        monkeypatch.setattr(module, "can_fork", lambda: True)
    read_notes, read_ledger = content.read_notes, Store.read_notes
    done: list[object] = []

    def note_files(files: Sequence[ToRead], *args: Any) -> Any:
        done.append([one.file.source for one in files])
        return read_notes(files, *args)

    def note_ledger(store: Store) -> Any:
        done.append("ledger")
        return read_ledger(store)

    monkeypatch.setattr(content, "read_notes", note_files)
    monkeypatch.setattr(Store, "read_notes", note_ledger)
    edit_story(project)
    project.build(jobs=2)
    assert done == [["b3.md"], "ledger", []]
    del done[:]
    project.build(jobs=2)
    assert done == ["ledger", []]
    project.compare()


def test_words_are_spelt_once(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    spelt: list[str] = []
    monkeypatch.setattr("showcase.compile.speller.spell", lambda word: spelt.append(word) or (word.lower(),))
    front = {"agency": "office", "category": "desk", "slogan": "好办快办"}
    write_brand(project, "b1", {**front, "tags": "[水, 桥]"}, "另一个故事。")
    project.build()
    assert sorted(spelt) == ["桥", "水"]
    write_brand(project, "b1", {**front, "tags": "[水]"}, "")
    project.build()
    write_brand(project, "b1", {**front, "tags": "[水, 桥]"}, "")
    project.build()
    assert sorted(spelt) == ["桥", "桥", "水"]


def test_no_brand_pays_for_what_all_need(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []

    def stop(_jobs: int, begin: Callable[[], None]) -> None:
        begin()
        compiled.extend(name for _, name in bench._Worker.bench.workshop.site.templates.cache)
        raise InterruptedError

    project.build()
    templating._open.cache_clear()
    monkeypatch.setattr(partner, "can_fork", lambda: False)
    monkeypatch.setattr(executor, "can_fork", lambda: True)
    monkeypatch.setattr(executor, "Crew", stop)
    monkeypatch.setattr(bench._Worker, "bench", None, raising=False)
    write_brand(project, "first-1", FIRST, "二")
    with pytest.raises(InterruptedError):
        project.build()
    assert {"brand.html", "card.html"} <= set(compiled)
    assert "segno" in sys.modules


def test_a_partner_gets_ready_before_it_is_known_what_is_to_be_made() -> None:
    templating._open.cache_clear()
    partner._get_ready("", "zh-Hans")
    compiled = {name for _, name in templating.open_templates(Words("zh-Hans")).cache}
    assert {"brand.html", "card.html"} <= compiled
    assert "segno" in sys.modules


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
@pytest.mark.parametrize("story", ["一", "二", ""])
def test_few_are_made_by_a_process_that_was_called_before(
    story: str, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever it was found out meanwhile is to be made: nothing, a page or much else."""
    called: list[object] = []
    for module in (brand_folder, partner, executor, crew):
        monkeypatch.setattr(module, "can_fork", lambda: True)
    gather = crew.Crew.gather
    monkeypatch.setattr(crew.Crew, "gather", lambda one: called.append(one) or gather(one))
    project.build()
    called.clear()
    write_brand(project, "first-1", FIRST, story)
    (project.folder / "site/brands/b3/index.html").unlink()
    project.build()
    assert called
    project.compare()


def test_of_two_files_of_one_slug_nothing_of_the_refused_one_is_shown(project: Project) -> None:
    project.skips = True
    front = {"agency": "office", "category": "desk", "slogan": "好办快办"}
    (project.brands / "twice").mkdir()
    write_brand(project, "twice/index", {**front, "name": "甲文件夹"}, "文件夹里的故事。")
    write_brand(project, "twice", {**front, "name": "乙文件"}, "文件里的故事。")
    project.build()
    page = (project.folder / "site/brands/twice/index.html").read_text(encoding="utf-8")
    assert "文件夹里的故事" in page
    assert "乙文件" not in page
    project.compare()


@pytest.mark.parametrize(
    "story",
    [
        "看[津][a]。\n\n1. [a]: brand:b3",
        "看[津][a]。\n\n[a]:            brand:b3",
        "看[津](br&#97;nd:b3) 又 brand:b3。",
        "看[津](brand:b3)。",
    ],
)
def test_a_link_goes_with_the_brand_it_leads_to(story: str, project: Project) -> None:
    write_brand(project, "b3", {"agency": "office", "category": "desk", "slogan": "好办快办"}, "")
    write_brand(project, "first-1", FIRST, story)
    project.build()
    write_brand(project, "b3", {"agency": "office", "category": "desk", "slogan": "好办快办", "status": "draft"}, "")
    project.build()
    project.compare()


@pytest.mark.parametrize("few", [0, 1, 200])
def test_what_brands_were_published_of_is_known_after_every_edit(
    few: int, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site, "_FEW_CHANGES", few)

    def check() -> None:
        outcome = project.build()
        with open_store(project.folder / "cache", "program") as (store, _):
            known = site.read_memory(store, project.folder / "site").brands
        assert known == name_brands(outcome.content, Memory())
        assert known

    check()
    for story in ("二", "三"):
        write_brand(project, "first-1", FIRST, story)
        check()
    write_brand(project, "b9", {"agency": "office", "category": "desk", "slogan": "好办快办"}, "新")
    check()
    (project.brands / "b9.md").unlink()
    check()
    write_brand(project, "first-1", FIRST, "一")
    check()


def test_a_picture_of_the_same_size_and_time(project: Project) -> None:
    red, blue = PICTURES["#a00000"], PICTURES["#0000a0"]
    assert len(red) == len(blue)
    project.write_bytes("pictured/a.png", red, OLD)
    front = {"agency": "office", "category": "desk", "slogan": "看得见的服务", "gallery": "\n  - {src: a.png, alt: 图}"}
    write_brand(project, "pictured/index", front, "")
    project.compare()
    project.write_bytes("pictured/a.png", blue, OLD)
    project.compare()


def test_other_code_makes_everything_anew(project: Project) -> None:
    outcome = project.build(identity="other program")
    assert (outcome.rendered, outcome.published.written) == (outcome.targets, 0)


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(
            lambda folder: (folder / "cache/store.sqlite").write_bytes(b"SQLite format 3\0 no"), id="broken store"
        ),
        pytest.param(lambda folder: (folder / "cache/store.sqlite").write_bytes(b""), id="empty store"),
        pytest.param(lambda folder: shutil.rmtree(folder / "cache"), id="no cache"),
        pytest.param(lambda folder: (folder / "site/brands/b1/index.html").unlink(), id="page gone"),
        pytest.param(lambda folder: (folder / "site/brands/b1/index.html").write_text("x", "utf-8"), id="page spoilt"),
        pytest.param(lambda folder: (folder / "site/stray.html").write_text("x", "utf-8"), id="stray page"),
        pytest.param(lambda folder: shutil.rmtree(folder / "site"), id="no site"),
    ],
)
def test_whatever_is_harmed_is_mended(project: Project, harm: Callable[[Path], object]) -> None:
    harm(project.folder)
    project.compare()


def test_a_preview_mends_a_site_of_which_the_page_that_it_makes_anew_was_taken_away(project: Project) -> None:
    project.kept = KeptWork()
    project.build()
    shutil.rmtree(project.folder / "site/brands")
    edit_story(project)
    project.compare()


def test_a_file_beside_a_folder_of_the_same_name_leaves_nothing_behind(project: Project) -> None:
    front = {"agency": "office", "category": "desk", "slogan": "好办快办"}
    (project.brands / "twin").mkdir()
    write_brand(project, "twin/index", front, "文件夹里的故事。")
    write_brand(project, "twin", front, "另一个文件的故事。")
    with pytest.raises(ContentError):
        project.build()
    (project.brands / "twin.md").unlink()
    project.compare()
    assert "文件夹里的故事" in project.read("site")["brands/twin/index.html"].decode()


def test_a_folder_that_is_linked_is_made_anew(project: Project) -> None:
    place = project.folder / "site/brands/b1"
    place.rename(project.folder / "elsewhere")
    place.symlink_to(project.folder / "elsewhere")
    project.compare()
    assert not place.is_symlink()


@pytest.mark.parametrize(
    "link",
    [
        "[远](brand:far)",
        "[远][x]\n\n[x]: brand:far",
        '<a href="brand:far">远</a>',
        "[远](BRAND:far)",
        "[远](&#98;rand:far)",
        "[远](\nbrand:far)",
    ],
)
def test_a_story_links_to_a_brand_as_long_as_it_has_a_page(project: Project, link: str) -> None:
    write_brand(project, "b1", {"agency": "office", "category": "desk", "slogan": "好办快办"}, link)
    for status in ("published", "draft", "published"):
        front = {"agency": "harbour", "category": "road", "slogan": "好办快办", "status": status}
        write_brand(project, "far", front, "")
        project.compare()


def test_a_hand_written_page_links_to_a_brand_as_long_as_it_has_a_page(project: Project) -> None:
    link = '<a class="x" href="../brands/b3/#service">三</a>'
    page = project.folder / "docs/about/index.html"
    page.parent.mkdir(parents=True)
    page.write_text(f'<p>{link}和<a href="../brands/b4/">四</a></p>', encoding="utf-8")
    frames = {key: make_frame(link) for key in FRAME_KEYS}
    links = (BrandLink("about.md", "b3"), BrandLink("about.md", "b4"))
    project.docs = replace(project.docs, frames=frames, links=links)
    project.skips = True

    def shows_link() -> bool:
        project.compare()
        site = {path: text.decode() for path, text in project.read("site").items() if path.endswith(".html")}
        written, framed = site["about/index.html"], site["brands/b5/index.html"]
        assert written in (page.read_text(encoding="utf-8"), '<p>三和<a href="../brands/b4/">四</a></p>')
        assert (link in written) == (link in framed)
        assert "三" in framed
        return link in written

    def tell_faults() -> list[str]:
        return [fault.code for fault in project.build().content.faults if fault.place.path == "docs/about.md"]

    assert shows_link()
    write_brand(project, "b3", {"agency": "office", "category": "desk", "slogan": "好办快办", "status": "draft"}, "")
    assert not shows_link()
    assert tell_faults() == []
    edit_story(project)
    assert shows_link()
    project.write("b3.md", "---\nname: 坏\n---\n")
    assert not shows_link()
    assert tell_faults() == ["refused-brand"]
    (project.brands / "b3.md").unlink()
    assert not shows_link()
    assert tell_faults() == ["unknown-brand"]
    project.skips = False
    with pytest.raises(ContentError):
        project.build()
    edit_story(project)
    assert shows_link()


def test_a_dot_folder_of_the_docs_goes_with_them(project: Project) -> None:
    file = project.folder / "docs/.well-known/security.txt"
    file.parent.mkdir(parents=True)
    file.write_text("Contact: mailto:a@example.com", encoding="utf-8")
    project.build()
    file.unlink()
    project.build()
    assert not (project.folder / "site/.well-known").exists()

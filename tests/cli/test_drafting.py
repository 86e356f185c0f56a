"""What ``new`` is made of: slugs, choices, the vocabulary's text, files that are whole or not there."""

from pathlib import Path

import pytest
import yaml

from showcase.cli.drafting.agency_entry import AgencyEntry, UnfitCatalogueError, append_agency
from showcase.cli.drafting.choice import Option, find_options, suggest_options
from showcase.cli.drafting.new_files import add_file, replace_file
from showcase.cli.drafting.starter import Term
from showcase.cli.drafting.taken import find_claimant, list_slugs
from showcase.source.slug import derive_slug, is_slug, suggest_free

ENTRY = AgencyEntry("hz-office", "杭州市政务服务管理办公室", "杭州政务办")
WRITTEN = ["  hz-office:", "    name: 杭州市政务服务管理办公室", "    short: 杭州政务办"]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("浙里办", "zheliban"),
        ("e政通", "ezhengtong"),
        ("iXiamen", "ixiamen"),
        ("12345 政务服务便民热线", "12345-zhengwufuwubianminrexian"),
        ("重庆·渝快办", "chongqing-yukuaiban"),
        ("绿色通道", "lvsetongdao"),
        ("１２３４５热线", "12345rexian"),
        ("Café（示例）", "cafe-shili"),
        ("—浙里办—", "zheliban"),
        ("★★", ""),
    ],
)
def test_slug_comes_of_the_name(name: str, slug: str) -> None:
    assert derive_slug(name) == slug


def test_slug_is_never_too_long() -> None:
    slug = derive_slug("装" * 12 + " 装" * 8)
    assert len(slug) <= 64
    assert is_slug(slug)


@pytest.mark.parametrize(
    ("slug", "taken", "free"),
    [
        ("zheliban", set(), "zheliban"),
        ("zheliban", {"zheliban"}, "zheliban-2"),
        ("zheliban", {"zheliban", "zheliban-2"}, "zheliban-3"),
        ("a" * 64, {"a" * 64}, "a" * 62 + "-2"),
        ("a" * 61 + "-bc", {"a" * 61 + "-bc"}, "a" * 61 + "-2"),
    ],
)
def test_a_free_slug_is_suggested(slug: str, taken: set[str], free: str) -> None:
    assert suggest_free(slug, taken) == free
    assert is_slug(free)


OPTIONS = [
    Option(Term("government-services", "政务服务"), ("Government services",)),
    Option(Term("public-hotline", "便民热线")),
    Option(Term("legal-services", "公共法律"), ("法务",)),
]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("政务服务", ["government-services"]),
        ("public-hotline", ["public-hotline"]),
        ("热线", ["public-hotline"]),
        ("GOVERN", ["government-services"]),
        ("services", ["government-services", "legal-services"]),
        ("务", ["government-services", "legal-services"]),
        ("税务", []),
    ],
)
def test_options_are_found_by_any_part_of_any_name(text: str, keys: list[str]) -> None:
    assert [option.term.key for option in find_options(OPTIONS, text)] == keys


def test_an_exact_name_wins_over_names_that_hold_it() -> None:
    city, office = Option(Term("hz", "杭州市")), Option(Term("hz-office", "杭州市办公室"))
    assert find_options([office, city], "杭州市") == [city]


def test_what_looks_alike_is_suggested() -> None:
    assert [option.term.key for option in suggest_options(OPTIONS, "便民热钱")] == ["public-hotline"]
    assert suggest_options(OPTIONS, "xyz") == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("agencies:\n  a: {name: 甲}\n", ["agencies:", "  a: {name: 甲}", *WRITTEN]),
        ("agencies: {} # 单位\nlevels: {}\n", ["agencies:  # 单位", *WRITTEN, "levels: {}"]),
        ("agencies:\nlevels: {}\n", ["agencies:", *WRITTEN, "levels: {}"]),
        ("levels: {}\n", ["levels: {}", "", "agencies:", *WRITTEN]),
        ("levels: {}", ["levels: {}", "", "agencies:", *WRITTEN]),
        (
            "agencies:\n  a:\n    name: 甲 # 甲\n  # 还有\n\n# 级别\nlevels: {}\n",
            ["agencies:", "  a:", "    name: 甲 # 甲", *WRITTEN, "  # 还有", "", "# 级别", "levels: {}"],
        ),
        (
            "agencies:\n    a:\n        name: {zh-Hans: 甲,\n          en: A}\n",
            [
                "agencies:",
                "    a:",
                "        name: {zh-Hans: 甲,",
                "          en: A}",
                *(f"  {line}" for line in WRITTEN),
            ],
        ),
    ],
    ids=["last", "empty", "null", "absent", "no-line-end", "before-comments", "indented"],
)
def test_an_agency_is_added_and_every_other_line_kept(before: str, after: list[str]) -> None:
    assert append_agency(before, ENTRY).split("\n") == [*after, ""]


def test_line_ends_are_kept() -> None:
    before = "agencies:\r\n  a: {name: 甲}\r\n"
    assert append_agency(before, ENTRY) == before + "".join(f"{line}\r\n" for line in WRITTEN)


def test_a_name_that_is_no_plain_text_is_quoted() -> None:
    text = append_agency("agencies: {}\n", AgencyEntry("12345", "甲: 乙"))
    assert yaml.safe_load(text) == {"agencies": {"12345": {"name": "甲: 乙"}}}


@pytest.mark.parametrize(
    "text",
    ["agencies: {a: {name: 甲}}\n", "agencies:\n  hz-office: {name: 甲}\n", "agencies: 甲\n", "- a\n", "a: [\n", ""],
    ids=["one-line", "key-taken", "text", "list", "broken", "empty"],
)
def test_an_unfit_vocabulary_is_left_alone(text: str) -> None:
    with pytest.raises(UnfitCatalogueError):
        append_agency(text, ENTRY)


def test_what_is_taken_is_found(tmp_path: Path) -> None:
    (tmp_path / "jia.md").write_text('---\nname: "甲\\u4e59丙"\naliases: [old]\n---\n甲乙', encoding="utf-8")
    (tmp_path / "yi").mkdir()
    (tmp_path / "yi/index.md").write_text("---\nname: 乙\nagency: [\n---\n丙丁", encoding="utf-8")
    (tmp_path / "bing").mkdir()
    (tmp_path / "_catalogue.yml").write_text("agencies: {}")
    slugs = list_slugs(tmp_path)
    assert slugs == {"jia": tmp_path / "jia.md", "yi": tmp_path / "yi/index.md"}
    assert find_claimant(slugs, "aliases", "old") == tmp_path / "jia.md"
    assert find_claimant(slugs, "name", "丙丁") is None


def test_a_file_is_added_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "a/index.md"
    with add_file(path, "甲\n"):
        assert path.read_bytes() == "甲\n".encode()
    assert list(tmp_path.rglob("*")) == [path.parent, path]


def test_a_file_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "index.md"
    path.write_text("甲")
    with pytest.raises(FileExistsError), add_file(path, "乙"):
        pass
    assert [(entry, entry.read_text()) for entry in tmp_path.iterdir()] == [(path, "甲")]


def test_a_file_is_never_written_over_where_there_are_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    path = tmp_path / "index.md"
    with add_file(path, "甲"):
        pass
    with pytest.raises(FileExistsError), add_file(path, "乙"):
        pass
    assert [(entry, entry.read_text()) for entry in tmp_path.iterdir()] == [(path, "甲")]


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError, SystemExit])
def test_an_interruption_leaves_nothing(error: type[BaseException], tmp_path: Path) -> None:
    with pytest.raises(error), add_file(tmp_path / "a/index.md", "甲"):
        raise error
    assert list(tmp_path.iterdir()) == []


def test_an_interruption_keeps_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/logo.svg").write_text("<svg/>")
    with pytest.raises(KeyboardInterrupt), add_file(tmp_path / "a/index.md", "甲"):
        raise KeyboardInterrupt
    assert list((tmp_path / "a").iterdir()) == [tmp_path / "a/logo.svg"]


def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "_catalogue.yml"
    path.write_text("甲")
    path.chmod(0o640)
    replace_file(path, "乙\r\n")
    assert path.read_bytes() == "乙\r\n".encode()
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]

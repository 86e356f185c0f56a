"""Publishing: from what a site was to what it should be."""

import os
from pathlib import Path

import pytest

from showcase.compile.publish import MARKER, STAGE, Published, PublishError, is_bare, open_stage, publish_files
from showcase.compile.stage import Stage, Staged
from showcase.compile.survey import survey_folder

Files = dict[str, str]


def publish(site: Path, files: Files) -> Published:
    folder = open_stage(site)
    stage = Stage(site, folder, is_tree=is_bare(survey_folder(site, skip=frozenset({STAGE}))))
    return publish_files([Staged(path, stage.put(path, text.encode())) for path, text in files.items()], stage)


def read(site: Path) -> Files:
    """The files of a site but its marker."""
    files = (path for path in site.rglob("*") if path.is_file() and path.name != MARKER)
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in files}


@pytest.mark.parametrize(
    ("before", "after", "published"),
    [
        pytest.param({}, {"a.html": "1", "b/c.html": "2"}, Published(2, 0), id="first"),
        pytest.param({"a": "1", "b": "2"}, {"a": "1", "b": "2"}, Published(0, 0), id="nothing new"),
        pytest.param({"a": "1", "b": "2"}, {"a": "1", "b": "3"}, Published(1, 0), id="same size, other bytes"),
        pytest.param({"a/b/c": "1", "d": "2"}, {"d": "2"}, Published(0, 1), id="removed with its folders"),
        pytest.param({"a": "1"}, {"a/b": "1"}, Published(1, 0), id="file becomes folder"),
        pytest.param({"a/b/c": "1"}, {"a/b": "1"}, Published(1, 0), id="folder becomes file"),
        pytest.param({"a": "1"}, {"a/b/c": "2", "a/d": "3"}, Published(2, 0), id="file becomes deep folder"),
        pytest.param({"a": "1"}, {}, Published(0, 1), id="nothing is left"),
    ],
)
def test_brings_a_site_to_what_it_should_be(tmp_path: Path, before: Files, after: Files, published: Published) -> None:
    site = tmp_path / "site"
    publish(site, before)
    assert publish(site, after) == published
    assert read(site) == after
    assert not (site / STAGE).exists()
    assert [path for path in site.rglob("*") if path.is_dir() and not any(path.iterdir())] == []


def test_lists_go_before_the_pages_they_lead_to_and_pages_before_their_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = [
        *("agencies/desk/index.html", "areas/service/index.html", "brands/a/index.html", "brands/b/index.html"),
        *("agencies/desk/brands.json", "brands/a/brand.json", "brands/b/hall.webp"),
    ]
    publish(tmp_path, dict.fromkeys((*reversed(order), "index.html"), "1"))
    gone: list[str] = []
    unlink = Path.unlink

    def note(path: Path, missing_ok: bool = False) -> None:
        if path.exists() and STAGE not in path.parts:
            gone.append(path.relative_to(tmp_path).as_posix())
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", note)
    publish(tmp_path, {"index.html": "1"})
    assert gone == order


def test_a_bare_site_gets_whole_folders_beside_what_is_not_ours(tmp_path: Path) -> None:
    for path in (".git/head", ".well-known/theirs"):
        (tmp_path / path).parent.mkdir()
        (tmp_path / path).write_text("theirs", encoding="utf-8")
    (tmp_path / MARKER).touch()
    assert publish(tmp_path, {".well-known/ours": "1", "a/b/c": "2", "d": "3"}) == Published(3, 0)
    theirs = {".git/head": "theirs", ".well-known/theirs": "theirs"}
    assert read(tmp_path) == {**theirs, ".well-known/ours": "1", "a/b/c": "2", "d": "3"}


def test_what_nobody_waits_for_stays_out_of_a_bare_site(tmp_path: Path) -> None:
    stage = Stage(tmp_path, open_stage(tmp_path), is_tree=True)
    for path in ("a/out/index.html", "a/out/deep/half", "a/in/half", "a/in/index.html", "b/out"):
        stage.put(path, b"1")
    assert publish_files([Staged("a/in/index.html", (1, 1))], stage) == Published(1, 0)
    assert sorted(path.name for path in tmp_path.rglob("*")) == [MARKER, "a", "in", "index.html"]


@pytest.mark.parametrize(
    ("after", "published"),
    [
        (("p/a-1", "p/b-2"), Published(1, 0)),
        (("p/a-3", "p/b-2", "p/c-3"), Published(3, 0)),
        (("p/a-1",), Published(0, 1)),
        (("p/c-1", "q"), Published(2, 1)),
    ],
)
def test_what_has_a_successor_of_another_name_is_not_counted_as_removed(
    tmp_path: Path, after: tuple[str, ...], published: Published
) -> None:
    publish(tmp_path, {"p/a-1": "1", "p/b-1": "1"})
    stage = Stage(tmp_path, open_stage(tmp_path), is_tree=False)
    staged = [Staged(path, stage.put(path, b"1")) for path in after]
    assert publish_files(staged, stage, former=("p/a-1", "p/b-1"), renamed="p/") == published


def test_unchanged_files_keep_their_time(tmp_path: Path) -> None:
    publish(tmp_path, {"a": "1", "b": "2"})
    os.utime(tmp_path / "a", (1, 1))
    publish(tmp_path, {"a": "1", "b": "3"})
    assert (tmp_path / "a").stat().st_mtime == 1
    assert (tmp_path / MARKER).is_file()


def test_every_file_is_whole_at_every_moment(tmp_path: Path) -> None:
    publish(tmp_path, {"a": "old"})
    with (tmp_path / "a").open(encoding="utf-8") as reader:
        publish(tmp_path, {"a": "new"})
        assert reader.read() == "old"


def test_the_site_stands_while_files_are_made(tmp_path: Path) -> None:
    publish(tmp_path, {"a": "old", "b": "gone"})
    stage = Stage(tmp_path, open_stage(tmp_path))
    assert stage.put("a", b"new")
    assert Path(stage.place("a")).read_bytes() == b"new"
    assert Path(stage.place("a")).parent == tmp_path / STAGE
    assert not stage.put("a", b"old")
    assert {name: text for name, text in read(tmp_path).items() if STAGE not in name} == {"a": "old", "b": "gone"}


def test_links_are_replaced_and_never_followed(tmp_path: Path) -> None:
    elsewhere, site = tmp_path / "elsewhere", tmp_path / "site"
    publish(site, {"a": "1"})
    elsewhere.mkdir()
    (elsewhere / "b").write_text("theirs", encoding="utf-8")
    (site / "c").symlink_to(elsewhere)
    (site / "d").symlink_to(elsewhere / "b")
    publish(site, {"a": "1", "d": "ours"})
    assert read(site) == {"a": "1", "d": "ours"}
    assert not (site / "d").is_symlink()
    assert (elsewhere / "b").read_text(encoding="utf-8") == "theirs"


@pytest.mark.parametrize("name", ["notes.txt", ".git", "index.html"])
def test_refuses_a_folder_of_somebody_else(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("theirs", encoding="utf-8")
    with pytest.raises(PublishError, match="--force"):
        open_stage(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert open_stage(tmp_path, force=True).is_dir()


def test_takes_an_empty_folder(tmp_path: Path) -> None:
    assert open_stage(tmp_path) == tmp_path / STAGE


@pytest.mark.parametrize("below", ["", "site"])
def test_refuses_a_file_in_the_way(tmp_path: Path, below: str) -> None:
    file = tmp_path / "file"
    file.write_text("theirs", encoding="utf-8")
    with pytest.raises((PublishError, NotADirectoryError), match="file"):
        open_stage(file / below)
    assert file.read_text(encoding="utf-8") == "theirs"


def test_refuses_a_linked_site(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    with pytest.raises(PublishError, match="link"):
        open_stage(tmp_path / "link")


def test_sweeps_an_old_stage(tmp_path: Path) -> None:
    publish(tmp_path, {"a": "1"})
    (tmp_path / STAGE / "x").mkdir(parents=True)
    assert list(open_stage(tmp_path).iterdir()) == []

"""What a build looks at before anything else, and by which it sees that there is nothing to do."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from showcase.compile.lock import LockedError
from showcase.compile.outset import Outset, set_out
from showcase.compile.stamp import Sources, Stamp, digest_sources, sign_program
from showcase.compile.survey import survey_folder

OLD = 1_000_000_000


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Brands, hand-written pages and a site, all written long ago."""
    for path in ("brands/a.md", "brands/b/index.md", "docs/index.md", "site/brands/a/index.html", "site/index.html"):
        place = tmp_path / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(path, encoding="utf-8")
        os.utime(place, (OLD, OLD))
    return tmp_path


def leave_stamp(project: Path) -> Stamp:
    """As a build does."""
    now = time.time_ns()
    return Stamp(
        order="",
        docs=Sources.survey([project / "docs"], now),
        folder=str(project / "brands"),
        brands=digest_sources(survey_folder(project / "brands"), now),
        program=sign_program(),
        identity="",
        head="",
        site=survey_folder(project / "site").sum,
        figures={},
    )


def finds(project: Path, stamp: Stamp) -> bool:
    with set_out(project / "cache", project / "site", jobs=1) as outset:
        return outset.finds(stamp)


def test_finds_everything_as_it_was_left(project: Path) -> None:
    assert finds(project, leave_stamp(project))


@pytest.mark.parametrize(
    "change",
    [
        lambda project: (project / "brands/a.md").write_text("other", encoding="utf-8"),
        lambda project: os.utime(project / "brands/b/index.md", (OLD, OLD + 1)),
        lambda project: os.utime(project / "brands/a.md", (OLD, OLD)),  # Its content may be another one.
        lambda project: (project / "brands/c.md").touch(),
        lambda project: (project / "brands/new").mkdir(),
        lambda project: (project / "brands/link").symlink_to("a.md"),
        lambda project: (project / "docs/index.md").write_text("other", encoding="utf-8"),
        lambda project: (project / "site/index.html").unlink(),
        lambda project: os.utime(project / "site/brands/a/index.html", (OLD, OLD + 1)),
        lambda project: (project / "site/brands/a/stray.html").touch(),
    ],
)
def test_finds_what_was_changed(change: Callable[[Path], object], project: Path) -> None:
    stamp = leave_stamp(project)
    change(project)
    assert not finds(project, stamp)


@pytest.mark.parametrize("part", ["program", "brands", "head"])
def test_finds_what_is_of_another_stamp(part: str, project: Path) -> None:
    assert not finds(project, leave_stamp(project)._replace(**{part: "other"}))


def test_looks_at_the_brands_once(project: Path) -> None:
    with set_out(project / "cache", project / "site", jobs=1) as outset:
        seen = outset.survey_brands(project / "brands")
        (project / "brands/c.md").touch()
        assert outset.survey_brands(project / "brands") is seen
    assert seen.since == outset.now
    assert sorted(seen.files) == ["a.md", "b/index.md"]


def test_one_build_begins_at_a_time(project: Path) -> None:
    with (
        set_out(project / "cache", project / "site", jobs=1),
        pytest.raises(LockedError),
        set_out(project / "other", project / "site", jobs=1),
    ):
        pass


@pytest.mark.parametrize("folder", ["site", "none"])
def test_a_cache_that_is_the_site_is_told_by_who_builds(folder: str, project: Path) -> None:
    with set_out(project / folder, project / folder, jobs=1) as outset:
        assert not outset.holds_site


def test_a_site_that_is_not_there_is_locked_later(project: Path) -> None:
    with set_out(project / "cache", project / "none", jobs=1) as outset:
        assert isinstance(outset, Outset)
        assert not outset.holds_site
        assert not (project / "none").exists()


@pytest.mark.parametrize("folder", ["lib/site-packages", "lib/dist-packages", "target"])
def test_finds_that_a_library_was_renewed(folder: str, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed = project / folder
    (installed / "babel-1.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(installed)
    stamp = leave_stamp(project)
    (installed / "babel-1.dist-info").rename(installed / "babel-2.dist-info")
    assert not finds(project, stamp)


def test_passes_over_what_is_no_library(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(project)
    stamp = leave_stamp(project)
    (project / "__pycache__").mkdir()
    assert finds(project, stamp)

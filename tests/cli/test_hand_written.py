"""The hand-written pages, built by another process while this one reads the brands."""

import contextlib
import os
import signal
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from showcase.cli import building
from showcase.cli.hand_written import HandWritten
from showcase.cli.order import Order
from showcase.compile.docs_cache import BuiltDocs
from showcase.model.errors import DocsError
from showcase.model.settings import Settings

Scene = Any  # of conftest.py
EDITS: dict[str, tuple[str, Callable[[str], str]]] = {
    "settings": ("base.yml", lambda text: text.replace("还是测试", "又是测试")),
    "a page": ("docs/about.md", lambda text: f"{text}\n最后一句。\n"),
}


@pytest.mark.parametrize("edit", EDITS)
def test_what_changes_while_they_are_built_is_in_the_next_build(
    scene: Scene, read_tree: Callable[[Path], dict[str, bytes]], edit: str
) -> None:
    project = scene.restore()
    stopped = scene.build(project, "build", "--jobs", "2", do="stop", kind="fork", at=1)
    assert stopped.code is None, stopped.err
    name, change = EDITS[edit]
    path = project / name
    before = path.read_text(encoding="utf-8")
    try:
        assert change(before) != before
        path.write_text(change(before), encoding="utf-8")
        os.kill(stopped.pid, signal.SIGCONT)
        assert scene.build_when_free(project, "build", "--jobs", "2").code == 0
        clean = scene.build(project, "build", "--jobs", "1", "--site", "other", "--cache", "other-cache")
        assert clean.code == 0, clean.err
        assert read_tree(project / "site") == read_tree(project / "other")
    finally:
        path.write_text(before, encoding="utf-8")
        with contextlib.suppress(ProcessLookupError):
            os.killpg(stopped.pid, signal.SIGKILL)


def test_what_is_wrong_with_them_is_told_when_it_is_known() -> None:
    has_come = [False, False, True]

    def finish() -> BuiltDocs:
        raise DocsError("about.md")

    docs = HandWritten(Settings(), (), finish, lambda: has_come.pop(0))
    docs.look()
    docs.look()
    with pytest.raises(DocsError, match=r"about\.md"):
        docs.look()


def test_progress_tells_that_they_are_done_once_they_are(
    tmp_path: Path, lay_out: Callable[[Path, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    project = lay_out(tmp_path / "project", "right/minimal")
    begin, told = building.begin_docs, list[object]()

    @contextlib.contextmanager
    def begin_and_wait(*args: Any, **options: Any) -> Iterator[HandWritten]:
        with begin(*args, **options) as docs:

            def finish() -> BuiltDocs:
                told.append("built")
                return docs.finish()

            yield replace(docs, finish=finish, has_come=lambda: False)

    monkeypatch.setattr(building, "begin_docs", begin_and_wait)
    order = Order(
        None, project / "site", project / ".cache", 1, False, False, "en", project / "mkdocs.yml", fulltext=False
    )
    building.run_build(order, lambda *progress: told.append(progress), told.append)
    mine = [each for each in told if each == "built" or (isinstance(each, tuple) and each[0] == "docs")]
    assert mine == [("docs", 0, 1), "built", ("docs", 1, 1)]

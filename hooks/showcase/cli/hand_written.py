"""The hand-written part of a site: kept by an earlier build, or built while the brands are read."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from showcase.cli.order import Order
from showcase.cli.project_config import check_config
from showcase.cli.sparing import find_sources
from showcase.compile.advance import Advance, ignore_advance
from showcase.compile.docs_cache import BuiltDocs, DamagedDocsError, digest_watched, keep_docs, load_docs
from showcase.compile.publish import name_errors
from showcase.compile.stamp import Sources
from showcase.compile.store import DAMAGED
from showcase.model.settings import Settings
from showcase.source.forking import can_fork

if TYPE_CHECKING:
    from showcase.compile.side_process import SideWork


@dataclass(frozen=True)
class HandWritten:
    """The hand-written part of a site, which may be in the making yet."""

    settings: Settings
    watched: tuple[Path, ...]
    """Files and folders it is made of."""
    finish: Callable[[], BuiltDocs]
    has_come: Callable[[], bool] = lambda: True
    """Looks whether it is made, or cannot be, so that nobody need wait for it."""

    @cached_property
    def built(self) -> BuiltDocs:
        """It, once it is made; raises as :func:`begin_docs`."""
        return self.finish()

    def look(self) -> None:
        """Raises what is wrong with it as soon as that is known."""
        if "built" not in vars(self) and self.has_come():
            _ = self.built


@contextmanager
def begin_docs(order: Order, identity: str, tell: Callable[[str], None], *, fulltext: bool) -> Iterator[HandWritten]:
    """Finds the hand-written pages where they were kept, or begins to build them; ``identity`` is of the program.

    Raises DocsError where they cannot be built, ``OSError`` where they cannot be kept, and what
    :func:`showcase.cli.sparing.find_sources` does.
    """
    cache, name = order.cache / "docs", f"{identity} {order.search} {fulltext}"
    try:
        kept = load_docs(cache, name, time.time_ns())
    except DamagedDocsError:
        tell(DAMAGED)
        kept = None
    if kept:
        yield HandWritten(kept.docs.settings, kept.watched, lambda: kept)
        return
    check_config(order.config, order.locale)
    # MkDocs takes longer to import than an incremental build takes in all.
    from showcase.frame.docs_build import build_docs, read_project

    project = read_project(order.config)
    watched, before = project.watched, digest_watched(project.watched)
    # Before anything is written: the folder of the cache may be one of them.
    find_sources(order, project.settings, watched)

    def build(folder: Path) -> BuiltDocs:
        sources = Sources.survey(watched, time.time_ns())
        docs = build_docs(project, folder, search=order.search, fulltext=fulltext)
        return BuiltDocs(docs, folder, watched, sources)

    def keep() -> BuiltDocs:
        with name_errors(order.cache):
            return keep_docs(cache, name, watched, before, build)

    with ExitStack() as stack:
        if side := _begin_beside(keep, stack, order.jobs):
            yield HandWritten(project.settings, watched, partial(side.wait, None), partial(_look, side))
        else:
            built = keep()
            yield HandWritten(project.settings, watched, lambda: built)


def _begin_beside(keep: Callable[[], BuiltDocs], stack: ExitStack, jobs: int) -> SideWork[BuiltDocs] | None:
    """Has another process build the pages; ``None`` where there is one core, or none can be had quickly."""
    if jobs <= 1 or not can_fork():
        return None
    # What it needs takes some time to import, and most builds find the pages as they were kept.
    from showcase.compile.side_process import work_beside

    def work(_: Advance) -> Iterator[BuiltDocs]:
        yield keep()

    try:
        return stack.enter_context(work_beside(work, ignore_advance))
    except OSError:
        return None


def _look(side: SideWork[BuiltDocs]) -> bool:
    side.look()
    return side.has_told

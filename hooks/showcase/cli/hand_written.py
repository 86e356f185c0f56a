"""The hand-written part of a site: kept by an earlier build, or built while the brands are read."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from showcase.cli.order import Order
from showcase.cli.project_config import check_config
from showcase.cli.sparing import find_sources
from showcase.compile.docs_cache import BuiltDocs, DamagedDocsError, can_be_kept, keep_docs, load_docs
from showcase.compile.publish import name_errors
from showcase.compile.stamp import Sources
from showcase.compile.store import DAMAGED
from showcase.model.settings import Settings


@dataclass(frozen=True)
class HandWritten:
    """The hand-written part of a site, which may be in the making yet."""

    settings: Settings
    watched: tuple[Path, ...]
    """Files and folders it is made of."""
    finish: Callable[[], BuiltDocs]

    @cached_property
    def built(self) -> BuiltDocs:
        """It, once it is made; raises as :func:`begin_docs`."""
        return self.finish()


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
    from showcase.source.side_work import work_beside

    project = read_project(order.config)
    # Before anything is written: the folder of the cache may be one of them.
    find_sources(order, project.settings, project.watched)

    def build(folder: Path) -> BuiltDocs:
        sources = Sources.survey(project.watched, time.time_ns())
        docs = build_docs(project, folder, search=order.search, fulltext=fulltext)
        return BuiltDocs(docs, folder, project.watched, sources)

    def keep() -> BuiltDocs:
        with name_errors(order.cache):
            return keep_docs(cache, name, project.watched, build)

    def finish() -> BuiltDocs:
        return (load_docs(cache, name, time.time_ns()) if is_done and is_done() else None) or keep()

    beside = work_beside(keep, jobs=order.jobs) if can_be_kept(project.watched) else nullcontext()
    with beside as is_done:
        docs = HandWritten(project.settings, project.watched, finish)
        if not is_done:
            _ = docs.built  # What is wrong with it is told at once.
        yield docs

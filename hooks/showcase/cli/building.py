"""One build, from the files to the published site, doing only what has changed since the last."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from showcase.catalogue.entry import digest_text
from showcase.cli.clock import Clock
from showcase.cli.order import Order
from showcase.compile.content import Content, read_content
from showcase.compile.docs_cache import BuiltDocs, keep_docs, load_docs
from showcase.compile.executor import Stage
from showcase.compile.identity import digest_program
from showcase.compile.lock import hold_lock
from showcase.compile.publish import STAGE, Published, PublishError, open_stage
from showcase.compile.site import PUBLISHED, Advance, make_site, publish_site, save_build
from showcase.compile.store import Store, open_store
from showcase.model.errors import DocsError

Tell = Callable[[str], None]
"""Told a line that whoever builds should read."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did."""

    content: Content
    targets: int
    rendered: int
    published: Published
    clock: Clock
    doubts: tuple[tuple[str, str, str], ...] = ()
    """Settings that are likely a slip: setting, value, and a msgid that says what is usual."""

    def as_json(self) -> str:
        """The figures of the command-line contract, on one line."""
        return json.dumps(
            {
                "brands": len(self.content.catalogue.entries),
                "left_out": self.content.left_out,
                "targets": self.targets,
                "rendered": self.rendered,
                "reused": self.targets - self.rendered,
                "written": self.published.written,
                "removed": self.published.removed,
                "seconds": self.clock.rounded(),
            }
        )


def run_build(order: Order, advance: Advance, tell: Tell) -> Outcome:
    """Builds and publishes; the published site is untouched unless everything could be made.

    Raises ContentError, DocsError, PublishError or LockedError, and OSError where the cache cannot be written.
    """
    clock = Clock()
    with clock.time("total"), hold_lock(order.cache):
        identity = digest_program()
        with clock.time("docs"):
            built = load_docs(order.cache / "docs", identity) or _build_docs(order, identity)
        folder = order.brands or order.config.absolute().parent / built.docs.settings.brands_dir
        if not folder.is_dir():
            raise DocsError(f"{folder}: 没有这个品牌目录 / no such folder of brands")
        _spare_sources(order, folder, built)
        with open_store(order.cache, digest_text(f"{identity}{folder.absolute()}")) as (store, discarded):
            if discarded:
                tell(discarded)
            return build_brands(order, clock, store, built, folder, identity, advance)


def build_brands(
    order: Order, clock: Clock, store: Store, built: BuiltDocs, folder: Path, identity: str, advance: Advance
) -> Outcome:
    """Compiles and publishes the brands of a folder with the hand-written pages that were built.

    ``identity`` is a digest of the program; raises as :func:`run_build`.
    """
    root = order.config.absolute().parent
    with clock.time("read"):
        content = read_content(
            folder,
            root=root,
            store=store,
            now=time.time_ns(),
            jobs=order.jobs,
            drafts=order.drafts,
            skip_invalid=order.skip_invalid,
        )
    record = f"{PUBLISHED} {order.site.absolute()}"
    stage = Stage(order.site, open_stage(order.site, force=order.force))
    with hold_lock(order.site):
        try:
            with clock.time("render"):
                made = make_site(
                    content,
                    built.docs,
                    stage,
                    docs_folder=built.folder,
                    identity=identity,
                    known=store.get(record) or {},
                    jobs=order.jobs,
                    advance=advance,
                )
            with clock.time("publish"):
                published = publish_site(made, order.site)
                save_build(store, content, made, order.site, record)
        finally:
            shutil.rmtree(order.site / STAGE, ignore_errors=True)
    doubts = tuple(built.docs.settings.iterate_doubts())
    return Outcome(content, len(made.targets), len(made.staged), published, clock, doubts)


def _build_docs(order: Order, identity: str) -> BuiltDocs:
    # MkDocs takes longer to import than an incremental build takes in all.
    from showcase.frame.docs_build import build_docs, read_project

    project = read_project(order.config)

    def build(folder: Path) -> BuiltDocs:
        return BuiltDocs(build_docs(project, folder), folder, project.watched)

    return keep_docs(order.cache / "docs", identity, build)


def _spare_sources(order: Order, folder: Path, built: BuiltDocs) -> None:
    """Raises :class:`PublishError` where publishing would clear away what the site is made from."""
    site = order.site.resolve()
    sources = [source.resolve() for source in (folder, *built.watched)]
    inside = any(site.is_relative_to(source) for source in sources if source.is_dir())
    for source in (order.config.absolute().parent.resolve(), *sources):
        if inside or source.is_relative_to(site):
            raise PublishError(
                f"{order.site}: 里面是网站的原料，不能当输出目录 / holds the sources of the site; name another folder"
            )

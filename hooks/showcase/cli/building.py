"""One build, from the files to the published site, doing only what has changed since the last."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from contextlib import ExitStack, nullcontext, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from showcase.catalogue.entry import digest_text
from showcase.cli.clock import Clock
from showcase.cli.hand_written import HandWritten, begin_docs
from showcase.cli.order import Order
from showcase.cli.progress import Progress, ignore_progress
from showcase.cli.sparing import check_paths, find_sources
from showcase.cli.strictness import refuse_doubts
from showcase.cli.summary import Doubt, describe_figures, describe_warnings
from showcase.compile.content import Content, ContentError, Rules, read_content
from showcase.compile.docs_cache import BuiltDocs
from showcase.compile.former import Moved, find_moved, forget_gone
from showcase.compile.kept_work import KeptWork
from showcase.compile.lock import hold_lock
from showcase.compile.outset import Outset, set_out
from showcase.compile.pagefind import NO_PAGEFIND, PagefindError, find_binary
from showcase.compile.partner import Partner, call_partner
from showcase.compile.pending import Memory, Waiting
from showcase.compile.publish import Published, name_errors, open_stage
from showcase.compile.site import (
    Advances,
    Ingredients,
    Made,
    Reason,
    UnmadeError,
    make_site,
    publish_site,
    read_memory,
    save_memory,
    settle_links,
    settle_page_links,
)
from showcase.compile.stage import Stage
from showcase.compile.stamp import STAGE, Stamp, drop_stamp, read_stamp, write_stamp
from showcase.compile.store import DAMAGED, Store, discard_store, open_store
from showcase.compile.store_errors import DamagedStoreError
from showcase.model.fault_texts import has_errors, severity_of
from showcase.model.faults import Fault, Severity
from showcase.source.git_dates import Gap, find_gap

Tell = Callable[[str], None]
"""Told a line that whoever builds should read."""


class Outcome(NamedTuple):
    """What a build did."""

    content: Content
    targets: int
    reasons: tuple[Reason, ...]
    """Of every file that was made anew."""
    published: Published
    clock: Clock
    built: BuiltDocs | None = None
    """The hand-written part of the site, and what it was made of."""
    doubts: tuple[Doubt, ...] = ()
    """Settings that are likely a slip."""
    lacking: str = ""
    """Why there is no full-text search where there should be one: a msgid, or what Pagefind said."""
    moved: tuple[Moved, ...] = ()
    """Brands whose old address leads nowhere from this build on."""
    gap: Gap | None = None
    """Why git does not tell the days of brands; ``None`` where it does."""

    @property
    def warnings(self) -> int:
        """How many warnings there are."""
        return sum(severity_of(fault) is Severity.WARNING for fault in self.content.faults)

    @property
    def retired(self) -> int:
        """How many brands have a page and stand in no list."""
        return len(self.content.catalogue.entries) - len(self.content.catalogue.listed)

    @property
    def rendered(self) -> int:
        """How many files were made anew."""
        return len(self.reasons)

    @property
    def figures(self) -> dict[str, int]:
        """The figures of the command-line contract, but for the times."""
        return {
            "brands": len(self.content.catalogue.entries),
            "left_out": self.content.left_out,
            "targets": self.targets,
            "rendered": self.rendered,
            "reused": self.targets - self.rendered,
            "written": self.published.written,
            "removed": self.published.removed,
        }

    def as_json(self) -> str:
        """The figures of the command-line contract, on one line."""
        return json.dumps({**self.figures, "seconds": self.clock.rounded()})


def run_build(
    order: Order, progress: Progress, tell: Tell, kept: KeptWork | None = None, outset: Outset | None = None
) -> Outcome:
    """Builds and publishes; the published site is untouched unless everything could be made.

    ``kept`` is what this process has in hand from earlier builds of the same order, ``outset`` what it has seen already
    if it has begun.

    Raises ContentError, StrictError, DocsError, PublishError or LockedError; OSError where a folder cannot be written.
    """
    check_paths(order)
    clock, kept = Clock(), kept or KeptWork()
    beginning = nullcontext(outset) if outset else set_out(order.cache, order.site, jobs=order.jobs, known=kept.site)
    with clock.time("total"), beginning as begun:
        try:
            return _build(order, clock, progress, tell, kept, begun)
        except PagefindError as error:
            # Nothing was published yet. Pages say whether there is a full-text search, so they are made once more.
            outcome = _build(order._replace(fulltext=False), clock, progress, tell, kept, begun)
            return outcome._replace(lacking=str(error))


def _build(order: Order, clock: Clock, progress: Progress, tell: Tell, kept: KeptWork, outset: Outset) -> Outcome:
    identity = kept.identify(outset.program, read_stamp(order.cache))
    drop_stamp(order.cache)
    fulltext = order.search and order.fulltext and find_binary() is not None
    with ExitStack() as stack:
        with clock.time("docs"):
            progress("docs", 0, 1)
            begun = stack.enter_context(begin_docs(order, identity, tell, fulltext=fulltext))
            docs = replace(begun, finish=partial(_finish_docs, begun, progress))
            docs.look()
        folder = find_sources(order, docs.settings, docs.watched)
        fulltext = fulltext and docs.settings.fulltext
        making = Making(order, clock, docs, folder, outset, identity, progress, fulltext, kept)
        try:
            return _make(making, tell)
        except DamagedStoreError:
            # Hardly anything is published before everything was read, and all may begin anew.
            discard_store(order.cache)
            outset.look = outset.look.again()
            tell(DAMAGED)
            return _make(making, tell)


def _finish_docs(begun: HandWritten, progress: Progress) -> BuiltDocs:
    built = begun.finish()
    progress("docs", 1, 1)
    return built


@dataclass(frozen=True, slots=True)
class Making:
    """What a site is made with."""

    order: Order
    clock: Clock
    docs: HandWritten
    folder: Path
    """Of the brands."""
    outset: Outset
    identity: str
    """A digest of the program."""
    progress: Progress = ignore_progress
    fulltext: bool = False
    """Whether a full-text search is made."""
    kept: KeptWork = field(default_factory=KeptWork)
    partner: Partner | None = None

    @property
    def lacking(self) -> str:
        """A msgid that says why there is no full-text search where there should be one."""
        wanted = self.order.search and self.order.fulltext and self.docs.settings.fulltext
        return NO_PAGEFIND if wanted and not self.fulltext else ""


def _make(making: Making, tell: Tell) -> Outcome:
    order = making.order
    identity = digest_text(f"{making.identity}{making.folder.absolute()}")
    with open_store(order.cache, identity, making.kept.pages) as (store, discarded):
        if discarded:
            tell(discarded)
        return build_brands(making, store)


def build_brands(making: Making, store: Store) -> Outcome:
    """Compiles and publishes the brands with the hand-written pages that were built; raises as :func:`run_build`."""
    with call_partner(making.outset.program, making.docs.settings.locale) as partner:
        return _build_brands(replace(making, partner=partner), store)


def _build_brands(making: Making, store: Store) -> Outcome:
    order, clock = making.order, making.clock
    try:
        content = _read(making, store)
    except ContentError:
        _ = making.docs.built  # What is wrong with the hand-written pages is told first.
        raise
    with clock.time("docs"):
        built = making.docs.built
    if order.strict:
        refuse_doubts(content.faults, built.docs, order.locale)
    with nullcontext() if making.outset.holds_site else hold_lock(order.site), name_errors(order.site):
        stage = Stage(order.site, open_stage(order.site, force=order.force))
        try:
            with clock.time("render"):
                memory = read_memory(store, order.site)
                content, made = _make_files(making, store, content, stage, memory)
                moved = find_moved(store, content.lines, content.refused, memory.brands)
            clock.seconds["search"] += made.bundle.seconds
            making.kept.site = None
            with clock.time("publish"):
                published = publish_site(made, partial(making.progress, "publish"))
                there = making.kept.site = save_memory(store, order.site, memory, made)
                forget_gone(store, moved, content.refused, memory.brands)
        finally:
            shutil.rmtree(order.site / STAGE, ignore_errors=True)
    doubts = tuple(built.docs.iterate_doubts())
    gap = find_gap(making.folder, content.head, map(attrgetter("published"), content.catalogue.entries))
    outcome = Outcome(content, made.count, made.reasons, published, clock, built, doubts, making.lacking, moved, gap)
    _stamp(making, outcome, there)
    return outcome


def _read(making: Making, store: Store, refused: tuple[Fault, ...] = ()) -> Content:
    order, outset = making.order, making.outset

    def advance(count: int, total: int) -> None:
        making.docs.look()
        making.progress("read", count, total)

    with making.clock.time("read"):
        return read_content(
            making.folder,
            root=order.config.absolute().parent,
            store=store,
            survey=outset.survey_brands(making.folder),
            jobs=order.jobs,
            rules=Rules(order.drafts, order.skip_invalid, making.docs.settings.limits, refused),
            advance=advance,
            partner=making.partner,
        )


def _make_files(making: Making, store: Store, content: Content, stage: Stage, memory: Memory) -> tuple[Content, Made]:
    """The content and its files; without the brands whose files cannot be made, where brands may be left out."""
    order, docs = making.order, making.docs.built
    waiting: Waiting = {}
    refused: tuple[Fault, ...] = ()
    while True:
        content, linked = settle_links(content, docs.docs)
        made_of = Ingredients(
            content, linked, docs.folder, making.identity, order.search, making.fulltext, making.outset.program
        )
        made_of = settle_page_links(made_of, docs.folder, memory, skip_invalid=order.skip_invalid)
        content = made_of.content
        try:
            advance = Advances(partial(making.progress, "render"), partial(making.progress, "search"))
            made = make_site(
                made_of,
                stage,
                memory,
                look=making.outset.look,
                jobs=order.jobs,
                advances=advance,
                waiting=waiting,
                partner=making.partner,
            )
            return content, made
        except UnmadeError as error:
            if not order.skip_invalid:
                raise
            refused += error.faults
        content = _read(making, store, refused)


def _stamp(making: Making, outcome: Outcome, there: int) -> None:
    """Leaves a stamp, by which the next build may see that there is nothing to do, or else which program this is."""
    content = outcome.content
    stamp = Stamp(
        order=making.order.name,
        docs=making.docs.built.sources,
        folder=str(making.folder.absolute()),
        brands=content.sign(),
        program=making.outset.program,
        identity=making.identity,
        head=content.head,
        site=there,
        figures={**outcome.figures, "told": {making.order.locale: _tell_again(outcome, making.order.locale)}},
    )
    if stamp.program and not has_errors(content.faults):
        # The site is published; without a stamp the next build takes a little longer.
        with suppress(OSError):
            write_stamp(making.order.cache, stamp)


def _tell_again(outcome: Outcome, locale: str) -> list[str]:
    """What a build that finds nothing to do is to tell: warnings, and the summary."""
    figures = {**outcome.figures, "written": 0, "removed": 0}
    warned = describe_warnings(outcome.warnings, outcome.doubts, locale, outcome.lacking, outcome.gap)
    return ["\n".join(warned), describe_figures(figures, outcome.retired, locale)]

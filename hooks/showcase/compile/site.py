"""From a catalogue and the hand-written pages to a published site."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from showcase.catalogue.catalogue import Catalogue
from showcase.compile.content import ContentError
from showcase.compile.executor import Stage, Staged, run_targets
from showcase.compile.plan import plan_docs, plan_targets
from showcase.compile.publish import MARKER, MARKER_TEXT, STAGE, Published, publish_files
from showcase.compile.target import Target
from showcase.compile.workshop import open_workshop
from showcase.model.faults import Fault, Place
from showcase.views.docs import Docs

Advance = Callable[[int], None]
"""Told how many more targets are done."""


@dataclass(frozen=True, slots=True)
class Made:
    """A site whose files wait to be published."""

    staged: tuple[Staged, ...]
    """In the order they are to be published."""
    stage: Stage


def check_links(docs: Docs, catalogue: Catalogue, docs_folder: str = "docs") -> tuple[Fault, ...]:
    """A fault for every ``brand:`` link of a hand-written page that leads to no brand."""
    return tuple(
        Fault("unknown-brand", Place(f"{docs_folder}/{link.source}"), details={"found": link.slug})
        for link in docs.links
        if link.slug not in catalogue.by_slug
    )


def make_site(
    catalogue: Catalogue, docs: Docs, stage: Stage, *, docs_folder: Path | None, jobs: int, advance: Advance
) -> Made:
    """Makes every file; the published site is untouched.

    ``docs_folder`` is where MkDocs built the hand-written pages; ``None`` where they lie in the site already. Raises
    :class:`ContentError` for a hand-written page that links to no brand.
    """
    if unknown := check_links(docs, catalogue):
        raise ContentError(unknown)
    targets = plan_site(catalogue, docs, docs_folder)
    staged = run_targets(targets, stage, partial(open_workshop, catalogue, docs), jobs=jobs, advance=advance)
    return Made(tuple(staged), stage)


def plan_site(catalogue: Catalogue, docs: Docs, docs_folder: Path | None) -> tuple[Target, ...]:
    """All targets of the site in the order of publishing; a page of the compiler stands before one of the same path."""
    targets = {target.path: target for target in (plan_docs(docs_folder) if docs_folder else ())}
    targets |= {target.path: target for target in plan_targets(catalogue, docs)}
    return tuple(sorted(targets.values(), key=lambda target: (target.rank, target.path)))


def publish_site(made: Made) -> Published:
    """Brings the site to what was made."""
    return publish_files(made.staged, made.stage.site)


def compile_into(catalogue: Catalogue, docs: Docs, site: Path, *, jobs: int = 1) -> None:
    """Compiles the brands into a folder that MkDocs has just filled with the hand-written pages."""
    stage = Stage(site, site / STAGE)
    stage.folder.mkdir(parents=True, exist_ok=True)
    made = make_site(catalogue, docs, stage, docs_folder=None, jobs=jobs, advance=_ignore)
    _rename_all(made.staged, site)
    (site / MARKER).write_bytes(MARKER_TEXT)
    shutil.rmtree(stage.folder)


def _rename_all(staged: Iterable[Staged], site: Path) -> None:
    for one in staged:
        if one.staged is not None:
            (site / one.path).parent.mkdir(parents=True, exist_ok=True)
            Path(one.staged).replace(site / one.path)


def _ignore(count: int) -> None:
    """Takes no notice of progress."""

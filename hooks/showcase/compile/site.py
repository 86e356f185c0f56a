"""From a catalogue and the hand-written pages to a published site."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from showcase.catalogue.catalogue import Catalogue
from showcase.compile.content import Content, ContentError
from showcase.compile.executor import Stage, Staged, run_targets
from showcase.compile.plan import plan_site
from showcase.compile.publish import STAGE, Published, place_files, publish_files
from showcase.compile.store import Store
from showcase.compile.survey import Survey, survey_folder
from showcase.compile.target import Target
from showcase.compile.workshop import open_workshop
from showcase.model.faults import Fault, Place
from showcase.views.docs import Docs

Advance = Callable[[int, int], None]
"""Told how many more targets are done, and of how many."""

PUBLISHED: Final = "published"
"""What the store knows of the site: key, size and time of every file, by path."""


@dataclass(frozen=True, slots=True)
class Made:
    """A site whose new files wait to be published."""

    targets: tuple[Target, ...]
    """All of the site, in the order of publishing."""
    staged: tuple[Staged, ...]
    """Those that were made anew."""
    before: Survey
    """What lay in the site."""


def check_links(docs: Docs, catalogue: Catalogue, docs_folder: str = "docs") -> tuple[Fault, ...]:
    """A fault for every ``brand:`` link of a hand-written page that leads to no brand."""
    return tuple(
        Fault("unknown-brand", Place(f"{docs_folder}/{link.source}"), details={"found": link.slug})
        for link in docs.links
        if link.slug not in catalogue.by_slug
    )


def make_site(
    content: Content,
    docs: Docs,
    stage: Stage,
    *,
    docs_folder: Path | None,
    identity: str,
    known: Mapping[str, Sequence[Any]],
    jobs: int,
    advance: Advance,
) -> Made:
    """Makes every file whose key is not the published one's; the published site is untouched.

    ``docs_folder`` is where MkDocs built the hand-written pages; ``None`` where they lie in the site already. ``known``
    is what the store knows of the site. Raises :class:`ContentError` for a hand-written page that links to no brand.
    """
    if unknown := check_links(docs, content.catalogue):
        raise ContentError(unknown)
    targets = plan_site(content.catalogue, content.lines, docs, docs_folder, identity)
    before = survey_folder(stage.site, skip=frozenset({STAGE}))
    stale = [target for target in targets if not _is_fresh(target, known, before)]
    opening = partial(open_workshop, content.catalogue, docs)
    staged = run_targets(stale, stage, opening, jobs=jobs, advance=lambda count: advance(count, len(stale)))
    return Made(targets, tuple(staged), before)


def _is_fresh(target: Target, known: Mapping[str, Sequence[Any]], before: Survey) -> bool:
    """Whether the site holds what a target would make: the key is the same, and nobody has touched the file since."""
    row = known.get(target.path)
    return row is not None and row[0] == target.key and before.files.get(target.path) == (row[1], row[2])


def publish_site(made: Made, site: Path) -> Published:
    """Brings the site to what was made."""
    return publish_files(made.staged, site, known=(target.path for target in made.targets), before=made.before)


def compile_into(content: Content, docs: Docs, site: Path) -> None:
    """Compiles the brands into a folder that MkDocs has just filled with the hand-written pages."""
    stage = Stage(site, site / STAGE)
    stage.folder.mkdir(parents=True, exist_ok=True)
    try:
        made = make_site(
            content, docs, stage, docs_folder=None, identity="", known={}, jobs=1, advance=lambda _count, _total: None
        )
        place_files(made.staged, site, made.before)
    finally:
        shutil.rmtree(stage.folder)


def describe_site(made: Made, site: Path) -> dict[str, list[Any]]:
    """What the store is to know of a site that was just published."""
    renewed = {one.path for one in made.staged}
    rows: dict[str, list[Any]] = {}
    for target in made.targets:
        seen = None if target.path in renewed else made.before.files.get(target.path)
        if seen is None:
            stat = (site / target.path).stat()
            seen = (stat.st_size, stat.st_mtime_ns)
        rows[target.path] = [target.key, *seen]
    return rows


def save_build(store: Store, content: Content, made: Made, site: Path, record: str) -> None:
    """Writes down what this build has learnt, once the site is published; ``record`` is the name of its record."""
    rows = describe_site(made, site)
    values = dict(content.news.values)
    if rows != store.get(record):
        values[record] = rows
    if values or content.news.brands or content.news.gone:
        store.save(values, content.news.brands, content.news.gone)

"""From a catalogue and the hand-written pages to a published site."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from showcase.catalogue.entry import digest_text
from showcase.compile.advance import Advance, ignore_advance
from showcase.compile.content import Content, ContentError
from showcase.compile.executor import Making, run_targets
from showcase.compile.file_row import FileRow
from showcase.compile.fulltext import FOLDER, NO_BUNDLE, Bundle, begin_bundle, find_former
from showcase.compile.key_digests import digest_values
from showcase.compile.keys import compare_keys
from showcase.compile.opening import Opening
from showcase.compile.partner import Partner
from showcase.compile.pending import Kept, Known, Memory, Named, Pending, Waiting, plan_edit
from showcase.compile.plan import Plan
from showcase.compile.publish import MARKER, Published, is_bare, is_spared, place_files, publish_files
from showcase.compile.recipes import CleanDrawing, CopyFile, ResizePicture
from showcase.compile.stage import Stage, Staged
from showcase.compile.stamp import NOT_OF_SITE, STAGE
from showcase.compile.store import Store
from showcase.compile.survey import Survey, change_sum
from showcase.compile.survey_beside import Look
from showcase.compile.target import Target
from showcase.model.fault_texts import has_errors, severity_of
from showcase.model.faults import Fault, Severity, sort_faults
from showcase.source.brand_folder import blame
from showcase.source.chunk import Ended
from showcase.source.forking import see_off
from showcase.views.docs import Docs

_SITE: Final = "site"
_BRANDS: Final = "brands of"
_SINCE: Final = "changed brands of"
_FEW_CHANGES: Final = 200
"""Brands that changed since all were written down, up to which they are written down alone."""


class Reason(NamedTuple):
    """Why a file was made anew."""

    path: str
    parts: tuple[str, ...]
    """The parts of its key that differ; none where the file in the site was missing or had been touched."""
    is_new: bool


@dataclass(frozen=True, slots=True)
class Made:
    """A site whose new files wait to be published."""

    targets: tuple[Target, ...]
    """All of the site that were planned, in the order of publishing."""
    kept: Kept
    named: Mapping[str, str]
    """See :func:`showcase.compile.pending.name_brands`."""
    staged: tuple[Staged, ...]
    """Those that were made anew."""
    reasons: tuple[Reason, ...]
    """Why each of them was."""
    known: Known
    """What was known of the site."""
    outline: str
    stage: Stage
    """Where they wait."""
    is_tidy: bool
    """Whether nothing else waits there."""
    bundle: Bundle = NO_BUNDLE
    """The full-text search."""

    @property
    def paths(self) -> Iterator[str]:
        """Every path of the site, but for those of which nothing was read."""
        yield from (target.path for target in self.targets)
        yield from (row.path for row in self.kept.rows)
        yield from self.bundle.paths

    @property
    def count(self) -> int:
        """How many files the site holds."""
        return len(self.targets) + self.kept.count + len(self.bundle.paths)


def settle_links(content: Content, docs: Docs) -> tuple[Content, Docs]:
    """The content, and the hand-written pages without links to brands that have no page: their words stay.

    A draft is no fault, as it is none in a story. What leads to a brand that was left out, or to none, is one, and
    told with those of the content; see :func:`settle_page_links`.
    """
    dead = {link.slug for link in docs.links} - content.catalogue.by_slug.keys()
    if not dead:
        return content, docs
    from showcase.compile.brand_links import settle_dead_links  # Seldom needed.

    return settle_dead_links(content, docs, dead)


def settle_page_links(made_of: Ingredients, docs_folder: Path, memory: Memory, *, skip_invalid: bool) -> Ingredients:
    """What a site is made of, with the faults of hand-written links that lead to nothing on it, which stay as they are.

    ``docs_folder`` is where MkDocs built the pages. Raises :class:`ContentError` for these and for what
    :func:`settle_links` told, unless both may be skipped.
    """
    content, dead = made_of.content, list[Fault]()
    if made_of.docs.page_links:
        made_of = made_of._replace(known_outline=made_of.outline)  # It is asked for twice, and reads all those pages.
        from showcase.compile.page_links import Published, find_dead_page_links  # As in ``settle_links``.

        dead += find_dead_page_links(made_of, Published(made_of, docs_folder, memory))
    faults = sort_faults((*content.faults, *dead)) if dead else content.faults
    if not skip_invalid and has_errors(faults):
        raise ContentError(fault for fault in faults if severity_of(fault) is Severity.ERROR)
    return made_of._replace(content=content._replace(faults=faults))


class UnmadeError(ContentError):
    """Brands whose files could be read and cannot be made."""


class Ingredients(NamedTuple):
    """What a site is made of."""

    content: Content
    docs: Docs
    docs_folder: Path | None = None
    """Where MkDocs built the hand-written pages; ``None`` where they lie in the site already."""
    identity: str = ""
    """A digest of the code and of the libraries that render."""
    search: bool = True
    """Whether the index of the search is made."""
    fulltext: bool = False
    """Whether a full-text search is made."""
    program: str = ""
    """See :func:`showcase.compile.workshop.prepare_templates`."""
    known_outline: str = ""
    """Its outline, where that has been worked out."""

    @property
    def outline(self) -> str:
        """A digest of all that pages depend on besides the brand they are of."""
        if self.known_outline:
            return self.known_outline
        docs = _digest_docs(self.docs, self.docs_folder)
        return digest_text(f"{self.content.outline} {self.identity} {self.search} {self.fulltext} {docs}")

    def plan(self) -> Plan:
        """All files of the site."""
        return Plan(
            self.content.catalogue,
            self.content.lines,
            self.docs,
            self.docs_folder,
            self.identity,
            search=self.search,
            fulltext=self.fulltext,
        )


class Advances(NamedTuple):
    """Whom the makers of a site tell how far they are."""

    render: Advance = ignore_advance
    search: Advance = ignore_advance


NO_ADVANCES: Final = Advances()


def make_site(
    made_of: Ingredients,
    stage: Stage,
    memory: Memory,
    *,
    look: Look | None = None,
    jobs: int = 1,
    advances: Advances = NO_ADVANCES,
    waiting: Waiting | None = None,
    partner: Partner | None = None,
) -> Made:
    """Makes every file whose key is not the published one's; the published site is untouched.

    ``look`` is a look at what lies in the site, where one is being taken; ``partner`` makes few files of brands.

    Raises :class:`PagefindError`, and :class:`UnmadeError` for brands whose files cannot be made; what was made until
    then is in ``waiting``, for another try without them.
    """
    content, docs = made_of.content, made_of.docs
    look = look or Look(stage.site, NOT_OF_SITE)
    opening = Opening(content, docs, made_of.program)
    with ExitStack() as stack:
        # Most likely little is to be made where something was published. What both ask for is made before.
        content.catalogue.settle_terms()
        if partner and memory.count:
            partner.get_ready()
        plan, outline = made_of.plan(), made_of.outline
        edit = plan_edit(plan, content, memory, look) if memory.outline == outline else None
        known = edit.known if edit else Known(look.survey, memory.files)
        stage = stage._replace(links=frozenset(known.before.links), is_tree=is_bare(known.before))
        pending = Pending(plan, content, memory, known, edit, {} if waiting is None else waiting)
        key = plan.fulltext_key
        former = find_former(key, known.rows, known.before)
        bundling = stack.enter_context(begin_bundle(key, content.catalogue, docs, stage, former, advances.search))

        def tell(count: int) -> None:
            advances.render(count, len(pending.stale))
            bundling.look()

        making = Making(stage, opening, jobs, content.limits, content.catalogue.places, partner, content.sign)
        staged = _make_stale(pending, making, tell)
        bundle = bundling.wait()
    reasons = [_give_reason(target.path, target.key, known) for target in pending.stale]
    reasons += [_give_reason(one.path, key, known) for one in bundle.staged if one.seen]
    every = (*bundle.staged, *staged)
    found = pending.targets, pending.kept, pending.named
    # Of a brand that is left out since a file of it could not be made, half a file may lie there.
    return Made(*found, every, tuple(reasons), known, outline, stage, not content.left_out, bundle)


def _make_stale(pending: Pending, making: Making, tell: Callable[[int], None]) -> list[Staged]:
    """Makes what is still to be made, and tells how many more are, as they are; raises :class:`UnmadeError`."""
    waiting, ended = pending.waiting, list[Ended[Target]]()
    with closing(run_targets(pending, making)) as outcomes:
        for outcome in outcomes:
            if isinstance(outcome, Ended):
                ended.append(outcome)
                continue
            waiting.update((one.path, one) for one in outcome)
            tell(len(outcome))
    if ended:
        raise UnmadeError(_blame(one, pending.content) for one in ended)
    return [waiting[target.path] for target in pending.stale]


def _blame(ended: Ended[Target], content: Content) -> Fault:
    recipe, shown = ended.item.recipe, content.show(ended.item.owner)
    found = Path(recipe.source).name if isinstance(recipe, (ResizePicture, CleanDrawing)) else ""
    return blame(ended.code, shown, content.limits, found)


def _digest_docs(docs: Docs, folder: Path | None) -> str:
    """A digest of the hand-written pages, the frames and the settings."""
    files = sorted(path for path in folder.rglob("*") if path.is_file()) if folder else []
    return digest_values(
        docs.settings.as_plain(),
        sorted((str(key), frame.pieces) for key, frame in docs.frames.items()),
        docs.pages,
        sorted(docs.texts.items()),
        sorted((str(name), str(value)) for name, value in docs.home.items()),
        docs.dead,
        [(path.as_posix(), digest_text(path.read_bytes().hex())) for path in files],
    )


def _give_reason(path: str, key: str, known: Known) -> Reason:
    row = known.rows.get(path)
    return Reason(path, compare_keys(row.key, key) if row else (), row is None)


def publish_site(made: Made, advance: Advance = ignore_advance) -> Published:
    """Brings the site to what was made."""
    return publish_files(
        made.staged,
        made.stage,
        known=made.paths,
        former=made.known.rows.keys(),
        before=made.known.before,
        renamed=FOLDER,
        is_tidy=made.is_tidy,
        advance=advance,
    )


def compile_into(content: Content, docs: Docs, site: Path, *, fulltext: bool = False) -> None:
    """Compiles the brands into a folder that MkDocs has just filled with the hand-written pages.

    Raises what :func:`settle_page_links` and :func:`make_site` do.
    """
    content, docs = settle_links(content, docs)
    made_of = settle_page_links(Ingredients(content, docs, fulltext=fulltext), site, Memory(), skip_invalid=False)
    for path in site.rglob("*.html") if docs.dead else ():
        path.write_bytes(CopyFile(str(path), docs.dead).read())
    stage = Stage(site, site / STAGE)
    stage.folder.mkdir(parents=True, exist_ok=True)
    try:
        made = make_site(made_of, stage, Memory())
        place_files(made.staged, made.stage, made.known.before, is_tidy=made.is_tidy)
    finally:
        shutil.rmtree(stage.folder)
        see_off()


def read_memory(store: Store, site: Path) -> Memory:
    """What the store knows of a site."""
    name = str(site.absolute())
    outline, known, count = store.get(f"{_SITE} {name}") or ("", 0, 0)

    def read_named() -> Named:
        return Named(store.get(f"{_BRANDS} {name}") or {}, store.get(f"{_SINCE} {name}") or {})

    return Memory(outline, known, count, partial(store.read_files, name), read_named)


def save_memory(store: Store, site: Path, memory: Memory, made: Made) -> int:
    """Writes down what was published, and nothing that is known already; gives the sum of what lies in the site."""
    there = _survey_published(made, site)
    known, bundle = made.known, made.bundle
    now = there.sum if known.is_whole else change_sum(memory.sum, known.before.files, there.files)
    rows = (
        *(FileRow(target.path, target.owner, target.key, *there.files[target.path]) for target in made.targets),
        *(FileRow(path, "", bundle.key, *there.files[path]) for path in bundle.paths),
    )
    new = [row for row in rows if known.rows.get(row.path) != row]
    gone = [path for path in known.rows if path not in there.files]
    name = str(site.absolute())
    if new or gone or (memory.outline, memory.sum, memory.count) != (made.outline, now, made.count):
        named = _tell_named(name, memory.named.base, made.named)
        store.write_files(name, new, gone, {f"{_SITE} {name}": [made.outline, now, made.count], **named})
    return now


def _tell_named(name: str, base: Mapping[str, str], named: Mapping[str, str]) -> dict[str, object]:
    """What brands were published of, to be stored: what an edit changed takes a tenth of the time of all of it."""
    since: dict[str, str | None] = dict(named.items() - base.items())
    since.update(dict.fromkeys(base.keys() - named.keys()))
    if len(since) <= _FEW_CHANGES:
        return {f"{_SINCE} {name}": since}
    return {f"{_BRANDS} {name}": named, f"{_SINCE} {name}": {}}


def _survey_published(made: Made, site: Path) -> Survey:
    """What lies in a site that was just published, as far as it was known before, without another walk through it."""
    before, former = made.known.before, made.known.rows
    renewed = {one.path: one.seen for one in made.staged if one.seen}
    # What begins with a dot is nobody's of ours, but for the marker, and stays.
    there = {path: seen for path, seen in before.files.items() if is_spared(path) and path not in former}
    for path in (*made.paths, MARKER) if made.known.is_whole else made.paths:
        seen = None if path == MARKER else renewed.get(path) or before.files.get(path)
        if seen is None:
            stat = (site / path).stat()
            seen = (stat.st_size, stat.st_mtime_ns)
        there[path] = seen
    return Survey(there, links=[path for path in before.links if is_spared(path)])

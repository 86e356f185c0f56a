"""The preview of one project: built when its sources change, and told of on the board."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from showcase.cli.building import Outcome, run_build
from showcase.cli.failures import FAILURES, Failure, explain_failure
from showcase.cli.order import Order
from showcase.cli.progress import Progress, ignore_progress, show_progress
from showcase.cli.project_config import guess_brands
from showcase.cli.serving.board import Board
from showcase.cli.serving.problem import compose_problem
from showcase.cli.serving.scope import PROGRAM, Scope
from showcase.cli.serving.telling import Teller
from showcase.compile.kept_work import KeptWork


class Preview:
    """Builds again and again, and posts every outcome."""

    def __init__(self, order: Order, board: Board, teller: Teller, name: str) -> None:
        """``name`` tells this run of the program from others: a page of another run is loaded anew."""
        self._order = order
        self._board = board
        self._teller = teller
        self._name = name
        self._count = 0
        self._warnings = 0
        self._failure: Failure | None = None
        self._built: tuple[Path, ...] = ()
        self._kept = KeptWork()

    def scope(self) -> Scope:
        """What the preview is made of, as far as the builds so far have learnt."""
        root = self._teller.root
        usual = (root / self._order.config, root / "docs", root / "hooks")
        guessed = (root / guess_brands(), *root.glob("*.yml"))
        brands = (self._order.brands,) if self._order.brands else ()
        return Scope.of((*brands, *usual, *(self._built or guessed), PROGRAM))

    def build(self, changed: Sequence[Path]) -> None:
        """Builds what has changed; where that fails, the site stays as it was and the board says why.

        Without changes it is a look at everything, which says nothing where there is nothing new.
        """
        if not changed:
            self._kept.site = None
        self._board.post(replace(self._board.read(), building=True))
        if changed and self._failure is not None:
            # What is shown meanwhile is an error that may have been mended.
            self._teller.tell_seen(changed)
        try:
            with _progress(self._order.locale, first=not self._count) as progress:
                outcome = run_build(self._order, progress, lambda _why: None, self._kept)
        except FAILURES as error:
            self._fail(explain_failure(error, self._order.cache, self._order.locale), changed)
        except Exception as error:  # noqa: BLE001 - templates and code may be half written; the next save may mend them
            self._teller.tell_broken(traceback.format_exc())
            self._fail(Failure(why=f"{type(error).__name__}: {error}"), changed)
        else:
            self._succeed(outcome, changed)

    def _warn(self, outcome: Outcome) -> None:
        """Tells of warnings where there are not as many as before, so that most builds are one line."""
        count = outcome.warnings
        if count and count != self._warnings:
            self._teller.tell_warnings(count)
        self._warnings = count

    def _fail(self, failure: Failure, changed: Sequence[Path]) -> None:
        if changed or failure != self._failure:
            self._teller.tell_failed(failure, changed)
        self._failure = failure
        problem = compose_problem(failure, self._order.locale)
        self._board.post(replace(self._board.read(), building=False, problem=problem))

    def _succeed(self, outcome: Outcome, changed: Sequence[Path]) -> None:
        state = self._board.read()
        published = outcome.published
        is_new = bool(published.written or published.removed or not state.version)
        if changed or is_new:
            self._teller.tell_built(outcome, changed)
        self._warn(outcome)
        self._failure = None
        self._count += is_new
        base = state.base
        if outcome.built is not None:
            settings = outcome.built.docs.settings
            self._built = (*outcome.built.watched, self._teller.root / settings.brands_dir)
            base = _find_base(settings.site_url)
        version = f"{self._name}-{self._count}"
        self._board.post(replace(state, building=False, problem=None, version=version, base=base))


def _find_base(site_url: str) -> str:
    """The path below which a site is served, as the one that its address names; ends with a slash."""
    return urlsplit(site_url).path or "/"


@contextmanager
def _progress(locale: str, *, first: bool) -> Iterator[Progress]:
    """A bar for the first build, which may take long; later ones end before it could be read."""
    if not first:
        yield ignore_progress
        return
    with show_progress(locale) as progress:
        yield progress

"""A partner: a process that reads the few files that changed and makes the pages of their brands.

It is called before the ledger is read, and so knows no brand but those that it is told of; that is little, and it has
all that pages are made with at hand by the time it is known which are to be made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import Final

from showcase.source.crew import Crew
from showcase.source.forking import can_fork


class Partner:
    """One process beside this, as long as little is to be done; it comes with the first task."""

    def __init__(self, crew: Crew, program: str, locale: str) -> None:
        """``program`` and ``locale`` are as for :func:`showcase.compile.workshop.prepare_templates`."""
        self.crew: Final = crew
        self._program, self._locale = program, locale

    def get_ready(self) -> None:
        """Has it get ready to make pages, while nobody waits for it."""
        self.crew.begin_anew(partial(_get_ready, self._program, self._locale))
        with suppress(OSError):  # Where there is nothing to make, none is needed.
            self.crew.gather()

    def set_up(self, begin: Callable[[], None]) -> None:
        """Has it, or whoever comes in its place, do something before what it is asked for next."""
        self.crew.begin_anew(begin)

    def step_aside(self) -> None:
        """Gets this process ready for many pages, which those make that are born of it: there is too much for one."""
        from showcase.compile.workshop import prepare_templates  # Where little has changed, none is needed here.

        prepare_templates(self._program, self._locale)


@contextmanager
def call_partner(program: str, locale: str) -> Iterator[Partner | None]:
    """A partner until the end of the block; ``None`` where no process can be had quickly."""
    if not can_fork():
        yield None
        return
    with Crew(1) as crew:
        yield Partner(crew, program, locale)


def _get_ready(program: str, locale: str) -> None:
    # Whoever calls it does without.
    import showcase.compile.bench  # noqa: F401
    from showcase.compile.workshop import prepare_brand_pages

    prepare_brand_pages(program, locale)

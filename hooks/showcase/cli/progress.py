"""A bar that shows how far a build is, stage by stage."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from showcase.language import N_, load_translations

Progress = Callable[[str, int, int], None]
"""Told a stage, how much more of it is done, and of how much."""

_STAGES: Final = {
    "docs": N_("hand-written pages"),
    "read": N_("brands read"),
    "render": N_("files made"),
    "search": N_("pages read for the full-text search"),
    "publish": N_("files published"),
}
_PAUSE: Final = 0.1
"""Seconds between two looks of the bar: drawing it takes longer than making a page."""


def is_terminal() -> bool:
    """Whether somebody reads what is told as it comes."""
    return sys.stderr.isatty()


@contextmanager
def show_progress(locale: str) -> Iterator[Progress]:
    """A bar for every stage on a terminal, nothing elsewhere; yields what is to be told of progress."""
    if not is_terminal():
        yield ignore_progress
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn
    from rich.progress import Progress as Bars

    _ = load_translations("cli", locale).gettext
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    tasks: dict[str, TaskID] = {}
    drawn = 0.0
    with Bars(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as bars:

        def advance(stage: str, count: int, total: int) -> None:
            nonlocal drawn
            if stage not in tasks:
                tasks[stage] = bars.add_task(_(_STAGES[stage]), total=total)
            bars.update(tasks[stage], advance=count, total=total)
            if time.monotonic() - drawn > _PAUSE or bars.finished:
                bars.refresh()
                drawn = time.monotonic()

        yield advance


def ignore_progress(_stage: str, _count: int, _total: int) -> None:
    """Takes no notice of progress."""

"""A bar that shows how far a build is."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from showcase.compile.site import Advance


def is_terminal() -> bool:
    """Whether somebody reads what is told as it comes."""
    return sys.stderr.isatty()


@contextmanager
def show_progress() -> Iterator[Advance]:
    """A bar on a terminal, nothing elsewhere; yields what is to be told of progress."""
    if not is_terminal():
        yield ignore_progress
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as progress:
        task = progress.add_task("生成 / render", total=None)
        yield lambda count, total: progress.update(task, advance=count, total=total, refresh=True)


def ignore_progress(_count: int, _total: int) -> None:
    """Takes no notice of progress."""

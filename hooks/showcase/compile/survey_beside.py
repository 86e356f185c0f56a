"""Surveying a large site in a process beside, while this one reads the brands."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final

from showcase.compile.advance import Advance, ignore_advance
from showcase.compile.side_process import SilentError, work_beside
from showcase.compile.survey import Survey, survey_folder
from showcase.source.pool import can_fork

_WORTH_A_PROCESS: Final = 1_000
"""Entries of the largest folder at the top below which a process takes longer to start than the survey."""
_PATIENCE: Final = 30.0
"""Seconds after which the survey is begun anew, in this process."""


@contextmanager
def survey_beside(folder: Path, *, skip: frozenset[str], jobs: int) -> Iterator[Callable[[], Survey]]:
    """Gives what tells what lies in a folder, without the times of changes; it is looked at meanwhile, if it is large.

    Where no process can be had quickly, or there is one core, it is looked at when it is asked for.
    """
    here = partial(survey_folder, folder, skip=skip)
    if jobs <= 1 or not can_fork() or not _is_large(folder):
        yield here
        return
    with work_beside(partial(_survey, here), ignore_advance) as work:

        def take() -> Survey:
            try:
                return work.wait(_PATIENCE)
            except (OSError, SilentError):
                return here()

        yield take


def _is_large(folder: Path) -> bool:
    try:
        tops = [top for top in folder.iterdir() if top.is_dir()]
        return any(len(os.listdir(top)) >= _WORTH_A_PROCESS for top in tops)  # noqa: PTH208 - a Path for each is slow
    except OSError:
        return False


def _survey(here: Callable[[], Survey], _advance: Advance) -> Survey:
    found = here()
    # A third of what would have to be sent, and of no use to whoever compares a site with what is known of it.
    found.changes.clear()
    return found

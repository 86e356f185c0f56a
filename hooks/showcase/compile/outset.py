"""What a build looks at before anything else: by that it may see that there is nothing to do.

Where there is, it goes on from what was seen, and looks nowhere twice.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from showcase.compile.lock import hold_lock
from showcase.compile.stamp import NOT_OF_SITE, Sources, Stamp, finds_again, sign_program
from showcase.compile.survey import Survey, survey_folder
from showcase.compile.survey_beside import KnownLook, Look, survey_beside
from showcase.source.forking import see_off
from showcase.source.git import read_head


@dataclass
class Outset:
    """What was seen; each look is taken once, when it is asked for."""

    look: Look
    """At what lies in the site."""
    holds_site: bool
    """Whether the site is locked already; one that is not there yet is locked when there is something to publish."""
    now: int = field(default_factory=time.time_ns)
    """When the first look was taken, in nanoseconds."""
    _brands: dict[Path, Survey] = field(default_factory=dict)

    @cached_property
    def program(self) -> str:
        """See :func:`showcase.compile.stamp.sign_program`."""
        return sign_program()

    def survey_brands(self, folder: Path) -> Survey:
        """What lies in a brands folder."""
        key = folder.absolute()
        if key not in self._brands:
            self._brands[key] = survey_folder(folder)
            self._brands[key].since = self.now
        return self._brands[key]

    def finds(self, stamp: Stamp) -> bool:
        """Whether sources, program and site lie there as they did when a build left a stamp."""
        folder = Path(stamp.folder)
        return (
            stamp.is_telling
            and stamp.program == self.program
            and stamp.docs == Sources.survey(map(Path, stamp.docs.paths), sys.maxsize)
            and finds_again(self.survey_brands(folder), stamp.brands)
            and stamp.head == read_head(folder)
            and stamp.site == self.look.share_sum()
        )


@contextmanager
def set_out(cache: Path, site: Path, *, jobs: int, known: int | None = None) -> Iterator[Outset]:
    """Begins a build: holds the locks of its folders, and looks at the site, whose sum may be ``known``.

    Raises ``LockedError``; ``OSError`` where a folder can be neither made nor opened.
    """
    with ExitStack() as stack:
        stack.enter_context(hold_lock(cache))
        stack.callback(see_off)
        # Nor is the folder of the cache locked twice, which whoever builds refuses as a site.
        if not site.is_dir() or site.samefile(cache):
            yield Outset(Look(site, NOT_OF_SITE), holds_site=False)
            return
        stack.enter_context(hold_lock(site))
        if known is not None:
            yield Outset(KnownLook(site, NOT_OF_SITE, known), holds_site=True)
            return
        look = stack.enter_context(survey_beside(site, skip=NOT_OF_SITE, jobs=jobs))
        yield Outset(look, holds_site=True)

"""What of a site is to be made: what is planned, less what the site holds already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from showcase.compile.content import Content
from showcase.compile.executor import Staged
from showcase.compile.fulltext import FOLDER
from showcase.compile.keys import own_part
from showcase.compile.plan import Plan
from showcase.compile.store import FileRow
from showcase.compile.survey import Survey
from showcase.compile.target import Target
from showcase.views.brand_page import url_of


@dataclass(frozen=True, slots=True)
class Memory:
    """What the store knows of a site that was published."""

    files: Mapping[str, FileRow] = field(default_factory=dict)
    outline: str = ""
    """Of the content and of all that every page is made with."""


Waiting = dict[str, tuple[str, Staged]]
"""What was made and waits to be published, by path, each with its key."""


class Pending:
    """What of a site is to be made: found out when it is asked for, which may be while other work is done."""

    def __init__(
        self, plan: Plan, content: Content, memory: Memory, before: Survey, outline: str, waiting: Waiting
    ) -> None:
        """``before`` is what lies in the site, ``outline`` what its pages are made with, ``waiting`` what was made."""
        self.content, self.waiting = content, waiting
        self._plan, self._memory, self._before, self._outline = plan, memory, before, outline
        self.targets: tuple[Target, ...] = ()
        self.kept: tuple[FileRow, ...] = ()
        self.stale: list[Target] = []

    @property
    def is_all(self) -> bool:
        """Whether nothing can be kept that was made before."""
        planned = (row for path, row in self._memory.files.items() if not path.startswith(FOLDER))
        known = next(planned, None)  # They were all made by the same program, so that one tells of all.
        return not self.waiting and (known is None or not self._plan.may_keep(known.key))

    def find(self) -> list[Target]:
        """What is stale and was not made by an earlier try."""
        memory, before = self._memory, self._before
        edit = _plan_edit(self._plan, self.content, memory, before) if memory.outline == self._outline else None
        self.targets, self.kept = edit or (self._plan.all(), ())
        self.stale = [target for target in self.targets if not _is_fresh(target, memory, before)]
        return [target for target in self.stale if self.waiting.get(target.path, ("",))[0] != target.key]


def _plan_edit(
    plan: Plan, content: Content, memory: Memory, before: Survey
) -> tuple[tuple[Target, ...], tuple[FileRow, ...]] | None:
    """The files that can have changed where no brand looks other than it did to the others, and the rest as they are.

    ``None`` where the rest is not as it was published.
    """
    changed = {slug for slug in content.catalogue.by_slug if not _is_known(slug, content, memory)}
    targets = (*plan.of_brands(changed), *plan.whole())
    planned = {target.path for target in targets}
    kept = tuple(
        row
        for row in memory.files.values()
        if row.owner not in changed and row.path not in planned and not row.path.startswith(FOLDER)
    )
    if any(before.files.get(row.path) != (row.size, row.time) for row in kept):
        return None
    return targets, kept


def _is_known(slug: str, content: Content, memory: Memory) -> bool:
    row = memory.files.get(f"{url_of(slug)}index.html")
    return row is not None and f" {own_part(content.lines[slug])} " in row.key


def _is_fresh(target: Target, memory: Memory, before: Survey) -> bool:
    """Whether the site holds what a target would make: the key is the same, and nobody has touched the file since."""
    row = memory.files.get(target.path)
    return row is not None and row.key == target.key and before.files.get(target.path) == (row.size, row.time)

"""Parents that are still a comment while what belongs below them is none any more.

The draft that ``new`` writes holds every field as a comment, ``# service:`` and below it ``#   audience: …``. Whoever
takes the sign off the second line alone has a key that is indented too far, or that falls to whatever stands above.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from pydantic import BaseModel

from showcase.model.brand import FrontMatter
from showcase.model.faults import Fault
from showcase.source.front_matter import Page
from showcase.source.schema import model_in

_LINE: Final = re.compile(r"(# )?( *)(- +)?(?:([A-Za-z_]+):(?= |$))?[ ]*([^ ].*)?")
"""A line of the draft, off or not: the sign of a comment, indentation, the sign of an item, key, value."""
_STEP: Final = 2
"""Blanks by which the draft indents."""
_MISPLACED: Final = frozenset({"bad-indentation", "list-misplaced"})
_OF_KEYS: Final = frozenset({"unknown-key", "duplicate-key"})
_CAUSED: Final = _MISPLACED | _OF_KEYS | {"not-mapping", "missing-key"}
"""What comes of such lines, and is told where they stand."""
_FIRST_LINE: Final = 2
"""Of front matter, in its file."""


@dataclass(slots=True)
class _Level:
    """A line that others may belong to."""

    line: int
    indentation: int
    key: str
    is_off: bool
    is_bare: bool
    """Whether it is a key with nothing behind it."""
    is_item: bool
    orphans: _Orphans | None = None
    """Those among which it is, or those below it, where it is a comment."""


@dataclass(slots=True)
class _Orphans:
    """Lines below a parent that is a comment."""

    parents: list[_Level]
    """Those that are comments, the outermost first."""
    keys: Collection[str]
    """What the innermost takes."""
    first: _Level
    is_taken: bool
    """Whether whatever stands above in their place takes the first of them."""
    lines: set[int] = field(default_factory=set)
    next_line: int = 0
    """The first line after them, where YAML may miss them; 0 for none."""

    def explain(self, fault: Fault) -> bool:
        """Whether a fault comes of their being orphans, as far as can be told for sure."""
        line, code = fault.place.line, fault.code
        if code in _MISPLACED:
            return not self.is_taken and (line in self.lines or line == self.next_line)
        if code in _OF_KEYS:
            return line in self.lines and fault.details.get("key") in self.keys
        return code == "not-mapping" and line == self.first.line and self.first.is_item


def blame_parents(page: Page, faults: Sequence[Fault]) -> list[Fault]:
    """The faults, with those that come of a parent which is a comment told as that, once for each such parent."""
    by_line = defaultdict[int, list[Fault]](list)
    for fault in faults:
        by_line[fault.place.line].append(fault)
    orphaned, caused, blamed = set[int](), list[Fault](), list[Fault]()
    for orphans in _find_orphans(page.front_matter):
        lines = (*orphans.lines, orphans.next_line)
        explained = [fault for line in lines for fault in by_line.get(line, ()) if orphans.explain(fault)]
        if explained:
            orphaned.update(orphans.lines)
            caused += explained
            blamed += _blame(page, orphans)
    left = [one for one in faults if one not in caused]
    return [one for one in left if one.code not in _CAUSED or one.place.line not in orphaned] + blamed


def _blame(page: Page, orphans: _Orphans) -> Iterator[Fault]:
    for parent in orphans.parents:
        length = len(page.source.line(parent.line))
        details = {"key": parent.key, "child": orphans.first.key, "line": str(orphans.first.line)}
        yield Fault("parent-is-comment", page.source.place(parent.line, 1, length), details=details)


def _find_orphans(block: str) -> list[_Orphans]:
    """The lines whose nearest line above that is indented less is a comment which names their parent in the model."""
    found: list[_Orphans] = []
    above: list[_Level] = []
    holding: list[_Level] = []
    """The same without comments: what YAML sees."""
    last: _Orphans | None = None
    for level in _iterate_levels(block):
        _climb(above, level)
        if not level.is_off:
            _climb(holding, level)
            level.orphans = _join(level, above, holding, found)
            if last and not level.orphans:
                last.next_line = level.line
            last = level.orphans
            holding.append(level)
        above.append(level)
    return found


def _climb(above: list[_Level], level: _Level) -> None:
    """Leaves of the lines above one those that it is below."""
    while above and above[-1].indentation >= level.indentation:
        above.pop()


def _iterate_levels(block: str) -> Iterator[_Level]:
    """Every line that holds, and every one that would if it were no comment; not what explains them after ``##``."""
    for number, text in enumerate(block.split("\n"), _FIRST_LINE):
        if text.startswith("##") or not text.strip():
            continue
        parts = _LINE.fullmatch(text)
        if parts:
            off, blanks, item, key, value = parts.groups(default="")
            is_bare = bool(key) and value[:1] in ("", "#")
            yield _Level(number, len(blanks), key, bool(off), is_bare, bool(item))


def _join(level: _Level, above: list[_Level], holding: list[_Level], found: list[_Orphans]) -> _Orphans | None:
    """The orphans that a line which holds is among, if any; new ones where it is the first below its parent."""
    parent = above[-1] if above else None
    if parent is None:
        return None
    if parent.is_off and not parent.orphans and level.indentation == parent.indentation + _STEP:
        keys = _keys_below(above)
        if level.key in keys:
            is_taken = bool(holding) and level.key in _keys_below(holding)
            parent.orphans = _Orphans([one for one in above if one.is_off], keys, level, is_taken)
            found.append(parent.orphans)
    if parent.orphans:
        parent.orphans.lines.add(level.line)
    return parent.orphans


def _keys_below(above: Iterable[_Level]) -> Collection[str]:
    """The keys that the model has below some levels; none where these are no path of it."""
    model: type[BaseModel] | None = FrontMatter
    for level in above:
        if model is None or not level.is_bare or level.is_item or level.key not in model.model_fields:
            return ()
        model = model_in(model.model_fields[level.key].annotation)
    return model.model_fields if model else ()

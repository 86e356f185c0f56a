"""The home page, of which front matter alone is shown: what it may hold, and what would be lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from pydantic import ValidationError

from showcase.model.setting_faults import iterate_setting_faults
from showcase.model.values import Part

_OF_CHROME: Final = frozenset(
    {
        *("author", "column", "comments", "date", "hide", "icon", "image", "keywords", "search", "social", "source"),
        *("status", "subtitle", "tags", "template"),
    }
)
"""What MkDocs, Material and the head of every page take besides."""
_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_LOST: Final = (
    "首页只显示文件头里的内容，这里的文字不会出现；写进另一页，例如 {folder}/about.md，或删去"
    " / the home page shows its front matter alone, and this text nowhere; put it into another page, such as"
    " {folder}/about.md, or take it out"
)


class HomeFront(Part):
    """Front matter of ``docs/index.md``."""

    title: str | None = None
    """In the navigation."""
    showcase: str
    hero: str | None = None
    """The large heading."""
    description: str | None = None
    """The sentence below it."""
    placeholder: str | None = None
    """In the search field."""
    tries: tuple[str, ...] | None = None
    """Words that are often looked for."""


def iterate_home_faults(given: Mapping[str, Any], markdown: str, source: str, folder: str) -> Iterator[tuple[int, str]]:
    """The line in the file ``source`` of each key that is not taken, and of text that is not shown, and the cause.

    ``given`` is the front matter, ``markdown`` what stands below it.
    """
    lines = source.splitlines()
    try:
        HomeFront.model_validate({name: value for name, value in given.items() if name not in _OF_CHROME})
    except ValidationError as error:
        for fault in iterate_setting_faults(error, HomeFront, "", lambda _: ""):
            key = re.split(r"[.:]", fault, maxsplit=1)[0]
            written = re.compile(rf"[\"']?{re.escape(key)}[\"']?\s*:")
            number = next((number for number, line in enumerate(lines, 1) if written.match(line)), 1)
            yield number, fault
    text = _COMMENT.sub("", markdown).strip()
    if text:
        first = text.split("\n", 1)[0]
        ends = [number for number, line in enumerate(lines, 1) if line.strip() in ("---", "...")]
        below = ends[1] if len(ends) > 1 else 0
        number = next((number for number, line in enumerate(lines, 1) if number > below and first in line), below + 1)
        yield number, _LOST.format(folder=folder)

"""Generated files that hand-written pages link to by name: MkDocs knows a link to a file of the folder alone."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple
from urllib.parse import unquote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from showcase.source.dead_links import suggest_address
from showcase.views.feeds import FEEDS
from showcase.views.frame import SHARED, TABS

_TARGET: Final = re.compile(r"\](?:\(|:)[ \t]{0,9}<?([^\s<>()#?]{1,500})")
"""Where a link or a picture leads, within the text or on a line of its own."""
_FOLDERS: Final = (TABS.keys() | SHARED) - {"facets"}
_FILES: Final = frozenset({*FEEDS, "llms.txt", "robots.txt", "sitemap.xml"})


class Written(NamedTuple):
    """Where a link leads, as it is written in a page."""

    path: str
    """The file in the folder of the pages that is meant."""
    text: str
    line: int
    """From 1."""
    column: int
    """From 1."""


def is_generated(path: str) -> bool:
    """Whether a path below the folder of the pages is one of which the program may make a file."""
    return path in _FILES or path.partition("/")[0] in _FOLDERS


def read_targets(text: str, source: str) -> Iterator[Written]:
    """The files that links in the Markdown of a page may lead to; code is not told from text."""
    for number, line in enumerate(text.splitlines(), 1):
        for found in _TARGET.finditer(line) if "](" in line or "]:" in line else ():
            path = posixpath.normpath(posixpath.join(posixpath.dirname(source), unquote(found[1])))
            yield Written(path, found[1], number, found.start(1) + 1)


def list_stand_ins(texts: Mapping[str, str], known: Iterable[str], config: MkDocsConfig) -> list[File]:
    """A file for each generated one that pages name, by which MkDocs finds its address; none of them is published.

    ``texts`` are the pages by their paths, ``known`` the files that there are.
    """
    paths = {one.path for source, text in texts.items() for one in read_targets(text, source)}
    wanted = {path for path in paths if is_generated(path) and "." in posixpath.basename(path)}
    missing = sorted(wanted - set(known) - set(_iterate_named(config.nav)))
    return [File.generated(config, path, content="", inclusion=InclusionLevel.EXCLUDED) for path in missing]


def _iterate_named(nav: Any) -> Iterator[str]:
    """The files that the navigation names: one that is not there is told."""
    if isinstance(nav, str):
        yield nav
    for item in (nav.values() if isinstance(nav, dict) else nav) if isinstance(nav, (dict, list)) else ():
        yield from _iterate_named(item)


def guess_target(page: str, found: str) -> str:
    """What may be meant by a link that leads to no file: a website, or a generated file seen from the page's folder."""
    website = suggest_address(found, found)
    if website.startswith("https://"):
        return website
    path = re.sub(r"\A(?:\.{0,2}/)+", "", re.split(r"[?#]", unquote(found), maxsplit=1)[0])
    return posixpath.relpath(path, posixpath.dirname(page) or ".") if is_generated(path) else ""

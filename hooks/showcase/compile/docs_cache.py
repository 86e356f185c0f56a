"""The hand-written pages and frames of the last build, kept while nothing they are made of has changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from showcase.catalogue.entry import digest_text
from showcase.compile.clearance import clear_away
from showcase.compile.stamp import Sources
from showcase.model.settings import Settings
from showcase.views.docs import Docs, DocsPage
from showcase.views.frame import Frame, FrameKey
from showcase.views.page_link import BrandLink, PageLink

_INDEX: Final = "docs.json"
_PAGES: Final = "pages"
_RESTLESS: Final = {".yml": b"!ENV", ".yaml": b"!ENV", ".html": b"build_date_utc", ".xml": b"build_date_utc"}
"""What changes while every file stays: a setting taken from the environment, a template that shows the day."""


class DamagedDocsError(Exception):
    """What was kept is not what was written."""


@dataclass(frozen=True, slots=True)
class BuiltDocs:
    """The hand-written part of the site, and where its files lie."""

    docs: Docs
    folder: Path
    watched: tuple[Path, ...] = ()
    """Files and folders it was made of."""
    sources: Sources = field(default_factory=Sources)
    """How they lay before they were read."""


BuildDocs = Callable[[Path], BuiltDocs]
"""Builds the hand-written pages into a folder."""


def load_docs(cache: Path, identity: str, now: int = 0) -> BuiltDocs | None:
    """What an earlier build kept, if it was made by this program of what lies there now; ``now`` is in nanoseconds.

    Raises :class:`DamagedDocsError` where this program kept it, but it is no longer whole.
    """
    try:
        maker, seal, text = (cache / _INDEX).read_text("utf-8").split("\n", 2)
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        raise DamagedDocsError from None
    if maker != identity:
        return None
    if seal != digest_text(text):
        raise DamagedDocsError
    kept = json.loads(text)
    watched = tuple(Path(path) for path in kept["watched"])
    sources = Sources.survey(watched, now)
    if not kept["key"] or kept["key"] != digest_watched(watched):
        return None
    if kept["content"] != _digest_pages(cache / _PAGES):
        raise DamagedDocsError
    return BuiltDocs(_read_docs(kept), cache / _PAGES, watched, sources)


def keep_docs(cache: Path, identity: str, watched: Sequence[Path], before: str, build: BuildDocs) -> BuiltDocs:
    """Builds the hand-written pages and keeps them; whatever ``build`` raises leaves what was kept.

    ``watched`` is what they are made of, and ``before`` a digest of it from when the project was read; where it is
    another one at the end, the pages serve this build alone. The index goes first and comes last, so that a build that
    is killed leaves none. Raises ``OSError``.
    """
    if not cache.is_dir():
        clear_away(cache)
        cache.mkdir(parents=True)
    making, index = cache / f"{_PAGES}.new", cache / f"{_INDEX}.new"
    clear_away(making)
    built = build(making)
    clear_away(cache / _INDEX)
    clear_away(cache / _PAGES)
    making.rename(cache / _PAGES)
    key = before if before == digest_watched(watched) else ""
    pages = {"key": key, "content": _digest_pages(cache / _PAGES)}
    kept = {**pages, "watched": [str(path) for path in built.watched], **_write_docs(built.docs)}
    text = json.dumps(kept, ensure_ascii=False, default=str)
    clear_away(index)
    index.write_text(f"{identity}\n{digest_text(text)}\n{text}", "utf-8")
    index.replace(cache / _INDEX)
    sources = built.sources if pages["key"] else Sources()
    return BuiltDocs(built.docs, cache / _PAGES, built.watched, sources)


def _write_docs(docs: Docs) -> dict[str, Any]:
    return {
        "settings": docs.settings.as_plain(),
        "frames": [[key.tab, key.depth, frame.pieces] for key, frame in docs.frames.items()],
        "pages": docs.pages,
        "links": docs.links,
        "page_links": docs.page_links,
        "home": dict(docs.home),
        "texts": dict(docs.texts),
        "folder": docs.folder,
        "doubts": docs.doubts,
    }


def _read_docs(kept: dict[str, Any]) -> Docs:
    return Docs(
        settings=Settings.restore(kept["settings"]),
        frames={FrameKey(tab, depth): Frame(tuple(pieces)) for tab, depth, pieces in kept["frames"]},
        pages=tuple(DocsPage(*page) for page in kept["pages"]),
        links=tuple(BrandLink(*link) for link in kept["links"]),
        page_links=tuple(PageLink(*link) for link in kept["page_links"]),
        home=kept["home"],
        texts=kept["texts"],
        folder=kept["folder"],
        doubts=tuple((setting, value, usual) for setting, value, usual in kept["doubts"]),
    )


def digest_watched(watched: Sequence[Path]) -> str:
    """A digest of every watched file's path and content; empty where not all of it can be watched."""
    files = [(path, _read(path)) for path in _iterate_files(watched)]
    if any(path.suffix in _RESTLESS and _RESTLESS[path.suffix] in content for path, content in files):
        return ""
    return _digest_files((str(path), content) for path, content in files)


def _digest_pages(folder: Path) -> str:
    """A digest of the pages that were kept."""
    return _digest_files((path.relative_to(folder).as_posix(), _read(path)) for path in _iterate_files([folder]))


def _digest_files(files: Iterable[tuple[str, bytes]]) -> str:
    digest = hashlib.sha256()
    for name, content in files:
        digest.update(f"{name}\n{len(content)}\n".encode(errors="surrogateescape"))
        digest.update(content)
    return digest.hexdigest()


def _read(path: Path) -> bytes:
    """A file's bytes; none of one that cannot be read, for whoever builds from it will say so."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _iterate_files(watched: Sequence[Path]) -> list[Path]:
    files: list[Path] = []
    for path in watched:
        files += sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]
    return files

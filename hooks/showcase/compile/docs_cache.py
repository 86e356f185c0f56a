"""The hand-written pages and frames of the last build, kept while nothing they are made of has changed."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any, Final

from showcase.model.settings import Settings
from showcase.views.docs import BrandLink, Docs, DocsPage
from showcase.views.frame import Frame, FrameKey

_INDEX: Final = "docs.json"
_PAGES: Final = "pages"
_ENVIRONMENT: Final = b"!ENV"
"""A setting taken from the environment may change while every file stays."""


@dataclass(frozen=True, slots=True)
class BuiltDocs:
    """The hand-written part of the site, and where its files lie."""

    docs: Docs
    folder: Path
    watched: tuple[Path, ...] = ()
    """Files and folders it was made of."""


BuildDocs = Callable[[Path], BuiltDocs]
"""Builds the hand-written pages into a folder."""


def load_docs(cache: Path, identity: str) -> BuiltDocs | None:
    """What an earlier build kept, if it was made by this program of what lies there now."""
    try:
        kept = json.loads((cache / _INDEX).read_text("utf-8"))
        watched = tuple(Path(path) for path in kept["watched"])
        if not kept["key"] or kept["key"] != _digest(watched, identity) or not (cache / _PAGES).is_dir():
            return None
        return BuiltDocs(_read_docs(kept), cache / _PAGES, watched)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep_docs(cache: Path, identity: str, build: BuildDocs) -> BuiltDocs:
    """Builds the hand-written pages and keeps them; whatever ``build`` raises leaves what was kept."""
    cache.mkdir(parents=True, exist_ok=True)
    making = cache / f"{_PAGES}.new"
    shutil.rmtree(making, ignore_errors=True)
    built = build(making)
    (cache / _INDEX).unlink(missing_ok=True)
    shutil.rmtree(cache / _PAGES, ignore_errors=True)
    making.rename(cache / _PAGES)
    key = _digest(built.watched, identity)
    kept = {"key": key, "watched": [str(path) for path in built.watched], **_write_docs(built.docs)}
    (cache / _INDEX).write_text(json.dumps(kept, ensure_ascii=False, default=str), "utf-8")
    return BuiltDocs(built.docs, cache / _PAGES, built.watched)


def _write_docs(docs: Docs) -> dict[str, Any]:
    return {
        "settings": docs.settings.model_dump(),
        "frames": [[key.tab, key.depth, frame.pieces] for key, frame in docs.frames.items()],
        "pages": [astuple(page) for page in docs.pages],
        "links": [astuple(link) for link in docs.links],
        "home": dict(docs.home),
    }


def _read_docs(kept: dict[str, Any]) -> Docs:
    return Docs(
        settings=Settings.model_validate(kept["settings"]),
        frames={FrameKey(tab, depth): Frame(tuple(pieces)) for tab, depth, pieces in kept["frames"]},
        pages=tuple(DocsPage(*page) for page in kept["pages"]),
        links=tuple(BrandLink(*link) for link in kept["links"]),
        home=kept["home"],
    )


def _digest(watched: Sequence[Path], identity: str) -> str:
    """A digest of every watched file's path and content; empty where not all of it can be watched."""
    digest = hashlib.sha256(identity.encode())
    for path in _iterate_files(watched):
        content = path.read_bytes()
        if path.suffix in (".yml", ".yaml") and _ENVIRONMENT in content:
            return ""
        digest.update(f"{path}\n{len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def _iterate_files(watched: Sequence[Path]) -> list[Path]:
    files: list[Path] = []
    for path in watched:
        files += sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]
    return files

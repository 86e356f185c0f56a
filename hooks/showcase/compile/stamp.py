"""The stamp of a build: enough to see that the next has nothing to do, without importing what would do it.

A stamp says what lay in the sources and in the site, by size and time of every file, when a build had published. While
both still lie there as they did, the site is what a build would make of them.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, NamedTuple

from showcase.compile.clearance import clear_away
from showcase.compile.survey import Survey, survey_folder, survey_paths

_NAME: Final = "stamp.json"
_SETTLED: Final = 2_000_000_000
"""Nanoseconds after which the time of a file can be trusted."""
_PACKAGE: Final = Path(__file__).parent.parent
STAGE: Final = ".showcase-stage"
"""Folder inside the site where made files wait; left by a build that was killed, swept by the next."""
NOT_OF_SITE: Final = frozenset({STAGE})
"""What lies in a site's folder and is not looked at."""
_SKIPPED: Final = frozenset({"__pycache__"})


class Sources(NamedTuple):
    """Files and folders that something was made of, as they lay before any of it was read."""

    paths: tuple[str, ...] = ()
    """Absolute."""
    digest: str = ""
    """Of every file's path, size and times; empty where that says too little: a file just written, a link."""

    @classmethod
    def survey(cls, paths: Iterable[Path], now: int) -> Sources:
        """Looks at files and folders; ``now`` is in nanoseconds."""
        tops = tuple(sorted({str(path.absolute()) for path in paths}))
        return cls(tops, digest_sources(survey_paths(map(Path, tops), skip=_SKIPPED), now))


class Stamp(NamedTuple):
    """What a build left behind."""

    order: str
    """What was asked for; see :func:`name_order`."""
    docs: Sources
    """What the hand-written pages were made of."""
    folder: str
    """The brands folder, absolute."""
    brands: str
    """What lay in it; see :func:`digest_sources`."""
    program: str
    """See :func:`sign_program`."""
    identity: str
    """A digest of the same, see :func:`showcase.compile.identity.digest_program`."""
    head: str
    """The commit that the brands' repository stood at, which tells the days of brands; empty for none."""
    site: int
    """The sum of the site's files, by path, size and time."""
    figures: Mapping[str, Any]
    """What the build told of itself."""

    @property
    def is_telling(self) -> bool:
        """Whether the sources can be known again."""
        return bool(self.docs.digest and self.brands and self.program)


def digest_sources(survey: Survey, now: int) -> str:
    """A digest of sources; empty where it says too little to know them again."""
    settled = not survey.links and now - survey.newest >= _SETTLED
    return f"{survey.newest} {survey.digest}" if settled else ""


def finds_again(survey: Survey, digest: str) -> bool:
    """Whether sources lie there as they did when a digest was made of them; mostly the newest of their times tells."""
    return digest.partition(" ")[0] == str(survey.newest) and digest == digest_sources(survey, sys.maxsize)


def name_order(*parts: object) -> str:
    """What a build was asked for, as one text."""
    return json.dumps([str(part) for part in parts], ensure_ascii=False)


def sign_program() -> str:
    """A digest of the program's files by size and time, and of the names and versions of all that is installed."""
    installed = sorted(name for folder in sys.path for name in _list_installed(folder))
    files = survey_folder(_PACKAGE, skip=_SKIPPED).digest
    return _digest("\n".join((sys.version, files, *installed)))


def _list_installed(folder: str) -> list[str]:
    """The names of all that is installed in a folder that Python imports from, which tell the versions.

    Debian calls its folder ``dist-packages``, and ``PYTHONPATH`` may name any; others hold what is no library, too.
    """
    with suppress(OSError):  # Not there, or an archive.
        names = os.listdir(folder)  # noqa: PTH208 - pathlib is slow to begin with
        return names if folder.endswith("-packages") else [name for name in names if name.endswith("-info")]
    return []


def read_stamp(cache: Path) -> Stamp | None:
    """The stamp in a cache folder; ``None`` where there is none that is whole."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        seal, _, text = (cache / _NAME).read_text("utf-8").partition("\n")
        if seal == _digest(text):
            kept = json.loads(text)
            paths, digest = kept.pop("docs")
            return Stamp(docs=Sources(tuple(paths), digest), **kept)
    return None


def write_stamp(cache: Path, stamp: Stamp) -> None:
    """Keeps a stamp; raises ``OSError``."""
    kept = stamp._asdict()
    text = json.dumps({**kept, "docs": [stamp.docs.paths, stamp.docs.digest]}, ensure_ascii=False)
    waiting = cache / f"{_NAME}.new"
    waiting.write_text(f"{_digest(text)}\n{text}", "utf-8")
    waiting.replace(cache / _NAME)


def drop_stamp(cache: Path) -> None:
    """Forgets a stamp, where there is one; raises ``OSError``."""
    clear_away(cache / _NAME)


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(errors="surrogateescape"), digest_size=16).hexdigest()

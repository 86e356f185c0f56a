"""Asking git, without its colours, pagers and hooks."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from subprocess import CompletedProcess

SHALLOW: Final = "\ntrue"
WHOLE: Final = "\nfalse"
"""How a head ends, whether older commits are left out or not."""
NO_GIT: Final = "no git"
REFUSED: Final = "refused"
"""Heads of a repository that cannot be asked: there is no git, or the folder is of another user."""
UNBORN: Final = "no commit"
"""The head of a repository that has none yet."""

_TIMEOUT: Final = 120
"""Seconds."""
_REFUSES: Final = (b"dubious ownership", b"unsafe repository")
"""How git says, in newer and older words, that a repository is of another user."""
_QUIET: Final = tuple(
    part
    for setting in ("core.quotePath=false", "core.fsmonitor=false", "log.showSignature=false", "log.showRoot=true")
    for part in ("-c", setting)
)


def read_head(folder: Path) -> str:
    """What the days of brands depend on: the commit that a repository stands at, and whether older ones are left out.

    Nothing outside a repository, :data:`UNBORN` before a commit; :data:`NO_GIT` or :data:`REFUSED` where it cannot be
    asked.
    """
    if not find_repository(folder):
        return ""  # As git would find out, in more time than a small edit has for anything.
    try:
        done = _ask(folder, "rev-parse", "HEAD", "--is-shallow-repository")
    except FileNotFoundError:
        return NO_GIT
    if done is None:
        return ""
    if done.returncode:
        if any(words in done.stderr for words in _REFUSES):
            return REFUSED
        return UNBORN if run_git(folder, "rev-parse", "--is-shallow-repository") else ""
    return done.stdout.decode("utf-8", "replace").strip()


def find_repository(folder: Path) -> str:
    """The folder of the repository that git would find there, be its own a folder or, in a worktree, a file."""
    there = os.path.realpath(folder)
    while True:
        if os.path.lexists(f"{there}/.git"):
            return there
        above = os.path.dirname(there)  # noqa: PTH120 - a Path for each is slow
        if above == there:
            return ""
        there = above


def run_git(folder: Path, *arguments: str) -> str | None:
    """What git prints in a folder; ``None`` where it fails, or where there is no git."""
    try:
        done = _ask(folder, *arguments)
    except FileNotFoundError:
        return None
    return done.stdout.decode("utf-8", "replace") if done and done.returncode == 0 else None


def _ask(folder: Path, *arguments: str) -> CompletedProcess[bytes] | None:
    """What became of asking; ``None`` where git cannot be run, ``FileNotFoundError`` where there is none."""
    quiet = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment = {**quiet, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1"}
    import subprocess  # Where there is no repository it is not needed.

    command = ["git", "-C", str(folder), "--no-pager", *_QUIET, *arguments]
    try:
        return subprocess.run(command, capture_output=True, env=environment, timeout=_TIMEOUT, check=False)
    except FileNotFoundError:
        raise
    except (OSError, subprocess.SubprocessError):
        return None

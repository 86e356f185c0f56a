"""Asking git, without its colours, pagers and hooks."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

_TIMEOUT: Final = 120
"""Seconds."""
_QUIET: Final = tuple(
    part
    for setting in ("core.quotePath=false", "core.fsmonitor=false", "log.showSignature=false", "log.showRoot=true")
    for part in ("-c", setting)
)


def read_head(folder: Path) -> str:
    """What the days of brands depend on: the commit that a repository stands at, and whether older ones are left out.

    Nothing without git, outside a repository or before a commit.
    """
    if not is_in_repository(folder):
        return ""  # As git would find out, in more time than a small edit has for anything.
    return (run_git(folder, "rev-parse", "HEAD", "--is-shallow-repository") or "").strip()


def is_in_repository(folder: Path) -> bool:
    """Whether git would find a repository there: a folder or, in a worktree, a file."""
    there = os.path.realpath(folder)
    while True:
        if os.path.lexists(f"{there}/.git"):
            return True
        above = os.path.dirname(there)  # noqa: PTH120 - a Path for each is slow
        if above == there:
            return False
        there = above


def run_git(folder: Path, *arguments: str) -> str | None:
    """What git prints in a folder; ``None`` where it fails, or where there is no git."""
    quiet = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment = {**quiet, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1"}
    import subprocess  # Where there is no repository it is not needed.

    command = ["git", "-C", str(folder), "--no-pager", *_QUIET, *arguments]
    try:
        done = subprocess.run(command, capture_output=True, env=environment, timeout=_TIMEOUT, check=False)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None

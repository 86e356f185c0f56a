"""Starts the program anew in its own place, since a running process keeps the code that it began with."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from showcase.cli.serving.scope import PROGRAM


def find_slips(paths: Iterable[Path]) -> list[str]:
    """What keeps the Python files among some paths from being run, a line each; nothing for those that are gone."""
    return [slip for path in paths if path.suffix == ".py" and path.is_file() and (slip := _find_slip(path))]


def is_outdated(paths: Iterable[Path], started: str, now: str) -> bool:
    """Whether any of the changed files is of another program than the one that runs.

    ``started`` and ``now`` are signatures of it (:func:`showcase.compile.stamp.sign_program`): what was saved while it
    started is told of only afterwards, and is in it already.
    """
    return started != now or any(not path.is_relative_to(PROGRAM) for path in paths)


def compose_command(arguments: Sequence[str], port: int) -> list[str]:
    """The command line that serves on as before: on the same port, and without a browser window of its own.

    ``arguments`` is what Python itself was called with, after its own name.
    """
    kept = [argument for argument in arguments if argument != "--open" and not argument.startswith("--port=")]
    return [sys.executable, *kept, f"--port={port}"]


def restart(port: int) -> None:
    """Replaces this process; returns only where the system cannot."""
    if sys.platform == "win32":  # There the new process would run beside the terminal that waits for the old one.
        return
    sys.stdout.flush()
    sys.stderr.flush()
    command = compose_command(sys.orig_argv[1:], port)
    os.execv(command[0], command)  # noqa: S606 - our own interpreter, no shell


def _find_slip(path: Path) -> str:
    try:
        compile(path.read_bytes(), str(path), "exec")
    except SyntaxError as error:
        return f"{path}:{error.lineno}: {error.msg}"
    except (OSError, ValueError) as error:
        return f"{path}: {error}"
    return ""

"""Where commands print, which may be closed, or a full disk."""

from __future__ import annotations

import errno
import os
import sys
from typing import Final

import click

_OF_WRITING: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF})
"""What a system says of a file that it cannot write; commands tell of their own files themselves."""


def settle_output() -> None:
    """Prints in UTF-8, and into nothing where standard output was closed (``>&-``)."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - to the end
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def tell_unprintable(error: OSError, locale: str) -> None:
    """Says, where errors are told, why nothing can be printed; or what else the system refused."""
    from showcase.cli.system_errors import explain_system_error  # Imported where something has gone wrong.

    place = "stdout" if error.errno in _OF_WRITING else "build.py"
    # What still waits to be printed would be tried once more at the end, with a traceback.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    click.echo(explain_system_error(error, place, locale), err=True)

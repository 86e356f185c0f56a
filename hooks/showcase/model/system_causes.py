"""Why the system refused something, in words of the reader's language: its own are English."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from typing import Final

from showcase.language import N_

CAUSES: Final[Mapping[str, str]] = {
    "EACCES": N_("no right to read or write it"),
    "EADDRINUSE": N_("another program uses it"),
    "EADDRNOTAVAIL": N_("this machine has no such address"),
    "EAGAIN": N_("the system is too busy"),
    "EBUSY": N_("another program uses it"),
    "EDQUOT": N_("the disk quota is used up"),
    "EEXIST": N_("something lies there already"),
    "EFBIG": N_("it is larger than the system allows"),
    "EIO": N_("the disk could not be read or written"),
    "EISDIR": N_("it is a folder, and no file"),
    "ELOOP": N_("the links lead round in a circle"),
    "EMFILE": N_("too many files are open"),
    "ENAMETOOLONG": N_("the name is too long"),
    "ENFILE": N_("too many files are open"),
    "ENODEV": N_("there is no such device"),
    "ENOENT": N_("it is not there"),
    "ENOEXEC": N_("it is no program for this system"),
    "ENOMEM": N_("the memory is used up"),
    "ENOSPC": N_("the disk is full"),
    "ENOTDIR": N_("a file lies where a folder is needed"),
    "ENOTEMPTY": N_("the folder is not empty"),
    "ENXIO": N_("there is no such device"),
    "EPERM": N_("no right to read or write it"),
    "EROFS": N_("nothing can be written to this disk"),
    "ESTALE": N_("it has moved on the network drive"),
    "ETIMEDOUT": N_("no answer came in time"),
}
"""By the names of the system's numbers, which differ from one system to another."""


def name_cause(error: OSError) -> str:
    """A key of :data:`CAUSES`; the system's own words for what is not in it."""
    name = errno.errorcode.get(error.errno or 0, "")
    return name if name in CAUSES else error.strerror or str(error)


def tell_cause(error: OSError) -> str:
    """A msgid; the system's own words where there is none."""
    name = name_cause(error)
    return CAUSES.get(name, name)

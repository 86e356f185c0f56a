"""What the system refuses, told with its place, its cause and what mends it."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Final

from showcase.language import N_, load_translations
from showcase.model.system_causes import tell_cause

_FULL: Final = N_("the disk is full; free some space and build again")
_DENIED: Final = N_("whoever builds may not read or write this; give them the right to it or name another folder")
_IN_THE_WAY: Final = N_("a file lies where a folder is needed, or the other way round; move it or name another folder")
_NO_TEMPORARY: Final = N_("no temporary folder can be written to; free some space, or name a folder here")
_CANNOT_BE_MADE: Final = N_("nothing can be made here; name another folder")
_TOO_LONG: Final = N_("the name is too long; name a folder with a shorter one")
_CAUSES: Final = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: N_("the file would be larger than the system allows; raise the limit (ulimit -f) and build again"),
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.EROFS: N_("nothing can be written to this disk; name another folder"),
    errno.ENAMETOOLONG: _TOO_LONG,
    errno.EEXIST: _IN_THE_WAY,
    errno.EISDIR: _IN_THE_WAY,
    errno.ENOTDIR: _IN_THE_WAY,
    errno.ENOENT: N_("it is not there, or was taken away meanwhile; see to it and build again"),
    errno.ELOOP: N_("the links there lead round in a circle; mend them or name another folder"),
    errno.EMFILE: N_("too many files are open; build with fewer --jobs, or raise the limit (ulimit -n)"),
    errno.EBUSY: N_("another program is using it; close that and build again"),
    errno.ENOMEM: N_("a process was ended from outside, most likely for want of memory; build with fewer --jobs"),
    errno.EIO: N_("the disk could not be read or written; have it looked at, then build again"),
}


def explain_system_error(error: OSError, elsewhere: str | os.PathLike[str], locale: str) -> str:
    """One line on an error; ``elsewhere`` is the place to name where the system tells none."""
    _ = load_translations("cli", locale).gettext
    # Of two places, as a copy has them, the second is the one that is written.
    named = error.filename2 or error.filename
    place = os.fsdecode(named) if isinstance(named, str | bytes) else elsewhere
    cause = _CAUSES.get(error.errno or 0)
    if error.errno == errno.ENOENT and Path(place).parent.is_dir() and not Path(place).exists():
        cause = _CANNOT_BE_MADE
    if error.errno == errno.ENOENT and error.filename is None:
        # So Python ends its search for a folder that takes a temporary file.
        place, cause = "TMPDIR", _NO_TEMPORARY
    why = _(cause or tell_cause(error))
    return _("error: {why}").format(why=f"{place}: {why}")

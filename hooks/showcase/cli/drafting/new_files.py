"""Writing files so that a reader, a second writer or an interruption never meets a half of one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def add_file(path: Path, text: str) -> Iterator[None]:
    """Writes a file that must not be there yet, and its folder; raises :class:`FileExistsError` if it is there.

    The file stays if all that is done inside goes well. Whatever goes wrong, Ctrl-C included, leaves neither the file
    nor a folder that was not there before.
    """
    made = _make_folder(path.parent)
    written = False
    try:
        with _beside(path, text) as beside:
            _rename_anew(beside, path)
            written = True
        yield
    except BaseException:
        if written:
            path.unlink(missing_ok=True)
        if made:
            with suppress(OSError):
                path.parent.rmdir()
        raise


def replace_file(path: Path, text: str) -> None:
    """Puts a new text into a file that is there, keeping its permissions."""
    with _beside(path, text) as written:
        written.chmod(path.stat().st_mode & 0o777)
        written.replace(path)


def _make_folder(folder: Path) -> bool:
    """Whether the folder had to be made; its parent must be there."""
    try:
        folder.mkdir()
    except FileExistsError:
        return False
    return True


@contextmanager
def _beside(path: Path, text: str) -> Iterator[Path]:
    """A file in the same folder that holds the text, on the disk; gone at the end unless it was renamed."""
    written = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with written.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        yield written
    finally:
        written.unlink(missing_ok=True)


def _rename_anew(written: Path, path: Path) -> None:
    """Gives a file its name, which none may bear."""
    try:
        # Unlike a rename, a link refuses to take a name that is borne already.
        path.hardlink_to(written)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links, such as a memory stick's.
        if path.exists():
            raise FileExistsError(path) from None
        written.rename(path)

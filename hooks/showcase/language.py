"""Words in the reader's language: gettext catalogues, read from their ``.po`` files.

Two domains: ``cli`` (what editors read in a terminal) and ``site`` (what the public reads on a page).
"""

from __future__ import annotations

import gettext
import hashlib
import io
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final, Literal

Domain = Literal["cli", "site"]

_FOLDER: Final = Path(__file__).parent / "locale"
_SEAL: Final = 16
"""Bytes of the digest that each compiled catalogue begins with."""


def N_(message: str) -> str:  # noqa: N802 - the name by which gettext's tools know a msgid
    """Marks a msgid for extraction; it is translated when it is shown."""
    return message


def choose_locale(lang: str | None, environment: Mapping[str, str]) -> str:
    """The locale of messages: as asked for, else as the environment says; Chinese where that says neither language.

    ``lang`` is ``zh``, ``en`` or ``None``; returns ``zh-Hans`` or ``en``.
    """
    wanted = lang or next((environment[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(key)), "")
    return "en" if wanted.lower().startswith("en") else "zh-Hans"


@cache
def load_translations(domain: Domain, locale: str) -> gettext.NullTranslations:
    """The catalogue of a domain in a locale; a locale without one gives the English of the code."""
    path = _FOLDER / locale.replace("-", "_") / "LC_MESSAGES" / f"{domain}.po"
    if not path.is_file():
        return gettext.NullTranslations()
    return gettext.GNUTranslations(io.BytesIO(_take_kept(path) or _keep(path)))


def _take_kept(path: Path) -> bytes:
    """What a catalogue was compiled to; nothing where it was not, or where the catalogue is another one since."""
    with suppress(OSError):
        content = _find_place(path).read_bytes()
        if content[:_SEAL] == _seal(path, content[_SEAL:]):
            return content[_SEAL:]
    return b""


def _keep(path: Path) -> bytes:
    """Compiles a catalogue, and keeps what comes of it beside it, as Python keeps what it compiles and where it may."""
    # To import Babel takes longer than to build a site in which one brand was edited takes for all its words.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        before = _seal(path)
        catalogue = read_po(file)
    binary = io.BytesIO()
    write_mo(binary, catalogue)
    place = _find_place(path)
    if before == _seal(path) and not sys.dont_write_bytecode:
        waiting = place.with_name(f"{place.name}.{os.getpid()}")
        with suppress(OSError):
            place.parent.mkdir(exist_ok=True)
            waiting.write_bytes(_seal(path, binary.getvalue()) + binary.getvalue())
            waiting.replace(place)
    return binary.getvalue()


def _find_place(path: Path) -> Path:
    return path.parent / "__pycache__" / f"{path.stem}.mo"


def _seal(path: Path, content: bytes = b"") -> bytes:
    """A digest of what was compiled, and of the size and the times of the catalogue that it was compiled from."""
    seen = path.stat()
    named = f"{seen.st_size} {seen.st_mtime_ns} {seen.st_ctime_ns}\n".encode()
    return hashlib.blake2b(named + content, digest_size=_SEAL).digest()

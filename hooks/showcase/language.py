"""Words in the reader's language: gettext catalogues, read from their ``.po`` files.

Two domains: ``cli`` (what editors read in a terminal) and ``site`` (what the public reads on a page).
"""

from __future__ import annotations

import gettext
import io
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final, Literal

Domain = Literal["cli", "site"]

_FOLDER: Final = Path(__file__).parent / "locale"


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
    # Babel is imported here because most commands end without a word to translate.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    binary = io.BytesIO()
    with path.open("rb") as file:
        write_mo(binary, read_po(file))
    binary.seek(0)
    return gettext.GNUTranslations(binary)

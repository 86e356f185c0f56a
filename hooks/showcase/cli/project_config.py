"""What ``mkdocs.yml`` says, for commands that do without MkDocs: it takes ten times as long to start as a check takes.

A file that is broken is told of by every command, in the same words.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from showcase.language import load_translations
from showcase.model.errors import DocsError
from showcase.model.limits import Limits
from showcase.model.setting_faults import iterate_setting_faults
from showcase.source.unreadable_error import UnreadableError

CONFIG: Final = Path("mkdocs.yml")
BRANDS: Final = Path("brands")
"""Where the brands lie when nothing says so."""
_DOCS: Final = Path("docs")
"""Where MkDocs looks for hand-written pages when nothing says so."""


class ProjectError(Exception):
    """The project is not as it should be; its text says why, a line a cause."""


def read_given(config: Path = CONFIG) -> Mapping[str, Any]:
    """What ``mkdocs.yml`` holds; nothing where there is none.

    Raises :class:`UnreadableError` where it is broken, and ``OSError``.
    """
    # With libyaml, which a build that has not to read it does without.
    from showcase.source.config_file import read_config

    try:
        return read_config(config, config.name)
    except FileNotFoundError:
        return {}


def pick_showcase(given: Mapping[str, Any]) -> Mapping[str, Any]:
    """``extra.showcase``; nothing where there is none."""
    found: Any = given
    for key in ("extra", "showcase"):
        found = found.get(key) if isinstance(found, dict) else None
    return found if isinstance(found, dict) else {}


def read_showcase(config: Path = CONFIG) -> Mapping[str, Any]:
    """``extra.showcase`` of a file; raises as :func:`read_given`."""
    return pick_showcase(read_given(config))


def find_docs(given: Mapping[str, Any]) -> Path | None:
    """The folder of the hand-written pages; ``None`` where there is no ``mkdocs.yml``."""
    named = given.get("docs_dir")
    return (Path(named) if isinstance(named, str) else _DOCS) if given else None


def find_brands(showcase: Mapping[str, Any]) -> Path:
    """The folder that the settings name, else ``brands``."""
    named = showcase.get("brands_dir")
    return Path(named) if named and isinstance(named, str) else BRANDS


def guess_brands() -> Path:
    """The folder of the brands as far as can be told, whatever state ``mkdocs.yml`` is in."""
    try:
        return find_brands(read_showcase())
    except (UnreadableError, OSError):
        return BRANDS


def check_config(config: Path, locale: str) -> None:
    """Raises what :func:`read_showcase` does, and :class:`DocsError` where there is no ``mkdocs.yml``."""
    if not config.exists():
        raise DocsError(explain_elsewhere(config, locale))
    read_showcase(config)


def find_limits(showcase: Mapping[str, Any]) -> Limits:
    """The limits that the settings name, else the usual ones; raises :class:`ProjectError`."""
    given = showcase.get("limits")
    try:
        return Limits.model_validate(given if given is not None else {})
    except ValidationError as error:
        from showcase.source.setting_places import place_setting

        faults = iterate_setting_faults(error, Limits, "extra.showcase.limits", partial(place_setting, CONFIG))
        raise ProjectError("\n".join(faults)) from None


def take_brands(asked: Path | None, showcase: Mapping[str, Any], locale: str) -> Path:
    """The folder that was asked for, else the one of the settings; raises :class:`ProjectError` where it is none."""
    folder = asked or find_brands(showcase)
    if not folder.is_dir():
        named_by = "option" if asked else "setting" if showcase.get("brands_dir") else ""
        raise ProjectError(explain_no_brands(folder, named_by, locale))
    return folder


def explain_no_brands(folder: Path, named_by: str, locale: str) -> str:
    """Why there is no folder of brands; it may be named by an ``option``, a ``setting``, or by nothing."""
    _ = load_translations("cli", locale).gettext
    if named_by == "option":
        return _("--brands: there is no folder {folder}; mend the name").format(folder=folder)
    if named_by == "setting":
        told = _("mkdocs.yml: extra.showcase.brands_dir: there is no folder {folder}; mend the name or make the folder")
        return told.format(folder=folder)
    return explain_elsewhere(folder, locale)


def explain_elsewhere(sought: Path, locale: str) -> str:
    """That something is not in this folder, and where the project lies, if this is a folder within one."""
    _ = load_translations("cli", locale).gettext
    here = Path.cwd()
    root = next((folder for folder in here.parents if (folder / CONFIG).is_file()), None)
    if root is not None:
        told = _("{sought} is not here; paths are told from the current folder {here}: go to {root} first (cd)")
        return told.format(sought=sought, here=here, root=root)
    told = _("{sought} is not here; go to the folder of mkdocs.yml first (cd), the current one is {here}")
    return told.format(sought=sought, here=here)

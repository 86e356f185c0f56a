"""Spares what a site is made from: a build that would write into it is refused before it writes anything."""

from __future__ import annotations

import os
from collections.abc import Container, Sequence
from pathlib import Path
from typing import Final

from showcase.cli.order import Order
from showcase.cli.project_config import BRANDS, explain_no_brands
from showcase.compile.content import ContentError
from showcase.compile.publish import PublishError
from showcase.language import load_translations
from showcase.model.errors import DocsError
from showcase.model.faults import Fault, Place
from showcase.model.settings import Settings
from showcase.source.brand_folder import show_path
from showcase.source.file_names import CATALOGUE_FILE


def check_paths(order: Order) -> None:
    """Raises :class:`DocsError` for a folder whose path is not in UTF-8, in which the records of builds name it."""
    root = order.config.absolute().parent
    named = {"--brands": order.brands, "--cache": order.cache, "--site": order.site}
    # What is told from the project's folder has its path in it.
    asked = {option: path.absolute() for option, path in named.items() if path}
    for option, path in {"": root, **asked}.items():
        try:
            str(path).encode()
        except UnicodeEncodeError:
            raise DocsError(_explain_encoding(option, path, order.locale)) from None


def _explain_encoding(option: str, path: Path, locale: str) -> str:
    _ = load_translations("cli", locale).gettext
    shown = os.fsencode(path).decode("utf-8", "backslashreplace")
    if option:
        return _("{option}: {path}: the path is not in UTF-8; name another folder").format(option=option, path=shown)
    told = _("{path}: the path of the project is not in UTF-8; rename the folder, or move the project elsewhere")
    return told.format(path=shown)


_USUAL: Final = ".cache"
"""Where other programs keep what is theirs, too."""
_RECORD: Final = frozenset(
    {"docs", "stamp.json", "stamp.json.new", "store.sqlite", "store.sqlite-wal", "store.sqlite-shm"}
)
_DOCS: Final = frozenset({"docs.json", "docs.json.new", "pages", "pages.new"})
"""What a record of builds consists of; one that was cut short may lack any of it."""


def check_cache(order: Order) -> None:
    """Raises :class:`PublishError` for a folder of other files, of which a build might take some for its record."""
    folder = order.cache
    if folder.name == _USUAL or not folder.exists():
        return
    if (folder / "store.sqlite").exists() or (_holds_only(folder, _RECORD) and _holds_only(folder / "docs", _DOCS)):
        return
    raise PublishError(
        f"{folder}: 里面有别的文件，不能放构建记录，用 --cache 换一个空的"
        " / holds other files; name an empty folder for the record of builds with --cache"
    )


def _holds_only(folder: Path, names: Container[str]) -> bool:
    return not folder.exists() or (folder.is_dir() and all(path.name in names for path in folder.iterdir()))


def find_sources(order: Order, settings: Settings, watched: Sequence[Path]) -> Path:
    """The folder of the brands; ``watched`` is what the hand-written pages are made of.

    Raises :class:`DocsError` or :class:`ContentError` where it is none, and :class:`PublishError` where the site or the
    record of builds would lie among the sources.
    """
    root = order.config.absolute().parent
    folder = order.brands or root / settings.brands_dir
    if not folder.is_dir():
        shown = order.brands or Path(settings.brands_dir)
        named_by = "option" if order.brands else "" if shown == BRANDS else "setting"
        raise DocsError(explain_no_brands(shown, named_by, order.locale))
    if not (folder / CATALOGUE_FILE).exists():
        raise ContentError([Fault("no-vocabulary", Place(f"{show_path(folder, root)}/{CATALOGUE_FILE}"))])
    _spare_sources(order, root, [source.resolve() for source in (folder, *watched)])
    return folder


def _spare_sources(order: Order, root: Path, sources: Sequence[Path]) -> None:
    site, cache = order.site.resolve(), order.cache.resolve()
    # First, for where the site would hold the whole project, the record of builds lies in it too.
    if any(source.is_relative_to(site) for source in (root.resolve(), *sources)):
        raise PublishError(
            f"{order.site}: 里面是网站的原料，不能当输出目录，用 --site 换一个"
            " / holds the sources of the site; name another folder with --site"
        )
    if cache.is_relative_to(site) or any(cache.is_relative_to(source) for source in sources):
        raise PublishError(
            f"{order.cache}: 在网站或它的原料里面，不能放构建记录，用 --cache 换一个"
            " / lies in the site or in its sources; name another folder for the record of builds with --cache"
        )
    # Among what is kept there are folders named as those of a project are, such as ``docs``.
    if any(source.is_relative_to(cache) for source in (root.resolve(), *sources)):
        raise PublishError(
            f"{order.cache}: 里面是网站的原料，不能放构建记录，用 --cache 换一个"
            " / holds the sources of the site; name another folder for the record of builds with --cache"
        )
    if any(site.is_relative_to(source) for source in sources if source.is_dir()):
        raise PublishError(
            f"{order.site}: 在网站的原料里面，不能当输出目录，用 --site 换一个"
            " / lies among the sources of the site; name another folder with --site"
        )

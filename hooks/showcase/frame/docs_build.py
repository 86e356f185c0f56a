"""Builds the hand-written pages and the frames with MkDocs."""

from __future__ import annotations

import atexit
import errno
import logging
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

# Material prints a notice about the future of MkDocs at import; editors can do nothing about it.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

import mkdocs
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from showcase.frame.events import RECORDER
from showcase.frame.gaps import iterate_gaps
from showcase.frame.mkdocs_words import tell_complaints
from showcase.frame.recorder import Recorder
from showcase.frame.settings import SettingsError, read_settings
from showcase.model.errors import DocsError
from showcase.model.settings import Settings
from showcase.views.docs import Docs

_HOOK: Final = "compile_brands.py"
_NO_HOOK: Final = (
    "mkdocs.yml: hooks 里要有 hooks/compile_brands.py，不然没有品牌的网页"
    " / hooks must name hooks/compile_brands.py, which makes the pages of the brands"
)
_INHERIT: Final = re.compile(r"^INHERIT:(.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Project:
    """``mkdocs.yml``, read."""

    config: MkDocsConfig
    settings: Settings
    root: Path
    """The folder of ``mkdocs.yml``."""

    @property
    def watched(self) -> tuple[Path, ...]:
        """Files and folders that the hand-written pages are made of, besides the program itself."""
        config = self.config
        library = Path(mkdocs.__file__).parent.parent
        themes = [Path(folder) for folder in config.theme.dirs if not Path(folder).is_relative_to(library)]
        hooks = [self.root / str(name) for name in config.hooks]
        return (*_iterate_inherited(Path(config.config_file_path)), Path(config.docs_dir), *themes, *hooks)


def _iterate_inherited(config_file: Path) -> Iterator[Path]:
    """A configuration file and those it inherits from."""
    seen: list[Path] = []
    while config_file not in seen and config_file.is_file():
        seen.append(config_file)
        yield config_file
        found = _INHERIT.search(config_file.read_text("utf-8"))
        config_file = config_file.parent / found[1].strip(" \"'") if found else config_file


def read_project(config_file: Path) -> Project:
    """Reads ``mkdocs.yml`` and the settings in it; raises :class:`DocsError`, and ``OSError`` as :func:`build_docs`."""
    with _collected_log() as lines:
        try:
            config: MkDocsConfig = load_config(config_file=str(config_file))
        except (Exception, Abort) as error:
            if _lies_with_machine(error):
                raise
            raise DocsError(_explain(error, lines, config_file)) from None
    # Material's blog has a temporary folder as long as the process: MkDocs keeps the plugin from build to build.
    folders = [plugin.temp_dir for plugin in config.plugins.values() if hasattr(plugin, "temp_dir")]
    atexit.unregister(_remove_folders)
    atexit.register(_remove_folders, folders)
    if not any(Path(str(name)).name == _HOOK for name in config.hooks):
        raise DocsError(_NO_HOOK)
    try:
        return Project(config, read_settings(config), config_file.resolve().parent)
    except SettingsError as error:
        raise DocsError(str(error)) from None


def _remove_folders(folders: Iterable[str]) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def build_docs(project: Project, folder: Path, *, search: bool = True, fulltext: bool = False) -> Docs:
    """Builds the hand-written pages into ``folder`` and returns them with the frames.

    ``search`` tells whether the index of the search is made, ``fulltext`` whether there could be a full-text search.

    Raises :class:`DocsError`, and ``OSError`` where the machine and not the project is at fault.
    """
    recorder = Recorder(project.settings, driven=True, search=search, fulltext=fulltext)
    project.config.site_dir = str(folder)
    project.config.extra[RECORDER] = recorder
    with _collected_log() as lines:
        try:
            build(project.config)
        except (Exception, Abort) as error:
            if _lies_with_machine(error):
                raise
            file = Path(project.config.config_file_path)
            raise DocsError(_explain(error, lines, file, Path(project.config.docs_dir))) from None
    # The hook looks for gaps itself, unless it is what is missing.
    if gaps := tuple(iterate_gaps(recorder.frames)):
        raise DocsError("\n".join(gaps))
    return recorder.finish()


def _lies_with_machine(error: BaseException) -> bool:
    """Whether it is a full disk or the like, which whoever asked for the build tells.

    A file that is not found is somebody's setting; without a name it is the temporary folder.
    """
    if not isinstance(error, OSError) or not error.errno:
        return False
    return error.errno != errno.ENOENT or error.filename is None


def _explain(error: BaseException, lines: list[str], config_file: Path, docs: Path | None = None) -> str:
    own = str(error).strip()
    given = [*lines, *([own] if own and own != "1" else [])]
    return "\n".join(tell_complaints(given, config_file, docs)) or type(error).__name__


@contextmanager
def _collected_log() -> Iterator[list[str]]:
    """Collects the warnings and errors that MkDocs logs, instead of printing them."""
    lines: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(record.getMessage())

    logger, handler = logging.getLogger("mkdocs"), Collector(logging.WARNING)
    propagates, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield lines
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagates

"""Settings of MkDocs and Material that would spoil every page: each is told once, where it stands."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin

from showcase.frame.page_reader import is_elsewhere
from showcase.frame.site_address import explain_address
from showcase.model.settings import NO_SUCH_COLOURS

_FONT: Final = (
    "theme.font 要写 false：别的写法从别的主机取字体，浏览器不会载入；在 theme 下面写一行「font: false」"
    " / theme.font must be false: fonts would come from another host, from which nothing is loaded;"
    " write a line “font: false” below theme"
)
_ANALYTICS: Final = (
    "extra.analytics 从别的主机取脚本，浏览器不会运行；删去这一项"
    " / extra.analytics takes scripts from another host, which do not run; take it out"
)
_ELSEWHERE: Final = (
    "{setting}: {found} 来自别的主机，浏览器不会载入；把文件放进 {docs} 目录，这里写它的名称"
    " / {found} lies on another host, from which nothing is loaded;"
    " put the file into {docs}/ and write its name here"
)
_MISSING: Final = (
    "{setting}: {docs} 目录里没有 {found}；改正名称，放上文件，或删去"
    " / there is no {found} in {docs}/; mend the name, bring the file, or take it out"
)
_LANGUAGE: Final = "theme.language: 没有 {found} 这种语言；写 zh / there is no language {found}; write zh"
_DAY: Final = (
    "{setting}: {found} 不是日期的写法；写 yyyy 年 M 月 d 日 / {found} is no form of a date; write yyyy 年 M 月 d 日"
)
_OWN: Final = "custom"
"""The name of colours that are not of Material's palette."""
_OWN_FILES: Final = "assets/showcase"
"""Where the theme of the showcase has its files."""
_NAMED: Final = frozenset({"full", "long", "medium", "short"})
"""Forms of a date that are no patterns."""

Show = Callable[[Sequence[str | int]], str]
"""How a line on a setting begins."""


def iterate_chrome_faults(config: MkDocsConfig, docs: str, show: Show) -> Iterator[str]:
    """A line for each such setting; ``docs`` is what an editor calls the folder of the pages."""
    if config.site_url and (fault := explain_address(config.site_url)):
        yield f"{show(['site_url'])}{fault}"
    if config.theme.get("font") is not False:
        yield f"{show(['theme', 'font'])}{_FONT}"
    analytics = config.extra.get("analytics")
    if isinstance(analytics, dict) and analytics.get("provider"):
        yield f"{show(['extra', 'analytics'])}{_ANALYTICS}"
    yield from _iterate_file_faults(config, docs, show)
    language = str(config.theme.get("language") or "")
    if not _speaks(config, language):
        yield f"{show(['theme', 'language'])}{_LANGUAGE.format(found=language)}"
        return
    for name, plugin in config.plugins.items():
        # A hook stands among them, and is a module.
        for key, given in plugin.config.items() if isinstance(plugin, BasePlugin) else ():
            if key.endswith("_date_format") and isinstance(given, str) and not _is_date_format(given, language):
                path = ("plugins", name.rpartition("/")[2], key)
                yield f"{show(path)}{_DAY.format(setting='.'.join(path), found=given)}"


def iterate_chrome_doubts(config: MkDocsConfig) -> Iterator[tuple[str, str, str]]:
    """Settings that do nothing, for each its value and a msgid on why."""
    given = config.theme.get("palette") or ()
    for palette in given if isinstance(given, list) else [given]:
        for key in ("primary", "accent"):
            if isinstance(palette, dict) and (found := palette.get(key, _OWN)) != _OWN:
                yield f"theme.palette.{key}", str(found), NO_SUCH_COLOURS


def _iterate_file_faults(config: MkDocsConfig, docs: str, show: Show) -> Iterator[str]:
    folders = [Path(config.docs_dir), *map(Path, config.theme.dirs)]
    if not any((folder / _OWN_FILES).is_dir() for folder in folders):
        return  # The theme itself is not there, which is told by its frames.
    for path, given in _iterate_files(config):
        found, setting = str(given), ".".join(step for step in path if isinstance(step, str))
        told = {"setting": setting, "found": found, "docs": docs}
        if is_elsewhere(found):
            yield f"{show(path)}{_ELSEWHERE.format_map(told)}"
        elif not any(_holds(folder, found) for folder in folders):
            yield f"{show(path)}{_MISSING.format_map(told)}"


def _iterate_files(config: MkDocsConfig) -> Iterator[tuple[Sequence[str | int], Any]]:
    """The files that every page asks for: where each is set, and what is written there."""
    for number, style in enumerate(config.extra_css):
        yield ("extra_css", number), style
    for number, script in enumerate(config.extra_javascript):
        yield ("extra_javascript", number), getattr(script, "path", script)
    for key in ("favicon", "logo"):
        if given := config.theme.get(key):
            yield ("theme", key), given


def _holds(folder: Path, name: str) -> bool:
    plain = name.partition("?")[0].partition("#")[0].removeprefix("./")
    # What is written may be longer than a name can be, on which ``Path.is_file`` fails before Python 3.14.
    return os.path.isfile(folder / plain.lstrip("/"))  # noqa: PTH113


def _speaks(config: MkDocsConfig, language: str) -> bool:
    from babel import Locale, UnknownLocaleError

    try:
        Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return False
    return any((Path(folder) / f"partials/languages/{language}.html").is_file() for folder in config.theme.dirs)


def _is_date_format(given: str, language: str) -> bool:
    from datetime import UTC, datetime

    from babel.dates import format_date, format_datetime

    write = format_date if given in _NAMED else format_datetime
    try:
        write(datetime(2026, 1, 5, tzinfo=UTC), given, locale=language.replace("-", "_"))
    except Exception:  # noqa: BLE001 - Babel raises whatever its code stumbles over, AttributeError among others
        return False
    return True

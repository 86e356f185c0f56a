"""The theme that ``mkdocs.yml`` names: no other than Material has a frame that brands can be poured into."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

MATERIAL: Final = "material"
_ONLY: Final = ("theme 只能是 material", "the theme must be material")
_FOUND: Final = ("，现在是 {found}", ", and is {found}")
_WHY: Final = (
    "：品牌的网页套在它的外框里；「theme:」下面缩进两格，"
    "写两行「name: material」「custom_dir: hooks/showcase/frame/theme」",
    ": its frame is what the pages of brands are poured into; write two lines below “theme:”, indented by two blanks:"
    " “name: material” and “custom_dir: hooks/showcase/frame/theme”",
)


def explain_theme(config_file: Path) -> str:
    """A line on a theme that is not Material; nothing where it is, or where the file cannot be read.

    MkDocs itself would complain of the plugins that come with Material, and is asked what it read: a value may come
    from a file above or from the environment.
    """
    try:
        with config_file.open("rb") as file:
            given: Any = yaml_load(file)
    except (OSError, ConfigurationError):
        return ""
    theme = given.get("theme") if isinstance(given, dict) else None
    name = theme.get("name") if isinstance(theme, dict) else theme
    if name == MATERIAL:
        return ""
    found = _FOUND if name else ("", "")
    chinese, english = (f"{only}{is_other}{why}" for only, is_other, why in zip(_ONLY, found, _WHY, strict=True))
    return f"{config_file.name}{_find_line(config_file, name)}: {chinese} / {english}".replace("{found}", str(name))


def _find_line(config_file: Path, name: object) -> str:
    """``:`` and the line on which the name stands, else the one of ``theme``; nothing where neither does."""
    lines = config_file.read_text("utf-8").splitlines()
    named = re.compile(rf"(?:theme|\s+name)\s*:\s*[\"']?{re.escape(str(name))}\b")
    for sought in (named, re.compile(r"theme\s*:")):
        for number, line in enumerate(lines, 1):
            if sought.match(line):
                return f":{number}"
    return ""

"""Where a setting stands in ``mkdocs.yml``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import yaml


def place_setting(config: Path, path: Sequence[str | int]) -> str:
    """``mkdocs.yml:12: ``, how a line on a setting begins; without the line where the file does not hold it itself.

    ``path`` is that of the setting: names of settings, and numbers of entries from 0.
    """
    line = _find_line(config, path)
    return f"{config.name}:{line}: " if line else f"{config.name}: "


def _find_line(config: Path, path: Sequence[str | int]) -> int:
    """The line of a setting, from 1; 0 where it does not stand in the file."""
    try:
        node = yaml.compose(config.read_text("utf-8-sig"), yaml.CSafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError):
        return 0
    line = 0
    for step in path:
        mark, node = _go(node, step)
        if node is None:
            return 0
        line = mark + 1
    return line


def _go(node: yaml.Node | None, step: str | int) -> tuple[int, yaml.Node | None]:
    """One step down: the line where it stands, from 0, and what it holds; ``None`` where there is no such step."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return key.start_mark.line, value
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step].start_mark.line, node.value[step]
    if isinstance(node, yaml.SequenceNode):
        # A list of plugins, each of which may be a map of one.
        return next((found for entry in node.value if (found := _go(entry, step))[1] is not None), (0, None))
    return 0, None

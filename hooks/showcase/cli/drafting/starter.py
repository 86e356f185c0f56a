"""The first draft of a brand: its required fields filled in, every other one explained and commented out."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from string import Template
from typing import Final

import yaml

from showcase.source.samples import read_template

_SAMPLE_LEVEL: Final = "city"
_SAMPLE_COLOR: Final = "#1b66d6"
_MARKDOWN: Final = re.compile(r"[\\`*_\[\]<>&|~]")
"""What Markdown would not show as it stands."""
_OFF: Final = "# "
"""What stands before a field that does not hold; whoever takes it away has a valid field."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the vocabulary: its key, and its name in zh-Hans."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known of a brand when its file is first written. All texts are valid values of their fields."""

    name: str
    agency: Term
    category: Term
    slogan: str
    summary: str
    level: str = ""
    """A key of the vocabulary's levels; empty where none was chosen."""
    color: str = ""
    """``#rgb`` or ``#rrggbb``; empty where none was chosen."""


def compose_starter(draft: Draft) -> str:
    """The text of the brand's Markdown file, in Chinese, ending in a line feed."""
    template = Template(read_template())
    return template.substitute(
        name=quote_text(draft.name),
        agency=quote_text(draft.agency.key),
        category=quote_text(draft.category.key),
        slogan=quote_text(draft.slogan),
        summary=quote_text(draft.summary),
        level_off="" if draft.level else _OFF,
        level=quote_text(draft.level or _SAMPLE_LEVEL),
        color_off="" if draft.color else _OFF,
        color=draft.color or _SAMPLE_COLOR,
        story=_tell_story(draft),
    )


def quote_text(text: str) -> str:
    """The text as a YAML value on one line: plain where that reads back the same, else in double quotes.

    Plain is what editors write; ``12:30``, ``no`` or ``甲: 乙`` would be something else than text without quotes.
    """
    try:
        plain = yaml.load(f"key: {text}\n", Loader=yaml.CSafeLoader) == {"key": text}
    except (yaml.YAMLError, ValueError):
        plain = False
    return text if plain else json.dumps(text, ensure_ascii=False)


def _tell_story(draft: Draft) -> str:
    """A first sentence that is true of the brand and may be published as it stands, in Markdown."""
    story = f"“{draft.name}”是{draft.agency.name}在{draft.category.name}领域创建的服务品牌，口号是“{draft.slogan}”。"
    return _MARKDOWN.sub(r"\\\g<0>", story)

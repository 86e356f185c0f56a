"""No regular expression that meets what came from outside takes a time that grows faster than the text."""

from __future__ import annotations

import ast
import importlib
import itertools
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

import nh3
import pytest

from showcase.source.story_markup import ATTRIBUTES, TAGS

HOOKS = Path(__file__).parents[1] / "hooks"
TRUSTED = ("frame.", "views.frame.", "views.assets.")
"""Modules whose expressions read what maintainers write."""
SHORT_TEXTS = ("views.face.seal._ASIDE", "views.facets.plain_card._ASIDE")
"""Expressions that read the name of a brand, which has twenty characters at most."""
CLEANED = ("views.body.", "views.headings.")
"""Modules whose expressions read what the cleaner wrote, in which every element is closed."""
METHODS = {"match", "fullmatch", "search", "finditer", "findall", "sub", "split"}
EVERYTHING = {"match", "fullmatch", "search", "finditer"}
PUMPS = (
    *("a", "A", "1", "甲", "，", "：", " ", "\t", "\n", " \n", "\n\n", "a\n", "\n    ", "\n - a", ". ", "1. ", "- "),
    *("> ", "# ", "-", "_", ".", "/", "\\", "%2", "=", "+", "*", "|", "|-", "#", "@", "!", "?", "~~~", "```\n"),
    *("`", "``", "`a", "**a", "[", "]", "![", "](", "[a](", "[a]:", "(", ")", "()", "{", "}", "{:", "{#", "<", ">"),
    *("<a", "<a ", '<a b="', "<!--", "<p>", "</p>", "<h1>", "<table>", "<img ", '<img src="', '<a href="', "&"),
    *("&#", "&a;", '"', "'", '"a"', 'a="', "a='", "http://", "a@", "a.", "../", "a:", "a: ", "::", "a-", "1-"),
    *("1年", "2024-", "138 0", "①", "1,", "1.", "0x", "url(", "url( ", "/*", "*/", "\\u", "\x02", "\u200b", "a b "),
    *("甲 ", "T1:", "e1"),
)
ENDS = ("", "\x00", ">")
SHORT, LONG = 1_000, 4_000


class Expression(NamedTuple):
    """A compiled expression, and what is asked of it."""

    name: str
    pattern: re.Pattern[Any]
    methods: frozenset[str]


def find_expressions() -> Iterator[Expression]:
    """Every expression that stands in the code, by itself or in a table; tables are asked for full matches.

    One that the code asks under another name, in a loop or as an argument, is asked everything.
    """
    for path in sorted((HOOKS / "showcase").rglob("*.py")):
        if "re.compile" not in (text := path.read_text("utf-8")):
            continue
        used: dict[str, set[str]] = {}
        imported: set[str] = set()
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                used.setdefault(node.value.id, set()).add(node.attr)
            elif isinstance(node, ast.ImportFrom):
                imported.update(alias.asname or alias.name for alias in node.names)
        module = ".".join(path.relative_to(HOOKS).with_suffix("").parts)
        for name, value in vars(importlib.import_module(module)).items():
            is_alone = isinstance(value, re.Pattern)
            methods = used.get(name, set()) & METHODS
            full = f"{module.removeprefix('showcase.')}.{name}"
            # What is imported is asked where it stands, too.
            is_asked = bool(methods) or not is_alone or name not in imported
            if is_asked and not full.startswith(TRUSTED) and full not in SHORT_TEXTS:
                asked = frozenset(methods or (EVERYTHING if is_alone else {"fullmatch"}))
                yield from (Expression(full, one, asked) for one in list_patterns(value))


def list_patterns(value: object) -> list[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        return [value]
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    return [pattern for item in items for pattern in list_patterns(item)]


class LateError(Exception):
    """An expression takes more than a second over a page of text."""


def be_late(_number: int, _frame: FrameType | None) -> None:
    raise LateError


def ask(expression: Expression, text: str) -> float:
    """Seconds for everything that is asked of the expression."""
    data: Any = text.encode() if isinstance(expression.pattern.pattern, bytes) else text
    asks: dict[str, Callable[[], object]] = {
        "match": lambda: expression.pattern.match(data),
        "fullmatch": lambda: expression.pattern.fullmatch(data),
        "search": lambda: expression.pattern.search(data),
        "finditer": lambda: [None for _ in expression.pattern.finditer(data)],
    }
    started = time.process_time()
    for method in expression.methods:
        asks.get(method, asks["finditer"])()
    return time.process_time() - started


def grows(expression: Expression, pump: str, end: str) -> bool:
    """Whether four times the text takes more than nine times the time: four is right, sixteen is a square."""
    long = _write(expression, pump, end, LONG)
    if ask(expression, long) < 0.002:
        return False
    short = _write(expression, pump, end, SHORT)
    return min(ask(expression, long) for _ in range(3)) > 9 * min(ask(expression, short) for _ in range(5))


def _write(expression: Expression, pump: str, end: str, length: int) -> str:
    text = (pump * (length // len(pump) + 1))[:length] + end
    is_cleaned = expression.name.startswith(CLEANED)
    return (
        nh3.clean(text, tags=set(TAGS), attributes={tag: set(names) for tag, names in ATTRIBUTES.items()})
        if is_cleaned
        else text
    )


EXPRESSIONS = tuple(find_expressions())


def test_expressions_are_found() -> None:
    assert len(EXPRESSIONS) > 100


@pytest.mark.skipif(sys.platform == "win32", reason="has no timer to end an expression with")
@pytest.mark.parametrize("expression", EXPRESSIONS, ids=lambda expression: expression.name)
def test_time_grows_with_the_text(expression: Expression) -> None:
    before = signal.signal(signal.SIGPROF, be_late)
    try:
        for pump, end in zip(PUMPS, itertools.cycle(ENDS), strict=False):
            signal.setitimer(signal.ITIMER_PROF, 1)
            # Where it seems to grow it is asked again: a busy machine makes one measure long, not three.
            seems = all(grows(expression, pump, end) for _ in range(3))
            assert not seems, (pump, end, expression.pattern.pattern)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@pytest.mark.parametrize("pattern", [r"[ ]*<?([^\s<>]+)", r"\s*[,;]\s*"])
def test_a_square_is_seen(pattern: str) -> None:
    expression = Expression("", re.compile(pattern), frozenset({"findall"}))
    assert any(grows(expression, " ", ">") for _ in range(5))

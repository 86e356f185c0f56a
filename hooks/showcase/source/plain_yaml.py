"""Values of YAML that is plainly written, line by line, in a quarter of the time that a parser takes.

Nearly all front matter is: maps and lists by indentation, a value on its line, quoted without escapes or not at all,
lists and maps of words in brackets. Whatever else YAML knows, and whatever might be a slip, is left to
:mod:`showcase.source.yaml_tree`, which knows places and tells faults. Where this module gives values, the tree gives
the same and has no fault: tests/source/test_plain_yaml.py holds them to it.
"""

from __future__ import annotations

import re
from typing import Any, Final

from showcase.source.yaml_scalars import MISSING_WORDS, SPECIAL_WORDS, Scalar, resolve_plain

_QUOTES: Final = frozenset("\"'")
_NOTABLE: Final = frozenset("\"'[{#+-.0123456789") | {word[:1] for word in SPECIAL_WORDS}
"""What a value begins with that may be something else than the words written."""
_UNUSUAL: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_KEY: Final = r"[A-Za-z_][A-Za-z0-9_-]{0,60}"
_QUOTED: Final = r""" "[^"\\\n]*" | '[^'\n]*' """
_FIRST: Final = r"""[^-?:,\[\]{}#&*!|>'"%@`\s]"""
"""What a word without quotes may begin with."""
_LINE: Final = re.compile(
    rf"""
    ^([ ]*+) (-[ ]++)? (?: ({_KEY}) : (?:[ ]++|(?=\n)) )?
    ( {_QUOTED}
    | \[ [^]\[\\\n]* \] | \{{ [^{{}}\\\n]* \}}
    | {_FIRST} [^:#\n]*+ (?: :(?=[^ \n]) [^:#\n]*+ )*+
    | \#[^\n]* )?
    [ ]*\n
    """,
    re.VERBOSE | re.MULTILINE,
)
"""Indentation, the sign of an item, a key, a value or a comment: a whole line, unless it is unusual."""
_BETWEEN: Final = re.compile(
    rf"""
    [ ]*+ (?: ({_KEY}) : [ ]++ )?
    ( {_QUOTED} | {_FIRST} [^,\[\]{{}}:\#?\n]*+ (?: :(?=[^ ,\[\]{{}}?]) [^,\[\]{{}}:\#?\n]*+ )*+ )
    [ ]* (?: ,(?=[ ]*[^ ]) | \Z )
    | ((?s:.)+)
    """,
    re.VERBOSE,
)
"""A key and a value between brackets or braces; or all the rest."""


class _UnusualError(Exception):
    """Something that is not for this module."""


def read_plain(
    block: str, max_nodes: int, max_depth: int, max_items: int, *, is_clean: bool = False
) -> dict[str, Any] | None:
    """The values of a block; ``None`` where it is not plain, or may pass a limit.

    It ``is_clean`` where no character stands in it that :attr:`SourceText.is_clean` looks for.
    """
    # A line holds at most four values besides those that commas part; lists and maps in a line are one level deeper.
    if 4 * (block.count("\n") + block.count(",")) > max_nodes or max_depth < 2:
        return None
    if block[-1:] != "\n" or "\t" in block or not (is_clean or not _UNUSUAL.search(block)):
        return None
    try:
        return _Builder(max_depth, max_items).build(block)
    except _UnusualError:
        return None


def find_text(block: str, key: str) -> tuple[int, int, int]:
    """Line and column, from 0, and length of the text of an outermost key of a plain block, with its quotes."""
    head = f"\n{key}:"
    # Only a key begins its line so: no text of a plain block goes on to another line.
    line = block.count("\n", 0, f"\n{block}".index(head))
    written = block.split("\n", line + 1)[line]
    text = written[len(key) + 1 :].strip(" ")
    return line, written.index(text, len(key) + 1), len(text)


class _Builder:
    """Takes lines one by one; written for speed, since every file of a catalogue goes through it."""

    def __init__(self, max_depth: int, max_items: int) -> None:
        self._max_depth = max_depth
        self._max_items = max_items
        self._around: list[tuple[int, Any]] = []
        """The maps and lists around the one that is being built, each with its column."""
        self._column = 0
        self._node: Any = {}
        """The map or list that is being built."""
        self._waiting: str | None = None
        """The key whose value begins on the next line."""

    def build(self, block: str) -> dict[str, Any]:
        """The values of a block."""
        root: dict[str, Any] = self._node
        lists: list[list[Any]] = []
        for blanks, sign, name, text in _take_apart(block):
            if sign:
                self._enter_list(len(blanks), lists)
                if not name:
                    self._node.append(_resolve(text, lists))
                    continue
                self._open({}, len(blanks) + len(sign))
            elif name:
                if len(blanks) != self._column or self._waiting is not None or self._node.__class__ is list:
                    self._enter_map(len(blanks))
            elif not text or text[0] == "#":
                continue
            else:
                raise _UnusualError
            node = self._node
            if name in node or name in SPECIAL_WORDS:
                raise _UnusualError
            if text:
                node[name] = _resolve(text, lists) if text[0] in _NOTABLE else text.rstrip(" ")
            else:
                self._waiting = name
        if self._waiting is not None or any(len(items) > self._max_items for items in lists):
            raise _UnusualError
        return root

    def _enter_list(self, column: int, lists: list[list[Any]]) -> None:
        """Goes to the list whose items stand in a column."""
        if self._waiting is not None:
            if column < self._column:
                raise _UnusualError
            items: list[Any] = []
            lists.append(items)
            self._open(items, column)
            return
        while self._column > column:
            self._column, self._node = self._around.pop()
        if self._column != column or self._node.__class__ is not list:
            raise _UnusualError

    def _enter_map(self, column: int) -> None:
        """Goes to the map whose keys stand in a column."""
        if self._waiting is not None:
            if column <= self._column:
                raise _UnusualError
            self._open({}, column)
            return
        while self._column > column or self._node.__class__ is list:
            self._column, self._node = self._around.pop()
        if self._column != column:
            raise _UnusualError

    def _open(self, node: dict[str, Any] | list[Any], column: int) -> None:
        if self._waiting is not None:
            self._node[self._waiting] = node
            self._waiting = None
        else:
            self._node.append(node)
        self._around.append((self._column, self._node))
        self._column, self._node = column, node
        if len(self._around) + 1 >= self._max_depth:
            raise _UnusualError


def _take_apart(block: str) -> list[tuple[str, str, str, str]]:
    """Indentation, sign of an item, key, and value or comment of every line."""
    lines: list[tuple[str, str, str, str]] = _LINE.findall(block)
    if len(lines) != block.count("\n"):
        raise _UnusualError
    return lines


def _resolve(text: str, lists: list[list[Any]]) -> Any:
    first = text[:1]
    if first in _QUOTES:
        return text[1:-1]
    if first == "[":
        items = [_resolve_word(word) for _, word in _split(text, keys=False)]
        lists.append(items)
        return items
    if first == "{":
        pairs = _split(text, keys=True)
        data = {name: _resolve_word(word) for name, word in pairs}
        if len(data) < len(pairs) or not SPECIAL_WORDS.isdisjoint(data):
            raise _UnusualError
        return data
    if first == "#":
        raise _UnusualError
    return _resolve_word(text)


def _split(text: str, *, keys: bool) -> list[tuple[str, str]]:
    """What stands between brackets or braces, as keys and values."""
    inner = text[1:-1].strip(" ")
    found = _BETWEEN.findall(inner) if inner else []
    if any(other or bool(name) is not keys for name, _, other in found):
        raise _UnusualError
    return [(name, word) for name, word, _ in found]


def _resolve_word(word: str) -> Scalar:
    if word[:1] in _QUOTES:
        return word[1:-1]
    word = word.rstrip(" ")
    if word in MISSING_WORDS:
        raise _UnusualError
    return resolve_plain(word)

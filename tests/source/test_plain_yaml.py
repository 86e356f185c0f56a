"""YAML that is plainly written: the quick way to its values gives what the tree gives, and never hides a fault."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from showcase.source.plain_yaml import read_plain
from showcase.source.source_text import SourceText
from showcase.source.unreadable_error import UnreadableError
from showcase.source.yaml_tree import ScalarNode, YamlTree, build_tree, read_yaml

NODES, DEPTH, ITEMS = 2_000, 6, 10

PLAIN = {
    "words": "a: 一\nb-c:   二 三  \n_d: https://example.org/a?b=c\n",
    "numbers, days and flags": "a: 12\nb: 98.60\nc: 2014-06-25\nd: yes\ne: +1\nf: 0571\ng: 12:30\nh: 2014-06\n",
    "quotes": "a: \"一: 二 # 三\"\nb: ' it is '\nc: ''\nd: \"12345\"\n",
    "maps": "a:\n  b:\n      c: 一\n  d: 二\ne: 三\n",
    "lists": "a:\n  - 一\n  -  二\nb:\n- 三\n- 四\nc: 五\n",
    "maps in lists": "a:\n  - b: 一\n    c: 二\n  - b: 三\n    d:\n    - 四\n    e:\n      f: 五\ng: 六\n",
    "brackets": 'a: [一, "二, 三", 4, b:c]\nb: []\nc: [ ]\n',
    "braces": 'a: {b: 一, c: "二: 三", d: https://example.org}\ne:\n  - {f: 1}\n  - g: {}\n',
    "comments and blank lines": "# 一\na: 二\n\n   # 三\n\nb:\n  # 四\n  c: 五\n#\n",
}
OTHERS = {
    "no value": "a:\nb: 一\n",
    "a word for no value": "a: ~\n",
    "no item": "a: [~]\n",
    "a key twice": "a: 一\na: 二\n",
    "a key twice in braces": "a: {b: 一, b: 二}\n",
    "a key that is none": "yes: 一\n",
    "a key that is none in braces": "a: {no: 一}\n",
    "a merge": "a: {b: 一}\n<<: 二\n",
    "an anchor": "a: &b 一\n",
    "an alias": "a: *b\n",
    "a tag": "a: !!str 1\n",
    "a directive": "%YAML 1.1\n",
    "two documents": "a: 一\n--- \nb: 二\n",
    "a text over lines": "a: 一\n  二\n",
    "a folded text": "a: >-\n  一\n",
    "a colon in a text": "a: 一: 二\n",
    "a comment after a value": "a: 一 # 二\n",
    "an escape": 'a: "\\u200b"\n',
    "quotes in quotes": "a: 'it''s'\n",
    "words after quotes": 'a: "一" 二\n',
    "an open bracket": "a: [一\n",
    "brackets in brackets": "a: [[一]]\n",
    "a comma at the end": "a: [一, ]\n",
    "a map in brackets": "a: [b: 一]\n",
    "a set": "a: {一, 二}\n",
    "a list alone": "- 一\n",
    "a list in a list": "a:\n  - - 一\n",
    "text alone": "一\n",
    "too far in": "a: 一\n  b: 二\n",
    "too far out": "a:\n    b: 一\n  c: 二\n",
    "a key beside items": "a:\n  - 一\n  b: 二\n",
    "an item beside keys": "a:\n  b: 一\n  - 二\n",
    "an indented item below a word": "a:\n  - 一\n    - 二\n",
    "a tab": "a:\t一\n",
    "a control character": "a: 一\x07\n",
    "no line break at the end": "a: 一",
    "too deep": "a:\n b:\n  c:\n   d:\n    e:\n     f:\n      g: 一\n",
    "a long list": "a:\n" + "- 一\n" * 11,
    "a long list in brackets": f"a: [{', '.join('一' * 11)}]\n",
    "many values": "".join(f"k{number}: 一\n" for number in range(600)),
}

KEYS = st.sampled_from(["a", "b", "c-d", "名", "y", "null", ""])
WORDS = ["一", "x y", "1", "1.50", "2014-06-25", "12:30", '"q: #"', "'q'", "''"]
BRACKETS = ["[]", "[一, 2]", '["q, r", s:t]', "{}", "{a: 1}", '{a: "q, r", b: s:t}']
SLIPS = ["{a: }", "{a: 1, a: 2}", "[a: b]", "x: y", "x #y", "#y", "~", "- x", "|", "&x", ""]
VALUES = st.sampled_from([*WORDS, *BRACKETS, *SLIPS])
LINES = st.builds(
    "{}{}{}{}{}".format,
    st.sampled_from(["", "", "  ", "  ", "    ", " "]),
    st.sampled_from(["", "", "- ", "-   "]),
    KEYS,
    st.sampled_from([": ", ": ", ":", ""]),
    VALUES,
)
BLOCKS = st.lists(LINES, max_size=7).map(lambda lines: "".join(f"{line}\n" for line in lines))


def read(block: str) -> dict[str, Any] | None:
    return read_plain(block, NODES, DEPTH, ITEMS)


def build(block: str) -> YamlTree:
    return build_tree(SourceText("x.yml", block), block, 1, NODES, DEPTH, ITEMS)


def assert_same(data: dict[str, Any], block: str) -> None:
    tree = build(block)
    assert repr(data) == repr(tree.data)
    assert (tree.faults, tree.has_empty_keys) == ((), False)


@pytest.mark.parametrize("block", PLAIN.values(), ids=PLAIN)
def test_plain_blocks_have_the_values_of_their_tree(block: str) -> None:
    data = read(block)
    assert data is not None
    assert_same(data, block)


@pytest.mark.parametrize("block", OTHERS.values(), ids=OTHERS)
def test_whatever_may_be_a_slip_is_left_alone(block: str) -> None:
    assert read(block) is None


@settings(max_examples=200)
@given(BLOCKS)
def test_no_block_has_other_values(block: str) -> None:
    data = read(block)
    if data is not None:
        assert_same(data, block)


@settings(max_examples=200)
@given(BLOCKS, st.integers(1, 3))
@example("a: 一  \nb:   '二 三' \n# c: 四\nc: 五\n", 2)
def test_texts_are_found_where_their_nodes_stand(block: str, first_line: int) -> None:
    source = SourceText("x.yml", "---\n" * (first_line - 1) + block)
    with suppress(UnreadableError):
        tree = read_yaml(source, block, first_line)
        for key, node in tree.root.values.items():
            if isinstance(node, ScalarNode):
                assert tree.place_of(key) == tree.place(node)


@given(st.text(max_size=12), st.text(max_size=4))
def test_nor_has_any_text(value: str, item: str) -> None:
    for block in (f"a: {value}\n", f"a: [b, {value}]\n", f"a:\n- {value}\n- {item}{value}\n"):
        data = read(block)
        if data is not None:
            assert_same(data, block)

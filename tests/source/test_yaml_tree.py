from __future__ import annotations

import pytest

from showcase.source.source_text import SourceText
from showcase.source.unreadable_error import UnreadableError
from showcase.source.yaml_tree import MappingNode, ScalarNode, SequenceNode, YamlTree, read_yaml


def read(text: str, first_line: int = 1) -> YamlTree:
    padding = "#\n" * (first_line - 1)
    return read_yaml(SourceText("x.yml", padding + text), text, first_line)


def test_data_is_plain() -> None:
    tree = read("a: 1\nb: [x, ~, {c: '2'}]\nd:\ne: |\n  一\n  二\n")
    assert tree.root.data == {"a": 1, "b": ["x", {"c": "2"}], "e": "一\n二\n"}
    assert tree.has_empty_keys


def test_places_count_characters_from_the_start_of_the_file() -> None:
    tree = read('名称: "浙里办"  # 注\n标签:\n  - 掌上办事\n', first_line=5)
    name, tags = tree.root.values["名称"], tree.root.values["标签"]
    assert isinstance(name, ScalarNode)
    assert isinstance(tags, SequenceNode)
    place = tree.place(name)
    assert (place.line, place.column, place.length, place.source) == (5, 5, 5, '名称: "浙里办"  # 注')
    place = tree.place(tags.items[0])
    assert (place.line, place.column, place.length) == (7, 5, 4)
    key = tree.place(tree.root.keys["标签"])
    assert (key.line, key.column, key.length) == (6, 1, 2)


def test_styles_and_raw_text() -> None:
    values = read("a: x\nb: 'x'\nc: >\n  x\n").root.values
    styles = {name: node.style for name, node in values.items() if isinstance(node, ScalarNode)}
    assert styles == {"a": "plain", "b": "quoted", "c": "block"}


@pytest.mark.parametrize(
    ("text", "place", "found", "suggestion"),
    [
        ("a: 咨询请到 #3 窗口，周一\n", (1, 9), "#3 窗口，周一", 'a: "咨询请到 #3 窗口，周一"'),
        ("a:\n  b: 社保卡\t#1窗口 \n", (2, 10), "#1窗口", 'b: "社保卡 #1窗口"'),
        ("a:\n  - 社保卡 #再办\n", (2, 9), "#再办", '- "社保卡 #再办"'),
        ("a: 一\n  二 #3\n", (2, 5), "#3", 'a: "一 二 #3"'),
    ],
)
def test_text_that_is_lost_as_a_comment(text: str, place: tuple[int, int], found: str, suggestion: str) -> None:
    (fault,) = read(text).faults
    assert (fault.code, fault.place.line, fault.place.column) == ("text-is-comment", *place)
    assert fault.details == {"found": found, "suggestion": suggestion}


@pytest.mark.parametrize("value", ["甲  # 注", "甲 ## 注", "'甲 #3'", '"甲" #3', "C#3", "1 #3", "#3", "|  #3\n  甲 #3"])
def test_comments_and_signs_that_lose_no_text(value: str) -> None:
    assert not read(f"a: {value}\n# 注\n  #注\n").faults


def test_empty_blocks_are_empty_maps() -> None:
    assert read("").root.data == {}
    assert read("# 注\n").root.data == {}


def test_deep_nesting_is_refused_without_recursion() -> None:
    with pytest.raises(UnreadableError) as refusal:
        read("a: " + "[" * 5000)
    assert refusal.value.faults[0].code == "too-deep"


def test_too_many_values_are_refused() -> None:
    text = "a: [" + "1, " * 50 + "1]"
    with pytest.raises(UnreadableError) as refusal:
        read_yaml(SourceText("x.yml", text), text, max_nodes=20)
    assert refusal.value.faults[0].code == "too-many-values"


def test_aliases_do_not_multiply() -> None:
    text = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"
    tree = read(text)
    assert [fault.code for fault in tree.faults].count("alias") == 4
    assert isinstance(tree.root, MappingNode)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("- a\n- b\n", "top-level-list"),
        ("一段文字\n", "top-level-text"),
        ("文 #字\n", "top-level-text"),
        ("a: b\n---\nc: d\n", "several-documents"),
    ],
)
def test_blocks_that_are_no_map(text: str, code: str) -> None:
    with pytest.raises(UnreadableError) as refusal:
        read(text)
    assert [fault.code for fault in refusal.value.faults if fault.code != "text-is-comment"] == [code]

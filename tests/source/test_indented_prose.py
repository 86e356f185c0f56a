"""Paragraphs that are indented as in a letter, and would be shown as code."""

from __future__ import annotations

import pytest

from showcase.source.indented_prose import find_indented_prose
from showcase.views.body import BodyRenderer

TEXT = "二〇二〇年，中心设立帮办岗。"


@pytest.mark.parametrize(
    "body",
    [
        f"    {TEXT}",
        f"\t{TEXT}",
        f"  \t{TEXT}",
        f"起因。\n\n        {TEXT}\n    第二行。",
        f"## 起因\n    {TEXT}",
        f"- 甲\n\n乙。\n\n    {TEXT}",
        f"```\n码\n```\n\n    {TEXT}",
        f"    12345 热线：{TEXT}",
    ],
)
def test_a_paragraph_that_becomes_code_is_found(body: str) -> None:
    (found,) = find_indented_prose(body)
    assert TEXT in found.text
    assert body[found.offset :].lstrip().startswith(found.text)
    assert "<pre><code>" in render(body)


@pytest.mark.parametrize(
    "body",
    [
        TEXT,
        f"   {TEXT}",
        f"　　{TEXT}",
        f"起因。\n    {TEXT}",
        f"- 甲\n\n    {TEXT}\n\n    {TEXT}",
        f"1. 甲\n\n\t{TEXT}",
        f"- 甲\n    - {TEXT}",
        f"```\n    {TEXT}\n```",
    ],
)
def test_what_is_no_code_or_is_meant_as_such_is_left_alone(body: str) -> None:
    assert list(find_indented_prose(body)) == []
    assert "```" in body or "<pre>" not in render(body)


def test_code_that_is_no_chinese_is_left_alone() -> None:
    assert list(find_indented_prose("    name: 浙里办\n\n    python build.py check")) == []


def render(body: str) -> str:
    return BodyRenderer().render_any(body, lambda *_: "", ())

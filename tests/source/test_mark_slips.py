"""Headings and strong words in signs that make none: told with what to write, which then is shown as it is meant."""

from __future__ import annotations

import pytest

from showcase.source.front_matter import Page
from showcase.source.mark_slips import find_heading_slips, find_strong_slips
from showcase.source.source_text import SourceText
from showcase.source.story_faults import find_story_faults
from showcase.views.body import BodyRenderer


@pytest.mark.parametrize(
    ("body", "code", "found", "suggestion", "html"),
    [
        ("＃＃ 起因", "story-heading", "＃＃ 起因", "## 起因", ">起因</h3>"),
        ("＃起因", "story-heading", "＃起因", "# 起因", ">起因</h3>"),
        ("甲\n\n #＃\u30001. 起因 \n乙", "story-heading", " #＃\u30001. 起因", "## 1. 起因", ">1. 起因</h"),
        ("＃ 2024 年", "story-heading", "＃ 2024 年", "# 2024 年", ">2024 年</h3>"),
        ("**重点 **很重要", "story-strong", "**重点 **", "**重点**", "<strong>重点</strong>很"),
        ("很** 重点**", "story-strong", "** 重点**", "**重点**", "很<strong>重点</strong>"),
        ("- **\u3000重点 ** 很", "story-strong", "**\u3000重点 **", "**重点**", "<strong>重点</strong> 很"),
        ("**甲**：**乙 **丙", "story-strong", "**乙 **", "**乙**", "<strong>甲</strong>：<strong>乙</strong>丙"),
        ("** 甲**很 **乙**", "story-strong", "** 甲**", "**甲**", "<strong>甲</strong>很 <strong>乙</strong>"),
        ("at** once **now", "story-strong", "** once **", " **once** ", "at <strong>once</strong> now"),
    ],
)
def test_a_slip_is_told_with_what_to_write(body: str, code: str, found: str, suggestion: str, html: str) -> None:
    (fault,) = find_story_faults(page_of(body))
    assert (fault.code, fault.details["found"], fault.details["suggestion"]) == (
        code,
        " ".join(found.split()),
        suggestion,
    )
    start = fault.place.column - 1
    lines = body.split("\n")
    line = lines[fault.place.line - 1]
    assert line[start : start + fault.place.length] == found
    lines[fault.place.line - 1] = line[:start] + suggestion + line[start + fault.place.length :]
    mended = "\n".join(lines)
    assert list(find_story_faults(page_of(mended))) == []
    assert html in render(mended)
    assert html not in render(body)


@pytest.mark.parametrize(
    "body",
    [
        "**重点**很重要 **又一** 个",
        "**甲\n乙**",
        "2 ** 3 ** 4",
        "| 甲 ** | ** 乙 |\n| --- | --- |",
        "`** 甲**`",
        "```\n＃＃ 起因\n** 甲**\n```",
        "\\** 甲**",
        "甲** 乙 **丙**",
        "***甲 ***",
        "＃1 楼大厅",
        "＃政务服务＃ 好办",
        "＃政务 ＃好办",
        "见 ＃1 与＃2",
        "＃",
        "## 起因 ＃",
    ],
)
def test_what_is_right_or_meant_as_text_is_left_alone(body: str) -> None:
    assert [*find_heading_slips(body), *find_strong_slips(body)] == []
    assert list(find_story_faults(page_of(body))) == []


def page_of(body: str) -> Page:
    return Page(SourceText("brands/a.md", body), "", body, 1)


def render(body: str) -> str:
    return str(BodyRenderer().render(body, lambda *_: "", ()))

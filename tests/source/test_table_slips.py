"""Rows that make no table, and what to write instead."""

from __future__ import annotations

import pytest

from showcase.source.front_matter import Page
from showcase.source.source_text import SourceText
from showcase.source.story_faults import find_story_faults
from showcase.source.table_slips import find_table_slips
from showcase.views.body import BodyRenderer

ROW, RULE = "| 年份 | 件数 |", "| --- | --- |"


@pytest.mark.parametrize(
    "body",
    [
        "年份\t件数\n2019\t12\n2020\t30",
        "说明：\n\n年份\t\t件数\n2019\t12",
        "年份\t件数\t\n2019\t12\t",
        "| 年份 | 件数 |\n| 2019 | 12 |",
        "年报。\n| 年份 | 件数 |\n| 2019 | 12 |",
        "| 年份 | 件数\n2019 年",
        "|年份|件数|\n|：---|---：|\n|2019|12|",
        "｜年份｜件数｜\n｜---｜---｜\n｜2019｜12｜",
        "|年份|件数|\n|---|\n|2019|12|",
        "|年份|件数|\n|——|——|\n|2019|12|",
        "甲\n\n| a | b |\n| - | - |\n\n| 年份 | 件数 |\n| 2019 | 12 |",
    ],
)
def test_rows_that_make_no_table_are_told_with_what_to_write(body: str) -> None:
    (slip,) = find_table_slips(body)
    assert (slip.row, slip.rule) == (ROW, RULE)
    assert body[slip.offset :].startswith(slip.text)
    (fault,) = find_story_faults(page_of(body))
    assert fault.code == "story-table"
    mended = f"{body[: slip.offset]}{ROW}\n{RULE}\n| 2019 | 12 |"
    assert list(find_story_faults(page_of(mended))) == []
    assert "<th>年份</th>" in render(mended)
    assert "<th>年份</th>" not in render(body)


@pytest.mark.parametrize(
    "body",
    [
        f"{ROW}\n{RULE}\n| 2019 | 12 |",
        f"年报：\n{ROW}\n{RULE}\n| 2019 | 12 |\n\n又：\n\n| 甲 |\n|:-:|\n| 乙 |",
        "|年份|件数|\n|:--|--:|",
        "年份 | 件数",
        "一行\t里的 Tab",
        "- 甲\t乙\n- 丙\t丁",
        "甲 ｜ 乙",
        "|",
        f"```\n|年份|件数|\n|2019|12|\n```\n\n{ROW}\n{RULE}",
        "\t甲\t乙\n\t丙\t丁",
        *(
            f"{first}\t申请\n{second}\t受理\n"
            for first, second in (
                *(("一、", "二、"), ("1、", "2、"), ("1)", "2)"), ("1）", "2）"), ("（一）", "（二）"), ("(1)", "(2)")),
                *(
                    ("1．", "2．"),
                    ("1.1.", "1.2."),
                    ("①", "②"),
                    ("·", "·"),
                    ("●", "●"),
                    ("\uf0b7", "\uf0b7"),
                    ("—", "—"),
                ),
                *(("第一条", "第二条"), ("a)", "b)"), ("\u3000", "\u3000")),
            )
        ),
        "申请\t\n受理\t",
        "申请\t \n受理\t \t",
    ],
)
def test_tables_that_are_right_and_what_is_none_are_left_alone(body: str) -> None:
    assert list(find_table_slips(body)) == []
    assert [fault for fault in find_story_faults(page_of(body)) if fault.code == "story-table"] == []


def test_a_row_in_full_width_bars_within_a_table_is_told() -> None:
    (slip,) = find_table_slips(f"{ROW}\n{RULE}\n｜2019｜12｜")
    assert (slip.text, slip.row) == ("｜2019｜12｜", "| 2019 | 12 |")


def page_of(body: str) -> Page:
    source = SourceText("brands/a.md", f"---\n---\n{body}")
    return Page(source, "", body, 3)


def render(body: str) -> str:
    return str(BodyRenderer().render(body, lambda *_: "", ()))

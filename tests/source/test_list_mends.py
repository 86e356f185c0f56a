"""What a message says of lists and parts that were written in words, done word for word, says what was meant."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from source.followed_mends import CHINESE, mend, read, tell, write_file

from showcase.model.fault_texts import render_fault


@pytest.mark.parametrize(
    ("written", "told", "tags"),
    [
        ("tags: 甲 乙 丙", ["9:7 改为：tags: [甲, 乙, 丙]"], "甲 乙 丙"),
        ("tags: 1、甲 2、乙", ["9:7 改为：tags: [甲, 乙]"], "甲 乙"),
        ("tags: 1.甲；2.乙。", ["9:7 改为：tags: [甲, 乙]"], "甲 乙"),
        ("tags: （一）甲（二）乙", ["9:7 改为：tags: [甲, 乙]"], "甲 乙"),
        ("tags: ①甲②乙③12345", ['9:7 改为：tags: [甲, 乙, "12345"]'], "甲 乙 12345"),
        ("tags: 1、甲", ["9:7 改为：tags: [甲]"], "甲"),
        ("tags: 1、2号线", ['9:7 改为：tags: ["1", 2号线]'], "1 2号线"),
        ("tags: -甲 -乙", ["9:7 改为：tags: [甲, 乙]"], "甲 乙"),
        ("tags: 甲：乙、丙", ["9:7 改为：tags: [甲：乙, 丙]"], "甲：乙 丙"),
        ("tags: （甲、乙）", ["9:7 改为：tags: [甲, 乙]"], "甲 乙"),
        ('tags: "#甲 #乙"', ["9:7 改为：tags: [甲, 乙]"], "甲 乙"),
        ("tags: 甲 #乙", ["9:7 改为：tags: [甲, 乙]"], "甲 乙"),
        ("tags: '1: 甲、乙'", ['9:7 改为：tags: ["1: 甲", 乙]'], "1:_甲 乙"),
        ("tags: AI 客服", ["9:7 改为：tags: [AI 客服]；要是“AI 客服”有几项，中间加半角逗号和空格"], "AI_客服"),
        ("tags:\n  ①甲\n  ②乙", ["10:3 改为：- 甲", "11:3 改为：- 乙"], "甲 乙"),
        ("tags:\n  1. 甲\n\n  2. 乙", ["10:3 改为：- 甲", "12:3 改为：- 乙"], "甲 乙"),
        ("tags:\n  1、甲\n     一\n  2、乙", ["10:3 改为：- 甲", "12:3 改为：- 乙"], "甲_一 乙"),
        ("tags:\n  甲\n  12345", ["10:3 改为：- 甲", '11:3 改为：- "12345"'], "甲 12345"),
        ("tags:\n  甲", ["10:3 改为：[甲]"], "甲"),
        ("tags:\n  甲、乙", ["10:3 改为：[甲, 乙]"], "甲 乙"),
        ("tags:\n  甲、乙、\n  丙", ["10:3 把第 10 至 11 行改为一行：[甲, 乙, 丙]"], "甲 乙 丙"),
        ("tags: 甲、\n  乙", ["9:7 把第 9 至 10 行改为一行：tags: [甲, 乙]"], "甲 乙"),
        ("tags: |\n  1、甲\n  2、乙\n\nlevel: city", ["9:7 把第 9 至 11 行改为一行：tags: [甲, 乙]"], "甲 乙"),
    ],
)
def test_a_list_in_words_is_taken_apart(written: str, told: list[str], tags: str, tmp_path: Path) -> None:
    text = write_file(f"since: 2014\n{written}")
    assert [tell(fault) for fault in read(tmp_path, text)[1]] == [f"not-list@{one}" for one in told]
    assert mend(tmp_path, text).tags == tuple(tag.replace("_", " ") for tag in tags.split())


BLANKS = " " * 60_000


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        (f"tags: [#a{BLANKS}b]", ["reserved-character"]),
        (f"tags:\n#a{BLANKS}b:", []),
        (f"tags:\n#a{BLANKS}#{BLANKS}b", []),
    ],
)
def test_a_line_of_blanks_is_read_quickly(written: str, codes: list[str], tmp_path: Path) -> None:
    text = write_file(written)
    started = time.process_time()
    faults = read(tmp_path, text)[1]
    assert time.process_time() - started < 1
    assert [fault.code for fault in faults] == codes


def test_a_long_list_in_words_is_to_be_written_in_lines(tmp_path: Path) -> None:
    text = write_file(f"tags: {'、'.join(f'标签{number}' for number in range(70))}")
    assert [tell(fault) for fault in read(tmp_path, text)[1]] == ["not-list@8:7 在键的下面一项一行，例如：- 标签0"]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("tags: #甲 #乙", "text-is-comment@8:1 改为：tags: [甲, 乙]"),
        ("tags: #甲#乙", "text-is-comment@8:1 改为：tags: [甲, 乙]"),
        ("tags: #甲、#乙", "text-is-comment@8:1 改为：tags: [甲, 乙]"),
        ("tags: [#甲, #乙]", "reserved-character@8:8 改为：tags: [甲, 乙]"),
        ("tags: [#甲 #乙]", "reserved-character@8:8 改为：tags: [甲, 乙]"),
        ("tags: [甲,#乙]", "reserved-character@8:10 改为：tags: [甲, 乙]"),
        ("tags: [甲, #乙]\nlevel: city", "reserved-character@8:11 改为：tags: [甲, 乙]"),
        ("tags:\n  #甲\n  #乙", "text-is-comment@9:3 改为：- 甲|text-is-comment@10:3 改为：- 乙"),
        ("tags:\n  #甲 \n  #乙 #", "text-is-comment@9:3 改为：- 甲|text-is-comment@10:3 改为：- 乙"),
        ("tags:\n#甲#\n#乙#\nlevel: city", "text-is-comment@9:1 改为：- 甲|text-is-comment@10:1 改为：- 乙"),
    ],
)
def test_number_signs_before_tags_are_left_out(written: str, told: str, tmp_path: Path) -> None:
    text = write_file(written)
    assert [tell(fault) for fault in read(tmp_path, text)[1]] == told.split("|")
    assert mend(tmp_path, text).tags == ("甲", "乙")


@pytest.mark.parametrize(
    "lines", ["", "  # 甲", "  ## 甲", "  #- 甲", "  #level: city", "  #level：city", "level: city"]
)
def test_lines_that_are_meant_as_comments_are_no_items(lines: str, tmp_path: Path) -> None:
    brand, faults = read(tmp_path, write_file(f"tags:\n{lines}"))
    assert brand is not None
    assert (brand.tags, faults) == ((), ())


ITEM = "not-mapping@10:7 改为：- "
KEY = "{name: 残疾证办理, summary: 凭身份证办理}"
LINE = "    - 残疾证办理"


@pytest.mark.parametrize(
    ("written", "told", "items"),
    [
        ("  items:\n    - 老年证办理", [f"{ITEM}name: 老年证办理"], ["老年证办理"]),
        (f"  items:\n{LINE}：凭身份证办理", [f"{ITEM}{KEY}"], ["残疾证办理 凭身份证办理"]),
        (f"  items:\n{LINE}: 凭身份证办理", [f"unknown-key@10:7 改为：- {KEY}"], ["残疾证办理 凭身份证办理"]),
        ("  items:\n    - 12345", [f'{ITEM}name: "12345"'], ["12345"]),
        ("  items: [老年证办理]", ["not-mapping@9:11 改为：{name: 老年证办理}"], ["老年证办理"]),
        (
            "  items:\n    1、老年证办理\n    2、残疾证办理：凭身份证办理",
            ["not-list@10:5 改为：- name: 老年证办理", f"not-list@11:5 改为：- {KEY}"],
            ["老年证办理", "残疾证办理 凭身份证办理"],
        ),
        (
            "  items:\n    -老年证办理\n    -残疾证办理",
            ["no-space-after-dash@10:5 改为：- name: 老年证办理", "no-space-after-dash@11:5 改为：- name: 残疾证办理"],
            ["老年证办理", "残疾证办理"],
        ),
        (
            "  items: 1. 老年证办理 2. 残疾证办理",
            ["not-list@9:10 改为：items: [{name: 老年证办理}, {name: 残疾证办理}]"],
            ["老年证办理", "残疾证办理"],
        ),
        ("  items: #老年证办理", ["text-is-comment@9:3 改为：items: [{name: 老年证办理}]"], ["老年证办理"]),
    ],
)
def test_items_in_words_get_their_names(written: str, told: list[str], items: list[str], tmp_path: Path) -> None:
    text = write_file(f"service:\n{written}")
    assert [tell(fault) for fault in read(tmp_path, text)[1]] == told
    found = mend(tmp_path, text).service.items
    assert [" ".join(filter(None, (item.name, item.summary))) for item in found] == items


STATUS = "；status 照实从这些里选：planned, ongoing, done"


@pytest.mark.parametrize(
    ("written", "told", "status", "summary"),
    [
        ("已制定方案", f"planning: {{status: done, summary: 已制定方案}}{STATUS}", "done", "已制定方案"),
        ("正在征求意见", f"planning: {{status: ongoing, summary: 正在征求意见}}{STATUS}", "ongoing", "正在征求意见"),
        ("尚未完成", f"planning: {{status: …, summary: 尚未完成}}{STATUS}", "planned", "尚未完成"),
        ("已完成", "planning: {status: done}", "done", None),
        ("\n    进行中", "status: ongoing", "ongoing", None),
    ],
)
def test_a_phase_in_words_gets_its_status(
    written: str, told: str, status: str, summary: str | None, tmp_path: Path
) -> None:
    text = write_file(f"phases:\n  planning: {written}")
    (fault,) = read(tmp_path, text)[1]
    assert (fault.code, render_fault(fault, CHINESE).hint) == ("not-mapping", f"改为：{told}")
    planning = mend(tmp_path, text).phases.planning
    assert planning is not None
    assert (planning.status, planning.summary) == (status, summary)


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("results:\n  - 办件量10万件", "改为：- {label: 办件量10万件, value: …, period: …, source: …}；“…”处照实填写"),
        ("service: {channels: 网站、热线}", "改为：channels: [{type: web}, {type: hotline}]"),
        ("honours: 2024年先进；2025年先进", "改为：honours: [{title: 2024年先进}, {title: 2025年先进}]"),
        ("service: {commitments: 材料齐全的，当场办结}", "改为：commitments: [{text: 材料齐全的，当场办结}]"),
        *(
            (f"gallery: {written}", f"改为：gallery: [{{src: {one}, alt: …}}, {{src: 乙.jpeg, alt: …}}]；“…”处照实填写")
            for written, one in (
                ("甲.jpg、乙.jpeg", "甲.jpg"),
                ("甲.jpg, 乙.jpeg", "甲.jpg"),
                ("甲.jpg 乙.jpeg", "甲.jpg"),
                ("图片 (2).jpg，乙.jpeg", "图片 (2).jpg"),
                ("1、甲.jpg 2、乙.jpeg", "甲.jpg"),
            )
        ),
        ("gallery: 大厅.jpg，窗口", "改为：gallery: [{src: 大厅.jpg，窗口, alt: …}]；“…”处照实填写"),
        ("gallery: [{src: 甲.jpg、乙.jpg, alt: 甲}]", "给文件改名，再把名字写在这里"),
        ("reviews: [2024年通过]", "写成“键: 值”"),
        ("management:\n  satisfaction: 98.6", "改为：satisfaction: {rate: 98.6}"),
        ("service:\n  items:\n    - name：办证", "改为：name: 办证"),
    ],
)
def test_parts_in_words_get_the_keys_that_they_need(written: str, hint: str, tmp_path: Path) -> None:
    (fault,) = read(tmp_path, write_file(written))[1]
    assert render_fault(fault, CHINESE).hint == hint

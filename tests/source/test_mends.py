"""What a message says of lines that stand where they may not, done word for word, says what was meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from source.followed_mends import FIELDS, SOUND, follow, mend, read, tell, write_file


@pytest.mark.parametrize(
    ("count", "blanks", "told"),
    [
        (4, "  ", "bad-indentation@2:1 第 2 至 5 行，每行的行首都删去 2 个空格"),
        (1, " ", "bad-indentation@2:1 这一行的行首删去 1 个空格"),
        (5, "    ", "bad-indentation@2:1 第 2 至 6 行，每行的行首都删去 4 个空格"),
    ],
)
def test_fields_that_are_indented_are_told_as_that(count: int, blanks: str, told: str, tmp_path: Path) -> None:
    lines = SOUND.split("\n")
    text = "---\n" + "\n".join([blanks + line for line in lines[:count]] + lines[count:]) + "---\n故事\n"
    assert [tell(fault) for fault in read(tmp_path, text)[1]] == [told]
    assert mend(tmp_path, text).summary == FIELDS["summary"]


def test_what_stands_below_a_field_that_is_indented_stays_below_it(tmp_path: Path) -> None:
    text = f"---\n  # 说明\n\n  culture:\n    mi: 甲\n  level: city\n{SOUND}---\n"
    assert [tell(fault) for fault in read(tmp_path, text)[1]] == [
        "bad-indentation@4:1 第 4 至 6 行，每行的行首都删去 2 个空格"
    ]
    brand = mend(tmp_path, text)
    assert (brand.culture.mi, brand.level) == ("甲", "city")


@pytest.mark.parametrize(
    ("first", "last", "blanks", "told"),
    [
        (2, 4, "  ", "bad-indentation@4:3 第 4 至 5 行，每行的行首都删去 2 个空格"),
        (1, 2, "   ", "bad-indentation@3:4 这一行的行首删去 3 个空格"),
        (2, 9, "  ", "bad-indentation@4:3 第 4 至 10 行，每行的行首都删去 2 个空格"),
    ],
)
def test_fields_below_another_are_told_as_that(first: int, last: int, blanks: str, told: str, tmp_path: Path) -> None:
    lines = [*SOUND.splitlines(), "culture:", "  mi: 甲", "level: city"]
    moved = [blanks + line if first <= number < last else line for number, line in enumerate(lines)]
    text = "\n".join(["---", *moved, "---", ""])
    assert [tell(fault) for fault in read(tmp_path, text)[1]] == [told]
    brand = mend(tmp_path, text)
    assert (brand.category, brand.culture.mi, brand.level) == (FIELDS["category"], "甲", "city")


@pytest.mark.parametrize(
    ("written", "place"),
    [("contact: 电话\n  phone: '12345'", "9:3"), ("culture:\n  mi: 甲\n    level: city", "10:5")],
)
def test_what_may_belong_above_is_not_told_to_be_moved_out(written: str, place: str, tmp_path: Path) -> None:
    (fault,) = read(tmp_path, write_file(written))[1]
    assert tell(fault) == f"bad-indentation@{place} 与同级的键对齐，每级缩进两个空格"


DASH = "no-space-after-dash@"


@pytest.mark.parametrize(
    ("written", "told", "tags"),
    [
        ("tags:\n- 甲\n-乙", [DASH + "10:1 改为：- 乙"], "甲 乙"),
        ("tags:\n-甲\n-乙\nlevel: city", [DASH + "9:1 改为：- 甲", DASH + "10:1 改为：- 乙"], "甲 乙"),
        ("tags:\n  - 甲\n  -乙\n  - 丙\n  －丁", [DASH + "10:3 改为：- 乙", DASH + "12:3 改为：- 丁"], "甲 乙 丙 丁"),
        ("tags:\n  - 甲\n  • 乙", [DASH + "10:3 改为：- 乙"], "甲 乙"),
        ("tags:\n  * 甲\n  * 乙", [DASH + "9:3 改为：- 甲", DASH + "10:3 改为：- 乙"], "甲 乙"),
        ("tags:\n  甲\n  - 乙", ["not-list@9:3 改为：- 甲"], "甲 乙"),
        ("tags: - 甲 - 乙", ["list-misplaced@8:7 改为：tags: [甲, 乙]"], "甲 乙"),
        ("tags: - 甲", ["list-misplaced@8:7 改为：tags: [甲]"], "甲"),
        ("tags: [1、甲 2、乙]", ["full-width-comma@8:8 改为：tags: [甲, 乙]"], "甲 乙"),
    ],
)
def test_a_hyphen_without_its_blank_is_told_as_that(written: str, told: list[str], tags: str, tmp_path: Path) -> None:
    text = write_file(written)
    assert [tell(fault) for fault in read(tmp_path, text)[1]] == told
    assert mend(tmp_path, text).tags == tuple(tags.split())


SIBLING = "bad-indentation@11:5 如果是另一项，就改为：- name: 乙；不是就与上一项的键对齐"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("- name: 甲\n    -name: 乙", [DASH + "11:5 改为：- name: 乙"]),
        ("- name: 甲\n    name: 乙", [SIBLING]),
        ("- name: 甲\n    ②name: 乙", [SIBLING]),
        ("name: 甲\n    - name: 乙", [DASH + "10:5 改为：- name: 甲"]),
        ("1、name: 甲\n    - name: 乙", [DASH + "10:5 改为：- name: 甲"]),
    ],
)
def test_items_with_keys_have_hyphens_with_blanks_too(written: str, told: list[str], tmp_path: Path) -> None:
    text = write_file(f"service:\n  items:\n    {written}\n      place: 窗口")
    assert [tell(fault) for fault in read(tmp_path, text)[1]] == told
    assert [(item.name, item.place) for item in mend(tmp_path, text).service.items] == [("甲", None), ("乙", "窗口")]


ELSE = "；不是就写成“键: 值”"
MOVE = "如果是接着上一行写的，就移到上一行末尾的"
INDENT = "如果是接着上一行写的，行首就空"
FIRST, SECOND = "一个入口汇集全省政务服务，在手机上就能查询。", "办理也在这里。"
NOT_INDENTED = "text-not-indented@"


@pytest.mark.parametrize(
    ("written", "told", "summary"),
    [
        (
            f'summary: "{FIRST}"\n{SECOND}',
            f'missing-colon@8:1 {MOVE} " 前面{ELSE}',
            "",
        ),
        (
            f"summary: '{FIRST}'\n  {SECOND}",
            f"missing-colon@8:3 {MOVE} ' 前面{ELSE}",
            "",
        ),
        (f"summary: {FIRST}\n{SECOND}", f"missing-colon@8:1 {INDENT} 2 格{ELSE}", " "),
        (f"summary: {FIRST}\n  {SECOND}\n再说。", f"missing-colon@9:1 {INDENT} 2 格{ELSE}", " "),
        (f"summary:\n{FIRST}{SECOND}", f"missing-colon@8:1 {INDENT} 2 格{ELSE}", ""),
        (f"summary: |\n{FIRST}{SECOND}", NOT_INDENTED + "8:1 这一行的行首空 2 格", ""),
        (f"summary: >\n{FIRST}\n{SECOND}", NOT_INDENTED + "8:1 第 8 至 9 行，每行的行首都空 2 格", " "),
        (f"summary: |\n    {FIRST}\n{SECOND}", NOT_INDENTED + "9:1 这一行的行首空 4 格", "\n"),
    ],
)
def test_a_text_goes_on_where_it_is_told_to_be_written(written: str, told: str, summary: str, tmp_path: Path) -> None:
    text = write_file(written)
    assert [tell(fault) for fault in read(tmp_path, text)[1]] == [told]
    assert mend(tmp_path, text).summary.removesuffix(" 再说。") == FIRST + summary + SECOND


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        (
            'slogan: 暖心: 办好每一件事\nculture:\n  concept: @一切为民\n  practice: "他说"好"，我们办"',
            "colon-in-value@7 reserved-character@9 text-after-quote@10",
        ),
        (
            "culture:\n  concept：@一切为民\n  mi：甲: 乙\ntags:\n  - @甲\n  - 乙\nlevel: 市: 级",
            "full-width-colon@9 full-width-colon@10 reserved-character@12 colon-in-value@14",
        ),
        (
            "service:\n  items:\n    - name: @办\n      place: 大厅: 一楼\n    - name: 甲: 乙",
            "reserved-character@10 colon-in-value@11 colon-in-value@12",
        ),
    ],
)
def test_faults_of_several_values_are_told_at_once(written: str, codes: str, tmp_path: Path) -> None:
    text = write_file(written)
    faults = read(tmp_path, text)[1]
    assert " ".join(f"{fault.code}@{fault.place.line}" for fault in faults) == codes
    for fault in reversed(faults):
        text = follow(text, fault)
    assert read(tmp_path, text)[1] == ()


@pytest.mark.parametrize(
    "written",
    [
        "slogan: @暖心\n  好: 办\nlevel: 甲: 乙",
        "slogan: @暖心\n一、你好\nlevel: 甲: 乙",
        "contact: {phone: @1,\n  address: 甲: 乙}",
        'slogan: @暖心\nlevel: "甲\nsince: 2014: 3',
        "slogan: @暖心\ntags:\n\t- 甲\nlevel: 甲: 乙",
        'culture:\n  concept: "甲\n    电话：1\n    乙" 丙\nlevel: 甲: 乙',
    ],
)
def test_what_might_follow_from_a_fault_is_not_told(written: str, tmp_path: Path) -> None:
    faults = read(tmp_path, write_file(written))[1]
    assert "level" not in "".join(fault.place.source for fault in faults if fault.code == "colon-in-value")


BELOW = "移到第二个 --- 下面的正文里，或者把内容写进相应的字段"
DRAFT = "如果是字段 tags，就改为：tags: …，“…”处照实填写；如果是小标题，就移到第二个 --- 下面"


@pytest.mark.parametrize("above", [f"summary: {FIRST}", f'summary: "{FIRST}"', "tags: [甲]", "tags:\n  - 甲"])
@pytest.mark.parametrize("below", ["", "\nlevel: city"])
@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("一、服务对象：老年人", f"把它{BELOW}"),
        ("（一）服务对象：老年人", f"把它{BELOW}"),
        ("(2) 服务对象", f"把它{BELOW}"),
        ("1. 服务对象", f"把它{BELOW}"),
        ("第三章 服务对象", f"把它{BELOW}"),
        ("②服务对象", f"把它{BELOW}"),
        ("工作目标：群众满意", f"把它{BELOW}"),
        ("服务对象", f"把它{BELOW}"),
        ("标签", DRAFT),
        ("一、服务对象\n老年人和残疾人。\n二、服务内容", f"把第 @ 至 & 行{BELOW}"),
    ],
)
def test_what_is_no_field_is_told_to_be_moved(above: str, below: str, written: str, hint: str, tmp_path: Path) -> None:
    text = write_file(f"{above}\n{written}{below}")
    line = text[: text.index(f"\n{written}")].count("\n") + 2
    hint = hint.replace("@", str(line)).replace("&", str(line + 2))
    assert [tell(fault) for fault in read(tmp_path, text)[1]] == [f"not-a-field@{line}:1 {hint}"]
    brand = mend(tmp_path, text)
    assert brand.body == f"{written}\n故事"
    assert brand.summary in (FIRST, FIELDS["summary"])


def test_a_word_after_a_sentence_may_be_a_heading(tmp_path: Path) -> None:
    text = write_file(f"summary: {FIRST}\n特色做法")
    assert [tell(fault) for fault in read(tmp_path, text)[1]] == [f"not-a-field@8:1 把它{BELOW}"]
    assert mend(tmp_path, text).summary == FIRST


def test_a_name_of_a_field_with_its_items_below_is_a_key(tmp_path: Path) -> None:
    text = write_file("level: city\n标签\n  - 甲\n  - 乙")
    assert [tell(fault) for fault in read(tmp_path, text)[1]] == [
        "not-a-field@9:1 如果是字段 tags，就改为：tags:；如果是小标题，就移到第二个 --- 下面"
    ]
    assert mend(tmp_path, text).tags == ("甲", "乙")


@pytest.mark.parametrize(
    ("written", "told", "meaning"),
    [
        (
            "  meaning: |\n  甲\n  乙\n  color: '#123456'",
            NOT_INDENTED + "10:3 第 10 至 11 行，每行的行首都空 4 格",
            "甲\n乙",
        ),
        ("  meaning: |\n甲\n乙", NOT_INDENTED + "10:1 第 10 至 11 行，每行的行首都空 4 格", "甲\n乙"),
        ("  meaning: 甲\n乙", f"missing-colon@10:1 {INDENT} 4 格{ELSE}", "甲 乙"),
        ("  meaning: 甲\n  乙", f"missing-colon@10:3 {INDENT} 4 格{ELSE}", "甲 乙"),
    ],
)
def test_a_text_goes_on_further_in_than_its_key(written: str, told: str, meaning: str, tmp_path: Path) -> None:
    text = write_file(f"identity:\n{written}")
    assert [tell(fault) for fault in read(tmp_path, text)[1]] == [told]
    assert mend(tmp_path, text).identity.meaning == meaning


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("culture:\n  concept 用心\n  values: [实]", "missing-colon@9:3 改为：concept: 用心"),
        ("culture:\n  concept: 用心\n  values [实]", "missing-colon@10:3 改为：values: [实]"),
        ("culture:\n  concept: 用心\n  values: : [实]", "colon-in-value@10:11 改为：values: [实]"),
        ("culture {concept: 用心, values: [实]}", "missing-colon@8:1 改为：culture: {concept: 用心, values: [实]}"),
    ],
)
def test_a_colon_that_was_left_out_is_told_with_its_key(written: str, told: str, tmp_path: Path) -> None:
    text = write_file(written)
    assert [tell(fault) for fault in read(tmp_path, text)[1]] == [told]
    brand = mend(tmp_path, text)
    assert (brand.culture.concept, brand.culture.values) == ("用心", ("实",))


def test_a_hyphen_before_the_first_field_is_to_be_deleted(tmp_path: Path) -> None:
    assert [tell(fault) for fault in read(tmp_path, f"---\n- {SOUND}---\n")[1]] == [
        "top-level-list@2:1 删去键前面的连字符"
    ]


def test_a_list_goes_on_within_its_brackets(tmp_path: Path) -> None:
    text = write_file("tags: [甲, 乙]\n丙")
    assert [tell(fault) for fault in read(tmp_path, text)[1]] == [
        f"missing-colon@9:1 {MOVE} ] 前面，用半角逗号隔开{ELSE}"
    ]
    assert mend(tmp_path, text).tags == ("甲", "乙", "丙")


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            SOUND.replace(": ", "："),
            [
                "2:5 name: 浙里办",
                "3:7 agency: zj-data",
                "4:9 category: government-services",
                "5:7 slogan: 掌上办事，一站直达",
                f"6:8 summary: {FIELDS['summary']}",
                "7:8 sources: [{title: 报道}]",
            ],
        ),
        (SOUND.replace("title: ", "title："), ["7:17 sources: [{title: 报道}]"]),
        (SOUND + "service:\n  items:\n    - {name：办证，place：大厅}\n", ["10:12 {name: 办证, place: 大厅}"]),
        (SOUND + "identity：{meaning：释义，甲}\n", ["8:9 identity: {meaning: 释义，甲}"]),
        (SOUND + "contact: {hours：, address：大厅}\n", ["8:16 contact: {hours: , address: 大厅}"]),
    ],
)
def test_full_width_colons_are_told_with_their_lines(lines: str, told: list[str], tmp_path: Path) -> None:
    text = f"---\n{lines}---\n故事\n"
    expected = [f"full-width-colon@{place} 改为：{line}" for place, line in (one.split(" ", 1) for one in told)]
    assert [tell(fault) for fault in read(tmp_path, text)[1]] == expected
    assert mend(tmp_path, text).name == FIELDS["name"]


FILE = f"---\n{SOUND}---\n故事\n"
STORY = "故事\n\n```\n代码\n```"
CODE = f"---\n{SOUND}---\n{STORY}\n"


@pytest.mark.parametrize(
    ("text", "hint", "story"),
    [
        (f"# 浙里办\n{FILE}", "删去第 1 行，让 --- 成为第一行", "故事"),
        (f"\n# 浙里办\n\n{FILE}", "删去第 1 至 3 行，让 --- 成为第一行", "故事"),
        (f"```markdown\n{FILE}```\n", "删去第 1 行，让 --- 成为第一行；末尾的第 11 行也删去", "故事"),
        (f"照抄：\n\n~~~\n{FILE}~~~", "删去第 1 至 3 行，让 --- 成为第一行；末尾的第 13 行也删去", "故事"),
        (
            f"```markdown\n{CODE}```\n\n",
            "删去第 1 行，让 --- 成为第一行；末尾的第 15 行也删去",
            "故事\n\n```\n代码\n```",
        ),
        (f"```markdown\n{CODE}", "删去第 1 行，让 --- 成为第一行", STORY),
        (f"# 浙里办\n{CODE}", "删去第 1 行，让 --- 成为第一行", STORY),
        (f"# 浙里办\n---\n## 说明\n# 说明\n{SOUND}---\n故事", "删去第 1 行，让 --- 成为第一行", "故事"),
    ],
)
def test_what_stands_above_the_fields_is_to_be_deleted(text: str, hint: str, story: str, tmp_path: Path) -> None:
    told = [tell(fault) for fault in read(tmp_path, text)[1]]
    assert told == [f"text-before-front-matter@1:1 {hint}"]
    assert mend(tmp_path, text).body == story


@pytest.mark.parametrize(
    "text", ["标题\n---\n故事\n", f"标题\n---\n{SOUND}", "标题\n---\n时间如水：流\n---\n", SOUND + "---\n故事"]
)
def test_a_line_of_hyphens_may_be_another_thing(text: str, tmp_path: Path) -> None:
    assert [fault.code for fault in read(tmp_path, text)[1]] == ["no-front-matter"]


@pytest.mark.parametrize("written", ["乙", "②乙", "2、乙"])
def test_a_line_below_an_item_may_be_another(written: str, tmp_path: Path) -> None:
    text = write_file(f"tags:\n  - 甲\n  {written}")
    assert [tell(fault) for fault in read(tmp_path, text)[1]] == [
        "missing-colon@10:3 如果是另一项，就改为：- 乙；如果是接着上一行写的，行首就空 6 格"
    ]
    assert mend(tmp_path, text).tags == ("甲", "乙")

"""Stories that are plainly written: the quick way to their HTML gives what Markdown and the cleaner give."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from showcase.views.body import BodyRenderer
from showcase.views.plain_story import render_plain

RENDERER = BodyRenderer()

PLAIN = {
    "paragraphs": "一段。\n\n\n又一段（2019 年）。",
    "indented by ideographic blanks": "\u3000\u3000一段\n接着",
    "lines": "大厅\n窗口 a\nb",
    "strong words": "**甲**：乙**丙** **丁**",
    "headings": "# 一\n## 二\n文字\n\n###### **一**\n\n##一",
    "a list below its heading": "## 一\n- 甲\n* **乙**：丙\n+ 丁",
    "numbers": "3. 三\n5. 五",
    "two kinds of lists": "- 甲\n\n1. 一\n\n- 乙",
    "quotation": "> 一\n> 二\n\n三",
    "table": "| 甲 | **乙** |\n| :-: | --: |\n|  | 丁 | 戊 |\n| 己 |",
    "signs": 'C#、1.5、2014. 年、a-b、50%、{: #x }、"引"、!、甲: 乙',
}
OTHERS = {
    "a link": "[甲](https://example.org)",
    "HTML": "<b>甲</b>",
    "an entity": "甲&amp;乙",
    "code": "`甲`",
    "emphasis": "*甲* _乙_",
    "an escape": r"\*甲",
    "stars that are none": "** 甲 **",
    "a loose list": "- 甲\n\n- 乙",
    "a list in a list": "- 甲\n    - 乙",
    "a list in a quotation": "> - 甲",
    "two quotations": "> 甲\n\n> 乙",
    "a heading below its text": "甲\n# 乙",
    "an underlined heading": "甲\n===",
    "a rule": "甲\n\n---",
    "indented code": "    甲",
    "a break": "甲  \n乙",
    "a table that is none": "| 甲 | 乙 |\n| 丙 | 丁 |\n| 戊 | 己 |",
    "a greater sign": "甲 > 乙",
    "lines with numbers": "做法：\n（一）甲\n（二）乙",
    "labels": "地址：甲\n电话：乙",
    "a list below its text": "甲：\n- 乙",
    "a wide table": f"|{'甲|' * 30}\n|{'-|' * 30}\n|{'甲|' * 30}",
    "a long story": "甲" * 60_000,
}

SIGNS = '甲文一a 1.、）。，：:\u3000-*#>|=+`"\u0663\u00a0'
WORDS = st.text(st.sampled_from(SIGNS), max_size=8) | st.just("**甲**")
LINES = st.one_of(
    st.builds("{}{}".format, st.sampled_from(["", "- ", "* ", "1. ", "2. ", "# ", "## ", "> ", "**", " "]), WORDS),
    st.builds("| {} | {} |".format, WORDS, WORDS),
    st.sampled_from(["| --- | :-: |", "|:-|-:|-|", "---", "==="]),
)
STORIES = st.lists(st.builds("{}{}".format, LINES, st.sampled_from(["\n", "\n\n"])), max_size=8).map("".join)


def render(body: str) -> str:
    return str(RENDERER.render_any(body, lambda *_: "", ()))


@pytest.mark.parametrize("body", PLAIN.values(), ids=PLAIN)
def test_plain_stories_are_rendered_as_any_other(body: str) -> None:
    assert render_plain(body) == render(body)


@pytest.mark.parametrize("body", OTHERS.values(), ids=OTHERS)
def test_whatever_could_mean_something_else_is_left_alone(body: str) -> None:
    assert render_plain(body) is None


@settings(max_examples=150)
@example(">  11. 甲")
@given(STORIES)
def test_no_story_is_rendered_otherwise(body: str) -> None:
    plain = render_plain(body)
    assert plain is None or plain == render(body)


@given(st.text(max_size=40))
def test_nor_is_any_text(body: str) -> None:
    plain = render_plain(body)
    assert plain is None or plain == render(body)

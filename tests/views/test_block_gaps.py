"""Stories as clerks and previews have them: lists, tables and numbered lines begin without an empty line above."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.views.block_gaps import set_blocks_apart
from showcase.views.body import BodyRenderer

RENDERER = BodyRenderer()

SHOWN = {
    # Lists and tables right below a text.
    "流程：\n- 甲\n- 乙": "<p>流程：</p><ul><li>甲</li><li>乙</li></ul>",
    "流程：\n1. 甲\n2. 乙": "<p>流程：</p><ol><li>甲</li><li>乙</li></ol>",
    "自\n2019. 年起": "<p>自\n2019. 年起</p>",
    "甲\n| a | b |\n| - | - |\n| 1 | 2 |\n乙": (
        "<p>甲</p>"
        '<div class="scroll" tabindex="0"><table><thead><tr><th>a</th><th>b</th></tr></thead>'
        "<tbody><tr><td>1</td><td>2</td></tr></tbody></table></div>"
        "<p>乙</p>"
    ),
    "甲\n---\n- 乙": '<h3 id="story-甲">甲</h3><ul><li>乙</li></ul>',
    "## 甲\n- 乙\n- 丙": '<h3 id="story-甲">甲</h3><ul><li>乙</li><li>丙</li></ul>',
    # Lists in lists, two, three or four blanks further in.
    "- 甲\n  - 乙\n  - 丙\n- 丁": "<ul><li>甲<ul><li>乙</li><li>丙</li></ul></li><li>丁</li></ul>",
    "1. 甲\n   - 乙\n2. 丙": "<ol><li>甲<ul><li>乙</li></ul></li><li>丙</li></ol>",
    "1. 甲\n    - 乙\n2. 丙": "<ol><li>甲<ul><li>乙</li></ul></li><li>丙</li></ol>",
    "- 甲\n\t- 乙\n- 丙": "<ul><li>甲<ul><li>乙</li></ul></li><li>丙</li></ul>",
    "- 甲\n  1. 乙\n     - 丙\n- 丁": "<ul><li>甲<ol><li>乙<ul><li>丙</li></ul></li></ol></li><li>丁</li></ul>",
    "- 甲\n1. 乙\n2. 丙": "<ul><li>甲</li></ul><ol><li>乙</li><li>丙</li></ol>",
    # Paragraphs of an item.
    "1. 甲\n\n   又\n\n2. 乙": "<ol><li><p>甲</p><p>又</p></li><li><p>乙</p></li></ol>",
    "- 甲\n\n  又\n- 乙": "<ul><li><p>甲</p><p>又</p></li><li><p>乙</p></li></ul>",
    "1. 甲\n\n    - 乙\n2. 丙": "<ol><li><p>甲</p><ul><li>乙</li></ul></li><li><p>丙</p></li></ol>",
    # Lines with a number or a sign of their own.
    "1、甲\n2、乙": "<p>1、甲</p><p>2、乙</p>",
    "做法：\n（一）甲\n（二）乙": "<p>做法：</p><p>（一）甲</p><p>（二）乙</p>",
    "1.预约\n2.办理": "<p>1.预约</p><p>2.办理</p>",
    "共\n1.5 万件": "<p>共\n1.5 万件</p>",
    "①甲\n②乙": "<p>①甲</p><p>②乙</p>",
    "•甲\n•乙": "<p>•甲</p><p>•乙</p>",
    "-甲\n-乙": "<p>-甲</p><p>-乙</p>",
    "一、背景\n近年来\n二、做法\n好": "<p>一、背景</p><p>近年来</p><p>二、做法</p><p>好</p>",
    "1、办理居民身份证要带户口簿，还要带本人近期的免冠照片，到\n派出所办": (
        "<p>1、办理居民身份证要带户口簿，还要带本人近期的免冠照片，到派出所办</p>"
    ),
    "\u3000\u3000甲\n\u3000\u3000乙": "<p>甲</p><p>乙</p>",
    "问：甲\n答：乙": "<p>问：甲</p><p>答：乙</p>",
    "一件事一次办。\n——某区": "<p>一件事一次办。</p><p>——某区</p>",
    "地址：甲路\n电话：12345": "<p>地址：甲路</p><p>电话：12345</p>",
    "他们\n都说：好": "<p>他们都说：好</p>",
    "- 甲\n（1）乙\n- 丙": "<ul><li>甲<br>（1）乙</li><li>丙</li></ul>",
    # Quotations are laid out by themselves.
    "> 甲\n> 1、乙\n> - 丙": "<blockquote><p>甲</p><p>1、乙</p><ul><li>丙</li></ul></blockquote>",
    "> 甲\n- 乙": "<blockquote><p>甲</p></blockquote><ul><li>乙</li></ul>",
    "> 甲\n# 乙": '<blockquote><p>甲</p></blockquote><h3 id="story-乙">乙</h3>',
    "1. 甲\n\n   > 乙\n\n2. 丙": ("<ol><li><p>甲</p><blockquote><p>乙</p></blockquote></li><li><p>丙</p></li></ol>"),
    "- 甲\n\n> 乙\n\n- 丙": "<ul><li>甲</li></ul><blockquote><p>乙</p></blockquote><ul><li>丙</li></ul>",
    "前文\n*斜体*后文": "<p>前文\n<em>斜体</em>后文</p>",
    # What is code stays so.
    "```\n甲\n- 乙\n1、丙\n```\n- 丁": "<pre><code>甲\n- 乙\n1、丙\n</code></pre><ul><li>丁</li></ul>",
}

LINES = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", " ", "  ", "    ", "\t", "> ", ">> "]),
    st.sampled_from(["", "- ", "1. ", "2. ", "1、", "（一）", "\u3000", "| ", "# ", "```", "---", "地址："]),
    st.sampled_from(["", "甲", "甲。", "| 乙 |", "- 丙"]),
)
STORIES = st.lists(LINES, max_size=10).map("\n".join)


def render(body: str) -> str:
    return str(RENDERER.render(body, lambda *_: "", ()))


@pytest.mark.parametrize(("body", "html"), SHOWN.items())
def test_blocks_begin_where_they_are_meant_to(body: str, html: str) -> None:
    assert render(body) == html


@given(body=STORIES)
def test_only_blanks_are_added(body: str) -> None:
    apart = set_blocks_apart(body)
    assert "".join(apart.split()).replace(">", "") == "".join(body.split()).replace(">", "")


def test_lists_in_lists_go_no_deeper_than_a_story_may() -> None:
    body = "\n".join(f"{'  ' * level}- {level}" for level in range(100))
    assert render(body).count("<ul>") <= 14

"""What a story may not hold is found before it would be lost."""

from __future__ import annotations

import re

import markdown
import nh3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from showcase.language import load_translations
from showcase.model.fault_texts import render_fault
from showcase.source.front_matter import split_page
from showcase.source.source_text import SourceText
from showcase.source.story_faults import explain_excess
from showcase.source.story_limits import find_excess
from showcase.source.story_markup import ATTRIBUTES, SCHEMES, TAGS, find_refused, is_allowed_address


def told(body: str) -> list[str]:
    return [f"{refusal.code} {refusal.text}" for refusal in find_refused(body)]


@pytest.mark.parametrize(
    "body",
    [
        "一段**话**，3 < 5，a & b，{注}，[甲]，（一）",
        "[外](https://a.cn/?a=1#b) [信](mailto:a@b.cn) [话](tel:12345) [品牌](brand:zheliban)",
        '[节](#service) [站](../../areas/) [件](biaozhun.pdf)[题](https://a.cn/ "题：一")',
        "[括](https://a.cn/a(b)c)",
        "<https://a.cn/> <a@b.cn>",
        "甲<br>乙<br/>丙 H<sub>2</sub>O <del>旧</del>",
        '<a href="https://a.cn/" title="题">甲</a> <ol start="3"><li>三</li></ol>',
        "`<script>` `{: #a }` `[x](javascript:y)`",
        "```\n<script>alert(1)</script>\n[x](javascript:y)\n```",
        "[甲][一]\n\n[一]: https://a.cn/",
        "![厅](hall.jpg)",
    ],
)
def test_sound_stories(body: str) -> None:
    assert told(body) == []


@pytest.mark.parametrize(
    ("body", "faults"),
    [
        ("<script>alert(1)</script>", ["story-html <script>", "story-html </script>"]),
        ("<b>重要</b>", ["story-html <b>", "story-html </b>"]),
        ('<p class="x">甲</p>', ['story-html <p class="x">']),
        ("<p onclick=x>甲</p>", ["story-html <p onclick=x>"]),
        ("<a href='javascript:x'>甲</a>", ["story-html <a href='javascript:x'>"]),
        ("<br/onload=x>", ["story-html <br/onload=x>"]),
        ("<img src=a.png alt='甲' onerror=x>", ["story-html <img src=a.png alt='甲' onerror=x>"]),
        ('<pre class="mermaid">', ['story-html <pre class="mermaid">']),
        ("<div data-md-component=skip>", ["story-html <div data-md-component=skip>"]),
        ("<svg/onload=x>", ["story-html <svg/onload=x>"]),
        ("a<b", ["story-html <b"]),
        ("<?php x ?>", ["story-html <?php x ?>"]),
        ("<![CDATA[x]]>", ["story-html <![CDATA[x]]>"]),
        ("</注>", ["story-html </注>"]),
        ("甲<!-- 注 -->乙", ["story-comment <!-- 注 -->"]),
        ("<!-- 注", ["story-comment <!-- 注"]),
        ("[x](javascript:alert(1))", ["story-link javascript:alert(1)"]),
        ("[x](JaVa\nScript:y)", ["story-link JaVa Script:y"]),
        ("[x](java&#115;cript:y)", ["story-link java&#115;cript:y"]),
        ("[x](&#x6A;avascript&colon;y)", ["story-link &#x6A;avascript&colon;y"]),
        ("[x](<javascript:y>)", ["story-link javascript:y"]),
        ("[x](data:text/html,y)", ["story-link data:text/html,y"]),
        ("[x](//a.cn)", ["story-link //a.cn"]),
        ("[x](/etc/passwd)", ["story-link /etc/passwd"]),
        (r"[x](/\a.cn)", [r"story-link /\a.cn"]),
        ("[x](../../../y)", ["story-link ../../../y"]),
        ("[x](ftp://a.cn)", ["story-link ftp://a.cn"]),
        ("<ftp://a.cn>", ["story-link <ftp://a.cn>"]),
        ("<javascript:a@b>", ["story-link <javascript:a@b>"]),
        ("[甲][一]\n\n[一]: javascript:x", ["story-link javascript:x"]),
        ("[注]: 见附件", ["story-lost-line [注]:"]),
        ("甲[^1]\n\n[^1]: 乙", ["story-footnote [^1]", "story-footnote [^1]"]),
        ("## 起因 {#why}", ["story-attributes {#why}"]),
        ("{: #__config }", ["story-attributes {: #__config }"]),
        ("`a\nb` <b> `c", ["story-html <b>"]),
        ("\\`<b>`", ["story-html <b>"]),
        ("````` ` ````` <b> `", ["story-html <b>"]),
        ("~~~\n<b>", ["story-html <b>"]),
    ],
)
def test_what_is_refused(body: str, faults: list[str]) -> None:
    assert told(body) == faults


def test_refusals_know_where_they_stand() -> None:
    body = "甲\n\n乙 <b>丙"
    (refusal,) = find_refused(body)
    assert body[refusal.offset : refusal.offset + 3] == "<b>"


@pytest.mark.parametrize(
    ("address", "is_allowed"),
    [
        ("https://a.cn", True),
        ("HTTP://a.cn", True),
        ("#节", True),
        ("", True),
        ("a/b.pdf", True),
        ("../zheliban/", True),
        ("../..", True),
        ("../../..", False),
        ("a/../../../../x", False),
        ("%2e%2e/%2e%2e/%2e%2e/x", False),
        ("java\tscript:x", False),
        ("\x01javascript:x", False),
        ("javascript%3Ax", False),
        ("http&#58;//a.cn", True),
        ("//a.cn", False),
        ("%2f%2fa.cn", False),
        ("\\\\a.cn", False),
        ("blob:x", False),
        ("intent://x", False),
        ("file:///etc/passwd", False),
    ],
)
def test_addresses(address: str, is_allowed: bool) -> None:
    assert is_allowed_address(address) is is_allowed


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("[" * 1_001, "story-too-many"),
        ("<" * 501, "story-too-many"),
        ("甲\n" * 2_000, "story-too-many"),
        ("|" * 30, "story-too-many"),
        ("甲" * 500_001, "story-too-long"),
        ("> " * 13 + "甲", "story-too-deep"),
        (">" * 13 + "甲", "story-too-deep"),
        ("甲\n" + "1. " * 13 + "甲", "story-too-deep"),
        (" " * 48 + "- 甲", "story-too-deep"),
    ],
)
def test_limits(body: str, code: str) -> None:
    excess = find_excess(body)
    assert excess is not None
    assert excess.code == code


@pytest.mark.parametrize(
    ("body", "found", "limit"),
    [
        ("甲\n" * 2_499 + "甲", "2500 行", "不超过 2000 行"),
        ("| 甲 " * 25 + "|", "表格有 25 列", "表格不超过 20 列"),
        ("甲 | " * 25 + "甲", "表格有 26 列", "表格不超过 20 列"),
        ("[" * 1_001, "1001 个左方括号 [", "不超过 1000 个左方括号 ["),
        ("<" * 501, "501 个小于号 <", "不超过 500 个小于号 <"),
    ],
)
def test_what_there_is_too_much_of_is_told_in_words(body: str, found: str, limit: str) -> None:
    excess = find_excess(body)
    assert excess is not None
    fault = explain_excess(split_page(SourceText("x.md", f"---\nname: 甲\n---\n{body}\n")), excess)
    text = render_fault(fault, load_translations("cli", "zh-Hans"))
    assert (text.found, text.expected) == (found, limit)


@pytest.mark.parametrize(
    "body", ["", "-" * 80, "* * *", "甲" * 50_000, "| 甲 " * 20 + "|", "[" * 1_000, "    " * 11 + "- 甲"]
)
def test_within_the_limits(body: str) -> None:
    assert find_excess(body) is None


PIECES = st.sampled_from(
    [
        *("<", ">", "</", "b", "p", "a ", "script", "br", "svg", "!--", "--", "?", "![CDATA[", "/", "=", '"', "'", "`"),
        *(
            "``",
            "```\n",
            "~~~\n",
            "\n",
            "\n\n",
            "    ",
            "- ",
            "> ",
            "# ",
            "| a | b |\n| - | - |\n",
            "\\",
            "*",
            "_",
            "&",
        ),
        *("&lt;", "&#60;", "甲", " ", "href", "onclick", "[", "](", ")", "]", "]: ", "javascript:", "https://a.cn"),
        *("data:x", "//a.cn", "<b>", "<i", "<p>", "</p>", "<td>", "<!-- x -->"),
    ]
)
EVERY = {*TAGS, *nh3.ALLOWED_TAGS, "script", "style", "svg", "math", "iframe", "form", "input"}
LOOSE = nh3.Cleaner(
    tags=EVERY,
    clean_content_tags=set(),
    generic_attribute_prefixes={"on", "data"},
    attributes={tag: {"href", "src", "style", "class", "id", *ATTRIBUTES.get(tag, ())} for tag in EVERY},
    link_rel=None,
    strip_comments=False,
    url_schemes={*SCHEMES, "javascript", "data", "ftp"},
)
STRICT = nh3.Cleaner(
    tags=set(TAGS),
    attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
    url_schemes=set(SCHEMES),
    link_rel=None,
)


@settings(max_examples=600)
@given(st.lists(PIECES, max_size=16).map("".join))
def test_nothing_is_lost_that_is_not_told(body: str) -> None:
    """The cleaner takes nothing out of a story without a fault: it is the second wall, not a silent editor."""
    if told(body) or find_excess(body):
        return
    raw = markdown.Markdown(extensions=["tables", "sane_lists", "fenced_code"], output_format="html").convert(body)
    styled = re.sub(r' (?:style="text-align: \w+;"|class="language-[^"]*")', "", raw)
    assert STRICT.clean(styled) == LOOSE.clean(styled)

"""The story of a brand: Markdown to clean HTML."""

import html
import re

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from showcase.views.body import BodyRenderer
from showcase.views.markdown_engine import open_markdown

RENDERER = BodyRenderer()


def show(src: str, alt: str, caption: str) -> str:
    return f"<figure>{src}|{alt}|{caption}</figure>" if src.startswith("known") or src == "大厅.jpg" else ""


def render(body: str) -> str:
    return str(RENDERER.render(body, show, {"zheliban", "12345-zhengwu"}))


@pytest.mark.parametrize(
    ("body", "html"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param(" \n\n ", "", id="blank"),
        pytest.param("一段话。", "<p>一段话。</p>", id="paragraph"),
        pytest.param("一**二**三", "<p>一<strong>二</strong>三</p>", id="strong"),
        pytest.param("3. 三\n4. 四", '<ol start="3"><li>三</li><li>四</li></ol>', id="list from three"),
        pytest.param("a < b & c", "<p>a &lt; b &amp; c</p>", id="signs"),
        pytest.param("# 一", '<h3 id="story-一">一</h3>', id="h1 becomes h3"),
        pytest.param("## 一", '<h3 id="story-一">一</h3>', id="h2 becomes h3"),
        pytest.param("### 一", '<h4 id="story-一">一</h4>', id="h3 becomes h4"),
        pytest.param("###### 一", '<h6 id="story-一">一</h6>', id="h6 stays"),
        pytest.param('<h1 id="main">一</h1>', '<h3 id="story-一">一</h3>', id="no id of its own"),
        pytest.param("# 一\n\n# 一", '<h3 id="story-一">一</h3><h3 id="story-一-1">一</h3>', id="ids stand once"),
        pytest.param(
            "# a\n# a\n# a-1",
            '<h3 id="story-a">a</h3><h3 id="story-a-1">a</h3><h3 id="story-a-1-1">a-1</h3>',
            id="nor are they taken by another's number",
        ),
        pytest.param("# `A` & B!", '<h3 id="story-a-b"><code>A</code> &amp; B!</h3>', id="words of an id"),
        pytest.param("# ……", '<h3 id="story-1">……</h3>', id="an id without words"),
        pytest.param("```\n<b>\n# 一\n```", "<pre><code>&lt;b&gt;\n# 一\n</code></pre>", id="fenced"),
        pytest.param('``` js\nlet a = "![x](y)"\n```', '<pre><code>let a = "![x](y)"\n</code></pre>', id="language"),
        pytest.param("~~~ {.mermaid #main onclick=x}\na\n~~~", "<pre><code>a\n</code></pre>", id="no class"),
        pytest.param("title: 甲\nbase_url: x\n\n乙", "<p>title: 甲\nbase_url: x</p><p>乙</p>", id="no metadata"),
        pytest.param("甲 {: #__config .x }", "<p>甲 {: #__config .x }</p>", id="no attributes"),
        pytest.param("甲[^1]", "<p>甲[^1]</p>", id="no footnotes"),
    ],
)
def test_text(body: str, html: str) -> None:
    assert render(body) == html


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("官网https://a.gov.cn/x_y_z，欢迎。", "<p>官网{https://a.gov.cn/x_y_z}，欢迎。</p>"),
        ("（https://a.cn/q?a=1&b=2）。", "<p>（{https://a.cn/q?a=1&amp;b=2}）。</p>"),
        ("**http://a.cn/**欢迎", "<p><strong>{http://a.cn/}</strong>欢迎</p>"),
        ("见 https://a.cn.", "<p>见 {https://a.cn}.</p>"),
        ("(见 https://a.cn/A_(b)).", "<p>(见 {https://a.cn/A_(b)}).</p>"),
        ("https://a.cn/~b_，", "<p>{https://a.cn/~b_}，</p>"),
        ("看https://a.cn/办事/指南?id=1，谢谢", "<p>看{https://a.cn/办事/指南?id=1}，谢谢</p>"),
        ("https://a.cn/s?q=公积金&市=杭州#第一节。", "<p>{https://a.cn/s?q=公积金&amp;市=杭州#第一节}。</p>"),
        ("https://a.cn/办事指南2024年.html谢谢", "<p>{https://a.cn/办事指南2024年.html}谢谢</p>"),
        ("https://a.cn/2024年/a.html", "<p>{https://a.cn/2024年/a.html}</p>"),
        ("https://a.cn/%E5%8A%9E谢谢", "<p>{https://a.cn/%E5%8A%9E}谢谢</p>"),
        ("https://a.cn/ガイド/안내 谢谢", "<p>{https://a.cn/ガイド/안내} 谢谢</p>"),
        ("**https://a.cn/办事**欢迎", "<p><strong>{https://a.cn/办事}</strong>欢迎</p>"),
        ("(https://a.cn/办事)欢迎", "<p>({https://a.cn/办事})欢迎</p>"),
        ("（https://a.cn/办事）「https://a.cn/办」", "<p>（{https://a.cn/办事}）「{https://a.cn/办}」</p>"),
        *(
            (f"https://a.cn/办事{sign}谢谢", f"<p>{{https://a.cn/办事}}{sign}谢谢</p>")
            for sign in "，。；：、！？）】》」』”"
        ),
        ("见https://a.cn谢谢", "<p>见{https://a.cn}谢谢</p>"),
        ("见https://a.cn谢谢/再见", "<p>见{https://a.cn}谢谢/再见</p>"),
        ("https://a.cn/b谢谢", "<p>{https://a.cn/b}谢谢</p>"),
        ("https://a.cn/b或https://b.cn/c", "<p>{https://a.cn/b}或{https://b.cn/c}</p>"),
        ("https://a.cn/办或https://b.cn/c", "<p>{https://a.cn/办或}{https://b.cn/c}</p>"),
        ("https://办事.cn/办", "<p>https://办事.cn/办</p>"),
        ("https://a.cn/办事\n谢谢", "<p>{https://a.cn/办事}\n谢谢</p>"),
        ("[https://a.cn](https://b.cn)", '<p><a rel="external noopener" href="https://b.cn">https://a.cn</a></p>'),
        ("`https://a.cn`", "<p><code>https://a.cn</code></p>"),
        ("https://。x://a.cn", "<p>https://。x://a.cn</p>"),
    ],
)
def test_the_address_of_a_website_is_a_link_by_itself(body: str, html: str) -> None:
    link = r'<a rel="external noopener" href="\1">\1</a>'
    assert render(body) == re.sub(r"\{([^}]*)\}", link, html)


def test_tables_scroll_and_keep_their_sides() -> None:
    html = render("| 年 | 数 |\n| :- | -: |\n| 2014 | 1 |")
    assert html.startswith('<div class="scroll" tabindex="0"><table>')
    assert html.endswith("</table></div>")
    assert '<th align="left">年</th>' in html
    assert '<td align="right">1</td>' in html


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("大厅\n窗口", "<p>大厅窗口</p>"),
        ("大厅，\n窗口", "<p>大厅，窗口</p>"),
        ("大厅 \n  窗口", "<p>大厅窗口</p>"),
        ("大厅  \n窗口", "<p>大厅<br>窗口</p>"),
        ("service\nbrand", "<p>service\nbrand</p>"),
        ("大厅\nbrand", "<p>大厅\nbrand</p>"),
        ("「大厅」\n「窗口」", "<p>「大厅」「窗口」</p>"),
        ("大厅\n\n窗口", "<p>大厅</p><p>窗口</p>"),
    ],
)
def test_a_line_break_between_han_is_no_blank(body: str, html: str) -> None:
    assert render(body) == html


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("[浙](brand:zheliban)", '<p><a href="../zheliban/">浙</a></p>'),
        ('[浙](brand:zheliban "题")', '<p><a href="../zheliban/" title="题">浙</a></p>'),
        ("[线](brand:12345-zhengwu)", '<p><a href="../12345-zhengwu/">线</a></p>'),
        ('<a title="题" href="brand:zheliban">浙</a>', '<p><a title="题" href="../zheliban/">浙</a></p>'),
        ("[浙](BRAND:zheliban)", '<p><a href="../zheliban/">浙</a></p>'),
        ("[无](brand:nope)", "<p>无</p>"),
        ('[无](brand:nope "a > b")和[浙](brand:zheliban)', '<p>无和<a href="../zheliban/">浙</a></p>'),
        ("[**无** `码`](brand:nope)", "<p><strong>无</strong> <code>码</code></p>"),
        ("# [无](brand:nope)", '<h3 id="story-无">无</h3>'),
        ("<a>无</a>", "<p>无</p>"),
        ("[无](brand:)", "<p>无</p>"),
        ("[无](brand:../../x)", "<p>无</p>"),
        ('`<a href="brand:zheliban">`', '<p><code>&lt;a href="brand:zheliban"&gt;</code></p>'),
        ("[外](https://a.cn/)", '<p><a rel="external noopener" href="https://a.cn/">外</a></p>'),
        ("[信](mailto:a@b.cn)", '<p><a href="mailto:a@b.cn">信</a></p>'),
        ("[话](tel:12345)", '<p><a href="tel:12345">话</a></p>'),
        ("<https://a.cn/>", '<p><a rel="external noopener" href="https://a.cn/">https://a.cn/</a></p>'),
        (
            '<a title="外" href="https://a.cn/">文</a>',
            '<p><a rel="external noopener" title="外" href="https://a.cn/">文</a></p>',
        ),
        ("[浙][甲]\n\n[甲]: brand:zheliban", '<p><a href="../zheliban/">浙</a></p>'),
        ("[无][甲]\n\n[甲]: brand:nope", "<p>无</p>"),
        ("[浙](&#98;rand:zheliban)", "<p>浙</p>"),
        ("[浙](bRand:zheliban)", "<p>浙</p>"),
        ("[节](#起因)\n\n# 起因", '<p><a href="#story-起因">节</a></p><h3 id="story-起因">起因</h3>'),
        (
            "[节](#%E4%B8%80%E3%80%81A)\n\n# 一、`A`",
            '<p><a href="#story-一-a">节</a></p><h3 id="story-一-a">一、<code>A</code></h3>',
        ),
        (
            "[节](#起因-1)\n# 起因\n# 起因",
            '<p><a href="#story-起因-1">节</a></p><h3 id="story-起因">起因</h3><h3 id="story-起因-1">起因</h3>',
        ),
        ("[节](#无)\n\n# 起因", '<p><a href="#无">节</a></p><h3 id="story-起因">起因</h3>'),
        ("[节](#service)", '<p><a href="#service">节</a></p>'),
        ("[站](../../areas/)", '<p><a href="../../areas/">站</a></p>'),
        ("[外](//a.cn/)", "<p>外</p>"),
        (r"[外](/\a.cn/)", "<p>外</p>"),
        (r"[外](\\a.cn/)", "<p>外</p>"),
        ("[外](/%5Ca.cn/)", "<p>外</p>"),
        ("[上](../../../x)", "<p>上</p>"),
        ("[上](..%2f..%2f../x)", "<p>上</p>"),
        ("[件](ftp://a.cn/)", "<p>件</p>"),
    ],
)
def test_links(body: str, html: str) -> None:
    assert render(body) == html


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("![厅](known.jpg)", "<figure>known.jpg|厅|</figure>"),
        ('![厅](known.jpg "题")', "<figure>known.jpg|厅|题</figure>"),
        ('![a > "b" & c](known.jpg "<i>")', '<figure>known.jpg|a > "b" & c|<i></figure>'),
        ("![厅](大厅.jpg)", "<figure>大厅.jpg|厅|</figure>"),
        ("![厅](%E5%A4%A7%E5%8E%85.jpg)", "<figure>大厅.jpg|厅|</figure>"),
        ("![无](unknown.jpg)", ""),
        ("![无](https://a.cn/known.jpg)", ""),
        ("![无](data:image/png;base64,xx)", ""),
        ("前![厅](known.jpg)后", "<p>前后</p>\n<figure>known.jpg|厅|</figure>"),
        ("**![厅](known.jpg)**", "<figure>known.jpg|厅|</figure>"),
        ("# 前![厅](known.jpg)", '<h3 id="story-前">前</h3>\n<figure>known.jpg|厅|</figure>'),
        ("![甲](known.a)\n![乙](known.b)", "<figure>known.a|甲|</figure>\n<figure>known.b|乙|</figure>"),
        (
            "[![厅](known.jpg)](https://a.cn/)",
            '<a rel="external noopener" href="https://a.cn/"><figure>known.jpg|厅|</figure></a>',
        ),
        ("- ![厅](known.jpg)", "<ul><li><figure>known.jpg|厅|</figure></li></ul>"),
        ("前![无](unknown.jpg)后", "<p>前后</p>"),
        ("![厅][图]\n\n[图]: known.jpg", "<figure>known.jpg|厅|</figure>"),
    ],
)
def test_pictures(body: str, html: str) -> None:
    assert render(body) == html


def test_a_picture_is_shown_once() -> None:
    html = RENDERER.render(
        "甲![厅](a.png)乙\n\n- ![厅](a.png)", lambda src, *_: f'<figure><img src="{src}"></figure>', ()
    )
    assert html.count("<figure>") == html.count("<img") == 2


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        "<style>p{color:red}</style>",
        '<iframe src="https://a.cn/"></iframe>',
        '<object data="x.swf"></object>',
        '<svg onload="alert(1)"><script>alert(1)</script></svg>',
        '<form action="https://a.cn/"><input name="x"></form>',
        '<p style="position:fixed" class="flag" id="main" onclick="alert(1)">文</p>',
        '<img src="known.jpg" onerror="alert(1)" alt="">',
        '<a href="https://a.cn/" target="_top" onmouseover="alert(1)">文</a>',
        "[文](javascript:alert(1))",
        "[文](JaVaScRiPt:alert(1))",
        '<a href="&#106;avascript:alert(1)">文</a>',
        "[文](data:text/html,<b>x</b>)",
        "[文](vbscript:x)",
        "<!-- note --><!--slot:main-->",
        '<base href="https://a.cn/"><meta http-equiv="refresh" content="0">',
    ],
)
def test_what_could_do_harm_is_gone(body: str) -> None:
    html = render(f"前\n\n{body}\n\n后")
    harmful = ("<script", "<style", "<iframe", "<object", "<svg", "<form", "<input", "<base", "<meta", "<!--")
    harmful += ("style=", "class=", "id=", " on", "target=", "script:", "data:", "alert(1)</", "color:red")
    assert [sign for sign in harmful if sign in html.lower()] == []
    assert html.startswith("<p>前</p>")


@pytest.mark.parametrize("body", ["1. " * 2000, "- " * 2000, "> " * 2000, "*" * 3000, "<div>" * 2000, "`" * 3001])
def test_nothing_is_too_deep(body: str) -> None:
    assert isinstance(RENDERER.render(body, show, ()), Markup)


@pytest.mark.parametrize("body", ["[a]: https://a.cn/\n\n[a]", "- " * 2000])
def test_one_story_leaves_no_trace_in_the_next(body: str) -> None:
    render(body)
    assert render("[a]") == "<p>[a]</p>"


@pytest.mark.parametrize(
    "body",
    [
        "[" * 20_000,
        "<a " * 1_000,
        "> " * 13 + "甲",
        "- " * 13 + "甲",
        "甲\n" * 2_001,
        "a|" * 22 + "\n" + "-|" * 22,
        "甲" * 500_001,
    ],
    ids=["brackets", "tags", "quotations", "lists", "lines", "columns", "length"],
)
def test_a_story_beyond_its_limits_is_shown_as_it_is_written(body: str) -> None:
    assert render(body) == f"<pre>{html.escape(body, quote=False)}</pre>"


LINES = st.sampled_from(
    [
        *(
            "服务群众",
            "一**二**三",
            "一*二",
            "a_b_c",
            "`码`",
            "\\*",
            "[链](https://a.cn)",
            "![图](known.jpg)",
            "<b>",
            "& <",
        ),
        *(
            "# 题",
            "- 项",
            "1. 项",
            "> 引",
            "| 甲 | 乙 |",
            "| --- | --- |",
            "    码",
            "甲  ",
            "",
            "---",
            "<div>",
            "&amp;",
        ),
        *("[a]: b", "[a]"),
    ]
)


@settings(max_examples=150)
@given(st.lists(LINES, max_size=12).map("\n".join))
def test_sparing_texts_without_marks_changes_nothing(body: str) -> None:
    stock = markdown.Markdown(extensions=["tables", "sane_lists"], output_format="html")
    # But for the line breaks that stock Markdown puts between elements.
    ours, theirs = (re.sub(r"\s*(<[^>]*>)\s*", r"\1", each.convert(body)) for each in (open_markdown(), stock))
    assert ours == theirs

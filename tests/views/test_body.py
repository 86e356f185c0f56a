"""The story of a brand: Markdown to clean HTML."""

import pytest
from markupsafe import Markup

from showcase.views.body import BodyRenderer

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
        pytest.param("3. 三\n4. 四", '<ol start="3">\n<li>三</li>\n<li>四</li>\n</ol>', id="list from three"),
        pytest.param("a < b & c", "<p>a &lt; b &amp; c</p>", id="signs"),
        pytest.param("# 一", "<h3>一</h3>", id="h1 becomes h3"),
        pytest.param("## 一", "<h3>一</h3>", id="h2 becomes h3"),
        pytest.param("### 一", "<h4>一</h4>", id="h3 becomes h4"),
        pytest.param("###### 一", "<h6>一</h6>", id="h6 stays"),
        pytest.param('<h1 id="main">一</h1>', "<h3>一</h3>", id="no id of its own"),
    ],
)
def test_text(body: str, html: str) -> None:
    assert render(body) == html


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
        ("大厅  \n窗口", "<p>大厅<br>\n窗口</p>"),
        ("service\nbrand", "<p>service\nbrand</p>"),
        ("大厅\nbrand", "<p>大厅\nbrand</p>"),
        ("「大厅」\n「窗口」", "<p>「大厅」「窗口」</p>"),
        ("大厅\n\n窗口", "<p>大厅</p>\n<p>窗口</p>"),
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
        ("[无](brand:nope)", "<p><a>无</a></p>"),
        ("[无](brand:)", "<p><a>无</a></p>"),
        ("[无](brand:../../x)", "<p><a>无</a></p>"),
        ('`<a href="brand:zheliban">`', '<p><code>&lt;a href="brand:zheliban"&gt;</code></p>'),
        ("[外](https://a.cn/)", '<p><a rel="external noopener" href="https://a.cn/">外</a></p>'),
        ("[信](mailto:a@b.cn)", '<p><a href="mailto:a@b.cn">信</a></p>'),
        ("[话](tel:12345)", '<p><a href="tel:12345">话</a></p>'),
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
        ("前![厅](known.jpg)后", "<p>前<figure>known.jpg|厅|</figure>后</p>"),
    ],
)
def test_pictures(body: str, html: str) -> None:
    assert render(body) == html


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


def test_a_story_of_brackets_does_not_hold_the_build() -> None:
    assert render("[" * 20_000) == f"<pre>{'[' * 20_000}</pre>"

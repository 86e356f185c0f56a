from types import SimpleNamespace
from typing import Any

import pytest

from showcase.frame.page_words import is_searched, read_words


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<h1>标题</h1><p>一句<strong>要紧</strong>话。</p>", "标题 一句要紧话。"),
        ("<table><tr><td>甲</td><td>乙</td></tr></table>", "甲 乙"),
        ("<p>看不见</p><script>let a = '<p>';</script><style>p{}</style><!-- 注 -->", "看不见"),
        ("<p>A &amp; B &lt; C</p>", "A & B < C"),
        ("1 < 2 与 3 > 2", "1 < 2 与 3 > 2"),
    ],
)
def test_the_words_of_a_page(html: str, words: str) -> None:
    assert read_words(html) == words


@pytest.mark.parametrize(
    ("page", "searched"),
    [
        ({"meta": {}}, True),
        ({"meta": {"search": {"exclude": False}}}, True),
        ({"meta": {"search": {"exclude": True}}}, False),
        ({"meta": {"search": "exclude"}}, True),
        ({"meta": {}, "posts": []}, False),
    ],
)
def test_which_pages_are_searched(page: Any, searched: bool) -> None:
    assert is_searched(SimpleNamespace(**page)) is searched  # type: ignore[arg-type]

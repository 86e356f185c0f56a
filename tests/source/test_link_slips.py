"""Links to websites in signs that make no link, as an input method gives them."""

from __future__ import annotations

import pytest

from showcase.source.link_slips import find_link_slips, find_picture_slips, find_wordless_links

RIGHT = "[官网](https://a.cn/b?c=1)"


@pytest.mark.parametrize(
    "written",
    [
        "[官网]（https://a.cn/b?c=1）",
        "[官网](https://a.cn/b?c=1）",
        "[官网]（https://a.cn/b?c=1)",
        "[官网] （https：//a.cn/b?c=1）",
        "【官网】(https://a.cn/b?c=1)",
        "【官网】（HTTPS://a.cn/b?c=1 ）",
        "［官网］（ https://a.cn/b?c=1）",
        "[官网] (https://a.cn/b?c=1)",
    ],
)
def test_a_slip_is_told_with_what_to_write(written: str) -> None:
    body = f"先看{written}，再看别的（见下）。"
    (slip,) = find_link_slips(body)
    assert (slip.text, slip.suggestion) == (written, RIGHT)
    assert body[slip.offset :].startswith(written)


@pytest.mark.parametrize(
    "body",
    [
        "[官网](https://a.cn/b)（见下）",
        "网址（https://a.cn/b）",
        "【通知】办理时间（详见 https://a.cn/b）",
        "写法是`[官网]（https://a.cn）`（见下）",
        "[官网](https://a.cn/b) 【附件】",
        "[1] (https://a.cn/b)（见下）",
        "[x] (https://a.cn/b)",
        "`[官网] (https://a.cn/b)`",
        "[浙里办]（brand:zheliban）",
    ],
)
def test_what_is_a_link_or_is_meant_as_text_is_left_alone(body: str) -> None:
    assert list(find_link_slips(body)) == []


@pytest.mark.parametrize(
    ("written", "suggestion"),
    [
        ("[](https://a.gov.cn/b)", "[a.gov.cn](https://a.gov.cn/b)"),
        ("[ ](brand:zheliban)", ""),
        ("[](../../areas/)", ""),
    ],
)
def test_a_link_without_words_is_told(written: str, suggestion: str) -> None:
    (slip,) = find_wordless_links(f"先看{written}。")
    assert (slip.offset, slip.text, slip.suggestion) == (2, written, suggestion)


@pytest.mark.parametrize(
    "body", ["![](hall.jpg)", "[![](hall.jpg)](https://a.cn)", "[]()", "`[](a)`", r"\[](a)", "[甲](a)"]
)
def test_what_has_words_or_is_no_link_is_not_told_so(body: str) -> None:
    assert list(find_wordless_links(body)) == []


@pytest.mark.parametrize(
    "written",
    [
        "![大厅]（hall.jpg）",
        "![大厅](hall.jpg）",
        "!【大厅】(hall.jpg)",
        "![大厅] （ hall.jpg ）",
        "![大厅] (hall.jpg)",
    ],
)
def test_a_picture_in_wrong_brackets_is_told_with_what_to_write(written: str) -> None:
    body = f"先看{written}，再看（见下）。"
    (slip,) = find_picture_slips(body)
    assert slip.suggestion == "![大厅](hall.jpg)"
    assert body[slip.offset :].startswith(slip.text)


@pytest.mark.parametrize(
    "body",
    [
        "![大厅](hall.jpg)（见下）",
        "好![一]（见下）",
        "`![大厅]（hall.jpg）`（见）",
        "附件（hall.jpg）",
        "![大厅](hall.jpg)",
    ],
)
def test_what_is_a_picture_or_none_is_left_alone(body: str) -> None:
    assert list(find_picture_slips(body)) == []

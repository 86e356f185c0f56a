"""Reading aloud: what is remembered of a word is what pypinyin says of it anew."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import lazy_pinyin

from showcase.catalogue.aloud import RememberingConverter, read_text

HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)
TEXTS = st.text(HAN | st.sampled_from("重庆长辈行银行乐音乐12345 Ａa·，ü"), max_size=12)


@pytest.mark.parametrize(
    ("text", "syllables"),
    [
        ("重庆重点", ["chong", "qing", "zhong", "dian"]),
        ("银行行长", ["yin", "hang", "hang", "zhang"]),
        ("长江 12345", ["chang", "jiang", " 12345"]),
        ("绿色", ["lv", "se"]),
        ("", []),
    ],
)
def test_a_word_is_read_as_its_neighbours_tell(text: str, syllables: list[str]) -> None:
    assert [read_text(text), read_text(text)] == [syllables, syllables]


@given(TEXTS)
def test_what_is_remembered_is_what_the_dictionary_says(text: str) -> None:
    assert read_text(text) == lazy_pinyin(text) == read_text(text)


def test_a_word_is_looked_up_once() -> None:
    read_text("市政务服务局")
    before = RememberingConverter.convert.cache_info()
    read_text("县政务服务局")
    after = RememberingConverter.convert.cache_info()
    assert (after.hits - before.hits, after.misses - before.misses) >= (3, 0)
    assert after.misses - before.misses <= 1

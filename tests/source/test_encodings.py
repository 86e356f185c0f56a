"""UTF-8 is taken with any mark and line ending; every other encoding is named."""

from __future__ import annotations

import codecs

import pytest

from showcase.source.source_text import decode_text
from showcase.source.unreadable_error import UnreadableError

TEXT = "---\nname: 浙里办\nslogan: 掌上办事，一站直达\nsummary: 一个入口汇集全省政务服务。\n---\n故事\n"
PLAIN = "---\nname: brand\nagency: office\n---\nstory of a brand\n"


@pytest.mark.parametrize("text", [TEXT, PLAIN, "", "\n"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_utf8_is_taken(text: str, ending: str, mark: bytes) -> None:
    assert decode_text(mark + text.replace("\n", ending).encode(), "x.md").text == text


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        *((codec, "GBK (GB18030)") for codec in ("gbk", "gb18030", "gb2312")),
        ("big5", "Big5"),
        *((codec, "UTF-16") for codec in ("utf-16", "utf-16-le", "utf-16-be")),
        *((codec, "UTF-32") for codec in ("utf-32", "utf-32-le", "utf-32-be")),
    ],
)
@pytest.mark.parametrize("text", [TEXT, PLAIN, TEXT[:14]])
def test_another_encoding_is_named(codec: str, name: str, text: str) -> None:
    data = text.encode(codec, "ignore")
    if data.isascii() and 0 not in data:
        assert decode_text(data, "x.md").text == text, "what is plain is the same in every encoding"
        return
    with pytest.raises(UnreadableError) as error:
        decode_text(data, "x.md")
    (fault,) = error.value.faults
    assert (fault.code, fault.details["encoding"]) == ("wrong-encoding", name)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (TEXT.encode()[:-2], "broken-bytes"),
        (TEXT.encode() + "旧的一段话".encode("gbk"), "broken-bytes"),
        (b"---\nname: \xed\xa0\x80\n", "broken-bytes"),
        (b"---\nname: caf\xe9\n", "broken-bytes"),
        (b"PK\x03\x04" + bytes(range(256)), "not-a-text-file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "not-a-text-file"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "not-a-text-file"),
        (b"{\\rtf1\\ansi}", "not-a-text-file"),
        (b"\x89PNG\r\n\x1a\n", "not-a-text-file"),
        (b"\xff\xd8\xff\xe0", "not-a-text-file"),
    ],
)
def test_what_is_no_text_or_was_damaged(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableError) as error:
        decode_text(data, "x.md")
    assert [fault.code for fault in error.value.faults] == [code]

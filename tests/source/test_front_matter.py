from __future__ import annotations

from pathlib import Path

import pytest

from showcase.model.faults import Fault
from showcase.source.front_matter import Page, read_page
from showcase.source.unreadable_error import UnreadableError

TEXT = "---\nname: 浙里办\nslogan: 掌上办事，一站直达\n---\n\n第一段。\n\n第二段。\n"


def read(data: bytes, folder: Path) -> Page:
    path = folder / "index.md"
    path.write_bytes(data)
    return read_page(str(path), "brands/x/index.md")


def refuse(data: bytes, folder: Path) -> Fault:
    with pytest.raises(UnreadableError) as refusal:
        read(data, folder)
    (fault,) = refusal.value.faults
    return fault


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        TEXT.replace("---\n", "--- \t\n").encode(),
        TEXT.removesuffix("\n").encode(),
    ],
    ids=["plain", "bom", "crlf", "cr", "blanks after fences", "no last line end"],
)
def test_files_as_editors_save_them(data: bytes, tmp_path: Path) -> None:
    page = read(data, tmp_path)
    assert page.front_matter == "name: 浙里办\nslogan: 掌上办事，一站直达\n"
    assert page.body == "第一段。\n\n第二段。"
    assert page.body_line == 6
    place = page.place_in_body(page.body.index("第二"))
    assert (place.line, place.column, place.source) == (8, 1, "第二段。")


def test_a_file_may_end_with_its_front_matter(tmp_path: Path) -> None:
    assert read(b"---\nname: x\n---", tmp_path).body == ""


@pytest.mark.parametrize(
    ("data", "code", "line", "column"),
    [
        (b"", "empty-file", 1, 1),
        (b"\n \n", "empty-file", 1, 1),
        ("浙里办\n".encode(), "no-front-matter", 1, 1),
        (b"name: x\n", "no-front-matter", 1, 1),
        (b"\n---\nname: x\n---\n", "text-before-front-matter", 1, 1),
        ("——\nname: x\n---\n".encode(), "bad-fence", 1, 1),
        ("－－－\nname: x\n---\n".encode(), "bad-fence", 1, 1),
        (b"----\nname: x\n---\n", "bad-fence", 1, 1),
        (b" ---\nname: x\n---\n", "bad-fence", 1, 1),
        (b"---\nname: x\n", "unclosed-front-matter", 1, 1),
        ("---\nname: x\n——\n".encode(), "bad-fence", 3, 1),
        (b"---\nname: x\n ---\n", "bad-fence", 3, 1),
        (b"---\n" + b"a" * 130_000 + b"\n---\n", "front-matter-too-long", 1, 1),
        (b"---\nname: x\n---\n" + b"a" * 1_000_001, "file-too-large", 1, 1),
        (TEXT.encode().replace("办".encode(), b"\xe5\x8a"), "broken-bytes", 2, 9),
        (TEXT.encode() + b"\xff", "broken-bytes", 9, 1),
    ],
)
def test_files_that_cannot_be_taken_apart(data: bytes, code: str, line: int, column: int, tmp_path: Path) -> None:
    fault = refuse(data, tmp_path)
    assert (fault.code, fault.place.line, fault.place.column) == (code, line, column)


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("gbk", "GBK (GB18030)"),
        ("gb18030", "GBK (GB18030)"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
    ],
)
def test_other_encodings_are_named(codec: str, name: str, tmp_path: Path) -> None:
    fault = refuse(TEXT.encode(codec), tmp_path)
    assert (fault.code, fault.details["encoding"]) == ("wrong-encoding", name)

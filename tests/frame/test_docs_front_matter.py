"""Front matter of hand-written pages that MkDocs would publish as text."""

from pathlib import Path

import pytest
from mkdocs.structure.files import File

from showcase.frame.front_matter import iterate_front_matter_faults


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", None),
        ("# 一\n", None),
        ("---\ntitle: 一\n---\n# 一\n", None),
        ("---\ntitle: 一\r\n---\r\n# 一\n", None),
        ("---\n只是文字\n---\n", None),
        ("---\n", None),
        ("一\n---\ntitle: [\n---\n", None),
        ("---\ntitle: [一\n---\n", "2:8"),
        ("---\ntitle: 一\n description: 二\n---\n", "3:2"),
        ("---\n\ttitle: 一\n---\n", "2:1"),
        ("---\ntitle: 一: 二\n---\n", "2:9"),
        ("---\ndate: 2026-13-45\n---\n", "2:7"),
        ("---\ntitle: !secret 一\n---\n", "2:8"),
        ("---\ntitle: \x01\n---\n", "2:1"),
        ("---\n? [a]\n: b\n---\n", "2:3"),
        ("---\n说明：只是文字\n---\n", None),
        ("---\ntitle: 一\nnote: 二\n  hint：三\n---\n", None),
    ],
)
def test_place_of_the_fault(tmp_path: Path, text: str, place: str | None) -> None:
    (tmp_path / "page.md").write_text(text, encoding="utf-8", newline="")
    file = File("page.md", str(tmp_path), str(tmp_path / "site"), use_directory_urls=True)
    faults = list(iterate_front_matter_faults([file]))
    assert [fault.partition(": ")[0] for fault in faults] == ([f"page.md:{place}"] if place else [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title：一\ndescription: 二", ["2:6: 键后面是全角冒号；改为：title: 一 / A full-width colon stands"]),
        ("title: 一\n标题：二", ["3:3: 键后面是全角冒号；改为：标题: 二 / "]),
        ("title：一\ndescription：二\nhide: a", ["2:6: ", "3:12: "]),
        ("title：一", ["2:6: 键后面是全角冒号；"]),
        ("title:一", ["2:6: 冒号后面少了空格；改为：title: 一 / The blank after the colon is missing; Write: "]),
        ("title: 一\n备注：二", ["3:1: 这一行不是字段；"]),
        ('title: "一', ["2:8: 引号没有成对；"]),
        ("title: 一\nhide: [a]\ntitle: 二", ["4:1: 键 title 重复了，第一次在第 2 行；只留一个"]),
        ("search:\n  exclude: true\n  boost: 1\n  exclude: false\ntitle: 一", ["5:3: 键 exclude "]),
    ],
)
def test_slips_are_told_as_those_of_a_brand(tmp_path: Path, text: str, told: list[str]) -> None:
    (tmp_path / "page.md").write_text(f"---\n{text}\n---\n\n# 一\n", encoding="utf-8", newline="")
    file = File("page.md", str(tmp_path), str(tmp_path / "site"), use_directory_urls=True)
    lines = list(iterate_front_matter_faults([file]))
    assert len(lines) == len(told)
    for line, start in zip(lines, told, strict=True):
        assert line.startswith(f"page.md:{start}")


def test_every_page_is_told_of(tmp_path: Path) -> None:
    texts = {"a.md": "---\nx: [\n---\n", "b.md": "# 二\n", "c.md": "---\n'\n---\n"}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    files = [File(name, str(tmp_path), str(tmp_path / "site"), use_directory_urls=True) for name in texts]
    assert [fault[:4] for fault in iterate_front_matter_faults(files)] == ["a.md", "c.md"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"---\nx: \xff\n---\n", "page.md:2:4: "),
        ("关于本站和服务品牌".encode("gbk"), "page.md:1:1: "),
        ("关于本站".encode("utf-16"), "page.md:1:1: "),
    ],
)
def test_what_is_no_utf8_is_told(tmp_path: Path, content: bytes, told: str) -> None:
    (tmp_path / "page.md").write_bytes(content)
    file = File("page.md", str(tmp_path), str(tmp_path / "site"), use_directory_urls=True)
    assert [fault[: len(told)] for fault in iterate_front_matter_faults([file])] == [told]

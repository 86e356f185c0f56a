"""No file, whatever is in it, gives a traceback."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from showcase.language import load_translations
from showcase.model.fault_texts import render_fault
from showcase.source.brand_file import BrandFile
from showcase.source.brand_reading import read_brand_file
from showcase.source.catalogue_file import read_catalogue_file
from showcase.source.picture_error import PictureError
from showcase.source.svg_images import measure_svg

FRONT = "name: 浙里办\nagency: a\ncategory: b\nslogan: 掌上办事\nsummary: 短\n"
PIECES = st.sampled_from(
    [
        *(
            "name",
            "service",
            "tags",
            "identity",
            "color",
            "logo",
            "phases",
            "results",
            "value",
            "甲",
            "：",
            ": ",
            ":",
            "\n",
        ),
        *(
            "\n  ",
            "\n- ",
            "\t",
            "[",
            "]",
            "{",
            "}",
            ",",
            "，",
            "&a",
            "*a",
            "!!set",
            "!",
            "|",
            ">",
            '"',
            "'",
            "\\x",
            "%",
            "@",
        ),
        *(
            "---\n",
            "...\n",
            "<<",
            "? ",
            "#",
            " #fff",
            "no",
            "0571",
            "2024-13-45",
            "1e999",
            "\x00",
            "\u2028",
            "<b>",
            "![",
            "`",
        ),
        *(
            "😀",
            "\ud7ff",
            "\r",
            "\\ud800",
            '"\\ud800"',
            "9" * 50,
            "logo.svg",
            "index.md",
            "/",
            "..",
            "brand:x",
            "](",
            ")",
        ),
    ]
)
SNIPPETS = st.lists(PIECES, max_size=40).map("".join)
relaxed = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def read_all(data: bytes, folder: Path) -> None:
    (folder / "x").mkdir(exist_ok=True)
    path = folder / "x" / "index.md"
    path.write_bytes(data)
    reading = read_brand_file(BrandFile(str(path), "x/index.md", "x", "x/index.md", has_folder=True))
    lines = data.count(b"\n") + data.count(b"\r") + 1
    for fault in reading.faults:
        assert fault.place.column >= 1
        assert 1 <= fault.place.line <= lines
        for locale in ("zh-Hans", "en"):
            assert render_fault(fault, load_translations("cli", locale)).message
    assert reading.brand is not None or reading.faults


@relaxed
@given(st.binary(max_size=200))
@example(b"\xff\xfe---")
@example(b"---\n---\n")
def test_bytes(tmp_path: Path, data: bytes) -> None:
    read_all(data, tmp_path)


@relaxed
@given(st.binary(max_size=120))
def test_bytes_as_front_matter(tmp_path: Path, data: bytes) -> None:
    read_all(b"---\n" + data + b"\n---\n", tmp_path)


@relaxed
@given(SNIPPETS, SNIPPETS)
@example('identity: "\\ud800"', "")
@example('a: "\\uDFFF"', "")
def test_snippets(tmp_path: Path, snippet: str, story: str) -> None:
    read_all(f"---\n{FRONT}{snippet}\n---\n{story}".encode(), tmp_path)


@relaxed
@given(SNIPPETS)
def test_vocabularies(tmp_path: Path, snippet: str) -> None:
    path = tmp_path / "_catalogue.yml"
    path.write_text(f"agencies:\n  a: {snippet}\n", encoding="utf-8", newline="")
    reading = read_catalogue_file(path, "_catalogue.yml")
    assert reading.vocabulary is not None or reading.faults


@given(
    st.lists(st.sampled_from(["<svg", " viewBox='0 0 9 9'", ">", "</svg>", "<a", "/>", "&x;", "<!", "\xa0", "<?x?>"]))
)
def test_drawings(pieces: list[str]) -> None:
    with suppress(PictureError):
        assert min(measure_svg("".join(pieces).encode())) > 0


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 30_000, "- " * 60_000, "a: " + "x" * 120_000, " " * 100_000])
def test_large_nonsense_is_quick(text: str, tmp_path: Path) -> None:
    read_all(f"---\n{text}\n---\n".encode(), tmp_path)

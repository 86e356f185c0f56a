"""A quotation mark that is not closed, and runs on to another one below without YAML finding anything wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from source.starter_draft import DRAFT

from showcase.model.fault_texts import has_errors
from showcase.source.brand_file import BrandFile
from showcase.source.brand_reading import read_brand_file


def list_errors(text: str, folder: Path) -> list[tuple[str, int, int]]:
    path = folder / "s.md"
    path.write_text(text, encoding="utf-8")
    faults = read_brand_file(BrandFile(str(path), "s.md", "s", "s.md", has_folder=False)).faults
    return [(fault.code, fault.place.line, fault.place.column) for fault in faults if has_errors([fault])]


def take_mark_off(key: str, mark: str) -> tuple[str, int, int]:
    """The draft with a field quoted at its beginning alone, and where that mark stands."""
    text, count = re.subn(rf"^{key}: [\"']?([^\"'\n]*)[\"']?$", rf"{key}: {mark}\1", DRAFT, flags=re.MULTILINE)
    assert count == 1
    line = next(number for number, line in enumerate(text.split("\n"), 1) if line.startswith(f"{key}: "))
    return text, line, len(key) + 3


@pytest.mark.parametrize("key", ["name", "slogan", "summary", "agency"])
def test_the_mark_is_told_where_it_stands_and_nothing_that_comes_of_it(key: str, tmp_path: Path) -> None:
    text, line, column = take_mark_off(key, '"')
    assert list_errors(text, tmp_path) == [("unclosed-quote", line, column)]


def test_what_is_wrong_above_is_told_as_well(tmp_path: Path) -> None:
    text, line, column = take_mark_off("summary", '"')
    text = text.replace("说到做到，件件有着落", "说" * 30)
    errors = list_errors(text, tmp_path)
    assert ("unclosed-quote", line, column) in errors
    assert "too-long" in [code for code, *_ in errors]


@pytest.mark.parametrize(
    "value",
    [
        pytest.param('"说到做到，\n  件件有着落"', id="goes on, indented"),
        pytest.param('"说到做到，\n  # 件件有着落"', id="goes on with a number sign, indented"),
        pytest.param('|\n  甲: "说到做到\n  件件有着落', id="a block that holds a mark"),
    ],
)
def test_a_text_of_several_lines_is_none(value: str, tmp_path: Path) -> None:
    text = re.sub("^slogan: .*$", f"slogan: {value}", DRAFT, flags=re.MULTILINE) + "\n[某办](brand:Nope)\n"
    assert "unclosed-quote" not in [code for code, *_ in list_errors(text, tmp_path)]

"""Words in the reader's language: what their catalogues were compiled to is kept while they are as they were."""

import os
import sys
from pathlib import Path

import pytest

from showcase import language

PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Brand"\nmsgstr "{}"\n'


@pytest.fixture
def catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(language, "_FOLDER", tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    path = tmp_path / "zh_Hans/LC_MESSAGES/site.po"
    path.parent.mkdir(parents=True)
    path.write_text(PO.format("品牌"), "utf-8")
    return path


def translate(word: str = "Brand", locale: str = "zh-Hans") -> str:
    language.load_translations.cache_clear()
    try:
        return language.load_translations("site", locale).gettext(word)
    finally:
        language.load_translations.cache_clear()


def find_kept(catalogue: Path) -> list[str]:
    return [path.name for path in catalogue.parent.glob("__pycache__/*")]


def test_a_catalogue_is_compiled_once(catalogue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert translate() == "品牌"
    assert find_kept(catalogue) == ["site.mo"]
    monkeypatch.setattr(language, "_keep", lambda _path: pytest.fail("compiled anew"))
    assert translate() == "品牌"


def test_a_catalogue_that_was_edited_is_compiled_anew(catalogue: Path) -> None:
    translate()
    times = catalogue.stat()
    catalogue.write_text(PO.format("名牌"), "utf-8")
    os.utime(catalogue, ns=(times.st_atime_ns, times.st_mtime_ns))  # As an archive that is unpacked sets it.
    assert translate() == "名牌"


@pytest.mark.parametrize("content", [b"", b"x" * 99])
def test_what_is_kept_is_taken_whole_or_not_at_all(content: bytes, catalogue: Path) -> None:
    translate()
    (catalogue.parent / "__pycache__/site.mo").write_bytes(content)
    assert translate() == "品牌"


def test_nothing_is_kept_where_python_keeps_nothing(catalogue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert translate() == "品牌"
    assert find_kept(catalogue) == []


def test_words_are_told_where_nothing_can_be_kept(catalogue: Path) -> None:
    (catalogue.parent / "__pycache__").touch()
    assert translate() == "品牌"


def test_a_locale_without_a_catalogue_has_the_words_of_the_code(catalogue: Path) -> None:
    assert catalogue.is_file()
    assert translate(locale="en") == "Brand"

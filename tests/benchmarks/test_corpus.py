"""The invented brands: the same on every machine, as large as is said, and right in every point."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from benchmarks.corpus import Corpus, keep_corpus, picture_of, slug_of, write_corpus

COUNT = 120
"""Enough for one brand with a picture."""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return write_corpus(tmp_path_factory.mktemp("corpus") / "brands", COUNT)


def test_the_same_seed_gives_the_same_files(
    corpus: Corpus, tmp_path: Path, read_tree: Callable[[Path], dict[str, bytes]]
) -> None:
    again = write_corpus(tmp_path / "again", COUNT)
    assert read_tree(again.folder) == read_tree(corpus.folder)


def test_another_seed_gives_other_brands_under_the_same_names(
    corpus: Corpus, tmp_path: Path, read_tree: Callable[[Path], dict[str, bytes]]
) -> None:
    ours, others = read_tree(corpus.folder), read_tree(write_corpus(tmp_path / "other", COUNT, seed=1).folder)
    assert ours.keys() == others.keys()
    assert [path for path in ours if ours[path] == others[path]] == ["_catalogue.yml"]


def test_a_brand_does_not_depend_on_how_many_there_are(corpus: Corpus, tmp_path: Path) -> None:
    larger = write_corpus(tmp_path / "larger", COUNT + 5)
    files, others = dict(corpus.iterate_files()), dict(larger.iterate_files())
    story, other = (folder[slug_of(3)].read_text("utf-8").split("---\n")[-1] for folder in (files, others))
    assert story == other


def test_a_brand_holds_eight_kilobytes(corpus: Corpus) -> None:
    assert corpus.text_bytes() / COUNT == pytest.approx(8000, rel=0.05)


def test_every_brand_is_there(corpus: Corpus) -> None:
    assert [slug for slug, file in corpus.iterate_files() if not file.is_file()] == []
    assert len(dict(corpus.iterate_files())) == COUNT


def test_some_brands_have_a_picture_and_the_edited_one_has_not(corpus: Corpus) -> None:
    pictured = [index for index in range(COUNT) if picture_of(index)]
    assert pictured == [100]
    assert corpus.pictures == 1
    assert (corpus.folder / slug_of(100) / "hall.jpg").is_file()
    assert {picture_of(index) for index in range(1000)} == {"hall.jpg", "desk.png", None}


def test_check_finds_no_error(corpus: Corpus, run: Callable[..., Result]) -> None:
    result = run(corpus.folder.parent, "check", "--brands", str(corpus.folder))
    assert result.exit_code == 0, result.output
    assert f"{COUNT} can be published" in result.output


def test_a_kept_corpus_is_not_written_again(tmp_path: Path) -> None:
    first = keep_corpus(tmp_path, 3)
    mark = first.folder / "mark"
    mark.touch()
    assert keep_corpus(tmp_path, 3) == first
    assert mark.is_file()


def test_a_corpus_that_was_not_finished_is_written_anew(tmp_path: Path) -> None:
    unfinished = tmp_path / f"{keep_corpus(tmp_path / 'other', 3).folder.name}.part"
    unfinished.mkdir()
    (unfinished / "brand-000009.md").touch()
    assert not (keep_corpus(tmp_path, 3).folder / "brand-000009.md").exists()

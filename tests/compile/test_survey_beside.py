import multiprocessing
from pathlib import Path

import pytest

from showcase.compile.survey import survey_folder
from showcase.compile.survey_beside import survey_beside

SKIP = frozenset({"stage"})

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


@pytest.fixture(autouse=True)
def forks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever threads other tests have left."""
    monkeypatch.setattr("showcase.compile.survey_beside.can_fork", lambda: True)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("large")
    for number in range(1_000):
        (folder / "brands" / str(number)).mkdir(parents=True)
    for path in ("index.html", "brands/7/index.html", "stage/index.html"):
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(path)
    (folder / "link").symlink_to("index.html")
    return folder


@pytest.mark.parametrize("jobs", [1, 2])
def test_tells_what_lies_in_a_folder(large: Path, jobs: int) -> None:
    here = survey_folder(large, skip=SKIP)
    with survey_beside(large, skip=SKIP, jobs=jobs) as look:
        assert len(multiprocessing.active_children()) == jobs - 1
        found = look.survey
        assert look.survey is found
        assert look.sum == here.sum
    assert (found.files, found.links, sorted(found.folders)) == (here.files, here.links, sorted(here.folders))
    assert not multiprocessing.active_children()


def test_tells_it_too_where_the_process_was_ended(large: Path) -> None:
    with survey_beside(large, skip=SKIP, jobs=2) as look:
        (beside,) = multiprocessing.active_children()
        beside.kill()
        beside.join()
        assert look.survey.files == survey_folder(large, skip=SKIP).files
        assert look.sum == survey_folder(large, skip=SKIP).sum


def test_starts_no_process_for_a_small_folder(tmp_path: Path) -> None:
    (tmp_path / "index.html").touch()
    with survey_beside(tmp_path, skip=SKIP, jobs=2) as look:
        assert not multiprocessing.active_children()
        assert look.survey == survey_folder(tmp_path)


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    with survey_beside(tmp_path / "nowhere", skip=SKIP, jobs=2) as look:
        assert not look.survey.files

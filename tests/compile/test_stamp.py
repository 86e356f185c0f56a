"""The stamp: what a build with nothing to do looks at."""

import sys
import threading
from pathlib import Path

import pytest

from showcase.compile import stamp
from showcase.compile.survey import Survey, survey_folder


@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no process beside")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_the_sum_of_a_site_is_told_by_a_process_beside_or_by_this(
    threads: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: threads)
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/c.html").write_text("c", encoding="utf-8")
    with stamp._sum_beside(tmp_path) as tell_sum:
        assert tell_sum() == survey_folder(tmp_path).sum


@pytest.mark.skipif(sys.platform != "linux", reason="as above")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_site_that_cannot_be_walked_has_no_sum(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> Survey:
        raise PermissionError

    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(stamp, "survey_folder", fail)
    with stamp._sum_beside(tmp_path) as tell_sum:
        assert tell_sum() is None

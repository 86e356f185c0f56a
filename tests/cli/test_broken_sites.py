"""Whole small sites that are broken: each is told in words, and the site that stands is left as it is."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

SITES = Path(__file__).parents[1] / "sites"
CASES = sorted(path.name for path in (SITES / "broken").iterdir())


@pytest.fixture(scope="module")
def published(
    tmp_path_factory: pytest.TempPathFactory, lay_out: Callable[[Path, str], Path], run: Callable[..., Result]
) -> Path:
    """A site that was published before anything broke."""
    project = lay_out(tmp_path_factory.mktemp("before") / "project", "right/minimal")
    assert run(project, "build").exit_code == 0
    return project / "site"


def list_states(site: Path) -> dict[str, tuple[bytes, int]]:
    """Bytes and time of every file, and every folder."""
    return {
        path.relative_to(site).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) if path.is_file() else (b"", 0)
        for path in site.rglob("*")
    }


@pytest.mark.parametrize("case", CASES)
def test_golden_broken_sites(
    case: str,
    published: Path,
    tmp_path: Path,
    lay_out: Callable[[Path, str], Path],
    run: Callable[..., Result],
    hold: Callable[[Path, str], None],
) -> None:
    project = lay_out(tmp_path / "project", f"broken/{case}")
    before = list_states(published)
    result = run(project, "build", "--site", str(published))
    assert list_states(published) == before
    assert result.exit_code in (1, 2)
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    told = result.stderr.replace(f"{project}/", "")
    hold(SITES / "broken" / case / "golden.txt", f"exit code {result.exit_code}\n\n{told}")


@pytest.mark.parametrize("case", ["docs-dead-link", "docs-script", "home-without-frame"])
def test_what_is_wrong_with_pages_is_told_before_what_is_wrong_with_brands(
    case: str, tmp_path: Path, lay_out: Callable[[Path, str], Path], build_in_process: Callable[..., Any]
) -> None:
    """Whether they are built while the brands are read, or before."""
    project = lay_out(tmp_path / "project", f"broken/{case}")
    (project / "brands/haoban.md").write_text("---\nname: 坏\n---\n", encoding="utf-8")
    beside, before = (build_in_process(project, "build", "--jobs", jobs) for jobs in ("2", "1"))
    assert "docs/about.md" in beside.err or "index.md" in beside.err
    assert (beside.code, beside.out, beside.err) == (2, "", before.err)
    assert ("fork" in beside.moments, "fork" in before.moments) == (True, False)

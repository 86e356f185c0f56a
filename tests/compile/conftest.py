from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def base() -> str:
    """The address that the demonstration is built for: below a host's root, as a part of another website is."""
    return "https://www.example.cn/pinpai/"


@pytest.fixture(scope="session")
def demonstration(once: Callable[[str, Callable[[Path], None]], Path], run: Callable[..., Result], base: str) -> Path:
    """The site of the demonstration catalogue, with an address."""

    def fill(project: Path) -> None:
        for folder in ("docs", "hooks"):
            (project / folder).symlink_to(ROOT / folder, target_is_directory=True)
        config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
        assert 'site_url: ""' in config
        (project / "mkdocs.yml").write_text(config.replace('site_url: ""', f"site_url: {base}"), encoding="utf-8")
        result = run(project, "build", "--jobs", "1", "--brands", str(ROOT / "brands"))
        assert result.exit_code == 0, result.stderr

    return once("addressed", fill) / "site"

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from showcase.cli.brands_folder import find_brands


@pytest.mark.parametrize(
    ("config", "folder"),
    [
        (None, "brands"),
        ("site_name: 试用\n", "brands"),
        ("extra:\n  showcase:\n    brands_dir: content  # ours\n", "content"),
        ('extra:\n  showcase:\n    brands_dir: "内容"\n', "内容"),
        ("extra:\n  showcase:\n    # brands_dir: content\n", "brands"),
    ],
)
def test_the_folder_is_the_one_of_the_settings(tmp_path: Path, config: str | None, folder: str) -> None:
    if config is not None:
        (tmp_path / "mkdocs.yml").write_text(config, encoding="utf-8")
    with contextlib.chdir(tmp_path):
        assert find_brands() == Path(folder)

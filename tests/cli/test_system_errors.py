"""What the system refuses, in the reader's words and with what mends it."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from showcase.cli.system_errors import explain_system_error


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (errno.EACCES, "没有读写这里的权限"),
        (errno.EIO, "磁盘"),
        (errno.ENAMETOOLONG, "名称太长"),
        (errno.ELOOP, "链接绕成了圈"),
        (errno.EMFILE, "--jobs"),
        (errno.ESTALE, "网络盘"),
    ],
)
def test_what_the_system_says_is_told_in_chinese(code: int, told: str) -> None:
    assert told in explain_system_error(OSError(code, os.strerror(code), "site/a"), ".cache", "zh-Hans")


@pytest.mark.parametrize(
    ("folder", "told"),
    [("new", "nothing can be made here; name another folder"), ("new/deep", "it is not there, or was taken away")],
)
def test_a_folder_that_cannot_be_made(folder: str, told: str, tmp_path: Path) -> None:
    error = FileNotFoundError(errno.ENOENT, "No such file or directory", str(tmp_path / folder))
    assert explain_system_error(error, ".cache", "en").startswith(f"error: {tmp_path / folder}: {told}")


def test_a_name_that_is_too_long(tmp_path: Path, lay_out: Callable[[Path, str], Path], run: Callable[..., Any]) -> None:
    project = lay_out(tmp_path / "project", "right/minimal")
    for option in ("--site", "--cache", "--brands"):
        result = run(project, "build", option, "x" * 300)
        assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
        assert result.stderr.endswith("the name is too long; name a folder with a shorter one\n")

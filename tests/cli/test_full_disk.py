"""A disk that is full and a file that may not grow: the site stays whole, and the next build mends what is left.

The full disk is simulated: from a counted moment on, nothing can be made (see ``build_server.py``). The limit on the
size of a file is the system's own, and cuts a write in two.
"""

from collections.abc import Callable
from typing import Any

import pytest

from showcase.cli.system_errors import explain_system_error

Build = Callable[..., Any]
Scene = Any  # of conftest.py


@pytest.mark.parametrize(("share", "named"), [(0.0, ""), (0.1, ""), (0.4, "site"), (0.7, "site"), (0.95, "site")])
def test_a_full_disk(scene: Scene, build_in_process: Build, share: float, named: str) -> None:
    refused = build_in_process(scene.restore(), "build", "--jobs", "2", do="fill", at=scene.find("open", share))
    assert (refused.code, refused.out) == (2, ""), refused.err
    assert refused.err.startswith(f"error: {named}")
    assert refused.err.endswith(": the disk is full; free some space and build again\n")
    scene.check_whole()
    scene.check_mended()


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "error: .cache: the disk is full; free some space and build again\n"),
        ("zh", "错误：.cache: 磁盘满了；腾出空间后再建一次\n"),
    ],
)
def test_a_disk_that_is_full_before_anything_is_made(
    scene: Scene, build_in_process: Build, language: str, told: str
) -> None:
    refused = build_in_process(scene.restore(), "build", "--lang", language, "--jobs", "1", do="fill", at=1)
    assert (refused.code, refused.err) == (2, told)
    scene.check_whole()
    scene.check_mended()


@pytest.mark.parametrize(
    ("error", "place"),
    [
        (OSError(28, "full"), "cache"),
        (OSError(28, "full", "site/a"), "site/a"),
        (OSError(28, "full", "library/a", None, "site/a"), "site/a"),
        (FileNotFoundError(2, "No usable temporary directory"), "TMPDIR"),
    ],
)
def test_the_place_is_the_one_that_is_written(error: OSError, place: str) -> None:
    assert explain_system_error(error, "cache", "en").startswith(f"error: {place}: ")


@pytest.mark.parametrize("largest", [0, 1000, 20_000, 100_000])
def test_a_limit_on_the_size_of_files(scene: Scene, build_in_process: Build, largest: int) -> None:
    refused = build_in_process(scene.restore(), "build", largest=largest)
    assert (refused.code, refused.out, "Traceback" in refused.err) == (2, "", False), refused.err
    assert refused.err.startswith("error: ")
    assert refused.err.endswith(("and build again\n", "then build again\n", "or name a folder here\n"))
    scene.check_whole()
    scene.check_mended()

import errno
import re

import pytest

from showcase.language import load_translations
from showcase.model.system_causes import CAUSES, name_cause, tell_cause


@pytest.mark.parametrize("name", CAUSES)
def test_a_cause_is_told_in_both_languages(name: str) -> None:
    assert hasattr(errno, name)
    assert re.search("[一-鿿]", load_translations("cli", "zh-Hans").gettext(CAUSES[name]))


@pytest.mark.parametrize(
    ("error", "name", "told"),
    [
        (OSError(errno.ENOENT, "No such file or directory"), "ENOENT", "it is not there"),
        (PermissionError(errno.EACCES, "Permission denied"), "EACCES", "no right to read or write it"),
        (OSError(errno.EPIPE, "Broken pipe"), "Broken pipe", "Broken pipe"),
        (OSError("cannot"), "cannot", "cannot"),
    ],
)
def test_what_is_unknown_is_told_as_the_system_does(error: OSError, name: str, told: str) -> None:
    assert (name_cause(error), tell_cause(error)) == (name, told)

"""How large a brand may be, where no site is built."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import yaml
from pydantic import ValidationError

from showcase.model.limits import Limits
from showcase.model.setting_faults import iterate_setting_faults

_CONFIG: Final = Path("mkdocs.yml")


class _Loader(yaml.CSafeLoader):
    """Reads plain values, and takes for nothing what only MkDocs understands, such as ``!ENV``."""


_Loader.add_constructor(None, lambda _loader, _node: None)


class LimitsError(Exception):
    """``extra.showcase.limits`` is not right; its text says why, a line a cause."""


def find_limits() -> Limits:
    """The limits that ``mkdocs.yml`` here names, else the usual ones; raises :class:`LimitsError`.

    They are found without MkDocs, see :mod:`showcase.cli.brands_folder`.
    """
    try:
        given: Any = yaml.load(_CONFIG.read_text("utf-8"), _Loader)  # noqa: S506 - the loader is a safe one
    except (OSError, UnicodeError, yaml.YAMLError):
        return Limits()  # The build tells of it.
    for key in ("extra", "showcase", "limits"):
        given = given.get(key) if isinstance(given, dict) else None
    try:
        return Limits.model_validate(given if given is not None else {})
    except ValidationError as error:
        faults = iterate_setting_faults(error, Limits, "mkdocs.yml: extra.showcase.limits")
        raise LimitsError("\n".join(faults)) from None

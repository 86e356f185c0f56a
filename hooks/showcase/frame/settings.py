"""The settings of the showcase, from MkDocs' configuration."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from pydantic import ValidationError

from showcase.model.settings import Settings


class SettingsError(Exception):
    """``extra.showcase`` is not right; its text says why, a line a cause."""


def read_settings(config: MkDocsConfig) -> Settings:
    """``extra.showcase`` of a MkDocs configuration; raises :class:`SettingsError`."""
    given: Any = config.extra.get("showcase")
    try:
        settings = Settings.model_validate(given if given is not None else {})
    except ValidationError as error:
        told = (
            "{}: {}".format(".".join(["extra", "showcase", *map(str, fault["loc"])]), fault["msg"])
            for fault in error.errors()
        )
        raise SettingsError("\n".join(f"mkdocs.yml: {line}" for line in told)) from None
    url = config.site_url or ""
    return settings.model_copy(
        update={"site_name": config.site_name, "site_url": url if not url or url.endswith("/") else f"{url}/"}
    )

"""The settings of the showcase, from MkDocs' configuration."""

from __future__ import annotations

from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from pydantic import ValidationError

from showcase.frame.setting_faults import iterate_setting_faults
from showcase.model.settings import Settings

_FLAT: Final = (
    "mkdocs.yml: use_directory_urls 不能是 false，每个品牌的地址是一个目录"
    " / use_directory_urls must not be false, for the address of a brand is a folder"
)


_OF_MKDOCS: Final = frozenset({"site_name", "site_url"})
"""Settings that MkDocs has already."""


class SettingsError(Exception):
    """``extra.showcase`` is not right; its text says why, a line a cause."""


def read_settings(config: MkDocsConfig) -> Settings:
    """``extra.showcase`` of a MkDocs configuration; raises :class:`SettingsError`."""
    given: Any = config.extra.get("showcase")
    if isinstance(given, dict) and (misplaced := _OF_MKDOCS & given.keys()):
        told = ", ".join(sorted(misplaced))
        raise SettingsError(f"mkdocs.yml: extra.showcase: {told} 写在最外层 / {told} stands at the top level")
    try:
        settings = Settings.model_validate(given if given is not None else {})
    except ValidationError as error:
        raise SettingsError("\n".join(iterate_setting_faults(error, Settings, "mkdocs.yml: extra.showcase"))) from None
    if not config.use_directory_urls:
        raise SettingsError(_FLAT)
    url = config.site_url or ""
    return settings.model_copy(
        update={"site_name": config.site_name, "site_url": url if not url or url.endswith("/") else f"{url}/"}
    )

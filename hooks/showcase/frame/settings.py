"""The settings of the showcase, from MkDocs' configuration."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from pydantic import ValidationError

from showcase.frame.theme_name import MATERIAL, explain_theme
from showcase.model.setting_faults import iterate_setting_faults
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
    if config.theme.name != MATERIAL and (other := explain_theme(Path(config.config_file_path))):
        raise SettingsError(other)
    _refuse_misplaced(config.extra)
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


def _refuse_misplaced(extra: Mapping[str, Any]) -> None:
    """Settings beside ``showcase``, or below a name that is nearly its own, would be passed over in silence."""
    if misplaced := ", ".join(sorted(Settings.model_fields.keys() & extra.keys())):
        raise SettingsError(
            f"mkdocs.yml: extra: {misplaced} 写在 extra.showcase 里面 / {misplaced} stands in extra.showcase"
        )
    if near := "" if "showcase" in extra else next(iter(get_close_matches("showcase", extra, n=1, cutoff=0.7)), ""):
        raise SettingsError(f"mkdocs.yml: extra.{near}: 是不是 extra.showcase？ / did you mean extra.showcase?")

"""The settings of the showcase, from MkDocs' configuration."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from pydantic import ValidationError

from showcase.frame.chrome_settings import Show, iterate_chrome_faults
from showcase.frame.docs_files import name_folder
from showcase.frame.theme_name import MATERIAL, explain_theme
from showcase.model.setting_faults import iterate_setting_faults
from showcase.model.settings import Settings
from showcase.source.setting_places import place_setting

_FLAT: Final = (
    "use_directory_urls 不能是 false，每个品牌的地址是一个目录"
    " / use_directory_urls must not be false, for the address of a brand is a folder"
)


_OF_MKDOCS: Final = frozenset({"site_name", "site_url"})
"""Settings that MkDocs has already."""


class SettingsError(Exception):
    """``extra.showcase`` is not right; its text says why, a line a cause."""


def read_settings(config: MkDocsConfig) -> Settings:
    """``extra.showcase`` of a MkDocs configuration; raises :class:`SettingsError`."""
    file = Path(config.config_file_path)
    if config.theme.name != MATERIAL and (other := explain_theme(file)):
        raise SettingsError(other)
    show: Show = partial(place_setting, file)
    _refuse_misplaced(config.extra, show)
    given: Any = config.extra.get("showcase")
    if isinstance(given, dict) and (misplaced := sorted(_OF_MKDOCS & given.keys())):
        told = ", ".join(misplaced)
        place = show(["extra", "showcase", misplaced[0]])
        raise SettingsError(f"{place}extra.showcase: {told} 写在最外层 / {told} stands at the top level")
    try:
        settings = Settings.model_validate(given if given is not None else {})
    except ValidationError as error:
        raise SettingsError("\n".join(iterate_setting_faults(error, Settings, "extra.showcase", show))) from None
    if not config.use_directory_urls:
        raise SettingsError(f"{show(['use_directory_urls'])}{_FLAT}")
    if faults := [*iterate_chrome_faults(config, name_folder(Path(config.docs_dir), file), show)]:
        raise SettingsError("\n".join(faults))
    url = config.site_url or ""
    return settings.model_copy(
        update={"site_name": config.site_name, "site_url": url if not url or url.endswith("/") else f"{url}/"}
    )


def _refuse_misplaced(extra: Mapping[str, Any], show: Show) -> None:
    """Settings beside ``showcase``, or below a name that is nearly its own, would be passed over in silence."""
    if found := sorted(Settings.model_fields.keys() & extra.keys()):
        misplaced = ", ".join(found)
        raise SettingsError(
            f"{show(['extra', found[0]])}extra: {misplaced} 写在 extra.showcase 里面"
            f" / {misplaced} stands in extra.showcase"
        )
    if near := "" if "showcase" in extra else next(iter(get_close_matches("showcase", extra, n=1, cutoff=0.7)), ""):
        raise SettingsError(
            f"{show(['extra', near])}extra.{near}: 是不是 extra.showcase？ / did you mean extra.showcase?"
        )

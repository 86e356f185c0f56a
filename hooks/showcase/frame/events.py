"""The recorder of a MkDocs build, from the build's configuration: begun, found, ended."""

from __future__ import annotations

from typing import Final

from markdown.extensions.toc import slugify_unicode
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from showcase.frame.chrome_settings import iterate_chrome_doubts
from showcase.frame.gaps import iterate_gaps
from showcase.frame.news import settle_news
from showcase.frame.policy import Policy
from showcase.frame.recorder import Recorder
from showcase.frame.settings import SettingsError, read_settings
from showcase.language import load_translations
from showcase.views.assets import FULLTEXT, bundle_assets
from showcase.views.duties import list_duties, list_facts, list_site_metadata

RECORDER: Final = "showcase_recorder"
"""Where the recorder of a build stands in MkDocs' ``extra``."""


def start_recording(config: MkDocsConfig, *, fulltext: bool = False) -> Recorder:
    """The recorder of this build, made afresh unless ``build.py`` brought its own; sets what the templates need.

    ``fulltext`` tells whether there could be a full-text search.
    """
    recorder: Recorder | None = config.extra.get(RECORDER)
    if recorder is None:
        try:
            recorder = Recorder(read_settings(config), fulltext=fulltext)
        except SettingsError as error:
            raise PluginError(str(error)) from None
        config.extra[RECORDER] = recorder
    if faults := tuple(settle_news(config)):
        raise PluginError("\n".join(faults))
    recorder.fulltext &= recorder.settings.fulltext
    recorder.doubts = tuple(dict.fromkeys(iterate_chrome_doubts(config)))
    recorder.policy = Policy(config.theme.dirs, fulltext=recorder.fulltext)
    # MkDocs would stamp the day of the build on every page; the compiler writes the sitemap.
    config.theme.static_templates.discard("sitemap.xml")
    # Numbered anchors (_1, _2) would stand twice on a page that shows the beginnings of several posts.
    config.mdx_configs.setdefault("toc", {}).setdefault("slugify", slugify_unicode)
    _ = load_translations("site", recorder.settings.locale).gettext
    config.extra["words"] = {
        "menu": _("Menu"),
        "close": _("Close"),
        "ways": _("Main navigation"),
        "find": _("Find a brand"),
        "skip": _("Skip to content"),
    }
    settings = recorder.settings
    config.extra["site_metadata"] = list_site_metadata(settings)
    config.extra["foot"] = {
        "facts": list_facts(settings),
        "duties": list_duties(settings),
        "notice": settings.notice,
        "organizer": settings.organizer,
        "own_hosts": settings.own_hosts,
        "feedback": settings.feedback.is_open,
    }
    config.extra["search"] = recorder.search
    config.extra["hidden"] = not settings.indexing
    kept = (asset for asset in bundle_assets(settings.locale) if recorder.fulltext or asset.kind != FULLTEXT)
    config.extra["assets"] = {asset.kind: asset.path for asset in kept}
    return recorder


def recorder_of(config: MkDocsConfig) -> Recorder:
    """The recorder of the running build."""
    recorder: Recorder = config.extra[RECORDER]
    return recorder


def end_recording(config: MkDocsConfig) -> Recorder:
    """Takes the recorder away, so that the next build of a serving process begins afresh.

    Raises ``PluginError`` where the build drew no frames to pour pages into, or a page that its policy would break.
    """
    recorder: Recorder = config.extra.pop(RECORDER)
    if faults := tuple(iterate_gaps(recorder.frames)) or recorder.list_faults():
        raise PluginError("\n".join(faults))
    return recorder

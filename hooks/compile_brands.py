"""The MkDocs hook: hands MkDocs' events to the showcase; a plain ``mkdocs build`` gives the whole site through it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from showcase.cli.fault_report import describe_faults
from showcase.compile.content import ContentError, Rules, read_content
from showcase.compile.pagefind import PagefindError, find_binary
from showcase.compile.site import compile_into
from showcase.frame import events
from showcase.frame.metadata import escape_metadata
from showcase.frame.recorder import Recorder


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Begins a recording."""
    events.start_recording(config, fulltext=find_binary() is not None)
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Reads the brands before MkDocs empties the site, unless ``build.py`` has read them."""
    recorder = events.recorder_of(config)
    if not recorder.driven:
        recorder.content = _read(config, recorder)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the frame pages."""
    return events.recorder_of(config).add_frame_pages(files, config)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Makes text of metadata that Material would print as markup."""
    escape_metadata(page.meta)
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Looks at the text, and resolves links to brands in it."""
    events.recorder_of(config).inspect_text(html, page)
    return events.recorder_of(config).link_brands(html, page)


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Looks at the addresses of all pages, once the blog has given posts theirs."""
    events.recorder_of(config).look_at_addresses(files)
    return env


@event_priority(-200)
def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Lights the tab of a page outside the navigation; the blog has put the beginnings of posts there before."""
    events.recorder_of(config).move_beginnings(context.get("posts") or (), page)
    events.recorder_of(config).light_tab(page, nav)
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Keeps the frames."""
    return events.recorder_of(config).capture(output, page)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Gives the theme's own pages their policy."""
    return events.recorder_of(config).seal_template(output_content, template_name)


def on_post_build(config: MkDocsConfig) -> None:
    """Compiles the brands into the site, unless ``build.py`` does."""
    recorder = events.end_recording(config)
    if not recorder.driven:
        try:
            compile_into(recorder.content, recorder.finish(), Path(config.site_dir), fulltext=recorder.fulltext)
        except ContentError as error:
            raise PluginError(describe_faults(error.faults, errors_only=True)) from None
        except PagefindError as error:
            raise PluginError(f"Pagefind: {error}; extra.showcase.fulltext: false") from None


def _read(config: MkDocsConfig, recorder: Recorder) -> Any:
    root = Path(config.config_file_path).parent
    try:
        settings = recorder.settings
        return read_content(root / settings.brands_dir, root=root, rules=Rules(limits=settings.limits))
    except ContentError as error:
        raise PluginError(describe_faults(error.faults, errors_only=True)) from None

"""Records what MkDocs builds: frames, hand-written pages, links to brands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from showcase.frame.addresses import find_made_over, find_namesakes, is_published
from showcase.frame.docs_files import find_fault_of, name_folder, name_of
from showcase.frame.front_matter import iterate_front_matter_faults
from showcase.frame.home_front import iterate_home_faults
from showcase.frame.link_places import place_brand_link
from showcase.frame.metadata import unescape_metadata
from showcase.frame.page_links import LinkReader
from showcase.frame.page_words import is_searched, read_words
from showcase.frame.policy import Policy, find_faults_of_text
from showcase.frame.stand_ins import list_stand_ins
from showcase.model.settings import Settings
from showcase.source.brand_slips import find_brand_slips, is_address, is_plain
from showcase.views.docs import Docs, DocsPage
from showcase.views.frame import FEEDBACK, FRAME_KEYS, Frame, FrameKey, squeeze
from showcase.views.page_link import BrandLink, PageLink

_BRAND_LINK: Final = re.compile(r'href="((?i:brand)[ \t]*[:：][^"#?]*)((?:[#?][^"]*)?)"')
_NO_TEXT: Final = re.compile(r"<(code|pre)\b.*?</\1>|<!--.*?-->", re.DOTALL)
_UNUSED_ASSETS: Final = re.compile(
    r"sitemap\.xml|assets/images/favicon\.png|.*\.map|assets/javascripts/(?:lunr|workers)/.*"
)
_LANG: Final = '<html lang="zh" '
_SIMPLIFIED: Final = '<html lang="zh-Hans" '
"""Which Chinese it is decides how characters are drawn and read aloud; Material does not say."""
_NOT_HOME: Final = (
    "只有首页 index.md 的文件头写 showcase / only index.md, the home page, has showcase in its front matter"
)
_OUTSIDE: Final = "会写到网站目录外面，检查 slug / would be written outside the site; look at its slug"
_THEME: Final = "mkdocs.yml: theme: "
"""Where to look for what stands in every frame: in the templates of the theme, among them those of ``custom_dir``."""
_TAB_TITLES: Final[Mapping[str, str]] = {
    "brands": "品牌",
    "areas": "领域",
    "agencies": "单位",
    "data": "开放数据",
    "sitemap": "网站地图",
    FEEDBACK: "反馈",
    "facets": "品牌",
}
_AT_THE_FOOT: Final = frozenset({"data", "sitemap", FEEDBACK, "facets"})
"""Pages that the footer or the tab of the brands leads to, so that the navigation need not."""
_LIT_FOR: Final[Mapping[str, str]] = {"facets": "brands"}
"""Tabs that are lit for pages of another address."""


@dataclass
class Recorder:
    """What one MkDocs build gave, filled by the hook's events; made afresh for every build."""

    settings: Settings
    driven: bool = False
    """Whether ``build.py`` drives the build, and reads and compiles the brands itself."""
    search: bool = True
    """Whether the index of the search is made, so that pages may ask for it."""
    fulltext: bool = False
    """Whether the site gets a full-text search, so that pages say so and may run it."""
    policy: Policy = field(default_factory=Policy)
    """What pages may run; of the theme, once that is known."""
    content: Any = None
    """The brands, where the hook has read them; kept here from the start of the build to its end."""
    frames: dict[FrameKey, Frame] = field(default_factory=dict)
    pages: list[DocsPage] = field(default_factory=list)
    faults: list[tuple[str, str]] = field(default_factory=list)
    """What would not work in a browser: the page it stands in, and a line on it."""
    doubts: tuple[tuple[str, str, str], ...] = ()
    """See :class:`showcase.views.docs.Docs`."""
    folder: str = "docs"
    """The folder of the pages, as it stands before their paths."""
    links: list[BrandLink] = field(default_factory=list)
    page_links: list[PageLink] = field(default_factory=list)
    home: Mapping[str, Any] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    """The words of each page that a search is to find, by address."""
    _docs_dir: str = ""
    _frame_sources: frozenset[str] = frozenset()
    _link_reader: LinkReader = field(default_factory=LinkReader)
    _bare: set[str] = field(default_factory=set)
    """Pages that are nothing but a frame."""
    _lit: list[StructureItem] = field(default_factory=list)

    def add_frame_pages(self, files: Files, config: MkDocsConfig) -> Files:
        """Adds an empty page for every frame, and leaves out the theme's files that nothing here uses.

        Raises ``PluginError`` for front matter that MkDocs would take for text, and publish, and for pages that would
        lie where a generated one does.
        """
        self.folder = name_folder(Path(config.docs_dir), Path(config.config_file_path))
        self._docs_dir = config.docs_dir
        own = [file for file in files if file.src_dir == config.docs_dir]
        faults = [f"{name_of(file)}: {fault}" for file in own if (fault := find_fault_of(file))]
        faults = faults or [*iterate_front_matter_faults(file for file in own if file.is_documentation_page())]
        own = [file for file in own if is_published(file)]
        frames = self._list_frame_files(own, config)
        faults = faults or [*find_made_over(own, frames, self.folder)]
        if faults:
            raise PluginError("\n".join(f"{self.folder}/{fault}" for fault in faults))
        for file in list(files):
            is_ours = file.src_dir == config.docs_dir or file.src_uri == config.theme.get("favicon")
            if not is_ours and _UNUSED_ASSETS.fullmatch(file.src_uri):
                files.remove(file)
        self._frame_sources = frozenset(frame.src_uri for frame in frames)
        pages = {file.src_uri: file.content_string for file in own if file.is_documentation_page()}
        known = (*self._frame_sources, *(file.src_uri for file in files))
        for file in (*frames, *list_stand_ins(pages, known, config)):
            files.append(file)
        return files

    def _list_frame_files(self, own: Iterable[File], config: MkDocsConfig) -> list[File]:
        """A page for every frame; none for feedback where nobody asks for it and a page of the folder lies there."""
        frames = [_frame_file(key, config) for key in FRAME_KEYS if key.tab]
        taken = set() if self.settings.feedback.is_open else {file.dest_uri for file in own}
        return [one for one in frames if not (one.url == f"{FEEDBACK}/" and one.dest_uri in taken)]

    def look_at_addresses(self, files: Files) -> None:
        """Records files of the folder that would be published at one address, and links that lead to none of them."""
        for link in self._link_reader.settle(files, self._frame_sources):
            if isinstance(link, BrandLink):
                self.links.append(link)
            else:
                self.page_links.append(link)
        own = (file for file in files if file.src_dir == self._docs_dir and is_published(file))
        self.faults += find_namesakes(own, self.folder)

    def light_tab(self, page: Page, nav: Navigation) -> None:
        """Lights the tab that a page outside the navigation belongs to: the one whose address begins alike."""
        if page in nav.pages:
            return
        first_part = page.url.split("/", 1)[0]
        tab = _LIT_FOR.get(first_part, first_part)
        for item in nav.items:
            first = item.children[0] if item.children else item
            if tab and (getattr(first, "url", None) or "").split("/", 1)[0] == tab:
                setattr(item, "active", True)  # noqa: B010 - a page or section; their base does not declare it
                self._lit.append(item)

    def _put_out_tabs(self) -> None:
        """Puts out what :meth:`light_tab` lit; MkDocs uses one navigation for all pages."""
        for item in self._lit:
            setattr(item, "active", False)  # noqa: B010
        self._lit.clear()

    def inspect_text(self, html: str, page: Page) -> None:
        """Records what the text of a page may not hold, and links to brands that stayed text for their brackets.

        Of links within the site it is not known yet where they lead.
        """
        if not page.meta.get("showcase"):
            self._link_reader.read(html, page.file)
        self.faults += [(page.file.src_uri, fault) for fault in find_faults_of_text(html)]
        slips = find_brand_slips(_NO_TEXT.sub("", html)) if "brand" in html.lower() else ()
        self.links += [place_brand_link(page.file, slip.text) for slip in slips if not is_address(slip.text)]

    def move_beginnings(self, posts: Iterable[Any], page: Page) -> None:
        """Makes addresses in the beginnings of posts lead to the same from the page that lists them."""
        for one in posts:
            one.content = self._link_reader.move(one.content, one.post.file.dest_uri, page.file.dest_uri)

    def link_brands(self, html: str, page: Page) -> str:
        """Turns ``brand:slug`` links into relative ones, and records them to be checked against the catalogue.

        One whose signs are not those of a link is recorded as it is written, and so leads to no brand.
        """
        root = "../" * page.url.count("/")

        def link(found: re.Match[str]) -> str:
            slug = found[1][len("brand:") :] if is_plain(found[1]) else found[1]
            self.links.append(place_brand_link(page.file, slug))
            return f'href="{root}brands/{slug}/{found[2]}"'

        return _BRAND_LINK.sub(link, html)

    def capture(self, output: str, page: Page) -> str:
        """Keeps a frame and gives nothing to write for it; records a hand-written page and lets it pass."""
        self._put_out_tabs()
        if ".." in page.file.dest_uri.split("/"):
            raise PluginError(f"{self.folder}/{page.file.src_uri}: {_OUTSIDE}")
        # Material's blog draws the beginnings of posts without the event that links brands.
        output = self.link_brands(output, page).replace(_LANG, _SIMPLIFIED, 1)
        if page.meta.get("showcase"):
            key = FrameKey.of(page.url)
            if key not in FRAME_KEYS:
                raise PluginError(f"{self.folder}/{page.file.src_uri}: {_NOT_HOME}")
            if key.tab:
                self._bare.add(page.file.src_uri)
            form_host = self.settings.feedback.post_origin if key.tab == FEEDBACK else ""
            self.frames[key] = Frame.cut(self._seal(squeeze(output), page.file.src_uri, form_host))
            if key == FrameKey("", 0):
                self.home = unescape_metadata(page.meta)
                lost = iterate_home_faults(self.home, page.markdown or "", page.file.content_string, self.folder)
                self.faults += [(f"{page.file.src_uri}:{line}", fault) for line, fault in lost]
            return ""
        if is_searched(page):
            self.texts[page.url] = read_words(page.content or "")
        self.pages.append(
            DocsPage(
                url=page.url,
                source=page.file.src_uri,
                title=Markup(page.title or "").striptags(),  # noqa: S704 - only to take the tags out
                description=str(page.meta.get("description") or ""),
                date=_post_day(page),
            )
        )
        return self._seal(output, page.file.src_uri)

    def seal_template(self, output: str, name: str) -> str:
        """A page of the theme's own, such as the 404 page, with its policy; other files pass."""
        return self._seal(output.replace(_LANG, _SIMPLIFIED, 1), name) if name.endswith(".html") else output

    def _seal(self, output: str, source: str, form_host: str = "") -> str:
        sealed, faults = self.policy.seal(output, form_host)
        self.faults += [(source, fault) for fault in faults]
        return sealed

    def list_faults(self) -> tuple[str, ...]:
        """A line for each fault, with the page it stands in; what stands in frames is the theme's, and told once."""
        of_theme = {fault for source, fault in self.faults if source in self._bare}
        told = (
            f"{_THEME if fault in of_theme else f'{self.folder}/{source}: '}{fault}" for source, fault in self.faults
        )
        return tuple(dict.fromkeys(told))

    def finish(self) -> Docs:
        """Everything recorded, in a fixed order."""
        return Docs(
            settings=self.settings,
            frames=dict(self.frames),
            pages=tuple(sorted(self.pages, key=lambda page: page.url)),
            links=tuple(self.links),
            page_links=tuple(self.page_links),
            home=self.home,
            texts=dict(sorted(self.texts.items())),
            folder=self.folder,
            doubts=self.doubts,
        )


def _frame_file(key: FrameKey, config: MkDocsConfig) -> File:
    folder = "/".join([key.tab, *(["-"] * (key.depth - 1))])
    content = f"---\ntitle: {_TAB_TITLES[key.tab]}\nshowcase: frame\n---\n"
    inclusion = InclusionLevel.INCLUDED if key.depth == 1 and key.tab not in _AT_THE_FOOT else InclusionLevel.NOT_IN_NAV
    return File.generated(config, f"{folder}/index.md", content=content, inclusion=inclusion)


def _post_day(page: Page) -> str:
    """The day of a blog post; its dates are made by Material's blog plugin."""
    dates = getattr(getattr(page, "config", None), "date", None)
    created = getattr(dates, "created", None)
    return created.date().isoformat() if created and hasattr(created, "date") else ""

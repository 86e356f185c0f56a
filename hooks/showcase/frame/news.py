"""The news, which Material's blog makes: it writes into the folder of the pages what it misses there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig

from showcase.frame.docs_files import name_folder

_NO_LIST: Final = (
    "{path} 不存在，动态没有列表页；新建这个文件，第一行写「# 动态」"
    " / {path} is not there, and the news have no list; make that file, and write “# 动态” on its first line"
)


def settle_news(config: MkDocsConfig) -> Iterator[str]:
    """Does without a blog that has no folder of posts; a line for each that has posts and no page to list them."""
    for plugin in config.plugins.values():
        given: Any = getattr(plugin, "config", None)  # A hook stands among the plugins, and is a module.
        if (blog := getattr(given, "blog_dir", None)) is None or not given.enabled:
            continue
        docs = Path(config.docs_dir)
        page = docs / blog / "index.md"
        if not (docs / given.post_dir.format(blog=blog)).is_dir():
            given.enabled = False
        elif not page.is_file():
            folder = name_folder(docs, Path(config.config_file_path))
            yield _NO_LIST.format(path=f"{folder}/{page.relative_to(docs).as_posix()}")

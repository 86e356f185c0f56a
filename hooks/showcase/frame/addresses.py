"""Where hand-written files are published: two in one place, or one in that of a generated page, would be lost."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote

from mkdocs.structure.files import File

_TWICE: Final = (
    "和 {other} 发布到同一个地址 {url}，只留得下一个；{mend}"
    " / would be published at {url}, as would {other}, and one of them be lost; {mend_en}"
)
_OF_PAGE: Final = ("改其中一个的文件名", "give one of them another file name")
_OF_POST: Final = (
    "在其中一篇的文件头里写另一个 slug，例如 slug: {slug}",
    "write another slug into the front matter of one of them, such as slug: {slug}",
)
_MADE: Final = (
    "和程序生成的页面 {url} 重名，不会发布；换一个地方，例如 {other}"
    " / has the address of the generated page {url} and would not be published; put it elsewhere, such as at {other}"
)


def is_published(file: File) -> bool:
    """Whether a file is part of the site: no draft, and not excluded."""
    return bool(file.inclusion.is_included())  # type: ignore[no-untyped-call]


def find_made_over(own: Iterable[File], made: Collection[File], folder: str) -> Iterator[str]:
    """A line for each file in the place of a page that is made: path and cause."""
    taken = {path: file for file in made for path in (file.src_uri, file.dest_uri)}
    for file in own:
        if page := taken.get(file.src_uri) or taken.get(file.dest_uri):
            path = PurePosixPath(file.src_uri)
            stem = path.parent.name if path.stem in ("index", "README") else path.stem
            yield f"{file.src_uri}: {_MADE.format(url=page.url, other=f'{folder}/about-{stem}{path.suffix}')}"


def find_namesakes(files: Iterable[File], folder: str) -> Iterator[tuple[str, str]]:
    """The path of each file that would be written over another of the folder, and the cause."""
    first: dict[str, File] = {}
    for file in sorted(files, key=lambda each: each.src_uri):
        other = first.setdefault(file.dest_uri, file)
        if other is not file:
            is_post = hasattr(file.page, "excerpt") and hasattr(other.page, "excerpt")
            url = unquote(file.url)
            slug = f"{PurePosixPath(url).name}-2"
            mend, mend_en = (text.format(slug=slug) for text in (_OF_POST if is_post else _OF_PAGE))
            other_path = f"{folder}/{other.src_uri}"
            yield file.src_uri, _TWICE.format(other=other_path, url=url, mend=mend, mend_en=mend_en)

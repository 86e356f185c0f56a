"""Files of the docs folder that are published as they are: what a browser would run in them is refused."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import Final

from mkdocs.structure.files import File

from showcase.frame.page_reader import PageReader
from showcase.source.picture_error import PictureError
from showcase.source.svg_images import measure_svg

_ODD: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f<>:|?*\"'&`\\\\\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff\ud800-\udfff]"
)
"""What no file of a page needs in its name, and what templates, logs or terminals would take for something else."""
_PAGES: Final = frozenset({".htm", ".html", ".xht", ".xhtml"})
_ACTIVE: Final = frozenset(
    {".hta", ".htc", ".mht", ".mhtml", ".shtml", ".svgz", ".swf", ".xml", ".xsl", ".xslt", ".xspf"}
)
"""What can run scripts when it is opened by itself, and is no page that could hold a policy."""
_LINKED: Final = "指到 docs 目录外面的链接不发布 / a link that leads out of the docs folder is not published"
_DANGLING: Final = (
    "是一个链接，指到的 {found} 不存在；删掉它，或换成那个文件本身"
    " / is a link to {found}, which is not there; remove it, or put the file itself in its place"
)
_NAMED: Final = (
    "文件名里有 {found}，改用字母、数字、汉字和 - _ ."
    " / the name holds {found}; use letters, digits, Han characters and - _ ."
)
_RUNS: Final = (
    "原样发布的网页不带内容安全策略，里面不许有 {found}；写成 Markdown，或把脚本删去"
    " / a page that is published as it is has no Content-Security-Policy and may hold no {found};"
    " write it in Markdown, or take the scripts out"
)
_DRAWING: Final = (
    "第 {line} 行：SVG 里只许有图形和文字，{why}；用画图软件导出为「普通 SVG」，或存成 PNG"
    " / line {line}: an SVG file may hold shapes and text alone ({why}); export it as plain SVG, or save it as PNG"
)
_KIND: Final = (
    "{kind} 文件打开时能运行脚本，不发布；换一种格式，或放进 zip"
    " / files of the kind {kind} can run scripts when opened, and are not published; use another, or a zip"
)


def name_folder(docs: Path, config_file: Path) -> str:
    """The folder of the pages as an editor knows it: seen from that of ``mkdocs.yml``, if it lies there."""
    folder, root = docs.absolute(), config_file.absolute().parent
    return (folder.relative_to(root) if folder.is_relative_to(root) else folder).as_posix()


def name_of(file: File) -> str:
    """The path of a file in the docs folder, on one line whatever it is called."""
    return _show(file.src_uri)


def _show(path: str) -> str:
    return _ODD.sub(lambda odd: f"(U+{ord(odd[0]):04X})", path)


def find_fault_of(file: File) -> str:
    """Why a file of the docs folder cannot be published; nothing where it can."""
    if odd := _ODD.search(file.src_uri):
        return _NAMED.format(found=f"U+{ord(odd[0]):04X}")
    docs = Path(file.src_dir or ".").resolve()
    path = docs / file.src_uri
    if fault := _look_at_link(path, docs):
        return fault
    kind = PurePosixPath(file.src_uri).suffix.lower()
    if file.is_documentation_page():
        return ""
    if kind in _ACTIVE:
        return _KIND.format(kind=kind)
    if kind in _PAGES:
        return _look_into_page(path)
    return _look_into_drawing(path) if kind == ".svg" else ""


def _look_at_link(path: Path, docs: Path) -> str:
    """Why a path cannot be followed; a folder on its way may be a link, too."""
    if path.is_symlink() and not path.exists():
        return _DANGLING.format(found=_show(str(path.readlink())))
    return "" if path.resolve().is_relative_to(docs) else _LINKED


def _look_into_page(path: Path) -> str:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return _RUNS.format(found="UTF-8 以外的编码 / other encoding than UTF-8")
    reader = PageReader()
    reader.feed(text)
    reader.close()
    found = [*reader.handlers, *reader.foreign, *(f"<{tag}>" for tag in reader.active)]
    return _RUNS.format(found=found[0]) if found else ""


def _look_into_drawing(path: Path) -> str:
    try:
        measure_svg(path.read_bytes())
    except PictureError as error:
        if error.code == "svg-without-size":
            return ""  # Only what is shown at its own size needs one.
        why = error.details.get("found") or error.details.get("problem") or error.code
        return _DRAWING.format(line=error.line or 1, why=why)
    return ""

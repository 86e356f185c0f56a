"""What MkDocs complains of, told as everything else is: place, cause, mend, in Chinese and English."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from showcase.frame.docs_files import name_folder
from showcase.frame.stand_ins import guess_target
from showcase.frame.theme_name import explain_theme
from showcase.source.setting_places import place_setting

_DROPPED: Final = re.compile(
    r"Aborted with (?:\d+ (?:configuration )?warnings in '?strict'? mode!|a \w+Error!|a configuration error!)"
    r"|Error reading page '.*"
    r"|Config value 'plugins': Plugin '.*' option .*: Deprecated.*|'[\w-]+' codec can't decode .*"
)
"""Lines that say once more what another says."""
_OF_THEME: Final = re.compile(
    r"Config value 'plugins': The \".+?\" plugin is not installed.*"
    r"|Config value 'theme': (?:No theme name set\.|Unrecognised theme name: .*|At least one of 'name' or .*)",
    re.DOTALL,
)
"""What comes of another theme than Material: its plugins come with it."""
_BUILDING: Final = re.compile(r"^Error building page '.*?':\s*")
"""What is put before words of ours, which name the page."""
_LINK: Final = r"Doc file '(?P<page>.+?)' contains an? (?:absolute |unrecognized relative )?link '(?P<found>.*?)'"
_GUESS: Final = r"(?:.*Did you mean '(?P<guess>.*?)'\?)?.*"
_MEANT: Final = ("；是不是 {guess}", "; did you mean {guess}?")


@dataclass(frozen=True, slots=True)
class _Kind:
    """One complaint: how MkDocs words it, and how it is told."""

    pattern: re.Pattern[str]
    zh: str
    en: str

    @classmethod
    def of(cls, pattern: str, zh: str, en: str) -> _Kind:
        return cls(re.compile(pattern, re.DOTALL), zh, en)


_OF_PAGES: Final = (
    _Kind.of(
        rf"{_LINK}, but there is no such anchor on this page{_GUESS}",
        "链接 {found} 指到的标题不在这一页；改成标题现在的写法",
        "the link {found} leads to a heading that this page has not; write it as the heading is written now",
    ),
    _Kind.of(
        rf"{_LINK}, but the doc '(?P<other>.+?)' does not contain an anchor{_GUESS}",
        "链接 {found} 指到的标题不在 {other} 里；改成标题现在的写法",
        "the link {found} leads to a heading that {other} has not; write it as the heading is written there now",
    ),
    _Kind.of(
        rf"{_LINK}, but the target .*?is not found among documentation files\.{_GUESS}",
        "链接 {found} 指到的文件不存在；改正文件名，或删去链接",
        "the link {found} leads to no file; mend the name, or take the link out",
    ),
    _Kind.of(
        rf"{_LINK}, but the target .*?is excluded from the built site.*",
        "链接 {found} 指到的文件不发布；换一个，或改 mkdocs.yml 的 exclude_docs",
        "the link {found} leads to a file that is not published; choose another, or change exclude_docs in mkdocs.yml",
    ),
    _Kind.of(
        rf"{_LINK}, it was left as is\.{_GUESS}",
        "链接 {found} 不是从这一页算起的地址，网站放在子路径下就打不开；写成相对地址，例如 ../about.md",
        "the link {found} is not relative to this page and breaks below a sub-path; write it like ../about.md",
    ),
)
_OF_POSTS: Final = (
    _Kind.of(
        r"Excluding '(?P<page>.+?)' from the site because it conflicts with '(?P<other>.+?)'\.",
        "和 {docs}/{other} 发布到同一个地址，只留得下一个；改其中一个的文件名",
        "would be published where {docs}/{other} is, and one of them be lost; give one of them another file name",
    ),
    _Kind.of(
        r"Error reading metadata '(?P<found>.+?)' of post '(?P<page>.+?)' in '.*?':\n.*but received.*",
        "文章文件头里的 {found} 写法不对；日期写成 2026-01-05",
        "the field {found} of a post is not of the right form; a date is written 2026-01-05",
    ),
    _Kind.of(
        r"Error reading metadata of post '(?P<page>.+?)' in '.*?':\n(?P<why>.*)",
        "文章没有能读的文件头；开头写 ---、date: 2026-01-05、---",
        "the post has no front matter that can be read; begin it with ---, date: 2026-01-05, ---",
    ),
    _Kind.of(
        r"Error reading metadata '(?P<found>.+?)' of post '(?P<page>.+?)' in '.*?':\n(?P<why>.*)",
        "文章文件头里的 {found} 不对；日期写成 date: 2026-01-05",
        "the field {found} of a post is missing or wrong ({why}); a date is written date: 2026-01-05",
    ),
)
_OF_FILES: Final = (
    _Kind.of(
        r"Excluding '(?P<page>.+?)' from the site because it conflicts with '(?P<found>.+?)'\.",
        "和 {found} 是同一页；留下一个，把另一个改名或删掉",
        "is the same page as {found}; keep one of them, and rename the other or remove it",
    ),
)
"""What is wrong with a file as a whole, whatever stands in it."""
_AUTHOR: Final = re.compile(r"Couldn't find author '(?P<found>.+?)'")
_NO_AUTHOR: Final = (
    "没有 {found} 这个作者；从文件头删去 authors，作者写在正文里"
    " / there is no author {found}; take authors out of the front matter, and name them in the text"
)
_OF_PLUGIN: Final = re.compile(
    r"Config value 'plugins': Plugin '(?:[\w-]+/)?(?P<plugin>[\w-]+)' option '(?P<option>[\w.-]+)': (?P<why>.+)",
    re.DOTALL,
)
_NO_MAP: Final = (
    "要写成设置，一行一项，例如「site_name: 品牌橱窗」 / takes settings, one a line, such as “site_name: 品牌橱窗”"
)
_VALUE: Final = r"Config value '(?P<found>.+?)':"
_OF_SETTINGS: Final = (
    _Kind.of(
        r"A (?:reference to|relative path to) '(?P<found>.+?)' is included in the 'nav' configuration.*",
        "nav 里的 {found} 在 {docs}/ 里找不到；改正文件名，或从 nav 删去",
        "nav names {found}, which is not in {docs}/; mend the name, or take it out of nav",
    ),
    _Kind.of(
        r"Config value 'plugins': The \"(?P<found>.+?)\" plugin is not installed.*",
        "插件 {found} 没有安装；改正名字，或从 plugins 删去",
        "the plugin {found} is not installed; mend the name, or take it out of plugins",
    ),
    _Kind.of(
        r"Config value '(?P<found>hooks)': Required configuration not provided\.?",
        "{found} 下面是空的，没有品牌的网页；在它下一行缩进两格写「- hooks/compile_brands.py」",
        "nothing stands below {found}, and there are no pages of brands;"
        " write “- hooks/compile_brands.py” on the next line, indented by two blanks",
    ),
    _Kind.of(
        rf"{_VALUE} Required configuration not provided\.?",
        "缺少 {found}；加上一行「{found}: …」",
        "{found} is missing; add a line “{found}: …”",
    ),
    _Kind.of(
        rf"{_VALUE} Unrecognised configuration name: .*",
        "没有 {found} 这项设置；改正名字，或删去",
        "there is no setting {found}; mend the name, or take it out",
    ),
    _Kind.of(
        rf"{_VALUE} The path (?:set in custom_dir \()?'(?P<why>.+?)'\)? (?:isn't an existing|does not exist).*",
        "{found} 指的 {why} 不存在；改正路径，或删去",
        "{found} names {why}, which is not there; mend the path, or take it out",
    ),
    _Kind.of(
        rf"{_VALUE} Expected nav item .*",
        "nav 的每一项写成「- 名称: 文件.md」",
        "an entry of nav is written “- title: file.md”",
    ),
    _Kind.of(
        rf"{_VALUE} (?:Expected (?:a list|nav to be a list)|Invalid .*configuration).*",
        "{found} 要写列表：一项一行，行首是连字符加空格",
        "{found} takes a list: one entry a line, each after a hyphen and a blank",
    ),
    _Kind.of(
        rf"{_VALUE} (?:The URL isn't valid|Unable to parse the URL).*",
        "{found} 要写完整的网址，例如 https://www.example.gov.cn/",
        "{found} takes a whole address, such as https://www.example.gov.cn/",
    ),
    _Kind.of(
        rf"{_VALUE} (?:.*: )?Expected (?:type: <class 'bool'>|boolean).*",
        "{found} 写 true 或 false，不加引号",
        "{found} takes true or false, without quotes",
    ),
    _Kind.of(
        rf"{_VALUE} Expected (?:type: <class 'str'>|a string).*",
        "{found} 写文字；像数字、日期、是否的要加引号",
        "{found} takes a text; in quotes where it looks like a number, a date, or yes or no",
    ),
    _Kind.of(
        rf"{_VALUE} (?:Sub-option '.*?': )*Expected one of:? [(\[](?P<why>.+?),?[)\]],? .*",
        "{found} 只能写其中一个：{why}",
        "{found} takes one of: {why}",
    ),
    _Kind.of(
        rf"{_VALUE} Failed to load extension '(?P<why>.+?)'\..*",
        "Markdown 扩展 {why} 没有安装；改正名字，或从 {found} 删去",
        "the Markdown extension {why} is not installed; mend the name, or take it out of {found}",
    ),
    _Kind.of(
        rf"{_VALUE} (?P<why>.+)",
        "{found} 的值不对（{why}）；照 MkDocs 的说明改",
        "the value of {found} is not right ({why}); see the manual of MkDocs",
    ),
)
_YAML: Final = re.compile(r"MkDocs encountered an error parsing the configuration file: (?P<text>.*)", re.DOTALL)
_MARK: Final = re.compile(r'in "(?P<path>[^"]*)", line (?P<line>\d+), column (?P<column>\d+)')
_NOT_YAML: Final = "不是正确的 YAML / is not YAML: {why}"


def tell_complaints(lines: Iterable[str], config_file: Path, docs: Path | None) -> list[str]:
    """What MkDocs logged, a line a cause; lines that only repeat are left out where others are told.

    ``docs`` is the folder of the pages, once it is known.
    """
    given = [_BUILDING.sub("", line.strip()) for line in lines if line.strip()]
    causes = [line for line in given if line and not _DROPPED.fullmatch(line)]
    told = []
    if any(_OF_THEME.fullmatch(line) for line in causes) and (theme := explain_theme(config_file)):
        causes = [line for line in causes if not _OF_THEME.fullmatch(line)]
        told.append(theme)
    told += [_tell(line, config_file, docs) for line in causes]
    return list(dict.fromkeys(told or given))


def _tell(line: str, config_file: Path, docs: Path | None) -> str:
    if found := _YAML.fullmatch(line):
        return _tell_yaml(found["text"], config_file)
    if line.startswith("The configuration is invalid. Expected a key-value mapping"):
        return f"{config_file.name}:1: {_NO_MAP}"
    folder = name_folder(docs, config_file) if docs else "docs"
    of_file = _tell_of_file(line, docs) if docs else ""
    return f"{folder}/{of_file}" if of_file else _tell_of_setting(line, config_file, folder)


def _tell_of_file(line: str, docs: Path) -> str:
    """A complaint of a file in the docs folder, with its path there; nothing where it is of something else."""
    if found := _AUTHOR.fullmatch(line):
        return f"{_find_author(docs, found['found'])}: {_NO_AUTHOR.format(found=found['found'])}"
    for kind in (*_OF_FILES, *_OF_PAGES, *_OF_POSTS):
        if match := kind.pattern.fullmatch(line):
            sought = re.escape(str(match.groupdict().get("found") or "---"))
            place = "" if kind in _OF_FILES else _find_place(docs / match["page"], re.compile(sought))
            return f"{match['page']}{place}: {_word(kind, match)}"
    return ""


def _tell_of_setting(line: str, config_file: Path, folder: str) -> str:
    """A complaint of ``mkdocs.yml``, with the line there; ``folder`` is that of the pages. Others stay as they are."""
    section: tuple[str, ...] = ()
    if of_plugin := _OF_PLUGIN.fullmatch(line):
        section = ("plugins", of_plugin["plugin"])
        line = f"Config value '{of_plugin['option']}': {of_plugin['why']}"
    for kind in _OF_SETTINGS:
        if match := kind.pattern.fullmatch(line):
            told = _word(kind, match, folder)
            if section:
                return f"{place_setting(config_file, (*section, match['found']))}{'.'.join(section)}: {told}"
            return f"{config_file.name}{_find_place(config_file, _seek_setting(line, match['found']))}: {told}"
    return line


def _find_author(docs: Path, name: str) -> str:
    """The first post that names an author whom nobody has described, with the line; MkDocs does not say which."""
    sought = re.compile(rf"authors\s*:.*?(?<!\w){re.escape(name)}(?!\w)", re.DOTALL)
    for path in sorted(docs.rglob("*.md")):
        with suppress(OSError, UnicodeDecodeError):
            if found := sought.search(path.read_text("utf-8").partition("\n---")[0]):
                line = found.string.count("\n", 0, found.start()) + 1
                return f"{path.relative_to(docs).as_posix()}:{line}"
    return ""


def _seek_setting(line: str, found: str) -> re.Pattern[str]:
    """How a setting is sought that a complaint is of: as a key of the outermost map, or else as any word.

    What keys are called may stand in paths and comments too, such as ``hooks``.
    """
    is_key = line.startswith(f"Config value '{found}':")
    return re.compile(rf"^[\"']?{found}[\"']?\s*:" if is_key else rf"(?<![\w-]){re.escape(found)}(?![\w-])")


def _word(kind: _Kind, match: re.Match[str], docs: str = "docs") -> str:
    given = {"docs": docs} | {name: value or "" for name, value in match.groupdict().items()}
    if given.get("guess") == "" and kind in _OF_PAGES:
        given["guess"] = guess_target(given["page"], given["found"])
    meant = _MEANT if given.get("guess") else ("", "")
    return f"{(kind.zh + meant[0]).format(**given)} / {(kind.en + meant[1]).format(**given)}"


def _tell_yaml(text: str, config_file: Path) -> str:
    marks = list(_MARK.finditer(text))
    why = " ".join(line.strip() for line in text.splitlines() if line.strip() and not _MARK.search(line))
    if not marks:
        return f"{config_file.name}: {_NOT_YAML.format(why=why)}"
    last = marks[-1]
    return f"{Path(last['path']).name}:{last['line']}:{last['column']}: {_NOT_YAML.format(why=why)}"


def _find_place(path: Path, sought: re.Pattern[str]) -> str:
    """``:`` and the first line of a file that holds what is sought, from 1; nothing where none does."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return ""
    return next((f":{number}" for number, text in enumerate(lines, 1) if sought.search(text)), "")

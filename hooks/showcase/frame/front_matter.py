"""Front matter of hand-written pages, read before MkDocs does, which takes what it cannot read for text."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import yaml
from mkdocs.structure.files import File
from mkdocs.utils.meta import META_RE, YAML_RE

from showcase.language import load_translations
from showcase.model.fault_texts import render_fault
from showcase.model.faults import Fault
from showcase.source.config_file import is_setting
from showcase.source.editor_words import is_key_word
from showcase.source.source_text import SourceText, decode_text
from showcase.source.twice_written_keys import find_twice_written_keys
from showcase.source.unreadable_error import UnreadableError
from showcase.source.yaml_problems import explain_problem
from showcase.source.yaml_slips import find_slips

_DEEPEST: Final = 20
"""Lists and mappings within one another; PyYAML is done with no more than a few hundred."""
_MOST_ALIASES: Final = 50
_NOT_YAML: Final = "文件头不是正确的 YAML / the front matter is not YAML: {why}"
_NO_DAY: Final = "{found} 不是日历上的日子；写成 2026-01-05 / {found} is no day; write it like 2026-01-05"
_MERGE: Final = (
    "文件头里不许用合并键 <<，把要用的字段写出来"
    " / merge keys (<<) are not taken in front matter; write out what is meant"
)
_TOO_DEEP: Final = "文件头嵌套太深或引用太多 / the front matter is nested too deeply or refers to itself too often"
_LOOKS_LIKE_DATA: Final = (
    "没有文件头的页面以「{key}:」开头，会当成数据而不显示；把它写进 --- 之间的文件头，或在前面加一个标题"
    " / a page without front matter that begins with “{key}:” loses that line to MkDocs, which takes it for data;"
    " write it between two lines of ---, or put a heading before it"
)
_ENCODING: Final = (
    "不是 UTF-8 编码的文字，像是 {found}；用编辑器另存为 UTF-8"
    " / is no text in UTF-8 but looks like {found}; save it as UTF-8"
)


class _NoDayError(yaml.MarkedYAMLError):
    """Something looks like a day and is none; its ``problem`` is what was found."""


class _Loader(yaml.SafeLoader):
    def construct_yaml_timestamp(self, node: yaml.ScalarNode) -> Any:
        """A day; PyYAML does not say where one stands that is not in the calendar."""
        try:
            return super().construct_yaml_timestamp(node)
        except ValueError:
            raise _NoDayError(problem=node.value, problem_mark=node.start_mark) from None


_Loader.add_constructor("tag:yaml.org,2002:timestamp", _Loader.construct_yaml_timestamp)


def iterate_front_matter_faults(files: Iterable[File]) -> Iterator[str]:
    """A line for each slip in front matter that MkDocs would misread: path, line, column, cause."""
    return (f"{file.src_uri}{fault}" for file in files for fault in _look_at(file))


def _look_at(file: File) -> Iterable[str]:
    """Places in the file and what is wrong there, to be put behind its path; nothing for a page that can be read."""
    try:
        # A page that is made on the way has no file, and text of ours.
        data = Path(file.abs_src_path).read_bytes() if file.abs_src_path else file.content_string.encode()
        source = decode_text(data, file.src_uri)
    except UnreadableError as error:
        return [_explain_encoding(error.faults[0])]
    except OSError:
        return []  # MkDocs tells of it when it reads the page.
    if found := YAML_RE.match(source.text):
        return (f":{fault}" for fault in _find_faults(source, found[1]))
    first = META_RE.match(source.text.split("\n", 1)[0])
    return [f":1:1: {_LOOKS_LIKE_DATA.format(key=first['key'])}"] if first else []


def _explain_encoding(fault: Fault) -> str:
    found = fault.details.get("encoding") or fault.details.get("found", "")
    line = f":{fault.place.line}:{fault.place.column}" if fault.place.line else ""
    return f"{line}: {_ENCODING.format(found=found)}"


def _find_faults(source: SourceText, text: str) -> list[str]:
    """Lines and columns in the file, from 1, and what is wrong; nothing for YAML that can be read."""
    try:
        if told := _find_excess(text):
            return [told]
        found = yaml.load(text, _Loader)  # noqa: S506 - the loader is a safe one
        root = yaml.compose(text, yaml.SafeLoader)
    except _NoDayError as error:
        return [f"{_place(error.problem_mark)}: {_NO_DAY.format(found=error.problem)}"]
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return _explain_slips(source, text) or [
            f"{_place(mark)}: {_NOT_YAML.format(why=error.problem or error.context)}"
        ]
    # PyYAML raises whatever its own code stumbles over, such as AttributeError for "!!timestamp x".
    except (yaml.YAMLError, ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        return [f"2:1: {_NOT_YAML.format(why=re.sub(r'[^ -~]', '?', str(error)))}"]
    if isinstance(found, str):
        return _find_text_of_slips(source, text)
    return [_tell(fault) for fault in find_twice_written_keys(source, root, 2)]


def _explain_slips(source: SourceText, text: str) -> list[str]:
    """What is wrong in the words in which a brand's file is told of it; nothing where libyaml finds it right."""
    try:
        # Events alone: a tree of what nobody has measured could be a deep one.
        deque(yaml.parse(text, yaml.CSafeLoader), maxlen=0)
    except yaml.YAMLError as error:
        return [_tell(fault) for fault in explain_problem(source, text, 2, error, is_key=_is_key)]
    return []


def _find_text_of_slips(source: SourceText, text: str) -> list[str]:
    """The slips in fields that are all taken for one text, which MkDocs would publish.

    A text in Chinese between two lines of ``---`` may be meant as one, whatever colons it holds.
    """
    return [_tell(fault) for fault in find_slips(source, text, 2, is_setting)]


def _is_key(word: str) -> bool:
    return is_setting(word) or is_key_word(word)


def _tell(fault: Fault) -> str:
    """Line, column, cause and mend, in both languages."""
    texts = [render_fault(fault, load_translations("cli", locale)) for locale in ("zh-Hans", "en")]
    (chinese, hint), (english, english_hint) = [(text.message, text.hint or text.expected) for text in texts]
    return f"{fault.place.line}:{fault.place.column}: {chinese}；{hint} / {english}; {english_hint}"


def _find_excess(text: str) -> str:
    """What a small text would make a large tree of; events are read one by one, and no tree is built."""
    depth = aliases = 0
    for event in yaml.parse(text, yaml.SafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.AliasEvent):
            aliases += 1
        elif isinstance(event, yaml.ScalarEvent) and event.value == "<<" and event.implicit[0]:
            return f"{_place(event.start_mark)}: {_MERGE}"
        if depth > _DEEPEST or aliases > _MOST_ALIASES:
            return f"{_place(event.start_mark)}: {_TOO_DEEP}"
    return ""


def _place(mark: Any) -> str:
    """Line and column in the file, below the line of ``---``."""
    return f"{mark.line + 2}:{mark.column + 1}" if mark else "2:1"

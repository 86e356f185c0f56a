"""Front matter of hand-written pages, read before MkDocs does, which takes what it cannot read for text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import yaml
from mkdocs.structure.files import File
from mkdocs.utils.meta import YAML_RE


def iterate_front_matter_faults(files: Iterable[File]) -> Iterator[str]:
    """A line for each page whose front matter is no YAML: path, line, column, cause."""
    for file in files:
        try:
            found = YAML_RE.match(file.content_string)
        except (OSError, UnicodeError):
            continue  # MkDocs tells of it when it reads the page.
        if found and (fault := _find_fault(found[1])):
            yield f"{file.src_uri}:{fault}"


def _find_fault(text: str) -> str:
    """Line and column in the file, from 1, and what is wrong; nothing for YAML that can be read."""
    try:
        yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"{mark.line + 2}:{mark.column + 1}" if mark else "2:1"
        return f"{place}: 文件头不是正确的 YAML / the front matter is not YAML: {error.problem or error.context}"
    except (yaml.YAMLError, ValueError, TypeError) as error:
        return f"2:1: 文件头不是正确的 YAML / the front matter is not YAML: {error}"
    return ""

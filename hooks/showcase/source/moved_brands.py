"""Brands whose files were given another name since the work of this branch began, so that an old address is lost.

Only git knows what they were called; where it knows nothing, nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from showcase.model.brand import Status
from showcase.model.faults import Fault, Place
from showcase.source.brand_folder import Reading
from showcase.source.front_matter import split_page
from showcase.source.git import find_repository, run_git
from showcase.source.slug import is_slug
from showcase.source.source_text import decode_text
from showcase.source.successors import find_successor, write_aliases
from showcase.source.unreadable_error import UnreadableError
from showcase.source.yaml_tree import read_yaml

_MAIN: Final = (
    "refs/remotes/origin/HEAD",
    "refs/remotes/origin/main",
    "refs/remotes/origin/master",
    "refs/heads/main",
    "refs/heads/master",
)
"""What is published, most likely; the first that there is."""
_MOST: Final = 100
"""Brands that went, up to which what they were is looked at."""


class _Former(NamedTuple):
    """What identifies a brand that went."""

    slug: str
    name: object
    agency: object
    slogan: object


def find_moved(folder: Path, shown: str, reading: Reading) -> Iterator[Fault]:
    """Faults of the brands that had another address when this branch left the main one, and do not name it.

    ``shown`` is the brands folder as an editor would write it.
    """
    if not reading.brands or not find_repository(folder):
        return
    base = _find_base(folder)
    before = _list_files(folder, base) if base else {}
    claimed = {alias for brand in reading.brands for alias in brand.aliases}
    gone = before.keys() - reading.slugs - claimed
    came = [brand for brand in reading.brands if brand.slug not in before]
    if not came or not 0 < len(gone) <= _MOST:
        return
    for former in filter(None, (_read_former(folder, base, slug, before[slug]) for slug in sorted(gone))):
        if brand := find_successor(former.name, former.agency, former.slogan, came):
            line = write_aliases(brand.aliases, former.slug)
            path = brand.source if shown == "." else f"{shown}/{brand.source}"
            yield Fault("address-lost", Place(path), "aliases", {"found": former.slug, "suggestion": line})


def _find_base(folder: Path) -> str:
    """The commit at which this branch left the main one; the one it stands at where there is no other branch."""
    refs = (run_git(folder, "for-each-ref", "--format=%(refname)", *_MAIN) or "").split()
    main = next((ref for ref in _MAIN if ref in refs), "HEAD")
    return (run_git(folder, "merge-base", "HEAD", main) or "").strip()


def _list_files(folder: Path, commit: str) -> Mapping[str, str]:
    """The files of the brands that there were, by slug."""
    found: dict[str, str] = {}
    for path in (run_git(folder, "ls-tree", "-r", "-z", "--name-only", commit, "--", ".") or "").split("\0"):
        slug, slash, rest = path.partition("/")
        if not (rest == "index.md" if slash else slug.endswith(".md")):
            continue
        # What can be no address, as _draft.md or README.md, never was one.
        if is_slug(slug := slug.removesuffix(".md")):
            found[slug] = path
    return found


def _read_former(folder: Path, commit: str, slug: str, path: str) -> _Former | None:
    """What a brand was; ``None`` for a draft, whose address nobody knew, and where that cannot be read."""
    text = run_git(folder, "show", f"{commit}:./{path}")
    try:
        page = split_page(decode_text((text or "").encode(), path))
        fields = read_yaml(page.source, page.front_matter, 2).data
    except UnreadableError:
        return None
    if fields.get("status") == Status.DRAFT.value:
        return None
    return _Former(slug, fields.get("name"), fields.get("agency"), fields.get("slogan"))

"""The bundle of the full-text search: what Pagefind made, brought into one form and down to what is used.

Pagefind writes what it counted by in no fixed order, so that two runs differ and so do the names, which are digests.
Here everything is put in order and named by its content. What the first search fetches is made small on the way:

- Of each word on each page Pagefind keeps every place; a few are enough to rank pages and to show an excerpt.
- It puts many words into one file; here a file holds few, since a search asks for two or three.
- One file lists all others by digests, and of each page how many words it has; neither shrinks. Here neighbours share a
  digest, and the number, by which long pages are ranked lower, is told roughly.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from math import isqrt
from typing import Any, Final

from showcase.compile.pagefind import OTHER_FORM, PagefindError

ENTRY: Final = "pagefind-entry.json"
"""What a browser asks for first; it names the rest, so it is published last."""
_SCRIPT: Final = "pagefind-worker.js"
"""What does the work beside a page, so that the page does not halt; ``assets/fulltext.js`` speaks to it."""
_PARTED: Final = b'["zh","ja","th"].includes(primaryLang)'
"""Where its script has the browser part what is searched for; every browser does that otherwise than Pagefind parted
the text. ``assets/fulltext.js`` asks the index for its words instead."""
_INDEX: Final = "index/{}.pf_index"
_MAGIC: Final = b"pagefind_dcd"
_PLACES: Final = 3
"""Places of a word on a page that are kept."""
_COMMON: Final = 200
"""Pages above which one place of a word is: a word that so many have tells little of any."""
_POSTINGS: Final = 1500
"""Pages of all words of one file, more or less, in a small catalogue: some four kilobytes."""
_GROWTH: Final = 33
"""And so many times the root of how many pages there are in a large one, where it is costly to list many files."""
_WORD: Final = 3
"""Pages that weigh as much as a word itself."""
_TOGETHER: Final = 32
"""Files that share a digest."""
_DIGITS: Final = "0123456789abcdefghijklmnopqrstuv"
_BITS: Final = 3
"""Binary digits that are kept of how many words a page has."""
_LEVEL: Final = 9
_NAME: Final = 5
"""Bytes of a digest that name a file."""


def settle_bundle(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files that a browser asks for, the same for the same records; raises :class:`PagefindError`."""
    try:
        entry = json.loads(files[ENTRY])
        kept = {_SCRIPT: _leave_whole(files[_SCRIPT])}
        for language, told in entry["languages"].items():
            wasm = f"wasm.{told['wasm'] or 'unknown'}.pagefind"
            kept[wasm] = files[wasm]
            told["hash"] = _settle_language(language, told["hash"], files, kept)
        entry["include_characters"] = sorted(entry["include_characters"])
    except (LookupError, TypeError, ValueError, zlib.error, EOFError, gzip.BadGzipFile) as error:
        raise PagefindError(f"{OTHER_FORM}: {error!r}") from None
    kept[ENTRY] = json.dumps(entry, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    return kept


def _leave_whole(script: bytes) -> bytes:
    """The script of the search, without the parting of words."""
    if script.count(_PARTED) != 1:
        raise ValueError("its scripts part words otherwise")
    return script.replace(_PARTED, b" false")


def _settle_language(language: str, hash_: str, files: Mapping[str, bytes], kept: dict[str, bytes]) -> str:
    """Keeps what belongs to a language, and gives the name of what lists it."""
    version, pages, chunks, filters, _, *rest = _unpack(files[f"pagefind.{hash_}.pf_meta"])
    listed = list(_keep_pages(pages, language, files, kept))
    parts: list[tuple[str, str, bytes, bytes]] = []
    for *_, name in chunks:
        (words,) = _unpack(files[_INDEX.format(name)])
        lots = _part(words, max(_POSTINGS, _GROWTH * isqrt(len(pages))))
        parts += [(lot[0][0], lot[-1][0], *_pack([lot])) for lot in lots]
    index = []
    for (first, last, _, content), name in zip(parts, _name_together(language, [one[2] for one in parts]), strict=True):
        kept[_INDEX.format(name)] = content
        index.append([first, last, name])
    for one in filters:
        facet, values = _unpack(files[f"filter/{one[-1]}.pf_filter"])
        one[-1] = _keep(kept, "filter/{}.pf_filter", language, [facet, sorted(values)])
    return _keep(kept, "pagefind.{}.pf_meta", language, [version, listed, index, sorted(filters), [], *rest])


def _keep_pages(
    pages: Sequence[tuple[str, int]], language: str, files: Mapping[str, bytes], kept: dict[str, bytes]
) -> Iterator[tuple[str, int]]:
    """Keeps what is shown of each page, and gives its name and how many words it has."""
    contents = [files[f"fragment/{name}.pf_fragment"] for name, _ in pages]
    names = _name_together(language, [_digest(content) for content in contents])
    for name, content, (_, count) in zip(names, contents, pages, strict=True):
        kept[f"fragment/{name}.pf_fragment"] = content
        rest = max(0, count.bit_length() - _BITS)
        yield name, count >> rest << rest


def _part(words: Sequence[Any], most: int) -> Iterator[list[Any]]:
    """Words in lots that a search fetches whole, of so many pages at most unless one word has more."""
    lot: list[Any] = []
    weight = 0
    for word in words:
        pages = word[1]
        if lot and weight + _WORD + len(pages) > most:
            yield lot
            lot, weight = [], 0
        _thin_out(pages)
        lot.append(word)
        weight += _WORD + len(pages)
    if lot:
        yield lot


def _thin_out(pages: Sequence[Any]) -> None:
    """Leaves of a word on each page the first few places; weights, which are below zero, stand between them."""
    most = _PLACES if len(pages) <= _COMMON else 1
    for page in pages:
        places = page[1]
        if len(places) > most:
            seen = 0
            for index, place in enumerate(places):
                seen += place >= 0
                if seen == most:
                    del places[index + 1 :]
                    break


def _unpack(content: bytes) -> Any:
    # Imported here: a site is built without it where there is no Pagefind.
    import cbor2

    plain = gzip.decompress(content)
    if not plain.startswith(_MAGIC):
        raise ValueError(plain[: len(_MAGIC)])
    return cbor2.loads(plain[len(_MAGIC) :])


def _pack(value: Any) -> tuple[bytes, bytes]:
    """The digest of a value, and what is published of it."""
    import cbor2

    plain = _MAGIC + cbor2.dumps(value)
    return _digest(plain), gzip.compress(plain, _LEVEL, mtime=0)


def _keep(kept: dict[str, bytes], path: str, language: str, value: Any) -> str:
    digest, content = _pack(value)
    name = f"{language}_{digest.hex()}"
    kept[path.format(name)] = content
    return name


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_NAME).digest()


def _name_together(language: str, digests: Sequence[bytes]) -> Iterator[str]:
    """A name for each file, in the order of names; neighbours share a digest of their digests.

    Pages are told newest first, so whoever looks for the newest goes by their names.
    """
    for start in range(0, len(digests), _TOGETHER):
        together = digests[start : start + _TOGETHER]
        name = f"{language}_{start // _TOGETHER:04x}{_digest(b''.join(together)).hex()}"
        yield from (name + digit for digit, _ in zip(_DIGITS, together, strict=False))

"""The bundle of the full-text search: what Pagefind made, brought into one form and down to what is used.

Pagefind writes what it counted by in no fixed order, so that two runs differ and so do the names, which are digests.
Here everything is put in order and named by its content. Of each word on each page it keeps every place; a few are
enough to rank pages and to show an excerpt, and a common word is fetched in a fifth of the bytes.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from collections.abc import Mapping
from typing import Any, Final

from showcase.compile.pagefind import PagefindError

ENTRY: Final = "pagefind-entry.json"
"""What a browser asks for first; it names the rest, so it is published last."""
_SCRIPTS: Final = ("pagefind.js", "pagefind-worker.js")
"""What a page loads, and what does the work beside it, so that the page does not halt."""
_PARTED: Final = b'["zh","ja","th"].includes(primaryLang)'
"""Where its script has the browser part what is searched for; every browser does that otherwise than Pagefind parted
the text. ``assets/fulltext.js`` asks the index for its words instead."""
_MAGIC: Final = b"pagefind_dcd"
_PLACES: Final = 3
"""Places of a word on a page that are kept."""
_LEVEL: Final = 9
_NAME: Final = 7
"""Bytes of a digest that name a file."""


def settle_bundle(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files that a browser asks for, the same for the same records; raises :class:`PagefindError`."""
    try:
        entry = json.loads(files[ENTRY])
        kept = {name: _leave_whole(files[name]) for name in _SCRIPTS}
        for language, told in entry["languages"].items():
            wasm = f"wasm.{told['wasm'] or 'unknown'}.pagefind"
            kept[wasm] = files[wasm]
            told["hash"] = _settle_language(language, told["hash"], files, kept)
        entry["include_characters"] = sorted(entry["include_characters"])
    except (LookupError, TypeError, ValueError, zlib.error, EOFError, gzip.BadGzipFile) as error:
        raise PagefindError(f"its files have another form than is known here: {error!r}") from None
    kept[ENTRY] = json.dumps(entry, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    return kept


def _leave_whole(script: bytes) -> bytes:
    """The script of the search, without the parting of words."""
    if script.count(_PARTED) != 1:
        raise ValueError("its scripts part words otherwise")
    return script.replace(_PARTED, b" false")


def _settle_language(language: str, hash_: str, files: Mapping[str, bytes], kept: dict[str, bytes]) -> str:
    """Keeps what belongs to a language, and gives the name of what lists it."""
    version, pages, chunks, filters, sorts, *rest = _unpack(files[f"pagefind.{hash_}.pf_meta"])
    for name, *_ in pages:
        path = f"fragment/{name}.pf_fragment"
        kept[path] = files[path]
    for chunk in chunks:
        words = _unpack(files[f"index/{chunk[-1]}.pf_index"])
        _thin_out(words)
        chunk[-1] = _keep(kept, "index/{}.pf_index", language, words)
    for one in filters:
        facet, values = _unpack(files[f"filter/{one[-1]}.pf_filter"])
        one[-1] = _keep(kept, "filter/{}.pf_filter", language, [facet, sorted(values)])
    return _keep(kept, "pagefind.{}.pf_meta", language, [version, pages, chunks, sorted(filters), sorted(sorts), *rest])


def _thin_out(words: Any) -> None:
    """Leaves of each word on each page the first few places; weights, which are below zero, stand between them."""
    for _, pages, *_ in words[0]:
        for page in pages:
            places = page[1]
            if len(places) > _PLACES:
                seen = 0
                for index, place in enumerate(places):
                    seen += place >= 0
                    if seen == _PLACES:
                        del places[index + 1 :]
                        break


def _unpack(content: bytes) -> Any:
    # Imported here: a site is built without it where there is no Pagefind.
    import cbor2

    plain = gzip.decompress(content)
    if not plain.startswith(_MAGIC):
        raise ValueError(plain[: len(_MAGIC)])
    return cbor2.loads(plain[len(_MAGIC) :])


def _keep(kept: dict[str, bytes], path: str, language: str, value: Any) -> str:
    import cbor2

    plain = _MAGIC + cbor2.dumps(value)
    name = f"{language}_{hashlib.blake2b(plain, digest_size=_NAME).hexdigest()}"
    kept[path.format(name)] = gzip.compress(plain, _LEVEL, mtime=0)
    return name

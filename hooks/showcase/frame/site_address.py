"""The public address of a site: from one with more in it, links would lead nowhere, or tell a password."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

_HOST: Final = re.compile(r"[^\s\x00-\x20\"'<>\\^`{|}/?#@\[\]%]+|\[[0-9a-f:.]+\]", re.IGNORECASE)
_PATH: Final = re.compile(r"[^\s\x00-\x20\"<>\\^`{|}]*")
_SLASHES: Final = re.compile(r"/{2,}")
_PAGE: Final = re.compile(r"/index\.html?/?$", re.IGNORECASE)
_WHOLE: Final = (
    "site_url 要写完整的网址，只有 https://、主机和路径，末尾带斜杠；{how}"
    " / site_url takes a whole address of https://, host and path alone, with a slash at its end; {how_in_english}"
)
_AS_MEANT: Final = ("写成 {address}", "write {address}")
_EXAMPLE: Final = ("例如 https://www.example.gov.cn/showcase/", "such as https://www.example.gov.cn/showcase/")


def explain_address(url: str) -> str:
    """What is wrong with an address, and what to write; nothing where it is sound.

    What was found is not shown: there may be a password in it.
    """
    mended = mend_address(url)
    if mended == (url if url.endswith("/") else f"{url}/"):
        return ""
    chinese, english = (words.format(address=mended) for words in (_AS_MEANT if mended else _EXAMPLE))
    return _WHOLE.format(how=chinese, how_in_english=english)


def mend_address(url: str) -> str:
    """The address that is meant: without password, query, fragment, name of a page; nothing where it cannot be told."""
    try:
        parts = urlsplit(url.strip())
        host, port = parts.netloc.rpartition("@")[2], parts.port
    except ValueError:
        return ""
    name = host.removesuffix(f":{port}")
    path = _PAGE.sub("/", _SLASHES.sub("/", f"{parts.path}/"))
    if not _HOST.fullmatch(name) or not _PATH.fullmatch(path) or {".", ".."} & set(path.split("/")):
        return ""
    scheme = parts.scheme if parts.scheme in {"http", "https"} else "https"
    return f"{scheme}://{host}{path}"

"""Hostile files: in other encodings, of other kinds, under other names, and links that lead out of the folder."""

from __future__ import annotations

from hostile.case import HARMLESS, Case, write_page

PAGE = write_page("编码").decode()
ENCODED = (
    (PAGE.encode("gbk"), "wrong-encoding"),
    ((PAGE + "𠮷㐀").encode("gb18030"), "wrong-encoding"),
    (PAGE.encode("big5", "ignore"), "wrong-encoding"),
    (PAGE.encode("utf-16"), "wrong-encoding"),
    (PAGE.encode("utf-16-le"), "wrong-encoding"),
    (PAGE.encode("utf-16-be"), "wrong-encoding"),
    (PAGE.encode("utf-32"), "wrong-encoding"),
    (PAGE.encode("utf-32-be"), "wrong-encoding"),
    (PAGE.encode()[:-40] + b"\xe6\n", "broken-bytes"),
    (PAGE.encode() + b"\xed\xa0\x80", "broken-bytes"),
    (PAGE.encode() + b"\xf4\x90\x80\x80", "broken-bytes"),
    (PAGE.encode() + b"\xff", "broken-bytes"),
    (PAGE.encode() + b"\x00", "control-character"),
    (b"PK\x03\x04" + bytes(300), "not-a-text-file"),
    (b"\xd0\xcf\x11\xe0" + bytes(300), "not-a-text-file"),
    (b"%PDF-1.7\n", "not-a-text-file"),
    (b"\0" * 1_000, "wrong-encoding"),
    (b"a" * 1_100_000, "file-too-large"),
    (write_page("编码甲").replace(b"\n", b"\r\n"), HARMLESS),
    (write_page("编码乙").replace(b"\n", b"\r"), HARMLESS),
    (b"\xef\xbb\xbf" + write_page("编码丙"), HARMLESS),
    (b"\xef\xbb\xbf" * 2 + write_page("编码丁"), "no-front-matter"),
)
PDF = "{systems: [{kind: service, title: 规范, file: a.pdf}]}"
LOGO = "{logo: a.svg, logo_alt: 标识}"
GALLERY = "[{src: a.png, alt: 图}]"
LINKED = (
    ({"gallery": GALLERY}, {"a.png": "/etc/passwd"}, "outside-folder"),
    ({"gallery": GALLERY}, {"a.png": "../../../../../../etc/passwd"}, "outside-folder"),
    ({"gallery": GALLERY}, {"a.png": "a.png"}, "outside-folder"),
    ({"gallery": GALLERY}, {"a.png": "../ordinary-00/a.png"}, "outside-folder"),
    ({"gallery": GALLERY}, {"a.png": "/dev/zero"}, "outside-folder"),
    ({"gallery": GALLERY}, {"a.png": "nobody.png"}, "unreadable-file"),
    ({"gallery": GALLERY}, {"a.png": "."}, "unreadable-file"),
    ({"identity": LOGO}, {"a.svg": "/etc/hosts"}, "outside-folder"),
    ({"management": PDF}, {"a.pdf": "/etc/passwd"}, "outside-folder"),
    ({"management": PDF}, {"a.pdf": "../../mkdocs.yml"}, "outside-folder"),
    ({}, {"index.md": "/etc/passwd"}, "outside-folder"),
    ({}, {"index.md": "../../mkdocs.yml"}, "outside-folder"),
    ({}, {"index.md": "index.md"}, "no-index-file"),
)
BESIDE = (
    ({}, {"x.html": b"<script>alert(1)</script>"}, HARMLESS),
    ({}, {"index.html": b"<script>alert(1)</script>"}, HARMLESS),
    ({}, {"x.svg": b"<svg onload='alert(1)'/>"}, HARMLESS),
    ({}, {".htaccess": b"Options +ExecCGI"}, HARMLESS),
    ({}, {"x.php": b"<?php"}, HARMLESS),
    ({}, {"names.json": b"[]"}, HARMLESS),
    ({}, {f"{number}.txt": b"" for number in range(100)}, "too-many-files"),
    ({"management": PDF}, {"a.pdf": b"<html>%PDF"}, "not-pdf"),
    ({"management": PDF}, {"a.pdf": b"MZ" + bytes(50)}, "not-pdf"),
    ({"management": "{systems: [{kind: service, title: 规范, file: a.html}]}"}, {"a.html": b"<b>"}, "not-pdf"),
)
_ENCODED = tuple(Case("file", number, repr(data[:30]), code, data) for number, (data, code) in enumerate(ENCODED))
_LINKED = tuple(
    Case("file", number, str(links), code, write_page(f"文件{number:03}", **fields), links=links)
    for number, (fields, links, code) in enumerate(LINKED, len(_ENCODED))
)
CASES = (
    *_ENCODED,
    *_LINKED,
    *(
        Case("file", number, ", ".join(files)[:60], code, write_page(f"文件{number:03}", **fields), files)
        for number, (fields, files, code) in enumerate(BESIDE, len(_ENCODED) + len(_LINKED))
    ),
)
STRAY = {
    "Bad Name.md": "bad-folder-name",
    "-x.md": "bad-folder-name",
    "a..md": "bad-folder-name",
    "CON.md": "bad-folder-name",
    "nul.md": "bad-folder-name",
    "com1.md": "bad-folder-name",
    "\uff41.md": "bad-folder-name",
    "%2e%2e.md": "bad-folder-name",
    "a\\b.md": "bad-folder-name",
    "e\u0301.md": "bad-folder-name",
    "x.html": "stray-file",
    "x.svg": "stray-file",
    "x.php": "stray-file",
}
"""Files in the brands folder itself, each with its fault."""

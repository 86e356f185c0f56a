"""Texts and files that nobody would write: what Markdown, HTML, YAML, SVG and addresses are made of, in any order."""

from __future__ import annotations

import io
from random import Random
from typing import Any, Final

import yaml
from hostile.case import EVIL, MARK
from hypothesis import strategies as st
from PIL import Image as Pillow

_MARKDOWN = (
    *("# ", "## ", "\n", "\n\n", "  \n", "- ", "1. ", "> ", "    ", "\t", "***", "**", "*", "_", "`", "```\n"),
    *("~~~\n", "---\n", "|甲|乙|\n|-|-|\n|丙|丁|\n", "|", "[", "]", "(", ")", "![", "](", "]: ", "[^1]", "{: ", "{#a}"),
    *("}", "===\n", "\\", ":", "!", "[看](brand:sound)", "![图](a.png)", '![图](a.png "题")', "<https://a.cn>"),
    *("<a@b.cn>", "服务", "甲", "a ", " ", "，", "·"),
)
_HTML = (
    *("<", ">", "</", "/>", "<b>", "</b>", "<p>", "<p ", "</p>", "<h1>", "<table>", "<tr>", "<td>", "<pre>", "<a "),
    *("<img ", "<br>", "<script>", "</script>", f"<script>{MARK}</script>", f"<img src=x onerror={MARK}>", "<svg "),
    *("<math>", "<style>", "<iframe ", "<form>", "<base href=", "<meta ", "<template>", "<noscript>", "<!--"),
    *("-->", "<![CDATA[", "<?", "<plaintext>", "<textarea>", f' onload="{MARK}"', ' href="', ' src="', ' style="'),
    *(' id="', ' class="', ' title="', '"', "'", "=", "&lt;", "&#60;", "&#x3c", "&", "&amp;", "&quot;", "&colon;"),
    *("&Tab;", "&NewLine;"),
)
_ADDRESSES = (
    *(f"javascript:{MARK}", "JaVaScRiPt:", f"data:text/html,<script>{MARK}</script>", "vbscript:", f"//{EVIL}/x"),
    *(f"https://{EVIL}/x", "/\\", "../", "..%2f", "%00", "\\\\", "mailto:a@b.cn", "tel:12345", "#", "?", "brand:"),
    *("a.png", "http:", "file:///etc/passwd"),
)
_SIGNS = (
    *("\x00", "\x02", "\x03", "\x0b", "\x1b[31m", "\x85", "\u200b", "\u202e", "\u2028", "\ufeff", "\U000e0041"),
    *("😀", "e\u0301"),
)
STORY_PIECES: Final = (*_MARKDOWN, *_MARKDOWN, *_HTML, *_ADDRESSES, *_SIGNS)
"""Of stories; Markdown twice, so that much of what comes of it passes."""
_REFUSED = {"[^1]", "{: ", "{#a}"}
CALM_PIECES: Final = (
    *(piece for piece in _MARKDOWN if piece not in _REFUSED),
    "&",
    "<",
    ">",
    '"',
    "'",
    "&amp;",
    "https://a.cn/",
    "办事",
)
"""Of stories that mostly pass."""
DRAWING_PIECES: Final = (
    *("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>", "<svg", "</svg>", "<g>", "</g>"),
    *("<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'x'>", "<image href='data:image/png;base64,", "AAAA", "'/>"),
    *("<x:y xmlns:x='x'>", "</x:y>", " x:y='1'", "<metadata>", "</metadata>", "<text>", "</text>", "&amp;"),
    *("<path d='M0 0'/>", "<a", ">", "/>", "<use href='#a'/>", "<g id='a'>", "<style>", "</style>", "/*", "*/"),
    *("url(", "@import", "<script>", "<foreignObject>", "<set ", f" onload='{MARK}'", f" href='//{EVIL}'"),
    *(" xlink:href='#a'", " xmlns:xlink='x'", "<!DOCTYPE svg [", "<!ENTITY x 'y'>", "&x;", "<?xml?>", "<?x?>"),
    *("<![CDATA[", "]]>", "<!--", "-->", "\xa0", "\x00", "&#0;", "&#60;", " viewBox='0 0 1e999 9'", " width='9px'"),
)
_WORDS = (
    *("浙里办", "掌上办事", "a", "", " ", "no", "null", "0571", "2024-13-45", "2024-05", "12:30", "1e999", "0x1f"),
    *("9" * 60, ".inf", "~", "#1b66d6", "a.png", "a.svg", "a.pdf", "../a", "/etc/passwd", f"javascript:{MARK}"),
    *(f"https://{EVIL}/", "https://a.cn", "a@b.cn", "13800138000", "0571-12345", "done", "web", "<b>"),
    *(f"<script>{MARK}</script>", "{{ 7*7 }}", "=1+1", "::error::", "\u202e", "\x1b", "甲" * 200),
)
_KEYS = (
    *("name", "agency", "category", "slogan", "summary", "status", "published", "level", "featured", "since"),
    *("tags", "aliases", "identity", "logo", "logo_alt", "color", "meaning", "service", "audience", "items"),
    *("channels", "methods", "commitments", "management", "systems", "kind", "title", "file", "supervision"),
    *("type", "value", "satisfaction", "rate", "culture", "phases", "appraisal", "start", "end", "evidence"),
    *("designation", "results", "label", "unit", "period", "source", "honours", "year", "cases", "text", "consent"),
    *("gallery", "src", "alt", "contact", "phone", "email", "website", "sources", "url", "date", "甲", "<<"),
)

SOUND: Final[dict[str, Any]] = {
    "name": "浙里好办",
    "agency": "hostile",
    "category": "hostile",
    "slogan": "好办快办，一次办成",
    "summary": "一个入口汇集多项服务，在手机上就能查询、办理、评价。",
    "sources": [{"title": "公开资料"}],
}
"""Front matter without a fault."""


def write_stories(pieces: tuple[str, ...] = STORY_PIECES) -> st.SearchStrategy[str]:
    """Stories."""
    return st.lists(st.sampled_from(pieces) | st.text(max_size=6), max_size=40).map("".join)


def write_values() -> st.SearchStrategy[Any]:
    """Front matter as YAML would give it: words, numbers, lists and maps within one another."""
    words = (
        st.sampled_from(_WORDS)
        | st.integers()
        | st.floats()
        | st.booleans()
        | st.none()
        | st.dates()
        | st.text(max_size=8)
    )
    keys = st.sampled_from(_KEYS)
    return st.recursive(
        words, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=5), max_leaves=12
    )


def write_fields() -> st.SearchStrategy[dict[str, Any]]:
    """Sound front matter with some fields replaced and some added."""
    return st.dictionaries(st.sampled_from(_KEYS), write_values(), max_size=4).map(lambda more: {**SOUND, **more})


def invent_stories(seed: int, count: int, pieces: tuple[str, ...] = STORY_PIECES) -> list[str]:
    """Stories at random, the same for the same seed."""
    random = Random(seed)
    return ["".join(random.choices(pieces, k=random.randint(3, 40))) for _ in range(count)]


def invent_page(seed: int, number: int) -> bytes:
    """A brand's file that mostly passes, by the number, with strange texts in its fields and in its story."""
    random = Random(f"{seed} {number}")
    words = [word for word in _WORDS if word.strip() and len(word) < 60 and word.isprintable() and "<" not in word]
    words += [f"&lt;script&gt;{MARK}&lt;/script&gt;", f'" onload="{MARK}', f"'-{MARK}-'", "</", "]]>", "\\u003cscript"]
    story = invent_stories(random.randrange(10**9), 1, CALM_PIECES)[0]
    fields: dict[str, Any] = {
        **SOUND,
        "name": f"怪品牌{number}号",
        "identity": {"meaning": random.choice(words)},
        "culture": {"concept": random.choice(words), "values": random.sample(words, 2)},
        "cases": [{"title": random.choice(words), "text": random.choice(words), "consent": True}],
    }
    return f"---\n{yaml.safe_dump(fields, allow_unicode=True)}---\n\n办事。\n\n{story}\n".encode()


def _draw(form: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    Pillow.linear_gradient("L").resize((64, 40)).convert("RGB").save(buffer, form, **options)
    return buffer.getvalue()


PICTURES: Final = {
    "a.png": _draw("PNG"),
    "a.jpg": _draw("JPEG", progressive=True),
    "a.webp": _draw("WEBP"),
    "a.avif": _draw("AVIF"),
}
"""Sound pictures by name."""


def damage(data: bytes) -> st.SearchStrategy[bytes]:
    """A file with bytes changed, taken out or put in at a few places, or cut short."""
    place = st.integers(0, len(data))
    change = st.tuples(place, st.integers(0, 12), st.binary(max_size=8))

    def apply(changes: list[tuple[int, int, bytes]]) -> bytes:
        damaged = data
        for start, length, more in changes:
            damaged = damaged[:start] + more + damaged[start + length :]
        return damaged

    return st.lists(change, min_size=1, max_size=4).map(apply) | place.map(lambda end: data[:end])

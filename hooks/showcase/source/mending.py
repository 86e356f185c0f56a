"""Guesses at what an editor meant, in the form the model takes: days, addresses, colours."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from showcase.model.values import YEARS, PartialDate, find_last_day, is_device_name, is_file_name, is_phone
from showcase.source.yaml_scalars import resolve_plain

_DATE: Final = re.compile(
    r"\s*(\d{4})\s*[年./-]\s*(?:(\d{1,2})\s*(?:[月./-]\s*(?:(\d{1,2})\s*[日号]?)?)?)?(?:\s*[T\d:.Z+]*)?\s*"
)
_DASH: Final = re.compile("[‐‑–−]")
_DATE_DASH: Final = re.compile("[‐‑‒–—―−─]+(?![0-9]{3})")
"""Another dash between the parts of a day; four digits behind one are those of another year."""
_EXTENSION: Final = re.compile(r" ?(?:分机|转接|转分机|[eE][xX][tT]\.?)号?:? ?(?=[0-9])")
"""What stands before the digits of an extension, but for ``转`` alone."""
_COMPACT_DATE: Final = re.compile(r"(\d{4})(?:(\d{2})(\d{2})?)?")
_HEX: Final = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})")
_BEHIND_URL: Final = re.compile(r"[\s，；、！…（）()「」『』“”‘’《》〈〉【】<>\"|{}^`\\]|：(?![/／0-9０-９])")
_PLAIN: Final = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`\x00-\x1f][^:#,\[\]{}\n\t]*")
"""What no sign of YAML stands in."""
_NO_PART_OF_NAME: Final = re.compile(r"[^A-Za-z0-9_.%、，,；;\-一-鿿]+")
"""Signs that no name of a file has; a comma may part two names, and what a percent sign means is not known."""
_HOST: Final = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:[/?#]\S*)?")


def mend_phone(raw: str) -> str | None:
    """An office line between double quotes; nothing of what is none."""
    text = _EXTENSION.sub(" 转 ", _DASH.sub("-", unicodedata.normalize("NFKC", raw))).strip()
    return quote_text(text) if is_phone(text) else None


def has_wide_digits(raw: str) -> bool:
    """Whether a text has full-width digits."""
    return any("０" <= char <= "９" for char in raw)


def mend_date(raw: str) -> str | None:
    """``2024年5月20日``, ``2024.5.20``, ``2024—05—20`` or ``20240520`` as ``2024-05-20``."""
    try:
        return str(PartialDate.parse("-".join(_split_date(raw))))
    except ValueError:
        return None


def explain_date(raw: str) -> dict[str, str]:
    """What of a date does not exist: its day, its month, or its year on this site; nothing of what is no date."""
    year, month, day = (*_split_date(raw), "", "", "")[:3]
    if year and int(year) not in YEARS:
        return {"year": year}
    if month and not 1 <= int(month) <= 12:
        return {"number": month}
    if day:
        last = find_last_day(int(year), int(month))
        if not 1 <= int(day) <= last:
            return {"month": f"{year}-{int(month):02}", "day": day, "last": str(last)}
    return {}


def _split_date(raw: str) -> list[str]:
    """Year, month and day as they are written, as far as there are any; nothing of what is no date."""
    text = _DATE_DASH.sub("-", unicodedata.normalize("NFKC", raw))
    found = _DATE.fullmatch(text) or _COMPACT_DATE.fullmatch(text)
    return [part for part in found.groups() if part] if found else []


def mend_color(raw: str) -> str | None:
    """``1B66D6`` as ``#1b66d6``."""
    found = _HEX.fullmatch(unicodedata.normalize("NFKC", raw).strip())
    return f"#{found[1].lower()}" if found else None


def mend_url(raw: str) -> str | None:
    """``www.gov.cn`` as ``https://www.gov.cn``; full-width signs made narrow, and what follows the address cut off."""
    # Behind the first sign that no address holds stands what is told of it: https://a.gov.cn，点击进入.
    text = unicodedata.normalize("NFKC", _BEHIND_URL.split(raw.strip(), maxsplit=1)[0]).rstrip("。").replace("。", ".")
    text = re.sub(r"^(https?)[:/]+", r"\1://", text, flags=re.IGNORECASE)
    if re.match(r"https?://", text, re.IGNORECASE):
        return text if text != raw else None
    return f"https://{text}" if _HOST.fullmatch(text) else None


def mend_email(raw: str) -> str | None:
    """Full-width signs made narrow, blanks taken away."""
    text = re.sub(r"\s+", "", unicodedata.normalize("NFKC", raw)).replace("。", ".").removeprefix("mailto:")
    return text if text != raw and text.count("@") == 1 else None


def mend_slug(raw: str) -> str | None:
    """``Zhe_Li Ban`` as ``zhe-li-ban``, and of a path such as ``brands/zheliban/`` the last part."""
    path = unicodedata.normalize("NFKC", raw).lower().strip().removesuffix(".md")
    parts = [part for part in re.split(r"[/\\]", path) if part not in ("", "index", "index.html")]
    text = re.sub(r"[^a-z0-9]+", "-", parts[-1] if parts else "").strip("-")[:64].strip("-")
    return text if text and not is_device_name(text) else None


def mend_file_name(raw: str) -> str | None:
    """``images/my logo.png`` as ``my-logo.png``."""
    text = _NO_PART_OF_NAME.sub("-", re.split(r"[/\\]", raw.strip())[-1])
    return text if text != raw and is_file_name(text) else None


def quote_text(raw: str) -> str:
    """A text between double quotes, as YAML wants them."""
    escaped = raw.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def write_text(text: str) -> str:
    """A text as a value that YAML reads as that text, anywhere: in quotes where it could be taken for another thing."""
    return text if _PLAIN.fullmatch(text) and isinstance(resolve_plain(text), str) else quote_text(text)


def shorten(text: str, most: int = 40) -> str:
    """A text on one line, cut to ``most`` characters."""
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[: most - 1]}…"

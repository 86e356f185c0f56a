"""Signs around a name or a slogan that were meant to set it off, and are shown with it: “浙里办”, 【浙里办】."""

from __future__ import annotations

from typing import Final

from showcase.model.values import take_quotes_off
from showcase.source.vocabulary_terms import fold_name

_PAIRS: Final = {
    '"': '"',
    "'": "'",
    "＂": "＂",
    "＇": "＇",
    "“": "”",
    "‘": "’",
    "「": "」",
    "『": "』",
    "【": "】",
    "〖": "〗",
    "〔": "〕",
    "《": "》",
    "〈": "〉",
    "（": "）",
    "(": ")",
    "［": "］",
    "[": "]",
}
_QUOTES: Final = frozenset("\"'＂＇“”‘’「」『』")
_CLOSERS: Final = {closer: opener for opener, closer in _PAIRS.items()}
_END: Final = "。．.，,、；;：:…"
"""What ends a sentence or a part of one, and no name."""
_END_OR_CALL: Final = f"{_END}！!？?～~—-·"
_NO_QUOTES: Final = dict.fromkeys(map(ord, _QUOTES))


def take_signs_off(text: str, *, is_name: bool) -> str:
    """The text without quotation marks or brackets around all of it, and without a quotation mark that is alone.

    A name goes without a full stop or the like, too.
    """
    if text.isalnum():
        return text
    while (bare := _take_off(text.rstrip(_END) if is_name else text)) != text:
        text = bare
    return text


def fold_brand_name(text: str) -> str:
    """The name of a brand without the differences that readers do not see, or do not take for any."""
    if text.isalnum():
        return fold_name(text)
    while (bare := _take_off(text.strip().rstrip(_END_OR_CALL))) != text:
        text = bare
    return fold_name(text.translate(_NO_QUOTES))


def _take_off(text: str) -> str:
    """The text without one pair around it, or one mark that has no other."""
    text = text.strip()
    if len(text) < len("“甲"):
        return text
    first, last, inner = text[0], text[-1], text[1:-1]
    if _PAIRS.get(first) == last and first not in inner and last not in inner:
        return inner.strip()
    if first in _QUOTES and (bare := take_quotes_off(text)):
        return bare
    if last in _QUOTES and not {last, _CLOSERS.get(last)} & {*text[:-1]}:
        return text[:-1].rstrip()
    if first in _QUOTES and not {first, _PAIRS.get(first)} & {*text[1:]}:
        return text[1:].lstrip()
    return text

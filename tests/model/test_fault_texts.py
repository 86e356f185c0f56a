"""Every fault is told in both languages, documented, and made by some part of the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from showcase.language import load_translations
from showcase.model.fault_kinds.kind import Kind
from showcase.model.fault_texts import KINDS, TERMS, placeholders, render_fault
from showcase.model.faults import Fault, Place, Severity

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "hooks" / "showcase"
CHINESE = load_translations("cli", "zh-Hans")
SEVERITIES = {"错误": Severity.ERROR, "警告": Severity.WARNING, "建议": Severity.ADVICE}


def texts_of(kind: Kind) -> list[str]:
    several = [kind.title, kind.message, kind.expected, kind.found, kind.hint]
    return [text for one in several for text in ((one,) if isinstance(one, str) else one) if text]


def has_words(text: str) -> bool:
    """Whether a text holds a phrase, and not only names, numbers and signs that are the same everywhere."""
    return bool(re.search(r"\b[a-z]+ [a-z]+\b", text))


@pytest.mark.parametrize("code", KINDS)
def test_kinds_are_complete(code: str) -> None:
    kind = KINDS[code]
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", code)
    assert not placeholders(kind.title)
    assert kind.hint, "every fault says how to mend it"


@pytest.mark.parametrize("code", KINDS)
def test_kinds_are_translated(code: str) -> None:
    kind = KINDS[code]
    assert re.search("[一-鿿]", CHINESE.gettext(kind.title))
    for text in texts_of(kind):
        translated = CHINESE.gettext(text)
        assert sorted(placeholders(translated)) == sorted(placeholders(text))
        if has_words(text):
            assert translated != text


@pytest.mark.parametrize("term", TERMS.values())
def test_terms_are_translated(term: str) -> None:
    assert CHINESE.gettext(term) != term


def test_every_code_is_told_somewhere_and_every_told_code_is_a_kind() -> None:
    files = [path for path in SOURCES.rglob("*.py") if "fault_kinds" not in path.parts]
    told = {code for path in files for code in re.findall(r'"([a-z]+(?:-[a-z]+)+|alias|anchor|tag)"', path.read_text())}
    assert set(KINDS) <= told
    made = r'\b(?:Fault|PictureError|PydanticCustomError|_fault|fault)\(\s*(?:complaint, |tree, )?"([a-z-]+)"'
    named = {code for path in files for code in re.findall(made, path.read_text())}
    assert named <= set(KINDS)


def test_the_reference_lists_every_kind() -> None:
    text = (ROOT / "docs" / "reference" / "faults.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z-]+)` \| (\S+) \| (.+?) \| (.+?) \|$", text, re.MULTILINE)
    listed = {code: (SEVERITIES[severity], cause) for code, severity, cause, _ in rows}
    assert len(listed) == len(rows)
    assert listed == {code: (kind.severity, CHINESE.gettext(kind.title)) for code, kind in KINDS.items()}


@pytest.mark.parametrize(
    ("details", "message", "hint"),
    [
        ({"key": "slogn", "suggestion": "slogan"}, "没有 slogn 这个键", "是不是 slogan？"),
        ({"key": "color", "parent": "identity"}, "没有 color 这个键", "color 要写在 identity 下面，缩进两个空格"),
        ({}, "没有这个键", "删去这一行，或者写进第二个 --- 下面的正文"),
    ],
)
def test_the_first_text_that_can_be_filled_is_used(details: dict[str, str], message: str, hint: str) -> None:
    text = render_fault(Fault("unknown-key", Place("x.md"), details=details), CHINESE)
    assert (text.message, text.hint) == (message, hint)


def test_braces_in_a_detail_are_left_alone() -> None:
    fault = Fault("not-text", Place("x.md"), details={"found": "{found_kind} {0}", "found_kind": "boolean"})
    assert render_fault(fault, CHINESE).found == "{found_kind} {0}（YAML 会当成“是/否”）"

"""A failed build as the overlay tells it, and the script that shows it as text."""

import json
import re
from pathlib import Path

import pytest

from showcase.cli.failures import Failure
from showcase.cli.serving import overlay
from showcase.cli.serving.board import State
from showcase.cli.serving.overlay import draw_waiting, inject_overlay
from showcase.cli.serving.problem import compose_problem, compose_words
from showcase.model.faults import Fault, Place

ASSETS = Path(overlay.__file__).parent
HOSTILE = "</script><img src=x onerror=alert(1)>\u202e\n\ndata: x"


def make_fault(number: int = 1, **details: str) -> Fault:
    place = Place(f"brands/{number:03}.md", 3, 5, 4, "key: nmae")
    return Fault("unknown-key", place, "nmae", {"found": "nmae", "suggestion": "name", **details})


def test_tells_errors_with_place_source_and_hint() -> None:
    problem = compose_problem(Failure((make_fault(), Fault("name-long", Place("brands/b.md")))), "en")
    (fault,) = problem["faults"]
    assert problem["title"] == "The change cannot be shown: 1 error"
    assert (fault["place"], fault["code"]) == ("brands/001.md:3:5", "unknown-key")
    assert fault["source"] == ("key:", " nma", "e")
    assert ("hint", "did you mean name?") in [(name, note.lower()) for name, note in fault["notes"]]


def test_is_chinese_first() -> None:
    assert compose_problem(Failure((make_fault(),)), "zh-Hans")["title"] == "这次改动没有显示出来：有 1 个错误"
    assert set(compose_words("zh-Hans")) == set(compose_words("en"))


def test_counts_what_is_too_much_to_show() -> None:
    problem = compose_problem(Failure(tuple(make_fault(number) for number in range(30))), "en")
    assert len(problem["faults"]) == 20
    assert problem["more"] == "10 more errors are listed in the terminal."


def test_tells_a_cause_without_faults() -> None:
    problem = compose_problem(Failure(why="mkdocs.yml: bad\nline\u200b"), "en")
    assert (problem["title"], problem["why"], problem["faults"], problem["more"]) == (
        "The change cannot be shown",
        "mkdocs.yml: bad\nline\\u{200b}",
        [],
        "",
    )


def test_a_state_is_one_line_whatever_is_in_it() -> None:
    problem = compose_problem(Failure((make_fault(found=HOSTILE),), HOSTILE), "en")
    text = State(problem=problem).as_json()
    assert len(text.splitlines()) == 1
    assert "\\u{202e}" in json.loads(text)["problem"]["why"]


@pytest.mark.parametrize(
    ("page", "whole"),
    [
        (b"<body>a</body></html>", b"<body>a{}</body></html>"),
        (b"<pre></body></pre></body>", b"<pre></body></pre>{}</body>"),
        (b"a", b"a{}"),
        (b"", b"{}"),
    ],
)
def test_adds_one_script_at_the_end(page: bytes, whole: bytes) -> None:
    tag = b'<script src="/__preview__/overlay.js" data-version="&quot;&gt;" defer></script>'
    assert inject_overlay(page, '">') == whole.replace(b"{}", tag)


def test_the_waiting_page_escapes_its_words() -> None:
    assert b"&lt;b&gt;" in draw_waiting({"waiting": "<b>", "patience": ""})


def test_the_script_sets_text_and_no_markup() -> None:
    script = (ASSETS / "overlay.js").read_text(encoding="utf-8")
    assert re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|srcdoc|setHTML", script) == []


def test_the_overlay_asks_nothing_of_another_host() -> None:
    texts = [path.read_text(encoding="utf-8") for path in overlay.ASSETS.values()]
    assert [text for text in texts if re.search(r"https?:|@import|url\(", text)] == []

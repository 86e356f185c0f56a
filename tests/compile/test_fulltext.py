"""The full-text search: made by the real Pagefind, once for the same words, and never in the way of the site."""

import base64
import gzip
import json
import os
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import cbor2
import pytest
from click.testing import Result

from showcase.compile.advance import Advance
from showcase.compile.bundle import settle_bundle
from showcase.compile.pagefind import PagefindError, find_binary, index_records
from showcase.compile.side_process import SilentError, work_beside
from showcase.model.brand import Brand

LayOut = Callable[[Path, str], Path]
Run = Callable[..., Result]
ReadTree = Callable[[Path], dict[str, bytes]]

ENTRY = "pagefind/pagefind-entry.json"
KINDS = {
    r"pagefind-entry\.json",
    r"pagefind-worker\.js",
    r"wasm\.unknown\.pagefind",
    r"pagefind\.zh_\w+\.pf_meta",
    r"filter/zh_[0-9a-f]{10}\.pf_filter",
    r"(?:index|fragment)/zh_[0-9a-f]{14}[0-9a-v]\.pf_(?:index|fragment)",
}
STORY = "brands/haoban/index.md"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, lay_out: LayOut) -> Path:
    made = lay_out(tmp_path_factory.mktemp("fulltext") / "project", "right/full")
    settings = made / "base.yml"
    text = settings.read_text(encoding="utf-8")
    assert "fulltext: false" in text
    settings.write_text(text.replace("fulltext: false", "fulltext: true"), encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def first(project: Path, run: Run) -> Result:
    return run(project, "build", "--json")


def figures(result: Result) -> Any:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def pick(tree: dict[str, bytes]) -> dict[str, bytes]:
    return {path: content for path, content in tree.items() if path.startswith("pagefind/")}


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_bundle_holds_what_is_used_and_pages_say_so(project: Path, first: Result, read_tree: ReadTree) -> None:
    assert figures(first)["seconds"]["search"] > 0
    site = read_tree(project / "site")
    names = [path.removeprefix("pagefind/") for path in pick(site)]
    assert [name for name in names if not any(re.fullmatch(kind, name) for kind in KINDS)] == []
    assert {kind for kind in KINDS if any(re.fullmatch(kind, name) for name in names)} == KINDS
    fragments = [content for path, content in site.items() if path.endswith(".pf_fragment")]
    told = [json.loads(gzip.decompress(one).removeprefix(b"pagefind_dcd")) for one in fragments]
    assert {"brands/haoban/", "about/", "news/2026/01/05/opening/"} <= {one["url"] for one in told}
    assert {"news/", "brands/", "areas/"}.isdisjoint({one["url"] for one in told})
    for path, content in site.items():
        if path.endswith("index.html") and b"http-equiv=refresh" not in content.replace(b'"', b""):
            (script,) = re.findall(rb'data-fulltext="?([^">\s]+)', content) or [b""]
            assert (project / "site" / Path(path).parent / script.decode()).is_file(), path
            assert b"'wasm-unsafe-eval'" in content, path


def test_the_same_words_give_the_same_bytes(project: Path, first: Result, run: Run, read_tree: ReadTree) -> None:
    figures(first)
    again = run(project, "build", "--json", "--site", "again", "--cache", ".again", "--jobs", "1")
    assert figures(again)["seconds"]["search"] > 0
    assert pick(read_tree(project / "again")) == pick(read_tree(project / "site"))


def test_it_is_made_anew_for_a_word_and_for_nothing_else(
    project: Path, first: Result, run: Run, read_tree: ReadTree
) -> None:
    figures(first)
    before = pick(read_tree(project / "site"))
    edit(project / STORY, "color: ", "color: '#123456' # ")
    coloured = figures(run(project, "build", "--json"))
    assert (coloured["rendered"] > 0, coloured["seconds"]["search"]) == (True, 0)
    assert pick(read_tree(project / "site")) == before

    with (project / STORY).open("a", encoding="utf-8") as file:
        file.write("\n新写的一句独一无二。\n")
    told = figures(run(project, "build", "--json"))
    assert told["seconds"]["search"] > 0
    after = pick(read_tree(project / "site"))
    assert before.keys() - after.keys() != set()
    clean = run(project, "build", "--json", "--site", "clean", "--cache", ".clean")
    assert (figures(clean)["brands"], pick(read_tree(project / "clean"))) == (told["brands"], after)

    gone = next(path for path in after if path.endswith(".pf_fragment"))
    (project / "site" / gone).unlink()
    mended = figures(run(project, "build", "--json"))
    assert (mended["written"], pick(read_tree(project / "site"))) == (1, after)

    without = figures(run(project, "build", "--json", "--no-search"))
    assert (without["seconds"]["search"], pick(read_tree(project / "site"))) == (0, {})


@pytest.mark.parametrize(
    ("binary", "told"),
    [
        (None, "no full-text search: there is no Pagefind for this system."),
        ("#!/bin/sh\necho broken >&2; exit 3", "no full-text search: broken."),
        ("#!/bin/sh\nhead -c 9 >/dev/null; exit 3", "no full-text search: Pagefind ended with exit code: 3."),
        ("#!/bin/sh\necho hello,", "no full-text search: "),
        ("not a program", "no full-text search: "),
    ],
)
def test_without_pagefind_the_site_is_whole(
    project: Path,
    tmp_path: Path,
    run: Run,
    read_tree: ReadTree,
    monkeypatch: pytest.MonkeyPatch,
    binary: str | None,
    told: str,
) -> None:
    program = tmp_path / "pagefind"
    program.write_text(binary or "", encoding="utf-8")
    program.chmod(0o755)
    for module in ("cli.building", "compile.fulltext"):
        monkeypatch.setattr(f"showcase.{module}.find_binary", lambda: program if binary else None)
    (project / ".lacking/stamp.json").unlink(missing_ok=True)
    result = run(project, "build", "--site", "lacking", "--cache", ".lacking", "--jobs", "1")
    assert (result.exit_code, "Traceback" in result.output) == (0, False), result.output
    assert told in result.stderr
    site = read_tree(project / "lacking")
    assert pick(site) == {}
    home = site["index.html"]
    assert (b"data-fulltext" in home, b"wasm-unsafe-eval" in home, b"fulltext." in home) == (False, False, False)


@pytest.mark.parametrize(
    "answer",
    [
        *(None, [], {}, 1, {"payload": None}, {"payload": {}}, {"payload": {"type": None}}),
        {"payload": {"type": "Error"}},
        *({"payload": {"type": "GetFiles", **more}} for more in ({}, {"files": 1}, {"files": [{}]}, {"files": [None]})),
        {"payload": {"type": "GetFiles", "files": [{"path": "a", "content": "a"}]}},
    ],
)
def test_an_answer_of_another_form_is_refused(tmp_path: Path, answer: object) -> None:
    program = write_program(tmp_path, f"echo {base64.b64encode(json.dumps(answer).encode()).decode()},")
    with pytest.raises(PagefindError, match="another answer"):
        index_records(program, [], lambda _: None)


def test_one_that_does_not_answer_is_ended(tmp_path: Path) -> None:
    program = write_program(tmp_path, f"echo $$ >{tmp_path}/number; exec sleep 60")
    with pytest.raises(PagefindError, match="does not answer"):
        index_records(program, [], lambda _: None, patience=0.5)
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "number").read_text()), 0)


def test_a_process_that_tells_nothing_is_not_waited_for() -> None:
    with work_beside(sleep_long, lambda *_: None) as work, pytest.raises(SilentError):
        work.wait(0.1)


def sleep_long(_advance: Advance) -> Iterator[None]:
    time.sleep(60)
    yield


def write_program(folder: Path, script: str) -> Path:
    program = folder / "pagefind"
    program.write_text(f"#!/bin/sh\n{script}", encoding="utf-8")
    program.chmod(0o755)
    return program


def test_a_brand_that_cannot_be_told_is_named(
    project: Path, run: Run, read_tree: ReadTree, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tell(brand: Brand) -> list[str]:
        if brand.slug == "haoban":
            raise ValueError("no words")
        return [brand.name]

    monkeypatch.setattr("showcase.views.fulltext.record.tell_brand", tell)
    # Whatever threads other tests have left: a process that is not forked would not know of this.
    monkeypatch.setattr("showcase.compile.side_process.can_fork", lambda: True)
    result = run(project, "build", "--site", "untold", "--cache", ".untold", "--jobs", "1")
    assert (result.exit_code, "Traceback" in result.output) == (0, False), result.output
    assert "no full-text search: brands/haoban/: ValueError('no words')." in result.stderr
    assert pick(read_tree(project / "untold")) == {}


def pack(value: Any) -> bytes:
    return gzip.compress(b"pagefind_dcd" + cbor2.dumps(value))


def make_files(order: int) -> dict[str, bytes]:
    """What Pagefind writes, its facets in one order or the other."""
    names = ("area", "level")[::order]
    filters = {f"filter/zh_{name}{order}.pf_filter": pack([name, [["b", [1]], ["a", [0]]][::order]]) for name in names}
    words = [["的", [[0, [-25, 1, 2, 3, 4], []], [1, [-25, 9], [-1, 0]]], []]]
    facets = [[name, f"zh_{name}{order}"] for name in names]
    meta = ["1.5.2", [["zh_1", 5], ["zh_2", 5]], [["的", "的", "zh_i"]], facets, [["since", [0, 1]]], ["title"]]
    entry = {"version": "1.5.2", "languages": {"zh": {"hash": f"zh_m{order}", "wasm": None, "page_count": 2}}}
    return {
        **filters,
        "pagefind-worker.js": b'let f=(l)=>{return["zh","ja","th"].includes(primaryLang);};',
        "pagefind-ui.js": b"ui",
        "wasm.unknown.pagefind": b"wasm",
        "fragment/zh_1.pf_fragment": b"1",
        "fragment/zh_2.pf_fragment": b"2",
        "index/zh_i.pf_index": pack([words]),
        f"pagefind.zh_m{order}.pf_meta": pack(meta),
        "pagefind-entry.json": json.dumps({**entry, "include_characters": ["b", "a"][::order]}).encode(),
    }


def test_the_order_of_pagefind_does_not_show() -> None:
    settled = settle_bundle(make_files(1))
    assert settled == settle_bundle(make_files(-1))
    assert settled["pagefind-worker.js"] == b"let f=(l)=>{return false;};"
    assert not any("ui" in path for path in settled)
    (index,) = (content for path, content in settled.items() if path.startswith("index/"))
    plain = cbor2.loads(gzip.decompress(index).removeprefix(b"pagefind_dcd"))
    assert plain == [[["的", [[0, [-25, 1, 2, 3], []], [1, [-25, 9], [-1, 0]]], []]]]


def test_the_names_of_pages_tell_their_order() -> None:
    pages = [(f"zh_{hash(str(number))}", 5) for number in range(700)]
    meta = ["1.5.2", pages, [["的", "的", "zh_i"]], [], [], ["title"]]
    fragments = {f"fragment/{name}.pf_fragment": name.encode() for name, _ in pages}
    settled = settle_bundle({**make_files(1), **fragments, "pagefind.zh_m1.pf_meta": pack(meta)})
    told = [content.decode() for path, content in sorted(settled.items()) if path.startswith("fragment/")]
    assert told == [name for name, _ in pages]


@pytest.mark.parametrize(
    "damage",
    [
        {"pagefind-worker.js": b"another version"},
        {"index/zh_i.pf_index": b"no gzip"},
        {"index/zh_i.pf_index": gzip.compress(b"no magic")},
        {"pagefind.zh_m1.pf_meta": pack([1])},
        {"pagefind-entry.json": b"{}"},
    ],
)
def test_another_form_is_refused(damage: dict[str, bytes]) -> None:
    with pytest.raises(PagefindError):
        settle_bundle({**make_files(1), **damage})


def test_the_program_is_found() -> None:
    binary = find_binary()
    assert binary is not None
    assert binary.is_file()

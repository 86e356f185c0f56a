"""The build command: the same bytes on every way, what it publishes and clears away, what it tells."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from click.testing import Result

from showcase.compile.survey_beside import LookBeside

ROOT = Path(__file__).parents[2]
KEYS = ["brands", "left_out", "targets", "rendered", "reused", "written", "removed", "seconds"]
STAGES = ["read", "docs", "render", "search", "publish", "total"]
FAULTY = "---\nname: 坏\n---\n"

Run = Callable[..., Result]
LayOut = Callable[[Path, str], Path]
ReadTree = Callable[[Path], dict[str, bytes]]
WriteBrands = Callable[[Path, int], None]


@pytest.fixture
def project(tmp_path: Path, lay_out: LayOut) -> Path:
    """Three pages of brands, one draft and one retired brand among them, with old addresses."""
    return lay_out(tmp_path / "project", "right/statuses")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory, lay_out: LayOut, write_brands: WriteBrands) -> Path:
    """A project of more files than are made in one process."""
    project = lay_out(tmp_path_factory.mktemp("many") / "project", "right/full")
    write_brands(project / "brands", 90)
    return project


def execute(project: Path, *command: str, **environment: str) -> str:
    """Runs Python in a process of its own; returns what it prints."""
    base = {name: value for name, value in os.environ.items() if name not in ("TZ", "SOURCE_DATE_EPOCH", "LANG")}
    done = subprocess.run(
        [sys.executable, *command],
        cwd=project,
        env={**base, "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def tree(many: Path, read_tree: ReadTree) -> dict[str, bytes]:
    """Every file of the site, made in one process."""
    execute(many, str(ROOT / "build.py"), "--site", "one", "--jobs", "1", PYTHONHASHSEED="0", TZ="UTC")
    return read_tree(many / "one")


@pytest.mark.parametrize(
    ("name", "jobs", "environment"),
    [
        ("three-jobs", "3", {"PYTHONHASHSEED": "12345"}),
        ("elsewhere", "1", {"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LANG": "en_US.UTF-8"}),
        ("another-day", "2", {"SOURCE_DATE_EPOCH": "86400", "TZ": "America/Los_Angeles", "LC_ALL": "C"}),
    ],
)
def test_gives_the_same_bytes_everywhere(
    many: Path, tree: dict[str, bytes], read_tree: ReadTree, name: str, jobs: str, environment: dict[str, str]
) -> None:
    said = execute(many, str(ROOT / "build.py"), "--site", name, "--jobs", jobs, "--json", **environment)
    assert json.loads(said)["targets"] > 200
    assert read_tree(many / name) == tree


def test_gives_the_same_bytes_beside_threads(many: Path, tree: dict[str, bytes], read_tree: ReadTree, run: Run) -> None:
    """A process with threads, as ``serve`` is, is not forked: its workers are handed all that they need."""
    ended = Event()
    thread = Thread(target=ended.wait)
    thread.start()
    try:
        assert run(many, "build", "--site", "threads", "--cache", ".cache-threads", "--jobs", "2").exit_code == 0
    finally:
        ended.set()
        thread.join()
    assert read_tree(many / "threads") == tree


def test_gives_the_same_bytes_as_mkdocs(many: Path, tree: dict[str, bytes], read_tree: ReadTree) -> None:
    execute(many, "-m", "mkdocs", "build", "--site-dir", "plain")
    assert read_tree(many / "plain") == tree


def test_mkdocs_refuses_a_link_to_no_brand(tmp_path: Path, lay_out: LayOut) -> None:
    project = lay_out(tmp_path / "project", "broken/unknown-brand-in-docs")
    with pytest.raises(AssertionError, match=r"docs/about\.md"):
        execute(project, "-m", "mkdocs", "build")


@pytest.mark.parametrize(
    "args", [(), ("build",), ("--site", "site"), ("build", "--force")], ids=["nothing", "build", "option", "force"]
)
def test_build_is_the_command_meant(project: Path, run: Run, args: tuple[str, ...]) -> None:
    assert run(project, *args).exit_code == 0
    assert (project / "site/brands/haoban/index.html").is_file()


def test_ctrl_c_while_a_command_is_imported_ends_quietly(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_name: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("showcase.cli.main.importlib.import_module", interrupt)
    result = run(tmp_path, "build")
    assert (result.exit_code, result.output) == (130, "")


def test_tells_json(project: Path, run: Run) -> None:
    result = run(project, "build", "--json")
    told = json.loads(result.stdout)
    assert list(told) == KEYS
    assert list(told["seconds"]) == STAGES
    files = sum(path.is_file() for path in (project / "site").rglob("*")) - 1
    assert [told[key] for key in KEYS[:-1]] == [3, 0, files, files, 0, files, 0]
    assert all(seconds >= 0 for seconds in told["seconds"].values())
    assert result.stdout.count("\n") == 1


def test_tells_one_line(project: Path, run: Run) -> None:
    for _ in range(2):
        result = run(project, "build")
        assert result.stdout.startswith("Published 3 brands (1 of them retired), ")
        assert result.stdout.count("\n") == 1
    (project / "brands/laodangan.md").unlink()
    result = run(project, "build", "--skip-invalid")
    assert result.stdout.startswith("Published 1 brands, ")


def list_times(site: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in site.rglob("*")}


def test_doubts_settings_that_look_like_a_slip(project: Path, run: Run) -> None:
    (project / "mkdocs.yml").write_text(
        'INHERIT: base.yml\nextra:\n  showcase:\n    site_code: "12345"\n    icp: 京ICP备1号\n', encoding="utf-8"
    )
    for _ in range(2):
        result = run(project, "build")
        assert result.exit_code == 0
        told = [line for line in result.stderr.splitlines() if "extra.showcase" in line]
        usual = "a site code is ten digits, or bm and eight digits"
        assert told == [f"warning: mkdocs.yml: extra.showcase.site_code: 12345: {usual}."]


def test_a_second_build_changes_nothing(project: Path, run: Run) -> None:
    run(project, "build")
    files = {path: time for path, time in list_times(project / "site").items() if Path(path).is_file()}
    told = json.loads(run(project, "build", "--json").stdout)
    assert (told["written"], told["removed"]) == (0, 0)
    assert {path: time for path, time in list_times(project / "site").items() if Path(path).is_file()} == files


def test_only_what_changed_is_written(project: Path, run: Run) -> None:
    run(project, "build")
    brand = project / "brands/laodangan.md"
    brand.write_text(brand.read_text(encoding="utf-8") + "\n档案都还在。\n", encoding="utf-8")
    told = json.loads(run(project, "build", "--json").stdout)
    # The page, and the data beside it.
    assert (told["written"], told["removed"]) == (2, 0)


def test_writes_nowhere_but_where_it_is_told_to(project: Path, read_tree: ReadTree, tmp_path: Path) -> None:
    (tmp_path / "temporary").mkdir()
    (tmp_path / "home").mkdir()
    before = read_tree(project)
    places = ("--site", str(tmp_path / "o/site"), "--cache", str(tmp_path / "o/cache"))
    folders = {"TMPDIR": str(tmp_path / "temporary"), "HOME": str(tmp_path / "home")}
    execute(project, str(ROOT / "build.py"), "build", *places, **folders)
    assert read_tree(project) == before
    assert {path.name for path in tmp_path.iterdir()} == {"home", "temporary", "o", project.name}
    assert [*(tmp_path / "temporary").iterdir(), *(tmp_path / "home").iterdir()] == []
    assert {path.name for path in (tmp_path / "o").iterdir()} == {"site", "cache"}


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="names are Unicode there")
def test_names_in_another_encoding_are_told_and_kept(project: Path, run: Run) -> None:
    (project / "brands/other").mkdir()
    (project / "brands/laodangan.md").rename(project / "brands/other/index.md")
    for name in ("other/办.png", "办.md"):
        path = os.fsencode(project / "brands") + b"/" + name.encode("gbk")
        with open(path, "wb") as file:  # noqa: PTH123 - no Path is made of bytes
            file.write(b"x")
        os.utime(path, (1, 1))
    os.utime(project / "brands/other/index.md", (1, 1))  # Old enough to be signed.
    for _ in range(2):
        result = run(project, "build", "--skip-invalid")
        assert result.exit_code == 3
        assert "error[bad-folder-name]" in result.stderr
    assert (project / "site/brands/other/index.html").is_file()


def test_a_site_that_is_surveyed_beside_is_mended_the_same(
    project: Path, run: Run, read_tree: ReadTree, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[object] = []

    def count(*args: Any) -> LookBeside:
        begun.append(args)
        return LookBeside(*args)

    monkeypatch.setattr("showcase.compile.survey_beside._WORTH_A_PROCESS", 0)
    monkeypatch.setattr("showcase.compile.survey_beside.LookBeside", count)
    assert run(project, "build", "--jobs", "2").exit_code == 0
    assert begun == []  # There was no site.
    (project / "site/brands/laodangan/index.html").unlink()
    (project / "site/brands/index.html").write_text("theirs")
    (project / "site/brands/stray.html").write_text("theirs")
    (project / "brands/bad.md").write_text(FAULTY, encoding="utf-8")
    assert run(project, "build", "--jobs", "2", "--skip-invalid").exit_code == 3
    assert len(begun) == 1
    run(project, "build", "--skip-invalid", "--site", "clean", "--cache", ".clean")
    assert read_tree(project / "site") == read_tree(project / "clean")


def test_a_removed_brand_goes(project: Path, run: Run, read_tree: ReadTree) -> None:
    run(project, "build")
    (project / "brands/laodangan.md").unlink()
    brand = project / "brands/haoban.md"
    brand.write_text(brand.read_text(encoding="utf-8").replace("[老档案](brand:laodangan)", "老档案"), encoding="utf-8")
    told = json.loads(run(project, "build", "--json").stdout)
    # The page, the data beside it, the page of its old address.
    assert told["removed"] == 3
    assert not (project / "site/brands/laodangan").exists()
    assert not (project / "site/brands/jiudangan").exists()
    run(project, "build", "--site", "fresh")
    assert read_tree(project / "site") == read_tree(project / "fresh")


def test_brands_of_another_folder(project: Path, run: Run, tmp_path: Path) -> None:
    (project / "brands").rename(tmp_path / "elsewhere")
    assert run(project, "build").exit_code == 2
    assert run(project, "build", "--brands", "../elsewhere").exit_code == 0
    assert (project / "site/brands/haoban/index.html").is_file()


def test_leaves_out_what_is_invalid(project: Path, run: Run) -> None:
    (project / "brands/huai.md").write_text(FAULTY, encoding="utf-8")
    assert run(project, "build").exit_code == 1
    assert not (project / "site/index.html").exists()
    result = run(project, "build", "--skip-invalid", "--json")
    told = json.loads(result.stdout)
    assert (result.exit_code, told["brands"], told["left_out"]) == (3, 3, 1)
    assert "brands/huai.md" in result.stderr
    assert not (project / "site/brands/huai").exists()


def test_a_broken_vocabulary_cannot_be_skipped(project: Path, run: Run) -> None:
    (project / "brands/_catalogue.yml").write_text("agencies: [", encoding="utf-8")
    assert run(project, "build", "--skip-invalid").exit_code == 1


def test_no_story_links_to_a_draft(project: Path, run: Run) -> None:
    page = project / "site/brands/haoban/index.html"
    draft = project / "brands/xinchuangkou.md"
    run(project, "build")
    assert "，新窗口还在准备" in page.read_text(encoding="utf-8")
    draft.write_text(draft.read_text(encoding="utf-8").replace("status: draft\n", ""), encoding="utf-8")
    run(project, "build")
    assert '，<a href="../xinchuangkou/">新窗口</a>还在准备' in page.read_text(encoding="utf-8")


def test_no_hand_written_page_links_to_a_draft(project: Path, run: Run, read_tree: ReadTree) -> None:
    about = project / "docs/about.md"
    about.write_text("# 关于\n\n看[新窗口](brand:xinchuangkou)，也看[好办](brand:haoban)。\n", encoding="utf-8")
    result = run(project, "build")
    assert result.exit_code == 0, result.stderr
    page = (project / "site/about/index.html").read_text(encoding="utf-8")
    assert '看新窗口，也看<a href="../brands/haoban/">好办</a>。' in page
    execute(project, "-m", "mkdocs", "build", "--site-dir", "plain")
    assert read_tree(project / "plain") == read_tree(project / "site")
    draft = project / "brands/xinchuangkou.md"
    draft.write_text(draft.read_text(encoding="utf-8").replace("status: draft\n", ""), encoding="utf-8")
    run(project, "build")
    page = (project / "site/about/index.html").read_text(encoding="utf-8")
    assert '看<a href="../brands/xinchuangkou/">新窗口</a>，' in page


def test_no_hand_written_page_keeps_the_rest_from_being_published(project: Path, run: Run) -> None:
    about = project / "docs/about.md"
    about.write_text("# 关于\n\n看[港好](brand:ganghao)，也看[无](brand:nirgends)。\n", encoding="utf-8")
    (project / "brands/ganghao.md").write_text(FAULTY, encoding="utf-8")
    assert run(project, "build").exit_code == 1
    result = run(project, "build", "--skip-invalid", "--json")
    assert (result.exit_code, json.loads(result.stdout)["left_out"]) == (3, 1)
    assert [line for line in result.stderr.splitlines() if "docs/about.md:" in line] == [
        " --> docs/about.md:3:13",
        " --> docs/about.md:3:34",
    ]
    assert "看港好，也看无。" in (project / "site/about/index.html").read_text(encoding="utf-8")


def test_no_story_links_to_what_was_left_out(project: Path, run: Run) -> None:
    (project / "brands/ganghao.md").write_text(FAULTY, encoding="utf-8")
    assert run(project, "build", "--skip-invalid").exit_code == 3
    page = (project / "site/brands/haoban/index.html").read_text(encoding="utf-8")
    assert "与港好相互照应" in page


def test_refuses_a_folder_of_somebody_else(project: Path, run: Run, read_tree: ReadTree) -> None:
    (project / "site/papers").mkdir(parents=True)
    (project / "site/papers/letter.txt").write_text("Dear", encoding="utf-8")
    result = run(project, "build")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--force" in result.stderr
    assert read_tree(project / "site") == {"papers/letter.txt": b"Dear"}
    assert run(project, "build", "--force").exit_code == 0
    assert not (project / "site/papers").exists()


FOREIGN = "Removed from the site, for no build had put it there: "


def place_foreign(site: Path, *names: str) -> None:
    for name in names:
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text("theirs", encoding="utf-8")


def test_names_the_files_of_somebody_else_that_it_removes(project: Path, run: Run) -> None:
    assert FOREIGN not in run(project, "build").stderr
    place_foreign(project / "site", "brands/z.html", "papers/letter.txt", "red\x1b[31m.txt", ".htaccess")
    (project / "site/brands/haoban/index.html").unlink()
    # The pages of a brand that is gone are no surprise.
    (project / "brands/laodangan.md").unlink()
    brand = project / "brands/haoban.md"
    brand.write_text(brand.read_text(encoding="utf-8").replace("[老档案](brand:laodangan)", "老档案"), encoding="utf-8")
    result = run(project, "build", "--json")
    assert json.loads(result.stdout)["removed"] == 6
    told = [line for line in result.stderr.splitlines() if line.startswith(FOREIGN)]
    assert len(told) == 1
    assert told[0].startswith(f"{FOREIGN}brands/z.html, papers/letter.txt, red\\u{{1b}}[31m.txt. Put files")
    assert (project / "site/.htaccess").is_file()
    assert FOREIGN not in run(project, "build").stderr
    place_foreign(project / "site", *(f"{number}.txt" for number in range(7)))
    assert "0.txt, 1.txt, 2.txt, 3.txt, 4.txt, 2 more. " in run(project, "build").stderr


def test_takes_no_page_of_its_own_for_a_file_of_somebody_else(project: Path, run: Run) -> None:
    """Without the record of the last build nobody knows whose a file was."""
    run(project, "build")
    shutil.rmtree(project / ".cache")
    (project / "brands/laodangan.md").unlink()
    assert FOREIGN not in run(project, "build", "--skip-invalid").stderr
    assert not (project / "site/brands/laodangan").exists()
    place_foreign(project / "theirs", "letter.txt")
    assert f"{FOREIGN}letter.txt." in run(project, "build", "--skip-invalid", "--force", "--site", "theirs").stderr


@pytest.mark.parametrize("site", [".", "brands", "docs", ".."])
def test_never_clears_away_its_sources(project: Path, run: Run, read_tree: ReadTree, site: str) -> None:
    before = read_tree(project)
    result = run(project, "build", "--force", "--site", site)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"error: {site}: ")
    assert "--site" in result.stderr
    after = {name: content for name, content in read_tree(project).items() if not name.startswith(".cache/")}
    assert after == before


@pytest.mark.parametrize("cache", ["site/c", "brands", "docs", "docs/c", ".", ".."])
def test_keeps_its_record_out_of_the_site_and_its_sources(
    project: Path, run: Run, read_tree: ReadTree, cache: str
) -> None:
    run(project, "build")
    (project / "docs/pages").mkdir()
    (project / "docs/pages/ours.md").write_text("# 一页", encoding="utf-8")
    before = read_tree(project)
    result = run(project, "build", "--cache", cache)
    assert (result.exit_code, result.stdout) == (2, "")
    assert cache in result.stderr
    assert read_tree(project) == before
    assert not (project / "docs/c").exists()


@pytest.mark.parametrize("theirs", ["notes.txt", "stamp.json/a", "docs/index.md", "docs/pages/a.md", ".git/config"])
def test_keeps_its_record_out_of_a_folder_of_other_files(
    project: Path, run: Run, read_tree: ReadTree, theirs: str
) -> None:
    for name in (theirs, "more/of/it.txt"):
        (project / "theirs" / name).parent.mkdir(parents=True)
        (project / "theirs" / name).write_text("原有", encoding="utf-8")
    before = read_tree(project)
    result = run(project, "build", "--cache", "theirs")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "theirs: holds other files" in result.stderr
    assert read_tree(project) == before


@pytest.mark.parametrize("left", [(), ("docs/pages.new/a.html",), ("docs/docs.json", "docs/pages/index.html")])
def test_goes_on_from_a_record_that_was_cut_short(project: Path, run: Run, left: tuple[str, ...]) -> None:
    for name in left:
        (project / "record" / name).parent.mkdir(parents=True, exist_ok=True)
        (project / "record" / name).write_text("", encoding="utf-8")
    assert run(project, "build", "--cache", "record").exit_code == 0
    assert run(project, "build", "--cache", "record").exit_code == 0


@pytest.mark.parametrize("folder", [".", "docs", "hooks"])
def test_a_folder_that_is_not_the_one_of_the_brands_is_told_as_that(project: Path, run: Run, folder: str) -> None:
    for command in ("build", "check"):
        result = run(project, command, "--brands", folder)
        assert result.exit_code == 1
        told = result.stdout + result.stderr
        assert told.count("error[") == 1
        assert "error[no-vocabulary]" in told
        assert "--brands" in told


def test_a_folder_without_its_page_is_told_every_time(project: Path, run: Run) -> None:
    assert run(project, "build").exit_code == 0
    (project / "brands/leer").mkdir()
    assert run(project, "build").exit_code == 1
    assert [run(project, "build", "--skip-invalid").exit_code for _ in range(2)] == [3, 3]
    assert run(project, "build").exit_code == 1


def test_sweeps_what_a_killed_build_left(project: Path, run: Run, read_tree: ReadTree) -> None:
    run(project, "build")
    before = read_tree(project / "site")
    left = project / "site/.showcase-stage/brands/haoban"
    left.mkdir(parents=True)
    (left / "index.html").write_text("half a pa", encoding="utf-8")
    assert run(project, "build").exit_code == 0
    assert read_tree(project / "site") == before


@pytest.mark.parametrize(
    "args", [("--jobs", "0"), ("--jobs", "many"), ("--lang", "fr"), ("nonsense",), ("--nonsense",)]
)
def test_wrong_usage(project: Path, run: Run, args: tuple[str, ...]) -> None:
    assert run(project, *args).exit_code == 2
    assert not (project / "site").exists()


def test_needs_a_configuration(tmp_path: Path, run: Run) -> None:
    result = run(tmp_path, "build")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "mkdocs.yml" in result.stderr


def test_speaks_chinese(project: Path, run: Run) -> None:
    assert run(project, "build", "--lang", "zh").stdout.startswith("已发布 3 个品牌（其中 1 个已停用）、")


def test_without_a_search_no_page_offers_one(project: Path, run: Run, read_tree: ReadTree) -> None:
    for told, are_there in (((), True), (("--no-search",), False), ((), True)):
        assert run(project, "build", *told).exit_code == 0
        site = read_tree(project / "site")
        pages = [text for name, text in site.items() if name.endswith("/index.html") and b'class="find"' in text]
        assert len(pages) > 10
        assert {b"data-search" in text for text in pages} == {are_there}
        assert any(name.startswith("search/") for name in site) == are_there

import contextlib
import fcntl
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hostile.build import HostileBuild
from hostile.catalogue import write_hostile, write_ordinary
from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir
from kept_templates import keep_templates

from showcase.catalogue.catalogue import Catalogue, build_catalogue
from showcase.cli.main import showcase
from showcase.model.brand import Brand
from showcase.model.vocabulary import Vocabulary

ROOT = Path(__file__).parents[1]
SITES = Path(__file__).parent / "sites"
VOCABULARY = Vocabulary.model_validate(
    {
        "agencies": {"office": {"name": "政务中心"}, "harbour": {"name": "港口局"}, "archive": {"name": "档案馆"}},
        "categories": {"desk": {"name": "政务"}, "road": {"name": "交通"}},
        "levels": {"city": {"name": {"zh-Hans": "市级", "en": "City"}}, "county": {"name": "县级"}},
    }
)
Once = Callable[[str, Callable[[Path], None]], Path]
SLOW = {"browser": "browser", "hostile": "browser", "cli": "build", "compile": "build", "frame": "build"}
MEMORY = Path("/dev/shm")
ROOM = 2 << 30
"""Bytes, several times what a run of the tests has lying at a time."""
LEAST = {"agency": "office", "category": "desk", "slogan": "好办快办，一次办成", "summary": "一" * 20}

# Some hundred commands are started, each of which would compile the program anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False


def choose_temporary_folder() -> None:
    """Lets temporary files lie in memory where there is room: a run writes and removes them by the ten thousands.

    Whoever names a place by TMPDIR or ``--basetemp`` gets that one.
    """
    if "TMPDIR" not in os.environ and os.access(MEMORY, os.W_OK):
        told = os.statvfs(MEMORY)
        if told.f_bavail * told.f_frsize > ROOM and not told.f_flag & os.ST_NOEXEC:
            os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


choose_temporary_folder()
set_hypothesis_home_dir(ROOT / ".cache/hypothesis")
# The same examples in every run, and no failure because a machine was busy.
settings.register_profile("showcase", derandomize=True, deadline=None, database=None)
settings.register_profile("fuzz", derandomize=False, deadline=None, max_examples=1_000, print_blob=True)
settings.load_profile("showcase")


def pytest_configure(config: pytest.Config) -> None:
    # Before the tests are imported, whose own settings build on these.
    if config.getoption("--fuzz"):
        settings.load_profile("fuzz")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--fuzz", action="store_true", help="try new examples, and many; see make fuzz")
    parser.addoption("--update-golden", action="store_true", help="write the golden files instead of comparing them")


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of this run of the tests share."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "kept"
    (folder / "templates").mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def once(kept: Path) -> Once:
    """Gives the folder that was made under a name; the first process that asks makes it, the others wait."""

    def make(name: str, fill: Callable[[Path], None]) -> Path:
        folder, done = kept / name, kept / f"{name}.done"
        with (kept / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                fill(folder)
                done.touch()
        return folder

    return make


@pytest.fixture(scope="session", autouse=True)
def templates_are_kept(kept: Path) -> None:
    """Every build of a project compiles the templates of the chrome; one is enough."""
    keep_templates(kept / "templates")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts slow tests first in the first and in the second half, quick ones behind them.

    ``--dist worksteal`` gives each worker a run of tests, and who has none left takes from the end of another's: what
    a browser or a build was started for stays with one worker, and quick tests even out the rest.
    """
    kinds: dict[str, list[pytest.Item]] = {"browser": [], "build": [], "quick": []}
    for item in items:
        kinds[SLOW.get(item.path.relative_to(ROOT / "tests").parts[0], "quick")].append(item)
    middle = max(0, len(items) // 2 - len(kinds["browser"]))
    quick = kinds["quick"]
    items[:] = [*kinds["browser"], *quick[:middle], *kinds["build"], *quick[middle:]]


@pytest.fixture
def hold(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Holds a text against its golden file; ``--update-golden`` writes the file instead."""

    def compare(golden: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            golden.parent.mkdir(parents=True, exist_ok=True)
            golden.write_text(text, encoding="utf-8")
        assert text == golden.read_text(encoding="utf-8")

    return compare


@pytest.fixture(scope="session")
def lay_out() -> Callable[[Path, str], Path]:
    """Lays out a case of ``tests/sites`` as a project in a new folder, over what all cases share."""

    def copy(folder: Path, case: str) -> Path:
        shutil.copytree(SITES / "docs", folder / "docs")
        shutil.copy(ROOT / "mkdocs.yml", folder / "project.yml")
        shutil.copy(SITES / "base.yml", folder)
        (folder / "mkdocs.yml").write_text("INHERIT: base.yml\n", encoding="utf-8")
        (folder / "hooks").symlink_to(ROOT / "hooks")
        if not (SITES / case / "brands").is_dir():
            shutil.copytree(SITES / "right/minimal/brands", folder / "brands")
        return shutil.copytree(SITES / case, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("golden*"))

    return copy


@pytest.fixture(scope="session")
def run() -> Callable[..., Result]:
    """Runs ``build.py`` in a project, in this process; what is not caught there is not caught here."""

    def invoke(project: Path, *args: str) -> Result:
        with contextlib.chdir(project):
            return CliRunner().invoke(showcase, ["--lang", "en", *args], prog_name="build.py", catch_exceptions=False)

    return invoke


@pytest.fixture(scope="session")
def read_tree() -> Callable[[Path], dict[str, bytes]]:
    """Every file of a folder: POSIX path to bytes."""

    def read(folder: Path) -> dict[str, bytes]:
        files = (path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(files)}

    return read


@pytest.fixture(scope="session")
def write_brands() -> Callable[[Path, int], None]:
    """Writes brands by the number into a folder, all of five lines; every third is of another body and area."""

    def write(folder: Path, count: int) -> None:
        for number in range(1, count + 1):
            agency, category = ("harbour", "road") if number % 3 == 0 else ("office", "desk")
            lines = (
                f"name: 品牌{number}号",
                f"agency: {agency}",
                f"category: {category}",
                "slogan: 好办快办，一次办成",
                f"summary: 排在第{number}位的服务品牌，只为看看许多品牌放在一起的样子。",
            )
            text = "\n".join(["---", *lines, "---", ""])
            (folder / f"brand-{number:03}.md").write_text(text, encoding="utf-8")

    return write


@pytest.fixture(scope="session")
def make_brand() -> Callable[..., Brand]:
    """A brand of a slug, with front matter over what is required."""

    def make(slug: str, **front: Any) -> Brand:
        return Brand.model_validate({"slug": slug, "name": f"品牌{slug}", **LEAST, **front})

    return make


@pytest.fixture(scope="session")
def make_catalogue(make_brand: Callable[..., Brand]) -> Callable[..., Catalogue]:
    """A catalogue of brands, given as slug to front matter."""

    def make(brands: dict[str, dict[str, Any]], *, drafts: bool = False) -> Catalogue:
        return build_catalogue([make_brand(slug, **front) for slug, front in brands.items()], VOCABULARY, drafts=drafts)

    return make


@pytest.fixture(scope="session")
def demonstration(once: Once, run: Callable[..., Result]) -> Path:
    """The site of the demonstration catalogue."""

    def fill(folder: Path) -> None:
        places = ("--site", str(folder / "site"), "--cache", str(folder / "cache"))
        result = run(ROOT, "build", "--jobs", "1", *places)
        assert result.exit_code == 0, result.stderr

    return once("demonstration", fill) / "site"


@pytest.fixture(scope="session")
def hostile_build(once: Once, lay_out: Callable[[Path, str], Path], run: Callable[..., Result]) -> HostileBuild:
    """A site of fifty ordinary brands, then the same with hundreds of hostile ones among them."""

    def fill(folder: Path) -> None:
        project = lay_out(folder / "project", "right/minimal")
        # As many on a page as a site has them; with fewer, most of what a browser has to open would be lists.
        address = "site_url: https://showcase.example.com/hostile/"
        config = f"INHERIT: base.yml\n{address}\nextra: {{showcase: {{page_size: 48}}}}\n"
        (project / "mkdocs.yml").write_text(config, encoding="utf-8")
        shutil.rmtree(project / "brands")
        write_ordinary(project / "brands")
        calm = run(project, "build", "--jobs", "1", "--site", "calm", "--cache", ".calm")
        assert calm.exit_code == 0, calm.output
        write_hostile(project / "brands")
        result = run(project, "build", "--jobs", "1", "--skip-invalid", "--json")
        HostileBuild.write(folder, result)

    return HostileBuild.read(once("hostile", fill))

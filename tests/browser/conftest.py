"""A real Chromium before the built demonstration catalogue, served from below a host's root."""

import html
import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import yaml
from click.testing import Result
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Response,
    expect,
    sync_playwright,
)

PATIENCE = 60_000
"""Milliseconds after which a busy machine is a broken one."""
expect.set_options(timeout=PATIENCE)

ROOT = Path(__file__).parents[2]
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Of all --disable-features the last one counts: these are Playwright's own where they touch what a page does, then what
# only takes time. The pages of an address bar that nobody sees take more of it than most pages of the site.
UNWANTED = (
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "MediaRouter",
    "OptimizationHints",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AimEnabled",
    "LensOverlay",
    "NetworkTimeServiceQuerying",
    "PreconnectToSearch",
    "SpareRendererForSitePerProcess",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
    "WebUIOmniboxPopup",
)
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    f"--disable-features={','.join(UNWANTED)}",
)


class SitesHandler(SimpleHTTPRequestHandler):
    """Serves folders side by side, as a plain static server does: what is missing gets its site's ``404.html``."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, self.path.split("/")[1], "404.html")
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        """Takes a form and shows what was sent."""
        sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
        body = f"<!doctype html><link rel=icon href='data:,'><title>sent</title><pre>{html.escape(sent)}</pre>".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is the standard library's
        """Says nothing."""


class SitesServer(ThreadingHTTPServer):
    """Takes as many connections at once as browsers open."""

    # With the five of the standard library a busy machine drops some, which are tried again after up to a minute.
    request_queue_size = 256


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that is served; every site is a folder in it."""
    return tmp_path_factory.mktemp("sites")


@pytest.fixture(scope="session")
def host(sites: Path) -> Iterator[str]:
    server = SitesServer(("127.0.0.1", 0), partial(SitesHandler, directory=str(sites)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def address(host: str, sites: Path, demonstration: Path) -> str:
    """Where the demonstration catalogue is served; ends with a slash."""
    (sites / "showcase").symlink_to(demonstration)
    return f"{host}/showcase/"


@pytest.fixture(scope="session")
def other_end(host: str) -> str:
    """The address of the form's other end: for a browser another host, though the server is the same."""
    return f"{host.replace('127.0.0.1', 'localhost')}/feedback"


@pytest.fixture(scope="session")
def small_address(
    host: str, other_end: str, sites: Path, tmp_path_factory: pytest.TempPathFactory, run: Callable[..., Result]
) -> str:
    """Where another site is served: pages of twelve brands, nine areas, an address, own hosts, a form of feedback."""
    project = tmp_path_factory.mktemp("small")
    for folder in ("docs", "hooks"):
        (project / folder).symlink_to(ROOT / folder, target_is_directory=True)
    (project / "brands").mkdir()
    for path in [*ROOT.glob("brands/*.md"), ROOT / "brands/_catalogue.yml"]:
        if path.name != "yangguang-guomen.md":
            shutil.copy(path, project / "brands")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for was, becomes in {
        'site_url: ""': f"site_url: {host}/small/",
        "page_size: 48": f"page_size: 12\n    own_hosts: [gov.cn]\n    feedback: {{post: '{other_end}'}}",
    }.items():
        assert was in config
        config = config.replace(was, becomes)
    (project / "mkdocs.yml").write_text(config, encoding="utf-8")
    result = run(project, "build", "--jobs", "1", "--site", str(sites / "small"))
    assert result.exit_code == 0, result.stderr
    return f"{host}/small/"


@pytest.fixture(scope="session")
def brands() -> dict[str, dict[str, Any]]:
    """The front matter of every published brand, as its editor wrote it: slug to fields."""
    folder = ROOT / "brands"
    files = {path.stem: path for path in folder.glob("*.md")}
    files |= {path.parent.name: path for path in folder.glob("*/index.md")}
    read = {slug: yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1]) for slug, path in files.items()}
    return {slug: brand for slug, brand in read.items() if brand.get("status", "published") == "published"}


def find_chromium() -> str:
    for name in (os.environ.get("CHROMIUM", ""), *CHROMIUMS):
        if found := shutil.which(name):
            return found
    pytest.fail(f"没有 Chromium：装一个，或用 CHROMIUM 指明 / no Chromium: tried {', '.join(CHROMIUMS)}", pytrace=False)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(QUIET), timeout=3 * PATIENCE)
        yield browser
        browser.close()


class Complaints(list[str]):
    """What a browser complains of, and every request that leaves the host."""

    def __init__(self, host: str) -> None:
        super().__init__()
        self.host = host
        # The icon at the root is the browser's own wish, made where it is led on before it has read the page.
        self.excused = {f"{host}/favicon.ico"}

    def watch(self, page: Page) -> None:
        page.on("console", self.hear)
        page.on("pageerror", lambda error: self.append(f"error: {error}"))
        page.on("request", self.follow)
        page.on("response", self.check)

    def hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and message.location["url"] not in self.excused:
            self.append(f"{message.type}: {message.text} ({message.location['url']})")

    def follow(self, request: Request) -> None:
        if request.url not in self.excused and not request.url.startswith((f"{self.host}/", "data:", "blob:")):
            self.append(f"another host: {request.url}")

    def check(self, response: Response) -> None:
        if response.status >= 400 and response.url not in self.excused:
            self.append(f"status {response.status}: {response.url}")


class Visitors:
    """Pages of one browser: one for each wish, kept from test to test, since a new one takes longer than a visit."""

    def __init__(self, browser: Browser, host: str) -> None:
        self.browser = browser
        self.complaints = Complaints(host)
        self.kept: dict[tuple[str, bool, str], Page] = {}
        self.fresh: list[BrowserContext] = []

    def page(self, scheme: str, *, script: bool, fresh: bool, before: str) -> Page:
        """A page in which a script runs before those of any site; a fresh one has stored nothing and is used once."""
        wish = (scheme, script, before)
        if fresh:
            page = self.open(*wish).new_page()
            self.fresh.append(page.context)
        elif wish in self.kept:
            return self.kept[wish]
        else:
            page = self.kept[wish] = self.open(*wish).new_page()
        self.complaints.watch(page)
        return page

    def open(self, scheme: str, script: bool, before: str) -> BrowserContext:
        context = self.browser.new_context(
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=script,
            reduced_motion="reduce",
            locale="zh-CN",
        )
        context.set_default_timeout(PATIENCE)
        if before:
            context.add_init_script(before)
        return context

    def leave(self) -> list[str]:
        """Ends what a test began; returns what was complained of."""
        for context in self.fresh:
            context.close()
        self.fresh.clear()
        told = [*self.complaints]
        self.complaints.clear()
        self.complaints.excused = {f"{self.complaints.host}/favicon.ico"}
        return told


@pytest.fixture(scope="session")
def visitors(browser: Browser, host: str) -> Visitors:
    return Visitors(browser, host)


@pytest.fixture
def visit(visitors: Visitors, request: pytest.FixtureRequest) -> Iterator[Callable[..., Page]]:
    """Opens an address; at the end of the test nothing may have been complained of."""

    def open_page(
        path: str = "",
        *,
        base: str = "",
        width: int = 1440,
        scheme: str = "light",
        script: bool = True,
        fresh: bool = False,
        before: str = "",
        missing: bool = False,
    ) -> Page:
        url = (base or request.getfixturevalue("address")) + path
        if missing:
            visitors.complaints.excused.add(url)
        page = visitors.page(scheme, script=script, fresh=fresh, before=before)
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(url)
        return page

    yield open_page
    assert visitors.leave() == []

"""Which file an address means: folders, redirects, types, and nothing outside the site."""

from pathlib import Path

import pytest

from showcase.cli.serving.site_files import Found, Moved, find_file, name_type


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site beside a secret, with links to it."""
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/index.html").write_text("secret", encoding="utf-8")
    site = tmp_path / "site"
    for name in ("index.html", "brands/haoban/index.html", "brands/style.css", ".showcase", "一 二/index.html"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(name, encoding="utf-8")
    (site / "empty").mkdir()
    (site / "linked").mkdir()
    (site / "leak.txt").symlink_to(tmp_path / "secret.txt")
    (site / "leak").symlink_to(tmp_path / "outside")
    (site / "linked/index.html").symlink_to(tmp_path / "outside/index.html")
    (site / "ring").symlink_to(site / "ring")
    return site


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("/", "index.html"),
        ("/?q=1", "index.html"),
        ("/index.html", "index.html"),
        ("/brands/haoban/", "brands/haoban/index.html"),
        ("/brands/style.css?v=2", "brands/style.css"),
        ("/%E4%B8%80%20%E4%BA%8C/", "一 二/index.html"),
    ],
)
def test_finds_what_is_there(site: Path, target: str, name: str) -> None:
    assert find_file(site, "/", target) == Found(site / name)


@pytest.mark.parametrize(
    "target",
    [
        "/none",
        "/empty/",
        "/empty",
        "/brands/style.css/",
        "/../secret.txt",
        "/brands/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/brands/..%2f..%2fsecret.txt",
        "/..%5csecret.txt",
        "//secret.txt",
        "/brands//style.css",
        "/.showcase",
        "/leak.txt",
        "/leak/",
        "/leak/index.html",
        "/linked/",
        "/ring",
        "/%00",
        "/%ff",
        "/" + "a" * 5000,
        "http://other.example/",
        "*",
        "",
    ],
)
def test_finds_nothing_else(site: Path, target: str) -> None:
    assert find_file(site, "/", target) is None


@pytest.mark.parametrize(
    ("target", "address"),
    [("/brands/haoban", "/brands/haoban/"), ("/brands/haoban?a=b", "/brands/haoban/?a=b")],
)
def test_leads_to_the_folder(site: Path, target: str, address: str) -> None:
    assert find_file(site, "/", target) == Moved(address)


def test_serves_below_a_path(site: Path) -> None:
    assert find_file(site, "/sub/path/", "/sub/path/brands/style.css") == Found(site / "brands/style.css")
    assert find_file(site, "/sub/path/", "/") == Moved("/sub/path/")
    assert find_file(site, "/sub/path/", "/sub/path") == Moved("/sub/path/")
    assert find_file(site, "/sub/path/", "/brands/style.css") is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.html", "text/html; charset=utf-8"),
        ("a.CSS", "text/css; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.json", "application/json; charset=utf-8"),
        ("a.svg", "image/svg+xml; charset=utf-8"),
        ("a.webp", "image/webp"),
        ("a.avif", "image/avif"),
        ("a.pdf", "application/pdf"),
        ("a.unknown", "application/octet-stream"),
        ("a", "application/octet-stream"),
    ],
)
def test_names_types(name: str, kind: str) -> None:
    assert name_type(Path(name)) == kind

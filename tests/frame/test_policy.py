"""The Content-Security-Policy of pages, and the pages that it refuses."""

import base64
import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from showcase.frame.docs_build import build_docs, read_project
from showcase.frame.policy import Policy, write_policy

ROOT = Path(__file__).parents[2]
SCRIPT = 'let a = "一";\n  b()'
PAGE = '<!doctype html><html><head><meta charset="utf-8"><title>页</title></head><body>{}</body></html>'


@pytest.fixture
def policy(tmp_path: Path) -> Policy:
    """Of a theme with two scripts, one of which differs from page to page."""
    (tmp_path / "partials").mkdir()
    template = f"<p>{{{{ page.title }}}}</p><script data-x='{{{{ base_url }}}}'>{SCRIPT}</script>"
    (tmp_path / "partials/a.html").write_text(template, encoding="utf-8")
    (tmp_path / "b.html").write_text("<script>go({{ page.title }})</script>", encoding="utf-8")
    return Policy([tmp_path])


def hash_of(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_the_policy_is_as_narrow_as_it_can_be() -> None:
    found = dict(part.split(" ", 1) for part in write_policy([]).split("; "))
    assert found == {
        "default-src": "'self'",
        "script-src": "'self'",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data:",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
    }


def test_a_form_may_be_sent_to_the_one_host_that_the_settings_name(policy: Policy) -> None:
    sealed, _ = policy.seal(PAGE.format(""), "https://api.example.cn:8443")
    assert "; form-action 'self' https://api.example.cn:8443\">" in sealed


def test_a_script_of_the_theme_is_let_run(policy: Policy) -> None:
    sealed, faults = policy.seal(PAGE.format(f"<script data-x='../..'>{SCRIPT}</script>"))
    assert faults == ()
    head, _, rest = sealed.partition('<meta charset="utf-8">')
    assert head == "<!doctype html><html><head>"
    assert rest.startswith('<meta http-equiv="Content-Security-Policy" content="')
    assert f"script-src 'self' {hash_of(SCRIPT)};" in sealed


def test_the_order_of_scripts_makes_no_difference() -> None:
    assert write_policy(["a", "b"]) == write_policy(["b", "a", "b"])


def test_a_frame_whose_white_space_was_squeezed_passes(policy: Policy) -> None:
    squeezed = SCRIPT.replace("\n  ", "\n")
    sealed, faults = policy.seal(PAGE.format(f"<script>{squeezed}</script>"))
    assert hash_of(squeezed) in sealed
    assert faults == ()


@pytest.mark.parametrize(
    "body",
    [
        '<script type="application/ld+json">{"a": 1}</script>',
        '<script id="__config" type="application/json">{"base": "."}</script>',
        '<script src="../x.js"></script>',
        '<img src="x.png" srcset="a.png 1x"><a href="https://example.com/">x</a>',
        '<link rel="canonical" href="https://example.com/">',
        "<pre>&lt;script&gt;hit()&lt;/script&gt;</pre><!-- <script>hit()</script> -->",
        '<img src="data:image/png;base64,AA==">',
    ],
)
def test_what_needs_no_leave(policy: Policy, body: str) -> None:
    sealed, faults = policy.seal(PAGE.format(body))
    assert sealed.endswith(f"{body}</body></html>")
    assert faults == ()


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<script>hit()</script>", "hit()"),
        ("<script>go(一)</script>", "go(一)"),
        (f"<script>{SCRIPT}; hit()</script>", "hit()"),
        ('<script type="module">hit()</script>', "hit()"),
        ('<script type="text/javascript">hit()</script>', "hit()"),
        ("<SCRIPT>hit()</SCRIPT>", "hit()"),
        ("<svg><script>hit()</script></svg>", "hit()"),
        ("<img src=x onerror=hit()>", "onerror"),
        ("<a href=' JavaScript:hit()'>x</a>", "JavaScript:hit()"),
        ("<img src=https://example.com/x.png>", "https://example.com/x.png"),
        ("<img src=//example.com/x.png>", "//example.com/x.png"),
        ("<iframe src='https://example.com/v'></iframe>", "https://example.com/v"),
        ("<script src=https://example.com/x.js></script>", "https://example.com/x.js"),
        ("<link rel=stylesheet href=https://example.com/x.css>", "https://example.com/x.css"),
        ("<video poster='https:\\\\example.com/x'></video>", "example.com"),
    ],
)
def test_what_would_not_work_is_refused(policy: Policy, body: str, told: str) -> None:
    _, faults = policy.seal(PAGE.format(body))
    assert len(faults) == 1
    assert told in faults[0]


def test_only_a_site_with_full_text_may_run_web_assembly() -> None:
    assert "wasm-unsafe-eval" not in write_policy([])
    assert "script-src 'self' 'wasm-unsafe-eval';" in write_policy([], fulltext=True)
    assert "wasm-unsafe-eval" in Policy(fulltext=True).seal(PAGE.format(""))[0]


def test_every_cause_is_told() -> None:
    _, faults = Policy().seal("<p onclick=a()><script>b()</script><img src=//c/d>")
    assert len(faults) == 4


def test_the_headers_of_the_guide_are_what_pages_hold(tmp_path: Path, lay_out: Callable[[Path, str], Path]) -> None:
    """A site without an address has every script, that of the 404 page among them."""
    project = read_project(lay_out(tmp_path / "project", "right/minimal") / "mkdocs.yml")
    docs = build_docs(project, tmp_path / "out")
    pages = ["".join(frame.pieces) for frame in docs.frames.values()]
    pages += [path.read_text(encoding="utf-8") for path in (tmp_path / "out").rglob("*.html")]
    held = [re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page) for page in pages]
    assert {len(policies) for policies in held} == {1}
    hashes = sorted({found for (policy,) in held for found in re.findall(r"'sha256-[^']*'", policy)})
    header = write_policy([], fulltext=True).replace("'wasm-unsafe-eval'", f"'wasm-unsafe-eval' {' '.join(hashes)}")
    guide = (ROOT / "docs/guide/hosting.md").read_text(encoding="utf-8")
    told = re.findall(r"default-src 'self'[^\"]*", guide)
    assert told == [f"{header}; frame-ancestors 'self'"] * 4

"""A hostile brand as data: what it holds, and the fault it has to give, or that it is harmless."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

HARMLESS = "harmless"
"""Published, and nothing comes of it."""

MARK = "window.hit=1"
"""What hostile scripts would do; the browser looks for it."""
EVIL = "evil.example"
"""The host that hostile brands would like to reach."""

VOCABULARY = """\
agencies:
  ordinary: {name: 港口局}
  hostile: {name: 投稿处}
categories:
  ordinary: {name: 交通}
  hostile: {name: 其他}
levels: {}
"""


@dataclass(frozen=True)
class Case:
    """One hostile brand."""

    kind: str
    """The table it comes from: markup, address, field, yaml, drawing, picture, encoding, path."""
    number: int
    what: str
    """The hostile part, as a test's name may show it."""
    expected: str
    """Code of the fault, or :data:`HARMLESS`."""
    page: bytes
    """``index.md``."""
    files: dict[str, bytes] = field(default_factory=dict)
    """What lies beside it."""
    links: dict[str, str] = field(default_factory=dict)
    """Symbolic links beside it, name to target."""

    @property
    def slug(self) -> str:
        return f"{self.kind}-{self.number:03}"

    def write(self, brands: Path) -> None:
        folder = brands / self.slug
        folder.mkdir()
        if "index.md" not in self.links:
            (folder / "index.md").write_bytes(self.page)
        for name, data in self.files.items():
            (folder / name).write_bytes(data)
        for name, target in self.links.items():
            (folder / name).symlink_to(target)


def write_front(name: str, body: str = "hostile", **fields: str) -> str:
    """Front matter that is sound but for the fields given."""
    front = {
        "name": name,
        "agency": body,
        "category": body,
        "slogan": "好办快办，一次办成",
        "summary": "一个入口汇集多项服务，在手机上就能查询、办理、评价。",
        "sources": "[{title: 公开资料}]",
        **fields,
    }
    return "\n".join(f"{key}: {value}" for key, value in front.items() if value)


def write_page(name: str, story: str = "", body: str = "hostile", **fields: str) -> bytes:
    """A whole ``index.md``."""
    return f"---\n{write_front(name, body, **fields)}\n---\n\n{story}\n".encode("utf-8", "surrogatepass")

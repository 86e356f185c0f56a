"""Brand Showcase itself, as an editor has it: its code, the hand-written pages, and the corpus as ``brands/``."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.corpus import Corpus
from benchmarks.programs.program import ROOT, Edit, Program

_LINK_TO_BRAND = re.compile(r"\]\(brand:[^)]*\)")


def lay_out(corpus: Corpus, folder: Path) -> None:
    """The project: the program, its hand-written pages without links to brands that are not there, the brands."""
    folder.mkdir(parents=True)
    corpus.link_into(folder / "brands")
    for name in ("build.py", "mkdocs.yml"):
        shutil.copy2(ROOT / name, folder)
    shutil.copytree(ROOT / "hooks", folder / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "docs", folder / "docs")
    for post in (folder / "docs" / "news" / "posts").glob("*.md"):
        post.write_text(_LINK_TO_BRAND.sub("](../../brands/index.md)", post.read_text("utf-8")), "utf-8")
    # An installed program is compiled, as the peers' Python is.
    subprocess.run([sys.executable, "-m", "compileall", "-q", "hooks"], cwd=folder, check=True)


def _choose_command() -> tuple[str, ...]:
    """The command that builds; without the search index where there is an option for that."""
    command = (sys.executable, "build.py", "build", "--json")
    told = subprocess.run([*command, "--help"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return (*command, "--no-search") if "--no-search" in told else command


def describe_ours() -> Program:
    """Brand Showcase, from the code that stands here."""
    return Program(
        name="ours",
        title="Brand Showcase",
        lay_out=lay_out,
        command=_choose_command(),
        output="site",
        brand=Edit("brands/brand-000000.md", "从哪里开始", "从这里开始"),
        template=Edit(
            "hooks/showcase/views/templates/brand/culture.html", 'id="culture"', 'data-edited="1" id="culture"'
        ),
    )

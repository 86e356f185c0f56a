"""Material for MkDocs as ``peers/material`` sets it up: the same facts as Markdown pages outside the nav."""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.corpus import Corpus
from benchmarks.environment import provide_environment
from benchmarks.programs.pages import PageWriter
from benchmarks.programs.program import PEERS, Edit, Program

BRAND = Edit("docs/brands/brand-000000/index.md", "从哪里开始", "从这里开始")
TEMPLATE = Edit("theme/main.html", 'data-kind="brand"', 'data-kind="brand" data-edited="1"')


def lay_out(corpus: Corpus, folder: Path) -> None:
    """The project: the configuration, the theme, and every page as Markdown."""
    folder.mkdir(parents=True)
    shutil.copy(PEERS / "material" / "mkdocs.yml", folder)
    shutil.copytree(PEERS / "material" / "theme", folder / "theme")
    PageWriter(corpus, folder / "docs").write()


def describe_material() -> Program:
    """Material for MkDocs."""
    return Program(
        name="material",
        title="Material for MkDocs",
        lay_out=lay_out,
        command=(str(provide_environment("material") / "bin" / "mkdocs"), "build", "--quiet"),
        output="site",
        brand=BRAND,
        template=TEMPLATE,
        lock="mkdocs-material",
        environment={"NO_MKDOCS_2_WARNING": "1"},
    )

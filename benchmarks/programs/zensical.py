"""Zensical with the configuration of ``peers/zensical``, on the pages that Material for MkDocs is given."""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.corpus import Corpus
from benchmarks.environment import provide_environment
from benchmarks.programs.material import BRAND, TEMPLATE
from benchmarks.programs.pages import PageWriter
from benchmarks.programs.program import PEERS, Program


def lay_out(corpus: Corpus, folder: Path) -> None:
    """The project: the configuration, the theme of Material for MkDocs, and every page as Markdown."""
    folder.mkdir(parents=True)
    shutil.copy(PEERS / "zensical" / "mkdocs.yml", folder)
    shutil.copytree(PEERS / "material" / "theme", folder / "theme")
    PageWriter(corpus, folder / "docs").write()


def describe_zensical() -> Program:
    """Zensical."""
    return Program(
        name="zensical",
        title="Zensical",
        lay_out=lay_out,
        command=(str(provide_environment("zensical") / "bin" / "zensical"), "build"),
        output="site",
        brand=BRAND,
        template=TEMPLATE,
        lock="zensical",
    )

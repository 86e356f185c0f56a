"""Hugo with the theme of ``peers/hugo``: the same brands as its pages, agencies and service areas as its taxonomies."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import yaml

from benchmarks.corpus import Corpus
from benchmarks.environment import provide_environment
from benchmarks.invention import AREAS
from benchmarks.programs.program import PEERS, Edit, Program

BRAND = Edit("content/brands/brand-000000.md", "从哪里开始", "从这里开始")
TEMPLATE = Edit("layouts/_partials/brand/culture.html", 'id="culture"', 'data-edited="1" id="culture"')
_THEME = PEERS / "hugo"
_KEYS = {
    "name": "title: {}",
    "agency": "agencies: [{}]",
    "category": "areas: [{}]",
    "published": "date: {}",
    "summary": "abstract: {}",
}
"""Keys of a brand that Hugo has a name of its own for, or another meaning."""
_FEEDS = "outputs: [html, atom, jsonfeed]\n"
_ORDERS = {"newest": "最新上线", "name": "按名称", "since": "按年份"}
_LINE = re.compile(rf"^({'|'.join(_KEYS)}): (.*)$", re.MULTILINE)


def convert_front_matter(text: str, region: str) -> str:
    """A brand's file as Hugo's: the front matter with the keys that Hugo knows, the story as it is."""
    opening, head, story = text.split("---\n", 2)
    changed = _LINE.sub(lambda match: _KEYS[match[1]].format(match[2]), head)
    return f"{opening}---\n{changed}{_list_terms(yaml.load(head, yaml.CSafeLoader), region)}---\n{story}"


def _list_terms(head: dict[str, Any], region: str) -> str:
    """What a brand is found by besides its agency, service area and tags, as terms of Hugo's taxonomies."""
    stands = [name for name, phase in head["phases"].items() if phase["status"] == "ongoing"] or list(head["phases"])
    terms = {
        "audiences": head["service"]["audience"],
        "channels": sorted({channel["type"] for channel in head["service"]["channels"]}),
        "levels": [head["level"]],
        "steps": stands[-1:],
        "regions": [region],
        "years": [str(head["since"])],
    }
    return "".join(f"{name}: {json.dumps(values, ensure_ascii=False)}\n" for name, values in terms.items())


def lay_out(corpus: Corpus, folder: Path) -> None:
    """The project: the theme, every brand as a page or a bundle, agencies and service areas as terms."""
    shutil.copytree(_THEME, folder, ignore=shutil.ignore_patterns("README.md", "requirements.*"))
    content = folder / "content"
    _write_section(content / "brands", "品牌")
    regions = {key: region for key, (_, region) in corpus.agencies.items()}
    for slug, file in corpus.iterate_files():
        text = file.read_text("utf-8")
        agency = re.search(r"^agency: (.*)$", text, re.MULTILINE)
        converted = convert_front_matter(text, regions[agency[1]] if agency else "")
        if file.stem == slug:
            (content / "brands" / file.name).write_text(converted, "utf-8")
            continue
        bundle = content / "brands" / slug
        bundle.mkdir()
        (bundle / "index.md").write_text(converted, "utf-8")
        for picture in file.parent.glob("*.[jp]*g"):
            os.link(picture, bundle / picture.name)
    _write_section(content / "areas", "服务领域")
    for index, name in enumerate(AREAS):
        _write_section(content / "areas" / f"area-{index}", f"{name}服务", _FEEDS)
    _write_section(content / "agencies", "创建单位")
    for key, (name, region) in corpus.agencies.items():
        _write_section(content / "agencies" / key, name, f"region: {region}\n{_FEEDS}")
    for order, name in _ORDERS.items():
        _write_section(content / "sort" / order, name, f"layout: sorted\norder: {order}\n")


def _write_section(folder: Path, title: str, more: str = "") -> None:
    folder.mkdir(parents=True)
    (folder / "_index.md").write_text(f"---\ntitle: {title}\n{more}---\n", "utf-8")


def describe_hugo() -> Program:
    """Hugo, run as the binary that its package holds, without the package's Python around it."""
    packages = provide_environment("hugo") / "lib"
    binary = next(packages.glob("python*/site-packages/hugo/binaries/hugo"))
    return Program(
        name="hugo",
        title="Hugo",
        lay_out=lay_out,
        command=(str(binary), "--quiet", "--noBuildLock"),
        output="public",
        brand=BRAND,
        template=TEMPLATE,
        lock="hugo",
    )

"""The corpus as Markdown pages for generators that know pages only: brands, listings of 48, agencies, service areas."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader

from benchmarks.corpus import Corpus
from benchmarks.invention import AREAS, LEVELS
from benchmarks.programs.program import PEERS

_PER_PAGE = 48
_WORDS = {
    "hotline": "热线",
    "web": "网站",
    "service": "服务体系",
    "planning": "规划",
    "publicity": "宣传",
    "done": "已完成",
    "ongoing": "进行中",
}


@dataclass(frozen=True, slots=True)
class Card:
    """What a listing shows of a brand."""

    slug: str
    name: str
    slogan: str
    color: str
    agency: str
    agency_key: str
    area: str
    area_key: str
    level: str


class PageWriter:
    """Writes the pages of a corpus below a folder; finished text, so that nothing of it is measured."""

    def __init__(self, corpus: Corpus, folder: Path) -> None:
        self.corpus, self.folder = corpus, folder
        self.templates = Environment(loader=FileSystemLoader(PEERS / "material" / "pages"), autoescape=False)
        self.agencies = corpus.agencies
        self.areas = {f"area-{index}": f"{name}服务" for index, name in enumerate(AREAS)}
        self.brands = {slug: _read(file) for slug, file in corpus.iterate_files()}
        self.cards = [self._make_card(slug, head) for slug, (head, _) in self.brands.items()]
        # The newest first, as this program lists them.
        self.cards.sort(key=lambda card: str(self.brands[card.slug][0]["published"]), reverse=True)
        self.by_agency = _group(self.cards, "agency_key")
        self.by_area = _group(self.cards, "area_key")
        self.doors = [{"key": key, "name": name, "count": len(self.by_area[key])} for key, name in self.areas.items()]

    def write(self) -> None:
        """Writes everything."""
        self._write("index.md", "home.md", root="", cards=self.cards[:6], doors=self.doors)
        self._write_listing("brands", "品牌", self.cards, doors=self.doors)
        for key, name in self.areas.items():
            self._write_listing(f"areas/{key}", name, self.by_area[key], doors=self.doors)
        for key, (name, region) in self.agencies.items():
            self._write_listing(f"agencies/{key}", name, self.by_agency[key], region=region)
        self._write_groups()
        for slug, (head, story) in self.brands.items():
            self._write_brand(slug, head, story)
        for slug, file in self.corpus.iterate_files():
            for picture in file.parent.glob("*.[jp]*g") if file.stem == "index" else ():
                os.link(picture, self.folder / "brands" / slug / picture.name)

    def _make_card(self, slug: str, head: Mapping[str, Any]) -> Card:
        return Card(
            slug=slug,
            name=head["name"],
            slogan=head["slogan"],
            color=head["identity"]["color"],
            agency=self.agencies[head["agency"]][0],
            agency_key=head["agency"],
            area=self.areas[head["category"]],
            area_key=head["category"],
            level=LEVELS[head["level"]],
        )

    def _write_brand(self, slug: str, head: Mapping[str, Any], story: str) -> None:
        related = [card for card in self.by_agency[head["agency"]][:5] if card.slug != slug][:4]
        self._write(
            f"brands/{slug}/index.md",
            "brand.md",
            root="../../",
            root_md="../../",
            brand=head,
            agency=self.agencies[head["agency"]][0],
            area=self.areas[head["category"]],
            level=LEVELS[head["level"]],
            words=_WORDS,
            story=story,
            cards=related,
        )

    def _write_listing(self, base: str, title: str, cards: Sequence[Card], **more: Any) -> None:
        count = max(1, -(-len(cards) // _PER_PAGE))
        for number in range(1, count + 1):
            path = f"{base}/index.md" if number == 1 else f"{base}/page/{number}.md"
            depth = path.count("/")
            near = sorted({1, count, *range(max(1, number - 1), min(count, number + 1) + 1)})
            pages = [{"number": other, "current": other == number, "url": _page_link(number, other)} for other in near]
            self._write(
                path,
                "listing.md",
                # A page that is no index becomes a folder of its own.
                root="../" * (depth if number == 1 else depth + 1),
                root_md="../" * depth,
                title=title if number == 1 else f"{title}，第 {number} 页",
                total=len(cards),
                cards=cards[(number - 1) * _PER_PAGE : number * _PER_PAGE],
                pages=pages,
                **more,
            )

    def _write_groups(self) -> None:
        areas = [{"key": key, "name": name, "count": len(self.by_area[key])} for key, name in self.areas.items()]
        self._write("areas/index.md", "groups.md", title="服务领域", regions=[("", areas)])
        regions: dict[str, list[dict[str, object]]] = defaultdict(list)
        for key, (name, region) in self.agencies.items():
            regions[region].append({"key": key, "name": name, "count": len(self.by_agency[key])})
        self._write("agencies/index.md", "groups.md", title="创建单位", regions=sorted(regions.items()))

    def _write(self, path: str, template: str, **values: Any) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(self.templates.get_template(template).render(values), "utf-8")


def _page_link(here: int, there: int) -> str:
    """The way from a page of a listing to another, as files."""
    if here == 1:
        return f"page/{there}.md"
    return "../index.md" if there == 1 else f"{there}.md"


def _read(file: Path) -> tuple[dict[str, Any], str]:
    _, head, story = file.read_text("utf-8").split("---\n", 2)
    loaded = yaml.load(head, yaml.CSafeLoader)
    assert isinstance(loaded, dict)
    return loaded, story.strip()


def _group(cards: Iterable[Card], field: str) -> dict[str, list[Card]]:
    groups: dict[str, list[Card]] = defaultdict(list)
    for card in cards:
        groups[getattr(card, field)].append(card)
    return groups

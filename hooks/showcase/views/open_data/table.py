"""The table of brands (品牌名录): a row a brand, as JSON, as lines of JSON, and as CSV for spreadsheets."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from types import MappingProxyType
from typing import Any, Final

from pydantic_core import to_json

from showcase.catalogue.entry import Entry
from showcase.language import N_
from showcase.views.brand_files import RECORD
from showcase.views.feeds import read_update
from showcase.views.site import Site

_BOM: Final = "\ufeff"
"""Without it Excel takes UTF-8 for the system's own encoding."""
_FORMULA: Final = frozenset("=+-@\t\r＝＋－＠")
"""What a spreadsheet may take for the beginning of a formula: https://owasp.org/www-community/attacks/CSV_Injection."""

_MISREAD: Final = re.compile(
    r"0\d+|\d{12,}|\d+(?:\.\d+)?[Ee][+-]?\d+|\d{1,2}(?:[-/.]\d{1,4}){1,2}|\d{1,2}(?::\d{1,2}){1,2}"
)
"""What it would show as another number, such as 1.2E+17 or one without its first nought, or as a day or an hour."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table."""

    key: str
    """Its name in JSON."""
    word: str
    """A msgid: its name in CSV."""
    kind: str = "string"
    """Its type in JSON: ``string``, ``integer`` or ``array`` of strings."""
    required: bool = False
    """Whether every row has a value; where there is none, JSON leaves it out and CSV leaves it empty."""


COLUMNS: Final = (
    Column("slug", N_("Slug"), required=True),
    Column("name", N_("Name of the brand"), required=True),
    Column("slogan", N_("Slogan"), required=True),
    Column("summary", N_("Summary"), required=True),
    Column("status", N_("Status"), required=True),
    Column("agency", N_("Key of the agency"), required=True),
    Column("agency_name", N_("Agency"), required=True),
    Column("region", N_("Region")),
    Column("area", N_("Key of the service area"), required=True),
    Column("area_name", N_("Service area"), required=True),
    Column("level", N_("Key of the level")),
    Column("level_name", N_("Level")),
    Column("phase", N_("Phase it stands in")),
    Column("since", N_("Year it was named"), "integer"),
    Column("published", N_("Day of publication")),
    Column("updated", N_("Day of the last change")),
    Column("tags", N_("Tags"), "array"),
    Column("audience", N_("Whom it serves"), "array"),
    Column("hotlines", N_("Hotlines"), "array"),
    Column("website", N_("Address of the service")),
    Column("url", N_("Address of the page"), required=True),
    Column("data", N_("Address of the full data"), required=True),
)
"""The columns in order."""

_AT_HAND: Final = 20_000
"""Rows that a process keeps for the other forms of the table, some thirty megabytes; making them takes half the time
of a form."""

Row = dict[str, Any]
Render = Callable[[Site], bytes]


def iterate_rows(site: Site) -> Iterator[Row]:
    """A row for every brand that has a page, in listing order; drafts have none even in a preview."""
    rows = (_row(site, entry) for entry in site.catalogue.entries if entry.is_open)
    if len(site.catalogue.entries) > _AT_HAND:
        return rows
    if not site.rows:
        site.rows.extend([*rows])  # All of them or none.
    return iter(site.rows)


def _row(site: Site, entry: Entry) -> Row:
    vocabulary, local = site.catalogue.vocabulary, site.words.local
    agency = vocabulary.agencies[entry.agency]
    url = f"{site.settings.site_url}brands/{entry.slug}/"
    row: Row = {
        "slug": entry.slug,
        "name": entry.name,
        "slogan": entry.slogan,
        "summary": entry.summary,
        "status": entry.status,
        "agency": entry.agency,
        "agency_name": local(agency.name),
        "region": agency.region,
        "area": entry.category,
        "area_name": local(vocabulary.categories[entry.category].name),
        "level": entry.level,
        "level_name": local(vocabulary.levels[entry.level].name) if entry.level else "",
        "phase": entry.phase,
        "since": entry.since,
        "published": entry.published,
        "updated": read_update(entry),
        "tags": entry.tags,
        "audience": entry.audience,
        # A retired brand is reached no more.
        "hotlines": entry.hotlines if entry.is_listed else (),
        "website": entry.website if entry.is_listed else "",
        "url": url,
        "data": url + RECORD,
    }
    return {key: value for key, value in row.items() if value}


def find_last_update(site: Site) -> str:
    """The day that a brand last changed, as exact as it is known; empty where no brand tells."""
    return max((read_update(entry) for entry in site.catalogue.entries if entry.is_open), default="")


def render_json(site: Site) -> bytes:
    """The table as one JSON object, with what it is of and how many rows there are."""
    count = sum(entry.is_open for entry in site.catalogue.entries)
    told: Row = {"title": site.settings.site_name, "url": site.settings.site_url, "updated": find_last_update(site)}
    head = to_json({key: value for key, value in told.items() if value} | {"count": count})
    text = BytesIO()
    text.write(head[:-1] + b',"brands":[')
    for number, row in enumerate(iterate_rows(site)):
        text.write(b"," + to_json(row) if number else to_json(row))
    text.write(b"]}\n")
    return text.getvalue()


def render_lines(site: Site) -> bytes:
    """The table as JSON Lines."""
    text = BytesIO()
    for row in iterate_rows(site):
        text.write(to_json(row) + b"\n")
    return text.getvalue()


def render_csv(site: Site) -> bytes:
    """The table as CSV that Excel and WPS open by a double click: UTF-8 with its mark, lines ended as RFC 4180 says."""
    text = BytesIO()
    lines = TextIOWrapper(text, "utf-8", newline="", write_through=True)
    lines.write(_BOM)
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow(site.words.text(column.word) for column in COLUMNS)
    keys = [column.key for column in COLUMNS]
    writer.writerows([_write_cell(row.get(key, "")) for key in keys] for row in iterate_rows(site))
    lines.flush()
    return text.getvalue()


def _write_cell(value: object) -> str:
    """A value as a cell: lists joined, and what a spreadsheet would take for something else kept as words."""
    text = "；".join(value) if isinstance(value, tuple) else str(value)
    first = text[:1]
    return f"'{text}" if first in _FORMULA or (first.isdigit() and _MISREAD.fullmatch(text)) else text


TABLES: Final[Mapping[str, Render]] = MappingProxyType(
    {"brands.json": render_json, "brands.jsonl": render_lines, "brands.csv": render_csv}
)
"""The forms of the table by file name."""

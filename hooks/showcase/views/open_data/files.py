"""The files of open data (数据文件): what each is, and what describes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from showcase.language import N_


@dataclass(frozen=True, slots=True)
class DataFile:
    """One file below ``data/``."""

    name: str
    form: str
    """What it is called for short."""
    type: str
    """Media type."""
    told: str
    """A msgid: what it is and what it is for."""
    schema: str


LISTS: Final = (
    DataFile(
        "brands.csv",
        "CSV",
        "text/csv",
        N_("The list of brands for Excel and WPS by a double click; what they would misread begins with '."),
        "brands.csv.schema.json",
    ),
    DataFile(
        "brands.json", "JSON", "application/json", N_("The list of brands as one JSON object."), "brands.schema.json"
    ),
    DataFile(
        "brands.jsonl",
        "JSON Lines",
        "application/jsonl",
        N_("The list of brands, a brand a line, for programs that read line by line."),
        "brands.jsonl.schema.json",
    ),
)
"""The list of brands in its forms."""

CATALOGUE: Final = DataFile(
    "catalogue.jsonld",
    "DCAT",
    "application/ld+json",
    N_("The catalogue of these data sets in the words of DCAT, for data portals that gather."),
    "catalogue.schema.json",
)
"""The catalogue of the data sets."""

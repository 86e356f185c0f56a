"""JSON Schemas (数据格式说明) of the open data; that of a record is made from the content model."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema

from showcase.views.open_data.record import Record
from showcase.views.open_data.table import COLUMNS, Column
from showcase.views.words import Words

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]


class _Untitled(GenerateJsonSchema):
    """Without the titles that pydantic makes of the names of fields."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic's signature
        """Never."""
        return False


def describe_record(words: Words) -> Schema:
    """The schema of ``brand.json``."""
    schema = deepcopy(_describe_model())
    for kind in schema["$defs"].values():
        # The model's own words are for those who read the code.
        kind.pop("description", None)
    identity = schema["$defs"]["Identity"]["properties"]
    del identity["logo"], identity["logo_alt"]
    known = {column.key: column for column in COLUMNS}
    for key, field in schema["properties"].items():
        if key in known and "$ref" not in field:
            field["description"] = words.text(known[key].word)
    schema["properties"]["story"]["description"] = words.text(
        "The story is Markdown; addresses in it that are not full begin at the page of the brand."
    )
    schema |= {"title": words.text("Full data of a brand"), "description": words.text("Empty fields are left out.")}
    return {"$schema": DIALECT, **schema}


@cache
def _describe_model() -> Schema:
    # It is the same in every build of a preview, and pydantic takes longer for it than a brand takes for its page.
    return Record.model_json_schema(mode="serialization", schema_generator=_Untitled)


def describe_row(words: Words) -> Schema:
    """The schema of a row: a line of ``brands.jsonl``, an element of ``brands`` in ``brands.json``."""
    return {
        "$schema": DIALECT,
        "title": words.text("A row of the list of brands"),
        "type": "object",
        "properties": {column.key: _describe_column(column, words) for column in COLUMNS},
        "required": [column.key for column in COLUMNS if column.required],
        "additionalProperties": False,
    }


def _describe_column(column: Column, words: Words) -> Schema:
    items = {"items": {"type": "string"}} if column.kind == "array" else {}
    return {"type": column.kind, **items, "description": words.text(column.word)}


def describe_table(words: Words) -> Schema:
    """The schema of ``brands.json``."""
    row = describe_row(words)
    del row["$schema"]
    return {
        "$schema": DIALECT,
        "title": words.text("List of brands"),
        "type": "object",
        "properties": {
            "title": {"type": "string", "description": words.text("Name of the site")},
            "url": {"type": "string", "description": words.text("Address of the site")},
            "updated": {"type": "string", "description": words.text("Day of the last change")},
            "count": {"type": "integer", "description": words.text("How many brands there are")},
            "brands": {"type": "array", "items": row},
        },
        "required": ["title", "count", "brands"],
        "additionalProperties": False,
    }


def describe_csv(words: Words) -> Schema:
    """The schema of a line of ``brands.csv``, read with its first line as names; every value is text."""
    names = [words.text(column.word) for column in COLUMNS]
    return {
        "$schema": DIALECT,
        "title": words.text("A line of the table for spreadsheets"),
        "description": words.text("Several values in a cell are parted by a full-width semicolon."),
        "type": "object",
        "properties": {name: {"type": "string"} for name in names},
        "required": names,
        "additionalProperties": False,
    }


_TEXT: Final[Schema] = {
    "type": "object",
    "properties": {"@value": {"type": "string"}, "@language": {"type": "string"}},
    "required": ["@value", "@language"],
}
_LINK: Final[Schema] = {"type": "object", "properties": {"@id": {"type": "string"}}, "required": ["@id"]}
_FILE: Final[Schema] = {
    "type": "object",
    "properties": {
        "@type": {"const": "dcat:Distribution"},
        "dct:title": _TEXT,
        **dict.fromkeys(("dcat:downloadURL", "dcat:mediaType", "dct:conformsTo"), _LINK),
    },
    "required": ["@type", "dct:title", "dcat:downloadURL", "dcat:mediaType", "dct:conformsTo"],
}
_DATASET: Final[Schema] = {
    "type": "object",
    "properties": {
        "@type": {"const": "dcat:Dataset"},
        "dct:title": _TEXT,
        "dct:description": _TEXT,
        "dcat:distribution": {"type": "array", "items": _FILE, "minItems": 1},
    },
    "required": ["@id", "@type", "dct:title", "dct:description", "dcat:distribution"],
}


def describe_catalogue(words: Words) -> Schema:
    """The schema of ``catalogue.jsonld``."""
    return {
        "$schema": DIALECT,
        "title": words.text("Catalogue of the data sets"),
        "type": "object",
        "properties": {
            "@context": {"type": "object"},
            "@type": {"const": "dcat:Catalog"},
            "dct:title": _TEXT,
            "dcat:dataset": {"type": "array", "items": _DATASET, "minItems": 1},
        },
        "required": ["@context", "@id", "@type", "dct:title", "dcat:dataset"],
    }


Describe = Callable[[Words], Schema]
SCHEMAS: Final[dict[str, Describe]] = {
    "brand.schema.json": describe_record,
    "brands.schema.json": describe_table,
    "brands.csv.schema.json": describe_csv,
    "brands.jsonl.schema.json": describe_row,
    "catalogue.schema.json": describe_catalogue,
}
"""The schemas by file name."""


def render_schema(name: str, words: Words) -> bytes:
    """A schema as JSON, for people to read too."""
    return json.dumps(SCHEMAS[name](words), ensure_ascii=False, indent=2).encode() + b"\n"

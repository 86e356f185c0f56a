"""Faults of the files beside a brand: pictures and documents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from showcase.language import N_
from showcase.model.fault_kinds.kind import ADVICE, ERROR, WARNING, Kind

KINDS: Final[Mapping[str, Kind]] = {
    "file-missing": Kind(
        ERROR,
        N_("The file is not beside index.md"),
        N_("The file {found} is not beside index.md"),
        expected=N_("one of: {known}"),
        hint=(
            N_("Did you mean {suggestion}?"),
            N_("A brand with pictures needs a folder: move the text to {folder}/index.md and put the file beside it"),
            N_("Put the file into the brand's folder; capital and small letters count"),
        ),
    ),
    "picture-elsewhere": Kind(
        ERROR,
        N_("The picture does not lie beside index.md"),
        expected=N_("the name of a file in the brand's folder"),
        found="{found}",
        hint=N_("Save the picture into the brand's folder and write its name alone"),
    ),
    "picture-format": Kind(
        ERROR,
        N_("The picture's format is not taken"),
        expected="PNG, JPEG, WebP, AVIF, SVG",
        found="{found}",
        hint=N_("Save the picture as PNG or JPEG"),
    ),
    "picture-disagrees": Kind(
        ERROR,
        N_("The picture's content does not agree with its name"),
        expected="{expected}",
        found="{found}",
        hint=N_("Rename the file to {suggestion}"),
    ),
    "picture-too-large": Kind(
        ERROR,
        N_("The picture is too large"),
        expected=(
            N_("at most {most} × 10,000 pixels in all, and {side} pixels on a side"),
            N_("at most {most} × 10,000 pixels in all"),
            N_("at most {limit}"),
        ),
        found=(
            N_("{size} pixels, {total} × 10,000 in all"),
            N_("{total} × 10,000 pixels in all"),
            "{found}",
        ),
        hint=N_("Scale it down to 2400 pixels in width; a page needs no more"),
    ),
    "picture-broken": Kind(
        ERROR,
        N_("The picture is damaged or cut short"),
        found="{found}",
        hint=N_("Copy or export the picture once more"),
    ),
    "picture-animated": Kind(
        ERROR, N_("The picture moves"), found=N_("{found} frames"), hint=N_("Save a single frame of it")
    ),
    "picture-without-words": Kind(
        WARNING,
        N_("The picture has no description in words"),
        expected=N_("![what is to be seen](file)"),
        found="{found}",
        hint=N_("Write between the brackets what is to be seen, for those who do not see it"),
    ),
    "svg-broken": Kind(
        ERROR,
        N_("The SVG file cannot be understood"),
        found="{problem}",
        hint=N_("Export the picture once more, as plain SVG"),
    ),
    "svg-unsafe": Kind(
        ERROR,
        N_("The SVG file holds something that is no picture"),
        expected=N_("shapes and text alone: no scripts, no links to other files, no entities, no animation"),
        found="{found}",
        hint=N_("Export the picture as plain or optimised SVG"),
    ),
    "svg-without-size": Kind(
        ERROR,
        N_("The SVG file does not tell its size"),
        expected='viewBox="0 0 96 96"',
        hint=N_("Export the picture with a viewBox"),
    ),
    "not-pdf": Kind(
        ERROR,
        N_("The document is not a PDF"),
        expected="PDF",
        hint=N_("Save the document as PDF"),
    ),
    "document-too-large": Kind(
        ERROR,
        N_("The document is too large"),
        expected=N_("at most {limit}"),
        found="{found}",
        hint=N_("Save it for the web, or with smaller scans"),
    ),
    "picture-small": Kind(
        ADVICE,
        N_("The picture is small and will look blurred"),
        expected=N_("at least {limit} pixels in width"),
        found="{found}",
        hint=N_("Use a larger copy, or an SVG"),
    ),
}

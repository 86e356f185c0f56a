"""A workshop: what a process needs to make targets, set up once."""

from __future__ import annotations

from dataclasses import dataclass

from showcase.catalogue.catalogue import Catalogue
from showcase.views.docs import Docs
from showcase.views.site import Site


@dataclass(frozen=True, slots=True)
class Workshop:
    """The site as views see it: catalogue, frames, templates, Markdown."""

    site: Site


def open_workshop(catalogue: Catalogue, docs: Docs) -> Workshop:
    """Sets up templates and Markdown for a process."""
    return Workshop(Site.open(catalogue, docs))

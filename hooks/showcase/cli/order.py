"""What a build is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Order(NamedTuple):
    """The options of a build."""

    brands: Path | None
    """Folder of the brands; ``None`` for the one that ``mkdocs.yml`` names."""
    site: Path
    cache: Path
    jobs: int
    force: bool
    skip_invalid: bool
    locale: str
    """Locale of the messages."""
    config: Path = Path("mkdocs.yml")
    drafts: bool = False
    search: bool = True
    """Whether the index of the search is made."""
    strict: bool = False
    """Whether nothing is published while there is anything to warn of."""
    fulltext: bool = True
    """Whether there is a full-text search too, where there can be one."""

    @property
    def name(self) -> str:
        """All that the site depends on, as one text."""
        parts = (self.brands and self.brands.absolute(), self.site.absolute(), self.config.absolute())
        return "\n".join(map(str, (*parts, self.drafts, self.search, self.fulltext)))

"""Recipes of what the search box reads."""

from __future__ import annotations

from dataclasses import dataclass

from showcase.compile.workshop import Workshop
from showcase.views.search.lines import render_lines
from showcase.views.search.names import render_names
from showcase.views.search.words import render_words


@dataclass(frozen=True, slots=True)
class MakeNames:
    """A block of names."""

    number: int

    def __call__(self, workshop: Workshop) -> bytes:
        """A script."""
        return render_names(workshop.site, self.number)


@dataclass(frozen=True, slots=True)
class MakeWords:
    """A shard of what brands say they do."""

    number: int

    def __call__(self, workshop: Workshop) -> bytes:
        """A script."""
        return render_words(workshop.site, self.number)


@dataclass(frozen=True, slots=True)
class MakeLines:
    """What is shown of some brands that were found."""

    number: int

    def __call__(self, workshop: Workshop) -> bytes:
        """A script."""
        return render_lines(workshop.site, self.number)

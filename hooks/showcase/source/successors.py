"""Brands that came under another address: whose they were before, and the line that keeps the old one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar


class Named(Protocol):
    """What two brands have in common that are one."""

    @property
    def name(self) -> str:
        """The name of the brand."""

    @property
    def agency(self) -> str:
        """The key of its agency."""

    @property
    def slogan(self) -> str:
        """Its slogan."""


Brand = TypeVar("Brand", bound=Named)


def find_successor(name: object, agency: object, slogan: object, came: Sequence[Brand]) -> Brand | None:
    """The brand that a former one has become: one of its name, else one of its agency with its slogan."""
    same = (one for one in came if one.name == name)
    alike = (one for one in came if (one.agency, one.slogan) == (agency, slogan))
    return next(same, None) or next(alike, None)


def write_aliases(aliases: Iterable[str], former: str) -> str:
    """The line among the fields that leads from an old address to the new one, too."""
    return f"aliases: [{', '.join((*aliases, former))}]"

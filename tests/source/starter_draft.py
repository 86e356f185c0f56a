"""A draft as ``new`` writes it, with nothing wrong in it."""

from __future__ import annotations

from typing import Final

from showcase.cli.drafting.starter import Draft, Term, compose_starter

DRAFT: Final = compose_starter(
    Draft(
        name="样例品牌",
        agency=Term("sample", "样例单位"),
        category=Term("sample", "样例领域"),
        slogan="说到做到，件件有着落",
        summary="这是一段用来试填的简介，长短合适，没有任何毛病，好让另一项的毛病单独显出来。",
    )
)

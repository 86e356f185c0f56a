"""What is wrong with a setting, in words of both languages: pydantic speaks English, and to programmers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from showcase.model.values import ONE_LINE

_WORDS: Final = {
    "extra_forbidden": ("没有这个设置", "there is no such setting"),
    "greater_than_equal": ("至少是 {ge}", "at least {ge}"),
    "less_than_equal": ("至多是 {le}", "at most {le}"),
    "string_too_short": ("至少 {min_length} 个字", "at least {min_length} characters"),
    "string_too_long": ("至多 {max_length} 个字", "at most {max_length} characters"),
    "string_pattern_mismatch": ("要像 {pattern}", "it has to match {pattern}"),
    "string_type": ("写文字，像数字的要加引号", "text; in quotes where it looks like a number"),
    "int_type": ("写整数，不加引号", "a whole number without quotes"),
    "int_from_float": ("写整数，不加引号", "a whole number without quotes"),
    "int_parsing": ("写整数，不加引号", "a whole number without quotes"),
    "float_type": ("写数，不加引号", "a number without quotes"),
    "float_parsing": ("写数，不加引号", "a number without quotes"),
    "finite_number": ("写一个数", "a number that has an end"),
    "invalid_key": ("名称要是文字", "the name of a setting is text"),
    "greater_than": ("大于 {gt}", "more than {gt}"),
    "less_than": ("小于 {lt}", "less than {lt}"),
    "bool_type": ("写 true 或 false，不加引号", "true or false, without quotes"),
    "bool_parsing": ("写 true 或 false，不加引号", "true or false, without quotes"),
    "tuple_type": ("写列表，例如 [a, b]", "a list, such as [a, b]"),
    "list_type": ("写列表，例如 [a, b]", "a list, such as [a, b]"),
    "frozen_set_type": ("写列表，例如 [a, b]", "a list, such as [a, b]"),
    "model_type": ("下面要一行一项，例如 page_size: 48", "settings below it, one a line, such as page_size: 48"),
    "dict_type": ("下面要一行一项", "settings below it, one a line"),
}
"""Chinese and English for the kinds of faults that pydantic finds by itself; our own kinds speak both already."""
_CHOICES: Final = re.compile(r"\^\(([\w|-]+)\)\$")
"""A pattern that is a choice of words."""
_UNBROKEN: Final = ("写在一行里，不要换行", "on one line, without line breaks")
_EMPTY: Final = ("后面是空的；写上内容，或删去这一行", "nothing stands there; write it, or take the line out")
_ONE_OF: Final = ("写其中一个：{choices}", "one of {choices}")


def iterate_setting_faults(
    error: ValidationError, model: type[BaseModel], section: str, show: Callable[[Sequence[str | int]], str]
) -> Iterator[str]:
    """A line for every fault of a model's settings: where, what is wanted, and the name that may have been meant.

    ``section`` is where the model stands in the file, empty for its top, and ``show`` gives the beginning of a line on
    a setting.
    """
    for fault in error.errors():
        steps = [*section.split("."), *fault["loc"]] if section else fault["loc"]
        where = show(steps) + ".".join(map(str, steps))
        chinese, english = _WORDS.get(fault["type"], ("", ""))
        context = dict(fault.get("ctx", {}))
        if context.get("pattern") == ONE_LINE:
            chinese, english = _UNBROKEN
        if context.get("min_length") == 1:
            chinese, english = _EMPTY
        if choices := _CHOICES.fullmatch(str(context.get("pattern", ""))):
            chinese, english = _ONE_OF
            context["choices"] = choices[1].replace("|", ", ")
        if fault["type"] == "extra_forbidden" and (near := _find_near(fault["loc"], model)):
            chinese, english = f"{chinese}，是不是 {near}？", f"{english}; did you mean {near}?"
        told = f"{chinese.format(**context)} / {english.format(**context)}" if chinese else fault["msg"]
        yield f"{where}: {told}"


def _find_near(place: tuple[Any, ...], model: type[BaseModel]) -> str:
    """The setting whose name is most like the last of ``place``; empty where none is."""
    for step in place[:-1]:
        inner = model.model_fields[step].annotation if step in model.model_fields else None
        if not (isinstance(inner, type) and issubclass(inner, BaseModel)):
            return ""
        model = inner
    return next(iter(get_close_matches(str(place[-1]), model.model_fields, n=1)), "")

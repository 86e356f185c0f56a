"""The shape of the model, asked about by a field's path: which keys a map takes, which words a field chooses from."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel

Path = tuple[str | int, ...]
"""A field's path, such as ``("service", "items", 0, "url")``."""


def field_name(path: Path) -> str:
    """A path as an editor reads it: ``service.items[0].url``."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text


def keys_at(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    """The keys that the map at a path takes; none where its keys are free."""
    found = model_in(type_at(model, path))
    return tuple(found.model_fields) if found else ()


def choices_at(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    """The words that the field at a path chooses from; none where it takes free text."""
    for kind in _alternatives(type_at(model, path)):
        if isinstance(kind, type) and issubclass(kind, Enum):
            return tuple(str(member.value) for member in kind)
    return ()


def takes_text(model: type[BaseModel], path: Path) -> bool:
    """Whether the field at a path takes text."""
    return str in _alternatives(type_at(model, path))


def takes_list(model: type[BaseModel], path: Path) -> bool:
    """Whether the field at a path takes a list."""
    return any(typing.get_origin(kind) is tuple for kind in _alternatives(type_at(model, path)))


def type_at(model: type[BaseModel], path: Path) -> Any:
    """The annotation of the field at a path, ``None`` where there is no such field."""
    current: Any = model
    for part in path:
        current = _step(current, part)
    return current


@cache
def fields_named(model: type[BaseModel], key: str) -> tuple[str, ...]:
    """The maps of a model that have a field of that name, as dotted paths: ``color`` is in ``identity``."""
    return tuple(path for path, name in _iterate_fields(model) if name == key and path)


def _iterate_fields(model: type[BaseModel], path: str = "") -> Iterator[tuple[str, str]]:
    for name, info in model.model_fields.items():
        yield path, name
        inner = model_in(info.annotation)
        if inner is not None:
            yield from _iterate_fields(inner, f"{path}.{name}" if path else name)


def _step(kind: Any, part: str | int) -> Any:
    for option in _alternatives(kind):
        origin = typing.get_origin(option)
        if isinstance(part, int) and origin is tuple:
            return typing.get_args(option)[0]
        if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
            return typing.get_args(option)[1]
        if isinstance(part, str) and isinstance(option, type) and issubclass(option, BaseModel):
            info = option.model_fields.get(part)
            return info.annotation if info else None
    return None


def model_in(kind: Any) -> type[BaseModel] | None:
    """The model within an annotation: itself, optional, or that of a list's items."""
    for option in _alternatives(kind):
        if isinstance(option, type) and issubclass(option, BaseModel):
            return option
        if typing.get_origin(option) is tuple:
            return model_in(typing.get_args(option)[0])
    return None


def _alternatives(kind: Any) -> tuple[Any, ...]:
    """The members of a union, without ``None`` and without annotations."""
    origin = typing.get_origin(kind)
    if origin is Annotated:
        return _alternatives(typing.get_args(kind)[0])
    if origin in (typing.Union, types.UnionType):
        return tuple(option for part in typing.get_args(kind) for option in _alternatives(part))
    return () if kind is None or kind is type(None) else (kind,)

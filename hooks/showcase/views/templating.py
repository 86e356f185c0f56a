"""Templates, with everything that is the same on every page settled when they are compiled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from showcase.views.head import OG_LOCALES, write_linked_data
from showcase.views.icons import icon
from showcase.views.reach import dial_number, host_of, supervision_href
from showcase.views.words import Words

_TEMPLATES: Final = Path(__file__).parent / "templates"


def open_templates(words: Words) -> Environment:
    """The templates, in the locale of ``words``."""
    environment = _SettledEnvironment(
        words.text,
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(_=words.text, icon=_draw_icon, og_locale=OG_LOCALES[words.locale])
    environment.filters.update(
        date=words.date,
        number=words.number,
        label=words.label,
        local=words.local,
        phase_name=words.phase,
        dialled=dial_number,
        host=host_of,
        supervision_href=supervision_href,
        linked_data=write_linked_data,
    )
    return environment


def _draw_icon(name: str) -> Markup:
    return Markup(icon(name))


class _SettledEnvironment(Environment):
    """An environment of one locale: its words and icons are constants, which Jinja joins to the markup around them."""

    def __init__(self, translate: Callable[[str], str], **options: Any) -> None:
        self._translate = translate
        super().__init__(**options)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree: nodes.Template = _Settling(self._translate).visit(super()._parse(source, name, filename))
        return tree


class _Settling(NodeTransformer):
    """Calls ``_("…")`` and ``icon("…")`` of nothing but a constant, half a hundred a page, once for all pages."""

    def __init__(self, translate: Callable[[str], str]) -> None:
        self._translate = translate

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - the name by which the visitor finds it
        """A call, or what it gives."""
        self.generic_visit(node)
        more: list[Any] = [*node.kwargs, *node.args[1:], *filter(None, (node.dyn_args, node.dyn_kwargs))]
        if more or not node.args or not isinstance(node.node, nodes.Name) or not isinstance(node.args[0], nodes.Const):
            return node
        if node.node.name == "icon":
            return nodes.TemplateData(icon(node.args[0].value), lineno=node.lineno)
        if node.node.name == "_":
            return nodes.Const(self._translate(node.args[0].value), lineno=node.lineno)
        return node

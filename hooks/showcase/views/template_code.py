"""What templates are compiled to: the same as Jinja does, without what a page of ours never needs.

Half of the time of a brand's page was Jinja's own: a generator in a generator for every include, a ``Markup`` around
every text, a search for an item behind every attribute, a context behind every call. Here included templates are part
of the page, pieces of output lie in one list, attributes and calls are Python's own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from functools import cached_property
from typing import Any, Final

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined]

from showcase.views.icons import glyph, icon

_DRAWN: Final[Mapping[str, Callable[[str], str]]] = {"icon": icon, "glyph": glyph}


def write_text(value: object) -> str:
    """A value as it stands in a page: a text escaped, markup as it is."""
    if type(value) is str:
        text: str = _escape_inner(value)
        return text
    return value if type(value) is Markup else escape(value)


class PlainCode(CodeGenerator):
    """Writes the Python of a template; all that is called or asked for an attribute is Python's, never a mapping."""

    def write_commons(self) -> None:
        """Adds to the names that every function begins with."""
        super().write_commons()
        self.writeline("pieces, write_text, escape_text = context.pieces, environment.write_text, environment.escape")

    def start_write(self, frame: Frame, node: nodes.Node | None = None) -> None:
        """Begins a piece: appended to a list, which takes half the time of a ``yield``."""
        if frame.buffer is None:
            self.writeline("pieces.append(", node)
        else:
            super().start_write(frame, node)

    def end_write(self, frame: Frame) -> None:  # noqa: ARG002 - Jinja's own, for which a ``yield`` ends by itself
        """Ends it."""
        self.write(")")

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802 - the names Jinja finds them by
        """Pieces of a page, one after the other."""
        for piece in self._settle(node, frame):
            self.start_write(frame, node)
            self._write_piece(piece, frame)
            self.end_write(frame)

    def _settle(self, node: nodes.Output, frame: Frame) -> list[str | nodes.Expr]:
        """What is put out: constants joined to texts, and what only the page tells."""
        pieces: list[str | nodes.Expr] = []
        for child in node.nodes:
            try:
                constant = write_text(child.as_const(frame.eval_ctx))
            except nodes.Impossible:
                pieces.append(child)
                continue
            if pieces and isinstance(pieces[-1], str):
                pieces[-1] += str(constant)
            else:
                pieces.append(str(constant))
        return pieces

    def _write_piece(self, piece: str | nodes.Expr, frame: Frame) -> None:
        if isinstance(piece, str):
            self.write(repr(piece))
            return
        # A text, as nearly all of them are, costs no call of a function of ours.
        self.write("escape_text(piece) if type(piece := ")
        self.visit(piece, frame)
        self.write(") is str else write_text(piece)")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """An attribute, never an item."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """A call; nothing that templates call asks for their context."""
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")


class PlainContext(Context):
    """What a template is rendered in, with the pieces of what it gives."""

    def __init__(self, *told: Any, **more: Any) -> None:
        """As Jinja's own."""
        super().__init__(*told, **more)
        self.pieces: list[str] = []


class PlainTemplate(Template):
    """A template whose names lie in one dict: the chain of dicts that Jinja makes takes as long as the page's head."""

    @cached_property
    def _common(self) -> dict[str, Any]:
        return dict(self.globals)

    def render(self, *_args: Any, **told: Any) -> str:
        """As Jinja's own, of names and their values alone."""
        context = PlainContext(self.environment, self._common | told, self.name, self.blocks)
        for _ in self.root_render_func(context):
            pass  # It writes all by itself, and only looks like a generator.
        return "".join(context.pieces)


class PlainEnvironment(Environment):
    """An environment of one locale: its words and icons are constants, which Jinja joins to the markup around them."""

    code_generator_class = PlainCode
    template_class = PlainTemplate
    context_class = PlainContext
    write_text = staticmethod(write_text)
    escape = staticmethod(_escape_inner)

    def __init__(self, translate: Callable[[str], str], **options: Any) -> None:
        """``translate`` gives a message in the locale."""
        self._translate = translate
        self._opened: dict[Template | str, Template] = {}
        super().__init__(**options)

    def get_template(
        self,
        name: Template | str,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's own name
    ) -> Template:
        """As Jinja's own, and found at once from the second time on."""
        template = self._opened.get(name)
        if template is None:
            template = self._opened[name] = super().get_template(name, parent, globals)
        return template

    def parse_included(self, name: str) -> list[nodes.Node]:
        """The body of a template that another includes."""
        assert self.loader is not None
        source, file, _ = self.loader.get_source(self, name)
        return self._parse(source, name, file).body

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree: nodes.Template = _Settling(self, self._translate).visit(super()._parse(source, name, filename))
        return tree


class _Settling(NodeTransformer):
    """Does once for all pages what is the same on each: words, icons, and what is included."""

    def __init__(self, environment: PlainEnvironment, translate: Callable[[str], str]) -> None:
        self._environment = environment
        self._translate = translate

    def visit_Include(self, node: nodes.Include) -> nodes.Node:  # noqa: N802 - the names by which the visitor finds them
        """What a template of a given name holds, in a scope of its own."""
        if not isinstance(node.template, nodes.Const):
            return node
        return nodes.Scope(self._environment.parse_included(node.template.value), lineno=node.lineno)

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802
        """A call, or what it gives: ``_("…")``, ``icon("…")`` and ``glyph("…")`` of a constant."""
        self.generic_visit(node)
        more: list[Any] = [*node.args[1:], *filter(None, (node.dyn_args, node.dyn_kwargs))]
        if more or not node.args or not isinstance(node.node, nodes.Name) or not isinstance(node.args[0], nodes.Const):
            return node
        if node.node.name in _DRAWN:
            return nodes.TemplateData(_DRAWN[node.node.name](node.args[0].value), lineno=node.lineno)
        if node.node.name != "_":
            return node
        message = nodes.Const(self._translate(node.args[0].value), lineno=node.lineno)
        if not node.kwargs:
            return message
        form = nodes.Getattr(message, "format", "load", lineno=node.lineno)
        return nodes.Call(form, [], node.kwargs, None, None, lineno=node.lineno)

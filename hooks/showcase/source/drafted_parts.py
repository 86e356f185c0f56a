"""Parts of a brand that were written as a text, drafted as the keys and values that the model wants."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from pydantic import BaseModel

from showcase.source.editor_words import guess_choice, suggest_choice
from showcase.source.mending import write_text
from showcase.source.schema import choices_at, takes_text
from showcase.source.yaml_scalars import resolve_plain

_GAP: Final = "…"
"""What stands for a value that nobody but the editor knows."""
_FOR_TEXT: Final = ("summary", "name", "title", "conclusion", "text")
"""Keys for a text, where no required one takes it."""
_LONGEST_NAME: Final = 60


class Draft(NamedTuple):
    """A part, as far as it can be made out."""

    fields: Mapping[str, str]
    """Its keys and values, as they are to be written."""
    choice: str = ""
    """The key whose value was guessed or left open, and is one of a few words."""
    choices: tuple[str, ...] = ()

    @property
    def in_braces(self) -> str:
        """The part on one line."""
        return f"{{{', '.join(f'{key}: {value}' for key, value in self.fields.items())}}}"

    @property
    def item(self) -> str:
        """What stands behind the hyphen of an item: the one key with its value, or all in braces."""
        return (
            next(f"{key}: {value}" for key, value in self.fields.items()) if len(self.fields) == 1 else self.in_braces
        )


def draft_part(kind: type[BaseModel], text: str) -> Draft | None:
    """The part that a text was meant as; ``None`` where no key of it would take the text."""
    text = " ".join(text.split())
    required = [name for name, info in kind.model_fields.items() if info.is_required()]
    choice = next((name for name in required if choices_at(kind, (name,))), "")
    choices = choices_at(kind, (choice,)) if choice else ()
    stated = suggest_choice(text, choices) if choices else None
    fields = dict.fromkeys(required, _GAP)
    if stated:
        return Draft({**fields, choice: stated})
    key = _find_text_key(kind, required)
    if key is None and len(required) == 1:
        return Draft({required[0]: write_text(text) if isinstance(resolve_plain(text), str) else text})
    if key is None:
        return None
    name, colon, rest = text.partition("：")
    if key == "name" and colon and rest.strip() and "summary" in kind.model_fields and len(name) <= _LONGEST_NAME:
        return Draft({**fields, "name": write_text(name.strip()), "summary": write_text(rest.strip())})
    fields[key] = write_text(text)
    if not choice:
        return Draft(fields)
    return Draft({**fields, choice: guess_choice(text, choices) or _GAP}, choice, choices)


def _find_text_key(kind: type[BaseModel], required: Iterable[str]) -> str | None:
    keys = [name for name in required if takes_text(kind, (name,)) and not choices_at(kind, (name,))]
    return next(iter([*keys, *(name for name in _FOR_TEXT if name in kind.model_fields)]), None)


def write_list(texts: Sequence[str], kind: type[BaseModel] | None) -> tuple[str, dict[str, str]] | None:
    """Items in brackets, each a part where the list is one of parts, and what a message names of the first of these.

    ``None`` where one cannot be drafted.
    """
    if kind is None:
        return f"[{', '.join(map(write_text, texts))}]", {}
    drafts = [draft for draft in (draft_part(kind, text) for text in texts) if draft]
    written = f"[{', '.join(draft.in_braces for draft in drafts)}]"
    details = next(filter(None, map(describe_draft, drafts)), {})
    return (written, details) if len(drafts) == len(texts) else None


def describe_draft(draft: Draft) -> dict[str, str]:
    """What a message names of a draft besides its text."""
    if draft.choice:
        return {"choice": draft.choice, "choices": ", ".join(draft.choices)}
    return {"gap": _GAP} if _GAP in draft.fields.values() else {}

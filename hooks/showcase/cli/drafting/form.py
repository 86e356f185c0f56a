"""The form that a new brand fills in: its fields, and what each takes for an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from gettext import NullTranslations
from pathlib import Path
from typing import Final, Literal, get_args

from showcase.cli.drafting.agency_entry import AgencyEntry, UnfitCatalogueError, append_agency
from showcase.cli.drafting.choice import Option, find_exact, find_options, suggest_options
from showcase.cli.drafting.starter import Draft, Term
from showcase.cli.drafting.taken import find_claimant, list_slugs
from showcase.cli.drafting.trial import explain_agency, explain_draft
from showcase.model.fault_texts import KINDS
from showcase.model.vocabulary import Agency, LocalText, Vocabulary
from showcase.source.file_names import CATALOGUE_FILE
from showcase.source.mending import mend_color
from showcase.source.signs_around import take_signs_off
from showcase.source.slug import derive_slug, is_slug, suggest_free

FieldName = Literal["name", "slug", "agency", "category", "slogan", "summary", "level", "color"]

FIELDS: Final[tuple[FieldName, ...]] = get_args(FieldName)
"""In the order they are asked for; a slug comes of the name, an agency may be new."""
REQUIRED: Final = frozenset(FIELDS) - {"level", "color"}
CHOSEN: Final = frozenset({"agency", "category", "level"})
"""Taken from the vocabulary."""
_QUOTES: Final = "\"'“”‘’＂＇"
"""Quotation marks, straight, curly and full-width."""


class UnfitAnswerError(Exception):
    """An answer that its field does not take; carries what to tell the editor, at least one line."""

    def __init__(self, *messages: str) -> None:
        """``messages`` are in the editor's language."""
        super().__init__(*messages)
        self.messages = messages


@dataclass
class Form:
    """The form of one brand, in front of the vocabulary and the brands there are."""

    vocabulary: Vocabulary
    brands: Path
    translations: NullTranslations
    """Words in the editor's language, of the domain ``cli``."""
    answers: dict[FieldName, str] = field(default_factory=dict)
    """What was taken: texts, and keys of the vocabulary."""
    new_agency: AgencyEntry | None = None
    """A body that the vocabulary does not have yet."""

    def __post_init__(self) -> None:
        """Looks once at what the brands folder has."""
        self.slugs: dict[str, Path] = list_slugs(self.brands)

    def gettext(self, message: str) -> str:
        """A message in the editor's language."""
        return self.translations.gettext(message)

    def take(self, name: FieldName, text: str) -> None:
        """Takes an answer; raises :class:`UnfitAnswerError` where it will not do."""
        text = text.strip()
        if name == "slug":
            self._check_slug(text)
        elif name in CHOSEN:
            text = self._choose(name, text)
        elif name == "color" and text:
            text = self._take_color(text)
        else:
            text = take_signs_off(text, is_name=name == "name") if name in ("name", "slogan") else text
            self._check_text(name, text)
        self.answers[name] = text

    def take_agency(self, entry: AgencyEntry) -> None:
        """Takes a body that is to be added to the vocabulary, as the brand's agency."""
        self.check_agency_key(entry.key)
        self.check_agency_names(entry.name, entry.short)
        self.compose_catalogue(entry)
        self.new_agency = entry
        self.answers["agency"] = entry.key

    def check_agency_key(self, key: str) -> None:
        """Raises :class:`UnfitAnswerError` where a new body cannot have a key."""
        if key in self.vocabulary.agencies:
            raise UnfitAnswerError(self.gettext("The key {key} is taken already.").format(key=key))
        if not is_slug(key):
            raise UnfitAnswerError(self._explain_key(self.suggest_key(key)))

    def check_agency_names(self, name: str, short: str = "") -> None:
        """Raises :class:`UnfitAnswerError` where a new body cannot be called so."""
        if problems := explain_agency(AgencyEntry("sample", name, short), self.translations):
            raise UnfitAnswerError(*problems)

    def find_agency(self, name: str) -> Term | None:
        """The body that the vocabulary has under exactly this name, full or short.

        Raises :class:`UnfitAnswerError` where it has several.
        """
        found = find_exact(self.options_of("agency"), name) if name.strip() else []
        if len(found) > 1:
            message = self.gettext("“{text}” may mean: {options}")
            raise UnfitAnswerError(message.format(text=name, options=_name_options(found)))
        return found[0].term if found else None

    def compose_catalogue(self, entry: AgencyEntry) -> str:
        """The text of ``_catalogue.yml`` with one more agency; raises :class:`UnfitAnswerError` where it takes none."""
        path = self.brands / CATALOGUE_FILE
        try:
            with path.open(encoding="utf-8", newline="") as file:
                return append_agency(file.read(), entry)
        except UnfitCatalogueError:
            message = self.gettext("{path} is laid out so that only you can add the agency {key} to it.")
            raise UnfitAnswerError(message.format(path=path.as_posix(), key=entry.key)) from None

    def derive_slug(self) -> str:
        """The slug that the name suggests, taken or not; empty where it suggests none."""
        return derive_slug(self.answers.get("name", ""))

    def suggest_slug(self) -> str:
        """A free slug made from the name; empty where the name suggests none."""
        derived = self.derive_slug()
        return suggest_free(derived, self.slugs) if derived else ""

    def suggest_key(self, name: str) -> str:
        """A free key for a new body of that name; empty where the name gives none."""
        derived = derive_slug(name)
        return suggest_free(derived, self.vocabulary.agencies) if derived else ""

    def options_of(self, name: FieldName) -> Sequence[Option]:
        """What a field may be chosen from, in the vocabulary's order."""
        words: Mapping[str, Mapping[str, object]] = {
            "agency": self.vocabulary.agencies,
            "category": self.vocabulary.categories,
            "level": self.vocabulary.levels,
        }
        return [_as_option(key, word) for key, word in words[name].items()]

    def compose_draft(self) -> Draft:
        """The draft of the brand, once every required field has been taken."""
        answers = self.answers
        return Draft(
            name=answers["name"],
            agency=self._name_agency(),
            category=Term(answers["category"], str(self.vocabulary.categories[answers["category"]].name)),
            slogan=answers["slogan"],
            summary=answers["summary"],
            level=answers.get("level", ""),
            color=answers.get("color", ""),
        )

    def _name_agency(self) -> Term:
        key = self.answers["agency"]
        entry = self.new_agency
        return Term(key, entry.name if entry else str(self.vocabulary.agencies[key].name))

    def _check_text(self, name: FieldName, text: str) -> None:
        problems = explain_draft(name, text, self.translations)
        if problems:
            raise UnfitAnswerError(*problems)
        claimant = find_claimant(self.slugs, "name", text) if name == "name" else None
        if claimant:
            message = self.gettext("Another brand has this name: {path}")
            raise UnfitAnswerError(message.format(path=claimant.as_posix()))

    def _take_color(self, text: str) -> str:
        """The colour that was meant, also in the quotation marks that it has in a file, and without its hash sign."""
        color = mend_color(text.strip(_QUOTES))
        if color is None:
            message = self.gettext("Not a colour: “{text}”. Type # and six hexadecimal digits, such as #1b66d6.")
            raise UnfitAnswerError(message.format(text=text))
        return color

    def _check_slug(self, slug: str) -> None:
        if not is_slug(slug):
            derived = derive_slug(slug)
            raise UnfitAnswerError(self._explain_key(suggest_free(derived, self.slugs) if derived else ""))
        holder = self.slugs.get(slug) or find_claimant(self.slugs, "aliases", slug)
        if holder:
            message = self.gettext("The slug {slug} is taken by {path}; {free} is free.")
            free = suggest_free(slug, {*self.slugs, slug})
            raise UnfitAnswerError(message.format(slug=slug, path=holder.as_posix(), free=free))

    def _explain_key(self, suggestion: str) -> str:
        expected = KINDS["bad-folder-name"].expected
        assert isinstance(expected, str)
        told, proposed = self.gettext(expected), self.gettext("{slug} would do.")
        return f"{told}\n    {proposed.format(slug=suggestion)}" if suggestion else told

    def _choose(self, name: FieldName, text: str) -> str:
        """The key that a key or a name means."""
        options = self.options_of(name)
        if self.new_agency and name == "agency" and text == self.new_agency.key:
            return text
        found = find_options(options, text)
        if len(found) == 1:
            return found[0].term.key
        if found:
            message = self.gettext("“{text}” may mean: {options}")
        else:
            found = suggest_options(options, text)
            message = self.gettext("Not in the vocabulary: “{text}”. Near to it: {options}")
        if not found:
            message = self.gettext("Not in the vocabulary: “{text}”.")
        raise UnfitAnswerError(message.format(text=text, options=_name_options(found)))


def _name_options(options: Sequence[Option]) -> str:
    """The first of some options, with their keys."""
    return "、".join(f"{option.term.name} ({option.term.key})" for option in options[:8])


def _as_option(key: str, word: object) -> Option:
    """A word of the vocabulary as something to choose."""
    name = getattr(word, "name", None)
    assert isinstance(name, LocalText)
    short = word.short if isinstance(word, Agency) else None
    others = [*name.texts.values(), *(short.texts.values() if short else ())]
    return Option(Term(key, str(name)), tuple(text for text in others if text != str(name)))

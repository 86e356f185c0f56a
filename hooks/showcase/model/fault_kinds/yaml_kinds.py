"""Faults of writing in the front matter: punctuation, indentation, quotes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from showcase.language import N_
from showcase.model.fault_kinds.kind import ERROR, WARNING, Kind

_WRITE: Final = N_("Write: {suggestion}")

KINDS: Final[Mapping[str, Kind]] = {
    "bad-yaml": Kind(
        ERROR,
        N_("The file cannot be understood from here on"),
        found="{problem}",
        hint=N_("Look at this line and the one above: punctuation, indentation, quotes"),
    ),
    "tab-indentation": Kind(
        ERROR,
        N_("A tab stands where the line is indented"),
        expected=N_("blanks: two for each step"),
        hint=N_("Replace the tab by two blanks"),
    ),
    "full-width-indentation": Kind(
        ERROR,
        N_("Full-width blanks stand where the line is indented"),
        expected=N_("blanks: two for each step"),
        hint=N_("Replace them by half-width blanks, two for each step"),
    ),
    "odd-blank": Kind(
        ERROR,
        N_("The blank here is of another kind, and does not count as one"),
        expected=N_("blanks from the space bar"),
        found="{found}",
        hint=(
            N_("Type it anew with the space bar: {suggestion}"),
            N_("Delete it and type it anew with the space bar; it comes along when text is copied from Word"),
        ),
    ),
    "full-width-colon": Kind(
        ERROR,
        N_("A full-width colon stands after the key"),
        expected=N_("a half-width colon and a blank"),
        found="：",
        hint=_WRITE,
    ),
    "no-space-after-colon": Kind(
        ERROR, N_("The blank after the colon is missing"), expected=N_("a colon and a blank"), hint=_WRITE
    ),
    "no-space-after-dash": Kind(
        ERROR,
        N_("A list item needs a half-width hyphen and a blank before it"),
        expected=N_("a line for each item, each with a hyphen and a blank"),
        hint=_WRITE,
    ),
    "missing-colon": Kind(
        ERROR,
        N_("This line has no colon after its key"),
        expected=N_("key: value"),
        found="{found}",
        hint=(
            _WRITE,
            N_("If it goes on from above, move it behind a comma before the closing {bracket}; else write key: value"),
            N_("If it goes on from above, move it before the closing {mark}; else write key: value"),
            N_("If it is another item, write: {item}; if it goes on from above, begin it with {blanks} blanks"),
            N_("If it goes on from above, begin it with {blanks} blanks; else write key: value"),
            N_("Write key: value"),
        ),
    ),
    "not-a-field": Kind(
        ERROR,
        N_("This line is no field"),
        expected=N_("key: value"),
        found="{found}",
        hint=(
            N_("If it is the field {key}, write: {suggestion}; if it is a heading, move it below the second ---"),
            N_("If it is the field {key}, write: {draft}; if it is a heading, move it below the second ---"),
            N_("Move lines {first} to {last} below the second ---, into the story, or write them into their fields"),
            N_("Move it below the second ---, into the story, or write it into the field it belongs to"),
        ),
    ),
    "colon-in-value": Kind(
        ERROR,
        N_("A text with a colon and a blank in it must be quoted"),
        expected=N_("one colon with a blank on a line, or the text in quotes"),
        hint=_WRITE,
    ),
    "bad-indentation": Kind(
        ERROR,
        N_("The line is indented differently from its neighbours"),
        expected=N_("keys of one map begin in the same column"),
        hint=(
            N_("Take off blanks at the beginning of each of lines {first} to {last}: {excess}"),
            N_("Take off blanks at the beginning of the line: {excess}"),
            N_("Add blanks at the beginning of each of lines {first} to {last}: {lack}"),
            N_("Add blanks at the beginning of the line: {lack}"),
            N_("If it is another item, write: {item}; else align it with the keys of the item above"),
            N_("Align it with the keys it belongs to, in steps of two blanks"),
        ),
    ),
    "text-not-indented": Kind(
        ERROR,
        N_("A text over several lines is not indented"),
        expected=N_("the text two blanks further in than its key"),
        hint=(
            N_("Begin each of lines {first} to {last} with {blanks} blanks"),
            N_("Begin the line with {blanks} blanks"),
        ),
    ),
    "parent-is-comment": Kind(
        ERROR,
        N_("A key is still a comment, and what belongs below it no longer is"),
        N_("{key} is still a comment, and {child} on line {line}, which belongs below it, no longer is"),
        hint=N_("Delete the number sign and the blank at the beginning of this line too"),
    ),
    "unclosed-quote": Kind(
        ERROR,
        N_("A quotation mark is opened and not closed"),
        found="{found}",
        hint=N_("Add the closing mark at the end of the text"),
    ),
    "text-after-quote": Kind(
        ERROR,
        N_("Text follows after the closing quotation mark"),
        expected=N_("the whole text between the marks"),
        hint=_WRITE,
    ),
    "bad-escape": Kind(
        ERROR,
        N_("A backslash between double quotes means something else"),
        hint=N_("Write two backslashes, or use single quotes around the text"),
    ),
    "list-misplaced": Kind(
        ERROR,
        N_("A list cannot begin here"),
        expected=N_("each item on a line of its own below the key"),
        hint=(_WRITE, N_("Begin a new line after the colon, and indent the items by two blanks")),
    ),
    "reserved-character": Kind(
        ERROR,
        N_("A value cannot begin with this character unless it is quoted"),
        found="{found}",
        hint=_WRITE,
    ),
    "unclosed-bracket": Kind(
        ERROR,
        N_("A bracket is opened and not closed, or a comma is missing within it"),
        expected=N_("[first, second] or {{key: value, key: value}}, with half-width commas"),
        hint=N_("Close the bracket on this line, and quote items that hold commas, colons or brackets"),
    ),
    "bad-list": Kind(
        ERROR,
        N_("There is a comma or bracket too many"),
        expected=N_("[first, second] or {{key: value, key: value}}, with half-width commas"),
        hint=N_("Delete it, or put the text in quotes"),
    ),
    "color-is-comment": Kind(
        ERROR,
        N_("The colour is not quoted, so that everything after # counts as a comment"),
        expected=N_("the colour in quotes"),
        found="{found}",
        hint=_WRITE,
    ),
    "text-is-comment": Kind(
        WARNING,
        N_("The text is not quoted, so that what follows after # is lost as a comment"),
        expected=(
            N_("a list, {list}; or a blank after #, if a comment is meant"),
            N_("the whole text in quotes; or a blank after #, if a comment is meant"),
        ),
        found="{found}",
        hint=_WRITE,
    ),
    "duplicate-key": Kind(
        ERROR,
        N_("The key is there twice"),
        N_("The key {key} is there twice; it is first on line {line}"),
        hint=N_("Keep one of the two; a list of several values stands below one key"),
    ),
    "anchor": Kind(ERROR, N_("Anchors are not taken"), found="{found}", hint=N_("Delete it, or quote the value")),
    "alias": Kind(ERROR, N_("Aliases are not taken"), found="{found}", hint=N_("Write the value itself, or quote it")),
    "tag": Kind(ERROR, N_("YAML tags are not taken"), found="{found}", hint=N_("Delete it, or quote the value")),
    "merge-key": Kind(
        ERROR, N_("Merge keys are not taken"), found="<<", hint=N_("Write the keys themselves, one below the other")
    ),
    "several-documents": Kind(
        ERROR, N_("A second YAML document begins here"), hint=N_("Delete this line; one file holds one document")
    ),
    "yaml-directive": Kind(ERROR, N_("YAML directives are not taken"), hint=N_("Delete the line that begins with %")),
    "key-not-text": Kind(
        ERROR,
        N_("A key must be a word"),
        expected=N_("a key such as name or agency"),
        found="{found}",
        hint=(N_("If this key is meant, write: {suggestion}"), N_("Write a word before the colon")),
    ),
    "too-deep": Kind(
        ERROR,
        N_("Maps and lists are nested too deeply"),
        expected=N_("at most {limit} steps"),
        hint=N_("Look for brackets that are opened again and again"),
    ),
    "too-many-values": Kind(
        ERROR, N_("The file holds too many values"), hint=N_("Tell less here and more in the story below")
    ),
    "list-too-long": Kind(
        ERROR,
        N_("The list is too long"),
        expected=N_("at most {limit}"),
        found="{count}",
        hint=N_("Keep what matters most; tell the rest in the story or in a PDF beside it"),
    ),
    "top-level-list": Kind(
        ERROR,
        N_("The fields begin with a hyphen, as if they were a list"),
        expected=N_("key: value"),
        hint=N_("Delete the hyphens before the keys"),
    ),
    "top-level-text": Kind(
        ERROR,
        N_("There is text where fields should be"),
        expected=N_("key: value"),
        found="{found}",
        hint=N_("Write a key, a half-width colon and a blank before each value"),
    ),
}

"""Faults of single fields: keys, kinds of value, forms, lengths."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from showcase.language import N_
from showcase.model.fault_kinds.kind import ERROR, Kind

_WRITE: Final = N_("Write: {suggestion}")
_LEAVE_OUT: Final = N_("What there is none of is left out; delete: {absent}")
_DRAFTED: Final = (
    N_("Write: {suggestion}; and choose what {choice} is: {choices}"),
    N_("Write: {suggestion}; with what is so in the place of {gap}"),
)
"""Where something in what is to be written is for the editor to say."""
_FOUND: Final = (N_("{found} ({found_kind})"), "{found_kind}")

KINDS: Final[Mapping[str, Kind]] = {
    "unknown-key": Kind(
        ERROR,
        N_("The key is not known"),
        N_("The key {key} is not known"),
        expected=N_("one of: {known}"),
        hint=(
            N_("Write the mail address as: {line}"),
            N_("Write: {item}"),
            N_("Move it right below {home}:, and add blanks at the beginning of each of its lines: {lack}"),
            N_(
                "If it is an agency, move it right below agencies:; if it belongs to {above}, leave it here; "
                "add blanks at the beginning of each of its lines: {lack}"
            ),
            N_("Add blanks at the beginning of each of lines {first} to {last}: {lack}"),
            N_("Add blanks at the beginning of the line: {lack}"),
            N_("Did you mean {suggestion}?"),
            N_("{key} belongs below {parent}, indented by two blanks"),
            N_("{top} belongs at the outermost level, without indentation"),
            N_("Delete the line; {vocabulary} takes the keys named here and no others"),
            N_("Delete the line, or tell it in the story below the second ---"),
        ),
    ),
    "missing-key": Kind(
        ERROR,
        N_("A required key is missing or has no value"),
        N_("{key} is missing or has no value"),
        hint=(
            N_("A number sign begins a comment; quote the text: {suggestion}"),
            N_("Add a line such as: {example}"),
        ),
    ),
    "not-text": Kind(
        ERROR,
        N_("A text is expected here"),
        expected=N_("a text; what could be taken for something else stands in quotes"),
        found=_FOUND,
        hint=(_WRITE, N_("Write the text after the colon, on the same line")),
    ),
    "not-list": Kind(
        ERROR,
        N_("A list is expected here"),
        expected=N_("[first, second], or below the key a line for each item, each with a hyphen and a blank"),
        found=_FOUND,
        hint=(
            N_("Write in the place of lines {first} to {last}: {suggestion}"),
            *_DRAFTED,
            N_("Write: {suggestion}; if {single} is several items, put a comma and a blank between them"),
            _WRITE,
            N_("Write each item on a line of its own below the key, such as: {sample}"),
            N_("Put a hyphen and a blank before the first key of each item, its other keys aligned with it"),
        ),
    ),
    "not-mapping": Kind(
        ERROR,
        N_("Keys with values are expected here"),
        expected=(
            N_("{dash}key: value, and the other keys of the item below, aligned with this one"),
            N_("below this, indented by two blanks: key: value; or here, in braces: {{key: value}}"),
        ),
        found=_FOUND,
        hint=(*_DRAFTED, _WRITE, N_("Write key: value")),
    ),
    "not-flag": Kind(ERROR, N_("Yes or no is expected here"), expected="true / false", found=_FOUND, hint=_WRITE),
    "not-whole-number": Kind(
        ERROR,
        N_("A whole number is expected here"),
        expected=N_("digits alone, such as 5"),
        found=_FOUND,
        hint=(_LEAVE_OUT, _WRITE, N_("Write a whole number in digits alone, and a span of time in working days")),
    ),
    "bad-number": Kind(
        ERROR,
        N_("A number is expected here"),
        expected=N_("digits alone, such as 98.6; its unit stands in a key of its own"),
        found=_FOUND,
        hint=(
            _LEAVE_OUT,
            N_("A rank is no figure; tell it in honours or in the story: {rank}"),
            N_("Write: {suggestion}, and beside it: {unit}"),
            _WRITE,
            N_("Write the number in digits, without quotes or thousands commas; its unit, if any, stands in unit"),
        ),
    ),
    "too-short": Kind(
        ERROR,
        N_("The text is too short"),
        expected=N_("at least {least} characters"),
        found=N_("{count} characters"),
        hint=N_("Tell a little more, whom it serves and with what for example"),
    ),
    "too-long": Kind(
        ERROR,
        N_("The text is too long"),
        expected=N_("at most {most} characters"),
        found=N_("{count} characters"),
        hint=(
            N_("Say it shorter; {vocabulary} has no place for the rest"),
            N_("Say it shorter here, and the rest in the story below the second ---"),
        ),
    ),
    "empty-text": Kind(ERROR, N_("The text is empty"), hint=N_("Write the text, or delete the line")),
    "no-words": Kind(
        ERROR,
        N_("The text has no letter or digit in any script"),
        N_("“{found}” has no letter or digit in any script"),
        hint=N_("Write it in words"),
    ),
    "line-break": Kind(
        ERROR,
        N_("The text must stand on one line"),
        hint=(_WRITE, N_("Take the line breaks away")),
    ),
    "out-of-range": Kind(
        ERROR,
        N_("The number is out of range"),
        expected=(N_("{least} or more"), N_("{most} or less")),
        found="{found}",
        hint=N_("See whether a digit or the decimal point has slipped"),
    ),
    "not-a-choice": Kind(
        ERROR,
        N_("The word is not one of those to choose from"),
        expected=N_("one of: {choices}"),
        found="{found}",
        hint=(N_("Did you mean {suggestion}?"), N_("Copy one of the words above")),
    ),
    "bad-date": Kind(
        ERROR,
        N_("This is not a day, a month or a year"),
        (N_("{month} has no day {day}"), N_("There is no month {number}"), N_("The year {year} is out of range")),
        expected=N_("such as 2024-05-20, 2024-05 or 2024; a day that exists, from 1900 to 2100"),
        found="{found}",
        hint=(
            _LEAVE_OUT,
            _WRITE,
            N_("{month} ends with day {last}; look up which day is meant"),
            N_("Months go from 01 to 12, and {number} is none; look up which is meant"),
            N_("See whether a digit of {year} has slipped"),
            N_("Write year-month-day in digits, joined by hyphens"),
        ),
    ),
    "bad-period": Kind(
        ERROR,
        N_("The period names no year"),
        expected=N_("such as 2024-05, 2024, or words with a year: first half of 2024"),
        found="{found}",
        hint=(_WRITE, N_("Name the year, in four digits")),
    ),
    "bad-phone": Kind(
        ERROR,
        N_("This is not a telephone number"),
        expected=N_('an office line in quotes, such as "0571-88888888" or "12345"'),
        found="{found}",
        hint=(
            _LEAVE_OUT,
            N_("Write its digits and signs half-width: {narrow}"),
            _WRITE,
            N_("Write the number alone; words about it stand in name or hours"),
        ),
    ),
    "mobile-number": Kind(
        ERROR,
        N_("A private mobile number must not be made public"),
        expected=N_("an office line"),
        hint=N_("Put the number of the office or of the service hotline in its place"),
    ),
    "curly-quotes": Kind(
        ERROR,
        N_("Quotation marks of this kind do not quote, and count as part of the text"),
        expected=N_('none, or straight quotation marks: "…"'),
        found="{found}",
        hint=_WRITE,
    ),
    "bad-email": Kind(
        ERROR,
        N_("This is not an e-mail address"),
        expected=N_("such as office@example.gov.cn"),
        found="{found}",
        hint=(_LEAVE_OUT, _WRITE, N_("Write one address, in half-width characters")),
    ),
    "bad-url": Kind(
        ERROR,
        N_("This is not a web address"),
        expected=N_("an address in full, beginning with https:// or http://"),
        found="{found}",
        hint=(
            _LEAVE_OUT,
            N_("Write the mail address as: {line}"),
            _WRITE,
            N_("Copy the address from the browser's address bar"),
        ),
    ),
    "bad-color": Kind(
        ERROR,
        N_("This is not a colour"),
        expected=N_('# and six hexadecimal digits, in quotes: "#1b66d6"'),
        found="{found}",
        hint=(_WRITE, N_("Ask the logo's designer for the colour's hexadecimal value")),
    ),
    "bad-slug": Kind(
        ERROR,
        N_("This cannot be part of an address"),
        expected=N_("1 to 64 lower-case letters, digits, hyphens between them, and no device name such as con"),
        found="{found}",
        hint=(_WRITE, N_("Write the name in pinyin, for example zheliban")),
    ),
    "bad-file-name": Kind(
        ERROR,
        N_("This is not the name of a file beside index.md"),
        expected=N_("a name of letters, digits, Han characters, hyphens, dots: no folder, blank or device such as con"),
        found="{found}",
        hint=(
            N_("Rename the file to that too, leave it beside index.md, and write: {suggestion}"),
            N_("Rename the file, and write its name here"),
        ),
    ),
    "bad-key": Kind(
        ERROR,
        N_("The key has a form that cannot be part of an address"),
        expected=N_("1 to 64 lower-case letters, digits, hyphens between them, and no device name such as con"),
        found="{found}",
        hint=(N_("Write {suggestion}"), N_("Write it in pinyin or English, such as zj-data")),
    ),
    "bad-locale": Kind(
        ERROR,
        N_("A language is unknown, or the Chinese is missing"),
        expected=N_("zh-Hans, and if wanted zh-Hant and en"),
        hint=N_("Write: {{zh-Hans: 政务服务, en: Government services}}"),
    ),
    "ends-before-start": Kind(
        ERROR,
        N_("The end lies before the start"),
        found="{found}",
        hint=N_("See whether start and end are swapped"),
    ),
    "logo-alt-missing": Kind(
        ERROR,
        N_("The logo has no description in words"),
        expected=N_("logo_alt beside logo, for those who do not see the picture"),
        hint=N_("Add a line such as: logo_alt: a blue wave that forms the character 浙"),
    ),
    "invalid-value": Kind(
        ERROR, N_("The value cannot be taken"), found=_FOUND, hint=N_("See the content model for what this field takes")
    ),
}

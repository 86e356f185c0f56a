"""Faults of stories: what cannot be shown as it is meant, and what there is too much of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from showcase.language import N_
from showcase.model.fault_kinds.kind import ERROR, WARNING, Kind

KINDS: Final[Mapping[str, Kind]] = {
    "story-html": Kind(
        ERROR,
        N_("The story holds HTML that is not taken"),
        expected=N_("Markdown, such as **bold** and [words](https://www.example.gov.cn)"),
        found="{found}",
        hint=N_("Delete the tag and keep the words; to show a < as such, put a blank behind it or write &lt;"),
    ),
    "story-comment": Kind(
        WARNING,
        N_("The note in the story is not published"),
        found="{found}",
        hint=N_("Delete it; everybody can read it in the repository"),
    ),
    "story-link": Kind(
        ERROR,
        N_("The link leads where no link may lead"),
        expected=N_("https:, http:, mailto:, tel:, brand:, or an address within the site that begins with ../"),
        found="{found}",
        hint=(
            N_("Write: {suggestion}"),
            N_("Copy the whole address from the browser's address bar; another brand is written brand:zheliban"),
        ),
    ),
    "link-form": Kind(
        WARNING,
        N_("This is meant as a link, and is shown as it is written"),
        message=N_("This is meant as a picture, {sign}[words](name.jpg), and is shown as it is written"),
        expected=(
            N_("{sign}[what is to be seen](name.jpg), with half-width brackets and no blank between them"),
            N_(
                "[words](https://www.example.gov.cn), with half-width brackets and colon, and no blank between brackets"
            ),
        ),
        found="{found}",
        hint=(
            N_("Write: {suggestion}"),
            N_("Write it so, and the picture is shown: {picture}"),
        ),
    ),
    "link-without-words": Kind(
        WARNING,
        N_("The link has no words, and nobody can see it"),
        expected=N_("[words](https://www.example.gov.cn)"),
        found="{found}",
        hint=(
            N_("Write between the square brackets where it leads, such as {suggestion}"),
            N_("Write between the square brackets where it leads"),
        ),
    ),
    "brand-by-path": Kind(
        WARNING,
        N_("A link that names the brand by its place is not checked, and does not follow the brand"),
        expected=N_("brand: and the name of a brand's folder, such as brand:zheliban"),
        found="{found}",
        hint=N_("Write: {suggestion}"),
    ),
    "story-dead-link": Kind(
        ERROR,
        N_("The link leads to nothing on the site"),
        message=N_("The story has no heading that is called {fragment}"),
        expected=(
            N_("{sign} and the words of a heading of this story"),
            N_("a website with https://, another brand as brand:zheliban, or a PDF that front matter names"),
        ),
        found="{found}",
        hint=(
            N_("Write: {suggestion}"),
            N_("Write one of the headings: {headings}"),
            N_("Is a brand meant? Then write {perhaps}; a page of the site is written as its address, ../../about/"),
            N_("Take the link away: the story shows {shown} already, and no larger copy is published"),
            N_("Show it as a picture: ![what is to be seen]({picture})"),
            N_("Name it below management: systems:, as - {{kind: service, title: …, file: {beside}}}"),
            N_(
                "Put it beside index.md as a PDF, and name it below management: systems:, "
                "as - {{kind: service, title: …, file: {document}}}"
            ),
            N_("Copy the whole address from the browser's address bar; another brand is written brand:zheliban"),
        ),
    ),
    "story-attributes": Kind(
        ERROR,
        N_("Attributes in braces mean nothing here"),
        found="{found}",
        hint=N_("Delete the braces and what is in them"),
    ),
    "story-footnote": Kind(
        ERROR,
        N_("Footnotes mean nothing here"),
        found="{found}",
        hint=N_("Put the note into the sentence, in brackets, or into sources"),
    ),
    "story-lost-line": Kind(
        WARNING,
        N_("The line is taken for the address of a link and not shown"),
        found="{found}",
        hint=N_("Take the brackets at its beginning away, or link to it with [words][name]"),
    ),
    "story-indented": Kind(
        WARNING,
        N_("The paragraph is indented, and shown as code"),
        expected=N_("a line that begins with its first word"),
        found="{found}",
        hint=N_("Take the blanks or the tab at its beginning away; an empty line parts paragraphs"),
    ),
    "story-table": Kind(
        WARNING,
        N_("The rows make no table, and are shown as they are written"),
        expected=N_("a line of bars and dashes below the first row, with as many columns"),
        found="{found}",
        hint=N_("Write the first row as {row}, the second as {rule}, and all others like the first"),
    ),
    "story-heading": Kind(
        WARNING,
        N_("This is meant as a heading, and is shown as it is written"),
        expected=N_("## and a blank before the words of a heading, with the half-width sign"),
        found="{found}",
        hint=N_("Write: {suggestion}"),
    ),
    "story-strong": Kind(
        WARNING,
        N_("The words are meant to be bold, and are shown with their asterisks"),
        expected=N_("no blank between the asterisks and the words"),
        found="{found}",
        hint=N_("Write: {suggestion}"),
    ),
    "story-too-long": Kind(
        ERROR,
        N_("The story is too long"),
        expected=N_("at most {limit} characters"),
        found=N_("{found} characters"),
        hint=N_("Tell the brand's own story; put reports beside it as PDF"),
    ),
    "story-too-many": Kind(
        ERROR,
        N_("The story holds too much of one thing"),
        expected=(
            N_("at most {most_lines} lines"),
            N_("at most {most_columns} columns of a table"),
            N_("at most {most_brackets} opening square brackets"),
            N_("at most {most_signs} signs <"),
        ),
        found=(
            N_("{lines} lines"),
            N_("{columns} columns of a table"),
            N_("{brackets} opening square brackets"),
            N_("{signs} signs <"),
        ),
        hint=N_("Tell less: fewer lines, brackets, or columns of a table"),
    ),
    "story-too-deep": Kind(
        ERROR,
        N_("Lists or quotations stand too deep within one another"),
        expected=N_("at most {limit} steps"),
        hint=N_("Take some > or - or * from the beginning of the line; a rule is written ---"),
    ),
}

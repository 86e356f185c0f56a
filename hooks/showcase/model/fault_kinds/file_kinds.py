"""Faults of whole files: encoding, characters, front matter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from showcase.language import N_
from showcase.model.fault_kinds.kind import ADVICE, ERROR, WARNING, Kind

KINDS: Final[Mapping[str, Kind]] = {
    "unreadable-file": Kind(
        ERROR,
        N_("The file cannot be read"),
        found="{problem_kind}",
        hint=N_("See whether the file is there and may be opened"),
    ),
    "file-too-large": Kind(
        ERROR,
        N_("The file is too large"),
        expected=N_("at most {limit}"),
        found="{found}",
        hint=N_("A brand's text belongs here, pictures beside it as files of their own"),
    ),
    "wrong-encoding": Kind(
        ERROR,
        N_("The file is not encoded in UTF-8"),
        N_("The file is encoded in {encoding}, not in UTF-8"),
        expected="UTF-8",
        found="{encoding}",
        hint=N_("Save it again with the encoding UTF-8 (Notepad: Save as, Encoding: UTF-8)"),
    ),
    "not-a-text-file": Kind(
        ERROR,
        N_("This is not a text file"),
        expected=N_("a text file in UTF-8"),
        found="{found}",
        hint=N_("Copy the words out of it into a new text file; renaming does not make it one"),
    ),
    "broken-bytes": Kind(
        ERROR,
        N_("The text is damaged: these bytes are not UTF-8"),
        found="{found}",
        hint=N_("Write the damaged characters anew, or take the file from a sound copy"),
    ),
    "control-character": Kind(
        ERROR,
        N_("A control character stands in the text"),
        found="{found}",
        hint=N_("Delete it; it cannot be seen, so delete from the character before it to the one after"),
    ),
    "bidi-character": Kind(
        ERROR,
        N_("A character that turns the direction of writing stands in the text"),
        found="{found}",
        hint=N_("Delete it; it makes text read differently from what it is"),
    ),
    "invisible-character": Kind(
        ERROR,
        N_("An invisible character stands in the text"),
        found="{found}",
        hint=N_("Delete it; it often comes along when text is copied from a web page or a chat"),
    ),
    "merge-conflict": Kind(
        ERROR,
        N_("Two people changed this place, and git has put both versions here"),
        expected=N_("one of the two versions, without the lines that mark them"),
        hint=(
            N_("Keep one of the two versions; delete the other, and lines {first}, {middle} and {last} that mark them"),
            N_("Delete this line; where two versions stand here, keep one of them"),
        ),
    ),
    "lost-character": Kind(
        ERROR,
        N_("A character was lost when the text was converted"),
        found="{found}",
        hint=N_("Write the character anew"),
    ),
    "empty-file": Kind(
        ERROR,
        N_("The file is empty"),
        expected=N_("front matter between two --- lines, then the story"),
        hint=N_("`python build.py new` writes a file to start from"),
    ),
    "no-front-matter": Kind(
        ERROR,
        N_("The file has no front matter"),
        expected=N_("--- on the first line"),
        hint=N_("Put the brand's fields at the top of the file, between two lines of ---"),
    ),
    "text-before-front-matter": Kind(
        ERROR,
        N_("Something stands before the front matter"),
        expected=N_("--- on the first line"),
        hint=(
            N_("Delete lines 1 to {last}, so that the file begins with ---, and at the end line {fence}"),
            N_("Delete line {only}, so that the file begins with ---, and at the end line {fence}"),
            N_("Delete lines 1 to {last}, so that the file begins with ---"),
            N_("Delete line {only}, so that the file begins with ---"),
        ),
    ),
    "bad-fence": Kind(
        ERROR,
        N_("This line should be three hyphens"),
        expected="---",
        found="{found}",
        hint=N_("Write exactly three half-width hyphens at the start of the line: ---"),
    ),
    "unclosed-front-matter": Kind(
        ERROR,
        N_("The front matter has no end"),
        expected=N_("a second --- line between the fields and the story"),
        hint=N_("Add a line --- after the last field"),
    ),
    "front-matter-too-long": Kind(
        ERROR,
        N_("The front matter is too long"),
        expected=N_("at most {limit} characters"),
        found=N_("{found} characters"),
        hint=N_("Tell the story in the body, below the second ---"),
    ),
    "folder-missing": Kind(
        ERROR,
        N_("The brands folder is not there"),
        hint=N_("Name the folder with --brands"),
    ),
    "no-index-file": Kind(
        ERROR,
        N_("The folder holds no index.md"),
        expected="{expected}",
        found=("{found}", "{document}"),
        hint=(
            N_("Rename {found} to index.md"),
            N_(
                "A brand is a text file: let `python build.py new {suggestion}` write it, copy the words of {document} "
                "into it, and give {document} a name beginning with _"
            ),
            N_(
                "A brand is a text file: let `python build.py new` write one, copy the words of {document} into it, "
                "and give this folder a name beginning with _"
            ),
            N_("Put the brand's description in index.md; a folder that is no brand gets a name beginning with _"),
        ),
    ),
    "wrong-ending": Kind(
        ERROR,
        N_("The name of a brand's file has to end in .md"),
        expected="{suggestion}",
        found="{found}",
        hint=(
            N_("Rename it to {suggestion}; what is no brand gets a name beginning with _"),
            N_("The brand {brand} is there already: put what is new here into its file, and delete this one"),
            N_("Rename it, to the brand's name in pinyin with .md behind it for example"),
        ),
    ),
    "office-document": Kind(
        ERROR,
        N_("A brand is a text file, and this is a document of an office program"),
        expected=N_("a text file whose name ends in .md"),
        found="{found}",
        hint=(
            N_(
                "Let `python build.py new {suggestion}` write a text file, copy the words into it, and delete this "
                "document or give it a name beginning with _"
            ),
            N_(
                "Let `python build.py new` write a text file, copy the words into it, and delete this document or "
                "give it a name beginning with _"
            ),
        ),
    ),
    "bad-folder-name": Kind(
        ERROR,
        N_("The name of the brand's folder or file cannot be an address"),
        expected=N_("1 to 64 lower-case letters, digits, hyphens between them, and no device name such as con"),
        found="{found}",
        hint=(N_("Rename it to {suggestion}"), N_("Rename it, to the brand's name in pinyin for example")),
    ),
    "slug-twice": Kind(
        ERROR,
        N_("The brand is there twice, as a folder and as a file"),
        found="{found}",
        hint=N_("Keep the folder, and delete or rename the file"),
    ),
    "outside-folder": Kind(
        ERROR,
        N_("A link leads out of the brands folder"),
        found="{found}",
        hint=N_("Put the file itself here instead of a link"),
    ),
    "too-many-files": Kind(
        ERROR,
        N_("There are too many files beside the brand"),
        expected=N_("at most {limit}"),
        found="{count}",
        hint=N_("Take away those that nothing shows"),
    ),
    "names-alike": Kind(
        ERROR,
        N_("Two files beside the brand have names that differ in capital letters alone"),
        found="{found}",
        hint=N_("Rename one of them: on many machines both are the same file"),
    ),
    "took-too-long": Kind(
        ERROR,
        N_("The brand takes too long to read or to make its page of"),
        expected=N_("at most {limit} s of the processor"),
        hint=(
            N_("Look at {found}: make it smaller, or save it anew in another form"),
            N_("Make the story shorter and plainer, and the pictures smaller; on a slow machine, raise limits.seconds"),
        ),
    ),
    "took-too-much-memory": Kind(
        ERROR,
        N_("The brand takes too much memory"),
        expected=N_("at most {limit} MB"),
        hint=(
            N_("Look at {found}: make it smaller, or save it anew in another form"),
            N_("Make the story shorter and the pictures smaller"),
        ),
    ),
    "stopped-the-program": Kind(
        ERROR,
        N_("The brand brings down the program that reads it"),
        hint=(
            N_("Look at {found}: make it smaller, or save it anew in another form"),
            N_("Take out what was added last, a picture most likely, and tell whoever keeps this program"),
        ),
    ),
    "stray-file": Kind(
        WARNING,
        N_("This file belongs to no brand and is left out"),
        hint=N_("Put it in its brand's folder, or give it a name beginning with _"),
    ),
    "unused-file": Kind(
        ADVICE,
        N_("No field and no line of the story names this file"),
        hint=(
            N_("Name it below management: systems:, as - {{kind: service, title: …, file: {document}}}, or delete it"),
            N_("Name it in gallery or in the story, or delete it"),
        ),
    ),
}

"""Faults of a brand as a whole and of brands together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from showcase.language import N_
from showcase.model.fault_kinds.kind import ADVICE, ERROR, WARNING, Kind

_DID_YOU_MEAN: Final = N_("Did you mean {suggestion}?")

KINDS: Final[Mapping[str, Kind]] = {
    "html-in-text": Kind(
        ERROR,
        N_("HTML is not taken in a field"),
        expected=N_("plain text; formatting belongs to the story"),
        found="{found}",
        hint=N_("Delete the tags and keep the text"),
    ),
    "name-long": Kind(
        WARNING,
        N_("The name is long and hard to remember"),
        expected=N_("at most 8 characters"),
        found=N_("{count} characters"),
        hint=N_("A name is remembered best with 3 to 6 characters"),
    ),
    "slogan-length": Kind(
        ADVICE,
        N_("The slogan is best with 6 to 12 characters"),
        expected=N_("6 to 12 characters"),
        found=N_("{count} characters"),
        hint=N_("Two short halves read best: 掌上办事，一站直达"),
    ),
    "signs-around": Kind(
        WARNING,
        N_("Signs around the text are shown with it"),
        expected=N_("the words alone, without quotation marks or brackets around them"),
        found="{found}",
        hint=N_("Write: {suggestion}"),
    ),
    "rate-low": Kind(
        WARNING,
        N_("The rate of satisfaction is below 10 per cent"),
        expected=N_("per cent, such as 98.6"),
        found="{found}%",
        hint=(N_("Write: {suggestion}"), N_("See whether the decimal point has slipped")),
    ),
    "phone-unclear": Kind(
        WARNING,
        N_("This is no whole telephone number, so that nobody can call it by a touch"),
        expected=N_('area code and number, its extension behind 转: "0571-88888888 转 802"'),
        found="{found}",
        hint=N_(
            "Count its digits, and add the area code: without one, a number has 7 or 8 digits, or is one like 12345"
        ),
    ),
    "address-local": Kind(
        WARNING,
        N_("Only the computer on which it was copied opens this address"),
        found="{found}",
        hint=(
            N_("Write: {suggestion}"),
            N_("Copy the address from the website itself; a brand of this site is linked to as brand: and its name"),
        ),
    ),
    "sample-left": Kind(
        WARNING,
        N_("This is the sample of the draft, and would be published"),
        found="{found}",
        hint=N_("Put your own in its place; where you have none, delete the whole entry"),
    ),
    "no-sources": Kind(
        WARNING,
        N_("No source is given"),
        expected=N_("sources: a title for each, with url and date"),
        hint=N_("Tell where the facts can be looked up: sources: [{{title: …, url: …, date: …}}]"),
    ),
    "case-without-consent": Kind(
        ADVICE,
        N_("The case is not shown, because no consent is recorded"),
        expected="consent: true",
        hint=N_("Ask those who can be recognised in it; then add: consent: true"),
    ),
    "full-width-comma": Kind(
        WARNING,
        N_("Full-width commas make one item of several"),
        expected=N_("one thing in each item"),
        found="{found}",
        hint=(N_("Write a line for each in its place: {lines}"), N_("Write: {suggestion}")),
    ),
    "repeated-item": Kind(
        WARNING, N_("The list names the same thing twice"), found="{found}", hint=N_("Delete one of the two")
    ),
    "mobile-in-text": Kind(
        WARNING,
        N_("The text holds what looks like a private mobile number"),
        found="{found}",
        hint=N_("Delete it, or put an office line in its place"),
    ),
    "id-number-in-text": Kind(
        WARNING,
        N_("The text holds what looks like the number of an identity card"),
        found="{found}",
        hint=N_("Delete it; a public page must not show it"),
    ),
    "not-in-vocabulary": Kind(
        ERROR,
        N_("The vocabulary does not hold this key"),
        N_("{field} {found} is not in the vocabulary"),
        expected=(N_("one of: {known}"), N_("a key of {section} in _catalogue.yml")),
        found="{found}",
        hint=(
            N_(
                "Did you mean {suggestion}? If it is another body, first add a line below agencies: in _catalogue.yml, "
                "two blanks in like those there: {entry}"
            ),
            N_(
                "Choose one that is there, or first add a line below agencies: in _catalogue.yml, "
                "two blanks in like those there: {entry}"
            ),
            N_("Did you mean {suggestion}?"),
            N_("Add it to {section} in _catalogue.yml first, or choose one that is there"),
        ),
    ),
    "name-taken": Kind(
        ERROR,
        N_("Another brand has this name already"),
        found="{other}",
        hint=N_("Names are unique: add the place to one of the two, or delete the brand that is there twice"),
    ),
    "summary-taken": Kind(
        WARNING,
        N_("Another brand has the very same summary"),
        found="{other}",
        hint=N_("In the copy, write a summary of its own, and see to its agency, slogan and story as well"),
    ),
    "alias-taken": Kind(
        ERROR,
        N_("This old address belongs to another brand"),
        found="{other}",
        hint=(
            N_("Delete {found} from aliases here: it is the address that {holder} has now"),
            N_("Delete it from aliases here or there"),
        ),
    ),
    "own-alias": Kind(
        ERROR,
        N_("This is the address that the brand has now, and no old one"),
        found="{found}",
        hint=N_("Delete it; aliases hold addresses that the brand had before"),
    ),
    "address-lost": Kind(
        WARNING,
        N_("The address that this brand had leads nowhere now"),
        expected=N_("the old address in aliases, so that links to it lead here"),
        found="{found}",
        hint=N_("Write among the fields: {suggestion}"),
    ),
    "unknown-brand": Kind(
        ERROR,
        N_("The link leads to no brand"),
        expected=N_("brand: and the name of a brand's folder or file in brands/, without .md"),
        found="{found}",
        hint=(
            N_("The brand has a new address; write: brand:{renamed}"),
            _DID_YOU_MEAN,
            N_("See how the brand's folder is called; where the brand is gone, take the link out"),
        ),
    ),
    "brand-link-form": Kind(
        ERROR,
        N_("The signs of this link to a brand are not those of a link"),
        expected=N_("[words](brand:zheliban), with brackets and colon half-width, in small letters, without blanks"),
        found="{found}",
        hint=(N_("Write: {suggestion}"), N_("Type the brackets, brand and the colon with the input method off")),
    ),
    "page-dead-link": Kind(
        ERROR,
        N_("The link leads to nothing on the site"),
        expected=N_("an address that begins at the page's own, such as ../areas/; a brand as brand:zheliban"),
        found="{found}",
        hint=(
            N_("Write: {suggestion}"),
            N_("Open the page that is meant, see its address, and write the way there; or take the link out"),
        ),
    ),
    "refused-brand": Kind(
        ERROR,
        N_("The link leads to a brand that was left out"),
        found="{found}",
        hint=N_("Mend the brand; until then the page shows the words of the link alone"),
    ),
    "no-vocabulary": Kind(
        ERROR,
        N_("The vocabulary _catalogue.yml is not there"),
        expected=N_("agencies, categories and levels"),
        hint=N_("Name the folder of the brands with --brands, or put _catalogue.yml into it"),
    ),
    "empty-vocabulary": Kind(
        ERROR,
        N_("The vocabulary _catalogue.yml is empty"),
        expected=N_("agencies, categories and levels"),
        hint=N_("Write the three keys, each with its entries below it"),
    ),
    "unknown-parent": Kind(
        ERROR,
        N_("The parent agency is not in the vocabulary"),
        found="{found}",
        hint=(_DID_YOU_MEAN, N_("Add the parent to agencies, or delete this line")),
    ),
    "parent-cycle": Kind(
        ERROR,
        N_("The agency is above itself"),
        found="{found}",
        hint=N_("Delete the parent that leads back"),
    ),
    "same-agency-name": Kind(
        WARNING,
        N_("Two agencies have the same name"),
        found="{other}",
        hint=N_("Keep one, and name its key in the brands"),
    ),
}

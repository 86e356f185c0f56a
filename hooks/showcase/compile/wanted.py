"""What the ledger is to hold: for every brand's file, what it is to be known by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from showcase.compile.ledger import Note, sign_files, write_dates
from showcase.compile.reading import ToRead
from showcase.compile.survey import Survey
from showcase.model.limits import Limits
from showcase.source.brand_file import BrandFile
from showcase.source.git_dates import GitDates


@dataclass(frozen=True)
class Wanted:
    """What a note is to be of, for every file."""

    files: Sequence[BrandFile]
    survey: Survey
    """Of the files as they lay there, by which they are to be known."""
    limits: Limits
    dates: Mapping[str, GitDates]
    """By slug."""

    @cached_property
    def signatures(self) -> Mapping[str, str]:
        """Of all files, by source."""
        return self._sign(self.files)

    def _sign(self, files: Sequence[BrandFile]) -> Mapping[str, str]:
        return sign_files(files, self.survey, self.survey.since, self.limits)

    def ask(self, files: Sequence[BrandFile], signatures: Mapping[str, str]) -> list[ToRead]:
        """Files as they are to be read."""
        return [ToRead(file, signatures[file.source], self.dates.get(file.slug)) for file in files]

    def list_changed(self, known: Mapping[str, Note]) -> list[BrandFile]:
        """The files of which nothing is known, or what is known holds no longer."""
        signatures, days = self.signatures, {slug: write_dates(dates) for slug, dates in self.dates.items()}
        return [
            file
            for file in self.files
            if not (signature := signatures[file.source])
            or (note := known.get(file.source)) is None
            or note.signature != signature
            or note.dates != days.get(file.slug, "")
        ]

    def list_later(self, since: int) -> list[ToRead]:
        """The files that changed after a moment, or beside which something did."""
        later = {path.partition("/")[0] for path, change in self.survey.changes.items() if change >= since}
        files = [file for file in self.files if (file.slug if file.has_folder else file.source) in later]
        # The others are signed while these are read.
        return self.ask(files, self._sign(files))

"""The statements of one named graph: lines in the order in which they are made, none of them twice.

Also the date rule of the graph: a date that is only a month is kept as printed with an earliest and a latest day, and
an `xsd:date` stands only where the day is known.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ..common.errors import InfactError, RecordError
from ..ontology import terms
from .nquads import date, integer, literal, segment

RDF_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
PROV = "http://www.w3.org/ns/prov#"
ORG = "http://www.w3.org/ns/org#"
OA = "http://www.w3.org/ns/oa#"

_DATE = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")


# A statement of some graph: subject, predicate and value as N-Quads writes them.
Triple = tuple[str, str, str]


@lru_cache(maxsize=1024)
def term(name: str) -> str:
    """A term of infact's own ontology, in brackets."""
    return f"<{terms.INFACT}{name}>"


@lru_cache(maxsize=1024)
def _concept(scheme: str, notation: str) -> str | None:
    """The IRI of a concept; None where the code list does not have it."""
    try:
        return terms.form_concept(notation) if scheme == "form" else terms.concept(scheme, notation)
    except (KeyError, InfactError):
        return None


class Statements:
    """Collects what is said in one graph; subjects, predicates and values are terms as N-Quads write them."""

    def __init__(self, graph: str) -> None:
        self._end = f" <{graph}> .\n"
        self._said: dict[Triple, None] = {}

    def __len__(self) -> int:
        return len(self._said)

    def __iter__(self) -> Iterator[Triple]:
        return iter(self._said)

    def add(self, subject: str, predicate: str, value: str) -> None:
        """Say something; saying it again changes nothing."""
        self._said[subject, predicate, value] = None

    def a(self, subject: str, class_name: str) -> None:
        """Say that a thing is of a class of infact's own ontology."""
        self.add(subject, RDF_TYPE, term(class_name))

    def text(self, subject: str, name: str, value: str | None) -> None:
        """Say a string by a property of infact's own, when there is one."""
        if value is not None:
            self.add(subject, term(name), literal(value))

    def concept(self, subject: str, name: str, scheme: str, notation: str | None) -> None:
        """Point to a concept of a code list. One that the list does not have is pointed to all the same, and noted."""
        if notation is None:
            return
        concept = _concept(scheme, notation)
        if concept is None:
            concept = f"https://w3id.org/infact/scheme/{scheme}/{segment(notation)}"
            self.text(subject, "reviewNote", f"{scheme}: {notation!r} is not in the code list")
        self.add(subject, term(name), f"<{concept}>")

    def day(self, subject: str, name: str, printed: str | None) -> None:
        """Say a date; of one that is a month without a day say that a person should look at it.

        Raises:
            RecordError: It is no date.
        """
        if printed is not None and not self._whole(subject, name, printed):
            self.text(subject, "reviewNote", f"{name}: {printed} names no day")

    def when(self, subject: str, stem: str, printed: str | None) -> None:
        """Say a date: `{stem}On`, or of a month without a day `{stem}Earliest` and `{stem}Latest`.

        Raises:
            RecordError: It is no date.
        """
        if printed is not None and not self._whole(subject, f"{stem}On", printed):
            self._range(subject, stem, printed)

    def dates(self, subject: str, stem: str, printed: str | None) -> None:
        """Say all that is known of a date: `{stem}On`, or `{stem}AsPrinted`, and `{stem}Earliest` and `{stem}Latest`.

        Raises:
            RecordError: It is no date.
        """
        if printed is None:
            return
        if not self._whole(subject, f"{stem}On", printed):
            self.text(subject, f"{stem}AsPrinted", printed)
        self._range(subject, stem, printed)

    def _whole(self, subject: str, name: str, printed: str) -> bool:
        """Say a date that has its day; whether it has."""
        whole = set(day_range(printed)) == {printed}
        if whole:
            self.add(subject, term(name), date(printed))
        return whole

    def _range(self, subject: str, stem: str, printed: str) -> None:
        earliest, latest = day_range(printed)
        self.add(subject, term(f"{stem}Earliest"), date(earliest))
        self.add(subject, term(f"{stem}Latest"), date(latest))

    def count(self, subject: str, predicate: str, value: int) -> None:
        """Say a number that is never negative."""
        self.add(subject, predicate, integer(value))

    def lines(self) -> Iterator[bytes]:
        """Every line, in the order in which it was first said."""
        return (f"{subject} {predicate} {value}{self._end}".encode() for subject, predicate, value in self._said)

    def written(self) -> bytes:
        """All lines as one."""
        end = self._end
        return "".join([f"{subject} {predicate} {value}{end}" for subject, predicate, value in self._said]).encode()


def in_lines(lines: Iterable[bytes]) -> Iterator[Triple]:
    """The statements of lines of N-Triples or N-Quads, each value with the line's end behind."""
    for line in lines:
        subject, predicate, value = line.decode().split(" ", 2)
        yield subject, predicate, value


@lru_cache(maxsize=65536)
def day_range(printed: str) -> tuple[str, str]:
    """The earliest and the latest day that `YYYY-MM-DD` or `YYYY-MM` can mean.

    Raises:
        RecordError: It has neither form, or no calendar has that day.
    """
    found = _DATE.fullmatch(printed)
    try:
        if found and found[3]:
            datetime.date.fromisoformat(printed)
            return printed, printed
        if found:
            last = calendar.monthrange(int(found[1]), int(found[2]))[1]
            datetime.date(int(found[1]), int(found[2]), last)
            return f"{printed}-01", f"{printed}-{last:02d}"
    except (ValueError, calendar.IllegalMonthError):
        pass
    raise RecordError(f"{printed!r} is no date", remedy="write YYYY-MM-DD, or YYYY-MM where no day is known")

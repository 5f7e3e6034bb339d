"""Every error that infact raises on purpose, under one root.

A message says what was wrong, where (file, line, offset) and what to do about it. Library code raises these and
never prints or exits; the command line turns them into one line on stderr and exit code 2.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


class InfactError(Exception):
    """The root: whatever infact raises on purpose is one of these.

    Args:
        what: What was wrong, as a sentence without its full stop.
        where: The file, line, offset, query or IRI at which it went wrong.
        remedy: What the reader can do about it.
    """

    def __init__(self, what: str, *, where: str | None = None, remedy: str | None = None) -> None:
        self.what, self.where, self.remedy = what, where, remedy
        super().__init__(str(self))

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f"; {self.remedy}" if self.remedy else ""
        return f"{place}{self.what}{advice}"


class DocumentError(InfactError):
    """A source cannot be read: it is empty, binary, truncated or too large."""


class RecordError(InfactError):
    """A record line does not have the public record form."""


class StoreError(InfactError):
    """The store is missing, locked, damaged, or of another schema version."""


class QueryError(InfactError):
    """A question is unknown, malformed, misses a parameter, or was refused by its engine."""


class EngineUnavailableError(QueryError):
    """The engine could not be asked at all, which says nothing about the answer."""


class ShapeError(InfactError):
    """A shapes file is broken or names a term that the ontology does not have."""


class ExportError(InfactError):
    """A graph cannot be written in the format that was asked for."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A source that was passed over, and why; every run lists these and ends with exit code 3.

    Attributes:
        source: The file (and member) as the user named it.
        reason: One sentence that a stranger can act on.
        details: Facts for machines (offset, size, limit), in a stable order.
    """

    source: str
    reason: str
    details: Mapping[str, str | int] | None = None

"""Reading powers of attorney: from normalised text to instruments of the public record form.

The grammar in one view. A text holds instruments (clauses.py finds where each begins). An instrument is a title, an
appointment clause (appointment.py, whose list of names attorneys.py reads; leftover.py reads it by elimination where
that fails, affiliations.py, subjects.py and officers.py add what later sentences and titles say), clauses that grant
(grants.py) powers (powers.py) over forms (forms.py), clauses about how attorneys act (acting.py) and whom they may put
in their place (delegation.py), when it runs (execution.py, spells.py) and ends (endings.py), what it revokes
(revoking.py), under which law it stands (governing_law.py), and signature blocks (signing.py). Organizations and their
aliases are found once for the text (organizations.py), persons and titles where the grammar expects them (persons.py).
What the text says of other papers (other_papers.py, references.py) is taken out before the rest is read; a text that
says nothing else is a revocation (withdrawals.py). The words of taking back are the same for all of these
(taking_back.py). clause_kinds.py says of each clause what it is about.
principals.py and issuers.py decide who is who from the parts, reader.py puts them together. Each reader is pure and
returns what it read with the slice that says so; nothing here does I/O.
"""

from __future__ import annotations

from ..records import Instrument
from ..text import Text
from .clause_kinds import Clause, clauses
from .reader import read_instruments

__all__ = ["Clause", "clauses", "extract"]


def extract(text: Text, *, exhibit: str | None = None) -> tuple[Instrument, ...]:
    """Read every instrument of one exhibit.

    Args:
        text: The exhibit's normalised text; evidence offsets count its characters.
        exhibit: The exhibit's file name or sequence number, kept in the instrument.

    Returns:
        The instruments in the order of the text; none when the text grants, confirms, substitutes or revokes nothing.
    """
    return read_instruments(text.text, exhibit=exhibit)

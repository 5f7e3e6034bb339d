"""A sketch of a text's wording, by which near-identical texts are found without keeping the texts.

The words of a text, without the parties' names and without numbers and months, are cut into runs of five (shingles);
each run has a hash, and the sketch keeps the smallest of them (Broder's bottom-k sketch, "On the resemblance and
containment of documents", 1997). Callers may rely on: the same wording gives the same sketch, whoever signs it and
when; the share of common hashes among the smallest of two sketches estimates the Jaccard likeness of the wordings,
with a standard error of at most 0.0625.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from hashlib import blake2b
from heapq import nsmallest

SIZE = 64
_RUN = 5
_WORD = re.compile(r"[^\W\d_]+")
_MONTHS = frozenset(name.casefold() for name in (*calendar.month_name, *calendar.month_abbr) if name)


def sketch(text: str, names: Iterable[str]) -> str | None:
    """The sketch of a text: hashes of eight hex digits, ascending, with a space between; None for a text of few words.

    Args:
        text: The normalised text.
        names: Names of parties, whose words do not count.
    """
    left_out = {word for name in names for word in _words(name)} | _MONTHS
    words = [word for word in _words(text) if word not in left_out]
    runs = {" ".join(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)}
    if not runs:
        return None
    hashes = {blake2b(run.encode(), digest_size=4).hexdigest() for run in runs}
    return " ".join(nsmallest(SIZE, hashes))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())

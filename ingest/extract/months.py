"""Names of months as they are printed: English with its abbreviations and damage, and seven other languages.

A new name or misspelling is a new word here. Names are lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from .patterns import cased

_ENGLISH = (
    "january jan janurary januray",
    "february feb feburary febuary februrary",
    "march mar",
    "april apr apri1 aprii",
    "may",
    "june jun",
    "july jul ju1y juiy",
    "august aug",
    "september sep sept septmber septemeber setpember",
    "october oct 0ctober 0ct octobre octber",
    "november nov novemeber novernber novmber",
    "december dec decemeber decernber decmber",
)
# German, French, Spanish, Italian, Dutch, Portuguese, and the Nordic languages. Read with a day or, but for the names
# in `_WITH_DAY`, as a month alone.
_FOREIGN = (
    "januar j\u00e4nner jaenner janvier janv enero ene gennaio januari janeiro",
    "februar feber f\u00e9vrier fevrier f\u00e9vr febrero febbraio februari fevereiro",
    "m\u00e4rz maerz marz m\u00e4r mars marzo maart mar\u00e7o marco marts",
    "avril avr abril abr aprile",
    "mai mayo maggio mei maio maj",
    "juni juin junio giugno junho",
    "juli juillet juil julio luglio julho",
    "ao\u00fbt aout agosto augustus augusti ago",
    "septembre septiembre setiembre settembre setembro",
    "oktober okt octobre octubre ottobre outubro",
    "novembre noviembre novembro",
    "dezember dez d\u00e9cembre decembre d\u00e9c diciembre dic dicembre dezembro desember",
)
# Also names of people, places and firms ("Mayo Clinic"), or too short to trust without a day.
_WITH_DAY = (
    "mars mayo mai maj mei marco marts marz abril avr abr ago ene dic dez okt m\u00e4r janv f\u00e9vr juil d\u00e9c "
    "juni juli julio agosto augustus augusti feber"
)

MONTHS: dict[str, int] = {
    name: number for table in (_FOREIGN, _ENGLISH) for number, row in enumerate(table, 1) for name in row.split()
}
"""Printed name -> month, 1 to 12."""

DAY_FIRST: frozenset[str] = frozenset(n for row in _FOREIGN for n in row.split()) - frozenset(
    " ".join(_ENGLISH).split()
)
"""Names of languages that write the day before the month, often with a full stop ("12. Juni 2003")."""

NEEDS_DAY: frozenset[str] = frozenset(_WITH_DAY.split())
"""Names that are read as a month only when a day stands with them."""

# A hyphen at a line end, where English names are parted.
_BREAK = r"-[ \t]{0,4}\r?\n[ \t]{0,40}"
_PARTED = (
    "jan-uary janu-ary feb-ruary febru-ary a-pril ap-ril ju-ly au-gust sep-tember septem-ber oc-tober octo-ber "
    "no-vember novem-ber de-cember decem-ber"
)


def _pattern(names: Iterable[str]) -> str:
    """One expression for many names that tries each letter once."""
    rest: dict[str, list[str]] = {}
    for name in names:
        rest.setdefault(name[:1], []).append(name[1:])
    ways = [(_BREAK if first == "-" else first) + _pattern(tails) for first, tails in rest.items() if first]
    if not ways:
        return ""
    return "(?:" + "|".join(ways) + ")" + ("?" if "" in rest else "")


# Letters bound the name on the right. What bounds it on the left is checked where it is used, so that the search can
# skip from one possible first letter to the next.
ANCHOR = re.compile(_pattern(dict.fromkeys([*MONTHS, *_PARTED.split()])) + r"(?![^\W\d_])")
"""Finds a name of a month in lower-case text."""


def month_number(printed: str) -> int:
    """The month of a name that `ANCHOR` found, one parted by a hyphen at a line end included."""
    return MONTHS[cased(r"[-\s]").sub("", printed)]

"""How two persons' names agree.

What may differ between two printings of one person's name, in the order in which it weighs: nothing; a middle name or
suffix left out or shortened; a short form of the given name; a given name cut to its initial; one slip of the pen (a
letter wrong, missing, added, or two transposed); a part of a double surname. What may not: generations (Jr., Sr.,
III), middle names and initials, given names, surnames.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from rapidfuzz.distance import OSA

from ..given_names import FORMS_OF
from ..names import gender_ending
from .persons import PersonName, Reading, one_word
from .spellings import heard, misread, slavic


class Level(IntEnum):
    """How two names agree, the closest first."""

    SAME = 0
    FULLER = 1
    SHORT_FORM = 2
    INITIALS = 3
    INITIAL = 4
    SLIP = 5
    SURNAME_PART = 6


WORDS = {
    Level.SAME: "the same name",
    Level.FULLER: "the same name, in one printing fuller than in the other",
    Level.SHORT_FORM: "the same surname, and a given name with a short form of it",
    Level.INITIALS: "the same surname, and given names with their initials",
    Level.INITIAL: "the same surname, and a given name with its initial",
    Level.SLIP: "the same name but for one slip of the pen",
    Level.SURNAME_PART: "the same given name, and a part of a double or former surname",
}


# Given names are but initials, which others may have.
VAGUE = frozenset({Level.INITIALS, Level.INITIAL})

# Why two names do not agree. These are no contradiction where a third printing agrees with both.
SURNAMES = "surnames differ"
LITTLE = "too little of the two names is the same"
GIVEN = "given names differ"
MIDDLE = "middle names or initials differ"


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two names agree, or why they are at odds (`level` is None then)."""

    level: Level | None
    reason: str


def agree(one: PersonName, other: PersonName) -> Agreement:
    """How two names agree; symmetric."""
    if not one.readings or not other.readings:
        return Agreement(None, "one of the two is no name")
    if one.generation and other.generation:
        same = one.generation == other.generation and (one.junior == other.junior or one.generation != 2)
        if not same:
            return Agreement(None, "generations differ (Jr., Sr., III)")
    best: Agreement | None = None
    for mine in one.readings:
        for theirs in other.readings:
            if mine.turned and theirs.turned:
                continue  # both the other way round is both the right way round
            found = _readings_agree(mine, theirs, one, other)
            if (
                found.level is not None and (best is None or best.level is None or found.level < best.level)
            ) or best is None:
                best = found
    assert best is not None
    if best.level is Level.SAME and one.generation != other.generation:
        return Agreement(Level.FULLER, WORDS[Level.FULLER])
    return best


def bridges(third: PersonName, one: PersonName, other: PersonName, reason: str) -> bool:
    """Whether a third printing shows that two names, at odds for this reason, can be one person's.

    "T. Scott Whitford" holds "T. S. Whitford" and "Scott Whitford" together; "Aleksandr Voronin" holds "VORONIN
    ALEKSANDR" and "A. Voronin" together, "Augustus Ogden" holds "Gus Ogden" and "A. Ogden" together; "J. Smith" and
    "Al Smith" hold nobody together.
    """
    levels = [agree(third, name).level for name in (one, other)]
    if None in levels:
        return False
    if reason == GIVEN:
        if Level.SHORT_FORM in levels and not {Level.SLIP, *VAGUE}.isdisjoint(levels):
            return True  # William, for Bill and W., or for Bill and Wiliam
        if set(levels) == {Level.SLIP}:
            # William, for Wiliam and Willaim, which are no names.
            return third.readings[0].given[0] in FORMS_OF and not any(
                word in FORMS_OF for name in (one, other) for word in name.readings[0].given[:1]
            )
        return (third.full or bool(third.nicknames)) and max(levels) <= Level.SHORT_FORM  # type: ignore[type-var,operator]
    return reason in {SURNAMES, LITTLE} and not third.vague


def _without(given: tuple[str, ...], surname: str) -> tuple[str, ...]:
    return (given[0], *(word for word in given[1:] if word != surname)) if given else given


def _readings_agree(a: Reading, b: Reading, one: PersonName, other: PersonName) -> Agreement:
    slips = 0
    level = Level.SAME
    # How the surnames agree.
    mine, theirs = a.given, b.given
    if a.surname != b.surname:
        if a.core == b.core:
            level = Level.FULLER
        elif _apostrophe_lost(a, b) or _apostrophe_lost(b, a):
            level = Level.SHORT_FORM
            mine, theirs = (words[:-1] if len(words[-1]) == 1 else words for words in (mine, theirs))
        elif misread(a.core, b.core):
            level = Level.SLIP  # a machine that misreads one word misreads others, too
        elif slavic(a.core) and slavic(b.core) and heard(a.core) == heard(b.core):
            level = Level.SHORT_FORM
        elif _slip(a.core, b.core):
            slips, level = 1, Level.SLIP
        elif _part_of(a, b) or b.core in one.former or a.core in other.former:
            level = Level.SURNAME_PART
            # A former surname that stands as a middle name is no middle name.
            mine, theirs = _without(mine, b.core), _without(theirs, a.core)
        else:
            return Agreement(None, SURNAMES)
    if len(a.core) < 2:
        return Agreement(None, SURNAMES)
    if (a.turned or b.turned) and (level is not Level.SAME or _either_way(a, b)):
        return Agreement(None, SURNAMES)
    given = _given_agree(mine, theirs, one.nicknames, other.nicknames)
    if given.level is None:
        return Agreement(None, SURNAMES) if level is Level.SURNAME_PART else given
    if given.level is Level.SLIP and slips:
        return Agreement(None, LITTLE)
    if (given.level in VAGUE and level in {Level.SLIP, Level.SURNAME_PART}) or (
        given.level is Level.SLIP and level is Level.SURNAME_PART
    ):
        return Agreement(None, LITTLE)
    if level is Level.SURNAME_PART and (a.guessed or b.guessed) and given.level > Level.FULLER:
        return Agreement(None, SURNAMES)
    if (a.turned or b.turned) and given.level not in {Level.SAME, Level.FULLER, Level.SHORT_FORM}:
        return Agreement(None, SURNAMES)
    top = max(level, given.level)
    return Agreement(top, WORDS[top])


def _given_agree(
    a: tuple[str, ...], b: tuple[str, ...], nicks_a: tuple[str, ...] = (), nicks_b: tuple[str, ...] = ()
) -> Agreement:
    if not a or not b:
        return Agreement(None, "one of the two has no given name")
    if a == b:
        return Agreement(Level.SAME, WORDS[Level.SAME])
    first = _word_agrees(a[0], b[0])
    if first is not None and not _other_syllables(a, b):
        middle = _middles_agree(a[1:], b[1:])
        if middle is None:
            joined = _joined(a, b)
            return joined or Agreement(None, MIDDLE)
        if middle is Level.SLIP and first is not Level.SAME:
            return Agreement(None, LITTLE)
        if first is Level.INITIAL and len(a) == len(b) > 1:
            first = Level.INITIALS
        top = max(first, middle)
        return Agreement(top, WORDS[top])
    joined = _joined(a, b)
    if joined:
        return joined
    if len(a) != len(b) and min(len(a), len(b)) > 1 and (a[1:] == b or b[1:] == a):  # Kenneth Ka Fai, Ka Fai
        return Agreement(Level.SHORT_FORM, WORDS[Level.SHORT_FORM])
    # Somebody who goes by a middle name, or by the name that stands in quotes.
    for mine, theirs, nicks in ((a, b, nicks_b), (b, a, nicks_a)):
        for later in (*(theirs[1:] if len(theirs[0]) == 1 or len(mine) == 1 else ()), *nicks):
            level = _word_agrees(mine[0], later) if len(later) > 1 and len(mine[0]) > 1 else None
            if level is not None and level is not Level.SLIP:
                return Agreement(Level.SHORT_FORM, WORDS[Level.SHORT_FORM])
    return Agreement(None, GIVEN)


def _apostrophe_lost(a: Reading, b: Reading) -> bool:
    """Whether what stands as the last initial of one name is the beginning of the other's surname ("D Amico")."""
    return len(a.given) > 1 and a.given[-1] in {"d", "l", "o"} and a.given[-1] + a.core == b.core


def _either_way(a: Reading, b: Reading) -> bool:
    """Whether a given name might as well be the surname: "Thomas James" need not be James Thomas."""
    return a.core in FORMS_OF and (a.given[:1] or b.given[:1]) != () and {*a.given[:1], *b.given[:1]} <= FORMS_OF.keys()


def _other_syllables(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether names run together or parted begin alike and go on differently: "Min Jung" and "Minsoo"."""
    short, long = sorted((a, b), key=lambda words: len(words[0]))
    return (
        len(short) > 1
        and 1 < len(short[0]) < len(long[0])
        and len(short[1]) > 1
        and long[0].startswith(short[0])
        and not {short[0], long[0]} <= FORMS_OF.keys()
        and not long[0].startswith(short[0] + short[1])
    )


def _joined(a: tuple[str, ...], b: tuple[str, ...]) -> Agreement | None:
    """Given names that one printing runs together: "Jae Ho" and "Jaeho"."""
    if min(len(a), len(b)) and "".join(a) == "".join(b) and all(len(word) > 1 for word in (*a, *b)):
        return Agreement(Level.FULLER, WORDS[Level.FULLER])
    return None


def _middles_agree(a: tuple[str, ...], b: tuple[str, ...]) -> Level | None:
    """None where they are at odds; a middle name that one printing leaves out is not."""
    if a == b:
        return Level.SAME
    if not a or not b:
        return Level.FULLER
    short, long = sorted((a, b), key=len)
    worst = Level.SAME if len(a) == len(b) else Level.FULLER
    rest = list(long)
    for word in short:
        for place, theirs in enumerate(rest):
            level = _word_agrees(word, theirs)
            if level is not None:
                worst = max(worst, Level.FULLER if level is Level.INITIAL else level)
                rest = rest[place + 1 :]
                break
        else:
            return None
    return worst


@lru_cache(maxsize=200_000)
def _word_agrees(a: str, b: str) -> Level | None:
    if a == b or one_word([a]) == one_word([b]):
        return Level.SAME
    if len(a) == 1 or len(b) == 1:
        return Level.INITIAL if a[0] == b[0] else None
    forms_a, forms_b = FORMS_OF.get(a, {a}), FORMS_OF.get(b, {b})
    if forms_a & forms_b:
        return Level.SHORT_FORM
    short, long = sorted((a, b), key=len)
    if len(short) >= 3 and long.startswith(short) and not gender_ending(short, long):
        return Level.SHORT_FORM
    # Two names that both stand in the table are two names, however alike they are.
    if (a in FORMS_OF and b in FORMS_OF) or gender_ending(short, long):
        return None
    if len(short) >= 4 and heard(a) == heard(b):
        # Terri may be another one than Terry, Aleksei is Alexey.
        return Level.SLIP if a[:-1] == b[:-1] and a[-2] not in "aeou" else Level.SHORT_FORM
    return Level.SLIP if _slip(a, b) or misread(a, b) else None


@lru_cache(maxsize=200_000)
def _slip(a: str, b: str) -> bool:
    """One letter wrong, missing or added, or two neighbours transposed; in short words a transposition only.

    Letters doubled in the wrong place ("Phillipe") are one slip, too.
    """
    if min(len(a), len(b)) >= 5 and _DOUBLED.sub(r"\1", a) == _DOUBLED.sub(r"\1", b):
        return True
    if min(len(a), len(b)) < 4 or abs(len(a) - len(b)) > 1 or OSA.distance(a, b, score_cutoff=1) != 1:
        return False
    return min(len(a), len(b)) >= 5 or sorted(a) == sorted(b)


_DOUBLED = re.compile(r"(.)\1+")


def _part_of(a: Reading, b: Reading) -> bool:
    """Whether one surname is a part of the other's double name, or stands as a middle name beside the other."""
    short, long = (a, b) if len(a.parts) <= len(b.parts) else (b, a)
    if len(short.parts) == 1 and len(long.parts) > 1 and short.core in {long.parts[0], long.parts[-1]}:
        # Two words without a hyphen may be a middle name and a surname, which another middle name contradicts.
        return not long.guessed or len(short.given) == 1
    return (len(a.core) > 2 and a.core in b.given[1:]) or (len(b.core) > 2 and b.core in a.given[1:])

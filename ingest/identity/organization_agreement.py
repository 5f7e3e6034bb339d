"""How two organizations' names agree.

What two printings of one name may differ in, the surest first: nothing but spelling; the legal form left out; a law
firm's partners left out at the end ("Thackeray Pell"); words written as initials ("GE"); descriptive words left out at
the end; one slip of the pen. Legal forms that contradict each other (Inc. and LLC) make two organizations, except for
law firms, which change theirs and stay who they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from rapidfuzz.distance import OSA

from .organization_words import ALIKE, DESCRIPTIVE, LAW_FORMS
from .organizations import NUMBER, STOP, OrganizationName
from .spellings import misread


class Level(IntEnum):
    """How two names agree, the closest first."""

    SAME = 0
    FORM_LEFT_OUT = 1
    LAW_FORM = 2
    WORD_ORDER = 3
    FORMER = 4
    PARTNERS_LEFT_OUT = 5
    ABBREVIATED = 6
    INITIALS = 7
    WORDS_LEFT_OUT = 8
    SLIP = 9
    OTHER_FORM = 10
    TRADE = 11
    PARTNER_LEFT = 12


WORDS = {
    Level.SAME: "the same name",
    Level.FORM_LEFT_OUT: "the same name, in one printing without its legal form or what stands behind it",
    Level.LAW_FORM: "the same partners' names, with another legal form",
    Level.WORD_ORDER: "the same words in another order",
    Level.FORMER: "one is called the other's former or other name",
    Level.PARTNERS_LEFT_OUT: "the first partners' names of the other",
    Level.ABBREVIATED: "the same name, with words abbreviated",
    Level.INITIALS: "the initials of the other name",
    Level.WORDS_LEFT_OUT: "the beginning of the other name",
    Level.SLIP: "the same name but for one slip of the pen",
    Level.OTHER_FORM: "the same name with another legal form",
    Level.TRADE: "one is called the name under which the other does business, but for its legal form",
    Level.PARTNER_LEFT: "the last partners' names of the other",
}


ASIDES = "the places or the dates of the deeds behind the names differ"


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two names agree, or why they are at odds (`level` is None then)."""

    level: Level | None
    reason: str


def agree(one: OrganizationName, other: OrganizationName, *, law: bool = False) -> Agreement:
    """How two names agree; symmetric. `law` says that at least one of them is known as a law firm."""
    best = _agree(one, other, law)
    for mine in (one, *one.others):
        for theirs in (other, *other.others):
            if (mine is not one or theirs is not other) and (best.level is None or best.level > Level.FORMER):
                found = _agree(mine, theirs, law)
                if found.level is not None and found.level <= Level.WORD_ORDER:
                    # Who trades as "Acme" is not therefore Acme Corporation.
                    trade = (mine.trade or theirs.trade) and found.level is not Level.SAME
                    level = Level.TRADE if trade else Level.FORMER
                    if best.level is None or best.level > level:
                        best = Agreement(level, WORDS[level])
    return best


def _agree(one: OrganizationName, other: OrganizationName, law: bool) -> Agreement:
    a, b = one.words, other.words
    if not a or not b:
        return Agreement(None, "one of the two is no name")
    if one.aside and other.aside and one.aside != other.aside:
        return Agreement(None, ASIDES)
    forms = _forms_agree(one, other, law)
    if a == b or "".join(a) == "".join(b):
        if forms is None:
            return Agreement(Level.OTHER_FORM, WORDS[Level.OTHER_FORM])
        return Agreement(forms, WORDS[forms])
    if forms is None:
        return Agreement(None, "legal forms differ, and so do the names")
    if len(a) == len(b) and len(a) > 1 and sorted(a) == sorted(b):
        return Agreement(Level.WORD_ORDER, WORDS[Level.WORD_ORDER])
    if _numbers(a) != _numbers(b):
        return Agreement(None, "numbers differ (Fund II, Fund III)")
    firm = law or one.law_form or other.law_form or max(one.partners, other.partners) > 2
    if firm and _partners_left_out(one, other):
        return Agreement(Level.PARTNERS_LEFT_OUT, WORDS[Level.PARTNERS_LEFT_OUT])
    if firm and _partner_left(a, b):
        return Agreement(Level.PARTNER_LEFT, WORDS[Level.PARTNER_LEFT])
    if len(a) == len(b) and all(_abbreviates(x, y) or _abbreviates(y, x) for x, y in zip(a, b, strict=True)):
        return Agreement(Level.ABBREVIATED, WORDS[Level.ABBREVIATED])
    if _cut_off(one.raw, other.raw) or _cut_off(other.raw, one.raw):
        return Agreement(Level.ABBREVIATED, WORDS[Level.ABBREVIATED])
    if _initials_of(one, other) or _initials_of(other, one) or _giver_cut(a, b):
        return Agreement(Level.INITIALS, WORDS[Level.INITIALS])
    # A name with its legal form is whole: Acme Corp. is not Acme Holdings Corp.
    short, long = sorted((one, other), key=lambda name: len(name.words))
    rest = long.words[len(short.words) :]
    if rest and short.form is None and _begins(short.words, long.words) and set(rest) <= DESCRIPTIVE:
        return Agreement(Level.WORDS_LEFT_OUT, WORDS[Level.WORDS_LEFT_OUT])
    if _one_slip(a, b):
        return Agreement(Level.SLIP, WORDS[Level.SLIP])
    return Agreement(None, "the names differ")


def _forms_agree(one: OrganizationName, other: OrganizationName, law: bool) -> Level | None:
    if one.form == other.form and one.company == other.company and one.aside == other.aside:
        return Level.SAME
    if one.form == other.form or one.form is None or other.form is None:
        return Level.FORM_LEFT_OUT
    if (one.company and other.form == "co") or (other.company and one.form == "co"):
        return Level.FORM_LEFT_OUT
    if (law or one.partners > 1 or other.partners > 1) and {one.form, other.form} & LAW_FORMS:
        return Level.LAW_FORM
    return None


def alike_forms(one: OrganizationName, other: OrganizationName) -> bool:
    """Whether two legal forms are of one sort, such as Inc. and Corp."""
    return any({one.form, other.form} <= group for group in ALIKE)


def _numbers(words: tuple[str, ...]) -> list[str]:
    return [word for word in words[1:] if NUMBER.match(word)]


def _begins(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return long[: len(short)] == short


def _partners_left_out(one: OrganizationName, other: OrganizationName) -> bool:
    short, long = sorted((one, other), key=lambda name: len(name.words))
    if len(long.words) < 2 or len(short.words) >= len(long.words):
        return False
    if short.complete or not (long.partners > 1 or long.law_form):
        return False
    return _begins(short.words, long.words) and len(short.words[0]) > 2


def _partner_left(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether the one is the other without its first partner."""
    short, long = sorted((a, b), key=len)
    return len(short) > 1 and short == long[1:]


def _giver_cut(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two trusts have one name, but for the given name of who made them, of which one has the initial only."""
    return (
        len(a) == len(b) > 3
        and "trust" in a
        and min(len(a[0]), len(b[0])) == 1
        and a[0][0] == b[0][0]
        and all(_abbreviates(x, y) or _abbreviates(y, x) for x, y in zip(a[1:], b[1:], strict=True))
    )


def _cut_off(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a long name breaks off within a word, as EDGAR's conformed names did when they had thirty letters."""
    last = len(short) - 1
    return (
        len(short) <= len(long)
        and sum(map(len, short)) >= 20
        and short[:last] == long[:last]
        and len(short[last]) < len(long[last])
        and long[last].startswith(short[last])
    )


def _abbreviates(short: str, long: str) -> bool:
    """Whether a word is cut off or has lost vowels: "corp", "mfg", "mgmt"."""
    if short == long:
        return True
    if len(short) < 3 or len(short) >= len(long) or short[0] != long[0]:
        return False
    if long.startswith(short):
        return not short.isdigit()
    letters = iter(long)
    return (
        len(short) >= 3
        and short[-1] in long[-3:]
        and all(c in letters for c in short)
        and not set(short[1:]) & set("aeiou")
    )


def _initials_of(short: OrganizationName, long: OrganizationName) -> bool:
    """Whether words of the one are initials of words of the other: GE, or "ST Telemedia" of Singapore Technologies."""
    words = [word for word in long.raw if word != "and"]
    if len(short.raw) >= len(words):
        return False
    place = 0
    used = False
    for word in short.raw:
        if place < len(words) and word == words[place]:
            place += 1
            continue
        if word not in short.capitals and not (len(short.raw) == 1 and len(word) <= 5):
            return False
        for skipping in (False, True):
            rest = [w for w in words[place:] if not (skipping and w in STOP)]
            if len(word) >= 2 and "".join(w[0] for w in rest[: len(word)]) == word and len(rest) >= len(word):
                left = len(rest) - len(word)
                place = len(words) - left
                used = True
                break
        else:
            return False
    # Descriptive words may be left out behind the initials, too.
    return used and set(words[place:]) <= DESCRIPTIVE


def _one_slip(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if len(a) == len(b):
        odd = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
        return (len(odd) == 1 and _slip(*odd[0])) or all(misread(x, y) for x, y in odd)
    return (
        abs(len(a) - len(b)) == 1 and len("".join(a)) >= 8 and OSA.distance("".join(a), "".join(b), score_cutoff=1) <= 1
    )


def _slip(a: str, b: str) -> bool:
    if min(len(a), len(b)) < 4 or a.isdigit() or b.isdigit():
        return False
    return OSA.distance(a, b, score_cutoff=1) == 1 and (min(len(a), len(b)) >= 5 or sorted(a) == sorted(b))


# Names that begin alike and go on differently; no contradiction where a third printing agrees with both.
GO_ON = "the names go on differently"
_CLOSE = Level.PARTNERS_LEFT_OUT


def bridges(third: OrganizationName, one: OrganizationName, other: OrganizationName) -> bool:
    """Whether a third printing holds together two names that go on differently: it agrees with both, closely with one.

    "Sable Zorn" is the beginning of both "Sable, Zorn & Tedesco" and "Sable Zorn Nakamura" and holds nothing together.
    """
    levels = [agree(third, name).level for name in (one, other)]
    return None not in levels and any(
        level < _CLOSE or level in {Level.ABBREVIATED, Level.SLIP} for level in levels if level is not None
    )


def at_odds(one: OrganizationName, other: OrganizationName) -> str | None:
    """Why two names cannot be of one organization, whatever else is known: forms or numbers that contradict."""
    if one.words == other.words:
        if one.aside and other.aside and one.aside != other.aside:
            return ASIDES
        law = one.partners > 1 or other.partners > 1 or one.law_form or other.law_form
        if _forms_agree(one, other, law) is None and not alike_forms(one, other):
            return "legal forms differ"
        return None
    if one.words[:1] == other.words[:1] and _numbers(one.words) != _numbers(other.words):
        mine, theirs = (tuple(w for w in n.words if not NUMBER.match(w)) for n in (one, other))
        if mine == theirs:
            return "numbers differ"
    if one.words[:1] == other.words[:1] and not one.others and not other.others and agree(one, other).level is None:
        return GO_ON
    return None

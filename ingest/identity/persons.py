"""A person's name in normal form.

A name is read in natural order, in EDGAR's ("SMITH JOHN A JR", surname first, no comma) or with a comma ("Smith, John
A., Jr."); the printed form is kept. Honorifics and degrees are dropped; generations (Jr., Sr., III), nicknames in
quotes and former surnames are told apart from the rest.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from ..extract.words import HONORIFICS, NAME_SUFFIXES, PARTICLES
from .letters import plain_letters
from .spellings import heard, seen, slavic

_GENERATIONS = {
    "jr": 2, "junior": 2, "sr": 1, "senior": 1, "ii": 2, "2nd": 2, "iii": 3, "3rd": 3, "iv": 4, "4th": 4, "v": 5,
    "vi": 6,
}  # fmt: skip
_DEGREES = frozenset(NAME_SUFFIXES) - set(_GENERATIONS) - {"do", "st", "vii"}
# Degrees stand behind a name, so "M. D. Smith" and "J. D'Amico" keep their initials.
_DEGREE_LETTERS = re.compile(
    r"(?<=\w\w)(?:[\s.,]+(?:ph\.?\s?d|m\.\s?d|j\.\s?d|d\.\s?d\.\s?s|d\.\s?m\.\s?d|d\.\s?v\.\s?m|c\.\s?p\.\s?a"
    r"|c\.\s?f\.\s?a"
    r"|m\.\s?b\.\s?a|ll\.\s?[bm]|ed\.\s?d|pharm\.\s?d|sc\.\s?d|p\.\s?e)\b\.?)+(?=\s*(?:[,;(/]|$))",
    re.IGNORECASE,
)
_FORMER = re.compile(
    r"\b(?:formerly(?: known as)?|f/?k/?a|n[e\u00e9]e|now known as|n/?k/?a|a/?k/?a|also known as)\b[\s:.]*",
    re.IGNORECASE,
)
_SIDE = re.compile(r"[\"\u201c\u201d(\[]\s*([^\"\u201c\u201d()\[\]]*?)\s*[\"\u201c\u201d)\]]|(?:^|\s)'([^']+)'(?=\s|$)")
# Capacities that stand behind a name in EDGAR's owner field or at a signature.
_BEHIND = re.compile(
    r"\s*(?:/[A-Z]{2,4}/?|/adv|attorney[- ](?:in[- ]fact|at[- ]law).*|as trustee.*|trustee)\s*$", re.IGNORECASE
)
_CLITIC = frozenset({"o", "mc", "mac", "st", "san", "saint"})


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a name: given names in order, and the surname as one word, with and without its particles.

    `turned` is against the order that the source suggests; `guessed` takes two words for a double surname.
    """

    given: tuple[str, ...]
    surname: str
    core: str
    parts: tuple[str, ...]
    turned: bool = False
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in normal form.

    Attributes:
        printed: As printed.
        readings: The ways to read it, the likeliest first; none for a name of no letters.
        generation: 1 for Sr., 2 for Jr. and II, and so on; None where the name has none.
        junior: Whether it says Jr. (II may be a nephew, so "II" and "Jr." do not agree by number alone).
        nicknames: Given names in quotes or brackets.
        former: Surnames that the name itself gives as former ones.
    """

    printed: str
    readings: tuple[Reading, ...]
    generation: int | None = None
    junior: bool = False
    nicknames: tuple[str, ...] = ()
    former: tuple[str, ...] = ()

    @property
    def vague(self) -> bool:
        """Whether the given name is an initial only, or there is none."""
        return not any(len(word) > 1 for word in self.readings[0].given) if self.readings else True

    @property
    def full(self) -> bool:
        """Whether it has a middle name or initial."""
        return bool(self.readings) and len(self.readings[0].given) > 1


@lru_cache(maxsize=200_000)
def person_name(printed: str, *, edgar: bool = False) -> PersonName:
    """The normal form of a name; `edgar` says that its source prints surnames first."""
    text = _BEHIND.sub("", plain_letters(printed))
    former: list[str] = []
    nicknames: list[str] = []
    for match in reversed(list(_SIDE.finditer(text))):
        inside = match[1] or match[2] or ""
        if _FORMER.match(inside):
            former += _tokens(_FORMER.sub("", inside))[-1:]
        else:
            nicknames += [word for word in _tokens(inside) if word not in HONORIFICS and word not in _DEGREES]
        text = f"{text[: match.start()]} {text[match.end() :]}"
    head, *tail = _FORMER.split(text)
    for other in tail:
        former += _tokens(other)[-1:]
    shorter = _DEGREE_LETTERS.sub(" ", head)
    text = shorter if len(_tokens(shorter)) > 1 else head  # "SMITH J. D." has no given name but these letters
    pieces = [_tokens(piece) for piece in text.split(",")]
    generation, junior = None, False
    kept: list[list[str]] = []
    for position, piece in enumerate(pieces):
        words: list[str] = []
        for place, word in enumerate(piece):
            number = _GENERATIONS.get(word)
            # "V" within a name is an initial, at its end a fifth; the first word of a name is never a suffix.
            ends = place == len(piece) - 1 or len(word) > 1
            if number and (place or position) and ends and not (word == "v" and edgar):
                generation, junior = number, word in {"jr", "junior"}
            elif (word in _DEGREES and len(word) > 1 and (place or position)) or (
                word in HONORIFICS and len(words) == 0
            ):
                continue
            else:
                words.append(word)
        if words:
            kept.append(words)
    if not kept:
        return PersonName(printed, ())
    if len(kept) > 1:
        readings = _surname_first_with_comma(kept)
    elif edgar or _ends_with_initial(kept[0]):
        readings = (*_surname_first(kept[0]), *_natural(kept[0]))
    else:
        readings = (*_natural(kept[0]), *_surname_first(kept[0], turned=True))
    return PersonName(printed, readings, generation, junior, tuple(nicknames), tuple(former))


def _tokens(text: str) -> list[str]:
    """Words, folded; initials run together ("J.R.", "JR." is a suffix) are parted, clitics joined ("O Brien")."""
    text = re.sub(r"(?<=[A-Za-z])['\u2019`](?=[A-Za-z])", "", text)
    text = re.sub(r"\b((?:[A-Za-z]\.){2,})", lambda m: " ".join(m[1].replace(".", " ").split()) + " ", text)
    low = re.sub(r"\bsaint(?:[- ]|(?=[a-z]{4}))(?=[a-z]{3})", "st ", text.lower().replace("\ufffd", "?"))
    low = re.sub(r"\bo\.(?=\s)", "o--", low)  # "O. Crane" is no O'Crane
    words = re.findall(r"[a-z0-9\-]+(?:\?+[a-z0-9\-]*)*", low)
    out: list[str] = []
    initial = False
    for found in words:
        word, joins, initial = found.strip("-"), not initial, found.endswith("--")
        if not word:
            continue
        if joins and out and out[-1] in _CLITIC and len(word) > 2 and (len(out) > 1 or out[-1] in {"mc", "mac", "o"}):
            if out[-1] == "o" and len(out) > 1 and len(words) <= 3 and len(word) < 3:
                out.append(word)
                continue
            if out[-1] != "o" or len(out) == 1 or word == words[-1]:
                out[-1] += word
                continue
        out.append(word)
    return out


def _reading(given: list[str], surname: list[str], turned: bool = False, guessed: bool = False) -> Reading:
    # A hyphen in a given name parts it, as other printings have a blank there.
    names = tuple(
        part for word in given for part in word.split("-") if part and part not in PARTICLES - {"e", "y", "o"}
    )
    if not names:
        names = tuple(part for word in given for part in word.split("-") if part)
    parts = tuple(part for word in surname for part in word.split("-") if part)
    core = [part for part in parts if part not in PARTICLES] or list(parts)
    return Reading(names, one_word(parts), one_word(core), tuple(core), turned, guessed)


def one_word(parts: tuple[str, ...] | list[str]) -> str:
    """A surname as one word; umlauts written with or without their e are one, and so are "å" and "aa"."""
    return re.sub(r"(?<=[aou])e(?=[^aeiou])|(?<=a)a", "", "".join(parts))


def _natural(words: list[str]) -> tuple[Reading, ...]:
    if len(words) < 2:
        return (_reading([], words),)
    start = len(words) - 1
    while start > 1 and words[start - 1] in PARTICLES and len(words[start - 1]) > 1:
        start -= 1
    found = [_reading(words[:start], words[start:])]
    if len(words) == 3 and "-" in words[2] and "-" not in words[1] and len(words[1]) > 1:  # "Kenneth Cheung Ka-fai"
        found.append(_reading([words[0], words[2]], [words[1]], guessed=True))
    if start >= 2 and len(words[start - 1]) > 1:  # "Maria Garcia Lopez" may have two surnames
        found.append(_reading(words[: start - 1], words[start - 1 :], guessed=True))
    return tuple(found)


def _surname_first(words: list[str], *, turned: bool = False) -> tuple[Reading, ...]:
    if len(words) < 2:
        return () if turned else (_reading([], words),)
    end = 1
    while end < len(words) - 1 and all(word in PARTICLES for word in words[:end]):
        end += 1
    found = [_reading(words[end:], words[:end], turned)]
    if len(words) - end >= 2 and len(words[end]) > 1:  # "GARCIA LOPEZ MARIA"
        found.append(_reading(words[end + 1 :], words[: end + 1], turned, guessed=True))
    return tuple(found)


def _ends_with_initial(words: list[str]) -> bool:
    """Whether a name must have its surname first, whoever prints it: an initial is no surname ("CRANE JOHN T")."""
    return len(words) > 1 and len(words[-1]) == 1 and len(words[0]) > 1


def _surname_first_with_comma(kept: list[list[str]]) -> tuple[Reading, ...]:
    return (_reading([word for piece in kept[1:] for word in piece], kept[0]),)


def keys(name: PersonName) -> set[str]:
    """Words under which a name is looked for among others: two names that agree share at least one."""
    out: set[str] = set()
    for reading in name.readings:
        out.update((reading.core, reading.surname, *(part for part in reading.parts if len(part) > 2)))
        if not reading.turned:
            if len(reading.core) >= 4:
                out.update("~" + reading.core[:i] + reading.core[i + 1 :] for i in range(len(reading.core)))
                out.update(("~" + reading.core, "?" + seen(reading.core)))
                if slavic(reading.core):
                    out.add("?" + heard(reading.core))
            out.update(word for word in reading.given[1:] if len(word) > 2)
    out.update(name.former)
    return out


def coarse(name: PersonName) -> tuple[str, ...]:
    """A surname with an initial: under it a person who stands beside others is looked for."""
    words = (f"{reading.core} {word[0]}" for reading in name.readings[:1] for word in reading.given[:2] if word)
    return tuple(dict.fromkeys(words))


@lru_cache(maxsize=100_000)  # the filings of a data set print the same names again and again
def fold(name: str, *, edgar: bool = False) -> str:
    """A name without case, accents, punctuation and degrees, given names first: equal folds are one name."""
    parsed = person_name(name, edgar=edgar)
    if not parsed.readings:
        return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
    first = parsed.readings[0]
    suffix = ("jr" if parsed.junior else str(parsed.generation)) if parsed.generation else ""
    more = "".join(f" ({word})" for word in (*parsed.nicknames, *parsed.former))
    return f"{' '.join((*first.given, '/', *first.parts))} {suffix}{more}".strip()


def words_of(text: str) -> list[str]:
    """The words of a text, folded, in order."""
    return re.findall(r"[a-z0-9]+", plain_letters(text).lower())

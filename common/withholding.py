"""Withholding: persons who asked not to be named get a stable pseudonym in whatever infact prints or writes.

The store itself stays whole. A list is a text file: one name a line, or a CIK of up to ten digits; `#` begins a remark,
and one line `salt: ...` holds words that nobody else knows, without which pseudonyms could be guessed by hashing names.
A line may also be a JSON object with `name`, `cik` or both: both get the same pseudonym. CIKs that the graph or the
record itself gives to a listed name need not be listed, nor names that they give to a listed CIK. The address of a
source may still lead to the person, and so may a SPARQL query that takes a name apart.

A listed name also stands for its variants: case, spacing, accents, line breaks, stray marks between the words, a given
name shortened to an initial, middle names given, left out or shortened likewise, a title, a suffix such as Jr., and the
surname first, as EDGAR prints it; over a graph also for every name that the graph gives to the same person, and without
one for short and other forms of the given name ("Peggy" for Margaret), whoever else may be called so. A single word
stands for itself wherever it is a word, also within a file name. Callers may rely on the same pseudonym for every
variant in every run with the same salt, and on untouched text where nobody is listed.
"""

from __future__ import annotations

import functools
import hashlib
import json
import re
import unicodedata
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from .errors import InfactError

_SUFFIX = re.compile(r"[\s,]+(?:jr|sr|ii|iii|iv|v|m\.?d|ph\.?d|j\.?d|esq|cpa)\.?$")
_TITLE = re.compile(r"^(?:(?:mr|mrs|ms|miss|dr|prof)\b\.?\s+|hon\.\s*|/s/\s*)")
_WORD = re.compile(r"[\w'-]+")
_CIK = re.compile(r"(?:CIK\s*)?0*(\d{1,10})", re.IGNORECASE)
# Between two words of a name: blanks, a line break, the dot of an initial, a comma, stray marks, quotes of a nickname.
_GAP = r"[\s.,\"()]+"
_INITIALS = rf"(?:\w\b{_GAP})*"
# A middle name that is not listed may be any word in capitals that a sentence does not put between two names, nor a
# register behind one.
_NO_NAME = (
    r"(?!(?:an?|and|as|at|by|for|from|in|is|nor|of|on|or|per|than|that|the|through|to|under|via|was|who|whom|with"
    r"|trust|estate|foundation|family|inc|llc|llp|lp|ltd|corp|co|company)\b)"
)
_ANY_NAME = rf"{_NO_NAME}(?-i:[^\W\d_a-z])[\w'-]+"
_MIDDLE_GAP = r"[\s.\"()]+"
_STRAIGHT = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u00b4": "'", "`": "'", "\u00a0": " ", "\u2010": "-", "\u2011": "-"}
)


class WithholdingError(InfactError):
    """A withholding list cannot be read, or would not protect anybody."""


class _Spelling(NamedTuple):
    """A way to find a listed person: a pattern, the words that it is made for (0 for a CIK), and the pseudonym."""

    words: int
    pattern: str
    pseudonym: str


@dataclass(frozen=True, slots=True)
class Withholding:
    """A list, ready to apply. Equal when spellings and entries are equal.

    Attributes:
        entries: For each line that lists somebody, its number, the words of the name, and the pseudonym.
    """

    _spellings: tuple[_Spelling, ...] = ()
    entries: tuple[tuple[int, tuple[str, ...], str], ...] = ()
    _pattern: re.Pattern[str] | None = field(default=None, compare=False)
    _pseudonyms: frozenset[str] = field(default=frozenset(), compare=False)

    @classmethod
    def none(cls) -> Withholding:
        """Nobody is withheld: `apply` gives back what it got."""
        return cls()

    @classmethod
    def load(cls, path: Path) -> Withholding:
        """Read a list.

        Raises:
            WithholdingError: The file cannot be read, a line is neither a name nor a CIK, nobody is listed, or the
                salt is missing.
        """
        try:
            lines = path.read_text("utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
            raise WithholdingError(f"the withholding list cannot be read: {reason}", where=str(path)) from error
        return cls.of(lines, where=str(path))

    @classmethod
    def of(cls, lines: list[str], where: str = "the withholding list") -> Withholding:
        """Make a list from its lines; `where` names it in messages. Raises as `load` does."""
        salt = ""
        persons: list[tuple[int, str | None, str | None]] = []
        for number, raw in enumerate(lines, 1):
            line = raw.strip()
            if not line or line.startswith("#"):
                continue
            if line.lower().startswith("salt:"):
                salt = line[len("salt:") :].strip()
                continue
            persons.append((number, *_entry(line, f"{where}, line {number}")))
        if not persons:
            raise WithholdingError(
                "the withholding list names nobody", where=where, remedy="give a name or a CIK a line, or leave it out"
            )
        if not salt:
            raise WithholdingError(
                "the withholding list has no salt", where=where, remedy="add a line `salt: ` with words known to nobody"
            )
        spellings: set[_Spelling] = set()
        entries: list[tuple[int, tuple[str, ...], str]] = []
        for number, name, cik in persons:
            words = _words(name) if name else ()
            if name and not words:
                raise WithholdingError(f"{name!r} holds no name", where=f"{where}, line {number}")
            identity = " ".join((words[0], words[-1])) if len(words) > 1 else (words[0] if words else f"cik {cik}")
            digest = hashlib.sha256(f"{salt}\n{identity}".encode()).hexdigest()
            pseudonym = f"withheld-{digest[:10]}"
            entries.append((number, words, pseudonym))
            if words:
                spellings.add(_Spelling(len(words), _name_pattern(words), pseudonym))
            if cik:
                spellings.add(_Spelling(0, _cik_pattern(cik), pseudonym))
        return cls._of(spellings, tuple(entries))

    @classmethod
    def _of(cls, spellings: set[_Spelling], entries: tuple[tuple[int, tuple[str, ...], str], ...]) -> Withholding:
        ordered = tuple(sorted(spellings, key=lambda one: (-one.words, one.pattern, one.pseudonym)))
        pattern = re.compile("|".join(one.pattern for one in ordered), re.IGNORECASE)
        return cls(ordered, entries, pattern, frozenset(pseudonym for _, _, pseudonym in entries))

    def knowing(self, parties: Iterable[tuple[Iterable[str], Iterable[str]]]) -> Withholding:
        """This list, with every name and CIK of each listed person: hidden beside the others, one would be no secret.

        Args:
            parties: For each party of anybody, the names that the corpus prints for it, and its CIKs; those of others
                change nothing. Who shares a CIK is one party. A single word is added for a listed CIK only: beside a
                listed name it may stand for anybody.
        """
        if not self:
            return self
        whole = [(tuple(names), _digits(ciks)) for names, ciks in parties]
        by_cik: dict[str, list[int]] = {}
        for number, (_, ciks) in enumerate(whole):
            for cik in ciks:
                by_cik.setdefault(cik, []).append(number)
        known = {number: listed for number, party in enumerate(whole) if (listed := self._listed(*party))}
        waiting = list(known)
        while waiting:
            number = waiting.pop()
            for cik in whole[number][1]:
                for other in by_cik.pop(cik, ()):
                    if other not in known:
                        known[other] = known[number]
                        waiting.append(other)
        named = {pseudonym for _, words, pseudonym in self.entries if words}
        return self._with(spelling for number in known for spelling in _spellings(*whole[number], known[number], named))

    def _listed(self, names: tuple[str, ...], ciks: tuple[str, ...]) -> str | None:
        """The pseudonym of a party that has these names and CIKs, where it is listed."""
        return min((applied for text in (*names, *ciks) if (applied := self._alone(text))), default=None)

    def knowing_given_names(self, others: Callable[[str], Iterable[str]]) -> Withholding:
        """This list, with other forms of the given names of listed persons, where no graph says how they are printed.

        Args:
            others: The short and other forms of a given name.
        """
        return self._with(
            _Spelling(len(words), _name_pattern((given, *words[1:])), pseudonym)
            for _, words, pseudonym in self.entries
            if len(words) > 1
            for given in others(words[0])
        )

    def _with(self, spellings: Iterable[_Spelling]) -> Withholding:
        more = set(spellings) - set(self._spellings)
        return self._of(more.union(self._spellings), self.entries) if more else self

    def named_in(self, text: str) -> set[str]:
        """The pseudonyms of those whom a text names."""
        return {pseudonym for _, _, pseudonym in self.places(unicodedata.normalize("NFC", text))}

    def unmet(self, met: Container[str]) -> list[int]:
        """The numbers of the lines that list somebody who is not among these pseudonyms."""
        return [number for number, _, pseudonym in self.entries if pseudonym not in met]

    def _alone(self, name: str) -> str | None:
        """The pseudonym that stands for a whole name."""
        applied = _TITLE.sub("", _SUFFIX.sub("", self.apply(name).lower()))
        return applied if applied in self._pseudonyms else None

    def __bool__(self) -> bool:
        """Whether anybody is withheld."""
        return self._pattern is not None

    def apply(self, text: str) -> str:
        """The text with a pseudonym in the place of every listed person."""
        if self._pattern is None:
            return text
        whole = text if text.isascii() else unicodedata.normalize("NFC", text)
        out: list[str] = []
        at = 0
        for start, end, pseudonym in self.places(whole):
            out += (whole[at:start], pseudonym)
            at = end
        return "".join((*out, whole[at:])) if out else text

    def places(self, text: str) -> list[tuple[int, int, str]]:
        """Where listed persons stand in a text in Unicode's form NFC, in order: start, end and pseudonym."""
        out: list[tuple[int, int, str]] = []
        if self._pattern is None:
            return out
        folded = _fold(text)
        at = 0
        while (match := self._pattern.search(folded, at)) and match.lastindex:
            start, pseudonym = match.start(), self._spellings[match.lastindex - 1].pseudonym
            # Where a name begins with another one of the same person, that must not leave the rest of it.
            ways = (
                _compiled(one.pattern).match(folded, start) for one in self._spellings if one.pseudonym == pseudonym
            )
            at = max(way.end() for way in ways if way)
            out.append((start, at, pseudonym))
        return out

    def apply_to(self, value: Any) -> Any:
        """A JSON value, a row or a record with every string in it replaced likewise; keys and other values stay."""
        if self._pattern is None:
            return value
        if type(value) is str:
            return self.apply(value)
        if isinstance(value, str):  # an IRI or a literal: it keeps its type when nobody stands in it
            applied = self.apply(str(value))
            return value if applied == str(value) else applied
        if isinstance(value, Mapping):
            return {key: self.apply_to(item) for key, item in value.items()}
        if isinstance(value, list | tuple):
            return type(value)(self.apply_to(item) for item in value)
        if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{f.name: self.apply_to(getattr(value, f.name)) for f in fields(value)})
        return value


@functools.lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def by_surname(name: str) -> str:
    """A name in EDGAR's order, `SKALETSKY MARK A`, with the comma that says so."""
    surname, _, rest = name.strip().partition(" ")
    return f"{surname}, {rest}" if rest and "," not in name else name


def _fold(text: str) -> str:
    """Accents and curly quotes gone, character for character, so that offsets stay."""
    if text.isascii():
        return text
    return "".join(unicodedata.normalize("NFKD", c)[0] for c in text.translate(_STRAIGHT))


def _words(name: str) -> tuple[str, ...]:
    """The folded words of a name: `Skaletsky, Mark A., Jr.` and `Mark A. Skaletsky` give the same."""
    folded = _fold(unicodedata.normalize("NFC", name)).lower().strip()
    while (shorter := _SUFFIX.sub("", folded)) != folded:
        folded = shorter
    folded = _TITLE.sub("", folded)
    surname, comma, rest = folded.partition(",")
    return tuple(_WORD.findall(f"{rest} {surname}" if comma else folded))


def _name_pattern(words: tuple[str, ...]) -> str:
    if len(words) == 1:
        return rf"((?<!\w){re.escape(words[0])}(?!\w))"
    first, *middle, last = (re.escape(word) for word in words)
    # A middle name that is listed may be missing or an initial; one that is listed as an initial may stand in full; and
    # initials that are not listed may be there.
    full = [word if len(word) > 1 else rf"{_NO_NAME}{word}\w+" for word in middle]
    spelled = "".join(
        rf"(?:(?:{word}|{word[0]}){_GAP})?" if len(word) > 1 else rf"(?:{long}{_MIDDLE_GAP})?"
        for word, long in zip(middle, full, strict=True)
    )
    between = f"{_GAP}{_INITIALS}{spelled}{_INITIALS}"
    ways = [f"{first}{between}"]
    behind_surname = first
    if len(words[0]) > 1:
        initial = rf"{re.escape(words[0][0])}\b"
        ways.append(f"{initial}{between}")
        # Surname first, a lone letter must not be a word of the text: "Finch, a director".
        behind_surname = rf"(?:{first}|{initial}(?=\.|\s+\w\b|\s*(?:$|[,;)])))"
        if not middle:
            ways.append(f"{first}{_MIDDLE_GAP}{_INITIALS}{_ANY_NAME}{_MIDDLE_GAP}{_INITIALS}")
    behind = rf"(?:{_GAP}(?:{'|'.join((*full, chr(92) + 'w'))})(?!\w))*"
    # Where nothing but a name stands, what is behind the given name is a part of it.
    ending = "" if middle else rf"(?:\s+{_ANY_NAME}(?=\s*$))?"
    return rf"((?<!\w)(?:(?:{'|'.join(ways)}){last}|{last}{_GAP}{behind_surname}{behind}{ending})(?!\w))"


def _spellings(names: Iterable[str], ciks: Iterable[str], pseudonym: str, named: Container[str]) -> Iterator[_Spelling]:
    """What is known of a listed party; a single word does not count where it is `named`, not listed by its CIK."""
    for name in names:
        words = _words(name)
        if len(words) > 1 or (words and pseudonym not in named):
            yield _Spelling(len(words), pattern := _name_pattern(words), pseudonym)
            folded = _fold(unicodedata.normalize("NFC", name))
            if not re.search(pattern, folded, re.IGNORECASE):  # marks between its words that no other name has
                as_printed = r"\s+".join(map(re.escape, folded.split()))
                yield _Spelling(len(words), f"({as_printed})", pseudonym)
    for cik in ciks:
        yield _Spelling(0, _cik_pattern(cik), pseudonym)


def _digits(ciks: Iterable[str]) -> tuple[str, ...]:
    """CIKs without leading zeros; what is none, or nobody's (all zeros), is left out."""
    return tuple(cik.lstrip("0") for cik in ciks if cik.isdigit() and cik.strip("0"))


def _cik_pattern(cik: str) -> str:
    return rf"((?<!\d)0*{cik}(?!\d))"


def _entry(line: str, where: str) -> tuple[str | None, str | None]:
    """The name and the CIK (no leading zeros) of one line."""
    if line.startswith("{"):
        try:
            value = json.loads(line)
        except ValueError as error:
            raise WithholdingError(f"this line is no JSON: {error}", where=where) from error
        name, cik = value.get("name"), value.get("cik")
        if not (name or cik) or not all(item is None or isinstance(item, str) for item in (name, cik)):
            raise WithholdingError("this line has neither a `name` nor a `cik` as text", where=where)
    else:
        name, cik = (None, line) if _CIK.fullmatch(line) else (line, None)
    if cik is not None:
        match = _CIK.fullmatch(cik)
        if match is None:
            raise WithholdingError(f"{cik!r} is no CIK", where=where, remedy="give up to ten digits")
        cik = match[1]
    return name or None, cik

"""Withholding: persons who asked not to be named get a stable pseudonym in whatever infact prints or writes.

The store itself stays whole. A list is a text file: one name a line, or a CIK of up to ten digits; `#` begins a remark,
and one line `salt: ...` holds words that nobody else knows, without which pseudonyms could be guessed by hashing names.
A line may also be a JSON object with `name`, `cik` or both: both get the same pseudonym. CIKs that the graph or the
record itself gives to a listed name need not be listed. The address of a source may still lead to the person.

A listed name also stands for its variants: case, spacing, accents, line breaks, a comma, a given name shortened to an
initial, middle names given, left out or shortened likewise, a suffix such as Jr., and the surname first, as EDGAR
prints it; over a graph also for every name that the graph gives to the same person, and without one for short and other
forms of the given name ("Peggy" for Margaret), whoever else may be called so. A single word stands for itself
wherever it is a word, also within a file name. Callers may rely on the same pseudonym for every variant in every run
with the same salt, and on untouched text where nobody is listed.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from .errors import InfactError

_SUFFIX = re.compile(r"[\s,]+(?:jr|sr|ii|iii|iv|v|m\.?d|ph\.?d|j\.?d|esq|cpa)\.?$")
_WORD = re.compile(r"[\w'-]+")
_CIK = re.compile(r"(?:CIK\s*)?0*(\d{1,10})", re.IGNORECASE)
# Between two words of a name: blanks, a line break, a comma, the dot of an initial.
_GAP = r"(?:\.?,?\s+|\.)"
_INITIALS = rf"(?:\w\b{_GAP})*"
_STRAIGHT = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u00b4": "'", "`": "'", "\u00a0": " ", "\u2010": "-", "\u2011": "-"}
)


class WithholdingError(InfactError):
    """A withholding list cannot be read, or would not protect anybody."""


@dataclass(frozen=True, slots=True)
class Withholding:
    """A list, ready to apply. Equal when the pseudonyms and patterns are equal."""

    _pattern: re.Pattern[str] | None = None
    _pseudonyms: tuple[str, ...] = field(default=())
    _names: tuple[tuple[tuple[str, ...], str], ...] = field(default=())

    @classmethod
    def none(cls) -> Withholding:
        """Nobody is withheld: `apply` gives back what it got."""
        return cls()

    @classmethod
    def load(cls, path: Path) -> Withholding:
        """Read a list.

        Raises:
            WithholdingError: The file cannot be read, a line is neither a name nor a CIK, or the salt is missing.
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
            return cls()
        if not salt:
            raise WithholdingError(
                "the withholding list has no salt", where=where, remedy="add a line `salt: ` with words known to nobody"
            )
        patterns, pseudonyms = [], []
        names: list[tuple[tuple[str, ...], str]] = []
        for number, name, cik in persons:
            words = _words(name) if name else ()
            if name and not words:
                raise WithholdingError(f"{name!r} holds no name", where=f"{where}, line {number}")
            identity = " ".join((words[0], words[-1])) if len(words) > 1 else (words[0] if words else f"cik {cik}")
            digest = hashlib.sha256(f"{salt}\n{identity}".encode()).hexdigest()
            patterns.append(_name_pattern(words) if words else _cik_pattern(cik or ""))
            pseudonyms.append(f"withheld-{digest[:10]}")
            if len(words) > 1:
                names.append((words, pseudonyms[-1]))
            if words and cik:
                patterns.append(_cik_pattern(cik))
                pseudonyms.append(pseudonyms[-1])
        return cls(re.compile("|".join(patterns), re.IGNORECASE), tuple(pseudonyms), tuple(names))

    def knowing(self, ciks: Iterable[tuple[str, str]]) -> Withholding:
        """This list, with the CIKs of listed persons too: a name withheld beside its CIK would be no secret.

        Args:
            ciks: Names and CIKs that belong together, of anybody; those of others change nothing.
        """
        if self._pattern is None:
            return self
        found: dict[str, str] = {}
        for name, cik in ciks:
            applied = self._alone(name)
            if applied and cik.strip("0").isdigit():
                found[cik.lstrip("0")] = applied
        if not found:
            return self
        more = "|".join(_cik_pattern(cik) for cik in found)
        pattern = re.compile(f"{self._pattern.pattern}|{more}", re.IGNORECASE)
        return Withholding(pattern, (*self._pseudonyms, *found.values()), self._names)

    def knowing_printings(self, parties: Iterable[Iterable[str]]) -> Withholding:
        """This list, with every name under which a listed person is printed: nicknames, initials, former surnames.

        Args:
            parties: For each party of anybody, the names that the corpus prints for it; those of others change nothing.
                A single word adds nothing, because it may stand for anybody.
        """
        if self._pattern is None:
            return self
        found: dict[tuple[str, ...], str] = {}
        for names in parties:
            printed = tuple(names)
            listed = {applied for name in printed if (applied := self._alone(name))}
            if len(listed) == 1:
                found.update((words, min(listed)) for name in printed if len(words := _words(name)) > 1)
        if not found:
            return self
        return self._with(self._pattern, found)

    def knowing_given_names(self, others: Callable[[str], Iterable[str]]) -> Withholding:
        """This list, with other forms of the given names of listed persons, where no graph says how they are printed.

        Args:
            others: The short and other forms of a given name.
        """
        if self._pattern is None:
            return self
        found = {(given, *words[1:]): name for words, name in self._names for given in others(words[0])}
        return self._with(self._pattern, found) if found else self

    def _with(self, pattern: re.Pattern[str], found: Mapping[tuple[str, ...], str]) -> Withholding:
        # The longest first: a name that is the beginning of another one must not leave the rest of that.
        ordered = sorted(found, key=lambda words: (-len(words), words))
        whole = "|".join((pattern.pattern, *(_name_pattern(words) for words in ordered)))
        more = (*self._pseudonyms, *(found[words] for words in ordered))
        return Withholding(re.compile(whole, re.IGNORECASE), more, self._names)

    def _alone(self, name: str) -> str | None:
        """The pseudonym that stands for a whole name."""
        applied = _SUFFIX.sub("", self.apply(name).lower())
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
        if self._pattern is None:
            return []
        return [
            (match.start(), match.end(), self._pseudonyms[match.lastindex - 1])
            for match in self._pattern.finditer(_fold(text))
            if match.lastindex is not None
        ]

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
    surname, comma, rest = folded.partition(",")
    return tuple(_WORD.findall(f"{rest} {surname}" if comma else folded))


def _name_pattern(words: tuple[str, ...]) -> str:
    if len(words) == 1:
        return rf"((?<!\w){re.escape(words[0])}(?!\w))"
    first, *middle, last = (re.escape(word) for word in words)
    # Surname first, a lone letter must not be a word of the text: "Finch, a director".
    given, behind_surname = first, first
    if len(words[0]) > 1:
        initial = rf"{re.escape(words[0][0])}\b"
        given = rf"(?:{first}|{initial})"
        behind_surname = rf"(?:{first}|{initial}(?=\.|\s+\w\b|\s*(?:$|[,;)])))"
    # A middle name that is listed may be missing or an initial; initials that are not listed may be there.
    optional = "".join(rf"(?:(?:{word}|{word[0]}){_GAP})?" if len(word) > 1 else "" for word in middle)
    between = f"{_GAP}{optional}{_INITIALS}"
    behind = f"(?:{_GAP}(?:{'|'.join((*(w for w in middle if len(w) > 1), chr(92) + 'w'))})(?!\\w))*"
    return rf"((?<!\w)(?:{given}{between}{last}|{last}{_GAP}{behind_surname}{behind})(?!\w))"


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

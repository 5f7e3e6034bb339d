"""Of which attorneys a sentence speaks, left to right: the subjects of the predicates that affiliations.py reads.

An attorney is named in full, by honorific and one name, or by the surname before a verb; several are meant by "both",
"each of whom", "the said attorneys" or "the three named above", by what is left ("the others"), or by their place in
the list ("the former", "the last two"). "He" and "she" are the attorney of whom was spoken before.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from .attorney import Attorney
from .clauses import Sentence
from .patterns import rx
from .people import parts


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a stretch [start, end) of a sentence speaks of, by their numbers."""

    start: int
    end: int
    who: tuple[int, ...]
    group: bool


_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_COUNT = f"(?:{'|'.join(_COUNTS)})"
_NOUN = (
    r"(?:{atty}s?(?:[- ]in[- ]fact)?|agents?|persons?|individuals?|people|deput(?:y|ies)|mandatar(?:y|ies)|designees?"
    r"|representatives?|delegates?|holders?|appointees?|nominees?|signator(?:y|ies))"
)
_VERB = (
    r"(?:is|are|being|works?|serves?|practi[sc]es?|belongs?|holds?|remains?|sits?|report|have|has been|all|both|each)\b"
)
_GROUP = rx(
    r"\b(?:(?:all|both|each|every one|either|any)(?: (?:of (?:the )?)?(?:these|those|them|whom|which"
    rf"|{_COUNT}|said|such|the|named|persons?|individuals?|{{atty}}s?(?:[- ]in[- ]fact)?|agents?))*|they"
    r"|who(?=,? (?:is|are|both|all|each))|he or she|(?:the|said|such|my|our|these|those|an?|any|each|every) (?:(?:said"
    rf"|above|above-named|named|foregoing|following|{_COUNT}|same) )*{_NOUN}"
    rf"|(?:the|these|those) (?:above[- ]?(?:named)? |foregoing )?(?:{_COUNT}(?: (?:named|listed|appointed)(?: above)?)?"
    rf"|(?:named|listed|appointed) above)(?=,? {_VERB}))(?!\w)"
)
_FLOATING = rx(r"\b(?:is|are|being|am|were|serve|work)\s$")  # "they are both lawyers at X": no subject of its own
_REST = rx(
    rf"\b(?:the|all) (?:others?|rest|remaining|remainder)(?: {_COUNT})?(?: (?:of (?:them|the)|{_NOUN}))*(?=,? {_VERB})"
)
_PLACE = rx(
    r"\bthe (?P<place>first|former|second|third|fourth|last|latter)(?:[- ]named)?"
    rf"(?: (?P<count>{_COUNT}))?(?: (?:of (?:them|whom|these)|named|mentioned|{_NOUN}))*"
    rf"(?=,? (?:{_VERB}|of |at |with |an? ))"
)
_ORDINALS = {"first": 0, "former": 0, "second": 1, "third": 2, "fourth": 3}
_GRANTOR = rx(r"\b(?:undersigned|(?-i:I)|me|grantor|principal),? $")  # "the undersigned, who is ..."
_PRONOUN = rx(
    r"(?:^\W*|[;,]\s*(?:and |but )?|\b(?:where|which|whom) )(?P<who>(?:he|she)(?=,? (?:(?:now|also|currently|presently)"
    r" )?(?:is|works|serves|holds|practi[sc]es|has been|remains|joined)\b)"
    r"|(?:his|her)(?= (?:own |present |current )?(?:employer|firm|law firm|company|practice)\b))"
)
_HONORIFIC = r"(?:mr|ms|mrs|miss|dr|prof|messrs|mmes|me|madame|sir|{atty})\.?\s+"
_INITIALS = 2  # characters of the longest word that is no name by itself
_WORD = re.compile(r"[^\W\d_][\w'?-]+")
_ADDRESSED = rx(rf"\b{_HONORIFIC}([^\W\d_](?:[\w?-]|'(?!s\b))*)")
_MESSRS = rx(r"\b(?:messrs|mmes|mses|mesdames)\.? ((?-i:[A-Z])[\w'-]+(?:,? (?:and )?(?-i:[A-Z])[\w'-]+){1,6})")
_SURNAME = re.compile(r"[A-Z][\w'-]+")
_ALONE = rx(r"\b[^\W\d_][\w'?-]+(?=,? (?:is|who|being|works|serves)\b)")


class Subjects:
    """Finds the attorneys of whom the sentences of one instrument speak.

    Args:
        attorneys: The attorneys, of whom the persons are meant.
    """

    def __init__(self, attorneys: tuple[Attorney, ...]) -> None:
        self.people = tuple(k for k, a in enumerate(attorneys) if a.type == "person")
        words = {k: {w.lower() for w in _WORD.findall(attorneys[k].name)} for k in self.people}
        shared = Counter(w for k in self.people for w in words[k])
        self._own = {w: k for k in self.people for w in words[k] if shared[w] == 1 and len(w) > _INITIALS}
        self._full = {k: attorneys[k].name.lower().split() for k in self.people}
        self._last = {parts(attorneys[k].name)[-1]: k for k in self.people if parts(attorneys[k].name)}
        self._before: tuple[int, ...] = self.people if len(self.people) == 1 else ()  # of whom "she" is said

    def named(self, raw: str) -> list[Subject]:
        """Every place in a text that names one attorney."""
        low = raw.lower()
        out = [Subject(s, e, (k,), group=False) for k, words in self._full.items() for s, e in _occurrences(low, words)]
        said = [(m, self._own.get(m.group(1).lower())) for m in _ADDRESSED.finditer(raw)]
        for row in _MESSRS.finditer(raw):
            said += [(m, self._own.get(m.group().lower())) for m in _SURNAME.finditer(raw, row.start(1), row.end())]
        said += [(m, self._last.get(m.group().lower())) for m in _ALONE.finditer(raw)]
        return out + [Subject(m.start(), m.end(), (k,), group=False) for m, k in said if k is not None]

    def of(self, sentence: Sentence, barred: list[tuple[int, int]]) -> list[Subject]:
        """The subjects of a sentence, left to right.

        Args:
            sentence: The sentence.
            barred: Stretches of the text in which nobody is spoken of: names of firms, the list itself.
        """
        raw = sentence.raw
        found = self.named(raw)
        found += [Subject(m.start(), m.end(), self.people, group=True) for m in _GROUP.finditer(raw) if _acts(raw, m)]
        found = [s for s in found if not any(at <= sentence.start + s.start < to for at, to in barred)]
        found += [Subject(m.start(), m.end(), self._placed(m), group=False) for m in _PLACE.finditer(raw)]
        found.sort(key=lambda s: (s.start, -s.end))
        single = tuple(dict.fromkeys(k for s in found if not s.group for k in s.who))
        for rest in _REST.finditer(raw):
            spoken = {k for s in found if not s.group and s.start < rest.start() for k in s.who} or {*self._before}
            others = tuple(k for k in self.people if k not in spoken)
            found.append(Subject(rest.start(), rest.end(), others, group=False))
        for pronoun in _PRONOUN.finditer(raw):
            earlier = [s for s in found if not s.group and s.start < pronoun.start()]
            who = earlier[-1].who if earlier else self._before
            if len(who) == 1:
                found.append(Subject(pronoun.start("who"), pronoun.end("who"), who, group=False))
        self._before = single or (self._before if not found else self.people if len(self.people) == 1 else ())
        found.sort(key=lambda s: (s.start, -s.end))
        return [s for n, s in enumerate(found) if s.who and not (n and s.end <= found[n - 1].end)]

    def _placed(self, said: re.Match[str]) -> tuple[int, ...]:
        """The attorneys whom their place in the list means: "the latter" of two, "the last two" of any."""
        place, count = said["place"].lower(), _COUNTS.get((said["count"] or "").lower(), 1)
        if place in ("former", "latter") and count == 1 and len(self.people) != _PAIR:
            return ()
        if place in ("last", "latter"):
            return self.people[-count:]
        at = _ORDINALS[place]
        return self.people[at : at + count]


_PAIR = 2


def _acts(raw: str, group: re.Match[str]) -> bool:
    """Whether a group is a subject of the attorneys, and no word of another one's predicate or of the grantor."""
    return not _GRANTOR.search(raw[: group.start()]) and not _FLOATING.search(raw, 0, group.start())


def _occurrences(low: str, words: list[str]) -> list[tuple[int, int]]:
    """Where words follow each other with nothing but white space between them."""
    out: list[tuple[int, int]] = []
    start = low.find(words[0]) if words else -1
    while start >= 0:
        at = start
        for word in words:
            while at < len(low) and at > start and low[at].isspace():
                at += 1
            if not low.startswith(word, at):
                break
            at += len(word)
        else:
            if not low[start - 1 : start].isalnum() and not low[at : at + 1].isalnum():
                out.append((start, at))
        start = low.find(words[0], start + 1)
    return out

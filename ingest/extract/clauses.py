"""Finding clauses: where instruments begin and end in a text, their sentences, and what each sentence speaks of.

Reading a clause is another module's work; this one only says where it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TypeVar

from .confidence import confidence
from .months import DAY_FIRST
from .organizations import Organizations
from .patterns import Pattern, cased, rx

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found:
    """A value with the slice of the text that says so, and the reasons for its confidence (confidence.py)."""

    value: str
    start: int
    end: int
    reasons: tuple[str, ...] = ("stated",)

    @property
    def confidence(self) -> float:
        """How sure it is, by its reasons."""
        return confidence(self.reasons)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or list item of the text.

    `text` is of the same length as `raw`, but the full stops inside of it ("Inc.", "Ms.") are middle dots, so that a
    pattern that stops at a full stop stops at the sentence's end only. Of a question that is answered with "no" it is
    blank: such a question says nothing.
    """

    start: int
    end: int
    raw: str
    text: str


@dataclass(slots=True)
class Page:
    """One instrument's stretch [start, end) of a text, its signature marks, and what is known of the whole text."""

    text: str
    start: int
    end: int
    orgs: Organizations
    sentences: tuple[Sentence, ...]
    marks: list[re.Match[str]] = field(init=False)
    _slice: str = field(init=False, repr=False)
    _marked: list[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._slice = self.text[self.start : self.end]
        self.marks = self.finditer(SIGN_MARK)
        self._marked = [mark.start() for mark in self.marks]

    def slice(self) -> str:
        """The characters of the instrument."""
        return self._slice

    def soft(self) -> str:
        """The whole text, in which the full stops inside of sentences are middle dots, as in `Sentence.text`."""
        out, at = [], 0
        for sentence in self.sentences:
            raw = sentence.raw
            out += [self.text[at : sentence.start], raw[:-1].replace(".", "\u00b7"), raw[-1:]]
            at = sentence.end
        return "".join(out) + self.text[at:]

    def search(
        self, pattern: re.Pattern[str] | Pattern, start: int | None = None, end: int | None = None
    ) -> re.Match[str] | None:
        """The first match inside of the instrument."""
        return pattern.search(self.text, self.start if start is None else start, self.end if end is None else end)

    def finditer(self, pattern: re.Pattern[str] | Pattern) -> list[re.Match[str]]:
        """All matches inside of the instrument."""
        return list(pattern.finditer(self.text, self.start, self.end))

    def mark_before(self, offset: int) -> re.Match[str] | None:
        """The last signature mark that begins before an offset."""
        place = bisect_left(self._marked, offset)
        return self.marks[place - 1] if place else None

    def mark_behind(self, offset: int) -> re.Match[str] | None:
        """The first signature mark that begins behind an offset."""
        place = bisect_right(self._marked, offset)
        return self.marks[place] if place < len(self.marks) else None

    def sentence_before(self, sentence: Sentence) -> Sentence:
        """The one before a sentence; an empty one before the first."""
        earlier = [one for one in self.sentences if one.end <= sentence.start]
        return earlier[-1] if earlier else Sentence(sentence.start, sentence.start, "", "")

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence in which an offset stands; an empty one where it stands between two."""
        for sentence in self.sentences:
            if sentence.start <= offset < sentence.end:
                return sentence
        return Sentence(offset, offset, "", "")


_ABBREVIATIONS = frozenset(
    "inc corp co ltd jr sr mr ms mrs dr esq no nos st u.s messrs prof rev hon gen lt col capt sept oct nov dec jan "
    "feb mar apr jun jul aug bros mt ft vs v art para sec cie etc e.g i.e dept assn ave blvd rd fr ph.d m.d l.p l.l.c "
    "ext tel p.c n.a s.c p.a ret wm chas geo th lic ing dott avv arq dra sra srta c.p drs jhr".split()
)
_STOP = re.compile(
    r"[.!][\"')\]]*(?=\s)|\?(?=[ \t]*\n|\s+(?:No|Yes|Not)\b)|\n[ \t]*\n|:\s*\n(?=[ \t]*\n)|(?<=[;:,])[ \t]*\n(?=[ "
    r"\t]*(?:\([A-Za-z0-9]{1,4}\)|(?-i:\d{1,2}|[a-z]|[ivx]{1,4})[.)][ \t]|[-*o][ \t]))|\n(?=[ "
    r"\t]*/s/|[^\t\n]{2,100}\t|[^\n:]{2,40}:[ ]{2,}\S)",
    re.IGNORECASE,
)


def sentences(text: str, start: int = 0, end: int | None = None) -> tuple[Sentence, ...]:
    """Split text[start:end] into sentences and list items; an empty line always ends one."""
    end = len(text) if end is None else end
    out: list[Sentence] = []
    at = start
    for stop in _STOP.finditer(text, start, end):
        if stop.group()[0] == "." and not _ends(text, stop, end):
            continue
        _add(out, text, at, stop.end())
        at = stop.end()
    _add(out, text, at, end)
    for number, (question, answer) in enumerate(pairwise(out)):
        if question.raw.endswith("?") and _NO.match(answer.raw):
            out[number] = replace(question, text=" " * len(question.raw))
    return tuple(out)


# Somebody's name and what he does, behind a company's: "Acme, Inc. Mary Roe may not ..."; a title is no name.
_SOMEBODY_DOES = cased(
    r"\s+(?!General|Chief|Vice|Senior|Executive|Corporate|Assistant|Associate|Deputy|Company|Legal|Compliance|Common)"
    r"(?:[A-Z][\w'-]*\.?\s+){1,3}(?!Counsel|Officer|Secretary|President|Treasurer|Department|Group|Inc|Corp|Co|Ltd|LL)"
    r"[A-Z][\w'-]+\s+(?:may|shall|will|is|was|has|had|can|cannot|must|does|did|remains|continues|left|ceased|retired"
    r"|resigned|acts)\b"
)
_NO = rx(
    r"\W*(?:\w{1,3}[.)] )?(?:no|not|never|none|neither)\b(?! (?:later|more|less|longer))"
    r"|\W*(?:\w{1,3}[.)] )?(?:it|they|he|she|i|we|you|this) (?:do|does|may|can|need|must|has|have|is|are|will"
    r"|shall)(?: not|n't)\b"
)


def _ends(text: str, stop: re.Match[str], end: int) -> bool:
    word = cased(r"[\w.&]+$").search(text[max(0, stop.start() - 20) : stop.start()])
    low = word.group().lower() if word else ""
    if text[stop.start() - 2 : stop.start()] == "..":
        return False  # a dotted line between the cells of a row
    after = text[stop.end() : min(end, stop.end() + 6)]
    nxt = after.lstrip()
    if len(low) == 1 and low.isalpha() and word and word.group().isupper():
        return False
    if low in ("inc", "corp", "ltd", "l.p", "l.l.c", "n.a") and _SOMEBODY_DOES.match(text, stop.end(), end):
        return True
    if low in _ABBREVIATIONS or "." in low.strip("."):
        return bool(cased(r"  +[A-Z]|\n\s*\n").match(after)) or bool(
            cased(
                r"\s+(?:The|This|They|It|I|In|No|My|An|A(?= [a-z]| Form)|Each|Any|He|She|All|If|You|We|That|These|Such"
                r"|Nothing|What|Those|Both|One|Two|Our|His|Her|Their|Powers?|Every|Earlier|Previous|Prior|Other|Until"
                r"|Upon"
                r"|From|With|For|When|While|Effective|Nobody|Only|Either|Neither|Unless|As|By \")\b"
            ).match(text[stop.end() : stop.end() + 12])
        )
    month = cased(r"\s+([^\W\d_]+)").match(text[stop.end() : stop.end() + 16]) if low.isdigit() else None
    if month and month.group(1).lower() in DAY_FIRST:
        return False  # "31. Dezember"
    if (
        low.isdigit()
        and len(low) <= 2
        and text[max(0, stop.start() - 24) : stop.start()].rpartition("\n")[2].strip() == low
    ):
        return False  # "1. Grant": the number of a paragraph
    return not nxt or nxt[0].isupper() or nxt[0] in "\"'([0123456789-/" or "\n" in after


def _add(out: list[Sentence], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        raw = text[start:end]
        out.append(Sentence(start, end, raw, raw[:-1].replace(".", "·") + raw[-1]))


TITLE = rx(
    r"^[^\S\n]*(?:exhibit[^\S\n]+[\d.]+[^\S\n]*[-:.]*[^\S\n]*)?(?:\w+[^\S\n]+){0,4}?(?:power of "
    r"{atty}|powers of {atty}|confirming statement|revocation|"
    r"substitut(?:ion|e)\b|authori[sz]ation|termination|cancellation|statement of confirmation"
    r"|memorandum of|delegation of authority|appointment of|designation of|letter of authority"
    r"|special authority|certificate of|(?:limited|special|general|durable|filer'?s'?|joint|signing|filing)[^\S\n]+"
    r"(?:power|mandate|procuration|authority)\b|appointment[^\S\n]+(?:sheet|form|card|slip|minute|letter|deed))"
    r"[^\n]{0,70}$",
    re.IGNORECASE | re.MULTILINE,
)
SIGN_MARK = re.compile(
    r"(?<![\w/])(?:/{1,2}\s?[sS]\s?/{1,2}|[sS]/(?=\s?[A-Z])|\((?:[sS]igned|SIGNED|[sS]gd\.?|[sS](?=\) ?[A-Z]))\)"
    r"|\[[sS](?:igned|IGNED)?\]|(?:Sgd|SGD)\.?(?=:? [A-Z])"
    r"|(?:[Gg]ez|[Ff]do)\.(?=:? ?[A-Z])|\((?:gez\.|[Ff]irmado|[Ss]ign\u00e9)\))(?!\w?/)"
)
_OPENING = rx(r"^[^\S\n]*(?:know all|be it known|\(?the undersigned|i, (?-i:[A-Z]))", re.IGNORECASE | re.MULTILINE)


_ANNEX = r"(?:schedule|annex|appendix|exhibit|attachment|addendum)"
_APPENDED = rf"^[^\S\n]*{_ANNEX}[^\S\n]+\"?{{label}}\"?(?![\w.])[^\n]*$"
_UNLABELLED = rx(rf"^[^\S\n]*(?:the )?{_ANNEX}[^\S\n]*(?::|$)", re.IGNORECASE | re.MULTILINE)
_THERE = (
    r"\b(?:(?:listed|named|set (?:forth|out)|identified|appear(?:s|ing)?|described|shown|enumerated|printed|stands?"
    r"|written|given|specified|designated|people|persons?|individuals?|those|officers?|employees?|names)\b[^.;]{0,50}?"
    r"\b(?:in|on|at|by|under)|(?:issuers|companies|corporations|funds|trusts|registrants) (?:in|on|of))"
    r" (?:the |an |its |my )?(?:attached |annexed )?"
)
_REFERS = rx(rf"{_THERE}{_ANNEX} \"?([a-z]|\d{{1,3}}|[ivx]{{1,4}}|[a-z]\d)\"?(?![\w-])")
_REFERS_UNLABELLED = rx(rf"{_THERE}{_ANNEX}\b")


def appended(page: Page, start: int, end: int) -> tuple[int, int] | None:
    """The annex to which text[start:end] refers ("the persons listed in Annex II"): where its content stands."""
    said = _REFERS.search(page.text, start, end)
    if said is None:
        if (said := _REFERS_UNLABELLED.search(page.text, start, end)) is None:
            return None
        head = _UNLABELLED.search(page.text, said.end(), page.end)
        return (head.end(), page.end) if head is not None else None
    heads = list(
        rx(_APPENDED.format(label=re.escape(said.group(1))), re.IGNORECASE | re.MULTILINE).finditer(
            page.text, said.end(), page.end
        )
    )
    if not heads:
        return None
    following = rx(_APPENDED.format(label="[a-z0-9]{1,4}"), re.IGNORECASE | re.MULTILINE).search(
        page.text, heads[-1].end() + 1, page.end
    )
    return heads[-1].end(), following.start() if following else page.end


_ABBREVIATED = re.compile(r"(?:\b(?:[A-Z]\.){2,}|\b(?:Inc|INC|Corp|CORP|Co|CO|Ltd|LTD|Jr|JR|Sr|SR|Esq|ESQ)\.)$")


def heading(line: str) -> bool:
    """Whether a line is a heading: short, capitalised, no sentence."""
    line = line.strip()
    words = [w for w in cased(r"[A-Za-z][\w'-]*").findall(line) if len(w) > 3]
    return (
        bool(words)
        and len(line) < 90
        and (not line.endswith((".", ",", ";")) or _ABBREVIATED.search(line) is not None)
        and all(w[0].isupper() for w in words)
    )


def instruments(text: str) -> list[tuple[int, int]]:
    """The stretches of a text that may be instruments: a new one begins at a heading that follows a signature."""
    starts = [0]
    for title in TITLE.finditer(text):
        if not heading(title.group()):
            continue
        since = text[starts[-1] : title.start()]
        if signed(since) and len(since) > 150:
            starts.append(title.start())
    if len(starts) == 1:
        for opening in _OPENING.finditer(text):
            since = text[starts[-1] : opening.start()]
            if (
                signed(since)
                and APPOINTS.search(since)
                and APPOINTS.search(text, opening.start(), opening.start() + 1500)
            ):
                starts.append(opening.start())
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def signed(text: str) -> bool:
    """Whether a stretch holds a signature."""
    return bool(
        SIGN_MARK.search(text) or cased(r"(?im)^[ \t]*(?:by|signature|signed|name)[ \t]*:[ \t]*\S").search(text)
    )


_APPOINT_STEMS = (
    r"(?:re)?appoint(?:s|ed|ing)?|constitut(?:e|es|ed|ing)|designat(?:e|es|ed|ing)|nominat(?:e|es"
    r"|ed|ing)|authori[sz](?:e|es|ed|ing)|"
    r"empower(?:s|ed|ing)?|names?|named|select(?:s|ed)?|elects?|elected|choos(?:e|es)|chose"
    r"|engag(?:e|es|ed)|retains?|retained|entrusts?|entrusted|"
    r"delegat(?:e|es|ed)|confers?|conferred|commissions?|commissioned|makes?|made|gives?|gave"
    r"|given|grants?|granted|puts?(?: and places?)?|plac(?:e|es|ed)|"
    r"substitut(?:e|es|ed)|deput(?:e|es|ed|i[sz]e|i[sz]es|i[sz]ed)|ordains?|invests?|vests?"
    r"|assigns?|charges?|charged|allows?|permits?|directs?|deputes|"
    r"engages|hires?|instructs?|instructed|requests?|asks?|installs?|ordained|vested|invested"
    r"|mandates?|charged|lets?|(?:desire|wish|want)(?:s|es)?(?: that)?|recogni[sz]es?|employs?|has as|adds?"
)
VERB = rx(rf"\b(?:{_APPOINT_STEMS})\b")
SURE_VERB = rx(
    r"\b(?:(?:re)?appoint(?:s|ed|ing)?|constitut(?:e|es|ed|ing)|designat(?:e|es|ed|ing)"
    r"|nominat(?:e|es|ed|ing)|authori[sz](?:e|es|ed|ing)|empower(?:s|ed|ing)?|"
    r"substitut(?:e|es|ed)|delegat(?:e|es|ed))\b"
)
AGENT_NOUN = rx(
    r"\b(?:{atty}s?(?:[- ]?in[- ]?fact)?|agents?|prox(?:y|ies)|mandatar(?:y|ies)|representatives?"
    r"|deput(?:y|ies)|substitutes?|signator(?:y|ies)|attorney)\b|(?:authority|power|right) (?:as"
    r"|to|for)|in (?:my|his|her|their|its|the undersigned's) (?:own )?(?:name|stead|place|behalf)"
    r"|on (?:my|his|her|their|its|our|the undersigned's) behalf|for me\b"
)
APPOINTS = rx(
    rf"(?:{_APPOINT_STEMS})[\s\S]{{0,900}}?(?:{{atty}}s?[- ]?in[- ]?fact|{{atty}}s? and agents?|my "
    rf"agents?|lawful {{atty}}|power of {{atty}}|to (?:sign|execute|file)|authority)"
)
NEGATION = rx(
    r"\b(?:not|no|nor|neither|nothing|without|never|cannot|none|excluding|except|rather than|save that|other than)\b"
)

"""What ends the authority: a date, a duty to report that is over, an employment, nothing but revocation.

The grammar. A sentence speaks of the term when it says of the instrument, or of the authority under it, that it lasts
or ends; when it stands under a label that does ("Expiry.", "How long"); or when a grant is made "until" something. Its
conditions stand behind connectives ("until", "as long as", "upon", "unless"), and each condition is judged by its own
words: a date or a length of time, a duty to report, an office or employment, a revocation. What a sentence says does
not end the authority ("shall not be affected by my incapacity") is blanked first.

Where a text gives several ends, the record's `term` is the first of fixed-date, until-no-longer-required,
while-employed, until-revoked that applies (record form), and all are kept in `ends`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace

from ..records import Term
from . import ending_words as words
from .clauses import Page, Sentence
from .condition_words import DUTY, IN_OFFICE, LEAVER, LEAVES, OFFICE
from .dates import DateMention, LengthMention, add_length, find_dates, find_lengths
from .patterns import Stems, rx
from .taking_back import UNDO_STEMS


@dataclass(frozen=True, slots=True)
class Ending:
    """One end that the text gives, with its date where it is one."""

    term: Term
    start: int
    end: int
    date: str | None = None
    length: LengthMention | None = None
    assumed: bool = False  # nothing says from when the length counts; execution was taken

    def counted(self, executed: str | None, effective: str | None) -> Ending | None:
        """The end with its date, where a length of time gives it; None where nothing says from when it counts."""
        if self.length is None:
            return self
        base = self.date or (effective if self.length.anchor == "effective" and effective else executed or effective)
        if base is None:
            return None
        date = add_length(base, self.length.count, self.length.unit)
        return Ending(self.term, self.start, self.end, date, assumed=not self.date and self.length.anchor == "unknown")


@dataclass(frozen=True, slots=True)
class _Said:
    """A stretch that speaks of the term: its text, of the length of `raw`, with what does not end it blanked."""

    start: int
    raw: str
    text: str
    labelled: bool
    stated: bool

    def ending(self, term: Term, hit: re.Match[str]) -> Ending:
        return Ending(term, self.start + hit.start(), self.start + hit.end())


_ORDER: tuple[Term, ...] = ("fixed-date", "until-no-longer-required", "while-employed", "until-revoked")


def endings(page: Page, end: int) -> list[Ending]:
    """Every end that the text gives, first by the record's order, then by position.

    Where a length of time gives an end, `date` is the day from which the words count it, if they name one;
    `Ending.counted` makes the date of it.
    """
    out: list[Ending] = []
    labelled = _labelled(page, end)
    for sentence in page.sentences:
        if sentence.start >= end and not words.THIS.search(sentence.text):
            continue  # below the signatures stands what a notary says; a table of signers may have its term below it
        said = _said(sentence, any(s <= sentence.start < e or sentence.start <= s < sentence.end for s, e in labelled))
        if said is None:
            continue
        once = words.NOT_RENEWED.search(said.text) or words.EXTENDS.search(said.text)
        renewed = words.ENDLESS.search(said.text) if not once else None
        conditions = _conditions(said)
        if renewed is None:
            out.extend(_fixed(said, conditions))
        out.extend(_judged(said, conditions))
        if said.stated and (leaver := LEAVER.search(said.text)):
            out.append(said.ending("while-employed", leaver))
        revocable = words.MAY_REVOKE.search(said.text)
        if revocable and words.SUBSTITUTES.search(said.text, max(0, revocable.start() - 60), revocable.end() + 30):
            revocable = None
        revocable = revocable or (renewed if said.stated else None)
        if revocable:
            out.append(said.ending("until-revoked", revocable))
    return sorted(dict.fromkeys(out), key=lambda e: (_ORDER.index(e.term), e.start))


def _labelled(page: Page, end: int) -> list[tuple[int, int]]:
    """The stretches under a label of the term: each to the next empty line, or the paragraph behind a heading."""
    out = []
    for label in words.LABEL.finditer(page.text, page.start, end):
        content = words.CONTENT.search(page.text, label.end(), min(end, label.end() + 600))
        if content:
            out.append((content.start(), content.end()))
    return out


def _said(sentence: Sentence, labelled: bool) -> _Said | None:
    """A sentence that speaks of the term; None where it does not."""
    if not (labelled or _MAY_SPEAK.within(sentence.text)) or _CLOSES.match(sentence.text):
        return None
    text = words.NOT_THIS.sub(lambda m: " " * len(m.group()), sentence.text)
    if words.OTHERS.search(text) and not words.EXTENDS.search(text):
        text = words.OTHER_SAID.sub(lambda m: " " * len(m.group()), text)
        if words.OTHERS.search(text) and not (labelled or words.THIS.search(text)):
            return None
    if (_OF_A_REPORT.search(text) and not labelled) or _BEGINS.search(text):
        return None
    stated = labelled or bool(words.SUBJECT.search(text) and words.STATE.search(text))
    if (
        not stated
        and not words.GRANTED.search(text)
        and not words.MAY_REVOKE.search(text)
        and not words.YEAR_END.search(text)
        and not _of_a_span(text)
    ):
        return None
    return _Said(sentence.start, sentence.raw, text, labelled, stated)


_CLOSES = rx(r"^(?:in witness|dated\b)")
# What some word of lasting, of ending or of taking back holds.
_MAY_SPEAK = Stems(
    f"{UNDO_STEMS}|until|till|long as|only|for the|while|during|through|thru|remain|continu|limited to|extend|stay"
    f"|last|subsist"
    "|endure|stands|runs|run |renew|hold|surviv|persist|force|effect|keep|good|valid|operative|binding|exercis|usable"
    "|used"
    "|available|alive| live|term of|term is|period|duration|life|is for|be for|are for|given for|made for|granted for"
    "|year|month"
    "|week|day|coterminous|extensive|tied to|open|goes on|end|dies| die|expir|laps|stop|determine|fall|lose|over"
    "|ineffect|spent"
    "|conclud|finish|recall|undo|cut it|cut this|call|may be|able|liberty|free|reserv|right|perpetual|indefinit|use th"
)
# "It shall not take effect until ..." tells of the beginning.
_BEGINS = rx(
    r"\b(?:not|only) (?:\w+ ){0,2}?(?:tak(?:e|es)|ha(?:ve|s)|becomes?|be|comes?) (?:\w+ )?(?:effect|effective|force"
    r"|operative)\b[^.;]{0,20}?\b(?:until|when|once|upon|on|after)\b"
)


def _of_a_span(text: str) -> bool:
    """Whether a sentence says from which day to which somebody may act, or is away."""
    return words.SPAN.search(text) is not None and _AWAY.search(text) is not None


_AWAY = rx(
    r"\b(?:absen\w+|leave|away|abroad|travel\w*|holidays?|vacation|hospital|may (?:sign|act)|appoint\w*|authori[sz]e\w*"
    r"|substitut\w+|{atty}s?[- ]in[- ]fact)\b"
)


# "A report on Form 5 may be filed until ...": of a report's time, not the authority's.
_OF_A_REPORT = rx(
    r"^(?:an?|the|each|any|every) (?:\w+ ){0,2}?(?:report|form|statement)\b[^.;]{0,40}\b(?:may|must|shall) be filed\b"
)


def _conditions(said: _Said) -> list[tuple[int, int, bool]]:
    """The conditions: each from its connective to the next one or a semicolon; whether it is one of lasting."""
    connectives = words.CONNECTIVE.finditer(said.text) if said.stated or words.GRANTED.search(said.text) else ()
    hits = [m for m in connectives if said.stated or _of_a_grant(said.text, m)]
    starts = [(m.start("prep") if m["prep"] else m.start(), m.group().lower()) for m in hits]
    if said.labelled:
        starts.insert(0, (0, ""))
    out = []
    for n, (start, word) in enumerate(starts):
        stop = starts[n + 1][0] if n + 1 < len(starts) else len(said.text)
        grant = words.GRANTS.search(said.text, start, stop)  # "until you hear otherwise, I hereby authorize ..."
        stop = grant.start() if grant else stop
        if not said.stated and (semicolon := said.text.find(";", start, stop)) > 0:
            stop = semicolon
        lasting = "long" in word or "whil" in word or "during" in word or not word
        out.append((start, stop, lasting))
    return out


def _of_a_grant(text: str, connective: re.Match[str]) -> bool:
    """Whether a connective in a sentence that states no term says how long the grant runs, not how long a past did."""
    if not connective["strong"] or not words.GRANTED.match(connective.group()):
        return False
    return not words.PAST.search(text, max(0, connective.start() - 80), connective.start())


def _judged(said: _Said, conditions: list[tuple[int, int, bool]]) -> list[Ending]:
    """The ends that conditions give by their words."""
    out = []
    for start, end, lasting in conditions:
        if notice := words.NOTICE_OF_END.search(said.text, start, end):
            out.append(said.ending("until-revoked", notice))
        stop = notice.start() if notice else end
        duty = DUTY.search(said.text, start, stop)
        if duty:
            out.append(said.ending("until-no-longer-required", duty))
        at = duty.end() if duty else start
        office = (
            OFFICE.search(said.text, at, stop)
            or LEAVES.search(said.text, at, stop)
            or (IN_OFFICE.search(said.text, at, stop) if lasting else None)
        )
        if office and (not duty or rx(r"\bor\b|,").search(said.text, duty.end(), office.end())):
            out.append(said.ending("while-employed", office))
        if revoked := words.REVOKE.search(said.text, start, stop):
            out.append(said.ending("until-revoked", revoked))
    return out


def _fixed(said: _Said, conditions: list[tuple[int, int, bool]]) -> list[Ending]:
    """The first fixed end that a sentence gives: a date, the end of a year, or a length with its base."""
    mentions = find_dates(said.raw)
    for mention in mentions:
        if _ends_on(said, mention, conditions):
            return [Ending("fixed-date", said.start + mention.start, said.start + mention.end, last_day(mention.iso))]
    if year := words.YEAR_END.search(said.raw):
        return [
            Ending(
                "fixed-date",
                said.start + year.start(),
                said.start + year.end(),
                f"{year['year'] or year['at'] or year['during'] or year['out']}-12-31",
            )
        ]
    for length in find_lengths(said.raw) if said.stated else ():
        ended = [m.end() for m in words.END_VERB.finditer(said.text, max(0, length.start - 60), length.start)]
        if words.NO_TERM.search(said.text, max(0, length.start - 60, *ended), length.end + 60):
            continue  # how long a notice runs
        base, counted = _base(said, length, mentions)
        if base is None and counted.anchor == "unknown" and words.FROM_EVENT.search(said.text[length.end :]):
            continue
        return [Ending("fixed-date", said.start + length.start, said.start + length.end, base, counted)]
    return []


def _ends_on(said: _Said, mention: DateMention, conditions: list[tuple[int, int, bool]]) -> bool:
    """Whether a date of a sentence about the term is its end rather than its beginning or another paper's date."""
    before = " ".join(said.text[max(0, mention.start - 120) : mention.start].split())[-40:] + " "
    span = list(words.SPAN.finditer(said.text, max(0, mention.start - 80), mention.start))
    if span and span[-1].end() == mention.start and _AWAY.search(said.text):
        return True
    if words.START.search(before) and not rx(
        r"\b(?:end|close|last day) of (?:the )?$|until (?:\w+ )?(?:the )?$"
    ).search(before):
        return False
    if _RANGE.match(said.text, mention.end):
        return False
    if said.labelled or any(start <= mention.start < stop for start, stop, _ in conditions):
        return True
    if said.stated and words.UP_TO.search(said.text, 0, mention.start):
        return True
    return said.stated and words.END_VERB.search(said.text, 0, mention.start) is not None


_RANGE = rx(r",? ?(?:to|through|until|till|thru|\u2013|-) (?:and including )?(?:the )?(?:\d|(?-i:[A-Z])[a-z]+ \d)")


def _base(said: _Said, length: LengthMention, mentions: list[DateMention]) -> tuple[str | None, LengthMention]:
    """The date from which the words count a length, if they name one; else the length with its anchor."""
    for mention in mentions:
        if length.end <= mention.start < length.end + 120 and words.FROM_DATE.search(
            said.text[length.end : mention.start]
        ):
            return mention.iso, length
    near = said.text[length.end : length.end + 40]
    before = [m for m in mentions if m.end <= length.start]
    if before and rx(
        r"^[\s,]{0,3}(?:(?:from|after|of) (?:that|such|said|which) (?:date|day)|thereafter|therefrom|afterwards)\b"
    ).match(near):
        return before[-1].iso, length
    if before and length.anchor == "unknown" and words.BEGINS.search(said.text[: before[-1].start]):
        return before[-1].iso, length
    if rx(r"\b(?:effective|start|commencement)\w* date\b").search(near):
        return None, replace(length, anchor="effective")
    return None, length


def last_day(iso: str) -> str:
    """The last day of a month, where no day is given."""
    if len(iso) > len("2016-04"):
        return iso
    year, month = map(int, iso.split("-"))
    return f"{iso}-{monthrange(year, month)[1]:02}"


__all__ = ["Ending", "endings", "last_day"]

"""What each clause of a text is about: title, recital, appointment, grant, term, revocation, signature and so on.

A clause here is a sentence, a list item or a signature line, as `clauses.sentences` cuts them. Its kind is the first
row of the table that fits; a list item that fits none takes the kind of the clause that opened the list. The readers of
facts look for themselves; this classification is for showing a document and for asking where a fact may stand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from .clauses import AGENT_NOUN, NEGATION, SIGN_MARK, SURE_VERB, TITLE, VERB, Sentence, heading, sentences
from .patterns import Pattern, rx

ClauseKind = Literal[
    "title",
    "recital",
    "appointment",
    "grant",
    "limit",
    "substitution",
    "ratification",
    "term",
    "revocation",
    "indemnity",
    "non-assumption",
    "law",
    "testimonium",
    "witness",
    "notary",
    "signature",
    "date",
    "other",
]


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause and where it stands: text[start:end], offsets in characters of the normalised text."""

    kind: ClauseKind
    start: int
    end: int


_ITEM = re.compile(r"(?:\(\w{1,4}\)|\w{1,3}[.)]|[-*o\u2022]|(?:FIRST|SECOND|THIRD|FOURTH|FIFTH)[:.])\s")
_GENERAL_GRANT = rx(r"\b(?:grants?|gives?)\b.{0,40}\b(?:such|said|foregoing|each|the)\b.{0,30}\b(?:{atty}|agents?)\b")
_GRANTED = rx(
    r"\b(?:execute|sign|file|submit|subscribe|prepare|complete|transmit|deliver|lodge|obtain|apply|request|enrol\w*"
    r"|take any other action|do and perform|perform|release|disclose)\b"
)
# The first row that fits gives the kind.
_ROWS: tuple[tuple[ClauseKind, re.Pattern[str] | Pattern], ...] = (
    ("signature", SIGN_MARK),
    (
        "notary",
        rx(
            r"\bnotary\b|\bbefore me\b|subscribed and sworn|sworn to|acknowledged (?:before|to me)|commission expires"
            r"|^(?:state|commonwealth|county|parish|province) of [^.]{2,40}(?:\)|$)"
        ),
    ),
    (
        "testimonium",
        rx(r"^in (?:witness|testimony) whereof|^witness my hand|^(?:signed|executed|given|done)\b.{0,80}$"),
    ),
    ("witness", rx(r"^(?:witness(?:es|ed)?|attest)\b|\bin the presence of\b")),
    ("date", rx(r"^(?:date[d]?|executed|signed)\b.{0,60}$")),
    ("recital", rx(r"^whereas\b|^recitals?\b|^know all\b(?!.*\b(?:appoint|constitut|designat|authori[sz]))")),
    (
        "law",
        rx(
            r"\b(?:governed by|construed (?:under|in accordance)|laws? of (?:the )?(?:state|commonwealth)"
            r"|\w+ law applies)\b"
        ),
    ),
    ("indemnity", rx(r"\b(?:indemnif\w+|hold harmless|held harmless)\b")),
    (
        "non-assumption",
        rx(
            r"\b(?:not assum\w+|nor (?:is|are) .{0,60}assum\w+|neither .{0,120}assum\w+|remain\w* responsible"
            r"|does not relieve)\b|\backnowledges? that\b"
        ),
    ),
    (
        "revocation",
        rx(
            r"\b(?:revokes?|cancels?|supersedes?|rescinds?|withdraws?|terminates?)\b.{0,60}\b(?:all|any|every"
            r"|each|prior"
            r"|previous|earlier|former|power|authority|authorization|appointment)\b"
        ),
    ),
    (
        "term",
        rx(
            r"\b(?:remain|continue|be|is|stay)s? (?:in )?(?:full )?(?:force|effect|effective|valid|good)\b"
            r"|\bexpires?\b"
            r"|\buntil\b.{0,80}\b(?:required|revoked|cease|longer|\d{4})"
            r"|\b(?:shall|will) (?:terminate|end|lapse|cease)\b"
        ),
    ),
)
_SUBSTITUTION = rx(r"\b(?:substitut\w+|delegat\w+)\b")
_RATIFIES = rx(r"\bratif\w+\b")


def clauses(text: str) -> tuple[Clause, ...]:
    """Every clause of a normalised text in order, without overlaps."""
    out: list[Clause] = []
    opened: ClauseKind | None = None  # the kind of the clause whose list is being read
    for sentence in sentences(text):
        item = _ITEM.match(sentence.raw) is not None
        kind = _kind(sentence, opened if item else None)
        if not item:
            opened = "grant" if kind == "appointment" else kind
            opened = opened if sentence.raw.endswith((":", "to", ",")) or len(sentence.raw) > _OPENS_LISTS else None
        out.append(Clause(kind, sentence.start, sentence.end))
    return tuple(out)


_OPENS_LISTS = 80  # characters; shorter clauses are headings and lines, which open no list


def _kind(sentence: Sentence, opened: ClauseKind | None) -> ClauseKind:
    said = sentence.text
    if heading(sentence.raw) and (sentence.start == 0 or TITLE.search(sentence.raw)) and not SIGN_MARK.search(said):
        return "title"
    verb = VERB.search(said)
    if verb is not None and AGENT_NOUN.search(said) and SURE_VERB.search(said) and len(said) > _OPENS_LISTS:
        appoints = not NEGATION.search(said[max(0, verb.start() - 25) : verb.start()])
        if _GENERAL_GRANT.search(said):
            return "grant"
        if appoints and rx(r"\b(?:hereby|i|we|undersigned|grantor|principal|these presents)\b").search(said):
            return "appointment"
    for kind, pattern in _ROWS:
        if pattern.search(said):
            return kind
    if _SUBSTITUTION.search(said):
        return "substitution"
    if NEGATION.search(said[:80]) and (_GRANTED.search(said) or rx(r"\btrad\w+|\bsell\b|\bvote\b").search(said)):
        return "limit"
    if _GRANTED.search(said):
        return "grant"
    if _RATIFIES.search(said):
        return "ratification"
    return opened or "other"


__all__ = ["Clause", "ClauseKind", "clauses"]

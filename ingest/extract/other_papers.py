"""What a text says of other papers: which it takes back, which it leaves in force, which it says have ended.

A sentence is read part by part: a semicolon, a "but" or an exception begins a new part, and an exception says the
opposite of what it follows ("all earlier powers are revoked, except that of 2014"). A part that speaks of another
paper, or of somebody's authority under one, undoes it, keeps it, or reports that it has ended; what the part names,
by date, attorney, issuer or form, is all that it means. What is kept, or has ended, is not what the text itself grants
or takes back: `without` gives the page without those parts, for all who read on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Literal

from . import forms as form_names
from .clauses import Page, Sentence
from .dates import DateMention, find_dates
from .grants import Grant
from .patterns import Pattern, Stems, cased, rx
from .persons import persons
from .revoking import undoes
from .taking_back import (
    DENIES,
    GAVE,
    GIVEN,
    OTHER_PAPER,
    OVER_NOW,
    PAPERS,
    REPLACE,
    TAKE_BACK,
    THIS_PAPER,
    UNDO,
    UNDO_STEMS,
    revokes_now,
    to_come,
)

Kind = Literal["revokes", "keeps", "ended"]


@dataclass(frozen=True, slots=True)
class Said:
    """What a part of a sentence says of other papers, and which it means; nothing named means all of them.

    Attributes:
        kind: What it says.
        start: Where the part begins.
        end: Where it ends.
        dates: On which the papers were executed.
        attorneys: Whose authority it is about.
        issuers: About which companies.
        forms: For which forms.
        ended: The day on which the authority, or the employment on which it rests, had ended, or is to end.
    """

    kind: Kind
    start: int
    end: int
    dates: tuple[str, ...] = ()
    attorneys: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    ended: str | None = None

    @property
    def limited(self) -> bool:
        """Whether it names anything."""
        return bool(self.dates or self.attorneys or self.issuers or self.forms)


_SPEAKS = Stems(
    f"{UNDO_STEMS}|remov|dismiss|strik|delet|remain|continu|stand|stay|surviv|unaffected|untouched|unchanged|affect"
    f"|disturb"
    "|touch|off the list|off my list|in addition|expired|left|resigned|retired"
)
_EXCEPTION = (
    r"except(?:ing|ion)?|other than|save|exclu(?:ding|sive of)|apart from|not including|but not|with the exception of"
)
_GRANT = r"(?:appoint|constitut|designat|authori[sz]|nominat|name|empower)(?:e?s?)"
_NEW_PART = rx(
    rf",? and (?:\w+ ){{0,2}}?(?:{TAKE_BACK}|{REPLACE}|{_GRANT})\b|, (?:i|we|the undersigned) (?:\w+ "
    rf"){{0,2}}?{_GRANT}\b"
    rf"|;|,? ?\bbut\b(?= (?:not|the|my|what|that|those|as|any|such))|[,(]? ?\b(?:{_EXCEPTION})\b"
)
_EXCEPTS = rx(rf"^\W*(?:{_EXCEPTION})\b")
# What is said of what was done under a power is not said of the power.
_PAST_ACTS = rx(
    r"\b(?:acts?|actions?|anything|nothing that|whatever|things|(?:forms?|reports?|statements?|filings?|documents?)"
    r" (?:already |previously |heretofore )?(?:signed|executed|filed|made))\b"
    r"[^.;]{0,60}\b(?:done|taken|performed|before|prior to|already|previously|heretofore|lawful\w*)\b"
    r"|\bvalidity of\b|\bby virtue of\b|\blawfully\b"
)
_DENIES = rx(
    rf"\b{DENIES}\b[^.;]{{0,60}}?\b(?:{UNDO}|alter\w*|affect\w*|disturb\w*|touch\w*|limit\w*|impair\w*|modif\w+)\b"
    rf"|\bin addition to\b(?=[^.;,]{{0,60}}\b{PAPERS}\b)"
)
_STAYS = rx(
    r"\b(?:remain\w*|continu(?:es?|ing)|stands?|stays?|survives?)\b (?:\w+ ){0,3}?(?:in (?:full )?(?:force|effect|being"
    r"|place)|valid|effective|unaffected|unchanged|untouched|intact|outstanding|operative|good|authori[sz]ed"
    r"|as (?:it|they) (?:is|are|was|were))\b"
    r"|\b(?:remains?|continues?) (?:as )?(?:my|his|her|its|an?|one of my) (?:\w+ )?(?:{atty}|agent)"
    r"|\b(?:is|are|shall be) (?:\w+ )?(?:unaffected|unchanged|untouched)\b"
    r"|\b(?:remains?|continues?|stands?|stays?|survives?)\b(?=[.;,)]|$| to (?:be|act|sign|serve|have|hold|apply)\b"
    r"| as\b)"
)
_FOR_A_TIME = rx(
    r"\b(?:(?:until|till)(?P<then> (?:then|that|such))?|(?:so|as) long as|while|whilst|pending|in the meantime|up to"
    r"|through)\b"
)
_THIS = rx(rf"\b(?:{THIS_PAPER}|(?:this|the present|the foregoing) (?:revocation|termination|notice))\b")
_GAVE = (
    r"(?:i|we|the undersigned|he|she|it) (?:have |has |had )?(?:\w+ )?"
    rf"{GAVE}"
)
_ANOTHER = rx(
    rf"\b{OTHER_PAPER}\b|\b(?:{PAPERS} (?:that|which)|what) {_GAVE}\b(?! (?:here|in this))"
    r"|\b(?:those|these|all other|any other|the other) (?:powers?|authori\w+|appointments?|{atty}s?)\b"
    r"|\b(?:my|his|her|their|the) (?:authority|powers?|appointments?)(?: of {atty})? (?:of|to|in favou?r of|for)"
    r" (?-i:[A-Z])"
)
_THEIRS = rx(
    r"\b(?:their|his|her|its|whose) (?:authority|powers?|appointments?)\b|\b(?:they|both|it) (?:\w+ )?continue"
)
_LEAVES = rx(
    r"\b(?:strik|delet|remov)\w+(?: out)? (?:the )?names? of\b"
    r"|\b(?:take|drop|remove|strike)s? [^;.]{3,60}? (?:off|from) (?:the|my|that|this) (?:list|names|persons|paper)\b"
    r"|\b(?:is|are) (?:\w+ ){0,2}?(?:removed|dismissed|discharged)\b|\bi (?:\w+ )?(?:remove|dismiss|discharge)\b"
    r"|\b(?:shall|may|will|is|are|can) no longer (?:be (?:my|an?|his|her|authori\w+)|act|sign|serve|authori\w+|my"
    r"|an?)\b|\bceases? to be (?:my|an?|his|her|authori\w+)\b"
)
_ENDS_NOW = rx(rf"\b(?:my|his|her|their|the|\w+'s?) (?:\w+ ){{0,3}}?{GIVEN}\b[^.;]{{0,120}}?\b{OVER_NOW}\b")
_YOU = rx(r"\byou\b")
# What is told as over: authority, on its own account or with an employment; somebody's employment; the grantor's own.
_AUTHORITY = GIVEN
_WAS_OVER = (
    r"(?:ended|expired|terminated|lapsed|ceased|(?:came|come) to an end|ran out|fell away|was (?:terminated|over)"
    r"|no longer (?:holds?|stands?|counts?|applies|is (?:good|valid|in force)))"
)
_EMPLOYMENT = r"(?:employment|services?|tenure|engagement)"
_AUTHORITY_ENDED = rx(
    rf"\b{_AUTHORITY}\b[^.;]{{0,80}}?\b{_WAS_OVER}\b"
    rf"|\b{_WAS_OVER}\b[^.;]{{0,120}}?\band (?:so|thereby|(?:also |likewise )?with (?:it|them|th(?:at|is)(?: \w+)?))"
    rf"(?: did| has| ended| went| lapsed)? (?:my|the|that|any|all|every) (?:\w+ ){{0,2}}?{_AUTHORITY}\b"
)
_LEFT = rx(
    rf"\b{_EMPLOYMENT}\b[^.;]{{0,80}}?\b{_WAS_OVER}\b"
    r"|\b(?:left|retired|resigned|departed|ceased to (?:be|work|serve|act)|was (?:dismissed|removed))\b"
)
# Who gave up one of several offices has not left.
_I_LEFT = rx(
    rf"\b(?:my|the undersigned's) (?:\w+ )?{_EMPLOYMENT}\b[^.;]{{0,80}}?\b{_WAS_OVER}\b"
    r"|\b(?:i|the undersigned) (?:have |has |had )?(?:left (?!(?:the|my) (?:office|post|position)\b)"
    r"|(?:retired|resigned|departed) from (?!(?:the|my) (?:office|post|position)\b)"
    r"|ceased to (?:be employed|be in the employ\w*|work|serve)\b(?! as\b))"
)
_OF_ACCOUNTS = rx(r"\b(?:years?|quarters?|periods?|months?) ended\b")
_OF_A_PAPER = rx(rf"\b(?:{PAPERS}|{GAVE}|appointed|authori[sz]ed|named|dated|those|that|one)\b")
_OF_AN_EVENT = rx(
    r"\b(?:effect\w*|until|till|with effect|from|close of business|midnight|expir\w+|end(?:s|ed)?|left|retir\w+"
    r"|resign\w*|cease[sd]?|act of|(?<!dated\s)as of|through|became|elected|terminated|departed|lapsed|ran out"
    r"|c[ao]me to an end|fell away|last day)\b"
)
_AND = rx(r",? ?(?:(?:and|or)(?: of| on)?)? ?(?:(?:on|of|dated) )?")
_ABOUT = rx(
    r"\b(?:relat\w+ to|concern\w*|respect (?:to|of)|regard(?:ing)?(?: to)?|as to|in connection with|pertain\w* to"
    r"|touch\w*|about|affect\w*|(?:as|so) far as|insofar as"
    r"|(?:securities|shares|stock|units|capacity)[^.;,]{0,30} (?:of|in|issued by|with))\b"
    r"[^.;]{0,80}$|\bfor (?:the )?$"
)


def read(page: Page) -> list[Said]:
    """What a page says of other papers, in the order of the text."""
    found = [said for sentence in page.sentences if _SPEAKS.within(sentence.text) for said in _of(page, sentence)]
    undone = any(said.kind == "revokes" for said in found)
    return [said for said in found if undone or said.kind != "keeps" or said.limited]


def papers_of(page: Page, sentence: Sentence) -> tuple[str, ...]:
    """The days on which the papers were made that a sentence names."""
    return tuple(mention.iso for mention in _Part(page, sentence.start, sentence.text).dates)


def of_others(page: Page, said: Sequence[Said]) -> Iterator[Said]:
    """What is no part of what the text grants or takes back itself.

    "A left on May 2. He is no longer my attorney" says of whom the second sentence speaks, and is a part of it.
    """
    for one in said:
        if one.kind != "revokes" and not (one.attorneys and PRONOUN.match(page.text, one.end)):
            yield one


PRONOUN = rx(r"\W*(?:he|she|they|his|her|their)\b")
"""What a sentence begins with that speaks of somebody whom the one before names."""


def without(page: Page, said: Sequence[Said]) -> Page:
    """The page without what it says of other papers, of the same length."""
    spans = [(one.start, one.end) for one in said]
    if not spans:
        return page
    text = page.text
    for start, end in spans:
        text = text[:start] + cased(r"\S").sub(" ", text[start:end]) + text[end:]
    sentences = []
    for one in page.sentences:
        raw = text[one.start : one.end]
        left = one if raw == one.raw else replace(one, raw=raw, text="".join(map(_inner, one.text, raw)))
        if left.text.strip(" \n\t.,;:"):
            sentences.append(left)
    return Page(text, page.start, page.end, page.orgs, tuple(sentences))


def _inner(read: str, raw: str) -> str:
    """A character of a sentence, in which a stop inside of it is a middle dot."""
    return read if raw == "." else raw


def _of(page: Page, sentence: Sentence) -> Iterator[Said]:
    """What a sentence says, part by part."""
    cuts = [0, *(m.start() for m in _NEW_PART.finditer(sentence.text) if m.start()), len(sentence.text)]
    before: Kind | None = None
    last: Said | None = None
    for start, end in pairwise(cuts):
        part = _Part(page, sentence.start + start, sentence.text[start:end])
        kind = _kind(part, before)
        if kind == "ended" and not part.ended and last is not None and last.ended and part.dates:
            # "his employment terminated on May 4; his authority under my power of June 10 came to an end with it"
            yield replace(last, start=part.start, end=part.start + len(part.text), dates=_days(part))
        elif kind is not None and (kind != "ended" or part.ended):
            before = kind
            # Whoever has left has lost the authority that lasted as long as he stayed, under whichever paper.
            left = kind == "ended" and not _AUTHORITY_ENDED.search(part.text)
            mine = left and not part.people  # then the company that he left, else those that it is about
            last = Said(
                kind,
                part.start,
                part.start + len(part.text),
                () if left else _days(part),
                part.people,
                part.companies if mine else part.issuers,
                tuple(found.value for found in form_names.forms([Grant(part.start, part.end, part.text)])),
                part.ended if kind != "keeps" else None,
            )
            yield last


def _days(part: _Part) -> tuple[str, ...]:
    return tuple(mention.iso for mention in part.dates)


def _kind(part: _Part, before: Kind | None) -> Kind | None:
    """What a part of a sentence says, behind a part that said `before`."""
    text = _without_acts(part.text)
    if _EXCEPTS.search(text) and before in ("revokes", "keeps"):
        return "keeps" if before == "revokes" else "revokes"
    theirs = before == "revokes" or _THEIRS.search(text) is not None
    if _DENIES.search(text) and ((theirs and not _THIS.search(text)) or _of_another(text)):
        return "keeps"
    stays = _STAYS.search(text)
    if (
        stays is not None
        and not _THIS.search(text, 0, stays.start())
        and (theirs or part.dates or _of_another(text) or part.people)
    ):
        until = _FOR_A_TIME.search(text)
        if until is None or (part.dates and until["then"] is None and part.ended is None):
            return "keeps"
    gone = _now(_I_LEFT, text) or (_now(_LEFT, text) and part.people)
    if gone and part.ended and _now(_AUTHORITY_ENDED, text) and not revokes_now(text):
        return "ended"  # "as she left on May 2, her authority no longer holds"
    if (
        undoes(text)
        or (_now(_ENDS_NOW, text) and not _THIS.search(text))
        or (revokes_now(text) and (not _THIS.search(text) or _of_another(text)))
        or (_now(_LEAVES, text) and (part.people or _YOU.search(text)))
    ):
        return "revokes"
    ended = _now(_AUTHORITY_ENDED, text) or gone
    return "ended" if ended and not _OF_ACCOUNTS.search(text) else None


@lru_cache(maxsize=16)  # several questions of one part need it, most parts none
def _of_another(text: str) -> bool:
    """Whether a part speaks of another paper."""
    return _ANOTHER.search(text) is not None


def _without_acts(text: str) -> str:
    """A part without the clauses that speak of what was done under a power."""
    return ",".join(clause for clause in text.split(",") if not _PAST_ACTS.search(clause))


def _now(pattern: Pattern, text: str) -> bool:
    """Whether a part says something outright, not of a time to come."""
    hit = pattern.search(text)
    return hit is not None and not to_come(text, hit.start())


class _Part:
    """A part of a sentence, and what it names."""

    def __init__(self, page: Page, start: int, text: str) -> None:
        self.page, self.start, self.end, self.text = page, start, start + len(text), text
        self._all = find_dates(text)

    @cached_property
    def dates(self) -> list[DateMention]:
        """The dates on which papers were made: behind a paper or its making, with nothing of an event between."""
        found: list[DateMention] = []
        for mention in self._all:
            if found and _AND.fullmatch(self.text, found[-1].end, mention.start):
                found.append(mention)
                continue
            at = max((m.end() for m in _OF_A_PAPER.finditer(self.text, 0, mention.start)), default=-1)
            event = max((m.end() for m in _OF_AN_EVENT.finditer(self.text, 0, mention.start)), default=-1)
            if at > event:
                found.append(mention)
        return found

    @cached_property
    def ended(self) -> str | None:
        """The day of an event, where the part gives one."""
        return next((m.iso for m in self._all if m not in self.dates and len(m.iso) == 10), None)

    @cached_property
    def people(self) -> tuple[str, ...]:
        """The persons whom it names."""
        found = persons(self.page.text, self.start, self.end, self.page.orgs)
        return tuple(dict.fromkeys(m.name for m in found if m.kind == "person"))

    @property
    def companies(self) -> tuple[str, ...]:
        """The companies that it names."""
        return tuple(dict.fromkeys(m.name for m in self.page.orgs.within(self.start, self.end)))

    @cached_property
    def issuers(self) -> tuple[str, ...]:
        """The companies that it says to be about."""
        found = self.page.orgs.within(self.start, self.end)
        return tuple(dict.fromkeys(m.name for m in found if _ABOUT.search(self.text[: m.start - self.start])))

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
from dataclasses import dataclass, replace

from ..records import Term
from .clauses import Page, Sentence
from .dates import DateMention, LengthMention, add_length, find_dates, find_lengths
from .patterns import rx

# What lasts or ends: the instrument, by any of its names, or what it gives.
_SELF = (
    r"(?:powers?|authority|authori[sz]ations?|appointments?|instruments?|designations?|documents?|letter|paper"
    r"|writing"
    r"|delegations?|mandates?|agreement|grants?|deed|consents?|substitution|proxy|instructions?|permissions?|warrant"
    r"|arrangement|procuration|charge|commission|tasks?|confirmation|nomination|statement|foregoing|memo(?:randum)?"
    r"|sheet|table|form|rights?|attorneys?(?:[- ]in[- ]fact)?|agents?)"
)
_SUBJECT = rx(
    rf"\b{_SELF}\b|\b(?:this|it|they|these|he|she|i|we)\b(?= (?:\w+ ){{0,3}}?(?:stops?|ends?|lasts?|remain|stays?"
    rf"|runs?|ceas|lapse"
    r"|expire|terminat|continu|holds?|have|has|keeps?|survive|is (?:good|valid|for|effective|in)|shall|will|may|can))"
)
_LASTS = (
    r"remain\w*|continu\w+|limited to|stays?|last|lasts|lasting|runs?|run|subsists?|endures?|stands?(?= (?:in"
    r" force|good"
    r"|until|for|as long|so long))"
    r"|holds?(?= good| until)|survives?|persists?|(?:in|full) (?:full )?(?:force|effect)|keep\w* (?:its|their"
    r"|this|the|such)? ?(?:force|effect|authority|power)?"
    r"|(?:is|be|are|as|stays?) (?:\w+ ){0,2}?(?:good|valid|effective|operative|binding)|good (?:until|for"
    r"|through)|valid"
    r"|may be (?:used|exercised|relied (?:up)?on|acted (?:up)?on)|has effect|have effect"
    r"|(?:term|period|duration|life) of|(?:is|are|be) (?:given|granted|made|conferred)? ?for (?:a |one|two|three"
    r"|four|five|six|\d)"
    r"|(?:have|has|hold|holds) (?:this|the|such) (?:power|authority)|effective"
)
_ENDS = (
    r"ends?|ended|ending|expir\w+|terminat\w+|laps\w+|ceas\w+|stops?|determines?(?= (?:up)?on)|falls?|loses?"
    r" (?:its |all |their )?(?:effect|force|validity)"
    r"|(?:out of|of no|without|no) (?:further |more )?(?:force|effect)|void|comes? to an end|come to an end|is over"
    r"|runs? out|run out|no longer (?:counts?|good|valid|effective)|be (?:automatically |deemed |thereupon"
    r" )?(?:revoked|withdrawn|cancell?ed|spent)"
    r"|shall (?:thereupon )?be revoked|(?:not )?to be used after|conclud\w+|extinguish\w*|finish\w*"
)
_STATE = rx(rf"\b(?:{_LASTS}|{_ENDS})\b")
_END_VERB = rx(rf"\b(?:{_ENDS})\b")
_LABEL = rx(
    r"^[\W\d]{0,8}(?:[ivxa-z]{1,4}[.)] ?)?(?:(?:how long|until(?=[\t:])|how (?:and when )?(?:does|will|do) (?:it"
    r"|this|the \w+) end|when (?:does|will) (?:it|this|the \w+)"
    r" end|expir(?:y|ation|es)|terms?(?! and| of (?:this )?(?:employment|art))|duration|validity|period|end(?:s"
    r"|ing)?(?: date)?|lapse|currency|life|effective"
    r" (?:period|until|through)|terminat(?:ion|es)|valid (?:until|through|for)|in force (?:until"
    r"|for))(?:[^\S\n]+[^\s.:?\t]+){0,6}?)[^\S\n]*(?:[.:?\t]|--?(?= )|\n)",
    re.IGNORECASE | re.MULTILINE,
)

# What a condition follows. The weak ones need a word of lasting or ending in their sentence.
_STRONG = (
    r"until|till|(?:so|as) long as|only while|only during|during (?:the period|such time|the time|my|his|her"
    r"|their)|through(?= )|throughout"
    r"|(?:the )?(?:earlier|earliest|sooner|soonest|first|latter|later)(?: to occur)? of|up to|to and including"
    r"|for the (?:rest|remainder|balance) of"
)
_WEAK = (
    r"when(?:ever)?|upon|if|once|(?:as )?soon as|at such time as|at the time|after|before|unless|while|whilst"
    r"|following|in case|in the event"
    r"|in the absence of|whichever|on the (?:day|date)|no later than|not later than|on or before|by reason of"
    r"|save by|except by|only by|but"
)
_CONNECTIVE = rx(
    rf"\b(?P<strong>{_STRONG})\b|\b(?P<weak>{_WEAK})\b|\b(?:{_ENDS})(?: (?:\w+ly|itself|himself|herself|of itself"
    rf"|also|then|at once|forthwith)){{0,2}} (?P<prep>\b(?:with|on|at|by|from|in)\b)"
)
_GRANTED = rx(r"until|till|(?:so|as) long as|only|for the")
_GRANTS = rx(
    r"\b(?:hereby|i|we|undersigned) (?:\w+ ){0,3}?(?:authori[sz]e|appoint|constitute|empower|designate|name)s?\b"
)
_REPORT = (
    r"(?:reports?|reporting|reportable|fil(?:e|es|ed|ing|ings)|section (?:13|16|sixteen)|sections 13|forms?"
    r"|statements?|disclosures?|requirements?|make any"
    r"|make such|16 (?:officer|insider|person|reports?)|such (?:act|reports?|filings?|forms?)|beneficial own\w+"
    r"|the (?:exchange )?act"
    r"|the sections?)"
)
_BURDEN = (
    r"(?:required?|requires|obliged?|obligat\w+|bound|compelled|called (?:up)?on|calls? for|needs?|needed|must"
    r"|ha(?:s|ve|d) to|duty|duties|liable|demanded|demands?"
    r"|occasions?|subject|responsib\w+|owes?|due|callable|ought)"
)
_DUTY = rx(
    rf"\b{_BURDEN}\b[^.;]{{0,90}}?\b{_REPORT}\b|\b{_REPORT}\b[^.;]{{0,60}}?\b{_BURDEN}\b"
    r"|\bnothing (?:\w+ ){0,3}?to (?:be )?(?:report|file)\w*|\bno (?:more|further|longer|continuing|remaining"
    r"|such|other)"
    r" (?:\w+,? ){0,5}?(?:reports?|forms?|filings?|statements?|dut(?:y|ies)|obligations?|reporting|insider|files?)\b"
    r"|\b(?:last|final) (?:\w+ )?(?:forms?|reports?|statements?|filings?)\b|\bsection (?:16"
    r"|sixteen)(?:\([a-z]\))?[^.;]{0,70}\b(?:appl(?:y|ies)|reach\w*|cover\w*|"
    r"concern\w*|bind\w*)\b|\b(?:no longer|ceas\w+|stop\w*)[^.;]{0,60}\b(?:section 16|insider|reporting person"
    r"|beneficial owner|ten[- ]percent|10%"
    r"|obligat\w+|required|obliged|subject|duty|bound)\b|\bha(?:s|ve) (?:any )?(?:section 16|reporting|sec)?"
    r" ?(?:filings?|reports?|forms?) (?:left )?to (?:make|file)"
    r"|\b(?:is|am|are|remains?) an? (?:\w+ ){0,2}?(?:insider|reporting (?:person|owner)|section 16 (?:officer"
    r"|person|filer)|(?:ten|10)[- ](?:percent|%) )"
    r"|\b(?:obligation|duty|requirement)s?\b[^.;]{0,60}\b(?:end|ends|ceas\w+|over|lapse\w*|terminat\w+|expir\w+"
    r"|discharged)\b|\bfall\w* below\b"
    r"|\bfree (?:of|from)\b[^.;]{0,40}\b(?:section 16|dut|oblig)|\brelieved of\b|\bas\b[^.;]{0,20}\boccasions?\b"
)
_POST = (
    r"(?:employ\w*|services?|serv(?:e|es|ing)|offices?|officers?|directors?|directorship|board|trustees?"
    r"|trusteeship|partners?|partnership|seat|sits?|positions?"
    r"|jobs?|posts?|tenure|counsel|managers?|management|firm|company|corporation|bank|members?|membership"
    r"|executives?|associat\w+|affiliat\w+|chair\w*"
    r"|payroll|staff|capacity|capacities|engage\w*|work\w*|role|rank|title|retained)"
)
_LEAVING = (
    r"(?:ceas\w+|stop\w*|leav\w+|left|quit\w*|retir\w+|resign\w*|depart\w*|separat\w+|terminat\w+|dismiss\w*"
    r"|discharg\w+|vacat\w+|no longer|end|ends|ended|over"
    r"|expir\w+|gives? up|steps? down|removed|relinquish\w*|los(?:es|s of)|cessation)"
)
_OFFICE = rx(
    rf"\b{_LEAVING}\b[^.;]{{0,80}}?\b{_POST}\b|\b{_POST}\b[^.;]{{0,40}}?\b{_LEAVING}\b|\b(?:my|his|her|their"
    rf"|undersigned's|own) (?:\w+ ){{0,2}}?"
    r"(?:retirement|resignation|departure|service|employment|tenure|term of office|directorship|removal|leaving)\b"
    r"|\b(?:retirement|resignation|departure) of\b(?= (?:the )?(?:undersigned|grantor|principal|attorney|agent"
    r"|insider))"
    r"|\b(?:i|he|she|undersigned|grantor|principal|insider|they|attorney|agent) (?:\w+ ){0,2}?(?:retires?"
    r"|resigns?|departs?|steps? down)\b"
)
_IN_OFFICE = rx(
    rf"\b(?:is|am|are|be|remains?|serves?|holds?|continues?|stays?|sits?|works?|occup\w+"
    rf"|employed)\b[^.;]{{0,60}}?\b{_POST}\b|\b(?:remains?|stays?) (?:so )?employed\b"
)
_REVOKE = rx(
    r"\b(?:revo(?:k\w+|cation\w*)|withdr[ae]w\w*|cancel\w*|recall\w*|rescind\w*|rescission|countermand\w*"
    r"|superseded|replaced|annul\w*|undo(?:ne)?|struck out"
    r"|(?:take|took|taken) (?:it|this|them) back|further notice|notice (?:of|to|in|from)|written notice|written"
    r" (?:word|instruction|notification)|to the contrary|otherwise|puts? an end"
    r"|terminated (?:\w+ )?(?:by|in writing)|(?:tell|notify|inform|advise|hear|instruct)\w*|notif(?:y|ies|ied)"
    r"|not to be continued|ends? it|terminates? it|dispens\w+"
    r"|i (?:revoke|withdraw|cancel|recall|end|terminate|say))\b"
)
_MAY_REVOKE = rx(
    r"\b(?:may|can|could|might)\b (?:\w+,? ){0,6}?(?:be )?(?:\w+ ){0,2}?(?:revok\w+|cancel\w*|withdr[ae]w\w*"
    r"|end(?:ed)?|terminat\w+|recall\w*|rescind\w*|countermand\w*|undo(?:ne)?|(?:cut|take) (?:it|this) (?:short"
    r"|back))\b"
    r"|\brevocable\b(?! trust)|\b(?:right|power|liberty|free|reserv\w+)\b[^.;]{0,40}\bto (?:\w+ ){0,2}?(?:revoke"
    r"|withdraw|terminate|cancel|recall|rescind|undo)"
    r"|\b(?:nothing|no\w*)(?: \w+)? (?:save|but|except|other than|short of)\b[^.;]{0,60}\b(?:revocation"
    r"|countermand|withdrawal|cancell?ation|notice)\b|\bonly (?:\w+ ){0,4}?(?:revocation|revoked|cancell?ed"
    r"|withdrawn)"
    r"|\bsubject to (?:\w+ ){0,2}?revocation"
)
_SUBSTITUTES = rx(r"\b(?:substitut\w+|delegat\w+|dismiss\w*|in (?:his|her|their) (?:place|stead))\b")
_ENDLESS = rx(
    r"\b(?:shall|does|will) not (?:expire|lapse)(?! (?:until|before))\b|\bperpetual\w*|\bindefinite\w*|\bno"
    r" (?:other )?(?:limit|end|term|expiry|expiration|fixed (?:term|end))\b(?:[^.;]{0,20}\b(?:time|date|term)\b)?"
    r"|\bwithout (?:limit (?:of|in|as to) time|(?:any )?(?:fixed )?(?:term|expiry|expiration|end date|time"
    r" limit))|\bfrom (?:\w+ )?year to (?:\w+ )?year\b|\byear-to-year\b"
    r"|\b(?:automatically|annually|itself|be|is|are|shall|will) (?:\w+ ){0,2}?(?:renew\w*|extended)\b|\brenew\w*"
    r" (?:automatically|itself|annually|each|every|from|of itself|by itself)|\brolls? over\b"
)
_NOT_RENEWED = rx(r"\b(?:not|only if|unless)\b[^.;]{0,40}\b(?:renew\w*|extended)")
_NOT_THIS = rx(
    r"\b(?:does not|shall not|will not|may not|cannot|is not|are not|nor|not)\b (?:be )?(?:\w+ ){0,3}?(?:ceas\w+"
    r"|terminat\w+|ends?|lapse|expire|affect\w*|revoked?|impair\w*|disturb\w*)\b"
    r"(?! (?:until|before|unless))(?:(?!\b(?:until|unless|but|and shall|and will|so long|as long)\b)[^.;])*"
    r"|\bsubstitution (?:or|and|&) (?:of )?revocation\b|\brevocation (?:of the|of this)? ?(?:power of"
    r" )?substitut\w*|\bpower of (?:substitution|revocation)(?: (?:and|or) \w+)?"
    r"|\b(?:revoke|dismiss)\w* (?:such |any |the |that |a )?substitut\w+|\bcommission expires\b"
    r"|\bnotwithstanding\b[^.;,]*"
)
_OTHERS = rx(
    r"\b(?:previous(?:ly)?|former(?:ly)?|prior(?! to)) [^.;]{0,60}\b(?:powers?|authori[sz]ations?|appointments?"
    r"|instruments?|held|given|granted)\b|\b(?:powers?|authori[sz]ations?) (?:\w+ )?(?:previously|formerly)\b"
    r"|\b(?:an|the|that|my|any|all) earlier (?:power|authori[sz]ation|appointment|letter|instrument|mandate)"
    r"|\bquestionnaire\b|\bmust be over\b"
)
_THIS = rx(rf"\bthis (?:\w+ ){{0,2}}?{_SELF}\b")
_START = rx(
    r"(?:\bdated|\bexecuted(?: on)?|\bas of|\bsigned(?: on)?|\beffective(?: as of| on| from)?|\btakes? effect(?:"
    r" on)?|\bfrom(?: and after)?|\bsince|\bcommenc\w+(?: on)?"
    r"|\bbegin\w*(?: on)?|\bstart\w*(?: on)?|\b(?:act|plan|power|attorney|letter|memo\w*|instrument|that|those"
    r"|one|agreement|deed) of|\bin force (?:on|from)|\bno earlier than"
    r"|\b(?:years?|quarters?|periods?|months?) end(?:ed|ing)|\bmade(?: on)?|\bgiven(?: on)?|\bfiled(?:"
    r" on)?)[ ,]*(?:the )?$"
)
_YEAR_END = rx(
    r"\b(?:rest|remainder|balance|end|close|whole) of (?:the )?(?:calendar |fiscal )?(?:year )?(?P<year>(?:19"
    r"|20)\d\d)\b|\byear[- ]end,? (?P<at>(?:19|20)\d\d)\b"
)
_NO_TERM = rx(
    r"\bnotice\b|\bwithin\b|\bbusiness days?|\bdays? (?:of|after|following) (?:the|each|a|any) (?:trade"
    r"|transaction|event)|\bolder\b|\bdays'|\bat least\b|\bnot less than\b|\bprior to\b"
    r"|(?:after|following) (?:(?:the undersigned|he|she|i|such|his|her|my|that|any|their)(?:'s)?) (?:\w+"
    r" ){0,3}?(?:leaves?|ceas\w+|resign\w*|retire\w*|terminat\w+|departure|stops?)"
)
_FROM_DATE = rx(
    r"^[\s,()\w']{0,30}?\b(?:from|after|commencing|beginning|starting|as of|of)"
    r"(?: on| with)?(?: and including)?[ ,]*(?:the )?$"
)

_CONTENT = re.compile(r"\S(?:[^\n]|\n(?!\s*\n|[^\S\n]*(?:\(?\w{1,3}[.)]|[A-Z][\w ]{1,30}[:?\t.])))*")


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
        if sentence.start >= end:
            break
        said = _said(sentence, any(s <= sentence.start < e or sentence.start <= s < sentence.end for s, e in labelled))
        if said is None:
            continue
        renewed = _ENDLESS.search(said.text) if not _NOT_RENEWED.search(said.text) else None
        conditions = _conditions(said)
        if renewed is None:
            out.extend(_fixed(said, conditions))
        out.extend(_judged(said, conditions))
        revocable = _MAY_REVOKE.search(said.text)
        if revocable and _SUBSTITUTES.search(said.text, max(0, revocable.start() - 60), revocable.end() + 30):
            revocable = None
        revocable = revocable or (renewed if said.stated else None)
        if revocable:
            out.append(said.ending("until-revoked", revocable))
    return sorted(dict.fromkeys(out), key=lambda e: (_ORDER.index(e.term), e.start))


def _labelled(page: Page, end: int) -> list[tuple[int, int]]:
    """The stretches under a label of the term: each to the next empty line, or the paragraph behind a heading."""
    out = []
    for label in _LABEL.finditer(page.text, page.start, end):
        content = _CONTENT.search(page.text, label.end(), min(end, label.end() + 600))
        if content:
            out.append((content.start(), content.end()))
    return out


def _said(sentence: Sentence, labelled: bool) -> _Said | None:
    """A sentence that speaks of the term; None where it does not."""
    others = _OTHERS.search(sentence.text) and not labelled and not _THIS.search(sentence.text)
    if others or rx(r"^(?:in witness|dated\b)").match(sentence.text):
        return None
    text = _NOT_THIS.sub(lambda m: " " * len(m.group()), sentence.text)
    stated = labelled or bool(_SUBJECT.search(text) and _STATE.search(text))
    if not stated and not _GRANTED.search(text) and not _MAY_REVOKE.search(text) and not _YEAR_END.search(text):
        return None
    return _Said(sentence.start, sentence.raw, text, labelled, stated)


def _conditions(said: _Said) -> list[tuple[int, int, bool]]:
    """The conditions: each from its connective to the next one or a semicolon; whether it is one of lasting."""
    connectives = _CONNECTIVE.finditer(said.text) if said.stated or _GRANTED.search(said.text) else ()
    hits = [m for m in connectives if said.stated or _of_a_grant(said.text, m)]
    starts = [(m.start("prep") if m["prep"] else m.start(), m.group().lower()) for m in hits]
    if said.labelled:
        starts.insert(0, (0, ""))
    out = []
    for n, (start, word) in enumerate(starts):
        stop = starts[n + 1][0] if n + 1 < len(starts) else len(said.text)
        grant = _GRANTS.search(said.text, start, stop)  # "until you hear otherwise, I hereby authorize ..."
        stop = grant.start() if grant else stop
        if not said.stated and (semicolon := said.text.find(";", start, stop)) > 0:
            stop = semicolon
        lasting = "long" in word or "whil" in word or "during" in word or not word
        out.append((start, stop, lasting))
    return out


def _of_a_grant(text: str, connective: re.Match[str]) -> bool:
    """Whether a connective in a sentence that states no term says how long the grant runs, not how long a past did."""
    if not connective["strong"] or not _GRANTED.match(connective.group()):
        return False
    return not _PAST.search(text, max(0, connective.start() - 80), connective.start())


_PAST = rx(r"\b(?:having|was|were|had|been|served|worked|held|sat)\b(?:(?!authori|appoint|empower|designat)[^.;:])*$")


def _judged(said: _Said, conditions: list[tuple[int, int, bool]]) -> list[Ending]:
    """The ends that conditions give by their words."""
    out = []
    for start, stop, lasting in conditions:
        duty = _DUTY.search(said.text, start, stop)
        if duty:
            out.append(said.ending("until-no-longer-required", duty))
        at = duty.end() if duty else start
        office = _OFFICE.search(said.text, at, stop) or (_IN_OFFICE.search(said.text, at, stop) if lasting else None)
        if office and (not duty or rx(r"\bor\b|,").search(said.text, duty.end(), office.end())):
            out.append(said.ending("while-employed", office))
        if revoked := _REVOKE.search(said.text, start, stop):
            out.append(said.ending("until-revoked", revoked))
    return out


def _fixed(said: _Said, conditions: list[tuple[int, int, bool]]) -> list[Ending]:
    """The first fixed end that a sentence gives: a date, the end of a year, or a length with its base."""
    mentions = find_dates(said.raw)
    for mention in mentions:
        if _ends_on(said, mention, conditions):
            return [Ending("fixed-date", said.start + mention.start, said.start + mention.end, mention.iso)]
    if year := _YEAR_END.search(said.raw):
        return [
            Ending(
                "fixed-date", said.start + year.start(), said.start + year.end(), f"{year['year'] or year['at']}-12-31"
            )
        ]
    for length in find_lengths(said.raw) if said.stated else ():
        if _NO_TERM.search(said.text, max(0, length.start - 60), length.end + 60):
            continue
        base, counted = _base(said, length, mentions)
        return [Ending("fixed-date", said.start + length.start, said.start + length.end, base, counted)]
    return []


def _ends_on(said: _Said, mention: DateMention, conditions: list[tuple[int, int, bool]]) -> bool:
    """Whether a date of a sentence about the term is its end rather than its beginning or another paper's date."""
    before = " ".join(said.text[max(0, mention.start - 120) : mention.start].split())[-40:] + " "
    if _START.search(before) and not rx(r"\b(?:end|close|last day) of (?:the )?$|until (?:\w+ )?(?:the )?$").search(
        before
    ):
        return False
    if said.labelled or any(start <= mention.start < stop for start, stop, _ in conditions):
        return True
    return said.stated and _END_VERB.search(said.text, 0, mention.start) is not None


def _base(said: _Said, length: LengthMention, mentions: list[DateMention]) -> tuple[str | None, LengthMention]:
    """The date from which the words count a length, if they name one; else the length with its anchor."""
    for mention in mentions:
        if length.end <= mention.start < length.end + 60 and _FROM_DATE.search(said.text[length.end : mention.start]):
            return mention.iso, length
    near = said.text[length.end : length.end + 40]
    before = [m for m in mentions if m.end <= length.start]
    if before and rx(r"^[\s,]{0,3}(?:from|after|of) (?:that|such|said|which) (?:date|day)").match(near):
        return before[-1].iso, length
    if rx(r"\b(?:effective|start|commencement)\w* date\b").search(near):
        return None, replace(length, anchor="effective")
    return None, length


__all__ = ["Ending", "endings"]

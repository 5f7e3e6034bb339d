"""What ends the authority: a date, a duty to report that is over, an employment, nothing but revocation.

Where a text gives several ends, the record's `term` is the first of fixed-date, until-no-longer-required,
while-employed, until-revoked that applies (record form), and all are kept in `ends`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..records import Term
from .clauses import Page, Sentence
from .dates import add_length, find_dates, find_lengths
from .tokens import rx

_SELF = (
    r"(?:this (?:limited |special |durable |general )*(?:power|authority|authori[sz]ation"
    r"|appointment|instrument|designation|document|letter|paper|statement|delegation|mandate"
    r"|agreement|proxy|grant|deed|consent|substitution)|the (?:power|authority|appointment"
    r"|authori[sz]ation|substitution|designation|mandate|foregoing power)|(?:mr|ms|mrs|dr)\W? "
    r"[\w'-]+'s (?:authority|power)|(?:his|her|its|their|said|such) (?:authority|power"
    r"|appointment)|it\b|(?:keep|have|has) (?:this|the|such) (?:authority|power)|powers? (?:herein "
    r")?granted)"
)
_ENDS = rx(
    r"\b(?:term|period|duration|life) of\b|\bnot expire\b|\bno force\b|"
    rf"\b{_SELF}[^.;]{{0,80}}?\b(?:remain|remains|continue|continues|be (?:in|effective|valid|good"
    rf"|of)|is (?:to (?:continue|last|remain)|good|valid|effective|in)|ends?|expires?|terminat\w+"
    rf"|laps\w+|cease|ceases|stands?|stay|stays|lasts?|runs?|endure|shall (?:have effect|end|be"
    rf"|stand|hold|cease|run)|has effect|holds?|is separate|survives?|be revoked|be good|takes "
    rf"effect|good|in effect|effective)\b"
    r"|\b(?:until|so long as|for as long as|as long as|through|expire\w*|terminat\w+|laps\w+"
    r"|valid|remain\w* in (?:full )?(?:force|effect)|continue\w* in (?:full )?(?:force|effect)"
    r"|revoke|revoked|revocation|withdraw\w*|cancel\w*|rescind\w*|recall\w*|without term"
    r"|duration)\b"
)
_NO_LONGER = rx(
    r"\b(?:so|as) long as [^.;]{0,40}\b(?:has|have) (?:\w+ ){0,2}?to (?:report|file|make)\b"
    r"|\b(?:final|last) (?:form|report|statement)s?\b[^.;]{0,40}\bfiled|\bfiled (?:\w+ "
    r"){0,3}?(?:final|last) (?:form|report)|"
    r"\b(?:so|as) long as [^.;]{0,90}\bmust (?:be filed|file|report)|\bnothing (?:more|further) "
    r"(?:has )?to (?:be )?(?:file|report)|\b(?:has|have) nothing (?:more |further )?(?:left )?to "
    r"(?:file|report)|\bceased to apply|\bno longer appl|\bno longer [^.;]{0,50}\b(?:occasion"
    r"|reason|need|cause)? ?to (?:file|report|make)\b|\bno longer (?:\w+ ){0,4}?(?:required"
    r"|obliged|obligated|subject|need|needs|has|have|an? (?:section 16|reporting|insider)|bound"
    r"|under|owes?|reporting|liable|compelled|called upon|files?|be (?:subject|required|obliged"
    r"|obligated))\b|\bceases? to (?:\w+ ){0,3}?(?:be )?(?:\w+ ){0,2}?(?:required|obliged"
    r"|obligated|subject|an insider|a reporting|owe|have (?:any )?(?:duty|duties|obligation)|a "
    r"section 16)|\b(?:need|needs) no longer\b|"
    r"\bno (?:more|further|longer any|continuing|remaining) (?:\w+[,]? ?){0,6}?(?:obligations?"
    r"|dut(?:y|ies)|forms?|reports?|statements?|to file|requirement)|\b(?:reporting|filing) "
    r"(?:dut(?:y|ies)|obligations?|requirements?)[^.;]{0,60}\b(?:is over|ends?|ceases?|come to an "
    r"end|has ended|lapse|terminate|expire)|\bobligations? to (?:make|file"
    r"|report)[^.;]{0,80}\b(?:ends?|ceases?|come to an end|terminate)|\bnone of the undersigned is "
    r"(?:obliged|required)|"
    r"\bfor (?:as|so) long as [^.;]{0,60}\b(?:has|have) (?:\w+ ){0,2}?(?:dut(?:y|ies)"
    r"|obligations?)|\b(?:so|as) long as [^.;]{0,40}\b(?:is|am|are|remain|remains) (?:\w+ "
    r"){0,2}?(?:required|obliged|obligated|subject)|\bfalling below\b|\bneed no longer|\bnot "
    r"(?:any )?longer (?:be )?(?:required|subject|obliged)|\bno longer has (?:any )?(?:forms?"
    r"|reports?)|\buntil [^.;]{0,60}\bno more such\b|\bduty to file [^.;]{0,60}\b(?:ends|ceases)"
    r"|\bceases? to be (?:a )?(?:reporting|section 16|insider)|\breports? (?:is|are|shall be) no "
    r"longer (?:required|needed|due)|\bwhile [^.;]{0,40}\b(?:required|obliged|subject) to (?:file"
    r"|report|section)|\bhas (?:ceased to be|no)\b[^.;]{0,60}\bto file|\brelieved "
    r"of\b[^.;]{0,40}\b(?:duty|obligation)|\bobligation[^.;]{0,40}\bhas (?:ended|ceased)|\bstop "
    r"being subject|\bis free of\b[^.;]{0,40}(?:section 16|dut|oblig)"
)
_EMPLOYED = rx(
    r"\b(?:ends?|ceas\w+|terminat\w+|laps\w+|expires?|over|after|upon|until"
    r"|with)\b[^.;]{0,40}\b(?:undersigned|principal|insider"
    r"|my|his|her|their)(?:'s)? (?:\w+ ){0,2}?(?:service|employment|tenure|directorship|term of "
    r"office|retirement|resignation|departure)\b"
    r"|\b(?:so|as) long as [^.;]{0,60}\b(?:sits?|serves?) (?:\w+ ){0,3}?(?:board|director|officer|trustee)\b|"
    r"\b(?:ceas\w+|stops?|leav\w+|left|quits?|retires?) (?:\w+ ){0,3}?(?:to )?(?:be|being|serve"
    r"|serving|hold|the (?:service|employ\w*|company|firm|board"
    r"|bank))\b[^.;]{0,60}?(?:\b(?:director|officer|employ\w+|associated|trustee|partner|member"
    r"|executive|service|office|board|seat|company|firm|counsel|either|attorney|affiliated)\b)"
    r"|\bfor (?:so|as) long as [^.;]{0,80}\b(?:is|am|are|remains?|serves?|holds?|continues?) "
    r"(?:\w+ ){0,4}?(?:director|officer|employ\w+|trustee|seat|office|partner|associated|member"
    r"|executive)|"
    r"\b(?:so|as) long as [^.;]{0,60}\b(?:is|am|are|remains?|serves?|holds?|continues?) (?:\w+ "
    r"){0,4}?(?:director|officer|employ\w+|trustee|seat|office|partner|associated|member"
    r"|executive)|\b(?:only )?while [^.;]{0,60}\b(?:remains?|is|are|am|serves?"
    r"|employed)\b[^.;]{0,30}\b(?:director|officer|employ\w+|trustee|partner|member|executive"
    r"|service)|\bupon (?:the )?(?:\w+'s )?(?:ceasing|resignation|retirement|termination"
    r"|departure)|\b(?:termination|end) of (?:\w+ ){0,3}?(?:employment|service)\b|\bno longer "
    r"(?:\w+ ){0,3}?(?:employed|an? (?:director|officer|employee|executive|trustee|partner"
    r"|member)|a director|associated|serves?|holds?)|\bleaves? (?:the )?(?:service|employ\w*"
    r"|company|firm|board)\b|\bresigns?\b[^.;]{0,40}\b(?:from|as)\b|\bstops? being an? (?:director"
    r"|officer|employee)|\bhas ceased to be an? (?:director|officer|employee)"
)
_REVOKED = rx(
    r"\bperpetual|\buntil [^.;]{0,50}\brevocation\b|"
    r"\buntil (?:[^.;]{0,50}?\b)?(?:revok\w+|withdraw\w*|cancel\w*|rescind\w*|recall\w*"
    r"|terminated by|i (?:revoke|withdraw|cancel|recall|end)|(?:its|such|written|my|his|her|the) "
    r"revocation|notice|countermand\w*|otherwise|i (?:tell|say|notify)|written notice|further "
    r"notice)|\buntil so revoked|\bunless (?:and until )?(?:\w+ ){0,3}?(?:revoked|cancelled"
    r"|canceled|withdrawn|terminated|rescinded)\b|\bmay (?:at any time )?(?:be )?(?:\w+ "
    r"){0,3}?(?:revoke[d]?|cancel\w*|withdraw\w*|end(?:ed)?|terminate[d]?|recall\w*|rescind\w*)\b"
    r"|\bwithout (?:limit of time|term|expiry|expiration)|\bindefinite\w*|\buntil (?:further"
    r"|written|my)\b|\bonly (?:\w+ ){0,3}?revocation|\bin the absence of revocation|\breserves? "
    r"the right to (?:recall|revoke)|\brevocable at|\b(?:from year to year|annually renew\w*"
    r"|automatically renew\w*|year-to-year)|\bsubject to revocation|\bremains? (?:in (?:full "
    r")?force )?unless\b|\bright (?:at any time )?to (?:revoke|withdraw|terminate)"
)
_ENDLESS = rx(r"\b(?:shall|does|will) not (?:expire|lapse)(?! (?:until|before))\b")
_DATE_END = rx(
    r"\b(?:until|through|expire[sd]?|expiring|expiration|terminat\w+|laps\w+|ends?|ending"
    r"|end(?:ing)? on|valid (?:only )?(?:until|through|to)|to and including|on or before|not later "
    r"than|no later than|good (?:through|until)|up to|cease\w*|earlier of|earliest of|first to "
    r"occur of|sooner of|whichever)\b"
)
_NOT_THIS = rx(
    r"\b(?:does not|shall not|will not|not (?:be )?|nor) (?:\w+ ){0,3}?(?:cease|terminate|end"
    r"|lapse|expire|affect|revoke)\b(?! (?:until|before))|\bsubstitution or revocation\b"
    r"|\brevocation (?:of the|of this)? ?(?:power of )?substitut|\bpower of (?:substitution"
    r"|revocation)|commission expires|\bprior powers?|\bearlier powers?|\bprevious(?:ly)?\b|\bmy "
    r"initial report"
)


@dataclass(frozen=True, slots=True)
class Ending:
    """One end that the text gives, with its date where it is one."""

    term: Term
    start: int
    end: int
    date: str | None = None


_ORDER: tuple[Term, ...] = ("fixed-date", "until-no-longer-required", "while-employed", "until-revoked")


def endings(page: Page, end: int, executed: str | None, effective: str | None) -> list[Ending]:
    """Every end that the text gives, first by the record's order, then by position."""
    out: list[Ending] = []
    for sentence in page.sentences:
        if sentence.start >= end:
            break
        text = sentence.text
        if not _ENDS.search(text) or rx(r"^(?:in witness|dated)").match(text):
            continue
        out.extend(_fixed(sentence, executed, effective))
        cleaned = _NOT_THIS.sub(lambda m: " " * len(m.group()), text)
        if rx(
            r"\b(?:remain\w*|continu\w+|until|ends?|terminat\w+|cease\w*|expire\w*|laps\w+|last\w*|long "
            r"as|effective|force|valid|good|keep|while|effect|upon|stand|stays?|over|earliest|earlier)\b"
        ).search(text):
            hit = _NO_LONGER.search(cleaned)
            if hit and not rx(r"information|questionnaire").search(text[: hit.start()][-80:]):
                at = sentence.start
                out.append(Ending("until-no-longer-required", at + hit.start(), at + hit.end()))
            if (hit := _EMPLOYED.search(cleaned)) and _about_term(text, hit):
                out.append(Ending("while-employed", sentence.start + hit.start(), sentence.start + hit.end()))
        if endless := _ENDLESS.search(text):
            out.append(Ending("until-revoked", sentence.start + endless.start(), sentence.start + endless.end()))
        elif (hit := _REVOKED.search(cleaned)) and not rx(
            r"\b(?:appoint|substitute)\w* (?:\w+ ){0,6}(?:and|or) may (?:revoke|dismiss)"
        ).search(text):
            out.append(Ending("until-revoked", sentence.start + hit.start(), sentence.start + hit.end()))
    return sorted(out, key=lambda e: (_ORDER.index(e.term), e.start))


def _about_term(text: str, hit: re.Match[str]) -> bool:
    before = text[: hit.start()]
    return bool(
        rx(rf"\b{_SELF}|until|power|authority|authori[sz]ation|appointment|substitution|letter|document").search(before)
    ) and not rx(r"\bsubstitute must\b|appoints? [^.;]{0,300}$").search(before[-300:])


_YEAR_END = rx(r"\b(?:rest|remainder|balance|end|close) of (?:the )?(?:calendar )?(?:year )?((?:19|20)\d\d)\b")


def _fixed(sentence: Sentence, executed: str | None, effective: str | None) -> list[Ending]:
    text = sentence.text
    if not _DATE_END.search(text) and not rx(
        r"\b(?:for|runs?|period|term|valid|good|effective|force|anniversary)\b"
    ).search(text):
        return []
    out = []
    for mention in find_dates(sentence.raw):
        before = text[max(0, mention.start - 60) : mention.start]
        if (
            _DATE_END.search(before)
            and not rx(r"\b(?:dated|executed on|as of|signed|effective|from|on the) ?$").search(
                before[-14:].replace("effective until", "")
            )
            and not rx(r"act of ?$").search(before)
        ):
            if rx(r"\b(?:from|commencing|beginning)\b[^.;]{0,20}$").search(before) and not rx(
                r"until|through|to ?$"
            ).search(before[-12:]):
                continue
            if not rx(
                rf"{_SELF}|\b(?:effect|force|valid|good|powers?|authority|appointment|expir\w+|laps\w+)\b"
            ).search(text[: mention.start]):
                continue
            out.append(Ending("fixed-date", sentence.start + mention.start, sentence.start + mention.end, mention.iso))
    if not out and (year := _YEAR_END.search(sentence.raw)):
        out.append(
            Ending("fixed-date", sentence.start + year.start(), sentence.start + year.end(), f"{year.group(1)}-12-31")
        )
    if out:
        return out[:1]
    for length in find_lengths(sentence.raw):
        around = text[max(0, length.start - 80) : length.end + 60]
        if not rx(
            rf"{_SELF}|\b(?:remain|valid|expire|period of|term of|good for|effective for|runs? for"
            rf"|continue|anniversary|force)\b"
        ).search(around):
            continue
        if rx(
            r"\bnotice\b|\bwithin\b|business days?|\bdays? (?:of|after|following) (?:the|each) (?:trade"
            r"|transaction)|(?:after|following) (?:the undersigned(?:'s)?|he|she|i|such|his|her|my|that|any) "
            r"(?:\w+ ){0,3}?(?:leaves?|ceas\w+|resign\w*|retire\w*|terminat\w+|departure|stops?)|\brenew"
            r"|\bolder\b|\bdays'"
        ).search(around):
            continue
        base = effective if length.anchor == "effective" and effective else executed
        if base:
            out.append(
                Ending(
                    "fixed-date",
                    sentence.start + length.start,
                    sentence.start + length.end,
                    add_length(base, length.count, length.unit),
                )
            )
    return out[:1]

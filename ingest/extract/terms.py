"""How an instrument works: joint or several, substitution, term, revocation of earlier powers, governing law, dates.

Each reader is a table of cues over sentences. Where a text gives several ends, the record's `term` is the first of
fixed-date, until-no-longer-required, while-employed, until-revoked that applies (record form), and all are kept in `ends`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..records import Term
from .appointment import Appointment
from .clauses import Found, Page, Sentence
from .dates import DateMention, add_length, find_dates, find_lengths
from .tokens import rx
from .words import STATES

# ------------------------------------------------------------------------------------------------------------- authority

_JOINT = rx(
    r"\bacting (?:together|jointly)\b|\bjointly(?:,)? (?:and )?not (?:severally|separately|singly"
    r"|individually)|\btogether and not (?:separately|singly)|\bonly (?:acting )?(?:together"
    r"|jointly)|\b(?:any|at least) (?:two|three)(?: or more)?(?: \(\d\))? of (?:them|the|whom"
    r"|such)|"
    r"\bboth (?:of them )?(?:must|shall|to) (?:sign|act)|\bmust (?:both|all) (?:sign|act)"
    r"|\bsign(?:ing)? jointly\b|\bact(?:ing)? only jointly|\bby (?:any )?two of\b|\bjoint "
    r"signatures?\b|\bconcurrence of\b|\bnone (?:of them )?(?:may|shall|to) act (?:alone|without)"
    r"|\bno one of them (?:may|shall) act alone|\btwo (?:signatures|of the three|acting)"
)
_SEVERAL = rx(
    r"\b(?:each|any|either)(?: one)?(?: or (?:all|both|more))?(?: of (?:them|these two|the (?:two"
    r"|three|four|five|six|foregoing|above|ten|named|same|persons|individuals)|whom))\b|\bany "
    r"(?:one )?(?:or more )?of (?:them|whom|the)\b|\b(?:sign|act|acting|signing)(?:ing)? "
    r"(?:singly|alone|individually|severally|separately|independently|solely)\b|"
    r"\bacting (?:singly|alone|individually|severally)|\bseverally\b|\bsingly\b"
    r"|\bindividually\b(?! (?:and on behalf|as principal))|\band/or\b|\b(?:without|not requir\w+) "
    r"the (?:\w+ ){0,3}?(?:joinder|consent|others?|other|concurrence|participation)\b|\bany one "
    r"(?:acting|alone|is|may)|\bone (?:of them )?(?:if|alone)|\beither (?:may|one|acting|is)"
    r"|\beach (?:\w+ ){0,4}?(?:able|empowered|authori[sz]ed|entitled|power|right|may act|acting"
    r"|being|having)\b|\bseveral power|\beach of (?!us|the undersigned|the persons|me|my)|"
    r"\bin (?:his|her|their|the) absence\b|\bor,? (?:when|if|in case|failing|should)\b|\bshould "
    r"(?:he|she|they|either) be\b|\bwithout the other|\bwithout (?:our|my|his|her) |\bright of "
    r"each\b|\bor (?:either|any|each)\b|\bany of the (?:above|foregoing|persons|individuals|named"
    r"|three|two|four)|\beach (?:acting|alone|may|with)|\bindependent(?:ly)? of (?:the|each)|\bby "
    r"(?:himself|herself|themselves)\b|\balone\b|\bone of them\b|\bupon any\b|\bany one\b|\beach "
    r"agent may|\beach one of"
)


def authority(page: Page, appointment: Appointment, names: list[str]) -> Found | None:
    """`several` or `joint`, read in the appointment clause first, then anywhere; None when nothing is said."""
    if len(names) < 2:
        return None
    start, end = appointment.start, appointment.end
    for s, e in ((start, end), (page.start, page.end)):
        joint = _JOINT.search(page.text, s, e)
        if joint and not rx(r"\bnot\s*$").search(page.text[max(s, joint.start() - 8) : joint.start()]):
            return Found("joint", joint.start(), joint.end())
        several = _SEVERAL.search(page.text, s, e)
        if several and (s, e) != (page.start, page.end):
            return Found("several", several.start(), several.end())
    clause = page.text[start:end]
    listed = rx(
        rf"{re.escape(names[-2].split(',')[0].split()[-1])}[^.;]{{0,80}}?\bor {re.escape(names[-1].split()[0])}"
    ).search(clause)
    if listed:
        return Found("several", start + listed.start(), start + listed.end())
    for sentence in page.sentences:
        hit = _SEVERAL.search(sentence.text)
        if (
            hit
            and rx(r"\b{atty}|\bagents?\b|\bthey\b|\bthem\b|\bact\b|persons named|\bmay\b|\bexecute\b|\bsign\b").search(
                sentence.text
            )
            and not rx(r"\bundersigned (?:jointly|severally)|counterpart|substitute").search(sentence.text)
        ):
            return Found("several", sentence.start + hit.start(), sentence.start + hit.end())
    return None


# ----------------------------------------------------------------------------------------------------------- substitution

_SUBSTITUTE = rx(
    r"\bpower(?:s)? (?:\w+ ){0,6}?(?:of|to) (?:\w+ (?:and|or) )?(?:re)?substitut\w+|\b(?:full "
    r")?(?:power|right|authority) (?:\w+ ){0,4}?(?:of|to) (?:\w+ ){0,3}?(?:substitut\w+"
    r"|delegat\w+)|\bmay (?:\w+ ){0,3}?(?:substitute|delegate|deputi[sz]e|sub-?delegate|be "
    r"replaced by a substitute)\b|\b(?:may|power to|right to|to) (?:\w+ ){0,2}?(?:name|appoint"
    r"|designate|nominate|choose|select)(?: and revoke| in writing)? (?:an?|one or more|another"
    r"|other|his|her|any|its|such)? ?(?:\w+ ){0,2}?(?:substitutes?|delegates?|deput(?:y|ies)"
    r"|successors?|sub-?agents?|another (?:person )?in (?:his|her|their))|"
    r"\bappoint substitutes\b|\bname substitutes\b|\bsubstitution (?:and|or) (?:re-?substitution"
    r"|revocation)|\bdelegation is (?:permitted|allowed)|\bmay (?:appoint|name) (?:others?|another"
    r"|substitutes)|\bpower of (?:re)?substitution|\bsubstitution is (?:permitted|allowed|granted)"
    r"|\bdelegate to (?:others|another|any)"
    r"|\bto (?:substitute|delegate)\b|\bmay substitute\b"
)
_NO_SUBSTITUTE = rx(
    r"\b(?:no|not|without|nor|never|neither)\b[^.;]{0,60}(?:substitut\w*|delegat\w*|in (?:his|her"
    r"|their|its) place|pass (?:these|this|the|such) (?:powers?|authority)|hand (?:this|the))"
    r"|\bsubstitution is (?:not|denied|excluded)|\bno (?:further )?substitution|\bmay not "
    r"(?:appoint|delegate|substitute|name|pass)"
)


def substitution(page: Page, end: int, kind: str) -> Found | None:
    """Where a power of substitution or delegation is granted; None where it is denied or not given."""
    for sentence in page.sentences:
        if sentence.start >= end:
            break
        text = sentence.text
        hit = _SUBSTITUTE.search(text)
        if not hit:
            continue
        if kind == "substitution" and not rx(
            r"\b(?:each|the|any|such) (?:\w+ )?substitutes? (?:may|has|have|shall have)|\bresubstitut"
            r"|\bfurther (?:power of )?substitut|\bpower of further substitution"
        ).search(text):
            continue
        denied = _NO_SUBSTITUTE.search(text)
        if denied and denied.start() <= hit.end() and hit.start() - denied.start() < 90:
            continue
        if rx(r"account administrators?|filing agent").search(text) and not rx(r"substitut").search(text):
            continue
        return Found("true", sentence.start + hit.start(), sentence.start + hit.end())
    return None


# ------------------------------------------------------------------------------------------------------------------- term

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
            if hit := _NO_LONGER.search(cleaned):
                if not rx(r"information|questionnaire").search(text[: hit.start()][-80:]):
                    out.append(
                        Ending("until-no-longer-required", sentence.start + hit.start(), sentence.start + hit.end())
                    )
            if (hit := _EMPLOYED.search(cleaned)) and _about_term(text, hit):
                out.append(Ending("while-employed", sentence.start + hit.start(), sentence.start + hit.end()))
        if (hit := _REVOKED.search(cleaned)) and not rx(
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
            r"|transaction)|(?:after|following) (?:the undersigned|he|she|i|such|his|her|my|that|any) "
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


# ------------------------------------------------------------------------------------------------------------ revocation

_REVOKES = rx(
    r"\b(?:hereby |do |does |expressly |further )*(?:revok(?:e|es|ing)|cancels?|cancell?ing"
    r"|supersed(?:e|es|ing)|replac(?:e|es|ing)|terminat(?:e|es)|rescinds?|annuls?|withdraws?|sets? "
    r"aside)(?:,? (?:and|or) (?:revok\w+|cancels?|supersedes?|replaces?|terminat\w+|rescinds?"
    r"|withdraws?))*\b[^.;]{0,60}?\b(?:any|all|every|each|earlier|prior|previous\w*|existing"
    r"|former|the (?:power|one|letter)|my (?:letter|power|earlier|prior)|that (?:power|authority"
    r"|letter|appointment)|powers? of {atty}|(?:authority|authori[sz]ation)s?)\b"
    r"|\b(?:prior|previous|earlier|existing|former|all (?:other )?)\b[^.;]{0,70}\b(?:powers? of "
    r"{atty}|powers?|authori[sz]ations?|appointments?|designations?)\b[^.;]{0,90}\b(?:are|is|be"
    r"|been|stands?) (?:hereby |by this \w+ |hereafter |accordingly )?(?:revoked|withdrawn"
    r"|cancell?ed|superseded|replaced|terminated|rescinded|annulled)"
    r"|\b(?:power|authority|resolution|appointment|letter|memo\w*|instrument|authori[sz]ation"
    r"|designation)s?\b[^.;]{0,140}\b(?:is|are) hereby (?:revoked|withdrawn|cancell?ed|superseded"
    r"|terminated|rescinded|annulled)|\btakes? the place of (?:my|any|all|the|every)|\bwhich (?:is"
    r"|are|you should treat as) (?:hereby )?(?:cancell?ed|revoked|withdrawn)"
    r"|\bin (?:place|substitution|replacement|lieu) of (?:and (?:to )?(?:revok\w+|supersed\w+) "
    r")?(?:any|all|every|each|the|my)(?: (?:other|earlier|prior|previous))? (?:powers?"
    r"|authori[sz]ations?|letters?)"
)
_NOT_REVOKES = rx(
    r"\b(?:not|nor|neither|no way|without|never)\b[^.;]{0,40}(?:revok\w*|cancel\w*|supersed\w*"
    r"|replac\w*|alter)|\bin addition to\b"
)
_FUTURE = rx(r"\b(?:until|unless|may|if|when|shall (?:be|have)|right to|power to|upon|by) [^.;]{0,60}$")


def revokes_prior(page: Page, end: int) -> Found | None:
    """Where the instrument revokes earlier powers; boilerplate about its own revocation does not count."""
    for sentence in page.sentences:
        if sentence.start >= end:
            break
        hit = _REVOKES.search(sentence.text)
        if not hit or _NOT_REVOKES.search(sentence.text, 0, hit.end()):
            continue
        if _FUTURE.search(sentence.text[: hit.start()][-70:]) and not rx(r"\b(?:hereby|herewith|by this)\b").search(
            sentence.text[: hit.end()]
        ):
            continue
        if rx(r"\bthis power of {atty}\b").search(hit.group()) and not rx(
            r"prior|earlier|previous|all|every|any"
        ).search(hit.group()):
            continue
        return Found("true", sentence.start + hit.start(), sentence.start + hit.end())
    return None


# --------------------------------------------------------------------------------------------------------- governing law

_PLACES = "|".join(name for name in sorted(STATES.values(), key=len, reverse=True))
_LAW = rx(
    rf"\b(?:laws?|governed by|construed|interpreted|statutes?|code)\b[^.;]{{0,90}}?\b(?:of|under) "
    rf"(?:the )?(?:internal |local |substantive )*(?:laws? of )?(?:the )?(?:state of |commonwealth "
    rf"of |province of |republic of |kingdom of )?(?P<a>{_PLACES})\b"
    rf"|\b(?P<b>{_PLACES}) laws?\b|\b(?P<c>{_PLACES}) (?:instrument|contract)\b"
)
_GOVERNS = rx(
    r"\bgovern\w*|\bcontrols?\b|\bconstru\w+|\binterpret\w+|\bmade under\b|\bapply\b|\bapplies\b"
    r"|\bread under\b|\benforced?\b|\bsubject to the laws?\b|\bin accordance with the laws?\b"
    r"|\bpursuant to the laws?\b|\bunder the laws?\b"
)


def governing_law(page: Page) -> Found | None:
    """The state or country whose law governs, by its bare name; a party's own incorporation does not count."""
    for sentence in page.sentences:
        hit = _LAW.search(sentence.text)
        if not hit or not _GOVERNS.search(sentence.text):
            continue
        if rx(r"\b(?:organi[sz]ed|incorporated|existing|formed|corporation)\b[^.;]{0,40}$").search(
            sentence.text[: hit.start()]
        ) and not rx(r"govern|constru|interpret").search(sentence.text):
            continue
        group = next(g for g in ("a", "b", "c") if hit[g])
        name = STATES.get(re.sub(r"\s+", " ", hit[group]).lower(), hit[group])
        return Found(name.removeprefix("The "), sentence.start + hit.start(group), sentence.start + hit.end(group))
    return None


# ------------------------------------------------------------------------------------------------------------------ dates

_EXECUTION = rx(
    r"(?:in (?:witness|testimony) whereof|witness (?:my|our|the)|executed|signed|dated?(?: as of| "
    r"this| at)?|given under|set (?:my|his|her|their|our) hands?|made (?:this|on|as of)"
    r"|subscribed (?:these presents )?|date signed|done|given)\b[^;]{0,220}$"
)
_OTHER_DATE = rx(
    r"(?:\beffective(?: as of| on| from)?|\btakes? effect(?: on)?|\bdated|\bexecuted(?: by \w+)? "
    r"(?:on|as of)|\bof|\bfrom|\bon|\buntil|\bthrough|\bexpires?(?: on)?|\bsince|\bended|\bending"
    r"|\bbefore|\bafter|\bin|\bbegins?(?: on)?|\bpower of|\bfiled (?:on|as)|\bact of|\bchosen on"
    r"|\bplan statement of) ?$"
)
_EFFECTIVE = rx(
    r"\b(?:effective(?: as of| on| from)?|takes? effect(?: on)?|with effect from|commenc\w+(?: "
    r"on)?|begin\w*(?: on)?|in force from)[ ,]*(?:the )?$"
)
_NOTARIAL = rx(
    r"(?:before me|subscribed and sworn|sworn to|acknowledged|commission expires|my commission"
    r"|notar\w+|personally (?:appeared|came)|came before me|certif\w+)\b[^;]{0,260}$"
)


def executed(page: Page, closing: int, signed_at: list[int]) -> tuple[Found | None, Found | None]:
    """The date of execution and the effective date, each with its place.

    Execution: a date in the signature block or the closing sentence ("IN WITNESS WHEREOF ...", "Dated: ..."), nearest to
    the first signature; a date in a notary's certificate only where there is no other; then a date in a letter's head;
    an effective date only where it is the only one.
    """
    best: tuple[float, DateMention] | None = None
    effective: Found | None = None
    for mention in find_dates(page.text, page.start, page.end):
        before = page.text[max(page.start, mention.start - 260) : mention.start]
        line_before = before.rsplit("\n\n", 1)[-1]
        near = line_before[-70:]
        if _EFFECTIVE.search(near) and not rx(r"executed|signed").search(near):
            effective = effective or Found(mention.iso, mention.start, mention.end)
        score = _score(page, mention, before, line_before, closing, signed_at)
        if score > 0 and (best is None or score > best[0]):
            best = (score, mention)
    if best is None:
        return (effective, effective)
    return Found(best[1].iso, best[1].start, best[1].end, best[1].confidence), effective


def _score(
    page: Page, mention: DateMention, before: str, line_before: str, closing: int, signed_at: list[int]
) -> float:
    sentence = page.sentence_at(mention.start)
    lead = page.text[sentence.start : mention.start] if sentence.text else line_before
    alone = page.text[page.text.rfind("\n", 0, mention.start) + 1 : mention.start].strip(" ,.:_-").lower()
    after = page.text[mention.end : mention.end + 40]
    score = 0.0
    if rx(r"act of ?$|rule of ?$|code of ?$|plan of ?$").search(before):
        return 0.0
    if mention.start >= closing:
        score = 3.0
    if alone in (
        "",
        "date",
        "dated",
        "date signed",
        "this",
        "as of",
        "dated as of",
        "dated this",
        "executed",
        "signed",
        "executed as of",
        "signed on",
        "executed on",
        "date of signature",
    ):
        score = max(score, 2.0) + 2.0
    if re.match(r"\s*(?:\n|$|\t| {3})", after) and re.search(r"(?:^|\n|\t| {3})\s*$", before):
        score = max(score, 1.5) + 1.0
    if _EXECUTION.search(lead) and not rx(
        r"power of {atty} (?:dated|executed)|powers? (?:dated|executed|signed)|instrument dated"
        r"|\b(?:which|that|one) (?:i|the undersigned|he|she|it) (?:signed|executed|gave)|(?:signed"
        r"|executed|gave|given) by|agreement dated|letter (?:dated|of)|previously|earlier|prior"
    ).search(lead):
        score = max(score, 2.0) + 2.5
    if _NOTARIAL.search(lead) or _NOTARIAL.search(line_before):
        score -= 3.5 if score < 5 or mention.start > (signed_at[0] if signed_at else page.end) else 0
    if rx(
        r"(?:expires?|until|through|ends?|ending|terminat\w+|anniversary|effective(?: as of| on)?"
        r"|takes? effect(?: on)?)[ ,]*(?:on |the )?$"
    ).search(before[-30:]) and not rx(r"executed").search(before[-60:]):
        score -= 4.0
    if (
        rx(r"\b(?:dated|of|on|filed|since|in|executed|signed)(?: as of)? ?$").search(before[-14:])
        and mention.start < closing
        and not _EXECUTION.search(lead)
    ):
        score -= 2.0
    if signed_at:
        distance = min(abs(mention.start - s) for s in signed_at)
        score += max(0.0, 1.5 - distance / 400)
    return score

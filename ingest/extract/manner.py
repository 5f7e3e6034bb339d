"""How attorneys may act: joint or several, with substitutes or without, instead of earlier ones, under which law.

Each reader is a table of cues over sentences; a denial beside a cue undoes it.
"""

from __future__ import annotations

import re

from .appointment import Appointment
from .clauses import Found, Page
from .tokens import rx
from .words import STATES

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
    r"\bin (?:his|her|their|the) absence\b|\bor,? (?:when|if|in case|should)\b"
    r"|\bfailing (?:him|her|them|either|that)\b|\bshould "
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


_REVOKES = rx(
    r"\b(?:hereby |do |does |expressly |further )*(?:revok(?:e|es|ing)|cancels?|cancell?ing"
    r"|supersed(?:e|es|ing)|replac(?:e|es|ing)|terminat(?:e|es|ing)|rescind(?:s|ing)?|annuls?|withdraw(?:s|ing)?"
    r"|sets? "
    r"aside)(?:,? (?:and|or) (?:revok\w+|cancels?|supersedes?|replaces?|terminat\w+|rescinds?"
    r"|withdraws?))*\b(?! (?:when|on|upon|if|at the|automatically|immediately|in the "
    r"event))[^.;]{0,60}?\b(?:any|all|every|each|earlier|prior|previous\w*|existing"
    r"|former|the (?:power|one|letter|authority)|my (?:letter|power|earlier|prior)|that (?:power|authority"
    r"|letter|appointment)|powers? of {atty}|(?:authority|authori[sz]ation)s?)\b"
    r"|\b(?:prior|previous|earlier|existing|former|all (?:other )?)\b[^.;]{0,70}\b(?:powers? of "
    r"{atty}|powers?|authori[sz]ations?|appointments?|designations?)\b[^.;]{0,90}\b(?:are|is|be"
    r"|been|stands?) (?:hereby |by this \w+ |hereafter |accordingly )?(?:revoked|withdrawn"
    r"|cancell?ed|superseded|replaced|terminated|rescinded|annulled)"
    r"|\b(?:is|are) (?:hereby )?(?:superseded|replaced|revoked|cancell?ed) by (?:this|the present)\b"
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


_PLACES = "|".join(name for name in sorted(STATES.values(), key=len, reverse=True))
_LAW = rx(
    rf"\b(?:laws?|governed by|construed|interpreted|statutes?|code)\b[^.;]{{0,90}}?\b(?:of|under) "
    rf"(?:the )?(?:internal |local |substantive )*(?:laws? of )?(?:the )?(?:state of |commonwealth "
    rf"of |province of |republic of |kingdom of )?(?P<a>{_PLACES})\b"
    rf"|\b(?P<b>{_PLACES}) laws?\b|\b(?P<c>{_PLACES}) (?:instrument|contract)\b"
)
_GOVERNS = rx(
    r"\bdetermined\b|\bvalidity\b|\bgovern\w*|\bcontrols?\b|\bconstru\w+|\binterpret\w+|\bmade under\b"
    r"|\bapply\b|\bapplies\b"
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

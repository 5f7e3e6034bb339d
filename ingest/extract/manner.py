"""How attorneys may act: joint or several, with substitutes or without, under which law.

Each reader is a table of cues over sentences; a denial beside a cue undoes it.
"""

from __future__ import annotations

import re

from .appointment import Appointment
from .clauses import Found, Page
from .patterns import cased, rx
from .words import STATES

_TOGETHER = r"(?:together|jointly|in concert|conjointly|unanimous\w*)"
_APART = r"(?:singly|alone|apart|individually|severally|separately|independently|solely)"
_JOINT = rx(
    rf"\b(?:acting|act|sign|signing|executed?|exercised?|signed|jointly|together)\b(?! (?:\w+ )?{_APART})(?:"
    rf" \w+){{0,3}}? {_TOGETHER}\b(?!,? (?:and|or|and/or)/?(?: or)? (?:not )?{_APART})|\b{_TOGETHER},? (?:and"
    rf"|but) not {_APART}|\bonly (?:acting )?{_TOGETHER}|\b(?:any|at least|every) (?:two|three)(?: or more)?(?:"
    rf" \(\d\))? of (?:them|the|whom|such|these|those)|\bboth (?:of them )?(?:must|shall|to|have to|need to)"
    rf" (?:sign|act)|\bmust (?:both|all|each) (?:sign|act)|\bby (?:any )?two of\b|\bjoint (?:signatures?"
    rf"|action|authority|powers?(?! of))\b|\bunanim\w+|\bat least two\b|\bboth of (?:them|whom) (?:acting"
    rf" )?together\b|\bnot by (?:any )?one (?:of them )?alone\b"
    rf"|\bone of (?:them|whom) alone (?:has|have|may|can|shall) (?:no|not)\b|\bmajority of (?:them|the|whom|those)"
    rf"|\bboth (?:of )?their signatures\b|\bno\b[^.;]{{0,60}}\b(?:signed|executed|exercised|done) by (?:only )?(?:any"
    rf" )?one"
    rf"\b[^.;]{{0,30}}\b(?:alone|only)\b|\b(?:by|of) (?:only )?(?:any )?one\b[^.;]{{0,40}}\b(?:only"
    rf"|alone)\b[^.;]{{0,30}}"
    rf"\b(?:no (?:effect|force|avail)|void|invalid|not bind|not valid)\b|\bconcurrence of (?:both|all|two|the other)"
    rf"|\bunless (?:both|all|each|two)(?: of (?:them|the"
    rf" \w+))?(?: have| has)? (?:sign|join|act)\w*\b|\bnone (?:of (?:them|whom) )?(?:may|shall|to|can)"
    rf" (?:act|sign) (?:alone|without|{_APART})|\b(?:no one|neither)(?: of (?:them|whom))? (?:may|shall|can|is"
    rf" to) (?:act|sign) (?:alone|without|{_APART})|\btwo (?:signatures|of the three|acting)|\bsignatures? of"
    rf" (?:both|all|two|any two)\b|\b(?:it|this) takes two\b|\bthe two (?:of them )?(?:acting )?together\b"
)
_EACH = r"(?:each|any|either|every|whichever|whoever)"
_WHO = (
    r"(?:person|individual|agent|{atty}s?(?:[- ]in[- ]fact)?|officer|holder|one|member|signatory|partner|employee"
    r"|lawyer)s?"
)
_SEVERAL = rx(
    rf"\b{_EACH}(?: one)?(?: or (?:all|both|more))?(?: of (?:them|the(?:se|m|ir)?(?: (?:two|three|four|five|six"
    rf"|seven|eight|ten|foregoing|above|named|same|persons|individuals|others?))?|those|whom|such|said))\b|\bany"
    rf" (?:one )?(?:or more )?of (?:them|whom|the)\b|\bany one\b|\bany one or more\b|\b(?:sign|act|acting"
    rf"|signing)(?:ing)? {_APART}\b|\b(?:severally|singly|separately)\b|\bindividually\b(?! (?:and on behalf|as"
    rf" principal))|\band/or\b|\b(?:without|not requir\w+|needs? no|irrespective of) (?:the |any |either |our |my"
    rf" |his |her )?(?:\w+ ){{0,3}}?(?:joinder|consent|others?|concurrence|participation|rest|either)\b"
    rf"|\b(?:neither|none|no one)\b[^.;]{{0,30}}\b(?:needs?|requires?|depends?|waits?|ask"
    rf"|consult)\b[^.;]{{0,30}}\b(?:others?|rest)"
    rf"|\b(?:one|any|either|each)\b[^.;]{{0,60}}\b(?:suffic\w+|is enough|are enough|will do|is as good|alone)\b"
    rf"|\benough if (?:any )?one\b|\bone (?:of them )?(?:if|alone|may|is)\b|\b{_EACH} (?:such |said |named"
    rf" )?(?:{_WHO} )?(?:\w+ ){{0,4}}?(?:able|empowered|authori[sz]ed|entitled|shall have|may|can|acting|being"
    rf"|having|alone|on (?:his|her|its|their) own|with)\b|\bneed(?:s)? not (?:act|sign)\b|\bmay each\b|\bon"
    rf" (?:his|her|their|its)(?: or (?:his|her))? own\b|\bseveral (?:power|authorit)|\bwhat (?:any"
    rf" )?one\b[^.;]{{0,30}}\b(?:does|signs|do|sign)\b"
    rf"|\bnot (?:be )?(?:necessary|needed|required) (?:that|for) (?:both|all|the others?|any other)\b|\bby either\b"
    rf"|\bwhen (?-i:[A-Z])[\w. '-]{{2,40}} is (?:on leave|away|absent|not available|unavailable)\b"
    rf"|\bno (?:concurrence|joinder|joint action|consent)\b[^.;]{{0,40}}\b(?:needed|required|necessary)\b"
    rf"|\bas (?:an? |his |her |their |my )?(?:substitute|alternate|deputy|back-?up|stand-?in),? (?:when|if|in case"
    rf"|whenever"
    rf"|should)\b|\beach of (?!us|the undersigned|the"
    rf" persons|me|my)|\bright of each\b|\bor (?:either|any|each)\b|\bany of the (?:above|foregoing|persons"
    rf"|individuals|named|three|two|four)|\bindependent(?:ly)? of (?:the|each|one)|\bby (?:himself|herself"
    rf"|themselves|itself)\b|\balone\b|\bone of them\b|\bupon any\b|\beach (?:one|agent|person)\b|\bto each\b"
    rf"|\beach singly\b"
    rf"|\b{_TOGETHER},? or (?:\w+ )?{_APART}"
    # one in another's stead
    rf"|\bin (?:his|her|their|the|whose) (?:absence|default)\b|\bor,? (?:when|if|in case|should)\b|\bfailing"
    rf" (?:him|her|them|either|that|whom)\b|\b(?:should|if|when|whenever|where|in case) (?:he|she|they|either|the"
    rf" (?:first|former))\b[^.;]{{0,40}}\b(?:cannot|can't|unable|unwilling|unavailable|absent|away|not available"
    rf"|not act|fails?|ceas\w+|be)\b|\b(?:successor|alternate|substitute|back-?up|deputy)"
    rf" (?:{{atty}}s?(?:[- ]in[- ]fact)?|agents?)\b(?=[^.;]{{0,40}}(?:\babove|\.|$))"
)


def authority(page: Page, appointment: Appointment, names: list[str]) -> Found | None:
    """`several` or `joint`, read in the appointment clause first, then anywhere; None when nothing is said."""
    if len(names) < 2:
        return None
    start, end = appointment.start, appointment.end
    whole = _TICKED_NO.sub(lambda m: " " * len(m.group()), page.text)
    for s, e in ((start, end), (page.start, page.end)):
        joint = _JOINT.search(whole, s, e)
        if (
            joint
            and not page.sentence_at(joint.start()).text.isspace()
            and not _unticked(page.text, joint.end())
            and not rx(r"\bnot\s*$").search(page.text[max(s, joint.start() - 8) : joint.start()])
        ):
            return Found("joint", joint.start(), joint.end())
        several = _SEVERAL.search(page.text, s, e)
        if several and (s, e) != (page.start, page.end):
            return Found("several", several.start(), several.end())
    clause = page.text[start:end]
    last_but_one, last = names[-2].split(",")[0].split()[-1], names[-1].split()[0]
    listed = re.search(  # not kept as `rx` keeps patterns: each text has names of its own
        rf"{re.escape(last_but_one)}(?:[^.;]|\.(?=[,)]|\s+(?-i:[a-z(]))){{0,80}}?\bor\s+{re.escape(last)}",
        clause,
        re.IGNORECASE,
    )
    if listed:
        return Found("several", start + listed.start(), start + listed.end())
    for sentence in page.sentences:
        if sentence.text.isspace() and rx(r"\btogether\b|\bjointly\b").search(sentence.raw):
            return Found("several", sentence.start, sentence.end)  # "Must they act together? No."
        text = _TICKED_NO.sub(lambda m: " " * len(m.group()), sentence.text)
        hit = _SEVERAL.search(text)
        if hit and _ACTORS.search(text) and not _NOT_ACTORS.search(text):
            return Found("several", sentence.start + hit.start(), sentence.start + hit.end())
    return None


_ACTORS = rx(
    r"\[x\]|[\u2611\u2612]|\b{atty}|\bagents?\b|\bthey\b|\bthem\b|\bact(?:ing)?\b|\bsigning\b|persons? (?:named"
    r"|above|in|listed)|\bmay\b|\bcan\b"
    r"|\bexecute\b|\bsign\b|\bsignature\b|\bwhom?\b|\bholders?\b|\bneither\b|\bexercised?\b|\bwill do\b"
    r"|\benough\b|\bsuffic|\bone does\b|\bsigned by\b|\bon leave\b"
)
_NOT_ACTORS = rx(
    r"\bundersigned,? (?:jointly|severally|and each)|\bcounterparts?\b|\beach (?:such )?substitute\b|\beach of"
    r" (?:us|the undersigned)\b|\bfor one another\b"
    r"|\b(?:none|neither) of\b[^.;]{0,60}\bassum"
)
_TICKED_NO = rx(r"\u2610[^\u2610-\u2612.;\n]*|\[ \][^\[\].;\n]*")


_OTHER_HANDS = (
    r"(?:(?:re)?substitut\w*|delegat\w*|deput\w*|successors?|sub-?agents?|sub-?delegat\w*|sub-?{atty}s?"
    r"|replacements?)"
)
_SUBSTITUTE = rx(
    rf"\b(?:powers?|right|authority|faculty|facult[\u00e9e]|leave|liberty|permission)\b (?:\w+,? ){{0,6}}?(?:of"
    rf"|to|for|de) (?:\w+,? ){{0,4}}?{_OTHER_HANDS}|\b(?:may|can|to|is free to|are free to|shall be free to|be"
    rf" entitled to)\b (?:\w+,? ){{0,4}}?(?:substitute|(?:sub-?|re-?)?delegate|deputi[sz]e)\b"
    rf"|\b(?:powers?|authority|mandate|authori[sz]ation|appointment|it|they)\b[^.;]{{0,60}}\b(?:may|can) (?:also )?be"
    rf" (?:sub-?)?delegated\b(?! by (?:neither|none|no))"
    rf"|^\W*(?:\w{{1,3}}[.\u00b7)] ?)?(?:name|appoint|designate)\b (?:\w+ ){{0,4}}?substitutes?\b|\bsubstituting\b"
    rf"|\bdelegating\b|\bsubstitutes? (?:whom|that|as) (?:they|he|she|it|the \w+)"
    rf" (?:may|puts?|names?|appoints?|choos\w+|designates?|selects?)\b|\b(?:may|can|power to"
    rf"|right to|to|by)\b (?:(?!i\b)\w+,? ){{0,3}}?(?:name|naming|appoint|appointing|designate|nominate|choose"
    rf"|select|engage|put|have|place)\w*\b[^.;]{{0,50}}?(?:\b{_OTHER_HANDS}\b|\b(?:an)?other(?: person)?s? in"
    rf" (?:his|her|their|its|our) )|\b(?:may|can) (?:\w+,? ){{0,3}}?(?:have|be|get) (?:\w+ ){{0,4}}?replaced by\b"
    rf"|\bsubstitution (?:and|or) (?:re-?substitution|revocation)|\b(?:delegation|substitution)\b[^.;]{{0,30}}? (?:is"
    rf"|are) (?:permitted"
    rf"|allowed|granted)|\bsubstitutes? may be (?:\w+ )?(?:named|appointed|chosen|designated)\b"
    rf"|\b(?:may|can) (?:let|ask) (?:an)?(?:other|colleague|deputy|a colleague|a deputy)\b"
    rf"|\bfree to (?:have|let|ask) (?:an)?other\b|\b(?:they|he or she|he|she|it|either|each) may (?:depute"
    rf"|deputi[sz]e|substitute)\b"
    rf"|\b(?:a|the|any|each) substitutes? (?:named|appointed|chosen|designated) (?:\w+ ){{0,3}}?by\b|\buse (?:of"
    rf" )?(?:sub-?agents?|substitutes?|deput\w+)\b|\bmay (?:appoint"
    rf"|name) (?:others?|another)\b|\bdelegate to (?:others|another|any)"
    rf"|\b(?:may|can|to) (?:\w+ ){{0,2}}?(?:pass|hand|transfer|entrust|commit|cede|assign|give)\w*(?: on)? (?:\w+"
    rf" ){{0,4}}?(?:powers?|authority|mandate|functions?|tasks?|duties|it|them)\b(?:,? (?:in whole or (?:in"
    rf" )?part|on|over|wholly or in part))*,? (?:to|upon) (?!me\b|us\b|them\b|him\b|her\b|the (?:company"
    rf"|undersigned))|\b(?:may|can|power to|right to|to) (?:\w+,? ){{0,2}}?(?:name|appoint|designate|nominate"
    rf"|authori[sz]e"
    rf"|choose|select)\w*\b[^.;]{{0,40}}?\b(?:someone|somebody|others?|another|persons?|a colleague|colleagues"
    rf"|employees?|attorneys?|agents?)\b[^.;]{{0,50}}\b(?:in (?:his|her|their|its|whose) (?:place|stead|room)|to"
    rf" act for (?:him|her|them|it)|under (?:him|her|them))|\b(?:may|can|to) act (?:through|by) (?:agents?"
    rf"|others?|another|deput\w+|delegates?|substitutes?|any (?:other )?(?:person|employee))"
    rf"|\b(?:may|can|shall)\b[^.;]{{0,80}}?\b(?:and|or) (?:name|appoint|designate|put in)"
    rf" (?:an? |his own |other )?{_OTHER_HANDS}"
)
_NO_SUBSTITUTE = rx(
    r"\b(?:no|not|without|nor|never|neither|cannot|can't|none)\b[^.;]{0,60}(?:substitut\w*|delegat\w*|deput\w*|in"
    r" (?:his|her|their|its) place|replacements?|pass (?:these|this|the|such|it) ?(?:powers?|authority|on)?|hand"
    r" (?:this|the|it)|sub-?agents?)|\bsubstitution is (?:not|denied|excluded|withheld)|\b(?:forbidden|prohibited)"
    r" (?:to|from) (?:delegat|substitut)\w+|\bno (?:further"
    r" )?substitution|\bmay not (?:appoint|delegate|substitute|name|pass|hand|transfer|assign|entrust|cede)"
    r"|\b(?:substitut\w+|delegat\w+)"
    r" (?:is|are) (?:expressly )?(?:not|excluded|withheld|denied|forbidden|prohibited)"
)
_BUT_NOT = rx(r"\(but not [^()]*\)|\bbut not\b[^.;,]*,|\bwithout (?:limitation|limiting|prejudice)\b")
_TICKS = rx(r"[\u2611\u2612]|\[x\]|\(x\)")


def _unticked(text: str, at: int) -> bool:
    """Whether a question is answered "no" by the first ticked box behind it."""
    tick = _TICKS.search(text, at, at + 120)
    return tick is not None and rx(r" ?no\b").match(text, tick.end()) is not None


def substitution(page: Page, end: int, kind: str) -> Found | None:
    """Where a power of substitution or delegation is granted; None where it is denied or not given."""
    for sentence in page.sentences:
        if sentence.start >= end:
            break
        if not _SUBSTITUTE.possible(sentence.text):
            continue
        text = _BUT_NOT.sub(lambda m: " " * len(m.group()), sentence.text)
        hit = _SUBSTITUTE.search(text)
        if not hit or _unticked(page.text, sentence.start + hit.end()):
            continue
        if kind == "substitution" and not rx(
            r"\b(?:each|the|any|such) (?:\w+ )?substitutes? (?:may|has|have|shall have)|\bresubstitut|\bfurther"
            r" (?:power of )?substitut|\bpower of further substitution"
            r"|\b(?:appoints?|designates?|names?)\b[^;]*\bwith (?:the )?(?:full )?power of substitution"
        ).search(text):
            continue
        denied = _NO_SUBSTITUTE.search(text)
        if denied and denied.start() <= hit.end() and hit.start() - denied.start() < 90:
            continue
        if rx(r"account administrators?|filing agent").search(text) and not rx(r"substitut").search(text):
            continue
        return Found("true", sentence.start + hit.start(), sentence.start + hit.end())
    return None


_PEOPLES: dict[str, str] = dict(
    pair.split(" ")
    for pair in (
        "french France; english England; scottish Scotland; scots Scotland; irish Ireland; german Germany; "
        "swiss Switzerland; dutch Netherlands; belgian Belgium; italian Italy; spanish Spain; portuguese Portugal; "
        "austrian Austria; swedish Sweden; danish Denmark; norwegian Norway; finnish Finland; israeli Israel; "
        "japanese Japan; canadian Canada; mexican Mexico; brazilian Brazil; bermudian Bermuda; australian Australia; "
        "indian India; chinese China; korean Korea; greek Greece; luxembourgish Luxembourg; californian California; "
        "texan Texas"
    ).split("; ")
)
_PLACES = "|".join(name for name in sorted(STATES.values(), key=len, reverse=True))
_LAW = rx(
    rf"\b(?:laws?|governed by|construed|interpreted|statutes?|code)\b[^.;]{{0,90}}?\b(?:of|under) (?:the"
    rf" )?(?:internal |local |substantive )*(?:laws? of )?(?:the )?(?:state of |commonwealth of |province of "
    rf"|republic of |kingdom of )?(?P<a>{_PLACES})\b|\b(?P<b>{_PLACES}) laws?\b|\b(?P<c>{_PLACES}) (?:instrument"
    rf"|contract)\b|\b(?P<d>{'|'.join(_PEOPLES)}) law\b"
    rf"|\b(?:governing|applicable) law ?[:.\t-] ?(?:the )?(?:state of |commonwealth of )?(?P<e>{_PLACES})\b"
)
_GOVERNS = rx(
    r"\bis an? (?:\w+ ){1,3}(?:instrument|contract)\b|\bapplicable\b|\bdetermined\b|\bvalidity\b|\bgovern\w*"
    r"|\bcontrols?\b|\bconstru\w+|\binterpret\w+|\bmade under\b"
    r"|\bapply\b"
    r"|\bapplies\b|\bread under\b|\benforced?\b|\bsubject to the laws?\b|\bin accordance with the laws?\b"
    r"|\bpursuant to the laws?\b|\bunder the laws?\b"
)


def governing_law(page: Page) -> Found | None:
    """The state or country whose law governs, by its bare name; a party's own incorporation does not count."""
    for sentence in page.sentences:
        if not _GOVERNS.search(sentence.text):
            continue
        hit = _LAW.search(sentence.text)
        if not hit:
            continue
        if rx(r"\b(?:organi[sz]ed|incorporated|existing|formed|corporation)\b[^.;]{0,40}$").search(
            sentence.text[: hit.start()]
        ) and not rx(r"govern|constru|interpret").search(sentence.text):
            continue
        group = next(g for g in "abcde" if hit[g])
        said = cased(r"\s+").sub(" ", hit[group]).lower()
        name = _PEOPLES.get(said) or STATES.get(said, hit[group])
        return Found(name.removeprefix("The "), sentence.start + hit.start(group), sentence.start + hit.end(group))
    return None

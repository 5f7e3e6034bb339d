"""Whether several attorneys may act each alone, or must act together."""

from __future__ import annotations

import re

from .attorney import Appointment
from .boxes import TICKED_NO, unticked
from .clauses import VERB, Found, Page, Sentence
from .patterns import Stems, rx

_TOGETHER = r"(?:together|jointly|in concert|conjointly|unanimous\w*)"
_APART = r"(?:singly|alone|apart|individually|severally|separately|independently|solely)"
_JOINT = rx(
    rf"\b(?:acting|act|sign|signing|executed?|exercised?|signed|jointly|together)\b(?! (?:\w+ )?{_APART})(?:"
    rf" \w+){{0,3}}? {_TOGETHER}\b(?!,? (?:and|or|and/or)/?(?: or)? (?:(?:may|can) )?(?:act )?(?:not )?(?:{_APART}"
    rf"|either\b|each\b|any\b"
    rf"|one at a time))|\b{_TOGETHER},? (?:and"
    rf"|but) not {_APART}|\bonly (?:acting )?{_TOGETHER}|\b(?:any|at least|every) (?:two|three)(?: or more)?(?:"
    rf" \(\d\))? of (?:them|the|whom|such|these|those)|\bboth (?:of them )?(?:must|shall|to|have to|need to)"
    rf" (?:sign|act)|\bmust (?:both|all|each) (?:sign|act)|\b(?:all|both)(?: (?:of them|two|three|four|five|(?:the )?"
    rf"{{atty}}s?(?:[- ]in[- ]fact)?))?"
    rf" (?:must|shall|have to|need to|are to|are required to) (?:\w+ )?(?:sign|act|join)\b|\bby (?:a )?majority\b"
    rf"|\b(?:must|shall|is to|are to|ha(?:s|ve) to|only (?:if|when)|unless|needs?|requires?)\b[^.;]{{0,60}}\b(?:by"
    rf"|of) (?:both"
    rf"|all (?:of|two|three|the)|two of)\b|\b(?:only (?:if|when)|unless) (?:both|all of|all three|two of)\b"
    rf"|\b(?:neither|none|no one|nobody)\b[^.;]{{0,60}}\bwithout (?:the|any) others?\b"
    rf"|\bone(?: of (?:them|the \w+))?(?: alone| only)? (?:does|do|is|shall|will) not (?:suffice|be enough|enough"
    rf"|sufficient"
    rf"|bind)|\b(?:power|authority|appointment|mandate) is (?:a )?joint\b"
    rf"|\b(?:two|three) of (?:them|the|whom|these|those|my|their)\b[^.;]{{0,50}}\b(?:must|shall|have to|need to|are"
    rf" (?:to|required)|signatures?)\b|\bfewer than (?:two|three|both|all)\b|\b(?:only|except|unless|not) (?:\w+ )?with"
    rf" the (?:\w+ )?(?:co-?|counter)?signature of\b|\b(?:no|neither|none)\b[^.;]{{0,70}}\bwithout (?:the )?(?:\w+"
    rf" )?(?:concurrence|joinder|consent|countersignature|signature|participation|approval|agreement|joining) of\b"
    rf"|\bby (?:any )?two of\b|\bjoint (?:signatures?"
    rf"|action|authority|powers?(?! of))\b|\bunanim\w+|\bat least two\b|\bboth of (?:them|whom) (?:acting"
    rf" )?together\b|\bnot by (?:any )?one (?:of them )?alone\b"
    rf"|\bone of (?:them|whom) alone (?:has|have|may|can|shall) (?:no|not)\b|\bmajority of (?:them|the|whom|those)"
    rf"|\bboth (?:of )?their signatures\b|\bno\b[^.;]{{0,60}}\b(?:signed|executed|exercised|done) by (?:only )?(?:any"
    rf" )?one"
    rf"\b[^.;]{{0,30}}\b(?:alone|only)\b"
    rf"|\bno\b[^.;]{{0,60}}\b(?:signed|executed) by only (?:any )?one\b"
    rf"|\b(?:by|of) (?:only )?(?:any )?one\b[^.;]{{0,40}}\b(?:only"
    rf"|alone)\b[^.;]{{0,30}}"
    rf"\b(?:no (?:effect|force|avail)|void|invalid|not bind|not valid)\b|\bconcurrence of (?:both|all|two|the other)"
    rf"|\bunless (?:both|all|each|two)(?: of (?:them|the"
    rf" \w+))?(?: have| has)? (?:sign|join|act)\w*\b|\bnone (?:of (?:them|whom) )?(?:may|shall|to|can)"
    rf" (?:act|sign) (?:alone|without|{_APART})|\b(?:no one|neither)(?: of (?:them|whom))? (?:may|shall|can|is"
    rf" to) (?:act|sign) (?:alone|without|{_APART})|\btwo (?:signatures|of the three|acting)|\bsignatures? of"
    rf" (?:both|all|two|any two)\b|\b(?:it|this) takes two\b|\bthe two (?:of them )?(?:acting )?together\b"
    # "A and B, jointly, to sign"; "signed by A together with B or C"
    rf"|, {_TOGETHER}(?:,|(?= (?:as|to|my|his|her|the)\b))(?! (?:and|or|and/or|but) )"
    rf" (?:as|to (?:\w+ ){{0,2}}?(?:sign|execute|act|file|submit|be|serve)|(?:my|his|her|its|the) (?:\w+ "
    rf"){{0,5}}?{{atty}})"
    rf"|\b(?:signed|executed|exercised|acts?|signs?|acting)\b[^.;]{{0,50}}?\b(?:together|jointly) with"
    r" (?:(?:either|any|one|another|at least|the other|both)\b|(?:(?:mr|ms|mrs|dr)\W ?)?(?-i:[A-Z]))"
    r"|\b(?:both|two) (?:of )?(?:(?:your|their|the|these) )?signatures\b|\bcollective signatures?\b|\bcollectively "
    r"(?:sign|execute|act)|\bsignatures? by two\b"
    r"|\b(?:both|all)(?: of (?:you|them|the \w+))?,? (?:acting )?in concert\b"
    r"|\b(?:no|not|never|neither)\b[^.;]{0,40}?\b(?:signature|act|word|hand)s? of (?:only )?(?:any "
    r")?one\b[^.;]{0,40}?\b(?:suffic\w+|enough|valid|alone|bind\w*)\b"
    r"|\bneither of (?:you|them|the two)\b[^.;]{0,40}?\bwithout the other\b|\bsignatures? (?:are|is) (?:both|each) "
    r"(?:required|needed|necessary)\b"
)
# "Two must sign", "every form must carry the names of both", "a form with one signature only is not mine"
_ALL = (
    r"(?:both(?: of (?:them|the|these|their))?|all (?:of (?:them|the {atty}|these)|two|three|four|the {atty}s)"
    r"|(?:the )?two(?= (?:of|must|signatures?|needs?|have|are|shall))|more than one|joint action|each other"
    r"|(?:co-?|counter-?|joint |second |two |both )signatures?)"
)
_REQUIRED = (
    r"(?:must|required?|requires|needed|needs?|necessary|called for|demanded|ha(?:s|ve) to|essential|indispensable"
    r"|wanted)"
)
_NOT = r"(?:not|no|nor|neither|never|none|nothing|without|\w+n't)"
_TOGETHER_ONLY = rx(
    rf"\b{_ALL}\b(?! (?:forms?|reports?|documents?|such|other))[^.;]{{0,30}}?\b{_REQUIRED}\b"
    rf"|\b{_REQUIRED}\b[^.;]{{0,30}}?\b(?:by|of|from|names?) {_ALL}\b"
    r"|\b(?:only|but|just) one (?:signature|of (?:them|the|their|these|those|whom))\b[^.;]{0,50}?\b(?:not|no|nor|void"
    r"|invalid|worthless|insufficient)\b"
    r"|\b(?:as|like) a pair\b|\bin common\b(?! stock)|\bneither\b[^.;]{0,40}?\b(?:by (?:him|her|it)self|on (?:his|her"
    r"|its) own|alone|singly)\b"
    r"|\bwithout (?:both|two|a second|the second)\b[^.;]{0,60}?\b(?:no|not|nothing|none|void|invalid)\b"
    r"|\bonly (?:if|when|where|with) (?:both|all|two|the other)\b|\bneither\b[^.;]{0,60}?\bwithout the other\b"
)
_NOT_TOGETHER = rx(
    rf"\b{_NOT}\b[^.;]{{0,30}}?\b{_REQUIRED}\b[^.;]{{0,20}}?\b(?:{_ALL}|both|together|jointly)\b|\b{_NOT} (?:\w+ "
    rf"){{0,2}}?{_ALL}\b[^.;]{{0,30}}?\b{_REQUIRED}\b"
    rf"|\b{_ALL}\b[^.;]{{0,30}}?\b(?:{_NOT} (?:be )?{_REQUIRED}|{_REQUIRED} not)\b"
    r"|\b(?:not|no) (?:\w+ )?(?:matter|difference|importance|consequence|odds)\b[^.;]{0,20}\bwhich\b"
    r"|\b(?:is|are|be|shall be|being) (?:joint and )?several\b(?! (?:\w+ )?(?:persons?|powers?|forms?|reports?))"
    r"|\bone or the other\b|\balternatively\b"
    r"|\bas one or (?:as )?(?:both|all|two)\b|\b(?:to|by|for) each\b(?! (?:form|report|such|of the (?:forms|reports)"
    r"|other))"
    r"|\b(?:each|either|any one)\b[^.;]{0,40}?\bby (?:him|her|it)self\b|\bwhichever (?:signs|acts|may|of (?:them"
    r"|the two|these"
    r"|those)|one|is)\b"
)
_EACH = r"(?:each|any|either|every|whichever|whoever)"
_WHO = (
    r"(?:person|individual|agent|{atty}s?(?:[- ]in[- ]fact)?|officer|holder|one|member|signatory|partner|employee"
    r"|lawyer)s?"
)
_SEVERAL = rx(
    rf"\b{_EACH}(?: one)?(?: or (?:all|both|more))?(?: of (?:them|the(?:se|m|ir)?(?: (?:two|three|four|five|six"
    rf"|seven|eight|ten|foregoing|above|named|same|persons|individuals|others?))?|those|whom|such|said|you))\b|\bany"
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
    rf"|\b(?:sufficient|enough|suffices)\b (?:that|if|for)\b[^.;]{{0,60}}\b(?:one|any|either)\b|\b(?:power|authority"
    rf"|appointment"
    rf"|mandate) is several\b|\bneed be no (?:joint|concurrent)|\bno need (?:for|of) (?:joint|concurrent)|\bnone "
    rf"needs\b|\bwhom failing\b"
    rf"|\beach (?:shall |to |will |may )?(?:have|has|having|hold|holds)\b|\bone at a time\b|\bmore than "
    rf"one\b[^.;]{{0,40}}"
    rf"\b(?:signature|sign|join)|\bno\b[^.;]{{0,40}}\b(?:requires?|needs?)\b[^.;]{{0,20}}\bmore than one\b"
    rf"|\b(?:only|just|but) one (?:of\b|{_WHO}|signature)|\b(?:act|action|signature)s? of (?:only |just |but "
    rf")?(?:any |a )?"
    rf"(?:one|single)\b|\ba single (?:{_WHO}|one)\b"
    rf"|\b(?:when(?:ever)?|if|while|in case|should) (?-i:[A-Z])[\w. \u00b7'-]{{2,40}} (?:is|be) (?:\w+ )?(?:on leave"
    rf"|away|absent|available"
    rf"|unavailable|unable|prevented|ill|abroad)\b"
    rf"|\bno (?:concurrence|joinder|joint action|consent)\b[^.;]{{0,40}}\b(?:needed|required|necessary)\b"
    rf"|\bas (?:an? |his |her |their |my )?(?:substitute|alternate|deputy|back-?up|stand-?in),? (?:when|if|in case"
    rf"|whenever"
    rf"|should)\b|\beach of (?!us|the undersigned|the"
    rf" persons|me|my)|\bright of each\b|\bor (?:either|any|each)\b|\bany of the (?:above|foregoing|persons"
    rf"|individuals|named|three|two|four)|\bindependent(?:ly)? of (?:the|each|one)|\bby (?:himself|herself"
    rf"|themselves|itself)\b|\b(?<!undersigned\s)(?<!principal\s)(?<!grantor\s)alone\b|\bone of them\b|\bupon any\b"
    rf"|\beach (?:one|agent|person)\b|\bto each\b"
    rf"|\beach singly\b"
    rf"|\b{_TOGETHER},? or (?:\w+ )?{_APART}"
    # the signature of one is enough, and one acts for all
    rf"|\b(?:signature|act|action|word|hand)s? of (?:any one|any|either|each|one)\b|\b(?:to|upon|in) either\b"
    r"(?! (?:case|event|forms?|reports?|side|party|exchange))"
    rf"|\b(?:either|any one|one|each)(?: of (?:them|the two))? (?:may |shall |will |can )?(?:\w+ )?(?:binds?|acts? "
    rf"for)\b"
    # one in another's stead
    rf"|\bin (?:the )?(?:event|case) of (?:his|her|their|whose|the) (?:\w+ ){{0,2}}?(?:absence|death|inability"
    rf"|incapacity"
    rf"|disability|resignation|refusal|unavailability)\b"
    rf"|\bin (?:his|her|their|the|whose|(?:that|such) \w+'s) (?:absence|default)\b|\bor,? (?:when|if|in case|should"
    rf"|during|while)\b|\bfailing"
    rf" (?:him|her|them|either|that|whom)\b|\b(?:should|if|when|whenever|where|in case|in the event)(?: that)? (?:he"
    rf"|she|they|either|the"
    rf" (?:first|former))\b[^.;]{{0,40}}\b(?:cannot|can't|unable|unwilling|unavailable|absent|away|not available"
    rf"|not act|fails?|ceas\w+|be)\b|\b(?:successor|alternate|substitute|back-?up|deputy)"
    rf" (?:{{atty}}s?(?:[- ]in[- ]fact)?|agents?)\b(?=[^.;]{{0,40}}(?:\babove|\.|$))"
)


# "designated any of Ann Lee, Bo Park and Cy Dunn"
_ANY_OF = rx(r"\b(?:any|either)(?: one)?(?: or more)? of (?:(?:mr|ms|mrs|dr|messrs)\W ?)?(?-i:[A-Z][a-z])")
_NO_NEED = rx(
    r"\b(?:not|no|without|nor|needs? no|not requir\w+|whether or not) ?(?:need (?:for|of) )?(?:the |any )?$"
    r"|\b(?:not|no|nor|never|needn't) (?:\w+ ){0,2}?(?:needs?|required?|obliged|bound|necessary|ha(?:ve|s)|supposed)"
    r"(?: \w+){0,3}? $"
)


_BY_FORM = rx(
    r"\b(?:as to|for|on|with|in the case of) (?:\w+ ){0,2}?forms? (?:3|4|5)\b"
    r"|\b(?:an?|any|every|each|the|my) forms? (?:3|4|5)\b[^.;]{0,40}\b(?:signed|executed|signature|need|require)\w*\b"
    r"|\b(?:sign|execute)s? (?:an?|any|every|each|the|my) forms? (?:3|4|5)\b"
)


_OTHER_FORMS = rx(r"\b(?:all|any|every) other (?:\w+ )?(?:forms?|reports?|statements?|filings?)\b|\botherwise\b")


def _by_form(page: Page, sentence: Sentence) -> tuple[int, int]:
    """Where a text says of some forms that attorneys sign them together, and beside it of others that one may."""
    said = [s for s in page.sentences if _BY_FORM.search(s.text) or _OTHER_FORMS.search(s.text)]
    at = said.index(sentence)
    first = at - 1 if at and _SEVERAL.search(said[at - 1].text) and said[at - 1].end + 4 > sentence.start else at
    last = (
        at + 1
        if said[at + 1 :] and _SEVERAL.search(said[at + 1].text) and said[at + 1].start < sentence.end + 4
        else at
    )
    return said[first].start, said[last].end


def authority(page: Page, appointment: Appointment, names: list[str]) -> Found | None:
    """`several` or `joint`, read in the appointment clause first, then anywhere; None when nothing is said."""
    if len(names) < 2:
        return None
    start, end = _behind_the_verb(page, appointment), appointment.end
    whole = TICKED_NO.sub(lambda m: " " * len(m.group()), page.soft())
    for s, e in ((start, end), (page.start, page.end)):
        joint = _joint(page, whole, s, e)
        if (
            joint
            and not page.sentence_at(joint.start()).text.isspace()
            and not unticked(page.text, joint.end())
            and not _NO_NEED.search(page.text[max(s, joint.start() - 40) : joint.start()])
        ):
            sentence = page.sentence_at(joint.start())
            if _BY_FORM.search(sentence.text):  # "together as to Form 5, and each alone as to Forms 3 and 4"
                return Found("joint", *_by_form(page, sentence))
            return Found("joint", joint.start(), joint.end())
        if (s, e) != (page.start, page.end) and (
            several := _ANY_OF.search(page.text, s, e)
            or _SEVERAL.search(page.text, s, e)
            or _NOT_TOGETHER.search(page.text, s, e)
        ):
            return Found("several", several.start(), several.end())
    clause = page.text[start:end]
    last_but_one, last = names[-2].split(",")[0].split()[-1], names[-1].split()[0]
    listed = re.search(  # not kept as `rx` keeps patterns: each text has names of its own
        rf"{re.escape(last_but_one)}(?:[^.;]|\.(?=[,)]|\s+(?-i:[a-z(]))){{0,80}}?\bor\s+(?:(?:an?|the|its|his|her"
        rf"|their|my|mr|ms|mrs|dr)\.?\s+(?:[a-z]+\s+){{0,3}})?{re.escape(last)}",
        clause,
        re.IGNORECASE,
    )
    if listed:
        return Found("several", start + listed.start(), start + listed.end())
    for sentence in page.sentences:
        if sentence.text.isspace() and rx(r"\btogether\b|\bjointly\b").search(sentence.raw):
            return Found("several", sentence.start, sentence.end)  # "Must they act together? No."
        text = TICKED_NO.sub(lambda m: " " * len(m.group()), sentence.text)
        granting = max(0, start - sentence.start) if sentence.start <= appointment.start < sentence.end else 0
        text = " " * granting + text[granting:]
        apart = _NOT_TOGETHER.search(text)
        if apart and _of_acting(text):
            return Found("several", sentence.start + apart.start(), sentence.start + apart.end())
        hit = _SEVERAL.search(text)
        if hit and _ACTORS.search(text) and not _NOT_ACTORS.search(text):
            return Found("several", sentence.start + hit.start(), sentence.start + hit.end())
    return None


# What some way of acting together is told by.
_MAY_BE_JOINT = Stems(
    "together|joint|concert|unanim|both|two|three|majority|fewer|without|suffic|enough|bind|signature|unless|alone|only"
    "|neither|none|no one|pair|in common|must|concurrence|all of|more than one|co-sign|countersign"
)


def _joint(page: Page, whole: str, start: int, end: int) -> re.Match[str] | None:
    """The first words by which attorneys must act together, sentence by sentence."""
    for sentence in page.sentences:
        if sentence.end > start and sentence.start < end and _MAY_BE_JOINT.within(sentence.text):
            a, b = max(start, sentence.start), min(end, sentence.end)
            hit = _JOINT.search(whole, a, b)
            if hit is None and a == sentence.start and not _NOT_TOGETHER.search(whole, a, b):
                hit = _TOGETHER_ONLY.search(whole, a, b)
                if hit is not None and not _of_acting(sentence.text):
                    hit = None
            if hit is not None:
                return hit
    return None


_SIGNED = rx(r"\b(?:powers?|authority|forms?|(?:co-?)?sign\w*)\b")


def _of_acting(text: str) -> bool:
    """Whether a sentence speaks of those who act, or of what they sign."""
    acts = _ACTORS.search(text) or _SIGNED.search(text)
    return acts is not None and not _NOT_ACTORS.search(text)


def _behind_the_verb(page: Page, clause: Appointment) -> int:
    """Where the clause begins to speak of the attorneys: "Each of A and B appoints" says nothing of them."""
    if clause.passive or not clause.attorneys or not _EACH_GRANTS.match(page.text, clause.start):
        return clause.start
    first = min(a.start for a in clause.attorneys)
    return max(
        (v.end() for v in VERB.finditer(page.text, clause.start, max(clause.start, first))), default=clause.start
    )


_EACH_GRANTS = rx(
    r"\W*(?:(?:know|that|whereas|now|therefore|witnesseth)\b[^.;]{0,60}?\b)?each of"
    r" (?!(?:the )?(?:following|persons|individuals|people|these|those|them|whom|above|foregoing))"
)
_ACTORS = rx(
    r"\[x\]|[\u2611\u2612]|\bjoint action\b|\b{atty}|\bagents?\b|\bthey\b|\bthem\b|\bact(?:ing)?\b|\bsigning\b"
    r"|persons? (?:named"
    r"|above|in|listed)|\bmay\b|\bcan\b"
    r"|\bexecute\b|\bsign\b|\bsignature\b|\bwhom?\b|\bholders?\b|\bneither\b|\bexercised?\b|\bwill do\b"
    r"|\benough\b|\bsuffic|\bone does\b|\bsigned by\b"
    r"|\bon leave\b"
)
_NOT_ACTORS = rx(
    r"\bundersigned,? (?:jointly|severally|and each)|\bcounterparts?\b|\beach (?:such )?substitute\b|\beach of"
    r" (?:us|the undersigned)\b|\bfor one another\b"
    r"|\b(?:none|neither) of\b[^.;]{0,60}\bassum|\b(?:not|nor|neither|none)\b[^.;]{0,90}\bassum\w+|\bindemnif"
    r"|\bharmless\b"
    r"|\brely\b|\b(?:any|each|every) person (?:who|dealing)"
)

"""Whether an attorney may put another in his place: a power of substitution or delegation, granted or denied."""

from __future__ import annotations

from .boxes import unticked
from .clauses import Found, Page
from .patterns import rx

_OTHER_HANDS = (
    r"(?:(?:re)?substitut\w*|delegat\w*|deput\w*|successors?|alternates?|sub-?agents?|sub-?delegat\w*|sub-?{atty}s?"
    r"|replacements?)"
)
_SUBSTITUTE = rx(
    rf"\b(?:powers?|right|authority|faculty|facult[\u00e9e]|leave|liberty|permission)\b (?:\w+,? ){{0,6}}?(?:of"
    rf"|to|for|de) (?:\w+,? ){{0,4}}?{_OTHER_HANDS}|\b(?:may|can|to|is free to|are free to|shall be free to|be"
    rf" entitled to)\b (?:\w+,? ){{0,4}}?(?:substitute|(?:sub-?|re-?)?delegate|deputi[sz]e)\b"
    rf"|\b(?:powers?|authority|mandate|authori[sz]ation|appointment|it|they)\b[^.;]{{0,60}}\b(?:(?:may|can) (?:also "
    rf")?be"
    rf" (?:sub-?)?delegated\b(?! by (?:neither|none|no))|(?:is|are|be) (?:(?:freely|fully|wholly) )?delegable\b)"
    rf"|^\W*(?:\w{{1,3}}[.\u00b7)] ?)?(?:name|appoint|designate)\b (?:\w+ ){{0,4}}?substitutes?\b|\bsubstituting\b"
    rf"|\bdelegating\b|\bsubstitutes? (?:whom|that|as) (?:they|he|she|it|the \w+)"
    rf" (?:may|puts?|names?|appoints?|choos\w+|designates?|selects?)\b|\b(?:may|can|power to"
    rf"|right to|to|by)\b (?:(?!i\b)\w+,? ){{0,3}}?(?:name|naming|appoint|appointing|designate|nominate|choose"
    rf"|select|engage|put|have|place)\w*\b[^.;]{{0,50}}?(?:\b{_OTHER_HANDS}\b|\b(?:an)?other(?: person)?s? in"
    rf" (?:his|her|their|its|our) )|\b(?:may|can) (?:\w+,? ){{0,3}}?(?:have|be|get) (?:\w+ ){{0,4}}?replaced by\b"
    rf"|\bsubstitution (?:and|or) (?:re-?substitution|revocation)|\b(?:delegation|substitution)\b[^.;]{{0,50}}? (?:is"
    rf"|are) (?:\w+ly )?(?:permitted"
    rf"|allowed|granted)|\bsubstitutes? may be (?:\w+ )?(?:named|appointed|chosen|designated)\b"
    rf"|\b(?:may|can) (?:let|ask) (?:an)?(?:other|colleague|deputy|a colleague|a deputy)\b"
    rf"|\bfree to (?:have|let|ask) (?:another\b|(?:an?|his|her|any|some)\b(?: \w+)? (?:\w+ )?(?:act|sign|take))"
    rf"|\b(?:they"
    rf"|he or she|he|she|it|either|each) may (?:depute"
    rf"|deputi[sz]e|substitute)\b"
    rf"|\b(?:a|the|any|each) substitutes? (?:named|appointed|chosen|designated) (?:\w+ ){{0,3}}?by\b|\buse (?:of"
    rf" )?(?:sub-?agents?|substitutes?|deput\w+)\b|\bmay (?:appoint"
    rf"|name) (?:others?|another)\b|\bdelegate to (?:others|another|any)"
    rf"|\b(?:may|can|to) (?:\w+ ){{0,2}}?(?:pass|hand|transfer|entrust|commit|cede|assign|give|confer|extend)\w*(?: "
    rf"on)?"
    rf" (?:to (?:an(?:y )?other|others|any|one or more)(?: \w+){{0,3}}? (?:the|this|his|her|their|its|these|such) "
    rf"(?:\w+"
    rf" )?(?:powers?|authority|mandate|tasks?)|(?:\w+"
    rf" ){{0,4}}?(?:powers?|authority|mandate|functions?|tasks?|duties|it|them)\b(?:,? (?:in whole or (?:in"
    rf" )?part|on|over|wholly or in part))*,? (?:to|up ?on|on) (?!me\b|us\b|them\b|him\b|her\b|the (?:company"
    rf"|undersigned)))|\b(?:may|can|power to|right to|to) (?:\w+,? ){{0,2}}?(?:name|appoint|designate|nominate"
    rf"|authori[sz]e"
    rf"|choose|select)\w*\b[^.;]{{0,40}}?\b(?:someone|somebody|others?|another|persons?|a colleague|colleagues"
    rf"|employees?|attorneys?|agents?|partners?|associates?|officers?|lawyers?)\b[^.;]{{0,50}}\b(?:in (?:his|her"
    rf"|their|its|whose) (?:place|stead|room)|to"
    rf" act (?:for (?:him|her|them|it)|instead)|under (?:him|her|them))|\b(?:may|can) (?:\w+ ){{0,2}}?(?:authori[sz]e"
    rf"|appoint"
    rf"|designate|empower) (?:an)?other(?: persons?| employees?| officers?| lawyers?)? to (?:act|exercise|sign|do"
    rf"|perform)\b"
    rf"|\b(?:may|can|to) act (?:through|by) (?:agents?"
    rf"|others?|another|deput\w+|delegates?|substitutes?|any (?:other )?(?:person|employee))"
    rf"|\b(?:may|can|shall)\b[^.;]{{0,80}}?\b(?:and|or) (?:name|appoint|designate|put in)"
    rf" (?:an? |his own |other )?{_OTHER_HANDS}"
)
_NO_SUBSTITUTE = rx(
    r"\b(?:excludes?|withholds?|denies|forbids?|prohibits?|refuses?)\b[^.;]{0,40}(?:substitut|delegat)"
    r"|\b(?:no|not|nothing|without|nor|never|neither|cannot|can't|none)\b[^.;]{0,60}(?:substitut\w*|delegat\w*"
    r"|deput\w*|in"
    r" (?:his|her|their|its) place|replacements?|pass (?:these|this|the|such|it) ?(?:powers?|authority|on)?|hand"
    r" (?:this|the|it)|sub-?agents?)|\bsubstitution is (?:not|denied|excluded|withheld)|\b(?:forbidden|prohibited)"
    r" (?:to|from) (?:delegat|substitut)\w+|\bno (?:further"
    r" )?substitution|\bmay not (?:appoint|delegate|substitute|name|pass|hand|transfer|assign|entrust|cede)"
    r"|\b(?:substitut\w+|delegat\w+)"
    r" (?:is|are) (?:expressly )?(?:not|excluded|withheld|denied|forbidden|prohibited)"
)
_BUT_NOT = rx(
    r"\bin substitution (?:for|of)\b|\(but not [^()]*\)|\bbut not\b[^.;,]*,|\bwithout (?:limitation|limiting"
    r"|prejudice)\b"
)
# What may part "may" from "appoint a substitute", and says nothing of whether he may.
_ASIDE = rx(
    r",? (?:by|in|under|through)(?: (?:an?|his|her|their|its|any|such|one or more))?(?: \w+){0,3}? (?:writing"
    r"|instruments?"
    r"|documents?|notice|deed|letter)\b,?|,? (?:if|as|where|when|whenever) (?:he|she|they|it|the "
    r"{atty}(?:[- ]in[- ]fact)?)"
    r" (?:may |shall )?(?:sees?|thinks?|deems?|finds?|wish(?:es)?|chooses?|considers?|judges?|is|are)(?: \w+){0,3},"
    r"|,? in (?:whole or (?:in )?part|turn)\b,?|,? (?:at any time and )?from time to time\b,?|,? at any"
    r" time\b,?|,? in (?:his|her|their|its)(?: \w+)? discretion\b,?"
)
_OF_OTHERS = rx(r"substitut|delegat|deput|alternate|another|others?\b|person|colleague|partner|in (?:his|her|their) ")
_OF_THE_GRANTOR = rx(
    r"\b(?:undersigned|grantor|principal|insider|reporting person|director|company|(?-i:I)|we)\b(?:,[^,.;]{2,50},)?"
    r"(?: (?:also|then|(?-i:[a-z]+ly)))? $"
)


def substitution(page: Page, end: int, kind: str) -> Found | None:
    """Where a power of substitution or delegation is granted; None where it is denied or not given."""
    for sentence in page.sentences:
        if sentence.start >= end:
            break
        if not _SUBSTITUTE.possible(sentence.text):
            continue
        text = _BUT_NOT.sub(lambda m: " " * len(m.group()), sentence.text)
        if _OF_OTHERS.search(text):
            text = _ASIDE.sub(lambda m: " " * len(m.group()), text)
        hit = _SUBSTITUTE.search(text)
        if not hit or unticked(page.text, sentence.start + hit.end()):
            continue
        if hit.group()[:3].lower() in ("may", "can") and _OF_THE_GRANTOR.search(text[: hit.start()]):
            continue  # another attorney, whom the grantor may name
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

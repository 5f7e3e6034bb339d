"""What an instrument reaches: SEC forms, powers by concept, limits, standard clauses.

A sentence grants unless it denies. A sentence that denies ("conveys no authority to ...", "nothing in this instrument
permits ...") is left out whole; from one that grants with an exception ("but not to trade") the exception is cut off.
Each power is a row of `POWERS`: a pattern, and a pattern that must not match in the same sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .clauses import Found, Page
from .tokens import rx

_ITEM = (
    r"(?:3|4|5|144|id|[sf]-\d{1,2}|10-[kqKQ]|8-[kK]|11-[kK]|20-[fF]|13[dfghDFGH](?:-?hr)?|three|four|five)(?:/a|-a)?"
)
_FORMS = rx(
    rf"\b(?:f[o0]r(?:m|rn)s?|schedules?)\s*(?:nos?\.? )?(?P<list>(?:{_ITEM})\b(?:\(?s?\)?(?:(?:,|;"
    rf"|/|&|and/or|and|or|through|to|\s|as well as|either|on|any|the|its|u\.?s\.?|sec|amendments? "
    rf"to|statements?|reports?)+(?:f[o0]r(?:m|rn)s?|schedules?)?\s*(?:{_ITEM})\b(?!\s*(?:%|percent"
    rf"|days|years|of this|hereof)))*)?)"
)
_ONE = rx(rf"\b(?:{_ITEM})\b")
_BARE_13 = rx(r"\b13\(?[dg]\)?(?=\s+(?:statement|report|filing|schedule))")
_OWN_EXHIBIT = rx(
    r"(?:exhibit [\d.]* ?(?:to|of|with) (?:the|a|an|his|her|my|its|that|this|such) |as filed with "
    r"(?:the|his|her|my) |to the )$"
)
_WORDS = {"three": "3", "four": "4", "five": "5"}

_DENIES = rx(
    r"\b(?:confers?|conveys?|grants?|gives?|carries|contains?|includes?|has|have|shall have) "
    r"no(?: other| further)? (?:power|authority|right)|\bnothing (?:in|herein|contained|here)"
    r"|\bdoes not (?:include|extend|confer|grant|give|authori[sz]e|permit|convey|empower|cover"
    r"|reach)|"
    r"\bdo not (?:authori[sz]e|permit|extend|include|empower)|\bno (?:{atty}|agent|substitute"
    r"|authority|power|report)\b[^.;]{0,50}\b(?:may|is|to|shall)\b|\bmay not\b|\bshall not\b"
    r"|\b(?:is|are) not (?:given|granted|conferred|empowered)\b|\bis not (?:authori[sz]ed|covered"
    r"|permitted|a general)|\bare not (?:authori[sz]ed|permitted|covered)|"
    r"\bno authority\b|\bis not within\b|\bnot (?:be )?(?:construed|deemed|taken)\b"
    r"|\bneither\b[^.;]{0,80}\bnor\b|\bwithout (?:any )?(?:power|authority) to\b|\bis (?:expressly "
    r")?(?:excluded|withheld)|\bare (?:expressly )?(?:excluded|withheld)"
)
_EXCEPTION = rx(
    r"[,;(]? ?\b(?:but not(?= to| the| any| including)|but no|excluding|except(?: that| for| as "
    r"to)|not including|and not to|provided,? (?:however,? )?that (?:no|nothing))\b[^.;:]*"
)


@dataclass(frozen=True, slots=True)
class Grant:
    """A stretch of the text that grants."""

    start: int
    end: int
    text: str


def grants(page: Page, end: int) -> list[Grant]:
    """The sentences before `end` that grant, with their exceptions cut off."""
    out = []
    for sentence in page.sentences:
        if sentence.start >= end:
            break
        if _DENIES.search(sentence.text) and not rx(
            r"\b(?:hereby|does|do) (?:\w+,? (?:and )?){0,3}(?:constitute|appoint|authori[sz]e|designate|name)"
        ).search(sentence.text):
            continue
        at = 0
        for exception in _EXCEPTION.finditer(sentence.text):
            out.append(
                Grant(sentence.start + at, sentence.start + exception.start(), sentence.text[at : exception.start()])
            )
            at = exception.end()
        out.append(Grant(sentence.start + at, sentence.end, sentence.text[at:]))
    return out


def forms(granted: list[Grant]) -> list[Found]:
    """The SEC forms named, each once, in the order of the text. Amendments are not listed apart."""
    out: dict[str, Found] = {}
    for grant in granted:
        for named in _FORMS.finditer(grant.text):
            if _OWN_EXHIBIT.search(grant.text[max(0, named.start() - 40) : named.start()]) and rx(
                r"exhibit|was filed|as filed"
            ).search(grant.text[max(0, named.start() - 60) : named.start()]):
                continue
            if rx(r"^[^.;,]{0,12}\b(?:was|were|has been|have been) (?:\w+ )?(?:filed|made|signed|submitted)").match(
                grant.text[named.end() : named.end() + 40]
            ):
                continue  # a report of the past
            listed = named["list"]
            base = grant.start + named.start("list")
            for one in _ONE.finditer(listed):
                code = _WORDS.get(one.group().lower(), re.sub(r"(?:/a|-a|-?hr)$", "", one.group().lower()).upper())
                out.setdefault(code, Found(code, base + one.start(), base + one.end()))
            if rx(r"3 (?:through|to) 5").search(listed) and "4" not in out:
                out["4"] = Found("4", base, base + len(listed))
    return list(out.values())


_THIRD_PARTY = (
    r"(?:brok(?:er|erage)|administrators?|transfer agents?|record ?keepers?|third part(?:y|ies)"
    r"|depositar(?:y|ies)|custodians?|plan(?: sponsor)?s?|dealers?|banks?|trustee of|financial "
    r"institutions?|financial advis[eo]rs?|employers?)"
)
# power: (what grants it, what in the same sentence means something else)
POWERS: tuple[tuple[str, re.Pattern[str], re.Pattern[str] | None], ...] = (
    (
        "execute-forms",
        rx(
            r"\b(?:sign|execute|subscribe|signing|executing|affix|the execution|make out|draw up|put "
            r"(?:my|his|her) name|countersign|to be (?:executed|signed)|make(?=[^.;]{0,40}\b(?:reports?"
            r"|statements?|filings?)\b))\b"
        ),
        rx(r"\bdocuments? (?:executed|signed) by\b"),
    ),
    (
        "file-forms",
        rx(
            r"\b(?:file|filing(?! agents?\b| fees?| persons?| status| person)|submit(?:ting)?|lodge"
            r"|lodg(?:ed|ing)|transmit|deliver(?:ing|ed)?|furnish|send|enter (?:them|it|same)|carry each"
            r"|get (?:those|the|such|them)|see to the (?:timely )?filing|timely (?:filed|filing)|filed "
            r"with|forward|electronic(?:ally)? fil\w+|cause to be filed|reach the)\b"
        ),
        None,
    ),
    (
        "obtain-edgar-codes",
        rx(
            r"\bform id\b|\bedgar (?:\w+ ){0,3}?(?:codes?|access|passphrases?|passwords?|credentials?"
            r"|account|next|enrol\w*|registration|filer)|\bpassphrases?\b|\bccc\b|\bcik\b|\b(?:filer"
            r"|access|confirmation|filing) codes?\b|\bcodes?,? (?:numbers?,? )?(?:and )?pass(?:words?"
            r"|phrases?)|\baccount administrators?\b|\benrol\w* (?:me |the undersigned |him |her )?in "
            r"edgar|central index key"
        ),
        rx(r"\breturn the edgar codes|are to be kept|\busing (?:my|his|her|the undersigned's) (?:\w+ )?codes"),
    ),
    (
        "third-party-information",
        rx(
            rf"\b(?:seek|obtain|request|ask(?: for)?|receive|require|call for|procure|get|demand|collect"
            rf"|secure|inquire|enquire|be told|have access to|consult|gather|acquire"
            rf"|learn)\b[^.]{{0,220}}\b{_THIRD_PARTY}\b"
            rf"|\b(?:brok(?:er|erage)|administrators?|transfer agents?|record ?keepers?|third part(?:y"
            rf"|ies)|depositary|custodians?|plan administrator|such persons?)\b[^.]{{0,160}}\b(?:releases?"
            rf"|disclos\w+|furnish|provide|supply|hand|give|tell)\b[^.]{{0,80}}\b(?:information|records?"
            rf"|statements?|confirmations?|details?|particulars|data|it|them)\b"
        ),
        rx(r"\brely on\b|\bshall (?:tell|report|inform|keep)\b|\bmay rely\b|undertakes? to"),
    ),
    (
        "any-other-action",
        rx(
            r"\b(?:take|taking|do|doing|perform|done|act|see to|cause|undertake|doing of|have done|carry "
            r"out|handle|attend to|engage in|effect)\b[^.;:]{0,45}?\b(?:(?:any|all|every|such|each)(?: "
            r"and (?:all|every))?(?: (?:such|lawful|and))?,? (?:other|further|additional)\b|anything "
            r"(?:else|further|other|that)|whatever (?:else|other|further)|everything else|what(?:so)?ever "
            r"else|whatever (?:is|may be|she|he|they|it)\b|any act that i may lawfully)"
            r"|\bany (?:other )?(?:action|act|thing|matter)s?,? of (?:any|whatever|whatsoever) (?:type"
            r"|kind|nature|sort)|\bgenerally,? to do (?:all|every|any)\b|\banything (?:else|further) "
            r"(?:that|which)|\bto do (?:all|any|every) other\b|\bact in any other way\b"
        ),
        rx(r"\bany other (?:person|party|agreement|power of)|in addition to any other"),
    ),
    (
        "trade-securities",
        rx(
            r"\b(?:stocks?|bonds?|securities|shares)\b[^.;]{0,40}\bto (?:\w+,? (?:and |or )?){0,3}?(?:buy"
            r"|sell)\b|^\W*(?:\w{1,3}[.)]\s*)?(?:sell|buy|purchase|trade)\b[^.;]{0,170}\b(?:shares?"
            r"|stocks?|securities)\b|\bto (?:\w+,? (?:and |or )?){0,4}?(?:sell|buy|purchase|trade|dispose "
            r"of|acquire|transfer|exercise)\b[^.;]{0,90}\b(?:shares?|stocks?|securities|bonds?|options?"
            r"|units)\b|\b(?:effect|execute|place|carry out|make|enter) (?:\w+ ){0,4}?(?:trades?|sales?"
            r"|purchases?|orders?)\b[^.;]{0,60}\b(?:shares?|stocks?|securities|options?|units|broker)\b"
        ),
        rx(
            r"\b(?:report|reports|notice|forms?|statements?) (?:of|about|on|concerning|reporting|relating "
            r"to|in respect of)\b[^.;]{0,60}\b(?:sell|buy|purchase|trade|dispose|acquire)|whenever"
            r"|undersigned (?:will|shall|agrees|undertakes)"
        ),
    ),
    (
        "act-as-agent",
        rx(
            r"\bdesignated filer\b|\bagent (?:for|in|of)\b[^.;]{0,40}\b(?:service|receipt|receiv\w+"
            r"|notices?|process|group)\b|\b(?:receiv(?:e|ing)|accept|give and receive|send and receive|be "
            r"served)\b[^.;]{0,40}\b(?:notices?|communications?|process|comments?|correspondence)\b"
            r"|\bdeal with the (?:staff|commission|sec)\b|\b(?:represent|act for) (?:me|him|her|the "
            r"undersigned|it|us|them) before\b"
            r"|\bservice of process\b|\bcommunicate with (?:the )?(?:staff|commission|sec|securities "
            r"and)\b|\b(?:respond|reply) to (?:\w+ ){0,4}(?:staff|commission|sec)\b|\brespond to (?:\w+ "
            r"){0,3}?(?:comments|inquiries)|\bdesignated filing person\b|\bact as (?:the |my |its |their "
            r")?(?:filing agent|joint filer|agent for)"
        ),
        None,
    ),
)


def powers(granted: list[Grant], *, securities: bool) -> list[Found]:
    """The powers granted, each once, in the order of the scheme.

    Args:
        granted: The sentences that grant.
        securities: Whether the instrument is about filings at all; an estate power files nothing.
    """
    out = []
    for name, pattern, other in POWERS:
        if not securities and name in ("execute-forms", "file-forms"):
            continue
        for grant in granted:
            hit = pattern.search(grant.text)
            if hit and (other is None or not other.search(grant.text)):
                out.append(Found(name, grant.start + hit.start(), grant.start + hit.end()))
                break
    return out


LIMITS: tuple[re.Pattern[str], ...] = (
    rx(r"\bbut not (?:to )?[^.;:]{3,80}"),
    rx(
        r"\b(?:no|nothing)[^.;]{0,60}\b(?:permits?|authori[sz]es?|empowers?|authority|power) (?:an? "
        r"|the |any |each )?[^.;]{3,120}"
    ),
)
CLAUSES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "non-assumption",
        rx(
            r"\b(?:not|nor|neither|none|no one)\b[^.]{0,160}\bassum\w+|\bassumes? (?:no|none)|does not "
            r"(?:relieve|pass|take over)|remains? (?:my|the undersigned's) (?:own )?(?:responsibilit"
            r"|affair|duty)|is not taken over|no\w* [^.]{0,60}answerable"
        ),
    ),
    ("indemnity", rx(r"\bindemnif\w+|\bhold (?:\w+ ){0,8}?harmless|\bmake good\b")),
    ("ratification", rx(r"\bratif(?:y|ies|ying|ied)\b")),
    (
        "no-liability",
        rx(
            r"\bnot (?:be )?liable\b|\bno liability\b|\bliabilit(?:y|ies) for (?:any|a) (?:failure"
            r"|report)|\bshall (?:have|incur) no liabilit"
        ),
    ),
)


def clauses(page: Page) -> list[Found]:
    """The standard clauses an instrument holds."""
    out = []
    for name, pattern in CLAUSES:
        hit = page.search(pattern)
        if hit:
            out.append(Found(name, hit.start(), hit.end()))
    return out


def limits(page: Page) -> tuple[str, ...]:
    """What an instrument excludes, as worded, on one line each."""
    hits = (hit.group() for pattern in LIMITS for hit in page.finditer(pattern)[:3])
    return tuple(dict.fromkeys(" ".join(hit.split()) for hit in hits))

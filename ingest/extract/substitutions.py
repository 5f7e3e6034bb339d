"""Whether an attorney puts another in his place: who signs holds a power of somebody else, and hands it on.

A power that lets its attorney name a substitute speaks of substitution as well. What tells them apart is who speaks:
in a substitution "I" or "the undersigned" is the attorney.
"""

from __future__ import annotations

from collections.abc import Iterator

from .clauses import Page, appended
from .patterns import Stems, rx
from .persons import persons

_SUBSTITUTES = rx(
    r"\b(?:hereby |do |does )?(?:substitut(?:e|es)|appoints?|designates?|names?|puts?|deputes?"
    r"|delegates?)\b[^.;]{0,260}\b(?:in (?:my|his|her|its) (?:own )?(?:place|stead)|as (?:an?|my|his"
    r"|her|its|the undersigned's)? ?(?:substitutes?|sub-?agents?|deput(?:y|ies))|to (?:exercise"
    r"|act in)|substitutes? (?:for|in))\b|\b(?:under|by virtue of|pursuant to|acting under|using"
    r"|exercising) (?:the |that |this |those |such )?(?:power|powers|right"
    r"|authority)[^.;]{0,80}\b(?:substitut|delegat)|\bhereby (?:\w+,? and )?(?:substitut|delegat)"
)
_TITLE = rx(r"\bsubstitut(?:ions?|es?)\b|\bsub-?delegation\b")
_POWER_WITH = rx(r"\bpowers? of {atty} (?:with|and|for|in|\()|\bin substitution (?:for|of)\b")
_ME = r"(?:me|the undersigned)\b(?!'s)"
_GIVEN_ME = rx(
    r"(?:gave|granted|conferred|appointed|given)[^.;]{0,120}\b(?:to me|me\b|upon me|the undersigned)"
    r"|(?:is|am|being) (?:an? |the )?{atty}s?[- ]in[- ]fact (?:of|for|under)"
    r"|was (?:appointed|named|designated)[^.;]{0,40}{atty}"
)
_FOR_ME = rx(r"\bas (?:my|his|her|its) substitutes?\b|\bhereby substitut|\bI substitute\b")
_UNDER = rx(r"\b(?:under|pursuant|by virtue)\b|original power")
# An attorney, himself perhaps another's substitute: "the duly appointed alternate attorney-in-fact and agent".
_ATTORNEY = (
    r"(?:(?:the|an?|one of the) )?(?:\w+ly \w+ )?(?:(?:substituted?|successor|alternate|deputy|additional|further"
    r"|second|present|sub)[ -])?(?:{atty}s?(?:[- ]in[- ]fact)?(?: and agents?)?|agents?)"
)
_HOLDS = rx(
    # "I, Ann Lee, attorney-in-fact for", "as attorney-in-fact of Mary Oakes under ..., I"
    r"\b(?:undersigned|i)\b(?:, (?-i:[A-Z])[\w.'-]+(?: (?-i:[A-Z])[\w.'-]+){0,4})?,? (?:(?:being|as|am|is|acting as) )?"
    rf"{_ATTORNEY} (?:of|for|under|named|appointed|designated)\b"
    rf"|\b(?-i:As|Being|Acting as) {_ATTORNEY} (?:of|for|under)\b"
    # "Ann Lee, as successor attorney-in-fact for Mary Oakes, hereby names"
    rf"|^\W*(?-i:[A-Z])[\w.'-]+(?: (?-i:[A-Z])[\w.'-]+){{1,4}}, (?:(?:being|as|acting as) )?{_ATTORNEY} (?:of|for)"
    r" (?!me\b|the undersigned\b)[^;]{3,120}?\bhereby\b"
    r"|\bi (?:\w+ )?hold\b[^.;]{0,30}\bpowers? of {atty}|\bpowers? of {atty}[^.;]{0,60}\bi hold\b"
    r"|\bto whom (?-i:[A-Z][a-z])[^.;]{0,60}\b(?:gave|given|granted)\b[^.;]{0,40}\bpowers? of {atty}"
    r"|\b(?:i am|undersigned is) (?:\w+ ){0,2}?(?:entitled|authori[sz]ed|empowered|permitted|free)\b[^.;]{0,160}?"
    r"\b(?:substitut|delegat)"
)
_FROM_ANOTHER = rx(
    rf"\b(?:granted|conferred|vested|delegated) (?:to|upon|on|in) {_ME}"
    r"|\b(?-i:[A-Z])[\w.'-]+ (?:has |have )?(?:given|gave|granted) (?:to )?me\b"
    r"|\b(?:has|have) (?:each |both |all )?given me\b"
    r"|\bin for me as (?:the )?{atty}|\blets? me (?:name|appoint|choose|substitute)\b"
    rf"|\b(?:appoint(?:s|ed)|nam(?:es|ed)|designat(?:es|ed)|constituted|made) {_ME}[^.;]{{0,60}}\b(?:{{atty}}|agent)"
)
# "the power that Mary Oakes gave me": looked for from its end, where fewer words stand.
_GAVE_ME = rx(
    r"\b(?:given|granted|conferred|vested|delegated|gave|gives|signed|executed|made)\b"
    rf"(?:[^.;]{{0,80}}? (?:to|upon|on|in favou?r of))? {_ME}"
)
_POWER = rx(r"\b(?:powers?|authority|right|mandate|permission|substitution)\b[^.;]{0,140}$")


_AN_ATTORNEY = Stems(
    "fact of |fact for |fact under |fact named|fact appointed|fact designated|neys of |neys for |neys under |ney of "
    "|ney for "
    "|ney under |ney named|ney appointed|agents of |agents for |agent of |agent for | hold |to whom |i am "
    "|undersigned is "
)
_TO_ME = Stems(
    "given me|gave me|granted me|to me|upon me|on me|in me|for me|let me|lets me|ed me|es me|ts me|undersigned"
)


def _holds(body: str) -> bool:
    """Whether who speaks holds a power of somebody else."""
    return (
        (_AN_ATTORNEY.within(body) and _HOLDS.search(body) is not None)
        or (_TO_ME.within(body) and _FROM_ANOTHER.search(body) is not None)
        or any(_POWER.search(body[max(0, hit.start() - 160) : hit.start()]) for hit in _GAVE_ME.finditer(body))
    )


_HANDS_ON = rx(
    r"\b(?:substitut(?:e|es)|appoints?|designates?|names?|puts?|deputes?|deputi[sz]es|delegates?|delegated|nominates?"
    r"|authori[sz]es?|empowers?|places?|constitutes?|stands? in for|substitution)\b"
)


def substitutes(heads: str, body: str) -> bool:
    """Whether a text, by its headings and its words, is an attorney's who names another."""
    titled = _TITLE.search(heads) is not None and _POWER_WITH.search(heads) is None
    acts = _SUBSTITUTES.search(body) is not None
    if acts and (titled or _GIVEN_ME.search(body)):
        return True
    return (_FOR_ME.search(body) is not None and _UNDER.search(body) is not None) or (
        _HANDS_ON.search(body) is not None and _holds(body)
    )


_WHOSE = rx(
    r"(?:{atty}s?(?:[- ]in[- ]fact)?(?: and agents?)? (?:of|for)|(?:substitute|deputy|sub-?) ?agent (?:of|for)"
    r"|powers?(?: of {atty})?(?: \w+){0,2}? (?:of|from|by|that)"
    r"|(?:granted|given|executed|signed|made|conferred)(?: (?:to|on|upon) (?:me|the undersigned))? by|behalf of|name of"
    r"|substitute for) (?:(?:mr|ms|mrs|dr)\. )?$"
)
_WHO = rx(
    r",? (?:has |have |had )?(?:each |hereby )?(?:gave|given|granted|signed|executed|appointed|named|designated|made)\b"
    r"[^.;]{0,80}?\b(?:me|undersigned|my)\b"
)
_AND = rx(r",? ?(?:and|or|&)? ?(?:of |for )?(?:(?:mr|ms|mrs|dr)\. )?")
_LISTED = rx(
    r"\b(?:persons?|individuals?|principals?|directors?|officers?|insiders?|those|grantors?|whose)\b[^.;]{0,60}$"
)


def holders(page: Page) -> Iterator[str]:
    """Those whose powers an attorney hands on, as the text names them or its annex lists them."""
    where = appended(page, page.start, page.end)
    said = rx(r"\b(?:listed|named|set (?:forth|out)|identified|appearing|described|shown|enumerated)\b").search(
        page.text, page.start, where[0] if where else page.start
    )
    if where and said and _LISTED.search(page.text, max(page.start, said.start() - 90), said.start()):
        yield from (m.name for m in persons(page.text, *where, page.orgs, lines=True) if m.kind == "person")
        return
    last = None
    for mention in persons(page.text, page.start, page.end, page.orgs):
        if mention.kind != "person":
            continue
        before = page.text[max(page.start, mention.start - 70) : mention.start]
        joined = last is not None and _AND.fullmatch(page.text, last, mention.start)
        if joined or _WHOSE.search(before) or _WHO.match(page.text, mention.end):
            last = mention.end
            yield mention.name

"""Which organizations are law firms: by their legal form, by a list of surnames, or by what the text calls them."""

from __future__ import annotations

from .clauses import Found, Page
from .mentions import same_organization
from .patterns import cased, rx
from .tokens import tokenise
from .unformed import OF_PARTNERS
from .words import ACCOUNTANTS, LAW_FIRM_FORMS, STRONG_FORMS, WEAK_FORMS


def law_firms(page: Page) -> list[Found]:
    """Every law firm named anywhere, by full name."""
    out: dict[str, Found] = {}
    for mention in page.orgs.mentions:
        if not page.start <= mention.start < page.end or mention.alias:
            continue
        context = page.text[max(0, mention.start - 60) : mention.start]
        if _NO_LAWYERS.match(page.text, mention.end):
            continue
        if is_law_firm(mention.name, context) or _AT_LAW.match(page.text, mention.end):
            out.setdefault(same_organization(mention.name), Found(mention.name, mention.start, mention.end))
    return list(out.values())


def is_law_firm(name: str, context: str = "") -> bool:
    """Whether a name is a law firm's; `context` is what stands before it."""
    name = name[4:] if name.lower().startswith("the ") else name
    tokens = tokenise(name)
    low = name.lower()
    if any(a in low for a in ACCOUNTANTS) or low.endswith((" sons", " brothers")) or _OTHER_TRADE.search(context):
        return False
    called = bool(_LAW_CONTEXT.search(context) or (_ESQUIRE.search(context) and tokens[-1].low in _NO_COMPANY))
    if not called and (_BUSINESS.search(name) or _HOLDS.search(context)):
        return False
    if {t.low for t in tokens[-3:]} & LAW_FIRM_FORMS or _PROFESSIONAL.search(name):
        return True
    last = next((t.low for t in reversed(tokens) if t.word), "")
    if last in ("co", "company") and not called:
        return False  # "Samuels, Form & Co.": a firm of merchants or brokers
    company = _COMPANY_CONTEXT.search(context) is not None
    listed = _SURNAMES.match(name) is not None and last not in ("inc", "incorporated", "corp", "plc")
    bare = _BARE.fullmatch(name) is not None and not {tokens[-1].low} & (WEAK_FORMS | STRONG_FORMS)
    return (
        called
        or ((listed or bare) and not company)
        or _LAW_OFFICES.search(name) is not None
        or bool(_OF_PARTNERS.search(context) and _TWO.fullmatch(name))
        or bool(_LAWYER_OF.search(context) and not {t.low for t in tokens[-3:]} & _NO_FIRM_FORMS)
    )


_SURNAMES = cased(r"[A-Z][\w'-]+(?:, [A-Z][\w'-]+)+,? (?:&|and) [A-Z][\w'-]+")
_BARE = cased(r"[A-Z][\w'-]+(?: [A-Z][\w'-]+){1,2} & [A-Z][\w'-]+")
# A corporation of professionals, whatever it adds to the surnames; "P.L.C." is one in some states, "plc" in none.
_PROFESSIONAL = rx(
    r"\b(?:professional|law|legal) (?:law |service |limited (?:liability )?)?(?:association|corporation|company"
    r"|partnership)$|\bregistered limited liability partnership$"
    r"|^(?:[\w'-]+,? ){1,4}(?:&|and) [\w'-]+, (?-i:P\.L\.C\.)$"
)
# What partnerships in a professional's form do who invest or trade.
_BUSINESS = rx(
    r"\b(?:advis[eo]rs|partners (?=ll?p\b)|capital|(?:asset|fund|investment|wealth)s?|managers|management|investors"
    r"|holdings|ventures"
    r"|equity|securities|trading|brok(?:ers|erage))\b"
)
_OTHER_TRADE = rx(r"\b(?:account(?:ing|ants?)|broker\w*|invest\w*)\b[^,.;()]{0,30}$")
_HOLDS = rx(r"\b(?:nominees?|holder of record|in the name of) $")
_OF_PARTNERS = rx(rf"{OF_PARTNERS}$")
_TWO = cased(r"[A-Z][\w'-]+ & [A-Z][\w'-]+")
_ESQUIRE = rx(r"\besq\b[^;]{0,50}\b(?:of|at|with|from) (?:the )?$")
_NO_COMPANY = frozenset("associates partners llc".split())
_LAW_OFFICES = rx(
    r"\blegal (?:services|group|counsel|advis[eo]rs|associates)\b|\blaw (?:offices?|firm|group|chambers"
    r"|associates|partners)\b"
)
_COMPANY_CONTEXT = rx(r"\b(?:shares|stock|securities|directors?|board)(?: \w+)? (?:of|in)(?: the)? $")
"""Before an organization that has shares and a board, as no law firm has."""
_LAWYER_OF = rx(
    r"\b(?:solicitor|barrister|lawyer|advo[ck]at\w*|abogad[oa]|avocate?|avvocat[oa]|rechtsanw\w+|{atty}|paralegal)s?"
    r" (?:with|at|of|in|from)(?: the)?(?: firm(?: of)?)? $"
)
_NO_FIRM_FORMS = frozenset(
    "inc incorporated corp corporation company co plc ltd limited trust bank n.a group fund lp l.p".split()
)
_LAW_CONTEXT = rx(
    r"(?:law firm(?: of)?|{atty} (?:at|with|in the \w+ office of)|firm of|law offices? of"
    r"|solicitors?,?(?: of)?|lawyers (?:with|of|in the firm of)|legal counsel,?) $"
)
_AT_LAW = rx(
    r",? (?:an? |the )?(?:{atty}s?|counsel(?:l?ors?)?|solicitors?|lawyers)(?:-| )at(?:-| )law\b"
    r"|,? an? law firm\b|,? (?:which (?:is|are|acts? as|serves? as) |who (?:is|are) )?(?:not )?"
    r"(?:(?:the|my|our|its|outside|special|legal) )*counsel (?:to|for)\b"
)
_NO_LAWYERS = rx(
    r",? (?:an? |the |its |my |our )?(?:(?:independent|certified|chartered|registered|public|licensed) )*"
    r"(?:accountants?|auditors?|accounting firm|investment \w+|(?:stock)?brokers?)\b"
)

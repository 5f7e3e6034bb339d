"""Organizations that grant: the subject of the clause, the trust of its trustees, the body that resolves."""

from __future__ import annotations

import re

from .clauses import VERB, Page
from .patterns import rx
from .principal import Principal
from .signers import Signed

# "Company:   Acme Corp." in a form's field is no subject of what follows.
_FIELD = rx(r"^[ \t]*(?:company|issuer|corporation|employer)[ \t]*:[ \t]*$")


_THROUGH = rx(r"\b(?:by|through) (?:its|the)(?: [\w-]+){1,4}?,?(?: the)? $")  # "acting by its trustee, X"


def subjects(page: Page, start: int, end: int) -> list[Principal]:
    """Organizations that are the subject of the appointment clause: "X, L.P. hereby appoints"."""
    out: list[Principal] = []
    for mention in page.orgs.within(start, end):
        before = page.text[max(start, mention.start - 60) : mention.start]
        if _THROUGH.search(before):
            continue
        if rx(r"\b(?:of|by|for|to|with|in|at|from)(?: the)? $").search(before) and not rx(r"\btrustees? of $").search(
            before
        ):
            continue
        if _FIELD.search(page.text, page.text.rfind("\n", 0, mention.start) + 1, mention.start):
            continue
        if (mention.alias and rx(r"the $").search(before)) or not VERB.search(page.text, mention.end, end):
            continue
        if not any(p.name == mention.name for p in out):
            out.append(Principal(mention.name, "organization", mention.start, mention.end))
    return out


_NAMED_ABOVE = rx(
    r"\b(?:above|aforesaid|aforementioned|foregoing)(?:[- ]named)? (?:trust|entity|fund|partnership|company|corporation"
    r"|estate|foundation|grantor)\b|\b(?:trust|entity|fund|partnership|company|corporation|estate|foundation)"
    r" (?:that is )?(?:named|identified|shown|listed) (?:above|in the (?:heading|title|caption))"
)
_POWER_OF = rx(r"\bpower of {atty}(?: is)?(?: (?:granted|given|made|executed))? (?:of|by|for)(?: the)? $")
_LEAD = rx(r"[ \t(*]*(?:the )?")
_REST_OF_LINE = re.compile(r"[ \t)*.,]*(?=\n|$)")


def titled(page: Page, clause_start: int) -> list[Principal]:
    """The organization of the title, where the text refers to it ("the above trust") or the title is its power."""
    referred = page.search(_NAMED_ABOVE, clause_start) is not None
    for mention in page.orgs.within(page.start, clause_start):
        line = page.text.rfind("\n", page.start, mention.start) + 1
        alone = _LEAD.fullmatch(page.text, line, mention.start) and _REST_OF_LINE.match(page.text, mention.end)
        if (referred and alone) or _POWER_OF.search(page.text, page.start, mention.start):
            return [Principal(mention.name, "organization", mention.start, mention.end)]
    return []


_AND_AS = rx(r"\bindividually,? and as\b|\bas (?:an )?individuals? and as\b")
_ALONE_AND_FOR = rx(
    r"\b(?:individually|for (?:him|her|them)sel(?:f|ves)),? and (?:also )?(?:for(?: and on behalf of)?|on behalf of"
    r"|as (?:an? |the )?(?:sole )?(?:\w+ ){1,2}?(?:of|for))(?: the)? $"
)
_OF_WHICH = rx(
    r",? (?:of|for) which (?:\w+ ){1,3}?(?:is|am|are) (?:the |an? )?(?:sole )?(?:co-?)?(?:trustees?|managers?|president"
    r"|managing members?|members?|general partners?|owners?)\b"
)
_AS_TRUSTEE = rx(r"\bas (?:an? |the |sole )?(?:co-)?trustees? (?:of|for)(?: the)? $")


def trusts(page: Page, signed: list[Signed], end: int) -> list[Principal]:
    """Trusts for which the signers act: "both of us as trustees of X", signed "individually and as Trustee"."""
    titles = [s.title for s in signed if s.part == "principal" and s.title]
    if any(_AND_AS.search(title) for title in titles):
        also = [m for m in page.orgs.within(page.start, end) if _OF_WHICH.match(page.text, m.end)]
        if also:
            return [Principal(m.name, "organization", m.start, m.end) for m in also]
    bound = [
        m
        for m in (page.orgs.within(min(s.start for s in signed), page.end) if titles else ())
        if not m.alias and _ALONE_AND_FOR.search(page.text[max(page.start, m.start - 70) : m.start])
    ]
    if bound:
        return [Principal(m.name, "organization", m.start, m.end) for m in bound]
    if not any(rx(r"\btrustees?\b").search(title) for title in titles):
        return []
    signing = min(s.start for s in signed if s.part == "principal")
    return [
        Principal(mention.name, "organization", mention.start, mention.end)
        for mention in [*page.orgs.within(page.start, end), *page.orgs.within(signing, page.end)]
        if _AS_TRUSTEE.search(page.text[max(page.start, mention.start - 50) : mention.start])
    ]


RESOLVED = rx(r"\bresolved\b")
_BODY_OF = rx(
    r"\b(?:board(?: of (?:directors|trustees|managers))?|directors|trustees|members|managers|meeting) of (?:the )?$"
)


def resolving(page: Page, clause_start: int, clause_verb: int) -> list[Principal]:
    """The organizations for which a board, trustees or members resolve to appoint."""
    found = represented(page, clause_start) or subjects(page, clause_start, clause_verb)
    if found:
        return found
    for mention in page.orgs.within(page.start, page.end):  # a certificate may stand above the resolution or below it
        if _BODY_OF.search(page.text[max(page.start, mention.start - 50) : mention.start]):
            return [Principal(mention.name, "organization", mention.start, mention.end)]
    return []


_ATTORNEY_OF = rx(r"{atty}s?[- ]in[- ]fact(?: and agents?)? (?:of|for) ")


def represented(page: Page, start: int) -> list[Principal]:
    """The organizations whose attorney somebody becomes: "appointed the attorney-in-fact of X and of Y"."""
    said = _ATTORNEY_OF.search(page.text, start, page.end)
    out: list[Principal] = []
    at = said.end() if said else start
    for mention in page.orgs.within(at, page.end) if said else []:
        if not rx(r"(?:,? ?(?:and|or)?,? ?(?:of|for)? ?(?:the|each of)? ?)").fullmatch(page.text, at, mention.start):
            break
        place = next((m for m in page.orgs.of(mention.name) if not m.alias), mention)
        out.append(Principal(mention.name, "organization", place.start, place.end))
        at = mention.end
    return out

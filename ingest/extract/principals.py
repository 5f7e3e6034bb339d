"""Who grants: principals from the signature block, named in the fullest form that the text gives them."""

from __future__ import annotations

from .clauses import Page
from .granting_organizations import RESOLVED, represented, resolving, subjects, titled, trusts
from .granting_schedules import schedule
from .grantors import candidates
from .mentions import same_organization
from .patterns import Pattern, cased, rx
from .people import compatible, fuller, parts
from .persons import persons
from .principal import Principal, add
from .signers import Signed


def read(
    page: Page, signed: list[Signed], clause_start: int, clause_verb: int, attorneys: list[str], *, listed: bool = True
) -> list[Principal]:
    """The principals of an instrument, in the order of the signature block, else of the text.

    Args:
        page: The instrument.
        signed: Its signatures.
        clause_start: Where the appointment clause begins.
        clause_verb: Where its list of attorneys begins; principals stand before it.
        attorneys: Names of the attorneys, who are principals only where they sign as such.
        listed: Whether a schedule may list them; that of a substitution lists whose powers it hands on.
    """
    named = candidates(page, clause_start, clause_verb)
    if listed and (scheduled := schedule(page, clause_verb)):
        return scheduled
    subject = subjects(page, clause_start, clause_verb)
    owners = subject or represented(page, clause_start) or titled(page, clause_start)
    out = _signing(page, signed, named + _elsewhere(page, signed, attorneys), owners)
    if not out and named:
        return [named[0]]
    bound = {m.name for s in signed if s.part == "principal" for m in s.chain}
    for owner in subject if out else ():
        if owner.name in bound:  # "each of Fund, L.P. and GP, LLC", which signs for both
            add(out, owner)
    if len(out) > 1 and page.search(_EACH_PERSON) and not page.search(_OR_ENTITY):
        out = [p for p in out if p.type == "person"] or out
    receiving = {same_organization(name) for name in attorneys}
    out = [p for p in out if p.type != "organization" or same_organization(p.name) not in receiving] or out
    if page.search(_FOR_THEMSELVES):
        for signature in signed:
            if signature.part == "principal" and signature.organization is not None and signature.name:
                add(out, _fullest(page, signature, named))
    for trust in trusts(page, signed, clause_verb):
        add(out, trust)
    resolved = RESOLVED.search(page.sentence_at(clause_start).text) or page.search(RESOLVED, clause_start, clause_verb)
    if resolved and (bodies := resolving(page, clause_start, clause_verb)):
        return bodies
    people = [n for n in named if n.type == "person"]
    opens = page.sentence_at(clause_start).start
    acting = bool(subject and _SUBJECT.fullmatch(page.text, opens, subject[0].start)) or _titled(signed, _OFFICE)
    if owners and out and not people and all(p.type == "person" for p in out) and acting:
        trustees = [p for p in out if _titled([s for s in signed if s.name == p.name], _TRUSTEE)]
        return owners + (trustees if page.search(_TRUST_AND_SELF) else [])
    if (
        len(out) == 1
        and out[0].type == "person"
        and len(people) == 1
        and not compatible(out[0].name, named[0].name)
        and named[0].name not in attorneys
    ) and not (signed and signed[0].slash):
        return [named[0]]
    return out


_SUBJECT = rx(r"\W*(?:know all\b[^.;]{0,60}?\bthat,? )?(?:we, )?(?:the )?")  # what may stand before who grants
_OR_ENTITY = rx(
    r"\b(?:persons?|individuals?) (?:and|or|and/or) (?:each )?entit(?:y|ies)\b|\b(?:she|her),? (?:and|or) its?\b"
)
_EACH_PERSON = rx(
    r"\beach (?:individual|natural person|person|director|officer|of the undersigned (?:directors"
    r"|officers|individuals))\b[^.;]{0,80}\b(?:sign|name|signature|appears?|table|below)"
)
_FOR_THEMSELVES = rx(r"\bfor each of (?:themselves|himself|herself)\b|\band as individuals?\b|\bas an individual\b")
_TRUST_AND_SELF = rx(r"for (?:the trust and for )?each of themselves|individually")
_OFFICE = rx(r"\b(?:president|officer|manager|member|partner|director|secretary|treasurer|signatory|trustee)\b")
_TRUSTEE = rx(r"trustee")


def _titled(signed: list[Signed], office: Pattern) -> bool:
    """Whether one of those who sign as principals does so under an office."""
    return any(s.title and office.search(s.title) for s in signed if s.part == "principal")


def _signing(page: Page, signed: list[Signed], known: list[Principal], owners: list[Principal]) -> list[Principal]:
    """The principals in the order of the signatures.

    Args:
        page: The instrument.
        signed: Its signatures.
        known: Printings of names in the text, of which the fullest is taken.
        owners: The organizations that the clause or the title makes the grantors, for a signature that begins with
            the general partner or trustee who acts ("By: GP, LLC, its general partner").
    """
    out: list[Principal] = []
    for signature in signed:
        if signature.part != "principal":
            continue
        if signature.organization is not None and not signature.individually:
            heads = [signature.organization, *signature.chain[1 : signature.stacked]]
            if signature.acting and owners and all(o.name != heads[0].name for o in owners):
                for owner in owners:
                    add(out, owner)
                continue
            for head in heads:
                add(out, Principal(head.name, "organization", head.start, head.end))
        elif signature.name:
            add(out, _fullest(page, signature, known))
    return out


def _elsewhere(page: Page, signed: list[Signed], attorneys: list[str]) -> list[Principal]:
    """Every printing of a signer's name in the body, whatever stands around it; attorneys who do not sign left out."""
    signers = [s for s in signed if s.part == "principal" and s.name]
    first = min((min(s.start, s.slash_span[0] if s.slash_span else s.start) for s in signers), default=page.start)
    last = max((s.end for s in signed), default=page.end)  # a notary's certificate stands below the signatures
    stretches = ((page.start, first), (last, page.end))
    found = (m for at, to in stretches for m in persons(page.text, at, to, page.orgs) if m.kind == "person")
    return [
        Principal(m.name, "person", m.start, m.end)
        for m in found
        if m.name not in attorneys and any(_same_first(m.name, s.name) and _says_more(m.name, s.name) for s in signers)
    ]


def _says_more(one: str, other: str) -> bool:
    """Whether one printing of a name is fuller than another, or is the same with more behind it ("Jane Doe, FRCP")."""
    return fuller(other, one) == one or (parts(one) == parts(other) and len(one) > len(other))


def _same_first(one: str, other: str) -> bool:
    """Whether two printings agree in the first name, be it by its initial, and in the surname."""
    a, b = parts(one), parts(other)
    return bool(a and b) and a[0][0] == b[0][0] and compatible(one, other)


# The label of a printed name, below it or before it.
_PRINT_NAME = rx(r"[ \t]*\n[ \t]*[_-]*\s*\(?(?:print(?:ed)?(?: or type)?(?:d)? name|please print|name)\b")
_NAME_IS = rx(r"\b(?:print(?:ed)? name|name)[ \t]*:[ \t_]*$")


_COUPLE = cased(r"(?:(\S+)\s+)?[A-Z][a-z'-]+\s+(?:and|&)\s+$")


def _shares_surname(text: str, start: int) -> bool:
    """Whether a name lends its surname to the one before it, and so is not printed in full: "Amos and Ada Orr"."""
    before = _COUPLE.search(text[max(0, start - 60) : start])
    word = (before[1] or "").strip('("') if before is not None else ""
    return before is not None and (not word[:1].isupper() or word.endswith(","))


def _fullest(page: Page, signature: Signed, named: list[Principal]) -> Principal:
    """The signer's fullest printing in text or heading, else the name printed under the signature."""
    said = [c for c in named if c.type == "person" and compatible(c.name, signature.name)]
    said = [c for c in said if not _shares_surname(page.text, c.start)]
    first = parts(signature.name)[:1]
    said = (
        [c for c in said if parts(c.name)[:1] == first]
        or [c for c in said if _same_first(c.name, signature.name)]
        or said
    )
    if not said:
        return Principal(signature.name, "person", signature.start, signature.end)
    best = said[0]
    for candidate in said[1:]:
        if fuller(best.name, candidate.name) == candidate.name:
            best = candidate
    same = parts(best.name) == parts(signature.name)
    nicknamed = '"' in best.name and '"' not in signature.name
    labelled = _PRINT_NAME.match(page.text, signature.end) or _NAME_IS.search(page.text, page.start, signature.start)
    if (labelled and fuller(best.name, signature.name) == signature.name and not same) or (
        same
        and not nicknamed
        and (len(signature.name) > len(best.name) or (best.name.isupper() and not signature.name.isupper()))
    ):
        return Principal(signature.name, "person", signature.start, signature.end)
    return best

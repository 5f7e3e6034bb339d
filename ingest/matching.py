"""For which reporting owners of a filing a signature line stands.

A joint filing lists owners and signatures, and nothing in it says which belong together (EDGAR Ownership XML has no
such key). A line stands, in this order: for the owners whom it names, through a chain of general partners for the one
at its head; for its signer, where he is an owner; for the owner beside it; alone in a filing, for all of them. What
none of that settles stays open: such a line stands for nobody.
"""

from __future__ import annotations

import re

from .authority import Line, Named, ReportingOwner, Use
from .likeness import is_entity, same_owner, stands_in

_HIMSELF = re.compile(r"\bindividual(?:ly)?\b|\b(?:for|on behalf of) (?:him|her)self\b", re.IGNORECASE)


def owners_of(line: Line, use: Use) -> list[ReportingOwner]:
    """The owners for whom a line stands, in the filing's order where it names them; none where that is open."""
    found = [o for party in line.signed_for for o in use.owners if same_owner(party, o.party)]
    if found:
        # In "Fund, L.P., By: GP LLC, its general partner, By: Ann Lee" the fund signs, through the names behind it.
        heads = [o for o in found if is_entity(o.party) and not behind(line, o.party)]
        named = [o for o in dict.fromkeys(found) if o not in heads[1:]]
        for_partner = _through(line, named)
        return [*_himself(line, use, named), *for_partner]
    if line.signer is not None:
        own = [o for o in use.owners if same_owner(line.signer, o.party)]
        if own and (line.capacity != "attorney-in-fact" or not line.signed_for):
            return own[:1]
    matched = [o for o in use.owners if o.node == line.owner]
    if matched and not (_for_others(line, matched[0]) and _another_fits(line, use, matched[0])):
        return matched
    if (
        not matched
        and len(use.owners) == 1
        and not (_for_others(line, use.owners[0]) and _another_fits(line, use, use.owners[0]))
    ):
        return list(use.owners)
    within = [o for o in use.owners if is_entity(o.party) and stands_in(o.party, line.text)]
    if within and not matched:
        return sorted(within, key=lambda o: line.text.casefold().find(o.party.name.casefold()))[:1]
    return list(use.owners) if len({one.text for one in use.lines}) == 1 and not line.signed_for else []


def behind(line: Line, owner: Named) -> bool:
    """Whether a line names a party behind its signer, as in "Ann Lee, attorney-in-fact for Fund, L.P."."""
    _, signer, rest = line.text.casefold().partition(line.signer.name.casefold() if line.signer else "\0")
    return bool(signer) and stands_in(owner, rest)


def _through(line: Line, named: list[ReportingOwner]) -> list[ReportingOwner]:
    """Of "attorney-in-fact for GP, LLC, the general partner of Fund, L.P." the fund, for whom its partner acts."""
    partner = re.search(
        r"\b(?:general partner|managing member|manager|trustee|advis[eo]r) (?:of|for) (.+)$", line.text, re.IGNORECASE
    )
    entities = [o for o in named if is_entity(o.party)]
    if partner is None or len(entities) < 2:
        return named
    last = [o for o in entities if stands_in(o.party, partner[1])]
    return [o for o in named if o not in entities or o in last] if last else named


def _himself(line: Line, use: Use, named: list[ReportingOwner]) -> list[ReportingOwner]:
    """The signer, where he signs "individually and as trustee"."""
    if line.signer is None or not _HIMSELF.search(line.text):
        return []
    return [o for o in use.owners if o not in named and same_owner(line.signer, o.party)]


def _for_others(line: Line, owner: ReportingOwner) -> bool:
    """Whether a line says that it is for somebody else; an entity may bear another name in the line than in EDGAR."""
    return bool(line.signed_for) and not (is_entity(owner.party) and any(is_entity(p) for p in line.signed_for))


def _another_fits(line: Line, use: Use, owner: ReportingOwner) -> bool:
    return any(same_owner(p, owner.party) for one in use.lines if one.node != line.node for p in one.signed_for)

"""For which reporting owners of a filing a signature line stands.

A joint filing lists owners and signatures, and nothing in it says which belong together (EDGAR Ownership XML has no
such key). The rules here are the only ones: `filings` states their outcome in the record, and the audit asks them again
once identity has settled who is who. A line stands, in this order: for the owners whom it names, through a chain of
general partners for the one at its head (`chain`); for its signer, where he is an owner (`name`); for the owner beside
whom a source puts it; alone, for the one owner there is (`single`); for the entity whose name stands in its text; in
order, where as many lines as owners are left over (`order`); and one text that is all of a filing's, for all owners.
What none of that settles stays open: such a line stands for nobody. A confidence says how much a rule may be trusted;
it is a judgement, not a measurement.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from .authority import Line, Named, ReportingOwner
from .likeness import is_entity, same_owner, stands_in
from .names import generation
from .names import words as name_words
from .signature_words import HIMSELF, OFFICER
from .signatures import other_names

Method = Literal["name", "order", "single", "chain"]
_CERTAIN, _NAMED, _CHAINED, _IN_TEXT, _ORDERED = 1.0, 0.95, 0.9, 0.8, 0.6
_PARTNER = re.compile(
    r"\b(?:general partner|managing member|manager|trustee|advis[eo]r) (?:of|for) (.+)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Match:
    """For whom a line stands, by which rule, and how far that may be trusted; no owners where it is open."""

    owners: tuple[ReportingOwner, ...] = ()
    method: Method | None = None
    confidence: float | None = None


def match(lines: Sequence[Line], owners: Sequence[ReportingOwner]) -> list[Match]:
    """A match for each line of a filing, in their order; owners stand in the filing's order where a line names some."""
    found = [_alone(line, lines, owners) for line in lines]
    met = {owner.node for one in found for owner in one.owners}
    _second_hats(lines, owners, found, met)
    left = [owner for owner in owners if owner.node not in met]
    silent = [place for place, one in enumerate(found) if not one.owners and not lines[place].signed_for]
    if len(left) == len(silent):
        for place, owner in zip(silent, left, strict=True):
            found[place] = Match((owner,), "order", _ORDERED)
    elif len({line.text for line in lines}) == 1:
        for place in silent:
            found[place] = Match(tuple(owners))
    return found


def _second_hats(lines: Sequence[Line], owners: Sequence[ReportingOwner], found: list[Match], met: set[str]) -> None:
    """An owner's line as trustee or officer, beside one of his own, is for the one entity for which no line stands."""
    entities = [owner for owner in owners if owner.node not in met and is_entity(owner.party)]
    own = [place for place, one in enumerate(found) if one.owners and not OFFICER.search(rest_of(lines[place]))]
    for place, one in enumerate(found) if len(entities) == 1 else ():
        again = any(found[other].owners == one.owners for other in own if other != place)
        if again and not lines[place].signed_for and OFFICER.search(rest_of(lines[place])):
            found[place] = Match((entities[0],), "order", _ORDERED)
            met.add(entities[0].node)
            return


def rest_of(line: Line) -> str:
    """What a line says behind its signer's name."""
    name = line.signer.name if line.signer else ""
    at = line.text.casefold().find(name.casefold())
    return line.text[at + len(name) :] if name and at >= 0 else ""


def behind(line: Line, owner: Named) -> bool:
    """Whether a line names a party behind its signer, as in "Ann Lee, attorney-in-fact for Fund, L.P."."""
    _, signer, rest = line.text.casefold().partition(line.signer.name.casefold() if line.signer else "\0")
    return bool(signer) and stands_in(owner, rest)


def for_himself(line: Line) -> bool:
    """Whether a line says that its signer signs for himself too, as in "individually and as trustee"."""
    return HIMSELF.search(line.text) is not None


def names_of(line: Line) -> tuple[Named, ...]:
    """Its signer under each name that a line gives: "Ann Lee (formerly Ann Park)", "Ann Lee, née Park"."""
    if line.signer is None:
        return ()
    given, _, surname = line.signer.name.rpartition(" ")
    others = [other if " " in other else f"{given} {other}".strip() for other in other_names(line.text)]
    return (line.signer, *(Named(f"{line.node}/{other}", other, line.signer.type) for other in others if surname))


def _alone(line: Line, lines: Sequence[Line], owners: Sequence[ReportingOwner]) -> Match:
    """What a line says by itself, or beside the others."""
    if named := _named(line, owners):
        return named
    if line.signer is not None and (line.capacity != "attorney-in-fact" or not line.signed_for):
        own = list(dict.fromkeys(owner for name in names_of(line) for owner in _those(name, owners)))
        if len(own) == 1:
            return Match((own[0],), "name", _NAMED)
    beside = [owner for owner in owners if owner.node == line.owner]
    method: Method | None = None
    if not beside and len(owners) == 1:
        beside, method = list(owners), "single"
    if beside and not (_for_others(line, beside[0]) and _another_fits(line, lines, beside[0])):
        return Match(tuple(beside), method, _IN_TEXT if method and _for_others(line, beside[0]) else _CERTAIN)
    within = [o for o in owners if is_entity(o.party) and stands_in(o.party, line.text)] if not line.owner else []
    if within:
        first = min(within, key=lambda o: line.text.casefold().find(o.party.name.casefold()))
        return Match((first,), "name", _IN_TEXT)
    return Match()


def _named(line: Line, owners: Sequence[ReportingOwner]) -> Match | None:
    """The owners whom a line names."""
    found = [owner for party in line.signed_for for owner in _those(party, owners)]
    if not found:
        return None
    # In "Fund, L.P., By: GP LLC, its general partner, By: Ann Lee" the fund signs, through the names behind it.
    all_ = list(dict.fromkeys(found))
    through = _through(line, all_)
    chain = through != all_
    if not chain:
        heads = [o for o in all_ if is_entity(o.party) and not behind(line, o.party)]
        through = [o for o in all_ if o not in heads[1:]]
        chain = bool(heads and len(line.signed_for) > 1 and not behind(line, line.signed_for[-1]))
    himself = _those(line.signer, owners) if line.signer is not None and for_himself(line) else []
    both = (*(o for o in himself if o not in through), *through)
    return Match(both, "chain" if chain else "name", _CHAINED if chain else _NAMED)


def _those(party: Named, owners: Sequence[ReportingOwner]) -> list[ReportingOwner]:
    """The owner who bears a name; of several, as of father and son, the one who bears it as it is printed, or none."""
    found = [owner for owner in owners if same_owner(party, owner.party)]
    if not found and len(surname := name_words(party.name)) == 1 and not is_entity(party):  # "for Mr. Oakes"
        found = [
            owner for owner in owners if not is_entity(owner.party) and name_words(owner.party.name)[:1] == surname
        ]
    for alike in (_generation, _spelling):
        if len(found) > 1:
            found = [owner for owner in found if alike(owner.party) == alike(party)] or found
    return found if len(found) == 1 else []


def _generation(party: Named) -> str | None:
    return generation(party.name)


def _spelling(party: Named) -> list[str]:
    return sorted(name_words(party.name))


def _through(line: Line, named: list[ReportingOwner]) -> list[ReportingOwner]:
    """Of "attorney-in-fact for GP, LLC, the general partner of Fund, L.P." the fund, for whom its partner acts."""
    partner = _PARTNER.search(line.text)
    entities = [o for o in named if is_entity(o.party)]
    if partner is None or len(entities) < 2:
        return named
    last = [o for o in entities if stands_in(o.party, partner[1])]
    return [o for o in named if o not in entities or o in last] if last else named


def _for_others(line: Line, owner: ReportingOwner) -> bool:
    """Whether a line says that it is for somebody else; an entity may bear another name in the line than in EDGAR."""
    return bool(line.signed_for) and not (is_entity(owner.party) and any(is_entity(p) for p in line.signed_for))


def _another_fits(line: Line, lines: Sequence[Line], owner: ReportingOwner) -> bool:
    return any(same_owner(p, owner.party) for one in lines if one.node != line.node for p in one.signed_for)

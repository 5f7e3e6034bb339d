"""Why the names of two clusters cannot be of one party."""

from __future__ import annotations

from . import organization_agreement, person_agreement, persons
from .clusters import Traits


def persons_contradict(one: Traits, other: Traits, through: Traits | None = None) -> str | None:
    """Why two clusters' names cannot be one person's; names that a third one holds together are no contradiction.

    `through` is a cluster by which the two would come together: its names count as third ones.
    """
    if len(one.names) == 1 and one.names.keys() == other.names.keys():
        return None
    open_: list[tuple[persons.PersonName, persons.PersonName, str]] = []
    bridged = False
    for mine in one.names.values():
        for theirs in other.names.values():
            found = person_agreement.agree(mine, theirs)
            if found.level is None:
                open_.append((mine, theirs, found.reason))
            elif found.level is person_agreement.Level.SURNAME_PART:
                bridged = True
    if not open_:
        return None
    third = [*one.names.values(), *other.names.values(), *(through.names.values() if through else ())]
    married = bridged or _two_surnames(one, other)
    for mine, theirs, reason in open_:
        if reason == person_agreement.SURNAMES and married:
            continue
        if _held(one, mine, theirs) or _held(other, theirs, mine) or (through and _held_both(through, mine, theirs)):
            continue
        if not any(person_agreement.bridges(name, mine, theirs, reason) for name in third):
            return reason
    return None


def _held(traits: Traits, odd: persons.PersonName, theirs: persons.PersonName) -> bool:
    """Whether another name of a cluster agrees with theirs, and a CIK holds it together with the odd one."""
    return bool(traits.ciks) and any(
        person_agreement.agree(name, theirs).level is not None and person_agreement.agree(name, odd).level is None
        for name in traits.names.values()
    )


def _held_both(through: Traits, mine: persons.PersonName, theirs: persons.PersonName) -> bool:
    """Whether a CIK holds together two names that are at odds, as these are, with each of which one of these agrees."""
    if not through.ciks:
        return False
    near = [name for name in through.names.values() if person_agreement.agree(name, mine).level is not None]
    return any(_held(through, name, theirs) for name in near)


def _two_surnames(one: Traits, other: Traits) -> bool:
    """Whether a name of either cluster has a former or a double surname."""
    return any(
        name.former or any(len(reading.parts) > 1 for reading in name.readings[:1])
        for traits in (one, other)
        for name in traits.names.values()
    )


def organizations_contradict(one: Traits, other: Traits, through: Traits | None = None) -> str | None:
    """As `persons_contradict`, for organizations."""
    if len(one.names) == 1 and one.names.keys() == other.names.keys():
        return None
    third = [*one.names.values(), *other.names.values(), *(through.names.values() if through else ())]
    for mine in one.names.values():
        for theirs in other.names.values():
            found = organization_agreement.at_odds(mine, theirs)
            if found is None:
                continue
            if found != organization_agreement.GO_ON or not any(
                organization_agreement.bridges(name, mine, theirs) for name in third
            ):
                return found
    return None

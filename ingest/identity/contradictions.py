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
        if not any(person_agreement.bridges(name, mine, theirs, reason) for name in third):
            return reason
    return None


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

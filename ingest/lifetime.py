"""From which day until which day an authority runs: one rule, for the audit and for relations.

What the days mean is told in docs/audit.md, Days. A month without a day is any day of it, and of the day on which a
principal ended an authority the hour would tell; so a beginning and an end are each two days, between which it is open
whether the authority was live. Days are ISO strings and compare as such; "" is unknown.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .authority import Ending, Grant, Meant, Named
from .likeness import about, is_entity, key, same_company, same_party

OWNERSHIP = frozenset({"3", "4", "5"})
OPEN = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Lifetime:
    """When an authority may be live, and when it surely is.

    Attributes:
        start: The first day on which it may have begun; "" where nothing tells.
        sure_start: The first day on which it surely had; "" where nothing tells.
        sure_end: The last day on which it surely had not ended; `OPEN` where nothing may have ended it.
        end: The last day on which it may be live; `OPEN` where nothing surely ended it.
    """

    start: str
    sure_start: str
    sure_end: str
    end: str


def begin(grant: Grant) -> tuple[str, str]:
    """The first day on which a grant may have begun, and the first on which it surely had; "" where nothing tells.

    One that was on file by a day was executed by then; of a later day on which it takes effect that says nothing.
    """
    if grant.begins is None:
        return "", grant.filed or ""
    first, last = grant.begins
    tells = grant.filed is not None and (grant.executed is None or grant.executed[1] == last)
    return first, max(first, min(last, grant.filed or "")) if tells else last


@dataclass(slots=True)
class Endings:
    """What principals ended. Learn everything, then ask; the order of learning does not matter."""

    _of: dict[str, list[Ending]] = field(default_factory=lambda: defaultdict(list))

    def learn(self, ending: Ending) -> None:
        """Note that a principal ended authority."""
        for word in {key(ending.principal), ending.principal.entity}:
            self._of[word].append(ending)

    def of(
        self, grant: Grant, attorney: Named, principals: Sequence[Named], issuer: Named | None, form: str | None
    ) -> list[Ending]:
        """What ends an attorney's authority under a grant, about an issuer and for a form (None: any)."""
        words = {word for principal in principals for word in (key(principal), principal.entity)}
        found = {id(ending): ending for word in words for ending in self._of.get(word, ())}
        return [
            ending
            for ending in found.values()
            if ending.node != grant.node
            and any(same_party(ending.principal, principal) for principal in principals)
            and _of_this(ending, grant)
            and _reaches(ending, form)
            and _means(ending.meant, grant, attorney, principals, issuer)
            and not any(
                _means(one, grant, attorney, principals, issuer) and (not one.forms or form in one.forms)
                for one in ending.kept
            )
        ]

    def lifetime(self, grant: Grant, attorney: Named, principals: Sequence[Named], issuer: Named | None) -> Lifetime:
        """When an attorney's authority under a grant runs, about an issuer, for as long as it does for any form.

        All `principals` are printings of one entity; another that bears the name has ended nothing of this one's. What
        ends authority about some companies may have ended that about a company which nobody names.
        """
        (start, sure_start), (sure_end, end) = begin(grant), grant.expires or (OPEN, OPEN)
        entity = principals[0].entity
        if entity in self._of:
            ends = []
            for form in grant.forms or (OWNERSHIP if grant.ownership else {None}):
                found = [
                    (_before(one.begins[0]), OPEN if issuer is None and one.meant.issuers else one.begins[1])
                    for one in self.of(grant, attorney, principals, issuer, form)
                    if one.principal.entity == entity
                ]
                ends.append([min((days[n] for days in found), default=OPEN) for n in (0, 1)])
            sure_end = min(sure_end, max(days[0] for days in ends))
            end = min(end, max(days[1] for days in ends))
        if sure_start:  # where no day is certain, the last certain one is that before the first which might have been
            sure_end = min(end, max(sure_end, _before(sure_start)))
        return Lifetime(start, sure_start, sure_end, end)


def surely(ending: Ending, day: str) -> bool:
    """Whether authority had ended before a day; of the day itself the hour would tell."""
    return ending.begins[1] < day


def join(lifetimes: Iterable[Lifetime]) -> Lifetime:
    """From the first beginning to the last end of several."""
    all_ = list(lifetimes)
    return Lifetime(
        min(one.start for one in all_),
        min(one.sure_start or OPEN for one in all_).replace(OPEN, ""),
        max(one.sure_end for one in all_),
        max(one.end for one in all_),
    )


def _before(day: str) -> str:
    if day <= "0001-01-01":
        return day
    return (datetime.date.fromisoformat(day) - datetime.timedelta(days=1)).isoformat()


def _reaches(ending: Ending, form: str | None) -> bool:
    if ending.verdict == "expired":
        return True
    forms = ending.meant.forms
    named = forms & OWNERSHIP
    if named and form in OWNERSHIP:
        return form in named
    return bool(named) or ending.ownership or (ending.verdict == "revoked" and not forms)


def _of_this(ending: Ending, grant: Grant) -> bool:
    """Whether an ending is of this grant: by its date where it gives one, else of every earlier one.

    The end of an employment, told without a date of a power, ends a power that lasts as long as that.
    """
    if ending.meant.dates:
        return _dated(ending.meant, grant)
    if ending.verdict == "expired" and not grant.while_employed:
        return False
    return grant.since < ending.made if grant.since else ending.verdict == "revoked"


def _dated(meant: Meant, grant: Grant) -> bool:
    made = grant.executed
    return made is not None and any(one[0] <= made[1] and made[0] <= one[1] for one in meant.dates)


def _means(meant: Meant, grant: Grant, attorney: Named, principals: Sequence[Named], issuer: Named | None) -> bool:
    """Whether somebody's authority under a grant is meant, as to an issuer."""
    return (
        (not meant.dates or _dated(meant, grant))
        and (not meant.attorneys or any(same_party(attorney, one) for one in meant.attorneys))
        and about(own_issuers(meant.issuers, principals), issuer)
    )


def own_issuers(issuers: tuple[Named, ...], principals: Sequence[Named]) -> tuple[Named, ...]:
    """The companies that papers are about; an entity that grants a power is not its own issuer."""
    return tuple(one for one in issuers if not any(is_entity(p) and same_company(one, p) for p in principals))

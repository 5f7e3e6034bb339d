"""How a power stands on a day: the questions that it is asked, in their order, and what ended it.

The first "no" is the answer: is the power about this issuer, about this form, had it begun, had it run out, had its
principal ended it? Days are ISO strings and compare as such. The law behind each is told in docs/audit.md.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .authority import Ending, Meant, Named, Power, Use
from .likeness import about, is_entity, key, same_company, same_party, stands_in

OWNERSHIP = frozenset({"3", "4", "5"})
# The verdicts that a power can lead to, in the order in which its questions are asked; further down is nearer.
STEPS = (
    "other-issuer",
    "form-not-covered",
    "not-yet-effective",
    "expired",
    "revoked",
    "superseded",
    "unclear",
    "joint-authority-unmet",
    "covered-by-office",
    "covered-by-substitution",
    "covered",
)


@dataclass(frozen=True, slots=True)
class Answer:
    """A power's verdict about one signature, in one sentence, with the instruments on which it rests."""

    verdict: str
    reason: str
    powers: tuple[str, ...]
    begins: str = ""

    @property
    def rank(self) -> tuple[int, str, tuple[str, ...]]:
        """Nearer to "covered" is more; of equals the later power, so that the order of reading does not matter."""
        return STEPS.index(self.verdict), self.begins, self.powers


@dataclass(slots=True)
class Endings:
    """What principals ended, by principal."""

    _of: dict[str, list[Ending]] = field(default_factory=lambda: defaultdict(list))

    def learn(self, ending: Ending) -> None:
        """Note that a principal ended authority."""
        self._of[key(ending.principal)].append(ending)

    def of(self, power: Power, attorney: Named, principals: Sequence[Named], use: Use, day: str) -> Ending | None:
        """What had ended, or on that day may have ended, an attorney's authority: the surest, the earliest."""
        found = [
            ending
            for principal in principals
            for ending in self._of.get(key(principal), ())
            if ending.node != power.node
            and ending.begins[0] <= day
            and same_party(ending.principal, principal)
            and _of_this(ending, power)
            and _reaches(ending, use.form)
            and _means(ending.meant, power, attorney, principals, use)
            and not any(
                _means(one, power, attorney, principals, use) and (not one.forms or use.form in one.forms)
                for one in ending.kept
            )
        ]
        return min(found, key=lambda e: (not surely(e, day), e.begins, e.verdict, e.node), default=None)


def surely(ending: Ending, day: str) -> bool:
    """Whether authority had ended before a day; of the day itself the hour would tell."""
    return ending.begins[1] < day


def _reaches(ending: Ending, form: str | None) -> bool:
    if ending.verdict == "expired":
        return True
    forms = ending.meant.forms
    named = forms & OWNERSHIP
    if named and form in OWNERSHIP:
        return form in named
    return bool(named) or ending.ownership or (ending.verdict == "revoked" and not forms)


def _of_this(ending: Ending, power: Power) -> bool:
    """Whether an ending is of this power: by its date where it gives one, else of every earlier one.

    The end of an employment, told without a date of a power, ends a power that lasts as long as that.
    """
    if ending.meant.dates:
        return _dated(ending.meant, power)
    if ending.verdict == "expired" and not power.while_employed:
        return False
    return power.since < ending.made if power.since else ending.verdict == "revoked"


def _dated(meant: Meant, power: Power) -> bool:
    made = power.executed
    return made is not None and any(one[0] <= made[1] and made[0] <= one[1] for one in meant.dates)


def _means(meant: Meant, power: Power, attorney: Named, principals: Sequence[Named], use: Use) -> bool:
    """Whether somebody's authority under a power is meant, as to the issuer of a filing."""
    return (
        (not meant.dates or _dated(meant, power))
        and (not meant.attorneys or any(same_party(attorney, one) for one in meant.attorneys))
        and about(_issuers(meant.issuers, principals), use.issuer)
    )


def _issuers(issuers: tuple[Named, ...], principals: Sequence[Named]) -> tuple[Named, ...]:
    """The companies that papers are about; an entity that grants a power is not its own issuer."""
    return tuple(one for one in issuers if not any(is_entity(p) and same_company(one, p) for p in principals))


# A power that is for amendments only, or excludes originals, in the words of its limits.
_NO_ORIGINAL = re.compile(
    r"\bn(?:ot?|or|ever|othing)\b.*\b(?:original|initial|new) (?:statement|report|form|filing)"
    r"|\bother than (?:an )?amend|\bbut amend|\bamend\w+ only\b",
    re.IGNORECASE,
)


def covers(power: Power, use: Use) -> bool:
    """Whether a power reaches a filing's form; one over Section 16 reports that names no form reaches all three.

    Any other form it reaches by naming it, or by naming none and being about more than these reports. A substitution
    that names none hands on what its power has. One that excludes original statements reaches amendments.
    """
    form = use.form
    if not use.amendment and any(_NO_ORIGINAL.search(limit) for limit in power.limits):
        return False
    if form is None or (power.kind == "substitution" and not power.forms):
        return True
    if form not in OWNERSHIP:
        return form in power.forms or not (power.forms or power.ownership)
    named = power.forms & OWNERSHIP
    return form in named if named else power.ownership


def covers_issuer(power: Power, use: Use, filers: Sequence[Named]) -> bool:
    """Whether a power is about the filing's issuer, or about any.

    Those who grant it and `filers` are no issuers. Nor is, in a power that came with the filing, an entity that files
    too: "all forms that I must file as a manager of Acme GP, LLC" is about what that partnership holds.
    """
    beside = [owner.party for owner in use.owners] if came_with(power, use) else []
    issuers = _issuers(power.issuers, [*power.principals, *filers, *beside])
    return about(issuers, use.issuer) and (bool(issuers) or not _excluded(power, use.issuer))


def _excluded(power: Power, issuer: Named | None) -> bool:
    """Whether a power that names no company excludes this one, as in "any company other than Acme, Inc."."""
    return issuer is not None and any(
        stands_in(replace(issuer, name=name), limit) for limit in power.limits for name in (issuer.name, *issuer.former)
    )


def came_with(power: Power, use: Use) -> bool:
    """Whether a power is an exhibit of the filing itself."""
    return power.accession is not None and power.accession == use.accession


def begun(power: Power, use: Use, day: str) -> bool | None:
    """Whether a power had begun by a day; None where that cannot be told."""
    together = came_with(power, use)
    if power.filed is not None and power.filed <= day and (power.begins is None or power.begins[0] <= day):
        return True
    if power.begins is None:
        return True if together else None
    earliest, latest = power.begins
    if day < earliest:
        return False
    return True if latest <= day or together else None


@dataclass(frozen=True, slots=True)
class Question:
    """What a power is asked about.

    Attributes:
        attorney: As the power names him.
        grantors: Those of its principals for whom the line stands.
        filers: The owner, and those through whom the line signs for it.
        use: The filing.
        day: Of the signature.
        way: The verdict where nothing stands against it.
    """

    attorney: Named
    grantors: Sequence[Named]
    filers: Sequence[Named]
    use: Use
    day: str
    way: str


def ask(power: Power, question: Question, endings: Endings) -> Answer:
    """A power's answer about an attorney whom it reaches."""
    what, name = title(power), question.attorney.name
    use, day, way = question.use, question.day, question.way

    def say(verdict: str, reason: str) -> Answer:
        return Answer(verdict, reason, (power.node,), power.begins[1] if power.begins else "")

    if not covers_issuer(power, use, question.filers):
        return say("other-issuer", f"{what} names {name}, but is about {_listed(power.issuers)}.")
    if not covers(power, use):
        return say("form-not-covered", f"{what} names {name}, but does not reach {_form(use)}.")
    had_begun = begun(power, use, day)
    if had_begun is False:
        return say("not-yet-effective", f"{what} names {name}; it begins after {day}, when this was signed.")
    if power.expires is not None and power.expires < day:
        return say("expired", f"{what} names {name}; it ran until {power.expires}.")
    ended = endings.of(power, question.attorney, question.grantors, use, day)
    if ended is not None and not surely(ended, day):
        return say("unclear", f"{what} names {name}; whether it had ended by {day} cannot be told from the dates.")
    if ended is not None and ended.verdict == "expired":
        return say("expired", f"{what} names {name}; a later paper says that this ended on {ended.begins[1]}.")
    if ended is not None and ended.verdict == "revoked":
        return say("revoked", f"{what} names {name}; a revocation of {ended.begins[1]} ended that.")
    if ended is not None:
        return say("superseded", f"{what} names {name}; a power of {ended.begins[1]} revokes earlier ones.")
    if had_begun is None:
        return say("unclear", f"{what} names {name}; whether it had begun by {day} cannot be told.")
    if way == "unclear":
        return say("unclear", f"{what} names {name}, who may be the signer; the line does not give the whole name.")
    reach = {"covered-by-office": " by office", "covered-by-substitution": " as a substitute"}.get(way, "")
    return say(way, f"{what} names {name}{reach}, and was live on {day} as far as this corpus shows.")


def _form(use: Use) -> str:
    return f"Form {use.form}{'/A' if use.amendment else ''}"


def title(power: Power) -> str:
    """A power in a sentence."""
    kind = {"confirming-statement": "confirming statement", "substitution": "substitution"}.get(power.kind, "power")
    made = power.executed or power.begins
    if made is None:
        return f"A {kind} without a date"
    return f"The {kind} of {made[0] if made[0] == made[1] else made[0][:7]}"


def _listed(parties: tuple[Named, ...]) -> str:
    names = [party.name.rstrip(".") for party in parties]
    return " and ".join(names) if len(names) <= 2 else f"{names[0]} and {len(names) - 1} more"

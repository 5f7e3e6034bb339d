"""How a power stands on a day: the questions that it is asked, in their order, and what ended it.

The first "no" is the answer: is the power about this issuer, about this form, had it begun, had it run out, had its
principal ended it? Days are ISO strings and compare as such. The law behind each is told in docs/audit.md.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .authority import Ending, Named, Power, Use
from .lifetime import OWNERSHIP, Endings, begin, own_issuers, surely
from .likeness import about, stands_in

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
    """A power's verdict about one signature, in one sentence, with the instruments on which it rests.

    `until` is the last day on which it can have been live, where the verdict is that it had ended.
    """

    verdict: str
    reason: str
    powers: tuple[str, ...]
    begins: str = ""
    until: str | None = None

    @property
    def rank(self) -> tuple[int, str, tuple[str, ...]]:
        """Nearer to "covered" is more; of equals the later power, so that the order of reading does not matter."""
        return STEPS.index(self.verdict), self.begins, self.powers


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
    issuers = own_issuers(power.issuers, [*power.principals, *filers, *beside])
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
    earliest, surely_by = begin(power)
    if day < earliest:
        return False
    return True if came_with(power, use) or (surely_by and surely_by <= day) else None


def ended(
    power: Power, attorney: Named, principals: Sequence[Named], use: Use, day: str, endings: Endings
) -> Ending | None:
    """What had ended, or on that day may have ended, an attorney's authority: the surest, the earliest."""
    found = endings.of(power, attorney, principals, use.issuer, use.form)
    begun_by = [ending for ending in found if ending.begins[0] <= day]
    return min(begun_by, key=lambda e: (not surely(e, day), e.begins, e.verdict, e.node), default=None)


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

    def say(verdict: str, reason: str, until: str | None = None) -> Answer:
        return Answer(verdict, reason, (power.node,), power.begins[1] if power.begins else "", until)

    if not covers_issuer(power, use, question.filers):
        return say("other-issuer", f"{what} names {name}, but is about {_listed(power.issuers)}.")
    if not covers(power, use):
        return say("form-not-covered", f"{what} names {name}, but does not reach {_form(use)}.")
    had_begun = begun(power, use, day)
    if had_begun is False:
        return say("not-yet-effective", f"{what} names {name}; it begins after {day}, when this was signed.")
    if power.expires is not None and power.expires[1] < day:
        return say("expired", f"{what} names {name}; it ran until {power.expires[1]}.", power.expires[1])
    over = ended(power, question.attorney, question.grantors, use, day, endings)
    if over is not None and surely(over, day):
        return say(over.verdict, f"{what} names {name}; {_how(over)}.", over.begins[1])
    if over is not None or (power.expires is not None and power.expires[0] < day):
        return say("unclear", f"{what} names {name}; whether it had ended by {day} cannot be told from the dates.")
    if had_begun is None:
        return say("unclear", f"{what} names {name}; whether it had begun by {day} cannot be told.")
    if way == "unclear":
        return say("unclear", f"{what} names {name}, who may be the signer; the line does not give the whole name.")
    reach = {"covered-by-office": " by office", "covered-by-substitution": " as a substitute"}.get(way, "")
    return say(way, f"{what} names {name}{reach}, and was live on {day} as far as this corpus shows.")


def _how(ending: Ending) -> str:
    """What ended a power, in half a sentence."""
    day = ending.begins[1]
    return {
        "expired": f"a later paper says that this ended on {day}",
        "revoked": f"a revocation of {day} ended that",
    }.get(ending.verdict, f"a power of {day} revokes earlier ones")


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

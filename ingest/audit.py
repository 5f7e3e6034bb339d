"""The audit of authority: was a form signed by somebody whom a power in this corpus names, that day?

A verdict is a signal about a corpus, never a judgement about a person. The forms' General Instructions let the
authority of whoever signs for somebody else be shown with the form, soon after it, or in a paper that was filed before
and elsewhere; so a power that is not found here proves nothing, and no sentence below says that it does.

The rules, in the order in which they are tried for one signature and one reporting owner:

1. A line that names no signer, or fits no owner, is `unclear`.
2. The owner signs: `self-signed`. An entity's line in the capacity of officer, partner, manager or trustee:
   `entity-officer` (Forms 3, 4 and 5, General Instructions, on signatures; 17 CFR 240.16a-3(i)).
3. Otherwise somebody signs for the owner. Each power of the owner, or of an entity through which the line signs, is
   asked whether it reaches the signer: by name (`covered`), as holder of an office (`covered-by-office`), or through a
   substitute whom its attorney named (`covered-by-substitution`).
4. A power that reaches the signer is asked, in this order: is it about this issuer (`other-issuer`), this form
   (`form-not-covered`), had it begun (`not-yet-effective`), had it run out (`expired`), had its principal ended it
   (`revoked`) or replaced it by one that revokes earlier ones (`superseded`), and have as many signed as must act
   together (`joint-authority-unmet`). The first "no" is its verdict.
5. Of several powers the one that gets furthest decides.
6. No power reaches the signer: `not-named` where a power of the owner about this issuer was live, `unclear` where that
   power speaks of an office or a firm and the corpus does not show who stood behind it, else `no-power-in-corpus`.

The day that counts is the signature's own date, the filing's where the line has none. A month without a day means any
day of it (docs/model.md): a power that may or may not have begun is `unclear`, unless it was filed by that day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .authority import Ending, Line, Named, Power, ReportingOwner, Use
from .folding import fold_organization
from .names import same_person, same_printed_person
from .names import words as name_words

# The verdicts that a power can lead to, in the order in which its questions are asked; further down is nearer.
_STEPS = (
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
COVERED = frozenset({"covered", "covered-by-office", "covered-by-substitution"})
_OWNERSHIP = frozenset({"3", "4", "5"})
# What a joint power needs at least: the instruments say "jointly", "together", or "any two".
_TOGETHER = 2


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the corpus shows for one signature and one owner; `powers` are the instruments that decide."""

    line: Line
    owner: ReportingOwner | None
    verdict: str
    reason: str
    day: str | None = None
    powers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Answer:
    """A power's verdict about one signature."""

    verdict: str
    reason: str
    powers: tuple[str, ...]
    begins: str = ""

    @property
    def rank(self) -> tuple[int, str, tuple[str, ...]]:
        return _STEPS.index(self.verdict), self.begins, self.powers


@dataclass(slots=True)
class Powers:
    """All powers and endings of a corpus, by principal. Learn everything, then `judge`."""

    _of: dict[str, list[Power]] = field(default_factory=lambda: defaultdict(list))
    _named: dict[str, list[Power]] = field(default_factory=lambda: defaultdict(list))
    _endings: dict[str, list[Ending]] = field(default_factory=lambda: defaultdict(list))
    _firms: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _titles: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    _substitutions: dict[str, list[Power]] = field(default_factory=lambda: defaultdict(list))

    def learn(self, power: Power) -> None:
        """Note an instrument; a revocation is an ending and goes to `end`."""
        for attorney in power.attorneys:
            if attorney.firm:
                self._firms[attorney.entity].add(attorney.firm)
        for principal in power.principals:
            if power.kind == "substitution":
                self._substitutions[_last(principal)].append(power)
                continue
            self._of[principal.entity].append(power)
            self._named[_last(principal)].append(power)

    def end(self, ending: Ending) -> None:
        """Note that a principal ended authority."""
        self._endings[_last(ending.principal)].append(ending)

    def hold(self, person: str, issuer: str, title: str) -> None:
        """Note a title that a filing gives for an owner, so that an office has a holder."""
        self._titles[person, issuer].add(_words(title))

    def judge(self, use: Use) -> Iterator[Verdict]:
        """A verdict for each signature and each owner for whom it stands, in the order of the filing."""
        for line in use.lines:
            owners = _owners(line, use)
            if not owners:
                yield Verdict(
                    line, None, "unclear", "The signature fits none of the filing's reporting owners.", line.day
                )
            for owner in owners:
                yield self._verdict(use, line, owner)

    def _verdict(self, use: Use, line: Line, owner: ReportingOwner) -> Verdict:
        day = line.day or use.filed
        signer, entity = line.signer, _is_entity(owner.party)

        def say(verdict: str, reason: str, powers: tuple[str, ...] = ()) -> Verdict:
            return Verdict(line, owner, verdict, reason, day, powers)

        if signer is None:
            return say("unclear", "The signature line names no signer.")
        if _is_owner(signer, owner.party) and line.capacity != "attorney-in-fact":
            return say("self-signed", f"{signer.name} is the reporting owner.")
        if entity and line.capacity == "entity-officer":
            return say(
                "entity-officer", f"{signer.name} signed as an officer, partner, manager or trustee of the owner."
            )
        if day is None:
            return say("unclear", "Neither the signature nor the filing carries a date.")
        powers = self._powers_of(owner, use, line)
        answers = [a for power in powers for a in self._answers(power, use, line, signer, day)]
        if answers:
            best = max(answers, key=lambda answer: answer.rank)
            return say(best.verdict, best.reason, best.powers)
        return say(*self._unreached(powers, use, line, owner, day))

    def _powers_of(self, owner: ReportingOwner, use: Use, line: Line) -> list[Power]:
        """Powers of the owner, and of the entities through which the line signs.

        They are found by entity, else by name: where they are about this issuer, or name this signer, too.
        """
        found: dict[str, Power] = {}
        through = [p for p in line.signed_for if _is_entity(owner.party) and not _behind(line, p)]
        for party in (owner.party, *through):
            for power in self._of.get(party.entity, ()):
                found[power.node] = power
        for last in _lasts(owner.party):
            for power in self._named.get(last, ()):
                known = _about(power.issuers, use.issuer) or any(_same(a, line.signer) for a in power.attorneys)
                if known and any(_same_owner(principal, owner.party) for principal in power.principals):
                    found[power.node] = power
        return [found[node] for node in sorted(found)]

    def _answers(self, power: Power, use: Use, line: Line, signer: Named, day: str) -> Iterator[_Answer]:
        """How a power answers about a signer, once for each way in which it reaches him."""
        for attorney in power.attorneys:
            way = self._way(attorney, signer, line, use)
            if way is not None:
                yield self._ask(power, attorney, use, day, way)
            yield from self._through_substitute(power, attorney, use, signer, day)

    def _way(self, attorney: Named, signer: Named, line: Line, use: Use) -> str | None:
        """The verdict if nothing stands against it: how an attorney's mention reaches a signer; None if not."""
        if attorney.type == "office":
            held = self._titles.get((signer.entity, use.issuer.entity if use.issuer else ""), set())
            title = _words(attorney.name)
            shown = title in _words(line.text.replace(signer.name, " ")) or any(title in one for one in held)
            return "covered-by-office" if title and shown else None
        if _same(attorney, signer):
            return "covered"
        if _is_entity(attorney):
            inside = attorney.entity in self._firms.get(signer.entity, ())
            return "covered" if inside or fold_organization(attorney.name) in _words(line.text) else None
        return None

    def _through_substitute(
        self, power: Power, attorney: Named, use: Use, signer: Named, day: str
    ) -> Iterator[_Answer]:
        for other in self._substitutions.get(_last(attorney), ()) if power.substitution else ():
            if not any(_same(attorney, p) for p in other.principals):
                continue
            for substitute in other.attorneys:
                if _same(substitute, signer):
                    first = self._ask(power, attorney, use, day, "covered")
                    second = self._ask(other, substitute, use, day, "covered-by-substitution")
                    worse = min(first, second, key=lambda answer: _STEPS.index(answer.verdict))
                    yield _Answer(worse.verdict, worse.reason, (power.node, other.node), second.begins)

    def _ask(self, power: Power, attorney: Named, use: Use, day: str, way: str) -> _Answer:
        """The questions of rule 4, in order."""
        what = _title(power)

        def say(verdict: str, reason: str) -> _Answer:
            return _Answer(verdict, reason, (power.node,), power.begins[1] if power.begins else "")

        if not _about(power.issuers, use.issuer):
            return say("other-issuer", f"{what} names {attorney.name}, but is about {_listed(power.issuers)}.")
        if not _covers(power, use.form):
            return say("form-not-covered", f"{what} names {attorney.name}, but not Form {use.form or 'of this kind'}.")
        begun = _begun(power, use, day)
        if begun is False:
            return say(
                "not-yet-effective", f"{what} names {attorney.name}; it begins after {day}, when this was signed."
            )
        if power.expires is not None and power.expires < day:
            return say("expired", f"{what} names {attorney.name}; it ran until {power.expires}.")
        ended = self._ended(power, attorney, use, day)
        if ended is not None and ended.explicit:
            return say("revoked", f"{what} names {attorney.name}; a revocation of {ended.day} ended that.")
        if ended is not None:
            return say("superseded", f"{what} names {attorney.name}; a power of {ended.day} revokes earlier ones.")
        if begun is None:
            return say("unclear", f"{what} names {attorney.name}; whether it had begun by {day} cannot be told.")
        if power.joint and not self._together(power, use):
            return say(
                "joint-authority-unmet", f"{what} lets its attorneys act together only; one signature was found."
            )
        reach = {"covered-by-office": " by office", "covered-by-substitution": " as a substitute"}.get(way, "")
        return say(way, f"{what} names {attorney.name}{reach}, and was live on {day} as far as this corpus shows.")

    def _ended(self, power: Power, attorney: Named, use: Use, day: str) -> Ending | None:
        """What ended an attorney's authority before a day, the earliest first."""
        since = power.begins[1] if power.begins else power.filed or ""
        found = [
            ending
            for principal in power.principals
            for ending in self._endings.get(_last(principal), ())
            if ending.node != power.node
            and _same(ending.principal, principal)
            and ending.day < day
            and (not ending.attorneys or any(_same(attorney, one) for one in ending.attorneys))
            and (_about(ending.issuers, use.issuer) or (ending.explicit and not power.issuers))
            and (since <= ending.day if ending.explicit else since < ending.day)
            and (bool(since) or ending.explicit)
        ]
        return min(found, key=lambda ending: (ending.day, not ending.explicit, ending.node), default=None)

    def _together(self, power: Power, use: Use) -> bool:
        """Whether as many of a joint power's attorneys signed this filing as must act together."""
        if len(power.attorneys) < _TOGETHER:
            return True
        signed = {
            attorney.entity
            for attorney in power.attorneys
            for line in use.lines
            if line.signer is not None and self._way(attorney, line.signer, line, use) is not None
        }
        return len(signed) >= _TOGETHER

    def _unreached(
        self, powers: Sequence[Power], use: Use, line: Line, owner: ReportingOwner, day: str
    ) -> tuple[str, str, tuple[str, ...]]:
        """Rule 6: no power names the signer."""
        name = line.signer.name if line.signer else ""
        live = [
            power
            for power in powers
            if _about(power.issuers, use.issuer)
            and _covers(power, use.form)
            and _begun(power, use, day)
            and not (power.expires is not None and power.expires < day)
            and not all(self._ended(power, attorney, use, day) for attorney in power.attorneys)
        ]
        live.sort(key=lambda power: (power.begins or ("", ""), power.node), reverse=True)
        open_ended = [p for p in live if any(a.type == "office" or _is_entity(a) for a in p.attorneys)]
        if open_ended:
            whom = next(a.name for a in open_ended[0].attorneys if a.type == "office" or _is_entity(a))
            reason = f"{_title(open_ended[0])} names {whom}; whether {name} acted as that, this corpus does not show."
            return "unclear", reason, (open_ended[0].node,)
        if live:
            reason = f"{_title(live[0])} was live on {day} and does not name {name}."
            return "not-named", reason, (live[0].node,)
        if line.capacity is None and _is_entity(owner.party):
            return "unclear", f"The line does not say in which capacity {name} signed for the owner.", ()
        if line.capacity is None and _shares_surname(name, owner.party.name):
            return "unclear", f"{name} may be the reporting owner under another printing of the name.", ()
        return "no-power-in-corpus", f"No power that names {name} for this owner was found in this corpus.", ()


def _owners(line: Line, use: Use) -> list[ReportingOwner]:
    """For whom a line stands: those whom it names, else the owner it was matched to; a lone line for all."""
    named = [[o for o in use.owners if _same_owner(party, o.party)] for party in line.signed_for]
    found = [o for owners in named for o in owners]
    if found:
        # In "Fund, L.P., By: GP LLC, its general partner, By: Ann Lee" the fund signs, through the names behind it.
        chain = [o for o in found if o.party.type == "organization" and not _behind(line, o.party)]
        return [o for o in dict.fromkeys(found) if o not in chain[1:]]
    matched = [o for o in use.owners if o.node == line.owner]
    if matched:
        return matched
    return list(use.owners) if len({one.text for one in use.lines}) == 1 and not line.signed_for else []


def _behind(line: Line, owner: Named) -> bool:
    """Whether a line names an owner behind its signer, as in "Ann Lee, attorney-in-fact for Fund, L.P."."""
    _, signer, rest = line.text.casefold().partition(line.signer.name.casefold() if line.signer else "\0")
    return bool(signer) and fold_organization(owner.name) in fold_organization(rest)


def _is_entity(party: Named) -> bool:
    return party.type == "organization"


def _is_owner(signer: Named, owner: Named) -> bool:
    return signer.entity == owner.entity or _same_owner(signer, owner)


def _same_owner(printed: Named, owner: Named) -> bool:
    """Whether a printed name is an owner's: the same entity, or a name that agrees with EDGAR's."""
    if printed.entity == owner.entity:
        return True
    if "/cik-" in printed.entity and "/cik-" in owner.entity:
        return False
    if _is_entity(printed) or _is_entity(owner):
        return fold_organization(printed.name) == fold_organization(owner.name)
    return same_person(printed.name, owner.name)


def _same(one: Named, other: Named | None) -> bool:
    """Whether two printed names within one owner's papers are one party's."""
    if other is None:
        return False
    if one.entity == other.entity:
        return True
    if "/cik-" in one.entity and "/cik-" in other.entity:
        return False
    if _is_entity(one) or _is_entity(other):
        return fold_organization(one.name) == fold_organization(other.name)
    return one.type == other.type == "person" and same_printed_person(one.name, other.name)


def _about(issuers: tuple[Named, ...], issuer: Named | None) -> bool:
    """Whether papers about these issuers (none: any) are about this one; an unknown one is not held against them."""
    if not issuers or issuer is None:
        return True
    name = fold_organization(issuer.name)
    return any(one.entity == issuer.entity or fold_organization(one.name) == name for one in issuers)


def _covers(power: Power, form: str | None) -> bool:
    named = power.forms & _OWNERSHIP
    if form is None or form not in _OWNERSHIP:
        return True
    return form in named if named else power.ownership


def _begun(power: Power, use: Use, day: str) -> bool | None:
    """Whether a power had begun by a day; None where that cannot be told."""
    together = power.accession is not None and power.accession == use.accession
    if power.filed is not None and power.filed <= day and (power.begins is None or power.begins[0] <= day):
        return True
    if power.begins is None:
        return True if together else None
    earliest, latest = power.begins
    if day < earliest:
        return False
    return True if latest <= day or together else None


def _title(power: Power) -> str:
    kind = {"confirming-statement": "confirming statement", "substitution": "substitution"}.get(power.kind, "power")
    if power.begins is None:
        return f"A {kind} without a date"
    earliest, latest = power.begins
    return f"The {kind} of {earliest if earliest == latest else earliest[:7]}"


def _listed(parties: tuple[Named, ...]) -> str:
    names = [party.name for party in parties]
    return " and ".join(names) if len(names) <= 2 else f"{names[0]} and {len(names) - 1} more"


def _last(party: Named) -> str:
    """What a printed name is looked up by: a surname's last word, or an organization's folded name."""
    found = [] if party.type == "organization" else name_words(party.name)
    return found[-1] if found else fold_organization(party.name)


def _lasts(owner: Named) -> set[str]:
    """What an owner may be looked up by: EDGAR does not say where a surname ends."""
    return {fold_organization(owner.name)} if _is_entity(owner) else set(name_words(owner.name))


def _words(text: str) -> str:
    return fold_organization(text)


def _shares_surname(printed: str, edgar: str) -> bool:
    mine = printed.replace(",", " ").split()
    return bool(mine) and mine[-1].casefold() in edgar.casefold().replace(",", " ").split()

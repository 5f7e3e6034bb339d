"""The audit of authority: was a form signed by somebody whom a power in this corpus names, that day?

A verdict is a signal about a corpus, never a judgement about a person. As we understand the General Instructions to
Forms 3, 4 and 5 on signatures (a paraphrase that docs/audit.md says how far to trust), whoever signs for an individual
shows the authority in writing with the form, or as soon as practicable afterwards, unless a confirmation that is still
in effect is on file already; so a power that is not found here proves nothing, and no sentence below says that it does.
docs/audit.md has the rules as a table with the source of each.

The rules, in the order in which they are tried for one signature and one reporting owner:

1. A line that names no signer, or fits no owner (`matching`), is `unclear`.
2. The owner signs: `self-signed`. An entity's line in the capacity of officer, partner, manager or trustee:
   `entity-officer` (General Instructions: an entity's form states the capacity of whoever signs it).
3. Otherwise somebody signs for the owner. Each power of the owner, or of an entity or person through whom the line
   signs, is asked whether it reaches the signer (`reach`): by name or through a firm (`covered`), as holder of an
   office (`covered-by-office`), or through a substitute whom its attorney named (`covered-by-substitution`).
4. A power that reaches the signer is asked how it stands that day (`standing`), in this order: is it about this issuer
   (`other-issuer`), this form (`form-not-covered`), had it begun (`not-yet-effective`), had it run out (`expired`), had
   its principal ended it (`revoked`) or replaced it by one that revokes earlier ones (`superseded`), and have as many
   signed as must act together (`joint-authority-unmet`). The first "no" is its verdict. Through a substitute every
   instrument of the chain is asked, and the worst answer is the chain's.
5. Of several powers the one that gets furthest decides.
6. No power reaches the signer: `not-named` where a power of the owner about this issuer was live, `unclear` where that
   power speaks of a firm, or of an office, and the corpus does not show who stood behind it, else
   `no-power-in-corpus`.

The day that counts is the signature's own date, the filing's where the line has none. A month without a day means any
day of it (docs/model.md): what may or may not have begun, or ended, by the day of the signature is `unclear`.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from .authority import Ending, Line, Named, Power, ReportingOwner, Title, Use
from .lifetime import Endings, surely
from .likeness import has_cik, is_entity, key, owner_keys, same_owner, same_party
from .matching import behind, for_himself, match, names_of, rest_of
from .names import words
from .reach import People, Substitutions, Way, names_another, not_in_office, shut_out, signed_together, ways
from .signature_words import OFFICER
from .standing import STEPS, Answer, Question, ask, begun, covers, covers_issuer, ended, title

COVERED = frozenset({"covered", "covered-by-office", "covered-by-substitution"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the corpus shows for one signature and one owner.

    Attributes:
        line: The signature.
        owner: For whom it stands; None where it fits no owner.
        verdict: A notation of the scheme `verdict`.
        reason: One sentence.
        day: The day for which it holds.
        powers: The instruments that decide.
        known: How many powers of this owner the corpus has, whatever they say.
        until: The last day on which the power that decides can have been live, where it had ended.
    """

    line: Line
    owner: ReportingOwner | None
    verdict: str
    reason: str
    day: str | None = None
    powers: tuple[str, ...] = ()
    known: int = 0
    until: str | None = None


@dataclass(frozen=True, slots=True)
class _Signed:
    """One signature for one owner: the question; `beside` are all lines that stand for this owner."""

    use: Use
    line: Line
    signer: Named
    owner: ReportingOwner
    through: tuple[Named, ...]
    day: str
    beside: tuple[Line, ...]

    @property
    def filers(self) -> tuple[Named, ...]:
        """The owner, and those through whom the line signs for it."""
        return (self.owner.party, *self.through)

    def grants(self, power: Power) -> tuple[Named, ...]:
        """Those of a power's principals for whom the line stands."""
        return tuple(
            p
            for p in power.principals
            if same_owner(p, self.owner.party) or any(same_party(p, one) for one in self.through)
        )


@dataclass(slots=True)
class Powers:
    """All powers and endings of a corpus. Learn everything, then `judge`; the order of learning does not matter."""

    _of: dict[str, dict[str, Power]] = field(default_factory=lambda: defaultdict(dict))
    # By name only those of whom a principal has no CIK: of two parties with CIKs these decide, and no name is asked.
    _unsure: dict[str, dict[str, Power]] = field(default_factory=lambda: defaultdict(dict))
    endings: Endings = field(default_factory=Endings)
    names: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _people: People = field(default_factory=People)
    _substitutions: Substitutions = field(default_factory=Substitutions)

    def learn(self, power: Power) -> None:
        """Note an instrument that confers authority; a revocation is an ending and goes to `end`."""
        for attorney in power.attorneys:
            if attorney.firm is not None and attorney.type == "person":
                self._people.learn(Title(attorney, attorney.firm, "", ""))
        if power.kind == "substitution":
            self._substitutions.learn(power)
            return
        unsure = not all(has_cik(principal) for principal in power.principals)
        for principal in power.principals:
            self._of[key(principal)][power.node] = power
            self._of[principal.entity][power.node] = power
            if unsure:
                self._unsure[key(principal)][power.node] = power

    def end(self, ending: Ending) -> None:
        """Note that a principal ended authority."""
        self.endings.learn(ending)

    def show(self, shown: Title) -> None:
        """Note that a filing shows somebody in an organization, so that an office or a firm has somebody behind it."""
        self._people.learn(shown)

    def name(self, issuer: Named) -> None:
        """Note under which names filings show an issuer, now or before: a power may use any of them."""
        self.names[issuer.entity].update((issuer.name, *issuer.former))

    def judge(self, use: Use) -> Iterator[Verdict]:
        """A verdict for each signature and each owner for whom it stands, in the order of the filing."""
        if use.issuer is not None:
            names = self.names.get(use.issuer.entity, set()) | set(use.issuer.former)
            use = replace(use, issuer=replace(use.issuer, former=tuple(sorted(names - {use.issuer.name}))))
        found = [one.owners for one in match(use.lines, use.owners)]
        for line, owners in zip(use.lines, found, strict=True):
            if not owners:
                reason = "The signature fits none of the filing's reporting owners."
                yield Verdict(line, None, "unclear", reason, _days(line, use)[-1])
            for owner in owners:
                beside = tuple(one for one, its in zip(use.lines, found, strict=True) if owner in its)
                yield self._of_some_day(use, line, owner, beside)

    def _of_some_day(self, use: Use, line: Line, owner: ReportingOwner, beside: tuple[Line, ...]) -> Verdict:
        """The verdict of whichever day the signature may be of; where they differ, it cannot be told."""
        found = [self._verdict(use, line, owner, beside, day) for day in _days(line, use)]
        if len({verdict.verdict for verdict in found}) == 1:
            return found[-1]
        reason = "The signature's day is not known, and what this corpus holds differs over the days that it can be."
        powers = tuple(sorted({power for verdict in found for power in verdict.powers}))
        return replace(found[-1], verdict="unclear", reason=reason, powers=powers, until=None)

    def _verdict(
        self, use: Use, line: Line, owner: ReportingOwner, beside: tuple[Line, ...], day: str | None
    ) -> Verdict:
        powers = self._powers_of(owner.party)

        def say(verdict: str, reason: str, deciding: tuple[str, ...] = (), until: str | None = None) -> Verdict:
            return Verdict(line, owner, verdict, reason, day, deciding, len(powers), until)

        signer = line.signer
        if signer is None:
            return say("unclear", "The signature line names no signer.")
        if any(same_owner(name, owner.party) for name in names_of(line)) and (
            line.capacity != "attorney-in-fact" or for_himself(line)
        ):
            return say("self-signed", f"{signer.name} is the reporting owner.")
        if is_entity(owner.party) and _as_officer(line, owner):
            return say(
                "entity-officer", f"{signer.name} signed as an officer, partner, manager or trustee of the owner."
            )
        if day is None:
            return say("unclear", "Neither the signature nor the filing carries a date.")
        through = tuple(p for p in line.signed_for if is_entity(owner.party) and not behind(line, p))
        signed = _Signed(use, line, signer, owner, through, day, beside)
        for one in through:
            powers |= self._powers_of(one, printed=True)
        near = self._near(powers, signed)
        if _for_another(line, owner.party, [attorney for power in near for attorney in power.attorneys]):
            whom = line.signed_for[0].name
            return say(
                "unclear", f"The line says that {signer.name} signed for {whom}, who is not the reporting owner."
            )
        answers = [self._answer(way, signed) for power in near for way in self._ways(power, signed)]
        if answers:
            best = max(answers, key=lambda answer: answer.rank)
            return say(best.verdict, best.reason, best.powers, best.until)
        return say(*self._unreached(near, signed))

    def _powers_of(self, party: Named, *, printed: bool = False) -> dict[str, Power]:
        """The powers that a party granted, found by entity or else by name, in the order of their nodes."""
        same = same_party if printed else same_owner
        keys = {key(party)} if printed else owner_keys(party)
        named = self._unsure if has_cik(party) and not printed else self._of
        found = {
            node: power
            for powers in (self._of.get(party.entity, {}), *(named.get(word, {}) for word in sorted(keys)))
            for node, power in powers.items()
            if any(same(principal, party) for principal in power.principals)
        }
        return dict(sorted(found.items()))

    def _near(self, powers: dict[str, Power], signed: _Signed) -> list[Power]:
        """Those that bear on the filing: by its owner's entity; by name alone, where they share more than the name."""
        return [
            power
            for power in powers.values()
            if any(p.entity == signed.owner.party.entity for p in power.principals)
            or covers_issuer(power, signed.use, signed.filers)
            or any(same_party(attorney, signed.signer) for attorney in power.attorneys)
        ]

    def _ways(self, power: Power, signed: _Signed) -> Iterator[Way]:
        return ways(power, signed.signer, signed.line, signed.use, signed.day, self._people, self._substitutions)

    def _answer(self, way: Way, signed: _Signed) -> Answer:
        """Rule 4, for each instrument on the way; the worst answer is the way's."""
        use, day = signed.use, signed.day
        answers = []
        for place, (power, attorney) in enumerate(way.links):
            grantors = power.principals if place else signed.grants(power)
            last = place == len(way.links) - 1
            question = Question(attorney, grantors, signed.filers, use, day, way.verdict if last else "covered")
            answer = ask(power, question, self.endings)
            if answer.verdict in COVERED and _jointly(power, use) and len(way.links) == 1:
                answer = self._together(power, signed, answer)
            answers.append(answer)
        worst = min(answers, key=lambda answer: STEPS.index(answer.verdict))
        return replace(worst, powers=tuple(power.node for power, _ in way.links), begins=answers[0].begins)

    def _together(self, power: Power, signed: _Signed, answer: Answer) -> Answer:
        """A covered answer, unless fewer signed for this owner than must act together."""
        count = signed_together(power, signed.beside, signed.use, signed.day, self._people)
        need = min(power.together or 2, len(power.attorneys))
        if count < need:
            signatures = "one signature was" if count == 1 else f"{count} signatures were"
            reason = f"{title(power)} lets its attorneys act together only; {signatures} found."
            return replace(answer, verdict="joint-authority-unmet", reason=reason)
        if power.together is None and count < len(power.attorneys):
            reason = f"{title(power)} lets its attorneys act together only; it does not say whether {count} are enough."
            return replace(answer, verdict="unclear", reason=reason)
        return answer

    def _unreached(self, powers: Sequence[Power], signed: _Signed) -> tuple[str, str, tuple[str, ...]]:
        """Rule 6: no power names the signer."""
        use, day, name, owner = signed.use, signed.day, signed.signer.name, signed.owner.party
        line = signed.line
        live = [power for power in powers if self._live(power, signed)]
        live.sort(key=lambda power: (power.begins or ("", ""), power.node), reverse=True)
        if line.capacity is None and is_entity(owner):
            return "unclear", f"The line does not say in which capacity {name} signed for the owner.", ()
        for power in live:
            for attorney in power.attorneys:
                open_office = attorney.type == "office" and not not_in_office(
                    attorney, signed.signer, line, use, day, self._people
                )
                out = shut_out(power, line) or names_another(line, attorney, use)
                if open_office or (is_entity(attorney) and not out):
                    open_ = f"whether {name} acted as that, this corpus does not show"
                    return "unclear", f"{title(power)} names {attorney.name}; {open_}.", (power.node,)
        maybe_himself = "unclear", f"{name} may be the reporting owner under another printing of the name.", ()
        if line.capacity is None and len(words(name)) == 1 and _shares_surname(name, owner.name):
            return maybe_himself
        if live:
            return "not-named", f"{title(live[0])} was live on {day} and does not name {name}.", (live[0].node,)
        if line.capacity is None and _shares_surname(name, owner.name):
            return maybe_himself
        return "no-power-in-corpus", f"No power that names {name} for this owner was found in this corpus.", ()

    def _live(self, power: Power, signed: _Signed) -> bool:
        use, day, grantors = signed.use, signed.day, signed.grants(power)

        def over(attorney: Named) -> bool:
            ending = ended(power, attorney, grantors, use, day, self.endings)
            return ending is not None and surely(ending, day)

        return (
            covers_issuer(power, use, signed.filers)
            and covers(power, use)
            and bool(begun(power, use, day))
            and not (power.expires is not None and power.expires[1] < day)
            and not all(over(attorney) for attorney in power.attorneys)
        )


def _days(line: Line, use: Use) -> Sequence[str | None]:
    """The days that a signature can be of, in their order: its own, or the filing's, before which it was made."""
    if line.days is None:
        return [use.filed]
    first, last = map(datetime.date.fromisoformat, line.days)
    days = [(first + datetime.timedelta(days=n)).isoformat() for n in range((last - first).days + 1)]
    return [day for day in days if use.filed is None or day <= use.filed] or days


def _jointly(power: Power, use: Use) -> bool:
    """Whether a power's attorneys must act together for a filing's form."""
    return power.together != 1 and (not power.together_for or use.form in power.together_for)


def _as_officer(line: Line, owner: ReportingOwner) -> bool:
    """Whether a line gives its signer an office in an entity, be it beside another capacity of his."""
    if line.capacity == "entity-officer":
        return True
    others = line.signer is not None and not same_owner(line.signer, owner.party)
    return line.capacity == "self" and others and OFFICER.search(rest_of(line)) is not None


def _for_another(line: Line, owner: Named, attorneys: Sequence[Named]) -> bool:
    """Whether a line is for persons only of whom none is the owner, or bears the surname, or is an attorney of his."""
    return (
        bool(line.signed_for)
        and not is_entity(owner)
        and not any(
            is_entity(one)
            or same_owner(one, owner)
            or _may_be(one.name, owner.name)
            or any(same_party(one, attorney) for attorney in attorneys)
            for one in line.signed_for
        )
    )


def _may_be(printed: str, edgar: str) -> bool:
    """Whether a name may be a person's whom EDGAR names: the surname is, and no given name begins otherwise."""
    given = {word[0] for word in words(printed)[:-1]}
    rest = {word[0] for word in words(edgar) if word not in words(printed)[-1:]}
    return _shares_surname(printed, edgar) and (not given or bool(given & rest))


def _shares_surname(printed: str, edgar: str) -> bool:
    mine = printed.replace(",", " ").split()
    return bool(mine) and mine[-1].casefold() in edgar.casefold().replace(",", " ").split()

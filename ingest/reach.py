"""How a power reaches a signer: by name, by office, through a firm, through a substitute, or not at all.

Callers may rely on: learning order does not matter; a chain of substitutions has an end, whatever the papers say.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from .authority import Line, Named, Power, Title, Use
from .likeness import is_entity, key, owner_keys, same_company, same_owner, same_party, stands_in
from .matching import names_of, rest_of
from .names import is_organization, same_printed_person, words
from .offices import holds, shown
from .signatures import read_signatures

# Longer chains of substitutes are a loop of papers, not a delegation.
_LINKS = 4


@dataclass(frozen=True, slots=True)
class Way:
    """A way from a power to a signer: each instrument with the attorney whom it names, the owner's power first."""

    verdict: str
    links: tuple[tuple[Power, Named], ...]


@dataclass(slots=True)
class People:
    """Who is shown where, with which title: by powers, that give an attorney's firm, and by filings."""

    _titles: dict[str, dict[tuple[str, str, str], tuple[Title, str]]] = field(default_factory=lambda: defaultdict(dict))

    def learn(self, title: Title) -> None:
        """Note that somebody is shown in an organization; of one title the first and the last day are kept."""
        what = title.holder.entity, title.organization.entity, title.title
        for word in sorted(owner_keys(title.holder)):
            first, last = self._titles[word].get(what, (title, title.day))
            kept = title if (title.day, title.holder.name) < (first.day, first.holder.name) else first
            self._titles[word][what] = (kept, max(last, title.day))

    def of(self, person: Named, organization: Named) -> list[tuple[Title, str]]:
        """The titles of a person in an organization, each with its last day, in the order of their first days."""
        found = [
            (title, last)
            for title, last in self._titles.get(key(person), {}).values()
            if same_company(title.organization, organization)
            and (same_party(person, title.holder) or same_owner(person, title.holder))
        ]
        return sorted(found, key=lambda item: (item[0].day, item[1], item[0].title, item[0].holder.name))

    def title(self, person: Named, organization: Named, day: str) -> str | None:
        """The title that filings show on a day: the latest until then, else the first afterwards; None where none."""
        found = [(title, last) for title, last in self.of(person, organization) if title.title.strip()]
        until = [title.title for title, _ in found if title.day <= day]
        return until[-1] if until else found[0][0].title if found else None


@dataclass(slots=True)
class Substitutions:
    """Which attorneys named which substitutes."""

    _of: dict[str, list[Power]] = field(default_factory=lambda: defaultdict(list))
    _under: dict[str, list[Power]] = field(default_factory=lambda: defaultdict(list))

    def learn(self, power: Power) -> None:
        """Note a substitution."""
        for principal in power.principals:
            self._of[key(principal)].append(power)
        for name in power.handed_on:
            self._under[key(Named(f"{power.node}/{name}", name))].append(power)

    def under(self, power: Power) -> list[Power]:
        """The substitutions that name this power's principal, whoever made them."""
        keys = sorted({key(principal) for principal in power.principals})
        return [s for word in keys for s in self._under.get(word, ()) if _hands_on(s, power)]

    def by(self, attorney: Named, under: Power) -> list[Power]:
        """The substitutions that an attorney made; one that names its power, by date or principal, is of that only."""
        found = [s for s in self._of.get(key(attorney), ()) if any(same_party(attorney, p) for p in s.principals)]
        made = under.executed
        return [
            s
            for s in found
            if (not s.refers_to or made is None or any(a <= made[1] and made[0] <= b for a, b in s.refers_to))
            and (not s.handed_on or under.kind == "substitution" or _hands_on(s, under))
        ]


def _hands_on(substitution: Power, power: Power) -> bool:
    """Whether a substitution means the power of one of these principals."""
    return any(
        same_party(replace(principal, entity=f"{substitution.node}/{name}", name=name, former=()), principal)
        for principal in power.principals
        for name in substitution.handed_on
    )


def ways(
    power: Power, signer: Named, line: Line, use: Use, day: str, people: People, substitutions: Substitutions
) -> Iterator[Way]:
    """Every way in which a power reaches a signer."""
    yield from _ways(power, signer, line, use, day, people, substitutions, (), "covered")


def _ways(
    power: Power, signer: Named, line: Line, use: Use, day: str, people: People, substitutions: Substitutions,
    before: tuple[tuple[Power, Named], ...], plain: str,
) -> Iterator[Way]:  # fmt: skip
    for attorney in power.attorneys:
        links = (*before, (power, attorney))
        verdict = direct(attorney, signer, line, use, day, people)
        if verdict is not None and not (is_entity(attorney) and shut_out(power, line)):
            yield Way(verdict if verdict != "covered" else plain, links)
        if power.substitution and len(links) < _LINKS:
            for other in _substituting(attorney, power, use, people, substitutions):
                if all(other.node != link.node for link, _ in links):
                    yield from _ways(
                        other, signer, line, use, day, people, substitutions, links, "covered-by-substitution"
                    )


def direct(attorney: Named, signer: Named, line: Line, use: Use, day: str, people: People) -> str | None:
    """The verdict if nothing stands against it: how an attorney's mention reaches a signer; None if not."""
    if attorney.type == "office":
        return "covered-by-office" if _in_office(attorney, signer, line, use, day, people) else None
    if any(same_party(attorney, name) for name in _names(line, signer)):
        return "covered"
    if is_entity(attorney):
        person = not any(is_entity(owner.party) for owner in use.owners)
        elsewhere = person and names_another(line, attorney, use)
        inside = stands_in(attorney, line.text) or (people.of(signer, attorney) and not elsewhere)
        return "covered" if inside and not is_entity(signer) else None
    alone, named = words(signer.name), words(attorney.name)
    first = len(named) == 1 and named == alone[:1]  # a letter to "Dear Ann"
    return "unclear" if first or (len(alone) == 1 and alone == named[-1:]) or _initials(signer, named) else None


def _initials(signer: Named, named: Sequence[str]) -> bool:
    """Whether a signer gives no more than the initials of a name, with those of the middle names or without."""
    letters = re.sub(r"\W", "", signer.name)
    own = "".join(word[0] for word in named).upper()
    return re.fullmatch(r"(?:[A-Z]\W*){2,4}", signer.name) is not None and letters in (own, own[:1] + own[-1:])


def _substituting(attorney: Named, power: Power, use: Use, people: People, substitutions: Substitutions) -> list[Power]:
    """The substitutions that an attorney made; for an office, those of whoever a filing shows in it."""
    if attorney.type != "office":
        return substitutions.by(attorney, power)
    at = attorney.firm or use.issuer
    return [
        one
        for one in substitutions.under(power)
        for maker in one.principals
        if at is not None and holds(people.title(maker, at, one.since) or "", attorney.name)
    ]


_STAFF = r"(?:associates?|employees?|staff|paralegals?|clerks?|assistants?|secretar(?:y|ies))"
_NO_STAFF = re.compile(rf"\b(?:n(?:ot?|or|one|ever)|exclud\w+|other than)\b.*\b{_STAFF}\b", re.IGNORECASE)


def shut_out(power: Power, line: Line) -> bool:
    """Whether a power to a firm excludes its staff, and the line shows the signer as one of them."""
    staff = re.search(rf"\b{_STAFF}\b", rest_of(line), re.IGNORECASE)
    return staff is not None and any(_NO_STAFF.search(limit) for limit in power.limits)


def _names(line: Line, signer: Named) -> tuple[Named, ...]:
    """A signer of a line under each of his names; another one than the line's record is about has the one he bears."""
    return names_of(line) if signer == line.signer else (signer,)


def names_another(line: Line, organization: Named, use: Use) -> bool:
    """Whether a line shows its signer in an organization that is neither this one nor an owner of the filing.

    Nor is it the issuer, under whichever name, where that is this one; and of a chain of partners a line shows nothing.
    """
    if stands_in(organization, line.text) or _PARTNER.search(line.text):
        return False
    issuer = use.issuer if use.issuer is not None and same_company(organization, use.issuer) else None
    names = (issuer.name, *issuer.former) if issuer is not None else ()
    own = [replace(organization, name=name) for name in names]
    own += [owner.party for owner in use.owners if is_entity(owner.party)]
    said = line.text[: found.start()] if (found := _FOR_WHOM.search(line.text)) else line.text
    named = (piece.strip() for piece in _PIECES.split(said) if " " in piece.strip())  # not "Inc." alone
    return any(is_organization(one) and not any(stands_in(party, one) for party in own) for one in named)


_PARTNER = re.compile(
    r"\b(?:its|the) (?:sole )?(?:general partner|managing member|manager|trustee|advis[eo]r)\b", re.IGNORECASE
)


# Where a line says for whom it is signed, and what parts the names in it.
_FOR_WHOM = re.compile(r"\b(?:for|on behalf of|o/b/o|by authority of)\b", re.IGNORECASE)
_PIECES = re.compile(r"[,;()]|\bby\b:?|\bof\b|\s-\s|/s/", re.IGNORECASE)


def _in_office(office: Named, signer: Named, line: Line, use: Use, day: str, people: People) -> bool:
    """Whether the line, or a filing, shows the signer in an office: at its organization, else at the issuer."""
    at = office.firm or use.issuer
    if at is not None and _ANY_OF.match(office.name):
        return stands_in(at, line.text) or (bool(people.of(signer, at)) and not names_another(line, at, use))
    title = shown(rest_of(line))
    if holds(title, office.name):
        if at is None or stands_in(at, line.text):
            return True
        return use.issuer is not None and same_company(at, use.issuer) and not names_another(line, at, use)
    if at is None:
        return False
    held = people.title(signer, at, day)
    return held is not None and holds(held, office.name)


_ANY_OF = re.compile(r"(?:lawyer|att(?:or|om)ney|associate|paralegal|employee|solicitor)s?\b", re.IGNORECASE)
"""An office that everybody of some sort holds: a "lawyer of X"."""
_WHOEVER = re.compile(rf"(?:any|such|each|every|those)\b|{_ANY_OF.pattern}", re.IGNORECASE)


def not_in_office(office: Named, signer: Named, line: Line, use: Use, day: str, people: People) -> bool:
    """Whether the line, or a filing, shows the signer in another office than this one."""
    at = office.firm or use.issuer
    if _WHOEVER.match(office.name):  # a title does not say that he was not designated
        return at is not None and names_another(line, at, use)
    return bool(shown(rest_of(line))) or (at is not None and people.title(signer, at, day) is not None)


def signed_together(power: Power, lines: Sequence[Line], use: Use, day: str, people: People) -> int:
    """How many of a power's attorneys signed the lines of an owner, be it two in one line."""
    signed = [(line, signer) for line in lines for signer in _signers(line)]
    return sum(
        any(direct(attorney, signer, line, use, day, people) for line, signer in signed) for attorney in power.attorneys
    )


def _signers(line: Line) -> Iterator[Named]:
    """Who signed a line: a record has one name for each of its signatures, and its text may hold more."""
    if line.signer is not None:
        yield line.signer
        for other in read_signatures(line.text):
            if other.signer is not None and not same_printed_person(other.signer, line.signer.name):
                yield Named(f"{line.node}/{other.signer}", other.signer, "person")

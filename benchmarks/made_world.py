"""A made-up world of issuers, insiders, their attorneys and powers, and of what they sign, with the verdict of each.

Nothing here is real, and everything is a function of a seed and a number, so a part of the world is the same in
whatever size it is asked for. An insider lives in one situation (a row of `SITUATIONS`): which instruments exist, and
in which ways a form may be signed, each with the verdict that the audit has to reach. Names are never twice in the
world; CIKs begin at 9,000,000,000, where EDGAR has none.
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from infact.ingest.records import Company, Instrument, Owner, Party
from made_names import company, edgar, person

TITLES = (
    "Chief Financial Officer", "Chief Executive Officer", "SVP, Operations", "EVP & Chief Technology Officer",
    "VP, Controller", "President", "Chief Medical Officer", "See Remarks",
)  # fmt: skip
# Insiders of an issuer; three of its people are attorneys of them all, the fourth is nobody's.
PER_ISSUER = 12


@dataclass(frozen=True, slots=True)
class Issuer:
    """An issuer with its staff: whom its insiders name as attorneys, and one whom they do not."""

    number: int
    company: Company
    ticker: str
    printed: str
    staff: tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Insider:
    """A reporting owner as EDGAR has it, and as powers and signatures print the name."""

    number: int
    owner: Owner
    printed: str
    issuer: Issuer


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature line of a filing, and what the audit has to say: for each owner (by place, None for nobody)."""

    text: str
    verdicts: tuple[tuple[int | None, str], ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """An instrument and the day on which it was filed."""

    instrument: Instrument
    filed: str


@dataclass(frozen=True, slots=True)
class Way:
    """One way to sign: lines with {names}, each with a verdict for each owner it stands for, and the form."""

    lines: tuple[tuple[str, tuple[tuple[int | None, str], ...]], ...]
    form: str = "4"


@dataclass(frozen=True, slots=True)
class Filing:
    """A filing to write: everything but the format."""

    accession: str
    form: str
    filed: str
    period: str
    insiders: tuple[Insider, ...]
    signatures: tuple[Signed, ...]
    papers: tuple[Instrument, ...] = field(default=())
    situation: str = ""

    @property
    def issuer(self) -> Issuer:
        """Whose securities it is about."""
        return self.insiders[0].issuer


# How an attorney-in-fact signs, in the printings that filers use; {a} signs for {p}.
_FOR = (
    "/s/ {a}, attorney-in-fact",
    "/s/ {a}, Attorney-in-Fact for {p}",
    "{a}, as attorney-in-fact for {p}",
    "By: /s/ {a}, by power of attorney",
    "/s/ {p}, by {a}, attorney-in-fact",
    "/s/{a}, POA",
    "{p} By: /s/ {a}, Attorney-in-Fact",
    "/s/ {a}, under power of attorney",
)
_SELF = ("/s/ {p}", "{p}", "/s/{p}")


def _ways(verdict: str, signer: str = "a", form: str = "4") -> tuple[Way, ...]:
    return tuple(Way(((text.replace("{a}", f"{{{signer}}}"), ((0, verdict),)),), form) for text in _FOR)


_OWN = tuple(Way(((text, ((0, "self-signed"),)),)) for text in _SELF)
_ENTITY = (
    Way((("{e}, By: {g}, its general partner, By: /s/ {p}, Managing Member", ((0, "entity-officer"),)),)),
    Way((("{e} By: /s/ {p}, Authorized Signatory", ((0, "entity-officer"),)),)),
)
_GROUP = (
    Way((
        ("{e}, By: {g}, its general partner, By: /s/ {p}, Managing Member", ((0, "entity-officer"),)),
        ("{g}, By: /s/ {p}, Managing Member", ((1, "entity-officer"),)),
        ("/s/ {p}", ((2, "self-signed"),)),
    )),
)  # fmt: skip
_PAIR = (
    Way((
        ("/s/ {a}, attorney-in-fact for {p}", ((0, "covered"),)),
        ("/s/ {a}, attorney-in-fact for {q}", ((1, "covered"),)),
    )),
    Way((("/s/ {a}, attorney-in-fact for {p} and {q}", ((0, "covered"), (1, "covered"))),)),
    Way((("/s/ {p}", ((0, "self-signed"),)), ("/s/ {a}, attorney-in-fact for {q}", ((1, "covered"),)))),
)  # fmt: skip
_TOGETHER = (Way((("/s/ {a}, attorney-in-fact", ((0, "covered"),)), ("/s/ {b}, attorney-in-fact", ((0, "covered"),)))),)

Papers = Callable[["World", Insider], tuple[Paper, ...]]


@dataclass(frozen=True, slots=True)
class Situation:
    """A row of the table: how often, of which kind its owners are, its instruments, and its ways to sign."""

    name: str
    weight: int
    papers: Papers
    ways: tuple[Way, ...]
    owners: str = "person"


class World:
    """A quarter of filings and the years before it.

    Args:
        seed: Worlds of different seeds differ in who signs what and when.
        year: The year of the quarter.
        quarter: 1 to 4.
    """

    def __init__(self, seed: int = 1, year: int = 2024, quarter: int = 1) -> None:
        self.seed, self.year, self.quarter = seed, year, quarter
        self.begin = datetime.date(year, 3 * quarter - 2, 1)
        self.end = (self.begin + datetime.timedelta(days=95)).replace(day=1) - datetime.timedelta(days=1)

    def chance(self, *what: object) -> random.Random:
        """Draws that depend on the seed and on what they are for, and on nothing drawn before."""
        return random.Random("/".join(map(str, (self.seed, self.year, self.quarter, *what))))

    def day(self, back: int) -> str:
        """So many days before the quarter, as an ISO day."""
        return (self.begin - datetime.timedelta(days=back)).isoformat()

    def issuer(self, number: int) -> Issuer:
        """The issuer of that number, with its staff."""
        name = company(number)
        edgar_name = name.replace(",", "").replace(".", "")
        head, tail = name.split()[:2]
        return Issuer(
            number,
            Company(f"{9_500_000_000 + number}", edgar_name.upper() if number % 3 else edgar_name),
            f"{head[0]}{tail[:2]}{number % 10}".upper(),
            name,
            tuple(person(455_000 - 4 * number - place) for place in range(4)),  # type: ignore[arg-type]
        )

    def insider(self, number: int, kind: str = "person") -> Insider:
        """The insider of that number: a person, or the fund or the general partner that a person stands behind."""
        issuer, name = self.issuer(number // PER_ISSUER), person(number)
        cik = 9_000_000_000 + 3 * number
        if kind == "person":
            roles, title = _ROLES[number % len(_ROLES)]
            return Insider(
                number, Owner(f"{cik}", edgar(name), roles, TITLES[number % 8] if title else None), name, issuer
            )  # type: ignore[arg-type]
        stem = f"{name.split()[-1]} {name.split()[0]} Capital"
        printed = f"{stem} Partners, L.P." if kind == "fund" else f"{stem} GP, LLC"
        plain = printed.replace(",", "").replace(".", "")
        cik += 1 if kind == "fund" else 2
        return Insider(
            number, Owner(f"{cik}", plain.upper() if number % 2 else plain, ("ten-percent-owner",)), printed, issuer
        )

    def situation(self, number: int) -> Situation:
        """The situation in which an insider lives."""
        return self.chance("situation", number).choices(SITUATIONS, [s.weight for s in SITUATIONS])[0]

    def papers(self, number: int) -> tuple[Paper, ...]:
        """The instruments of an insider, and in a pair those of the second one too."""
        situation = self.situation(number)
        found = situation.papers(self, self.insider(number))
        return found + situation.papers(self, self.second(number)) if situation.owners == "pair" else found

    def second(self, number: int) -> Insider:
        """Who files together with an insider: a person of the same issuer, who files alone never."""
        first = self.insider(number)
        name = person(400_000 - number)
        return Insider(-number, Owner(f"{9_400_000_000 + number}", edgar(name), ("director",)), name, first.issuer)

    def filings(self, count: int, *, first: int = 0) -> Iterator[Filing]:
        """So many filings of the quarter, in the order of their days; each insider files about four times."""
        days = (self.end - self.begin).days + 1
        for place in range(first, first + count):
            chance = self.chance("filing", place)
            number = place // 4 if chance.random() < 0.9 else chance.randrange(place // 4 + 1)
            situation = self.situation(number)
            way = chance.choice(situation.ways)
            one, other = self.insider(number), self.second(number)
            filed = self.begin + datetime.timedelta(days=(place - first) * days // max(count, 1))
            insiders: tuple[Insider, ...] = (one,)
            if situation.owners == "entity":
                insiders = (self.insider(number, "fund"),)
            elif situation.owners == "group":
                insiders = (self.insider(number, "fund"), self.insider(number, "partner"), one)
            elif situation.owners == "pair":
                insiders = (one, other)
            a, b, c, d = one.issuer.staff
            names = {
                "p": one.printed, "q": other.printed, "a": a, "b": b, "c": c, "d": d,
                "e": self.insider(number, "fund").printed, "g": self.insider(number, "partner").printed,
            }  # fmt: skip
            yield Filing(
                accession=f"{9_000_000_000 + place % 7:010d}-{self.year % 100:02d}-{place // 7:06d}",
                form=f"{way.form}/A" if chance.random() < 0.02 else way.form,
                filed=filed.isoformat(),
                period=(filed - datetime.timedelta(days=2)).isoformat(),
                insiders=insiders,
                signatures=tuple(Signed(text.format(**names), verdicts) for text, verdicts in way.lines),
                situation=situation.name,
            )

    def paper_filings(self, count: int) -> Iterator[Filing]:
        """The earlier filings with which the instruments of the insiders of `filings(count)` came, one each."""
        for number in range((count + 3) // 4):
            for place, paper in enumerate(self.papers(number)):
                one = self.insider(number)
                if paper.instrument.principals[0].name != one.printed:
                    one = self.second(number) if self.situation(number).owners == "pair" else one
                text = f"/s/ {one.printed}"
                yield Filing(
                    accession=f"{9_000_000_100 + place:010d}-{int(paper.filed[2:4]):02d}-{number:06d}",
                    form="3" if place == 0 else "4",
                    filed=paper.filed,
                    period=paper.filed,
                    insiders=(one,),
                    signatures=(Signed(text, ((0, "self-signed"),)),),
                    papers=(paper.instrument,),
                    situation="paper",
                )


_ROLES: tuple[tuple[tuple[str, ...], bool], ...] = (
    (("director",), False),
    (("officer",), True),
    (("director", "officer"), True),
    (("ten-percent-owner",), False),
    (("director", "ten-percent-owner"), False),
    (("officer",), True),
    (("other",), False),
)


def _power(insider: Insider, day: str, attorneys: tuple[Party, ...] = (), **others: object) -> Instrument:
    a, b, *_ = insider.issuer.staff
    values: dict[str, object] = {
        "principals": (Party(insider.printed),),
        "attorneys": attorneys or tuple(Party(n, "person", insider.issuer.printed) for n in (a, b)),
        "issuers": (insider.issuer.printed,),
        "forms": ("3", "4", "5"),
        "powers": ("execute-forms", "file-forms"),
        "authority": "several",
        "executed": day,
        "term": "until-no-longer-required",
        "signatories": (insider.printed,),
    } | others
    if len(values["attorneys"]) == 1:  # type: ignore[arg-type]
        values["authority"] = None
    return Instrument(**values)  # type: ignore[arg-type]


def _several(world: World, insider: Insider) -> tuple[Paper, ...]:
    day = world.day(400 + insider.number % 900)
    return (Paper(_power(insider, day), day),)


def _expired(world: World, insider: Insider) -> tuple[Paper, ...]:
    day, end = world.day(800 + insider.number % 300), world.day(20 + insider.number % 200)
    return (Paper(_power(insider, day, term="fixed-date", expires=end), day),)


def _revoked(world: World, insider: Insider) -> tuple[Paper, ...]:
    a, b, *_ = insider.issuer.staff
    day = world.day(10 + insider.number % 200)
    ending = Instrument(
        kind="revocation",
        principals=(Party(insider.printed),),
        attorneys=(Party(a), Party(b)),
        issuers=(insider.issuer.printed,),
        forms=("3", "4", "5"),
        executed=day,
        revokes_prior=True,
        signatories=(insider.printed,),
    )
    return (*_several(world, insider), Paper(ending, day))


def _superseded(world: World, insider: Insider) -> tuple[Paper, ...]:
    day, c = world.day(10 + insider.number % 200), insider.issuer.staff[2]
    return (
        *_several(world, insider),
        Paper(_power(insider, day, (Party(c, "person", insider.issuer.printed),), revokes_prior=True), day),
    )


def _other_issuer(world: World, insider: Insider) -> tuple[Paper, ...]:
    day, other = world.day(300 + insider.number % 900), world.issuer(insider.issuer.number + 1)
    a, b, *_ = insider.issuer.staff
    return (Paper(_power(insider, day, (Party(a), Party(b)), issuers=(other.printed,)), day),)


def _other_forms(world: World, insider: Insider) -> tuple[Paper, ...]:
    day = world.day(300 + insider.number % 900)
    return (Paper(_power(insider, day, forms=("3", "144")), day),)


def _joint(world: World, insider: Insider) -> tuple[Paper, ...]:
    day = world.day(300 + insider.number % 900)
    return (Paper(_power(insider, day, authority="joint"), day),)


def _office(world: World, insider: Insider) -> tuple[Paper, ...]:
    day = world.day(300 + insider.number % 900)
    return (Paper(_power(insider, day, (Party("Corporate Secretary", "office", insider.issuer.printed),)), day),)


def _substituted(world: World, insider: Insider) -> tuple[Paper, ...]:
    a, _, c, _ = insider.issuer.staff
    first, second = world.day(500 + insider.number % 700), world.day(30 + insider.number % 300)
    return (
        Paper(_power(insider, first, substitution=True), first),
        Paper(
            Instrument(
                kind="substitution",
                principals=(Party(a),),
                attorneys=(Party(c),),
                issuers=(insider.issuer.printed,),
                forms=("3", "4", "5"),
                powers=("execute-forms", "file-forms"),
                executed=second,
                signatories=(a,),
            ),
            second,
        ),
    )


def _late(world: World, insider: Insider) -> tuple[Paper, ...]:
    day = (world.end + datetime.timedelta(days=10 + insider.number % 80)).isoformat()
    return (Paper(_power(insider, day), day),)


def _none(world: World, insider: Insider) -> tuple[Paper, ...]:
    return ()


SITUATIONS = (
    Situation("several", 30, _several, (
        *_ways("covered"), *_ways("covered", "b"), *_ways("not-named", "c")[:3], *_OWN,
    )),
    Situation("none", 14, _none, (*_ways("no-power-in-corpus"), *_OWN)),
    Situation("expired", 5, _expired, (*_ways("expired"), *_OWN)),
    Situation("revoked", 5, _revoked, (*_ways("revoked"), *_OWN[:1])),
    Situation("superseded", 5, _superseded, (*_ways("superseded"), *_ways("covered", "c"))),
    Situation("other-issuer", 4, _other_issuer, _ways("other-issuer")),
    Situation("other-forms", 4, _other_forms, (*_ways("form-not-covered"), *_ways("covered", form="3"))),
    Situation("joint", 4, _joint, (*_ways("joint-authority-unmet"), *_TOGETHER)),
    Situation("office", 4, _office, tuple(
        Way(((text, ((0, verdict),)),))
        for text, verdict in (
            ("/s/ {d}, Corporate Secretary, attorney-in-fact", "covered-by-office"),
            ("/s/ {d}, attorney-in-fact", "unclear"),
        )
    )),
    Situation("substituted", 4, _substituted, (*_ways("covered-by-substitution", "c"), *_ways("covered"))),
    Situation("late", 4, _late, _ways("not-yet-effective")),
    Situation("silent", 2, _several, (Way((("Attorney-in-Fact", ((0, "unclear"),)),)),)),
    Situation("entity", 6, _none, _ENTITY, "entity"),
    Situation("group", 8, _none, _GROUP, "group"),
    Situation("pair", 9, _several, _PAIR, "pair"),
)  # fmt: skip

"""The audit's rules, one scenario a line: a power, what ends it, a signature, and the verdict that follows.

Every verdict has scenarios of its own and near misses, in which one fact more or less gives another verdict.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest
from infact.ingest.audit import Powers, Verdict
from infact.ingest.authority import Ending, Line, Named, Power, ReportingOwner, Title, Use
from infact.ingest.names import is_organization
from infact.ontology import terms

ACME, ZEPHYR = "Acme Ferries, Inc.", "Zephyr Lines Corp."
ANN, BO, CY, DEE = "Ann Lee", "Bo Park", "Cy Dunn", "Dee Fox"
OWNER = "OAKES MARY T"
FIRM, FUND, GENERAL_PARTNER = "Thackeray & Pell LLP", "Quay Fund III, L.P.", "Quay Partners, LLC"


def person(name: str) -> Named:
    return Named(f"id/person/{name.lower()}", name)


def entity(name: str) -> Named:
    return Named(f"id/organization/{name.lower()}", name, "organization")


def office(name: str, of: str = ACME) -> Named:
    return Named(f"id/office/{name.lower()}|{of.lower()}", name, "office", entity(of))


def party(name: str) -> Named:
    return entity(name) if is_organization(name) else person(name)


def power(
    *attorneys: str | Named,
    on: str | None = "2014-03-01",
    by: str = "Mary T. Oakes",
    issuers: Sequence[str] = (ACME,),
    forms: str = "3 4 5",
    **more: object,
) -> Power:
    plain = Power(
        node=f"power of {on} by {by} about {' '.join(issuers)} to {attorneys[0] if attorneys else 'nobody'}",
        kind="power-of-attorney",
        accession=None,
        principals=(party(by),),
        attorneys=tuple(a if isinstance(a, Named) else party(a) for a in attorneys),
        issuers=tuple(map(entity, issuers)),
        forms=frozenset(forms.split()),
        ownership=True,
        together=1,
        substitution=False,
        executed=(on, on) if on else None,
        begins=(on, on) if on else None,
        expires=None,
        filed=None,
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def ending(
    day: str, *attorneys: str, issuers: Sequence[str] = (ACME,), explicit: bool = True, **more: object
) -> Ending:
    of = (person("Mary Oakes"), (day, day), tuple(map(party, attorneys)), tuple(map(entity, issuers)))
    return replace(Ending(*of, explicit, f"ending of {day}"), **more)  # type: ignore[arg-type]


def line(
    signer: str | None, text: str = "", capacity: str | None = "attorney-in-fact", owner: str | None = OWNER,
    on: str | None = "2015-06-30", signed_for: Sequence[str] = (),
) -> Line:  # fmt: skip
    return Line(
        node=f"signature of {signer} for {owner}: {text}",
        text=text or f"/s/ {signer}",
        signer=party(signer) if signer else None,
        signed_for=tuple(map(party, signed_for)),
        capacity=capacity,
        day=on,
        owner=owner,
    )


def use(
    *lines: Line, owners: Sequence[str] = (OWNER,), form: str = "4", issuer: str = ACME, former: Sequence[str] = ()
) -> Use:
    about = replace(entity(issuer), former=tuple(former))
    return Use("filing", "0000000001-15-000001", form, "2015-07-01", about,
               tuple(ReportingOwner(name, party(name)) for name in owners), lines)  # fmt: skip


@dataclass(frozen=True)
class Case:
    """A filing with the papers beside it; `near` is the verdict that one fact more or less would give."""

    what: str
    verdict: str
    filing: Use
    powers: tuple[Power, ...] = ()
    endings: tuple[Ending, ...] = ()
    titles: tuple[tuple[str, str], ...] = ()
    near: str | None = None


MARCH, JULY = ("2014-03-01", "2014-03-31"), ("2015-07-01", "2015-07-31")
SUBSTITUTION = power(CY, on="2014-09-01", by=ANN, kind="substitution")
SECOND = power(DEE, on="2014-10-01", by=CY, kind="substitution")
COUNSEL = "General Counsel"
CASES = [
    Case("the owner signs", "self-signed", use(line("Mary T. Oakes", capacity="self"))),
    Case("the owner signs with an initial less", "self-signed", use(line("Mary Oakes", capacity=None))),
    Case("the owner signs by a short name", "self-signed", use(line("Molly Oakes", capacity=None))),
    Case("a namesake of another generation", "no-power-in-corpus",
         use(line("Mary T. Oakes, Jr.", owner="OAKES MARY T SR"), owners=["OAKES MARY T SR"]), near="self-signed"),
    Case("an officer signs for an entity", "entity-officer",
         use(line(ANN, f"{FUND}, By: /s/ Ann Lee, Manager", "entity-officer", FUND), owners=[FUND])),
    Case("a chain of partners", "entity-officer",
         use(line(ANN, f"{FUND}, By: {GENERAL_PARTNER}, By: /s/ Ann Lee", "entity-officer", FUND,
                  signed_for=[FUND, GENERAL_PARTNER]), owners=[FUND])),
    Case("a trustee of a trust that is an owner", "entity-officer",
         use(line(BO, f"By: /s/ {BO}, Trustee", "entity-officer", FUND), owners=[FUND])),
    Case("one who signs for himself and for his company", "entity-officer",
         use(line(ANN, f"/s/ {ANN}, individually and as Manager of {FUND}", "self", FUND, signed_for=[FUND]),
             owners=[FUND])),
    Case("one who signs for himself only", "no-power-in-corpus",
         use(line(ANN, f"/s/ {ANN}, individually", "self", FUND), owners=[FUND]), near="entity-officer"),
    Case("the owner signs for herself and for another", "self-signed",
         use(line("Mary T. Oakes", "/s/ Mary T. Oakes, individually and as attorney-in-fact for Cy Dunn",
                  signed_for=[CY]), owners=[OWNER, "DUNN CY"])),
    Case("an officer's line for a natural person", "no-power-in-corpus", use(line(ANN, capacity="entity-officer")),
         near="entity-officer"),
    Case("an entity's attorney without a power", "no-power-in-corpus", use(line(ANN, owner=FUND), owners=[FUND])),
    Case("named, live, this issuer, this form", "covered", use(line(ANN)), (power(ANN, BO),)),
    Case("named with a middle initial", "covered", use(line("Ann R. Lee")), (power(ANN),)),
    Case("another middle initial", "not-named", use(line("Ann R. Lee")), (power("Ann S. Lee"),), near="covered"),
    Case("on the very day of execution", "covered", use(line(ANN, on="2014-03-01")), (power(ANN),),
         near="not-yet-effective"),
    Case("a power about any issuer", "covered", use(line(ANN), issuer=ZEPHYR), (power(ANN, issuers=()),)),
    Case("a power over Section 16 reports that names no form", "covered", use(line(ANN)), (power(ANN, forms=""),)),
    Case("one power has ended, another has not", "covered", use(line(ANN)),
         (power(ANN, expires="2014-12-31"), power(ANN, on="2015-01-01"))),
    Case("an entity's attorney, with a power", "covered", use(line(ANN, owner=FUND), owners=[FUND]),
         (power(ANN, by=FUND),)),
    Case("a power of the general partner that signs for the fund", "covered",
         use(line(ANN, f"{FUND}, By: {GENERAL_PARTNER}, By: /s/ {ANN}, attorney-in-fact", owner=FUND,
                  signed_for=[FUND, GENERAL_PARTNER]), owners=[FUND]), (power(ANN, by=GENERAL_PARTNER),)),
    Case("a confirming statement", "covered", use(line(ANN)), (power(ANN, kind="confirming-statement"),)),
    Case("a firm, and one whom papers show in it", "covered", use(line(ANN)),
         (power(FIRM), power(Named(person(ANN).entity, ANN, "person", entity(FIRM)), by=DEE))),
    Case("a firm, named in the line", "covered", use(line(ANN, f"/s/ Ann Lee of {FIRM}, attorney-in-fact")),
         (power(FIRM),)),
    Case("a firm, and one who stands nowhere with it", "unclear", use(line(ANN)), (power(FIRM),)),
    Case("only the month is known, and the power was on file", "covered", use(line(ANN, on="2014-03-10")),
         (power(ANN, executed=MARCH, begins=MARCH, filed="2014-03-09"),)),
    Case("only the month is known, and it is over", "covered", use(line(ANN, on="2014-04-01")),
         (power(ANN, executed=MARCH, begins=MARCH),), near="unclear"),
    Case("only the month is known, and it is not over", "unclear", use(line(ANN, on="2014-03-10")),
         (power(ANN, executed=MARCH, begins=MARCH),)),
    Case("no date, but it came with this form", "covered", use(line(ANN)),
         (power(ANN, on=None, accession="0000000001-15-000001"),)),
    Case("no date, and no filing", "unclear", use(line(ANN)), (power(ANN, on=None),)),
    Case("a substitute, by name", "covered-by-substitution", use(line(CY)),
         (power(ANN, substitution=True), SUBSTITUTION)),
    Case("a substitute whom the attorney named under a fuller name", "covered-by-substitution", use(line(CY)),
         (power("Ann R. Lee", substitution=True), SUBSTITUTION)),
    Case("one attorney's substitute among several", "covered-by-substitution", use(line(CY)),
         (power(BO, ANN, substitution=True), SUBSTITUTION)),
    Case("a substitute under a power that allows none", "not-named", use(line(CY)), (power(ANN), SUBSTITUTION),
         near="covered-by-substitution"),
    Case("a substitute of somebody else", "not-named", use(line(CY)),
         (power(BO, substitution=True), SUBSTITUTION)),
    Case("a substitute named too late", "not-yet-effective", use(line(CY, on="2014-08-31")),
         (power(ANN, substitution=True), SUBSTITUTION), near="covered-by-substitution"),
    Case("a substitute under a power that has ended", "expired", use(line(CY)),
         (power(ANN, substitution=True, expires="2015-01-01"), SUBSTITUTION)),
    Case("an office, named in the line", "covered-by-office",
         use(line(ANN, "/s/ Ann Lee, General Counsel, attorney-in-fact")), (power(office("General Counsel")),)),
    Case("an office that a filing shows the signer in", "covered-by-office", use(line(ANN)),
         (power(office("General Counsel")),), titles=((ANN, "SVP and General Counsel"),)),
    Case("one of two offices", "covered-by-office", use(line(ANN, "/s/ Ann Lee, Treasurer")),
         (power(office("General Counsel"), office("Treasurer")),)),
    Case("an office whose holder the corpus does not show", "unclear", use(line(ANN)),
         (power(office("General Counsel")),)),
    Case("another office, named in the line", "not-named", use(line(ANN, "/s/ Ann Lee, Treasurer")),
         (power(office("General Counsel")),), near="covered-by-office"),
    Case("an office, and the power has ended", "expired", use(line(ANN, "/s/ Ann Lee, Treasurer")),
         (power(office("Treasurer"), expires="2015-06-29"),)),
    Case("executed the day after", "not-yet-effective", use(line(ANN)), (power(ANN, on="2015-07-01"),)),
    Case("executed in a later month", "not-yet-effective", use(line(ANN)),
         (power(ANN, executed=JULY, begins=JULY),)),
    Case("executed after, though filed with the form", "not-yet-effective", use(line(ANN)),
         (power(ANN, on="2015-07-01", accession="0000000001-15-000001", filed="2015-07-01"),)),
    Case("ran out the day before", "expired", use(line(ANN)), (power(ANN, expires="2015-06-29"),)),
    Case("runs out that day", "covered", use(line(ANN)), (power(ANN, expires="2015-06-30"),), near="expired"),
    Case("ran out long before", "expired", use(line(ANN)), (power(ANN, on="2004-01-01", expires="2007-01-01"),)),
    Case("ran out, and the line has no date of its own", "expired", use(line(ANN, on=None)),
         (power(ANN, expires="2015-06-30"),)),
    Case("all authority revoked", "revoked", use(line(ANN)), (power(ANN),), (ending("2015-01-01"),)),
    Case("this attorney's authority revoked", "revoked", use(line(ANN)), (power(ANN, BO),),
         (ending("2015-01-01", ANN),)),
    Case("the other attorney's authority revoked", "covered", use(line(ANN)), (power(ANN, BO),),
         (ending("2015-01-01", BO),), near="revoked"),
    Case("revoked afterwards", "covered", use(line(ANN)), (power(ANN),), (ending("2015-07-01", ANN),), near="revoked"),
    Case("revoked that day", "unclear", use(line(ANN)), (power(ANN),), (ending("2015-06-30", ANN),)),
    Case("revoked about another issuer", "covered", use(line(ANN)), (power(ANN),),
         (ending("2015-01-01", ANN, issuers=[ZEPHYR]),)),
    Case("revoked, then granted again", "covered", use(line(ANN)), (power(ANN), power(ANN, on="2015-02-01")),
         (ending("2015-01-01", ANN),)),
    Case("revoked under a fuller name", "revoked", use(line(ANN)), (power(ANN),),
         (ending("2015-01-01", "Ann R. Lee"),)),
    Case("replaced by a power to somebody else", "superseded", use(line(ANN)),
         (power(ANN), power(BO, on="2015-01-01")), (ending("2015-01-01", explicit=False),)),
    Case("replaced twice", "superseded", use(line(ANN)),
         (power(ANN), power(BO, on="2015-01-01"), power(CY, on="2015-02-01")),
         (ending("2015-01-01", explicit=False), ending("2015-02-01", explicit=False))),
    Case("replaced about every issuer", "superseded", use(line(ANN)), (power(ANN),),
         (ending("2015-01-01", issuers=(), explicit=False),)),
    Case("replaced by a power to the same attorney", "covered", use(line(ANN)),
         (power(ANN), power(ANN, on="2015-01-01")), (ending("2015-01-01", explicit=False),)),
    Case("replaced about another issuer", "covered", use(line(ANN)), (power(ANN),),
         (ending("2015-01-01", issuers=[ZEPHYR], explicit=False),), near="superseded"),
    Case("replaced afterwards", "covered", use(line(ANN)), (power(ANN),), (ending("2015-07-01", explicit=False),)),
    Case("a power about another issuer", "other-issuer", use(line(ANN)), (power(ANN, issuers=[ZEPHYR]),)),
    Case("a power about another issuer that has ended, too", "other-issuer", use(line(ANN)),
         (power(ANN, issuers=[ZEPHYR], expires="2014-12-31"),)),
    Case("powers about two other issuers", "other-issuer", use(line(ANN)),
         (power(ANN, issuers=[ZEPHYR]), power(ANN, on="2014-04-01", issuers=["Third Corp."]))),
    Case("one of several issuers", "covered", use(line(ANN)), (power(ANN, issuers=[ZEPHYR, ACME]),),
         near="other-issuer"),
    Case("a power about another issuer to somebody else", "no-power-in-corpus", use(line(ANN)),
         (power(BO, issuers=[ZEPHYR]),)),
    Case("Forms 3 and 5 only", "form-not-covered", use(line(ANN)), (power(ANN, forms="3 5"),)),
    Case("Form 4 only, for a Form 5", "form-not-covered", use(line(ANN), form="5"), (power(ANN, forms="4"),)),
    Case("Form 144 only", "form-not-covered", use(line(ANN)), (power(ANN, forms="144", ownership=False),)),
    Case("a notice on Form 144 under a power over Forms 3, 4 and 5", "form-not-covered", use(line(ANN), form="144"),
         (power(ANN),)),
    Case("a notice on Form 144 under a power that names it", "covered", use(line(ANN), form="144"),
         (power(ANN, forms="4 144"),), near="form-not-covered"),
    Case("a notice on Form 144 under a power over Section 16 reports", "form-not-covered",
         use(line(ANN), form="144"), (power(ANN, forms=""),)),
    Case("a notice on Form 144 under a power over all papers", "covered", use(line(ANN), form="144"),
         (power(ANN, forms="", ownership=False),)),
    Case("Form 4 only, for a Form 4", "covered", use(line(ANN)), (power(ANN, forms="4 144"),), near="form-not-covered"),
    Case("joint, one signed", "joint-authority-unmet", use(line(ANN)), (power(ANN, BO, together=2),)),
    Case("joint among three, one signed", "joint-authority-unmet", use(line(ANN)), (power(ANN, BO, CY, together=2),)),
    Case("joint, one signed twice", "joint-authority-unmet", use(line(ANN), line(ANN, "again")),
         (power(ANN, BO, together=2),)),
    Case("joint, a stranger is the second", "joint-authority-unmet", use(line(ANN), line(DEE)),
         (power(ANN, BO, together=2),)),
    Case("joint, both signed", "covered", use(line(ANN), line(BO)), (power(ANN, BO, together=2),),
         near="joint-authority-unmet"),
    Case("joint, both signed in one line", "covered",
         use(line(ANN, f"/s/ {ANN} and /s/ {BO}, attorneys-in-fact")), (power(ANN, BO, together=2),)),
    Case("joint, one signed, and the line speaks of the other", "joint-authority-unmet",
         use(line(ANN, f"/s/ {ANN}, attorney-in-fact for {BO}")), (power(ANN, BO, together=2),)),
    Case("joint, with one attorney", "covered", use(line(ANN)), (power(ANN, together=2),)),
    Case("joint, but a later power lets each sign", "covered", use(line(ANN)),
         (power(ANN, BO, together=2), power(ANN, BO, on="2015-01-01"))),
    Case("a live power names others", "not-named", use(line(ANN)), (power(BO, CY),), near="no-power-in-corpus"),
    Case("a live power names a namesake of another generation", "not-named", use(line("Bo Park, Sr.")),
         (power("Bo Park, Jr."),)),
    Case("two live powers name others", "not-named", use(line(ANN)), (power(BO), power(CY, on="2015-01-01"))),
    Case("a power that names others began later", "no-power-in-corpus", use(line(ANN)), (power(BO, on="2015-07-01"),)),
    Case("a power that names others had ended", "no-power-in-corpus", use(line(ANN)),
         (power(BO, expires="2015-01-01"),), near="not-named"),
    Case("nothing in the corpus", "no-power-in-corpus", use(line(ANN))),
    Case("another issuer, and nothing but the owner's name in common", "no-power-in-corpus", use(line(ANN)),
         (power(BO, issuers=[ZEPHYR], by="Mary Oakes"),)),
    Case("a power of somebody else", "no-power-in-corpus", use(line(ANN)), (power(ANN, by="John Oakes"),)),
    Case("a surname only", "unclear", use(line("Park")), (power(BO),)),
    Case("another surname only", "not-named", use(line("Quist")), (power(BO),)),
    Case("two letters exchanged", "covered", use(line("Leonora Kriedel")), (power("Leonora Kreidel"),)),
    Case("another name that is one letter off", "not-named", use(line("Leonora Kreisel")), (power("Leonora Kreidel"),)),
    Case("a short name", "covered", use(line("Bob Park")), (power("Robert Park"),)),
    Case("an accent", "covered", use(line("Jose Perez")), (power("Jos\u00e9 P\u00e9rez"),)),
    Case("two initials that differ", "not-named", use(line("J. R. Park")), (power("J. S. Park"),)),
    Case("a power over Zephyr, once called Acme", "covered", use(line(ANN), issuer=ZEPHYR, former=[ACME]),
         (power(ANN),)),
    Case("a power over a company that Zephyr never was", "other-issuer",
         use(line(ANN), issuer=ZEPHYR, former=["Apex Lines Corp."]), (power(ANN),)),
    Case("the issuer's name without its legal form", "covered", use(line(ANN)),
         (power(ANN, issuers=["Acme Ferries"]),)),
    Case("a company of another legal form", "other-issuer", use(line(ANN)),
         (power(ANN, issuers=["Acme Ferries LLC"]),)),
    Case("EDGAR's short words", "covered", use(line(ANN), issuer="ACME INTL HLDGS INC"),
         (power(ANN, issuers=["Acme International Holdings, Inc."]),)),
    Case("a fund that grants is not its own issuer", "covered",
         use(line(ANN, owner=FUND), owners=[FUND]), (power(ANN, by=FUND, issuers=[FUND]),)),
    Case("executed later, said to hold from earlier", "not-yet-effective", use(line(ANN)),
         (power(ANN, executed=("2015-07-02", "2015-07-02"), begins=("2015-07-02", "2015-07-02")),)),
    Case("executed earlier, to begin later", "not-yet-effective", use(line(ANN)),
         (power(ANN, begins=("2015-07-15", "2015-07-15")),)),
    Case("executed earlier, filed later", "covered", use(line(ANN)), (power(ANN, filed="2016-01-01"),),
         near="not-yet-effective"),
    Case("a confirming statement of the day after", "not-yet-effective", use(line(ANN)),
         (power(ANN, on="2015-07-01", kind="confirming-statement"),)),
    Case("a confirming statement that names another", "not-named", use(line(ANN)),
         (power(BO, kind="confirming-statement"),)),
    Case("revoked in that month, no day known", "unclear", use(line(ANN)), (power(ANN),),
         (ending("", ANN, begins=("2015-06-01", "2015-06-30")),)),
    Case("revoked in the month before", "revoked", use(line(ANN)), (power(ANN),),
         (ending("", ANN, begins=("2015-05-01", "2015-05-31")),)),
    Case("another power, of another date, revoked", "covered", use(line(ANN)), (power(ANN),),
         (ending("2015-01-01", ANN, refers_to=(("2013-03-01", "2013-03-01"),)),)),
    Case("this power, by its date, revoked", "revoked", use(line(ANN)), (power(ANN),),
         (ending("2015-01-01", ANN, refers_to=(("2014-03-01", "2014-03-01"),)),)),
    Case("the other of two powers revoked by its date", "covered", use(line(ANN)),
         (power(ANN), power(ANN, on="2014-06-01")),
         (ending("2015-01-01", ANN, refers_to=(("2014-03-01", "2014-03-01"),)),)),
    Case("revoked and granted anew on one day", "covered", use(line(ANN)),
         (power(ANN), power(ANN, on="2015-01-01")), (ending("2015-01-01", ANN),)),
    Case("revoked for Form 144 only", "covered", use(line(ANN)), (power(ANN),),
         (ending("2015-01-01", ANN, forms=frozenset({"144"}), ownership=False),)),
    Case("revoked for Form 4 only, Form 4", "revoked", use(line(ANN)), (power(ANN),),
         (ending("2015-01-01", ANN, forms=frozenset({"4"})),)),
    Case("revoked for Form 5 only, Form 4", "covered", use(line(ANN)), (power(ANN),),
         (ending("2015-01-01", ANN, forms=frozenset({"5"})),)),
    Case("a power over any company, revoked about one", "covered", use(line(ANN), issuer=ZEPHYR),
         (power(ANN, issuers=()),), (ending("2015-01-01", ANN),)),
    Case("a power over any company, revoked about this one", "revoked", use(line(ANN)),
         (power(ANN, issuers=()),), (ending("2015-01-01", ANN),)),
    Case("revoked by a namesake of another generation", "covered", use(line(ANN)),
         (power(ANN, by="Mary T. Oakes, Sr."),),
         (ending("2015-01-01", ANN, principal=person("Mary Oakes, Jr.")),)),
    Case("replaced by a power over registration statements", "covered", use(line(ANN)), (power(ANN),),
         (ending("2015-01-01", explicit=False, forms=frozenset({"S-8"}), ownership=False),)),
    Case("replaced on the day of the signature", "unclear", use(line(ANN)), (power(ANN),),
         (ending("2015-06-30", explicit=False),)),
    Case("the substitute of a substitute", "covered-by-substitution", use(line(DEE)),
         (power(ANN, substitution=True), replace(SUBSTITUTION, substitution=True), SECOND)),
    Case("the substitute of a substitute who may name none", "not-named", use(line(DEE)),
         (power(ANN, substitution=True), SUBSTITUTION, SECOND)),
    Case("the substitute of an attorney whose power was revoked", "revoked", use(line(CY)),
         (power(ANN, substitution=True), SUBSTITUTION), (ending("2015-01-01", ANN),)),
    Case("a substitution that its attorney revoked", "revoked", use(line(CY)),
         (power(ANN, substitution=True), SUBSTITUTION), (ending("2015-01-01", CY, principal=person(ANN)),)),
    Case("a substitution about another issuer", "other-issuer", use(line(CY)),
         (power(ANN, substitution=True), replace(SUBSTITUTION, issuers=(entity(ZEPHYR),)))),
    Case("a substitution under another power of that attorney", "not-named", use(line(CY)),
         (power(ANN, substitution=True), replace(SUBSTITUTION, refers_to=(("2011-01-01", "2011-01-01"),)))),
    Case("an assistant to the office", "not-named", use(line(ANN, "/s/ Ann Lee, Assistant Secretary")),
         (power(office("Secretary")),), near="covered-by-office"),
    Case("a vice president is not the president", "not-named", use(line(ANN, "/s/ Ann Lee, Vice President")),
         (power(office("President")),)),
    Case("an office by its letters", "covered-by-office", use(line(ANN, "/s/ Ann Lee, EVP, CFO and Treasurer")),
         (power(office("Chief Financial Officer")),)),
    Case("an office of another company, named in the line", "covered-by-office",
         use(line(ANN, f"/s/ Ann Lee, {COUNSEL} of {ZEPHYR}, as attorney-in-fact")), (power(office(COUNSEL, ZEPHYR)),)),
    Case("an office of another company, not named in the line", "not-named",
         use(line(ANN, f"/s/ Ann Lee, {COUNSEL}")), (power(office(COUNSEL, ZEPHYR)),)),
    Case("an office that the signer held later, and now another", "not-named", use(line(ANN)),
         (power(office(COUNSEL)),), titles=((ANN, "Controller"),)),
    Case("any two of three, one signed", "joint-authority-unmet", use(line(ANN)), (power(ANN, BO, CY, together=2),)),
    Case("any two of three, two signed", "covered", use(line(ANN), line(CY)), (power(ANN, BO, CY, together=2),),
         near="joint-authority-unmet"),
    Case("all three together, two signed", "joint-authority-unmet", use(line(ANN), line(BO)),
         (power(ANN, BO, CY, together=3),)),
    Case("jointly, nothing says how many, two of three signed", "unclear", use(line(ANN), line(BO)),
         (power(ANN, BO, CY, together=None),)),
    Case("jointly, nothing says how many, all signed", "covered", use(line(ANN), line(BO)),
         (power(ANN, BO, together=None),)),
    Case("joint, the second signed for another owner only", "joint-authority-unmet",
         use(line(ANN, signed_for=["Mary T. Oakes"]), line(BO, owner="DUNN CY", signed_for=[CY]),
             owners=[OWNER, "DUNN CY"]), (power(ANN, BO, together=2),)),
    Case("a power of the person behind a fund", "covered",
         use(line(ANN, f"{FUND}, By: Mary T. Oakes, its manager, By: /s/ {ANN}, attorney-in-fact", owner=FUND,
                  signed_for=[FUND, "Mary T. Oakes"]), owners=[FUND]), (power(ANN),)),
    Case("a power of another fund of that house", "no-power-in-corpus",
         use(line(ANN, owner="Quay Fund IV, L.P."), owners=["Quay Fund IV, L.P."]), (power(ANN, by=FUND, issuers=()),)),
    Case("a line without a signer", "unclear", use(line(None)), (power(ANN),)),
    Case("a line that fits no owner", "unclear",
         use(line(ANN, owner=None, signed_for=[FUND]), line(ANN, signed_for=["Mary Oakes"])), (power(ANN),)),
    Case("the only line of the form is for somebody else", "unclear",
         use(line(ANN, "/s/ Ann Lee for Cy Dunn", signed_for=[CY]))),
    Case("the only line of the form is for the owner under another given name", "no-power-in-corpus",
         use(line(ANN, "/s/ Ann Lee for Polly Oakes", signed_for=["Polly Oakes"])), near="unclear"),
    Case("an entity, and no capacity", "unclear", use(line(ANN, capacity=None, owner=FUND), owners=[FUND])),
    Case("a surname shared, and no capacity", "unclear", use(line("Zelda Oakes", capacity=None))),
]  # fmt: skip


def judged(case: Case) -> list[Verdict]:
    powers = Powers()
    for one in case.powers:
        powers.learn(one)
    for end in case.endings:
        powers.end(end)
    for holder, title in case.titles:
        powers.show(Title(person(holder), entity(ACME), title, "2014-01-01"))
    return list(powers.judge(case.filing))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.verdict}: {case.what}")
def test_scenario(case: Case) -> None:
    found = judged(case)
    assert found[0].verdict == case.verdict, found[0].reason


def test_every_verdict_has_three_scenarios_and_a_near_miss() -> None:
    counts = Counter(case.verdict for case in CASES)
    missed = Counter(case.near for case in CASES if case.near != case.verdict)
    assert {verdict for verdict in terms.SCHEMES["verdict"] if counts[verdict] < 3} == set()
    assert {verdict for verdict in terms.SCHEMES["verdict"] if not missed[verdict]} == set()
    assert not [case.what for case in CASES if case.near == case.verdict]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.what)
def test_the_order_of_learning_does_not_matter(case: Case) -> None:
    turned = replace(case, powers=case.powers[::-1], endings=case.endings[::-1])
    assert judged(turned) == judged(case)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.what)
def test_a_reason_is_one_careful_sentence(case: Case) -> None:
    for verdict in judged(case):
        assert verdict.reason.endswith(".")
        assert re.search(r"unauthori[sz]ed|illegal|unlawful|without authority|invalid", verdict.reason) is None


def test_one_line_for_all_owners_is_judged_for_each() -> None:
    filing = use(line(ANN, "/s/ Ann Lee, attorney-in-fact for each", owner=None), owners=[OWNER, "DUNN CY"])
    found = judged(Case("", "", filing, (power(ANN),)))
    assert [(v.owner.party.name if v.owner else None, v.verdict) for v in found] == [
        (OWNER, "covered"),
        ("DUNN CY", "no-power-in-corpus"),
    ]


def test_a_line_for_two_named_owners_is_judged_for_both() -> None:
    text = f"/s/ Ann Lee, attorney-in-fact for {GENERAL_PARTNER} and {FUND}"
    signed = line(ANN, text, owner=FUND, signed_for=[GENERAL_PARTNER, FUND])
    found = judged(Case("", "", use(signed, owners=[FUND, GENERAL_PARTNER]), (power(ANN, by=FUND),)))
    assert [(v.owner.party.name if v.owner else None, v.verdict) for v in found] == [
        (GENERAL_PARTNER, "no-power-in-corpus"),
        (FUND, "covered"),
    ]


def test_a_chain_is_judged_for_the_one_who_signs() -> None:
    text = f"{FUND}, By: {GENERAL_PARTNER}, its general partner, By: /s/ Ann Lee, Manager"
    signed = line(ANN, text, "entity-officer", FUND, signed_for=[FUND, GENERAL_PARTNER])
    found = judged(Case("", "", use(signed, owners=[FUND, GENERAL_PARTNER])))
    assert [v.owner.party.name for v in found if v.owner] == [FUND]

"""When an authority runs: the days of a grant; and relations, questions and the audit tell the same of each."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from infact.ingest.authority import Ending, Meant, Power
from infact.ingest.lifetime import OPEN, Endings, Lifetime
from infact.ingest.store import Store
from infact.queries.catalogue import Answer, ask
from infact.queries.engines import StoreEngine
from infact.queries.kinds import chosen
from infact.queries.networks import everything

from .audit_papers import ACME, ANN, ZEPHYR, ending, entity, person, power
from .test_resolve import Graph, instrument

MARY = person("Mary Oakes")
MARCH, JUNE = ("2014-03-01", "2014-03-31"), ("2014-06-01", "2014-06-30")


@pytest.mark.parametrize(
    ("grant", "endings", "expected"),
    [
        (power(ANN), (), ("2014-03-01", "2014-03-01", OPEN, OPEN)),
        (power(ANN, expires="2015-03-01"), (), ("2014-03-01", "2014-03-01", "2015-03-01", "2015-03-01")),
        (power(ANN, expires=JUNE), (), ("2014-03-01", "2014-03-01", *JUNE)),
        (power(ANN, executed=MARCH, begins=MARCH), (), (*MARCH, OPEN, OPEN)),
        (power(ANN, executed=MARCH, begins=MARCH, filed="2014-03-09"), (), ("2014-03-01", "2014-03-09", OPEN, OPEN)),
        # That it was on file says nothing of a month that lies ahead.
        (power(ANN, begins=JUNE, filed="2014-03-09"), (), (*JUNE, OPEN, OPEN)),
        (power(ANN, on=None), (), ("", "", OPEN, OPEN)),
        (power(ANN, on=None, filed="2014-03-09"), (), ("", "2014-03-09", OPEN, OPEN)),
        # The day on which it was revoked is open.
        (power(ANN), (ending("2015-01-10", ANN),), ("2014-03-01", "2014-03-01", "2015-01-09", "2015-01-10")),
        (
            power(ANN),
            (ending("", begins=JUNE, made=JUNE[1]),),
            ("2014-03-01", "2014-03-01", "2014-05-31", "2014-06-30"),
        ),
        (power(ANN), (ending("2015-01-10", "Bo Park"),), ("2014-03-01", "2014-03-01", OPEN, OPEN)),
        (power(ANN), (ending("2015-01-10", issuers=[ZEPHYR]),), ("2014-03-01", "2014-03-01", OPEN, OPEN)),
        # A revocation without a date had happened by the day of its filing, so that no day is certain.
        (
            power(ANN),
            (ending("", begins=("0001-01-01", "2015-01-10"), made="2015-01-10"),),
            ("2014-03-01", "2014-03-01", "2014-02-28", "2015-01-10"),
        ),
        # It lasts as long as it does for any form.
        (power(ANN), (ending("2015-01-10", forms="3"),), ("2014-03-01", "2014-03-01", OPEN, OPEN)),
        (
            power(ANN, forms="3 4"),
            (ending("2015-01-10", forms="3"), ending("2015-02-10", forms="4", node="another")),
            ("2014-03-01", "2014-03-01", "2015-02-09", "2015-02-10"),
        ),
        (
            power(ANN),
            (ending("2015-01-10", kept=(Meant(forms=frozenset({"5"})),)),),
            ("2014-03-01", "2014-03-01", OPEN, OPEN),
        ),
        # A later paper reports on which day an employment ended.
        (
            power(ANN, while_employed=True),
            (ending("2015-01-10", verdict="expired"),),
            ("2014-03-01", "2014-03-01", "2015-01-09", "2015-01-10"),
        ),
    ],
)
def test_a_grant_runs_on_these_days(grant: Power, endings: tuple[Ending, ...], expected: tuple[str, ...]) -> None:
    ended = Endings()
    for one in endings:
        ended.learn(one)
    assert ended.lifetime(grant, person(ANN), [MARY], entity(ACME)) == Lifetime(*expected)


def test_somebody_else_of_the_name_ends_nothing() -> None:
    ended = Endings()
    ended.learn(ending("2015-01-10", ANN))
    other = person("Mary Oakes")
    other = type(other)("id/person/another", other.name)
    assert ended.lifetime(power(ANN), person(ANN), [other], entity(ACME)).end == OPEN


def test_what_ended_about_a_company_may_have_ended_about_one_that_nobody_names() -> None:
    ended = Endings()
    ended.learn(ending("2015-01-10", ANN))
    assert ended.lifetime(power(ANN), person(ANN), [MARY], None) == Lifetime(
        "2014-03-01", "2014-03-01", "2015-01-09", OPEN
    )


def asked(graph: Graph, name: str, **given: Any) -> Answer:
    with Store.open(graph.path, read_only=True) as store:
        return ask(StoreEngine(store.oxigraph), name, **given)


def told(answer: Answer, *columns: str) -> list[tuple[object, ...]]:
    """Some columns of an answer, days as text."""
    places = [answer.columns.index(column) for column in columns]
    return [
        tuple(str(cell) if isinstance(cell, datetime.date) else cell for cell in (row[i] for i in places))
        for row in answer.rows
    ]


@pytest.fixture(scope="module")
def regranted(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """A joint power over Form 13D until 2002, and from 2010 on one over Forms 3, 4 and 5 for each alone."""
    old = instrument(
        "Cy Dunn", "Ann Lee", executed="2001-01-05", expires="2002-01-05", term="fixed-date", authority="joint",
        forms=["13D"], powers=["trade-securities"],
    )  # fmt: skip
    new = instrument("Cy Dunn", "Ann Lee", executed="2010-03-01", authority="several")
    return Graph(tmp_path_factory.mktemp("regranted"), {"instruments": [old]}, {"instruments": [new]})


@pytest.mark.parametrize(
    ("day", "rows"),
    [
        ("2000-12-31", []),
        ("2001-06-30", [("2001-01-05", "2002-01-05", "live", "joint", "13D", "trade-securities", 1)]),
        ("2005-06-30", []),
        ("2012-06-30", [("2010-03-01", None, "live", "several", "3 | 4 | 5", "execute-forms", 1)]),
    ],
)
def test_only_what_is_live_that_day_is_told(regranted: Graph, day: str, rows: list[tuple[object, ...]]) -> None:
    columns = ("since", "until", "state", "authority", "forms", "powers", "instruments")
    assert told(asked(regranted, "who-may-sign", person="Cy Dunn", date=day), *columns) == rows
    found = asked(regranted, "who-may-sign", person="Cy Dunn", date=day, identity="strict")
    assert told(found, *columns) == rows
    for_whom = told(asked(regranted, "may-sign-for", attorney="Ann Lee", date=day), *columns[:5], columns[6])
    assert for_whom == [(*row[:5], row[6]) for row in rows]
    lone = told(asked(regranted, "one-live-attorney", date=day), "since", "until", "state")
    assert lone == [row[:3] for row in rows]


def test_a_network_has_a_gap_where_nothing_is_live(regranted: Graph) -> None:
    with Store.open(regranted.path, read_only=True) as store:
        engine = StoreEngine(store.oxigraph)
        edges = [data for _, _, kind, data in everything(engine).edges(keys=True, data=True) if kind == "signs-for"]
        assert chosen(engine, "2005-01-01", "2005-12-31") == ()
        assert [relation.instruments for relation in chosen(engine, "2001-01-01", "2001-12-31")] == [1]
        assert [relation.instruments for relation in chosen(engine)] == [2]
    assert [edge["spells"] for edge in edges] == [(("2001-01-05", "2002-01-05"), ("2010-03-01", None))]


REVOKED = instrument("Cy Dunn", "Ann Lee", kind="revocation", executed="2013-02-01", powers=[], revokes_prior=True)


def filing(signed: str, number: int) -> dict[str, Any]:
    """A Form 4 of Cy Dunn that Ann Lee signed on a day, or in a month."""
    return {
        "accession": f"0000000001-14-{number:06}", "form": "4", "filed": "2014-12-31", "period": "2011-05-03",
        "issuer": {"cik": "0000000007", "name": ACME},
        "owners": [{"cik": "0000000011", "name": "DUNN CY", "roles": ["director"], "title": None}],
        "signatures": [{
            "text": "/s/ Ann Lee, attorney-in-fact", "signer": "Ann Lee", "signed_for": [],
            "capacity": "attorney-in-fact", "date": signed, "owner_cik": "0000000011", "match": "single",
            "confidence": 1.0,
        }],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("papers", "days"),
    [
        ([instrument("Cy Dunn", "Ann Lee"), REVOKED],
         {"2011-05-02": "not-yet-effective", "2011-05-03": "covered", "2013-01-31": "covered",
          "2013-02-01": "unclear", "2013-02-02": "revoked", "2013-01": "covered", "2013-02": "unclear",
          "2013-03": "revoked"}),
        ([instrument("Cy Dunn", "Ann Lee", executed="2004-01-01", effective="2006-01")],
         {"2005-06-01": "not-yet-effective", "2006-01-15": "unclear", "2006-01-31": "covered"}),
        ([instrument("Cy Dunn", "Ann Lee", expires="2012-06", term="fixed-date")],
         {"2012-06-01": "covered", "2012-06-15": "unclear", "2012-06-30": "unclear", "2012-07-01": "expired"}),
        ([instrument("Cy Dunn", "Ann Lee", term="while-employed"),
          instrument("Cy Dunn", "Bo Park", executed="2013-02-01", refers_to=[{"kind": "ended", "ended": "2012-12"}])],
         {"2012-11-30": "covered", "2012-12-15": "unclear", "2013-01-01": "expired"}),
    ],
)  # fmt: skip
def test_relations_and_the_audit_tell_the_same_of_each_day(
    tmp_path: Path, papers: list[dict[str, Any]], days: dict[str, str]
) -> None:
    filings = [{"filing": filing(day, n), "instruments": []} for n, day in enumerate(days)]
    own = {"cik": "0000000011"}
    graph = Graph(tmp_path, *({"instruments": [paper], **own} for paper in papers), *filings)
    verdicts = graph.rows(
        "SELECT ?n ?v { ?a i:verdict ?v ; i:auditedFiling/i:accessionNumber ?n }",
    )
    assert [str(v).rpartition("/")[2] for _, v in verdicts] == list(days.values())
    states = {"covered": ["live"], "unclear": ["open"]}
    for day, verdict in days.items():
        if len(day) == 10:
            found = asked(graph, "may-sign-for", attorney="Ann Lee", date=day)
            assert [state for (state,) in told(found, "state")] == states.get(verdict, []), day


def test_the_day_of_an_end_is_the_one_on_which_the_verdict_rests(tmp_path: Path) -> None:
    """A power about two companies is revoked about the one, later about the other."""
    paper = instrument("Cy Dunn", "Ann Lee")
    paper["issuers"] = [ACME, ZEPHYR]
    lines = [{"instruments": [one], "cik": "0000000011"} for one in (
        paper,
        {**REVOKED, "issuers": [ZEPHYR], "executed": "2012-02-01"},
        REVOKED,
    )]  # fmt: skip
    graph = Graph(tmp_path, *lines, {"filing": filing("2014-01-01", 1), "instruments": []})
    assert told(asked(graph, "signed-after-the-end"), "signed", "ended", "kind") == [
        ("2014-01-01", "2013-02-01", "revoked")
    ]


def test_a_filing_date_that_is_no_day_is_noted(tmp_path: Path) -> None:
    undated = {**filing("2014-01-01", 1), "filed": "2014-12"}
    graph = Graph(tmp_path, {"filing": undated, "instruments": []})
    assert graph.rows("SELECT ?note { ?f i:reviewNote ?note }") == [("filedOn: 2014-12 names no day",)]

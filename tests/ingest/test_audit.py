"""The audit's rules, case by case; and what holds for every verdict."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest
from infact.ingest.audit import Powers, Verdict
from infact.ingest.authority import Title
from infact.ontology import terms

from .audit_cases import CASES
from .audit_papers import ACME, ANN, FUND, GENERAL_PARTNER, OWNER, Case, entity, line, person, power, use


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

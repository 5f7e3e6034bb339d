"""The card of one thing, and the counts of a store."""

from __future__ import annotations

import datetime

import pyoxigraph
import pytest
from infact.common.errors import QueryError
from infact.queries.corpus import Corpus
from infact.queries.engines import Engine, StoreEngine
from infact.queries.entities import find_entities, find_entity, fold
from infact.queries.show import Fact, Support, Tie, show
from infact.queries.stats import Attorney, Stats, stats

ADA = "https://w3id.org/infact/id/person/ada"
INSTRUMENT = "https://w3id.org/infact/id/document/0000000101-10-000001/submission/instrument/1"


@pytest.mark.parametrize(
    "what", ["Ada Pen", "  ada  PEN ", "PEN ADA", "Pen, Ada", ADA], ids=["label", "folded", "printed", "comma", "iri"]
)
def test_an_entity_is_found_by_name_or_iri(engine: Engine, what: str) -> None:
    assert str(find_entity(engine, what)) == f"Ada Pen <{ADA}>"


@pytest.mark.parametrize("what", ["0000000901", "901", "CIK901", "cik0000000901"])
def test_an_entity_is_found_by_cik(engine: Engine, what: str) -> None:
    found = find_entity(engine, what)
    assert (found.label, found.cik) == ("Pat Finch", "0000000901")


def test_two_of_one_name_are_both_named(engine: Engine) -> None:
    assert [e.label for e in find_entities(engine, "sam stork")] == ["SAM STORK", "Sam Stork"]
    with pytest.raises(QueryError, match="2 entities answer to 'sam stork'"):
        find_entity(engine, "sam stork")


@pytest.mark.parametrize(
    "what", ["", " ", "nobody at all", "9999999", "https://example.org/none", 'x" } #', "http://a b"]
)
def test_what_is_not_there_is_not_found_in_this_corpus(engine: Engine, what: str) -> None:
    with pytest.raises(QueryError, match="is not found in this corpus"):
        find_entity(engine, what)


def test_folding_forgets_case_dots_and_spaces() -> None:
    assert fold(" Tracy C.  Tyler, Jr. ") == "tracy c tyler jr"


def test_a_person_s_card(engine: Engine) -> None:
    card = show(engine, "ada pen")
    assert (card.entity.label, card.classes, card.printed) == ("Ada Pen", ("Person",), (("PEN ADA", 1),))
    assert len(card.ties) == 4
    assert card.ties[-1] == Tie(
        "https://w3id.org/infact/id/relation/1", "Ada Pen", "Pat Finch", "Alder Corp.", "Quill & Ink LLP",
        datetime.date(2010, 1, 5), None, 2,
    )  # fmt: skip
    assert card.evidence == (
        Support(
            "attorneys[0].name", "PEN ADA", 'I, Pat Finch, appoint "PEN ADA" to sign for me.', "alder.txt",
            "https://www.sec.gov/Archives/edgar/data/101/000000010110000001/0000000101-10-000001-index.htm", 0.95,
        ),
    )  # fmt: skip
    assert (card.more_evidence, card.corpus.latest_date) == (False, datetime.date(2015, 5, 5))


def test_a_power_s_card(engine: Engine) -> None:
    card = show(engine, INSTRUMENT, limit=1)
    assert card.classes == ("PowerOfAttorney",)
    assert Fact("executedOn", datetime.date(2010, 1, 5)) in card.facts
    assert [fact.words for fact in card.facts if fact.property == "formCovered"] == ["3", "4", "5"]
    assert [fact.words for fact in card.facts if fact.property == "grantor"] == ["Pat Finch"]
    assert [tie.relation for tie in card.ties] == ["https://w3id.org/infact/id/relation/1"]
    assert (len(card.evidence), card.more_evidence) == (1, True)


@pytest.mark.parametrize(
    ("what", "ties"), [("101", 3), ("Quill & Ink LLP", 5), ("https://w3id.org/infact/id/relation/8", 1)]
)
def test_a_company_a_firm_and_a_relation_have_their_ties(engine: Engine, what: str, ties: int) -> None:
    assert len(show(engine, what).ties) == ties


def test_stats_count_each_thing_once(engine: Engine) -> None:
    found = stats(engine, top=2)
    assert found.corpus.documents == found.classes["SourceDocument"] == 2
    assert (found.classes["Person"], found.classes["Relation"], found.classes["PowerOfAttorney"]) == (11, 9, 1)
    assert found.instruments == {"power-of-attorney": 1, "confirming-statement": 1}
    assert found.quads == {"document": 105, "identity": 58, "relations": 135, "vocabulary": 24}
    assert found.graphs == {"document": 2, "identity": 1, "relations": 1, "vocabulary": 1}
    assert (found.first, found.last) == (datetime.date(2010, 1, 5), datetime.date(2012, 3, 31))
    assert found.attorneys == (Attorney(ADA, "Ada Pen", 3, 2), Attorney(ADA[:-3] + "cy", "Cy Blot", 2, 2))


def test_stats_of_an_empty_store_are_nought() -> None:
    assert stats(StoreEngine(pyoxigraph.Store())) == Stats(Corpus(), {}, {}, {}, {}, None, None, ())

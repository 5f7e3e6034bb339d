"""Named questions: they document themselves, take parameters by name, and answer alike on every engine."""

from __future__ import annotations

import datetime
import re
from importlib import resources
from typing import Any

import pyoxigraph
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from infact.common.errors import QueryError
from infact.queries.allowed import words
from infact.queries.catalogue import ask, question, questions
from infact.queries.computed import COMPUTED
from infact.queries.corpus import Corpus
from infact.queries.engines import Engine, StoreEngine
from infact.queries.question import Question, parse_question
from rdflib import URIRef
from rdflib.plugins.sparql import prepareQuery

from .test_bindings import anything, hostile

ID = "https://w3id.org/infact/id/"
PREFIXES = "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
PERSON = ID + "person/"
INSTRUMENT = ID + "document/0000000101-10-000001/submission/instrument/1"
FINDER = "0000000101-10-000001-index.htm"
NAMES = [q.name for q in questions()]
# Sets of columns of which no two rows of an answer hold the same.
ONE_ROW = (
    {"relation"}, {"evidence"}, {"quarter"}, {"verdict", "instrument"}, {"verdict"}, {"issuer", "year"},
    {"issuer", "clause"}, {"issuer", "day"}, {"kind", "party"}, {"attorney"}, {"insider"}, {"instrument"}, {"person"},
)  # fmt: skip


def test_every_file_is_a_question() -> None:
    files = [f.name for f in resources.files("infact.queries").joinpath("sparql").iterdir() if f.name.endswith(".rq")]
    assert sorted(NAMES) == sorted(name.removesuffix(".rq") for name in files)
    assert {"attorneys-by-insiders", "who-may-sign", "firms-that-bridge", "supporting-sentence"} <= set(NAMES)


@pytest.mark.parametrize("asked", questions(), ids=NAMES)
class TestEachQuestion:
    def test_it_is_valid_sparql_as_it_stands(self, asked: Question) -> None:
        prepareQuery(asked.sparql)
        pyoxigraph.Store().query(asked.sparql)

    def test_its_header_names_the_columns_that_it_gives(self, asked: Question) -> None:
        found = pyoxigraph.Store().query(asked.sparql)
        assert isinstance(found, pyoxigraph.QuerySolutions)
        if asked.compute is None:  # a function's rows have the columns of the header, which test_questions.py sees
            assert [v.value for v in found.variables] == [column.name for column in asked.columns]
        else:
            assert asked.compute == asked.name
            assert asked.compute in COMPUTED

    def test_it_says_what_it_is_for(self, asked: Question) -> None:
        assert 10 < len(asked.summary) < 80
        assert not asked.summary.endswith(".")
        assert asked.description.endswith(".")
        assert asked.tags
        assert all(p.meaning for p in asked.parameters)

    def test_its_order_is_total(self, asked: Question) -> None:
        """ORDER BY ends with what tells one row from every other; a function sorts its rows itself."""
        assert "LIMIT" not in asked.sparql.upper().replace("#+   - LIMIT", "")
        if asked.compute is None:
            keys = asked.sparql.split("ORDER BY")[-1].replace("DESC(", "").replace(")", "").split()
            assert any({key.removeprefix("?") for key in keys} >= told for told in ONE_ROW)


def test_values_that_a_header_allows_are_those_of_the_query_and_the_ontology() -> None:
    allowed = {(q.name, p.name): p.values for q in questions() for p in q.parameters if p.values}
    assert allowed["standard-clauses", "clause"] == "scheme clause"
    assert words("scheme clause") == "one of indemnity, no-liability, non-assumption, ratification"
    assert words("firm, issuer") == "one of firm, issuer"
    assert words("0 to 1") == "0 to 1"
    for said in allowed.values():
        assert words(said)


def test_attorneys_by_insiders(engine: Engine) -> None:
    answer = ask(engine, "attorneys-by-insiders", min_insiders=2, min_issuers=2)
    assert [row[1:] for row in answer.rows] == [
        ("Ada Pen", 3, 2, datetime.date(2010, 1, 5), datetime.date(2015, 5, 5)),
        ("Cy Blot", 2, 2, datetime.date(2013, 1, 1), datetime.date(2013, 1, 1)),
    ]
    assert answer.rows[0][0] == URIRef(PERSON + "ada")


def test_a_limit_cuts_and_says_so(engine: Engine) -> None:
    answer = ask(engine, "attorneys-by-insiders", min_insiders=1, min_issuers=0, limit=2)
    assert ([row[1] for row in answer.rows], answer.truncated) == (["Ada Pen", "Cy Blot"], True)
    everyone = ask(engine, "attorneys-by-insiders", min_insiders=1, min_issuers=0, limit=0)
    assert (len(everyone.rows), everyone.truncated) == (4, False)


@pytest.mark.parametrize(
    ("date", "rows"),
    [
        ("2009-01-01", [("Cy Blot", None)]),
        ("2010-01-05", [("Ada Pen", datetime.date(2010, 1, 5)), ("Cy Blot", None)]),
        (
            "2016-05-05",
            [("Ada Pen", datetime.date(2015, 5, 5)), ("Ada Pen", datetime.date(2010, 1, 5)), ("Cy Blot", None)],
        ),
        ("2016-05-06", [("Ada Pen", datetime.date(2010, 1, 5)), ("Cy Blot", None)]),
    ],
)
def test_who_may_sign_on_a_date(engine: Engine, date: str, rows: list[tuple[str, datetime.date | None]]) -> None:
    answer = ask(engine, "who-may-sign", person="Pat Finch", date=date)
    name, since = answer.columns.index("name"), answer.columns.index("since")
    assert [(row[name], row[since]) for row in answer.rows] == rows
    assert answer.as_of == datetime.date.fromisoformat(date)
    assert {row[-1] for row in answer.rows} == {answer.as_of}


def test_who_may_sign_defaults_to_the_latest_date_of_the_corpus(engine: Engine) -> None:
    answer = ask(engine, "who-may-sign", person="0000000901")
    assert answer.as_of == answer.parameters["date"] == datetime.date(2015, 5, 5)
    row = answer.rows[1]
    found = dict(zip(answer.columns, row, strict=True))
    assert (found["authority"], found["forms"], found["powers"]) == (
        "several",
        "3 | 4 | 5",
        "execute-forms | file-forms",
    )
    assert (found["firm"], found["issuer"], found["instruments"]) == ("Quill & Ink LLP", "Alder Corp.", 2)


def test_a_firm_bridges_only_what_nothing_else_connects(engine: Engine) -> None:
    """Of Quill's three pairs one shares an attorney of another house and one an insider."""
    answer = ask(engine, "firms-that-bridge")
    assert answer.rows == ((URIRef(ID + "organization/quill"), "Quill & Ink LLP", 1, 3, 2),)
    assert ask(engine, "firms-that-bridge", min_pairs=2).rows == ()


@pytest.mark.parametrize(
    ("about", "fields"),
    [
        ("ada pen", ["attorneys[0].name"]),
        (ID + "relation/1", ["attorneys[0].name", "executed"]),
        (INSTRUMENT, ["attorneys[0].name", "executed"]),
        (INSTRUMENT + "/attorney/1", ["attorneys[0].name"]),
        ("Dogwood Ltd", []),
    ],
)
def test_the_supporting_sentence(engine: Engine, about: str, fields: list[str]) -> None:
    answer = ask(engine, "supporting-sentence", about=about)
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    assert [row["field"] for row in rows] == fields
    for row in rows:
        assert row["document"] == "alder.txt"
        assert row["link"] == URIRef(f"https://www.sec.gov/Archives/edgar/data/101/000000010110000001/{FINDER}")
    if fields:
        assert (rows[0]["quote"], rows[0]["start"], rows[0]["end"]) == ("PEN ADA", 33, 40)
        assert rows[0]["sentence"] == 'I, Pat Finch, appoint "PEN ADA" to sign for me.'


def test_an_answer_states_its_corpus(engine: Engine) -> None:
    answer = ask(engine, "firms-that-bridge")
    assert answer.corpus == Corpus("feedface" * 8, 2, 2, 1, datetime.date(2015, 5, 5))
    assert answer.identity == ("alone", "cik")


def test_an_empty_store_answers_with_no_rows() -> None:
    answer = ask(StoreEngine(pyoxigraph.Store()), "attorneys-by-insiders")
    assert (answer.rows, answer.as_of, answer.corpus) == ((), None, Corpus())


def test_an_unknown_question_names_the_nearest() -> None:
    with pytest.raises(QueryError, match="did you mean who-may-sign"):
        question("who-may-sing")
    with pytest.raises(QueryError, match="there are around-edgar-next, "):
        question("0")


@pytest.mark.parametrize(
    ("name", "params", "message"),
    [
        ("who-may-sign", {}, "needs person"),
        ("who-may-sign", {"person": "Pat Finch", "date": "06/30/2015"}, "date is '06/30/2015'.*2015-06-30"),
        ("who-may-sign", {"person": "Pat Finch", "date": "2015-02-30"}, "date is"),
        ("who-may-sign", {"person": "Pat Finch", "colour": 1}, "no parameter 'colour'.*person, date, limit"),
        ("who-may-sign", {"person": "Sam Stork"}, "2 entities answer to 'Sam Stork': .*/person/sam2>.*/person/sam>"),
        ("who-may-sign", {"person": "Pat Fynch"}, "'Pat Fynch' is not found in this corpus; did you mean 'Pat Finch'"),
        ("attorneys-by-insiders", {"min_insiders": "many"}, "minInsiders is 'many'"),
        ("attorneys-by-insiders", {"limit": -1}, "limit is -1"),
        ("attorneys-by-insiders", {"limit": "1 } DROP"}, "limit is"),
    ],
)
def test_a_wrong_parameter_is_explained(store_engine: Engine, name: str, params: dict[str, Any], message: str) -> None:
    with pytest.raises(QueryError) as caught:
        ask(store_engine, name, **params)
    assert re.search(message, str(caught.value))


@settings(max_examples=30)
@given(st.one_of(st.sampled_from(["several", "joint", "Ada Pen", "3"]), hostile, anything))
@example('x" || true) } } #')
@example("\\u0022 || 1 = 1 #")
def test_a_text_is_compared_and_nothing_else(engine: Engine, text: str) -> None:
    """The rows of a question with a text are the rows of the question without it that hold the text."""
    query = PREFIXES + (
        "SELECT ?s ?words WHERE { { ?s skos:notation ?words } UNION { ?s rdfs:label ?words }"
        " FILTER (COALESCE(?__text, STR(?words)) = STR(?words)) } ORDER BY ?words ?s"
    )
    everything = engine.select(query)
    found = engine.select(query, {"__text": text})
    assert found.rows == tuple(row for row in everything if str(row[1]) == text)


@given(st.text(max_size=25))
@example('x" } UNION { ?s ?p ?o } #')
def test_no_name_breaks_a_question(store_engine: Engine, name: str) -> None:
    """Whatever text is asked for, the answer is that nobody of that name is found here."""
    with pytest.raises(QueryError, match="is not found in this corpus"):
        ask(store_engine, "who-may-sign", person=name)


MINIMAL = "#+ summary: One two three\n#+ columns:\n#+   - s: a subject\nSELECT ?s WHERE { ?s ?p ?o } ORDER BY ?s"


def test_a_question_is_one_file() -> None:
    asked = parse_question("mine", MINIMAL)
    assert (asked.summary, [c.name for c in asked.columns], asked.parameters) == ("One two three", ["s"], ())


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("#+ summary: One two three\n", "", "summary"),
        ("#+ columns:\n#+   - s: a subject\n", "", "columns"),
        ("?p", "?_p", "does not say what 'p' means"),
        ("?p", "?_p_q_r", "BASIL"),
        ("?p", "?_p_colour", "BASIL"),
        ("#+ columns", "#+ defaults:\n#+   - x: 1\n#+ columns", "'x', which is no parameter"),
        ("#+ columns", "#+   nonsense\n#+ columns", "mine.rq, line 2"),
        ("- s: a subject", "- s", "is not one"),
    ],
)
def test_a_broken_header_is_explained(old: str, new: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        parse_question("mine", MINIMAL.replace(old, new))


def test_an_optional_parameter_may_be_left_out() -> None:
    text = MINIMAL.replace("?p", "?__kind_iri").replace("#+ columns", "#+ params:\n#+   - kind: a property\n#+ columns")
    (parameter,) = parse_question("mine", text).parameters
    assert (parameter.name, parameter.variable, parameter.type, parameter.required) == (
        "kind",
        "__kind_iri",
        "iri",
        False,
    )

"""Each of the twenty-five questions on a corpus made up by hand: the rows that it must give, on every engine."""

from __future__ import annotations

import datetime
import json
import re
import shlex
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from infact.queries.catalogue import ask, questions
from infact.queries.columns.engine import ColumnEngine
from infact.queries.engines import EndpointEngine, Engine, MemoryEngine, StoreEngine
from infact.queries.question import Question

from .conftest import ENGINES, serving, virtuoso_holding

GRAPH = Path(__file__).parent / "data" / "questions.trig"
# Question -> the rows that its example must give, and a change to the graph that must give others.
CASES: dict[str, dict[str, Any]] = json.loads((GRAPH.parent / "questions.json").read_text("utf-8"))
BY_NAME = {question.name: question for question in questions()}
ID = "https://w3id.org/infact/id/"


def readable(cell: object) -> object:
    """A cell as questions.json has it."""
    if isinstance(cell, str):
        return cell.removeprefix(ID)
    if isinstance(cell, Decimal):
        return float(cell)
    return cell.isoformat() if isinstance(cell, datetime.date) else cell


def example(engine: Engine, question: Question) -> list[list[object]]:
    """The rows that the question's own example gives."""
    command, verb, name, *given = shlex.split(question.example)
    assert (command, verb, name) == ("infact", "ask", question.name)
    values: dict[str, Any] = dict(pair.split("=", 1) for pair in given)
    answer = ask(engine, name, **values)
    assert answer.columns == tuple(column.name for column in question.columns)
    return [[readable(cell) for cell in row] for row in answer.rows]


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    if request.param == "memory":
        yield MemoryEngine.load([GRAPH])
        return
    place = tmp_path_factory.mktemp("questions")
    if request.param == "virtuoso":
        with virtuoso_holding(GRAPH, place) as url:
            yield EndpointEngine(url, timeout=60)
        return
    store = pyoxigraph.Store(str(place))
    store.load(path=str(GRAPH), format=pyoxigraph.RdfFormat.TRIG)
    store.flush()
    if request.param in {"store", "columns"}:
        yield StoreEngine(store) if request.param == "store" else ColumnEngine.of(store)
        return
    del store
    with serving(place) as url:
        yield EndpointEngine(url, timeout=20)


@pytest.mark.parametrize("question", questions(), ids=[q.name for q in questions()])
def test_the_example_gives_the_expected_rows(engine: Engine, question: Question) -> None:
    found = example(engine, question)
    assert found
    assert found == CASES[question.name]["rows"]


@pytest.mark.parametrize("question", questions(), ids=[q.name for q in questions()])
def test_a_wrong_graph_gives_other_rows(question: Question) -> None:
    old, new = CASES[question.name]["wrong"]
    assert example(StoreEngine(graph_with((old, new))), question) != CASES[question.name]["rows"]


@pytest.mark.parametrize("name", ["attorneys-who-moved", "regrants-after-a-move"])
def test_nobody_is_said_to_have_moved_on_the_strength_of_a_month(name: str) -> None:
    """What was executed in some month of which only the first day is earlier may have come after the move."""
    month = ('infact:executedLatest "2010-0', 'infact:executedLatest "2014-1')
    assert example(StoreEngine(graph_with(month)), BY_NAME[name]) == []


def graph_with(*changes: tuple[str, str]) -> pyoxigraph.Store:
    """The made-up corpus with other words in it."""
    text = GRAPH.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    store = pyoxigraph.Store()
    store.load(text.encode(), format=pyoxigraph.RdfFormat.TRIG)
    return store


def test_there_is_one_set_of_questions(root: Path) -> None:
    """Competency questions, catalogue, cases and the page of questions name the same twenty-five."""
    names = {question.name for question in questions()}
    listed = re.findall(
        r"^## \d+\. `([a-z0-9-]+)`$", (root / "ontology/competency-questions.md").read_text("utf-8"), re.MULTILINE
    )
    page = re.findall(r"^## `([a-z0-9-]+)`$", (root / "docs/questions.md").read_text("utf-8"), re.MULTILINE)
    assert len(names) == 25
    assert set(listed) == names == set(CASES) == set(page)
    assert len(listed) == len(page) == 25

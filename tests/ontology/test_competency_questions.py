"""The competency questions: twenty-five, named once, and each tells what it answers and from where."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

FORM = re.compile(
    r"^## (?P<number>\d+)\. `(?P<name>[a-z0-9-]+)`\n(?P<question>[^\n]+?\?) A row: (?P<row>[^\n]+?)\. "
    r"(?P<graphs>Relations|Documents|Documents and relations|Relations and documents), "
    r"(?P<way>by SPARQL|computed from the rows of a query)\.$",
    re.MULTILINE,
)


@pytest.fixture(scope="module")
def questions(root: Path) -> list[re.Match[str]]:
    return list(FORM.finditer((root / "ontology" / "competency-questions.md").read_text(encoding="utf-8")))


def test_there_are_twenty_five_in_order_each_with_a_name_of_its_own(questions: list[re.Match[str]], root: Path) -> None:
    assert [int(q["number"]) for q in questions] == list(range(1, 26))
    assert len({q["name"] for q in questions}) == 25
    assert (root / "ontology" / "competency-questions.md").read_text(encoding="utf-8").count("\n## ") == 25


def test_each_is_answered_in_the_way_that_it_says(questions: list[re.Match[str]], root: Path) -> None:
    """A question has a query of its name, whose header says when a function makes the answer of its rows."""
    queries = {path.stem: path.read_text("utf-8") for path in (root / "queries" / "sparql").glob("*.rq")}
    assert {q["name"]: q["way"] != "by SPARQL" for q in questions} == {
        name: "#+ compute:" in text for name, text in queries.items()
    }

"""All rules of validation: the constraints in Turtle, and the questions in SPARQL for what no single node shows.

A question is a `.rq` file beside the shapes: `#+ name:`, `severity`, `message`, `target`, `path` and `seeAlso` in its
header say what `sh:name` and the others say of a constraint, and its SELECT gives one row (`?focus`, and `?value` where
a value is at fault) for each thing that does not meet it. Its rows become findings of the same form as those of the
shapes. A question looks at the union of all graphs, so that it also sees what two documents together say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import pyoxigraph as ox

from ..common.errors import ShapeError
from ..ontology import terms
from .constraints import SEVERITIES, Constraint, check_terms, constraints

# SHACL-SPARQL, section 6.3: the component of a constraint that a SELECT query states.
COMPONENT = "SPARQL"

_HEADER = re.compile(r"^#\+ (?P<key>[A-Za-z]+): (?P<value>.+)$", re.MULTILINE)
_ASKED = ("name", "severity", "message", "target", "path", "seeAlso")
_TERM = re.compile(r"infact:\w[\w-]*|<https://w3id\.org/infact/(?:ontology#|scheme/)[^>\s]+>")


@dataclass(frozen=True, slots=True)
class Question:
    """A rule that is asked of the whole graph; `sparql` gives a row for each thing that does not meet it."""

    rule: Constraint
    sparql: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A rule with the names of the test cases that show it met and not met."""

    constraint: Constraint
    tests: tuple[str, ...]


def question_files() -> tuple[Traversable, ...]:
    """The files of the questions, by name."""
    return tuple(sorted((f for f in files(__package__).iterdir() if f.name.endswith(".rq")), key=lambda f: f.name))


def read_question(file: Traversable) -> Question:
    """Read one question.

    Raises:
        ShapeError: Its header lacks something, it is no SELECT query with a `?focus`, or it names a term that the
            ontology does not have.
    """
    text = file.read_text(encoding="utf-8")
    said = {match["key"]: match["value"].strip() for match in _HEADER.finditer(text)}
    for key in _ASKED:
        if key not in said and key != "path":
            raise ShapeError(f"the question has no {key}", where=file.name, remedy=f"add a line `#+ {key}: ...`")
    if said["severity"] not in SEVERITIES:
        raise ShapeError(
            f"{said['severity']} is no severity", where=file.name, remedy=f"say one of {', '.join(SEVERITIES)}"
        )
    try:
        selected = _selected(text)
    except SyntaxError as error:
        raise ShapeError(f"the question is no SPARQL: {error}", where=file.name, remedy="mend the query") from error
    if "focus" not in selected:
        raise ShapeError("the question selects no ?focus", where=file.name, remedy="SELECT ?focus, and ?value if any")
    check_terms(file.name, text, map(_iri, _TERM.findall(text)))
    rule = Constraint(
        file.name.removesuffix(".rq"),
        said["name"],
        said["severity"],
        said["message"],
        tuple(sorted(said["target"].split())),
        said.get("path", ""),
        file.name,
        said["seeAlso"],
        False,
    )
    return Question(rule, text)


@cache
def questions() -> dict[str, Question]:
    """Every question by its id.

    Raises:
        ShapeError: A file is broken.
    """
    return {file.name.removesuffix(".rq"): read_question(file) for file in question_files()}


@cache
def rules() -> dict[str, Constraint]:
    """Every constraint and question by its id: first those in Turtle, by file, then the questions.

    Raises:
        ShapeError: A file is broken, or an id comes twice.
    """
    known = dict(constraints())
    for question in questions().values():
        if question.rule.id in known:
            raise ShapeError(
                f"rule {question.rule.id} is defined twice",
                where=question.rule.file,
                remedy=f"see {known[question.rule.id].file}",
            )
        known[question.rule.id] = question.rule
    return known


def list_rules(cases: Path | None = None) -> tuple[Listed, ...]:
    """Every rule, with its test cases where their folder is at hand.

    Args:
        cases: The folder of cases (`tests/shapes/cases` of the repository); it is not part of the installed package.
    """
    stems = sorted(path.stem for path in cases.glob("*.ttl")) if cases else []
    return tuple(Listed(one, tuple(_of(one.id, stems))) for one in rules().values())


def _selected(sparql: str) -> set[str]:
    """The variables of a SELECT query, or none: no error may hold Oxigraph's solutions, which keep to a thread."""
    solutions = ox.Store().query(sparql)
    return {one.value for one in solutions.variables} if isinstance(solutions, ox.QuerySolutions) else set()


def _of(rule: str, stems: Iterable[str]) -> Iterable[str]:
    return (stem for stem in stems if stem.startswith((f"{rule}-passes", f"{rule}-fails")))


def _iri(written: str) -> str:
    if written.startswith("<"):
        return written.strip("<>")
    return terms.INFACT + written.removeprefix("infact:")

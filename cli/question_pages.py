"""The page docs/questions.md: each question with what it takes, what it gives, and an example with its rows.

The examples are asked of the graph that the tests ask, `tests/queries/data/questions.trig`, so the rows on the page are
the rows that every engine must give.
"""

from __future__ import annotations

import io
import shlex
from pathlib import Path
from typing import Any

import pyoxigraph

from ..common import render
from ..common.render import Table
from ..queries.catalogue import ask, questions
from ..queries.engines import StoreEngine
from ..queries.question import Question
from .ask import takes, without_iris

GRAPH = Path("tests/queries/data/questions.trig")
_HEAD = """\
# Questions

Written by `python -m infact.cli.docs` from the questions themselves (`queries/sparql/`); change them there, not here.

Every question is one `.rq` file: valid SPARQL 1.1 that runs on any endpoint, with its parameters as variables that
begin with `?_`. Where the header says `compute`, the answer is computed from the query's rows. `infact ask NAME
--explain` shows what stands here, `--evidence` adds to each row the document, the words and the filing that it rests
on ({WITHOUT} have no such rows),
and `--as-of DATE` sets the day of a question whose answer depends on one. Absence always means: not found in this
corpus.

The rows below are those of a corpus made up by hand, `tests/queries/data/questions.trig`; columns that hold only IRIs
are left out.
"""


def page(root: Path) -> str:
    """The page, in the order of the questions' names."""
    store = pyoxigraph.Store()
    store.load(path=str(root / GRAPH), format=pyoxigraph.RdfFormat.TRIG)
    engine = StoreEngine(store)
    without = " and ".join(f"`{question.name}`" for question in questions() if not question.evidence)
    return "\n".join([_HEAD.replace("{WITHOUT}", without), *(_section(engine, question) for question in questions())])


def _section(engine: StoreEngine, question: Question) -> str:
    given: dict[str, Any] = dict(pair.split("=", 1) for pair in shlex.split(question.example)[3:])
    answer = ask(engine, question.name, **given)
    out = [f"## `{question.name}`\n", f"**{question.summary}.** {question.description}\n"]
    if question.parameters:
        rows = [f"| `{name}` | {kind} | {default} | {meaning} |" for name, kind, default, meaning in takes(question)]
        out.append("\n".join(["| parameter | type | default | meaning |", "|---|---|---|---|", *rows, ""]))
    out.append(
        "\n".join(
            ["| column | meaning |", "|---|---|", *(f"| `{c.name}` | {c.meaning} |" for c in question.columns), ""]
        )
    )
    out.append(f"```sh\n{question.example}\n```\n")
    shown = io.StringIO()
    table = without_iris(Table(answer.columns, answer.rows))
    render.write(Table(table.columns, table.rows), "markdown", shown, terminal=False, width=120)
    return "\n".join([*out, shown.getvalue()])

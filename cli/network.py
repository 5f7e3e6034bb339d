"""`infact network`: who matters in a network, what joins companies, and what changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Annotated

import networkx as nx
import typer

from ..common.errors import QueryError
from ..common.render import Table
from ..queries.change import changes, totals
from ..queries.corpus import corpus
from ..queries.interlocks import TELLS as PAIRS_TELL
from ..queries.interlocks import ranked, rest_on
from ..queries.kinds import KINDS, within
from ..queries.kinds import network as made
from ..queries.measures import TELLS, basis, measured
from ..queries.relations import entities, relations
from .options import (
    DEFAULT_STORE,
    AsOfOption,
    EndpointOption,
    EngineOption,
    FormatOption,
    OutputOption,
    StoreOption,
    WithholdOption,
    engine,
)
from .output import about, emit, format_for

_NAMED = tuple(name for name in KINDS if name != "everything")  # that one is for `infact export`


def network(
    kind: Annotated[
        str, typer.Argument(metavar="NETWORK", help=f"One of {', '.join(_NAMED)}.", autocompletion=lambda: list(_NAMED))
    ] = "attorney-insider",
    between: Annotated[
        str | None,
        typer.Option(
            "--between",
            metavar="SIDE",
            help="Join those of one side (attorneys, insiders, issuers, firms) that share somebody of the other.",
        ),
    ] = None,
    cut_off: Annotated[
        int, typer.Option("--cut-off", metavar="N", min=1, help="Leave out ties of a smaller weight.")
    ] = 1,
    issuer: Annotated[
        str | None, typer.Option("--issuer", metavar="NAME", help="Only about this issuer: a name, a CIK or an IRI.")
    ] = None,
    compare: Annotated[
        tuple[int, int] | None,
        typer.Option("--compare", metavar="YEAR YEAR", min=1900, max=2999, help="What changed from year to year."),
    ] = None,
    top: Annotated[int, typer.Option("--top", metavar="N", min=0, help="Most rows to give; 0: all.")] = 20,
    as_of: AsOfOption = None,
    store: StoreOption = DEFAULT_STORE,
    endpoint: EndpointOption = None,
    engine_name: EngineOption = None,
    output: OutputOption = "-",
    format: FormatOption = None,
    withhold: WithholdOption = None,
) -> None:
    """Measure who matters in a network: ties, strength, betweenness and community of each, and what these tell.

    A network holds what is live on a day. The weight of a tie is the number of instruments (attorney-insider), insiders
    (attorney-issuer) or attorneys (firm-issuer); with --between, the number of those who are shared. `interlocks` lists
    pairs of issuers instead, and says of each whether it rests on attorneys, on insiders or on both. With --compare the
    rows are those who gained or lost ties, of a network with two sides those who act.

    Example:
    infact network attorney-issuer --between issuers
    infact network interlocks --cut-off 2
    infact network firm-issuer --compare 2008 2012
    """
    if compare and as_of:
        raise typer.BadParameter("--compare names two years, and --as-of a day: give one of them")
    if kind not in _NAMED:
        raise QueryError(f"there is no network {kind!r}", remedy=f"give one of {', '.join(_NAMED)}")
    with engine(store, endpoint, engine_name) as asked:
        stands = corpus(asked)
        day = as_of or stands.latest_date
        spans = [(f"{year}-01-01", f"{year}-12-31") for year in compare] if compare else [(day, day)]
        every, known = relations(asked), entities(asked)
        graphs = [
            made(asked, kind, within(every, start, end), issuer=issuer, between=between, at_least=cut_off, known=known)
            for start, end in spans
        ]
    facts: dict[str, object] = {
        "network": kind + (f" between {between}" if between else "") + (f" about {issuer}" if issuer else ""),
        "weight": f"shared {' '.join(side for side in KINDS[kind].sides if side != between)}" if between
        else KINDS[kind].weight,
        "cut_off": cut_off,
    }  # fmt: skip
    if compare:
        columns, rows, more = _changed(*graphs)
    elif kind == "interlocks":
        columns, rows, more = _pairs(graphs[0])
    else:
        columns, rows, more = _measured(graphs[0])
    shown = rows[:top] if top else rows
    left = len(rows) - len(shown)
    note = f"{left} more rows exist: --top 0 gives all" if left else None if rows else "not found in this corpus"
    table = Table(columns, tuple(shown), {**facts, **more, **about(stands, None if compare else day)}, note)
    emit(_for_people(table) if format_for(output, format) == "table" else table, output, format)


_Part = tuple[tuple[str, ...], list[tuple[object, ...]], dict[str, object]]


def _measured(graph: nx.Graph[str]) -> _Part:
    """Nodes that have ties, the strongest first."""
    found = measured(graph)
    rows: list[tuple[object, ...]] = [(*_who(graph, one.node), *one.cells) for one in found if one.ties]
    facts = {
        "nodes": len(rows),
        "without_ties": len(found) - len(rows),
        "edges": graph.number_of_edges(),
        **{name: f"{basis(graph)}; {told}" if name == "betweenness" else told for name, told in TELLS.items()},
    }
    return ("node", "name", "role", *TELLS), rows, facts


def _pairs(graph: nx.Graph[str]) -> _Part:
    """Pairs of issuers, those that share most first."""
    rows: list[tuple[object, ...]] = [
        (
            one, graph.nodes[one]["label"], other, graph.nodes[other]["label"], data["rests_on"],
            len(data["attorneys"]), len(data["insiders"]), data["attorney_names"], data["insider_names"],
        )
        for one, other, data in ranked(graph)
    ]  # fmt: skip
    columns = ("one", "one_name", "other", "other_name", "rests_on", "attorneys", "insiders")
    return (
        (*columns, "attorney_names", "insider_names"),
        rows,
        {
            "pairs": len(rows),
            "rest_on": rest_on(graph),
            "tells": PAIRS_TELL,
        },
    )


def _changed(before: nx.Graph[str], after: nx.Graph[str]) -> _Part:
    """Nodes that gained or lost ties, those with most first; of a network with two sides, those who act."""
    both = nx.compose(before, after)
    rows: list[tuple[object, ...]] = [
        (
            *_who(both, one.node), one.before, one.after, len(one.gained), len(one.lost),
            _names(both, one.gained), _names(both, one.lost),
        )
        for one in changes(before, after)
    ]  # fmt: skip
    facts = {
        **asdict(totals(before, after)),
        "tells": "most powers have no known end and go on, so more was lost than this shows; undated ones never change",
    }
    columns = ("node", "name", "role", "before", "after", "gained", "lost", "gained_names", "lost_names")
    return columns, rows, facts


def _who(graph: nx.Graph[str], node: str) -> tuple[object, ...]:
    return node, graph.nodes[node]["label"], graph.nodes[node]["roles"]


def _names(graph: nx.Graph[str], nodes: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(graph.nodes[node]["label"] for node in nodes))


def _for_people(table: Table) -> Table:
    """Without the columns of IRIs, which the other formats have."""
    kept = [i for i, name in enumerate(table.columns) if name not in {"node", "one", "other"}]
    rows = tuple(tuple(row[i] for i in kept) for row in table.rows)
    return Table(tuple(table.columns[i] for i in kept), rows, table.about, table.note)

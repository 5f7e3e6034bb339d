"""The relations as one flat table in a Parquet file, for DuckDB, pandas, polars and R.

One row for each (attorney, principal, issuer), with the names beside the IRIs, in the order of the relations' IRIs.
Lists (firms, forms, powers) are sorted, and hold what any of its instruments says; `live_from` and `live_until` are the
first and the last day on which one of them may be live, with gaps where none is. The file says in its key-value
metadata on which corpus it stands. DuckDB writes it on one thread, so the same graph and the same version of DuckDB
give the same bytes.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import duckdb
import numpy as np
from numpy.typing import NDArray

from ..common.errors import ExportError
from ..ingest import iris
from .engines import Engine
from .relations import entities, relations

_CODES = """
PREFIX infact: <https://w3id.org/infact/ontology#>
PREFIX graph: <https://w3id.org/infact/graph/>
SELECT ?relation ?column ?code WHERE {
  GRAPH graph:relations {
    { ?relation infact:formCovered ?code BIND ("forms" AS ?column) }
    UNION { ?relation infact:grantedPower ?code BIND ("powers" AS ?column) }
    ?relation a infact:Relation .
  }
} ORDER BY ?relation ?column ?code"""

COLUMNS: Mapping[str, str] = {
    "relation": "VARCHAR", "attorney": "VARCHAR", "attorney_name": "VARCHAR", "attorney_kind": "VARCHAR",
    "principal": "VARCHAR", "principal_name": "VARCHAR", "principal_cik": "VARCHAR",
    "issuer": "VARCHAR", "issuer_name": "VARCHAR", "issuer_cik": "VARCHAR",
    "firms": "VARCHAR[]", "firm_names": "VARCHAR[]", "forms": "VARCHAR[]", "powers": "VARCHAR[]",
    "first_date": "DATE", "last_date": "DATE", "live_from": "DATE", "live_until": "DATE", "instruments": "INTEGER",
}  # fmt: skip
_IRIS = frozenset({"attorney", "principal", "issuer"})


def parquet(engine: Engine, out: BinaryIO, about: Mapping[str, str]) -> int:
    """Write the table; `about` goes into the file's metadata. Returns the number of rows."""
    known = entities(engine)
    codes: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for relation, column, code in engine.select(_CODES):
        codes[str(relation), str(column)].append(iris.notation(str(code)))
    found = relations(engine)
    with tempfile.TemporaryDirectory() as name:
        lines, file = Path(name) / "rows.jsonl", Path(name) / "relations.parquet"
        with lines.open("w", encoding="utf-8") as rows:
            for r in found:
                names = {
                    f"{column}_{key}": known.get(iri or "", {}).get(field)
                    for column, iri in (("attorney", r.attorney), ("principal", r.principal), ("issuer", r.issuer))
                    for key, field in (("name", "label"), ("kind", "kind"), ("cik", "cik"))
                }
                row = {
                    **names, "relation": r.iri, "attorney": r.attorney, "principal": r.principal, "issuer": r.issuer,
                    "firms": r.firms, "firm_names": [known.get(firm, {}).get("label", firm) for firm in r.firms],
                    "forms": codes[r.iri, "forms"], "powers": codes[r.iri, "powers"],
                    "first_date": r.first, "last_date": r.last, "live_from": r.live_from, "live_until": r.live_until,
                    "instruments": r.instruments,
                }  # fmt: skip
                rows.write(json.dumps({column: row[column] for column in COLUMNS}) + "\n")
        with duckdb.connect(config={"threads": 1}) as database:
            fields = ", ".join(f"{_quoted(column)}: {_quoted(kind)}" for column, kind in COLUMNS.items())
            source = f"read_json({_quoted(str(lines))}, format = 'newline_delimited', columns = {{{fields}}})"
            # An empty list of metadata is no list to DuckDB.
            facts = ", ".join(f"{_quoted(key)}: {_quoted(value)}" for key, value in (about or {"by": "infact"}).items())
            database.execute(
                f"COPY (SELECT * FROM {source}) TO {_quoted(str(file))} (FORMAT parquet, KV_METADATA {{{facts}}})"  # noqa: S608
            )
        with file.open("rb") as made:
            shutil.copyfileobj(made, out)
    return len(found)


@dataclass(frozen=True, slots=True)
class Ends:
    """The ties between two columns of the table, by number: `one[i]` and `other[i]` are the ends of tie i.

    A number is the place of its IRI in `ones` or `others`, which are sorted; ties come in order, and none twice.
    """

    ones: tuple[str, ...]
    others: tuple[str, ...]
    one: NDArray[np.int64]
    other: NDArray[np.int64]


def ends(file: Path, one: str, other: str) -> Ends:
    """The ties of a written table as arrays, which `networks.shared` and `measures.partition` take.

    This is the way for networks of hundreds of thousands of ties, for which rows of SPARQL are too slow.

    Args:
        file: A Parquet file that `parquet` wrote.
        one: A column of IRIs, such as `principal`.
        other: Another, such as `attorney`.

    Raises:
        ExportError: The table has no such column of IRIs, or the file cannot be read.
    """
    if wrong := sorted({one, other} - _IRIS):
        raise ExportError(f"{wrong[0]!r} is no column of IRIs", remedy=f"choose two of {', '.join(sorted(_IRIS))}")
    try:
        with duckdb.connect(config={"threads": 1}) as database:
            database.execute(
                f"CREATE TABLE tie AS SELECT DISTINCT {one} AS one, {other} AS other FROM read_parquet(?) "  # noqa: S608 - two of _IRIS
                "WHERE one IS NOT NULL AND other IS NOT NULL",
                [str(file)],
            )
            for side in ("one", "other"):
                database.execute(
                    f"CREATE TABLE {side}s AS SELECT name, row_number() OVER (ORDER BY name) - 1 AS place "  # noqa: S608
                    f"FROM (SELECT DISTINCT {side} AS name FROM tie)"
                )
            names = [
                tuple(str(row[0]) for row in database.execute(f"SELECT name FROM {side} ORDER BY place").fetchall())  # noqa: S608
                for side in ("ones", "others")
            ]
            found = database.execute(
                "SELECT ones.place AS one, others.place AS other FROM tie JOIN ones ON tie.one = ones.name "
                "JOIN others ON tie.other = others.name ORDER BY 1, 2"
            ).fetchnumpy()
    except duckdb.Error as error:
        raise ExportError(f"the table cannot be read: {str(error).splitlines()[0]}", where=str(file)) from error
    return Ends(names[0], names[1], found["one"].astype(np.int64), found["other"].astype(np.int64))


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"

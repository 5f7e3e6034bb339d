"""The relations as one flat table in a Parquet file, for DuckDB, pandas, polars and R.

One row for each (attorney, principal, issuer), with the names beside the IRIs, in the order of the relations' IRIs.
Lists (firms, forms, powers) are sorted. The file says in its key-value metadata on which corpus it stands. DuckDB
writes it on one thread, so the same graph and the same version of DuckDB give the same bytes.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

import duckdb

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


def parquet(engine: Engine, out: BinaryIO, about: Mapping[str, str]) -> int:
    """Write the table; `about` goes into the file's metadata. Returns the number of rows."""
    known = entities(engine)
    codes: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for relation, column, code in engine.select(_CODES):
        codes[str(relation), str(column)].append(str(code).rpartition("/")[2])
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


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"

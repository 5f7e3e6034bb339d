"""Column tables, made from a store's quads: one table of ids for each property, and dictionaries of the terms.

Oxigraph writes its quads as N-Quads, piece by piece, and DuckDB takes the lines apart, so that no quad becomes a Python
object and memory is bounded. Oxigraph has made literals canonical by then, so equal values are equal terms. The tables:

- `property(name, id, number, rows, subjects, objects, first_graph, last_graph, graphs)`: the properties, the kinds of
  their terms, and the first and last of the graphs that state them, 0 standing for the default graph, and how many;
- `part(p, g, rows, subjects, objects)`: the same in each graph, for the largest few graphs of each property;
- `p1`, `p2`, ...: `s`, `o`, `g` of each property, by subject, and `quads`, the view of them all with their `p`;
- `text(id, text)` of IRIs, blank nodes and plain strings, in the order of their text;
- `literal(id, text, datatype, language, number)` of the literals that an id cannot hold, numbers times 10^18;
- `code(hash, id)`: ids by DuckDB's hash of the term as N-Quads write it.

Equal stores give equal tables.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import duckdb
import pyoxigraph

from ...common.errors import QueryError
from .terms import GAP_BITS, MIDDLE, SHIFT, Kind, base

PIECE = 96 * 2**20
# The longest line that DuckDB's reader makes room for unless it is told of a longer one.
_LINE = 2 * 2**20
# So many graphs of a property are described apart: the identities, relations and vocabulary are among them.
PARTS = 8
_XSD = "http://www.w3.org/2001/XMLSchema#"
_CONTROLS = [*range(0x20), 0x7F]

# A line is `subject property object [graph] .`; only objects hold spaces or quotes, and what ends one has no space.
_LINES = """
SELECT s, p, CASE WHEN length(last) + 3 < length(rest) AND NOT contains(last, '"') THEN rest[:-length(last) - 4]
                  ELSE rest[:-3] END AS o,
       CASE WHEN length(last) + 3 < length(rest) AND NOT contains(last, '"') THEN last END AS g
FROM (SELECT split_part(line, ' ', 1) AS s, split_part(line, ' ', 2) AS p, split_part(line, ' ', -2) AS last,
             line[length(s) + length(p) + 3:] AS rest
      FROM read_csv($path, columns = {{'line': 'VARCHAR'}}, delim = '\\x01', quote = '', escape = '', header = false,
                    auto_detect = false, max_line_size = {longest}))"""


def _unescaped(text: str) -> str:
    """SQL for the text of a literal as N-Quads (section 3.2, ECHAR and UCHAR) writes it."""
    part = "part"
    for escape, character in (("n", 10), ("r", 13), ("t", 9), ("b", 8), ("f", 12)):
        part = f"replace({part}, '\\{escape}', chr({character}))"
    part = f"replace({part}, '\\\"', '\"')"
    plain = part
    for code in _CONTROLS:
        part = f"replace({part}, '\\u{code:04X}', chr({code}))"
    part = f"CASE WHEN contains(part, '\\u') THEN {part} ELSE {plain} END"
    # A pair of backslashes stands for one, so what is between pairs can be read by itself.
    whole = f"array_to_string(list_transform(string_split({text}, '\\\\'), lambda part: {part}), '\\')"
    return f"CASE WHEN contains({text}, '\\') THEN {whole} ELSE {text} END"


# Kind, text, datatype, language and what the id holds, of each term; `tail` is what follows the closing quote.
_READ = f"""
CREATE TEMP TABLE read AS
SELECT hash, CASE
    WHEN starts_with(term, '_:') THEN {Kind.BLANK}
    WHEN starts_with(term, '<') THEN {Kind.IRI}
    WHEN tail = '' THEN {Kind.STRING}
    WHEN starts_with(tail, '@') THEN {Kind.LANGUAGE}
    WHEN datatype = '{_XSD}integer' AND abs(TRY_CAST(body AS HUGEINT)) < {MIDDLE} THEN {Kind.INTEGER}
    WHEN datatype = '{_XSD}date' AND CAST(TRY_CAST(body AS DATE) AS VARCHAR) = body THEN {Kind.DATE}
    WHEN datatype = '{_XSD}boolean' AND body IN ('true', 'false') THEN {Kind.BOOLEAN}
    WHEN datatype = '{_XSD}decimal' AND number IS NOT NULL THEN {Kind.DECIMAL}
    ELSE {Kind.OTHER} END AS kind,
  CASE WHEN starts_with(term, '_:') THEN term[3:] WHEN starts_with(term, '<') THEN term[2:-2]
       ELSE {_unescaped("body")} END AS text,
  datatype, CASE WHEN starts_with(tail, '@') THEN tail[2:] END AS language, number
FROM (
  SELECT *, CASE WHEN starts_with(tail, '^^') THEN tail[4:-2] END AS datatype,
         CASE WHEN starts_with(tail, '^^') THEN
           TRY_CAST(replace(CAST(TRY_CAST(body AS DECIMAL(38, 18)) AS VARCHAR), '.', '') AS HUGEINT) END AS number
  FROM (
    SELECT hash, term, CASE WHEN starts_with(term, '"') THEN term[length(term) - strpos(reverse(term), '"') + 2:] END
                       AS tail,
           CASE WHEN starts_with(term, '"') THEN term[2:length(term) - strpos(reverse(term), '"')] END AS body
    FROM (SELECT DISTINCT hash, term FROM term)))"""
_ID = f"(CAST(kind AS BIGINT) << {SHIFT}) + (row_number() OVER (PARTITION BY kind ORDER BY {{}}) << {GAP_BITS})"
_DICTIONARIES = f"""
CREATE TEMP TABLE worded AS SELECT hash, {_ID.format("text")} AS id, text FROM read
    WHERE kind IN ({Kind.BLANK}, {Kind.IRI}, {Kind.STRING});
CREATE TEMP TABLE other AS
    SELECT hash, {_ID.format("number, text, datatype, language")} AS id, text, datatype, language,
           CASE WHEN kind = {Kind.DECIMAL} THEN number END AS number
    FROM read WHERE kind IN ({Kind.DECIMAL}, {Kind.LANGUAGE}, {Kind.OTHER});
CREATE TABLE text AS SELECT id, text FROM worded ORDER BY id;
CREATE TABLE literal AS SELECT id, text, datatype, language, number FROM other ORDER BY id;
CREATE TABLE code AS SELECT hash, id FROM worded UNION ALL SELECT hash, id FROM other ORDER BY hash;
CREATE TEMP TABLE coded AS SELECT hash, id FROM code
    UNION ALL SELECT hash, {base(Kind.INTEGER)} + CAST(text AS BIGINT) FROM read WHERE kind = {Kind.INTEGER}
    UNION ALL SELECT hash, {base(Kind.DATE)} + (CAST(text AS DATE) - DATE '1970-01-01') FROM read
        WHERE kind = {Kind.DATE}
    UNION ALL SELECT hash, {base(Kind.BOOLEAN)} + CAST(text = 'true' AS BIGINT) FROM read WHERE kind = {Kind.BOOLEAN};
CREATE TEMP TABLE numbered AS
    SELECT p.id AS p, s.id AS s, o.id AS o, coalesce(g.id, 0) AS g
    FROM quad JOIN coded p ON p.hash = quad.p JOIN coded s ON s.hash = quad.s JOIN coded o ON o.hash = quad.o
    LEFT JOIN coded g ON g.hash = quad.g ORDER BY p, s, o, g;
CREATE TABLE property AS
    SELECT text.text AS name, p AS id, row_number() OVER (ORDER BY p) AS number, count(*) AS rows,
           list_sort(list(DISTINCT s >> {SHIFT})) AS subjects, list_sort(list(DISTINCT o >> {SHIFT})) AS objects,
           min(g) AS first_graph, max(g) AS last_graph, count(DISTINCT g) AS graphs
    FROM numbered JOIN text ON text.id = p GROUP BY p, text.text ORDER BY p;
CREATE TABLE part AS
    SELECT p, g, count(*) AS rows, list_sort(list(DISTINCT s >> {SHIFT})) AS subjects,
           list_sort(list(DISTINCT o >> {SHIFT})) AS objects
    FROM numbered GROUP BY p, g QUALIFY row_number() OVER (PARTITION BY p ORDER BY count(*) DESC, g) <= {PARTS}
    ORDER BY p, g"""


def load(store: pyoxigraph.Store, database: duckdb.DuckDBPyConnection, loaded: Callable[[int], None]) -> None:
    """Make the tables.

    Args:
        store: What to read.
        database: An empty database, to which the tables are added.
        loaded: Told how many quads have been read, from time to time.

    Raises:
        QueryError: Two terms have one hash, which happens once in millions of stores.
    """
    database.execute("CREATE TEMP TABLE quad (s UBIGINT, p UBIGINT, o UBIGINT, g UBIGINT)")
    database.execute("CREATE TEMP TABLE term (hash UBIGINT, term VARCHAR)")
    with tempfile.TemporaryDirectory() as folder:
        pieces = _Pieces(database, Path(folder) / "piece.nq", loaded)
        store.dump(pieces, format=pyoxigraph.RdfFormat.N_QUADS)  # type: ignore[arg-type]
        pieces.end()
    database.execute(_READ)
    ((terms, hashes),) = database.execute("SELECT count(*), count(DISTINCT hash) FROM read").fetchall()
    if terms != hashes:
        raise QueryError("two terms of this graph have one hash", remedy="ask the default engine")
    for statement in _DICTIONARIES.split(";"):
        database.execute(statement)
    quads = ["SELECT CAST(0 AS BIGINT) AS p, p AS s, p AS o, p AS g WHERE FALSE"]
    for number, identifier in database.execute("SELECT number, id FROM property ORDER BY number").fetchall():
        database.execute(
            f"CREATE TABLE p{number} AS SELECT s, o, g FROM numbered WHERE p = {identifier} ORDER BY s, o, g"
        )
        quads.append(f"SELECT CAST({identifier} AS BIGINT) AS p, s, o, g FROM p{number}")
    database.execute(f"CREATE VIEW quads AS {' UNION ALL '.join(quads)}")
    for name in ("quad", "term", "read", "worded", "other", "coded", "numbered"):
        database.execute(f"DROP TABLE {name}")


class _Pieces:
    """A file to write to, whose lines go to the database in pieces."""

    def __init__(self, database: duckdb.DuckDBPyConnection, path: Path, loaded: Callable[[int], None]) -> None:
        self._database, self._path, self._loaded = database, path, loaded
        self._held: list[bytes] = []
        self._size = self._count = 0

    def write(self, data: bytes) -> int:
        self._held.append(bytes(data))
        self._size += len(data)
        if self._size >= PIECE:
            head, end, tail = b"".join(self._held).rpartition(b"\n")
            self._held, self._size = [tail], len(tail)
            self._take(head + end)
        return len(data)

    def flush(self) -> None:
        """Nothing waits elsewhere."""

    def end(self) -> None:
        """Take what is left."""
        self._take(b"".join(self._held))
        self._held, self._size = [], 0

    def _take(self, lines: bytes) -> None:
        if not lines:
            return
        self._path.write_bytes(lines)
        database = self._database
        longest = max(_LINE, *map(len, lines.split(b"\n")))
        database.execute(f"CREATE TEMP TABLE line AS {_LINES.format(longest=longest + 1)}", {"path": str(self._path)})
        database.execute("INSERT INTO quad SELECT hash(s), hash(p), hash(o), hash(g) FROM line")
        some = " UNION ALL ".join(f"SELECT DISTINCT {column} AS term FROM line" for column in "spog")
        database.execute(f"INSERT INTO term SELECT DISTINCT hash(term), term FROM ({some}) WHERE term IS NOT NULL")
        self._count += lines.count(b"\n")
        database.execute("DROP TABLE line")
        self._loaded(self._count)

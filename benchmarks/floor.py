"""The floor of the questions: DuckDB over the same statements as flat tables, one question one SQL query.

`Floor` reads a generated graph's N-Quads into tables, which is no part of a question's time, as loading is no part of
an engine's. `rows` answers a question of `SQL` with the parameters' defaults. `near-identical-instruments` has no
floor: most of it is comparing wordings, which is Python's on every engine.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb

_I, _G = "https://w3id.org/infact/ontology#", "https://w3id.org/infact/graph/"
_OA, _ORG, _PROV = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/org#", "http://www.w3.org/ns/prov#"

# Table -> its columns and the properties that fill them; a node is in the table that has the first of them.
_NODES: dict[str, dict[str, str]] = {
    "relation": {
        "attorney": "relationAttorney", "principal": "relationPrincipal", "issuer": "relationIssuer",
        "firm": "relationFirm", "first": "firstDate", "last": "lastDate", "since": "liveFrom",
    },
    "piece": {
        "relation": "inRelation", "instrument": "grantedBy", "since": "liveFrom", "until": "liveUntil",
        "sure": "certainFrom", "still": "certainUntil",
    },
    "instrument": {
        "kind": "instrumentKind", "executed": "executedOn", "earliest": "executedEarliest",
        "latest": "executedLatest",
    },
    "verdict": {
        "concept": "verdict", "reason": "verdictReason", "filing": "auditedFiling", "line": "auditedSignature",
        "owner": "auditedOwner", "signer": "auditedSigner", "signed": "auditedOn", "ended": "liveUntil",
    },
    "filing": {"accession": "accessionNumber", "form": "formType", "issuer": "issuer"},
    "canonical": {"late": "daysLate", "description": "preferredDescription"},
    "appointment": {"instrument": "conferredBy", "attorney": "attorneyInFact", "principal": "principal"},
    "mention": {"printed": "printedName", "party": "partyType", "cik": "cik"},
    "membership": {"member": f"{_ORG}member", "organization": f"{_ORG}organization"},
    "evidence": {"mention": "supports", "field": "field", "confidence": "confidence", "source": f"{_OA}hasSource"},
    "words": {"quote": f"{_OA}exact"},
    "place": {"start": f"{_OA}start", "end": f"{_OA}end"},
    "document": {"file": "fileName"},
}  # fmt: skip
_PAIRS = {
    "based": "basedOn", "granted": "grantedPower", "clause": "clause", "covered": "formCovered", "grantor": "grantor",
    "authority": "authority", "decided": "decidedBy", "refers": "refersTo", "signs": "signsFor", "signs_as": "signer",
    "selector": f"{_OA}hasSelector", "derived": f"{_PROV}wasDerivedFrom",
    "kind": "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
}  # fmt: skip
_TYPES = {
    **dict.fromkeys(
        ("first", "last", "since", "until", "sure", "still", "executed", "earliest", "latest", "signed", "ended"),
        "DATE",
    ),
    **dict.fromkeys(("late", "start", "end"), "INTEGER"),
    "confidence": "DOUBLE",
}

_LIVE = "(p.since IS NULL OR p.since <= $day) AND (p.until IS NULL OR p.until >= $day)"
# What is live, or open, of the relations r that day, each relation and state by itself.
_STATES = f"""states AS (
          SELECT r.key, CASE WHEN coalesce(sure, p.since) <= $day AND (still IS NULL OR still >= $day) THEN 'live'
                        ELSE 'open' END AS state, list(instrument) AS powers, count(*) AS instruments,
                 CASE WHEN count(*) = count(p.since) THEN min(p.since) END AS since,
                 CASE WHEN count(*) = count(p.until) THEN max(p.until) END AS until
          FROM r JOIN piece p ON p.relation = r.key WHERE {_LIVE} GROUP BY ALL)"""
_NOTATION = "split_part({}, '/', -1)"
_LIST = "string_agg(DISTINCT {0}, ' | ' ORDER BY {0})"


def _concepts(table: str) -> str:
    """The notations of the concepts of some instruments as one cell."""
    return f"(SELECT {_LIST.format(_NOTATION.format('value'))} FROM {table} c WHERE list_contains(powers, c.key))"


def _signals(
    concepts: str, columns: str, joins: str = "", decided: bool = True, order: str = "signed, accession, v.key"
) -> str:
    """The questions that list verdicts of some concepts, with the filing around each."""
    return f"""
        SELECT {columns} FROM verdict v {"JOIN decided d ON d.key = v.key" if decided else ""}
        LEFT JOIN filing f ON f.key = v.filing LEFT JOIN signs_as s ON s.key = v.line
        LEFT JOIN mention m ON m.key = s.value LEFT JOIN refers i ON i.key = f.issuer
        LEFT JOIN label il ON il.key = i.value LEFT JOIN label o ON o.key = v.owner {joins}
        WHERE {_NOTATION.format("concept")} IN ({concepts}) AND (signed IS NULL OR signed <= $day)
        ORDER BY {order}{", d.value" if decided else ""} LIMIT 200"""


_HEAD = f"accession, {_NOTATION.format('form')}, il.name, o.name, m.printed, signed"
_NAMED = f"""LEFT JOIN LATERAL (SELECT {_LIST.format("n.printed")} AS attorneys FROM appointment a
             JOIN mention n ON n.key = a.attorney WHERE a.instrument = d.value) ON true"""

_BEGUN = "part AS (SELECT * FROM relation WHERE issuer IS NOT NULL AND (since IS NULL OR since <= $day))"

SQL: dict[str, str] = {
    "around-edgar-next": """
        WITH o AS (SELECT DISTINCT instrument AS key FROM appointment a JOIN mention m ON m.key = a.attorney
                   WHERE party LIKE '%/organization'),
        c AS (SELECT DISTINCT key FROM granted WHERE value LIKE '%/obtain-edgar-codes')
        SELECT year(earliest) || '-Q' || quarter(earliest) AS quarter, count(*) AS n, round(count(c.key) / n, 3),
               round(count(o.key) / n, 3) FROM instrument i LEFT JOIN o USING (key) LEFT JOIN c USING (key)
        WHERE earliest BETWEEN '2024-01-01' AND '2026-12-31' GROUP BY quarter ORDER BY quarter LIMIT 200""",
    "attorney-concentration": """
        WITH one AS (SELECT DISTINCT issuer, year(earliest) AS year, attorney, principal FROM relation r
                     JOIN based b ON b.key = r.key JOIN instrument i ON i.key = b.value WHERE issuer IS NOT NULL),
        each AS (SELECT issuer, year, attorney, count(*) AS n FROM one GROUP BY ALL),
        part AS (SELECT issuer, year, count(DISTINCT principal) AS principals FROM one GROUP BY ALL)
        SELECT issuer, name, year, round(sum(n * n) / pow(sum(n), 2), 4), count(*), any_value(principals)
        FROM each JOIN part USING (issuer, year) LEFT JOIN label ON label.key = issuer WHERE principals >= 2
        GROUP BY issuer, name, year ORDER BY name, issuer, year LIMIT 200""",
    "attorneys-by-insiders": """
        SELECT attorney, name, count(DISTINCT principal) AS insiders, count(DISTINCT issuer) AS issuers, min(first),
               max(last) FROM relation LEFT JOIN label ON label.key = attorney GROUP BY attorney, name
        HAVING insiders >= 2 AND issuers >= 1 ORDER BY insiders DESC, issuers DESC, name, attorney LIMIT 50""",
    "attorneys-who-moved": """
        WITH spell AS (
          SELECT 'issuer' AS kind, attorney, issuer AS place, min(first) AS first, max(last) AS last FROM relation
          WHERE issuer IS NOT NULL GROUP BY ALL
          UNION ALL SELECT 'firm', r.value, f.value, min(earliest), max(latest) FROM membership m
          JOIN refers r ON r.key = member JOIN refers f ON f.key = organization JOIN appointment a ON attorney = member
          JOIN instrument i ON i.key = instrument WHERE earliest IS NOT NULL GROUP BY ALL),
        one AS (SELECT *, row_number() OVER (PARTITION BY kind, attorney ORDER BY first, last, place) AS n FROM spell),
        next AS (SELECT *, max(last) OVER before AS ended, arg_max(place, (last, n)) OVER before AS there FROM one
                 WINDOW before AS (PARTITION BY kind, attorney ORDER BY n ROWS BETWEEN UNBOUNDED PRECEDING
                                   AND 1 PRECEDING))
        SELECT attorney, a.name, kind, t.name, h.name, ended, first, date_diff('day', ended, first) FROM next
        LEFT JOIN label a ON a.key = attorney LEFT JOIN label t ON t.key = there LEFT JOIN label h ON h.key = place
        WHERE ended < first ORDER BY a.name, attorney, kind, first, h.name LIMIT 200""",
    "executed-after-signature": _signals(
        "'not-yet-effective'",
        f"d.value, earliest, {_HEAD}, date_diff('day', signed, earliest) AS days, v.key",
        "JOIN instrument x ON x.key = d.value AND earliest > signed",
        order="days DESC, accession, v.key",
    ),
    "firms-that-bridge": f"""
        WITH {_BEGUN},
        law AS (SELECT k.key AS firm, name FROM kind k JOIN label l USING (key) WHERE value = '{_I}LawFirm'),
        own AS (SELECT DISTINCT firm, attorney, issuer FROM (SELECT firm, attorney, issuer FROM part UNION ALL
                SELECT attorney, attorney, issuer FROM part) JOIN law USING (firm)),
        serves AS (SELECT DISTINCT firm, issuer FROM own), team AS (SELECT DISTINCT firm, attorney FROM own),
        people AS (SELECT DISTINCT issuer, who FROM (SELECT issuer, principal AS who FROM part UNION ALL
                   SELECT issuer, attorney FROM part) WHERE who IS NOT NULL),
        ties AS (SELECT DISTINCT s.firm, p.issuer AS one, q.issuer AS other FROM people p JOIN people q
                 ON q.who = p.who AND q.issuer > p.issuer JOIN serves s ON s.issuer = p.issuer
                 JOIN serves t ON t.firm = s.firm AND t.issuer = q.issuer LEFT JOIN team ON team.firm = s.firm
                 AND team.attorney = p.who WHERE p.who <> s.firm AND team.firm IS NULL),
        tied AS (SELECT firm, count(*) AS n FROM ties GROUP BY ALL),
        counts AS (SELECT firm, count(*) AS issuers FROM serves GROUP BY ALL),
        staff AS (SELECT firm, count(*) AS attorneys FROM team GROUP BY ALL)
        SELECT firm, name, (issuers * (issuers - 1)) // 2 - coalesce(n, 0) AS pairs, issuers, attorneys FROM counts
        JOIN staff USING (firm) JOIN law USING (firm) LEFT JOIN tied USING (firm) WHERE pairs >= 1
        ORDER BY pairs DESC, issuers DESC, name, firm LIMIT 50""",
    "insiders-at-several-issuers": f"""
        WITH {_BEGUN},
        many AS (SELECT principal, count(DISTINCT issuer) AS n, {_LIST.format("name")} AS issuers FROM part
                 JOIN label ON label.key = issuer GROUP BY principal HAVING n >= 2),
        both_at AS (SELECT principal, attorney FROM part GROUP BY ALL HAVING count(DISTINCT issuer) > 1),
        shared AS (SELECT principal, count(*) AS n, string_agg(name, ' | ' ORDER BY name) AS attorneys FROM both_at
                   JOIN label ON label.key = attorney GROUP BY principal)
        SELECT m.principal, name, m.n, issuers, coalesce(s.n, 0), attorneys FROM many m LEFT JOIN shared s
        USING (principal) LEFT JOIN label ON label.key = m.principal ORDER BY m.n DESC, name, m.principal LIMIT 200""",
    "issuers-sharing-attorneys": f"""
        WITH {_BEGUN}, serves AS (SELECT DISTINCT attorney, issuer FROM part),
        few AS (SELECT attorney FROM serves GROUP BY ALL HAVING count(*) <= 100),
        pair AS (SELECT a.issuer AS one, b.issuer AS other, attorney FROM serves a JOIN serves b USING (attorney)
                 JOIN few USING (attorney) WHERE a.issuer < b.issuer),
        board AS (SELECT DISTINCT principal, issuer FROM part),
        same AS (SELECT DISTINCT a.issuer AS one, b.issuer AS other FROM board a JOIN board b USING (principal)
                 WHERE a.issuer < b.issuer),
        lone AS (SELECT * FROM pair ANTI JOIN same USING (one, other)),
        shown AS (SELECT one, other, {_LIST.format("name")} AS firms FROM lone JOIN part p ON p.attorney = lone.attorney
                  AND p.issuer IN (one, other) JOIN label ON label.key = firm GROUP BY one, other),
        named AS (SELECT one, other, count(*) AS n, {_LIST.format("name")} AS attorneys FROM lone
                  JOIN label ON label.key = attorney GROUP BY one, other)
        SELECT one, o.name, other, t.name, n, attorneys, firms FROM named LEFT JOIN shown USING (one, other)
        LEFT JOIN label o ON o.key = one LEFT JOIN label t ON t.key = other
        ORDER BY n DESC, o.name, t.name, one, other LIMIT 200""",
    "joint-authority-one-signature": _signals(
        "'joint-authority-unmet'", f"{_HEAD}, attorneys, reason, d.value, v.key", _NAMED
    ),
    "lag-to-first-use": f"""
        WITH used AS (SELECT d.value AS key, min(signed) AS used, count(DISTINCT filing) AS filings FROM verdict v
                      JOIN decided d ON d.key = v.key WHERE {_NOTATION.format("concept")} LIKE 'covered%' GROUP BY ALL),
        names AS (SELECT g.key, {_LIST.format("printed")} AS principals FROM grantor g
                  JOIN mention m ON m.key = g.value GROUP BY ALL)
        SELECT u.key, principals, executed, used, date_diff('day', executed, used) AS days, filings FROM used u
        JOIN instrument i ON i.key = u.key AND executed IS NOT NULL LEFT JOIN names n ON n.key = u.key
        ORDER BY days DESC, executed, u.key LIMIT 200""",
    "late-forms": f"""
        WITH one AS (
          SELECT 'issuer' AS kind, r.value AS party, c.key, late FROM canonical c JOIN filing f ON f.key = c.description
          JOIN refers r ON r.key = f.issuer
          UNION SELECT 'attorney', signer, c.key, late FROM canonical c JOIN verdict v ON v.filing = c.description
          WHERE signer IS NOT NULL
          AND {_NOTATION.format("concept")} NOT IN ('self-signed', 'entity-officer', 'unclear'))
        SELECT kind, party, name, count(*) AS forms, count(*) FILTER (late > 0) AS n,
               round(n / forms, 3), max(late) AS most, max_by(one.key, (late, one.key))
        FROM one LEFT JOIN label ON label.key = party GROUP BY kind, party, name HAVING n >= 1
        ORDER BY kind, n DESC, most DESC, name, party LIMIT 200""",
    "may-sign-for": f"""
        WITH r AS (SELECT * FROM relation WHERE attorney = $attorney), {_STATES}
        SELECT principal, p.name, i.name, s.since, until, state, {_concepts("authority")}, {_concepts("covered")},
               instruments, r.key, $day::DATE FROM states s JOIN r USING (key) LEFT JOIN label p ON p.key = principal
        LEFT JOIN label i ON i.key = issuer ORDER BY p.name, i.name, s.since NULLS FIRST, r.key, state""",
    "one-live-attorney": f"""
        WITH one AS (SELECT principal FROM piece p JOIN relation r ON r.key = p.relation WHERE {_LIVE}
                     GROUP BY ALL HAVING count(DISTINCT attorney) = 1),
        r AS (SELECT relation.* FROM relation JOIN one USING (principal)), {_STATES}
        SELECT principal, p.name, i.name, attorney, a.name, s.since, until, state, r.key, $day::DATE FROM states s
        JOIN r USING (key) LEFT JOIN label p ON p.key = principal LEFT JOIN label i ON i.key = issuer
        LEFT JOIN label a ON a.key = attorney ORDER BY p.name, i.name, r.key, state LIMIT 200""",
    "principals-who-are-attorneys": f"""
        WITH f AS (SELECT key, count(DISTINCT value) AS n FROM signs GROUP BY ALL),
        b AS (SELECT value AS key, count(DISTINCT key) AS n FROM signs GROUP BY ALL),
        m AS (SELECT s.key, count(*) AS n, {_LIST.format("name")} AS names FROM signs s
              JOIN signs t ON t.key = s.value AND t.value = s.key JOIN label ON label.key = s.value GROUP BY s.key)
        SELECT f.key, name, f.n, b.n, coalesce(m.n, 0), names FROM f JOIN b USING (key) LEFT JOIN m USING (key)
        LEFT JOIN label l ON l.key = f.key ORDER BY 5 DESC, 3 DESC, name, f.key LIMIT 200""",
    "regrants-after-a-move": f"""
        WITH power AS (SELECT p.value AS principal, r.value AS attorney, instrument, earliest AS day, latest,
                       list(DISTINCT f.value) AS firms, {_LIST.format("name")} AS names
                       FROM membership m JOIN refers r ON r.key = member JOIN refers f ON f.key = organization
                       JOIN label ON label.key = f.value JOIN appointment a ON a.attorney = member
                       JOIN refers p ON p.key = a.principal JOIN instrument i ON i.key = instrument
                       WHERE earliest IS NOT NULL GROUP BY ALL),
        two AS (SELECT *, lag(instrument) OVER w AS old, lag(latest) OVER w AS before, lag(firms) OVER w AS there,
                lag(names) OVER w AS was FROM power
                WINDOW w AS (PARTITION BY principal, attorney ORDER BY day, instrument))
        SELECT principal, p.name, attorney, a.name, was, names, old, before, instrument, day,
               date_diff('day', before, day) FROM two LEFT JOIN label p ON p.key = principal
        LEFT JOIN label a ON a.key = attorney WHERE before < day AND NOT list_has_any(firms, there)
        ORDER BY day, p.name, a.name, instrument, principal LIMIT 200""",
    "same-day-grants": f"""
        WITH one AS (SELECT DISTINCT issuer, executed, principal, attorney FROM relation r JOIN based b ON b.key = r.key
                     JOIN instrument i ON i.key = b.value WHERE issuer IS NOT NULL AND executed IS NOT NULL),
        part AS (SELECT issuer, executed, count(DISTINCT principal) AS n FROM one GROUP BY ALL HAVING n >= 3)
        SELECT issuer, l.name, executed, n, {_LIST.format("p.name")}, {_LIST.format("a.name")} FROM part
        JOIN one USING (issuer, executed) JOIN label p ON p.key = principal JOIN label a ON a.key = attorney
        LEFT JOIN label l ON l.key = issuer GROUP BY ALL ORDER BY n DESC, executed, l.name, issuer LIMIT 200""",
    "signed-after-the-end": _signals(
        "'expired', 'revoked', 'superseded'",
        f"{_HEAD}, ended, {_NOTATION.format('concept')}, reason, d.value, v.key",
    ),
    "signed-without-earlier-power": _signals(
        "'no-power-in-corpus', 'not-yet-effective'",
        f"{_HEAD}, {_NOTATION.format('concept')}, reason, v.key",
        decided=False,
    ),
    "signers-not-named": _signals("'not-named'", f"{_HEAD}, attorneys, reason, d.value, v.key", _NAMED),
    "standard-clauses": f"""
        WITH one AS (SELECT DISTINCT issuer, b.value AS instrument FROM relation r JOIN based b ON b.key = r.key
                     WHERE issuer IS NOT NULL),
        every AS (SELECT issuer, count(*) AS every FROM one GROUP BY ALL)
        SELECT issuer, name, {_NOTATION.format("c.value")} AS clause, count(*) AS n, every, round(n / every, 3)
        FROM one JOIN clause c ON c.key = instrument JOIN every USING (issuer) LEFT JOIN label ON label.key = issuer
        GROUP BY issuer, name, c.value, every ORDER BY n DESC, name, issuer, clause LIMIT 200""",
    "supporting-sentence": """
        SELECT DISTINCT field, quote, NULL, file,
               'https://www.sec.gov/Archives/edgar/data/' || ltrim(n.cik, '0') || '/' || replace(accession, '-', '')
               || '/' || accession || '-index.htm', confidence, start, "end", e.key
        FROM refers r JOIN evidence e ON e.mention = r.key JOIN selector s ON s.key = e.key
        JOIN words w ON w.key = s.value JOIN selector t ON t.key = e.key JOIN place p ON p.key = t.value
        JOIN derived d ON d.key = e.source JOIN document o ON o.key = d.value LEFT JOIN (derived g
        JOIN filing f ON f.key = g.key JOIN mention n ON n.key = f.issuer) ON g.value = o.key
        WHERE r.value = $attorney ORDER BY file, start, "end", field, e.key LIMIT 200""",
    "unusually-broad-powers": f"""
        WITH one AS (SELECT g.key, {_NOTATION.format("value")} AS power FROM granted g JOIN instrument i USING (key)
                     WHERE value NOT LIKE '%/execute-forms' AND value NOT LIKE '%/file-forms'),
        share AS (SELECT power, round(100 * count(*) / (SELECT count(*) FROM instrument))::INTEGER AS percent FROM one
                  GROUP BY ALL),
        rare AS (SELECT key, min(percent) AS rarest FROM one JOIN share USING (power) GROUP BY ALL HAVING rarest <= 25),
        names AS (SELECT g.key, {_LIST.format("printed")} AS principals FROM grantor g
                  JOIN mention m ON m.key = g.value GROUP BY ALL)
        SELECT key, any_value(principals), any_value(earliest) AS earliest,
               string_agg(power || ' ' || percent || '%', ' | ' ORDER BY power || ' ' || percent || '%'), rarest
        FROM rare JOIN one USING (key) JOIN share USING (power) JOIN instrument USING (key) LEFT JOIN names USING (key)
        GROUP BY key, rarest ORDER BY rarest, earliest NULLS FIRST, key LIMIT 200""",
    "who-may-sign": f"""
        WITH r AS (SELECT * FROM relation WHERE principal = $person), {_STATES}
        SELECT attorney, a.name, f.name, i.name, s.since, until, state, {_concepts("authority")},
               {_concepts("covered")}, {_concepts("granted")}, instruments, r.key, $day::DATE FROM states s
        JOIN r USING (key) LEFT JOIN label a ON a.key = attorney LEFT JOIN label f ON f.key = firm
        LEFT JOIN label i ON i.key = issuer ORDER BY a.name, i.name, s.since NULLS FIRST, r.key, state""",
    "who-signs": f"""
        WITH one AS (SELECT r.value AS issuer, year(signed) AS year, signer, {_NOTATION.format("concept")}
                     IN ('self-signed', 'entity-officer') AS own, {_NOTATION.format("concept")} = 'unclear' AS open,
                     count(*) AS n FROM verdict v
                     JOIN filing f ON f.key = v.filing JOIN refers r ON r.key = f.issuer
                     WHERE signer IS NOT NULL AND signed IS NOT NULL GROUP BY ALL),
        house AS (SELECT DISTINCT attorney AS signer, firm AS issuer, true AS house FROM relation
                  WHERE firm IS NOT NULL),
        place AS (SELECT attorney AS signer, unnest([firm, attorney]) AS office FROM relation),
        role AS (SELECT signer, bool_or(value = '{_I}LawFirm') AS lawyer, true AS agent FROM place
                 JOIN kind ON kind.key = office WHERE value IN ('{_I}LawFirm', '{_I}Organization') GROUP BY ALL),
        each AS (SELECT *, CASE WHEN open THEN 6 WHEN own THEN 1 WHEN house THEN 2 WHEN lawyer THEN 3
                            WHEN agent THEN 4 ELSE 5 END AS who
                 FROM one LEFT JOIN house USING (signer, issuer) LEFT JOIN role USING (signer))
        SELECT issuer, name, year, sum(n)::INTEGER AS signed,
               {", ".join(f"round(coalesce(sum(n) FILTER (who = {k}), 0) / sum(n), 3)" for k in range(1, 7))}
        FROM each LEFT JOIN label ON label.key = issuer GROUP BY issuer, name, year ORDER BY name, issuer, year
        LIMIT 200""",
}  # fmt: skip


class Floor:
    """The tables of a graph, in a DuckDB file, asked on two threads."""

    def __init__(self, quads: str, database: Path, day: str, **given: str) -> None:
        self._db = duckdb.connect(str(database), config={"threads": 2})
        self._given = {"day": day, **given}
        run = self._db.execute
        term = "CASE WHEN o LIKE '<%' THEN trim(o, '<>') ELSE regexp_extract(o, '^\"(.*)\"', 1) END"
        run(
            "CREATE TABLE quad AS WITH cut AS (SELECT split_part(l, ' ', 1) AS s, split_part(l, ' ', 2) AS p,"
            " regexp_extract(l, '^[^ ]+ [^ ]+ (.*) <[^ ]+> [.]$', 1) AS o, split_part(l, ' ', -2) AS g"
            f" FROM read_csv('{quads}', columns = {{'l': 'VARCHAR'}}, delim = '\\t', quote = '', escape = '',"
            " header = false)) SELECT trim(s, '<>') AS s, replace(trim(p, '<>'),"
            f" '{_I}', '') AS p, {term} AS o, trim(g, '<>') AS g FROM cut"
        )
        for table, columns in _NODES.items():
            picked = ", ".join(
                f"any_value(o) FILTER (p = '{prop}')::{_TYPES.get(name, 'VARCHAR')} AS {name}"
                for name, prop in columns.items()
            )
            names = ", ".join(f"'{prop}'" for prop in columns.values())
            run(
                f"CREATE TABLE {table} AS SELECT s AS key, {picked} FROM quad WHERE p IN ({names}) GROUP BY s"
                f" HAVING count(*) FILTER (p = '{next(iter(columns.values()))}') > 0 ORDER BY s"
            )
        for table, prop in _PAIRS.items():
            run(f"CREATE TABLE {table} AS SELECT s AS key, o AS value FROM quad WHERE p = '{prop}' ORDER BY s")
        run(
            "CREATE TABLE label AS SELECT s AS key, o AS name FROM quad"
            f" WHERE g = '{_G}identity' AND p = 'http://www.w3.org/2000/01/rdf-schema#label' ORDER BY s"
        )
        run("DROP TABLE quad")

    def rows(self, name: str) -> list[tuple[Any, ...]]:
        """The rows of a question of `SQL`."""
        text = SQL[name]
        return self._db.execute(text, {k: v for k, v in self._given.items() if f"${k}" in text}).fetchall()

    def close(self) -> None:
        """Let go of the tables."""
        self._db.close()

"""The relations as FollowTheMoney entities, one JSON object a line, for Aleph, OpenSanctions tools and their kin.

A relation is a `Representation`: the attorney is its agent, the insider its client, its dates the first and the last
day on which one of its powers may be live. That an insider grants powers about an issuer's shares, and that an attorney
is shown with a firm, are `UnknownLink`s with their role said in words: the documents do not say that the one is a
director or the other an employee, so neither does the file. The schema: https://followthemoney.tech.

Ids are the graph's own IRIs without their common beginning, as `infact-person-cik-0000000901`, so that two exports of a
growing corpus can be joined. A link's id holds its role, for two parties may have links in more than one. Entities are
made, and thereby checked, by the package `followthemoney` (`pip install 'infact[ftm]'`).
"""

from __future__ import annotations

import importlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from ..common.errors import ExportError
from .engines import Engine
from .relations import Relation, entities, relations

_ID = "https://w3id.org/infact/id/"
_SCHEMATA = {"person": "Person", "organization": "Organization", "law-firm": "Organization"}


def write(engine: Engine, out: BinaryIO, publisher_note: str = "") -> int:
    """Write every party and relation; returns the number of entities.

    Args:
        engine: What holds the relations.
        out: Where the lines go.
        publisher_note: A sentence for the `summary` of each relation: the corpus that it stands on.

    Raises:
        ExportError: The package `followthemoney` is not installed.
    """
    try:
        model = importlib.import_module("followthemoney").model
    except ModuleNotFoundError as error:
        raise ExportError(
            "FollowTheMoney needs the package followthemoney", remedy="pip install 'infact[ftm]'"
        ) from error
    count = 0
    for schema, name, values in _entities(engine, publisher_note):
        entity = model.make_entity(schema)
        entity.id = name
        for key, value in values.items():
            entity.add(key, value)
        out.write(json.dumps(entity.to_dict(), ensure_ascii=False, sort_keys=True).encode() + b"\n")
        count += 1
    return count


def _entities(engine: Engine, note: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Schema, id and properties of each: the parties by IRI, then relations, then links."""
    found = relations(engine)
    known = entities(engine)
    issuers = {r.issuer for r in found}
    links: defaultdict[tuple[str, str, str], list[Relation]] = defaultdict(list)
    parties: set[str] = set()
    for r in found:
        parties.update(party for party in (r.attorney, r.principal, r.issuer, *r.firms) if party)
        for firm in r.firms:
            links[r.attorney, firm, "shown with this firm or company"].append(r)
        if r.issuer and r.principal:
            links[r.principal, r.issuer, "granted a power about this issuer"].append(r)
        elif r.issuer:
            links[r.attorney, r.issuer, "attorney-in-fact of insiders who are not named"].append(r)
    for iri in sorted(parties):
        data = known.get(iri, {})
        schema = "Company" if iri in issuers else _SCHEMATA.get(data.get("kind", ""), "LegalEntity")
        cik = {} if "cik" not in data else {"cikCode" if schema == "Company" else "idNumber": data["cik"]}
        yield schema, _name(iri), {"name": data.get("label", iri), **cik}
    for r in found:
        if r.principal:
            about = "" if r.issuer is None else f" about {known.get(r.issuer, {}).get('label', r.issuer)}"
            word = "instrument" if r.instruments == 1 else "instruments"
            yield "Representation", _name(r.iri), {
                "agent": _name(r.attorney), "client": _name(r.principal), "role": "attorney-in-fact",
                "startDate": r.live_from, "endDate": r.live_until,
                "summary": f"Power of attorney{about}: {r.instruments} {word}. {note}".strip(),
            }  # fmt: skip
    for (subject, thing, role), rs in sorted(links.items()):
        yield "UnknownLink", f"{_name(subject)}--{role.replace(' ', '-')}--{_name(thing)}", {
            "subject": _name(subject), "object": _name(thing), "role": role, **_dates(rs),
        }  # fmt: skip


def _dates(rs: Iterable[Relation]) -> dict[str, str]:
    firsts = [r.first for r in rs if r.first]
    return {"startDate": min(firsts)} if firsts else {}


def _name(iri: str) -> str:
    return "infact-" + iri.removeprefix(_ID).replace("/", "-")

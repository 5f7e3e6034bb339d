"""`infact show`: the card of one person, company, firm, office or power."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from ..common.errors import ExportError
from ..common.render import Table
from ..queries.show import Card
from ..queries.show import show as card_of
from .options import (
    DEFAULT_STORE,
    EndpointOption,
    OutputOption,
    StoreOption,
    WithholdOption,
    engine,
    format_option,
)
from .output import about, emit, emit_all, format_for

_FORMATS = ("table", "json", "markdown", "html")


def show(
    what: Annotated[str, typer.Argument(help="A name as printed, a CIK, or an IRI.")],
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=0, help="Most pieces of evidence; 0: all.")] = 10,
    store: StoreOption = DEFAULT_STORE,
    endpoint: EndpointOption = None,
    output: OutputOption = "-",
    format: Annotated[str | None, format_option(_FORMATS)] = None,
    withhold: WithholdOption = None,
) -> None:
    """Show a person, company, firm, office or power: its facts, its relations, and the evidence for them.

    Example:
    infact show "Yevgenia M. Karpov, Ph.D."
    """
    with engine(store, endpoint) as chosen:
        card = card_of(chosen, what, limit=limit)
    as_format = format_for(output, format)
    if as_format == "json":
        emit(_whole(card), output, as_format)
    elif as_format in _FORMATS:
        emit_all(_sections(card), output, as_format, title=card.entity.label or str(card.entity.iri))
    else:
        raise ExportError(
            f"a card has several tables, which {as_format!r} has not", remedy=f"choose one of {', '.join(_FORMATS)}"
        )


def _facts(card: Card) -> Table:
    return Table(("property", "value"), tuple((fact.property, fact.words or fact.value) for fact in card.facts))


def _ties(card: Card) -> Table:
    columns = ("attorney", "principal", "issuer", "firm", "since", "until", "instruments")
    rows = [(t.attorney, t.principal, t.issuer, t.firm, t.live_from, t.live_until, t.instruments) for t in card.ties]
    return Table(columns, tuple(rows))


def _evidence(card: Card) -> Table:
    columns = ("field", "quote", "sentence", "document", "link")
    rows = [(e.field, e.quote, e.sentence, e.document, e.link) for e in card.evidence]
    return Table(columns, tuple(rows), note="more evidence exists: --limit 0 gives all" if card.more_evidence else None)


def _sections(card: Card) -> list[tuple[str, Table]]:
    kind = ", ".join(card.classes) or "thing"
    head = Table(
        ("", " "),
        (
            ("kind", kind),
            ("IRI", card.entity.iri),
            *([("CIK", card.entity.cik)] if card.entity.cik else []),
            *((("printed as"), f"{name} ({n} times)" if n > 1 else name) for name, n in card.printed),
        ),
    )
    sections = [("Facts", _facts(card)), ("Relations", _ties(card)), ("Evidence", _evidence(card))]
    found = [(title, table) for title, table in sections if table.rows]
    sections = [(card.entity.label or str(card.entity.iri), head), *found]
    title, last = sections[-1]
    return [*sections[:-1], (title, replace(last, about=about(card.corpus)))]


def _whole(card: Card) -> Table:
    """The card as one JSON object: its rows are the relations, the rest stands beside them."""
    facts = {
        "iri": card.entity.iri,
        "label": card.entity.label,
        "cik": card.entity.cik,
        "classes": card.classes,
        "printed": [{"name": name, "mentions": n} for name, n in card.printed],
        "facts": [{"property": f.property, "value": f.value, "words": f.words} for f in card.facts],
        "evidence": [
            {name: getattr(e, name) for name in ("field", "quote", "sentence", "document", "link", "confidence")}
            for e in card.evidence
        ],
        "more_evidence": card.more_evidence,
        **about(card.corpus),
    }
    columns = ("relation", "attorney", "principal", "issuer", "firm", "live_from", "live_until", "instruments")
    return Table(columns, tuple(tuple(getattr(tie, name) for name in columns) for tie in card.ties), facts)

"""`infact why`: why two names are, or are not, one party."""

from __future__ import annotations

from itertools import combinations
from typing import Annotated

import typer

from ..common.errors import QueryError
from ..common.render import Table
from ..ingest.identity.why import explain, printed_as
from ..ingest.resolve import layers_of, mentions_of
from ..ingest.store import Store
from ..queries.corpus import corpus
from ..queries.engines import StoreEngine
from ..queries.entities import find_entities
from .options import DEFAULT_STORE, FormatOption, OutputOption, StoreOption, WithholdOption, withhold_from
from .output import about, emit

_SIDE = "A name as printed, a CIK, or the IRI of a party or of a mention."


def why(
    one: Annotated[str, typer.Argument(help=_SIDE)],
    other: Annotated[str, typer.Argument(help="The other one, likewise.")],
    store: StoreOption = DEFAULT_STORE,
    output: OutputOption = "-",
    format: FormatOption = None,
    withhold: WithholdOption = None,
) -> None:
    """Explain why two names are, or are not, the same person, organization or office: each join with its reason.

    Two printings of one party are led from one to the other. Where several parties have a name, all of them are looked
    at; the same name twice asks what parts them.

    Example:
    infact why "Hugh F. Sharber" "Robert E. Bosworth"
    """
    with Store.open(store, read_only=True) as opened:
        engine = StoreEngine(opened.oxigraph)
        withhold_from(engine)
        found = [[str(entity.iri) for entity in find_entities(engine, what)] for what in (one, other)]
        mentions = {iri: mentions_of(opened, iri) for iris in found for iri in iris}
        for what, iris in zip((one, other), found, strict=True):
            if not any(mentions[iri] for iri in iris):
                remedy = "give a name as printed, a CIK or an IRI"
                raise QueryError(f"{what!r} is not found in this corpus", remedy=remedy)
        pairs = [(found[0], found[1])]
        if found[0] == found[1] and len(found[0]) > 1:  # one name of several parties: what stands between any two
            pairs = [([this], [that]) for this, that in combinations(found[0], 2)]
        settled, _ = layers_of(opened, keys={key for nodes in mentions.values() for key in nodes.values()})
        explained = []
        for sides in pairs:
            nodes = [{node for iri in side for node in mentions[iri]} for side in sides]
            explained.append(explain(settled, printed_as(settled, nodes[0], one), printed_as(settled, nodes[1], other)))
        facts = about(corpus(engine))
        engine.close()
    said = {(True, True): "the same, in both readings", (True, False): "the same in the merged reading only"}
    count = {2: "two", 3: "three"}.get(len(mentions), f"{len(mentions)}")
    apart = f"not joined: they are {count} as far as this corpus shows"
    verdict = said.get((explained[0].merged, explained[0].strict), apart)
    steps = dict.fromkeys(step for explanation in explained for step in explanation.steps)
    rows = tuple((step.one, step.other, step.method, step.probability, step.reason) for step in steps)
    emit(
        Table(("one", "other", "method", "probability", "reason"), rows, {"verdict": verdict, **facts}), output, format
    )

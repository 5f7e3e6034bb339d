"""`infact why`: why two names are, or are not, one party."""

from __future__ import annotations

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
        if found[0] == found[1] and len(found[0]) > 1:
            found = [found[0][:1], found[0][1:]]  # one name of several parties: what stands between them
        sides: list[dict[str, str]] = []
        for what, iris in zip((one, other), found, strict=True):
            sides.append({node: key for iri in iris for node, key in mentions_of(opened, iri).items()})
            if not sides[-1]:
                remedy = "give a name as printed, a CIK or an IRI"
                raise QueryError(f"{what!r} is not found in this corpus", remedy=remedy)
        settled, _ = layers_of(opened, keys={key for side in sides for key in side.values()})
        printed = [printed_as(settled, side, what) for side, what in zip(sides, (one, other), strict=True)]
        explained = explain(settled, *printed)
        facts = about(corpus(engine))
        engine.close()
    said = {(True, True): "the same, in both readings", (True, False): "the same in the merged reading only"}
    verdict = said.get((explained.merged, explained.strict), "not joined: they are two as far as this corpus shows")
    rows = tuple((step.one, step.other, step.method, step.probability, step.reason) for step in explained.steps)
    emit(
        Table(("one", "other", "method", "probability", "reason"), rows, {"verdict": verdict, **facts}), output, format
    )

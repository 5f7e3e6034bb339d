"""`infact derive`: identity and relations, anew."""

from __future__ import annotations

import sys
from dataclasses import asdict

from ..common.progress import progress
from ..common.render import Table
from ..ingest import derive as derivation
from ..ingest.store import Store
from .options import DEFAULT_STORE, FormatOption, OutputOption, StoreOption
from .output import emit


def derive(store: StoreOption = DEFAULT_STORE, output: OutputOption = "-", format: FormatOption = None) -> None:
    """Work out again who may sign for whom, and the verdicts, from what the documents say and from who is who.

    `infact build` does this at its end; the same documents and decisions give the same result.

    Example:
    infact derive --store infact.db
    """
    with Store.open(store) as opened, progress("deriving", "relations", stream=sys.stderr) as step:
        report = derivation.derive(opened)
        step(report.relations)
    emit(Table(("what", "count"), tuple(asdict(report).items())), output, format)

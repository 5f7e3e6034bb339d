"""`infact review`: doubtful pairs one after the other, and what a reviewer decides about them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from ..common.errors import InfactError
from ..common.files import replacing
from ..common.render import Table
from ..ingest.identity import decisions as reviewed
from ..ingest.identity.decisions import Decision, Verdict
from ..ingest.identity.doubts import Doubt, doubts
from ..ingest.resolve import layers_of
from ..ingest.store import Store
from ..queries.corpus import corpus
from ..queries.engines import StoreEngine
from .options import DEFAULT_STORE, FormatOption, OutputOption, StoreOption, WithholdOption, withhold_from
from .outcome import say, withheld
from .output import about, emit

_KEYS: dict[str, Verdict | None] = {"s": "same", "d": "different", "u": "unsure", "k": None}
_HELP = "s same, d different, u unsure, k skip, q quit"
_SHOWN = 6


def review(
    decisions: Annotated[
        Path,
        typer.Option("--decisions", metavar="FILE", envvar="INFACT_DECISIONS", help="Where decisions are kept."),
    ] = Path("decisions.jsonl"),
    list_only: Annotated[bool, typer.Option("--list", help="List the doubtful pairs, and ask nothing.")] = False,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=0, help="Most pairs to show; 0: all.")] = 0,
    take: Annotated[
        list[Path] | None,
        typer.Option("--import", metavar="FILE", help="Add another analyst's decisions to the file, and stop."),
    ] = None,
    give: Annotated[
        Path | None,
        typer.Option("--export", metavar="FILE", help="Write the decisions in order, one a pair, and stop."),
    ] = None,
    reviewer: Annotated[str | None, typer.Option("--reviewer", help="A name to put beside each decision.")] = None,
    store: StoreOption = DEFAULT_STORE,
    output: OutputOption = "-",
    format: FormatOption = None,
    withhold: WithholdOption = None,
) -> None:
    """Go through pairs of names that may be one party, the hardest and most consequential first, and decide.

    Each key adds a line to the file of decisions; `infact resolve --decisions FILE` puts them into force.

    Example:
    infact review --list --limit 10
    """
    made = reviewed.load(decisions) if decisions.exists() else []
    if take or give:
        _exchange(made, decisions, take or [], give)
        return
    with Store.open(store, read_only=True) as opened:
        engine = StoreEngine(opened.oxigraph)
        withhold_from(engine)
        settled, names = layers_of(opened, made)
        facts = about(corpus(engine))
        engine.close()
    found = doubts(settled, names, made)
    found = found[:limit] if limit else found
    if list_only:
        columns = ("one", "one_document", "other", "other_document", "now", "method", "probability", "reason")
        rows = [
            (d.one.name, d.one.document, d.other.name, d.other.document, d.now, d.method, d.probability, d.reason)
            for d in found
        ]
        emit(Table(columns, tuple(rows), facts), output, format)
        return
    done = 0
    for decision in ask(found, _key, say, reviewer):
        with decisions.open("a", encoding="utf-8") as out:
            out.write(decision.line() + "\n")
        done += 1
    say(f"{done} decisions in {decisions}; `infact resolve --decisions {decisions}` puts them into force")


def ask(
    found: list[Doubt], key: Callable[[], str], show: Callable[[str], None], reviewer: str | None = None
) -> Iterator[Decision]:
    """Show doubts one by one and give what is decided; ends at `q`, or where there are no more keys."""
    for number, doubt in enumerate(found, 1):
        show("\n".join(_beside(doubt, f"{number} of {len(found)}")))
        while True:
            pressed = key()
            if pressed in {"q", ""}:
                return
            if pressed in _KEYS:
                break
            show(_HELP)
        verdict = _KEYS[pressed]
        if verdict is not None:
            yield Decision(verdict, doubt.one, doubt.other, reviewer)


def _beside(doubt: Doubt, place: str) -> list[str]:
    """A doubt as lines, its two sides next to each other."""
    lines = [
        "",
        f"{place}: {doubt.kind}, {doubt.now} ({doubt.method}, {doubt.probability:.2f})",
        f"  {doubt.reason}",
    ]
    for label, value in (
        ("name", lambda c: (c.name,)),
        ("printed as", lambda c: c.printings),
        ("CIK", lambda c: (c.cik or "none stated",)),
        ("firms", lambda c: c.firms),
        ("issuers", lambda c: c.issuers),
        ("beside", lambda c: c.people),
        ("years", lambda c: (c.years,)),
        ("documents", lambda c: c.documents),
    ):
        left, right = (_few(value(context)) for context in (doubt.left, doubt.right))
        for row in range(max(len(left), len(right))):
            mine, theirs = (side[row] if row < len(side) else "" for side in (left, right))
            lines.append(f"  {label if row == 0 else '':<11}{mine:<46} | {theirs}")
    return [*lines, f"  {_HELP}"]


def _few(values: tuple[str, ...]) -> list[str]:
    shown = [*values[:_SHOWN], *([f"and {len(values) - _SHOWN} more"] if len(values) > _SHOWN else [])]
    return shown or ["none"]


def _key() -> str:
    """The next key from a terminal, or the next letter from a pipe."""
    if sys.stdin.isatty():
        return typer.getchar().lower()
    while letter := sys.stdin.read(1):
        if not letter.isspace():
            return letter.lower()
    return ""


def _exchange(made: list[Decision], path: Path, take: list[Path], give: Path | None) -> None:
    """Add others' decisions to the file, and write the whole in order, with the pairs on which they differ named."""
    whole, conflicts = reviewed.merged(made, *(reviewed.load(other) for other in take))
    for conflict in conflicts:
        say(f"conflict: {conflict}")
    target = give or path
    if withheld.get():
        raise InfactError(
            "decisions name mentions, so they cannot be written with names withheld",
            where=str(target),
            remedy="leave out --withhold, and keep the file to yourself",
        )
    with replacing(target) as out:
        out.write("".join(decision.line() + "\n" for decision in whole).encode())
    say(f"{len(whole)} decisions in {target}, {len(conflicts)} conflicts")

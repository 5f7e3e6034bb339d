"""How a reading is shown: the text with its facts marked, on a terminal or as an HTML page."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from itertools import chain, repeat
from pathlib import Path

from rich.console import Console
from rich.text import Text

from ..common import page
from ..common.files import replacing
from ..common.render import Table
from ..common.withholding import Withholding
from ..ingest.explain import Fact, Mark, Piece, facts, pieces
from ..ingest.read import Reading
from ..ingest.records import Instrument
from .outcome import withheld

# One colour a kind of fact: on a page as a hue (degrees), on a terminal as a name.
_COLOURS = {
    "principals": (130, "green"),
    "signatories": (130, "green"),
    "attorneys": (210, "blue"),
    "issuers": (280, "magenta"),
    "law_firms": (280, "magenta"),
    "forms": (30, "yellow"),
    "powers": (30, "yellow"),
    "executed": (0, "red"),
    "term": (0, "red"),
    "expires": (0, "red"),
}
_OTHER = (180, "cyan")
_STYLE = """
@media (min-width: 70rem) { body { max-width: 90rem; } .sheet { display: grid; gap: 1.5rem;
  grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); align-items: start; }
  .sheet td:first-child { white-space: nowrap; } }
.text { white-space: pre-wrap; overflow-wrap: anywhere; font: 14px/1.7 ui-monospace, Menlo, Consolas, monospace;
  background: var(--raised); border: 1px solid var(--line); padding: 1rem; }
mark { color: inherit; background: none; }
mark[style] { background: hsl(var(--hue) 75% 60% / .32); border-bottom: 2px solid hsl(var(--hue) 65% 45%); }
.legend mark { padding: 0 .3rem; margin-right: .6rem; }
mark:target, tr:target { outline: 3px solid var(--accent); } mark a { color: inherit; text-decoration: none; }
.clause { font: 600 11px/1 system-ui, sans-serif; color: var(--soft); border: 1px solid var(--line); border-radius: 3px;
  padding: .1rem .3rem; margin-right: .4rem; user-select: none; }
"""


def page_of(readings: Iterable[Reading]) -> Iterator[str]:
    """A self-contained page in pieces, a reading at a time: each text with its marks, its facts linked to them."""
    read = (part for place, reading in enumerate(readings, 1) for part in _sections(place, reading, withheld.get()))
    lead = "Each mark is a fact with its words; each fact leads to its mark."
    return page.parts("What was read, and where it stands", chain([_legend()], read), lead=lead, style=_STYLE)


def _legend() -> page.Markup:
    """What the colours stand for."""
    by_hue: dict[int, list[str]] = {}
    for field, (hue, _) in _COLOURS.items():
        by_hue.setdefault(hue, []).append(field.replace("_", " "))
    by_hue[_OTHER[0]] = ["all else"]
    shown = (f'<mark style="--hue:{hue}">{html.escape(", ".join(names))}</mark>' for hue, names in by_hue.items())
    return page.Markup(f'<p class="legend">{" ".join(shown)}</p>')


def pages_in(folder: Path, readings: Iterable[Reading]) -> None:
    """A page a reading in a folder, and `index.html`, which leads to them and says where something is to look at."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    for place, reading in enumerate(readings, 1):
        document = withheld.get().apply(reading.record.document)
        name = f"{place:05}-{_UNSAFE.sub('-', document)[-80:]}.html"
        _write(folder / name, page_of([reading]))
        found = reading.record.instruments
        rows.append((page.Link(document, name), len(found), sum(len(one.review) for one in found)))
    columns = ("document", "instruments", "to look at")
    _write(folder / "index.html", page.parts("What was read", [page.table(Table(columns, tuple(rows), {}))]))


_UNSAFE = re.compile(r"[^\w.-]+")


def _write(path: Path, parts: Iterable[str]) -> None:
    with replacing(path) as out:
        for piece in parts:
            out.write(piece.encode("utf-8", "surrogateescape"))


def _sections(place: int, reading: Reading, held: Withholding) -> Iterator[page.Markup]:
    for exhibit, text, instruments in _exhibits(reading):
        heading = reading.record.document + (f", {exhibit}" if exhibit else "")
        beside = [part for n, one in instruments.items() for part in _facts(place, n, one, held)]
        marked = _text(place, pieces(text, instruments, held))
        sheet = page.Markup(f'<div class="sheet">{marked}<div>{"".join(beside)}</div></div>')
        yield page.section(held.apply(heading), sheet)
    if not reading.record.instruments:
        words = "No instrument was found: the document grants, confirms, substitutes or revokes nothing."
        yield page.section(held.apply(reading.record.document), words)


def _exhibits(reading: Reading) -> Iterable[tuple[str | None, str, dict[int, Instrument]]]:
    """Each text with its instruments, by their number in the document."""
    numbered = list(enumerate(reading.record.instruments, 1))
    for name, text in reading.texts.items():
        here = {number: one for number, one in numbered if (one.exhibit or "1") == name}
        yield (name if name != "1" else None), text, here


def _facts(place: int, number: int, instrument: Instrument, held: Withholding) -> list[page.Markup]:
    rows = tuple(
        (
            page.Link(fact.field, f"#{place}.{fact.mark.name}") if fact.mark else fact.field,
            held.apply_to(fact.value),
            _sure(fact),
        )
        for fact in facts(number, instrument)
    )
    out = [page.table(Table((f"instrument {number}", "value", "confidence"), rows, {}))]
    if instrument.review:
        notes = tuple((held.apply(one.field), held.apply(one.reason)) for one in instrument.review)
        out.append(page.table(Table(("to look at", "why"), notes, {})))
    return out


def _text(place: int, shown: Iterable[Piece]) -> page.Markup:
    out: list[str] = []
    seen: set[str] = set()
    clause = None
    for piece in shown:
        if piece.clause != clause:
            clause = piece.clause
            if clause:
                out.append(f'<span class="clause">{html.escape(clause)}</span>')
        words = html.escape(piece.text)
        for inmost, mark in zip(chain([True], repeat(False)), reversed(piece.marks), strict=False):
            name = f"{place}.{mark.name}"
            target = "" if name in seen else f' id="{html.escape(name)}"'
            seen.add(name)
            colour = f' style="--hue:{_colour(mark)[0]}"' if inmost else ""  # one colour a place: the shortest mark's
            title = f"{mark.field} ({mark.confidence:g})"
            words = f'<mark{target}{colour} title="{html.escape(title)}">{words}</mark>'
        out.append(words)
    return page.Markup(f'<div class="text">{"".join(out)}</div>')


def text_of(readings: Iterable[Reading], *, colour: bool, width: int) -> Iterator[str]:
    """The same for a terminal: coloured marks, or, without colour, `[words](field)`; facts below each text."""
    console = Console(width=width, force_terminal=colour, color_system="standard" if colour else None, record=False)
    for reading in readings:
        with console.capture() as captured:
            _print(console, reading, withheld.get(), colour=colour)
        yield captured.get()


def _print(console: Console, reading: Reading, held: Withholding, *, colour: bool) -> None:
    for exhibit, text, instruments in _exhibits(reading):
        title = held.apply(reading.record.document + (f", {exhibit}" if exhibit else ""))
        console.rule(Text(title), characters="─")
        console.print(_marked(pieces(text, instruments, held), colour), soft_wrap=not colour)
        for number, instrument in instruments.items():
            console.print(Text(f"\ninstrument {number}"))
            for fact in facts(number, instrument):
                console.print(Text(_line(fact, held)), soft_wrap=True)
            for one in instrument.review:
                console.print(Text(held.apply(f"  look at {one.field}: {one.reason}")), soft_wrap=True)
    if not reading.record.instruments:
        console.print(Text(held.apply(f"{reading.record.document}: no instrument was found")))


def _marked(shown: Iterable[Piece], colour: bool) -> Text:
    out, clause = Text(), None
    for piece in shown:
        if piece.clause != clause:
            clause = piece.clause
            if clause:
                out.append(f"<{clause}> ", style="dim")
        if piece.marks and colour:
            out.append(piece.text, style=f"bold {_colour(piece.marks[-1])[1]}")
        elif piece.marks:
            out.append(f"[{piece.text}]({', '.join(mark.field for mark in piece.marks)})")
        else:
            out.append(piece.text)
    return out


def _line(fact: Fact, held: Withholding) -> str:
    sure = f"  ({_sure(fact)})"
    value = ", ".join(map(str, fact.value)) if isinstance(fact.value, list) else fact.value
    return held.apply(f"  {fact.field}: {value}{sure}")


def _sure(fact: Fact) -> str:
    """How sure a fact is, and why: "0.57: the words say so; a title gives it"."""
    if fact.confidence is None:
        return "no words kept"
    return f"{fact.confidence:g}: {'; '.join(fact.because)}" if fact.because else f"{fact.confidence:g}"


def _colour(mark: Mark) -> tuple[int, str]:
    return _COLOURS.get(mark.field.partition("[")[0], _OTHER)

"""The page of `infact validate -f html`: how complete, where it is not, and the documents to look at, worst first.

A page shows so many issuers, years and documents and says what it leaves out; JSON and CSV have everything. Numbers are
always printed, so that no colour has to be told from another. Listed persons are withheld here.
"""

from __future__ import annotations

import html
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..common import page
from ..common.page import Bar, Link, Markup
from ..common.render import Table
from ..common.withholding import Withholding
from ..shapes.completeness import NO_YEAR, Cell
from ..shapes.constraints import SEVERITIES, constraints
from ..shapes.findings import Finding
from ..shapes.found import Found
from ..shapes.report import ValidationReport

TITLE = "What is missing in powers and signatures"
# What is lacking is added up from shares: less than this is nothing.
_NOTHING = 1e-9
# Issuers that lack nothing and are shown all the same, below those that lack something.
_WHOLE = 3
# So many documents, things that lack the same in one of them, issuers, and years of their own are shown.
_DOCUMENTS, _ALIKE, _ISSUERS, _YEARS = 100, 50, 40, 11
_MEANS = (
    "Completeness is a number from 0 to 100%: of what an instrument must hold to be relied on, the share that was "
    "found in it, as a mean over the instruments. Asked of a power of attorney and of a confirming statement are "
    "principal, attorney-in-fact, power, signature, date and reach; of a substitution principal, attorney-in-fact, "
    "signature and date; of a revocation principal, signature and date. What was not found may stand in another "
    "document."
)
_STYLE = """
.figure { font-size: 2.4rem; font-weight: 650; line-height: 1.1; margin: 1rem 0 .25rem; } td.n { white-space: nowrap; }
.heat table { min-width: 0; } .heat th, .heat td { padding: .25rem .5rem; white-space: nowrap; }
.heat th:first-child { position: sticky; left: 0; background: var(--back); white-space: normal;
  overflow-wrap: break-word; min-width: 8rem; max-width: 16rem; }
.heat tbody th { color: var(--ink); font-weight: 400; }
.heat td { text-align: right; font-variant-numeric: tabular-nums; -webkit-print-color-adjust: exact;
  print-color-adjust: exact; background: rgba(213, 94, 0, var(--lacks)); }
.heat small { display: block; color: var(--soft); } .heat tbody tr:first-child * { font-weight: 600; }
article { border-top: 1px solid var(--line); padding: .6rem 0; } article li { break-inside: avoid; }
article h3 { font-size: 1rem; margin: 0 0 .3rem; overflow-wrap: anywhere; break-after: avoid; }
article ul { margin: 0; padding: 0; }
article h3 small { color: var(--soft); font-weight: 400; }
article li { list-style: none; margin: .2rem 0; max-width: 60rem; padding-left: 5.4rem; }
.severity { display: inline-block; margin-left: -5.4rem; width: 5.15rem; font-size: .8rem; color: var(--soft); }
.Violation { color: #c2410c; font-weight: 650; }
@media (prefers-color-scheme: dark) { .Violation { color: #fb923c; } }
blockquote { margin: .2rem 0; color: var(--soft); overflow-wrap: anywhere; }
mark { background: var(--bar); color: inherit; }
@media (max-width: 40rem) { article li { padding-left: .75rem; } .severity { display: block; margin-left: -.75rem; }
  .heat th:first-child { min-width: 8.5rem; max-width: 9rem; } }
@media print { .heat th, .heat td { padding: .15rem .3rem; font-size: 8pt; }
  .heat th:first-child { position: static; } }
"""


def as_page(report: ValidationReport, facts: Mapping[str, object], held: Withholding) -> str:
    """The report as HTML."""
    complete = report.completeness()
    counts = tuple((severity, count, message) for severity, _, message, count in report.by_message())
    figure = "" if complete is None else f"{complete:.1%} complete"
    fields = tuple(
        (constraints()[name].name, met, of, Bar(met / of if of else 1.0)) for name, met, of in report.by_field()
    )
    sections = [
        Markup(f'<p class="figure">{figure}</p><p class="note">{html.escape(_MEANS)}</p>'),
        page.section("What is wrong, and how often", page.table(Table(("severity", "count", "what is wrong"), counts))),
        page.section("Completeness by issuer and year", _heat(report.cells, held)),
        page.section(
            "Completeness by what is asked", page.table(Table(("what is asked", "met", "of", "share"), fields))
        ),
        page.section("Worst documents first", *_worst(report.findings, held)),
    ]
    return page.page(TITLE, sections, lead=report.statement(), about=held.apply_to(facts), style=_STYLE)


def _heat(cells: Sequence[Cell], held: Withholding) -> Markup:
    """A table of issuers and years: those that lack most come first; early years are one column."""
    if not cells:
        return Markup("<p>There are no instruments.</p>")
    years = sorted({cell.year for cell in cells} - {NO_YEAR})
    early, shown = years[:-_YEARS] if len(years) > _YEARS + 1 else [], years
    if early:
        shown = [f"to {early[-1]}", *years[-_YEARS:]]
    columns = ["all", *shown, *([NO_YEAR] if any(cell.year == NO_YEAR for cell in cells) else [])]
    sums: defaultdict[tuple[str, str], list[float]] = defaultdict(lambda: [0, 0.0])
    for cell in cells:
        year = shown[0] if cell.year in early else cell.year
        for row in ("", cell.issuer):
            for column in ("all", year):
                sums[row, column][0] += cell.instruments
                sums[row, column][1] += cell.lacking
    issuers = sorted({cell.issuer for cell in cells}, key=lambda name: (-round(sums[name, "all"][1], 6), name))
    lacking = sum(sums[name, "all"][1] > _NOTHING for name in issuers)
    # Of those that lack nothing, a few say that there are such.
    shown_issuers = min(lacking + _WHOLE, _ISSUERS)
    head = "".join(
        f"<th{' class=n' if i else ''}>{html.escape(name)}</th>" for i, name in enumerate(["issuer", *columns])
    )
    rows = (
        f"<tr><th>{html.escape(held.apply(name) or 'All issuers')}</th>"
        + "".join(_cell(*sums[name, column]) if (name, column) in sums else "<td></td>" for column in columns)
        + "</tr>"
        for name in ["", *issuers[:shown_issuers]]
    )
    left = len(issuers) - shown_issuers
    less = "nothing" if lacking <= _ISSUERS else "less"
    more = f" {left} issuers that lack {less} are not shown; -f json has all." if left > 0 else ""
    note = f"Under each share stands the number of instruments. Those that lack most come first.{more}"
    return Markup(
        f'<div class="scroll heat"><table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n'
        + "\n".join(rows)
        + f'\n</tbody></table></div>\n<p class="note">{note}</p>'
    )


def _cell(instruments: float, lacking: float) -> str:
    complete = 1 - lacking / instruments
    # Never "100%" where something is missing.
    shown = "100%" if lacking < _NOTHING else f"{min(complete, 0.994):.0%}"
    return f'<td style="--lacks:{0.8 * (1 - complete):.2f}">{shown}<small>{instruments:.0f}</small></td>'


def _worst(found: Found, held: Withholding) -> Iterator[str]:
    for name, source, findings in found.worst(_DOCUMENTS):
        alike: defaultdict[tuple[int, str], list[Finding]] = defaultdict(list)
        counts: Counter[tuple[int, str]] = Counter()
        called = ""
        for finding in findings:
            called = called or name or finding.thing or finding.focus
            key = (SEVERITIES.index(finding.severity), finding.message)
            counts[key] += 1
            if counts[key] <= _ALIKE:
                alike[key].append(finding)
        title = page.inline(Link(held.apply(called), source))
        mostly = _mostly(alike.values())
        about = f" <small>{html.escape(held.apply(mostly))}</small>" if mostly not in {"", called} else ""
        ordered = sorted(alike.items(), key=lambda one: one[0][0])
        said = "\n".join(
            _findings(SEVERITIES[key[0]], key[1], of, counts[key] - len(of), mostly, held) for key, of in ordered
        )
        yield Markup(f"<article>\n<h3>{title}{about}</h3>\n<ul>\n{said}\n</ul>\n</article>")
    left = found.documents() - _DOCUMENTS
    if left > 0:
        yield f"{left} more documents are not shown; -f csv has all."


def _mostly(alike: Iterable[Sequence[Finding]]) -> str:
    """The thing that most of what a document lacks is about alone, so that it need not be said each time."""
    alone = [things.pop() for findings in alike if len(things := {one.thing for one in findings}) == 1]
    thing, count = Counter(alone).most_common(1)[0] if alone else ("", 0)
    return thing if count * 2 > len(alone) else ""


def _findings(
    severity: str, message: str, findings: Sequence[Finding], more: int, mostly: str, held: Withholding
) -> str:
    """What a document lacks in one way: the message once, then each thing and each sentence."""
    named = dict.fromkeys(one.thing for one in findings if one.thing)
    things = [] if [*named] == [mostly] else [held.apply(thing) for thing in named]
    if more:
        things.append(f"and {more} more, see -f csv")
    where = f" ({'; '.join(things)})" if things else ""
    sentences = "".join(dict.fromkeys(_sentence(one, held) for one in findings if one.sentence))
    return f'<li><span class="severity {severity}">{severity}</span> {html.escape(message + where)}{sentences}</li>'


def _sentence(finding: Finding, held: Withholding) -> str:
    sentence = " ".join(held.apply(finding.sentence).split())
    quote = " ".join(held.apply(finding.quote).split())
    marked = html.escape(sentence)
    if quote and quote in sentence:
        before, _, after = sentence.partition(quote)
        marked = f"{html.escape(before)}<mark>{html.escape(quote)}</mark>{html.escape(after)}"
    return f"<blockquote>{marked}</blockquote>"

"""Self-contained HTML pages: one look for all that infact writes, readable on a phone, on paper, and without a network.

A page holds no script, font or picture from elsewhere. What stands in it is escaped here and nowhere else: callers give
text and `Table` values, or `Markup` that this module's functions made. Same input, same bytes.
"""

from __future__ import annotations

import datetime
import html
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from .render import Table, numeric, text, words


class Markup(str):
    """HTML that is safe to put into a page as it stands."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads to an address; as a cell of a table for people it is its text."""

    text: str
    href: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Bar:
    """A share between 0 and 1, shown as a number of hundredths over a bar."""

    share: float

    def __str__(self) -> str:
        return f"{self.share:.0%}"


STYLE = """
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #5d6772; --line: #d5dae0; --back: #ffffff; --raised: #f5f7f9;
  --accent: #1f5fa8; --bar: #c9dcf2; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --soft: #9aa5b1; --line: #363d46; --back: #15181c;
  --raised: #1e2329; --accent: #7fb2ee; --bar: #27476c; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 72rem; color: var(--ink); background: var(--back);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
a { color: var(--accent); } p { max-width: 46rem; overflow-wrap: anywhere; }
.lead, footer, .note { color: var(--soft); }
footer { border-top: 1px solid var(--line); margin-top: 3rem; padding-top: .75rem; font-size: .85rem; }
.scroll { overflow-x: auto; background: linear-gradient(to right, var(--back) 30%, transparent) left / 2rem 100% local,
  linear-gradient(to left, var(--back) 30%, transparent) right / 2rem 100% local,
  linear-gradient(to right, var(--line), transparent) left / .5rem 100% scroll,
  linear-gradient(to left, var(--line), transparent) right / .5rem 100% scroll; background-repeat: no-repeat; }
table { border-collapse: collapse; font-size: .9rem; min-width: 50%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .9rem .3rem 0; border-bottom: 1px solid var(--line);
  overflow-wrap: break-word; } th { color: var(--soft); font-weight: 600; }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; } td.n, td.d { white-space: nowrap; }
.bar { display: inline-block; min-width: 6rem; padding: 0 .3rem;
  background: linear-gradient(to right, var(--bar) var(--share), transparent var(--share)); }
@media (max-width: 40rem) { table { min-width: 100%; font-size: .85rem; } th, td { padding-right: .6rem; } }
@media print { :root { color-scheme: light; --ink: #000; --soft: #444; --line: #bbb; --back: #fff; --raised: #fff; }
  body { max-width: none; padding: 0; font-size: 10pt; } .scroll { overflow: visible; background: none; }
  p { max-width: none; }
  td a { overflow-wrap: anywhere; } tr, p { break-inside: avoid; } h2, h2 + p, thead { break-after: avoid; }
  a { color: inherit; } }
"""


def page(
    title: str,
    sections: Iterable[str],
    *,
    lead: str | None = None,
    about: Mapping[str, object] | None = None,
    style: str = "",
) -> str:
    """A whole page.

    Args:
        title: What it shows; heading and window title.
        sections: `Markup` in the order of the page; plain text becomes a paragraph.
        lead: One sentence below the heading.
        about: What the page stands on (as-of date, corpus); its last lines.
        style: CSS of this page, after the common one.
    """
    return "".join(parts(title, sections, lead=lead, about=about, style=style))


def parts(
    title: str,
    sections: Iterable[str],
    *,
    lead: str | None = None,
    about: Mapping[str, object] | None = None,
    style: str = "",
) -> Iterator[str]:
    """What `page` makes, piece by piece: a section is taken when the one before it has been written."""
    name = html.escape(title)
    yield (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{name}</title>\n<style>{STYLE}{style}</style>\n</head>\n<body>\n<h1>{name}</h1>\n"
    )
    if lead:
        yield f'<p class="lead">{html.escape(lead)}</p>\n'
    yield "<main>\n"
    for part in sections:
        yield (part if isinstance(part, Markup) else f"<p>{html.escape(part)}</p>") + "\n"
    foot = "<br>\n".join(html.escape(line) for line in words(about or {}))
    yield "</main>\n" + (f"<footer>{foot}</footer>\n" if foot else "") + "</body>\n</html>\n"


def section(heading: str, *parts: str) -> Markup:
    """A heading with what stands below it; plain text becomes a paragraph."""
    inside = "\n".join(part if isinstance(part, Markup) else f"<p>{html.escape(part)}</p>" for part in parts)
    return Markup(f"<section>\n<h2>{html.escape(heading)}</h2>\n{inside}\n</section>")


def table(shown: Table) -> Markup:
    """A table of a page: addresses and `Link` cells are links, a `Bar` is drawn, numbers stand to the right."""
    right = numeric(shown)
    head = "".join(_cell("th", html.escape(name), n) for name, n in zip(shown.columns, right, strict=True))
    rows = "\n".join(
        "<tr>" + "".join(_cell("td", inline(v), n, _is_day(v)) for v, n in zip(row, right, strict=True)) + "</tr>"
        for row in shown.rows
    )
    note = f'\n<p class="note">{html.escape(shown.note)}</p>' if shown.note else ""
    heading = f"<thead><tr>{head}</tr></thead>\n" if any(map(str.strip, shown.columns)) else ""
    return Markup(f'<div class="scroll"><table>\n{heading}<tbody>\n{rows}\n</tbody></table></div>{note}')


def inline(value: object) -> Markup:
    """A value within a line."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, Link):
        return Markup(
            f'<a href="{html.escape(value.href)}">{html.escape(value.text)}</a>' if value.href else value.text
        )
    if isinstance(value, Bar):
        return Markup(f'<span class="bar" style="--share:{max(0.0, min(1.0, value.share)):.1%}">{value}</span>')
    if isinstance(value, list | tuple):
        return Markup(", ".join(inline(item) for item in value))
    shown = text(value)
    if shown.startswith(("https://", "http://")) and " " not in shown:
        address = html.escape(shown)
        return Markup(f'<a href="{address}">{address}</a>')
    return Markup(html.escape(shown).replace("\n", "<br>"))


def tables(title: str, parts: Sequence[tuple[str, Table]]) -> str:
    """A page of tables, each under its heading; what the first stands on is said once, at the end."""
    about = parts[0][1].about if parts else {}
    return page(title, [section(heading, table(one)) if heading else table(one) for heading, one in parts], about=about)


def _cell(tag: str, inside: str, right: bool, day: bool = False) -> str:
    kind = "n" if right else "d" if day else ""
    return f'<{tag} class="{kind}">{inside}</{tag}>' if kind else f"<{tag}>{inside}</{tag}>"


def _is_day(value: object) -> bool:
    """Days are not broken over lines."""
    return isinstance(value, datetime.date)

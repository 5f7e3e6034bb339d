"""A list of attorneys: names, titles and organizations taken as a stream, and what the words between them say.

- A person or an organization that no preposition governs is an attorney; a title that follows no person is an office.
- An organization governed by "of", "at", "with" ... is an affiliation: of the last person when a title or an article in
  the singular stands between, else of every attorney named since the last affiliation.
- "from the firm of X, A and B" and "Of X: 1. A 2. B" give the affiliation ahead.
"""

from __future__ import annotations

from dataclasses import replace

from . import attorney_words as words
from .attorney import Attorney, joined
from .attorney_employers import Employers
from .attorney_offices import Offices
from .clauses import Page
from .inverted_names import inverted
from .mentions import Mention
from .offices import DESIGNEE
from .patterns import cased, rx
from .persons import persons
from .table_heads import by_head
from .tokens import fold


def stream(
    page: Page, start: int, end: int, principals: tuple[str, ...] = (), *, lines: bool = False, offices: bool = False
) -> tuple[Attorney, ...]:
    """Read text[start:end] as a list of attorneys.

    Args:
        page: The instrument.
        start: Where the list begins.
        end: Where it ends.
        principals: Organizations that grant, and so are no attorneys.
        lines: Whether a line end parts two of the list.
        offices: Whether the list is said to be one of offices, so that a bare title is one.
    """
    text = page.text
    designees = list(DESIGNEE.finditer(text, start, end))
    turned = inverted(text, start, end) if lines else []
    items: list[Mention] = turned or list(persons(text, start, end, page.orgs, lines=lines))
    items += [
        m for m in page.orgs.within(start, end) if not (m.start > start and words.PARTY_NOISE.match(m.name.lower()))
    ]
    items = [m for m in items if not any(d.start() <= m.start < d.end() for d in designees)]
    for d in designees:
        stop = next((m.end for m in page.orgs.within(d.start(), d.end()) if d.end() < m.end), d.end())
        items.append(Mention("title", fold(text[d.start() : stop]), d.start(), stop))
    items = [m for m in items if not words.OTHER_FIELD.match(text, text.rfind("\n", 0, m.start) + 1)]
    items.sort(key=lambda m: m.start)
    return _Reader(page, items, start, end, designees, principals, lines=lines, offices=offices).read()


class _Reader(Offices, Employers):
    """Interprets the stream of names, titles and organizations of one list."""

    def read(self) -> tuple[Attorney, ...]:
        at = self.start
        for number, item in enumerate(self.items):
            gap = self.page.text[at : item.start] if at <= item.start else ""
            if cased(r";|\((?:[ivx]+|[a-d]|\d)\)\s*(?:(?:M[rs]|Mrs|Dr|Prof|Sir)\.?\s*)?$|\n\s*\n").search(gap):
                self.segment = len(self.open)
                if (
                    cased(r"\((?:[ivx]+|[a-d])\)|;|\n\s*\n").search(gap)
                    and item.kind != "organization"
                    and not self.colon
                    and not cased(r"\n\s*\(?\d+[.)]\s*$").search(gap)
                ):
                    self.prefix = None if self.prefix is not None and self.since_prefix() else self.prefix
            self.passed = self.passed and item.kind == "organization"
            if self.out and self.last_org is not None and words.SAME_EMPLOYER.search(gap):
                self.assign([len(self.out) - 1], self.last_org)
            if item.kind != "title":
                self.whose = None
            if item.kind == "person":
                self._person(item, gap)
            elif item.kind == "title":
                self.title(item, gap, number)
            else:
                self.organization(item, gap, number)
            at = max(at, item.end)
            self.before = item
        self._tail(at)
        self.addressed()
        return tuple(by_head(self.page, self.unique(), self.start) if self.lines else self.unique())

    def _person(self, item: Mention, gap: str) -> None:
        if cased(r"\b(?:I|me|[Uu]ndersigned|UNDERSIGNED|[Gg]rantor|[Pp]rincipal),\s*$").search(gap):
            return  # who grants
        if words.INSTEAD_OF.search(gap):
            return
        if cased(r"\bcounsel (?:to|for)\s*$|\bdaughter of\s*$|\bformerly\s*$|\bdesignated by\s*$").search(gap):
            return
        if self.out and self.out[-1].type == "office" and words.CURRENT.search(gap):
            office = self.out[-1]
            lead = self.page.text[max(self.start, office.start - 60) : office.start]
            if words.SUCCEEDED.match(self.page.text, item.end) or words.FROM_TIME.search(lead):
                self.out.insert(-1, office)
            self.out[-1] = replace(office, name=item.name, type="person", start=item.start, end=item.end)
            self.offices = True  # another office may follow its holder
            return
        if words.CURRENT_ALL.search(gap):
            self.vacant = [k for k, a in enumerate(self.out) if a.type == "office"]
        if self.vacant:
            k = self.vacant.pop(0)
            self.out[k] = replace(self.out[k], name=item.name, type="person", start=item.start, end=item.end)
            return
        self.offices = False
        if cased(r"\b(?:my|our|his|her)\s+[\w-]+,?\s*$").search(gap):
            self.prefix = None  # "and our daughter, Jane": no longer of the firm
        if words.DESCRIBED.search(gap):
            self.segment = len(self.open)
        if 0 < self.until < item.start:
            self.prefix, self.until = None, -1
        found = Attorney(item.name, "person", item.start, item.end)
        holder, self.holder = self.holder, None
        if holder is not None and words.TO_HOLDER.fullmatch(gap):
            self.out.append(replace(joined(found, holder), titled=True))
        elif self.before is not None and self.before.kind == "organization" and words.OWN.fullmatch(gap):
            self.out.append(joined(found, self.before))
        elif self.out and self.out[-1].type == "organization" and words.AS_ITS.match(self.page.text, item.end):
            self.out.append(joined(found, self.last_org))
        elif words.THEIR_POSTS.match(self.page.text, item.end):
            self.add(found)
            self.assign(list(self.open), self.last_org or self.default())
            self.open = []
        elif words.THEIR_DEPARTMENT.match(self.page.text, item.end):
            self.add(found)
            self.assign(self.targets(" of all", previous_title=False), self.last_org or self.default())
        elif words.DEPARTMENT.match(self.page.text, item.end) or words.THERE.search(gap):
            self.out.append(joined(found, self.last_org or self.default()))
        elif self.out and self.out[-1].type == "organization" and words.OF_ITS_OWN.search(gap):
            self.out.append(joined(found, self.last_org))
        elif words.KIN.search(gap):
            self.out.append(found)  # "my husband, Bo Park": no affiliation that follows is meant for kin
        else:
            self.add(joined(found, self.prefix))

    def _tail(self, at: int) -> None:
        """A quantified clause behind the last name: ", each of whom is employed by the Company"."""
        rest = self.page.text[at : self.end]
        if not self.open:
            return
        if two := words.OF_THE_TWO.search(rest):
            org = self.of_two(latter=two["which"].lower() == "latter")
            self.assign([self.open[-1]], org)
            return
        if self.last_org is not None and rx(r"\bof (?:the same|that|said) (?:firm|company|corporation|bank)\b").search(
            rest
        ):
            self.assign([self.open[-1]], self.last_org)
            return
        generic = rx(
            r"\b(?:of|at|with|employed by|for|to) (?:the (?:said|same) |the|said|such|our|that) ?(?:company"
            r"|corporation|bank"
            r"|issuer|railway company|firm|partnership|registrant|trust)\b"
        ).search(rest)
        if generic and (default := self.default()):
            self.assign(
                self.targets(
                    rest[: generic.start()] + " of ",
                    previous_title=self.before is not None and self.before.kind == "title",
                ),
                default,
            )

"""A list of attorneys: names, titles and organizations taken as a stream, and what the words between them say.

- A person or an organization that no preposition governs is an attorney; a title that follows no person is an office.
- An organization governed by "of", "at", "with" ... is an affiliation: of the last person when a title or an article in
  the singular stands between, else of every attorney named since the last affiliation.
- "from the firm of X, A and B" and "Of X: 1. A 2. B" give the affiliation ahead.
"""

from __future__ import annotations

import re
from dataclasses import replace

from . import attorney_words as words
from .attorney import Attorney, joined
from .attorney_state import Listing
from .clauses import Page
from .inverted_names import inverted
from .mentions import Mention
from .offices import DESIGNEE, NO_OFFICE, OFFICE_LEAD, split_offices
from .patterns import cased, rx
from .persons import persons
from .table_heads import by_head
from .tokens import fold

_PARTED = cased(r"\b(?:and|or|and/or)\b|;")
_NAMES_ON = rx(r"(?:^|,| and| or| to| upon| either| each of)\s*(?:the )?$")
_ONCE_OF = rx(r"\b(?:formerly|previously|once|until \d{4})\b[^,;]{0,30}$")  # an employer of the past
_OURS = rx(r"\b(?:our|its|the (?:company|corporation|issuer|bank|trust|partnership|firm)'s) ?$")


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
    items += [Mention("title", fold(d.group()), d.start(), d.end()) for d in designees]
    items = [m for m in items if not words.OTHER_FIELD.match(text, text.rfind("\n", 0, m.start) + 1)]
    items.sort(key=lambda m: m.start)
    return _Reader(page, items, start, end, designees, principals, lines=lines, offices=offices).read()


class _Reader(Listing):
    """Interprets the stream of names, titles and organizations of one list."""

    def read(self) -> tuple[Attorney, ...]:
        at = self.start
        for number, item in enumerate(self.items):
            gap = self.page.text[at : item.start] if at <= item.start else ""
            if cased(r";|\((?:[ivx]+|[a-d]|\d)\)\s*$|\n\s*\n").search(gap):
                self.segment = len(self.open)
                if (
                    cased(r"\((?:[ivx]+|[a-d])\)|;|\n\s*\n").search(gap)
                    and item.kind != "organization"
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
                self._title(item, gap, number)
            else:
                self._organization(item, gap, number)
            at = max(at, item.end)
            self.before = item
        self._tail(at)
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

    def _title(self, item: Mention, gap: str, number: int) -> None:
        if item.start == self.skip:
            return
        designee = item.start in self.designees
        if designee:
            org = next(iter(self.page.orgs.within(item.start, item.end)), None)
            self.add(joined(Attorney(item.name, "office", item.start, item.end), org))
            return
        if self.respective and self.before is not None and self.before.kind == "title":
            return  # "A and B, being respectively the Controller and the Treasurer"
        self.everyone = self.everyone or (words.ALL_OF_THEM.search(gap) is not None and bool(self.open))
        self.respective = self.respective or bool(cased(r"\brespectively\b").search(gap))
        apposed = self.before is not None and self.before.kind == "person" and not _PARTED.search(gap)
        if apposed and self.out and self.page.text[item.start - 1] == '"':
            return  # 'each, an "Agent"'
        if apposed and self.out:
            self.out[-1] = replace(self.out[-1], titled=True)
            if words.HER_SUCCESSOR.match(self.page.text, item.end):
                after = self.items[number + 1] if number + 1 < len(self.items) else None
                where = after if after is not None and after.kind == "organization" else self.default()
                self.out.insert(-1, joined(Attorney(item.name, "office", item.start, item.end), where))
            if _OURS.search(gap):
                self.assign([len(self.out) - 1], self.last_org or self.default())
            return
        nxt = self.items[number + 1] if number + 1 < len(self.items) else None
        own = cased(r"\s*'s?\s+").fullmatch(gap) and self.before is not None and self.before.kind == "organization"
        whose = self.before if own else self.last_org or self.default() if _OURS.search(gap) else None
        if self._of_a_holder(item, number):
            return
        if nxt is not None and nxt.kind == "person" and words.TO_HOLDER.fullmatch(self.page.text, item.end, nxt.start):
            self.holder = whose  # "its Secretary, Jane Doe": the title is hers
            if whose is not None or not self.offices:
                return
        elif own:
            self.whose, self.offices = self.before, True
        if self.whose is not None and (own or (self.before is not None and self.before.kind == "title")):
            for part, s, e in split_offices(item.name, item.start, self.page.text):
                self.out.append(joined(Attorney(part, "office", s, e), self.whose))
            return
        line_at = self.page.text.rfind("\n", 0, item.start) + 1
        line_to = self.page.text.find("\n", item.end)
        if "\t" in self.page.text[line_at : line_to if line_to > 0 else len(self.page.text)] and not any(
            m.kind != "title" and line_at <= m.start < line_to for m in self.items
        ):
            return  # the head of a table
        if rx(
            r"\b(?:employee|employees|members?|partners?|attorneys?|associates?|officers?|directors?"
            r"|principals?|lawyers?|an?)\s*$"
        ).search(gap) and item.name.lower() in ("member", "partner", "associate", "officer"):
            return
        if item.name.lower() in NO_OFFICE:
            return
        on_its_line = cased(r"\n[ \t]*(?:\(?\w[.)]\s*)?$").search(gap) is not None and bool(self.out)
        if (
            on_its_line
            and nxt is not None
            and nxt.kind == "organization"
            and words.LINE_OF.fullmatch(self.page.text, item.end, nxt.start)
        ):
            self.out.append(joined(Attorney(item.name, "office", item.start, item.end), nxt))
            return
        if (self.offices and not apposed) or OFFICE_LEAD.search(gap):
            self.offices = True
            for part, s, e in split_offices(item.name, item.start, self.page.text):
                self.add(joined(Attorney(part, "office", s, e), whose))

    def _of_a_holder(self, item: Mention, number: int) -> bool:
        """Whether a title with its organization stands before its holder: "the Secretary of X, Jane Doe, to sign"."""
        text = self.page.text
        org, holder = (*self.items[number + 1 : number + 3], None, None)[:2]
        if org is None or holder is None or (org.kind, holder.kind) != ("organization", "person"):
            return False
        if not words.LINE_OF.fullmatch(text, item.end, org.start) or not words.TO_HOLDER.fullmatch(
            text, org.end, holder.start
        ):
            return False
        if "," not in text[org.end : holder.start] or cased(r",?\s+(?:and|or)\b").match(text, holder.end):
            return False
        self.holder = org
        return True

    def _organization(self, item: Mention, gap: str, number: int) -> None:
        text = self.page.text
        nxt = self.items[number + 1] if number + 1 < len(self.items) else None
        ahead = text[item.end : nxt.start if nxt else min(self.end, item.end + 120)]
        if self.holder is item:
            self.last_org = item
            return
        came = words.CAME_OR_LEFT.search(text, max(self.start, item.start - 60), item.start)
        if (
            came or words.SECURITIES.search(gap) or words.ABOUT.search(gap)
        ):  # "my Forms 4 in respect of shares of X": no affiliation
            self.last_org = item
            return
        if self.alone(item) and self._own_line(item, gap, nxt):
            return
        if nxt is not None and nxt.kind == "person" and words.heads_group(text, item.start, item.end, nxt.start):
            self.head(item)
            return
        if self.out and self.out[-1].type != "organization" and words.EMPLOYER_LABEL.search(gap):
            self.assign([len(self.out) - 1], item)
            self.last_org = item
            return
        if self.given and words.ITS_FIRM.fullmatch(gap):  # "A of X's counsel, F": A is of F
            self.open = [*self.open, *self.given]
            for k in self.given:
                self.out[k] = replace(self.out[k], affiliation=None)
            self.assign(self.given, item)
            self.last_org = item
            return
        person = self.before is not None and self.before.kind == "person" and bool(self.out)
        if person and self.out[-1].affiliation is None and self._apposed(item, gap, ahead, nxt):
            respective = cased(r"[^.;\n]{0,90}\brespectively\b").match(text, item.end) is not None
            self.assign(list(self.open[self.segment :]) if respective else [len(self.out) - 1], item)
            self.last_org, self.offices = item, False
            return
        if _ONCE_OF.search(gap):
            self.last_org = item
            return
        if self._leads(gap, ahead, nxt):
            self.head(item)
            return
        if item.alias and rx(r"\(the \"?$").search(gap):
            return
        if words.ANY_PARTNER.search(gap) and (not self.out or words.ANOTHER_OF.match(gap)):
            # whoever is a partner acts for the firm
            self.assign(self.targets(gap, previous_title=False), item)
            self.out.append(Attorney(item.name, "organization", item.start, item.end))
            self.last_org = item
            return
        previous_title = self.before is not None and self.before.kind == "title"
        governed = (
            bool(words.AFFILIATED.search(gap))
            or bool(rx(r"\bjoined (?:the )?$").search(gap))
            or (bool(cased(r"^\s*(?:'s|’s)\b").match(ahead)) and bool(cased(r"\bof\s*$|\bin\s*$").search(gap)))
        )
        all_of = bool(cased(r"[-,]\s*all\s*$").search(gap))
        tabbed = (
            self.open
            and not all_of
            and (
                "\t" in gap
                or cased(r" {3,}|[ .\u2026]{4,}").fullmatch(gap)
                or (previous_title and cased(r",\s*").fullmatch(gap))
            )
        )
        firm = words.FIRM.search(gap)
        if (
            tabbed
            or ((governed or all_of) and self.open)
            or words.WHOSE_FIRM.search(gap)
            or rx(r"\b(?:employed|retained) by ?$|\bwho (?:is|are) (?:an? )?(?:employees?|officers?) of ?$").search(gap)
        ) and self.out:
            targets = self.targets(gap, previous_title=previous_title)
            if tabbed:
                targets = [self.open[-1]]
            self.assign(targets, item)
            if not words.COUNTED.search(gap):  # "the first two of X and the last of Y": the others are still to come
                self.open, self.segment = [], 0
            self.offices = False
            self.last_org = item
            return
        if governed and not firm and (self.before is not None or not rx(r"\b(?:to|upon|on|in) ?$").search(gap)):
            self.last_org = item
            return
        self._party(item, gap, ahead, nxt)

    def _party(self, item: Mention, gap: str, ahead: str, nxt: Mention | None) -> None:
        """An organization that nothing governs is an attorney, unless it grants, or is somebody's client or stock."""
        if rx(r"\bcounsel (?:to|for) (?:the )?$").search(gap) or (
            self.passed and rx(r"^,? (?:and|or)(?: (?:to|of|for))?(?: the| its)? ?$").match(gap)
        ):
            self.passed, self.last_org = True, item
            return
        if item.alias and not (_NAMES_ON.search(gap) and words.CONNECTED.fullmatch(re.split(r"[,;:()]", gap)[-1])):
            self.last_org = item
            return
        self.last_org = item
        if item.name in self.principals or words.ABOUT.search(gap):
            return
        if cased(r"\s*'s?\s|\s+(?:securities|stock|shares|common)\b").match(ahead):
            return
        self.out.append(Attorney(item.name, "organization", item.start, item.end))
        through = words.THROUGH.search(ahead)
        bracket = cased(r"\s*\(\s*$").match(ahead) or words.THROUGH_IN_BRACKET.match(ahead)
        close = self.page.text.find(")", nxt.start, nxt.start + 300) if bracket and nxt is not None else -1
        if (close > 0 or through) and nxt is not None and nxt.kind == "person":
            self.head(item)
            self.until = close if close > 0 else self.until

    def _leads(self, gap: str, ahead: str, nxt: Mention | None) -> bool:
        """Whether an organization stands ahead of those who belong to it: "from the firm of X, A and B", "Of X: A"."""
        if nxt is None:
            return False
        if cased(r"(?:\n\s*\n|[.:)*-])\s*(?:Of|From|At)\s*$|^\s*At\s*$").search(gap):
            return True
        fresh = not self.open[self.segment :]
        return (
            (fresh or bool(rx(r"\bfrom (?:the )?(?:law )?(?:firm|office)s?(?: of)? ?$").search(gap)))
            and nxt.kind == "person"
            and bool(rx(r"\bfrom (?:the )?[^,.;]{0,40}$").search(gap) or cased(r":\s*(?:\n|\(?\d|$)").search(ahead))
        )

    def _own_line(self, item: Mention, gap: str, nxt: Mention | None) -> bool:
        """Read an organization on a line of its own: the head of the names below, or the employer of the one above."""
        apart = "\n\n" in gap or not self.out
        if apart and nxt is not None and nxt.kind == "person" and self.lines:
            self.head(item)
            return True
        person = self.before is not None and self.before.kind != "organization" and bool(self.out)
        if not apart and person and self.out[-1].affiliation is None and cased(r"[\w.,& \t-]*\n[ \t]*").fullmatch(gap):
            self.assign([len(self.out) - 1], item)
            self.last_org, self.offices = item, False
            return True
        return False

    def _apposed(self, item: Mention, gap: str, ahead: str, nxt: Mention | None) -> bool:
        """Whether an organization stands beside the name of its own: "A (X)", "A, X's Controller", "A, partner, X"."""
        if words.ROLE_AT.fullmatch(gap):
            return True
        if cased(r"\s*\(").fullmatch(gap):
            return not item.alias and ahead.startswith(")")
        possessive = cased(r"'s\s").match(ahead) and nxt is not None and nxt.kind == "title"
        if possessive and nxt is not None and words.APPOSED.fullmatch(gap) and not self.out[-1].titled:
            self.skip = nxt.start  # where titles come before names ("X's Secretary, A"), the name before has its own
            return True
        return False

    def _tail(self, at: int) -> None:
        """A quantified clause behind the last name: ", each of whom is employed by the Company"."""
        rest = self.page.text[at : self.end]
        if not self.open:
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

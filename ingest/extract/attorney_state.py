"""What has been read so far of a list of attorneys, and whom an affiliation is meant for.

attorneys.py reads the list item by item; this module keeps who was named, who still lacks an affiliation, and which
organization stands ahead of the names to come.
"""

from __future__ import annotations

import re
from dataclasses import replace

from . import attorney_words as words
from .attorney import Attorney, joined
from .clauses import Page
from .law_firms import is_law_firm
from .mentions import Mention
from .patterns import cased, rx
from .people import parts


class Listing:
    """The state of the reading of one list."""

    def __init__(
        self,
        page: Page,
        items: list[Mention],
        start: int,
        end: int,
        designees: list[re.Match[str]],
        principals: tuple[str, ...],
        *,
        lines: bool,
        offices: bool,
    ) -> None:
        self.lines = lines
        self.page, self.items, self.start, self.end = page, items, start, end
        self.designees = {d.start() for d in designees}
        self.principals = principals
        self.out: list[Attorney] = []
        self.open: list[int] = []  # attorneys without an affiliation since the last one was given
        self.segment = 0  # where in `open` the present group begins ("(ii)", ";")
        self.prefix: Mention | None = None
        self.offices = offices
        self.last_org: Mention | None = None
        self.before: Mention | None = None
        self.holder: Mention | None = None  # "the Company's Secretary, Jane Doe": whose secretary
        self.given: list[int] = []  # to whom the last affiliation was given
        self.vacant: list[int] = []  # offices whose holders are named next
        self.respective = False
        self.everyone = False  # "A and B, both of them members of the Secretary's office of X"
        self.skip = -1  # where a title stands that belongs to the person before
        self.whose: Mention | None = None  # "X's Secretary and Treasurer": whose the offices of this run are
        self.until = -1  # where the bracket ends whose organization stands before it: "X (A and B)"
        self.care: list[tuple[list[int], Mention]] = []  # in whose care some are reached
        self.heading = False  # whether the next organization heads a list: "the following lawyers of X's firm, Y:"
        self.dealt: set[int] = set()  # where items stand that are read already
        self.colon = False  # whether the head ends in a colon, so that it is that of all up to the next
        self.passed = False  # the organization before was neither an attorney nor an affiliation

    def since_prefix(self) -> bool:
        """Whether somebody has been named since the organization that stands ahead."""
        return self.prefix is not None and any(a.start > self.prefix.end for a in self.out)

    def head(self, org: Mention) -> None:
        """Take an organization for that of the names to come."""
        self.prefix, self.last_org, self.colon = org, org, False
        self.open, self.segment = [], 0

    def add(self, attorney: Attorney) -> None:
        """Add an attorney, whose affiliation may still come."""
        self.out.append(attorney)
        if attorney.affiliation is None:
            self.open.append(len(self.out) - 1)

    def targets(self, gap: str, *, previous_title: bool) -> list[int]:
        """For whom an affiliation is meant, by the words before it: the last, some, or all who have none."""
        group = self.open[self.segment :] or self.open
        if again := [k for m in words.NAMED_AGAIN.finditer(gap) if (k := self.called(m.group(1))) is not None]:
            return again
        if (counted := words.COUNTED.search(gap)) is not None:
            number = words.COUNTS.get((counted["count"] or "one").lower(), 1)
            return group[:number] if counted["end"].lower() in ("first", "former") else group[-number:]
        if self.everyone:
            self.everyone = False
            return list(self.open)
        every = words.EACH.search(gap) or cased(r"[-,]\s*all\s*(?:of|at)?\s*$").search(gap)
        if every:
            return list(self.open) if rx(r"\b(?:all|each|both)\b").search(gap) else list(group)
        if words.WHOSE_FIRM.search(gap):
            return group[-1:]
        if self.respective:
            self.respective = False
            return list(group)
        if previous_title and self.before is not None and group:
            lead = self.page.text[self.out[group[-1]].end : self.before.start]
            if cased(r",?\s*\(?(?:each|both|all)\b").match(lead):
                return list(group)  # "each employed in the office of the Secretary of X"
        if previous_title or (
            words.ONE.search(cased(r"\b(?:of|at|with|for|in)\b(?: the)?(?: [\w.'-]+){0,6}? ?$").sub("", gap))
            and rx(r"\b(?:an?|the last|latter|its|who is|then|currently|presently)\b").search(gap)
        ):
            if self.offices:
                return [k for k in group if self.out[k].type == "office"] or [group[-1]]
            if all(self.out[k].titled for k in group):
                return list(group)
            return [group[-1]]
        return list(group)

    def assign(self, targets: list[int], org: Mention | None) -> None:
        """Give some attorneys their affiliation."""
        if org is None:
            return
        self.given = targets
        for k in targets:
            if self.out[k].type != "organization":
                self.out[k] = joined(self.out[k], org)
        self.open = [k for k in self.open if k not in targets]
        self.segment = min(self.segment, len(self.open))

    def called(self, surname: str) -> int | None:
        """The number of the one attorney who has this surname; None where there is none, or several."""
        found = [k for k, a in enumerate(self.out) if a.type == "person" and parts(a.name)[-1:] == parts(surname)]
        return found[0] if len(found) == 1 else None

    def addressed(self) -> None:
        """Let those of whom nothing else is said belong to the organization in whose care they are reached."""
        for who, org in self.care:
            self.assign([k for k in who if self.out[k].affiliation is None], org)

    def default(self) -> Mention | None:
        """The company that the text names last before the list."""
        earlier = [m for m in self.page.orgs.within(self.page.start, self.start) if not is_law_firm(m.name)]
        present = [m for m in earlier if not words.FORMERLY.search(self.page.text, max(0, m.start - 40), m.start)]
        found = present or earlier
        return found[-1] if found else None

    def of_two(self, *, latter: bool) -> Mention | None:
        """The last, or the one before, of the organizations that stand before the list; None where there is one."""
        earlier = {m.name: m for m in self.page.orgs.within(self.page.start, self.start)}
        return [*earlier.values()][-1 if latter else -2] if len(earlier) > 1 else None

    def unique(self) -> list[Attorney]:
        """The attorneys, each once, with the affiliation that any of the printings has."""
        seen: list[Attorney] = []
        for attorney in self.out:
            twin = next(
                (k for k, s in enumerate(seen) if s.type == attorney.type and s.name.lower() == attorney.name.lower()),
                None,
            )
            if twin is None:
                seen.append(attorney)
            elif seen[twin].affiliation is None and attorney.affiliation:
                seen[twin] = replace(
                    seen[twin],
                    affiliation=attorney.affiliation,
                    affiliation_start=attorney.affiliation_start,
                    affiliation_end=attorney.affiliation_end,
                )
        return seen

    def alone(self, item: Mention) -> bool:
        """Whether an organization is all that stands on its line."""
        text = self.page.text
        start, end = text.rfind("\n", 0, item.start) + 1, text.find("\n", item.end)
        line = text[start : item.start] + text[item.end : end if end > 0 else len(text)]
        return not item.alias and not line.strip(" \t:-*.,;")

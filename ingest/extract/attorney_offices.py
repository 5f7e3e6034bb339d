"""Titles in a list of attorneys: of the person beside them, of a holder named next, or an office that acts itself."""

from __future__ import annotations

from dataclasses import replace

from . import attorney_words as words
from .attorney import Attorney, joined
from .attorney_state import Listing
from .mentions import Mention
from .offices import NO_OFFICE, OFFICE_LEAD, split_offices
from .patterns import cased, rx

_PARTED = cased(r"\b(?:and|or|and/or)\b|;")
_OURS = rx(r"\b(?:our|its|the (?:company|corporation|issuer|bank|trust|partnership|firm)'s) ?$")


class Offices(Listing):
    """The part of the reading of a list that interprets titles."""

    def title(self, item: Mention, gap: str, number: int) -> None:
        """Read a title: the person's before it, the holder's behind it, or an office."""
        if item.start == self.skip or item.start in self.dealt:
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
                its = self.last_org is None and rx(r"\b(?:its|our) ?$").search(gap) is not None
                self.out[-1] = replace(self.out[-1], ours=its)
                self.open = [k for k in self.open if k != len(self.out) - 1]  # of the grantor, who may stand elsewhere
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

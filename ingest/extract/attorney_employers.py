"""Organizations in a list of attorneys: employers of those beside them, heads of a group, or attorneys themselves."""

from __future__ import annotations

import re
from dataclasses import replace

from . import attorney_words as words
from .affiliation_words import ITS_PEOPLE, ITS_RELATION
from .attorney import Attorney, joined
from .attorney_state import Listing
from .mentions import Mention
from .patterns import cased, rx
from .tokens import fold

_NAMES_ON = rx(r"(?:^|,| and| or| to| upon| either| each of)\s*(?:the )?$")
_ONCE_OF = rx(r"\b(?:formerly|previously|once|until \d{4})\b[^,;]{0,30}$")  # an employer of the past


_BRACKETED = cased(r"\s*\((?:[^()]{2,60}?,\s+)?")  # "A (Trust department, X Ltd.)"
_DASH = cased(r"\s+(?:-{1,2}|[\u2013\u2014])\s+")  # "A - X, Inc."
_LINE_ENDS = cased(r"[ \t]*[;,.]?[ \t]*(?:\n|$)")
_CLOSED = cased(r"(?:,?\s+(?:[a-z][\w-]*,?\s*){1,5})?[);]")  # "(X LLP, solicitors)"
_APPOSITION = 60  # characters of what an organization is to another
_NEXT_GROUP = rx(r"[^:]{0,40}\b(?:and|or) (?:to )?(?:each of|any of|either of|the following)\b[^:]{0,40}:")


class Employers(Listing):
    """The part of the reading of a list that interprets organizations."""

    def organization(self, item: Mention, gap: str, number: int) -> None:
        """Read an organization: whose people stand before it or behind it, or who acts itself."""
        text = self.page.text
        nxt = self.items[number + 1] if number + 1 < len(self.items) else None
        ahead = text[item.end : nxt.start if nxt else min(self.end, item.end + 120)]
        if (
            self._of_none(item, gap)
            or self._further_group(item, gap, ahead, nxt)
            or self._respectively(item, gap, number)
        ):
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
        last = self.out[-1] if self.out else None
        alone = last is not None and last.type == "person" and last.affiliation is None
        if last is not None and alone and _CLOSED.match(ahead) and _BRACKETED.fullmatch(text, last.end, item.start):
            self.assign([len(self.out) - 1], item)
            self.last_org, self.offices = item, False
            return
        of_it = words.WHO_ARE.search(gap) and ITS_PEOPLE.match(text, item.end)
        if self.open and (of_it or words.WHO_SERVE.search(gap)):
            self.assign(self.targets(gap, previous_title=False), item)
            self.last_org = item
            return
        if self._leads(gap, ahead, nxt):
            self.head(item)
            self.colon = ":" in ahead
            return
        if (item.alias and rx(r"\(the \"?$").search(gap)) or self._whoever(item, gap):
            return
        self._governed(item, gap, ahead, nxt)

    def _of_none(self, item: Mention, gap: str) -> bool:
        """Whether an organization employs nobody here: the forms are about it, somebody left it, it is an address."""
        if self.out and words.CARE_OF.search(gap):
            self.care.append((list(self.open) if words.EACH.search(gap) else [len(self.out) - 1], item))
            return True
        if self.out and words.NOT_OF.search(gap):
            self.open = [k for k in self.open if k != len(self.out) - 1]
            self.last_org = item
            return True
        if (
            self.prefix is not None
            and self.prefix is self.before
            and cased(r",\s+(?:the\s+)?").fullmatch(gap)
            and (ITS_RELATION.match(self.page.text, item.end))
        ):  # "From X LLP, the Company's counsel: A"
            self.colon = ":" in self.page.text[item.end : item.end + _APPOSITION]
            return True
        came = words.CAME_OR_LEFT.search(self.page.text, max(self.start, item.start - 60), item.start)
        about = words.SECURITIES.search(gap) or words.ABOUT.search(gap)  # "my Forms 4 in respect of shares of X"
        if self.holder is item or came or about or _ONCE_OF.search(gap):
            self.last_org = item
            return True
        return False

    def _further_group(self, item: Mention, gap: str, ahead: str, nxt: Mention | None) -> bool:
        """Take an organization for the head of a further list: "and the following lawyers of X's counsel, Y:"."""
        if not self.heading and not words.FOLLOWING.search(gap):
            return False
        firm = nxt is not None and nxt.kind == "organization"
        self.heading = firm and words.ITS_FIRM.fullmatch(ahead) is not None
        if not self.heading and nxt is not None and nxt.kind == "person":
            self.head(item)
        return self.heading or self.prefix is item

    def _whoever(self, item: Mention, gap: str) -> bool:
        """Read "any lawyer of X" as an office, and "any partner of X" as the firm, for which its partners act."""
        any_one = words.ANY_LAWYER.search(gap)
        if any_one is None and not (words.ANY_PARTNER.search(gap) and (not self.out or words.ANOTHER_OF.match(gap))):
            return False
        if any_one is None or words.ANOTHER_OF.match(gap):
            self.assign(self.targets(gap, previous_title=False), item)
        if any_one is not None:
            start = item.start - len(gap) + any_one.start("what")
            name = fold(self.page.text[start : item.end])
            self.out.append(joined(Attorney(name, "office", start, item.end), item))
        else:
            self.out.append(Attorney(item.name, "organization", item.start, item.end))
        self.last_org = item
        return True

    def _respectively(self, item: Mention, gap: str, number: int) -> bool:
        """Give each of a group the organization in its own place: "A and B, of X and Y respectively"."""
        if item.start in self.dealt:
            return True
        text, group = self.page.text, self.open[self.segment :] or self.open
        if len(group) < 2 or not (words.AFFILIATED.search(gap) or words.RESPECTIVELY.search(gap)):
            return False
        run = [item]
        for following in self.items[number + 1 :]:
            if following.kind == "person" or not words.RUNS_ON.fullmatch(text, run[-1].end, following.start):
                break
            run.append(following)
        said = words.RESPECTIVELY.search(gap) or words.RESPECTIVELY.search(text, run[-1].end, run[-1].end + 20)
        orgs = [m for m in run if m.kind == "organization"]
        if said is None or len(orgs) != len(group):
            return False
        for k, org in zip(group, orgs, strict=True):
            self.assign([k], org)
        self.dealt.update(m.start for m in run)
        self.last_org = orgs[-1]
        return True

    def _governed(self, item: Mention, gap: str, ahead: str, nxt: Mention | None) -> None:
        """Give those before it an organization that a preposition governs; one that nothing governs is a party."""
        previous_title = self.before is not None and self.before.kind == "title"
        governed = (
            bool(words.AFFILIATED.search(gap) or words.OF_A_RELATION.search(gap))
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
            if words.OR_AFFILIATES.match(self.page.text, item.end):
                targets = []
                self.open, self.segment = [], 0
            elif tabbed:
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
        if self.open and _NEXT_GROUP.match(ahead):
            return False  # "A and B, of X, and each of: ..."
        if cased(r"(?:\n\s*\n|[.:)*-])\s*(?:Of|From|At)\s*$|^\s*At\s*$").search(gap):
            return True
        fresh = not self.open[self.segment :]
        if fresh and nxt.kind == "person" and words.PEOPLE_NEXT.fullmatch(ahead) and not words.WHO_ARE.search(gap):
            return True
        if not self.out and nxt.kind == "person" and words.NAMELY.search(ahead) and words.ITS_PEOPLE_ARE.search(gap):
            return True
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
        if _DASH.fullmatch(gap) or (self.lines and gap.strip() == "," and _LINE_ENDS.match(self.page.text, item.end)):
            return True
        if _BRACKETED.fullmatch(gap):
            return not item.alias and _CLOSED.match(ahead) is not None
        possessive = cased(r"'s\s").match(ahead) and nxt is not None and nxt.kind == "title"
        if possessive and nxt is not None and words.APPOSED.fullmatch(gap) and not self.out[-1].titled:
            self.skip = nxt.start  # where titles come before names ("X's Secretary, A"), the name before has its own
            return True
        return False

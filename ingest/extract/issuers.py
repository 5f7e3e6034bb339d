"""Which organizations are issuers.

An issuer is an organization with whose securities, boards or offices the instrument ties its principal. Every mention
is read with its neighbours (the patterns are in issuer_words.py); an organization that is only a firm, a broker, a
nominee, an employer of attorneys or a recipient is none.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from . import issuer_words as said
from .clauses import SURE_VERB, Found, Page, Sentence, appended
from .law_firms import law_firms
from .mentions import Mention
from .patterns import cased, rx

_HEADING = 1.0  # the vote of a heading, and what makes an issuer
_SUBTITLE = 1.5  # of a heading that says what the instrument is about
_SERVES = -0.5  # of words that make it somebody's broker, counsel or former name
_TIED = 2.0  # of words that tie the grantor to an organization
_HEAD = 400  # characters in which a heading may stand
_OWN_NAMES = ("company", "corporation", "issuer", "bank", "fund", "registrant", "parent", "utility")


def issuers(
    page: Page, principals: set[str], attorneys: set[str], closing: int, employers: Collection[int] = ()
) -> list[Found]:
    """The issuers of an instrument, by full name, in the order of the text.

    Args:
        page: The instrument.
        principals: Names of organizations that grant.
        attorneys: Names of organizations that receive authority.
        closing: Where the signature block begins; organizations below it only sign.
        employers: Where organizations stand that are read as the attorneys' affiliations, and so tell nothing else.
    """
    seen = [m for m in page.orgs.mentions if page.start <= m.start < page.end]
    seen = [m for m in seen if not page.text[m.start].isspace()]  # of what is said of other papers
    firms = {firm.value for firm in law_firms(page)}
    seen = sorted([*seen, *_meant(page, seen, firms, closing)], key=lambda m: m.start)
    read = _Mentions(page, seen, closing, employers, firms)
    votes, excepted = read.votes()
    first = {m.name: m for m in reversed(seen)}
    roles = {name: alias for alias, name in page.orgs.aliases.items()}
    for name in list(votes):
        alias = roles.get(name, "").lower()
        if alias in _OWN_NAMES and name not in principals:
            votes[name] = max(votes[name], 0.0) + _TIED
        if (
            name in read.firms
            or alias in ("firm", "law firm", "broker")
            or (_granting(name, principals) and not _securities_tied(page, name, employers))
            or (name in attorneys and not read.tied(name) and not _securities_tied(page, name, employers))
            or (
                _HEADING <= votes[name] <= _SUBTITLE
                and any(_family(name, other) or name in other for other in principals)
            )
        ):
            votes[name] = 0.0  # of a family: the group of the funds that grant
    _leave_to_others(read, votes)
    chosen = [name for name, vote in votes.items() if vote >= _HEADING and not name.lower().startswith("estate of ")]
    for hit in page.finditer(said.ANNEXED):
        where = appended(page, hit.start(), hit.end() + 60)
        listed = [m.name for m in page.orgs.within(*where) if m.name not in principals] if where else []
        chosen = list(dict.fromkeys(listed)) or chosen
    only = {m.name for m in seen if read.alone(m)}
    chosen = [name for name in chosen if name in only] or chosen
    silent: list[str] = []
    if not chosen and not said.ANY_COMPANY.search(page.text, page.start, page.end):
        chosen = silent = read.by_elimination(votes, principals, attorneys | excepted)
    return [_placed(page, name, first[name], only=name in silent, vote=votes.get(name, 0.0)) for name in chosen]


def _leave_to_others(read: _Mentions, votes: dict[str, float]) -> None:
    """Take the vote of who only manages, employs or belongs to an issuer: its securities are meant, and its board."""
    for name, vote in list(votes.items()):
        others = any(other != name and v >= _HEADING for other, v in votes.items())
        if vote < _HEADING or not others or _its_securities(read.page, name):
            continue
        mine = [m for m in read.seen if m.name == name]
        if any(_belongs(read.page, m) for m in mine) or (
            any(_employs(read.page, m) for m in mine)
            and not read.tied(name, employed=False)
            and not any(said.ABOUT.search(read.before(m)[-45:]) for m in mine)
        ):
            votes[name] = 0.0


def _belongs(page: Page, mention: Mention) -> bool:
    """Whether an organization is called the grantor's employer, or one that another organization manages or owns."""
    return _manages(page, mention) or said.EMPLOYS.match(page.text, mention.end) is not None


def _employs(page: Page, mention: Mention) -> bool:
    """Whether somebody is an employee, partner or managing director of an organization."""
    return said.EMPLOYED_BY.search(page.text, max(page.start, mention.start - 60), mention.start) is not None


def _granting(name: str, principals: set[str]) -> bool:
    """Whether a name is that of a grantor, or of one with more or less behind it: a trust with its date."""
    return name in principals or any(name.startswith(p) or p.startswith(name) for p in principals)


def _manages(page: Page, mention: Mention) -> bool:
    """Whether an organization is called the general partner or a subsidiary of another one, or owned by it."""
    hit = said.OF_ANOTHER.match(page.text, mention.end)
    return hit is not None and any(
        m.start <= hit.end() + 1 < m.end for m in page.orgs.within(hit.end() - 4, hit.end() + 2)
    )


def _its_securities(page: Page, name: str) -> bool:
    """Whether securities of an organization are spoken of, not its offices only."""
    return any(
        rx(r"\b(?:securities|stock|shares|units)\b[^.;()]{0,50}\b(?:of|in|issued by) (?:the )?$").search(
            page.text, max(page.start, m.start - 70), m.start
        )
        for m in page.orgs.of(name)
        if page.start <= m.start < page.end
    )


def _family(name: str, other: str) -> bool:
    """Whether two organizations of a text share the word that their names begin with."""
    one, two = name.lower().removeprefix("the ").split(), other.lower().removeprefix("the ").split()
    return name != other and len(one[0]) > 3 and one[0] == two[0]  # "New", "St." and "U.S." tell nothing


def _placed(page: Page, name: str, first: Mention, *, only: bool, vote: float) -> Found:
    """An issuer where it is first named in full, with the reasons to take it for one."""
    mention = next((m for m in page.orgs.of(name) if not m.alias), first)
    weak = ("only-company",) if only else ("in-heading",) if vote == _HEADING else ()
    return Found(name, mention.start, mention.end, ("stated", *weak))


@dataclass(slots=True)
class _Mentions:
    """The mentions of organizations in an instrument, and how each votes."""

    page: Page
    seen: list[Mention]
    closing: int
    employers: Collection[int]
    firms: set[str]
    soft: str = field(init=False)

    def __post_init__(self) -> None:
        self.soft = self.page.soft()

    def votes(self) -> tuple[dict[str, float], set[str]]:
        """The sum of votes for each name, and the names that the text excepts."""
        votes: dict[str, float] = {}
        excepted: set[str] = set()
        beside: tuple[int, float] | None = None
        for number, mention in enumerate(self.seen):
            before = self.before(mention)
            if said.EXCEPTED.search(before):
                excepted.add(mention.name)
            counts = mention.start < self.closing and (mention.start not in self.employers or mention.alias)
            following = self.seen[number + 1].start if number + 1 < len(self.seen) else self.page.end
            vote = self._vote(mention, before, beside, following) if counts and mention.name not in excepted else 0.0
            beside = (mention.end, vote)
            if said.OWNED_IN_TURN.match(self.page.text, mention.end):
                vote = 0.0  # what is said of its parent
            votes[mention.name] = votes.get(mention.name, 0.0) + vote
        return votes, excepted

    def before(self, mention: Mention) -> str:
        """What stands before a mention."""
        before = self.soft[max(self.page.start, mention.start - 170) : mention.start]
        return before.rsplit("\n\n", 1)[-1] if mention.start >= self.closing else before

    def _vote(self, mention: Mention, before: str, beside: tuple[int, float] | None, following: int) -> float:
        """How far the words around a mention speak for an issuer; `beside` tells of the organization before."""
        page = self.page
        near = before[-45:]
        if self._apart(mention, following) or said.FORMERLY.search(near) or said.HOLDS_IN.search(near):
            return 0.0
        if said.SERVES_BEFORE.search(near) or said.SERVES.match(page.text, mention.end):
            return _SERVES
        vote = 0.0
        listed = said.LIST_BEGINS.sub(" ", self.soft[max(page.start, mention.start - 360) : mention.start])
        listed = before if listed.endswith(before) else listed
        if said.ROLE_OF.search(listed) and not _attorney_role(page, mention, before):
            vote = _TIED
        if (
            said.SECURITIES_OF.search(listed)
            or said.ITS_STOCK.match(page.text, mention.end)
            or said.HAS_STOCK.match(page.text, mention.end)
            or said.ITS_REPORTS.match(page.text, mention.end)
            or (listed != before and said.ISSUERS_LISTED.search(listed))
        ):
            vote = _TIED
        if said.ABOUT.search(listed[-45:]):
            vote = max(vote, _SUBTITLE)
        blocked = said.NO_ISSUER.search(near)
        if beside is not None and not blocked:
            joins = [
                said.ITS_SUBSIDIARY,
                said.OWNED_IN_TURN,
                said.AND,
                *([said.NEXT_LINE] if beside[1] >= _TIED else []),
            ]
            if any(join.fullmatch(page.text, beside[0], mention.start) for join in joins):
                vote = max(vote, beside[1])
        if blocked and vote < _TIED:
            vote = min(vote, _SERVES)
        if not mention.alias and mention.start < page.start + _HEAD and _own_line(page, mention):
            vote = max(vote, _HEADING)
        return vote

    def _apart(self, mention: Mention, following: int) -> bool:
        """Whether the text sets an organization apart: the power does not reach it, the grantor has left it."""
        sentence = self.page.sentence_at(mention.start)
        if said.APART.search(sentence.text):
            return True
        before = sentence.text[: max(0, mention.start - sentence.start)]
        left = said.LEFT.search(before)
        if left is not None and not said.TO_COME.search(before[: left.start()]):
            return True
        if said.WAS_UNTIL.search(before) or (said.WAS.search(before) and said.UNTIL.match(self.page.text, mention.end)):
            return True
        if said.NOT_REGISTERED.match(self.page.text, mention.end):
            return True
        rest = self.page.text[mention.end : min(sentence.end, following)]
        return said.NOT_THAT.search(rest) is not None or self._none_of_those(sentence, last=following >= sentence.end)

    def _none_of_those(self, sentence: Sentence, *, last: bool) -> bool:
        """Whether the next sentence sets apart what a sentence names, or the `last` thing that it names."""
        after = next((s for s in self.page.sentences if s.start >= sentence.end), None)
        if not sentence.raw or after is None:
            return False
        if said.NONE_OF_THOSE.search(after.text):
            return True
        hit = said.NOT_THAT.search(after.text) if last else None
        return hit is not None and not any(m.start < after.start + hit.start() for m in self._within(after))

    def _addressed(self, mention: Mention) -> bool:
        """Whether a letter goes to an organization, or to an officer of it."""
        page = self.page
        if mention.name in self.firms or self._blocked(mention):
            return False
        line = page.text.rfind("\n", page.start, mention.start) + 1
        alone = not page.text[line : mention.start].strip() and _SALUTATION.match(page.text, mention.end) is not None
        return alone or _TO.search(page.text, max(page.start, mention.start - 60), mention.start) is not None

    def _alone(self, others: set[str]) -> list[Mention]:
        """The mentions of the only company of the text, be it that of the attorneys."""
        above = [m for m in self.seen if m.start < self.closing and m.name not in self.firms | others]
        left = [m for m in above if m.start in self.employers or not self._blocked(m)]
        return left if len({m.name for m in self.seen} - self.firms) == 1 else []

    def _blocked(self, mention: Mention) -> bool:
        """Whether the words before a mention make it somebody's broker, agent or counsel; an employer may be issuer."""
        near = self.before(mention)[-45:]
        return said.NO_ISSUER.search(near) is not None and not said.EMPLOYED.search(near)

    def tied(self, name: str, *, employed: bool = True) -> bool:
        """Whether the grantor holds an office of an organization, or is merely employed there."""
        return any(
            said.ROLE_OF.search(before)
            and not _attorney_role(self.page, m, before)
            and (employed or not said.EMPLOYED_BY.search(before))
            for m in self.seen
            if m.name == name and m.start < self.closing and (before := self.before(m))
        )

    def _within(self, sentence: Sentence) -> list[Mention]:
        """The mentions in full of a sentence."""
        return [m for m in self.page.orgs.within(sentence.start, sentence.end) if not m.alias]

    def alone(self, mention: Mention) -> bool:
        """Whether a mention is of the only company with registered securities: "only X is a reporting company"."""
        sentence = self.page.sentence_at(mention.start)
        before = sentence.text[: max(0, mention.start - sentence.start)]
        return said.ONLY.search(before) is not None and said.REGISTERED.search(sentence.text, len(before)) is not None

    def by_elimination(self, votes: dict[str, float], principals: set[str], others: set[str]) -> list[str]:
        """The issuer of a text that ties none: whose title the signer has, to whom it is addressed, or the only one."""
        left = [m for m in self.seen if votes[m.name] == 0.0 and m.name not in principals | others]
        left = [m for m in left if m.name not in self.firms and not said.NEVER.search(m.name)]
        above = [m for m in left if m.start < self.closing]
        groups = [
            [m for m in left if m.start >= self.closing and said.TITLE_ABOVE.search(self.before(m)) and not principals],
            [m for m in self.seen if m.start < self.closing and self._addressed(m)],
            [m for m in above if m.start not in self.employers],
            self._alone(principals | others),
        ]
        named = (list(dict.fromkeys(m.name for m in group)) for group in groups)
        return next((names for names in named if len(names) == 1), [])


_SALUTATION = rx(r"[^\x00]{0,200}?\n[ \t]*(?:dear|gentlemen|ladies|to whom)\b")
_TO = rx(r"(?:^|\n)[ \t]*to ?:? (?:the )?(?:(?:secretary|board(?: of directors)?|general counsel) of (?:the )?)?$")


def _meant(page: Page, seen: list[Mention], firms: set[str], closing: int) -> list[Mention]:
    """Where "that company" stands for the organization named last, each as a mention of it."""
    out = []
    for hit in said.THAT_COMPANY.finditer(page.text, page.start, closing):
        if any(m.start <= hit.start() < m.end for m in seen):
            continue
        noun = hit.group().split()[-1].removesuffix("'s")
        if rx(rf'\beach,? an? "{noun}"').search(page.text, page.start, closing):
            continue  # the name of each of several
        earlier = [m for m in seen if m.end <= hit.start() and m.name not in firms]
        if earlier:
            end = hit.end() - 2 if hit.group().endswith("'s") else hit.end()
            out.append(Mention("organization", earlier[-1].name, hit.start(), end, alias=True))
    return out


def _securities_tied(page: Page, name: str, employers: Collection[int]) -> bool:
    """Whether a grantor is the issuer too: "securities of the Company", not merely a report it must file."""
    return any(
        rx(
            r"\b(?:securities|stock|shares|units|holdings|director|officer)\b[^.;()]{0,50}\b(?:of|in"
            r"|issued by) (?:the )?$"
        ).search(page.text[max(0, m.start - 70) : m.start])
        or said.ITS_STOCK.match(page.text, m.end)
        for m in page.orgs.of(name)
        if page.start <= m.start < page.end and m.start not in employers
    )


def _attorney_role(page: Page, mention: Mention, before: str) -> bool:
    """Whether a role before an organization is an attorney's ("Jane Doe, Secretary of X") and not the principal's."""
    return said.ATTORNEY_ROLE.search(before) is not None or (
        said.TITLE_OF.search(before[-90:]) is not None
        and not said.GRANTOR_BEFORE.search(before)
        and (said.OF_A_FIRM.search(before) is not None or not said.HE_GRANTS.match(page.text, mention.end))
    )


def _own_line(page: Page, mention: Mention) -> bool:
    """Whether a name is a line of the heading, above whatever appoints."""
    start = page.text.rfind("\n", page.start, mention.start) + 1
    end = page.text.find("\n", mention.end)
    line = page.text[start : end if end > 0 else page.end].strip(" ()[]*-")
    if rx(r"\b(?:agent|broker|administrator|custodian|counsel|registrar)\b").search(page.text, start, mention.start):
        return False  # a field: "Transfer agent:"
    behind = page.text[mention.end : end if end > 0 else page.end]
    if SURE_VERB.search(page.text, page.start, start) or len(cased(r"\b[a-z]+\b").findall(behind)) > 1:
        return False  # running text
    return len(line) < len(mention.name) + 45 and not rx(
        r"\b(?:schedule|by|its|cc|c/o|to(?= ?:)|letterhead|prepared)\b"
    ).search(line)

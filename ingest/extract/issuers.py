"""Which organizations are issuers, and which are law firms.

An issuer is an organization with whose securities, boards or offices the instrument ties its principal. Every mention
is read with its neighbours; an organization that is only a firm, a broker, a nominee, an employer of attorneys or a
recipient is none.
"""

from __future__ import annotations

from collections.abc import Collection

from .clauses import Found, Page, Sentence, appended
from .mentions import Mention, same_organization
from .organizations import is_law_firm
from .patterns import rx

_ROLE_OF = rx(
    r"\b(?:(?:non-executive |executive |supervisory |independent |managing )*directors?|officers?"
    r"|trustees?|insiders?|(?:the |its |a )?board(?: of directors)?|shareholders?|stockholders?"
    r"|holders?|owners?|member of the (?:supervisory )?board|president|chairman|vice president"
    r"|chief \w+(?: \w+)? officer|secretary|treasurer|controller|general counsel|reporting "
    r"persons?|executive|partner|position|affiliate|employee)\b[^.;:()]{0,90}\b(?:of|with|at|in"
    r"|to) (?:both |each of |either of |any of )?(?:the |its (?:[\w-]+ ){0,2}?(?:subsidiary|parent|affiliate),? )?$"
)
_SECURITIES_OF = rx(
    r"\b(?:securities|stocks?|shares|units|options?|interests?|holdings|forms?|reports?|filings?"
    r"|transactions?|statements?|obligations?|dut(?:y|ies)|section 16|trad\w+|beneficial(?:ly)? "
    r"own\w+|dealings|insider|schedules? 13[dg]|13[dg]|registration statement|annual report"
    r"|positions?|ownership|own\w*)\b[^.;()]{0,110}\b(?:of|in|issued by|concerning|about|regarding"
    r"|relat\w+ to|respect (?:to|of)|regard to|as to|touching|for|on|by|involving|pertaining to) "
    r"(?:both |each of |either of |any of )?(?:the )?(?:securities (?:of|issued by) )?(?:or of |the )?$"
)
_ABOUT = rx(
    r"\b(?:with respect to|in respect of|as to|with regard to|in regard to|concerning|about"
    r"|regarding|relating to|on account of|touching) (?:the )?$|\b(?:re|subject|company"
    r"|issuer)\s*:\s*$|section 16 [^\n]{0,60}(?:--|-|of|for)\s*$"
)
_AFTER = rx(
    r"^(?:'s?|\")?\)?(?:'s)?,? (?:class \w |common |ordinary |equity |preferred |capital "
    r")?(?:securities|stock|shares?|common|equity|units|options|reports?|filings|insider)\b"
)
# Between two organizations of one list.
_APART = rx(
    r"\b(?:not|no part|nor) (?:\w+ )?(?:within|of|covered by|included in|part of) this\b"
    r"|\bis outside (?:of )?this\b"
    r"|\b(?:does|shall|will) not (?:\w+ )?(?:extend|apply|relate|reach|cover)\b"
)
_ITS_SUBSIDIARY = rx(
    r"(?:, an? (?:[\w-]+ ){1,4}?(?:corporation|company|partnership|trust|bank))?"
    r"(?: ?\((?:\"|the )[^()]{1,40}\))?,? (?:and|or)? ?(?:of |in )?(?:the )?"
    r"(?:\w+ (?:shares|stock|units) of )?(?:its|his|our)"
    r" (?:[\w-]+ ){0,3}?(?:subsidiar(?:y|ies)|operating partnership|affiliates?|parent)(?: company| corporation)?,? ?"
)
_AND = rx(r",?\s+(?:and|or)\s+(?:of\s+|in\s+)?(?:the\s+)?|,\s+(?:of\s+)?(?:the\s+)?")
_NO_ISSUER = rx(
    r"\b(?:broker(?:age)?(?:s)?(?: firm)?|nominee|custodian|bank|trustee|administrator|agent"
    r"|transfer agent|plan|formerly|previous(?:ly)?|former(?:ly)? (?:known as|called|an?)"
    r"|predecessor|prior|employed by|employees? of|counsel|firm|dealer|advis[eo]r|prepared by"
    r"|successor to|audited by|account (?:at|with)|through|service of|general partner of|manager "
    r"of|subsidiar\w+ of|parent of|acquired|letterhead of|c/o|shares of stock of)\b[^.;:]{0,40}$"
)
_BEFORE = rx(
    r"\b(?:formerly|previously|until (?:lately|recently)|before (?:that|then)|prior to (?:that|then)|used to"
    r"|earlier) [^.;]{0,40}$"
    r"|\bc/o (?:the )?$|\b(?:parent|holding company)(?: company| corporation)? (?:of|for) (?:the )?$"
    r"|\bheld (?:for \w+ )?(?:by|with|at|in the name of) (?:the )?$|\bsuccessor(?: by \w+| in interest)? (?:of"
    r"|to) (?:the )?$"
)
_EXCEPTED = rx(
    r"\b(?:other than|except(?:ing| for)?|excluding|save(?: for)?|apart from) (?:(?:those|that|securities|shares) of )?"
    r"(?:the )?$"
)


_HEADING = 1.0  # the vote of a heading, and what makes an issuer
_SUBTITLE = 1.5  # of a heading that says what the instrument is about


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
    votes: dict[str, float] = {}
    first: dict[str, Mention] = {}
    seen: list[Mention] = [m for m in page.orgs.mentions if page.start <= m.start < page.end]
    seen = [m for m in seen if not page.text[m.start].isspace()]  # of what is said of other papers
    seen = sorted([*seen, *_meant(page, seen, closing)], key=lambda m: m.start)
    excepted: set[str] = set()
    roles = {name: alias for alias, name in page.orgs.aliases.items()}
    beside: tuple[int, float] | None = None
    for mention in seen:
        name = mention.name
        before = page.text[max(page.start, mention.start - 170) : mention.start]
        before = before.rsplit("\n\n", 1)[-1] if mention.start >= closing else before
        counts = mention.start < closing and (mention.start not in employers or mention.alias)
        if _EXCEPTED.search(before):
            excepted.add(name)
        vote = _vote(page, mention, before, beside) if counts and name not in excepted else 0.0
        beside = (mention.end, vote)
        first.setdefault(name, mention)
        votes[name] = votes.get(name, 0.0) + vote
    for name in list(votes):
        alias = roles.get(name, "")
        if (
            alias.lower() in ("company", "corporation", "issuer", "bank", "fund", "registrant", "parent", "utility")
            and name not in principals
        ):
            votes[name] = max(votes[name], 0.0) + 2.0
        if is_law_firm(name, page.text[max(0, first[name].start - 60) : first[name].start]) or (
            name in attorneys and not _securities_tied(page, name, employers)
        ):
            votes[name] = 0.0
        if _MANAGES.match(page.text, first[name].end) and not _its_securities(page, name):
            votes[name] = 0.0  # the board of a general partner is the partnership's
        if _HEADING <= votes[name] <= _SUBTITLE and any(_family(name, other) for other in principals):
            votes[name] = 0.0  # the group of the funds that grant
        if name in principals and not _securities_tied(page, name, employers):
            votes[name] = 0.0
        if alias.lower() in ("firm", "law firm", "broker"):
            votes[name] = 0.0
    chosen = [name for name, vote in votes.items() if vote >= _HEADING and not name.lower().startswith("estate of ")]
    for said in page.finditer(
        rx(
            r"\b(?:issuers?|compan(?:y|ies)|corporations?|funds?|trusts?|registrants?|closed-end \w+)\b"
            r"(?:(?!\b(?:individual|person|{atty}|agent|employee|officer)s?\b)[^.;]){0,60}?\b(?:listed|named"
            r"|set (?:forth|out)|identified|described|shown)\b"
        )
    ):
        where = appended(page, said.start(), said.end() + 60)
        listed = [m.name for m in page.orgs.within(*where) if m.name not in principals] if where else []
        chosen = list(dict.fromkeys(listed)) or chosen
    silent: list[str] = []
    if not chosen and not _ANY_COMPANY.search(page.text, page.start, page.end):
        silent = [n for n, vote in votes.items() if vote == 0.0 and n not in principals | attorneys | excepted]
        silent = [n for n in silent if not is_law_firm(n) and first[n].start < closing and not _NEVER.search(n)]
        chosen = silent if len(silent) == 1 else []  # the one company of the text
    return [_placed(page, name, first[name], only=name in silent, vote=votes.get(name, 0.0)) for name in chosen]


_MANAGES = rx(r"(?: \([^()]{2,60}\))?,? (?:which is )?(?:the|its) (?:sole |managing )?general partner of ")


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


def _vote(page: Page, mention: Mention, before: str, beside: tuple[int, float] | None) -> float:
    """How far the words around a mention speak for an issuer; `beside` is the organization before it, with its vote."""
    vote = 0.0
    near = before[-45:]
    sentence = page.sentence_at(mention.start)
    if _APART.search(sentence.text) or _none_of_those(page, sentence):
        return 0.0
    blocked = _NO_ISSUER.search(near)
    if _ROLE_OF.search(before) and not _attorney_role(page, mention, before):
        vote = 2.0
    if _SECURITIES_OF.search(before):
        vote = max(vote, 2.0)
    if _ABOUT.search(near):
        vote = max(vote, 1.5)
    if _AFTER.search(page.text[mention.end : mention.end + 60]):
        vote = max(vote, 2.0)
    if _BEFORE.search(near):
        return 0.0
    if beside is not None and not blocked and _ITS_SUBSIDIARY.fullmatch(page.text, beside[0], mention.start):
        vote = max(vote, beside[1])
    if beside is not None and not blocked and _AND.fullmatch(page.text, beside[0], mention.start):
        vote = max(vote, beside[1])
    if blocked and vote < 2.0:
        vote = min(vote, -0.5)
    if not mention.alias and mention.start < page.start + 400 and _own_line(page, mention):
        vote = max(vote, _HEADING)
    return vote


_NONE_OF_THOSE = rx(
    r"\b(?:nothing to do with|not (?:an? )?(?:insider|director|officer) of|not (?:covered|reached|affected)|outside"
    r"|no part of)\b[^.;]{0,40}\b(?:either|those|these|them|it|any of|that|such)\b"
)


def _none_of_those(page: Page, sentence: Sentence) -> bool:
    """Whether the next sentence sets apart what a sentence names: "I am no insider of either"."""
    following = next((s for s in page.sentences if s.start >= sentence.end), None)
    return sentence.raw != "" and following is not None and _NONE_OF_THOSE.search(following.text) is not None


_THAT_COMPANY = rx(
    r"\b(?:that|said|such|the same|this) (?:company|corporation|issuer|registrant|bank|partnership|trust"
    r"|fund)(?:'s)?\b(?! (?:of|to|named|whose|listed))"
)


def _meant(page: Page, seen: list[Mention], closing: int) -> list[Mention]:
    """Where "that company" stands for the organization named last, each as a mention of it."""
    out = []
    for said in _THAT_COMPANY.finditer(page.text, page.start, closing):
        if any(m.start <= said.start() < m.end for m in seen):
            continue
        noun = said.group().split()[-1].removesuffix("'s")
        if rx(rf'\beach,? an? "{noun}"').search(page.text, page.start, closing):
            continue  # the name of each of several
        earlier = [m for m in seen if m.end <= said.start() and not is_law_firm(m.name)]
        if earlier:
            end = said.end() - 2 if said.group().endswith("'s") else said.end()
            out.append(Mention("organization", earlier[-1].name, said.start(), end, alias=True))
    return out


_ANY_COMPANY = rx(
    r"\b(?:any|all|each|every|one or more|such)(?: \w+){0,3}? "
    r"(?:compan(?:y|ies)|issuers?|corporations?|entit(?:y|ies))\b"
    r"[^.;]{0,40}\b(?:of which|in which|with which|for which|in whose|whose|that i|i am|where)\b"
    r"|\b(?:of|in|about|concerning|for|to) any (?:and all )?issuers?\b"
    r"|\b(?:securities|stocks?|shares|interests?|units)\b[^.;]{0,30}\b(?:of|in|issued by) (?:any|every|each|whatever"
    r"|whichever)(?: \w+){0,2}? (?:compan(?:y|ies)|corporations?|entit(?:y|ies)|registrants?)\b"
)
_NEVER = rx(r"\b(?:securities|brokerage|nominees?|transfer|registr\w+|plan|savings plan|trust company)\b")


_ITS_STOCK = rx(
    r"^(?:'s?|\")?\)?(?:'s)?,? (?:class \w |common |ordinary |equity |preferred |capital )?"
    r"(?:securities|stock|shares?|equity|units|options)\b"
)


def _securities_tied(page: Page, name: str, employers: Collection[int]) -> bool:
    """Whether a grantor is the issuer too: "securities of the Company", not merely a report it must file."""
    return any(
        rx(
            r"\b(?:securities|stock|shares|units|holdings|director|officer)\b[^.;()]{0,50}\b(?:of|in"
            r"|issued by) (?:the )?$"
        ).search(page.text[max(0, m.start - 70) : m.start])
        or _ITS_STOCK.search(page.text[m.end : m.end + 40])
        for m in page.orgs.of(name)
        if page.start <= m.start < page.end and m.start not in employers
    )


def _attorney_role(page: Page, mention: Mention, before: str) -> bool:
    """Whether a role before an organization is an attorney's ("Jane Doe, Secretary of X") and not the principal's."""
    if rx(
        r"\b(?:any|such|each) other (?:employees?|officers?|persons?|members?|lawyers?)\b[^.;()]{0,40}"
        r"\b(?:of|at|with|in|by) (?:the )?$|"
        r"\b(?:delegat\w+|substitut\w+|deput\w+)\b[^.;]{0,60}\b(?:officers?|employees?|partners?|members?|lawyers?) "
        r"(?:of|at|with|in) (?:the )?$|"
        r"\b(?:mr|ms|mrs|dr)\. [\w'-]+,? (?:is|serves|works)\b[^.;]{0,80}$"
        r"|\b(?:{atty}s?[- ]in[- ]fact|agents?|them|whom)(?:,? (?:is|are|being|be|remains?|ceas\w+|no|longer|to|each"
        r"|all|who))*,? (?:an? )?(?:employees?|officers?|partners?|members?|directors?) (?:of|at|with|in) (?:the )?$"
    ).search(before):
        return True
    return bool(
        rx(
            r"(?-i:[A-Z])[\w'-]+,? (?:(?:an?|each|both|who is|the|our|its|then"
            r"|being)\b[^.;()]{0,30})?(?:(?-i:[A-Z])[\w'-]+,? (?:and |of |for |& |- )?){0,6}(?:of|at|with) "
            r"(?:the )?$"
        ).search(before[-90:])
    ) and not rx(r"\b(?:undersigned|i|me|my|his|her|principal|grantor|insider)\b[^.;]{0,120}$").search(before)


def _own_line(page: Page, mention: Mention) -> bool:
    start = page.text.rfind("\n", page.start, mention.start) + 1
    end = page.text.find("\n", mention.end)
    line = page.text[start : end if end > 0 else page.end].strip(" ()[]*-")
    if rx(r"\b(?:agent|broker|administrator|custodian|counsel|registrar)\b").search(page.text, start, mention.start):
        return False  # a field: "Transfer agent:"
    return len(line) < len(mention.name) + 45 and not rx(
        r"\b(?:schedule|by|its|cc|c/o|to(?= ?:)|letterhead|prepared)\b"
    ).search(line)


_AT_LAW = rx(r",? (?:an? |the )?(?:{atty}s?|counsel(?:l?ors?)?|solicitors?|lawyers)[- ]at[- ]law\b|,? an? law firm\b")


def law_firms(page: Page) -> list[Found]:
    """Every law firm named anywhere, by full name."""
    out: dict[str, Found] = {}
    for mention in page.orgs.mentions:
        if not page.start <= mention.start < page.end or mention.alias:
            continue
        context = page.text[max(0, mention.start - 60) : mention.start]
        if is_law_firm(mention.name, context) or _AT_LAW.match(page.text, mention.end):
            out.setdefault(same_organization(mention.name), Found(mention.name, mention.start, mention.end))
    return list(out.values())

"""Affiliations that stand away from the list of attorneys, in sentences of their own.

    SUBJECT     is/are/being/works/serves ...   COMPLEMENT          ORGANIZATION
    Mr. Okafor  is                              an employee of      the Issuer
    all three   are                             lawyers at          Sandoe & Marchetti
    Ms. Moss    is Counsel, Mr. Tolliver is Treasurer and Ms. Yun is Secretary of  X Corp.
    Ms. Lin     was of Y LLP, and is now        the                 Company's Treasurer
    Ms. Ott     reports to him                                      (his)

subjects.py finds the subjects. Subjects that "and" joins share a predicate; a title without an organization takes the
one that closes the sentence. A sentence about one attorney outweighs a sentence about all. The end of an attorney's
employment ("when Ms. Yun leaves X") tells the employer too; the end of the principal's does not, nor does what is past.
"""

from __future__ import annotations

from . import affiliation_words as words
from .attorney import Attorney, joined
from .attorney_words import OR_AFFILIATES
from .clauses import Page, Sentence
from .law_firms import is_law_firm
from .letters import addressees
from .mentions import Mention
from .patterns import cased
from .subjects import Subject, Subjects

Given = tuple[tuple[int, ...], Mention, bool]  # to whom an organization is given, and whether as a group


def later(page: Page, attorneys: tuple[Attorney, ...]) -> tuple[Attorney, ...]:
    """The attorneys with the affiliations that other sentences, or the rows of a table, give."""
    subjects = Subjects(attorneys)
    given: dict[int, tuple[Mention, bool]] = {
        k: (Mention("organization", a.affiliation, a.affiliation_start, a.affiliation_end), False)
        for k, a in enumerate(attorneys)
        if a.affiliation
    }
    listed = (min(a.start for a in attorneys), max(a.end for a in attorneys)) if attorneys else (0, 0)
    last: Mention | None = None
    before: Sentence | None = None  # the sentence before, where it names no organization
    for k, org in _fields(page, attorneys).items():
        given[k] = (org, False)
        attorneys = (*attorneys[:k], joined(attorneys[k], org), *attorneys[k + 1 :])
    for sentence in page.sentences:
        named = [(m.start, m.end) for m in page.orgs.within(sentence.start, sentence.end)]
        if not named and not words.GENERIC.search(sentence.raw) and not words.OF_ANOTHER.search(sentence.raw):
            before = sentence
            continue
        if before is not None and words.PRONOUN_FIRST.match(sentence.raw):
            subjects.of(before, [listed])  # of whom "she" is said
        before = None
        of = subjects.of(sentence, [*named, listed])
        beside = sentence.start >= listed[1] or words.OF_ATTORNEYS.search(sentence.text) is not None
        said = _Said(page, sentence, of, {k: g[0] for k, g in given.items()}, last, beside=beside)
        for who, org, group in said.read():
            for k in who:
                if k not in given or (given[k][1] and not group):
                    given[k] = (org, group)
        last = said.last
    out = list(attorneys)
    for k, (org, _) in given.items():
        if out[k].affiliation is None:
            out[k] = joined(out[k], org)
    for k in subjects.people:
        if out[k].affiliation is None:
            out[k] = joined(out[k], _row(page, out[k]) or _readers(page, out[k]))
    return tuple(out)


class _Said:
    """What one sentence says of its subjects.

    Args:
        page: The instrument.
        sentence: The sentence.
        subjects: Its subjects.
        known: The organizations of attorneys that are known already.
        last: The organization that the sentence before gave.
        beside: Whether the sentence may speak of the attorneys without a verb (", each an employee of X").
    """

    def __init__(
        self,
        page: Page,
        sentence: Sentence,
        subjects: list[Subject],
        known: dict[int, Mention],
        last: Mention | None,
        *,
        beside: bool,
    ) -> None:
        self.page, self.sentence, self.subjects = page, sentence, subjects
        self.known, self.last, self.beside = dict(known), last, beside
        self.out: list[Given] = []

    def read(self) -> list[Given]:
        """To whom the sentence gives which organization."""
        sentence, subjects = self.sentence, self.subjects
        carried: tuple[int, ...] = ()
        waiting: tuple[int, ...] = ()
        opening = 0  # where the run of subjects begins that "and" joins
        for n, subject in enumerate(subjects):
            following = subjects[n + 1] if n + 1 < len(subjects) else None
            if following is not None and following.start < subject.end:
                continue
            if not carried:
                opening = subject.start
            end = following.start if following is not None else len(sentence.raw)
            rest = sentence.text[subject.end : end]
            if words.AND.fullmatch(rest) and following is not None:
                carried += () if subject.group else subject.who
                continue
            at = sentence.start + subject.end
            if subject.group and carried:  # "A, B and C, all of X"
                org = next(iter(self.page.orgs.within(at, sentence.start + end)), None)
                if org and words.ALL_OF.fullmatch(self.page.text, at, org.start):
                    if (related := self._related(org, sentence.start + end)) is not None:
                        self._give(carried, related, group=False)
                    carried = ()
                    continue
            group = subject.group and not carried  # "Mr. Doe, who is ...": of those named, not of all
            who, carried = (*carried, *(() if subject.group and carried else subject.who)), ()
            above = following.who if following is not None and words.UNDER.fullmatch(rest) else ()
            org = (
                self._before(opening, rest)
                or (self.last if words.SAME.match(rest) else None)
                or (self.known.get(above[0]) if len(above) == 1 else None)
                or self._employer(at, at + len(rest.split(";")[0]), opening, subject, group=group)
            )
            if org is not None:
                self._give((*waiting, *who), org, group=group)
                waiting = ()
            elif not group and (verb := words.IS.match(rest)) and words.TITLE_ONLY.match(rest[verb.end() :]):
                waiting += who
        return self.out

    def _give(self, who: tuple[int, ...], org: Mention, *, group: bool) -> None:
        self.out.append((who, org, group))
        self.last = org
        self.known.update((k, org) for k in who if not group)

    def _before(self, opening: int, rest: str) -> Mention | None:
        """The organization before the subject: "X, where Mr. Doe is Secretary", "X employs Mr. Doe"."""
        at = self.sentence.start + opening
        org = next(iter(reversed(self.page.orgs.within(self.sentence.start, at))), None)
        if org is None:
            return None
        between = self.page.text[org.end : at]
        where = words.WHERE.fullmatch(between) and words.WORKS.match(rest)
        whom = not between.strip(" ,") and words.IT_EMPLOYS.match(rest)  # "X, both of whom it employs"
        return org if where or whom or words.EMPLOYS.fullmatch(between) else None

    def _employer(self, at: int, to: int, opening: int, subject: Subject, *, group: bool) -> Mention | None:
        """The organization to which the words of text[at:to], which follow a subject, say that it belongs."""
        text = self.page.text
        found = self.page.orgs.within(at, to)
        if not found and (generic := words.GENERIC.search(text, at, to)):
            meant = _meant(self.page, (generic.group(1) or "company").lower(), generic.start(), generic.end())
            found = [meant] if meant is not None else []
        since, past = at, False
        for org in found:
            between = text[since : org.start]
            if past:
                verb = words.PRESENT.search(between)
                between = f" {between[verb.start() :]}" if verb is not None else ""
            elif words.LEFT.search(between) and not words.CASE.search(self.sentence.text, 0, opening):
                return None  # who has left belongs to it no longer
            service = (words.GROUP_SERVICE if group else words.SERVICE_ENDS).match(between)
            if not service and (not between or words.PAST.search(between)):
                since, past = org.end, True
                continue
            if service and not (words.CASE.search(self.sentence.text, 0, opening)) and words.DENIED.search(between):
                return None
            if service or self._linked(org, between, subject, group=group):
                affiliates = words.AFFILIATES.match(text[org.end : org.end + 60])
                named = service and not (org.alias or "ceas" in between)  # "while he is employed by X or an affiliate"
                return None if affiliates and not named else self._related(org, to)
            return None
        return None

    def _linked(self, org: Mention, between: str, subject: Subject, *, group: bool) -> bool:
        """Whether the words between a subject and an organization say that the one belongs to the other."""
        text = self.page.text
        if not group and words.BESIDE.fullmatch(between):
            return True
        if words.WHOSE_TITLE.fullmatch(between) and text.startswith("'s", org.end):
            return True  # "He is the Company's Secretary"
        if words.AN.fullmatch(between) and words.ITS_PEOPLE.match(text, org.end):
            return True  # "both are X employees"
        if not group and words.EMPLOYER_IS.fullmatch(between):
            return True
        if self.out and not group and words.GAPPED_OF.fullmatch(between):
            return True  # "A belongs to the staff of X, B to Y"
        if words.WHOM.fullmatch(between) and text.startswith(" employs", org.end):
            return True
        said = words.BESIDE_THE_GRANTOR.sub("", between)
        if self.out and not group and words.GAPPED.match(said):
            said = f" is{said}"
        verb = words.IS.match(said)
        if verb is None and self.beside and cased(r"(?i)(?:each|both|all)\b").match(self.sentence.raw, subject.start):
            before = self.sentence.raw[: subject.start].rstrip()
            verb = words.APPOSED.match(said) if before.endswith((",", "(", "-", "\u2014", ":")) else None
        if verb is None or words.BARRED.search(said) or len(said) > _FAR:
            return False
        return bool(words.LEADS.search(said[max(0, verb.end() - 6) :]) or words.RELATED.search(said))

    def _related(self, org: Mention, to: int) -> Mention | None:
        """The organization, or the one that is named as its parent, adviser ...; None where that one has no name."""
        relation = words.ITS_RELATION.match(self.page.text, org.end)
        if relation is None:
            return org
        named = next((m for m in self.page.orgs.within(relation.end(), to) if m.start == relation.end()), None)
        return named or (
            org if relation["what"].lower() in ("counsel", "auditor", "manager", "administrator") else None
        )


_TITLES_TOO = ("counsel", "auditor", "manager", "administrator")  # "he is the Company's counsel"
_FAR = 160  # characters between a subject and its organization


def _meant(page: Page, noun: str, start: int, end: int) -> Mention | None:
    """Which organization "the firm" or "that company" is: the nearest before of that sort."""
    earlier = [m for m in page.orgs.within(page.start, start) if is_law_firm(m.name) == (noun == "firm")]
    return Mention("organization", earlier[-1].name, start, end, alias=True) if earlier else None


def _fields(page: Page, attorneys: tuple[Attorney, ...]) -> dict[int, Mention]:
    """The organizations of fields below those that name attorneys: "Agent: A", "Agent's firm: X", "Firm: same"."""
    out: dict[int, Mention] = {}
    last: Mention | None = None
    for k, attorney in enumerate(attorneys):
        line = page.text.find("\n", attorney.end)
        label = words.FIRM_FIELD.match(page.text, line + 1, page.end) if line >= 0 else None
        if label is None:
            continue
        org = next((m for m in page.orgs.within(label.end(), label.end() + 1)), None)
        last = org or (last if words.SAME_FIRM.match(page.text, label.end()) else None)
        if last is not None:
            out[k] = last
    return out


def _readers(page: Page, attorney: Attorney) -> Mention | None:
    """The organization of a letter's reader, where the attorney is of the same: "Mr. Park of your firm"."""
    if not words.OF_YOURS.match(page.text, attorney.end):
        return None
    reader = next((a for a in addressees(page) if a.affiliation), None)
    if reader is None or reader.affiliation is None:
        return None
    return Mention("organization", reader.affiliation, reader.affiliation_start, reader.affiliation_end)


def _row(page: Page, attorney: Attorney) -> Mention | None:
    """The organization in the row of a table that begins with the attorney's name."""
    at = page.start
    while (again := page.text.find(attorney.name, at, page.end)) >= 0:
        at = again + len(attorney.name)
        line_end = page.text.find("\n", at)
        org = next(iter(page.orgs.within(at, line_end if line_end > 0 else page.end)), None)
        if org and OR_AFFILIATES.match(page.text, org.end):
            return None
        if org and cased(r"(?:\t| {2,})(?:[A-Z][\w-]+,? ?(?:and |of |for |& )?){0,6}$").match(
            page.text[at : org.start]
        ):
            return org
    return None


def places(page: Page, attorneys: tuple[Attorney, ...]) -> set[int]:
    """Where the organizations of attorneys stand, without those that the forms are about ("as to X, where A works")."""
    starts = {a.affiliation_start for a in attorneys if a.affiliation and not a.ours}
    return {s for s in starts if not words.ABOUT.search(page.text, max(page.start, s - _BEFORE), s)}


_BEFORE = 60  # characters

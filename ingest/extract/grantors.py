"""Who the heading and the opening of an instrument say grants: "I, Jane Doe, ...", "Reporting Person: Jane Doe"."""

from __future__ import annotations

import re

from .attorney_words import GRANTEE_LABEL
from .clauses import Page
from .patterns import cased, rx
from .persons import persons
from .principal import Principal

_SELF = rx(
    r"(?:\bI,|\bwe,|(?:the|each of the) undersigned,?(?: (?-i:[A-Z]))?|\bmy name is|\bthat I,"
    r"|\b(?:principal|grantor|insider|name|from|re|subject|reporting person|filer|(?:given|granted|made|signed) by"
    r"|appointor|donor|person giving [\w ]{0,20}|who is giving [\w ]{0,20})\s*[:?]"
    r"|\b(?:reporting person|grantor|principal|insider|filer|granted by|given by)\t|\bconfirms? "
    r"that(?: the undersigned,)?|\bfor(?:\s*\n)|\bof(?:\s*\n)?|\bappear(?:ed|s|ing)(?: "
    r"party)?\s*:?|\bcertif(?:y|ies) that"
    r"|\b(?:deed|power of {atty}|instrument|mandate)\b[^.;\n]{0,20}\b(?:made|given|granted|executed"
    r"|dated)\b[^.;]{0,40}\bby)\s*$"
)
_GRANTOR = rx(
    r"\(?(?:the|each,? an?|hereinafter|a|collectively,? the) \"(?:undersigned|grantors?"
    r"|principals?|insiders?|reporting persons?|filers?|reporters?|donors?|appointors?|constituents?|makers?|appearers?"
    r"|mandators?|crest entities)\"|^,? "
    r"?\(?\"?the undersigned\"?\)?"
)
_ACTS_FOR = rx(r",? (?:acting )?(?:by|through)(?: and through)?(?: (?:its|the)(?: [\w-]+){1,4}?,?)? $")
_FIRST_PERSON = rx(r"(?-i:\bI\b)|\bundersigned\b")  # who has said so is the grantor, and nobody named later
_SUBJECT = rx(
    r"\b(?:hereby|does hereby|do hereby|does|do|has|have|makes?|constitutes?|appoints?|selects?"
    r"|jointly|names?|designates?|authori[sz]es?|entrusts?|nominates?|elects?|engages?)\b"
)
_GRANTEES = rx(r"{atty}s?[- ]in[- ]fact|\beach of\b|\bagents?\b|\bappoint|\bgiven to\b")


def candidates(page: Page, clause_start: int, clause_verb: int) -> list[Principal]:
    """Names that the heading and the opening give to the grantor."""
    out: list[Principal] = []
    text = page.text
    limit = max(clause_verb, min(page.end, page.start + 1500))
    for mention in persons(text, page.start, limit, page.orgs):
        if mention.kind != "person" or (clause_start <= mention.start and clause_verb <= mention.start):
            continue
        before = text[max(page.start, mention.start - 60) : mention.start]
        after = text[mention.end : mention.end + 60]
        start = mention.start
        if clause_start <= start and _ACTS_FOR.search(before):
            continue  # "The Doe Trust, by Jane Doe, Trustee, appoints"
        while (
            before
            and before.rstrip()[-1:] == "."
            and cased(r"\b(?:Mr|Ms|Mrs|Dr|Fr|Rev|Hon|Prof|Sir)\.\s*$").search(before)
        ):
            before = cased(r"\b\w+\.\s*$").sub("", before)
        before = cased(r"\b(?:Sir|Dame|Mr|Ms|Mrs|Dr|Fr|Rev|Hon|Prof|Lord|Judge)\s*$").sub("", before)
        line = text[
            text.rfind("\n", page.start, start) + 1 : text.find("\n", mention.end)
            if text.find("\n", mention.end) > 0
            else page.end
        ].strip()
        if (
            _SELF.search(before)
            and not cased(r"\b(?:estate|behalf|wife|husband|spouse|trust|name) of\s*$").search(before)
        ) or _GRANTOR.search(after[:50]):
            if cased(r"\bof\s*$").search(before) and not (
                _heading_line(line)
                or cased(r"(?i)\b(?:filings?|reports?|power of attorney|signature) of\s*$").search(before)
            ):
                continue
            out.append(Principal(mention.name, "person", mention.start, mention.end))
        elif (
            (
                start < clause_start + 5
                and _heading_line(line)
                and (line.startswith(mention.name.split()[0]) or _HONORED.fullmatch(text, page.start, start))
                and mention.start < clause_start
                and not _below_attorneys(text, page.start, start)
            )
            or (out and cased(r",?\s*(?:and|&)?\s*").fullmatch(text[out[-1].end : mention.start]))
            or (
                clause_start <= start < clause_verb
                and _SUBJECT.search(text[mention.end : clause_verb + 20][:200])
                and not _GRANTEES.search(text, clause_start, start)
                and not (out and _FIRST_PERSON.search(text, clause_start, start))
            )
        ):
            out.append(Principal(mention.name, "person", mention.start, mention.end))
    return out


def _below_attorneys(text: str, start: int, at: int) -> bool:
    """Whether a line goes on a field that names attorneys: "Attorneys:  A" and below it "B"."""
    paragraph = max(start, text.rfind("\n\n", start, at))
    labels = list(_LABEL.finditer(text, paragraph, at))
    return bool(labels) and GRANTEE_LABEL.match(text, labels[-1].start()) is not None


_LABEL = re.compile(r"^[ \t]*[A-Z][\w /()-]{1,30}(?::(?=\s)|\t)", re.MULTILINE)
# The head of a letter by its writer.
_HONORED = re.compile(r"\s*(?:(?:Prof|Professor|Dr|Mr|Mrs|Ms|Sir|Dame|Rev|Hon|Judge|Lord|Lady)\.?[ ]+)+")


def _heading_line(line: str) -> bool:
    return (
        0 < len(line) < 90
        and (line.isupper() or not cased(r"\b(?:the|to|and|of) [a-z]").search(line))
        and (line.isupper() or sum(word[0].islower() for word in line.split()) < _FEW)
        and not cased(r"(?<![A-Z.]\.[A-Z])(?<!\b[JS]r)(?<!Esq)(?<!Ph\.D)\.$").search(line)
    )


_FEW = 4  # lower-case words that a heading may have

"""Made-up documents by their number, for measuring and comparing validators: powers, whole or with one fault each.

`power` is a power of attorney as `infact build` writes it: a principal, two attorneys of a company, three forms, text,
and evidence with a sentence for each name; by position, some lack an attorney, a date or a term. `paper` is one of five
kinds of document in turn, with and without a filing. `faulty` takes the lines of a paper and spoils one property of it:
each property in turn is left out, doubled, given a value of another kind, or given an early or foreign one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from infact.ingest.quads import quads
from infact.ingest.records import (
    Company,
    Evidence,
    Filing,
    Instrument,
    Owner,
    Party,
    Record,
    Reference,
    Review,
    Signature,
)

KINDS = ("power-of-attorney", "confirming-statement", "substitution", "revocation", "form-4")
_LINE = re.compile(rb"(<[^>]*>) (<[^>]*>) (.*) (<[^>]*>) \.\n")


@dataclass(frozen=True, slots=True)
class Made:
    """A generated document, as `quads` takes it."""

    record: Record
    texts: dict[str, str]
    key: str
    sha256: str
    size: int


def power(number: int) -> Made:
    """The power of attorney of that number; equal numbers give equal documents."""
    principal, first, second = f"Insider {number}", f"Attorney {number % 97}", f"Attorney {number % 89 + 100}"
    issuer = f"Issuer {number % 211}, Inc."
    day = f"20{number % 20 + 1:02d}-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
    attorneys = () if number % 50 == 0 else (Party(first, "person", issuer), Party(second, "person", issuer))
    names = [first, second] if attorneys else []
    text = (
        f"The undersigned, {principal}, appoints {' and '.join(names) or 'nobody'} of {issuer} as attorney-in-fact.\n"
        f"They may execute and file Forms 3, 4 and 5.\nSigned on {day}.\n/s/ {principal}\n"
    )
    fields = {"principals[0].name": principal, **{f"attorneys[{i}].name": name for i, name in enumerate(names)}}
    fields |= {"issuers[0]": issuer, "forms[0]": "Forms 3, 4 and 5", "signatories[0]": principal}
    if dated := number % 30 != 0:
        fields["executed"] = day
    evidence = tuple(
        Evidence(name, text.index(quote), text.index(quote) + len(quote), quote) for name, quote in fields.items()
    )
    instrument = Instrument(
        principals=(Party(principal),),
        attorneys=attorneys,
        issuers=(issuer,),
        forms=("3", "4", "5"),
        powers=("execute-forms", "file-forms"),
        executed=day if dated else None,
        term=None if number % 4 == 0 else "until-revoked",
        signatories=(principal,),
        evidence=evidence,
    )
    record = Record(f"power-{number}.txt", instruments=(instrument,))
    return Made(record, {"1": text}, f"sha256-{number:032x}", f"{number:064x}", len(text))


def paper(number: int) -> Made:
    """The document of that number: one of `KINDS` in turn, two of three in a filing, saying all that can be said."""
    made, kind = power(number), KINDS[number % len(KINDS)]
    instrument = replace(
        made.record.instruments[0],
        law_firms=("Firm LLP",),
        authority="joint",
        expires="2031-01-01",
        clauses=("indemnity",),
        limits=("only for Kestrel",),
        refers_to=(Reference("supersedes", "2001-02-03"),),
        review=(Review("forms", "an odd form"),) if number % 7 == 0 else (),
    )
    instruments = () if kind == "form-4" else (replace(instrument, kind=kind),)
    filing = None
    if number % 3 or kind == "form-4":
        owner = f"Insider {number}"
        filing = Filing(
            accession=f"{number:010d}-21-{number % 1000000:06d}",
            form="4",
            filed="2021-03-05",
            period="2021-03-03",
            issuer=Company(f"{number % 211 + 1:010d}", f"Issuer {number % 211}, Inc."),
            owners=(Owner(f"{number + 1000:010d}", owner, roles=("director",)),),
            signatures=(Signature(f"/s/ {owner}", owner, capacity="self", date="2021-03-04"),),
        )
    return replace(made, record=replace(made.record, filing=filing, instruments=instruments))


def faulty(number: int) -> list[bytes]:
    """The lines of a paper of which one property is spoilt, another property and way with each number."""
    lines = list(quads(paper(number), "0"))
    properties = sorted({line.split(b" ", 2)[1] for line in lines})
    ways = sorted(_WAYS)
    turn = number // len(KINDS)
    chosen, way = properties[turn // len(ways) % len(properties)], _WAYS[ways[turn % len(ways)]]
    return [new for line in lines for new in (way(line) if line.split(b" ", 2)[1] == chosen else (line,))]


def _again(line: bytes, value: bytes) -> bytes:
    found = _LINE.fullmatch(line)
    assert found is not None, line
    return b"%s %s %s %s .\n" % (found[1], found[2], value, found[4])


def _other(line: bytes) -> bytes:
    """Another value of the same kind: the earliest day, nought, a text with a letter more, the document itself."""
    found = _LINE.fullmatch(line)
    assert found is not None, line
    value = found[3]
    if b"#date>" in value:
        return b'"1900-01-01"^^<http://www.w3.org/2001/XMLSchema#date>'
    if b"#integer>" in value or b"#decimal>" in value:
        return b'"0"' + value[value.rindex(b'"') + 1 :]
    return b'"x' + value[1:] if value.startswith(b'"') else found[4].replace(b"/graph/", b"/id/")


def _kind(line: bytes) -> bytes:
    """A value of another kind: a text for a node, a node for a text."""
    found = _LINE.fullmatch(line)
    assert found is not None, line
    return b'"junk"' if found[3].startswith(b"<") else b"<https://w3id.org/infact/scheme/form/junk>"


_WAYS: dict[str, Callable[[bytes], tuple[bytes, ...]]] = {
    "left out": lambda line: (),
    "doubled": lambda line: (line, _again(line, _other(line))),
    "of another kind": lambda line: (_again(line, _kind(line)),),
    "another": lambda line: (_again(line, _other(line)),),
}


def documents(count: int, *, faults: bool = False) -> Iterator[tuple[Made, bytes]]:
    """So many documents and their lines: powers, or with faults every second one whole and every second one spoilt."""
    for number in range(count):
        made = paper(number) if faults else power(number)
        lines = faulty(number) if faults and number % 2 else list(quads(made, "0"))
        yield made, b"".join(dict.fromkeys(lines))

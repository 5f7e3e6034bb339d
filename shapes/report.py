"""The report of a validation: counts by message first, then examples, in every format."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from operator import attrgetter

from ..common.render import Table
from ..ontology import terms
from .completeness import Cell, core, shares
from .constraints import SEVERITIES, SHAPE
from .findings import Finding
from .found import Found, values
from .rules import rules

COLUMNS = (
    "severity", "constraint", "message", "thing", "document", "source", "focus", "path", "value", "component",
    "sentence",
)  # fmt: skip
_EXAMPLES = 3
_row = attrgetter(*COLUMNS)


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """Everything that a validation found; in memory are counts, and findings are on disk.

    Attributes:
        findings: Each result, in the order of the documents.
        documents: Number of documents validated.
        kinds: Number of instruments among them, by class.
        cells: The same instruments by issuer and year, with what they lack of completeness.
        anew: Number of documents that this run looked at; what was found in the others was kept from an earlier run.
    """

    findings: Found
    documents: int
    kinds: tuple[tuple[str, int], ...] = field(default=())
    cells: tuple[Cell, ...] = field(default=())
    anew: int = field(default=0, compare=False)

    @property
    def instruments(self) -> int:
        """Number of instruments validated."""
        return sum(count for _, count in self.kinds)

    @property
    def conforms(self) -> bool:
        """Whether nothing was found, of whatever severity (SHACL, section 3.6.1.1)."""
        return not len(self.findings)

    def by_message(self) -> list[tuple[str, str, str, int]]:
        """Severity, constraint, message and count, the gravest and most frequent first."""
        return sorted(self.findings.counts(), key=lambda one: (SEVERITIES.index(one[0]), -one[3], one[1]))

    def by_severity(self) -> dict[str, int]:
        """The number of findings of each severity that there is, the gravest first."""
        counts = dict.fromkeys(SEVERITIES, 0)
        for severity, _, _, count in self.findings.counts():
            counts[severity] += count
        return {severity: count for severity, count in counts.items() if count}

    def completeness(self) -> float | None:
        """Mean completeness of the instruments, from 0 to 1; None where there is no instrument."""
        if not self.instruments:
            return None
        missed = self.findings.nodes()
        return 1.0 - sum(missed.get(name, 0) * share for name, share in shares().items()) / self.instruments

    def by_field(self) -> list[tuple[str, int, int]]:
        """For each constraint of completeness: its id, how many instruments meet it, and of how many it is asked."""
        missed, counts = self.findings.nodes(), dict(self.kinds)
        return [
            (one.id, counts[kind] - missed.get(one.id, 0), counts[kind])
            for kind, of_class in core().items()
            if kind in counts
            for one in of_class
        ]

    def statement(self) -> str:
        """What came of it, in one sentence."""
        if not self.instruments:
            about = f"None of the {self.documents} documents holds an instrument, so nothing can be said of powers"
            return f"{about}." if self.conforms else f"{about}; there are {len(self.findings)} findings about the rest."
        if self.conforms:
            return f"Everything that the shapes ask for is there, in {self.instruments} instruments."
        words = ", ".join(f"{count} {severity}{'s' * (count > 1)}" for severity, count in self.by_severity().items())
        return f"{words} in {self.instruments} instruments of {self.documents} documents."


def graver(severity: str) -> tuple[str, ...]:
    """A severity and all that are graver.

    Raises:
        ValueError: There is no such severity.
    """
    if severity not in SEVERITIES:
        raise ValueError(f"there is no severity {severity!r}; there are {', '.join(SEVERITIES)}")
    return SEVERITIES[: SEVERITIES.index(severity) + 1]


def exit_code(report: ValidationReport, fail_on: str | None = "Violation") -> int:
    """0, or 1 where there is a finding as grave as `fail_on` or graver.

    Args:
        report: What was found.
        fail_on: "Violation", "Warning" or "Info"; None never fails.

    Raises:
        ValueError: There is no such severity.
    """
    return int(fail_on is not None and not report.by_severity().keys().isdisjoint(graver(fail_on)))


def head(report: ValidationReport, about: Mapping[str, object] | None = None) -> Table:
    """A table without its `rows`: what it stands on, and the counts by message; for CSV, JSON and JSON lines."""
    counts = [
        {"severity": severity, "constraint": constraint, "message": message, "count": count}
        for severity, constraint, message, count in report.by_message()
    ]
    return Table(COLUMNS, (), {**(about or summary(report)), "messages": counts})


def rows(report: ValidationReport) -> Iterator[tuple[object, ...]]:
    """Every finding as a row."""
    return map(_row, report.findings)


def summary(report: ValidationReport) -> dict[str, object]:
    """The figures of a report: how much was validated, how complete it is, and whether anything was found."""
    completeness = report.completeness()
    return {
        "validated": {"documents": report.documents, "instruments": report.instruments},
        "completeness": None if completeness is None else round(completeness, 4),
        "conforms": report.conforms if report.documents else None,
        "statement": report.statement(),
    }


def figures(report: ValidationReport) -> dict[str, object]:
    """Completeness by what is asked, and by issuer and year; as JSON has it."""
    return {
        "by_field": [{"constraint": name, "met": met, "of": of} for name, met, of in report.by_field()],
        "by_issuer_and_year": [
            {
                "issuer": cell.issuer,
                "year": cell.year,
                "instruments": cell.instruments,
                "completeness": round(cell.completeness, 4),
            }
            for cell in report.cells
        ],
    }


def examples(report: ValidationReport, each: int = _EXAMPLES) -> list[Finding]:
    """So many findings of each message, in the order of `by_message`, of different documents where there are any."""
    # Of each constraint: so many documents, and so many findings of each of them with their places.
    shown: defaultdict[str, dict[str, list[tuple[int, Finding]]]] = defaultdict(dict)
    for number, finding in enumerate(report.findings if each else ()):
        documents = shown[finding.constraint]
        if finding.document in documents or len(documents) < each:
            of_document = documents.setdefault(finding.document, [])
            if len(of_document) < each:
                of_document.append((number, finding))
    found: list[Finding] = []
    for _, constraint, _, _ in report.by_message():
        ordered = sorted(
            (turn, number, finding)
            for of_document in shown[constraint].values()
            for turn, (number, finding) in enumerate(of_document)
        )
        found.extend(finding for _, _, finding in ordered[:each])
    return found


def lines(report: ValidationReport, each: int = _EXAMPLES) -> Iterator[str]:
    """The report for people, without line ends: counts by message, then examples, then how to see all."""
    yield report.statement()
    shown = examples(report, each)
    for severity, constraint, message, count in report.by_message():
        yield f"{severity} ({count}): {message}"
        for finding in (f for f in shown if f.constraint == constraint):
            value = f", {finding.value}" if finding.value else ""
            yield f"    {finding.document or finding.focus}{value}: {finding.source or finding.focus}"
            if finding.sentence:
                yield f"        “{' '.join(finding.sentence.split())}”"
    if len(shown) < len(report.findings):
        yield f"{len(shown)} of {len(report.findings)} findings are shown; infact validate -f csv writes all of them."


def to_turtle(report: ValidationReport) -> Iterator[str]:
    """The report as `sh:ValidationReport`, line by line, its results named by their contents and not by chance."""
    known = rules()
    yield "@prefix sh: <http://www.w3.org/ns/shacl#> .\n"
    yield from (f"@prefix {prefix}: <{start}> .\n" for prefix, start in sorted(terms.PREFIXES.items()))
    yield "\n<https://w3id.org/infact/id/validation> a sh:ValidationReport ;\n"
    yield f"    sh:conforms {str(report.conforms).lower()}"
    for finding in report.findings:
        yield f" ;\n    sh:result <{_iri(finding)}>"
    yield " .\n"
    for finding in report.findings:
        yield f"\n<{_iri(finding)}> a sh:ValidationResult ;\n"
        yield f"    sh:focusNode <{finding.focus}> ;\n"
        if finding.path:
            yield f"    sh:resultPath {_turtle_path(finding.path)} ;\n"
        if finding.constraint in known:
            yield f"    sh:sourceShape <{SHAPE}{finding.constraint}> ;\n"
        yield f"    sh:sourceConstraintComponent sh:{finding.component}ConstraintComponent ;\n"
        yield f"    sh:resultSeverity sh:{finding.severity} ;\n"
        yield f"    sh:resultMessage {_literal(finding.message)} .\n"


def _turtle_path(path: str) -> str:
    """A path as SPARQL writes it, in Turtle: alternatives hold sequences, and these hold inverse steps."""
    if "|" in path:
        return f"[ sh:alternativePath ( {' '.join(map(_turtle_path, path.split('|')))} ) ]"
    if "/" in path:
        return f"( {' '.join(map(_turtle_path, path.split('/')))} )"
    if path.startswith("^"):
        return f"[ sh:inversePath {_turtle_path(path[1:])} ]"
    return path if ":" in path else f"infact:{path}"


def _literal(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"'


def _iri(finding: Finding) -> str:
    digest = hashlib.sha256("\x1f".join(values(finding)).encode()).hexdigest()
    return f"https://w3id.org/infact/id/validation/{digest[:16]}"

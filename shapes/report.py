"""The report of a validation: counts by message first, then examples, in every format.

Completeness is a number: of the seven constraints that say what an instrument must hold to be relied on (principal,
attorney, power, signature, date, reach, order of dates; four for a revocation), the share that is met, over all
instruments of the corpus.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from ..ontology import terms
from .constraints import SHAPE, constraints
from .validator import Checked, Finding

SEVERITIES = ("Violation", "Warning", "Info")
_INSTRUMENTS = ("PowerOfAttorney", "ConfirmingStatement", "Substitution", "Revocation")
_PER_INSTRUMENT = 7


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """Everything that a validation found.

    Attributes:
        findings: Each result, in the order of the documents.
        documents: Number of documents validated.
        instruments: Number of instruments among them.
    """

    findings: tuple[Finding, ...]
    documents: int
    instruments: int

    def of(self, severity: str) -> tuple[Finding, ...]:
        """The findings of one severity."""
        return tuple(f for f in self.findings if f.severity == severity)

    def by_message(self) -> list[tuple[str, str, str, int]]:
        """Severity, constraint, message and count, the gravest and most frequent first."""
        counts = Counter((f.severity, f.constraint, f.message) for f in self.findings)
        return [
            (s, c, m, n)
            for (s, c, m), n in sorted(counts.items(), key=lambda x: (SEVERITIES.index(x[0][0]), -x[1], x[0][1]))
        ]

    def completeness(self) -> float | None:
        """Share of the constraints of completeness that instruments meet, from 0 to 1; None without instruments."""
        if not self.instruments:
            return None
        required = {
            c.id
            for c in constraints().values()
            if c.severity == "Violation" and any(t in _INSTRUMENTS for t in c.targets) and c.file != "code-lists.ttl"
        }
        missed = sum(f.constraint in required for f in self.findings)
        return max(0.0, 1.0 - missed / (self.instruments * _PER_INSTRUMENT))


def collect(checked: Iterable[Checked]) -> ValidationReport:
    """One report of all batches."""
    findings: list[Finding] = []
    documents = instruments = 0
    for one in checked:
        findings.extend(one.findings)
        documents += one.documents
        instruments += one.instruments
    return ValidationReport(tuple(findings), documents, instruments)


def exit_code(report: ValidationReport, fail_on: str = "Violation") -> int:
    """0, or 1 where there is a finding as grave as `fail_on` or graver ("Violation", "Warning" or "Info")."""
    grave = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return int(any(f.severity in grave for f in report.findings))


def to_turtle(report: ValidationReport) -> Iterator[str]:
    """The report as `sh:ValidationReport`, line by line, its results named by their contents and not by chance."""
    yield "@prefix sh: <http://www.w3.org/ns/shacl#> .\n"
    yield f"@prefix infact: <{terms.INFACT}> .\n\n"
    yield "<https://w3id.org/infact/id/validation> a sh:ValidationReport ;\n"
    yield f"    sh:conforms {str(not report.findings).lower()}"
    for finding in report.findings:
        yield f" ;\n    sh:result <{_iri(finding)}>"
    yield " .\n"
    for finding in report.findings:
        message = finding.message.replace("\\", "\\\\").replace('"', '\\"')
        yield (
            f"\n<{_iri(finding)}> a sh:ValidationResult ;\n"
            f"    sh:focusNode <{finding.focus}> ;\n"
            f"    sh:sourceShape <{SHAPE}{finding.constraint}> ;\n"
            f"    sh:sourceConstraintComponent sh:{finding.component}ConstraintComponent ;\n"
            f"    sh:resultSeverity sh:{finding.severity} ;\n"
            f'    sh:resultMessage "{message}" .\n'
        )


def _iri(finding: Finding) -> str:
    digest = hashlib.sha256("\n".join(map(str, asdict(finding).values())).encode()).hexdigest()
    return f"https://w3id.org/infact/id/validation/{digest[:16]}"

"""Verdicts of the audit as statements of the relations graph."""

from __future__ import annotations

from collections.abc import Iterable

from . import iris
from .audit import COVERED, Verdict
from .authority import Use
from .statements import Statements, term


def say_verdicts(out: Statements, verdicts: Iterable[Verdict], use: Use) -> int:
    """Say a filing's verdicts; how many there are."""
    count = 0
    for verdict in verdicts:
        count += 1
        owner = verdict.owner
        node = f"<{iris.verdict(verdict.line.node, owner.node if owner else None)}>"
        out.a(node, "AuditVerdict")
        out.concept(node, "verdict", "verdict", verdict.verdict)
        out.text(node, "verdictReason", verdict.reason)
        out.add(node, term("auditedFiling"), f"<{use.node}>")
        out.add(node, term("auditedSignature"), f"<{verdict.line.node}>")
        if owner is not None:
            out.add(node, term("auditedOwner"), f"<{owner.party.entity}>")
        if verdict.line.signer is not None:
            out.add(node, term("auditedSigner"), f"<{verdict.line.signer.entity}>")
        out.day(node, "auditedOn", verdict.day)
        out.day(node, "liveUntil", verdict.until)
        if verdict.known:
            out.count(node, term("ownerPowerCount"), verdict.known)
        for power in verdict.powers:
            out.add(node, term("decidedBy"), f"<{power}>")
            if verdict.verdict in COVERED:
                out.add(f"<{verdict.line.node}>", term("signedUnder"), f"<{power}>")
    return count

"""What reviewers decided about pairs of mentions, as plain JSON lines that an analyst keeps under version control.

A line is `{"decision": "same"|"different"|"unsure", "one": {...}, "other": {...}}`; a side is `{"document": ...,
"name": ..., "role": ...}`, the file name of the source as its record states it, the name as printed there, and, where
the document prints it in several roles, the role. `reviewer` and `note` may stand beside them and are kept. Nothing
else identifies a mention, so decisions hold for everybody who has the same documents. The last line about a pair
counts.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

from ...common.errors import InfactError
from .units import Unit

Verdict = Literal["same", "different", "unsure"]


class DecisionError(InfactError):
    """A file of decisions cannot be read."""


@dataclass(frozen=True, slots=True, order=True)
class Side:
    """A mention as a decision names it."""

    document: str
    name: str
    role: str = ""

    def __str__(self) -> str:
        return f"{self.name!r} in {self.document}"


@dataclass(frozen=True, slots=True)
class Decision:
    """One line. The pair has no order: `pair` is the same whichever side stands first."""

    verdict: Verdict
    one: Side
    other: Side
    reviewer: str | None = None
    note: str | None = None

    @property
    def pair(self) -> tuple[Side, Side]:
        """The two sides, in order."""
        return (self.one, self.other) if self.one <= self.other else (self.other, self.one)

    def line(self) -> str:
        """The decision as a line of JSON, without a line end."""

        def side(of: Side) -> dict[str, str]:
            return {"document": of.document, "name": of.name} | ({"role": of.role} if of.role else {})

        value: dict[str, Any] = {"decision": self.verdict, "one": side(self.one), "other": side(self.other)}
        value |= {key: text for key in ("reviewer", "note") if (text := getattr(self, key))}
        return json.dumps(value, ensure_ascii=False)


@dataclass(slots=True)
class Applied:
    """Decisions as pairs of units, and what could not be applied.

    Attributes:
        same: Pairs of keys of units.
        apart: Likewise.
        problems: Sentences for people: mentions that are not found, lines that contradict each other.
    """

    same: list[tuple[str, str]] = field(default_factory=list)
    apart: list[tuple[str, str]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def load(path: Path) -> list[Decision]:
    """Read a file of decisions.

    Raises:
        DecisionError: It cannot be read, or a line is no decision.
    """
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise DecisionError(f"the decisions cannot be read: {reason}", where=str(path)) from error
    return [parse(line, f"{path}, line {n}") for n, line in enumerate(lines, 1) if line.strip()]


def parse(line: str, where: str = "a decision") -> Decision:
    """Read one line. Raises as `load` does."""
    try:
        value = json.loads(line)
        one, other = (_side(value[key]) for key in ("one", "other"))
        verdict = value["decision"]
        if verdict not in get_args(Verdict):
            raise ValueError(f"there is no decision {verdict!r}")
        more = {key: value.get(key) for key in ("reviewer", "note")}
        if not all(text is None or isinstance(text, str) for text in more.values()):
            raise ValueError("`reviewer` and `note` are text")
    except (ValueError, KeyError, TypeError) as error:
        raise DecisionError(
            f"this line is no decision: {error}",
            where=where,
            remedy='write {"decision": "same", "one": {"document": ..., "name": ...}, "other": {...}}',
        ) from error
    return Decision(verdict, one, other, **more)


def _side(value: Mapping[str, Any]) -> Side:
    document, name, role = value["document"], value["name"], value.get("role") or ""
    if not (isinstance(document, str) and isinstance(name, str) and isinstance(role, str)):
        raise ValueError("a side has a document and a name as text")
    return Side(document, name, role)


def merged(*lists: Iterable[Decision]) -> tuple[list[Decision], list[str]]:
    """Several lists as one, a line for each pair, in order of the pairs; and the pairs on which they differ."""
    last: dict[tuple[Side, Side], Decision] = {}
    conflicts: list[str] = []
    for decision in (decision for one in lists for decision in one):
        before = last.get(decision.pair)
        if before is not None and {before.verdict, decision.verdict} == {"same", "different"}:
            one, other = decision.pair
            conflicts.append(f"{one} and {other}: once {before.verdict}, then {decision.verdict}; the last line counts")
        last[decision.pair] = decision
    return [last[pair] for pair in sorted(last)], conflicts


def apply(decisions: Iterable[Decision], units: Iterable[Unit], documents: Mapping[str, str]) -> Applied:
    """Find the units that decisions are about.

    Args:
        decisions: The decisions.
        units: Every unit.
        documents: Key of a document -> its file name as its record states it.
    """
    out = Applied()
    wanted, out.problems = merged(decisions)
    sides = {side for decision in wanted for side in decision.pair}
    named = {side.document for side in sides}
    found: dict[Side, list[Unit]] = {side: [] for side in sides}
    by_place: dict[tuple[str, str], list[Side]] = {}
    for side in sorted(sides):
        by_place.setdefault((side.document, side.name), []).append(side)
    for unit in units if sides else ():
        document = documents.get(unit.key.partition(" ")[0], "")
        if document not in named:
            continue
        for printed in dict.fromkeys(name for _, _, name in unit.mentions):
            for side in by_place.get((document, printed), ()):
                if not side.role or any(
                    role.replace("-", "_") == side.role.replace("-", "_")
                    for _, role, n in unit.mentions
                    if n == printed
                ):
                    found[side].append(unit)
    for decision in wanted:
        if decision.verdict == "unsure":
            continue
        missing = [side for side in decision.pair if not found[side]]
        if missing:
            out.problems += [f"{side} is not found in this corpus, so a decision about it rests" for side in missing]
            continue
        into = out.same if decision.verdict == "same" else out.apart
        pairs = [(a.key, b.key) for a in found[decision.one] for b in found[decision.other] if a.kind == b.kind]
        if not pairs or any(a == b for a, b in pairs):
            out.problems.append(
                f"{decision.one} and {decision.other} are "
                + ("one name of one document, which is never parted" if pairs else "of different kinds")
                + ", so the decision rests"
            )
            continue
        into += pairs
    return out

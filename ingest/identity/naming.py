"""Names of parties: canonical IRIs that stay when documents are added, and what moved when one could not stay.

A party with a CIK is named by it. Any other keeps the IRI that most of its mentions had before; one that is new is
named by the first of its names and companies, so the same documents resolved anew give the same IRIs in whatever order
they came.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .. import iris
from .units import Kind, Unit


@dataclass(frozen=True, slots=True)
class Move:
    """An IRI that no longer means what it meant.

    Attributes:
        iri: The IRI as it was.
        now: Where its mentions are now.
        how: `merged` (it is gone, its mentions have another one), `split` (they have several), or `renamed`.
    """

    iri: str
    now: tuple[str, ...]
    how: str


def name_clusters(
    kind: Kind,
    units: Sequence[Unit],
    clusters: Mapping[int, list[int]],
    previous: Mapping[str, str],
    others: Iterable[str] = (),
) -> dict[int, str]:
    """The IRI of each cluster.

    Args:
        kind: Of all the units.
        units: The units, by number.
        clusters: Root -> numbers of the cluster's units.
        previous: Mention -> the IRI that it had.
        others: IRIs of parties that are as they were.
    """
    out: dict[int, str] = {}
    votes: list[tuple[int, str, int]] = []
    for root, members in clusters.items():
        ciks = {cik for n in members if (cik := units[n].cik or units[n].given_cik)}
        if ciks:
            out[root] = iris.entity(kind, cik=min(ciks))
            continue
        before = Counter(
            iri for n in members for mention, _, _ in units[n].mentions if (iri := previous.get(mention)) is not None
        )
        votes += [(count, iri, root) for iri, count in before.items() if f"/{kind}/" in iri and "/cik-" not in iri]
    taken = {*others, *out.values()}
    for _, iri, root in sorted(votes, key=lambda vote: (-vote[0], vote[1], vote[2])):
        if root not in out and iri not in taken:
            out[root] = iri
            taken.add(iri)
    for root in sorted(clusters, key=lambda root: units[clusters[root][0]].key):
        if root in out:
            continue
        first = min(defining(units[n]) for n in clusters[root])
        iri, salt = iris.entity(kind, first), 1
        while iri in taken:  # a party that has left this unit behind still has the name
            salt += 1
            iri = iris.entity(kind, first, str(salt))
        out[root] = iri
        taken.add(iri)
    return out


def part(kind: Kind, party: str, units: Iterable[Unit], taken: set[str]) -> str:
    """The IRI of a strict part that is not its party's core; `taken` holds those of the same party and gets it."""
    first, salt = f"{party} {min(defining(unit) for unit in units)}", 1
    iri = iris.part(kind, first)
    while iri in taken:
        salt += 1
        iri = iris.part(kind, first, str(salt))
    taken.add(iri)
    return iri


def defining(unit: Unit) -> str:
    """What names a party that this unit is the first of: its name and the company about which it stands.

    That is the same whether a text or a record line says it; a person who stands with no company is the document's own.
    """
    if unit.kind != "person":
        return unit.fold
    about = sorted(key.partition(" organization ")[2] for key in (*unit.issuers, *unit.firms)) or sorted(
        unit.issuer_ciks
    )
    return f"{unit.fold}|{about[0]}" if about else f"{unit.fold}||{unit.key.partition(' ')[0]}"


def moves(previous: Mapping[str, str], now: Mapping[str, str]) -> tuple[Move, ...]:
    """What became of IRIs whose mentions are still there, by IRI."""
    became: dict[str, set[str]] = defaultdict(set)
    for mention, before in previous.items():
        if mention in now:
            became[before].add(now[mention])
    alive, before_all = set(now.values()), set(previous.values())
    out = []
    for iri, new in sorted(became.items()):
        if new == {iri}:
            continue
        how = "split" if len(new) > 1 else ("merged" if next(iter(new)) in before_all else "renamed")
        if how == "renamed" and iri in alive:
            how = "split"
        out.append(Move(iri, tuple(sorted(new)), how))
    return tuple(out)

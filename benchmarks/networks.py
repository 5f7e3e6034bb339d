"""Projection and communities of a network of 800,000 edges, beside networkx on a smaller cut of it.

Usage: python benchmarks/networks.py [--insiders 200000] [--cut 4000] [--at-least 2]

Who signs for whom follows from positions alone: 20 insiders an issuer; each has three of the six attorneys about it
(two of whom serve the next issuer too) and one outside counsel, who serves 20 issuers. The cut is the first insiders.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable
from typing import TypeVar

import networkx as nx
import numpy as np
from infact.queries.measures import partition
from infact.queries.networks import shared
from numpy.typing import NDArray

T = TypeVar("T")


def edges(insiders: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Attorney and insider of each edge, four edges an insider."""
    insider = np.arange(insiders, dtype=np.int64)
    issuer = insider // 20
    inside = [4 * issuer + (insider + k) % 6 for k in range(3)]
    counsel = 4 * (int(issuer[-1]) + 1) + 2 + issuer // 20
    return np.concatenate([*inside, counsel]), np.tile(insider, 4)


def timed(name: str, do: Callable[[], T]) -> T:
    """Run, print the seconds and the most memory that the process has had so far."""
    start = time.perf_counter()
    out = do()
    taken, peak = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name:44} {taken:7.2f} s   peak so far {peak:6.0f} MiB", flush=True)
    return out


def measured(insiders: int, at_least: int) -> None:
    """Time the functions of infact on so many insiders."""
    attorney, insider = edges(insiders)
    print(f"{len(attorney):,} edges, {insiders:,} insiders, {attorney.max() + 1:,} attorneys")
    one, two, weight = timed(
        f"infact: insiders sharing {at_least} or more", lambda: shared(insider, attorney, at_least)
    )
    print(f"  {len(one):,} pairs")
    found = timed("infact: communities of insiders", lambda: partition(insiders, one, two, weight.astype(np.float64)))
    print(f"  {found.max():,} communities")
    size = insiders + int(attorney.max()) + 1
    ones = np.ones(len(attorney))
    found = timed("infact: communities of the whole", lambda: partition(size, insider, attorney + insiders, ones))
    print(f"  {found.max():,} communities")


def peer(insiders: int, at_least: int) -> None:
    """Time networkx on so many insiders: it counts every pair, and small weights are dropped afterwards."""
    attorney, insider = edges(insiders)
    network = nx.Graph(zip(insider.tolist(), (attorney + insiders).tolist(), strict=True))

    def projected() -> nx.Graph[int]:
        every = nx.bipartite.weighted_projected_graph(network, range(insiders))
        every.remove_edges_from([(u, v) for u, v, w in every.edges(data="weight") if w < at_least])
        return every

    graph = timed(f"networkx: insiders sharing {at_least} or more", projected)
    print(f"  {graph.number_of_edges():,} pairs")
    found = timed("networkx: communities of insiders", lambda: nx.community.louvain_communities(graph, seed=1))
    print(f"  {len(found):,} communities")
    found = timed("networkx: communities of the whole", lambda: nx.community.louvain_communities(network, seed=1))
    print(f"  {len(found):,} communities")


def main() -> None:
    """Print what each step took, the whole first and then the cut."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--insiders", type=int, default=200_000, help="four edges each")
    parser.add_argument("--cut", type=int, default=4_000, help="the insiders that networkx is given")
    parser.add_argument("--at-least", type=int, default=2, help="drop pairs of insiders who share fewer attorneys")
    options = parser.parse_args()
    measured(options.insiders, options.at_least)
    measured(options.cut, options.at_least)
    peer(options.cut, options.at_least)


if __name__ == "__main__":
    main()

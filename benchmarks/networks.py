"""From a table of 800,000 ties to projection, communities and betweenness, beside networkx on a smaller cut of it.

Usage: python benchmarks/networks.py [--insiders 200000] [--cut 2000] [--at-least 2]

Who signs for whom follows from positions alone: 20 insiders an issuer; each has three of the six attorneys about it
(two of whom serve the next issuer too) and one outside counsel, who serves 20 issuers. The cut is the first insiders.
The ties stand in a Parquet file with the columns of `infact export parquet` that are read from it.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import duckdb
import networkit
import networkx as nx
import numpy as np
from infact.queries import measures
from infact.queries.flat import ends
from infact.queries.networks import shared
from numpy.typing import NDArray

T = TypeVar("T")
IRI = "https://w3id.org/infact/id/person/"


def edges(insiders: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Attorney and insider of each edge, four edges an insider."""
    insider = np.arange(insiders, dtype=np.int64)
    issuer = insider // 20
    inside = [4 * issuer + (insider + k) % 6 for k in range(3)]
    counsel = 4 * (int(issuer[-1]) + 1) + 2 + issuer // 20
    return np.concatenate([*inside, counsel]), np.tile(insider, 4)


def written(insiders: int, file: Path) -> None:
    """The table: a row a tie."""
    attorney, insider = edges(insiders)
    with duckdb.connect() as database:
        database.register("tie", {"attorney": attorney, "insider": insider})
        database.execute(
            f"COPY (SELECT printf('{IRI}a%06d', attorney) AS attorney, printf('{IRI}p%06d', insider) AS principal "
            f"FROM tie) TO '{file}' (FORMAT parquet)"
        )


def timed(name: str, do: Callable[[], T]) -> T:
    """Run, print the seconds and the most memory that the process has had so far."""
    start, used = time.perf_counter(), time.process_time()
    out = do()
    taken, spent = time.perf_counter() - start, time.process_time() - used
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name:44} {taken:7.2f} s   processor {spent:7.2f} s   peak so far {peak:6.0f} MiB", flush=True)
    return out


def measured(file: Path, at_least: int) -> None:
    """Time the functions of infact on a table."""
    found = timed("infact: ties of the table", lambda: ends(file, "principal", "attorney"))
    insiders, attorneys = len(found.ones), len(found.others)
    print(f"  {len(found.one):,} ties, {insiders:,} insiders, {attorneys:,} attorneys")
    one, two, weight = timed(
        f"infact: insiders sharing {at_least} or more", lambda: shared(found.one, found.other, at_least)
    )
    print(f"  {len(one):,} pairs")
    groups = timed(
        "infact: communities of insiders", lambda: measures.partition(insiders, one, two, weight.astype(np.float64))
    )
    print(f"  {groups.max():,} communities")
    size, ones = insiders + attorneys, np.ones(len(found.one))
    groups = timed(
        "infact: communities of the whole", lambda: measures.partition(size, found.one, found.other + insiders, ones)
    )
    print(f"  {groups.max():,} communities")


def between(insiders: int, exact: bool) -> None:
    """Time betweenness, from a networkx graph on: an estimate for a large network, for a small one beside networkx."""
    attorney, insider = edges(insiders)
    network = nx.Graph(zip(insider.astype(str).tolist(), (attorney + insiders).astype(str).tolist(), strict=True))
    how = "exact" if exact else f"paths of {measures.SAMPLE} nodes"
    mine = timed(f"infact: betweenness, {how}", lambda: measures.betweenness(network))
    if not exact:
        return
    theirs = timed("networkx: betweenness, exact", lambda: nx.betweenness_centrality(network))
    print(f"  largest difference {max(abs(mine[node] - theirs[node]) for node in network):.1e}")


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
    parser.add_argument("--cut", type=int, default=2_000, help="the insiders that networkx is given")
    parser.add_argument("--at-least", type=int, default=2, help="drop pairs of insiders who share fewer attorneys")
    options = parser.parse_args()
    networkit.setNumberOfThreads(1)  # loaded before anything is timed
    with tempfile.TemporaryDirectory() as folder:
        for insiders in (options.insiders, options.cut):
            written(insiders, Path(folder) / "relations.parquet")
            measured(Path(folder) / "relations.parquet", options.at_least)
    peer(options.cut, options.at_least)
    between(options.cut, exact=True)
    between(options.insiders, exact=False)


if __name__ == "__main__":
    main()

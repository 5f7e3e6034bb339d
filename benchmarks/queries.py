"""Seconds per question on the three engines, over one generated graph, with the ratio to the fastest of the run.

    python benchmarks/queries.py --powers 2000

The graph has the form of docs/model.md: each power is one document with one instrument, one principal, two attorneys
and evidence, about one of `powers / 10` issuers: one attorney of the company's own, and one of a law firm who serves
several issuers. All is derived from
positions, so every run asks the same graph. The first asking is not counted (rdflib imports, Oxigraph opens files);
the figure is the median of three more. Absolute seconds differ between machines and between runs on one machine,
ratios within a run much less.
"""

from __future__ import annotations

import argparse
import gc
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph
import rdflib
from infact.queries.catalogue import ask
from infact.queries.engines import EndpointEngine, Engine, MemoryEngine, StoreEngine

BASE = "https://w3id.org/infact/"
ONTOLOGY, ID, GRAPH, SCHEME = BASE + "ontology#", BASE + "id/", BASE + "graph/", BASE + "scheme/"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
NOTATION = "http://www.w3.org/2004/02/skos/core#notation"
OA, PROV = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/prov#"
QUESTIONS: tuple[tuple[str, dict[str, object]], ...] = (
    ("attorneys-by-insiders", {"min_insiders": 5, "min_issuers": 2}),
    ("who-may-sign", {"person": ID + "person/p1"}),
    ("firms-that-bridge", {}),
    ("supporting-sentence", {"about": ID + "person/a1"}),
)


def line(graph: str, s: str, p: str, o: str) -> str:
    return f"<{s}> <{p}> {o} <{GRAPH}{graph}> .\n"


def iri(text: str) -> str:
    return f"<{text}>"


def typed(value: object, kind: str) -> str:
    return f'"{value}"^^<http://www.w3.org/2001/XMLSchema#{kind}>'


def quads(powers: int) -> Iterator[str]:
    """N-Quads lines of a graph with so many powers of attorney."""
    issuers, hubs, firms = max(2, powers // 10), max(2, powers // 50), max(1, powers // 100)
    attorneys = issuers + hubs
    yield from entities(powers, attorneys, issuers, firms)
    for n in range(powers):
        day = f"20{n % 20 + 1:02d}-{n % 12 + 1:02d}-{n % 28 + 1:02d}"
        issuer, pair = f"{ID}organization/i{n % issuers}", (n % issuers, issuers + (n % issuers * 7 + n % 3) % hubs)
        yield from document(n, day, pair)
        yield from relations(n, day, pair, issuer, firms)
    yield line("relations", ID + "corpus", RDF_TYPE, iri(ONTOLOGY + "Corpus"))
    yield line("relations", ID + "corpus", ONTOLOGY + "latestDate", typed("2020-12-28", "date"))


def entities(powers: int, attorneys: int, issuers: int, firms: int) -> Iterator[str]:
    """Issuers, firms, attorneys and insiders, and the concepts that the questions name."""
    for i in range(issuers):
        node = f"{ID}organization/i{i}"
        yield line("identity", node, RDF_TYPE, iri(ONTOLOGY + "Issuer"))
        yield line("identity", node, LABEL, f'"Issuer {i}, Inc."')
    for i in range(firms):
        node = f"{ID}organization/f{i}"
        yield line("identity", node, RDF_TYPE, iri(ONTOLOGY + "LawFirm"))
        yield line("identity", node, LABEL, f'"Firm {i} LLP"')
    for side, count in (("a", attorneys), ("p", powers)):
        for i in range(count):
            node = f"{ID}person/{side}{i}"
            yield line("identity", node, RDF_TYPE, iri(ONTOLOGY + "Person"))
            yield line("identity", node, LABEL, f'"{"Attorney" if side == "a" else "Insider"} {i}"')
    for scheme, notation in (("form", "3"), ("form", "4"), ("power", "file-forms"), ("authority", "several")):
        yield line("vocabulary", f"{SCHEME}{scheme}/{notation}", NOTATION, f'"{notation}"')


def document(n: int, day: str, pair: tuple[int, int]) -> Iterator[str]:
    """The graph of one document: one power, its principal and two attorneys, each with evidence."""
    key = f"sha256-{n:032x}"
    graph, d = f"document/{key}", f"{ID}document/{key}"
    instrument, text = f"{d}/instrument/1", f"{d}/text/1"
    yield line(graph, d, RDF_TYPE, iri(ONTOLOGY + "SourceDocument"))
    yield line(graph, d, ONTOLOGY + "fileName", f'"{n}.txt"')
    yield line(graph, text, PROV + "wasDerivedFrom", iri(d))
    yield line(graph, instrument, RDF_TYPE, iri(ONTOLOGY + "PowerOfAttorney"))
    yield line(graph, instrument, PROV + "wasDerivedFrom", iri(d))
    yield line(graph, instrument, ONTOLOGY + "executedOn", typed(day, "date"))
    parties = [("principal/1", f"{ID}person/p{n}")] + [
        (f"attorney/{j + 1}", f"{ID}person/a{a}") for j, a in enumerate(pair)
    ]
    for j, (part, entity) in enumerate(parties):
        mention, evidence = f"{instrument}/{part}", f"{instrument}/evidence/{j + 1}"
        yield line(graph, mention, RDF_TYPE, iri(ONTOLOGY + "Mention"))
        yield line(graph, mention, ONTOLOGY + "printedName", f'"{entity.rpartition("/")[2].upper()}"')
        yield line("identity", mention, ONTOLOGY + "refersTo", iri(entity))
        yield line(graph, evidence, ONTOLOGY + "supports", iri(mention))
        yield line(graph, evidence, ONTOLOGY + "field", f'"{part}"')
        yield line(graph, evidence, ONTOLOGY + "confidence", typed("0.9", "decimal"))
        yield line(graph, evidence, OA + "hasSource", iri(text))
        yield line(graph, evidence, OA + "hasSelector", iri(evidence + "/quote"))
        yield line(graph, evidence, OA + "hasSelector", iri(evidence + "/position"))
        yield line(graph, evidence + "/quote", OA + "exact", f'"{part}"')
        yield line(graph, evidence + "/position", OA + "start", typed(j * 20, "integer"))
        yield line(graph, evidence + "/position", OA + "end", typed(j * 20 + 9, "integer"))


def relations(n: int, day: str, pair: tuple[int, int], issuer: str, firms: int) -> Iterator[str]:
    """The relations of that power."""
    instrument = f"{ID}document/sha256-{n:032x}/instrument/1"
    for j, a in enumerate(pair):
        relation = f"{ID}relation/{n * 2 + j:016x}"
        yield line("relations", relation, RDF_TYPE, iri(ONTOLOGY + "Relation"))
        yield line("relations", relation, ONTOLOGY + "relationAttorney", iri(f"{ID}person/a{a}"))
        yield line("relations", relation, ONTOLOGY + "relationPrincipal", iri(f"{ID}person/p{n}"))
        yield line("relations", relation, ONTOLOGY + "relationIssuer", iri(issuer))
        if j == 1:
            yield line("relations", relation, ONTOLOGY + "relationFirm", iri(f"{ID}organization/f{a % firms}"))
        yield line("relations", relation, ONTOLOGY + "instrumentCount", typed(1, "integer"))
        for name in ("firstDate", "lastDate", "liveFrom"):
            yield line("relations", relation, ONTOLOGY + name, typed(day, "date"))
        for name, concept in (
            ("formCovered", "form/3"),
            ("formCovered", "form/4"),
            ("grantedPower", "power/file-forms"),
        ):
            yield line("relations", relation, ONTOLOGY + name, iri(SCHEME + concept))
        yield line("relations", relation, ONTOLOGY + "authority", iri(SCHEME + "authority/several"))
        yield line("relations", relation, ONTOLOGY + "basedOn", iri(instrument))


@contextmanager
def serving(location: Path) -> Iterator[str]:
    """An Oxigraph server over a store, on loopback."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    program = Path(sys.executable).with_name("oxigraph")
    options = ["--location", str(location), "--bind", f"127.0.0.1:{port}", "--union-default-graph"]
    server = subprocess.Popen([program, "serve", *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=1).close()
                break
            except OSError:
                time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/query"
    finally:
        server.terminate()
        server.wait()


def seconds(action: Callable[[], object], times: int) -> float:
    """The median of so many runs, after one that is not counted."""
    action()
    taken = []
    for _ in range(times):
        gc.collect()
        start = time.perf_counter()
        action()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--powers", type=int, default=2000, help="powers of attorney in the generated graph")
    parser.add_argument("--times", type=int, default=3, help="counted askings of each question")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "graph.nq"
        data.write_text("".join(quads(options.powers)), "utf-8")
        start = time.perf_counter()
        dataset = rdflib.Dataset(default_union=True)
        dataset.parse(data, format="nquads")
        print(f"{options.powers} powers, {len(data.read_bytes().splitlines())} quads")
        print(f"load: rdflib {time.perf_counter() - start:.2f} s", end=", ")
        start = time.perf_counter()
        store = pyoxigraph.Store(str(Path(folder) / "store"))
        store.bulk_load(path=str(data), format=pyoxigraph.RdfFormat.N_QUADS)
        store.flush()
        print(f"oxigraph on disk {time.perf_counter() - start:.2f} s")
        del store
        with serving(Path(folder) / "store") as url:
            measured = {"endpoint": run(EndpointEngine(url), options.times)}
        measured["memory"] = run(MemoryEngine(dataset), options.times)
        measured["store"] = run(StoreEngine(pyoxigraph.Store.read_only(str(Path(folder) / "store"))), options.times)
    for name, _ in QUESTIONS:
        fastest = min(found[name][0] for found in measured.values())
        rows = {found[name][1] for found in measured.values()}
        assert len(rows) == 1, f"{name}: the engines differ, {rows} rows"
        cells = [
            f"{engine} {found[name][0]:.4f} s ({found[name][0] / fastest:.1f}x)" for engine, found in measured.items()
        ]
        print(f"{name} ({rows.pop()} rows): {', '.join(cells)}")


def run(engine: Engine, times: int) -> dict[str, tuple[float, int]]:
    """Question -> (seconds, rows)."""
    out = {}
    for name, params in QUESTIONS:
        rows = len(ask(engine, name, **params).rows)  # type: ignore[arg-type]
        out[name] = (seconds(lambda name=name, params=params: ask(engine, name, **params), times), rows)  # type: ignore[misc]
    return out


if __name__ == "__main__":
    main()

"""The store: Oxigraph on disk with the rdflib API over it, and the documents that it holds.

Oxigraph's default graph is not the union of the named graphs, so `select` and `graph` ask for that union, as every
engine of infact does. Callers may rely on: writing a document's graph again replaces it and never duplicates it;
equal contents give equal exports once sorted; and every failure being a `StoreError` or, for a query, a `QueryError`.
See `generations` for what readers see while a writer works.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import IO, Self

import pyoxigraph as ox
import rdflib
from oxrdflib import OxigraphStore

from ..common.errors import QueryError, StoreError
from . import generations, iris
from .kept import Forgotten
from .manifest import Entry, Manifest
from .packing import pack
from .shelf import Shelf
from .sorting import sorted_lines

# A writer that loaded more than this, and half as much as the files on disk hold, puts them in order at its end.
_MUCH = 16 * 2**20
# So many bytes of lines are loaded at once: large enough that Oxigraph's bulk loader pays, small enough for memory.
PIECE = 32 * 2**20


class Store:
    """A store that is open. Use it as a context manager: leaving it publishes what was written."""

    def __init__(self, generation: generations.Generation, quads: ox.Store, manifest: Manifest) -> None:
        self._generation, self._quads, self.manifest = generation, quads, manifest
        self._graph: rdflib.Dataset | None = None
        self._lines = Shelf(self.kept / "lines", read_only=self.read_only)
        self._open = True
        self._loaded, self._changed = 0, False

    @classmethod
    def open(cls, path: str | Path, *, create: bool = False, read_only: bool = False) -> Store:
        """Open a store.

        Args:
            path: Its folder.
            create: Make it when it is missing.
            read_only: See the last published state, also while somebody writes. Otherwise this is the one writer.

        Raises:
            StoreError: It is missing, locked by another writer, damaged, or of another schema version.
        """
        root = Path(path)
        if create and not read_only and not generations.is_store(root):
            generations.create(root)
        generation = generations.open_for_reading(root) if read_only else generations.open_for_writing(root)
        folder = str(generation.path / "quads")
        try:
            quads = ox.Store.read_only(folder) if read_only else ox.Store(folder)
            return cls(generation, quads, Manifest(generation.path / "manifest.jsonl", writing=not read_only))
        except OSError as error:
            generation.release()
            raise StoreError(
                f"the store is damaged or in use: {error}", where=folder, remedy="build it again into a new folder"
            ) from error
        except StoreError:
            generation.release()
            raise

    @property
    def path(self) -> Path:
        """The store's folder."""
        return self._generation.root

    @property
    def generation(self) -> Path:
        """The folder of the published state that this reads, or that it writes."""
        return self._generation.path

    @property
    def kept(self) -> Path:
        """Where derivations keep what the next one need not work out again."""
        return self.path / "kept"

    @property
    def forgotten(self) -> Forgotten:
        """Keys of documents whose graphs were replaced since the last derivation."""
        return Forgotten(self.kept)

    @property
    def read_only(self) -> bool:
        """Whether this sees the last published state instead of writing the next."""
        return not self._generation.writing

    @property
    def oxigraph(self) -> ox.Store:
        """The Oxigraph store itself; ask it with `use_default_graph_as_union=True`."""
        if not self._open:
            raise StoreError("the store is closed", where=str(self.path), remedy="open it again")
        return self._quads

    @property
    def graph(self) -> rdflib.Dataset:
        """The store as an rdflib Dataset whose default graph is the union of its graphs."""
        if self._graph is None:
            self._graph = rdflib.Dataset(store=OxigraphStore(store=self.oxigraph), default_union=True)
        return self._graph

    def select(self, query: str) -> ox.QuerySolutions:
        """The solutions of a SELECT query, over the union of all graphs.

        Raises:
            QueryError: The query is malformed or no SELECT.
        """
        try:
            result = self.oxigraph.query(query, use_default_graph_as_union=True)
        except (SyntaxError, ValueError, RuntimeError) as error:
            raise QueryError(f"the query was refused: {error}", where=str(self.path)) from error
        if not isinstance(result, ox.QuerySolutions):
            raise QueryError("this is no SELECT query", where=str(self.path))
        return result

    def size(self) -> int:
        """Number of quads. This counts them, so it takes time on a large store."""
        return len(self.oxigraph)

    def graphs(self) -> Iterator[str]:
        """The IRI of every named graph."""
        return (name.value for name in self.oxigraph.named_graphs())

    def holds(self, graph: str) -> bool:
        """Whether there is a named graph."""
        return self.oxigraph.contains_named_graph(ox.NamedNode(graph))

    def count_graphs(self) -> int:
        """The number of named graphs, without asking for their names."""
        (row,) = self.select("SELECT (COUNT(*) AS ?graphs) { GRAPH ?g {} }")
        return int(row["graphs"].value)

    def bulk_load(self, lines: bytes | IO[bytes] | _Stretch, *, derived: bool = False) -> None:
        """Add N-Quads, fast; meant for graphs that are not there yet, in pieces of some megabytes.

        Args:
            lines: The lines.
            derived: Their IRIs are infact's own or were read from the store, so Oxigraph need not look at each again,
                which is a seventh of its work.

        Raises:
            StoreError: The lines are no N-Quads, or cannot be written.
        """
        self._writable()
        try:
            self.oxigraph.bulk_load(lines, format=ox.RdfFormat.N_QUADS, lenient=derived)  # type: ignore[arg-type]
            self._loaded += len(lines) if isinstance(lines, bytes) else lines.tell()
        except (SyntaxError, ValueError) as error:
            raise StoreError(f"these are no N-Quads: {error}", where=str(self.path)) from error
        except OSError as error:
            raise StoreError(f"the store cannot be written to: {error}", where=str(self.path)) from error

    def load_part(self, path: Path, start: int, end: int) -> None:
        """Add the derived N-Quads of a part of a file, whole lines, piece by piece.

        Raises:
            StoreError: The lines are no N-Quads, or cannot be written.
        """
        with path.open("rb") as lines:
            while start < end:
                lines.seek(min(start + PIECE, end) - 1)
                lines.readline()
                stop = lines.tell()
                lines.seek(start)
                self.bulk_load(_Stretch(lines, stop), derived=True)
                start = stop

    def drop_graph(self, graph: str) -> None:
        """Remove a named graph, whether it is there or not."""
        self._writable()
        self.oxigraph.remove_graph(ox.NamedNode(graph))

    def forget(self, keys: Iterable[str]) -> None:
        """Take documents off the manifest, before their graphs change."""
        keys = tuple(keys)
        self._changed = True
        self.forgotten.add(keys)
        self.manifest.forget(*keys)

    def change(self, removed: bytes, added: bytes) -> None:
        """Remove N-Quads and add others.

        Raises:
            StoreError: The lines are no N-Quads, or cannot be written.
        """
        self._writable()
        for quad in ox.parse(removed, format=ox.RdfFormat.N_QUADS):
            self.oxigraph.remove(quad)
        self.bulk_load(added)

    def replace_graph(self, graph: str, lines: Iterable[bytes]) -> None:
        """Put lines in the place of all that a named graph held; the lines name that graph themselves.

        Raises:
            StoreError: The lines are no N-Quads, or cannot be written.
        """
        self.drop_graph(graph)
        lines = iter(lines)
        while piece := b"".join(islice(lines, 100_000)):
            self.bulk_load(piece)

    def replace_documents(self, documents: Sequence[tuple[Entry, bytes]]) -> None:
        """Put documents' graphs in the place of what the store held under their keys.

        A writer that is killed within leaves no document that the manifest wrongly calls loaded.
        """
        self._writable()
        self.forget(entry.key for entry, _ in documents)
        for entry, _ in documents:
            self.oxigraph.remove_graph(ox.NamedNode(iris.document_graph(entry.key)))
        self.bulk_load(b"".join(lines for _, lines in documents))
        digests = [hashlib.sha256(lines).digest() for _, lines in documents]
        self._lines.put(
            (digest, pack(lines, entry.key)) for digest, (entry, lines) in zip(digests, documents, strict=True)
        )
        self.manifest.put(
            *(replace(entry, lines_sha256=digest.hex()) for digest, (entry, _) in zip(digests, documents, strict=True))
        )

    def packed_lines(self, lines_sha256: Sequence[str]) -> list[bytes | None]:
        """The lines that documents' graphs were written from, see `packing`, for those hashes of the manifest.

        Reading a document's statements out of Oxigraph costs ten times as much. None where lines are not kept: the
        store itself has them.
        """
        keys = [bytes.fromhex(one) for one in lines_sha256]
        found = self._lines.get(keys)
        return [found.get(key) for key in keys]

    def remove_document(self, which: str) -> tuple[str, ...]:
        """Remove what was read from a document; identity and relations keep it until they are derived again.

        Args:
            which: A document's key, the file name that its record states, or the path of its source.

        Returns:
            The keys of the documents that were removed: several, when several have that file name.

        Raises:
            StoreError: The store holds no such document.
        """
        self._writable()
        keys = [which] if self.manifest.get(which) else self._keys_of(which)
        if not keys:
            raise StoreError(
                f"no document {which!r} is in the store",
                where=str(self.path),
                remedy="name its key, its file name or the path it was built from",
            )
        self.forget(keys)
        for key in keys:
            self.drop_graph(iris.document_graph(key))
        return tuple(keys)

    def export_nquads(self, out: IO[bytes], *, ordered: bool = False) -> None:
        """Write every quad as N-Quads; `ordered` sorts the lines by their bytes, which takes time and disk."""
        if not ordered:
            self.oxigraph.dump(out, format=ox.RdfFormat.N_QUADS)
            return
        with tempfile.TemporaryFile() as unsorted:
            self.oxigraph.dump(unsorted, format=ox.RdfFormat.N_QUADS)
            unsorted.seek(0)
            out.writelines(sorted_lines(unsorted))

    def close(self) -> None:
        """Let go of the store, and publish what was written. Doing so twice does nothing."""
        if not self._open:
            return
        self._open = False
        if self._graph is not None:
            self._graph.store.close()
            self._graph = None
        if self._generation.writing:
            self._quads.flush()
            self._put_in_order()
            if self._changed:
                self._lines.keep_only(bytes.fromhex(entry.lines_sha256) for entry in self.manifest)
            self.manifest.close()
        self._lines.close()
        del self._quads
        if self._generation.writing:
            self._generation.publish()
        self._generation.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _put_in_order(self) -> None:
        """Let Oxigraph rewrite its files where most of them are new: what loads leave in pieces is slow to ask."""
        if self._loaded > max(_size(self._generation.path / "quads") // 2, _MUCH):
            self._quads.optimize()

    def _keys_of(self, which: str) -> list[str]:
        source = str(Path(which).absolute())
        return [entry.key for entry in self.manifest if which == entry.name or source == entry.source]

    def _writable(self) -> None:
        if self.read_only:
            raise StoreError("the store is open for reading only", where=str(self.path), remedy="open it for writing")


class _Stretch:
    """A file from where it is up to an end, for Oxigraph to read."""

    def __init__(self, file: IO[bytes], end: int) -> None:
        self._file, self._start, self._end = file, file.tell(), end

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        left = self._end - self._file.tell()
        return self._file.read(left if size < 0 else min(size, left))

    def tell(self) -> int:
        """How many bytes were read."""
        return self._file.tell() - self._start


def _size(folder: Path) -> int:
    """Bytes in a folder whose files come and go: Oxigraph merges them in the background."""
    total = 0
    for path in folder.iterdir():
        with suppress(FileNotFoundError):
            total += path.stat().st_size
    return total

"""The facts of every document, read from the graph once and kept on disk for the passes that go over them.

Memory does not grow with the corpus. The file is this process's own, in a folder of its own, and gone with it.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path

from .bulk_facts import facts_of
from .facts import DocumentFacts
from .store import Store


class Spool:
    """The facts of a store's documents. Iterating gives them by key, as often as asked."""

    def __init__(self, store: Store, path: Path) -> None:
        self._path = path
        with path.open("wb") as out:
            for entry in store.manifest:
                for facts in facts_of(store, entry):
                    pickle.dump(facts, out, pickle.HIGHEST_PROTOCOL)

    def __iter__(self) -> Iterator[DocumentFacts]:
        with self._path.open("rb") as spool:
            while spool.peek(1):
                yield pickle.load(spool)  # noqa: S301 - written by this process, in a folder of its own

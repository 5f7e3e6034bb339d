"""The vocabulary as one graph, and the rooms' folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from infact.ontology import terms
from infact.ontology.vocabulary import vocabulary_files
from rdflib import Graph


@pytest.fixture(scope="session")
def root() -> Path:
    """The package's folder, in which each room is a folder."""
    return Path(terms.__file__).parents[1]


@pytest.fixture(scope="session")
def vocabulary() -> Graph:
    """Ontology, code lists and alignments together."""
    graph = Graph()
    for file in vocabulary_files():
        graph.parse(data=file.read_text(encoding="utf-8"), format="turtle")
    return graph

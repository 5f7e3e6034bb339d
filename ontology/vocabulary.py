"""The vocabulary's files, wherever the package stands."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable

FILES = ("infact.ttl", "schemes.ttl", "alignments.ttl")


def vocabulary_files() -> tuple[Traversable, ...]:
    """The Turtle files of the vocabulary graph: ontology, code lists, alignments."""
    here = files(__package__)
    return tuple(here / name for name in FILES)

"""What a store's folder keeps so that the next derivation need not begin from nothing.

Whoever deletes it loses time only.
Files hold pickled records that this module reads back with a list of classes that may stand in them, so a folder from
somebody else runs no code. They are bound to the source code that wrote them: another release reads everything anew.
"""

from __future__ import annotations

import gc
import hashlib
import pickle
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import IO, Any

from ..common.errors import InfactError

_CLASSES = {
    "facts": {
        "Attorney", "DocumentFacts", "FilingFacts", "InstrumentFacts", "Mention", "ReferenceFacts", "SignatureFacts",
    },
    "identity.units": {"Unit"},
}  # fmt: skip
# Classes that were looked up: millions of records name the same few.
_FOUND: dict[tuple[str, str], Any] = {}


class KeptError(InfactError):
    """A kept file holds something that may not stand in it."""


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        found = _FOUND.get((module, name))
        if found is None:
            if not _may_stand(module, name):
                raise KeptError(f"a kept file names {module}.{name}", remedy="delete the folder `kept` of the store")
            found = _FOUND[module, name] = super().find_class(module, name)
        return found


def _may_stand(module: str, name: str) -> bool:
    return (
        name in _CLASSES.get(module.removeprefix(f"{__package__}."), ())
        or (module == "copyreg" and name == "__newobj__")
        or (module == "builtins" and name in {"set", "frozenset"})
    )


def read(file: IO[bytes]) -> Any:
    """The next value of a file."""
    return _Reader(file).load()


def written(value: Any) -> bytes:
    """A value as bytes that `read` reads."""
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def loaded(path: Path) -> Any | None:
    """The value of a whole file; None where there is none that can be read."""
    try:
        with path.open("rb") as file:
            return read(file)
    except FileNotFoundError:
        return None
    except (OSError, KeptError, pickle.UnpicklingError, EOFError, AttributeError, ValueError, TypeError, IndexError):
        path.unlink(missing_ok=True)  # cut off or strange: as if it were not there
        return None


def store(path: Path, value: Any) -> None:
    """Write a whole file in one step."""
    path.parent.mkdir(exist_ok=True)
    fresh = path.with_name(f"{path.name}.new")
    with fresh.open("wb") as out:
        pickle.dump(value, out, pickle.HIGHEST_PROTOCOL)
    fresh.replace(path)


@cache
def code() -> str:
    """A hash over the source code on which kept values depend."""
    folder, digest = Path(__file__).parent, hashlib.sha256()
    for path in sorted(folder.rglob("*.py")):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


class Forgotten:
    """Keys of documents whose graphs were replaced since facts were last kept."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "forgotten"

    def add(self, keys: Iterable[str]) -> None:
        """Note keys before their graphs change."""
        if self._path.parent.is_dir():
            with self._path.open("a", encoding="utf-8") as out:
                out.writelines(f"{key}\n" for key in keys)

    def keys(self) -> set[str]:
        """What was noted."""
        return set(self._path.read_text("utf-8").splitlines()) if self._path.exists() else set()

    def clear(self) -> None:
        """Facts are kept anew."""
        self._path.unlink(missing_ok=True)


@contextmanager
def no_pauses() -> Iterator[None]:
    """Leave out the collector of cycles where a million records are made that hold none."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()

"""From a source to its record: one file gives one record, a full submission too.

`read_all` is the way in for `extract` and `build`: it finds sources, reads them on all cores in the order in which they
were found, and returns what could not be read as `Skipped`, so that one bad file costs nothing else.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from ..common.errors import InfactError, Skipped
from . import bulk, feed, iris
from .bulk import Held, Piece
from .documents import LIMIT, Document, Source, discover, document, load, unread, without_place
from .extract import extract
from .feed import Packed
from .filings import read_filing
from .record_lines import Lines, pieces, read_lines
from .records import Instrument, Record, dumps
from .submission import Member, Submission, accession_of, is_submission, read_submission
from .text import normalise
from .workers import spread

T = TypeVar("T")
# What is worked on: a file, some record lines of one, a member of an archive, some filings of a data set.
Item = Source | Lines | Packed | Piece | Held | Skipped
# Bytes of an archive's members that go to a process at once; a larger member goes alone.
_PIECE_BYTES = 4 * 1024 * 1024

_UNREAD = re.compile(r"^\s*(?:<PDF>|begin \d{3} |%PDF)", re.MULTILINE)
# Exhibits that may hold a power; the main document of anything but an ownership form may hold one too.
_POWERS = re.compile(r"^EX-(?:24|99|10|20|1\b)")
_OWNERSHIP_FORMS = frozenset({"3", "4", "5", "3/A", "4/A", "5/A"})


@dataclass(frozen=True, slots=True)
class Reading:
    """One source document, read. Equal when record, key and hash are equal.

    Attributes:
        record: What the document says.
        texts: Normalised text by exhibit ("1" for a lone one), to which evidence offsets refer; none for record lines.
        sha256: Hash of the source's bytes.
        size: Their number.
        key: The document's key in the graph (docs/model.md).
        notes: What the reader passed over inside of the document, each in one sentence.
    """

    record: Record
    texts: Mapping[str, str]
    sha256: str
    size: int
    key: str
    notes: tuple[str, ...] = ()


def read(document: Document) -> Reading:
    """Read one document.

    A file that is named `.xml` is read as the ownership document it is named for; exhibits that the same file holds,
    and those that are no text, are named in `notes` and not read.
    """
    submission = read_submission(document.text) if is_submission(document.text) else None
    filing = read_filing(document.text, submission)
    texts: dict[str, str] = {}
    instruments: list[Instrument] = []
    notes: list[str] = []
    if filing is not None and filing.accession is None:
        filing = replace(filing, accession=accession_of(document.path))
        if filing.accession is None:
            notes.append(
                "neither the document nor its path gives an accession number, so it is a filing of its own; "
                "name the file by its accession number to join it with other descriptions of that filing"
            )
    for member in _exhibits(submission) if submission else ():
        raw = document.text[member.start : member.end]
        name = member.filename or member.sequence or member.type
        if document.path.suffix.lower() == ".xml":
            what = f"{member.type} {name} stands in a file named .xml and was not read"
            notes.append(f"{what}; name the file .txt to read it")
        elif _UNREAD.search(raw, 0, 400):
            notes.append(f"{member.type} {name} is a PDF or an image, which is not read")
        else:
            instruments += _exhibit(raw, name, texts)
    if filing is None:
        instruments += _exhibit(document.text, None, texts)
    record = Record(document.name, filing, tuple(instruments))
    return Reading(record, texts, document.sha256, document.size, _key(document, submission), tuple(notes))


def _exhibits(submission: Submission) -> list[Member]:
    ownership = submission.form in _OWNERSHIP_FORMS
    return [m for m in submission.members if _POWERS.match(m.type) or (not ownership and m.sequence == "1")]


def _exhibit(raw: str, name: str | None, texts: dict[str, str]) -> list[Instrument]:
    text = normalise(raw)
    if name in texts:  # two exhibits of one name: evidence has to lead to the right one
        name = f"{name}-{len(texts) + 1}"
    found = extract(text, exhibit=name)
    if found:
        texts[name or "1"] = text.text
    return list(found)


def _key(document: Document, submission: Submission | None) -> str:
    kind: iris.SourceKind = "other"
    if submission is not None:
        kind = "feed" if "<SUBMISSION>" in document.text[:4000] else "submission"
    return iris.document_key(kind, document.name, submission.accession if submission else None, document.sha256)


def read_record(record: Record, line: bytes) -> Reading:
    """A record line as a reading; it has no text, so its evidence is kept as quoted."""
    # Keyed by what it says, not by its bytes: the same record written with other spacing is the same document.
    content = hashlib.sha256(dumps(record).encode()).hexdigest()
    key = iris.document_key("record", record.document, record.filing.accession if record.filing else None, content)
    return Reading(record, {}, hashlib.sha256(line).hexdigest(), len(line), key)


def read_all(
    paths: Iterable[Path],
    *,
    workers: int | None = None,
    limit: int = LIMIT,
    progress: Callable[[int], None] | None = None,
) -> Iterator[Reading | Skipped]:
    """Read every source of files and folders, in the order of `discover`, with bounded memory.

    Args:
        paths: Files and folders.
        workers: Processes to read with; all cores where not given, none besides this one for few documents.
        limit: Size in bytes above which a document is skipped.
        progress: Called with the number of documents read so far.

    Raises:
        DocumentError: A path does not exist.
    """
    for done, result in enumerate(make_all(paths, _as_read, workers=workers, limit=limit), 1):
        if progress is not None:
            progress(done)
        yield result


def make_all(
    paths: Iterable[Path],
    make: Callable[[Reading | Skipped, Path], T],
    *,
    workers: int | None = None,
    limit: int = LIMIT,
    make_piece: Callable[[Piece | Held], T] | None = None,
    holds: Callable[[str], bool] = lambda sha256: False,
) -> Iterator[T]:
    """Read every source as `read_all` does, and make something of each reading in the process that read it.

    Args:
        paths: Files and folders.
        make: A function of a module, called with a reading (or why there is none) and the source's path.
        workers: Processes to work with; all cores where not given.
        limit: Size in bytes above which a document is skipped.
        make_piece: A function of a module, called with some filings of a data set at once; where it is not given,
            `make` is called with a reading for each of them.
        holds: Whether a data set with this hash need not be read; `make_piece` is then told that once.

    Raises:
        DocumentError: A path does not exist.
    """
    sources = _parted(discover([Path(p) for p in paths]), limit, holds)
    work, lost = partial(_make_of, limit=limit, make=make, make_piece=make_piece), partial(_lost, make=make)
    yield from spread(sources, work, lost, workers=workers or os.cpu_count() or 1, weight=_weight)


def _as_read(result: Reading | Skipped, source: Path) -> Reading | Skipped:
    return result


def _parted(sources: Iterator[Source | Skipped], limit: int, holds: Callable[[str], bool]) -> Iterator[Item]:
    """Sources, those that hold many documents in pieces, so that none needs more memory than another."""
    for source in sources:
        container = None if isinstance(source, Skipped) else source.container()
        try:
            if isinstance(source, Skipped):
                yield source
            elif container == "archive":
                yield from feed.members(source.path, limit=limit)
            elif container == "zip":
                digest, _ = bulk.fingerprint(source.path)
                yield from [Held(source.path, digest)] if holds(digest) else bulk.pieces(source.path)
            elif source.is_records:
                yield from pieces(source.path)
            else:
                yield source
        except OSError as error:
            yield Skipped(source.source if isinstance(source, Skipped) else str(source.path), unread(error))


def _weight(item: Item) -> float:
    """An item's part of what goes to a process at once: some megabytes, or a fraction of a second."""
    if isinstance(item, Packed):
        return max(len(item.raw) / _PIECE_BYTES, 1 / 16)
    return 1 / 2 if isinstance(item, Piece) else 1 / 16


def _make_of(
    source: Item,
    *,
    limit: int,
    make: Callable[[Reading | Skipped, Path], T],
    make_piece: Callable[[Piece | Held], T] | None,
) -> list[T]:
    path = _path(source)
    made = []
    if make_piece is not None and isinstance(source, Piece | Held):
        try:
            return [make_piece(source)]
        except Exception as error:  # noqa: BLE001 - as below
            return [make(Skipped(_place(source), _failed(error)), path)]
    for result in _read_source(source, limit):
        try:
            made.append(make(result, path))
        except Exception as error:  # noqa: BLE001 - as below
            made.append(make(Skipped(_name(result, path), _failed(error)), path))
    return made


def _lost(source: Item, *, make: Callable[[Reading | Skipped, Path], T]) -> list[T]:
    reason = "reading it ended its process (out of memory?); please report this document"
    return [make(Skipped(_place(source), reason), _path(source))]


def _place(source: Item) -> str:
    """What a message calls an item."""
    if isinstance(source, Lines):
        return f"{source.path}:{source.lines[0][0]}-{source.lines[-1][0]}"
    if isinstance(source, Packed):
        return f"{source.path}: {source.name}"
    if isinstance(source, Piece):
        first, last = source.filings[0].filing, source.filings[-1].filing
        return f"{source.path}: {len(source.filings)} filings from {first.accession} to {last.accession}"
    return str(_path(source))


def _read_source(source: Item, limit: int) -> Iterator[Reading | Skipped]:
    if isinstance(source, Skipped):
        yield source
    elif isinstance(source, Lines):
        for found in read_lines(source):
            yield found if isinstance(found, Skipped) else read_record(*found)
    elif isinstance(source, Piece):
        key = iris.bulk_key(source.sha256, source.year)
        for one in source.filings:
            record = Record(f"{source.path.name}/{one.filing.accession}", one.read())
            yield Reading(record, {}, source.sha256, source.size, key)
    elif not isinstance(source, Held):
        try:
            yield read(_loaded(source, limit))
        except InfactError as error:
            yield Skipped(_place(source), without_place(error, _place(source)))
        except Exception as error:  # noqa: BLE001 - a defect of ours in one document must not cost the others
            yield Skipped(_place(source), _failed(error))


def _loaded(source: Source | Packed, limit: int) -> Document:
    if isinstance(source, Source):
        return load(source.path, limit=limit)
    return document(source.archive / source.name, source.raw, _place(source))


def _path(source: Item) -> Path:
    return Path(source.source) if isinstance(source, Skipped) else source.path


def _name(result: Reading | Skipped, path: Path) -> str:
    name = result.source if isinstance(result, Skipped) else result.record.document
    return str(path) if path.name == name else f"{path}: {name}"


def _failed(error: Exception) -> str:
    return f"reading it failed with {type(error).__name__}: {error}; please report this document"


__all__ = ["Reading", "make_all", "read", "read_all", "read_record"]

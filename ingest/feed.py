"""Archives of submissions as a stream: a day of the EDGAR feed, `YYYYMMDD.nc.tar.gz`, whose members are `.nc` files.

The archive is read once, from front to back. Nothing is unpacked to disk, and no more than one member is in memory.
Callers may rely on a member that cannot be read being returned as `Skipped` with its reason, and on an archive that
breaks, or that grows as no archive of texts does, being read up to there and no further.
"""

from __future__ import annotations

import tarfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from ..common.errors import Skipped
from .documents import DOCUMENTS, LIMIT, unread

# Text shrinks to a tenth or a thirtieth. What shrinks more, and is large, is made to fill memory or disks.
_RATIO, _LARGE = 200, 64 * 1024 * 1024
# What may stand between two members: headers, long names, padding.
_BETWEEN = 1024 * 1024
_BLOCK = 64 * 1024


class _TooMuchError(Exception):
    """The archive gives more bytes than an archive of texts can."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A member of an archive with its bytes."""

    archive: Path
    name: str
    raw: bytes

    @property
    def path(self) -> Path:
        """The archive, which is the file that was named."""
        return self.archive


class _Stream:
    """An archive's bytes, unpacked where they are packed. It stops when it was to give more than it may.

    Python's own reader of gzip loses what stands before the place at which a file breaks; this one gives it first.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._packed = file.peek(2)[:2] == b"\x1f\x8b"  # type: ignore[attr-defined]
        self._unpacker = zlib.decompressobj(wbits=31)
        self._taken, self._given, self._until = 0, 0, _BETWEEN
        self.last = b""

    def allow(self, size: int) -> None:
        """Let so many bytes through from here on, and what may stand around them."""
        self._until = self._given + size + _BETWEEN

    def read(self, size: int) -> bytes:
        """The next bytes, at most so many; none at the end.

        Raises:
            _TooMuchError: They are more than was allowed, or grow out of too few.
            EOFError: The file ends before what it packs does.
            zlib.error: It is damaged.
        """
        got = self._unpacked(size) if self._packed else self._file.read(size)
        self._given += len(got)
        self.last = (self.last + got)[-tarfile.BLOCKSIZE :]
        if self._given > self._until:
            raise _TooMuchError("what stands between two members is longer than any header")
        if self._packed and self._given > _LARGE and self._given > _RATIO * self._taken:
            what = f"{self._taken:,} bytes of it grow to more than {self._given:,}"
            raise _TooMuchError(f"{what}, which no archive of texts does")
        return got

    def _unpacked(self, size: int) -> bytes:
        while True:
            raw = self._unpacker.unconsumed_tail
            if self._unpacker.eof:  # a file may hold several streams, one behind the other
                raw = self._unpacker.unused_data or self._take()
                if not raw.strip(b"\0"):
                    return b""
                self._unpacker = zlib.decompressobj(wbits=31)
            elif not raw:
                raw = self._take()
                if not raw:
                    raise EOFError("it is cut off")
            if got := self._unpacker.decompress(raw, size):
                return got

    def _take(self) -> bytes:
        raw = self._file.read(_BLOCK)
        self._taken += len(raw)
        return raw


def members(path: Path, *, limit: int = LIMIT) -> Iterator[Packed | Skipped]:
    """The documents of an archive in its order, and why others were passed over.

    Args:
        path: A tar, packed with gzip or not.
        limit: Size in bytes above which a member is passed over.
    """
    before = "nothing"
    try:
        with path.open("rb") as file:
            stream = _Stream(file)
            with tarfile.open(fileobj=cast("IO[bytes]", stream), mode="r|", bufsize=_BLOCK) as archive:
                while (info := archive.next()) is not None:
                    stream.allow(max(info.size, 0))
                    yield from _member(path, archive, info, limit)
                    archive.members = []  # type: ignore[attr-defined]  # it keeps every header that it has met
                    before = repr(info.name)
            stream.allow(0)
            while stream.read(_BETWEEN // 8):
                pass
            if stream.last.strip(b"\0"):
                raise EOFError("it has no end")
    except _TooMuchError as error:
        yield Skipped(str(path), f"reading stopped behind {before}: {error}")
    except (tarfile.TarError, zlib.error, EOFError) as error:
        what = f"the archive breaks behind {before} ({error}); what stands before that was read, fetch it again"
        yield Skipped(str(path), what)
    except OSError as error:
        yield Skipped(str(path), unread(error))


def _member(path: Path, archive: tarfile.TarFile, info: tarfile.TarInfo, limit: int) -> Iterator[Packed | Skipped]:
    where = f"{path}: {info.name}"
    if info.isdir():
        return
    if info.name.startswith(("/", "\\")) or ".." in info.name.replace("\\", "/").split("/"):
        yield Skipped(where, "its name leads out of the archive, so it is not read")
    elif info.type not in (tarfile.REGTYPE, tarfile.AREGTYPE) or info.issparse():
        yield Skipped(where, "it is a link or another special member, which is not read")
    elif Path(info.name).suffix.lower() not in DOCUMENTS:
        yield Skipped(where, f"members of the kind {Path(info.name).suffix or 'without an ending'} are not read")
    elif info.size > limit:
        reason = f"the document has {info.size:,} bytes, more than the limit of {limit:,}; raise it with --limit"
        yield Skipped(where, reason)
    else:
        data = archive.extractfile(info)
        yield Packed(path, info.name, data.read() if data else b"")

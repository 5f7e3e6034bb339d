"""Source files: finding them, and turning their bytes into characters, or saying why not.

Callers may rely on this: the order of `discover` is the same for the same folders; a document that `load` returns has
characters that a reader of text can work on, whatever its encoding was; whatever cannot be read is a `DocumentError`
that says what, where and what to do.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..common.errors import DocumentError, Skipped

DOCUMENTS = frozenset({".txt", ".htm", ".html", ".nc", ".xml", ".sgml"})
RECORDS = frozenset({".jsonl"})
LIMIT = 64 * 1024 * 1024
LINE_LIMIT = 8 * 1024 * 1024

_MAGIC = (
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\x89PNG", "a PNG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x1f\x8b", "gzip data"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\xd0\xcf\x11\xe0", "a Microsoft Office file"),
    (b"BZh", "bzip2 data"),
)


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, as the user named it or as it was found in a folder."""

    path: Path

    @property
    def is_records(self) -> bool:
        """Whether it holds record lines rather than one document."""
        return self.path.suffix.lower() in RECORDS


@dataclass(frozen=True, slots=True)
class Document:
    """A source document's characters. Equal when name and hash are equal."""

    name: str
    path: Path
    text: str
    sha256: str
    size: int
    encoding: str


def discover(paths: Iterable[Path]) -> Iterator[Source | Skipped]:
    """Every source in files and folders, folders sorted by name and searched to the bottom.

    In a folder, `.json` files (gold records), hidden files, and files named README or LICENSE are passed over in
    silence because they are no sources; other files of a kind that is not read are returned as `Skipped`.

    Raises:
        DocumentError: A path does not exist.
    """
    for path in paths:
        if path.is_dir():
            yield from _in_folder(path)
        elif path.exists():
            yield Source(path)
        else:
            raise DocumentError("there is no such file or folder", where=str(path), remedy="check the path")


def _in_folder(folder: Path) -> Iterator[Source | Skipped]:
    for path in sorted(folder.rglob("*")):
        if (
            path.is_dir()
            or path.name.startswith(".")
            or path.suffix.lower() == ".json"
            or path.stem in ("README", "LICENSE")
        ):
            continue
        if path.suffix.lower() in DOCUMENTS | RECORDS:
            yield Source(path)
        elif path.suffix.lower() not in (".md", ".py"):
            yield Skipped(str(path), f"files of the kind {path.suffix or 'without an ending'} are not read")


def load(path: Path, *, limit: int = LIMIT) -> Document:
    """Read one document.

    Args:
        path: The file.
        limit: Size in bytes above which it is not read.

    Raises:
        DocumentError: It is empty, too large, binary, truncated, has a line that no document has, or its characters
            cannot be made out.
    """
    where = str(path)
    try:
        size = path.stat().st_size
        if size > limit:
            raise DocumentError(
                f"the document has {size:,} bytes, more than the limit of {limit:,}",
                where=where,
                remedy="raise it with --limit",
            )
        raw = path.read_bytes()
    except OSError as error:
        raise DocumentError(
            f"the file cannot be read ({error.strerror})", where=where, remedy="check its permissions"
        ) from error
    text, encoding = decode(raw, where)
    _whole(text, where)
    return Document(path.name, path, text, hashlib.sha256(raw).hexdigest(), len(raw), encoding)


def decode(raw: bytes, where: str) -> tuple[str, str]:
    """The characters of a document, and the encoding in which they were.

    UTF-8 and UTF-16 by their marks, then UTF-8, then Windows-1252, in which older filings are written. Bytes that are
    neither are refused with their offset: to guess would put wrong names into the graph.

    Raises:
        DocumentError: The bytes are no text, or of no encoding that is read.
    """
    if not raw.strip():
        raise DocumentError("the file is empty", where=where, remedy="fetch it again")
    for magic, kind in _MAGIC:
        if raw.startswith(magic):
            raise DocumentError(
                f"the file is {kind}, not a text", where=where, remedy="give the document as text or HTML"
            )
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return raw.decode("utf-16"), "utf-16"
        except UnicodeDecodeError as error:
            raise DocumentError(
                f"the file is marked as UTF-16 and breaks at byte {error.start}", where=where
            ) from error
    if raw.count(b"\0") > len(raw) // 1000:
        raise DocumentError("the file holds binary data", where=where, remedy="give the document as text or HTML")
    longest = max(map(len, raw.split(b"\n"))) if len(raw) > LINE_LIMIT else 0
    if longest > LINE_LIMIT:
        raise DocumentError(
            f"one line has {longest:,} bytes, more than the limit of {LINE_LIMIT:,}",
            where=where,
            remedy="no EDGAR document has such a line",
        )
    try:
        return raw.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError as error:
        return _windows(raw, error, where), "windows-1252"


def _windows(raw: bytes, error: UnicodeDecodeError, where: str) -> str:
    """Windows-1252, unless the bytes speak for damaged UTF-8 or for no text at all."""
    broken = DocumentError(
        f"the bytes are neither UTF-8 nor Windows-1252 text at byte {error.start}",
        where=where,
        remedy="fetch it again or convert it to UTF-8",
    )
    high = [b for b in raw if b >= 0x80]
    undefined = sum(b in (0x81, 0x8D, 0x8F, 0x90, 0x9D) for b in high)
    controls = sum(b < 0x20 and b not in (0x09, 0x0A, 0x0B, 0x0C, 0x0D) for b in raw)
    multibyte = raw.decode("utf-8", "ignore")
    if any(ord(c) > 0x7F for c in multibyte) or undefined or controls > len(raw) // 200 or len(high) > len(raw) // 4:
        raise broken
    lone = sum(1 for i, b in enumerate(raw) if b >= 0x80 and i + 1 < len(raw) and raw[i + 1] >= 0x80)
    if lone > len(high) // 2 and len(high) > 1:
        raise broken
    return raw.decode("windows-1252")


def _whole(text: str, where: str) -> None:
    """Refuse a submission that was cut off: what is missing might revoke what is there."""
    head, tail = text[:4000], text[-4000:]
    for opening, closing in (
        ("<SEC-DOCUMENT>", "</SEC-DOCUMENT>"),
        ("<SUBMISSION>", "</SUBMISSION>"),
        ("<ownershipDocument", "</ownershipDocument>"),
    ):
        if opening in head and closing not in (tail if opening != "<ownershipDocument" else text):
            raise DocumentError(
                f"the submission is cut off: {opening} is never closed and the file ends at character {len(text):,}",
                where=where,
                remedy="fetch it again",
            )

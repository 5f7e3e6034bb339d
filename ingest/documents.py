"""Source files: finding them, and turning their bytes into characters, or saying why not.

Callers may rely on this: the order of `discover` is the same for the same folders; a document that `load` returns has
characters that a reader of text can work on, whatever its encoding was; whatever cannot be read is a `DocumentError`
that says what, where and what to do.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ..common.errors import DocumentError, InfactError, Skipped

DOCUMENTS = frozenset({".txt", ".htm", ".html", ".nc", ".xml", ".sgml"})
RECORDS = frozenset({".jsonl"})
CONTAINERS = frozenset({".gz", ".tgz", ".tar", ".zip"})
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
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What opens a container, and what has to close it.
_CONTAINERS = (
    ("<SEC-DOCUMENT>", "</SEC-DOCUMENT>"),
    ("<IMS-DOCUMENT>", "</IMS-DOCUMENT>"),
    ("<SUBMISSION>", "</SUBMISSION>"),
    ("<DOCUMENT>", "</DOCUMENT>"),
    ("<ownershipDocument", "</ownershipDocument>"),
)

_CONTROLS = bytes(b for b in range(0x20) if b not in b"\t\n\v\f\r")
_UNDEFINED = b"\x81\x8d\x8f\x90\x9d"
# Bytes above ASCII with the byte before and the one behind.
_HIGH = re.compile(rb"([\x00-\x7f]?)([\x80-\xff]+)(?=([\x00-\x7f]?))")
# A sequence of UTF-8, unless it reads as a capital before a quote or a mark in Windows-1252 (the end of "CAF\xc9\x94").
_SEQUENCE = re.compile(
    rb"(?![\xc4-\xdf][\x85\x91-\x97\x99\xa0\xa9\xab\xae\xbb])"
    rb"(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})"
)
# Letters of Windows-1252 where words do not have them: a capital behind a small letter, a small one before a capital,
# one that stands alone (but \xc0 and \xe0, which are words), one before a sign, y with diaeresis, thorn beside another.
_ODD = re.compile(
    rb"(?<=[a-z])[\xc0-\xd6\xd8-\xde]"
    rb"|[\xdf-\xf6\xf8-\xfe](?=[A-Z])"
    rb"|(?<![A-Za-z\x80-\xff])[\xc1-\xd6\xd8-\xdf\xe1-\xf6\xf8-\xfe](?![A-Za-z\x80-\xff])"
    rb"|[\xc0-\xf6](?=[\x80-\x84\x86-\x90\x98\x9b\x9d\xa1-\xa8\xaa\xac\xad\xaf-\xba\xbc-\xbf])"
    rb"|\xff|\xfe(?=[\x80-\xff])|(?<=[\x80-\xff])\xfe"
)


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, as the user named it or as it was found in a folder."""

    path: Path

    @property
    def is_records(self) -> bool:
        """Whether it holds record lines rather than one document."""
        return self.path.suffix.lower() in RECORDS

    def container(self) -> Literal["archive", "zip"] | None:
        """Whether it holds many documents, as its first bytes say: a tar, packed with gzip or not, or a zip."""
        try:
            with self.path.open("rb") as file:
                head = file.read(265)
        except OSError:
            return None  # whoever reads it says why it cannot be read
        if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
            return "zip"
        return "archive" if head.startswith(b"\x1f\x8b") or head[257:262] == b"ustar" else None


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

    In a folder, `.json` files (gold records), hidden files and folders, files named README or LICENSE, and `.md` and
    `.py` files that stand beside documents are passed over in silence because they are no sources; other files of a
    kind that is not read, what is no regular file, and a folder without any of these are returned as `Skipped`.

    Raises:
        DocumentError: A path does not exist; nothing has been given then.
    """
    for path in (every := list(paths)):
        if not path.exists():
            raise DocumentError("there is no such file or folder", where=str(path), remedy="check the path")
    for path in every:
        if path.is_dir():
            found = _in_folder(path)
            first = next(found, None)
            yield first or Skipped(str(path), "no document was found in this folder")
            yield from found
        else:
            yield _source(path)


def _in_folder(folder: Path) -> Iterator[Source | Skipped]:
    for path in sorted(folder.rglob("*")):
        if (
            path.is_dir()
            or any(part.startswith(".") for part in path.relative_to(folder).parts)
            or path.suffix.lower() == ".json"
            or path.stem in ("README", "LICENSE")
        ):
            continue
        if path.suffix.lower() in DOCUMENTS | RECORDS | CONTAINERS:
            yield _source(path)
        elif path.suffix.lower() not in (".md", ".py"):
            yield Skipped(str(path), f"files of the kind {path.suffix or 'without an ending'} are not read")


def _source(path: Path) -> Source | Skipped:
    if path.exists() and not path.is_file():  # whoever opens a pipe waits for one who writes
        return Skipped(str(path), "this is a pipe, a socket or a device, and no regular file")
    return Source(path)


def unread(error: OSError) -> str:
    """Why a file could not be read, as a sentence."""
    if isinstance(error, FileNotFoundError):
        return "the file is gone, or the link leads to no file"
    return f"the file cannot be read ({error.strerror or error})"


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
        remedy = "check its permissions" if isinstance(error, PermissionError) else "check the path"
        raise DocumentError(unread(error), where=where, remedy=remedy) from error
    return document(path, raw, where)


def document(path: Path, raw: bytes, where: str) -> Document:
    """A document of its bytes.

    Args:
        path: Its file, or its place in an archive; the last part is its name.
        raw: Its bytes.
        where: What a message calls it.

    Raises:
        DocumentError: As `load` does, but for its size.
    """
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
    longest = max(map(len, raw.replace(b"\r", b"\n").split(b"\n"))) if len(raw) > LINE_LIMIT else 0
    if longest > LINE_LIMIT:
        raise DocumentError(
            f"one line has {longest:,} bytes, more than the limit of {LINE_LIMIT:,}",
            where=where,
            remedy="break its lines and give it again",
        )
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _marked(raw, encoding, where), encoding
    if raw.count(b"\0") > len(raw) // 1000:
        raise DocumentError("the file holds binary data", where=where, remedy="give the document as text or HTML")
    try:
        return raw.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError as error:
        return _windows(raw, error, where), "windows-1252"


def _marked(raw: bytes, encoding: str, where: str) -> str:
    """The characters of bytes that begin with a mark; filings are in English, so most of them are ASCII."""
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"the file is marked as {encoding.upper()} and breaks at byte {error.start}",
            where=where,
            remedy="fetch it again",
        ) from error
    if 2 * len(text.encode("ascii", "ignore")) < len(text) or text.count("\0") > len(text) // 1000:
        raise DocumentError(f"the file is marked as {encoding.upper()} and holds no text", where=where)
    return text


def _windows(raw: bytes, error: UnicodeDecodeError, where: str) -> str:
    """Windows-1252, unless the bytes speak for damaged UTF-8 or for no text at all."""
    found = _HIGH.findall(raw)
    high = sum(len(run) for _, run, _ in found)
    context = b"\n".join(map(b"".join, found))
    if (
        len(raw) - len(raw.translate(None, _CONTROLS)) > len(raw) // 200
        or high > len(raw) // 3
        or len(context.translate(None, _UNDEFINED)) < len(context)
        or _SEQUENCE.search(context)
        or (high > 1 and high - len(found) > high // 2)  # most of them stand beside another
        or len(_ODD.findall(context)) * 10 > high
    ):
        raise DocumentError(
            f"the bytes are neither UTF-8 nor Windows-1252 text at byte {error.start}",
            where=where,
            remedy="fetch it again or convert it to UTF-8",
        )
    return raw.decode("windows-1252")


def _whole(text: str, where: str) -> None:
    """Refuse a submission that was cut off: what is missing might revoke what is there."""
    head = text[:4000]
    for opening, closing in _CONTAINERS:
        if opening in head and text.rfind(closing) < text.rfind(opening):
            raise DocumentError(
                f"the submission is cut off: {opening} is never closed and the file ends at character {len(text):,}",
                where=where,
                remedy="fetch it again",
            )


def without_place(error: InfactError, where: str) -> str:
    """An error's words without the place that is named beside them already."""
    return str(error).removeprefix(f"{where}: ")

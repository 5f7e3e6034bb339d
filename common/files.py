"""Files that appear whole or not at all."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from .errors import ExportError


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a file beside `path` that takes its place when all went well, and vanishes otherwise.

    A link is followed, and what is no regular file (a pipe, /dev/null) is written to as it is.

    Raises:
        ExportError: The file cannot be written.
    """
    if path.is_dir():
        raise ExportError("this is a folder", where=str(path), remedy="name a file in it")
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as stream:
                yield stream
            return
        target = path.resolve()
        # The name is the process's own, so two runs that write to one place do not write into each other.
        part = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            with part.open("wb") as stream:
                yield stream
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise ExportError(f"the file cannot be written: {error.strerror or error}", where=str(path)) from error

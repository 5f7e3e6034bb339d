"""Debian's Virtuoso as a SPARQL endpoint: a server of our own in a folder of its own, on loopback ports, for a while.

It runs the package's program as this user, not the package's service; `install.sh` beside this file installs it.
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

SERVER, CLIENT = "virtuoso-t", "isql-vt"  # as Debian names them

# Virtuoso keeps 8 KiB of a page in a buffer. Without ResultSetMaxRows it cuts an answer and does not say so.
_SETTINGS = """\
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/temp.db
TransactionFile = {folder}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:{port}
DisableUnixSocket = 1
ServerThreads = 8
NumberOfBuffers = {buffers}
MaxDirtyBuffers = {dirty}
ThreadsPerQuery = 2
AsyncQueueMaxThreads = 2
DirsAllowed = {folder}, {allowed}
CheckpointInterval = 0
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 8
[SPARQL]
ResultSetMaxRows = 1000000000
MaxQueryExecutionTime = {seconds}
"""


def installed() -> bool:
    """Whether both programs are there."""
    return shutil.which(SERVER) is not None and shutil.which(CLIENT) is not None


@contextmanager
def serving(files: Iterable[Path], folder: Path, megabytes: int = 64, seconds: int = 600) -> Iterator[str]:
    """A server that holds some N-Quads files; gives the address of its SPARQL endpoint.

    Args:
        files: What to load.
        folder: An empty folder for its database.
        megabytes: Memory for its buffers.
        seconds: When it gives a query up, whether or not somebody still waits for it.
    """
    files = [file.resolve() for file in files]
    port, http = _ports()
    buffers = megabytes * 1024 // 8
    settings = folder / "virtuoso.ini"
    allowed = ", ".join(sorted({str(file.parent) for file in files}))
    settings.write_text(
        _SETTINGS.format(
            folder=folder,
            port=port,
            http=http,
            buffers=buffers,
            dirty=buffers * 3 // 4,
            allowed=allowed,
            seconds=seconds,
        ),
        "utf-8",
    )
    with (folder / "said.txt").open("wb") as said:
        command = [SERVER, "+configfile", str(settings), "+foreground"]
        server = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said)
    try:
        url = f"http://127.0.0.1:{http}/sparql"
        _wait(server, url, folder)
        _load(files, port)
        yield url
    finally:
        server.terminate()
        try:
            server.wait(timeout=60)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _load(files: Iterable[Path], port: int) -> None:
    """By Virtuoso's bulk loader, two at a time, without a log: every quad into the graph that it names."""
    for file in files:
        _tell(port, f"ld_dir ('{file.parent}', '{file.name}', 'urn:unnamed');")
    with ThreadPoolExecutor(2) as loaders:
        list(loaders.map(lambda _: _tell(port, "log_enable (2, 1); rdf_loader_run ();"), range(2)))
    _tell(port, "checkpoint;")
    # 2: done; a file that was not understood has an error beside it.
    lost = _tell(port, "SELECT ll_file, ll_error FROM DB.DBA.load_list WHERE ll_state <> 2 OR ll_error IS NOT NULL;")
    if lost.strip():
        raise RuntimeError(f"Virtuoso did not load all: {lost[-500:]}")


def _ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]


def _wait(server: subprocess.Popen[bytes], url: str, folder: Path) -> None:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    for _ in range(1800):
        if server.poll() is not None:
            raise RuntimeError(f"Virtuoso ended at once: {(folder / 'said.txt').read_text('utf-8', 'replace')[-500:]}")
        try:
            opener.open(f"{url}?query=ASK%7B%7D", timeout=5).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("Virtuoso did not answer within three minutes")


def _tell(port: int, command: str) -> str:
    """What SQL says as the administrator, whose password is the default one of a database that lives for a test."""
    done = subprocess.run(
        [CLIENT, f"127.0.0.1:{port}", "dba", "dba", "VERBOSE=OFF", "BANNER=OFF", "ERRORS=STDOUT", f"EXEC={command}"],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode or "Error" in done.stdout:
        raise RuntimeError(f"Virtuoso did not run {command}: {done.stdout[-500:]}{done.stderr[-500:]}")
    return done.stdout

"""What all tests share: the corpus, Hypothesis without chance, and skips that can be made to fail."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from collections.abc import Generator
from pathlib import Path

import hypothesis
import pytest

ROOT = Path(__file__).resolve().parent.parent

# Hundreds of small stores are written, and a disk waits for each to be safe; a disk in memory does not.
_IN_MEMORY = Path("/dev/shm")
if (
    "TMPDIR" not in os.environ
    and os.access(_IN_MEMORY, os.W_OK)
    and shutil.disk_usage(_IN_MEMORY).free > 4 * 1024**3  # containers often have 64 MB there
):
    os.environ["TMPDIR"] = str(_IN_MEMORY)
    tempfile.tempdir = None

# A job in the background of a shell ignores Ctrl-C, and so does what it starts: tests of Ctrl-C would wait for ever.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# The same examples in every run, so that a red run is red again; HYPOTHESIS_PROFILE=search looks for new ones.
hypothesis.settings.register_profile("fixed", derandomize=True, deadline=None, print_blob=True)
hypothesis.settings.register_profile("search", max_examples=2000, deadline=None, print_blob=True)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--fail-on-skip", action="store_true", help="a test that is skipped counts as failed")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.skipped and item.config.getoption("--fail-on-skip"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid}: {reason} (and --fail-on-skip was given)"
    return report


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository, which is the package."""
    return ROOT


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real and written documents (INFACT_CORPUS); tests that need it are skipped where it is missing."""
    folder = Path(os.environ.get("INFACT_CORPUS") or ROOT.parent / "shared" / "corpus")
    if not folder.is_dir():
        pytest.skip(f"no corpus at {folder}: INFACT_CORPUS names it")
    return folder


@pytest.fixture(scope="session")
def bundled() -> Path:
    """The examples that the repository carries: `dev`, `own` (documents beside their records) and `facts`."""
    return ROOT / "tests" / "corpus"

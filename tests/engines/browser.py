"""A browser without a screen: Chromium, which opens a page of this machine and says what became of it."""

from __future__ import annotations

import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# WebGL without a graphics card; containers have no place for Chromium's own sandbox, and the pages are ours.
_OPTIONS = ("--headless", "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--hide-scrollbars")


def chromium() -> str:
    """The program; skips the test where there is none."""
    for name in _NAMES:
        if found := shutil.which(name):
            return found
    pytest.skip("Chromium is not installed; `make test-engines` does that with apt")


def said(page: Path, folder: Path, size: tuple[int, int] = (1200, 900)) -> str:
    """The text of the element `said` when the page's scripts have run."""
    done = _run(page, folder, size, "--dump-dom")
    found = re.search(r'<pre id="said"[^>]*>(.*?)</pre>', done, re.DOTALL)
    assert found, "the page has no element `said`"
    return unescape(found[1])


def screenshot(page: Path, folder: Path, target: Path, size: tuple[int, int] = (1200, 900)) -> None:
    """A picture of the page as PNG."""
    _run(page, folder, size, f"--screenshot={target}")
    assert target.read_bytes().startswith(b"\x89PNG")


def printed(page: Path, folder: Path, target: Path) -> None:
    """The page as it is printed, as PDF."""
    _run(page, folder, (1200, 900), f"--print-to-pdf={target}", "--no-pdf-header-footer")
    assert target.read_bytes().startswith(b"%PDF")


def _run(page: Path, folder: Path, size: tuple[int, int], *what: str) -> str:
    options = [
        f"--user-data-dir={folder / 'profile'}",
        f"--window-size={size[0]},{size[1]}",
        "--virtual-time-budget=9000",
    ]
    done = subprocess.run(
        [chromium(), *_OPTIONS, *options, *what, page.resolve().as_uri()],
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout

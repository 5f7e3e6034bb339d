"""What a piece of work costs, measured so that a limit holds on a slow or a busy machine too."""

from __future__ import annotations

import gc
import re
import time
from collections.abc import Callable

ATTEMPTS = 5
_YARDSTICK = re.compile(r"\b(?:[a-z]+ ){2}[A-Z]")
_TEXT = "one two three " * 1500
_NOMINAL = 0.0032  # seconds for the yardstick on the machine on which the limits were chosen


def cost(work: Callable[[], object], enough: float = 0.0) -> float:
    """The least processor time that a piece of work takes, in seconds of the machine on which limits were chosen.

    The collector of cycles waits meanwhile: with a long test run behind it, one collection costs more than most
    limits. A yardstick is measured beside each attempt, because processor time grows too where cores are shared.

    Args:
        work: What is measured; called up to five times.
        enough: The limit that the caller compares with; the first attempt that keeps it is the last one.
    """
    best = float("inf")
    for _ in range(ATTEMPTS):
        best = min(best, _timed(work) / max(1.0, _timed(_yardstick) / _NOMINAL))
        if best <= enough:
            break
    return best


def growth(work: Callable[[int], object], size: int, times: int = 4) -> float:
    """How many times as much the work costs on a text so many times as long; about `times` if it is linear.

    Ten milliseconds are added to both, so that what costs next to nothing is not compared at all.
    """
    return (cost(lambda: work(times * size)) + 0.01) / (cost(lambda: work(size)) + 0.01)


def _timed(work: Callable[[], object]) -> float:
    running = gc.isenabled()
    gc.disable()
    try:
        start = time.process_time()
        work()
        return time.process_time() - start
    finally:
        if running:
            gc.enable()


def _yardstick() -> None:
    for _ in range(2):
        _YARDSTICK.search(_TEXT)

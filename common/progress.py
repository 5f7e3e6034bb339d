"""Progress for people who wait: a bar on a terminal, one plain line at the end elsewhere, nothing under two seconds.

The clock here only decides when to speak; nothing that it says ends in a result.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

# Shorter waits need no word: a bar that flashes by is noise.
PATIENCE_SECONDS = 2.0


@dataclass(slots=True)
class Steps:
    """How far the work is. Call it after each step, with the number of steps done so far."""

    done: int
    _show: Callable[[int], None]

    def __call__(self, done: int | None = None) -> None:
        """Note that one more step is done, or that `done` are."""
        self.done = self.done + 1 if done is None else done
        self._show(self.done)


@contextmanager
def progress(
    doing: str,
    unit: str,
    *,
    stream: TextIO,
    total: int | None = None,
    quiet: bool = False,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Steps]:
    """Report on a piece of work while it runs.

    Args:
        doing: What is going on, e.g. `reading`.
        unit: What is counted, in the plural, e.g. `documents`.
        stream: Where to speak: standard error.
        total: How many steps there are, when known.
        quiet: Say nothing at all.
        clock: Seconds; a test passes its own.
    """
    started = clock()
    bar: Progress | None = None
    task = None

    def show(done: int) -> None:
        nonlocal bar, task
        if quiet or not stream.isatty():
            return
        if bar is None:
            if clock() - started < PATIENCE_SECONDS:
                return
            columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
            console = Console(file=stream, force_terminal=True)
            bar = Progress(*columns, TextColumn(unit), TimeElapsedColumn(), console=console, transient=True)
            task = bar.add_task(doing, total=total)
            bar.start()
        assert task is not None
        bar.update(task, completed=done)

    steps = Steps(0, show)
    try:
        yield steps
    finally:
        if bar is not None:
            bar.stop()
        seconds = clock() - started
        if not quiet and seconds >= PATIENCE_SECONDS:
            stream.write(f"{doing}: {steps.done} {unit} in {seconds:.0f} s\n")
            stream.flush()

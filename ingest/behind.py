"""Work done behind the caller's back: in one thread, one thing after the other, in the order in which it was given.

Meant for loading into Oxigraph, which does not hold Python's lock: the process reads on meanwhile, on another core.
Callers may rely on: `wait` raises what the work raised, and nothing is done after a failure.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Self


class Behind:
    """Does work in a thread of its own. Use it as a context manager: leaving it waits for the work."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1)
        self._under_way: deque[Future[None]] = deque()

    def do(self, work: Callable[[], None], *, most: int = 1) -> None:
        """Have something done; waits while `most` things given before are not done yet."""
        while len(self._under_way) >= most:
            self._under_way.popleft().result()
        self._under_way.append(self._thread.submit(work))

    def wait(self) -> None:
        """Wait until everything is done.

        Raises:
            Exception: What the work raised first.
        """
        while self._under_way:
            self._under_way.popleft().result()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is None:
                self.wait()
        finally:
            self._thread.shutdown(cancel_futures=True)

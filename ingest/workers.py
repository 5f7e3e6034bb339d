"""Work spread over processes.

Callers may rely on results coming in the order of the items, on memory that does not grow with their number, on little
work being done in this process, and on an item that ends its process (out of memory, a crash in a library) costing no
other: the items that were under way with it are worked on again, each alone.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain
from typing import TypeVar

from .kept import no_pauses

S = TypeVar("S")
T = TypeVar("T")

# So many items go to a process at once, where nothing is said of their weight.
_CHUNK = 16


def _light(item: object) -> float:
    return 1 / _CHUNK


def spread(
    items: Iterator[S],
    work: Callable[[S], list[T]],
    lost: Callable[[S], list[T]],
    *,
    workers: int,
    weight: Callable[[S], float] = _light,
) -> Iterator[T]:
    """What `work` makes of each item.

    Args:
        items: What is worked on; taken as it is needed.
        work: A function that can be pickled.
        lost: Called instead, in this process, for an item that ended the process in which it was worked on.
        workers: Processes; with one, or with few items, everything is done in this process.
        weight: An item's part of what goes to a process at once; items are taken until they are 1 together.
    """
    first = [*_taken(items, weight), *_taken(items, weight)]
    rest = chain(first, items)
    if sum(map(weight, first)) < 2 or workers == 1:
        for item in rest:
            yield from work(item)
        return
    waiting: deque[tuple[list[S], Future[list[T]]]] = deque()
    pool = ProcessPoolExecutor(workers)
    try:
        while (piece := _taken(rest, weight)) or waiting:
            if piece:
                try:
                    future = pool.submit(_work, piece, work)
                except BrokenProcessPool:
                    pool.shutdown()
                    pool = ProcessPoolExecutor(workers)
                    future = pool.submit(_work, piece, work)
                waiting.append((piece, future))
            if not piece or len(waiting) > 2 * workers:
                held, future = waiting.popleft()
                try:
                    made = future.result()
                except BrokenProcessPool:
                    made = [result for item in held for result in _alone(item, work, lost)]
                yield from made
    finally:
        pool.shutdown(cancel_futures=True)


def _taken(items: Iterator[S], weight: Callable[[S], float]) -> list[S]:
    taken, together = [], 0.0
    while together < 1 and (item := next(items, None)) is not None:
        taken.append(item)
        together += weight(item)
    return taken


def _work(items: list[S], work: Callable[[S], list[T]]) -> list[T]:
    with no_pauses():
        return [result for item in items for result in work(item)]


def _alone(item: S, work: Callable[[S], list[T]], lost: Callable[[S], list[T]]) -> list[T]:
    with ProcessPoolExecutor(1) as pool:
        try:
            return pool.submit(work, item).result()
        except BrokenProcessPool:
            return lost(item)

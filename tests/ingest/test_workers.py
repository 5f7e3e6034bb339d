"""Workers: the order is kept, and what ends a process costs nothing else."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from infact.ingest.workers import spread


def double(number: int) -> list[int]:
    """What a worker does here: twice the number, a list of none for 5, and the end of its process for 40 and 77."""
    if number in {40, 77}:
        os._exit(1)
    return [] if number == 5 else [2 * number]


def lost(number: int) -> list[int]:
    return [-number]


@pytest.mark.parametrize("count", [0, 1, 31, 32, 39])
@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_order_from_one_process_or_several(count: int, workers: int) -> None:
    expected = [2 * n for n in range(count) if n != 5]
    assert list(spread(iter(range(count)), double, lost, workers=workers)) == expected


def test_an_item_that_ends_its_process_costs_no_other() -> None:
    expected = [-n if n in {40, 77} else 2 * n for n in range(200) if n != 5]
    assert list(spread(iter(range(200)), double, lost, workers=2)) == expected


def test_items_are_taken_as_they_are_needed() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for n in range(100, 100_000):
            taken.append(n)
            yield n

    results = spread(items(), double, lost, workers=2)
    assert next(results) == 200
    assert len(taken) < 200
    results.close()  # type: ignore[attr-defined]

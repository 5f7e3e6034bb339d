"""Progress speaks only to people who wait, on standard error, and in one plain line where there is no terminal."""

from __future__ import annotations

import io
from collections.abc import Callable

from infact.common.progress import progress


def clock(*seconds: float) -> Callable[[], float]:
    times = iter(seconds)
    return lambda: next(times)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_short_work_is_done_in_silence() -> None:
    out = io.StringIO()
    with progress("reading", "documents", stream=out, clock=clock(0, 1.9)) as step:
        step()
    assert out.getvalue() == ""


def test_off_a_terminal_long_work_leaves_one_plain_line() -> None:
    out = io.StringIO()
    with progress("reading", "documents", stream=out, total=40, clock=clock(100, 161.4)) as step:
        step()
        step()
        step(40)
    assert out.getvalue() == "reading: 40 documents in 61 s\n"


def test_on_a_terminal_a_bar_comes_when_the_wait_gets_long() -> None:
    out = Terminal()
    with progress("reading", "documents", stream=out, total=3, clock=clock(0, 1, 3, 4)) as step:
        step()
        assert out.getvalue() == ""
        step()
        step()
    assert "reading" in out.getvalue()
    assert out.getvalue().endswith("reading: 3 documents in 4 s\n")


def test_quiet_says_nothing() -> None:
    out = Terminal()
    with progress("reading", "documents", stream=out, quiet=True, clock=clock(0, 9, 20)) as step:
        step()
    assert out.getvalue() == ""


def test_work_that_fails_still_says_how_far_it_came() -> None:
    out = io.StringIO()
    try:
        with progress("reading", "documents", stream=out, clock=clock(0, 5)) as step:
            step(2)
            raise ValueError
    except ValueError:
        pass
    assert out.getvalue() == "reading: 2 documents in 5 s\n"

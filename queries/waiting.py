"""Waiting for work that cannot be interrupted itself: a query inside a library that is not Python.

The work runs in a thread of its own while the caller waits, so that a time limit and Ctrl-C end the waiting at once.
What was given up may still run to its end (a library cannot be stopped from outside); its result is dropped, and it
does not keep the process alive.
"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Callable
from typing import TypeVar

from ..common.errors import EngineUnavailableError

T = TypeVar("T")
_NAME = "query of "


def within(seconds: float | None, action: Callable[[], T], where: str) -> T:
    """The result of an action, or an error when it takes too long.

    Args:
        seconds: How long to wait; None: without end.
        action: What to do. Its errors are raised here, without the traceback of the thread, whose objects may belong
            to the thread alone.
        where: What messages call the place where the work is done.

    Raises:
        EngineUnavailableError: The time is over.
        KeyboardInterrupt: Ctrl-C came first.
    """
    found: list[T] = []
    failed: list[BaseException] = []

    def work() -> None:
        try:
            found.append(action())
        except BaseException as error:  # noqa: BLE001 - a Rust panic is no Exception; it is raised in the caller
            error.__traceback__ = error.__cause__ = error.__context__ = None
            failed.append(error)
        finally:
            done.set()

    done = threading.Event()
    thread = threading.Thread(target=work, daemon=True, name=f"{_NAME}{where}")
    thread.start()
    finished = False
    try:
        finished = done.wait(seconds)
    finally:
        if not finished and thread.ident is not None:
            # Python code stops at this; a library's work stops when it comes back to Python.
            ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident), ctypes.py_object(SystemExit))
    if not finished:
        raise EngineUnavailableError(
            f"no answer within {seconds:g} s", where=where, remedy="ask a narrower question or raise the timeout"
        )
    if failed:
        raise failed[0]
    return found[0]


def is_left_behind() -> bool:
    """Whether something that was given up still runs inside its library, under which the interpreter cannot end."""
    return any(thread.name.startswith(_NAME) for thread in threading.enumerate())

"""How a command ends: exit codes, errors as one line, interruptions and closed pipes without noise.

Exit codes: 0 done, whatever the answer is (`sparql` with ASK and `why` say yes or no in words); 1 `validate` or `audit`
found what --fail-on names; 2 wrong usage, or it failed while running; 3 done, but some inputs were skipped. 130 is the
shell's code for a command that Ctrl-C ended.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from contextvars import ContextVar
from typing import Any

import typer
from typer.core import TyperGroup

from ..common.errors import InfactError, Skipped
from ..common.withholding import Withholding

DONE, FOUND, FAILED, SKIPPED, INTERRUPTED = 0, 1, 2, 3, 130

# More than a screen of skipped inputs helps nobody on a terminal; a file or a pipe gets them all.
_SHOWN = 50

# What a write meets: a full disk or quota, a file that may not grow, a closed stream, a broken device.
_UNWRITTEN = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EBADF, errno.EIO}

withheld: ContextVar[Withholding] = ContextVar("withheld", default=Withholding.none())  # noqa: B039 - it is frozen


def say(line: str) -> None:
    """Write a line to standard error, where everything goes that is not the answer."""
    print(withheld.get().apply(line), file=sys.stderr)  # noqa: T201 - the command line is where infact speaks


def say_unmet(lines: Sequence[int]) -> None:
    """Tell which lines of the withholding list found nobody, without a name: a misspelled one protects nobody."""
    if lines:
        shown = ", ".join(map(str, lines[:_SHOWN])) + (" and more" if len(lines) > _SHOWN else "")
        say(
            f"withholding list: {'this line names' if len(lines) == 1 else 'these lines name'} nobody found in this"
            f" corpus: {shown}"
        )


def list_skipped(skipped: Sequence[Skipped]) -> None:
    """Name every input that was passed over, with its reason.

    Raises:
        typer.Exit: With code 3, when there are any.
    """
    if not skipped:
        return
    say(f"{len(skipped)} {'input was' if len(skipped) == 1 else 'inputs were'} skipped:")
    shown = skipped[:_SHOWN] if sys.stderr.isatty() else skipped
    for item in shown:
        say(f"  {item.source}: {item.reason}")
    if len(shown) < len(skipped):
        say(f"  and {len(skipped) - len(shown)} more; 2>FILE gives all")
    raise typer.Exit(SKIPPED)


def _streams() -> None:
    """Put something in the place of streams that the shell has closed, so that who writes an answer hears of it."""
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w")
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")


def _silence() -> None:
    """End what standard output was: Python would complain again when it flushes at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class Verbs(TyperGroup):
    """The group of all commands: it ends every one of them in the same way."""

    def make_context(self, *arguments: Any, **named: Any) -> Any:
        """What comes before a command: Ctrl-C during it says so, too."""
        try:
            return super().make_context(*arguments, **named)
        except KeyboardInterrupt:
            say("interrupted")
            raise typer.Exit(INTERRUPTED) from None

    def invoke(self, ctx: Any) -> Any:
        """Run the command; whatever goes wrong becomes one line on standard error and an exit code."""
        _streams()
        debug = bool(ctx.params.get("debug"))
        withheld.set(Withholding.none())
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except KeyboardInterrupt:
            say("interrupted")
            raise typer.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            _silence()  # whoever read the answer (`| head`) has enough
            raise typer.Exit(DONE) from None
        except InfactError as error:
            if debug:
                raise
            say(f"infact: {' '.join(str(error).split())}")
            raise typer.Exit(FAILED) from None
        except OSError as error:
            if debug or error.filename is not None or error.errno not in _UNWRITTEN:
                raise
            _silence()
            say(f"infact: standard output cannot be written: {error.strerror}; name a file with -o, or make room")
            raise typer.Exit(FAILED) from None
        except (typer.Exit, typer.Abort):
            raise
        except Exception as error:
            if debug or type(error).__module__.startswith(("typer", "click")):
                raise
            say(f"infact: a fault of infact itself, {type(error).__name__}: {error}; `infact --debug ...` shows where")
            raise typer.Exit(FAILED) from None
        return result

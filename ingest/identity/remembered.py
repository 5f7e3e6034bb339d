"""What was worked out about names while they were compared: the modules here remember it, and a resolution ends it."""

from __future__ import annotations

import sys


def forget() -> None:
    """Let go of what the functions of this package remember; whatever is asked again is worked out again."""
    for name, module in tuple(sys.modules.items()):
        if name.startswith(f"{__package__}."):
            for value in tuple(vars(module).values()):
                clear = getattr(value, "cache_clear", None)
                if clear is not None:
                    clear()

"""What reading does with damaged documents: no crash, no text that costs more than it should.

    python benchmarks/mutants.py [--count N] [--first N] [--slowest MS]

Damages the written documents of tests/corpus, each in turn, in one of six ways: cut off, bytes flipped, lines shuffled,
a block repeated, tags thrown in, two documents spliced. Each is decoded, normalised and extracted; a document that is
refused with a reason is counted, any other exception fails the run, and so does one that takes more than --slowest
milliseconds of processor time per kilobyte (of at least one kilobyte). Every quote must equal its slice. The damage
follows from the number alone, so that a run repeats; the exit code is 1 where one fails.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from infact.common.errors import InfactError
from infact.ingest.documents import decode
from infact.ingest.extract import extract
from infact.ingest.submission import is_submission, read_submission
from infact.ingest.text import normalise

CORPUS = Path(__file__).parents[1] / "tests" / "corpus"
TAGS = (
    b"<td>", b"</table>", b"<table><tr>", b"<!--", b"-->", b"<p", b"</", b"<script>", b"<title>", b"<pre>", b"&nbsp;",
    b"&#x", b"<br>" * 5, b"<div style='", b"]]>", b"<TEXT>", b"</SEC-DOCUMENT>", b"<ownershipDocument>", b"\x0c",
    b"/s/ ", b"____", b'("', b" and ", b", ",
)  # fmt: skip


def cut(raw: bytes, other: bytes, dice: random.Random) -> bytes:
    return raw[: dice.randrange(1, len(raw))]


def flipped(raw: bytes, other: bytes, dice: random.Random) -> bytes:
    out, bytes_of = bytearray(raw), dice.choice((range(256), range(32, 127), range(32, 127)))
    for _ in range(max(1, len(raw) // dice.choice((40, 200, 1000)))):
        out[dice.randrange(len(out))] = dice.choice(bytes_of)
    return bytes(out)


def shuffled(raw: bytes, other: bytes, dice: random.Random) -> bytes:
    lines = raw.split(b"\n")
    dice.shuffle(lines)
    return b"\n".join(lines)


def repeated(raw: bytes, other: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(raw))
    block = raw[at : at + dice.choice((3, 30, 300, 3000))]
    return raw[:at] + block * dice.choice((2, 10, 40)) + raw[at:]


def tag_soup(raw: bytes, other: bytes, dice: random.Random) -> bytes:
    out = raw
    for _ in range(dice.choice((1, 5, 25))):
        at = dice.randrange(len(out))
        out = out[:at] + dice.choice(TAGS) * dice.choice((1, 1, 1, 20)) + out[at:]
    return out


def spliced(raw: bytes, other: bytes, dice: random.Random) -> bytes:
    return raw[: dice.randrange(len(raw))] + other[dice.randrange(len(other)) :]


DAMAGES: tuple[Callable[[bytes, bytes, random.Random], bytes], ...] = (
    cut, flipped, shuffled, repeated, tag_soup, spliced,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one damaged document: refused, or its instruments; seconds, kilobytes, and why it failed."""

    damage: str
    refused: bool
    instruments: int
    seconds: float
    kilobytes: float
    failure: str | None

    @property
    def pace(self) -> float:
        """Milliseconds of processor time per kilobyte."""
        return 1000 * self.seconds / self.kilobytes


def documents() -> list[bytes]:
    """The written documents, in the order of their names."""
    return [p.read_bytes() for p in sorted(CORPUS.glob("[do][ew][vn]/*")) if p.suffix not in (".json", ".py", ".md")]


def mutant(number: int, sources: list[bytes]) -> tuple[str, bytes]:
    """The damaged document of a number."""
    dice = random.Random(number)
    raw, other = sources[number % len(sources)], dice.choice(sources)
    damage = DAMAGES[number // len(sources) % len(DAMAGES)]
    return damage.__name__, damage(raw, other, dice)


def judged(number: int, sources: list[bytes], slowest: float) -> Outcome:
    """Read one damaged document and say what became of it."""
    damage, raw = mutant(number, sources)
    kilobytes = max(1.0, len(raw) / 1000)
    start = time.process_time()
    refused, instruments, failure = False, 0, None
    try:
        instruments = _read(raw, f"mutant {number}")
    except InfactError:
        refused = True
    except Exception as error:  # noqa: BLE001 - every other exception is what this looks for
        failure = f"mutant {number} ({damage}): {type(error).__name__}: {error}"
    seconds = time.process_time() - start
    out = Outcome(damage, refused, instruments, seconds, kilobytes, failure)
    if failure is None and out.pace > slowest:
        return Outcome(
            damage, refused, instruments, seconds, kilobytes, f"mutant {number} ({damage}): {out.pace:.0f} ms/KB"
        )
    return out


def _read(raw: bytes, name: str) -> int:
    characters, _ = decode(raw, name)
    if is_submission(characters):
        members = read_submission(characters).members
        parts = [characters[m.start : m.end] for m in members if m.type.startswith("EX-24")]
    else:
        parts = [characters]
    count = 0
    for part in parts:
        text = normalise(part)
        for instrument in extract(text):
            count += 1
            for fact in instrument.evidence:
                if text.text[fact.start : fact.end] != fact.quote or not fact.quote:
                    raise AssertionError(f"{fact.field} does not quote its slice")
    return count


def warm(sources: list[bytes]) -> None:
    """Read some whole documents first: patterns are compiled when first used, and that is no document's time."""
    for raw in sources[::4]:
        _read(raw, "whole")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--slowest", type=float, default=50.0)
    args = parser.parse_args()
    sources = documents()
    warm(sources)
    outcomes = [judged(n, sources, args.slowest) for n in range(args.first, args.first + args.count)]
    print(f"{len(sources)} documents, {args.count:,} mutants")
    print(f"{'damage':<12}{'read':>8}{'refused':>9}{'instruments':>13}{'slowest ms/KB':>15}")
    for damage in DAMAGES:
        mine = [o for o in outcomes if o.damage == damage.__name__]
        if mine:
            refused, found = sum(o.refused for o in mine), sum(o.instruments for o in mine)
            pace = max(o.pace for o in mine)
            print(f"{damage.__name__:<12}{len(mine) - refused:>8,}{refused:>9,}{found:>13,}{pace:>15.1f}")
    failures = [o.failure for o in outcomes if o.failure]
    print(f"{len(failures)} failures", *failures[:20], sep="\n")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

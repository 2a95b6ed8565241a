"""Damaged files by the ten thousand: none crashes, none hangs, and of each every item is accounted for.

    python -m benchmarks.damage [FILE_OR_FOLDER ...] [--files 10000] [--seed 1] [--kind .mrc ...]

Files of every format are mutated (bytes changed, cut out, doubled, spliced in) and loaded into a record store of their
own, as `padu sync --allow-deletions` loads a partner: what was loaded, unchanged, deleted, skipped and rejected has to
be what the file held. Real files, if any are named, are loaded as they are and then mutated too. The same seed gives
the same files; `--kind` keeps to those with such a suffix.
"""

import argparse
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.damage_samples import SAMPLES, SPLICES
from discovery.logs import configure_logs
from indexer.loading import load_partner
from indexer.partner_source import Source
from indexer.partners import LibraryRule, Partner
from indexer.progress import Unwatched
from indexer.sources.files import files_of
from indexer.store.rejections import stored_rejections
from indexer.store.store import Store, open_store
from indexer.workers import Workers

# Of the processor's time: a mutated file has some kB and takes milliseconds, a loop without an end takes for ever.
_SECONDS = 60
# Of a long real file as much is mutated as holds some dozens of records.
_MOST_BYTES = 48_000
_SHOWN = 10
_NOW = "2026-01-01T00:00:00"


@dataclass(slots=True)
class Outcome:
    """What became of all files. `faults` says what must not have happened, and in which file."""

    files: int = 0
    unreadable: int = 0
    slowest: float = 0.0
    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def mutated(content: bytes, chance: random.Random) -> bytes:
    """The content with up to five damages."""
    damaged = bytearray(content)
    for _ in range(chance.randint(1, 5)):
        place = chance.randrange(len(damaged) + 1)
        match chance.randrange(5):
            case 0:
                damaged[place:place] = chance.choice(SPLICES)
            case 1:
                del damaged[place : place + chance.randint(1, 200)]
            case 2:
                damaged[place : place + 1] = bytes([chance.randrange(256)])
            case 3:
                del damaged[place:]
            case _:
                start = chance.randrange(len(damaged) + 1)
                damaged[place:place] = damaged[start : start + chance.randint(1, 500)]
    return bytes(damaged)


def load_one(store: Store, path: Path, name: str, outcome: Outcome) -> None:
    """Load a file as a partner of its own kind, and note what must not happen."""
    partner = Partner(path.suffix[1:], str(path), None, LibraryRule("id-x"), allow_deletions=True)
    began = time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, _SECONDS)
    try:
        report = load_partner(store, partner, Workers(1), _NOW, Unwatched())
        source = Source(files_of(str(path)), None, partner.table)
        held = sum(1 for _ in source) + source.further_copies
        refused = [each.reason for each in stored_rejections(store, partner.code) if "report it" in each.reason]
    except Exception as error:  # noqa: BLE001 - whatever it is, it must not happen
        outcome.faults.append(f"{name}: {type(error).__name__}: {error}")
        return
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    outcome.files += 1
    outcome.unreadable += bool(report.failure)
    outcome.slowest = max(outcome.slowest, time.process_time() - began)
    counts = report.counts
    outcome.counts.update({each: getattr(counts, each) for each in counts.__dataclass_fields__})
    if counts.total != held:
        outcome.faults.append(f"{name}: the file held {held} items, and {counts.total} are accounted for")
    outcome.faults += [f"{name}: {reason}" for reason in refused]


def contents(files: int, seed: int, real: list[Path], kinds: list[str]) -> Iterator[tuple[str, str, bytes]]:
    """A name, a suffix and bytes: the real files, then the mutated ones of every kind in turn; `kinds` [] is all."""
    bases = [(f"sample {name}", suffix, content) for name, suffix, content in SAMPLES if suffix in kinds or not kinds]
    for path in real:
        suffix = path.suffix.lower() or ".mrc"
        if kinds and suffix not in kinds:
            continue
        content = path.read_bytes()
        yield str(path), suffix, content
        bases.append((str(path), suffix, content[:_MOST_BYTES]))
    for number in range(files):
        name, suffix, content = bases[number % len(bases)]
        yield f"{name}, mutation {seed}/{number}", suffix, mutated(content, random.Random(f"{seed}/{number}"))


def main() -> int:
    """Load them all, and say what became of them; 1 if anything happened that must not."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("real", nargs="*", type=Path)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", nargs="*", default=[])
    arguments = parser.parse_args()
    configure_logs("error")
    signal.signal(signal.SIGVTALRM, _too_slow)
    real = [path for each in arguments.real for path in (sorted(each.rglob("*")) if each.is_dir() else [each])]
    outcome = Outcome()
    with tempfile.TemporaryDirectory() as folder, open_store(f"sqlite:///{folder}/store.db") as store:
        files = [each for each in real if each.is_file()]
        for name, suffix, content in contents(arguments.files, arguments.seed, files, arguments.kind):
            path = Path(folder) / f"file{suffix}"
            path.write_bytes(content)
            load_one(store, path, name, outcome)
    said = ", ".join(f"{count} {word}" for word, count in outcome.counts.items())
    sys.stdout.write(f"{outcome.files} files, {outcome.unreadable} of them told to be unreadable; {said}; ")
    sys.stdout.write(f"slowest {outcome.slowest:.1f} s; {len(outcome.faults)} faults\n")
    sys.stdout.writelines(f"  {fault}\n" for fault in outcome.faults[:_SHOWN])
    return 1 if outcome.faults else 0


def _too_slow(signum: int, frame: object) -> None:
    raise TimeoutError(f"not done after {_SECONDS} s")


if __name__ == "__main__":
    sys.exit(main())

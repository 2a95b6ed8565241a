"""From a MARC file to a searchable index, against bare pymarc over the same file in the same run.

    python -m benchmarks.indexing [--records 200000] [--engine URL] [--file FILE.mrc]

Then one changed record, from a file that holds it alone. Nothing is kept. `make bench` does it with the compiled wheel.
"""

import argparse
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from pymarc import MARCReader, Record

from benchmarks.catalogue import records_of, replicated
from benchmarks.processes import run_measured
from discovery.examples import examples_folder
from indexer.readers import pieces as hot
from indexer.readers.pieces import pieces

SETTINGS = """
[engine]
url = "{engine}"
[[library]]
code = "bench"
name = "Bench"
kind = "university"
[[partner]]
code = "bench"
source = "{source}"
format = "marc21"
library = "bench"
mode = "{mode}"
"""


def pymarc_seconds(file: Path) -> tuple[int, float]:
    """Records, and the seconds that bare pymarc takes to iterate over them, on one core."""
    began = time.perf_counter()
    with file.open("rb") as stream:
        count = sum(record is not None for record in MARCReader(stream))
    return count, time.perf_counter() - began


def sync(folder: Path, source: Path, engine: str, mode: str) -> tuple[float, int]:
    """Seconds and peak bytes of a whole `padu sync`."""
    settings = folder / "padu.toml"
    settings.write_text(SETTINGS.format(engine=engine, source=source, mode=mode))
    command = [str(Path(sys.executable).with_name("padu")), "sync", "--json"]
    measured = run_measured(command, env={"PADU_CONFIG": str(settings)})
    return measured.seconds, measured.peak_bytes


def changed_record(file: Path, to: Path) -> None:
    """Write the file's middle record, with another title, to a file of its own."""
    with file.open("rb") as stream:
        found = list(pieces(stream))
    record = Record(data=found[len(found) // 2])
    field = record["245"]
    field["a"] = f"{field['a']} yang berubah"
    to.write_bytes(record.as_marc())


def main() -> None:
    """Measure and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=200_000)
    parser.add_argument("--engine", default="embedded:index")
    parser.add_argument("--file", type=Path)
    given = parser.parse_args()
    with TemporaryDirectory(prefix="padu-bench-") as name:
        folder = Path(name)
        file = given.file or folder / "catalogue.mrc"
        if given.file is None:
            originals = records_of(sorted((examples_folder() / "catalogues").glob("*.mrc")))
            with file.open("wb") as out:
                out.writelines(replicated(originals, given.records))
        count, before = pymarc_seconds(file)
        seconds, peak = sync(folder, file, given.engine, "full")
        # A machine that others share is faster or slower from one minute to the next.
        bare = (before + pymarc_seconds(file)[1]) / 2
        form = "interpreted" if hot.__file__.endswith(".py") else "compiled"
        print(f"{count:,} records of {file.stat().st_size / count:.0f} bytes, Padu {form}")
        print(f"bare pymarc       {count / bare:10,.0f} records/s")
        print(f"padu sync         {count / seconds:10,.0f} records/s, ratio {bare / seconds:.3f}")
        print(f"peak memory       {peak / 2**20:10,.0f} MiB")
        one = folder / "one.mrc"
        changed_record(file, one)
        seconds, _ = sync(folder, one, given.engine, "delta")
        print(f"one changed record {seconds:9.2f} s, the whole command")


if __name__ == "__main__":
    main()

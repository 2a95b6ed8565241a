"""Measure relevance, as the rows of the tables in benchmarks/relevance.md.

    python -m benchmarks.relevance known [--records 2000] [--without LIBRARY] [RULE …]
    python -m benchmarks.relevance topical FOLDER --language en [--engine http://127.0.0.1:9200/topical]

Known items are made from the installation of padu.toml (or PADU_CONFIG). A topical set is loaded into an index of its
own: a temporary folder, or the alias that `--engine` names, which it replaces.
"""

import argparse
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.relevance.sample import sampled
from benchmarks.relevance.topical import baseline, load, read_set, searched
from discovery.engines.options import EngineOptions
from discovery.engines.registry import EMBEDDED, open_engine, open_writer
from discovery.relevance.judging import Judged, judge, mean_reciprocal_rank
from discovery.relevance.known_items import RULES, Rule, known_items
from discovery.search.service import SearchService
from discovery.settings import load_settings


def measure_known(records: int, without: list[str], rules: tuple[Rule, ...]) -> None:
    """MRR@10 by rule over a sample of the loaded catalogue."""
    service = SearchService(open_engine(load_settings().engine_options()))
    drawn = sampled(service.engine, records, without)
    items = [item for record in drawn for item in known_items(record) if item.rule in rules]
    judged: dict[Rule, list[Judged]] = defaultdict(list)
    for each in judge(service, items):
        judged[each.item.rule].append(each)
    print("| rule | searches | MRR@10 | not first | not in ten |\n| --- | --- | --- | --- | --- |")
    for rule, found in judged.items():
        not_first, missing = sum(each.rank != 1 for each in found), sum(each.rank == 0 for each in found)
        print(f"| {rule} | {len(found)} | {mean_reciprocal_rank(found):.4f} | {not_first} | {missing} |")


def measure_topical(folder: Path, language: str, url: str) -> None:
    """Mean nDCG@10 of the product's own search beside that of plain BM25."""
    topical = read_set(folder)
    options = EngineOptions(url)
    writer = open_writer(options)
    load(topical, language, writer)
    writer.close()
    engine = open_engine(options)
    figures = searched(topical, SearchService(engine))
    engine.close()
    plain = baseline(topical, language)
    ours, theirs = (sum(each.values()) / len(each) for each in (figures, plain))
    print(f"| {topical.name} | {len(figures)} | {ours:.4f} | {theirs:.4f} |")


def main() -> None:
    """Measure what the arguments name."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    known = commands.add_parser("known")
    known.add_argument("--records", type=int, default=2_000)
    known.add_argument(
        "--without", action="append", default=[], metavar="LIBRARY", help="whose records aren't asked for"
    )
    known.add_argument("rules", nargs="*", metavar="RULE", help=", ".join(RULES))
    topical = commands.add_parser("topical")
    topical.add_argument("folder", type=Path)
    topical.add_argument("--language", required=True)
    topical.add_argument("--engine", default="")
    given = parser.parse_args()
    if given.command == "known":
        measure_known(
            given.records, given.without, tuple(rule for rule in RULES if not given.rules or rule in given.rules)
        )
        return
    with TemporaryDirectory(prefix="padu-topical-") as folder:
        measure_topical(given.folder, given.language, given.engine or f"{EMBEDDED}{folder}/index")


if __name__ == "__main__":
    main()

"""A partner's source as files on this machine, wherever it is: what the pipeline reads is always a file.

What visits addresses is imported where one is: a source that is a file needs no HTTP client.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from glob import glob, has_magic
from urllib.parse import parse_qs, urlsplit

import msgspec
import structlog

from discovery.errors import SourceUnreadable
from indexer.access import OaiRules, is_address, shown
from indexer.partners import Format, Partner
from indexer.progress import Progress
from indexer.report import Rejected
from indexer.sources.files import SourceFile, beginning, files_of, last_written, newest_first

log = structlog.get_logger()

# Which of some identifiers stand for nothing that the store has.
Unknown = Callable[[Collection[str]], Set[str]]

# How an answer of OAI-PMH begins, after whatever the XML declaration and style sheets take.
_ANSWER = b"<OAI-PMH"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was fetched. `format` is None where each file has to tell; `full` says that it is all the partner has.

    `present` gives the identifiers of all its records in pages, or is None where nobody asked. `rejected` is what the
    partner couldn't give. `failure` is the sentence that says what is missing, "" if nothing is: all else is sound.
    `as_of` is the day (ISO) on which all this was said, "" for today; `days` are those of files of changes, by their
    names. `memory` is for the next time. `forget` lets go of what isn't needed once everything is in the store.
    """

    files: tuple[SourceFile, ...]
    format: Format | None
    full: bool
    rejected: tuple[Rejected, ...] = ()
    failure: str = ""
    present: Callable[[], Iterator[list[str]]] | None = None
    as_of: str = ""
    days: Mapping[str, str] = field(default_factory=dict)
    memory: str = ""
    forget: Callable[[], None] = lambda: None


def fetch(partner: Partner, memory: str, progress: Progress, unknown: Unknown) -> Fetched:
    """What a partner's source holds now, or what changed in it since `memory`. Raises SourceUnreadable.

    `unknown` tells which of some identifiers stand for no record in the store.
    """
    if not is_address(partner.source):
        files = files_of(partner.source)
        return replace(_read(files, partner), as_of=last_written(files))
    from indexer.sources.http import fetch_file

    if partner.format == "oai" or "verb" in parse_qs(urlsplit(partner.source).query):
        return _harvested(partner, memory, progress, unknown)
    files = files_of(str(fetch_file(partner.source, partner.access)))
    if partner.format is None and len(files) == 1 and _ANSWER in beginning(files[0]):
        return _harvested(partner, memory, progress, unknown)
    if said := partner.oai.said():
        raise SourceUnreadable(
            f"{shown(partner.source)} gives a file, and {said} belongs to OAI-PMH: if this is a provider, say "
            'format = "oai", else take it out.'
        )
    return _read(files, partner)


def _read(files: tuple[SourceFile, ...], partner: Partner) -> Fetched:
    """Files as they are. Those of changes are kept for years in one folder, and the last says how a record is now."""
    in_order = newest_first(files) if partner.mode == "delta" else files
    if partner.mode == "full" or partner.everything:
        return Fetched(in_order, partner.format, full=True)
    # What stands there for years says nothing newer than on the day on which it came.
    days = {file.name: last_written((file,)) for file in in_order}
    return Fetched(in_order, partner.format, full=False, days=days)


def deletion_files(partner: Partner) -> tuple[SourceFile, ...]:
    """The lists of what a partner took out; none where it has none. Raises SourceUnreadable."""
    if not partner.deletions:
        return ()
    if is_address(partner.deletions):
        from indexer.sources.http import fetch_file

        return files_of(str(fetch_file(partner.deletions, partner.access, "deletions")))
    if has_magic(partner.deletions) and not glob(partner.deletions, recursive=True):  # noqa: PTH207 - an absolute pattern
        # Where nothing was withdrawn there is no list; where the pattern is mistyped somebody should know.
        log.warning("no list of deletions matches", partner=partner.code, deletions=partner.deletions)
        return ()
    return files_of(partner.deletions)


def _harvested(partner: Partner, memory: str, progress: Progress, unknown: Unknown) -> Fetched:
    """By OAI-PMH. A [[partner]] is harvested whole the first time, and whenever mode "full" was asked of this run."""
    from indexer.sources.oai_pmh.harvest import HarvestMemory, harvest

    asked = parse_qs(urlsplit(partner.source).query)
    rules = OaiRules(
        prefix=partner.oai.prefix or asked.get("metadataPrefix", [""])[0],
        set=partner.oai.set or asked.get("set", [""])[0],
        compare_days=partner.oai.compare_days,
    )
    known = msgspec.json.decode(memory, type=HarvestMemory) if memory else HarvestMemory()
    full = partner.everything
    found = harvest(partner.source, rules, partner.access, known, full=full, progress=progress, unknown=unknown)
    rejected = tuple(
        Rejected(f"{found.memory.began} GetRecord", position, each.identifier, each.reason)
        for position, each in enumerate(found.refusals, 1)
    )
    return Fetched(
        files=tuple(SourceFile(path) for path in found.pages()),
        format=found.format,
        full=found.full,
        rejected=rejected,
        failure=found.failure,
        present=found.present if found.compared else None,
        memory=msgspec.json.encode(found.memory).decode(),
        forget=found.spool.clear,
    )

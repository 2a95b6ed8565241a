"""A whole harvest: every page on disk before anything is loaded, so that a run that is killed goes on where it was."""

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from discovery.errors import SourceUnreadable
from indexer.access import Access, OaiRules
from indexer.partners import Format
from indexer.progress import Progress
from indexer.sources.alone import alone
from indexer.sources.oai_pmh.answers import Identity
from indexer.sources.oai_pmh.checkpoint import Checkpoint, Refusal, Spool, identifiers_on
from indexer.sources.oai_pmh.formats import chosen_format, takes_identity
from indexer.sources.oai_pmh.gaps import Unknown, ask_again, fill_gaps
from indexer.sources.oai_pmh.listing import Listing
from indexer.sources.oai_pmh.provider import MAX_PAGE, Provider
from indexer.sources.oai_pmh.windows import Window, earlier, parsed, since
from indexer.sources.web_client import open_client

# A provider that keeps deletions for a time only is asked for all its identifiers once a month.
_TRANSIENT_DAYS = 30
# One whose datestamps don't tell what was corrected is asked for everything once a week: no more requests than that.
_ENTRY_DAYS = 7
# More than that isn't asked for one by one every night.
_MOST_AGAIN = 25
# A harvest that came to its end and wasn't loaded (a dry run, a killed run) is as good as new for a day.
_FRESH_SECONDS = 86_400.0


def _nothing(_identifiers: Collection[str]) -> frozenset[str]:
    """All of them came."""
    return frozenset()


class HarvestMemory(msgspec.Struct, frozen=True):
    """What the next harvest has to know. `began` is when this one began, by the provider's clock; `compared` the day on
    which all of its records were last seen; `holes` are what it couldn't give. `asked` are identifiers that it listed
    and that were asked for one by one; `absent` is how many it listed that weren't there when everything was asked for.
    `places` are those whose identifiers came, `refused` what it couldn't give, or the first of that.
    """

    question: str = ""
    began: str = ""
    compared: str = ""
    holes: tuple[Window, ...] = ()
    asked: tuple[str, ...] = ()
    absent: int = 0
    places: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Harvest:
    """What a provider gave. `full` says that it was asked for everything, `compared` that all its identifiers came.

    `failure` says what it could not give, "" if nothing; the rest is sound all the same. `listed` are its pages of
    identifiers.
    """

    spool: Spool
    format: Format
    full: bool
    compared: bool
    refusals: tuple[Refusal, ...]
    failure: str
    memory: HarvestMemory
    listed: tuple[Path, ...]

    def pages(self) -> tuple[Path, ...]:
        """The files of records."""
        return self.spool.record_pages()

    def present(self) -> Iterator[list[str]]:
        """The identifiers of all that the provider has, if they were `compared`. Raises SourceUnreadable."""
        return identifiers_on(self.listed)


def harvest(
    url: str,
    rules: OaiRules,
    access: Access,
    memory: HarvestMemory,
    *,
    full: bool,
    progress: Progress,
    unknown: Unknown = _nothing,
) -> Harvest:
    """Fetch what changed since `memory`, or everything. Raises SourceUnreadable; the same call again goes on there.

    `unknown` tells which identifiers that the provider lists stand for nothing that came.
    """
    known = HarvestMemory() if full else memory
    with alone(access.folder, url):
        return _harvested(url, rules, access, known, progress, unknown)


def _harvested(
    url: str, rules: OaiRules, access: Access, memory: HarvestMemory, progress: Progress, unknown: Unknown
) -> Harvest:
    spool = Spool(access.folder / "oai-pmh")
    with open_client(url, access, whole=MAX_PAGE) as client:
        provider = Provider(url, client)
        offered = provider.prefixes()
        identity = provider.identify() if takes_identity(rules.prefix, offered) else None
        prefix, kind = chosen_format(rules.prefix, offered, of_journals=identity is not None and identity.of_journals)
        question = _digest(url, prefix, rules.set)
        known = memory if memory.question == question else HarvestMemory()
        checkpoint = _resumed(spool, f"{question} {known.began}")
        if checkpoint is None:
            spool.clear()
            checkpoint = _begun(identity or provider.identify(), rules, prefix, f"{question} {known.began}", known)
            spool.save(checkpoint)
        try:
            Listing(provider, spool, checkpoint, kind, rules.set, progress).read()
            ask_again(provider, spool, checkpoint, kind)
            before = (frozenset(known.asked), known.absent)
            if fill_gaps(provider, spool, checkpoint, kind, unknown, before):
                Listing(provider, spool, checkpoint, kind, rules.set, progress).read()
        except SourceUnreadable as error:
            kept = " What came is kept, and the same command goes on from there." if checkpoint.page else ""
            raise SourceUnreadable(f"{error}{kept}") from error
    if not known.began and not checkpoint.page:
        spool.clear()
        within = f" in the set {rules.set}" if rules.set else ""
        raise SourceUnreadable(" ".join(checkpoint.reasons) or f"{provider.name} has no records{within}.")
    return _result(spool, checkpoint, kind, question, known)


def _resumed(spool: Spool, question: str) -> Checkpoint | None:
    checkpoint = spool.read()
    if checkpoint is None or checkpoint.question != question:
        return None
    began = parsed(checkpoint.began)
    outdated = began is None or (datetime.now(UTC) - began).total_seconds() > _FRESH_SECONDS
    return None if checkpoint.stage == "done" and outdated else checkpoint


def _begun(identity: Identity, rules: OaiRules, prefix: str, question: str, known: HarvestMemory) -> Checkpoint:
    now = datetime.now(UTC)
    began = earlier(identity.answered, now)
    start = since(earlier(known.began, now), identity.granularity) if parsed(known.began) else ""
    days = rules.compare_days
    if identity.dates_entry and days is None:
        days = _ENTRY_DAYS
    due = bool(known.began) and _comparison_is_due(
        identity.deletions, days, known.compared, began, of_set=bool(rules.set)
    )
    whole = due and identity.dates_entry
    return Checkpoint(
        question=question,
        began=began if began.endswith("Z") or "T" not in began else f"{began}Z",
        granularity=identity.granularity,
        deletions=identity.deletions,
        earliest=identity.earliest,
        prefix=prefix,
        compare=due and not whole,
        windows=[Window()] if whole else [*known.holes, Window(start)],
        whole=whole,
        entire=whole or not known.began,
        known_places=[*known.places],
        again=[*known.refused],
    )


def _comparison_is_due(deletions: str, days: int | None, compared: str, now: str, *, of_set: bool) -> bool:
    """Whether what is gone can only be told, or is better told, by asking for all identifiers.

    https://www.openarchives.org/OAI/openarchivesprotocol.html#DeletedRecords; what is moved out of a set isn't
    deleted, and no harvest of that set brings it, whatever the provider keeps.
    """
    if days is None:
        if deletions == "persistent" and not of_set:
            return False
        days = 0 if deletions == "no" else _TRANSIENT_DAYS
    last, today = parsed(compared), parsed(now[:10])
    return last is None or today is None or (today - last).days >= days


def _result(spool: Spool, checkpoint: Checkpoint, kind: Format, question: str, known: HarvestMemory) -> Harvest:
    everything = not known.began or (checkpoint.whole and bool(checkpoint.page))
    full = everything and not checkpoint.holes
    compared = checkpoint.began[:10] if full or checkpoint.compared else known.compared
    return Harvest(
        spool=spool,
        format=kind,
        full=full,
        compared=checkpoint.compared,
        refusals=tuple(checkpoint.refusals),
        failure=" ".join(checkpoint.reasons),
        memory=HarvestMemory(
            question,
            checkpoint.began,
            compared,
            tuple(checkpoint.holes),
            tuple(checkpoint.asked) if checkpoint.filled else known.asked,
            checkpoint.absent if checkpoint.filled else known.absent,
            tuple(dict.fromkeys((*(() if full else known.places), *checkpoint.places))),
            _refused(checkpoint),
        ),
        listed=spool.identifier_pages(),
    )


def _refused(checkpoint: Checkpoint) -> tuple[str, ...]:
    """What the next harvest asks for again; what only a comparison showed was asked for once, and that's enough."""
    once = {*checkpoint.asked}
    return tuple([each.identifier for each in checkpoint.refusals if each.identifier not in once][:_MOST_AGAIN])


def _digest(url: str, prefix: str, within: str) -> str:
    """What a harvest asks, without the secrets that an address may hold."""
    return hashlib.sha256("\n".join((url, prefix, within)).encode()).hexdigest()[:32]

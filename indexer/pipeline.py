"""The whole way from partners to the published index: load, match, publish; each step safe to be killed in."""

import time
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial

from discovery.search.engine import IndexWriter
from indexer.documents import build_documents
from indexer.facts import left_facts, library_facts, partner_facts
from indexer.loading import load_partner
from indexer.match.decided import Waiting, waiting_records
from indexer.match.decisions import NO_DECISIONS, Decisions
from indexer.match.rematch import rematch, renew_outdated_keys
from indexer.memory import is_mapped_otherwise
from indexer.partners import Partner
from indexer.progress import Progress
from indexer.publish import Published, Publisher
from indexer.report import PartnerReport
from indexer.store.failures import Failure, note_failure
from indexer.store.partner_states import partner_states
from indexer.store.quality import assess, assessed
from indexer.store.removal import left_partners, remove_partner
from indexer.store.sharing import share
from indexer.store.store import Store
from indexer.store.supplied import with_published
from indexer.workers import Workers


@dataclass(frozen=True, slots=True)
class Installation:
    """What a run works on. `engine` is the address of the writer's index, without credentials. `partners` are all of
    padu.toml's, whether this run syncs them or not; `decisions` are librarians', from matching.toml.
    """

    store: Store
    writer: IndexWriter
    engine: str
    partners: tuple[Partner, ...]
    workers: Workers
    progress: Progress
    decisions: Decisions = NO_DECISIONS


@dataclass(slots=True)
class RunReport:
    """What a run did. `published` is None after a run that ended before publishing; `waiting` are the records that
    librarians' decisions name and that aren't there, `left` the partners that stand in the store and not in padu.toml.
    """

    partners: list[PartnerReport] = field(default_factory=list)
    waiting: tuple[Waiting, ...] = ()
    left: tuple[str, ...] = ()
    published: Published | None = None
    seconds: float = 0.0


def sync(installation: Installation, chosen: Sequence[Partner]) -> RunReport:
    """Fetch the chosen partners' records, match what changed, and publish it."""
    began = time.monotonic()
    report = RunReport()
    publisher = _publisher(installation)
    publisher.recover()
    # What comes under another identifier is known by its keys, and the store's may be those of an older version.
    renew_outdated_keys(installation.store)
    for partner in chosen:
        began_at = _now()
        loaded = load_partner(installation.store, partner, installation.workers, began_at, installation.progress)
        failed = Failure(began_at, loaded.failure) if loaded.failure else None
        note_failure(installation.store, partner.code, failed)
        loaded.outdated = is_mapped_otherwise(installation.store, partner)
        report.partners.append(loaded)
    # Starting them takes about as long as matching, which keeps one core busy.
    installation.workers.renew(build_documents)
    report.waiting = _match(installation)
    codes = [each.code for each in installation.partners]
    report.left = left_partners(installation.store, partner_states(installation.store), codes)
    report.published = publisher.publish(_facts(installation, [each.code for each in chosen]))
    report.seconds = time.monotonic() - began
    return report


def remove(installation: Installation, partner: str) -> RunReport:
    """Take a partner's records out of the store and the index, and nothing else."""
    began = time.monotonic()
    publisher = _publisher(installation)
    publisher.recover()
    report = RunReport([PartnerReport(partner, withdrawn=remove_partner(installation.store, partner))])
    report.waiting = _match(installation)
    facts = {**dict(_facts(installation)), **dict(left_facts(partner))}
    report.published = publisher.publish(tuple(facts.items()))
    report.seconds = time.monotonic() - began
    return report


def rebuild(installation: Installation, fresh: Container[str] = ()) -> RunReport:
    """Build a fresh generation from the store and switch to it. `fresh` are partners whose records were mapped anew."""
    began = time.monotonic()
    waiting = _match(installation)
    published = _publisher(installation).rebuild(_facts(installation, fresh))
    return RunReport(waiting=waiting, published=published, seconds=time.monotonic() - began)


def _match(installation: Installation) -> tuple[Waiting, ...]:
    installation.progress.begin("match")
    rematch(installation.store, installation.progress.advance, installation.decisions)
    share(installation.store, _sharing(installation))
    return waiting_records(installation.store, installation.decisions)


def _publisher(installation: Installation) -> Publisher:
    sharing, decided = _sharing(installation), installation.decisions.rulings()
    return Publisher(
        installation.store,
        installation.writer,
        installation.engine,
        installation.workers,
        sharing,
        installation.progress,
        decided,
    )


def _sharing(installation: Installation) -> frozenset[str]:
    return frozenset(partner.code for partner in installation.partners if partner.share == "full")


def _facts(installation: Installation, fresh: Container[str] = ()) -> tuple[tuple[str, str], ...]:
    """`fresh` are the partners that this run touched: their records are looked at again."""
    store, partners = installation.store, installation.partners
    states = partner_states(store)
    left = left_partners(store, states, [each.code for each in partners])
    qualities = {
        code: assess(store, code) if code in fresh else assessed(store, code)
        for code in (*(each.code for each in partners), *left)
    }
    return (
        *partner_facts(partners, left, states, qualities),
        *library_facts(partners, partial(with_published, store)),
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")

"""From the store to the index: a new generation, or a few changes to the one that stands.

A cluster stays marked until the engine has confirmed its document. What a change does to the counts of headings
and words is worked out before anything is written, and kept in the store until all of it is: after a crash the
next run writes the same documents and the same counts again.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial, reduce
from itertools import islice, starmap

import msgspec
import structlog

from discovery.search.counterparts import counterparts_fact
from discovery.search.engine import IndexWriter, Position, WriteFailure
from indexer.authorities import take_authorities
from indexer.concordance import Concordance
from indexer.concordance_authorities import authority_links
from indexer.counts import Counts, counts_after
from indexer.documents import Built, DocumentTask, build_documents
from indexer.facts import gone_facts, returned_facts
from indexer.headings import HeadingSpool
from indexer.lookup_file import lookup_file
from indexer.match.decisions import IdPair, Ruling
from indexer.progress import Progress
from indexer.references import mark_leading_to, write_all_references, write_marked_references
from indexer.store.authorities import stored_authorities
from indexer.store.clusters import Cluster, are_fewer_than, stored_clusters, union_record_count
from indexer.store.publications import confirm, confirm_all, dirty_clusters, dirty_count, pending, save_pending
from indexer.store.published_index import PublishedIndex, goes_on_from, note_published, note_under_way
from indexer.store.store import Store
from indexer.variants import write_variants
from indexer.workers import Workers
from indexer.works import take_works, write_works

# Where more than one union record of so many changed, a new generation costs less than mending the old one.
_REBUILD_FROM = 10
_BATCH = 4000
_TASK = 250

log = structlog.get_logger()
Facts = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Published:
    """What a publication did. `position` is None when there was nothing to publish."""

    position: Position | None
    written: int = 0
    deleted: int = 0
    refused: tuple[WriteFailure, ...] = ()
    rebuilt: bool = False


@dataclass(frozen=True, slots=True)
class Publisher:
    """Publishes one store through one writer. `sharing` are the partners that share their records in full, `decided`
    the pairs of ids that librarians decided on. `engine` is the address of the writer's index.
    """

    store: Store
    writer: IndexWriter
    engine: str
    workers: Workers
    sharing: frozenset[str]
    progress: Progress
    decided: Mapping[IdPair, Ruling] = field(default_factory=dict)

    def publish(self, facts: Facts) -> Published:
        """Bring the index up to date with the store, the short way where little changed."""
        take_authorities(self.store, self.writer)
        take_works(self.store, self.writer)
        changed = dirty_count(self.store)
        if not self._goes_on() or are_fewer_than(self.store, changed * _REBUILD_FROM):
            return self.rebuild(facts)
        self.progress.begin("index", changed)
        done = Published(None)
        while (clusters := dirty_clusters(self.store, _BATCH)) or done.position is None:
            self.writer.current()
            done = _sum(done, self._publish_batch(clusters, (), facts))
            self.progress.advance(len(clusters))
        write_marked_references(self.store, self.writer, self._make_visible)
        return done

    def recover(self) -> None:
        """Finish the publication that a killed run left half done; before anything else changes the store."""
        redo = pending(self.store)
        if not redo or not self._goes_on():
            return  # the next publication builds a whole generation
        log.warning("unfinished publication taken up")
        self._publish_batch(dirty_clusters(self.store, _BATCH), redo)

    def rebuild(self, facts: Facts) -> Published:
        """Build a generation from the whole store and switch to it."""
        take_authorities(self.store, self.writer)
        take_works(self.store, self.writer)
        self.writer.begin()
        self.progress.begin("index", union_record_count(self.store))
        done, gone = Published(None, rebuilt=True), list[Cluster]()
        with HeadingSpool() as spool, Concordance() as concordance:
            for built in self._built(_living(stored_clusters(self.store), gone)):
                done = _sum(done, self._write(built))
                spool.add(built.headings, built.words)
                concordance.add(built.evidence)
                self.progress.advance(len(built.prepared.documents))
            self.writer.write_headings(spool.headings())
            spool.add({}, write_all_references(self.store, self.writer))
            self.writer.write_words(spool.words())
            concordance.add_authorities(authority_links(stored_authorities(self.store), self.writer))
            links = starmap(counterparts_fact, concordance.links())
            while some := tuple(islice(links, _BATCH)):
                self.writer.write_facts(some)
        self.writer.write_facts([*facts, *gone_facts(gone)])
        done = replace(done, position=self._make_visible())
        confirm_all(self.store)
        return done

    def _goes_on(self) -> bool:
        """Whether there is a current generation, and it is the one that this store's last publication left."""
        position = self.writer.current()
        if position is None:
            return False
        left = goes_on_from(self.store, PublishedIndex(self.engine, position.generation, position.revision))
        if not left:
            log.warning("index not left by this store's last publication, built anew", generation=position.generation)
        return left

    def _make_visible(self) -> Position:
        note_under_way(self.store)
        position = self.writer.publish()
        note_published(self.store, PublishedIndex(self.engine, position.generation, position.revision))
        return position

    def _publish_batch(self, clusters: Sequence[Cluster], redo: Sequence[bytes], facts: Facts = ()) -> Published:
        living = [cluster for cluster in clusters if cluster.members]
        removed = [cluster for cluster in clusters if not cluster.members]
        # What workers look up is written for them, and may be much: not where there is nothing to build.
        built = list(self._built(living)) if living else []
        counts = [msgspec.json.decode(each, type=Counts) for each in redo]
        if not counts:
            counts = [counts_after(self.writer, [cluster.id for cluster in clusters], built)]
            save_pending(self.store, msgspec.json.encode(counts[0]))
        with self.store.transaction() as connection:
            mark_leading_to(connection, [heading for each in counts for heading in each.turned])
        written = [self._write(each) for each in built]
        self.writer.delete([cluster.id for cluster in removed])
        for each in counts:
            self.writer.write_headings(each.headings)
            self.writer.write_words(each.words)
        self.writer.write_facts([*facts, *gone_facts(removed), *returned_facts(living)])
        position = self._make_visible()
        confirm(self.store, clusters)
        return reduce(_sum, written, Published(position, 0, len(removed)))

    def _built(self, clusters: Iterable[Cluster]) -> Iterator[Built]:
        waiting = iter(clusters)
        batches = iter(lambda: tuple(islice(waiting, _TASK)), ())
        with (
            lookup_file(partial(write_variants, self.store)) as variants,
            lookup_file(partial(write_works, self.store)) as works,
        ):
            prepare = self.writer.preparation
            tasks = (
                DocumentTask(batch, self.sharing, prepare, variants, works, self._decided_in(batch))
                for batch in batches
            )
            yield from self.workers.run(build_documents, tasks)

    def _decided_in(self, batch: Iterable[Cluster]) -> tuple[tuple[IdPair, Ruling], ...]:
        if not self.decided:
            return ()
        ids = {each for cluster in batch for each in cluster.ids}
        return tuple(decision for decision in self.decided.items() if not ids.isdisjoint(decision[0]))

    def _write(self, built: Built) -> Published:
        refused = self.writer.write_prepared(built.prepared)
        return Published(None, len(built.prepared.documents), 0, refused)


def _living(clusters: Iterable[Cluster], gone: list[Cluster]) -> Iterator[Cluster]:
    """The clusters with members; those without are put on the list."""
    for cluster in clusters:
        if cluster.members:
            yield cluster
        else:
            gone.append(cluster)


def _sum(one: Published, other: Published) -> Published:
    return Published(
        other.position or one.position,
        one.written + other.written,
        one.deleted + other.deleted,
        one.refused + other.refused,
        one.rebuilt,
    )

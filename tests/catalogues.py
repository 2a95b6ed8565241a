"""Small union catalogues in one expression: records, a site, and both behind a real embedded engine."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from msgspec.structs import replace

from discovery.catalog.contributor import Contributor
from discovery.catalog.holding import Holding
from discovery.catalog.ids import record_id
from discovery.catalog.library import Library, Translated
from discovery.catalog.publication import Publication
from discovery.catalog.record import Description, Member, Title, UnionRecord
from discovery.catalog.site import Site
from discovery.catalog.subject import Subject
from discovery.engines.embedded.engine import EmbeddedEngine
from discovery.engines.embedded.writer import EmbeddedWriter
from discovery.search.document import SourceCopy
from discovery.search.engine import IndexWriter
from discovery.search.indexing import headings_of, index_document, words_of
from discovery.search.results import Heading, Word
from discovery.search.service import SearchService

SITE = Site(
    name=Translated((("id", "Katalog Uji"), ("en", "Test Catalogue"))),
    url="https://katalog.example",
    libraries=(
        Library(
            "id-amn",
            Translated((("id", "Perpustakaan AMN"), ("en", "AMN Library"))),
            "academic",
            city="Surabaya",
            province="Jawa Timur",
            address="Jalan Uji 1",
            lending=Translated((("id", "Baca di tempat"), ("en", "Reading room only"))),
        ),
        Library("id-nus", Translated((("id", "Perpustakaan Nusantara"),)), "national", province="DKI Jakarta"),
    ),
)

PRAMOEDYA = Contributor("Toer, Pramoedya Ananta", "Pramoedya Ananta Toer", roles=("aut",), primary=True)


def union(
    number: int,
    title: str | Title,
    *,
    libraries: Iterable[str] = ("id-amn",),
    author: Contributor | None = PRAMOEDYA,
    subjects: Iterable[str] = (),
    year: int | None = 1980,
    holdings: tuple[Holding, ...] | None = None,
    since: str = "2026-11-19",
    **described: object,
) -> UnionRecord:
    """A union record with one member a library; its id follows from its number."""
    codes = tuple(libraries)
    own = record_id("test", "bibliographic", str(number))
    description = Description(
        title=Title(title) if isinstance(title, str) else title,
        contributors=(author,) if author else (),
        subjects=tuple(map(Subject, subjects)),
        publication=Publication("Jakarta", "Hasta Mitra", "" if year is None else str(year), year),
        languages=("id",),
        language_basis="coded",
    )
    return UnionRecord(
        id=own,
        ids=(own,),
        work=own,
        description=replace(description, **described),  # type: ignore[arg-type]
        members=tuple(
            Member(record_id(code, "bibliographic", str(number)), code, str(number), "2026-11-20", since)
            for code in codes
        ),
        holdings=tuple(Holding(code, call_number=f"899 {number}") for code in codes) if holdings is None else holdings,
    )


def write_catalogue(
    writer: IndexWriter,
    catalogue: Sequence[UnionRecord],
    sources: Mapping[str, tuple[SourceCopy, ...]] = MappingProxyType({}),
) -> None:
    """The records with their words and headings, as the indexer would have written them; sources by record."""
    documents = [index_document(record, sources.get(record.id, ())) for record in catalogue]
    writer.write(documents)
    writer.write_headings(_counted(heading for record in catalogue for heading in headings_of(record)))
    writer.write_words(Word(word, count) for word, count in words_of(documents).items())


def publish(
    folder: Path,
    unions: Iterable[UnionRecord],
    *,
    sources: dict[str, tuple[SourceCopy, ...]] | None = None,
    facts: Iterable[tuple[str, str]] = (),
) -> SearchService:
    """The records in an embedded index of their own, and the service that searches it."""
    writer = EmbeddedWriter(folder)
    writer.begin()
    write_catalogue(writer, tuple(unions), sources or {})
    writer.write_facts(facts)
    writer.publish()
    writer.close()
    return SearchService(EmbeddedEngine(folder), SITE.libraries)


def _counted(headings: Iterable[Heading]) -> list[Heading]:
    counted: dict[tuple[str, str], Heading] = {}
    for heading in headings:
        key = (heading.kind, heading.key)
        counted[key] = replace(heading, count=counted[key].count + 1) if key in counted else heading
    return list(counted.values())

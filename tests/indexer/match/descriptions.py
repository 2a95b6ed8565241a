"""Descriptions for comparing, each given by what matters in its case."""

from msgspec.structs import replace

from discovery.catalog.contributor import Contributor
from discovery.catalog.identifiers import Identifier
from discovery.catalog.publication import Publication
from discovery.catalog.record import Description, Record, Title, VariantTitle
from indexer.match.compare import Verdict, compare
from indexer.match.drawn_features import features_of


def described(
    title: str = "Bumi manusia",
    *,
    subtitle: str = "",
    parts: tuple[str, ...] = (),
    stated: str = "",
    original: str = "",
    author: str = "Toer, Pramoedya Ananta",
    year: int | None = 1980,
    publisher: str = "Hasta Mitra",
    edition: str = "",
    extent: str = "354 hlm. ; 21 cm",
    isbn: str = "",
    issn: str = "",
    uniform: str = "",
    **others: object,
) -> Description:
    given = [("isbn", isbn), ("issn", issn)]
    description = Description(
        Title(title, subtitle, parts, stated, original=original),
        variants=(VariantTitle(uniform, "uniform"),) if uniform else (),
        contributors=(Contributor(author, author, primary=True),) if author else (),
        publication=Publication("Jakarta", publisher, str(year or ""), year),
        edition=edition,
        extent=extent,
        identifiers=tuple(Identifier(scheme, value) for scheme, value in given if value),  # type: ignore[arg-type]
        languages=("id",),
        language_basis="coded",
    )
    return replace(description, **others)  # type: ignore[arg-type]


def of(description: Description, partner: str = "ui", number: str = "1") -> Record:
    return Record(f"{partner}{number}".ljust(13, "a"), partner, number, description)


def verdict_on(one: Record, other: Record) -> Verdict:
    return compare(features_of(one), features_of(other))

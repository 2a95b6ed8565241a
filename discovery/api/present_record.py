"""A union record in the API's words."""

from collections.abc import Iterable
from typing import TypeVar

from discovery.api import record_schemas as schemas
from discovery.api.catalogue import Catalogue
from discovery.api.present_counterparts import record_counterparts, similar_records
from discovery.catalog.holding import Holding
from discovery.catalog.record import Description, UnionRecord
from discovery.labels.imprint import imprint
from discovery.labels.labels import Labels

Part = TypeVar("Part", bound=schemas.Part)


def record_answer(record: UnionRecord, catalogue: Catalogue, labels: Labels) -> schemas.RecordAnswer:
    """Everything the members know about one thing."""
    description = record.description
    counterparts = catalogue.service.counterparts(record)
    similar = catalogue.service.similar(record, counterparts=counterparts)
    return schemas.RecordAnswer(
        id=record.id,
        ids=list(record.ids),
        work=record.work,
        url=catalogue.site.record_url(record.id),
        title=schemas.Title.model_validate(description.title),
        variants=_parts(schemas.VariantTitle, description.variants),
        type=description.type,
        carrier=description.carrier,
        contributors=_parts(schemas.Contributor, description.contributors),
        publication=_publication(description),
        edition=description.edition,
        original_edition=description.original_edition,
        extent=description.extent,
        series=_parts(schemas.Series, description.series),
        identifiers=_parts(schemas.Identifier, description.identifiers),
        languages=_languages(description.languages, labels),
        original_languages=_languages(description.original_languages, labels),
        language_basis=description.language_basis,
        subjects=_parts(schemas.Subject, description.subjects),
        classifications=_parts(schemas.Classification, description.classifications),
        audience=description.audience,
        contents=list(description.contents),
        abstract=description.abstract,
        notes=_parts(schemas.Note, description.notes),
        relations=_parts(schemas.Relation, description.relations),
        links=_parts(schemas.Link, description.links),
        holdings=[_holding(holding, labels) for holding in record.holdings],
        members=_parts(schemas.Member, record.members),
        counterparts=record_counterparts(counterparts, catalogue),
        similar=similar_records(similar, catalogue),
    )


def _parts(schema: type[Part], values: Iterable[object]) -> list[Part]:
    return [schema.model_validate(value) for value in values]


def _publication(description: Description) -> schemas.Publication:
    publication = description.publication
    return schemas.Publication(
        statement=imprint(description),
        place=publication.place,
        publisher=publication.publisher,
        date=publication.date,
        year=publication.year,
        last_year=publication.last_year,
        uncertain=publication.uncertain,
    )


def _languages(codes: Iterable[str], labels: Labels) -> list[schemas.Language]:
    return [schemas.Language(code=code, name=labels.language(code)) for code in codes]


def _holding(holding: Holding, labels: Labels) -> schemas.Holding:
    return schemas.Holding(
        library=holding.library,
        name=labels.library(holding.library),
        branch=holding.branch,
        shelf=holding.shelf,
        call_number=holding.call_number,
        copies=holding.copies or None,
        statuses=[
            schemas.CopyStatus(status=status, label=labels.copy_status(status), copies=copies)
            for status, copies in holding.statuses
        ],
        run=holding.run,
        note=holding.note,
        links=_parts(schemas.Link, holding.links),
        confirmed=holding.confirmed,
    )

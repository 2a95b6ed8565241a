"""One Dublin Core record → one `Record`."""

from collections.abc import Sequence

from discovery.catalog.holding import Holding, Link
from discovery.catalog.ids import record_id
from discovery.catalog.record import Description, Record
from discovery.catalog.text import text_problem
from indexer.crosswalks.dublin_core.contributors import map_contributors
from indexer.crosswalks.dublin_core.form import map_carrier, map_extent, map_languages, map_type
from indexer.crosswalks.dublin_core.identifiers import call_number_of, map_identifiers, map_links
from indexer.crosswalks.dublin_core.notes import map_notes, map_relations, map_series
from indexer.crosswalks.dublin_core.publication import map_edition, map_publication
from indexer.crosswalks.dublin_core.statements import DublinCore
from indexer.crosswalks.dublin_core.subjects import map_classifications, map_subjects
from indexer.crosswalks.dublin_core.title import map_title, map_variants
from indexer.crosswalks.xml.numbers import is_content, number_problems
from indexer.partners import LibraryRule

NO_TITLE = "no title: dc:title is missing or empty; add a title."


def map_record(
    record: DublinCore, *, partner: str, source_id: str, rule: LibraryRule, files: Sequence[Link] = ()
) -> Record | str:
    """The record, or the reason why it can't be taken. Its library is the partner's: the format has no holdings.

    `files` are addresses known from outside the Dublin Core itself.
    """
    problems: list[str] = []
    description = map_description(record, problems, files)
    if description is None:
        return NO_TITLE
    # SLiMS lists its copies' barcodes.
    copies = len(record.texts("relation", "haspart")) if record.is_slims else 0
    holding = Holding(rule.library or partner, call_number=call_number_of(record), copies=copies)
    identity = record_id(partner, "bibliographic", source_id)
    return Record(identity, partner, source_id, description, (holding,), tuple(problems))


def map_description(record: DublinCore, problems: list[str], files: Sequence[Link] = ()) -> Description | None:
    """What the record says about the thing; None when it doesn't name it. What looks wrong goes to `problems`."""
    title = map_title(record)
    if title is None:
        return None
    damage = text_problem(title.full)
    problems += [damage] if damage else []
    kind = map_type(record)
    identifiers = map_identifiers(record, kind)
    problems += number_problems(identifiers)
    languages, basis = map_languages(record)
    notes = map_notes(record)
    relations = map_relations(record)
    return Description(
        title=title,
        type=kind,
        carrier=map_carrier(record, kind, has_files=any(map(is_content, files))),
        variants=map_variants(record, title),
        contributors=map_contributors(record),
        publication=map_publication(record),
        edition=map_edition(record),
        extent=map_extent(record),
        series=map_series(record),
        identifiers=identifiers,
        languages=languages,
        language_basis=basis,
        subjects=map_subjects(record),
        classifications=map_classifications(record),
        contents=notes.contents,
        abstract=notes.abstract,
        notes=notes.notes,
        relations=relations,
        links=tuple({each.url: each for each in (*files, *map_links(record))}.values()),
        is_component=kind == "article" and any(each.kind == "host" for each in relations),
    )

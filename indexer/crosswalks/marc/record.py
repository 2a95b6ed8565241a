"""One MARC 21 bibliographic record → one `Record`."""

from discovery.catalog.ids import record_id
from discovery.catalog.record import Description, Record
from discovery.catalog.text import text_problem
from indexer.crosswalks.marc.carrier import map_carrier
from indexer.crosswalks.marc.classifications import map_classifications
from indexer.crosswalks.marc.contributors import map_contributors
from indexer.crosswalks.marc.copy_numbers import map_copy_numbers
from indexer.crosswalks.marc.edition import map_edition, map_original_edition
from indexer.crosswalks.marc.extent import map_extent
from indexer.crosswalks.marc.fields import MarcFields
from indexer.crosswalks.marc.form import map_audience, map_type
from indexer.crosswalks.marc.holdings import map_holdings
from indexer.crosswalks.marc.identifiers import map_identifiers
from indexer.crosswalks.marc.languages import map_languages
from indexer.crosswalks.marc.links import map_links
from indexer.crosswalks.marc.notes import map_notes
from indexer.crosswalks.marc.publication import map_publication
from indexer.crosswalks.marc.relations import map_relations
from indexer.crosswalks.marc.series import map_series
from indexer.crosswalks.marc.subjects import map_subjects
from indexer.crosswalks.marc.title import map_title
from indexer.crosswalks.marc.variants import map_variants
from indexer.partners import LibraryRule

NO_TITLE = "no title: 245 $a is missing or empty, and so are 130, 240, 246 and the 880 of 245; add a title to 245."
_COMPONENTS = "ab"


def map_record(marc: MarcFields, *, partner: str, source_id: str, rule: LibraryRule) -> Record | str:
    """The record, or the reason why it can't be taken, in words a cataloguer can act on.

    A title is all that is needed. Everything else that is wrong is mended or left out, and named in `problems`.
    """
    problems: list[str] = []
    if len(marc.controls("001")) > 1:
        problems.append("repeated-001")
    description = map_description(marc, problems)
    if description is None:
        return NO_TITLE
    holdings = map_holdings(marc, partner=partner, rule=rule)
    if not holdings:
        problems.append("no-copy-left")
    identity = record_id(partner, "bibliographic", source_id)
    numbers = map_copy_numbers(marc, rule=rule)
    return Record(identity, partner, source_id, description, holdings, tuple(dict.fromkeys(problems)), numbers)


def map_description(marc: MarcFields, problems: list[str]) -> Description | None:
    """What the record says about the thing; None when it doesn't name it. What was mended goes to `problems`."""
    title = map_title(marc, problems)
    if title is None:
        return None
    damage = text_problem(title.full)
    if damage:
        problems.append(damage)
    kind = map_type(marc)
    carrier = map_carrier(marc, kind)
    languages, originals, basis = map_languages(marc)
    notes = map_notes(marc)
    return Description(
        title,
        kind,
        carrier,
        map_variants(marc, title),
        map_contributors(marc),
        map_publication(marc, carrier),
        map_edition(marc),
        map_extent(marc),
        map_series(marc),
        map_identifiers(marc, problems),
        languages,
        originals,
        basis,
        map_subjects(marc),
        map_classifications(marc),
        map_audience(marc),
        notes.contents,
        notes.abstract,
        notes.notes,
        map_relations(marc),
        map_links(marc),
        marc.leader[7] in _COMPONENTS,
        map_original_edition(marc),
    )

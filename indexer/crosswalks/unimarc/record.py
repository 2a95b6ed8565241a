"""One UNIMARC bibliographic record → one `Record`."""

from discovery.catalog.ids import record_id
from discovery.catalog.record import Description, Record
from discovery.catalog.text import text_problem
from indexer.crosswalks.marc.fields import MarcFields
from indexer.crosswalks.unimarc.classifications import map_classifications
from indexer.crosswalks.unimarc.contributors import map_contributors
from indexer.crosswalks.unimarc.edition import map_edition, map_extent
from indexer.crosswalks.unimarc.form import map_audience, map_carrier, map_type
from indexer.crosswalks.unimarc.holdings import map_copy_numbers, map_holdings
from indexer.crosswalks.unimarc.identifiers import map_identifiers
from indexer.crosswalks.unimarc.languages import map_languages
from indexer.crosswalks.unimarc.links import map_links
from indexer.crosswalks.unimarc.notes import map_notes
from indexer.crosswalks.unimarc.publication import map_publication
from indexer.crosswalks.unimarc.relations import map_relations, map_series
from indexer.crosswalks.unimarc.sets import volume_of_set
from indexer.crosswalks.unimarc.subjects import map_subjects
from indexer.crosswalks.unimarc.title import map_title
from indexer.crosswalks.unimarc.variants import map_variants
from indexer.partners import LibraryRule

NO_TITLE = "no title: 200 $a is missing or empty, and so are 500, 510, 517 and 530; add a title to 200."
_ANALYTIC = "a"


def map_record(marc: MarcFields, *, partner: str, source_id: str, rule: LibraryRule) -> Record | str:
    """The record, or the reason why it can't be taken, in words a cataloguer can act on."""
    problems: list[str] = []
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
    title = volume_of_set(title, marc)
    damage = text_problem(title.full)
    if damage:
        problems.append(damage)
    kind = map_type(marc)
    languages, originals, basis = map_languages(marc)
    notes = map_notes(marc)
    return Description(
        title,
        kind,
        map_carrier(marc, kind),
        map_variants(marc, title),
        map_contributors(marc),
        map_publication(marc),
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
        marc.leader[7] == _ANALYTIC,
    )

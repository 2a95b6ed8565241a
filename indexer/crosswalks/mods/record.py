"""One MODS record → one `Record`."""

from collections.abc import Sequence

from discovery.catalog.holding import Link
from discovery.catalog.ids import record_id
from discovery.catalog.record import Description, Record
from discovery.catalog.text import text_problem
from indexer.crosswalks.mods.form import map_audience, map_carrier, map_extent, map_languages, map_type
from indexer.crosswalks.mods.holdings import map_copy_numbers, map_holdings
from indexer.crosswalks.mods.identifiers import map_identifiers, map_links
from indexer.crosswalks.mods.names import map_contributors
from indexer.crosswalks.mods.notes import map_notes
from indexer.crosswalks.mods.origin import map_edition, map_publication
from indexer.crosswalks.mods.related import map_relations, map_series
from indexer.crosswalks.mods.subjects import map_classifications, map_subjects
from indexer.crosswalks.mods.titles import map_title, map_variants
from indexer.crosswalks.xml.elements import Element, first, text_of
from indexer.crosswalks.xml.numbers import is_content, number_problems
from indexer.partners import LibraryRule

NO_TITLE = "no title: titleInfo/title is missing or empty; add a title."


def map_record(
    mods: Element, *, partner: str, source_id: str, rule: LibraryRule, files: Sequence[Link] = ()
) -> Record | str:
    """The record, or the reason why it can't be taken. `files` are addresses known from outside the MODS itself."""
    problems: list[str] = []
    description = map_description(mods, problems, files)
    if description is None:
        return NO_TITLE
    holdings = map_holdings(mods, partner=partner, rule=rule)
    identity = record_id(partner, "bibliographic", source_id)
    return Record(identity, partner, source_id, description, holdings, tuple(problems), map_copy_numbers(mods))


def identifier_of(mods: Element) -> str | None:
    """recordInfo/recordIdentifier: https://www.loc.gov/standards/mods/userguide/recordinfo.html#recordidentifier"""
    return text_of(first(mods, "recordInfo", "recordIdentifier")) or (mods.get("ID") or "").strip() or None


def map_description(mods: Element, problems: list[str], files: Sequence[Link] = ()) -> Description | None:
    """What the record says about the thing; None when it doesn't name it. What looks wrong goes to `problems`."""
    title = map_title(mods)
    if title is None:
        return None
    damage = text_problem(title.full)
    problems += [damage] if damage else []
    kind = map_type(mods)
    identifiers = map_identifiers(mods)
    problems += number_problems(identifiers)
    languages, originals, basis = map_languages(mods)
    notes = map_notes(mods)
    relations = map_relations(mods)
    is_part = any(each.kind == "host" for each in relations)
    links = {each.url: each for each in (*files, *map_links(mods))}
    return Description(
        title=title,
        type="article" if is_part and kind in ("book", "serial") else kind,
        carrier=map_carrier(mods, kind, has_files=any(map(is_content, files))),
        variants=map_variants(mods, title),
        contributors=map_contributors(mods),
        publication=map_publication(mods),
        edition=map_edition(mods),
        extent=map_extent(mods),
        series=map_series(mods),
        identifiers=identifiers,
        languages=languages,
        original_languages=originals,
        language_basis=basis,
        subjects=map_subjects(mods, kind),
        classifications=map_classifications(mods),
        audience=map_audience(mods),
        contents=notes.contents,
        abstract=notes.abstract,
        notes=notes.notes,
        relations=relations,
        links=tuple(links.values()),
        is_component=is_part,
    )

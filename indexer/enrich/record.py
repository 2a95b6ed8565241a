"""A mapped record with what its crosswalk couldn't know."""

from dataclasses import replace

from discovery.catalog.record import Record
from indexer.enrich.language import LanguagePrior, decide_languages
from indexer.enrich.sort_keys import title_sort_key


def enriched(record: Record, prior: LanguagePrior) -> Record:
    """`record` with the filing key of its title, and with languages where no cataloguer coded them."""
    description = record.description
    languages, basis = decide_languages(description, prior)
    title = replace(description.title, sort=title_sort_key(description.title, languages))
    return replace(
        record,
        description=replace(description, title=title, languages=languages, language_basis=basis),
    )

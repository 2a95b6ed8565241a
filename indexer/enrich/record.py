"""A mapped record with what its crosswalk couldn't know."""

from operator import attrgetter
from typing import Final

from discovery.catalog.record import Description, Record, Title
from indexer.enrich.language import LanguagePrior, decide_languages
from indexer.enrich.solar_years import in_common_era
from indexer.enrich.sort_keys import filed

_NAMES: Final = Description.__struct_fields__
_VALUES: Final = attrgetter(*_NAMES)
_TITLE, _LANGUAGES, _BASIS, _PUBLICATION = map(_NAMES.index, ("title", "languages", "language_basis", "publication"))


def enriched(record: Record, prior: LanguagePrior) -> Record:
    """`record` with the filing key and the article of its title, with languages where no cataloguer coded them, and
    with years of ours where Persian ones stand alone.
    """
    description = record.description
    title = description.title
    languages, basis = decide_languages(description, prior)
    sort, nonfiling = filed(title, languages)
    # `replace` asks for every field by its name: three times the time, for each record there is.
    values = [*_VALUES(description)]
    values[_TITLE] = Title(
        title.main,
        title.subtitle,
        title.parts,
        title.responsibility,
        nonfiling,
        title.original,
        sort,
        title.original_responsibility,
        title.leading,
    )
    values[_LANGUAGES], values[_BASIS] = languages, basis
    values[_PUBLICATION] = in_common_era(description.publication, languages)
    described = Description(*values)
    return Record(
        record.id, record.partner, record.source_id, described, record.holdings, record.problems, record.copy_numbers
    )

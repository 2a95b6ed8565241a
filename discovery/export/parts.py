"""The parts of a description that several formats ask for in the same way."""

from collections.abc import Sequence

from discovery.catalog.contributor import Contributor
from discovery.catalog.record import Description, Relation, UnionRecord
from discovery.catalog.site import Site


def family_and_given(contributor: Contributor) -> tuple[str, str] | None:
    """The two halves of a name that is filed under its first half; None for one cited as it stands.

    An Indonesian name entered in direct order has no surname to put first, and a body has none either.
    """
    family, comma, given = contributor.name.partition(",")
    if contributor.kind != "person" or not comma or contributor.name == contributor.direct:
        return None
    return family.strip(), given.strip()


def given_and_suffix(given: str) -> tuple[str, str]:
    """Forenames, and what catalogues write behind them ("Jr.", "III", "Sir", "comte de"), or ""."""
    forenames, _, suffix = given.partition(",")
    return forenames.strip(), suffix.strip()


def year_text(description: Description) -> str:
    """The year of publication in digits; "" where it isn't known."""
    year = description.publication.year
    return "" if year is None else str(year)


def identifier_values(description: Description, scheme: str) -> tuple[str, ...]:
    """The numbers of one scheme that name this thing itself."""
    return tuple(each.value for each in description.identifiers if each.scheme == scheme and each.is_key)


def host_of(description: Description) -> Relation | None:
    """What an article or chapter stands in; None for a thing of its own."""
    return next((relation for relation in description.relations if relation.kind == "host"), None)


def container_of(description: Description) -> str:
    """What a citation says something is "in": an article's journal, a map's atlas; "" for a book of a collection.

    Books stand in packages and collections (773 of "Springer eBooks", "CRS reports") and are cited by themselves.
    """
    host = host_of(description)
    return host.title if host and description.type != "book" else ""


def series_of(description: Description) -> tuple[str, str]:
    """The first series with its number, or else the collection that a book stands in; "" for what isn't there."""
    if description.series:
        return description.series[0].title, description.series[0].number
    host = host_of(description)
    return (host.title, "") if host and description.type == "book" else ("", "")


def topical_headings(description: Description) -> tuple[str, ...]:
    """Subject headings as whole strings, each once."""
    return tuple(dict.fromkeys(subject.heading for subject in description.subjects))


def resource_urls(record: UnionRecord) -> tuple[str, ...]:
    """Addresses of the thing itself, from the description and from every holding, each once."""
    links = [*record.description.links, *(link for holding in record.holdings for link in holding.links)]
    return tuple(dict.fromkeys(link.url for link in links if link.kind in {"resource", "version"}))


def call_numbers(record: UnionRecord) -> tuple[str, ...]:
    """Every library's shelf marks, each once."""
    return tuple(dict.fromkeys(holding.call_number for holding in record.holdings if holding.call_number))


def library_names(codes: Sequence[str], site: Site, locale: str) -> tuple[str, ...]:
    """The libraries' names in the reader's language; a code that padu.toml doesn't know stands for itself."""
    names = site.library_names(locale)
    return tuple(names.get(code, code) for code in codes)

"""CSL-JSON, the input of citation processors: https://docs.citationstyles.org/en/stable/specification.html"""

import json
from collections.abc import Iterable, Sequence

from discovery.catalog.contributor import Contributor
from discovery.catalog.record import Description, Title, UnionRecord
from discovery.catalog.site import Site
from discovery.export.credits import credit
from discovery.export.host_places import book_host, cited_numbers, host_place
from discovery.export.parts import (
    call_numbers,
    container_of,
    family_and_given,
    given_and_suffix,
    identifier_values,
    resource_urls,
    series_of,
)

_TYPES = {
    "book": "book",
    "article": "article-journal",
    "serial": "periodical",
    "thesis": "thesis",
    "map": "map",
    "score": "musical_score",
    "audio": "song",
    "video": "motion_picture",
    "image": "graphic",
    "software": "software",
    "manuscript": "manuscript",
}


def write_csl(records: Iterable[UnionRecord], site: Site, locale: str) -> str:
    """A JSON array with one item a record."""
    del locale  # CSL-JSON has no word of ours in it
    return json.dumps([csl_item(record, site) for record in records], ensure_ascii=False, indent=2)


def csl_item(record: UnionRecord, site: Site) -> dict[str, object]:
    """One record as a CSL item; what isn't known is left out."""
    description = record.description
    kind = "chapter" if book_host(description) else _TYPES.get(description.type, "document")
    item: dict[str, object] = {"id": record.id, "type": kind}
    item |= _names(description)
    item |= _texts(description)
    item["issued"] = _issued(description)
    item["call-number"] = next(iter(call_numbers(record)), "")
    item["URL"] = next(iter(resource_urls(record)), site.record_url(record.id))
    return {name: value for name, value in item.items() if value}


def _names(description: Description) -> dict[str, object]:
    credited = credit(description)
    return {
        "author": _people(credited.authors),
        "editor": _people(credited.editors),
        "translator": _people(credited.translators),
    }


def _people(contributors: Sequence[Contributor]) -> list[dict[str, str]]:
    people = []
    for contributor in contributors:
        halves = family_and_given(contributor)
        if halves is None:
            people.append({"literal": contributor.direct or contributor.name})
        else:
            given, suffix = given_and_suffix(halves[1])
            people.append({"family": halves[0], "given": given} | ({"suffix": suffix} if suffix else {}))
    return people


def _texts(description: Description) -> dict[str, object]:
    publication, place = description.publication, host_place(description)
    series, number = series_of(description)
    return {
        "title": _title(description.title),
        "container-title": container_of(description).replace(" : ", ": "),
        "volume": place.volume,
        "issue": place.issue,
        "page": place.pages,
        "collection-title": series,
        "collection-number": number,
        "publisher": publication.publisher,
        "publisher-place": publication.place,
        "edition": description.edition,
        "number-of-pages": description.extent,
        "language": next(iter(description.languages), ""),
        "ISBN": next(iter(cited_numbers(description, "isbn")), ""),
        "ISSN": next(iter(cited_numbers(description, "issn")), ""),
        "DOI": next(iter(identifier_values(description, "doi")), ""),
        "abstract": description.abstract,
        "genre": next((note.text for note in description.notes if note.kind == "thesis"), ""),
    }


def _title(title: Title) -> str:
    """The title as citations have it: without the space that ISBD puts before its colon."""
    return title.line(": ")


def _issued(description: Description) -> dict[str, object]:
    publication = description.publication
    if publication.year is None:
        return {"literal": publication.date} if publication.date else {}
    last = [] if publication.last_year in (None, publication.year) else [[publication.last_year]]
    issued: dict[str, object] = {"date-parts": [[publication.year], *last]}
    return issued | {"circa": True} if publication.uncertain else issued

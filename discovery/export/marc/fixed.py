"""Leader and 008: https://www.loc.gov/marc/bibliographic/bdleader.html and bd008.html"""

from discovery.catalog.record import Description, UnionRecord
from discovery.export.marc.languages import marc_language
from discovery.export.parts import host_of

_RECORD_TYPES = {
    "map": "e",
    "score": "c",
    "audio": "j",
    "video": "g",
    "image": "k",
    "object": "r",
    "software": "m",
    "manuscript": "t",
}
_FILL = "|"
# 007 of a microform of whatever kind, by which it is told from print: https://www.loc.gov/marc/bibliographic/bd007h.html
MICROFORM = f"hu{_FILL * 11}"


def leader(description: Description) -> str:
    """A full record in UTF-8, with ISBD punctuation; the lengths are filled in by the serialiser."""
    record_type = _RECORD_TYPES.get(description.type, "a")
    return f"00000n{record_type}{_level(description)} a2200000ui 4500"


def _level(description: Description) -> str:
    if description.type == "serial":
        return "s"
    if not description.is_component:
        return "m"
    host = host_of(description)
    in_serial = host is not None and any(each.scheme == "issn" for each in host.identifiers)
    return "b" if in_serial else "a"


def field_008(record: UnionRecord) -> str:
    """40 characters: dates, country and language; what isn't known about the piece stays "no attempt to code"."""
    description = record.description
    country = description.publication.country or "xx"
    return (
        f"{_entered(record)}{_dates(description)}{country[:3]:<3}"
        f"{_FILL * 4}{_audience(description)}{_FILL * 12}{marc_language(description.languages)}{_FILL * 2}"
    )


def _audience(description: Description) -> str:
    """Position 22, which means something else in maps, serials and mixed materials."""
    has_one = description.type not in {"map", "serial"} and _level(description) == "m"
    return description.audience[:1] or _FILL if has_one else _FILL


def _entered(record: UnionRecord) -> str:
    entered = [member.since or member.confirmed for member in record.members]
    days = sorted(day[2:10].replace("-", "") for day in entered if day)
    return days[0] if days and len(days[0]) == 6 else _FILL * 6


def _dates(description: Description) -> str:
    first, last = description.publication.year, description.publication.last_year
    if description.type == "serial":
        if last is None:
            return f"c{_year(first)}9999"
        is_end_alone = description.publication.uncertain and first == last
        return f"d{_year(None if is_end_alone else first)}{_year(last)}"
    if first is None:
        return "nuuuuuuuu"
    return f"s{_year(first)}    " if last is None else f"m{_year(first)}{_year(last)}"


def _year(year: int | None) -> str:
    """Four digits; a year before the common era has no place in 008."""
    return f"{year:04d}" if year is not None and 0 < year <= 9999 else "uuuu"

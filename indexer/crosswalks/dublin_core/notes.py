"""description, rights, audience, source and relation → notes, abstract, contents, series and relations."""

import re
from dataclasses import dataclass

from discovery.catalog.identifiers import Identifier
from discovery.catalog.names import without_email
from discovery.catalog.punctuation import trim_isbd
from discovery.catalog.record import Note, Relation, RelationKind, Series
from indexer.crosswalks.dublin_core.statements import DublinCore
from indexer.crosswalks.marc.links import web_address
from indexer.crosswalks.xml.numbers import identifier

_PARTS = re.compile(r"\s+--\s+|\s*;\s*")
# DSpace's housekeeping ("Made available in DSpace on 2019-…") and its provenance aren't for readers.
_HOUSEKEEPING = ("provenance", "sponsorship", "version", "uri")
_LONG = 200
_RELATIONS: dict[str, RelationKind] = {
    "ispartof": "host", "replaces": "continues", "isreplacedby": "continued_by", "isversionof": "edition",
    "hasversion": "edition", "isformatof": "carrier", "hasformat": "carrier",
}  # fmt: skip
# What readers can't reach, by eu-repo's terms and COAR's (https://vocabularies.coar-repositories.org/access_rights/).
_ACCESS = {
    "embargoedaccess": "embargoed access", "restrictedaccess": "restricted access", "closedaccess": "closed access",
    "c_f1cf": "embargoed access", "c_16ec": "restricted access", "c_14cb": "metadata only access",
}  # fmt: skip
_OPEN = "openaccess"
# EPrints' codes for Creative Commons' licences, of its named set "licenses".
_LICENCE = re.compile(r"cc_(by(?:_(?:nc|nd|sa))*)(?:_(\d))?")
_CODED_ACCESS = "/coar/access_right/"
_EMBARGO_END = re.compile(r"^info:eu-repo/date/embargoEnd/(\d{4}(?:-\d\d){0,2})", re.IGNORECASE)
_SERIES = ("ispartofseries", "series")
_CODE = re.compile(r"info:|[\w.-]+:\S*$", re.IGNORECASE)
# DSpace's form for a series, and ISBD's: "Seri Kajian;12", "Seri Kajian ; no. 12".
_NUMBERED = re.compile(
    r"(?!https?:|info:)[^;]*[^\W\d][^;]*;(?:[^\s;][^;]{0,30}|\s+(?:(?:no|nomor|nr|seri|jil|jilid|ke)\b[.-]?\s*)?\d[\w./-]{0,12})",
    re.IGNORECASE,
)
# A journal and its issue without ";" between: "Jurnal Pustaka Vol 5, No 2 (2018): Juli; 101-112".
_ISSUE = re.compile(r"(?P<title>.*[^\W\d_].*?)[\s,:]+(?P<issue>Vol(?:ume)?\b\.?\s*\d.*)", re.IGNORECASE)
_CITATIONS = ("citation", "bibliographiccitation")


@dataclass(frozen=True, slots=True)
class Notes:
    """What a record says at length, by the place it has in a description."""

    notes: tuple[Note, ...]
    contents: tuple[str, ...]
    abstract: str


def map_notes(record: DublinCore) -> Notes:
    """dcterms:abstract, else the longest unrefined description beyond a line or two; other descriptions are notes.

    So are rights (a licence, or who may read it), the audience, and how the thing is cited. Of codes for rights those
    count that keep readers out, with the day until which they do.
    """
    plain = [without_email(text) for text in record.texts("description", "")]
    # SLiMS says its notes twice.
    abstracts = [text for each in record.texts("description", "abstract") if (text := without_email(each)) not in plain]
    if not abstracts:
        abstracts = _long_ones(record)
        plain = [text for text in plain if text not in abstracts]
    others = [
        without_email(each.text)
        for each in record.get("description")
        if each.refinement and each.refinement not in ("abstract", "tableofcontents", *_HOUSEKEEPING)
    ]
    contents = [part for text in record.texts("description", "tableofcontents") for part in _PARTS.split(text) if part]
    rights = dict.fromkeys(right for text in record.texts("rights") if (right := _right(text, record)))
    told = (*plain, *others, *_citations(record), *rights)
    notes = dict.fromkeys(Note(text) for text in told if text)
    notes |= dict.fromkeys(Note(text, "audience") for text in record.texts("audience"))
    return Notes(tuple(notes), tuple(contents), " ".join(abstracts))


def _long_ones(record: DublinCore) -> list[str]:
    """The longest unrefined description, and as long ones in other languages, as OJS writes its abstracts."""
    stated = [(without_email(each.text), each.language) for each in record.get("description", "")]
    longest = max(stated, key=lambda each: len(each[0]), default=("", ""))
    return [
        text
        for text, language in stated
        if len(text) > _LONG and ((text, language) == longest or (language and language != longest[1]))
    ]


def _citations(record: DublinCore) -> list[str]:
    """What cites the thing: by its refinement, and in EPrints an identifier that has its title, or its author first."""
    title = next(iter(record.texts("title", "")), "").casefold()
    authors = tuple(f"{text.casefold()} " for text in record.texts("creator"))
    unnamed = [text for text in record.texts("identifier", "") if " " in text and not web_address(text)]
    cited = [text for text in unnamed if text.casefold().startswith(authors) or (title and title in text.casefold())]
    return [*record.texts("identifier", *_CITATIONS), *cited]


def _right(text: str, record: DublinCore) -> str:
    access = _ACCESS.get(text.rpartition("/")[2].casefold(), "")
    if licence := _LICENCE.fullmatch(text):
        return f"CC {licence[1].replace('_', '-').upper()}{f' {licence[2]}.0' if licence[2] else ''}"
    if not access:
        return (
            "" if text.casefold() == _OPEN or text.startswith("info:") or _CODED_ACCESS in text else without_email(text)
        )
    ends = [found[1] for date in record.texts("date") if (found := _EMBARGO_END.match(date))]
    # https://guidelines.openaire.eu/en/latest/literature/field_embargoenddate.html has it in dcterms:available; a time
    # stamp there says when a repository let it in.
    ends += [each.text for each in record.get("date") if each.refinement.startswith("embargo")]
    ends += [date for date in record.texts("date", "available") if "T" not in date]
    return f"{access} until {ends[0]}" if ends and access.startswith("embargo") else access


def map_series(record: DublinCore) -> tuple[Series, ...]:
    """relation.ispartofseries, title and number with ";" between; SLiMS writes the series in dc:source or isPartOf.

    DSpace's form for a series joins its number with ";" and no blank, and its oai_dc forgets that it was one.
    """
    found: dict[str, Series] = {}
    unrefined = [text for text in record.texts("relation", "") if _is_numbered(text)]
    for text in (*record.texts("relation", *_SERIES), *unrefined, *_slims_series(record)):
        title, _, number = (part.strip() for part in text.partition(";"))
        if any(map(str.isalpha, title)):
            found.setdefault(title.casefold(), Series(trim_isbd(title), trim_isbd(number)))
    return tuple(found.values())


def _is_numbered(text: str) -> bool:
    return len(text) < _LONG and _NUMBERED.fullmatch(text) is not None


def _slims_series(record: DublinCore) -> list[str]:
    if not record.is_slims:
        return []
    stated = (*record.texts("source"), *record.texts("relation", "ispartof"))
    return [text for text in stated if not web_address(text) and len(text) < _LONG]


def map_relations(record: DublinCore) -> tuple[Relation, ...]:
    """Relations in words, and dc:source as the journal or book that an article is from, with its ISSN.

    OJS writes "Jurnal Pendidikan; Vol 3, No 1 (2018); 1-10", in each language again, and each ISSN in a source of its
    own.
    """
    found: dict[Relation, None] = {}
    series = set(_slims_series(record))
    hosts: dict[str, Relation] = {}
    numbers = _numbers(record)
    for text in record.texts("source"):
        if text not in series and _is_named(text):
            title, place = _issue(text)
            host = Relation("host", trim_isbd(title), identifiers=numbers, note=place.strip())
            hosts.setdefault(host.title.casefold(), host)
    found |= dict.fromkeys(hosts.values())
    for each in record.get("relation") if not record.is_slims else ():
        of_series = each.refinement in _SERIES or (not each.refinement and _is_numbered(each.text))
        if not of_series and _is_named(each.text):
            found[Relation(_RELATIONS.get(each.refinement, "related"), trim_isbd(each.text))] = None
    return tuple(found)


def _issue(text: str) -> tuple[str, str]:
    """A journal's title, and where in it an article is."""
    title, mark, place = text.partition(";")
    if found := _ISSUE.fullmatch(title):
        return found["title"], f"{found['issue']}{mark}{place}"
    return title, place


def _is_named(text: str) -> bool:
    """Whether it is words, and not a number, a mistyped one too, a system's code ("islandora:123") or an address."""
    words = sum(map(str.isalpha, text)) > 1 and not _CODE.match(text) and len(text) < _LONG
    return words and not web_address(text) and identifier(text) is None


def _numbers(record: DublinCore) -> tuple[Identifier, ...]:
    """Those of the journal or the book; a number that is an identifier, too, is the article's own."""
    own = {identifier(text) for text in record.texts("identifier")}
    numbers = (identifier(text) for text in record.texts("source"))
    return tuple(
        Identifier(each.scheme, each.value, is_key=False) for each in numbers if each is not None and each not in own
    )

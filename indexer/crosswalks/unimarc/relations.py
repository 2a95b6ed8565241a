"""4XX → links to other things, and the series of 225 and 410."""

from discovery.catalog.identifiers import Identifier, parse_isbn, parse_issn
from discovery.catalog.punctuation import trim_isbd, trim_leading_isbd
from discovery.catalog.record import Relation, RelationKind, Series
from indexer.crosswalks.marc.fields import MarcFields
from indexer.crosswalks.unimarc.linked import LinkedEntry, linked_entry
from indexer.crosswalks.unimarc.title import without_marks

_KINDS: dict[str, RelationKind] = {
    "421": "supplement", "422": "related", "423": "related", "424": "related", "425": "related",
    **dict.fromkeys((str(tag) for tag in range(430, 438)), "continues"),
    **dict.fromkeys((str(tag) for tag in range(440, 449)), "continued_by"),
    "434": "absorbed", "435": "absorbed", "436": "formed_from", "437": "separated_from",
    "444": "absorbed_by", "445": "absorbed_by", "446": "split_into", "447": "merged_with",
    "451": "edition", "452": "carrier", "453": "translation", "454": "original", "455": "carrier", "456": "carrier",
    "461": "host", "462": "host", "463": "host", "464": "related", "470": "related", "481": "related", "482": "related",
    "488": "related",
}  # fmt: skip
_ANALYTIC = "a"
_HOSTS = ("461", "462", "463")


def map_relations(marc: MarcFields) -> tuple[Relation, ...]:
    """Each link with the other thing's title, author, volume, date and numbers, none of which is a key.

    430-437 are what it continues or was made of, 440-448 what continues it or what it went into, 451 and 452 other
    editions, 453 and 454 translations and the original; 461-463 lead up from a part. In a whole volume they name its
    set, and the set is no host.
    """
    found: dict[Relation, None] = {}
    is_part = marc.leader[7] == _ANALYTIC
    for tag in marc.among(_KINDS):
        kind = "related" if tag in _HOSTS and not is_part else _KINDS[tag]
        for field in marc.get(tag):
            relation = _relation(linked_entry(field.raw), kind)
            if relation is not None:
                found[relation] = None
    return tuple(found)


def _relation(entry: LinkedEntry, kind: RelationKind) -> Relation | None:
    numbers = (parse_isbn(entry.isbn) if entry.isbn else None, parse_issn(entry.issn) if entry.issn else None)
    identifiers = tuple(
        Identifier(each.scheme, each.value, each.qualifier, is_key=False) for each in numbers if each is not None
    )
    title = trim_isbd(entry.title)
    if not title and not identifiers:
        return None
    note = ", ".join(filter(None, (trim_isbd(entry.number), trim_isbd(entry.date))))
    return Relation(kind, title, trim_isbd(entry.author), identifiers, note)


def map_series(marc: MarcFields) -> tuple[Series, ...]:
    """Each series once: 410 (how the catalogue files it, under an author too) before 225 (what stands on the piece)."""
    found: dict[str, Series] = {}
    for field in marc.get("410"):
        entry = linked_entry(field.raw)
        _add(found, entry.title, entry.number, entry.issn, trim_isbd(without_marks(entry.author)))
    for field in marc.get("225"):
        _add(found, ". ".join(trim_isbd(value) for value in field.all("ahi")), field.get("v"), field.get("x"))
    return tuple(found.values())


def _add(found: dict[str, Series], title: str, number: str, issn: str, name: str = "") -> None:
    title = trim_isbd(without_marks(title))
    key = "".join(filter(str.isalnum, title.casefold()))
    if key:
        parsed = parse_issn(issn) if issn else None
        volume = trim_leading_isbd(trim_isbd(number))
        found.setdefault(key, Series(title, volume, parsed.value if parsed else "", name=name))

"""760–787 → links to other things: hosts, supplements, editions, carriers, predecessors and successors."""

from discovery.catalog.identifiers import Identifier, not_its_own, parse_control_number, parse_isbn, parse_issn
from discovery.catalog.names import without_email
from discovery.catalog.punctuation import trim_isbd
from discovery.catalog.record import Relation, RelationKind
from indexer.crosswalks.marc.fields import Field, MarcFields

_KINDS: dict[str, RelationKind] = {
    "760": "related", "762": "related", "765": "original", "767": "translation", "770": "supplement",
    "772": "related", "773": "host", "774": "related", "775": "edition", "776": "carrier", "777": "related",
    "780": "continues", "785": "continued_by", "786": "related", "787": "related",
}  # fmt: skip


def map_relations(marc: MarcFields) -> tuple[Relation, ...]:
    """Each linking entry: title ($t, else $s), author ($a), numbers ($x, $z, $w), and in its note what it is ($i, $n),
    which edition of it ($b, $c, $d) and where in it ($g).

    https://www.loc.gov/marc/bibliographic/bd76x78x.html. Its numbers are the other thing's: none of them is a key.
    """
    found: dict[Relation, None] = {}
    for tag in marc.among(_KINDS):
        for field in marc.get(tag):
            relation = _relation(field, _KINDS[tag])
            if relation is not None:
                found[relation] = None
    return tuple(found)


def _relation(field: Field, kind: RelationKind) -> Relation | None:
    title = trim_isbd((field.get("t") or field.get("s") or field.get("p")).partition(" / ")[0])
    author = without_email(trim_isbd(field.get("a")))
    identifiers = tuple(_identifiers(field))
    if not title and not identifiers:
        if not author or kind != "host":
            return None
        title, author = author, ""  # 773 $a "In: Kompas, 3 Mei 1998": a host typed into one subfield
    return Relation(kind, title, author, identifiers, _note(field, kind))


def _note(field: Field, kind: RelationKind) -> str:
    """As in "Reissued as: 2nd ed. Cairo : Dar, 1961"; that a host contains it, its kind says."""
    what = "" if kind == "host" else " ".join(words for each in field.all("in") if (words := each.strip(" :")))
    edition = [words for each in field.all("bcd") if (words := trim_isbd(each).strip("()"))]
    which = ". ".join([*edition, *([place] if (place := " ".join(field.all("g"))) else [])])
    return f"{what}: {which}" if what and which else what or which


def _identifiers(field: Field) -> list[Identifier]:
    found = []
    for code, value in field.subfields:
        parsed = None
        if code == "x":
            parsed = parse_issn(value)
        elif code == "z":
            parsed = parse_isbn(value)
        elif code == "w" and value.startswith("("):
            parsed = parse_control_number(value)
        if parsed is not None:
            found.append(not_its_own(parsed))
    return found

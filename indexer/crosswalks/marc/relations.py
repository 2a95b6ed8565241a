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
# By the second indicator: a new title of the same serial unless they say otherwise, in part ("1") or not.
_CHANGES: dict[tuple[str, str], RelationKind] = {
    ("780", "4"): "formed_from", ("780", "5"): "absorbed", ("780", "6"): "absorbed", ("780", "7"): "separated_from",
    ("785", "4"): "absorbed_by", ("785", "5"): "absorbed_by", ("785", "6"): "split_into", ("785", "7"): "merged_with",
}  # fmt: skip
_MAIN = ("100", "110", "111")
# $7/0: a person, a body, a meeting.
_NAMES = ("p", "c", "m")


def map_relations(marc: MarcFields) -> tuple[Relation, ...]:
    """Each linking entry: title ($t, else $s), author ($a), numbers ($x, $z, $w), and in its note what it is ($i, $n),
    which edition of it ($b, $c, $d) and where in it ($g).

    https://www.loc.gov/marc/bibliographic/bd76x78x.html. Its numbers are the other thing's: none of them is a key. What
    has no title has it in $a, unless that is a name: $7 says so, or it is the record's own main entry. One with a title
    in its own script follows its twin.
    """
    found: dict[Relation, None] = {}
    for tag in marc.among(_KINDS):
        for field in marc.get(tag):
            kind = _kind(tag, field)
            relation = _relation(field, kind, marc)
            if relation is not None:
                found[relation] = None
            original = marc.original(field)
            own = _relation(original, kind, marc) if original is not None else None
            if own is not None and own.title and (relation is None or own.title != relation.title):
                found[own] = None
        for field in marc.unlinked_originals(tag):
            own = _relation(field, _kind(tag, field), marc)
            if own is not None:
                found[own] = None
    return tuple(found)


def _kind(tag: str, field: Field) -> RelationKind:
    return _CHANGES.get((tag, field.second), _KINDS[tag])


def _relation(field: Field, kind: RelationKind, marc: MarcFields) -> Relation | None:
    title = trim_isbd((field.get("t") or field.get("s") or field.get("p")).partition(" / ")[0])
    author = without_email(trim_isbd(next((name for name in field.all("a") if "://" not in name), "")))
    identifiers = tuple(dict.fromkeys(_identifiers(field)))
    if not title and author and (not _is_name(field, author, marc) if identifiers else kind == "host"):
        title, author = author, ""  # 773 $a "In: Kompas, 3 Mei 1998", 785 $a "Kabar baru" $x …
    if not title and not identifiers:
        return None
    return Relation(kind, title, author, identifiers, _note(field, kind))


def _is_name(field: Field, author: str, marc: MarcFields) -> bool:
    """Whether $a is the other thing's main entry; such a name may be that of this thing too."""
    if field.get("7")[:1] in _NAMES:
        return True
    mains = [trim_isbd(main.get("a")) for tag in _MAIN for main in marc.get(tag)]
    return any(main and author.startswith(main) for main in mains)


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

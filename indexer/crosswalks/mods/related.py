"""relatedItem → relations and series: https://www.loc.gov/standards/mods/userguide/relateditem.html"""

import re

from msgspec.structs import replace

from discovery.catalog.identifiers import Identifier
from discovery.catalog.record import Relation, RelationKind, Series, Title
from indexer.crosswalks.mods.identifiers import map_identifiers
from indexer.crosswalks.mods.names import name_heading
from indexer.crosswalks.mods.titles import map_title, title_of
from indexer.crosswalks.xml.elements import Element, attribute, children, first, local_name, text_of, texts

_KINDS: dict[str, RelationKind] = {
    "host": "host", "preceding": "continues", "succeeding": "continued_by", "original": "original",
    "otherVersion": "edition", "otherFormat": "carrier", "constituent": "related", "isReferencedBy": "related",
    "references": "related", "reviewOf": "related",
}  # fmt: skip
# The Library of Congress's conversion of MARC leaves a series' number in its title: "Oxford in Asia ; 3" (490 $a, $v;
# https://www.loc.gov/standards/mods/v3/MARC21slim2MODS3-7.xsl).
_NUMBERED = re.compile(r"(.*[^\W\d_].*?)\s+;\s*(?=\D{0,12}\d)(\S.{0,30})")
_CAPTIONS = {"volume": "vol. ", "issue": "no. ", "number": "no. ", "part": "pt. "}


def map_relations(mods: Element) -> tuple[Relation, ...]:
    """Each relatedItem but series: title, first name, numbers (none of them a key), and where in a host it stands."""
    found: dict[Relation, None] = {}
    for item in children(mods, "relatedItem"):
        kind = attribute(item, "type")
        title = map_title(item)
        numbers = tuple(Identifier(each.scheme, each.value, is_key=False) for each in map_identifiers(item))
        if kind != "series" and (title is not None or numbers):
            name = first(item, "name")
            author = name_heading(name) if name is not None else ""
            full = title.full if title is not None else ""
            relation = "related" if _is_collection(item) else _KINDS.get(kind, "related")
            found[Relation(relation, full, author, numbers, _part(mods, item))] = None
    return tuple(found)


def _is_collection(item: Element) -> bool:
    """Whether it is what a library or an archive gathered (collection="yes"): a book in it is no article."""
    return any(attribute(each, "collection") == "yes" for each in children(item, "typeOfResource"))


def map_series(mods: Element) -> tuple[Series, ...]:
    """RelatedItem of type series; its part number is the numbering, and a name in it says whose series it is.

    What was MARC has a series twice, as it stands on the piece (490) and as it is filed (800): it is one.
    """
    found: dict[str, Series] = {}
    for item in children(mods, "relatedItem"):
        title = _series_title(item) if attribute(item, "type") == "series" else None
        if title is not None:
            issn = next((each.value for each in map_identifiers(item) if each.scheme == "issn"), "")
            name = f"{title.main} : {title.subtitle}" if title.subtitle else title.main
            number = ". ".join(title.parts)
            if not number and (numbered := _NUMBERED.fullmatch(name)):
                name, number = numbered[1], numbered[2]
            known = found.get(name.casefold(), Series(name, number, issn))
            found[name.casefold()] = replace(known, name=known.name or _whose(item))
    return tuple(found.values())


def _whose(item: Element) -> str:
    name = first(item, "name")
    return name_heading(name) if name is not None else ""


def _series_title(item: Element) -> Title | None:
    """Its title; SLiMS closes the titleInfo before it (MODSoutput in lib/detail.inc.php)."""
    title = map_title(item)
    return title_of(item) if title is None else title


def _part(mods: Element, item: Element) -> str:
    """part: the details ("vol. 3"), pages and date of an article in its host."""
    part = first(item, "part")
    if part is None:
        part = first(mods, "part") if attribute(item, "type") == "host" else None
    if part is None:
        return ""
    said = [
        _detail(each) if local_name(each) == "detail" else text_of(each)
        for each in children(part, "detail", "date", "text")
    ]
    for extent in children(part, "extent"):
        ends = [text for name in ("start", "end") if (text := text_of(first(extent, name)))]
        pages = "p. " if ends and attribute(extent, "unit") in ("page", "pages") else ""
        said.append(pages + "-".join(ends) or text_of(extent))
    return ", ".join(filter(None, said))


def _detail(detail: Element) -> str:
    """Caption, number and title, in whatever order they stand; a bare number is called what its type says."""
    number, title = " ".join(texts(detail, "number")), ". ".join(texts(detail, "title"))
    if not number and not title:
        number = text_of(detail)
    caption = text_of(first(detail, "caption"))
    if not caption and number[:1].isdigit():
        caption = _CAPTIONS.get(attribute(detail, "type"), "").strip()
    if caption and not number.casefold().startswith(caption.casefold()):
        number = f"{caption} {number}".strip()
    return ". ".join(filter(None, (number, title)))

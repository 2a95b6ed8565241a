"""dmdSec, fileSec and structMap → the description that counts, and the files."""

import re
from collections.abc import Iterator
from itertools import islice

from discovery.catalog.holding import Link, LinkKind
from indexer.crosswalks.xml.elements import Element, attribute, children, descendants, first, local_name, text_of, texts
from indexer.crosswalks.xml.numbers import link

# The descriptions that we can map, the richest first.
_DESCRIPTIONS = ("mods", "dc", "qualifieddc", "dim", "qdc", "dublincore")
# What METS calls Dublin Core whose elements stand in xmlData without a wrapper of their own.
_DUBLIN_CORE = "dc"
_LOGICAL = "logical"
# What a fileGrp's USE says about its files; the others hold scans page by page, or their text, which a viewer opens.
_USES: dict[str, LinkKind] = {
    "thumbnail": "cover", "thumb": "cover", "thumbs": "cover", "cover": "cover", "teaser": "cover",
    "reference": "resource", "download": "resource", "original": "resource", "pdf": "resource", "service": "resource",
    "content": "resource", "iiif": "manifest", "manifest": "manifest", "presentation": "resource",
}  # fmt: skip
_MOST_FILES = 20
# Names that resolvers keep: URNs of national bibliographies, handles, ARKs, DOIs and PURLs.
_LASTING = re.compile(
    r"urn:nbn:|hdl:|ark:/|doi:|10\.\d{4,9}/|https?://\S*?(?:/handle/|hdl\.|/ark:|doi\.org/|purl|n2t\.net)",
    re.IGNORECASE,
)


def description_of(mets: Element) -> Element | None:
    """The section that describes the whole: of the outermost div, in a logical structMap before others, else the first.

    https://www.loc.gov/standards/mets/METSOverview.v2.html: sections are wrapped (mdWrap/xmlData), and DMDID ties a
    division to its own. One that is only referred to (mdRef) can't be read without the network, and isn't; nor is one
    without a title while another has one, as that of the copy at the head of the pages.
    """
    sections = {attribute(each, "ID"): each for each in children(mets, "dmdSec")}
    ordered = [[sections[name] for name in names if name in sections] for names in _named(mets)]
    found = [each for group in (*ordered, [*sections.values()]) for each in _descriptions(group)]
    return next((each for each in found if _has_title(each)), next(iter(found), None))


def _named(mets: Element) -> list[list[str]]:
    """The sections' names at the outermost div of each structMap that has any.

    A div with a mptr stands for another document: the journal or the set that this is a volume of
    (https://dfg-viewer.de/strukturdatenset).
    """
    maps = sorted(children(mets, "structMap"), key=lambda each: attribute(each, "TYPE").casefold() != _LOGICAL)
    found: list[list[str]] = []
    for each in maps:
        level = [*children(each, "div")]
        while level and not (named := [names for div in level if (names := _names(div))][:1]):
            level = [below for div in level for below in children(div, "div")]
        found += named if level else []
    return found


def _names(div: Element) -> list[str]:
    return [] if next(children(div, "mptr"), None) is not None else attribute(div, "DMDID").split()


def _descriptions(sections: list[Element]) -> Iterator[Element]:
    """What these sections hold that we can map, the richest first."""
    for name in _DESCRIPTIONS:
        for section in sections:
            yield from islice(descendants(section, name), 1)
    yield from (found for section in sections if (found := _bare(section)) is not None)


def _bare(section: Element) -> Element | None:
    """The xmlData of a section that says it is Dublin Core and has its elements without a wrapper."""
    wrapped = first(section, "mdWrap")
    if wrapped is None or attribute(wrapped, "MDTYPE").casefold() != _DUBLIN_CORE:
        return None
    data = first(wrapped, "xmlData")
    return data if data is not None and len(data) else None


def _has_title(described: Element) -> bool:
    if local_name(described) == "mods":
        return any(texts(each, "title") for each in children(described, "titleInfo"))
    return local_name(described) == "dim" or any(text_of(each) for each in descendants(described, "title"))


def file_links(mets: Element) -> tuple[Link, ...]:
    """The addresses of the files worth a reader's click, each once; of a whole book's pages none.

    A group without USE counts while it is small. IIIF manifests are kept as such, wherever they stand; they and the
    page that shows the whole have elements of their own in the METS of the DFG Viewer (https://dfg-viewer.de/metadaten).
    """
    found: dict[str, Link] = {}
    for group in descendants(mets, "fileGrp"):
        kind = _USES.get(attribute(group, "USE").casefold())
        files = [each for child in children(group, "file") for each in children(child, "FLocat")]
        for file in files[:_MOST_FILES] if len(files) <= _MOST_FILES or kind == "cover" else ():
            stated = link(attribute(file, "href"), attribute(file, "title"), kind or "resource")
            if stated is not None and (kind is not None or not attribute(group, "USE") or stated.kind == "manifest"):
                found.setdefault(stated.url, stated)
            if kind == "cover" and stated is not None:
                break  # one picture is enough to know a book by
    for element in descendants(mets, "mptr", "mdRef", "FLocat"):
        stated = link(attribute(element, "href"))
        if stated is not None and stated.kind == "manifest":
            found.setdefault(stated.url, stated)
    for links in descendants(mets, "links"):
        for element in children(links, "iiif", "presentation"):
            stated = link(text_of(element), kind="manifest" if local_name(element) == "iiif" else "resource")
            found |= {stated.url: stated} if stated is not None else {}
    return tuple(found.values())


def identifier_of(mets: Element, described: Element | None) -> str | None:
    """OBJID, the identifier of the whole; without one, as in METS for the DFG Viewer, what its description calls itself
    or the document's header, else an address that the thing has for good.

    Without any of these the content would stand for it, and each correction would be another record.
    """
    if (own := attribute(mets, "OBJID")) or described is None:
        return own or None
    header = first(mets, "metsHdr")
    others = texts(header, "altRecordID") if header is not None else []
    stated = (text_of(each) for each in _own_identifiers(described))
    lasting = (text for text in stated if _LASTING.match(text))
    return _number_of(described) or next(filter(None, others), "") or next(lasting, None)


def _number_of(described: Element) -> str:
    return text_of(first(described, "recordInfo", "recordIdentifier"))


def _own_identifiers(described: Element) -> Iterator[Element]:
    """Those of the thing itself, and not of its host or its series."""
    yield from children(described, "identifier")
    yield from (each for each in children(described, "field") if attribute(each, "element") == "identifier")

"""dmdSec, fileSec and structMap → the description that counts, and the files."""

from discovery.catalog.holding import Link, LinkKind
from indexer.crosswalks.xml.elements import Element, attribute, children, descendants, local_name, text_of
from indexer.crosswalks.xml.numbers import link

# The descriptions that we can map, the richest first.
_DESCRIPTIONS = ("mods", "dc", "qualifieddc", "dim", "qdc")
# What a fileGrp's USE says about its files; the others hold scans page by page, or their text, which a viewer opens.
_USES: dict[str, LinkKind] = {
    "thumbnail": "cover", "thumb": "cover", "thumbs": "cover", "cover": "cover", "teaser": "cover",
    "reference": "resource", "download": "resource", "original": "resource", "pdf": "resource", "service": "resource",
    "content": "resource", "iiif": "manifest", "manifest": "manifest", "presentation": "resource",
}  # fmt: skip
_MOST_FILES = 20


def description_of(mets: Element) -> Element | None:
    """The section that describes the whole: the one the outermost div of a structMap points to, else the first.

    https://www.loc.gov/standards/mets/METSOverview.v2.html: sections are wrapped (mdWrap/xmlData), and DMDID ties a
    division to its own. One that is only referred to (mdRef) can't be read without the network, and isn't.
    """
    sections = {attribute(each, "ID"): each for each in children(mets, "dmdSec")}
    named = [name for each in descendants(mets, "div") if (name := attribute(each, "DMDID"))][:1]
    chosen = [sections[name] for names in named for name in names.split() if name in sections]
    for name in _DESCRIPTIONS:
        for section in (*chosen, *sections.values()):
            found = next(descendants(section, name), None)
            if found is not None:
                return found
    return None


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


def object_id(mets: Element) -> str | None:
    """OBJID, the identifier of the whole."""
    return attribute(mets, "OBJID") or None

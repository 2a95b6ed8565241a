"""A Dublin Core record as its crosswalk reads it: texts by element and refinement.

The wrapper's name says little: DSpace's qdc has been both <qdc:qualifieddc> and <dcterms:record>, its etdms is a
<thesis>, Greenstone's a <gsdl_qdc>.
"""

import re
from dataclasses import dataclass

from lxml import etree

from indexer.crosswalks.xml.elements import Element, attribute, descendants, first, local_name, text_of

# Terms of http://purl.org/dc/terms/ that refine one of the fifteen elements.
_REFINED = {
    "alternative": "title", "abstract": "description", "tableofcontents": "description", "created": "date",
    "issued": "date", "available": "date", "modified": "date", "valid": "date", "datecopyrighted": "date",
    "dateaccepted": "date", "datesubmitted": "date", "extent": "format", "medium": "format", "spatial": "coverage",
    "temporal": "coverage", "bibliographiccitation": "identifier", "ispartof": "relation", "haspart": "relation",
    "isversionof": "relation", "hasversion": "relation", "isformatof": "relation", "hasformat": "relation",
    "replaces": "relation", "isreplacedby": "relation", "references": "relation", "isreferencedby": "relation",
    "requires": "relation", "isrequiredby": "relation", "license": "rights", "accessrights": "rights",
    "rightsholder": "rights", "educationlevel": "audience", "mediator": "audience", "conformsto": "relation",
    "accrualperiodicity": "description",
}  # fmt: skip
_ELEMENTS = frozenset(
    {
        "title", "creator", "subject", "description", "publisher", "contributor", "date", "type", "format",
        "identifier", "source", "language", "relation", "coverage", "rights", "audience", "provenance", "image",
    }
)  # fmt: skip
_CONTAINERS = (
    "thesis", "dc", "qualifieddc", "dublin_core", "dublincore", "dim", "qdc", "simpledc", "dcx", "Description",
)  # fmt: skip
_PARTS = re.compile(r"[._]")
# The page that SLiMS gives every title.
_SLIMS_PAGE = "p=show_detail"
# The pages of an article, a paper and a book in the Public Knowledge Project's OJS, OCS and OMP.
_PKP_PAGE = re.compile(r"^https?://\S+/(?:(?:article|paper)/view|catalog/book)/\w")


@dataclass(frozen=True, slots=True)
class Statement:
    """One text with its refinement ("issued"), the scheme it follows ("ddc") and its language, each "" if not said."""

    text: str
    refinement: str = ""
    scheme: str = ""
    language: str = ""


class DublinCore:
    """The statements of one record. `header` is that of OAI-PMH around it, or None.

    `is_slims` tells records of SLiMS, whose elements mean what they mean nowhere else: the place of publication is in
    coverage, the series in source or isPartOf, the edition in hasVersion, the barcodes in hasPart
    (lib/oaipmh/record_dc.php, and DublinCoreOutput in lib/detail.inc.php). `is_of_pkp` tells those of OJS, OCS and OMP,
    which write an author's affiliation behind the name: "Lestari, Siti; Universitas Negeri Malang"
    (plugins/metadata/dc11/filter/Dc11SchemaArticleAdapter, plugins/oaiMetadataFormats/dc).
    """

    __slots__ = ("_statements", "header", "is_of_pkp", "is_slims")

    def __init__(self, element: Element) -> None:
        self.header = first(element, "header")
        self._statements: dict[str, list[Statement]] = {}
        self.is_slims = self.is_of_pkp = False
        for child in _container(element, self.header):
            self._add(child)

    @property
    def is_empty(self) -> bool:
        """Whether there is no statement at all."""
        return not self._statements

    def get(self, element: str, *refinements: str) -> list[Statement]:
        """The statements of an element, in order; of these refinements only, where any are named ("" is none)."""
        found = self._statements.get(element, [])
        return [each for each in found if each.refinement in refinements] if refinements else found

    def texts(self, element: str, *refinements: str) -> list[str]:
        """The same as texts."""
        return [each.text for each in self.get(element, *refinements)]

    def _add(self, child: Element) -> None:
        text = text_of(child) or attribute(child, "resource")
        if not text:
            return
        name, refinement = self._name(child)
        if name == "image" or (name == "identifier" and _is_of_slims(child, text, refinement)):
            self.is_slims = True
        if name == "identifier" and _PKP_PAGE.match(text):
            self.is_of_pkp = True
        if name in _ELEMENTS:
            scheme = attribute(child, "type") or attribute(child, "scheme")
            statement = Statement(text, refinement, scheme.rpartition(":")[2].casefold(), attribute(child, "lang"))
            self._statements.setdefault(name, []).append(statement)

    def _name(self, child: Element) -> tuple[str, str]:
        """Element and refinement: of `dcterms:issued`, `dc:date.issued`, `identifier_isbn` and DSpace's `dim:field`."""
        name = local_name(child).casefold()
        if name in ("field", "dcvalue"):
            qualifier = attribute(child, "qualifier").casefold()
            return attribute(child, "element").casefold(), "" if qualifier == "none" else qualifier
        name, _, refinement = name.removeprefix("dc.").removeprefix("dcterms.").partition(_mark(name))
        return (_REFINED[name], name) if name in _REFINED else (name, refinement)


def _container(element: Element, header: Element | None) -> Element:
    """The element that holds the statements: one known by its name, else what a record of OAI-PMH has as metadata, if
    its elements are of Dublin Core.
    """
    if local_name(element) in _CONTAINERS:
        return element
    named = next(descendants(element, *_CONTAINERS), None)
    if named is None and header is not None:
        metadata = first(element, "metadata")
        named = next(metadata.iterchildren(etree.Element), None) if metadata is not None else None
        if named is not None and not any(map(_is_dublin_core, named)):
            named = None
    return element if named is None else named


def _is_of_slims(identifier: Element, text: str, refinement: str) -> bool:
    """Whether only SLiMS writes an identifier so: its page, or an element called identifier_isbn."""
    return _SLIMS_PAGE in text or (refinement == "isbn" and "_" in local_name(identifier))


def _is_dublin_core(child: Element) -> bool:
    return isinstance(child.tag, str) and ("purl.org/dc/" in child.tag or child.prefix in ("dc", "dcterms"))


def _mark(name: str) -> str:
    found = _PARTS.search(name.removeprefix("dc.").removeprefix("dcterms."))
    return found[0] if found else "."


def oai_identifier(header: Element | None) -> str | None:
    """The record's identifier in OAI-PMH: https://www.openarchives.org/OAI/openarchivesprotocol.html#header."""
    return text_of(first(header, "identifier")) or None if header is not None else None


def is_deleted(header: Element | None) -> bool:
    """Whether the provider says that the record is gone."""
    return header is not None and attribute(header, "status").strip().lower() == "deleted"

"""Records of the formats beside MARC 21, read and ready to be mapped: see `indexer.reading`."""

from collections.abc import Callable

from discovery.catalog.ids import RecordKind
from discovery.catalog.record import Record
from indexer.crosswalks.dublin_core import record as dublin_core
from indexer.crosswalks.dublin_core.form import map_languages as dublin_core_languages
from indexer.crosswalks.dublin_core.statements import DublinCore, is_deleted, oai_identifier
from indexer.crosswalks.marc.fields import MarcFields
from indexer.crosswalks.marc.kind import deleted
from indexer.crosswalks.marc.source_id import source_id_of
from indexer.crosswalks.mets.sections import description_of, file_links, identifier_of
from indexer.crosswalks.mods import record as mods
from indexer.crosswalks.mods.form import map_languages as mods_languages
from indexer.crosswalks.unimarc import record as unimarc
from indexer.crosswalks.unimarc.languages import map_languages as unimarc_languages
from indexer.crosswalks.xml.elements import Element, descendants, first, local_name
from indexer.partners import LibraryRule
from indexer.readers.elements import parse_element
from indexer.readers.iso2709 import Unreadable
from indexer.readers.marc21 import ReadRecord

NO_RECORD = "there is no {name} in this record's metadata; was another format asked for?"


class UnimarcReading:
    """A UNIMARC record, however it was written."""

    __slots__ = ("deleted", "identifier", "kind", "marc", "problems")
    identifies_alone = True

    def __init__(self, read: ReadRecord) -> None:
        self.marc = MarcFields(read.leader, read.fields)
        self.identifier = source_id_of(self.marc)
        # Leader/06 x, y and z are authorities: https://www.ifla.org/unimarc-authorities-format/.
        self.kind: RecordKind = "authority" if self.marc.leader[6] in "xyz" else "bibliographic"
        self.deleted = deleted(self.marc)
        self.problems = read.problems

    def languages(self) -> tuple[str, ...]:
        """What 101 says."""
        return unimarc_languages(self.marc)[0]

    def numbers(self) -> tuple[str, ...]:
        """None: UNIMARC's holdings records aren't read."""
        return ()

    def record(self, *, partner: str, source_id: str, rule: LibraryRule) -> Record | str:
        """The record by the UNIMARC crosswalk."""
        if self.kind != "bibliographic":
            return "this is a UNIMARC authority record; of authorities only MARC 21's are read."
        return unimarc.map_record(self.marc, partner=partner, source_id=source_id, rule=rule)


class _XmlReading:
    """What the XML formats have in common: the header of OAI-PMH, if the record came with one."""

    __slots__ = ("_element", "deleted", "identifier", "kind", "problems")
    identifies_alone = True

    def __init__(self, raw: bytes, own_identifier: Callable[[Element], str | None]) -> None:
        self._element, self.problems = parse_element(raw)
        header = first(self._element, "header")
        self.identifier = oai_identifier(header) or own_identifier(self._element)
        self.deleted = is_deleted(header)
        if self.deleted and not self.identifier:
            raise Unreadable("the header says that the record is deleted, but has no identifier to say which.")
        self.kind: RecordKind = "bibliographic"

    def numbers(self) -> tuple[str, ...]:
        """None: there are no holdings records in this format."""
        return ()

    def _within(self, name: str) -> Element | None:
        """The element of this name: the record itself, or what its wrappers hold."""
        return self._element if local_name(self._element) == name else next(descendants(self._element, name), None)


class DublinCoreReading(_XmlReading):
    """A record in Dublin Core; by itself it has no identifier that can be told from the thing's own."""

    __slots__ = ("_statements",)

    def __init__(self, raw: bytes) -> None:
        super().__init__(raw, lambda element: element.get("id") or None)
        self._statements = DublinCore(self._element)

    def languages(self) -> tuple[str, ...]:
        """What dc:language says."""
        return dublin_core_languages(self._statements)[0]

    def record(self, *, partner: str, source_id: str, rule: LibraryRule) -> Record | str:
        """The record by the Dublin Core crosswalk."""
        if self._statements.is_empty:
            return NO_RECORD.format(name="Dublin Core")
        return dublin_core.map_record(self._statements, partner=partner, source_id=source_id, rule=rule)


class ModsReading(_XmlReading):
    """A MODS record."""

    __slots__ = ("_mods",)

    def __init__(self, raw: bytes) -> None:
        super().__init__(raw, _mods_identifier)
        self._mods = self._within("mods")

    def languages(self) -> tuple[str, ...]:
        """What language/languageTerm says."""
        return mods_languages(self._mods)[0] if self._mods is not None else ()

    def record(self, *, partner: str, source_id: str, rule: LibraryRule) -> Record | str:
        """The record by the MODS crosswalk."""
        if self._mods is None:
            return NO_RECORD.format(name="mods")
        return mods.map_record(self._mods, partner=partner, source_id=source_id, rule=rule)


class MetsReading(_XmlReading):
    """A METS document: the section that describes the whole, and the files it links to."""

    __slots__ = ("_described", "_mets")

    def __init__(self, raw: bytes) -> None:
        super().__init__(raw, _mets_identifier)
        self._mets = self._within("mets")
        self._described = description_of(self._mets) if self._mets is not None else None
        if self._mets is not None:
            self.identifier = self.identifier or identifier_of(self._mets, self._described)

    def languages(self) -> tuple[str, ...]:
        """What the describing section says."""
        if self._described is None:
            return ()
        if local_name(self._described) == "mods":
            return mods_languages(self._described)[0]
        return dublin_core_languages(DublinCore(self._described))[0]

    def record(self, *, partner: str, source_id: str, rule: LibraryRule) -> Record | str:
        """The record by the crosswalk of the section, with the files as links."""
        if self._mets is None or self._described is None:
            return NO_RECORD.format(name="MODS or Dublin Core")
        files = file_links(self._mets)
        if local_name(self._described) == "mods":
            return mods.map_record(self._described, partner=partner, source_id=source_id, rule=rule, files=files)
        statements = DublinCore(self._described)
        return dublin_core.map_record(statements, partner=partner, source_id=source_id, rule=rule, files=files)


def _mods_identifier(element: Element) -> str | None:
    found = element if local_name(element) == "mods" else next(descendants(element, "mods"), None)
    return mods.identifier_of(found) if found is not None else None


def _mets_identifier(element: Element) -> str | None:
    """OBJID alone: what else may be the identifier is asked for once it is known which section counts."""
    found = element if local_name(element) == "mets" else next(descendants(element, "mets"), None)
    return identifier_of(found, None) if found is not None else None

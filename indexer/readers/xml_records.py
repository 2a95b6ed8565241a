"""Dublin Core, MODS and METS, alone or within OAI-PMH and SRU answers: streamed, and cut into records.

A record of OAI-PMH (https://www.openarchives.org/OAI/openarchivesprotocol.html#Record) is cut out whole, because its
header says how the provider calls it and whether it is gone.
"""

from collections.abc import Iterator
from typing import BinaryIO

from indexer.readers.elements import cut_elements

_RECORD = "record"
_DUBLIN_CORE = ("dc", "qualifieddc", "simpledc", "dublin_core", "dim", "qdc", "dcx", "Description")


def dublin_core_elements(stream: BinaryIO) -> Iterator[bytes]:
    """The bytes of each record: of OAI-PMH, in RDF, or a container of Dublin Core by itself."""
    return cut_elements(stream, (_RECORD, *_DUBLIN_CORE))


def mods_elements(stream: BinaryIO) -> Iterator[bytes]:
    """The bytes of each record of an answer, or each `mods` of a collection."""
    return cut_elements(stream, (_RECORD, "mods"))


def mets_elements(stream: BinaryIO) -> Iterator[bytes]:
    """The bytes of each record of an answer, or each `mets`."""
    return cut_elements(stream, (_RECORD, "mets"))

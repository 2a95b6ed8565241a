"""What cells of a workbook show where its reader tells less: errors by their names (#REF!), 00017 where it says 17; and
where those lead that are links.
"""

from collections.abc import Mapping
from typing import NamedTuple
from zipfile import ZipFile

from indexer.readers.cell_addresses import ods_addresses, xlsx_addresses
from indexer.readers.cells_ods import ods_texts
from indexer.readers.cells_xls import xls_cells
from indexer.readers.cells_xlsx import xlsx_texts
from indexer.readers.number_formats import Texts
from indexer.readers.workbook_answers import OLE_MAGIC
from indexer.readers.workbook_parts import looked_through


class Told(NamedTuple):
    """Of each sheet, the texts of such cells, and the web addresses behind cells."""

    texts: Mapping[str, Texts]
    addresses: Mapping[str, Texts]


def told_cells(content: bytes) -> Told:
    """Nothing of a workbook that can't be looked through."""
    if content.startswith(OLE_MAGIC):
        return Told(*xls_cells(content))
    return Told(looked_through(content, _texts), looked_through(content, _addresses))


def _texts(parts: ZipFile) -> Mapping[str, Texts]:
    return ods_texts(parts) or xlsx_texts(parts)


def _addresses(parts: ZipFile) -> Mapping[str, Texts]:
    return ods_addresses(parts) or xlsx_addresses(parts)

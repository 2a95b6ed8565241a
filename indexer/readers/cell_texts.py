"""What cells of a workbook show where its reader tells less: errors by their names (#REF!), 00017 where it says 17."""

from collections.abc import Mapping
from zipfile import ZipFile

from indexer.readers.cells_ods import ods_texts
from indexer.readers.cells_xls import xls_texts
from indexer.readers.cells_xlsx import xlsx_texts
from indexer.readers.number_formats import Texts
from indexer.readers.workbook_answers import OLE_MAGIC
from indexer.readers.workbook_parts import looked_through


def shown_texts(content: bytes) -> Mapping[str, Texts]:
    """The texts of such cells of each sheet; none of one that can't be looked through."""
    return xls_texts(content) if content.startswith(OLE_MAGIC) else looked_through(content, _in_parts)


def _in_parts(parts: ZipFile) -> Mapping[str, Texts]:
    return ods_texts(parts) or xlsx_texts(parts)

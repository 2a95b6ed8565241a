"""The parts of a workbook's zip archive that are looked through beside the reader of workbooks."""

import zlib
from typing import Final
from zipfile import BadZipFile

from lxml import etree

# Of a damaged, encrypted or odd archive, which whoever reads the rows tells of: Python raises RuntimeError for an
# encrypted part and one that is compressed in a way that it doesn't know.
UNREADABLE: Final = (
    BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    KeyError,
    ValueError,
    OSError,
    EOFError,
    RuntimeError,
)

"""The parts of a workbook's zip archive that are looked through beside the reader of workbooks."""

import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Final, TypeVar
from zipfile import BadZipFile, ZipFile, is_zipfile

from lxml import etree

Found = TypeVar("Found")

# Of a damaged, encrypted or odd archive: Python raises RuntimeError for an encrypted part, and for one that is
# compressed in a way that it doesn't know.
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


def looked_through(content: bytes, look: Callable[[ZipFile], Mapping[str, Found]]) -> Mapping[str, Found]:
    """What `look` finds of each sheet; nothing in what is no archive or can't be read, which whoever reads the rows
    tells of.
    """
    packed = BytesIO(content)
    if not is_zipfile(packed):
        return {}
    try:
        with ZipFile(packed) as parts:
            return look(parts)
    except UNREADABLE:
        return {}

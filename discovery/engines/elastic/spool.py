"""Sets the writes of a small change aside until its publication.

They go into an index that readers are using, where a write can't be taken back. So nothing is sent before
`publish`: a run that is discarded or killed leaves the published generation as it was.
"""

import struct
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile

from discovery.engines.elastic.operations import Operation

# A change of a few thousand records stays in memory; a larger one goes to a file that has no name, so that
# nothing of it is left behind whatever happens.
MEMORY_BYTES = 32_000_000
_LENGTHS = struct.Struct("<HI")


class Spool:
    """Operations in the order in which they were added."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(max_size=MEMORY_BYTES)  # noqa: SIM115  # open until `close`

    def add(self, operation: Operation) -> None:
        document_id = operation.id.encode()
        self._file.write(_LENGTHS.pack(len(document_id), len(operation.lines)) + document_id)
        self._file.write(operation.lines)

    def replay(self) -> Iterator[Operation]:
        """All of them, from the first on; may be called again."""
        self._file.seek(0)
        while head := self._file.read(_LENGTHS.size):
            id_length, length = _LENGTHS.unpack(head)
            document_id = self._file.read(id_length).decode()
            yield Operation(document_id, self._file.read(length))

    def close(self) -> None:
        self._file.close()

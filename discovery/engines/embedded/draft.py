"""What a writer prepares before it is published."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from discovery.engines.embedded.generation import GenerationFolder
from discovery.engines.embedded.headings_writer import HeadingWriter
from discovery.engines.embedded.records import RecordWriter


@dataclass(slots=True)
class Draft:
    """A new generation, or the published one's next revision.

    A revision's folder of records is a clone of `base`, made when the first record changes.
    """

    generation: GenerationFolder
    revision: int
    headings: HeadingWriter
    base: Path
    records: RecordWriter | None = None

    @property
    def folder(self) -> Path:
        """Where its records are written."""
        return self.generation.records(self.revision)

    def remove(self) -> None:
        """Take back everything that was prepared."""
        self.headings.close()
        if self.records is not None:
            self.records.abandon()
            self.records = None
        shutil.rmtree(self.folder if self.revision else self.generation.path, ignore_errors=True)

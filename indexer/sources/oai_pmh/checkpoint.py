"""How far a harvest has come, on disk beside its pages: after every page, so that a killed run goes on there.

Pages and checkpoint lie in one folder and not in the record store, so that the two can't disagree, and a provider is
never held up by the loading of records (docs/adr/0030).
"""

import gzip
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from discovery.errors import SourceUnreadable
from indexer.sources.oai_pmh.windows import Granularity, Window, adjoin

Stage = Literal["records", "identifiers", "done"]

_FILE = "checkpoint.json"
_RECORDS = ".xml.gz"
_IDENTIFIERS = ".txt"


class Refusal(msgspec.Struct, frozen=True):
    """A record that its provider can't give, even when asked for it alone."""

    identifier: str
    reason: str


class Checkpoint(msgspec.Struct):
    """A harvest under way. `question` is what it asks; a checkpoint of another question is of no use.

    `windows` are still to be read, the first from `token` on; its pages are those from `first_page` on, up to `page`.
    `entire` says that everything is asked for, `whole` that it is although a harvest went before.
    `holes` couldn't be read at all. `began` is the provider's own clock. `filled` says that what is listed and never
    came was looked for: `asked` one by one, or, if there was too much of it, `absent` in all. `places` are those whose
    identifiers came, `known_places` those whose came before. `again` is what couldn't be given the last time.
    """

    question: str
    began: str
    granularity: Granularity
    deletions: str
    earliest: str
    prefix: str
    compare: bool
    windows: list[Window]
    stage: Stage = "records"
    token: str = ""
    page: int = 0
    first_page: int = 1
    begun_again: bool = False
    narrowed: int = 0
    holes: list[Window] = []
    reasons: list[str] = []
    refusals: list[Refusal] = []
    compared: bool = False
    whole: bool = False
    entire: bool = False
    filled: bool = False
    asked: list[str] = []
    absent: int = 0
    places: list[str] = []
    known_places: list[str] = []
    again: list[str] = []

    def begin_list(self) -> None:
        """The next page is the first of a list."""
        self.token, self.first_page, self.begun_again = "", self.page + 1, False

    def ask_by_day(self) -> None:
        """From now on, and for what is left."""
        self.granularity = "day"
        self.windows = [Window(each.since[:10], each.until[:10]) for each in self.windows]

    def give_up(self, window: Window, provider: str, reason: str) -> None:
        """Note that this stretch couldn't be read. What goes on where the last such stretch ends is told as one."""
        if self.stage == "identifiers":
            self.compare = False
            self.windows.clear()
            self.reasons.append(f"{provider} can't list all its identifiers: {reason}")
            return
        last = self.holes[-1] if self.holes else None
        if last and adjoin(last, window) and self.reasons[-1:] == [_missing(provider, last, reason)]:
            del self.reasons[-1], self.holes[-1]
            window = Window(last.since, window.until)
        self.holes.append(window)
        self.reasons.append(_missing(provider, window, reason))


class Spool:
    """The folder of one partner's harvest."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self) -> Checkpoint | None:
        """Where the last run broke off, if it did, without the page that it was just writing."""
        try:
            checkpoint = msgspec.json.decode((self.folder / _FILE).read_bytes(), type=Checkpoint)
        except (OSError, msgspec.MsgspecError):
            return None
        self.forget_pages(checkpoint.page + 1)
        return checkpoint

    def save(self, checkpoint: Checkpoint) -> None:
        """Write it down in one step."""
        self._write(_FILE, msgspec.json.encode(checkpoint))

    def write_records(self, number: int, began: str, prefix: str, records: Sequence[bytes]) -> None:
        """Keep a page's records, byte for byte, in an envelope that says what they are."""
        begin = f'<OAI-PMH><request verb="ListRecords" metadataPrefix="{prefix}"/><ListRecords>\n'.encode()
        page = begin + b"\n".join(records) + b"\n</ListRecords></OAI-PMH>\n"
        self._write(f"{_name(number, began)}{_RECORDS}", gzip.compress(page, 3))

    def write_identifiers(self, number: int, began: str, identifiers: Sequence[str]) -> None:
        """Keep a page of identifiers, one a line."""
        self._write(f"{_name(number, began)}{_IDENTIFIERS}", "\n".join(identifiers).encode())

    def forget_pages(self, first: int) -> None:
        """Take out the pages from this number on."""
        for path in self.folder.glob("*-*.*"):
            number = path.name.partition(".")[0].rpartition("-")[2]
            if number.isdigit() and int(number) >= first:
                path.unlink()

    def record_pages(self) -> tuple[Path, ...]:
        """The pages of records, in the order in which they came."""
        return tuple(sorted(self.folder.glob(f"*{_RECORDS}")))

    def identifier_pages(self) -> tuple[Path, ...]:
        """The pages of identifiers."""
        return tuple(sorted(self.folder.glob(f"*{_IDENTIFIERS}")))

    def clear(self) -> None:
        """Nothing of it is needed any more."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _write(self, name: str, content: bytes) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        part = self.folder / f"{name}.part"
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(self.folder / name)


def identifiers_on(pages: Iterable[Path]) -> Iterator[list[str]]:
    """What stands on pages of identifiers. Raises SourceUnreadable where one of them is gone."""
    for path in pages:
        try:
            listed = path.read_text(encoding="utf-8")
        except OSError as error:
            raise SourceUnreadable(f"{path.name} can't be read: {error.strerror or error}.") from error
        yield [each for each in listed.split("\n") if each]


def _missing(provider: str, window: Window, reason: str) -> str:
    return f"{provider} can't give what changed from {window.words()}: {reason}"


def _name(number: int, began: str) -> str:
    """The page's name, as reports show it: unlike in every harvest, and in order."""
    return f"{began.replace(':', '').replace('-', '')}-{number:06}"

"""Reads the lists of a harvest page by page, and finds a way round what the provider can't give.

A list whose page fails is asked for again in halves of its time, down to a stretch that is fetched record by record:
one bad record costs one record.
"""

from urllib.parse import unquote

import structlog

from indexer.partners import Format
from indexer.progress import Progress
from indexer.readers.oai import Header
from indexer.sources.oai_pmh.answers import Page
from indexer.sources.oai_pmh.checkpoint import Checkpoint, Spool, identifiers_on
from indexer.sources.oai_pmh.formats import CANONICAL
from indexer.sources.oai_pmh.gaps import is_called_otherwise, may_lack_some, note_places
from indexer.sources.oai_pmh.provider import PageFailed, PageRepeated, Provider, Refused, TokenRefused, Verb
from indexer.sources.oai_pmh.rounds import Rounds, Verdict
from indexer.sources.oai_pmh.single_records import fetch_each, identifiers_in
from indexer.sources.oai_pmh.windows import Window, halves, is_short

# Records of a short stretch that are rather fetched one by one than narrowed down to.
_FEW = 100
# And of one that can't be narrowed: with a pause of a second, half an hour.
_MANY = 2000
# A bad record takes thirty halvings at most, from thirty years to a second; a provider that fails wherever it is asked,
# or takes no notice of the time, isn't worth many more.
_MOST_NARROWED = 150
# So many pages that one more request is nothing beside them.
_WORTH_ASKING = 5
_NOTHING = (
    "{} lists nothing any more{}, so nothing is taken out; `padu sync --remove` does that for a library that has left."
)

log = structlog.get_logger()


class Listing:
    """What is left of a checkpoint's lists. It is saved after every page."""

    def __init__(
        self, provider: Provider, spool: Spool, checkpoint: Checkpoint, kind: Format, within: str, progress: Progress
    ) -> None:
        self._provider = provider
        self._spool = spool
        self._at = checkpoint
        self._kind = kind
        self._set = {"set": within} if within else {}
        self._progress = progress
        self._rounds = Rounds(taken_up=bool(checkpoint.token))
        self._unquoted = self._failed = False

    def read(self) -> None:
        """To the end. Raises SourceUnreadable where the provider has gone; what came is kept."""
        while self._at.stage != "done":
            while self._at.windows:
                self._step(self._at.windows[0])
            self._next_stage()
            self._spool.save(self._at)

    def _next_stage(self) -> None:
        at = self._at
        at.begin_list()
        told = at.compare or is_called_otherwise(at)
        if at.stage == "records" and (told or (at.entire and may_lack_some(self._spool, at))):
            at.compare = True
            at.stage, at.windows = "identifiers", [Window()]
            return
        if at.stage == "identifiers" and at.compare:
            at.compared = any(identifiers_on(self._spool.identifier_pages()))
        if (at.whole and not at.page) or (at.compare and not at.compared):
            # It has broken; a library that closed is taken out by a command.
            within = "".join(f" in the set {each}" for each in self._set.values())
            at.reasons.append(_NOTHING.format(self._provider.name, within))
        at.stage = "done"

    def _step(self, window: Window) -> None:
        at = self._at
        verb: Verb = "ListRecords" if at.stage == "records" else "ListIdentifiers"
        try:
            page = self._provider.page(verb, self._arguments(window, at.token))
            verdict = self._rounds.verdict(page)
            if self._rounds.ends_early(page, at.token):
                self._end_early(window)
                return
        except TokenRefused as error:
            self._begin_again(window, f"it refuses its own resumption token {error}".strip())
        except PageRepeated as error:
            if not self._reads_token():
                self._narrow(window, str(error))
        except PageFailed as error:
            if not self._asks_again():
                self._narrow(window, str(error))
        except Refused as error:
            if error.code != "badArgument" or at.granularity == "day" or not window.arguments():
                raise
            at.ask_by_day()  # it claims seconds, and understands days
        else:
            self._failed = False
            self._keep(page, verdict)
        self._spool.save(at)

    def _arguments(self, window: Window, token: str) -> dict[str, str]:
        if token:
            return {"resumptionToken": token}
        return {"metadataPrefix": self._at.prefix, **self._set, **window.arguments()}

    def _asks_again(self) -> bool:
        """Whether a page is asked for once more: far into a list, all that came before it would have to come again."""
        again = self._at.page - self._at.first_page >= _WORTH_ASKING and not self._failed
        self._failed = again
        return again

    def _reads_token(self) -> bool:
        """Whether the token may be one that is written as an address has it ("offset%3D100") and read as it is meant.

        So SLiMS's oai.php does, which begins anew when it can't read one (its lib/oai-pmh.inc.php).
        """
        meant = unquote(self._at.token)
        if meant == self._at.token:
            return False
        self._at.token, self._unquoted = meant, True
        return True

    def _end_early(self, window: Window) -> None:
        """Once more from its start; what is missing even then is asked for by the next run."""
        told = self._rounds.ended_early()
        if self._at.begun_again:
            self._leave_window()
            self._at.give_up(window, self._provider.name, told)
        else:
            self._begin_again(window, told)
        self._spool.save(self._at)

    def _keep(self, page: Page, verdict: Verdict) -> None:
        at = self._at
        if verdict == "new":
            self._write(page.records, page.headers)
        at.token = "" if verdict == "over" else unquote(page.token) if self._unquoted else page.token
        if not at.token:
            self._leave_window()

    def _write(self, records: tuple[bytes, ...], headers: tuple[Header, ...] = ()) -> None:
        at = self._at
        if at.stage == "records" and records:
            at.page += 1
            self._spool.write_records(at.page, at.began, CANONICAL[self._kind], records)
            note_places(at, (each.identifier for each in headers))
        elif at.stage == "identifiers":
            at.page += 1
            living = [each.identifier for each in headers if each.identifier and not each.deleted]
            self._spool.write_identifiers(at.page, at.began, living)
        came = len(records) or len(headers)
        self._rounds.received += came
        self._progress.advance(came)

    def _leave_window(self) -> None:
        del self._at.windows[0]
        self._forget_window()

    def _forget_window(self) -> None:
        self._at.begin_list()
        self._rounds = Rounds()

    def _drop_pages(self) -> None:
        """What came of the list under way: it comes again."""
        self._spool.forget_pages(self._at.first_page)
        self._at.page = self._at.first_page - 1

    def _begin_again(self, window: Window, reason: str) -> None:
        """A token that expired: the list once more from its start, then in parts that are shorter."""
        if self._at.begun_again:
            self._narrow(window, reason)
            return
        log.info("list begun again", provider=self._provider.name, reason=reason)
        self._drop_pages()
        self._forget_window()
        self._at.begun_again = True

    def _narrow(self, window: Window, reason: str) -> None:
        at = self._at
        at.narrowed += 1
        self._provider.identify()  # raises where it isn't the page but the provider that has gone
        log.info("list narrowed", provider=self._provider.name, window=window.words(), reason=reason)
        self._drop_pages()
        enough = at.narrowed > _MOST_NARROWED
        parts = () if enough else halves(window, at.earliest, at.began, at.granularity)
        if not enough and at.stage == "records" and (is_short(window, at.earliest, at.began) or not parts):
            found = identifiers_in(self._provider, self._arguments(window, ""), _FEW if parts else _MANY)
            if found is not None:
                self._fetch_each(found, reason)
                self._leave_window()
                return
        self._forget_window()
        at.windows[0:1] = parts
        if not parts:
            at.give_up(window, self._provider.name, reason)

    def _fetch_each(self, identifiers: list[str], reason: str) -> None:
        records, refusals = fetch_each(self._provider, identifiers, self._at.prefix)
        self._at.refusals += refusals
        log.info("records fetched one by one", provider=self._provider.name, records=len(records), reason=reason)
        for start in range(0, len(records), _FEW):
            self._write(tuple(records[start : start + _FEW]))

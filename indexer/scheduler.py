"""Keeps syncing by each partner's schedule, until it is told to stop.

Each run is a process of its own, which gives its memory back and whose end, whatever ends it, ends nothing else. Runs
exclude each other by the store's lock, whoever starts them.
"""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from threading import Event

from discovery.command_end import complain, ended_by
from discovery.errors import PaduError
from indexer.console import OUT
from indexer.schedule import Schedule, Scheduled
from indexer.store.partner_states import partner_states
from indexer.store.publications import is_unfinished
from indexer.store.store import open_store

RETRY = timedelta(minutes=15)
# A failure that lasts waits for somebody: a refused deletion would have a partner harvested whole 96 times a day.
LONGEST_RETRY = timedelta(hours=6)
# How soon a change of padu.toml, or a sync by hand, is noticed.
_LOOK = timedelta(minutes=5)
# How far a clock may be ahead of another that is right too.
_SLACK = timedelta(hours=1)
_LONG_AGO = datetime.fromtimestamp(0, UTC)


@dataclass(slots=True)
class Diary:
    """What happened so far: `retries` holds those that failed, and when they are tried again; `waits` for how long each
    of them waits, twice as long after each failure; `synced` when each had been synced when it failed, if ever.
    `has_begun` says that the first look at what is due was taken.
    """

    retries: dict[str, datetime] = field(default_factory=dict)
    waits: dict[str, timedelta] = field(default_factory=dict)
    synced: dict[str, datetime | None] = field(default_factory=dict)
    has_begun: bool = False

    def due_at(self, code: str, schedule: Schedule, synced: datetime | None, now: datetime) -> datetime:
        """When a partner is to be synced next. One that never was is due.

        So is one that was in the future: by a clock that was wrong, and would have it wait until then. One that failed,
        and was synced by somebody else since, by a run that kept ours out perhaps, is tried by its schedule again.
        """
        retry = self.retries.get(code)
        is_known = synced is not None and synced <= now + _SLACK
        if retry is not None and retry <= now + LONGEST_RETRY and (synced == self.synced[code] or not is_known):
            return retry
        if synced is None or not is_known:
            return _LONG_AGO
        # By the clock on the wall: an hour with a fixed distance from UTC is another one in summer.
        return _moment(schedule.next_after(synced.astimezone().replace(tzinfo=None)), synced)

    def batches(self, due: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        """What to run together: those that went well last time; then each of those that didn't, by itself.

        All is said before the first of them runs: one that fails then waits its quarter of an hour.
        """
        steady = tuple(code for code in due if code not in self.retries)
        return (*((steady,) if steady else ()), *((code,) for code in due if code in self.retries))

    def note(
        self, batch: Sequence[str], succeeded: Sequence[str], status: int, now: datetime, synced: Mapping[str, datetime]
    ) -> None:
        """After a run: a partner that wasn't synced is tried again, and all where nothing could be published. `synced`
        is when each was before it, and by it.
        """
        failed = [code for code in batch if code not in succeeded]
        if not failed and status not in (0, 1):
            failed = list(batch)
        for code in batch:
            self.retries.pop(code, None)
            wait = self.waits.pop(code, None)
            if code in failed:
                self.waits[code] = min(wait * 2, LONGEST_RETRY) if wait else RETRY
                self.retries[code] = now + self.waits[code]
                self.synced[code] = synced.get(code)


def _moment(shown: datetime, after: datetime) -> datetime:
    """When the clock on the wall shows this time next. Never before `after`, or one run would follow another.

    In autumn it shows an hour twice. The hour that it skips in spring is over when it goes on.
    """
    first, second = sorted(shown.replace(fold=fold).astimezone() for fold in (0, 1))
    skipped = first.replace(tzinfo=None) != shown
    return second if skipped or first <= after else first


def keep_syncing(read: Callable[[], Scheduled]) -> None:
    """Sync what is due, wait, and so on; until SIGTERM or Ctrl-C, which end a run under way as they would by hand.

    `read` reads the settings, anew each time. A failure is told, and tried again, a log that can't be written to isn't
    even told; settings that are wrong from the start raise.
    """
    diary, stop = Diary(), Event()
    read()
    with _stopping(stop) as children:
        while not stop.is_set():
            try:
                pause = _round(read(), diary, stop, children)
            except (PaduError, OSError) as error:  # the second where no process could be started
                with suppress(OSError):
                    complain(str(error))
                pause = _LOOK
            stop.wait(max(1.0, min(pause, _LOOK).total_seconds()))
    OUT.print("Stopped.")


def _round(scheduled: Scheduled, diary: Diary, stop: Event, children: list[subprocess.Popen[bytes]]) -> timedelta:
    """Sync what is due; how long until something is again."""
    due = [code for code, moment in _moments(scheduled, diary).items() if moment <= _now()]
    if not due and not diary.has_begun:
        due = _left_half_done(scheduled)
    diary.has_begun = True
    for batch in diary.batches(due):
        if stop.is_set():
            break
        began = _now()
        with suppress(OSError):
            OUT.print(f"{began.astimezone():%Y-%m-%d %H:%M} syncing {', '.join(batch)}", highlight=False)
        before = _synced(scheduled.store_url)
        status = _run(batch, stop, children)
        synced = _synced(scheduled.store_url)
        succeeded = [code for code in batch if synced.get(code, _LONG_AGO) >= began.replace(microsecond=0)]
        diary.note(batch, succeeded, status, _now(), before | {code: synced[code] for code in succeeded})
    moments = _moments(scheduled, diary).values()
    return min(moments, default=_now() + _LOOK) - _now()


def _moments(scheduled: Scheduled, diary: Diary) -> dict[str, datetime]:
    synced, now = _synced(scheduled.store_url), _now()
    return {code: diary.due_at(code, each, synced.get(code), now) for code, each in scheduled.schedules.items()}


def _left_half_done(scheduled: Scheduled) -> list[str]:
    """Whom to sync where a run was ended, with its machine, before it had published what it had loaded.

    Any run publishes all of it, and nobody is due: what was loaded counts as synced. The partner that was last, as its
    source is the likeliest to answer.
    """
    with open_store(scheduled.store_url, writing=False) as store:
        if not is_unfinished(store):
            return []
    synced = _synced(scheduled.store_url)
    return sorted(scheduled.schedules, key=lambda code: synced.get(code, _LONG_AGO))[-1:]


def _synced(store_url: str) -> dict[str, datetime]:
    with open_store(store_url, writing=False) as store:
        states = partner_states(store)
    return {each.code: datetime.fromisoformat(each.last_synced) for each in states if each.last_synced}


def _run(batch: Sequence[str], stop: Event, children: list[subprocess.Popen[bytes]]) -> int:
    child = subprocess.Popen([sys.executable, "-m", "discovery", "sync", *batch])
    children.append(child)
    if stop.is_set():  # told to stop while the process started
        child.terminate()
    status = child.wait()
    children.remove(child)
    return status


@contextmanager
def _stopping(stop: Event) -> Iterator[list[subprocess.Popen[bytes]]]:
    """SIGTERM, Ctrl-C and the end of the terminal set `stop`, and reach the runs under way; but what nohup has us
    survive.
    """
    children: list[subprocess.Popen[bytes]] = []

    def told(_signal: int, _frame: object) -> None:
        stop.set()
        for child in children:
            child.terminate()

    with ended_by(told, signal.SIGTERM, signal.SIGINT):
        yield children


def _now() -> datetime:
    return datetime.now(UTC)

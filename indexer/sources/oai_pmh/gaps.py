"""What a comparison of identifiers shows that never came: shown after its datestamp, or called otherwise since.

An embargo ends, a backup is restored, another system takes over: none of it changes a datestamp, and no harvest of what
changed would ever bring it, while what stood under the old identifiers is taken out.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence, Set

import structlog

from indexer.partners import Format
from indexer.readers.oai import header_of, oai_records
from indexer.sources.files import SourceFile, opened
from indexer.sources.oai_pmh.checkpoint import Checkpoint, Spool, identifiers_on
from indexer.sources.oai_pmh.formats import CANONICAL
from indexer.sources.oai_pmh.provider import Provider
from indexer.sources.oai_pmh.single_records import fetch_each
from indexer.sources.oai_pmh.windows import Window

# Which of some identifiers stand for nothing that is there, and for nothing that was refused.
Unknown = Callable[[Collection[str]], Set[str]]

# More than so many aren't fetched one by one: with a pause of a second, half an hour.
MANY = 2000
_BATCH = 100
# Whose identifiers come from more places than that gathers from others, and gets new ones as a matter of course.
_MOST_PLACES = 20

log = structlog.get_logger()


def fill_gaps(
    provider: Provider, spool: Spool, at: Checkpoint, kind: Format, unknown: Unknown, before: tuple[Set[str], int]
) -> bool:
    """Fetch what is listed and unknown; whether it is so much that everything has to be asked for.

    `before` is what was asked for one by one already, and how much was unknown when everything was last asked for:
    what the provider lists and never gives is asked for once.
    """
    if not at.compared or at.filled:
        return False
    asked, absent = before
    gaps = _gaps(spool, unknown, {each.identifier for each in at.refusals})
    if gaps:
        log.info("records listed that never came", provider=provider.name, records=len(gaps))
    if len(gaps) - absent > MANY:
        _ask_for_everything(spool, at, len(gaps))
        return True
    at.absent = len(gaps) if len(gaps) > MANY else 0
    at.asked = [*at.asked, *(each for each in gaps if each in asked)]
    done = {*asked, *at.asked}
    wanted = [] if at.absent else [each for each in gaps if each not in done]
    for start in range(0, len(wanted), _BATCH):
        batch = wanted[start : start + _BATCH]
        _fetch(provider, spool, at, kind, batch)
        at.asked += batch
        spool.save(at)
    at.filled = True
    spool.save(at)
    return False


def ask_again(provider: Provider, spool: Spool, at: Checkpoint, kind: Format) -> None:
    """Fetch what the provider couldn't give the last time, unless it came by itself: who fails for a moment dates
    nothing anew afterwards.
    """
    if not at.again:
        return
    had = {*_identifiers(spool), *(each.identifier for each in at.refusals)}
    _fetch(provider, spool, at, kind, [each for each in at.again if each not in had])
    at.again = []
    spool.save(at)


def _fetch(provider: Provider, spool: Spool, at: Checkpoint, kind: Format, identifiers: Sequence[str]) -> None:
    records, refusals = fetch_each(provider, identifiers, at.prefix)
    if records:
        at.page += 1
        spool.write_records(at.page, at.began, CANONICAL[kind], records)
    at.refusals += refusals


def place_of(identifier: str) -> str:
    """Whose an identifier says that it is: "oai:katalog.example" of "oai:katalog.example:12"; "" where it says nothing.
    https://www.openarchives.org/OAI/2.0/guidelines-oai-identifier.htm
    """
    scheme, _, rest = identifier.partition(":")
    place, colon, _ = rest.partition(":")
    return f"oai:{place}" if scheme == "oai" and colon else ""


def note_places(at: Checkpoint, identifiers: Iterable[str]) -> None:
    """Whose identifiers came."""
    for each in identifiers:
        if (place := place_of(each)) and place not in at.places and len(at.places) <= _MOST_PLACES:
            at.places.append(place)


def is_called_otherwise(at: Checkpoint) -> bool:
    """Whether what changed came under identifiers of a place that none was of before: the provider has moved.

    What hasn't changed since then is listed under another identifier, and no harvest of changes tells of that.
    """
    return not at.entire and 0 < len(at.known_places) <= _MOST_PLACES and not {*at.places} <= {*at.known_places}


def may_lack_some(spool: Spool, at: Checkpoint) -> bool:
    """Whether records may have been left out: of a list that changed, or between the parts of one.

    Some providers take the day that a part ends with for its first second, or end the part before it. Where even parts
    can't be had, all identifiers can't either.
    """
    return (at.narrowed > 0 and not at.holes) or _came_twice(spool)


def _came_twice(spool: Spool) -> bool:
    """Whether a list gave a record more than once: it changed while it was read, and something may have been left out.

    Most providers count records from the beginning of the list; what is changed meanwhile goes to its end, and as many
    others move into the pages that were read already.
    """
    came: set[str] = set()
    for identifier in filter(None, _identifiers(spool)):
        if identifier in came:
            return True
        came.add(identifier)
    return False


def _gaps(spool: Spool, unknown: Unknown, refused: Set[str]) -> list[str]:
    came = {*refused, *_identifiers(spool)}
    gaps: dict[str, None] = {}
    for listed in identifiers_on(spool.identifier_pages()):
        fresh = [each for each in listed if each not in came]
        if fresh:
            missing = unknown(fresh)
            gaps.update(dict.fromkeys(each for each in fresh if each in missing))
    return list(gaps)


def _identifiers(spool: Spool) -> Iterator[str]:
    for path in spool.record_pages():
        with opened(SourceFile(path)) as stream:
            for record in oai_records(stream):
                yield header_of(record).identifier


def _ask_for_everything(spool: Spool, at: Checkpoint, absent: int) -> None:
    spool.forget_pages(1)
    at.stage, at.windows, at.whole = "records", [Window()], True
    at.compare = at.compared = at.begun_again = False
    at.token, at.page, at.first_page, at.narrowed = "", 0, 1, 0
    at.holes, at.reasons, at.refusals = [], [], []
    at.absent, at.filled = absent, True
    spool.save(at)

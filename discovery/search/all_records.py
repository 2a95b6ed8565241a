"""Every record of a catalogue, in parts of a few thousand: ids are hashes, so their first digits part them evenly."""

from collections.abc import Iterator
from itertools import product

from discovery.catalog.ids import DIGITS
from discovery.catalog.record import UnionRecord
from discovery.search.document import decode_display
from discovery.search.engine import SearchEngine
from discovery.search.request import WINDOW, SearchRequest
from discovery.search.tree import All, Starts

# Hashes spread evenly, to within a few per cent of this; the window is twice as wide.
_MOST_IN_A_PART = 5_000


def parts(engine: SearchEngine) -> tuple[str, ...]:
    """The beginnings of ids by which the whole catalogue is parted; ("",) for a small one."""
    total = engine.search(SearchRequest(tree=All(), size=1)).total
    length = 0
    while total > _MOST_IN_A_PART * len(DIGITS) ** length:
        length += 1
    return tuple("".join(digits) for digits in product(DIGITS, repeat=length))


def part(engine: SearchEngine, beginning: str) -> Iterator[UnionRecord]:
    """The records whose shown ids begin so, as many as the window of hits holds."""
    tree = Starts("id", beginning, keyword=True) if beginning else All()
    results = engine.search(SearchRequest(tree=tree, size=WINDOW))
    return (decode_display(hit.display) for hit in results.hits)


def is_part(text: str) -> bool:
    """Whether a text can be the beginning of ids."""
    return len(text) <= 4 and all(digit in DIGITS for digit in text)

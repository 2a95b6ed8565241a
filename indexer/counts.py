"""What a batch of changes does to the counts of headings and words."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

import msgspec
from msgspec.structs import replace

from discovery.search.document import decode_display
from discovery.search.engine import IndexWriter
from discovery.search.indexing import headings_of, index_document, words_of
from discovery.search.request import HeadingKind
from discovery.search.results import Heading, Word
from indexer.documents import Built
from indexer.headings import counted_headings, heading_rows

# A list and a key in it.
_Place = tuple[HeadingKind, str]


class Counts(msgspec.Struct, frozen=True):
    """Headings and words with the counts they are to have; 0 takes one out.

    `turned` are those of the headings that had no records before, have none any more, or are spelt otherwise.
    """

    headings: tuple[Heading, ...]
    words: tuple[Word, ...]
    turned: tuple[Heading, ...] = ()


def counts_after(writer: IndexWriter, ids: Sequence[str], built: Iterable[Built]) -> Counts:
    """The counts as they have to stand once the documents `ids` are replaced by what was `built` of them.

    Only what changes is in it. Absolute counts, so that writing them twice does no harm.
    """
    taken: Counter[Heading] = Counter()
    added: Counter[bytes] = Counter()
    words: Counter[str] = Counter()
    for display in writer.stored(ids):
        if display is not None:
            union = decode_display(display)
            taken.update(headings_of(union))
            words.subtract(words_of([index_document(union)]))
    for batch in built:
        added.update(batch.headings)
        words.update(batch.words)
    changed = list(_changed(writer, Counter(heading_rows(taken)), added))
    turned = tuple(new for old, new in changed if not (old and old.count and new.count and old.display == new.display))
    return Counts(tuple(new for _, new in changed), words_after(writer, words), turned)


def _changed(
    writer: IndexWriter, taken: Counter[bytes], added: Counter[bytes]
) -> Iterator[tuple[Heading | None, Heading]]:
    """Each heading that changes, as it stands and as it has to.

    What stands keeps the headings that it points to. It keeps its spelling too, unless more of what comes is spelt
    otherwise than stays of it altogether: how that is spelt, nobody counts.
    """
    coming, going = _by_place(added), _by_place(taken)
    touched = sorted({_place(row) for row in taken.keys() | added.keys() if taken[row] != added[row]})
    for place, old in zip(touched, writer.standing(touched), strict=True):
        new, most = coming.get(place, (None, 0))
        gone, _ = going.get(place, (None, 0))
        staying = max(0, (old.count if old else 0) - (gone.count if gone else 0))
        count = staying + (new.count if new else 0)
        shown = new if new and most > staying else old or new or gone
        if shown and (after := replace(shown, count=count, **_pointing(old))) != old:
            yield old, after


def _by_place(rows: Mapping[bytes, int]) -> dict[_Place, tuple[Heading, int]]:
    """The headings of these rows with their sums, and how many have the spelling that most have."""
    most: dict[_Place, int] = {}
    for row, count in rows.items():
        place = _place(row)
        most[place] = max(count, most.get(place, 0))
    return {(each.kind, each.key): (each, most[each.kind, each.key]) for each in counted_headings(sorted(rows.items()))}


def _place(row: bytes) -> _Place:
    kind, key, _ = row.decode().split("\0", 2)
    return cast(HeadingKind, kind), key  # heading_rows wrote it


def _pointing(old: Heading | None) -> dict[str, tuple[str, ...]]:
    return {"see": old.see, "see_also": old.see_also} if old else {}


def words_after(writer: IndexWriter, amounts: Mapping[str, int]) -> tuple[Word, ...]:
    """The words with the counts that they have once these amounts are added."""
    changed = [word for word, amount in amounts.items() if amount]
    standing = writer.word_counts(changed)
    return tuple(Word(word, max(0, count + amounts[word])) for word, count in zip(changed, standing, strict=True))

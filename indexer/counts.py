"""What a batch of changes does to the counts of headings and words."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from discovery.search.document import decode_display
from discovery.search.engine import IndexWriter
from discovery.search.indexing import headings_of, index_document, words_of
from discovery.search.results import Heading, Word
from indexer.documents import Built
from indexer.headings import counted_headings


class Counts(msgspec.Struct, frozen=True):
    """Headings and words with the counts they are to have; 0 takes one out.

    `turned` are those of the headings that had no records before, or have none any more.
    """

    headings: tuple[Heading, ...]
    words: tuple[Word, ...]
    turned: tuple[Heading, ...] = ()


def counts_after(writer: IndexWriter, ids: Sequence[str], built: Iterable[Built]) -> Counts:
    """The counts as they have to stand once the documents `ids` are replaced by what was `built` of them.

    Only what changes is in it. Absolute counts, so that writing them twice does no harm.
    """
    headings: dict[tuple[str, str], Heading] = {}
    amounts: Counter[tuple[str, str]] = Counter()
    words: Counter[str] = Counter()
    for display in writer.stored(ids):
        if display is not None:
            union = decode_display(display)
            _add(headings, amounts, headings_of(union), -1)
            words.subtract(words_of([index_document(union)]))
    for batch in built:
        _add(headings, amounts, counted_headings(sorted(batch.headings.items())), 1)
        words.update(batch.words)
    changed = _headings(writer, headings, amounts)
    turned = tuple(each for each in changed if each.count in (0, amounts[each.kind, each.key]))
    return Counts(changed, words_after(writer, words), turned)


def _add(
    headings: dict[tuple[str, str], Heading], amounts: Counter[tuple[str, str]], added: Iterable[Heading], sign: int
) -> None:
    for heading in added:
        place = (heading.kind, heading.key)
        headings[place] = heading
        amounts[place] += sign * heading.count


def _headings(
    writer: IndexWriter, headings: dict[tuple[str, str], Heading], amounts: Counter[tuple[str, str]]
) -> tuple[Heading, ...]:
    """What stands keeps its spelling and the headings it points to: only its count is another."""
    changed = [headings[place] for place, amount in amounts.items() if amount]
    standing = writer.standing([(heading.kind, heading.key) for heading in changed])
    return tuple(
        replace(old or heading, count=max(0, (old.count if old else 0) + amounts[heading.kind, heading.key]))
        for heading, old in zip(changed, standing, strict=True)
    )


def words_after(writer: IndexWriter, amounts: Mapping[str, int]) -> tuple[Word, ...]:
    """The words with the counts that they have once these amounts are added."""
    changed = [word for word, amount in amounts.items() if amount]
    standing = writer.word_counts(changed)
    return tuple(Word(word, max(0, count + amounts[word])) for word, count in zip(changed, standing, strict=True))

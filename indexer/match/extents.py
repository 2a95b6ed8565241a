"""What statements of extent say in numbers: pages, volumes, and the stretch of pages that an article fills."""

import re
from functools import lru_cache
from typing import Final

from discovery.analysis.fold import fold
from discovery.catalog.numerals import roman_number

_NUMBER: Final = re.compile(r"\d+")
# What is no count of pages: the size ("23 x 15 cm", "in-8°") and a count of something else ("12 plates").
_SIZE: Final = re.compile(r"[\d/ .,x×-]*\d\s*(?:cm|mm|in\b|°|vo\b).*")
# Letters without which there is no size; mostly it stands behind the semicolon, and is gone by then.
_OF_SIZES: Final = ("cm", "mm", "in", "°", "vo")
# Pages and leaves as catalogues in Latin, Cyrillic, Armenian, Arabic and Han letters call them, folded; in "2 h 30 min"
# the letter counts hours.
_COUNTED: Final = re.compile(
    r"\b\d*(?:p|pp|pgs?|pags?|paginas?|pages?|s|seiten?|h(?! ?\d)|hlmn?|hal|halaman|lembar|lba?r|lmbr|muka surat|blz|"
    r"bladzijden|bl|blatt|blatter|l|leaf|leaves|ff?|с|стр|л|էջ|ص|صفحه|页|ページ)\b"
)
# "1,042 p.", "1.042 S."; "25,992 p." are pages of preliminaries and of the text.
_THOUSANDS: Final = re.compile(r"(?<![\d.,])([1-9])[.,](\d{3})(?!\d)")
# A typewriter's one: "4l6 p.", "66l p."; "66 l." are leaves.
_TYPED_ONE: Final = re.compile(r"(?<=\d)l(?=\d|\s+p)")
_ROMAN: Final = re.compile(r"\W*([ivxlc]+)\b")
_VOLUMES: Final = re.compile(
    r"(\d+)\s*(?:v|vol|vols|volumes?|jil|jilid|bd|bde|bande|t|tomes|tomos|delen|pts?|parts?)\b"
)
# Nothing but a stretch of pages: an article's, or a volume's that is paged on from the one before.
_STRETCH: Final = re.compile(
    r"(?:(?:pp?|s|hlm|hal|halaman|pages?|seiten)\b\.?)?\s*\[?(\d{1,5})\]?\s*[-–—]\s*\[?(\d{1,5})\]?\s*"
    r"(?:(?:pp?|s|hlm|hal|halaman|pages?|seiten)\b\.?)?[\s.:]*"
)
# Of the counts in an extent no more are looked at: what follows are preliminaries and plates.
_MOST_COUNTS: Final = 4
# Fewer are leaves before the pages.
_FEWEST_PAGES: Final = 3
# "20 v. in 4", "2 jil. dalam satu": as many volumes bound in fewer.
_BOUND_IN: Final = re.compile(r"\b(?:in|dalam) (\d{1,2}|one|satu)\b")


@lru_cache(maxsize=16_384)
def extent_counts(statement: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The largest counts of pages that an extent states, and its numbers of volumes, each the largest first.

    "xiii, 294, [1] p., 100 plates ; 23 cm" says 294, 100, 13 pages and nothing of volumes, "20 v. in 4" 20 and 4.
    """
    extent = fold(statement).partition(";")[0]
    if any(letters in extent for letters in _OF_SIZES):
        extent = _SIZE.sub("", extent)
    volumes = _volumes(extent)
    if not _COUNTED.search(extent):
        return (), volumes
    counts = _counts(_TYPED_ONE.sub("1", _without_details(extent)))
    return tuple(sorted(counts, reverse=True)[:_MOST_COUNTS]), volumes


def _without_details(extent: str) -> str:
    """What stands before the colon, as "822 ill." are no pages; all of it where pages are counted behind it, or hardly
    any before: "3 p. : l., 5-180 p."
    """
    before, _, details = extent.partition(":")
    if not details or not _COUNTED.search(before) or _COUNTED.search(details):
        return extent
    found = _NUMBER.findall(before)
    return before if not found or max(map(int, found)) > _FEWEST_PAGES else extent


def _counts(extent: str) -> set[int]:
    """The numbers; none where the pages before them are more, as in "xxvi p., 2", of which the rest got lost."""
    found = {int(each) for each in _NUMBER.findall(extent) if len(each) < 6}
    found |= {int(thousands + rest) for thousands, rest in _THOUSANDS.findall(extent)}
    preliminaries = _ROMAN.match(extent)
    if preliminaries and found and roman_number(preliminaries[1]) > max(found):
        return set()
    return found


@lru_cache(maxsize=16_384)
def page_stretch(statement: str) -> tuple[int, int] | None:
    """The first and the last page where an extent says nothing else: "p. 223-338 : ill.", None where it does."""
    found = _STRETCH.fullmatch(fold(statement.partition(";")[0].partition(" : ")[0]).strip())
    return (int(found[1]), int(found[2])) if found and int(found[1]) < int(found[2]) else None


def _volumes(extent: str) -> tuple[int, ...]:
    """The largest number of volumes, and the one in which they are bound."""
    stated = max(map(int, _VOLUMES.findall(extent)), default=0)
    bound = _BOUND_IN.search(extent) if stated > 1 else None
    if bound is None:
        return (stated,) if stated else ()
    return (stated, int(bound[1]) if bound[1].isdigit() else 1)

"""What statements of extent say in pages and volumes, and what far-apart counts of pages tell."""

import pytest

from indexer.match.extents import extent_counts
from tests.indexer.match.descriptions import described, of, verdict_on

ISBN = "9789799731234"
COUNTS = {
    "xiii, 294, [1] p., 100 plates ; 23 cm": ((294, 100, 1), ()),
    "20 v. in 4": ((), (20, 4)),
    "1,042 p.": ((1042, 42, 1), ()),
    "1.042 S.": ((1042, 42, 1), ()),
    "2 v. in 1 (25,992p.)": ((992, 25, 2, 1), (2, 1)),
    "xviii, 4l6 p. : illus.": ((416,), ()),
    "xix, 66l p.": ((661,), ()),
    "66 l.": ((66,), ()),
    "528 p. : 822 ill. ; 28 cm": ((528,), ()),
    "3 p. : l., 5-180 p. col. front.": ((180, 5, 3), ()),
    "xxvi p., 2": ((), ()),
    "p. : 29 plates ; 8vo": ((), ()),
    "viii, 340 h. : ilus.": ((340,), ()),
    "2 h 30 min": ((), ()),
    "v, 77 lembar": ((77,), ()),
    "360 blz.": ((360,), ()),
    "400 с. : ил.": ((400,), ()),
    "157 էջ ; 20 սմ.": ((157,), ()),
    "51 صفحة": ((51,), ()),
    "220頁": ((220,), ()),
    "220 ページ": ((220,), ()),
}


@pytest.mark.parametrize(("statement", "counts"), COUNTS.items(), ids=COUNTS)
def test_an_extent_is_counted_in_pages_and_volumes(
    statement: str, counts: tuple[tuple[int, ...], tuple[int, ...]]
) -> None:
    """Whatever pages are called, and without what counts illustrations or lost its rest."""
    assert extent_counts(statement) == counts


def test_a_leaflet_is_no_volume_of_its_name() -> None:
    """Two publications of one office in one year: the preliminary count, and the census."""
    leaflet, volume = (of(described("Sensus penduduk", extent=extent)) for extent in ("4 p.", "36 p."))
    assert not verdict_on(leaflet, volume).same


def test_one_isbn_stands_on_both_though_their_pages_are_far_apart() -> None:
    """A mistyped count is likelier than a mistyped ISBN on the same title."""
    one, other = (of(described(isbn=ISBN, extent=extent)) for extent in ("6 hlm.", "56 hlm."))
    assert verdict_on(one, other).same


def test_pages_that_differ_less_may_be_counted_otherwise() -> None:
    """With the preliminaries, or without."""
    assert verdict_on(of(described(extent="300 hlm.")), of(described(extent="344 hlm."))).same

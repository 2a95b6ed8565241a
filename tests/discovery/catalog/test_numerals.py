"""Numbers in Indonesian words."""

import pytest

from discovery.catalog.numerals import with_digits

WRITTEN = {
    "negeri lima menara": "negeri 5 menara",
    "kisah dua puluh lima nabi": "kisah 25 nabi",
    "seribu satu malam": "1001 malam",
    "tiga ratus enam puluh lima hari": "365 hari",
    "kelas sebelas": "kelas 11",
    "kelas dua belas": "kelas 12",
    "kelas duabelas": "kelas 12",
    "dua puluh": "20",
    "satu dua tiga": "1 2 3",
    "sepuluh satu": "10 1",
    "dua puluh sepuluh": "20 10",
    "belas kasih": "belas kasih",
    "bumi manusia": "bumi manusia",
}


@pytest.mark.parametrize(("words", "digits"), WRITTEN.items(), ids=WRITTEN)
def test_number_in_words_is_one_in_digits(words: str, digits: str) -> None:
    assert " ".join(with_digits(words.split())) == digits

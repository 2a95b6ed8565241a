"""What libraries say of a copy, in the languages that they say it in."""

import pytest

from indexer.crosswalks.statuses import status_in


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("", ""),
        ("Tersedia", ""),
        ("Available", ""),
        ("Dapat dipinjam", ""),
        ("Dipinjam", "on_loan"),
        ("sedang dipinjam", "on_loan"),
        ("Checked out", "on_loan"),
        ("CHECKEDOUT", "on_loan"),
        ("Tidak dapat dipinjam", "not_for_loan"),
        ("Hanya di tempat", "not_for_loan"),
        ("Baca di tempat", "not_for_loan"),
        ("No Loan", "not_for_loan"),
        ("Rusak", "damaged"),
        ("Rusak berat", "damaged"),
        ("Hilang", "gone"),
        ("Hilang saat dipinjam", "gone"),
        ("LOSTCLOSED", "gone"),
        ("Withdrawn", "gone"),
        ("Cancelled", "gone"),
        ("Dijilid", "in_repair"),
        ("INPROCESS", "in_process"),
        ("On order", "on_order"),
        ("INTRANSIT", "in_transit"),
        ("Sedang diolah", "in_process"),
        ("Out", "on_loan"),  # Polaris, Athenaeum
        ("Out-ILL", "on_loan"),
        ("Loaned Out", "on_loan"),  # Destiny
        ("Held", "on_hold"),
        ("Out of the way", ""),
        ("Canceled Transit", ""),  # Evergreen: of the copy's way, not of the copy
        ("Blossom room", ""),
        ("STACKS", ""),
    ],
)
def test_words_of_a_status_are_understood(words: str, status: str) -> None:
    assert status_in(words) == status

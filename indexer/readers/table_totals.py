"""Rows that sum up what stands above them, and are no titles."""

import re
from collections.abc import Mapping

_SUM = r"(?:sub|grand)?[ -]?(?:jumlah|total|jml)"
_TOTAL = re.compile(
    _SUM + r"(?:\s+(?:total|seluruh(?:nya)?|keseluruhan|semua|akhir|buku|koleksi|judul|eksemplar|eks|hal\.?|halaman"
    r"|ini|per|dan|s[./]?d\.?|sampai|dengan|hingga|lalu|yang|dari|ke|berikut(?:nya)?|sebelumnya|terdahulu|(?:di)?pindah(?:kan|an)"
    r"))*\W*",
    re.IGNORECASE,
)
# With the name of what is summed up: "Jumlah Karya Umum", "Sub total kelas VII".
_TOTAL_OF = re.compile(_SUM + r"\b.{1,60}", re.IGNORECASE)
# What a sum is, or what is left of it where its formula refers to nothing.
_AMOUNT = re.compile(r"(?:Rp\.?\s*)?[\d.,]+(?:\s*\w{1,10})?\W*|#[A-Z/0]{3,6}[!?]?|Err:\d{3}")


def may_sum(text: str) -> bool:
    """Whether a row of this text, without case, is worth a closer look."""
    return "jumlah" in text or "total" in text or "jml" in text


def is_total(cells: Mapping[str, str], numbers: frozenset[str]) -> bool:
    """Whether a row sums up what stands above it: "Jumlah", and amounts.

    `numbers` names the column that numbers rows, if there is one: a row without such a number may say of what it is the
    total, too. "Jumlah penduduk" with one is a title.
    """
    said = [cell.strip() for cell in cells.values() if not _AMOUNT.fullmatch(cell.strip())]
    if not len(said) == 1 < len(cells):
        return False
    unnumbered = bool(numbers) and not any(cells.get(name, "").strip()[:1].isdigit() for name in numbers)
    return _TOTAL.fullmatch(said[0]) is not None or (unnumbered and _TOTAL_OF.fullmatch(said[0]) is not None)

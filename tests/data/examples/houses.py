"""The demo's libraries and how each of them catalogues.

No two libraries describe a book in one way, and a union catalogue has to see through that. So each house has its
own habits: which ISBN it writes, whether names are inverted, which subject vocabulary, which punctuation.
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class House:
    """One library's cataloguing habits."""

    letter: str
    code: str
    file: str
    agency: str
    branches: tuple[str, str]  # the general and the rare collection
    isbn: Literal["10", "13", "hyphenated"] = "13"
    names: Literal["inverted", "direct"] = "inverted"  # direct: Indonesian names stand as they are signed
    life_dates: bool = True
    old_spelling: bool = False
    relators: Literal["", "term", "code"] = ""
    vocabularies: tuple[str, ...] = ("id",)
    dutch_headings: bool = False  # Dutch books keep the headings of the Dutch catalogue
    full_transcription: bool = True
    isbd: bool = True
    rda: bool = False  # 264 and 33X; else 260 and a medium in 245 $h
    medium: Literal["id", "en"] = "id"
    links: bool = False  # 240 and 765 for the original of a translation; else a note
    traced_series: bool = False
    local_call_number: bool = False  # INDOMARC's 084
    copyright_dates: bool = False
    marc8: bool = False


NATIONAL = House(
    letter="n", code="id-nus", file="nusantara.mrc", agency="ID-NUS", branches=("Layanan Umum", "Koleksi Langka"),
    relators="term", dutch_headings=True, rda=True, links=True, traced_series=True, local_call_number=True,
)  # fmt: skip
UNIVERSITY = House(
    letter="u", code="id-mrp", file="merapi.mrc", agency="ID-MRP", branches=("Perpustakaan Pusat", "Ruang Naskah"),
    isbn="10", life_dates=False, relators="code", vocabularies=("en",), medium="en", links=True, traced_series=True,
)  # fmt: skip
PUBLIC = House(
    letter="p", code="id-kbg", file="kembang.mrc", agency="ID-KBG", branches=("Gedung Utama", "Koleksi Langka"),
    names="direct", life_dates=False, full_transcription=False, isbd=False, marc8=True,
)  # fmt: skip
MARITIME = House(
    letter="b", code="id-bhr", file="bahari.xml", agency="ID-BHR", branches=("Ruang Baca", "Arsip Kolonial"),
    isbn="hyphenated", vocabularies=("id", "en"), dutch_headings=True, rda=True, copyright_dates=True,
)  # fmt: skip
ISLAMIC = House(
    letter="i", code="id-sbi", file="serambi.xml.gz", agency="ID-SBI", branches=("Ruang Baca", "Kitab Lama"),
    old_spelling=True, full_transcription=False,
)  # fmt: skip
ARTS = House(
    letter="s", code="id-wdy", file="widya.mrc", agency="ID-WDY", branches=("Ruang Baca", "Koleksi Langka"),
    life_dates=False, old_spelling=True, vocabularies=("en", "id"), full_transcription=False, medium="en",
)  # fmt: skip
HOUSES = (NATIONAL, UNIVERSITY, PUBLIC, MARITIME, ISLAMIC, ARTS)
SCHOOL_LETTER = "c"
SCHOOL_FILE = "cendana.csv"

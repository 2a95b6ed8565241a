"""Labels: codes in the reader's language."""

from typing import get_args

import pytest

from discovery.catalog.holding import CopyStatus
from discovery.catalog.library import LibraryKind
from discovery.catalog.publication import Publication
from discovery.catalog.record import Carrier, Description, Title, Type
from discovery.catalog.roles import role_codes
from discovery.labels import vocabulary
from discovery.labels.imprint import imprint
from discovery.labels.labels import make_labels
from discovery.labels.translations import choose_locale
from discovery.search.fields import FACETS
from tests.catalogues import SITE

ID, EN = make_labels(SITE, "id"), make_labels(SITE, "en")


@pytest.mark.parametrize(
    ("facet", "value", "indonesian", "english"),
    [
        ("library", "id-amn", "Perpustakaan AMN", "AMN Library"),
        ("library", "id-unknown", "id-unknown", "id-unknown"),
        ("type", "serial", "Terbitan berkala", "Serial"),
        ("carrier", "online", "Daring", "Online"),
        ("language", "min", "Minangkabau", "Minangkabau"),
        ("language", "nl", "Belanda", "Dutch"),
        ("class", "200", "200 Agama", "200 Religion"),
        ("class", "X", "X", "X"),
        ("year", "1990-1999", "1990–1999", "1990–1999"),
        ("year", "-50--41", "-50--41", "-50--41"),
        ("audience", "j", "Anak dan remaja", "Children and young people"),
        ("audience", "SMA", "SMA", "SMA"),
        ("online", "online", "Tersedia daring", "Available online"),
        ("translation", "translation", "Karya terjemahan", "Translated works"),
        ("author", "aut", "aut", "aut"),
    ],
)
def test_values_are_named_in_each_language(facet: str, value: str, indonesian: str, english: str) -> None:
    assert (ID.value(facet, value), EN.value(facet, value)) == (indonesian, english)


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        (vocabulary.FACETS, FACETS),
        (vocabulary.TYPES, get_args(Type)),
        (vocabulary.CARRIERS, get_args(Carrier)),
        (vocabulary.LIBRARY_KINDS, get_args(LibraryKind)),
        (vocabulary.COPY_STATUSES, get_args(CopyStatus)),
    ],
)
def test_every_code_that_can_occur_has_a_name(table: dict[str, str], codes: tuple[str, ...]) -> None:
    assert set(table) == set(codes)


@pytest.mark.parametrize(
    ("publication", "line"),
    [
        (Publication("Jakarta", "Hasta Mitra", "1980", 1980), "Jakarta : Hasta Mitra, 1980"),
        (Publication("", "Hasta Mitra", "", 1980), "Hasta Mitra, 1980"),
        (Publication("Jakarta", "", "[199-?]", 1990), "Jakarta, [199-?]"),
        (Publication(year=0), "0"),
        (Publication(), ""),
    ],
)
def test_an_imprint_leaves_out_what_is_not_known(publication: Publication, line: str) -> None:
    assert imprint(Description(Title("X"), publication=publication)) == line


@pytest.mark.parametrize(
    ("asked", "accepted", "default", "chosen"),
    [
        ("en-GB", "", "id", "en"),
        ("EN", "", "id", "en"),
        ("zz", "en", "id", "en"),
        ("", "*", "id", "id"),
        ("", "en;q=", "id", "id"),
        ("", ",;,;q=1,", "id", "id"),
        ("", "", "zz", "en"),
    ],
)
def test_the_locale_is_one_we_speak(asked: str, accepted: str, default: str, chosen: str) -> None:
    assert choose_locale(asked, accepted, default) == chosen


@pytest.mark.parametrize(
    ("code", "english", "indonesian"),
    [
        ("dgs", "degree supervisor", "pembimbing"),
        ("crr", "corrector", "korektor"),
        ("enj", "enacting jurisdiction", "yurisdiksi penetap"),
        ("lbt", "librettist", "penulis libreto"),
        ("x-x", "x-x", "x-x"),
    ],
)
def test_what_somebody_did_is_said_in_words(code: str, english: str, indonesian: str) -> None:
    assert (EN.role(code), ID.role(code)) == (english, indonesian)


@pytest.mark.parametrize(
    "code",
    [
        *role_codes("abridger"),
        *role_codes("vocalist"),
        *role_codes("pembimbing"),
        *role_codes("penerima surat"),
        *role_codes("penyalin naskah"),
        *role_codes("production company"),
        *role_codes("project director"),
        *role_codes("consultant"),
        *role_codes("penjual buku"),
        *role_codes("presenter"),
        *role_codes("librettist"),
        *role_codes("corrector"),
        *role_codes("kolektor"),
        *role_codes("engraver"),
        *role_codes("book producer"),
        *role_codes("penulis skenario"),
        *role_codes("penyumbang"),
        *role_codes("juru kamera"),
        *role_codes("tergugat"),
        *role_codes("penyunting film"),
        *role_codes("penyelenggara"),
        *role_codes("host institution"),
        *role_codes("honoree"),
        *role_codes("correspondent"),
        *role_codes("book designer"),
        *role_codes("transcriber"),
        *role_codes("production designer"),
        *role_codes("plaintiff"),
        *role_codes("dedicator"),
        *role_codes("curator"),
    ],
)
def test_a_role_that_is_read_from_words_has_words(code: str) -> None:
    arabic = make_labels(SITE, "ar").role(code)
    assert EN.role(code) != code
    assert not arabic.isascii()

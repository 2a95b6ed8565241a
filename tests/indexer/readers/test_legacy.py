"""Text that isn't UTF-8 is read in the character set that its letters speak for, whatever the leader says."""

import pytest

from indexer.readers.encoding import decode, encoding_of
from indexer.readers.marc21 import read_marc21
from tests.indexer.readers.iso2709_builder import iso2709

WESTERN = [
    "L'été à Genève",
    "Über die Straße, für Schüler",
    "El niño español en América: educación y canción",
    "Histoire générale des français",
    "São Paulo: educação, ciência e tecnologia",
    "Smørrebrød på dansk: en kogebog for børn, små og større",
    "La sociologia com a ciència",
]
MARC8 = [
    (b"L'\xe2et\xe2e \xe1a Gen\xe1eve", "L'été à Genève"),
    (b"Antonin Dvo\xe9r\xe2ak, Leo\xe9s Jan\xe2a\xe9cek", "Antonin Dvořák, Leoš Janáček"),
    (b"Ra\xf2hm\xe5an, \xf2Hasan, Man\xf2s\xe5ur", "Raḥmān, Ḥasan, Manṣūr"),
    (b"Rossi\xebi\xeca, na\xebt\xecsional\xa7nyi", "Rossii\ufe20a\ufe21, nat\ufe20s\ufe21ionalʹnyi"),
    (b"K\xb2benhavn og Vanl\xb2se", "København og Vanløse"),
    (b"Jess \xa2rnsbo", "Jess Ørnsbo"),
    (b"Qur\xaean", "Qurʼan"),
    (b"Fran\xf0coise C\xe3ot\xe2e", "Françoise Côté"),
    (b"Stg. BZZT\xe3oH", "Stg. BZZTôH"),
    (b"Commer\xf0cants fran\xf0cais", "Commerçants français"),
    (b"Cristina Vi\xe4nes, Espa\xe4na", "Cristina Viñes, España"),
    (b"Editura Militar\xe6a, Bucure\xf7sti", "Editura Militară, București"),
]


@pytest.mark.parametrize("scheme", [b" ", b"a"])
@pytest.mark.parametrize("text", WESTERN)
def test_windows_1252_is_read_as_that_and_told(text: str, scheme: bytes) -> None:
    read = read_marc21(iso2709(((b"001", b"1"), (b"245", b"10\x1fa" + text.encode("cp1252"))), scheme=scheme))
    assert [*read.fields["245"][0].subfields] == [("a", text)]
    assert read.problems == ("encoding",)


@pytest.mark.parametrize("scheme", [b" ", b"a"])
@pytest.mark.parametrize(("raw", "text"), MARC8)
def test_marc8_is_read_as_that(raw: bytes, text: str, scheme: bytes) -> None:
    read = read_marc21(iso2709(((b"001", b"1"), (b"245", b"10\x1fa" + raw)), scheme=scheme))
    assert [*read.fields["245"][0].subfields] == [("a", text)]
    assert read.problems == ()


@pytest.mark.parametrize(("scheme", "encoding"), [(b" ", "marc-8"), (b"a", "cp1252")])
def test_signs_that_speak_for_neither_are_read_as_the_leader_lets_expect(scheme: bytes, encoding: str) -> None:
    assert encoding_of(iso2709(((b"001", b"1"), (b"020", b"  \x1fc\xa39.95")), scheme=scheme)) == encoding


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        pytest.param(b"10\x1fa\x88Die \x89Geretteten", "\x98Die \x9cGeretteten", id="an article"),
        pytest.param(b"10\x1fa\x1b(3eg\x8eGdj\x1b(B", "مه\u200cالي", id="in another character set"),
    ],
)
def test_control_characters_of_marc8_are_kept(raw: bytes, text: str) -> None:
    read = read_marc21(iso2709(((b"001", b"1"), (b"245", raw)), scheme=b" "))
    assert [value for _, value in read.fields["245"][0].subfields] == [text]


def test_control_characters_do_not_change_what_stands_between_them() -> None:
    """Each stretch is in the character set that was chosen before it, of G0 and of G1."""
    plain = b"\x1b(3eg\x1b)QGdj\x1b(B n\x1b)E\xe2a"
    for mark, kept in ((b"\x8d", "\u200d"), (b"\x8e", "\u200c")):
        marked = plain.replace(b"eg", b"e" + mark + b"g").replace(b" n", mark + b" n")
        assert decode(marked, "marc-8").replace(kept, "") == decode(plain, "marc-8")
        assert decode(marked, "marc-8").count(kept) == 2

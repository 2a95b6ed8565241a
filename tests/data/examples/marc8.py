"""Writes text in MARC-8, the character coding of older systems; pymarc can only read it.

https://www.loc.gov/marc/specifications/speccharmarc8.html: a mark comes before its letter, and an escape sequence
switches to Arabic or to the three-byte codes of Chinese and Japanese and back.
"""

import unicodedata
from functools import cache

from pymarc import Record, Subfield
from pymarc.marc8_mapping import CODESETS

ASCII, ANSEL, ARABIC, EAST_ASIAN = 0x42, 0x45, 0x33, 0x31
ESCAPES = {ASCII: b"\x1b(B", ARABIC: b"\x1b(3", EAST_ASIAN: b"\x1b$1"}


def encode_record(record: Record) -> bytes:
    """The record in ISO 2709 with every subfield in MARC-8."""
    for field in record.get_fields():
        if not field.is_control_field():
            field.subfields = [Subfield(code, encode(text).decode("latin-1")) for code, text in field.subfields]
    return bytes(record.as_marc())


def encode(text: str) -> bytes:
    """MARC-8 of one subfield; it ends, as it began, in ASCII. Raises KeyError for a character that has no code."""
    output, current = bytearray(), ASCII
    for letter, marks in _letters(text):
        charset, code = _code(letter)
        wanted = ASCII if charset == ANSEL else charset
        if wanted != current:
            output += ESCAPES[wanted]
            current = wanted
        output += b"".join(_code(mark)[1] for mark in marks) + code
    return bytes(output + (b"" if current == ASCII else ESCAPES[ASCII]))


def _letters(text: str) -> list[tuple[str, str]]:
    """Each letter with its combining marks; one that has its own code stays whole."""
    letters: list[tuple[str, str]] = []
    for whole in unicodedata.normalize("NFC", text.replace("ʿ", "ʻ")):
        known = ord(whole) in _codes()
        for character in whole if known else unicodedata.normalize("NFD", whole):
            if unicodedata.combining(character) and letters:
                letters[-1] = (letters[-1][0], letters[-1][1] + character)
            else:
                letters.append((character, ""))
    return letters


def _code(character: str) -> tuple[int, bytes]:
    charset, code = _codes()[ord(character)]
    return charset, code.to_bytes(3 if charset == EAST_ASIAN else 1, "big")


@cache
def _codes() -> dict[int, tuple[int, int]]:
    """Unicode to charset and code; of two charsets the earlier listed wins."""
    codes: dict[int, tuple[int, int]] = {}
    for charset in (ASCII, ANSEL, ARABIC, EAST_ASIAN):
        for code, (unicode, _) in CODESETS[charset].items():
            codes.setdefault(unicode, (charset, code))
    return codes

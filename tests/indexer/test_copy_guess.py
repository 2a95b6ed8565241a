"""Copies in a field of the partner's own: what a dry run says of them."""

import json
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from pymarc import Field, Indicators, Record, Subfield

from indexer.copy_guess import suggested_copies
from tests.indexer.crosswalks.marc.building import marc
from tests.indexer.installations import installed, padu


def catalogue(*patterns: Callable[[int], str], size: int = 40) -> list[tuple[str, ...]]:
    """So many records with a class, and a field for each pattern, made from the record's number."""
    made = []
    for at in range(size):
        fields = (f"001 {at:06}", f"082 04 $a {100 + at}.5", *(pattern(at) for pattern in patterns))
        made.append(tuple(each for each in fields if each))
    return made


def guessed(*patterns: Callable[[int], str], size: int = 40) -> tuple[str, ...]:
    return suggested_copies(marc(*fields) for fields in catalogue(*patterns, size=size))


def aleph(at: int) -> str:
    return f"Z30 _1 $1 {'FIB' if at % 3 else 'FMIPA'} $5 B{3000 + at} $h {100 + at}.5 TOE $8 20200101 $o BUKU"


def inventory(at: int) -> str:
    return f"990 __ $a {at:05}/PNRI/2015"


def test_field_with_the_records_class_and_a_number_of_its_own_is_told_with_its_subfields() -> None:
    said, *lines = guessed(aleph)
    assert said == (
        "No copies were found, but field Z30 may hold them, in 40 of 40 records. If so, put this below its [[partner]] "
        "in padu.toml:"
    )
    assert lines == [
        "[partner.copies]",
        'field = "Z30"',
        'call_number = "h"                    # 100.5 TOE, 101.5 TOE, 102.5 TOE',
        'number = "5"                         # B3000, B3001, B3002',
        '# shelf = "1"                        # or library, branch, status? FIB, FMIPA',
        '# shelf = "o"                        # or library, branch, status? BUKU',
    ]
    assert tomllib.loads("\n".join(["[[partner]]", *lines])) == {
        "partner": [{"copies": {"field": "Z30", "call_number": "h", "number": "5"}}]
    }


def test_numbers_alone_tell_copies_in_the_field_for_inventories_or_where_a_record_has_several() -> None:
    assert guessed(inventory)[1:] == (
        "[partner.copies]",
        'field = "990"',
        'number = "a"                         # 00000/PNRI/2015, 00001/PNRI/2015, 00002/PNRI/2015',
    )
    number = "960 __ $b {}".format
    assert guessed(lambda at: number(f"K{at:05}"))[1:] == ()
    assert guessed(lambda at: number(f"K{at:05}"), lambda at: "" if at else number("K99999"))[1:3] == (
        "[partner.copies]",
        'field = "960"',
    )


@pytest.mark.parametrize(
    "pattern",
    [
        lambda at: f"907 __ $a .b{at:06} $b 16-02-18",  # the record's own number
        lambda at: "994 __ $a C0 $b GPO",
        lambda at: f"955 __ $a Catatan {at}",
        lambda at: f"920 __ $a {100 + at}.5 TOE" if at % 3 == 0 else "",
    ],
    ids=("own number", "codes", "notes", "in few records"),
)
def test_field_that_tells_no_copy_is_passed_over(pattern: Callable[[int], str]) -> None:
    assert guessed(pattern) == ()


def test_few_records_tell_nothing() -> None:
    assert guessed(aleph, size=19) == ()


def iso2709(fields: tuple[str, ...]) -> bytes:
    record = Record(force_utf8=True)
    record.leader = "00000nam a2200000 a 4500"
    for text in (*fields, f"245 10 $a Judul {fields[0][4:]}"):
        tag, _, rest = text.partition(" ")
        marks, *parts = rest.split("$")
        record.add_field(
            Field(
                tag,
                Indicators(marks[0].replace("_", " "), marks[1].replace("_", " ")),
                [Subfield(part[0], part[2:].strip()) for part in parts],
            )
            if parts
            else Field(tag, data=rest)
        )
    return record.as_marc()


def test_dry_run_says_which_settings_would_read_the_copies_until_they_stand_there(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": [iso2709(fields) for fields in catalogue(aleph)]})
    said = padu(settings, "sync", "--dry-run").stdout
    assert '[partner.copies]\nfield = "Z30"\ncall_number = "h"' in said
    (shown,) = json.loads(padu(settings, "sync", "--dry-run", "--json").stdout)
    lines = shown["copies"][1:]
    settings.write_text(settings.read_text() + "\n".join(lines) + "\n")
    (shown,) = json.loads(padu(settings, "sync", "--dry-run", "--json").stdout)
    assert (shown["copies"], shown["sample"][0]["call_numbers"], shown["sample"][0]["copies"]) == ([], ["100.5 TOE"], 1)


def test_dry_run_says_nothing_of_copies_that_were_found(tmp_path: Path) -> None:
    koha = catalogue(lambda at: f"952 __ $a UI $b FIB $o {100 + at}.5 $p B{at:05}")
    settings = installed(tmp_path, {"id-a": [iso2709(fields) for fields in koha]})
    (shown,) = json.loads(padu(settings, "sync", "--dry-run", "--json").stdout)
    assert shown["copies"] == []

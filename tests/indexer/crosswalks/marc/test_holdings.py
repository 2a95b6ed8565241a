"""Who has it: https://www.loc.gov/marc/holdings/hd852.html, hd863865.html, hd866868.html."""

import pytest

from discovery.catalog.holding import Holding, Link, Stretch
from discovery.catalog.runs import parse_run
from indexer.crosswalks.marc.holdings import map_holdings
from indexer.partners import LibraryRule
from tests.indexer.crosswalks.marc.building import marc

UI = LibraryRule("id-ui")


def holdings(*fields: str, rule: LibraryRule = UI) -> tuple[Holding, ...]:
    return map_holdings(marc(*fields), partner="ui", rule=rule)


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (
            "852 0_ $a PSt $b UP-PAT $c STACKS $h PR9400 $i .M43 $t 1 $x pribadi $z Hanya dibaca di tempat",
            Holding("id-ui", "UP-PAT", "STACKS", "PR9400 .M43", 1, "", "Hanya dibaca di tempat"),
        ),
        ("852 4_ $b YCL $b YCL $c Dewasa $j FIC $p 318670 $z Available", Holding("id-ui", "YCL", "Dewasa", "FIC", 1)),
        ("852 __ $a Perpustakaan Jafet $e Jalan Bliss", Holding("id-ui", "Perpustakaan Jafet")),
        ("852 __ $b A $t 1-3", Holding("id-ui", "A", copies=3)),
        ("852 __ $b A $u https://x.id/buku $u ftp://x", Holding("id-ui", "A", links=(Link("https://x.id/buku"),))),
        (
            "952 __ $0 0 $1 0 $a UI $b FIB $c Umum $o 899 TOE $p 0001 $z Rusak",
            Holding("id-ui", "FIB", "Umum", "899 TOE", 1, "", "Rusak"),
        ),
        (
            "949 __ $a ML 102 J3 $w LC $i 30007 $l HUNT-CIRC $m HUNT",
            Holding("id-ui", "HUNT", "HUNT-CIRC", "ML 102 J3", 1),
        ),
        (
            "999 __ $a PT1 .A1 $w LC $i X0001 $l STACKS $m ALDERMAN $k CHECKEDOUT",
            Holding("id-ui", "ALDERMAN", "STACKS", "PT1 .A1", 1),
        ),
        ("995 __ $b MED $f 0001 $k 843 SAR $e Salle", Holding("id-ui", "MED", "Salle", "843 SAR", 1)),
    ],
)
def test_copy_field_of_each_system_is_a_holding(field: str, expected: Holding) -> None:
    assert holdings(field) == (expected,)


@pytest.mark.parametrize(
    "field",
    [
        "952 __ $0 1 $a UI $b FIB $o 899 $p 0001",
        "952 __ $1 2 $a UI $b FIB $o 899 $p 0001",
        "999 __ $a PT1 $w LC $i X0001 $l WITHDRAWN $m ALDERMAN",
        "999 __ $a PT1 $w LC $i X0001 $l STACKS $k LOST-NRO $m ALDERMAN",
        "999 __ $a PT1 $w LC $i X0001 $l ORD-CANCLD $m ALDERMAN",
        "852 __ $b A $c Hilang",
        "852 __ $b A $z Missing",
        "852 __ $b A $x suppressed",
    ],
)
def test_record_whose_copies_are_gone_has_no_owner(field: str) -> None:
    assert holdings(field) == ()


def test_suppressed_koha_record_has_no_owner() -> None:
    assert holdings("942 __ $n 1", "952 __ $a UI $b FIB $o 899 $p 0001") == ()


def test_copies_on_one_shelf_are_counted_together() -> None:
    fields = [
        "952 __ $a UI $b FIB $o 899 TOE $p 1",
        "952 __ $a UI $b FIB $o 899 TOE $p 2",
        "952 __ $a UI $b FEB $o 899 TOE $p 3",
        "952 __ $0 1 $a UI $b FIB $o 899 TOE $p 4",
    ]
    assert holdings(*fields) == (
        Holding("id-ui", "FIB", call_number="899 TOE", copies=2),
        Holding("id-ui", "FEB", call_number="899 TOE", copies=1),
    )


@pytest.mark.parametrize(
    "note", ["949 __ $a AVR", "952 __ $a Library has 2 copies.", "995 __ $a 03-29-93", "999 __ $c 255 $d 255"]
)
def test_local_note_under_a_copy_tag_is_no_copy(note: str) -> None:
    assert holdings(note) == (Holding("id-ui"),)


@pytest.mark.parametrize(
    ("field", "call_number"),
    [
        ("084 __ $a 899.221 3 TOE b", "899.221 3 TOE b"),
        ("084 __ $a 330 $2 sdnb", ""),
        ("090 __ $a PL5089.T8 $b B8 1980", "PL5089.T8 B8 1980"),
        ("090 __ $a b", ""),
        ("099 __ $a 893.785 $a Aq26", "893.785 Aq26"),
        ("245 10 $a X", ""),
    ],
)
def test_record_without_copy_fields_belongs_to_its_catalogue(field: str, call_number: str) -> None:
    assert holdings(field) == (Holding("id-ui", call_number=call_number),)


@pytest.mark.parametrize(
    ("rule", "library", "branch"),
    [
        (LibraryRule(), "ui", "FIB"),
        (LibraryRule("id-ui"), "id-ui", "FIB"),
        (LibraryRule("", "852$b", (("FIB", "id-ui-fib"),)), "id-ui-fib", ""),
        (LibraryRule("id-ui", "852$b", (("FEB", "id-ui-feb"),)), "id-ui", "FIB"),
        (LibraryRule("", "852$b", (("FEB", "id-ui-feb"),)), "ui", "FIB"),
        (LibraryRule("", "852$a", (("UI", "id-ui"),)), "id-ui", "FIB"),
        (LibraryRule("", "040$a", (("ID-JaUI", "id-ui"),)), "id-ui", "FIB"),
    ],
)
def test_library_comes_from_the_partners_code(rule: LibraryRule, library: str, branch: str) -> None:
    assert holdings("040 __ $a ID-JaUI", "852 __ $a UI $b FIB $h 899", rule=rule) == (
        Holding(library, branch, call_number="899"),
    )


def test_field_that_names_the_library_is_trusted_before_852() -> None:
    rule = LibraryRule("", "952$a", (("UI", "id-ui"),))
    assert holdings("852 __ $b lain", "952 __ $a UI $b FIB $o 899 $p 1", rule=rule) == (
        Holding("id-ui", "FIB", call_number="899", copies=1),
    )


def test_library_of_a_record_without_copy_fields_comes_from_the_rule_too() -> None:
    rule = LibraryRule("", "040$a", (("ID-JaUI", "id-ui"),))
    assert holdings("040 __ $a ID-JaUI", rule=rule) == (Holding("id-ui"),)
    assert holdings("040 __ $a DLC", rule=rule) == (Holding("ui", "DLC"),)


def test_runs_go_to_the_852_that_shares_their_number() -> None:
    fields = [
        "852 __ $8 1 $b A",
        "852 __ $8 2 $b B",
        "866 _0 $8 2.1 $a 1971-1998",
        "866 _0 $8 1.1 $a v.1-6",
        "867 _0 $8 1.2 $a 1975",
        "866 _0 $8 0 $a current issues only",
    ]
    assert holdings(*fields) == (
        Holding("id-ui", "A", run="v.1-6; current issues only; suppl. 1975", stretches=(Stretch(None, None, 1, 6),)),
        Holding("id-ui", "B", run="1971-1998", stretches=(Stretch(1971, 1998),)),
    )


@pytest.mark.parametrize(
    ("fields", "run"),
    [
        (
            [
                "853 2_ $8 1 $a v. $b no. $i (year)",
                "863 _1 $8 1.1 $a 1 $b 1 $i 1995",
                "863 _1 $8 1.2 $a 2 $i 1996",
                "863 _1 $8 1.3 $i 1999",
            ],
            "1995-1996, 1999",
        ),
        (["853 2_ $8 1 $a (year) $b (season)", "863 _1 $8 1.1 $a 2007 $b 21"], "2007"),
        (["853 2_ $8 1 $a v.", "863 _0 $8 1.1 $a 1-6", "863 _0 $8 1.2 $a 8"], "v.1-6, v.8"),
        (["853 2_ $8 1 $a v. $i (year)", "863 _0 $8 1.1 $a 1-6 $i 1971-1976"], "v.1-6 (1971-1976)"),
        (["863 _1 $a 4"], "4"),
        (["866 __ $z Hanya nomor terbaru"], "Hanya nomor terbaru"),
        (["853 2_ $8 1 $a v.", "863 _0 $8 1.1 $a 1-6", "866 _0 $a v.1-6 lengkap"], "v.1-6 lengkap"),
    ],
)
def test_run_of_a_serial_is_read_by_its_captions(fields: list[str], run: str) -> None:
    assert holdings("852 __ $b A", *fields) == (Holding("id-ui", "A", run=run, stretches=parse_run(run)),)
    assert holdings(*fields) == (Holding("id-ui", run=run, stretches=parse_run(run)),)

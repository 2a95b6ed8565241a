"""Who has it: https://www.loc.gov/marc/holdings/hd852.html, hd863865.html, hd866868.html."""

import pytest

from discovery.catalog.holding import Holding, Link, Stretch
from discovery.catalog.runs import parse_run
from indexer.crosswalks.marc.copy_numbers import map_copy_numbers
from indexer.crosswalks.marc.holdings import map_holdings
from indexer.partners import CopyRule, LibraryRule
from tests.indexer.crosswalks.marc.building import leader, marc

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
            Holding("id-ui", "ALDERMAN", "STACKS", "PT1 .A1", 1, statuses=(("on_loan", 1),)),
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


@pytest.mark.parametrize(
    ("flags", "statuses"),
    [
        ("$0 0 $1 0 $4 0 $7 0", ()),
        ("$q 2026-12-01", (("on_loan", 1),)),
        ("$7 1", (("not_for_loan", 1),)),
        ("$7 -1", (("on_order", 1),)),
        ("$5 1", (("not_for_loan", 1),)),
        ("$4 1", (("damaged", 1),)),
        ("$4 1 $7 1", (("not_for_loan", 1),)),
    ],
)
def test_koha_flag_is_what_hinders_the_copy(flags: str, statuses: tuple[tuple[str, int], ...]) -> None:
    assert [each.statuses for each in holdings(f"952 __ $a UI $b FIB $o 899 $p 1 {flags}")] == [statuses]


@pytest.mark.parametrize(
    ("said", "status"),
    [("$y BK", ()), ("$y REF", (("not_for_loan", 1),)), ("$y REF $q 2026-12-01", (("on_loan", 1),)), ("$8 REF", ())],
)
def test_partner_may_say_what_any_subfield_of_a_copy_means(said: str, status: tuple[tuple[str, int], ...]) -> None:
    rule = LibraryRule("id-ui", statuses=(("y=REF", "not_for_loan"), ("y=LAMA", "withdrawn")))
    found = holdings(f"952 __ $a UI $b FIB $o 899 $p 1 {said}", "952 __ $a UI $b FEB $p 2 $y LAMA", rule=rule)
    assert [each.statuses for each in found] == [status]


def test_koha_copy_stands_in_its_collection_where_no_shelf_is_named_and_has_its_own_address() -> None:
    fields = ("952 __ $a UI $b FIB $8 REF $p 1 $u https://x.id/1 $x rahasia", "952 __ $a UI $b FIB $8 REF $c RAK $p 2")
    assert holdings(*fields) == (
        Holding("id-ui", "FIB", "REF", copies=1, links=(Link("https://x.id/1"),)),
        Holding("id-ui", "FIB", "RAK", copies=1),
    )


def test_states_of_the_copies_on_one_shelf_are_counted() -> None:
    fields = [f"949 __ $a PT1 $w LC $i {number} $l RAK $m FIB{state}" for number, state in enumerate(_STATES)]
    assert holdings(*fields) == (
        Holding("id-ui", "FIB", "RAK", "PT1", 5, statuses=(("on_loan", 2), ("in_repair", 1), ("not_for_loan", 1))),
    )


_STATES = ("", " $k CHECKEDOUT", " $k Dipinjam", " $k BINDERY", " $k Tidak dipinjamkan", " $k Hilang")


OWN = CopyRule("999", library="a", shelf="b", call_number="c", status="sx")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("", ()),
        ("$s D", (("on_loan", 1),)),
        ("$s 2", (("damaged", 1),)),
        ("$x 2", ()),
        ("$s LOST-IN-SPACE", ()),
        ("$s W", None),
        ("$s lost", None),
    ],
)
def test_partners_own_copy_field_and_words_count(said: str, expected: tuple[tuple[str, int], ...] | None) -> None:
    statuses = {"D": "on_loan", "s=2": "damaged", "W": "withdrawn", "LOST-IN-SPACE": "available"}
    rule = LibraryRule("id-ui", copies=OWN, statuses=tuple(statuses.items()))
    found = holdings(f"999 __ $a FIB $b Rak $c 899 {said}", rule=rule)
    assert found == (
        () if expected is None else (Holding("id-ui", "FIB", "Rak", "899", 1, statuses=expected),)  # type: ignore[arg-type]
    )


SHELVES = ["852 __ $8 1 $b A $c RAK", "866 _0 $8 1 $a v.1-2", "852 __ $8 2 $b B $c RAK", "866 _0 $8 2 $a v.1"]
ITEM = "999 __ $w LC $m {} $l {} $i {} $a PT1 v.{}"


def test_items_say_how_many_copies_an_852_stands_for() -> None:
    items = [
        ITEM.format("A", "RAK", 1, 1),
        ITEM.format("A", "RAK", 2, 2) + " $k CHECKEDOUT",
        ITEM.format("B", "X", 3, 1),
    ]
    assert holdings(*SHELVES, *items) == (
        Holding(
            "id-ui", "A", "RAK", "PT1", 2, "v.1-2", stretches=(Stretch(None, None, 1, 2),), statuses=(("on_loan", 1),)
        ),
        Holding("id-ui", "B", "RAK", run="v.1", stretches=(Stretch(None, None, 1, 1),)),
        Holding("id-ui", "B", "X", "PT1 v.1", 1),
    )


def test_an_852_whose_branch_has_lost_its_items_is_out_of_date() -> None:
    items = [ITEM.format("A", "RAK", 1, 1), ITEM.format("B", "WITHDRAWN", 2, 1)]
    assert [each.branch for each in holdings(*SHELVES, *items)] == ["A"]


def test_items_under_other_branch_names_than_852_are_not_counted_twice() -> None:
    assert [each.branch for each in holdings(*SHELVES, ITEM.format("C", "RAK", 1, 1))] == ["A", "B"]
    rule = LibraryRule("id-ui", copies=CopyRule("999", library="m", call_number="a"))
    assert [each.branch for each in holdings(*SHELVES, ITEM.format("C", "RAK", 1, 1), rule=rule)] == ["C"]


@pytest.mark.parametrize(
    ("marks", "run"),
    [
        (["AP2 v.1 1990", "AP2 v.2 1991", "AP2 v.4 1993"], "v.1-2 (1990-1991), v.4 (1993)"),
        (["AP2 1990", "AP2 1991/92"], "1990, 1991/92"),
        (["AP2 Oct.1-15 1990", "AP2 Mei 1 1991"], "Oct.1-15 1990, Mei 1 1991"),
        (["AP2 v.1 1990", "AP2 v.2 1991", "AP2 Suppl. 3"], "v.1 1990, v.2 1991, Suppl. 3"),
    ],
)
def test_volumes_on_shelf_marks_of_a_serial_are_its_run(marks: list[str], run: str) -> None:
    fields = [f"949 __ $a {mark} $w LC $i {number} $l RAK $m FIB" for number, mark in enumerate(marks)]
    found = map_holdings(marc(*fields, leader=leader(level="s")), partner="ui", rule=UI)
    assert found == (Holding("id-ui", "FIB", "RAK", "AP2", len(marks), run, stretches=parse_run(run)),)
    assert len(map_holdings(marc(*fields), partner="ui", rule=UI)) == len(marks)


def test_suppressed_koha_record_has_no_owner() -> None:
    assert holdings("942 __ $n 1", "952 __ $a UI $b FIB $o 899 $p 0001") == ()


def test_holdings_that_alma_publishes_are_places_with_their_items() -> None:
    fields = [
        "AVA __ $8 22 $a 01UI $b FIB $c Rak terbuka $d QA76 .B5 $e available $f 2 $g 0 $j open $q Perpustakaan FIB",
        "AVA __ $8 23 $b FEB $c Berkala $d Z1 $e check_holdings $j per $v v.1-10 (1990-1999)",
    ]
    assert holdings(*fields) == (
        Holding("id-ui", "Perpustakaan FIB", "Rak terbuka", "QA76 .B5", 2),
        Holding("id-ui", "FEB", "Berkala", "Z1", 1, "v.1-10 (1990-1999)", stretches=(Stretch(1990, 1999, 1, 10),)),
    )


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
    ("text", "run"),
    [
        ("2000/2001 - 2003/2004", "2000/2001 - 2003/2004; 2004/2005"),
        ("2000-2005", "2000-2005"),
        ("2000-", "2000-"),
        ("v.1-3", "v.1-3"),
        ("current issues only", "current issues only"),
    ],
)
def test_enumeration_beside_a_text_is_what_came_since(text: str, run: str) -> None:
    fields = ["853 2_ $8 1 $a (year)", "863 _1 $8 1.1 $a 2004/2005", f"866 __ $a {text}"]
    assert [each.run for each in holdings("852 __ $b A", *fields)] == [run]


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
            "v.1-2 (1995-1996), 1999",
        ),
        (
            [
                "853 2_ $8 1 $a v. $b no. $i (year)",
                "863 _1 $8 1.1 $a 1 $b 1 $i 1995",
                "863 _1 $8 1.2 $a 1 $b 2 $i 1996",
                "863 _1 $8 1.3 $a 3 $i 1997",
                "863 _1 $8 1.4 $a 5 $i 1999",
            ],
            "v.1 (1995-1996), v.3 (1997), v.5 (1999)",
        ),
        (
            ["853 2_ $8 1 $a v. $i (year)", "863 _0 $8 1.1 $a 1-2 $i 1990", "863 _0 $8 1.2 $a 3-4 $i 1991"],
            "v.1-4 (1990-1991)",
        ),
        (
            ["853 2_ $8 1 $a v. $i (year)", "863 _1 $8 1.1 $a 30 $i 1950", "863 _1 $8 1.2 $a 1 $i 1951"],
            "v.30 (1950), v.1 (1951)",
        ),
        (["853 2_ $8 1 $a v.", "863 _1 $8 1.10 $a 3", "863 _1 $8 1.9 $a 2", "863 _1 $8 1.8 $a 1"], "v.1-3"),
        (["853 2_ $8 1 $a v. $i (year)", "863 _0 $8 1.1 $a 6- $i 1995"], "v.6- (1995)"),
        (
            [
                "853 2_ $8 1 $a v. $i (year)",
                "863 _1 $8 1.1 $a 1 $i 1990",
                "863 _1 $8 1.2 $a 2 $i 1991",
                "863 _1 $8 1.3 $a 3- $i 1992-",
            ],
            "v.1-2 (1990-1991), v.3- (1992-)",
        ),
        (
            [
                "853 2_ $8 1 $a v. $b no. $i (year)",
                "863 _1 $8 1.1 $a 5 $b 11 $i 1999",
                "863 _1 $8 1.2 $a 5 $b 12 $i 1999/2000",
                "863 _1 $8 1.3 $a 6 $b 1 $i 2000",
            ],
            "v.5-6 (1999-2000)",
        ),
        (
            [
                "853 2_ $8 1 $a v. $i (year)",
                "863 _1 $8 1.1 $a 1 $i 2004/2005",
                "863 _1 $8 1.2 $a 2 $i 2005/2006",
            ],
            "v.1 (2004/2005), v.2 (2005/2006)",
        ),
        (["853 2_ $8 1 $a v. $i (year)", "863 _1 $8 1.1 $a 1 $i 1990", "863 _1 $8 1.2 $a 2"], "v.1 (1990), v.2"),
        (
            [
                "853 2_ $8 1 $a ser. $b v. $i (year)",
                "863 _0 $8 1.1 $a 1 $b 1-10 $i 1900-1909",
                "863 _0 $8 1.2 $a 2 $b 1-9 $i 1910-1918",
            ],
            "ser.1, v.1-10 (1900-1909), ser.2, v.1-9 (1910-1918)",
        ),
        (["853 2_ $8 1 $a (year) $b v. $c no.", "863 _1 $8 1.1 $a 1990 $b 5 $c 1"], "v.5 (1990)"),
        (["853 2_ $8 1 $a +v. $i (year)", "863 _0 $8 1.1 $a 1-3 $i 1990-1992"], "v.1-3 (1990-1992)"),
        (["853 2_ $8 1 $a [Bd.] $i (year)", "863 _0 $8 1.1 $a 1-3 $i 1990-1992"], "Bd.1-3 (1990-1992)"),
        (
            ["853 2_ $8 1 $a v. $i (tahun H) $m (tahun M)", "863 _0 $8 1.1 $a 1-3 $i 1405-1407 $m 1985-1987"],
            "v.1-3 (1985-1987)",
        ),
        (["863 00 $a Judul lain dari terbitan ini"], ""),
        (["853 2_ $8 1 $a (year) $b (season)", "863 _1 $8 1.1 $a 2007 $b 21"], "2007"),
        (["853 2_ $8 1 $a v.", "863 _0 $8 1.1 $a 1-6", "863 _0 $8 1.2 $a 8"], "v.1-6, v.8"),
        (["853 2_ $8 1 $a Jg. $i (Jahr)", "863 _0 $8 1.1 $a 1-6 $i 1971-1976"], "Jg.1-6 (1971-1976)"),
        (["853 2_ $8 1 $a v. $i (thn.) $j (bln.)", "863 _1 $8 1.1 $a 1 $i 1971 $j 02"], "v.1 (1971)"),
        (["853 2_ $8 1 $a (année)", "863 _1 $8 1.1 $a 1971", "863 _1 $8 1.2 $a 1972"], "1971-1972"),
        (["853 2_ $8 1 $a tahun ke- $i (year)", "863 _1 $8 1.1 $a 5 $i 1971"], "tahun ke-5 (1971)"),
        (["853 2_ $8 1 $a année $i (année)", "863 _1 $8 1.1 $a 5 $i 1971"], "année 5 (1971)"),
        (["853 2_ $8 1 $a v. $i (year)", "863 _0 $8 1.1 $a 1-6 $i 1971-1976"], "v.1-6 (1971-1976)"),
        (["863 _1 $a 4"], "4"),
        (["853 2_ $8 1 $a v. $i (year)", "863 _1 $a 5 $i 1990", "863 _1 $a 6 $i 1991"], "v.5-6 (1990-1991)"),
        (["853 2_ $a v. $i (year)", "863 _1 $8 1.1 $a 5 $i 1990", "863 _1 $8 1.2 $a 6 $i 1991"], "v.5-6 (1990-1991)"),
        (["853 2_ $8 1 $a (year)", "863 _1 $a 1990", "863 _1 $a 1991"], "1990-1991"),
        (["853 2_ $8 1 $a v.", "853 2_ $8 2 $a Jg.", "863 _1 $a 5 $i 1990"], "1990"),
        (["853 2_ $8 1 $a v. $i (year)", "863 _1 $8 1.1 $a 1 $i 昭和55年"], "v.1 (昭和55年)"),
        (["853 2_ $8 1 $a v. $i (year H)", "863 _1 $8 1.1 $a 1 $i 1405"], "v.1 (1405 H)"),
        (["853 2_ $8 1 $a v. $i (tahun H) $m (tahun M)", "863 _0 $8 1.1 $a 1 $i 1405 $m 1985"], "v.1 (1985)"),
        (["866 __ $z Hanya nomor terbaru"], "Hanya nomor terbaru"),
        (["853 2_ $8 1 $a v.", "863 _0 $8 1.1 $a 1-6", "866 _0 $a v.1-6 lengkap"], "v.1-6 lengkap"),
    ],
)
def test_run_of_a_serial_is_read_by_its_captions(fields: list[str], run: str) -> None:
    assert holdings("852 __ $b A", *fields) == (Holding("id-ui", "A", run=run, stretches=parse_run(run)),)
    assert holdings(*fields) == (Holding("id-ui", run=run, stretches=parse_run(run)),)


@pytest.mark.parametrize(
    ("fields", "run", "note"),
    [
        (
            ["853 2_ $8 1 $a v. $i (year)", "863 _0 $8 1.1 $a 5-8 $i 1954-1957", "867 _1 $8 0 $a 1965"],
            "v.5-8 (1954-1957); suppl. 1965",
            "",
        ),
        (["863 _0 $8 1.1 $i 1954", "868 _1 $8 0 $a v.1-20"], "1954; index v.1-20", ""),
        (["866 _0 $a 1950-1959 $z 1955 rusak"], "1950-1959", "1955 rusak"),
        (["863 _0 $8 1.1 $i 1954 $z tanpa no. 3 $x beli lagi"], "1954", "tanpa no. 3"),
        (["854 2_ $8 1 $i (year)", "864 _0 $8 1.1 $i 1960", "866 _0 $a 1950-1959"], "1950-1959; suppl. 1960", ""),
        (["864 _0 $8 1.1 $i 1960", "867 _0 $a Lampiran 1960"], "suppl. Lampiran 1960", ""),
        (["866 _0 $a 1950-1959", "867 _0 $a v.1 (1970); v.2 (1980)"], "1950-1959; suppl. v.1 (1970), v.2 (1980)", ""),
        (["854 2_ $8 1 $a Suppl. $i (year)", "864 _0 $8 1.1 $a 1 $i 1960"], "Suppl.1 (1960)", ""),
        (["854 2_ $8 1 $a v.", "864 _0 $8 1.1 $a 2 $o Daftar anggota"], "suppl. Daftar anggota v.2", ""),
    ],
)
def test_enumeration_gives_way_only_to_words_about_the_same_units(fields: list[str], run: str, note: str) -> None:
    assert holdings("852 __ $b A", *fields) == (Holding("id-ui", "A", run=run, note=note, stretches=parse_run(run)),)
    assert holdings(*fields) == (Holding("id-ui", run=run, note=note, stretches=parse_run(run)),)


def test_further_statements_on_supplements_are_no_part_of_the_run() -> None:
    (holding,) = holdings("866 _0 $a 1950-1959", "867 _0 $a v.1 (1970); v.2 (1980)", "868 _0 $a 1950-54; 1955-59")
    assert holding.stretches == (Stretch(1950, 1959),)


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("$8 1.2 $a v.11-15 (2000-2004)", "v.1-10 (1990-1999); v.11-15 (2000-2004)"),
        ("$a v.11- (2000-)", "v.1-10 (1990-1999); v.11- (2000-)"),
        ("$8 0 $a v.11- (2000-)", "v.11- (2000-)"),
        ("$a v.5-15 (1994-2004)", "v.5-15 (1994-2004)"),
    ],
)
def test_enumeration_of_earlier_years_stands_before_the_text(text: str, run: str) -> None:
    fields = ["853 2_ $8 1 $a v. $i (year)", "863 _0 $8 1.1 $a 1-10 $i 1990-1999", f"866 _0 {text}"]
    assert [each.run for each in holdings("852 __ $b A", *fields)] == [run]


def test_enumeration_of_one_library_stands_beside_the_words_of_another() -> None:
    fields = [
        "852 __ $8 1 $b A",
        "852 __ $8 2 $b B",
        "866 _0 $8 1.1 $a 1971-1998",
        "853 2_ $8 2 $a v. $i (year)",
        "863 _0 $8 2.1 $a 1 $i 1980",
    ]
    assert [(each.branch, each.run) for each in holdings(*fields)] == [("A", "1971-1998"), ("B", "v.1 (1980)")]


def test_all_runs_that_copies_of_a_shelf_name_stand_beside_the_words_of_866() -> None:
    copies = [f"952 __ $a UI $b FIB $o K $p {number} $h {run}" for number, run in ((1, "2018"), (2, "2019"))]
    assert [(each.copies, each.run) for each in holdings(*copies, "866 _0 $a 1965-1971")] == [
        (2, "2018, 2019; 1965-1971")
    ]


@pytest.mark.parametrize(
    ("fields", "numbers"),
    [
        (("952 __ $a UI $p 00123 $i INV/7", "952 __ $a UI $p 00124 $0 1"), ("00123", "INV/7", "00124")),
        (("949 __ $a PT1 $w LC $i X0001 $l STACKS $m MAIN",), ("X0001",)),
        (("949 __ $i bukan eksemplar",), ()),
        (("852 4_ $b YCL $j FIC $p 318670", "852 8_ $b YCL"), ("318670",)),
        (("852 4_ $a Umum $b YCL $c FIC $g 318671",), ("318671",)),
        (("876 __ $p 1",), ()),
    ],
)
def test_numbers_on_the_labels_of_copies_are_kept(fields: tuple[str, ...], numbers: tuple[str, ...]) -> None:
    assert map_copy_numbers(marc(*fields), rule=UI) == numbers


def test_number_is_where_padu_toml_says_that_it_is() -> None:
    rule = LibraryRule("id-ui", copies=CopyRule("990", call_number="a", number="z"))
    assert map_copy_numbers(marc("990 __ $a PT1 $z 0012/P", "990 __ $z tanpa"), rule=rule) == ("0012/P",)


def test_copies_that_have_nothing_but_a_number_stand_under_the_record_s_mark() -> None:
    rule = LibraryRule("id-ui", copies=CopyRule("990", number="a"))
    record = marc("245 00 $a Bumi", "084 __ $a 899.221 TOE b", "990 __ $a 00123/2010", "990 __ $a 00124/2010")
    assert map_holdings(record, partner="ui", rule=rule) == (Holding("id-ui", call_number="899.221 TOE b", copies=2),)
    assert map_copy_numbers(record, rule=rule) == ("00123/2010", "00124/2010")


SIERRA = "945 __ $a 813.5 $b TOE $g 1 $i 30001 $j 0 $l ma01a $o - $p 8.00 $s - $t 1 $u 5 $y .i10592830 $z 02-17-04"


def test_item_of_sierra_is_known_by_its_number_whatever_letters_a_library_sets() -> None:
    """Many 945s are somebody's note; ".i10592830" is the number that the system gave to a copy."""
    assert holdings(SIERRA) == (Holding("id-ui", "", "ma01a", "813.5 TOE", 1),)
    own_letters = "945 __ $f J $a 170:Z18aA $g 1 $i 01002234 $j .i1293737x $l u0503"
    assert holdings(own_letters) == (Holding("id-ui", "", "u0503", "170:Z18aA", 1),)
    assert map_copy_numbers(marc(SIERRA, own_letters), rule=UI) == ("30001", "01002234")
    for note in ("945 __ $a F $b 1 $c 0412", "945 __ $l xwb", "945 __ $a ada $l rak .i1"):
        assert holdings(note, "084 __ $a 813.5") == (Holding("id-ui", "", "", "813.5"),), note


@pytest.mark.parametrize(
    ("code", "statuses"),
    [("t", (("in_transit", 1),)), ("!", (("on_hold", 1),)), ("o", (("not_for_loan", 1),)), ("x", ())],
)
def test_status_of_sierra_is_a_code(code: str, statuses: tuple[tuple[str, int], ...]) -> None:
    assert [each.statuses for each in holdings(SIERRA.replace("$s -", f"$s {code}"))] == [statuses]


@pytest.mark.parametrize("code", ["m", "n", "$"])
def test_item_of_sierra_that_is_missing_or_billed_is_no_copy(code: str) -> None:
    gone = SIERRA.replace("$s -", "$s ?")
    fields = marc(gone)
    field = next(iter(fields.get("945")))
    field.subfields = [(each, code if value == "?" else value) for each, value in field.subfields]
    assert map_holdings(fields, partner="ui", rule=UI) == ()


def test_item_of_sierra_without_a_mark_has_the_records() -> None:
    assert holdings("945 __ $i 30001 $l ma01a $s - $y .i10592830", "084 __ $a 899 TOE") == (
        Holding("id-ui", "", "ma01a", "899 TOE", 1),
    )


def test_items_without_a_branch_are_at_the_852_that_tells_only_a_place() -> None:
    place = "852 __ $a Perpustakaan Jafet $e Jalan Bliss"
    assert holdings(place, SIERRA) == (Holding("id-ui", "Perpustakaan Jafet", "ma01a", "813.5 TOE", 1),)
    assert holdings(place, SIERRA.replace("$s -", "$s m")) == ()
    other = "852 __ $a Arsip"
    assert holdings(place, other, SIERRA) == (Holding("id-ui", "Perpustakaan Jafet"), Holding("id-ui", "Arsip"))


def test_shelf_mark_of_050_ends_before_the_other_classes() -> None:
    assert holdings("050 00 $a QA3 $b .L28 no. 727 $a QA377") == (Holding("id-ui", "", "", "QA3 .L28 no. 727"),)
    assert holdings("099 __ $a A $a 1842 $a .U546") == (Holding("id-ui", "", "", "A 1842 .U546"),)


def test_switches_that_evergreen_exports_tell_what_is_not_lent_or_not_shown() -> None:
    copy = "852 4_ $b BR1 $b BR1 $c Stacks $j FIC $p 318670 $x {} $x {} $x {} $x {} $z {}"
    lent = Holding("id-ui", "BR1", "Stacks", "FIC", 1)
    reading_room = Holding("id-ui", "BR1", "Stacks", "FIC", 1, statuses=(("not_for_loan", 1),))
    away = Holding("id-ui", "BR1", "Stacks", "FIC", 1, statuses=(("on_loan", 1),))
    assert holdings(copy.format("nonreference", "holdable", "circulating", "visible", "Available")) == (lent,)
    assert holdings(copy.format("nonreference", "holdable", "noncirculating", "visible", "Available")) == (
        reading_room,
    )
    assert holdings(copy.format("reference", "unholdable", "circulating", "visible", "Available")) == (reading_room,)
    assert holdings(copy.format("nonreference", "holdable", "noncirculating", "visible", "Checked out")) == (away,)
    assert holdings(copy.format("nonreference", "holdable", "circulating", "hidden", "Available")) == ()

"""Subfields that were none: what a program took for a delimiter was a sign of the text."""

import pytest

from indexer.crosswalks.marc.glued_codes import unglued
from indexer.crosswalks.marc.notes import map_notes
from indexer.crosswalks.marc.title import map_title
from tests.indexer.crosswalks.marc.building import marc


@pytest.mark.parametrize(
    ("field", "title"),
    [
        (
            "245 10 $a Peta 1⁰ $x 2⁰ $q uadrangle, Maine $h [microform] /",
            "Peta 1⁰ x2⁰ quadrangle, Maine",
        ),
        ("245 10 $a Tagihan sebesar $2 32.31. 22 Juni 1942.", "Tagihan sebesar $232.31. 22 Juni 1942"),
        ("245 10 $a Pengukuran $V (ub) $a dari BaBar / $c Ani", "Pengukuran V(ub) dari BaBar"),
        # Slips of the hand and local subfields: what follows reads like a beginning.
        ("245 10 $a Desa $z Sebuah laporan / $c Ani", "Desa"),
        ("245 10 $a Desa / $C disusun oleh Ani", "Desa"),
        ("245 10 $a Desa $9 1234", "Desa"),
    ],
)
def test_text_cut_by_a_sign_that_was_no_delimiter_is_whole(field: str, title: str) -> None:
    found = map_title(marc(field), [])
    assert found is not None
    assert found.full == title


def test_abstract_and_contents_go_on_behind_their_formulas() -> None:
    notes = map_notes(
        marc(
            "520 3_ $a Kami menentukan $V {sub cb} $a dari peluruhan $F {sub B}(1), dan hasilnya.",
            "505 0_ $a Metrik ds= $d x -- Bab $z Lain $a Penutup",
        )
    )
    assert notes.abstract == "Kami menentukan V{sub cb} dari peluruhan F{sub B}(1), dan hasilnya."
    assert notes.contents == ("Metrik ds= dx", "Bab Penutup")


def test_sound_field_is_left_alone() -> None:
    field = marc("245 10 $a Desa : $b laporan / $c Ani").get("245")[0]
    assert unglued(field, "abc") is field.subfields

"""Language codes: https://www.loc.gov/marc/languages/, and their names."""

import pytest

from discovery.catalog.languages import language_code, language_codes, language_from_name, language_name


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("ind", "id"),
        ("ger", "de"),
        ("deu", "de"),
        ("de", "de"),
        ("en-US", "en"),
        ("ENG", "en"),
        ("jav", "jv"),
        ("min", "min"),
        ("btk", "btk"),
        ("may", "ms"),
        ("msa", "ms"),
        ("zxx", "zxx"),
        ("mul", "mul"),
        ("###", None),
        ("|||", None),
        ("   ", None),
        ("22.", None),
        ("N/A", None),
        ("und", None),
        ("xyz", None),
        ("", None),
    ],
)
def test_language_code_of_any_standard_becomes_bcp_47(code: str, expected: str | None) -> None:
    assert language_code(code) == expected


@pytest.mark.parametrize(
    ("withdrawn", "today"),
    [
        ("scr", "hr"),
        ("scc", "sr"),
        ("mol", "ro"),
        ("iri", "ga"),
        ("gae", "gd"),
        ("gag", "gl"),
        ("tag", "tl"),
        ("esp", "eo"),
        ("fri", "fy"),
        ("lan", "oc"),
        ("max", "gv"),
        ("cam", "km"),
        ("sho", "sn"),
        ("jew", "he"),
    ],
)
def test_withdrawn_code_means_its_successor(withdrawn: str, today: str) -> None:
    assert language_code(withdrawn) == today


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("engind", ("en", "id")),
        ("araperara", ("ar", "fa")),
        ("ind", ("id",)),
        ("eng, ind", ("en", "id")),
        ("Gerara.", ("de", "ar")),
        ("engund", ("en",)),
        ("||e", ()),
        ("043  a-ii---", ()),
        ("Malay", ("ms",)),
        ("Arabic", ("ar",)),
        ("Bahasa Indonesia", ("id",)),
        ("Inggris", ("en",)),
    ],
)
def test_codes_that_run_together_are_cut_in_threes(text: str, expected: tuple[str, ...]) -> None:
    assert language_codes(text) == expected


@pytest.mark.parametrize(
    ("code", "locale", "name"),
    [
        ("min", "id", "Minangkabau"),
        ("de", "id", "Jerman"),
        ("de", "en", "German"),
        ("ljp", "id", "Lampung"),
        ("map", "en", "Austronesian"),
        ("map", "id", "Austronesia"),
        ("xx", "id", "xx"),
        ("de", "zz", "German"),
    ],
)
def test_language_has_a_name_in_the_readers_language(code: str, locale: str, name: str) -> None:
    assert language_name(code, locale) == name


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Bahasa Inggris", "en"),
        ("Indonesia", "id"),
        ("JAWA", "jv"),
        ("Dutch", "nl"),
        ("eng", "en"),
        ("?", None),
        ("B. Inggris", "en"),
        ("B.Inggris", "en"),
        ("Bhs.Inggris", "en"),
        ("INA", "id"),
        ("انجليزي", "en"),
        ("Ingg.", "en"),
        ("Ned.", "nl"),
        ("Mandarin", "zh"),
        ("العربية", "ar"),
    ],
)
def test_language_written_out_is_understood(text: str, code: str | None) -> None:
    assert language_from_name(text) == code

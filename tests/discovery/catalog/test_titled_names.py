"""Titles and degrees leave the names that repositories have in one piece, initials and stage names don't."""

import pytest

from discovery.catalog.titled_names import names_within, without_titles


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Prof. Dr. H. Ahmad, M.Si., Ph.D", "Ahmad"),
        ("Siti Maryam, S.Pd., M.Hum", "Siti Maryam"),
        ("Dr. BUDI SANTOSO, M.SI", "BUDI SANTOSO"),
        ("Hidayat, Dr. Nur, M.Si", "Hidayat, Nur"),
        ("Hidayat, Nur, M.Si., Dr.", "Hidayat, Nur"),
        ("Hamka, Prof. Dr. H.", "Hamka"),
        ("M.Pd., Suharto", "Suharto"),
        ("M.Si, Dr. Ahmad Fauzi", "Ahmad Fauzi"),
        ("Ahmad Fauzi S.Kom, M.Kom", "Ahmad Fauzi"),
        ("Drs.H.Suparman, M.Pd", "Suparman"),
        ("H. Abdul Malik, Lc., MA", "Abdul Malik"),
        ("Dr. Ir. Joko Susilo, M.T., IPU", "Joko Susilo"),
        ("Yani, Ahmad, SE., MM., Ak., CA", "Yani, Ahmad"),
        ("dr. Siti Aminah, Sp.OG(K)", "Siti Aminah"),
        ("Ratna Dewi, Ners., M.Kep", "Ratna Dewi"),
        ("Smith, John, M.A.", "Smith, John"),
        ("Dr Budi Santoso", "Budi Santoso"),
    ],
)
def test_titles_and_degrees_are_no_part_of_a_name(heading: str, name: str) -> None:
    assert without_titles(heading) == name


@pytest.mark.parametrize(
    "name",
    [
        "Toer, Pramoedya Ananta",
        "King, Martin Luther, Jr.",
        "Benda, H.J.",
        "Smith, M.A.",
        "García Pérez, S.E.",
        "van den Berg, M.A.",
        "Suharto, S.H.",
        "Lie, SE",
        "MA, Jun",
        "Dr. Seuss",
        "St. Clair, William",
        "H. G. Wells",
        "Sir Walter Scott",
        "Drs.",
        "S.H.",
        "",
        ",",
    ],
)
def test_what_may_be_initials_or_a_name_stays(name: str) -> None:
    assert without_titles(name) == name


def test_pilgrims_title_before_another_initial_is_an_initial() -> None:
    assert [without_titles("Prof. H. J. Benda"), without_titles("Dr. H. Suparman")] == ["H. J. Benda", "Suparman"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ahmad Yani, S.Pd., Budi Santoso, M.Pd.", ("Ahmad Yani, S.Pd.", "Budi Santoso, M.Pd.")),
        ("Fauzi, Ahmad, M.Si., Maryam, Siti, M.Hum.", ("Fauzi, Ahmad, M.Si.", "Maryam, Siti, M.Hum.")),
        ("Ahmad Yani, Budi Santoso, Citra Dewi", ("Ahmad Yani", "Budi Santoso", "Citra Dewi")),
    ],
)
def test_names_listed_with_commas_are_told_apart_where_that_is_certain(text: str, names: tuple[str, ...]) -> None:
    assert names_within(text) == names


@pytest.mark.parametrize(
    "name",
    [
        "Prof. Dr. H. Ahmad, M.Si., Ph.D",
        "Hidayat, Nur, M.Si., Dr.",
        "Dr. Ir. Joko Susilo, M.T., IPU",
        "M.Pd., Dr. Suharto, M.Si.",
        "Toer, Pramoedya Ananta",
        "García Márquez, Gabriel José",
        "Smith, M.A., Brown, J.",
        "King, Martin Luther, Jr.",
        "Charles Philip Arthur, Prince of Wales, King of England",
        "Budi, S.Kom, Jakarta",
        "",
    ],
)
def test_one_name_with_commas_is_one(name: str) -> None:
    assert names_within(name) == (name,)

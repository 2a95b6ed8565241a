"""The demo's catalogues are what the builder makes, and hold what a demo of a union catalogue needs."""

import csv
import gzip
import io
from collections import Counter
from pathlib import Path

import pymarc
import pytest
from stdnum import isbn, issn

from discovery.examples import examples_folder
from discovery.settings import load_settings
from tests.data.examples import authority, build, marc8
from tests.data.examples.facts import Work, read_works
from tests.data.examples.houses import HOUSES, PUBLIC, SCHOOL_FILE, House
from tests.data.examples.record import control_number
from tests.data.examples.references import REFERENCES_FILE

CATALOGUES = examples_folder() / "catalogues"


@pytest.fixture(scope="module")
def works() -> list[Work]:
    return read_works()


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return build.build()


def shipped(house: House) -> list[pymarc.Record]:
    """Every sound record of the library's file, read with nothing but pymarc."""
    path = CATALOGUES / house.file
    if ".xml" not in house.file:
        whole = [chunk + b"\x1d" for chunk in path.read_bytes().split(b"\x1d") if chunk]
        return [record for chunk in whole if (record := sound_record(chunk))]
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [record for record in pymarc.parse_xml_to_array(io.BytesIO(content)) if record]


def sound_record(chunk: bytes) -> pymarc.Record | None:
    """The record, or None where it is damaged."""
    try:
        record = pymarc.Record(chunk, to_unicode=True)
    except (ValueError, pymarc.exceptions.PymarcException):
        return None
    return record if "245" in record else None


def values(records: list[pymarc.Record], tag: str, code: str) -> list[str]:
    return [text for record in records for field in record.get_fields(tag) for text in field.get_subfields(code)]


def test_shipped_files_are_what_the_builder_makes(made: dict[str, bytes]):
    assert sorted(made) == sorted(path.name for path in CATALOGUES.iterdir())
    for name, content in made.items():
        shipped_bytes = (CATALOGUES / name).read_bytes()
        if name.endswith(".gz"):  # another zlib packs the same text differently; the time must be nought in both
            assert shipped_bytes[4:8] == content[4:8] == bytes(4)
            shipped_bytes, content = gzip.decompress(shipped_bytes), gzip.decompress(content)
        assert shipped_bytes == content, f"{name}: run python -m tests.data.examples.build"


def test_each_work_has_a_name_of_its_own_and_known_subjects(works: list[Work]):
    assert [key for key, times in Counter(work.key for work in works).items() if times > 1] == []
    used = {key for work in works for key in work.subjects}
    assert used == set(authority.subjects())


def test_no_two_records_of_a_library_share_a_control_number(works: list[Work]):
    for house in HOUSES:
        held = [control_number(work, house) for work in works if house.letter in work.copies]
        assert len(held) == len(set(held))


def test_there_are_enough_works_libraries_languages_and_kinds(works: list[Work]):
    assert len(works) >= 500
    assert len(HOUSES) >= 5
    languages = Counter(work.languages[0] for work in works)
    assert {"ind", "eng", "dut", "ara", "jpn", "chi", "jav", "sun", "min", "ban", "may"} <= set(languages)
    assert languages["ind"] > languages["eng"]
    kinds = {"book", "serial", "map", "score", "audio", "video", "thesis", "online"}
    assert {work.type for work in works} == kinds


def test_works_overlap_between_the_libraries(works: list[Work]):
    holders = Counter(len(work.copies) for work in works)
    assert sum(times for count, times in holders.items() if count >= 2) >= 350
    assert sum(times for count, times in holders.items() if count >= 4) >= 50
    assert max(holders) >= 6


@pytest.mark.parametrize("house", HOUSES, ids=lambda house: house.code)
def test_every_sound_record_reads_back_with_pymarc(house: House, works: list[Work]):
    records = shipped(house)
    expected = {control_number(work, house) for work in works if house.letter in work.copies}
    assert {str(record["001"].data) for record in records} == expected
    assert len(records) == len(expected)
    for record in records:
        assert len(str(record["008"].data)) == 40, record["001"]
        assert record.get_fields("852") or record.get_fields("856"), record["001"]


@pytest.mark.parametrize("house", HOUSES, ids=lambda house: house.code)
def test_every_isbn_and_issn_is_valid(house: House):
    records = shipped(house)
    assert [given for given in values(records, "020", "a") if not isbn.is_valid(given)] == []
    assert [given for given in values(records, "022", "a") if not issn.is_valid(given)] == []


def test_one_isbn_stands_in_three_forms():
    by_code = {house.code: set(values(shipped(house), "020", "a")) for house in HOUSES}
    assert "9793062797" in by_code["id-mrp"]
    assert "9789793062792" in by_code["id-kbg"]
    assert "978-979-3062-79-2" in by_code["id-bhr"]


def test_one_name_and_one_subject_stand_in_several_forms():
    by_code = {house.code: shipped(house) for house in HOUSES}
    names = {code: {name.rstrip(",") for name in values(records, "100", "a")} for code, records in by_code.items()}
    assert "Toer, Pramoedya Ananta" in names["id-nus"]
    assert "Pramoedya Ananta Toer" in names["id-kbg"]
    assert "Tur, Pramudya Ananta" in names["id-sbi"]
    headings = {code: set(values(records, "650", "a")) for code, records in by_code.items()}
    assert "Hukum adat" in headings["id-nus"]
    assert "Adatrecht" in headings["id-nus"]
    assert "Customary law" in headings["id-mrp"]
    assert {"Perikanan", "Fisheries"} <= headings["id-bhr"]


def test_original_scripts_stand_beside_the_romanisation():
    for house in HOUSES:
        for record in shipped(house):
            for original in record.get_fields("880"):
                tag, number = original["6"][:3], original["6"][4:6]
                partners = [field for field in record.get_fields(tag) if field.get("6") == f"880-{number}"]
                assert len(partners) == 1, record["001"]
    assert "إحياء علوم الدين." in values(shipped(HOUSES[0]), "880", "a")


def test_marc8_reads_back_as_it_was_written(works: list[Work]):
    by_number = {str(record["001"].data): record for record in shipped(PUBLIC)}
    assert (CATALOGUES / PUBLIC.file).read_bytes()[9:10] == b" "
    for record in build.records(works, PUBLIC):
        read = by_number[str(record["001"].data)]
        assert [str(field) for field in read.get_fields()] == [str(field) for field in record.get_fields()]
    originals = values(list(by_number.values()), "880", "a")
    assert {"三国演义", "تحفة النفيس"} <= set(originals)
    assert marc8.encode("é") == b"\xe2e"


def test_serials_have_runs_and_titles_before_and_after():
    records = [record for house in HOUSES for record in shipped(house) if record.leader[7] == "s"]
    assert len({str(record["245"]["a"]) for record in records}) >= 40
    assert len(values(records, "866", "a")) >= 30
    assert len(values(records, "863", "i")) >= 10
    assert values(records, "780", "t")
    assert values(records, "785", "t")


def test_one_record_has_a_private_note():
    assert sum(len(values(shipped(house), "852", "x")) for house in HOUSES) == 1


def test_three_damaged_records_stand_in_one_catalogue():
    chunks = [chunk + b"\x1d" for chunk in (CATALOGUES / PUBLIC.file).read_bytes().split(b"\x1d") if chunk]
    assert [at for at, chunk in enumerate(chunks) if sound_record(chunk) is None] == [20, 21, 22]


def test_the_settings_name_every_catalogue_and_the_schools_table():
    settings = load_settings(examples_folder() / "padu.toml")
    named = [sorted(path.name for path in CATALOGUES.glob(Path(each.source).name)) for each in settings.partner]
    files = [[house.file] for house in HOUSES] + [[SCHOOL_FILE]]
    assert named == [[REFERENCES_FILE, *files[0]], *files[1:]]
    assert [library.code for library in settings.library] == [*(house.code for house in HOUSES), "id-cdn"]
    assert len({library.province for library in settings.library}) == len(HOUSES) + 1
    assert settings.library[-1].kind == "school"
    assert settings.partner[-1].format == "table"


def test_the_school_has_a_table_with_indonesian_column_names():
    with (CATALOGUES / SCHOOL_FILE).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) >= 60
    assert set(rows[0]) >= {"JUDUL", "PENGARANG", "PENERBIT", "TAHUN TERBIT", "ISBN", "NO PANGGIL", "SUBJEK", "JUMLAH"}
    assert [row["ISBN"] for row in rows if row["ISBN"] and not isbn.is_valid(row["ISBN"])] == []

"""A catalogue whose every facet overflows and whose every line is long: what the weight of pages is measured on."""

from typing import get_args

from msgspec.structs import replace

from discovery.catalog.contributor import Contributor
from discovery.catalog.holding import Holding, Link
from discovery.catalog.identifiers import Identifier
from discovery.catalog.library import Library, Translated
from discovery.catalog.publication import Publication
from discovery.catalog.record import Carrier, Classification, Note, Series, Title, Type, UnionRecord
from discovery.catalog.site import Site
from discovery.catalog.subject import Subdivision, Subject
from tests.catalogues import union

SIZE = 400
TOWNS = (
    ("Jakarta", "DKI Jakarta"), ("Yogyakarta", "D.I. Yogyakarta"), ("Surabaya", "Jawa Timur"), ("Malang", "Jawa Timur"),
    ("Bandung", "Jawa Barat"), ("Bogor", "Jawa Barat"), ("Semarang", "Jawa Tengah"), ("Banda Aceh", "Aceh"),
    ("Medan", "Sumatera Utara"), ("Padang", "Sumatera Barat"), ("Makassar", "Sulawesi Selatan"), ("Denpasar", "Bali"),
    ("Kupang", "Nusa Tenggara Timur"), ("Jayapura", "Papua"),
)  # fmt: skip
NAMES = ("Kartodirdjo", "Notosusanto", "Abdurrachman", "Simanjuntak", "Poerbatjaraka", "Tjokroaminoto", "Sastrowardoyo")
GIVEN = ("Sartono", "Nugroho", "Siti Rahmawati", "Maria Magdalena", "Raden Mas", "Haji Muhammad")
MATTERS = ("Perkebunan", "Pergerakan nasional", "Perdagangan rempah", "Pendidikan Islam", "Kebudayaan", "Hukum adat")
LANGUAGES = ("id", "en", "nl", "ar", "jv", "su", "ms", "ja", "fr", "de", "min")
AUDIENCES = ("a", "b", "c", "d", "e", "f", "g", "j")

HEAVY_SITE = Site(
    name=Translated((("id", "Katalog Induk Perpustakaan"), ("en", "Union Catalogue of Libraries"))),
    url="https://katalog.example",
    libraries=tuple(
        Library(
            f"id-l{number:02}",
            Translated((("id", f"Perpustakaan Universitas Negeri {town}"), ("en", f"{town} State University Library"))),
            "university",
            city=town,
            province=province,
        )
        for number, (town, province) in enumerate(TOWNS)
    ),
)


def heavy_records() -> list[UnionRecord]:
    """Records that one search finds all of, in every language, type, class, decade and place there is."""
    return [_record(number) for number in range(SIZE)]


def _record(number: int) -> UnionRecord:
    town, province = TOWNS[number % len(TOWNS)]
    matter = MATTERS[number % len(MATTERS)]
    codes = [f"id-l{(number + step) % len(TOWNS):02}" for step in range(1 + number % 9)]
    year = 1890 + number % 130
    record = union(
        number,
        Title(f"Sejarah {matter.lower()} di {province}", f"kumpulan karangan tentang {town} dan sekitarnya, {year}"),
        libraries=codes,
        author=_person(number, primary=True),
        holdings=tuple(
            Holding(
                code, call_number=f"959.8{number} KAR s", branch="Perpustakaan Pusat", copies=2, confirmed="2026-11-20"
            )
            for code in codes
        ),
        contributors=(_person(number, primary=True), _person(number + 5), _person(number + 11)),
        publication=Publication(town, f"Gadjah Mada University Press {number % 20}", str(year), year),
        type=_one_of(get_args(Type), number),
        carrier=_one_of(get_args(Carrier), number),
        languages=(LANGUAGES[number % len(LANGUAGES)],),
        classifications=(Classification("ddc", f"{number % 10}59.8"),),
        series=(Series("Seri sejarah perkebunan dan masyarakat"),),
        identifiers=(Identifier("isbn", "9789799731234"),),
        audience=AUDIENCES[number % len(AUDIENCES)],
        abstract="Uraian tentang perkebunan, penduduk, dan pemerintahan pada masa peralihan. " * 6,
        contents=tuple(f"Bab {chapter}: sejarah {matter.lower()} ({chapter})" for chapter in range(8)),
        notes=(Note("Dengan bibliografi dan indeks."),),
        links=(Link(f"https://arsip.example/{number}", "Naskah lengkap"),) if number % 2 else (),
    )
    subjects = (
        Subject(f"Indonesia {matter}", subdivisions=(Subdivision("Sejarah"), Subdivision(province, "place"))),
        Subject(f"{matter} {number % 23}", subdivisions=(Subdivision("Kajian dan pengajaran"),)),
        Subject(town, kind="place"),
    )
    return replace(record, description=replace(record.description, subjects=subjects))


def _person(number: int, *, primary: bool = False) -> Contributor:
    family, given = NAMES[number % len(NAMES)], GIVEN[number % len(GIVEN)]
    return Contributor(f"{family}, {given}", f"{given} {family}", roles=("aut",), primary=primary)


def _one_of(values: tuple[str, ...], number: int) -> str:
    return values[number % len(values)]

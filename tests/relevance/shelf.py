"""A shelf of invented and well-known books that stand in each other's way."""

from discovery.catalog.contributor import Contributor
from discovery.catalog.identifiers import Identifier
from discovery.catalog.record import Series, Title, UnionRecord, VariantTitle
from tests.catalogues import union


def _person(name: str) -> Contributor:
    last, _, first = name.partition(", ")
    return Contributor(name, f"{first} {last}".strip(), roles=("aut",), primary=True)


def _book(number: int, title: str | Title, author: str = "", **described: object) -> UnionRecord:
    return union(number, title, author=_person(author) if author else None, **described)  # type: ignore[arg-type]


SHELF: tuple[UnionRecord, ...] = (
    _book(1, "Bumi manusia", "Toer, Pramoedya Ananta", identifiers=(Identifier("isbn", "9789799731234"),)),
    _book(2, "Manusia dan bumi", "Sukma, Wayan", libraries=("id-amn", "id-nus")),
    _book(3, Title("Membaca Bumi manusia", "kajian novel Pramoedya"), "Nurdin, Ayu"),
    _book(4, Title("Auditing", "an integrated approach"), "Arens, Alvin A."),
    _book(5, "Jasa audit dan assurance : auditing terpadu", "Arens, Alvin A.", libraries=("id-amn", "id-nus")),
    _book(6, "Auditing", "Mulyadi"),
    _book(7, "Étude sur l'épopée bugis", "Pelras, Christian", languages=("fr",)),
    _book(8, Title("Matematika", parts=("Jilid 2", "Aljabar")), "Purnomo, Edi"),
    _book(9, Title("Matematika", parts=("Jilid 1", "Geometri")), "Purnomo, Edi"),
    _book(10, "Padi sawah", "Hadi, Sri", series=(Series("Seri pertanian", "7"),)),
    _book(11, "Jagung manis", "Hadi, Sri", series=(Series("Seri pertanian", "17"),), edition="Cetakan 7"),
    _book(12, "To be or not to be", "Tan, Lily", languages=("en",)),
    _book(13, "It", "King, Stephen", languages=("en",)),
    _book(14, "Apa itu demokrasi", "Nasution, Adnan"),
    _book(15, "Apa itu", "Widodo, Tri"),
    _book(16, "2001: a space odyssey", "Clarke, Arthur C.", languages=("en",)),
    _book(17, "Programming in C++", "Stroustrup, Bjarne", languages=("en",)),
    _book(18, "The house at Pooh Corner", "Milne, A. A.", languages=("en",)),
    _book(19, "Merdeka!", "Toer, Pramoedya Ananta"),
    _book(20, "Alf layla", variants=(VariantTitle("Tales from the thousand and one nights"),), languages=("en",)),
    _book(21, "Nights of a thousand tales and one", "Poe, Ida", languages=("en",), libraries=("id-amn", "id-nus")),
    _book(22, "Sejarah Jawa", "Hadi, Sri", subjects=("Bali",)),
    _book(23, "Pulau dewata", "Hadi, Sri", subjects=("Sejarah Bali",)),
    _book(24, "Kopi", "Sari, Dewi", libraries=("id-amn",)),
    _book(25, "Kopi", "Sari, Dewi", libraries=("id-amn", "id-nus")),
    _book(
        26,
        "Laporan tahunan pelabuhan",
        abstract="Pelabuhan Sabang menerima kapal uap pertama pada tahun 1887, ketika depo batu bara dibuka.",
    ),
    _book(27, "Apakah yang dicari pada masa lalu dan siapa yang mencarinya", abstract="Kumpulan sajak."),
    _book(28, "Mengenal provinsi: Bali", identifiers=(Identifier("isbn", "9786020000107"),)),
    _book(29, "Mengenal provinsi: Aceh", identifiers=(Identifier("isbn", "9786020000108", is_key=False),)),
    _book(30, "Buletin terumbu", identifiers=(Identifier("issn", "1907-1973"), Identifier("issn", "1913-1607"))),
)

"""CSL-JSON, Dublin Core and JSON-LD: formats with a structure of their own."""

import json
import xml.etree.ElementTree as ET

import pytest
from msgspec.structs import replace

from discovery.catalog.holding import Holding, Link
from discovery.catalog.identifiers import Identifier
from discovery.catalog.publication import Publication
from discovery.catalog.subject import Subject
from discovery.export.csl import write_csl
from discovery.export.dublin_core import DC, write_dublin_core
from discovery.export.formats import EXPORT_FORMATS
from discovery.export.json_ld import write_json_ld
from tests.catalogues import SITE, union


def test_csl_names_what_is_known_and_nothing_else() -> None:
    record = union(1, "Bumi manusia", identifiers=(Identifier("isbn", "9789799731234"),))
    assert json.loads(write_csl([record], SITE, "id")) == [
        {
            "id": record.id,
            "type": "book",
            "author": [{"family": "Toer", "given": "Pramoedya Ananta"}],
            "title": "Bumi manusia",
            "publisher": "Hasta Mitra",
            "publisher-place": "Jakarta",
            "language": "id",
            "ISBN": "9789799731234",
            "issued": {"date-parts": [[1980]]},
            "call-number": "899 1",
            "URL": f"https://katalog.example/record/{record.id}",
        }
    ]


@pytest.mark.parametrize(
    ("publication", "issued"),
    [
        (Publication(date="[199-?]", year=1990, uncertain=True), {"date-parts": [[1990]], "circa": True}),
        (Publication(year=1971, last_year=1998), {"date-parts": [[1971], [1998]]}),
        (Publication(date="tanpa tahun"), {"literal": "tanpa tahun"}),
    ],
)
def test_csl_dates_keep_their_doubts(publication: Publication, issued: dict[str, object]) -> None:
    record = union(1, "Judul", publication=publication)
    assert json.loads(write_csl([record], SITE, "id"))[0]["issued"] == issued


def test_dublin_core_is_valid_xml_whatever_the_text_holds() -> None:
    record = union(
        1,
        "Perang & damai <1> \x0b\x1d",
        subjects=("Sastra",),
        identifiers=(Identifier("issn", "1234-5679"),),
        links=(Link("https://arsip.example/1"),),
    )
    root = ET.fromstring(write_dublin_core([record], SITE, "id"))
    assert [(element.tag.removeprefix(f"{{{DC}}}"), element.text) for element in root[0]] == [
        ("title", "Perang & damai <1> "),
        ("creator", "Toer, Pramoedya Ananta"),
        ("subject", "Sastra"),
        ("publisher", "Hasta Mitra"),
        ("date", "1980"),
        ("type", "Text"),
        ("identifier", f"https://katalog.example/record/{record.id}"),
        ("identifier", "urn:issn:1234-5679"),
        ("identifier", "https://arsip.example/1"),
        ("language", "id"),
        ("source", "Perpustakaan AMN"),
    ]


def test_dublin_core_puts_places_under_coverage() -> None:
    record = union(1, "Judul", subjects=("Sastra",))
    placed = replace(record.description, subjects=(Subject("Jawa", "place"), Subject("Sastra")))
    root = ET.fromstring(write_dublin_core([replace(record, description=placed)], SITE, "id"))
    headings = [(element.tag.removeprefix(f"{{{DC}}}"), element.text) for element in root[0]]
    assert [each for each in headings if each[0] in {"subject", "coverage"}] == [
        ("subject", "Sastra"),
        ("coverage", "Jawa"),
    ]


def test_json_ld_offers_each_librarys_copy() -> None:
    record = union(1, "Bumi manusia", libraries=("id-amn", "id-nus"), holdings=(Holding("id-amn", call_number="899"),))
    (node,) = json.loads(write_json_ld([record], SITE, "en"))["@graph"]
    assert node == {
        "@type": "Book",
        "@id": f"https://katalog.example/record/{record.id}",
        "url": f"https://katalog.example/record/{record.id}",
        "name": "Bumi manusia",
        "datePublished": "1980",
        "publisher": {"@type": "Organization", "name": "Hasta Mitra"},
        "inLanguage": ["id"],
        "author": [{"@type": "Person", "name": "Pramoedya Ananta Toer"}],
        "offers": [
            {
                "@type": "Offer",
                "businessFunction": "http://purl.org/goodrelations/v1#LeaseOut",
                "offeredBy": {"@type": "Library", "name": "AMN Library"},
                "sku": "899",
            }
        ],
    }


@pytest.mark.parametrize(
    ("kind", "csl", "schema"),
    [
        ("article", "article-journal", "Article"),
        ("serial", "periodical", "Periodical"),
        ("thesis", "thesis", "Thesis"),
        ("map", "map", "Map"),
        ("score", "musical_score", "SheetMusic"),
        ("object", "document", "CreativeWork"),
    ],
)
def test_types_are_named_as_each_vocabulary_has_them(kind: str, csl: str, schema: str) -> None:
    record = union(1, "Judul", type=kind)
    assert json.loads(write_csl([record], SITE, "id"))[0]["type"] == csl
    assert json.loads(write_json_ld([record], SITE, "id"))["@graph"][0]["@type"] == schema


@pytest.mark.parametrize("extension", EXPORT_FORMATS)
def test_every_format_takes_the_barest_record_and_an_empty_list(extension: str) -> None:
    bare = union(1, "Judul", author=None, year=None, libraries=(), publication=Publication(), languages=())
    write = EXPORT_FORMATS[extension].write
    written = write([bare], SITE, "id")
    assert "Judul" in (written.decode() if isinstance(written, bytes) else written)
    assert isinstance(write([], SITE, "id"), type(written))

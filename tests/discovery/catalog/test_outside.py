"""A library's own catalogue shows a record at an address that padu.toml spells once for all."""

import pytest
from msgspec.structs import replace

from discovery.catalog.identifiers import Identifier
from discovery.catalog.library import Library, Translated
from discovery.catalog.outside import checked_template, cover_url, own_catalogue_url
from tests.catalogues import union

LIBRARY = Library("id-amn", Translated((("id", "AMN"),)), "academic", partners=("id-amn",))
RECORD = union(7, "Bumi & manusia", identifiers=(Identifier("isbn", "9789799731234"),))


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("https://opac.example/index.php?p=show_detail&id={source_id}", "https://opac.example/index.php?p=show_detail&id=7"),
        ("https://opac.example/?q={title}", "https://opac.example/?q=Bumi%20%26%20manusia"),
        ("https://opac.example/isbn/{isbn}/{{x}}", "https://opac.example/isbn/9789799731234/{x}"),
        ("https://opac.example/issn/{issn}", ""),
        ("https://opac.example/", "https://opac.example/"),
        ("", ""),
    ],
)  # fmt: skip
def test_places_are_filled_or_there_is_no_address(template: str, expected: str) -> None:
    library = replace(LIBRARY, catalogue=checked_template(template), cover=template)
    assert (own_catalogue_url(library, RECORD), cover_url(library, RECORD)) == (expected, expected)


def test_a_record_of_another_library_has_no_number_in_this_one() -> None:
    library = replace(LIBRARY, catalogue="https://opac.example/{source_id}", partners=("id-nus",))
    assert own_catalogue_url(library, RECORD) == ""


@pytest.mark.parametrize(
    ("template", "problem"),
    [
        ("https://opac.example/{id}", "there is no {id}; a record gives source_id, isbn, issn, title"),
        ("https://opac.example/{title.__class__}", "there is no {title.__class__}"),
        ("https://opac.example/{isbn:{x}}", "there is no {isbn}"),
        ("https://opac.example/{isbn", "its braces don't pair"),
        ("javascript:alert({isbn})", "it has to begin with http:// or https://"),
    ],
)
def test_a_template_that_can_not_be_says_why(template: str, problem: str) -> None:
    with pytest.raises(ValueError) as raised:
        checked_template(template)
    assert str(raised.value).startswith(problem)


def test_a_record_without_a_number_of_its_own_has_no_address_by_number() -> None:
    (member,) = RECORD.members
    unnumbered = replace(RECORD, members=(replace(member, source_id="sha256:fed383efca5a66842ddf724a59284c95"),))
    library = replace(LIBRARY, catalogue="https://opac.example/?id={source_id}")
    assert own_catalogue_url(library, unnumbered) == ""

"""MARCXML of OJS and OCS, whose fields are the same for every article, is read as the article."""

import pytest

from discovery.catalog.contributor import Contributor
from discovery.catalog.identifiers import Identifier
from discovery.catalog.record import Description, Record, Relation
from indexer.formats import FORMATS
from indexer.partners import LibraryRule

OJS_3 = "     nmb a2200000Iu 4500"
OJS_2 = "     cam         3u     "
CODED = '"180301 2018                        eng  "'
ISSN = Identifier("issn", "2502-4752", is_key=False)


def field(tag: str, text: str, code: str = "a", name: str = "datafield") -> str:
    return f'<{name} tag="{tag}" ind1="#" ind2=" "><subfield code="{code}">{text}</subfield></{name}>'


def article(*fields: str, leader: str = OJS_3) -> Description:
    raw = (
        f'<record xmlns="http://www.loc.gov/MARC21/slim"><leader>{leader}</leader><controlfield tag="008">{CODED}'
        f"</controlfield>{field('245', 'Media belajar')}{''.join(fields)}</record>"
    )
    found = FORMATS["marcxml"].read(raw.encode()).record(partner="x", source_id="1", rule=LibraryRule("id-x"))
    assert isinstance(found, Record)
    return found.description


@pytest.mark.parametrize("leader", [OJS_3, OJS_2])
def test_what_ojs_writes_is_an_article_online_in_its_own_language_and_year(leader: str) -> None:
    told = article(field("546", "ind"), field("655", "Artikel"), leader=leader)
    assert (told.type, told.carrier, told.is_component) == ("article", "online", True)
    assert (told.languages, told.publication.year) == (("id",), 2018)
    assert (told.subjects, told.notes) == ((), ())


@pytest.mark.parametrize(
    ("stated", "languages", "notes"),
    [
        ("en; id", ("en", "id"), []),
        ("Bahasa Indonesia", (), ["Bahasa Indonesia"]),
        ("", (), []),
    ],
)
def test_language_is_what_546_codes_and_never_the_english_of_every_008(
    stated: str, languages: tuple[str, ...], notes: list[str]
) -> None:
    told = article(field("546", stated))
    assert (told.languages, [note.text for note in told.notes]) == (languages, notes)


@pytest.mark.parametrize(
    ("issue", "relations"),
    [
        ("Jurnal P; Vol. 3 No. 1 (2018)", (Relation("host", "Jurnal P", "", (ISSN,), "Vol. 3 No. 1 (2018)"),)),
        ("Vol 3, No 1 (2018); 1-10", (Relation("host", "", "", (ISSN,), "Vol 3, No 1 (2018); 1-10"),)),
    ],
)
def test_issn_is_that_of_the_journal_which_786_names(issue: str, relations: tuple[Relation, ...]) -> None:
    told = article(field("022", "2502-4752"), field("786", issue, "n"))
    assert (told.identifiers, told.relations) == ((), relations)


def test_authors_are_named_without_where_they_work() -> None:
    told = article(field("720", "Lestari, Siti; Universitas Negeri Malang"), field("720", "Suharto, Suharto"))
    assert told.contributors == (
        Contributor("Lestari, Siti", "Siti Lestari", primary=True),
        Contributor("Suharto", "Suharto"),
    )


def test_day_of_an_issue_is_read_without_its_hour_and_in_the_field_that_ojs_misspells() -> None:
    told = article(field("260", "Universitas X", "b"), field("260", "2019-02-01 00:00:00", "c", "dataField"))
    assert (told.publication.date, told.publication.publisher) == ("2019-02-01", "Universitas X")


def test_an_electronic_book_of_another_system_stays_what_it_says() -> None:
    told = article(field("022", "2502-4752"), field("546", "ind"), leader="00000nmb a2200000Iu 4500")
    assert (told.type, told.relations) == ("software", ())

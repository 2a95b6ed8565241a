"""What a reader can do without JavaScript: search, narrow, page, open, take away."""

import pytest
from pymarc import Record
from starlette.testclient import TestClient

from discovery.catalog.record import UnionRecord
from discovery.search.field_names import FIELD_NAMES
from discovery.search.parse import parse
from discovery.search.query import And, Phrase
from tests.web.browsing import visit
from tests.web.conftest import PAST


def test_a_search_from_the_front_page_leads_to_the_holdings(reader: TestClient) -> None:
    found = visit(reader, "/?lang=id").submit("search", q="bumi manusia")
    assert found.texts(".hit h2") == ["Bumi <manusia> : sebuah roman"]
    record = found.click("sebuah roman")
    assert record.texts("h1") == ["Bumi <manusia> : sebuah roman"]
    assert record.texts(".holdings h2, .holdings h3, .holdings li, .holdings .confirmed") == [
        "Di 2 perpustakaan",
        "Perpustakaan AMN",
        "899 PRA Memiliki: 1971-1998",
        "Perpustakaan Nusantara",
        "899.221 TOE b Salemba 2 eksemplar",
        "dipastikan 20 Nov 2026",
    ]


def test_facets_widen_within_and_narrow_across(reader: TestClient) -> None:
    page = visit(reader, "/search?lang=en")
    assert page.texts(".result-count") == ["1–20 of 30 editions"]
    one = page.submit("search", tick="Fiksi Indonesia")
    assert (one.texts(".result-count"), one.texts(".constraints li")) == (
        ["1–2 of 2 editions"],
        ["Remove: Subject: Fiksi Indonesia ×"],
    )
    assert one.submit("search", tick="Perpustakaan Nusantara").texts(".result-count") == ["1–1 of 1 edition"]
    assert one.submit("search", tick="Nasionalisme").texts(".result-count") == ["1–2 of 2 editions"]


def test_a_constraint_is_taken_away_by_a_click(reader: TestClient) -> None:
    page = visit(reader, "/search?q=jejak&f.subject=Tema+4&x.library=id-nus&year=1980&lang=en")
    assert page.texts(".constraints li") == [
        "Remove: Subject: Tema 4 ×",
        "Remove: not Library: Perpustakaan Nusantara ×",
        "Remove: Year: 1980 ×",
        "Remove all",
    ]
    assert page.click("Subject: Tema 4").texts(".result-count") == ["1–20 of 27 editions"]
    assert page.click("Remove all").texts(".constraints li") == []


def test_a_value_is_left_out_by_its_minus_sign(reader: TestClient) -> None:
    page = visit(reader, "/search?q=toer&in=author&lang=en").submit("search", press="Without Fiksi Indonesia")
    assert page.texts(".constraints li") == ["Remove: not Subject: Fiksi Indonesia ×"]
    assert page.texts(".result-count") == ["1–20 of 27 editions"]


def test_more_values_stand_on_a_page_of_their_own_and_lead_back(reader: TestClient) -> None:
    more = visit(reader, "/search?q=toer&in=author&f.subject=Tema+9&sort=title&lang=en").click("More Subject")
    assert (more.texts("h1"), len(more.texts(".values li"))) == (["Subject"], 29)
    assert more.submit("facet", tick="Tema 11").texts(".hit h2") == ["Jejak langkah 11", "Jejak langkah 9"]


def test_years_are_typed_as_a_range(reader: TestClient) -> None:
    page = visit(reader, "/search?lang=en").submit("search", year="1981-1990")
    assert (page.texts(".hit h2"), page.texts(".constraints li")) == (
        ["Anak semua bangsa"],
        ["Remove: Year: 1981–1990 ×"],
    )


def test_a_chosen_decade_in_which_nothing_is_found_is_a_page_as_any_other(reader: TestClient) -> None:
    page = visit(reader, "/search?q=xyzzyqqq&f.year=1980-1989&lang=en")
    assert (page.texts(".result-count"), page.texts(".constraints li")) == (
        ["Nothing found"],
        ["Remove: Year: 1980–1989 ×"],
    )
    assert page.html.select(".years svg") == []
    assert [field["placeholder"] for field in page.html.select(".years input")] == ["1980", "1989"]


def test_what_is_no_decade_is_left_out_and_told(reader: TestClient) -> None:
    page = visit(reader, "/search?q=bumi&f.year=tempo+dulu&lang=en")
    assert (page.texts(".hit h2"), page.texts(".constraints li")) == (["Bumi <manusia> : sebuah roman"], [])
    assert page.texts(".note") == ["“tempo dulu” is no possible value of “year” and was left out."]


def test_leafing_reaches_every_hit_once(reader: TestClient) -> None:
    first = visit(reader, "/search?sort=title&lang=en")
    second = first.click("Next")
    titles = [*first.texts(".hit h2"), *second.texts(".hit h2")]
    assert (len(titles), len(set(titles))) == (30, 30)
    assert second.texts(".pager span") == ["Page 2 of 2"]
    assert second.click("Previous").texts(".hit h2") == first.texts(".hit h2")


def test_a_new_search_keeps_the_order_and_the_facets(reader: TestClient) -> None:
    page = visit(reader, "/search?q=jejak&sort=oldest&f.library=id-amn&lang=en").submit("search", q="anak")
    assert page.texts(".choices summary")[0] == "Sort: oldest first"
    assert page.texts(".constraints li") == ["Remove: Library: AMN Library ×"]


def test_original_script_stands_beside_the_romanised(reader: TestClient) -> None:
    page = visit(reader, "/search?q=ihya&lang=en")
    assert page.texts(".hit .original, .hit .authors > bdi") == ["إحياء علوم الدين", "الغزالي"]
    assert page.click("Iḥyāʾ").texts("h1, header .original, header .responsibility") == [
        "Iḥyāʾ ʿulūm al-dīn",
        "إحياء علوم الدين",
        "تصنيف أبي حامد",
    ]
    assert "الطبعة الثانية" in page.click("Iḥyāʾ").texts("dd .original")
    assert visit(reader, "/search?q=تصنيف&lang=en").texts(".hit .original") == ["إحياء علوم الدين"]


def test_words_are_marked_where_they_were_found(reader: TestClient) -> None:
    in_title = visit(reader, "/search?q=bumi&lang=en")
    assert (in_title.texts(".hit h2 mark"), in_title.texts(".hit .matched")) == (["Bumi"], [])
    in_subject = visit(reader, "/search?q=nasionalisme&lang=en")
    assert (in_subject.texts(".hit h2 mark"), in_subject.texts(".hit .matched mark")) == ([], ["Nasionalisme"])


def test_names_and_subjects_lead_to_their_other_records(reader: TestClient, bumi: UnionRecord) -> None:
    record = visit(reader, f"/record/{bumi.id}?lang=en")
    assert record.click("Fiksi Indonesia").texts(".result-count") == ["1–2 of 2 editions"]
    assert record.click("Toer, Pramoedya Ananta").texts(".result-count") == ["1–20 of 29 editions"]


def test_only_web_addresses_become_links(reader: TestClient, bumi: UnionRecord) -> None:
    record = visit(reader, f"/record/{bumi.id}?lang=en")
    assert record.texts(".open-links li") == ["Read or open online arsip.example"]
    assert not [a for a in record.html.select("a[href]") if str(a["href"]).startswith("javascript")]


@pytest.mark.parametrize(
    ("extension", "media_type", "start"),
    [
        ("json", "application/json", '{\n  "id"'),
        ("jsonld", "application/ld+json", "{"),
        ("ris", "application/x-research-info-systems", "TY  - BOOK\r\n"),
        ("bib", "application/x-bibtex; charset=utf-8", "@book{"),
        ("csv", "text/csv; charset=utf-8", "\ufeffid,"),
        ("mrc", "application/marc", "00"),
        ("xml", "application/marcxml+xml", "<?xml"),
    ],
)
def test_a_record_is_taken_away_in_every_format(
    reader: TestClient, bumi: UnionRecord, extension: str, media_type: str, start: str
) -> None:
    answer = reader.get(f"/record/{bumi.id}.{extension}")
    assert (answer.headers["content-type"], answer.content.decode()[: len(start)]) == (media_type, start)


def test_a_members_own_record_comes_without_its_private_fields(reader: TestClient, bumi: UnionRecord) -> None:
    record = visit(reader, f"/record/{bumi.id}?lang=en")
    (link,) = record.html.select(".members a[href*='.mrc']")
    own = Record(reader.get(str(link["href"])).content)
    assert [str(field) for field in own.fields] == ["=245  00$aBumi manusia"]
    assert reader.get(f"/record/{bumi.id}.mrc?member=id-nus").status_code == 404
    assert reader.get(f"/record/{bumi.id}.ris?member=id-amn").status_code == 404


@pytest.mark.parametrize("ending", ["", ".ris", ".mrc?member=id-amn", "?lang=en"])
def test_a_past_id_leads_on_with_its_format_and_language(reader: TestClient, bumi: UnionRecord, ending: str) -> None:
    answer = reader.get(f"/record/{PAST}{ending}")
    assert (answer.status_code, answer.headers["location"]) == (308, f"/record/{bumi.id}{ending}")


def test_lists_open_where_asked_and_lead_to_records(reader: TestClient) -> None:
    page = visit(reader, "/browse/title?from=jejak+langkah+9&lang=en")
    assert page.texts(".headings a")[0] == "Jejak langkah 9"
    assert page.click("Jejak langkah 9").texts(".hit h2") == ["Jejak langkah 9"]
    assert page.click("Previous").click("Next").texts(".headings a")[0] == "Jejak langkah 9"


def test_nothing_found_says_what_to_try(reader: TestClient) -> None:
    page = visit(reader, "/search?q=xyzzyqqq&lang=en")
    assert page.texts(".result-count") == ["Nothing found"]
    assert len(page.texts(".nothing-found li")) == 3
    limited = visit(reader, "/search?q=%22jejak+langkah+9%22&f.language=zh&lang=en")
    titles = limited.click("look through the titles from A to Z")
    assert titles.texts(".headings a")[0] == "Jejak langkah 9"


def test_another_wording_is_said_and_undone_by_a_click(reader: TestClient) -> None:
    found = visit(reader, "/search?q=jejak+langkah+9+qqqzzz&lang=en")
    assert found.texts(".hit h2") == ["Jejak langkah 9"]
    assert found.texts(".note") == [
        "No record has all of “jejak langkah 9 qqqzzz”. These are the records without: qqqzzz."
    ]
    undone = found.click("Search only for")
    assert (undone.texts(".result-count"), undone.texts(".note")) == (["Nothing found"], [])


def test_how_a_query_was_read_is_said_in_the_readers_language(reader: TestClient) -> None:
    path = "/search?q=author:toer+language:id+library:nusantara"
    assert visit(reader, f"{path}&lang=id").texts(".understood") == [
        "Dipahami sebagai: pengarang: toer DAN bahasa: Indonesia DAN perpustakaan: Perpustakaan Nusantara"
    ]
    assert visit(reader, f"{path}&lang=en").texts(".understood") == [
        "Understood as: author: toer AND language: Indonesian AND library: Perpustakaan Nusantara"
    ]


@pytest.mark.parametrize(("locale", "name"), [("id", "pengarang:"), ("en", "author:"), ("ar", "المؤلف:")])
def test_help_tells_the_fields_in_the_pages_language_and_its_examples_use_them(
    reader: TestClient, locale: str, name: str
) -> None:
    page = visit(reader, f"/help?lang={locale}")
    fields = page.texts("p code")
    assert name in fields
    assert len(fields) == sum(map(len, FIELD_NAMES[locale].values()))
    examples = [each for each in page.texts(".examples code") if ":" in each]
    assert [type(parse(each)) for each in examples] == [And, And, Phrase]
    assert all(any(each.startswith(field) for field in fields) for each in examples)

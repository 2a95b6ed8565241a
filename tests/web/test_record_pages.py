"""The record page and the pages around it: where it is, how to get it, how to cite it, what machines read."""

import json
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from msgspec.structs import replace
from starlette.testclient import TestClient

from discovery.catalog.contributor import Contributor
from discovery.catalog.holding import Holding, Link
from discovery.catalog.identifiers import Identifier
from discovery.catalog.library import Library, Translated
from discovery.catalog.record import Classification, Note, Relation, Title, UnionRecord
from discovery.catalog.site import Site
from discovery.catalog.subject import Subject
from tests.catalogues import SITE, publish, union
from tests.web.browsing import visit
from tests.web.conftest import PAST
from web.app import create_app

LENDING = Library(
    "id-jtm",
    Translated((("id", "Perpustakaan Jawa Timur"),)),
    "public",
    city="Malang",
    province="Jawa Timur",
    borrow_with=Translated((("id", "KTP"), ("en", "an identity card"))),
    reading_room=True,
    interlending=True,
    librarian="Meja rujukan, rujukan@jtm.example",
    catalogue="https://opac.jtm.example/?id={source_id}",
    cover="https://sampul.example/{title}.jpg",
    partners=("id-jtm",),
)


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """A catalogue of 60 libraries that all have one novel, and a long one."""
    others = tuple(Library(f"id-{at:02}", Translated((("id", f"Perpustakaan {at:02}"),)), "public") for at in range(60))
    site = Site(SITE.name, SITE.url, (*SITE.libraries, LENDING, *others))
    everybody = ("id-jtm", "id-amn", *(each.code for each in others))
    records = [
        union(1, "Laskar pelangi", libraries=everybody),
        union(2, "Kumpulan", contents=tuple(f"Bab {at} {'kata ' * 40}" for at in range(400))),
    ]
    return TestClient(create_app(publish(tmp_path_factory.mktemp("wide"), records), site), follow_redirects=False)


NOVEL, COLLECTION = union(1, ""), union(2, "")


def test_libraries_stand_nearest_first_with_their_terms(wide: TestClient) -> None:
    page = visit(wide, f"/record/{NOVEL.id}?home=id-amn&lang=en")
    assert page.texts(".holdings h3")[:3] == ["AMN Library", "Perpustakaan Jawa Timur", "Perpustakaan 00"]
    assert page.texts(".holdings .imprint") == [
        "Surabaya, Jawa Timur · your library",
        "Malang, Jawa Timur · in the same province as yours",
    ]
    assert page.texts(".terms")[1] == (
        "You may borrow here with an identity card. You may read it in the library. "
        "Your own library may ask for it through interlending. "
        "Write a request Perpustakaan Jawa Timur In its own catalogue Perpustakaan Jawa Timur Cover (sampul.example)"
    )
    (own, cover) = [str(a["href"]) for a in page.html.select(".terms a[rel~=external]")]
    assert (own, cover) == ("https://opac.jtm.example/?id=1", "https://sampul.example/Laskar%20pelangi.jpg")


def test_a_page_shows_the_nearest_libraries_and_leads_to_all(wide: TestClient) -> None:
    page = visit(wide, f"/record/{NOVEL.id}?lang=en")
    assert (page.texts(".holdings h2"), len(page.texts(".holdings h3"))) == (["In 62 libraries"], 15)
    every = page.click("and 47 more libraries")
    assert len(every.texts(".holdings h3")) == 62
    assert every.click("Back to the record").texts("h1") == ["Laskar pelangi"]


@pytest.mark.parametrize("record", [NOVEL, COLLECTION])
def test_a_record_page_stays_small(wide: TestClient, record: UnionRecord) -> None:
    assert len(wide.get(f"/record/{record.id}?home=id-amn&lang=en").content) < 40_000


def test_music_has_its_numbers_times_voices_and_works_and_a_heading_of_two_vocabularies_once(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    disc = union(
        1,
        "La belle époque",
        contributors=(
            Contributor("Hahn, Reynaldo", "Reynaldo Hahn", primary=True, roles=("cmp",)),
            Contributor("Graham, Susan", "Susan Graham", roles=("sng",)),
            Contributor("Hahn, Reynaldo", "Reynaldo Hahn", work="À Chloris"),
        ),
        identifiers=(
            Identifier("other", "SK 60168", "Sony Classical", is_key=False, agency="publisher"),
            Identifier("other", "074646016824", agency="upc"),
            Identifier("other", "17", is_key=False),
        ),
        notes=(Note("Compact disc."), Note("1:02:15", "duration"), Note("soprano voice, piano", "medium")),
    )
    told = replace(
        disc, description=replace(disc.description, subjects=(Subject("Songs"), Subject("songs", scheme="fast")))
    )
    client = TestClient(create_app(publish(tmp_path_factory.mktemp("disc"), [told]), SITE))
    page = visit(client, f"/record/{told.id}?lang=en")
    facts = {
        label.get_text(strip=True): [value.get_text(" ", strip=True) for value in label.find_next_siblings("dd")]
        for label in page.html.select("dl dt")
    }
    assert (
        facts["With"],
        facts["Contained and related works"],
        facts["Playing time"],
        facts["Voices and instruments"],
        facts["Subjects"],
        facts["Publisher's number"],
        facts["UPC"],
        page.texts("[aria-labelledby=notes] li"),
    ) == (
        ["Graham, Susan (singer) in the list"],
        ["Hahn, Reynaldo: À Chloris in the list"],
        ["1:02:15"],
        ["soprano voice, piano"],
        ["Songs in the list"],
        ["SK 60168 (Sony Classical)"],
        ["074646016824"],
        ["Compact disc."],
    )


def test_long_contents_say_how_much_more_there_is(wide: TestClient) -> None:
    page = visit(wide, f"/record/{COLLECTION.id}?lang=en")
    lines = page.texts("[aria-labelledby=contents] li")
    assert page.texts("[aria-labelledby=contents] > p") == [f"{400 - len(lines)} more lines"]
    assert page.click("more lines").texts("h1") == ["MARC fields"]


def test_contents_of_many_lines_unfold(wide: TestClient) -> None:
    page = visit(wide, f"/record/{COLLECTION.id}?lang=en")
    section = "[aria-labelledby=contents]"
    seen, folded = (len(page.texts(f"{section} {where}")) for where in ("> ul > li", "details li"))
    assert (seen, page.texts(f"{section} summary")) == (12, [f"{folded} more lines"])


MANY = tuple(Holding("id-amn", call_number=f"Koran {at}", confirmed="2026-11-20") for at in range(60))


def test_a_library_that_says_only_that_it_has_it_has_no_list_of_nothing(tmp_path: Path) -> None:
    held = (Holding("id-amn", confirmed="2026-11-20"), Holding("id-nus", call_number="899", confirmed="2026-11-20"))
    record = union(1, "Bumi manusia", libraries=("id-amn", "id-nus"), holdings=held)
    page = visit(TestClient(create_app(publish(tmp_path, [record]), SITE)), f"/record/{record.id}?lang=en")
    assert page.texts(".library h3") == ["AMN Library", "Perpustakaan Nusantara"]
    assert page.texts(".library li") == ["899"]
    assert page.texts(".library .confirmed") == ["confirmed Nov 20, 2026"] * 2
    requests = [text for text in page.texts(".terms a") if text.startswith("Write a request")]
    assert requests == ["Write a request AMN Library", "Write a request Perpustakaan Nusantara"]


@pytest.mark.parametrize(("names", "seen", "unfold"), [(15, 15, []), (16, 12, ["4 more"]), (130, 12, ["118 more"])])
def test_the_many_authors_of_a_report_unfold(tmp_path: Path, names: int, seen: int, unfold: list[str]) -> None:
    authors = tuple(Contributor(f"Penulis {at}", f"Penulis {at}", roles=("aut",)) for at in range(names))
    record = union(1, "Laporan", author=None, contributors=authors)
    page = visit(TestClient(create_app(publish(tmp_path, [record]), SITE)), f"/record/{record.id}?lang=en")
    people = "#description + .facts > div:first-child"
    assert len(page.html.select(f"{people} > dd > a:not(.browse)")) == seen
    assert len(page.html.select(f"{people} a:not(.browse)")) == names
    assert page.texts(".facts summary") == unfold


@pytest.mark.parametrize(
    ("copies", "seen", "unfold"), [(9, 9, []), (10, 8, ["2 more places"]), (60, 8, ["52 more places"])]
)
def test_the_many_places_of_a_newspaper_unfold(
    tmp_path_factory: pytest.TempPathFactory, copies: int, seen: int, unfold: list[str]
) -> None:
    """Each with its shelf mark; the day on which they were confirmed is said once, where it is one."""
    newspaper = union(1, "Kompas", holdings=MANY[:copies])
    client = TestClient(create_app(publish(tmp_path_factory.mktemp("newspaper"), [newspaper]), SITE))
    page = visit(client, f"/record/{newspaper.id}?lang=en")
    assert page.texts(".holdings .call-number") == [each.call_number for each in newspaper.holdings]
    assert len(page.texts(".library > ul > li")) == seen
    assert page.texts(".library summary") == unfold
    assert page.texts(".holdings .confirmed") == ["confirmed Nov 20, 2026"]


def test_addresses_that_read_alike_are_numbered(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The six volumes of Cicero's speeches, each at an address of its own, were six links that said the same."""
    at = ("www.canadiana.ca/view/1", "www.canadiana.ca/view/2", "books.example/1")
    record = union(1, "Orationes", holdings=(Holding("id-amn"),))
    record = replace(record, description=replace(record.description, links=tuple(Link(f"https://{url}") for url in at)))
    client = TestClient(create_app(publish(tmp_path_factory.mktemp("links"), [record]), SITE))
    assert visit(client, f"/record/{record.id}?lang=en").texts(".open-links li") == [
        "Read or open online (1) canadiana.ca",
        "Read or open online (2) canadiana.ca",
        "Read or open online books.example",
    ]


def test_addresses_of_files_say_what_opens(tmp_path_factory: pytest.TempPathFactory) -> None:
    links = (Link("https://repo.example/skripsi.PDF?sequence=1"), Link("https://repo.example/1"))
    record = union(1, "Skripsi", holdings=(Holding("id-amn"),))
    record = replace(record, description=replace(record.description, links=links))
    client = TestClient(create_app(publish(tmp_path_factory.mktemp("files"), [record]), SITE))
    assert visit(client, f"/record/{record.id}?lang=id").texts(".open-links li") == [
        "Baca atau buka daring, PDF repo.example",
        "Baca atau buka daring repo.example",
    ]


def test_a_serial_says_what_it_was_and_what_became_of_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A journal that swallowed another continued it, and one known by no more than its ISSN was an empty line."""
    issn = Identifier("issn", "0317-8471", is_key=False)
    relations = (
        Relation("continues", "Bintang"),
        Relation("formed_from", "Timur", "Redaksi"),
        Relation("absorbed", "Barat", identifiers=(issn,)),
        Relation("merged_with", "", identifiers=(issn,)),
        Relation("split_into", "", identifiers=(Identifier("oclc", "1", is_key=False),)),
    )
    record = union(1, "Bintang Timur", type="serial", relations=relations)
    client = TestClient(create_app(publish(tmp_path_factory.mktemp("changes"), [record]), SITE))
    page = visit(client, f"/record/{record.id}?lang=en")
    told = dict(zip(page.texts("dt"), page.texts("dd"), strict=True))
    assert {name: told[name] for name in told if name.startswith(("Cont", "Form", "Abs", "Merged", "Split"))} == {
        "Continues": "Bintang",
        "Formed from": "Redaksi. Timur",
        "Absorbed": "Barat",
        "Merged with or into": "ISSN 0317-8471",
    }
    (address,) = [str(link["href"]) for link in page.html.select("dd a") if "0317" in link.get_text()]
    assert parse_qs(urlsplit(address).query)["q"] == ["0317-8471"]


def test_days_of_confirmation_that_differ_stand_beside_their_copies(tmp_path_factory: pytest.TempPathFactory) -> None:
    held = tuple(Holding("id-amn", call_number=day, confirmed=day) for day in ("2026-11-19", "2026-11-20"))
    record = union(1, "Kompas", holdings=held)
    client = TestClient(create_app(publish(tmp_path_factory.mktemp("days"), [record]), SITE))
    lines = visit(client, f"/record/{record.id}?lang=en").texts(".holdings li")
    assert lines == ["2026-11-19 confirmed Nov 19, 2026", "2026-11-20 confirmed Nov 20, 2026"]


def test_a_request_is_ready_to_be_sent_or_printed(wide: TestClient) -> None:
    page = visit(wide, f"/record/{NOVEL.id}?lang=en&home=id-jtm").click("Write a request")
    assert page.texts("h1") == ["Ask Perpustakaan Jawa Timur for it"]
    letter = page.html.select_one(".letter").get_text()
    assert letter.splitlines()[:9] == [
        "To: Perpustakaan Jawa Timur",
        "",
        "I should like to borrow this from your library:",
        "",
        "Title: Laskar pelangi",
        "Author: Toer, Pramoedya Ananta",
        "Published: Jakarta : Hasta Mitra, 1980",
        "Call number: 899 1",
        f"In the union catalogue: https://katalog.example/record/{NOVEL.id}",
    ]
    mail = urlsplit(str(page.html.select_one("a.primary")["href"]))
    assert (mail.scheme, mail.path) == ("mailto", "rujukan@jtm.example")
    assert parse_qs(mail.query)["subject"] == ["Request: Laskar pelangi"]
    assert unquote(mail.query.partition("body=")[2]) == letter.replace("\n", "\r\n")
    lent = page.click("interlending").html.select_one(".letter").get_text()
    assert "for one of our readers" in lent
    assert lent.rstrip().endswith("shall return it in time.")


def test_a_library_without_a_copy_is_not_asked(wide: TestClient) -> None:
    assert wide.get(f"/record/{NOVEL.id}/ask/id-nus").status_code == 404
    assert wide.get(f"/record/{NOVEL.id}/ask/nix").status_code == 404


def test_a_hit_leads_on_to_the_next_and_back_to_its_results(reader: TestClient) -> None:
    first = visit(reader, "/search?q=jejak&sort=title&size=10&lang=en").click("Jejak langkah 10")
    assert first.texts(".leafing span") == ["1 of 27"]
    second = first.click("Next")
    assert (second.texts("h1"), second.texts(".leafing span")) == (["Jejak langkah 11"], ["2 of 27"])
    assert second.click("Previous").texts("h1") == ["Jejak langkah 10"]
    results = second.click("Back to the results")
    assert results.texts(".hit h2")[1] == "Jejak langkah 11"
    assert results.texts(".result-count") == ["1–10 of 27 editions"]


@pytest.mark.parametrize("number", ["0", "99", "x", "٣", "999999999"])
def test_a_hit_that_is_none_is_a_page_without_leafing(reader: TestClient, bumi: UnionRecord, number: str) -> None:
    assert visit(reader, f"/record/{bumi.id}?q=jejak&hit={number}").texts(".leafing") == []


def test_citations_stand_in_three_styles(reader: TestClient, bumi: UnionRecord) -> None:
    page = visit(reader, f"/record/{bumi.id}?lang=en").click("Cite")
    assert page.texts(".citations dt") == ["APA (7)", "MLA (9)", "Chicago (16)"]
    assert page.texts(".citations dd")[0] == "Toer, P. A. (1980). Bumi <manusia>: sebuah roman. Hasta Mitra."
    assert page.texts(".citations i")[0] == "Bumi <manusia>: sebuah roman"


def test_marc_fields_have_names_and_members_show_their_own(reader: TestClient, bumi: UnionRecord) -> None:
    page = visit(reader, f"/record/{bumi.id}?lang=en").click("MARC fields")
    rows = dict(zip(page.texts(".marc tbody th"), page.texts(".marc tbody td"), strict=True))
    assert rows["020 ## International Standard Book Number"] == "$a 9789799731234"
    assert rows["245 10 Title statement"] == "$a Bumi <manusia> : $b sebuah roman"
    own = page.click("AMN Library")
    assert own.texts(".marc tbody th, .marc tbody td")[2:] == ["245 00 Title statement", "$a Bumi manusia"]
    assert reader.get(f"/record/{bumi.id}/marc?member=id-nus").status_code == 404


@pytest.mark.parametrize("page", ["/cite", "/marc", "/libraries", "/ask/id-amn"])
def test_a_past_id_leads_on_to_the_same_page(reader: TestClient, bumi: UnionRecord, page: str) -> None:
    answer = reader.get(f"/record/{PAST}{page}?lang=en")
    assert (answer.status_code, answer.headers["location"]) == (308, f"/record/{bumi.id}{page}?lang=en")


def test_machines_read_the_record_in_their_own_words(reader: TestClient, bumi: UnionRecord) -> None:
    html = visit(reader, f"/record/{bumi.id}?lang=en").html
    node = json.loads(html.select_one('script[type="application/ld+json"]').string)
    assert (node["@type"], node["name"], node["@id"]) == (
        "Book",
        "Bumi <manusia> : sebuah roman",
        f"https://katalog.example/record/{bumi.id}",
    )
    tags = {str(tag["name"]): str(tag["content"]) for tag in html.select("head meta[name]")}
    assert (tags["citation_title"], tags["citation_author"], tags["citation_isbn"], tags["DC.creator"]) == (
        "Bumi <manusia> : sebuah roman",
        "Toer, Pramoedya Ananta",
        "9789799731234",
        "Toer, Pramoedya Ananta",
    )
    openurl = parse_qs(str(html.select_one("span.Z3988")["title"]))
    assert (openurl["rft.btitle"], openurl["rft.aulast"], openurl["rft.isbn"]) == (
        ["Bumi <manusia> : sebuah roman"],
        ["Toer"],
        ["9789799731234"],
    )
    assert {str(link["hreflang"]) for link in html.select("link[rel=alternate][hreflang]")} >= {"id", "en"}
    assert "application/marc" in {str(link.get("type")) for link in html.select("link[rel=alternate]")}


def test_a_title_can_not_end_the_block_that_machines_read(tmp_path_factory: pytest.TempPathFactory) -> None:
    hostile = union(1, Title("</script><script>alert(1)</script>"), holdings=(Holding("id-amn"),))
    client = TestClient(create_app(publish(tmp_path_factory.mktemp("hostile"), [hostile]), SITE))
    html = BeautifulSoup(client.get(f"/record/{hostile.id}").text, "html.parser")
    scripts = [each for each in html.select("script") if not each.get("src")]
    assert [each["type"] for each in scripts] == ["application/ld+json"]
    assert json.loads(scripts[0].string)["name"] == "</script><script>alert(1)</script>"


def test_a_class_is_named_with_its_scheme_unless_the_library_made_it(tmp_path: Path) -> None:
    classes = (Classification("ddc", "781.65"), Classification("local", "1782"))
    record = union(1, "2nd floor please", classifications=classes)
    client = TestClient(create_app(publish(tmp_path, [record]), SITE))
    page = visit(client, f"/record/{record.id}?lang=id")
    (label,) = [each for each in page.html.select("dl dt") if each.get_text() == "Klasifikasi"]
    assert [each.get_text() for each in label.find_next_siblings("dd")] == ["781.65 (DDC)", "1782"]

"""What a result page says and offers: chips, own libraries, years, reasons, advanced search; all without JavaScript."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from starlette.testclient import TestClient

from discovery.catalog.library import Library, Translated
from discovery.catalog.record import Note, Series
from discovery.labels.labels import make_labels
from discovery.search.highlighting import Passage, highlights, passages
from discovery.search.params import read_params
from discovery.search.parse import read_query
from discovery.search.request import YearRange
from discovery.search.results import Bucket, Facet
from tests.catalogues import SITE, publish, union
from tests.web.browsing import visit
from web.app import create_app
from web.i18n import make_words
from web.pages.type_words import TypeSearch, type_search
from web.pages.years import years_view

ENGLISH, INDONESIAN = (make_words(make_labels(SITE, locale)) for locale in ("en", "id"))


def test_rows_beyond_the_first_are_chips_that_a_new_search_keeps(reader: TestClient) -> None:
    page = visit(reader, "/search?q=jejak&q2=fiksi&in2=subject&op2=or&q3=anak&op3=not&lang=en")
    assert page.texts(".constraints li") == [
        "Remove: or Subject: fiksi ×",
        "Remove: but not Everywhere: anak ×",
        "Remove all",
    ]
    without = page.click("Subject: fiksi")
    assert (without.texts(".result-count"), without.texts(".constraints li")) == (
        ["1–20 of 27 editions"],
        ["Remove: but not Everywhere: anak ×"],
    )
    again = page.submit("search", q="langkah")
    assert len(again.texts(".constraints li")) == 3


def test_advanced_search_reads_a_search_back_whole(reader: TestClient) -> None:
    address = (
        "/search?q=jejak&in=title&q2=toer&in2=author&op2=or&f.type=book&f.subject=Tema+9&f.subject=Tema+11"
        "&x.library=id-nus&year=1970-&sort=newest&size=50&by=work&home=id-nus&lang=en"
    )
    found = visit(reader, address)
    form = found.click("Advanced search")
    assert [(f["name"], f["value"]) for f in form.html.select("#advanced input[type=search]")] == [
        ("q", "jejak"),
        ("q2", "toer"),
        ("q3", ""),
        ("q4", ""),
    ]
    back = form.submit("advanced")
    same = ".result-count, .own-counts, .constraints li, .hit h2"
    assert sorted(back.texts(same)) == sorted(found.texts(same))
    assert len(found.texts(".hit h2")) == 2


def test_another_number_of_hits_a_page_is_named_and_kept(reader: TestClient) -> None:
    found = visit(reader, "/search?q=jejak&size=10&lang=en")
    assert [" ".join(each.split()) for each in found.texts(".choices summary")][-1] == "Per page: 10"
    assert len(found.click("Advanced search").submit("advanced").texts(".hit")) == 10


def test_advanced_search_drops_what_is_unticked_and_grows_by_rows(reader: TestClient) -> None:
    form = visit(reader, "/advanced?q=jejak&x.library=id-nus&rows=6&lang=en")
    assert len(form.html.select("#advanced input[type=search]")) == 6
    assert form.texts("#advanced .values label")[0] == "not Library: Perpustakaan Nusantara"
    form.html.select_one("#advanced input[name='x.library']").decompose()
    assert form.submit("advanced", q3="9").texts(".constraints li") == ["Remove: Everywhere: 9 ×"]


def test_own_libraries_are_chosen_once_and_counted_ever_after(reader: TestClient) -> None:
    choice = visit(reader, "/search?q=toer&lang=en").click("My libraries")
    found = choice.submit("own", tick="Perpustakaan Nusantara")
    assert found.texts(".own-counts") == ["1 in yours · 29 in all"]
    assert found.texts(".facet h4.group") == ["My libraries", "Jawa Timur"]
    assert found.texts(".hit .own")[0].startswith("Perpustakaan Nusantara")
    own = found.click("1 in yours")
    assert (own.texts(".result-count"), own.texts(".own-counts")) == (["1–1 of 1 edition"], ["1 in yours · 29 in all"])
    assert own.click("29 in all").texts(".result-count") == ["1–20 of 29 editions"]
    assert own.submit("search", q="anak").texts(".own-counts") == ["0 in yours · 1 in all"]
    assert visit(reader, "/search?q=toer&home=nobody&lang=en").texts(".own-counts") == []


def test_libraries_stand_by_province_with_their_city(reader: TestClient) -> None:
    page = visit(reader, "/search/facet/library?q=toer&lang=en")
    assert page.texts("#facet h2, #facet .values li") == [
        "Jawa Timur",
        "AMN LibrarySurabaya29−",
        "DKI Jakarta",
        "Perpustakaan Nusantara1−",
    ]


def test_one_of_many_libraries_is_found_by_a_part_of_its_name_or_its_city(tmp_path: Path) -> None:
    """What was typed had to be the beginning of its code, and there was no field to type it into."""
    codes = tuple(f"id-{number}" for number in range(24))
    libraries = tuple(
        Library(code, Translated((("en", f"State School {code}"),)), "school", city="Kediri" if code == "id-7" else "")
        for code in codes[:-1]
    )
    service = publish(tmp_path, [union(1, "Bumi manusia", libraries=codes)])
    with TestClient(create_app(service, replace(SITE, libraries=libraries))) as client:
        page = visit(client, "/search/facet/library?q=bumi&f.library=id-3&lang=en")
        found = {each: page.submit("beginning", prefix=each) for each in ("kediri", "school ID-2", "23", "nowhere")}
    assert page.texts("label[for=prefix]") == ["Name or city"]
    assert len(page.texts(".values li")) == 24
    assert {each: there.texts(".values bdi") for each, there in found.items()} == {
        "kediri": ["State School id-7"],
        "school ID-2": [f"State School id-2{digit}" for digit in ("", "0", "1", "2")],
        "23": ["id-23"],
        "nowhere": [],
    }
    # What was ticked before goes along with what is ticked here.
    assert found["kediri"].submit("facet", tick="State School id-7").texts(".constraints bdi") == [
        "State School id-3",
        "State School id-7",
    ]


def test_years_from_two_fields_are_one_range_and_the_others_stay_in_sight(reader: TestClient) -> None:
    page = visit(reader, "/search?year=1981&year=&lang=en")
    assert (page.texts(".hit h2"), page.texts(".constraints li")) == (["Anak semua bangsa"], ["Remove: Year: 1981– ×"])
    drawing = page.html.select_one(".years svg")
    assert drawing["aria-label"] == "From 1980 to 1989, most of them, 30, in 1980–1989"
    assert [field["value"] for field in page.html.select("input[name=year]")] == ["1981", ""]


@pytest.mark.parametrize(
    ("decades", "years", "bars", "chosen", "span"),
    [
        ({"1990-1999": 4, "2010-2019": 1}, None, "M0 48v-48h8v48zM20 48v-12h8v12z", "", (1990, 2019)),
        ({"1990-1999": 4, "2000-2009": 4}, YearRange(1995, 1999), "M10 48v-48h8v48z", "M0 48v-48h8v48z", (1990, 2009)),
        ({"-50--41": 1, "-40--31": 1000}, YearRange(None, -41), "M10 48v-48h8v48z", "M0 48v-2h8v2z", (-50, -31)),
        ({"1970-1979": 0}, None, "", "", (1970, 1979)),
        ({"1970-1979": 0, "1980-1989": 2}, None, "M0 48v-48h8v48z", "", (1980, 1989)),
        ({"1000-1009": 1, "2000-2009": 1}, None, "M0 48v-48h8v48zM390 48v-48h8v48z", "", (1610, 2009)),
    ],
)
def test_decades_are_drawn_to_scale(
    decades: dict[str, int],
    years: YearRange | None,
    bars: str,
    chosen: str,
    span: tuple[int, int],
) -> None:
    facet = Facet("year", tuple(Bucket(decade, count) for decade, count in decades.items()))
    view = years_view(facet, years, ENGLISH)
    assert (view.bars, view.chosen, (view.first, view.last)) == (bars, chosen, span)


RECORD = union(
    1,
    "Bumi manusia",
    subjects=("Nasionalisme Indonesia",),
    series=(Series("Tetralogi <Buru>"), Series("Buletin", name="Balai Bahasa")),
    notes=(Note("Naskah ini ditulis di pulau itu, jauh dari rumah, dan disimpan lama sebelum terbit di Jaya."),),
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("bumi", ()),
        ("toer", ()),
        ("nasionalisme", (Passage("subject", "<mark>Nasionalisme</mark> Indonesia"),)),
        ("bumi nasionalisme", (Passage("subject", "<mark>Nasionalisme</mark> Indonesia"),)),
        ("buru", (Passage("series", "Tetralogi &lt;<mark>Buru</mark>&gt;"),)),
        ("bahasa", (Passage("series", "Balai <mark>Bahasa</mark>. Buletin"),)),
        ("mitra", (Passage("publisher", "Hasta <mark>Mitra</mark>"),)),
        (
            "disimpan",
            (
                Passage(
                    "contents",
                    "… ditulis di pulau itu, jauh dari rumah, dan <mark>disimpan</mark> lama sebelum terbit di Jaya.",
                ),
            ),
        ),
        ("tidakada", ()),
    ],
)
def test_a_hit_says_where_it_matched_unless_title_or_author_show_it(typed: str, expected: tuple[Passage, ...]) -> None:
    query = read_query(typed).query
    assert passages(query, RECORD, highlights(query, RECORD)) == expected


def test_suggestions_are_options_in_the_readers_language(reader: TestClient) -> None:
    options = visit(reader, "/search/suggest?q=fik&lang=id").html.select("li[role=option]")
    assert [(" ".join(o.get_text().split()), o["data-href"]) for o in options] == [
        ("Fiksi Indonesia Subjek · 2", "/search?q=%22%5EFiksi+Indonesia%24%22&in=subject&lang=id")
    ]
    assert visit(reader, "/search/suggest?q=fik&in=author").html.select("li") == []
    assert visit(reader, "/search/suggest?q=&in=series").html.select("li") == []


def test_suggestions_of_a_search_in_some_libraries_are_these_libraries_and_lead_into_them(reader: TestClient) -> None:
    options = visit(reader, "/search/suggest?q=fik&f.library=id-nus&lang=id").html.select("li[role=option]")
    assert [(" ".join(o.get_text().split()), o["data-href"]) for o in options] == [
        ("Fiksi Indonesia Subjek · 1", "/search?q=%22%5EFiksi+Indonesia%24%22&in=subject&f.library=id-nus&lang=id")
    ]
    assert visit(reader, "/search/suggest?q=nasional&f.library=id-nus").html.select("li") == []
    assert len(visit(reader, "/search/suggest?q=nasional&f.library=id-nus&f.library=id-amn").html.select("li")) == 1


def test_a_browser_that_saves_data_gets_no_script(reader: TestClient) -> None:
    lean = reader.get("/search?q=jejak", headers={"Save-Data": "on"})
    full = reader.get("/search?q=jejak")
    assert ("<script" in lean.text, "data-suggestions" in lean.text) == (False, False)
    assert ("<script" in full.text, "data-suggestions" in full.text) == (True, True)
    assert lean.headers["etag"] != full.headers["etag"]
    assert "Save-Data" in lean.headers["vary"]


@pytest.mark.parametrize("language", ["id", "en", "ar"])
def test_every_language_of_the_interface_has_its_direction(reader: TestClient, language: str) -> None:
    html = visit(reader, f"/search?q=jejak&lang={language}").html.html
    assert (html["lang"], html["dir"]) == (language, "rtl" if language == "ar" else "ltr")


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("علوم", ["علوم"]),
        ("الغزالي", ["الغزالي"]),
        ("الغزالي إحياء", ["إحياء", "الغزالي"]),
        ("ghazzali", ["Ghazzālī"]),
    ],
)
def test_what_matched_is_marked_in_its_own_script(reader: TestClient, typed: str, marked: list[str]) -> None:
    """A reader who types Arabic sees where it stands, as one who types its romanisation does; once is enough."""
    page = visit(reader, f"/search?q={typed}&lang=ar")
    assert (page.texts(".hit .original"), page.texts(".hit mark")) == (["إحياء علوم الدين"], marked)
    assert page.texts(".matched") == []


@pytest.mark.parametrize(
    ("asked", "offered"),
    [
        ("q=serial", ["Everything of the type Serial (1 edition)"]),
        ("q=kompas+Serial", ["Look for “kompas” within the type Serial (1 edition)"]),
        ("q=kompas+serial&by=work&size=50", ["Look for “kompas” within the type Serial (1 edition)"]),
        ("q=skripsi", []),
        ("q=book", []),
        ("q=serial&f.type=serial", []),
        ("q=serial&x.type=book", []),
        ("q=serial&in=title", []),
        ("q=%22kompas%22+serial", []),
        ("q=kompas+-serial", []),
        ("q=kompas&q2=serial", []),
        ("q=", []),
    ],
)
def test_a_type_among_the_words_is_offered_as_a_limit(newspapers: TestClient, asked: str, offered: list[str]) -> None:
    page = visit(newspapers, f"/search?{asked}&lang=en")
    assert [each for each in page.texts(".suggestions li") if " the type " in each] == offered
    if offered:
        found = page.click(" the type ")
        assert found.texts(".constraints li") == ["Remove: Type: Serial ×"]
        assert found.texts(".hit h2") == ["Kompas"]


def test_a_types_name_in_another_language_is_one_too() -> None:
    """Readers type in Indonesian whatever language their browser asks for."""
    found = type_search(read_params([("q", "SKRIPSI ekonomi"), ("page", "2")]), [ENGLISH.labels, INDONESIAN.labels])
    assert found == TypeSearch("thesis", "ekonomi", read_params([("q", "ekonomi"), ("f.type", "thesis")]))
    assert type_search(read_params([("q", "skripsi ekonomi")]), [ENGLISH.labels]) is None


@pytest.fixture(scope="module")
def newspapers(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """A newspaper and a book about it."""
    records = [union(1, "Kompas", type="serial"), union(2, "Sejarah Kompas")]
    return TestClient(create_app(publish(tmp_path_factory.mktemp("newspapers"), records), SITE))

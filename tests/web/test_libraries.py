"""The directory of libraries, a library's own page, and whom to ask about a subject; all without JavaScript."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from discovery.catalog.library import Library, Translated
from discovery.catalog.record import Classification, Title
from discovery.catalog.site import Site
from discovery.search.counterparts import Counterpart, counterparts_fact, counterparts_key
from discovery.search.partner_facts import Freshness, freshness_fact
from tests.catalogues import SITE, publish, union
from tests.web.browsing import Page, visit
from web.app import create_app

LENDING = Library(
    "id-smg",
    Translated((("id", "Perpustakaan Semarang"), ("en", "Semarang Library"), ("ar", "مكتبة سمارانغ"))),
    "public",
    city="Semarang",
    province="Jawa Tengah",
    borrow_with=Translated((("en", "an identity card"),)),
    reading_room=True,
    librarian="Reference desk, tanya@smg.example",
    contact="(024) 555 0101",
    hours=Translated((("en", "Monday–Friday"),)),
    url="https://smg.example/",
)
OTHERS = (
    Library("id-mlg", Translated((("id", "Pustaka Malang"),)), "public", city="Malang", province="Jawa Timur"),
    Library("xx-far", Translated((("en", "Far Library"),)), "special"),
)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Five libraries. On Padi, Semarang has two that nobody else has, AMN three of which one is its alone."""
    site = Site(SITE.name, SITE.url, (*SITE.libraries, LENDING, *OTHERS))
    padi = {"subjects": ("Padi",)}
    records = [
        union(1, "Padi sawah", libraries=("id-amn", "id-nus"), year=2001, classifications=ddc("633"), **padi),
        union(2, "Padi ladang", libraries=("id-amn", "id-nus"), year=1999, classifications=ddc("633"), **padi),
        union(3, "Padi gogo", libraries=("id-amn",), year=1975, classifications=ddc("338"), **padi),
        union(4, "Padi hitam", libraries=("id-smg",), year=2012, **padi),
        union(5, "Padi merah", libraries=("id-smg",), year=None, type="serial", **padi),
        union(6, Title("Rice"), libraries=("id-nus",), subjects=("Rice",), year=2020, languages=("en",)),
        union(7, "Sejarah kota", libraries=("id-smg",), subjects=("Kota",), year=1960),
    ]
    rice = counterparts_fact(counterparts_key("Padi").removeprefix("counterparts:"), [SAME_AS_RICE])
    facts = [rice, freshness_fact("id-smg", Freshness("2026-01-02T03:04:05Z", "2020-01-02", stale_after=30))]
    service = publish(tmp_path_factory.mktemp("libraries"), records, facts=facts)
    with TestClient(create_app(service, site), follow_redirects=False) as client:
        yield client


SAME_AS_RICE = Counterpart("Rice", "equivalent", "parallel", "lcsh", 9, 0.9)


def ddc(number: str) -> tuple[Classification, ...]:
    return (Classification("ddc", number),)


def directory(page: Page) -> list[str]:
    return page.texts("main h2, main h3, .library-list li")


def test_libraries_stand_by_province_and_city(reader: TestClient) -> None:
    page = visit(reader, "/libraries?lang=en")
    assert directory(page) == [
        "DKI Jakarta 1 library",
        "Perpustakaan Nusantara National library 3 records",
        "Jawa Tengah 1 library",
        "Semarang",
        "Semarang Library Public library · lends to visitors · reading room 3 records",
        "Jawa Timur 2 libraries",
        "Malang",
        "Pustaka Malang Public library 0 records",
        "Surabaya",
        "AMN Library Academic library 3 records",
        "Elsewhere 1 library",
        "Far Library Special library 0 records",
    ]
    assert "5 libraries" in page.texts("main p")


def test_libraries_stand_by_kind_where_the_address_says_so(reader: TestClient) -> None:
    page = visit(reader, "/libraries?lang=en").click("By kind")
    assert directory(page) == [
        "National library 1 library",
        "Perpustakaan Nusantara DKI Jakarta 3 records",
        "Academic library 1 library",
        "AMN Library Surabaya · Jawa Timur 3 records",
        "Public library 2 libraries",
        "Pustaka Malang Malang · Jawa Timur 0 records",
        "Semarang Library Semarang · Jawa Tengah · lends to visitors · reading room 3 records",
        "Special library 1 library",
        "Far Library 0 records",
    ]


def test_the_nearest_libraries_stand_first_and_say_how_near(reader: TestClient) -> None:
    page = visit(reader, "/libraries?home=id-smg&lang=en")
    assert directory(page)[:5] == [
        "Jawa Tengah 1 library",
        "Semarang",
        "Semarang Library Public library · your library · lends to visitors · reading room 3 records",
        "DKI Jakarta 1 library",
        "Perpustakaan Nusantara National library · on the same island as yours 3 records",
    ]


@pytest.mark.parametrize(
    ("typed", "names", "count"),
    [
        ({"kind": "public"}, ["Semarang Library", "Pustaka Malang"], "2 of 5 libraries · Show all"),
        ({"kind": "public", "province": "Jawa Timur"}, ["Pustaka Malang"], "1 of 5 libraries · Show all"),
        ({"lending": "borrow"}, ["Semarang Library"], "1 of 5 libraries · Show all"),
        ({"lending": "read"}, ["Semarang Library"], "1 of 5 libraries · Show all"),
        ({"lending": "interlending"}, [], "0 of 5 libraries · Show all"),
        ({"name": "sEMÁr"}, ["Semarang Library"], "1 of 5 libraries · Show all"),
        ({"name": "سمارانغ"}, ["Semarang Library"], "1 of 5 libraries · Show all"),
        ({"name": "malang"}, ["Pustaka Malang"], "1 of 5 libraries · Show all"),
        ({"name": "id-amn"}, ["AMN Library"], "1 of 5 libraries · Show all"),
        ({"name": "nix"}, [], "0 of 5 libraries · Show all"),
    ],
)
def test_the_form_narrows_the_directory(
    reader: TestClient, typed: dict[str, str], names: list[str], count: str
) -> None:
    page = visit(reader, "/libraries?lang=en").submit("directory", **typed)
    assert (page.texts(".library-list a"), page.texts("main nav + p")) == (names, [count])
    assert len(page.click("Show all").texts(".library-list a")) == 5


def test_choices_say_how_many_libraries_each_would_leave(reader: TestClient) -> None:
    page = visit(reader, "/libraries?province=Jawa+Timur&lang=en")
    assert page.texts("select[name=kind] option") == ["Every kind", "Academic library (1)", "Public library (1)"]
    assert page.texts("select[name=province] option[selected]") == ["Jawa Timur (2)"]
    assert page.texts("select[name=lending] option") == ["Any terms"]


@pytest.mark.parametrize("odd", ["kind=castle&by=moon", "province=Atlantis", "lending=%00", "name=+++"])
def test_what_there_is_not_narrows_nothing(reader: TestClient, odd: str) -> None:
    assert directory(visit(reader, f"/libraries?{odd}&lang=en")) == directory(visit(reader, "/libraries?lang=en"))


def test_a_library_says_how_to_reach_it_and_how_it_lends(reader: TestClient) -> None:
    page = visit(reader, "/libraries?lang=en").click("Semarang Library")
    assert page.texts("h1, h1 + p") == ["Semarang Library", "Public library · Semarang, Jawa Tengah"]
    assert page.texts("section[aria-labelledby=contact] dt, section[aria-labelledby=contact] dd") == [
        "Opening hours",
        "Monday–Friday",
        "Contact",
        "(024) 555 0101",
        "Reference librarian",
        "Reference desk, tanya@smg.example",
        "Website",
        "The library's own site",
        "Lending",
        "You may borrow here with an identity card.",
        "You may read it in the library.",
    ]
    letters = [link["href"] for link in page.html.select("dd a[href^=mailto]")]
    assert letters == ["mailto:tanya@smg.example"]


def test_a_library_says_what_it_brings_and_warns_of_stale_holdings(reader: TestClient) -> None:
    page = visit(reader, "/libraries/id-smg?lang=en")
    assert page.texts("section[aria-labelledby=contribution] dt, section[aria-labelledby=contribution] dd") == [
        "Titles",
        "3",
        "Only in this library",
        "3",
        "Serials",
        "1",
        "Union list of serials",
        "Newest publication",
        "2012",
        "Catalogue last fetched",
        "Jan 2, 2026",
        "Holdings last confirmed",
        "Jan 2, 2020, more than 30 days ago: ask before you go",
        "Quality of its records",
        "What they say, and what is the matter",
    ]


def test_a_library_is_strong_in_classes_and_subjects(reader: TestClient) -> None:
    page = visit(reader, "/libraries/id-amn?lang=en")
    assert page.texts("caption") == ["Strong in these classes", "Strong in these subjects"]
    assert page.texts("table.report tbody tr") == [
        "600 Technology 2 0 2001",
        "300 Social sciences 1 1 1975",
        "Padi 3 1 2001",
    ]
    assert sorted(page.click("600 Technology").texts(".hit h2")) == ["Padi ladang", "Padi sawah"]


def test_a_library_is_searched_from_its_own_page(reader: TestClient) -> None:
    page = visit(reader, "/libraries/id-smg?lang=en&home=id-amn").submit("within", q="padi")
    assert (sorted(page.texts(".hit h2")), page.texts(".constraints li")) == (
        ["Padi hitam", "Padi merah"],
        ["Remove: Library: Semarang Library ×"],
    )
    assert page.texts(".own-counts") == ["3 in yours · 5 in all"]


def test_a_library_shows_its_newest_and_has_a_feed(reader: TestClient) -> None:
    page = visit(reader, "/libraries/id-nus?lang=en")
    assert page.texts("section[aria-labelledby=latest] a") == ["Rice", "Padi sawah", "Padi ladang"]
    (feed,) = page.html.select("link[rel=alternate]")
    assert reader.get(str(feed["href"])).text.count("<entry>") == 3


def test_a_library_becomes_ones_own_by_a_click_and_back(reader: TestClient) -> None:
    page = visit(reader, "/libraries/id-smg?home=id-amn&lang=en").click("Make it one of my libraries")
    assert [link["href"] for link in page.html.select("a.site-name")] == ["/?home=id-amn&home=id-smg&lang=en"]
    back = page.click("No longer one of my libraries")
    assert [link["href"] for link in back.html.select("a.site-name")] == ["/?home=id-amn&lang=en"]


def test_a_library_without_records_has_its_page(reader: TestClient) -> None:
    page = visit(reader, "/libraries/xx-far?lang=en")
    assert page.texts("section[aria-labelledby=contribution] dt, section[aria-labelledby=contribution] dd") == [
        "Titles",
        "0",
        "Quality of its records",
        "What they say, and what is the matter",
    ]
    assert page.texts("#within, table, .entries section, section[aria-labelledby=contact]") == []


def referred(page: Page) -> list[str]:
    return page.texts(".referred h2, .referred h2 ~ p")


def test_a_referral_names_the_strongest_libraries_and_whom_to_ask(reader: TestClient) -> None:
    page = visit(reader, "/search/libraries?lang=en").submit("referral", q="padi")
    assert page.texts("h1") == ["Libraries strong in “padi”"]
    assert referred(page) == [
        "AMN Library",
        "Surabaya, Jawa Timur",
        "3 titles · 1 only here · newest 2001",
        "Semarang Library",
        "Semarang, Jawa Tengah",
        "2 titles · 2 only here · newest 2012",
        "You may borrow here with an identity card. You may read it in the library.",
        "Ask: Reference desk, tanya@smg.example (024) 555 0101",
        "Perpustakaan Nusantara",
        "DKI Jakarta",
        "2 titles · newest 2001",
    ]
    letters = [link["href"] for link in page.html.select(".referred a[href^=mailto]")]
    assert letters == ["mailto:tanya@smg.example?subject=A%20question%20about%3A%20padi"]


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ("Most titles", ["AMN Library", "Semarang Library", "Perpustakaan Nusantara"]),
        ("Most that no other has", ["Semarang Library", "AMN Library", "Perpustakaan Nusantara"]),
        ("Newest publications", ["Semarang Library", "AMN Library", "Perpustakaan Nusantara"]),
    ],
)
def test_a_referral_goes_by_the_rule_that_is_chosen(reader: TestClient, order: str, names: list[str]) -> None:
    page = visit(reader, "/search/libraries?q=padi&in=subject&order=newest&lang=en").click(order)
    assert (page.texts(".referred h2"), page.texts("[aria-current=page]")) == (names, [order])


def test_a_referral_counts_the_subjects_names_in_other_languages_where_asked(reader: TestClient) -> None:
    page = visit(reader, "/search/libraries?q=padi&in=subject&lang=en").click("Count Rice too")
    assert referred(page)[:3] == ["Perpustakaan Nusantara", "DKI Jakarta", "3 titles · 1 only here · newest 2020"]
    assert page.texts("p.counterparts") == ["Counted too: Rice. Only what was typed"]
    assert page.click("Only what was typed").texts("p.counterparts") == ["Count Rice too"]


def test_a_chosen_subject_is_referred_with_its_other_names(reader: TestClient) -> None:
    page = visit(reader, "/search/libraries?f.subject=Padi&f.library=id-smg&lang=en")
    assert (page.texts("h1"), len(page.texts(".referred h2"))) == (["Libraries strong in “Padi”"], 3)
    assert page.click("Count Rice too").texts("h1") == ["Libraries strong in “Padi, Rice”"]


def test_a_referral_leads_to_what_a_library_has(reader: TestClient) -> None:
    page = visit(reader, "/search/libraries?q=padi&in=subject&lang=en")
    assert sorted(page.click("2 titles").texts(".hit h2")) == ["Padi hitam", "Padi merah"]
    assert page.click("newest 2012").texts(".hit h2") == ["Padi hitam", "Padi merah"]


def test_a_referral_begins_with_the_classes_and_says_where_nobody_has_anything(reader: TestClient) -> None:
    start = visit(reader, "/search/libraries?lang=en")
    assert start.texts(".entries li") == ["300 Social sciences 1", "600 Technology 2"]
    assert start.click("600 Technology").texts("h1") == ["Libraries strong in “600 Technology”"]
    nothing = visit(reader, "/search/libraries?q=qqqzzz&verbatim=1&lang=en")
    assert "No library in this catalogue has anything on it." in nothing.texts("main p")


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("/libraries?lang=en", "Which library is strong in a subject?"),
        ("/?lang=en", "Which library is strong in a subject?"),
        ("/browse/subject?from=padi&lang=en", "Which library is strong in a subject?"),
        ("/search?q=padi&lang=en", "Whom to ask"),
    ],
)
def test_a_referral_is_reached_from_where_subjects_are(reader: TestClient, address: str, link: str) -> None:
    page = visit(reader, address).click(link)
    assert page.texts("h1")[0] in ("Which library is strong in a subject?", "Libraries strong in “padi”")


def test_a_record_leads_to_the_libraries_strong_in_its_subjects(reader: TestClient) -> None:
    page = visit(reader, f"/record/{union(6, '').id}?lang=en")
    (strong,) = [line for line in page.html.select(".more-like-this div") if "strong" in line.get_text()]
    referral = visit(reader, str(strong.select_one("a")["href"]))  # type: ignore[index]
    assert referral.texts("h1, .referred h2") == ["Libraries strong in “Rice”", "Perpustakaan Nusantara"]

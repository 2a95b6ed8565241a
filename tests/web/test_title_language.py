"""The language a title is marked with, which is what a screen reader speaks it in."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from discovery.catalog.record import Title
from tests.catalogues import SITE, publish, union
from tests.web.browsing import visit
from web.app import create_app


@pytest.mark.parametrize(
    ("title", "language", "marked"),
    [
        (Title("تاريخ مصر"), "ar", "ar"),
        (Title("Tārīkh Miṣr"), "ar", None),
        (Title("Tārīkh Miṣr", original="تاريخ مصر"), "ar", None),
        (Title("Sbornik trudov"), "ru", None),
        (Title("吾輩は猫である"), "ja", "ja"),
        (Title("1984"), "ja", None),
        (Title("Sejarah Mesir"), "id", "id"),
        (Title("حكاية راج ٢ ڤاسي"), "ms", None),
        (Title("Études de concert"), "zxx", None),
        (Title("Études de concert"), "mul", None),
    ],
)
def test_a_title_is_marked_with_its_language_where_it_is_in_its_script(
    tmp_path: Path, title: Title, language: str, marked: str | None
) -> None:
    record = union(1, title, languages=(language,))
    client = TestClient(create_app(publish(tmp_path, [record]), SITE))
    (heading,) = visit(client, f"/record/{record.id}?lang=en").html.select("h1")
    (link,) = visit(client, "/search?lang=en").html.select(".hit h2 a")
    (saved,) = visit(client, f"/list?id={record.id}&lang=en").html.select(".hit h2 a")
    assert (heading.get("lang"), link.get("lang"), saved.get("lang")) == (marked, marked, marked)

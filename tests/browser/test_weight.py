"""What a visit weighs by the browser's own network events: bodies as they come over the wire, 1,000 bytes to the kB."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, Response

from discovery.search.fields import FACETS
from tests.browser.places import WIDE

pytestmark = pytest.mark.browser

RESULTS = "/search?q=sejarah&home=id-l03&lang=id"


@contextmanager
def recorded(chromium: Browser, **headers: str) -> Iterator[tuple[Page, list[Response]]]:
    """A reader's page, and what was answered over the network since it was opened."""
    context = chromium.new_context(locale="id-ID", viewport=WIDE, extra_http_headers=headers)  # type: ignore[arg-type]
    page = context.new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    yield page, answers
    context.close()


def weight(answers: list[Response]) -> int:
    return sum(sent(answer) for answer in answers)


def sent(answer: Response) -> int:
    """0 for what the browser held already: it came without headers, which are counted off."""
    return max(0, answer.request.sizes()["responseBodySize"])


def opened_size(page: Page, address: str) -> int:
    """The bytes of a page's HTML before compression."""
    answer = page.goto(address, wait_until="networkidle")
    assert answer is not None
    return len(answer.body())


def test_twenty_hits_with_every_facet_are_light(chromium: Browser, heavy: str) -> None:
    with recorded(chromium) as (page, answers):
        size = opened_size(page, heavy + RESULTS)
        assert (page.locator(".hit").count(), page.locator(".facet").count()) == (20, len(FACETS) - 1)
        assert page.locator(".facet .ways a").count() >= 6
        assert size <= 60_000
        assert len(answers) <= 4
        assert weight(answers) <= 16_000
        answers.clear()
        assert opened_size(page, f"{heavy}{RESULTS}&page=2") <= 60_000
        assert weight(answers) <= 10_000
        assert [answer.url for answer in answers if sent(answer)] == [f"{heavy}{RESULTS}&page=2"]


def test_a_record_is_light(chromium: Browser, heavy: str) -> None:
    with recorded(chromium) as (page, answers):
        page.goto(heavy + RESULTS)
        titles = page.locator(".hit h2 a")
        addresses = [heavy + str(link.get_attribute("href")) for link in titles.all()[:5]]
        sizes = [opened_size(page, address) for address in addresses]
        assert max(sizes) <= 40_000
        answers.clear()
        opened_size(page, f"{addresses[0]}&lang=en")
        assert weight(answers) <= 10_000


def test_what_the_browser_holds_is_confirmed_and_not_sent_again(chromium: Browser, heavy: str) -> None:
    with recorded(chromium) as (page, answers):
        page.goto(heavy + RESULTS, wait_until="networkidle")
        first = weight(answers)
        answers.clear()
        page.goto(heavy + RESULTS)
        assert page.locator(".hit").count() == 20
        assert (first > 5_000, weight(answers)) == (True, 0)


def test_a_reader_who_saves_data_gets_no_script(chromium: Browser, heavy: str) -> None:
    with recorded(chromium) as (page, answers):
        page.goto(heavy + RESULTS, wait_until="networkidle")
        whole = weight(answers)
    with recorded(chromium, **{"Save-Data": "on"}) as (page, answers):
        page.goto(heavy + RESULTS, wait_until="networkidle")
        kinds = {answer.request.resource_type for answer in answers}
        assert (page.locator(".hit").count(), kinds - {"other"}) == (20, {"document", "stylesheet"})
        assert weight(answers) < whole

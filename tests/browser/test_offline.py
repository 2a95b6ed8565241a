"""Without a connection, in a real browser: what a reader sees, and what was kept for it."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

pytestmark = pytest.mark.browser

KEPT = """async () => {
  const addresses = [];
  for (const name of await caches.keys())
    for (const request of await (await caches.open(name)).keys()) addresses.push(new URL(request.url).pathname);
  return addresses.map((address) => address.replace(/[.][0-9a-f]{8}[.]/, ".")).sort();
}"""
WORKING = "() => navigator.serviceWorker.getRegistration().then((known) => known?.active?.state === 'activated')"

# The one that answers from now on is the English page's, and has cleared away what the other kept.
ENGLISH = """async () => {
  const active = (await navigator.serviceWorker.getRegistration())?.active;
  const names = await caches.keys();
  const isEnglish = active?.state === "activated" && active.scriptURL.endsWith("lang=en");
  return isEnglish && names.length === 1 && names[0].includes("-en-");
}"""

# A page that goes on asking for things, as while somebody types.
ASKING = """async () => {
  const icon = document.querySelector("link[rel=icon]").href;
  for (const end = Date.now() + 2000; Date.now() < end; ) {
    await fetch(icon);
    await new Promise((done) => setTimeout(done, 4 * Math.random()));
  }
}"""

CLEARED = """async () => {
  for (const name of await caches.keys()) if (name.includes("-en-")) await caches.delete(name);
}"""


# Where others reject the promise: https://github.com/GoogleChrome/workbox/issues/3134
FAILED_PRELOADS = """{
  const { get } = Object.getOwnPropertyDescriptor(FetchEvent.prototype, "preloadResponse");
  const failed = () => Response.error();
  Object.defineProperty(FetchEvent.prototype, "preloadResponse", { get() { return get.call(this).catch(failed); } });
}
"""


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(locale="id-ID")
    yield context
    context.close()


def wait_until(page: Page, asked: str) -> None:
    """`wait_for_function` takes a promise for an answer, whatever it will be."""
    wait_for(page, lambda: page.evaluate(asked), asked)


def wait_for(page: Page, comes: Callable[[], object], what: str) -> None:
    for _ in range(200):
        if comes():
            return
        page.wait_for_timeout(50)
    pytest.fail(f"It never came true: {what}")


def second_page(context: BrowserContext, address: str) -> Page:
    """A reader who searched from the front page, once the worker is ready."""
    page = context.new_page()
    page.goto(f"{address}/?lang=id")
    page.get_by_role("combobox", name="Apa yang Anda cari?").fill("jejak")
    page.get_by_role("combobox", name="Apa yang Anda cari?").press("Enter")
    wait_until(page, WORKING)
    return page


def without_routes(route: Route) -> None:
    """The worker's script in a browser that knows no static routes."""
    answer = route.fetch()
    route.fulfill(response=answer, body=f"delete InstallEvent.prototype.addRoutes;\n{answer.text()}")


def as_in_firefox(route: Route) -> None:
    """The worker's script in a browser that gives an answer of type "error" for what failed to be preloaded."""
    answer = route.fetch()
    route.fulfill(response=answer, body=FAILED_PRELOADS + answer.text())


def test_a_first_page_has_no_worker(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}/search?q=jejak", wait_until="networkidle")
    assert (page.evaluate(WORKING), page.evaluate(KEPT)) == (False, [])


@pytest.mark.parametrize("knows_routes", [True, False])
def test_without_a_connection_a_page_says_so_and_the_search_is_kept(
    context: BrowserContext, address: str, knows_routes: bool
) -> None:
    if not knows_routes:
        context.route("**/worker.js*", without_routes)
    page = second_page(context, address)
    (worker,) = context.service_workers
    assert worker.evaluate("'addRoutes' in InstallEvent.prototype") is knows_routes
    context.set_offline(True)
    page.goto(f"{address}/search?q=kopi+hitam&f.language=id")
    expect(page.get_by_role("heading", level=1)).to_have_text("Tidak ada sambungan")
    expect(page.get_by_role("combobox", name="Apa yang Anda cari?")).to_have_value("kopi hitam")
    assert page.evaluate("getComputedStyle(document.querySelector('a.primary')).display") == "inline-flex"
    context.set_offline(False)
    page.get_by_role("link", name="Coba lagi").click()
    expect(page.locator(".result-count")).to_be_visible()
    assert page.url == f"{address}/search?q=kopi+hitam&f.language=id"


def test_a_failed_preload_that_counts_as_an_answer_is_no_connection(context: BrowserContext, address: str) -> None:
    context.route("**/worker.js*", as_in_firefox)
    page = second_page(context, address)
    context.set_offline(True)
    page.goto(f"{address}/search?q=kopi+hitam")
    expect(page.get_by_role("heading", level=1)).to_have_text("Tidak ada sambungan")


def test_nothing_is_kept_but_that_page_and_what_it_is_drawn_with(context: BrowserContext, address: str) -> None:
    page = second_page(context, address)
    page.locator(".hit h2 a").first.click()
    page.go_back()
    page.wait_for_load_state("networkidle")
    assert page.evaluate(KEPT) == ["/offline", "/static/icon.svg", "/static/site.css", "/static/site.js"]


def test_another_language_has_a_page_of_its_own(context: BrowserContext, address: str) -> None:
    page = second_page(context, address)
    page.get_by_role("link", name="English").click()
    wait_until(page, ENGLISH)
    context.set_offline(True)
    page.goto(f"{address}/help")
    expect(page.get_by_role("heading", level=1)).to_have_text("No connection")


def test_a_page_that_goes_on_asking_does_not_keep_the_language_before(context: BrowserContext, address: str) -> None:
    """What starts the old worker again as Chromium stops it keeps the new one waiting: under DevTools, for minutes."""
    page = second_page(context, address)
    page.get_by_role("link", name="English").click()
    page.wait_for_load_state("domcontentloaded")
    page.evaluate(ASKING)
    wait_until(page, ENGLISH)


def test_what_is_cleared_away_while_it_is_being_kept_is_kept_again(context: BrowserContext, address: str) -> None:
    """Another language's worker that still becomes active clears away whatever isn't its own."""
    asked: list[Route] = []
    context.route("**/offline?lang=en", lambda route: asked.append(route), times=1)
    page = second_page(context, address)
    page.get_by_role("link", name="English").click()
    wait_for(page, lambda: asked, "the English page is asked for")
    page.evaluate(CLEARED)
    asked[0].continue_()
    wait_until(page, ENGLISH)
    assert page.evaluate(KEPT) == ["/offline", "/static/icon.svg", "/static/site.css", "/static/site.js"]

"""Takes the pictures in docs/images from the demo's catalogue: `make screenshots`.

Each run gives the same pictures on the same machine: the day is fixed, and the demo's identifiers are permanent. What
is shown depends on the fonts that are installed (Debian: fonts-dejavu, fonts-noto-core, fonts-noto-cjk).
"""

import base64
import json
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

import time_machine
import uvicorn
from playwright.sync_api import Browser, sync_playwright

from discovery.cli import demo_settings
from indexer.cli import run_sync
from tests.services import CHROMIUM_ARGUMENTS, chromium_path
from web.app import app_from

IMAGES = Path(__file__).parent / "images"
TODAY = "2026-11-21T09:00:00+07:00"
WIDE = (1280, 860)
PHONE = (360, 740)
QUALITY = 75  # of WebP: letters stay clean, and a page weighs some 50 kB

PATIENCE = 120_000  # milliseconds; a busy machine is none of the page's business


@dataclass(frozen=True, slots=True)
class Picture:
    """One page as a reader meets it."""

    name: str
    path: str
    size: tuple[int, int] = WIDE
    scheme: str = "light"


PICTURES = (
    Picture("home", "/?lang=en"),
    Picture("results", "/search?q=sejarah+indonesia&f.language=id&f.language=nl&home=id-mrp&lang=en"),
    Picture("results-phone", "/search?q=sejarah+indonesia&lang=id", PHONE),
    Picture("facets-phone", "/search?q=sejarah+indonesia&lang=id#narrow", PHONE, "dark"),
    Picture("results-arabic", f"/search?q={quote('القرآن')}&lang=ar", scheme="dark"),
    Picture("record", "/record/{record}?home=id-kbg&lang=en"),
    Picture("record-phone", "/record/{record}?lang=id", PHONE),
    Picture("serial", "/record/{serial}?lang=en#timeline"),
    Picture("library", "/libraries/id-sbi?lang=en"),
    Picture("browse", "/browse/subject?from=islam&lang=en"),
    Picture("widget", "/widget?lang=en"),
)


@contextmanager
def demo() -> Iterator[str]:
    """The address of the demo's catalogue on a free port."""
    with TemporaryDirectory(prefix="padu-screenshots-") as folder:
        settings = demo_settings(Path(folder))
        run_sync(settings, as_json=True)
        site = settings.site.model_copy(update={"url": "https://katalog.example"})
        app = app_from(settings.model_copy(update={"site": site}))
        server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", lifespan="off"))
        thread = threading.Thread(target=server.run)
        thread.start()
        while not server.started:
            thread.join(0.02)
        try:
            yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


def most_held(address: str, query: str) -> str:
    """The id of the record that most libraries have, of those that a search finds."""
    with urllib.request.urlopen(f"{address}/api/v1/search?sort=holdings&size=1&{query}") as answer:
        found: str = json.load(answer)["hits"][0]["id"]
    return found


def take(browser: Browser, address: str, picture: Picture) -> bytes:
    """A picture of one page, as WebP."""
    width, height = picture.size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=picture.scheme,  # type: ignore[arg-type]
        device_scale_factor=2 if picture.size == PHONE else 1,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    answer = page.goto(address, wait_until="networkidle")
    assert answer is not None
    assert answer.ok, f"{address} answered {answer.status}"
    taken = context.new_cdp_session(page).send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
    context.close()
    return base64.b64decode(taken["data"])


def main() -> None:
    """Take them all."""
    with (
        time_machine.travel(TODAY),
        demo() as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(CHROMIUM_ARGUMENTS))
        ids = {"record": most_held(address, "q=laskar+pelangi"), "serial": most_held(address, "f.type=serial")}
        for picture in PICTURES:
            image = take(browser, address + picture.path.format(**ids), picture)
            (IMAGES / f"{picture.name}.webp").write_bytes(image)
            print(f"docs/images/{picture.name}.webp  {len(image):,} bytes")
        browser.close()


if __name__ == "__main__":
    main()

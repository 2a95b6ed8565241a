"""Result pages: what a page costs the server beside the JSON of the same search, and when its hits show on a weak link.

    padu sync && python -m benchmarks.pages [--queries 200] [--visits 5] [--chromium PATH]

Works on the installation of padu.toml (or PADU_CONFIG), served by a `padu serve` of its own. Page and JSON are asked
for one after the other, compressed as browsers want them, in an order that changes. The weak link is one of 400 kbit/s
where every round trip takes 400 ms, as Chromium itself simulates it: a first visit each time, nothing kept.
"""

import argparse
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlencode

from playwright.sync_api import Browser, Response, sync_playwright

from benchmarks.searching import SIZE, two_word_queries
from discovery.engines.registry import open_engine
from discovery.search.service import SearchService
from discovery.settings import load_settings

PORT = 8767
WARMING = 20
# https://chromedevtools.github.io/devtools-protocol/tot/Network/#method-emulateNetworkConditions, in bytes a second
WEAK = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
PHONE = {"viewport": {"width": 360, "height": 740}}
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")
Asked = Callable[[str], bytes]


@contextmanager
def server() -> Iterator[str]:
    """The address of the installation, served by a process of its own."""
    command = [str(Path(sys.executable).with_name("padu")), "serve", "--port", str(PORT)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()  # "… is ready"
        try:
            yield f"127.0.0.1:{PORT}"
        finally:
            process.terminate()


def asking(host: str, path: str) -> Asked:
    """Asks for a search at one path, over one connection."""
    connection = HTTPConnection(host)

    def asked(query: str) -> bytes:
        address = f"{path}?{urlencode({'q': query, 'size': SIZE, 'lang': 'id'})}"
        connection.request("GET", address, headers={"Accept-Encoding": "gzip"})
        return connection.getresponse().read()

    return asked


def timed(asked: dict[str, Asked], queries: Sequence[str]) -> dict[str, list[float]]:
    """Milliseconds of each query, by who was asked."""
    times: dict[str, list[float]] = {name: [] for name in asked}
    for number, query in enumerate(queries):
        for name in sorted(asked, reverse=number % 2 == 1):
            began = time.perf_counter()
            asked[name](query)
            times[name].append((time.perf_counter() - began) * 1000)
    return times


def weak_visit(browser: Browser, address: str) -> tuple[float, int, int]:
    """Milliseconds until hits are painted, answers, and bytes of their bodies."""
    context = browser.new_context(locale="id-ID", **PHONE)  # type: ignore[arg-type]
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Network.emulateNetworkConditions", WEAK)
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(address, wait_until="networkidle")
    page.locator(".hit").first.wait_for()
    painted = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    weight = sum(answer.request.sizes()["responseBodySize"] for answer in answers)
    context.close()
    return painted, len(answers), weight


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--visits", type=int, default=5)
    parser.add_argument("--chromium", default=shutil.which("chromium"))
    given = parser.parse_args()
    service = SearchService(open_engine(load_settings().engine_options()))
    queries = two_word_queries(service, given.queries + WARMING)
    with server() as host:
        asked = {"page": asking(host, "/search"), "api": asking(host, "/api/v1/search")}
        timed(asked, queries[:WARMING])
        times = timed(asked, queries[WARMING:])
        print(
            f"{service.engine.health().documents:,} documents, {given.queries} two-word queries, {SIZE} hits, 12 facets"
        )
        base = quantiles(times["api"], n=20)
        for name, taken in times.items():
            at = quantiles(taken, n=20)
            ratios = f"ratio to api: p50 {at[9] / base[9]:.2f}, p95 {at[18] / base[18]:.2f}"
            print(f"{name:5} p50 {at[9]:7.2f} ms   p95 {at[18]:7.2f} ms   {ratios}")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=given.chromium, args=list(ARGUMENTS))
            visits = [
                weak_visit(browser, f"http://{host}/search?{urlencode({'q': query})}")
                for query in queries[: given.visits]
            ]
            browser.close()
    shown, requests, weight = (median(each) for each in zip(*visits, strict=True))
    print(f"400 kbit/s, 400 ms: hits show after {shown:,.0f} ms (median of {given.visits} first visits, "
          f"slowest {max(visits)[0]:,.0f}); {requests:.0f} requests, {weight:,.0f} bytes")  # fmt: skip


if __name__ == "__main__":
    main()

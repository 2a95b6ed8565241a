"""Fixtures for the services that tests need.

Which fixture for what:

- nothing, for everything that needs no server: most tests build what they need in one expression;
- `tmp_path`, for files, SQLite stores and embedded indices: a fresh one for each test;
- `elasticsearch_url`, for what Elasticsearch does, with the mark `elasticsearch`: one node for the whole run, so
  a test makes indices under a name of its own and removes them;
- `postgresql_url`, for what PostgreSQL does, with the mark `postgresql`: one database for the whole run, so a test
  makes a schema of its own and removes it;
- `chromium`, for what a reader sees, with the mark `browser`: one browser for the whole run, so a test opens a
  context of its own.

These are real services, never stand-ins. Each fixture says how to get its service where there is none, and the test
is skipped; with PADU_TEST_NO_SKIP=1, as in continuous integration, every skipped test fails instead. Sockets reach
this machine only (pytest-socket, in pyproject.toml).
"""

import os
from collections.abc import Generator, Iterator

import pytest
import structlog
from playwright.sync_api import Browser, sync_playwright

from tests import services


@pytest.fixture(scope="session")
def elasticsearch_url() -> Iterator[str]:
    try:
        with services.elasticsearch() as url:
            yield url
    except services.Unavailable as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    try:
        with services.postgresql() as url:
            yield url
    except services.Unavailable as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    try:
        path = services.chromium_path()
    except services.Unavailable as error:
        pytest.skip(str(error))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(services.CHROMIUM_ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(autouse=True)
def fresh_logs() -> Iterator[None]:
    """A command sets up the log on the standard error of its test, which is closed when the test ends."""
    yield
    structlog.reset_defaults()


def no_skip_allowed() -> bool:
    return os.environ.get("PADU_TEST_NO_SKIP", "") not in ("", "0")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if no_skip_allowed() and not hasattr(report, "wasxfail"):
        fail_if_skipped(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if no_skip_allowed():
        fail_if_skipped(report)
    return report


def fail_if_skipped(report: pytest.TestReport | pytest.CollectReport) -> None:
    if report.skipped:
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"PADU_TEST_NO_SKIP forbids this skip. {reason}"

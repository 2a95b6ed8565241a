"""While a server is waited for, a technician reads who put us off and for how long."""

from collections.abc import Iterator

import httpx2
import pytest
import stamina
from stamina.instrumentation import set_on_retry_hooks
from structlog.testing import capture_logs

from discovery.errors import SourceUnreadable
from indexer.retries import tell_retries


@pytest.fixture(autouse=True)
def _own_hooks() -> Iterator[None]:
    yield
    set_on_retry_hooks(None)


def _refused() -> httpx2.ConnectError:
    error = httpx2.ConnectError("Connection refused")
    error.request = httpx2.Request("GET", "https://user:secret@repo.example/oai")
    return error


@pytest.mark.parametrize(
    ("error", "because"),
    [
        (
            SourceUnreadable("https://repo.example/oai is too busy to answer (status 503); try again later."),
            "https://repo.example/oai is too busy to answer (status 503); try again later.",
        ),
        (_refused(), "https://repo.example/oai gave no answer (Connection refused)."),
    ],
)
def test_a_wait_is_told_with_who_and_why_and_how_long(error: Exception, because: str) -> None:
    tell_retries()

    @stamina.retry(on=Exception, attempts=2)
    def ask() -> None:
        raise error

    with capture_logs() as logs, stamina.set_testing(True, attempts=2), pytest.raises(type(error)):
        ask()
    assert logs == [
        {
            "event": "waiting before asking again",
            "log_level": "warning",
            "because": because,
            "seconds": 0.0,
            "attempt": 2,
        }
    ]

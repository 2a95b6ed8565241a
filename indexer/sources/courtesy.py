"""How a partner's server is asked: one request at a time, with pauses, and again where it is busy."""

import re
import ssl
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx2
import stamina

from discovery.errors import SourceUnreadable
from indexer.access import Access, shown
from indexer.sources.addresses import public_addresses

# "Come back later": RFC 9110, 15.6.4, RFC 6585, 4; the other two are what a proxy says of a server that is.
_BUSY = frozenset({429, 502, 503, 504})
_OF_THE_WIRE = frozenset({"content-encoding", "content-length", "transfer-encoding"})
_SECONDS = re.compile(r"[0-9]{1,9}")
_ATTEMPTS = 5
_LONGEST_WAIT = 900.0
# Bytes a second, looked at after so many times the longest silence: a modem of 1985 was faster.
_SLOWEST = 30.0
_GRACE = 5


class Busy(SourceUnreadable):
    """The server put us off; `wait` is for how many seconds, None where it doesn't say."""

    def __init__(self, url: str, response: httpx2.Response) -> None:
        self.code = response.status_code
        self.wait = retry_after(response.headers.get("Retry-After", ""))
        later = f", and asks to come back in {self.wait:,.0f} s" if self.wait else ""
        super().__init__(f"{shown(url)} is too busy to answer (status {self.code}){later}; try again later.")


def retry_after(value: str) -> float | None:
    """Seconds to wait, from a Retry-After that gives them or a date; None where it gives neither."""
    if _SECONDS.fullmatch(value.strip()):
        return float(value)
    try:
        until = parsedate_to_datetime(value)
        return max(0.0, (until.replace(tzinfo=until.tzinfo or UTC) - datetime.now(UTC)).total_seconds())
    except (ValueError, OverflowError):
        return None


class Courteous(httpx2.BaseTransport):
    """One request at a time, with a pause between, again where the server is busy, and never to another machine."""

    def __init__(self, home: httpx2.URL, access: Access, whole: int) -> None:
        self._home = home
        self._access = access
        self._whole = whole
        self._inner = httpx2.HTTPTransport(trust_env=False)
        self._next = 0.0

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        self._check(request.url)
        for attempt in stamina.retry_context(
            on=_patience, attempts=_ATTEMPTS, timeout=None, wait_initial=1.0, wait_max=60.0
        ):
            with attempt:
                return self._once(request)
        raise AssertionError("stamina lets the last error through")  # pragma: no cover

    def close(self) -> None:
        self._inner.close()

    def _once(self, request: httpx2.Request) -> httpx2.Response:
        time.sleep(max(0.0, self._next - time.monotonic()))
        try:
            response = self._sent(request)
            if response.status_code in _BUSY:
                response.close()
                raise Busy(str(request.url), response)
            return _read_whole(response, self._whole, request, self._access) if self._whole else response
        except httpx2.TransportError as error:
            error.request = request  # who it was, for the line that tells of the wait
            raise
        finally:
            self._next = time.monotonic() + self._access.pause

    def _sent(self, request: httpx2.Request) -> httpx2.Response:
        if self._access.private:
            return self._inner.handle_request(request)
        host = request.url.host
        port = request.url.port or (443 if request.url.scheme == "https" else 80)
        *others, last = public_addresses(host, port)
        for address in others:
            try:
                return self._inner.handle_request(_pinned(request, address, host))
            except (httpx2.ConnectError, httpx2.ConnectTimeout):
                continue
        return self._inner.handle_request(_pinned(request, last, host))

    def _check(self, url: httpx2.URL) -> None:
        moved = url.host.removeprefix("www.") != self._home.host.removeprefix("www.")
        if moved or (self._home.scheme == "https" and url.scheme != "https"):
            home, there = shown(str(self._home)), shown(str(url))
            raise SourceUnreadable(f"{home} has moved to {there}; if that is right, make it the partner's source.")


def brisk(chunks: Iterable[bytes], access: Access) -> Iterator[bytes]:
    """The chunks, while they come at a pace at which they end. Raises httpx2.ReadTimeout.

    A byte now and then is no silence, and would keep all other partners waiting for ever.
    """
    began, size = time.monotonic(), 0
    for chunk in chunks:
        size += len(chunk)
        seconds = time.monotonic() - began
        if seconds > _GRACE * access.timeout and size < _SLOWEST * seconds:
            raise httpx2.ReadTimeout(f"only {size:,} bytes came in {seconds:,.0f} s")
        yield chunk


def fault_of_tls(error: BaseException | None) -> ssl.SSLError | None:
    """What TLS complained of, where it was TLS."""
    while error is not None and not isinstance(error, ssl.SSLError):
        error = error.__cause__ or error.__context__
    return error


def _read_whole(response: httpx2.Response, limit: int, request: httpx2.Request, access: Access) -> httpx2.Response:
    """The answer with its body, unpacked; here, so that one that breaks off is asked for again."""
    content = bytearray()
    try:
        for chunk in brisk(response.iter_bytes(), access):
            content += chunk
            if len(content) > limit:
                raise SourceUnreadable(f"{shown(str(request.url))} sends more than {limit >> 20} MiB in one answer.")
    finally:
        response.close()
    plain = [(name, value) for name, value in response.headers.multi_items() if name.lower() not in _OF_THE_WIRE]
    return httpx2.Response(response.status_code, headers=plain, content=bytes(content))


def _pinned(request: httpx2.Request, address: str, host: str) -> httpx2.Request:
    """The same request to a machine's number; the name stays in its Host header and for the certificate."""
    extensions = {**request.extensions, "sni_hostname": host}
    url = request.url.copy_with(host=address)
    return httpx2.Request(request.method, url, headers=request.headers, stream=request.stream, extensions=extensions)


def _patience(error: Exception) -> bool | float:
    """Whether to try again, and after how many seconds where the server says so."""
    if isinstance(error, Busy):
        return error.wait <= _LONGEST_WAIT and error.wait if error.wait is not None else True
    lasting = isinstance(error, httpx2.UnsupportedProtocol) or fault_of_tls(error) is not None
    return isinstance(error, httpx2.TransportError) and not lasting

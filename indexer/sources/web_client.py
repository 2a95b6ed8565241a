"""A client for a partner's address and no other, and what goes wrong with it as sentences.

A request says who asks and whom to write to, as https://www.openarchives.org/OAI/2.0/guidelines-harvester.htm wants.
"""

import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

import httpx2

from discovery.errors import SourceUnreadable
from indexer.access import Access, shown
from indexer.sources.courtesy import Courteous, fault_of_tls

_ERRNO = re.compile(r"^\[Errno -?\d+\] ")
_MAX_REDIRECTS = 5
_NOT_YET_VALID = 9  # X509_V_ERR_CERT_NOT_YET_VALID: https://docs.openssl.org/master/man3/X509_STORE_CTX_get_error/


class BrokenOff(SourceUnreadable):
    """An answer began and didn't come to its end; the next attempt may succeed."""


@contextmanager
def open_client(url: str, access: Access, *, whole: int = 0) -> Iterator[httpx2.Client]:
    """A client for this address and no other. What goes wrong inside comes out as SourceUnreadable.

    So does a password that should be there and isn't. Where `whole` isn't 0, answers come whole, and those of more
    bytes are refused.
    """
    if access.lacking:
        raise SourceUnreadable(
            f"password_env names the variable {access.lacking}, which isn't there: set it where this command runs."
        )
    try:
        transport = Courteous(httpx2.URL(url), access, whole)
        client = httpx2.Client(
            transport=transport,
            auth=httpx2.BasicAuth(access.user, access.password) if access.user else None,
            headers={"User-Agent": access.user_agent} | ({"From": access.contact} if access.contact else {}),
            timeout=httpx2.Timeout(access.timeout, connect=min(access.timeout, 20.0)),
            follow_redirects=True,
            max_redirects=_MAX_REDIRECTS,
            trust_env=False,
        )
        with client:
            yield client
    except (httpx2.HTTPError, httpx2.InvalidURL) as error:
        raise SourceUnreadable(told(url, error, access)) from error


def told(url: str, error: httpx2.HTTPError | httpx2.InvalidURL, access: Access) -> str:
    """What went wrong with a request, as a sentence without secrets."""
    if isinstance(error, httpx2.TimeoutException):
        return f"{shown(url)} didn't answer within {access.timeout:g} s."
    if isinstance(error, httpx2.TooManyRedirects):
        return f"{shown(url)} sends us round in a circle."
    if (fault := fault_of_tls(error)) is not None:
        if isinstance(fault, ssl.SSLCertVerificationError):
            early = fault.verify_code == _NOT_YET_VALID
            advice = "see whether this machine's clock is right" if early else "tell the partner"
            return f"The certificate of {shown(url)} can't be trusted: {fault.verify_message}; {advice}."
        return f"No secure connection to {shown(url)} can be made; is it an address with http:// and not https://?"
    said = _ERRNO.sub("", str(error)).rstrip(".")
    if isinstance(error, httpx2.ConnectError):
        return f"{shown(url)} can't be reached: {said}."
    return f"The connection to {shown(url)} failed: {said}."


def refuse_status(url: str, code: int) -> None:
    """Raises SourceUnreadable where an answer's status says that it isn't what was asked for."""
    if code < 300:
        return
    if code in (401, 403):
        wanted = "wants to know who we are: set user and password_env in this [[partner]]"
        raise SourceUnreadable(f"{shown(url)} {wanted} (status {code}).")
    if code in (404, 410):
        raise SourceUnreadable(f"There is nothing at {shown(url)} (status {code}); has it moved?")
    raise SourceUnreadable(f"{shown(url)} answers with status {code}.")

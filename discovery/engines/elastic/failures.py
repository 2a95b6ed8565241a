"""What went wrong between Padu and Elasticsearch, as one sentence that somebody can act on."""

import dataclasses
from typing import Any

import elastic_transport
import elasticsearch
import msgspec
from elastic_transport import ObjectApiResponse
from elasticsearch.exceptions import HTTP_EXCEPTIONS

from discovery.errors import EngineUnavailable

# What may pass by itself within seconds: a full queue, a node that restarts, a gateway that lost it.
PASSING_STATUSES = (429, 502, 503, 504)
# The type of Elasticsearch's refusal where a full disk, or somebody, made the indices read-only.
BLOCKED = "cluster_block_exception"


class EngineBusy(EngineUnavailable):
    """It may work in a moment: the engine is overloaded, restarts, or the connection broke."""


class Overloaded(EngineBusy):
    """It answered, and not with what was asked for: overloaded, restarting, or about to remove the index."""


class Missing(Exception):
    """There is no such index, alias or document; the caller knows what that means."""


class Conflict(Exception):
    """Somebody else made or changed the document first; the caller knows what that means."""


def is_elasticsearch(error: elasticsearch.ApiError) -> bool:
    """Whether the answer came from Elasticsearch itself: it signs every one."""
    return error.meta.headers.get("x-elastic-product") == "Elasticsearch"


def explain_failure(
    error: elastic_transport.TransportError | elasticsearch.ApiError, address: str
) -> EngineUnavailable:
    """The error to raise instead. `address` is without credentials."""
    if isinstance(error, elasticsearch.ApiError):
        return _explain_refusal(error, address)
    if isinstance(error, elastic_transport.TlsError):
        return EngineUnavailable(
            "{0} has no certificate that is trusted here: name the authority's PEM file in engine.ca_certificates, or "
            "see whether it speaks https at all.",
            address,
        )
    if isinstance(error, elastic_transport.ConnectionTimeout):
        return EngineBusy("{0} didn't answer in time: see whether Elasticsearch is overloaded.", address)
    if isinstance(error, elastic_transport.ConnectionError):
        return _explain_silence(str(error), address)
    return EngineUnavailable("{0} answers, but not as Elasticsearch 9 does: check engine.url.", address)


def _explain_silence(text: str, address: str) -> EngineUnavailable:
    if "refused" in text:
        return EngineBusy("Nothing listens at {0}: start Elasticsearch, or check the port in engine.url.", address)
    if "resolve" in text or "getaddrinfo" in text or "not known" in text:
        return EngineUnavailable("The host of {0} isn't known here: check engine.url.", address)
    return EngineBusy("The connection to {0} broke: see whether Elasticsearch runs, and http or https.", address)


def _explain_refusal(error: elasticsearch.ApiError, address: str) -> EngineUnavailable:
    status = error.meta.status
    if status == 401:
        return EngineUnavailable(
            "{0} wants to know who is asking: engine.url or engine.api_key has no valid credentials.", address
        )
    if status == 403 and not _is_blocked(error):
        return EngineUnavailable(
            "{0} forbids this to these credentials: they need the privilege to manage the indices of that name.",
            address,
        )
    if status in PASSING_STATUSES and not _is_blocked(error):
        return Overloaded("{0} is overloaded or restarting (status {1}): try again in a minute.", address, status)
    if not is_elasticsearch(error):
        return EngineUnavailable("Something else than Elasticsearch answers at {0} (status {1}).", address, status)
    if _is_blocked(error):
        return read_only(address, refusal_reason(error))
    return EngineUnavailable("Elasticsearch at {0} refused the request: {1}", address, refusal_reason(error))


def read_only(address: str, reason: str) -> EngineUnavailable:
    """The error for indices that take no writes, for this reason of Elasticsearch's.

    https://www.elastic.co/docs/troubleshoot/elasticsearch/fix-watermark-errors
    """
    return EngineUnavailable(
        "{0} takes no writes: {1}. Where its disk is full, make room, and it takes them again by itself; then run the "
        "same command again.",
        address,
        reason.rstrip("; "),
    )


def _is_blocked(error: elasticsearch.ApiError) -> bool:
    """A full disk makes the indices read-only until somebody makes room; no retry helps."""
    return error.message == BLOCKED


def raise_first_failure(answer: ObjectApiResponse[Any]) -> None:
    """What the client raises for a search that fails, for one that fails among several in a request."""
    for part in answer.body["responses"]:
        if "error" in part:
            status = part.get("status", 500)
            kind = HTTP_EXCEPTIONS.get(status, elasticsearch.ApiError)
            raise kind(str(part["error"]["type"]), dataclasses.replace(answer.meta, status=status), part)


def refusal_reason(error: elasticsearch.ApiError) -> str:
    """The innermost reason that Elasticsearch gives; a search's own stands with the shard that failed."""
    try:
        return innermost_reason(msgspec.convert(error.body, _ErrorBody).error)
    except msgspec.ValidationError:
        return str(error.message)


class Cause(msgspec.Struct, frozen=True):
    """Why something failed, and why that was."""

    type: str = ""
    reason: str = ""
    caused_by: "Cause | None" = None


class _FailedShard(msgspec.Struct, frozen=True):
    reason: Cause


class _Failure(Cause, frozen=True):
    failed_shards: tuple[_FailedShard, ...] = ()


class _ErrorBody(msgspec.Struct, frozen=True):
    error: _Failure


def innermost_reason(cause: Cause) -> str:
    """What lies at the bottom of it."""
    if isinstance(cause, _Failure) and cause.failed_shards:
        return innermost_reason(cause.failed_shards[0].reason)
    return innermost_reason(cause.caused_by) if cause.caused_by else cause.reason

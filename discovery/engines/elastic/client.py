"""Opens a connection to one Elasticsearch; every failure of its client becomes one sentence.

Credentials go to the client and nowhere else: messages show `Connection.address`, which has none.
"""

import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

import elastic_transport
import elasticsearch
import msgspec
from elasticsearch import Elasticsearch
from elasticsearch.serializer import JsonSerializer, NdjsonSerializer

from discovery.engines.elastic.failures import Conflict, Missing, explain_failure, is_elasticsearch
from discovery.engines.elastic.node import WholeAnswers
from discovery.engines.options import EngineOptions
from discovery.errors import SettingsError

# FastAPI's thread pool holds forty; each may be waiting for an answer.
CONNECTIONS = 40
# Writing and switching wait for merges, flushes and fsyncs that no reader's patience should measure.
WRITE_TIMEOUT_SECONDS = 120.0
# Elasticsearch's rule for index names, shortened by what Padu puts behind the alias.
ALIAS = re.compile(r"[a-z0-9][a-z0-9_.-]{0,150}")


@dataclass(frozen=True, slots=True)
class Connection:
    """`alias` is the name at the end of the URL; all indices of this installation begin with it. Thread-safe.

    `client` repeats a lost or refused request at once, twice, while a reader waits. `patient` is for writers: it
    gives a request its time and waits longer before each repetition.
    """

    client: Elasticsearch
    patient: Elasticsearch
    alias: str
    address: str

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Raises Missing for 404, Conflict for 409, EngineUnavailable or EngineBusy for everything else."""
        try:
            yield
        except elasticsearch.NotFoundError as error:
            if not is_elasticsearch(error):
                raise explain_failure(error, self.address) from error
            raise Missing(str(error.message)) from error
        except elasticsearch.ConflictError as error:
            raise Conflict(str(error.message)) from error
        except (elastic_transport.TransportError, elasticsearch.ApiError) as error:
            raise explain_failure(error, self.address) from error

    def close(self) -> None:
        self.client.close()


class _Json(JsonSerializer):
    """msgspec reads a page of results in a fifth of the standard library's time."""

    mimetype = "application/json"

    def json_dumps(self, data: Any) -> bytes:  # noqa: ANN401  # the client's own signature
        return msgspec.json.encode(data)

    def json_loads(self, data: bytes) -> Any:  # noqa: ANN401
        return msgspec.json.decode(data)


class _JsonLines(_Json, NdjsonSerializer):
    """The same for several searches in one request, of which ten wordings of five words are a fifth of a megabyte."""

    mimetype = "application/x-ndjson"


def connect(options: EngineOptions) -> Connection:
    """Set up, without a request. Raises SettingsError when the options can't be meant."""
    try:
        parts = urlsplit(options.url)
        port = parts.port or {"http": 80, "https": 443}[parts.scheme]
    except ValueError as error:
        raise SettingsError("engine.url has a host or a port that can't be read; use http://HOST:9200/NAME.") from error
    prefix, _, alias = parts.path.rstrip("/").rpartition("/")
    if not parts.hostname or not ALIAS.fullmatch(alias):
        raise SettingsError(
            "engine.url needs a host and, after it, the name of the index in lower-case letters, digits, "
            '"-", "_" and ".": http://HOST:9200/NAME.'
        )
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    address = f"{parts.scheme}://{host}:{port}{prefix}"
    client = _client(address, options, unquote(parts.username or ""), unquote(parts.password or ""))
    patient = client.options(
        request_timeout=WRITE_TIMEOUT_SECONDS, max_retries=5, retry_backoff_base=0.5, retry_backoff_cap=10.0
    )
    return Connection(client, patient, alias, f"{address}/{alias}")


def _client(address: str, options: EngineOptions, user: str, password: str) -> Elasticsearch:
    try:
        return Elasticsearch(
            address,
            api_key=options.api_key or None,
            basic_auth=(user, password) if user and not options.api_key else None,
            request_timeout=options.timeout_seconds,
            connections_per_node=CONNECTIONS,
            max_retries=2,
            node_class=WholeAnswers,
            serializers={each.mimetype: each for each in (_Json(), _JsonLines())},
            **(_tls(options) if address.startswith("https:") else {}),
        )
    except (OSError, ValueError) as error:
        raise SettingsError(
            f"The connection to {address} can't be set up; engine.ca_certificates has to be a readable PEM file."
        ) from error


def _tls(options: EngineOptions) -> dict[str, Any]:
    if not options.verify:
        return {"verify_certs": False, "ssl_show_warn": False}
    if options.ca_certificates:  # read now, so that a wrong path is told apart from a wrong certificate
        return {"ssl_context": ssl.create_default_context(cafile=options.ca_certificates)}
    return {}

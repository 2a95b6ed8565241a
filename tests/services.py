"""Where the tests find a real Elasticsearch, PostgreSQL and Chromium, and what to say where there is none.

Each finder gives the service's address, or raises `Unavailable` with the way to get one. What a finder
started itself is ended when its context ends.
"""

import contextlib
import os
import shutil
import socket
from collections.abc import Iterator

import docker
from docker.errors import DockerException
from testcontainers.core.config import ConnectionMode, testcontainers_config
from testcontainers.core.container import DockerContainer
from testcontainers.core.wait_strategies import ExecWaitStrategy, HttpWaitStrategy

ELASTICSEARCH_IMAGE = "docker.elastic.co/elasticsearch/elasticsearch:9.4.3"
POSTGRESQL_IMAGE = "postgres:17"

# Chromium as root, in a container and without a desktop; nothing in it calls home.
CHROMIUM_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class Unavailable(Exception):
    """A service that a test needs cannot be had here; the message says how to get it."""


@contextlib.contextmanager
def elasticsearch() -> Iterator[str]:
    """The address of a real Elasticsearch: a named one first, then a container of the stock image."""
    if url := os.environ.get("PADU_TEST_ELASTICSEARCH_URL"):
        yield url.rstrip("/")
        return
    require_docker(
        "Elasticsearch",
        "set PADU_TEST_ELASTICSEARCH_URL to a throw-away one (`.ci/elasticsearch start` starts it and prints its URL)",
    )
    image = os.environ.get("PADU_TEST_ELASTICSEARCH_IMAGE", ELASTICSEARCH_IMAGE)
    node = (
        DockerContainer(image)
        .with_exposed_ports(9200)
        .with_env("discovery.type", "single-node")
        .with_env("xpack.security.enabled", "false")
        .with_env("ES_JAVA_OPTS", "-Xms1g -Xmx1g")
        .waiting_for(HttpWaitStrategy(9200, "/_cluster/health?wait_for_status=green").with_startup_timeout(180))
    )
    with node:
        yield f"http://{node.get_container_host_ip()}:{node.get_exposed_port(9200)}"


@contextlib.contextmanager
def postgresql() -> Iterator[str]:
    """The SQLAlchemy URL of a real PostgreSQL database: a named one first, then a container."""
    if url := os.environ.get("PADU_TEST_POSTGRESQL_URL"):
        yield url
        return
    require_docker(
        "PostgreSQL",
        "set PADU_TEST_POSTGRESQL_URL to a throw-away database (`.ci/postgresql start` starts one and prints its URL)",
    )
    server = (
        DockerContainer(os.environ.get("PADU_TEST_POSTGRESQL_IMAGE", POSTGRESQL_IMAGE))
        .with_exposed_ports(5432)
        .with_envs(POSTGRES_USER="padu", POSTGRES_PASSWORD="padu", POSTGRES_DB="padu")
        # Over TCP: while it sets itself up, the image's server listens on its Unix socket only.
        .waiting_for(ExecWaitStrategy(["pg_isready", "-h", "127.0.0.1"]).with_startup_timeout(60))
    )
    with server:
        address = f"{server.get_container_host_ip()}:{server.get_exposed_port(5432)}"
        yield f"postgresql+psycopg://padu:padu@{address}/padu"


def chromium_path() -> str:
    """The Chromium to drive: a named one first, then the machine's own."""
    named = os.environ.get("PADU_TEST_CHROMIUM")
    found = named or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not found:
        raise Unavailable(
            "no Chromium: install one (Debian: apt-get install chromium) or set PADU_TEST_CHROMIUM to its path"
        )
    return found


def require_docker(service: str, otherwise: str) -> None:
    """Raise `Unavailable` unless a Docker engine answers."""
    try:
        address = os.environ.get("DOCKER_HOST", "unix:///var/run/docker.sock")
        if address.startswith("unix://"):
            # Asked first, because the client leaks a socket where nobody listens.
            with socket.socket(socket.AF_UNIX) as probe:
                probe.connect(address.removeprefix("unix://"))
            # The engine is on this machine, and tests may talk to the loopback address only.
            testcontainers_config.tc_host_override = "127.0.0.1"
            testcontainers_config.connection_mode_override = ConnectionMode.docker_host
        with contextlib.closing(docker.from_env(timeout=5)) as client:
            client.ping()
    except (DockerException, OSError) as error:
        raise Unavailable(f"no {service}: start a Docker engine, or {otherwise}") from error

"""`padu serve`: what stops it is one sentence, and what it serves is the settings' catalogue."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from typer.testing import CliRunner

from discovery.settings import load_settings
from tests.catalogues import publish, union
from web.app import app_from
from web.cli import app

TOML = """\
[site]
name = { id = "Katalog", en = "Catalogue" }
url = "https://k.example/"
[engine]
url = "embedded:index"
[web]
cors_origins = ["https://amn.example"]
[[library]]
code = "id-amn"
name = "Perpustakaan AMN"
kind = "academic"
"""


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_port_in_use_is_one_sentence(taken_port: int, tmp_path: Path) -> None:
    config = tmp_path / "padu.toml"
    config.write_text(TOML)
    result = CliRunner().invoke(app, ["--port", str(taken_port), "--config", str(config)])
    assert (result.exit_code, result.output) == (
        2,
        f"Can't listen on 127.0.0.1:{taken_port}: Address already in use. Choose another with --port.\n",
    )


def test_a_wrong_settings_file_is_one_sentence(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["--config", str(tmp_path / "none.toml")])
    assert (result.exit_code, result.output) == (2, f"There is no settings file {tmp_path / 'none.toml'}.\n")


def test_the_settings_catalogue_is_served(tmp_path: Path) -> None:
    (tmp_path / "padu.toml").write_text(TOML)
    publish(tmp_path / "index", [union(1, "Bumi manusia")]).engine.close()
    with TestClient(app_from(load_settings(tmp_path / "padu.toml"))) as client:
        answer = client.get("/api/v1/search?q=bumi", headers={"Origin": "https://amn.example"})
    (hit,) = answer.json()["hits"]
    assert hit["url"].startswith("https://k.example/record/")
    assert hit["libraries"] == [{"code": "id-amn", "name": "Perpustakaan AMN", "call_number": "899 1"}]
    assert answer.headers["access-control-allow-origin"] == "https://amn.example"

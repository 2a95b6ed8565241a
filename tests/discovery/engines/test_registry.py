"""An address that is no engine's is told in one sentence."""

import pytest

from discovery.engines.options import EngineOptions
from discovery.engines.registry import open_engine
from discovery.errors import SettingsError

USE = '; use "embedded:FOLDER" or "http://HOST:9200/NAME" (or https).'


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("", f"engine.url is empty{USE}"),
        ("index", f'engine.url is "index", which is no address{USE}'),
        ("ftp://host/padu", f'engine.url begins with "ftp:"{USE}'),
        ("embedded:", 'engine.url names no folder; write it as "embedded:FOLDER", relative to padu.toml.'),
    ],
)
def test_an_address_of_no_engine_is_told_with_what_to_write(url: str, sentence: str) -> None:
    with pytest.raises(SettingsError) as raised:
        open_engine(EngineOptions(url))
    assert str(raised.value) == sentence

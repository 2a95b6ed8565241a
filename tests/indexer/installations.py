"""Small installations in a folder: padu.toml, MARC files, and what the index holds after a command."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from pymarc import Field, Indicators, Record, Subfield
from typer.testing import CliRunner, Result

from discovery.cli import app
from discovery.engines.registry import open_engine
from discovery.search.document import decode_display
from discovery.search.engine import SearchEngine
from discovery.search.request import SearchRequest
from discovery.search.tree import All
from discovery.settings import load_settings

SETTINGS = """\
[engine]
url = "embedded:index"
[store]
url = "sqlite:///store.db"
"""
PARTNER = """\
[[library]]
code = "{code}"
name = "Perpustakaan {code}"
kind = "public"
[[partner]]
code = "{code}"
source = "{source}"
library = "{code}"
mode = "{mode}"
"""


def book(
    number: str, title: str, *, author: str = "Toer, Pramoedya Ananta,", isbn: str = "", year: str = "1980"
) -> bytes:
    """A small book in ISO 2709."""
    record = Record(force_utf8=True)
    record.leader = "00000nam a2200000 a 4500"
    record.add_field(Field(tag="001", data=number))
    record.add_field(Field(tag="008", data=f"800101s{year}    io a          000 1 ind d"))
    for tag, marks, parts in (
        ("020", "  ", (("a", isbn),)),
        ("100", "1 ", (("a", author),)),
        ("245", "10", (("a", title),)),
        ("260", "  ", (("a", "Jakarta :"), ("b", "Hasta Mitra,"), ("c", year))),
    ):
        subfields = [Subfield(code, value) for code, value in parts if value]
        if subfields:
            record.add_field(Field(tag=tag, indicators=Indicators(*marks), subfields=subfields))
    return record.as_marc()


def installed(
    folder: Path, catalogues: Mapping[str, Sequence[bytes] | bytes], *, mode: str = "full", settings: str = SETTINGS
) -> Path:
    """Write each partner's catalogue and the padu.toml that joins them; gives the settings' path."""
    text = settings
    for code, content in catalogues.items():
        (folder / f"{code}.mrc").write_bytes(content if isinstance(content, bytes) else b"".join(content))
        text += PARTNER.format(code=code, source=f"{code}.mrc", mode=mode)
    path = folder / "padu.toml"
    path.write_text(text, encoding="utf-8")
    return path


def padu(settings: Path, *arguments: str) -> Result:
    """Run the command line in this process."""
    return CliRunner(env={"PADU_CONFIG": str(settings), "COLUMNS": "200"}).invoke(app, list(arguments))


def engine_of(settings: Path) -> SearchEngine:
    """The read side of an installation's index."""
    return open_engine(load_settings(settings).engine_options())


def indexed(settings: Path) -> dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Every document: shown id → title, ids it answers to, owning libraries."""
    engine = engine_of(settings)
    try:
        found: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {}
        total = 1
        while len(found) < total:
            results = engine.search(SearchRequest(All(), offset=len(found), size=100))
            total = results.total
            for hit in results.hits:
                union = decode_display(hit.display)
                found[hit.id] = (union.description.title.main, tuple(sorted(union.ids)), tuple(sorted(union.libraries)))
        return found
    finally:
        engine.close()

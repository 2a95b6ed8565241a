"""Who may import whom. The table of ARCHITECTURE.md, held by import-linter.

A wall is moved here first, with an ADR that says why.
"""

import configparser
import os
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOTS = ("discovery", "indexer", "web")
ENGINES = ("elasticsearch", "elastic_transport", "tantivy")
WEB = ("fastapi", "starlette", "uvicorn", "jinja2")
MARC = ("pymarc", "lxml")
DATABASES = ("sqlalchemy", "sqlite3")

# module → what it must not know, directly or through others
FORBIDDEN: dict[str, tuple[str, ...]] = {
    "discovery.catalog": (
        "discovery.search", "discovery.analysis", "discovery.engines", "discovery.export", "discovery.api",
        "discovery.labels", "discovery.settings", "indexer", "web", "httpx2",
        *ENGINES, *WEB, *MARC, *DATABASES,
    ),
    "discovery.analysis": (
        "discovery.search", "discovery.engines", "discovery.export", "discovery.api", "discovery.labels",
        "discovery.settings", "indexer", "web", *ENGINES, *WEB, *MARC, *DATABASES,
    ),
    "discovery.search": (
        "discovery.engines", "discovery.export", "discovery.api", "discovery.labels", "discovery.settings",
        "indexer", "web", *ENGINES, *WEB, *MARC, *DATABASES,
    ),
    "discovery.engines.elastic": (
        "discovery.engines.embedded", "discovery.export", "discovery.api", "discovery.settings", "indexer", "web",
        "tantivy", *WEB, *MARC, *DATABASES,
    ),
    "discovery.engines.embedded": (
        "discovery.engines.elastic", "discovery.export", "discovery.api", "discovery.settings", "indexer", "web",
        "elasticsearch", "elastic_transport", "sqlalchemy", *WEB, *MARC,
    ),
    "discovery.export": (
        "discovery.engines", "discovery.api", "discovery.settings", "indexer", "web", *ENGINES, *WEB, *DATABASES,
    ),
    "discovery.labels": (
        "discovery.search", "discovery.engines", "discovery.export", "discovery.api", "discovery.settings",
        "indexer", "web", *ENGINES, *WEB, *MARC, *DATABASES,
    ),
    "discovery.relevance": (
        "discovery.engines", "discovery.export", "discovery.api", "discovery.labels", "discovery.settings",
        "indexer", "web", *ENGINES, *WEB, *MARC, *DATABASES,
    ),
    "indexer.sources": (
        "discovery.search", "discovery.engines", "indexer.store", "indexer.match", "indexer.publish", "web",
        "indexer.crosswalks", *ENGINES, *WEB, *DATABASES,
    ),
    "indexer.readers": (
        "discovery.search", "discovery.engines", "indexer.store", "indexer.match", "indexer.publish",
        "indexer.sources", "indexer.crosswalks", "web", *ENGINES, *WEB, *DATABASES,
    ),
    "indexer.crosswalks": (
        "discovery.search", "discovery.engines", "indexer.sources", "indexer.readers", "indexer.store",
        "indexer.match", "indexer.publish", "web", *ENGINES, *WEB, *DATABASES,
    ),
    "indexer.match": (
        "discovery.engines", "indexer.sources", "indexer.readers", "indexer.crosswalks", "indexer.publish", "web",
        *ENGINES, *WEB, *MARC,
    ),
    "indexer.headings": ("discovery.engines", "web", *ENGINES, *WEB, *MARC),
    "indexer.publish": ("discovery.engines", "web", *ENGINES, *WEB, *MARC),
    "web.pages": ("discovery.engines", "fastapi", "starlette", "jinja2", "web.routes", "indexer", *ENGINES, *MARC),
    "web.routes": ("discovery.engines.elastic", "discovery.engines.embedded", "indexer", *ENGINES),
}  # fmt: skip

# Modules that only their composition roots may import.
COMPOSITION_ROOTS = (
    "web.app", "discovery.api.app", "discovery.cli", "web.cli",
    "indexer.cli", "indexer.inspection_cli", "indexer.configured",
)  # fmt: skip
PROTECTED: dict[str, tuple[str, ...]] = {
    "discovery.settings": (*COMPOSITION_ROOTS, "discovery.site"),
    "discovery.engines.registry": (*COMPOSITION_ROOTS, "discovery.settings"),
}
# discovery.cli mounts the other packages' commands: the one named exception.
EXCEPTIONS = ("discovery.cli -> indexer.cli", "discovery.cli -> web.cli")


def contracts() -> configparser.ConfigParser:
    """The tables above as an import-linter configuration."""
    config = configparser.ConfigParser()
    config["importlinter"] = {
        "root_packages": _lines(ROOTS),
        "include_external_packages": "True",
        "exclude_type_checking_imports": "False",
    }
    config["importlinter:contract:layers"] = {
        "name": "discovery stands alone; indexer and web stand on it and never see each other",
        "type": "layers",
        "layers": "\n    indexer | web\n    discovery",
        "ignore_imports": _lines(EXCEPTIONS),
    }
    for module, forbidden in FORBIDDEN.items():
        config[f"importlinter:contract:{module}"] = {
            "name": f"{module} keeps to its row",
            "type": "forbidden",
            "source_modules": _lines((module,)),
            "forbidden_modules": _lines(forbidden),
        }
    for module, importers in PROTECTED.items():
        config[f"importlinter:contract:protected {module}"] = {
            "name": f"only composition roots import {module}",
            "type": "protected",
            "protected_modules": _lines((module,)),
            "allowed_importers": _lines(importers),
        }
    return config


def _lines(values: tuple[str, ...]) -> str:
    return "\n    " + "\n    ".join(values)


def test_imports_keep_to_the_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "importlinter.ini"
    with file.open("w", encoding="utf-8") as opened:
        contracts().write(opened)
    status = lint_imports(config_filename=str(file), cache_dir=None)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_packages_are_the_three_and_none_is_called_utils() -> None:
    root = Path(__file__).parent.parent
    packages = {path.parent.name for path in root.glob("*/__init__.py")} - {"tests", "benchmarks"}  # not installed
    assert packages == set(ROOTS)
    names = {path.stem for package in ROOTS for path in (root / package).rglob("*")}
    assert names.isdisjoint({"utils", "util", "helpers", "common", "manager", "misc"})


def test_files_stay_small() -> None:
    root = Path(__file__).parent.parent
    lengths = {
        os.fspath(path.relative_to(root)): len(path.read_text(encoding="utf-8").splitlines())
        for package in ROOTS
        for path in (root / package).rglob("*.py")
    }
    assert {path: length for path, length in lengths.items() if length > 250} == {}

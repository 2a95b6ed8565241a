"""Each crosswalk says which element goes where, and by whose rules."""

import importlib
import pkgutil

import pytest

FORMATS = ("marc", "unimarc", "dublin_core", "mods", "mets", "table")
# What holds no element of its own.
MACHINERY = {"marc": {"record"}, "unimarc": {"record"}, "dublin_core": {"record", "statements"}, "table": {"fields"}}


@pytest.mark.parametrize("name", FORMATS)
def test_a_crosswalk_names_every_file_of_its_own_and_its_source(name: str) -> None:
    package = importlib.import_module(f"indexer.crosswalks.{name}")
    said = package.__doc__ or ""
    files = {module.name for module in pkgutil.iter_modules(package.__path__)} - MACHINERY.get(name, set())
    rows = [line for line in said.splitlines() if line.startswith("| ")][2:]
    assert rows
    assert "Source" in said
    assert "https://" in said
    # METS has one file, and its table none to tell apart.
    assert {each for each in files if each not in said and name != "mets"} == set()

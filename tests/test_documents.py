"""The documents tell what is there: their links, commands, tasks, settings and paths exist."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel
from typer.main import get_command

from discovery.cli import app
from discovery.settings import Settings
from indexer.tables.columns import MAPPABLE

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted(
    [ROOT / name for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")]
    + list((ROOT / "docs").rglob("*.md"))
)
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = get_command(app).commands  # type: ignore[attr-defined]  # a group, whose type typer doesn't export


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_of_documents_lead_somewhere(document: Path) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text(encoding="utf-8"))
    assert [target for target in targets if not (document.parent / target).exists()] == []


def test_paths_of_the_code_map_exist() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    named = [path for row in rows for path in re.findall(r"`([\w/.]+)`", row)]
    assert len(named) > 15
    parents = [ROOT, ROOT / "indexer"]  # a row names further modules of its folder by their last part
    assert [path for path in named if not any((parent / path).exists() for parent in parents)] == []


def test_commands_of_the_readme_exist_with_their_options() -> None:
    used = re.findall(r"^ {4}padu (\w+)((?: --[\w-]+)*)", README, re.MULTILINE)
    assert len(used) >= 6
    for name, options in used:
        known = {each for parameter in COMMANDS[name].params for each in parameter.opts}
        assert set(options.split()) <= known, name


def test_every_command_is_in_the_readme_and_explains_itself() -> None:
    assert {name for name in COMMANDS if f"padu {name}" not in README and f"make {name}" not in README} == set()
    assert {name for name, command in COMMANDS.items() if len(command.help or "") < 40} == set()


def test_tasks_of_the_documents_are_in_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for document in DOCUMENTS:
        for task in re.findall(r"(?:`|^ {4})make ([a-z]+)", document.read_text(encoding="utf-8"), re.MULTILINE):
            assert re.search(rf"^{task}:", makefile, re.MULTILINE), (document.name, task)


def test_settings_of_the_readme_are_settings() -> None:
    blocks = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    assert len(blocks) > 5
    for block in blocks:
        sections = tomllib.loads(block)
        if {"always", "never"} & set(sections):
            continue  # matching.toml, which has its own tests
        for section, content in sections.items():
            field = Settings.model_fields[section]
            entries = content if isinstance(content, list) else [content]
            model = field.annotation.__args__[0] if isinstance(content, list) else field.annotation  # type: ignore[union-attr]
            for entry in entries:
                assert set(entry) <= set(model.model_fields), section  # type: ignore[union-attr]


def test_every_setting_is_in_the_readme() -> None:
    named = {name for section in sections(Settings) for name in section.model_fields}
    assert len(named) > 60
    assert [name for name in sorted(named) if not re.search(rf"\b{name}\b", README)] == []


def sections(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for field in model.model_fields.values():
        for each in (field.annotation, *get_args(field.annotation)):
            if isinstance(each, type) and issubclass(each, BaseModel):
                yield from sections(each)


def test_every_field_of_a_spreadsheet_is_in_the_readme() -> None:
    listed = re.findall(r"^Fields are (.*?)\. ", README, re.DOTALL | re.MULTILINE)
    assert len(listed) == 1
    assert sorted(re.findall(r"`(\w+)`", listed[0])) == sorted(MAPPABLE)

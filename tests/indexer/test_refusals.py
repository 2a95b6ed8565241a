"""Every reason for which the indexer refuses a record can be said in the reader's language."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import indexer
from discovery.catalog.library import Translated
from discovery.catalog.site import Site
from discovery.labels.labels import make_labels
from discovery.labels.refusals import REFUSALS, refusal_sentence

INDONESIAN = make_labels(Site(Translated(()), "https://katalog.example", ()), "id")
# Names under which a reason is kept or made, beside what `Unreadable` is raised with.
CONSTANTS = ("NO_TITLE", "CUT_OFF", "_UNCLOSED", "_TOO_LONG")
MAKERS = ("no_title", "_no_directory", "_fault")


def reasons() -> Iterator[str]:
    """Each reason in the source, with a word in place of what differs from record to record."""
    for path in sorted(Path(indexer.__path__[0]).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            yield from filter(None, map(_told, _expressions(node)))


def _expressions(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Call(func=ast.Name(id="Unreadable"), args=[reason, *_]):
            yield reason
        case ast.Call(func=ast.Name(id="TableRow"), keywords=keywords):
            yield from (each.value for each in keywords if each.arg == "broken")
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if name == "reason" or name in CONSTANTS:
            yield value
        case ast.FunctionDef(name=name) if name in MAKERS:
            yield from (each.value for each in ast.walk(node) if isinstance(each, ast.Return) and each.value)
        case ast.FunctionDef(name="record"):
            yield from (each.value for each in ast.walk(node) if isinstance(each, ast.Return) and each.value)


def _told(expression: ast.AST) -> str:
    match expression:
        case ast.Constant(value=str() as text):
            return text
        case ast.JoinedStr(values=values):
            return "".join(str(each.value) if isinstance(each, ast.Constant) else "x" for each in values)
        case _:
            return ""


def test_the_source_gives_reasons_at_all() -> None:
    assert len(set(reasons())) >= len(REFUSALS)


@pytest.mark.parametrize("reason", sorted(set(reasons())))
def test_each_reason_is_said_in_indonesian(reason: str) -> None:
    assert refusal_sentence(reason, INDONESIAN) != reason


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        (
            "the directory lists 3 fields but the record holds 2; it is damaged or cut off. Export it again.",
            "direktorinya mendaftar 3 ruas, tetapi cantuman berisi 2; cantuman rusak atau terpotong. Ekspor ulang.",
        ),
        (
            "this is no MARC record: it begins with '<b>{0}</b>\\n'. Take what doesn't belong there out of the file.",
            "ini bukan cantuman MARC: awalnya '<b>{0}</b>\\n'. Keluarkan dari berkas apa yang bukan tempatnya di situ.",
        ),
        ("the moon is full.", "the moon is full."),
        ("", ""),
    ],
)
def test_what_differs_from_record_to_record_is_kept(reason: str, expected: str) -> None:
    assert refusal_sentence(reason, INDONESIAN) == expected

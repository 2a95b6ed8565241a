"""The rows of a search form: which words, in which field, joined how."""

from dataclasses import dataclass

from discovery.search.params import Row, RowOperator, RowScope
from web.i18n import Words


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of a select element, or of a row of links (then `url` leads there)."""

    value: str
    label: str
    selected: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class BoxRow:
    """One row of a search form; `suffix` numbers its parameters ("" for q, "2" for q2)."""

    suffix: str
    text: str
    scopes: tuple[Option, ...]
    operators: tuple[Option, ...]


def box_row(row: Row, number: int, words: Words) -> BoxRow:
    """A row with its choices, the first of the form being number 1."""
    return BoxRow(
        suffix="" if number == 1 else str(number),
        text=row.text,
        scopes=tuple(Option(scope, name, scope == row.scope) for scope, name in scope_names(words).items()),
        operators=tuple(Option(each, name, each == row.operator) for each, name in operator_names(words).items()),
    )


def scope_names(words: Words) -> dict[RowScope, str]:
    """What each `in` parameter searches, in words."""
    return {
        "all": words.gettext("Everywhere"),
        "title": words.gettext("Title"),
        "author": words.gettext("Author"),
        "subject": words.gettext("Subject"),
        "series": words.gettext("Series"),
        "identifier": words.gettext("ISBN, ISSN or other number"),
    }


def operator_names(words: Words) -> dict[RowOperator, str]:
    """How rows are joined, in words."""
    return {"and": words.gettext("and"), "or": words.gettext("or"), "not": words.gettext("but not")}

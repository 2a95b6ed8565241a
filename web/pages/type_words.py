"""Words that are no subject but a type of thing: "skripsi ekonomi" asks for theses on economics.

A thesis seldom says in its title that it is one. Such words are searched like any others, and the same search with
the type as a limit is offered beside it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from discovery.analysis.tokens import exact_key
from discovery.labels.labels import Labels
from discovery.labels.vocabulary import TYPES
from discovery.search.params import Row, SearchParams
from discovery.search.request import Filter

# Nearly everything is a book; and nobody asks for the rest.
_UNTOLD = frozenset(("book", "other"))


@dataclass(frozen=True, slots=True)
class TypeSearch:
    """The other words, "" where there are none, within a type; `params` finds `count` records."""

    type: str
    words: str
    params: SearchParams
    count: int = 0


def type_search(params: SearchParams, spoken: Iterable[Labels]) -> TypeSearch | None:
    """The search that the words may stand for; None where no word is a type's name in a language that is spoken.

    Only of bare words anywhere: quotes, operators, fields and further rows say more exactly what is meant.
    """
    row, typed = params.rows[0], params.rows[0].text.split()
    is_limited = any(each.facet == "type" for each in (*params.filters, *params.exclusions))
    if len(params.rows) > 1 or row.scope != "all" or is_limited or not all(map(str.isalpha, typed)):
        return None
    names = _type_names(tuple((code, labels.type(code)) for labels in spoken for code in TYPES))
    place = next((at for at, word in enumerate(typed) if exact_key(word) in names), None)
    if place is None:
        return None
    code, rest = names[exact_key(typed[place])], " ".join(typed[:place] + typed[place + 1 :])
    filters = (*params.filters, Filter("type", (code,)))
    limited = replace(params, rows=(Row(rest),), filters=filters, page=1, verbatim=False, notes=())
    return TypeSearch(code, rest, limited)


@lru_cache(maxsize=8)
def _type_names(told: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Types by each single word that names them: "Skripsi, tesis, disertasi" has three."""
    single = [(name.strip(), code) for code, names in told if code not in _UNTOLD for name in names.split(",")]
    return {exact_key(name): code for name, code in single if " " not in name}

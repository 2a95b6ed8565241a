"""Libraries as readers call them: by their code in any case, by their name in any language, or by words of it."""

from collections.abc import Iterable

from discovery.analysis.tokens import exact_key, query_tokens
from discovery.catalog.library import Library
from discovery.search.notes import Note
from discovery.search.query import And, Exactly, Not, Or, Query

_LIBRARY = "library"
# "perpustakaan:universitas" means all of them; each is a clause of the query.
_MOST_MEANT = 20
_LONGEST_IN_NOTE = 80


class LibraryNames:
    """The cooperation's libraries. Without any, every code is taken for one."""

    def __init__(self, libraries: Iterable[Library] = ()) -> None:
        self._exact: dict[str, str] = {}
        self._words: list[tuple[frozenset[str], str]] = []
        for library in libraries:
            names = [text for _, text in library.name.texts]
            self._words.append((frozenset(query_tokens(" ".join((library.code, *names)))), library.code))
            for name in (library.code, *names):
                self._exact.setdefault(exact_key(name), library.code)

    def meant_by(self, typed: str) -> tuple[str, ...]:
        """The codes that a name may stand for."""
        exact = self._exact.get(exact_key(typed))
        if exact:
            return (exact,)
        asked = frozenset(query_tokens(typed))
        return tuple(code for words, code in self._words if asked and asked <= words)[:_MOST_MEANT]

    def resolved(self, query: Query) -> tuple[Query, tuple[Note, ...]]:
        """The query with codes for names, and a note on each that is no library's."""
        if not self._words:
            return query, ()
        notes: list[Note] = []
        return self._resolved(query, notes), tuple(dict.fromkeys(notes))

    def _resolved(self, query: Query, notes: list[Note]) -> Query:
        match query:
            case Exactly(field="library", value=value):
                codes = self.meant_by(value)
                if not codes:
                    notes.append(Note("no-such-library", (value[:_LONGEST_IN_NOTE],)))
                    return query
                meant = tuple(Exactly(_LIBRARY, code) for code in codes)
                return meant[0] if len(meant) == 1 else Or(meant)
            case And(parts=parts):
                return And(tuple(self._resolved(part, notes) for part in parts))
            case Or(parts=parts):
                return Or(tuple(self._resolved(part, notes) for part in parts))
            case Not(part=part):
                return Not(self._resolved(part, notes))
            case _:
                return query


ANY_LIBRARY = LibraryNames()

"""Which member's value a union record shows, field by field, and by which rule of `merge_descriptions`."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence

from discovery.catalog.record import Description
from discovery.search.evidence import Rule, ShownField, ShownValue
from indexer.match.choice import same_text

_Reading = Callable[[Description], Hashable]

# By field: what of it members agree on ("" or None where they don't say), and its wording.
_FIELDS: tuple[tuple[ShownField, _Reading, _Reading], ...] = (
    ("title", lambda told: same_text(told.title.main), lambda told: (told.title.main, told.title.subtitle)),
    ("publication", lambda told: told.publication.year, lambda told: told.publication),
    ("edition", lambda told: same_text(told.edition), lambda told: told.edition),
    ("extent", lambda told: same_text(told.extent), lambda told: told.extent),
    ("type", lambda told: told.type, lambda told: told.type),
    ("carrier", lambda told: told.carrier, lambda told: told.carrier),
)


def shown_values(members: Sequence[Description], merged: Description) -> Iterator[ShownValue]:
    """For each field that the union record shows and a member says."""
    for field, meaning, wording in _FIELDS:
        given = {place: meaning(told) for place, told in enumerate(members)}
        said = {place: value for place, value in given.items() if value not in ("", None)}
        agreeing = tuple(place for place, value in said.items() if value == meaning(merged))
        if agreeing:
            exact = tuple(place for place in agreeing if wording(members[place]) == wording(merged))
            yield ShownValue(field, _rule(said, len(agreeing)), exact or agreeing, agreeing)


def _rule(said: dict[int, Hashable], agreeing: int) -> Rule:
    if len(said) == 1:
        return "only"
    if agreeing == len(said):
        return "all"
    counts = [count for _, count in Counter(said.values()).most_common(2)]
    return "most" if agreeing > counts[1] else "fullest"

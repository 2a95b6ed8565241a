"""Members' descriptions into one, with the holdings of all of them.

Which member's value is shown: title, publication, edition and extent are the ones on which most members agree, ties
broken in favour of the fullest description, and never one typed in capitals where there is another. Names, subjects,
languages, identifiers, notes and the like are united, each once however it is written.
"""

from collections.abc import Callable, Hashable, Sequence
from itertools import chain
from operator import attrgetter
from typing import TypeVar

from msgspec.structs import replace

from discovery.catalog.holding import Holding
from discovery.catalog.identifiers import Identifier
from discovery.catalog.record import (
    Description,
    LanguageBasis,
    Member,
    Record,
    RelationKind,
    Series,
    UnionRecord,
)
from discovery.catalog.subject import Subject
from indexer.match.choice import agreed_text, same_text, united
from indexer.match.contributors import unite_contributors
from indexer.match.drawn_features import identifier_key
from indexer.match.merged_publication import agreed_publication
from indexer.match.merged_title import agreed_title, other_titles
from indexer.match.told_twice import told_once
from indexer.match.work import work_id
from indexer.store.clusters import StoredMember

T = TypeVar("T")

# Not every library says how one serial became another.
_CHANGES: dict[RelationKind, RelationKind] = {
    "formed_from": "continues", "absorbed": "continues", "separated_from": "continues",
    "merged_with": "continued_by", "absorbed_by": "continued_by", "split_into": "continued_by",
}  # fmt: skip
# All but the last fields, `confirmed`, `partner` and `also`; `replace` takes three times as long.
_held = attrgetter(*Holding.__struct_fields__[:-3])


def merge_records(ids: tuple[str, ...], members: Sequence[StoredMember], records: Sequence[Record]) -> UnionRecord:
    """The union record that shows `ids[0]` and answers to all of `ids`; `records` are the members', at least one."""
    description = records[0].description if len(records) == 1 else merge_descriptions(records)
    holdings = _holdings(records, members)
    return UnionRecord(
        id=ids[0],
        ids=ids,
        work=work_id(description, ids[0]),
        description=description,
        members=tuple(
            [
                Member(record.id, record.partner, record.source_id, member.confirmed, member.since)
                for record, member in zip(records, members, strict=True)
            ]
        ),
        holdings=tuple(holdings if len(records) == 1 else told_once(holdings, _copy_numbers(records))),
    )


def merge_descriptions(records: Sequence[Record]) -> Description:
    """One description from several records', given in the order of their assignment."""
    told = [record.description for record in sorted(records, key=lambda each: -_fullness(each.description))]
    title = agreed_title(told)
    languages, basis = _languages(told)
    edition = agreed_text(each.edition for each in told)
    return Description(
        title=title,
        type=_most(told, lambda each: each.type),
        carrier=_most(told, lambda each: each.carrier),
        variants=other_titles(told, title),
        contributors=unite_contributors([each.contributors for each in told]),
        publication=agreed_publication(told),
        edition=edition,
        extent=agreed_text(each.extent for each in told),
        series=_series(told),
        identifiers=_identifiers(told),
        languages=languages,
        original_languages=_all(told, lambda each: each.original_languages, str),
        language_basis=basis,
        subjects=_subjects(told),
        classifications=_all(told, lambda each: each.classifications, lambda each: (each.scheme, each.number)),
        audience=agreed_text(each.audience for each in told),
        contents=_all(told, lambda each: each.contents, same_text),
        abstract=agreed_text(each.abstract for each in told),
        notes=_all(told, lambda each: each.notes, lambda note: same_text(note.text)),
        relations=_all(
            told,
            lambda each: each.relations,
            lambda each: (_CHANGES.get(each.kind, each.kind), same_text(each.title) or each.identifiers),
        ),
        links=_all(told, lambda each: each.links, lambda link: link.url),
        is_component=told[0].is_component,
        original_edition=_original_edition(told, edition),
    )


def _fullness(told: Description) -> int:
    """How much a description says: the fuller one's order and wording come first."""
    lists = (told.contributors, told.subjects, told.notes, told.contents, told.identifiers, told.series, told.variants)
    texts = (told.title.subtitle, told.title.responsibility, told.edition, told.extent, told.abstract)
    publication = (told.publication.place, told.publication.publisher, told.publication.date)
    return sum(map(len, lists)) + 2 * sum(map(bool, (*texts, *publication)))


def _original_edition(told: Sequence[Description], edition: str) -> str:
    """What a member that states the shown edition says of it in its own script."""
    same = (each.original_edition for each in told if same_text(each.edition) == same_text(edition))
    return next(filter(None, same), "")


def _languages(told: Sequence[Description]) -> tuple[tuple[str, ...], LanguageBasis]:
    """What cataloguers coded; what was detected only where nobody did."""
    for basis in ("coded", "detected"):
        if languages := tuple(
            dict.fromkeys(code for each in told if each.language_basis == basis for code in each.languages)
        ):
            return languages, basis
    return (), "undecided"


def _identifiers(told: Sequence[Description]) -> tuple[Identifier, ...]:
    """Each number once, with a qualifier if a member has one; a key if it is one's."""
    kept: dict[tuple[str, str, str], Identifier] = {}
    for identifier in chain.from_iterable(each.identifiers for each in told):
        key = identifier_key(identifier)
        known = kept.get(key, identifier)
        kept[key] = replace(
            known,
            qualifier=known.qualifier or identifier.qualifier,
            is_key=known.is_key or identifier.is_key,
        )
    return tuple(kept.values())


def _series(told: Sequence[Description]) -> tuple[Series, ...]:
    """Each once, under the name that a member files it by."""
    kept: dict[str, Series] = {}
    for series in chain.from_iterable(each.series for each in told):
        key = same_text(f"{series.title} {series.number}")
        kept[key] = replace(kept.get(key, series), name=kept.get(key, series).name or series.name)
    return tuple(kept.values())


def _subjects(told: Sequence[Description]) -> tuple[Subject, ...]:
    """Each heading once, from the vocabulary that a member names."""
    kept: dict[str, Subject] = {}
    for subject in chain.from_iterable(each.subjects for each in told):
        key = same_text(subject.heading)
        if key not in kept or (subject.scheme and not kept[key].scheme):
            kept[key] = subject
    return tuple(kept.values())


def _holdings(records: Sequence[Record], members: Sequence[StoredMember]) -> list[Holding]:
    """Each that a partner says once, with the last day on which any of its records said it."""
    kept: dict[Hashable, Holding] = {}
    for record, member in zip(records, members, strict=True):
        for holding in record.holdings:
            said = _held(holding)
            day = holding.confirmed or member.confirmed
            known = kept.get((said, member.partner))
            if known is None or known.confirmed < day:
                kept[said, member.partner] = Holding(*(*said, day, member.partner))
    return [*kept.values()]


def _copy_numbers(records: Sequence[Record]) -> dict[str, set[str]]:
    """The numbers of each partner's copies."""
    found: dict[str, set[str]] = {}
    for record in records:
        found.setdefault(record.partner, set()).update(record.copy_numbers)
    return found


def _most(told: Sequence[Description], value: Callable[[Description], T]) -> T:
    values = [value(each) for each in told]
    return max(values, key=values.count)


def _all(
    told: Sequence[Description], values: Callable[[Description], tuple[T, ...]], key: Callable[[T], Hashable]
) -> tuple[T, ...]:
    return united(chain.from_iterable(values(each) for each in told), key)

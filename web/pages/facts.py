"""A description as labelled facts, in the order of a catalogue card; names and headings lead to their records."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from discovery.catalog.contributor import Contributor
from discovery.catalog.record import Classification, Description, NoteKind, Relation
from discovery.catalog.subject import Subject
from discovery.labels.imprint import imprint
from discovery.search.browsing import ListPlace
from web.i18n import Words
from web.links import Links, search_for, search_in
from web.pages.linked_text import LinkedText
from web.pages.numbers import numbers

# Notes that stand among the facts.
NOTES_WITH_A_LABEL: Final = frozenset({"duration", "medium"})


# A report of 130 authors and a proceedings' 58 subjects are twelve screens of a phone, with its contents below them. A
# few more than are shown aren't worth a press.
_SHOWN = 12
_FOLDED_FROM = 16


@dataclass(frozen=True, slots=True)
class Fact:
    """A label with its values; a fact without values isn't shown. Those `folded` away stand under the words of
    `unfold`.
    """

    label: str
    values: tuple[LinkedText, ...]
    folded: tuple[LinkedText, ...] = ()
    unfold: str = ""


def facts(description: Description, links: Links, words: Words) -> tuple[Fact, ...]:
    """Everything that is said in one line or a few."""
    found = [
        *_people(description, links, words),
        *_edition(description, links, words),
        *_languages(description, words),
        *_subjects(description, links, words),
        *(Fact(label, _plain(*values)) for label, values in numbers(description, words)),
        *_relations(description, links, words),
    ]
    return tuple(_folded(fact, words) for fact in found if fact.values)


def _folded(fact: Fact, words: Words) -> Fact:
    if len(fact.values) < _FOLDED_FROM:
        return fact
    rest = fact.values[_SHOWN:]
    return Fact(fact.label, fact.values[:_SHOWN], rest, words.ngettext("%(number)s more", "%(number)s more", len(rest)))


def _plain(*texts: str) -> tuple[LinkedText, ...]:
    return tuple(LinkedText(text) for text in texts if text)


def _noted(description: Description, kind: NoteKind) -> tuple[LinkedText, ...]:
    return _plain(*(note.text for note in description.notes if note.kind == kind))


def _people(description: Description, links: Links, words: Words) -> Iterator[Fact]:
    creators = tuple(_person(each, links, words) for each in description.contributors if each.primary)
    yield Fact(words.gettext("Author"), creators)
    others = [each for each in description.contributors if not each.primary]
    people = tuple(_person(each, links, words) for each in others if not each.work)
    yield Fact(words.gettext("With") if creators else words.gettext("Contributors"), people)
    # A disc of 24 songs has their composer once among the people; the songs are works.
    works = tuple(_person(each, links, words) for each in others if each.work)
    yield Fact(words.gettext("Contained and related works"), works)
    variants = tuple(LinkedText(each.text, original=each.original) for each in description.variants)
    yield Fact(words.gettext("Other titles"), variants)


def _person(contributor: Contributor, links: Links, words: Words) -> LinkedText:
    said = [role for role in contributor.roles if not (contributor.primary and role == "aut")]
    roles = words.listed(words.labels.role(role) for role in said)
    name = f"{contributor.name} ({contributor.fuller})" if contributor.fuller else contributor.name
    text = ", ".join(filter(None, (name, contributor.dates)))
    if contributor.work:
        text = f"{text}: {contributor.work}"
    return LinkedText(
        f"{text} ({roles})" if roles else text,
        links.search(search_in("author", contributor.name)),
        contributor.original,
        links.browse("author", ListPlace(typed=contributor.name)),
    )


def _edition(description: Description, links: Links, words: Words) -> Iterator[Fact]:
    yield Fact(words.gettext("Published"), _plain(imprint(description)))
    edition = LinkedText(description.edition, original=description.original_edition)
    yield Fact(words.gettext("Edition"), (edition,) if description.edition else ())
    yield Fact(words.gettext("Extent"), _plain(description.extent))
    yield Fact(words.gettext("Playing time"), _noted(description, "duration"))
    yield Fact(words.gettext("Voices and instruments"), _noted(description, "medium"))
    series = tuple(
        LinkedText(
            f"{each.heading} ; {each.number}" if each.number else each.heading,
            links.search(search_for(f'"{each.title}"', "series")),
        )
        for each in description.series
    )
    yield Fact(words.gettext("Series"), series)
    audience = words.labels.value("audience", description.audience) if description.audience else ""
    yield Fact(words.gettext("Audience"), _plain(audience))


def _languages(description: Description, words: Words) -> Iterator[Fact]:
    names = [words.labels.language(code) for code in description.languages]
    if description.language_basis == "detected":
        names = [words.gettext("%(language)s (recognised from the text)", language=name) for name in names]
    yield Fact(words.gettext("Language"), _plain(*names))
    originals = (words.labels.language(code) for code in description.original_languages)
    yield Fact(words.gettext("Translated from"), _plain(*originals))


def _subjects(description: Description, links: Links, words: Words) -> Iterator[Fact]:
    headings: dict[str, Subject] = {}
    for each in description.subjects:
        # Vocabularies have many headings in common: one of them, with its original script where one has it.
        if each.original or each.heading.casefold() not in headings:
            headings[each.heading.casefold()] = each
    yield Fact(words.gettext("Subjects"), tuple(_subject(each, links) for each in headings.values()))
    yield Fact(words.gettext("Class"), _plain(*map(_class, description.classifications)))


def _class(found: Classification) -> str:
    """A number with its scheme's name; that a library made it itself has none."""
    return found.number if found.scheme == "local" else f"{found.number} ({found.scheme.upper()})"


def _subject(subject: Subject, links: Links) -> LinkedText:
    return LinkedText(
        subject.heading,
        links.search(search_in("subject", subject.heading)),
        subject.original,
        links.browse("subject", ListPlace(typed=subject.heading)),
    )


def _relations(description: Description, links: Links, words: Words) -> Iterator[Fact]:
    names = {
        "original": words.gettext("Translation of"),
        "translation": words.gettext("Translated as"),
        "host": words.gettext("Part of"),
        "supplement": words.gettext("Supplement"),
        "edition": words.gettext("Other edition"),
        "carrier": words.gettext("Other form"),
        "continues": words.gettext("Continues"),
        "formed_from": words.gettext("Formed from"),
        "absorbed": words.gettext("Absorbed"),
        "separated_from": words.gettext("Separated from"),
        "continued_by": words.gettext("Continued by"),
        "merged_with": words.gettext("Merged with or into"),
        "absorbed_by": words.gettext("Absorbed by"),
        "split_into": words.gettext("Split into"),
        "related": words.gettext("See also"),
    }
    for kind, name in names.items():
        said = (each for each in description.relations if each.kind == kind)
        yield Fact(name, tuple(text for each in said if (text := _relation(each, links)).text))


def _relation(relation: Relation, links: Links) -> LinkedText:
    """Its title, found by that; where a catalogue names it by no more than a number, that number."""
    numbers = [each for each in relation.identifiers if each.scheme in ("issn", "isbn")] if not relation.title else []
    named = (relation.title, *(f"{each.scheme.upper()} {each.value}" for each in numbers))
    text = ". ".join(filter(None, (relation.author, *named, relation.note)))
    if relation.title:
        return LinkedText(text, links.search(search_for(f'"{relation.title}"', "title")))
    return LinkedText(text, links.search(search_for(numbers[0].value, "identifier")) if numbers else "")

"""The number that groups the editions of one work."""

import hashlib
import re
from collections.abc import Sequence
from functools import lru_cache

from discovery.catalog.ids import base32_id
from discovery.catalog.names import is_only_titles, is_title
from discovery.catalog.record import Description, Title
from indexer.match.drawn_features import creators
from indexer.match.names import name_elements
from indexer.match.part_numbers import part_designation
from indexer.match.plain_titles import apart
from indexer.match.spellings import in_one_spelling
from indexer.match.titles import is_generic, telling_words, title_words
from indexer.match.words import first_forms, word_list

_LANGUAGES = word_list("language_names")
_COLLECTIVE = word_list("collective_titles")
# Names of one anonymous work in different headings; "koran" in other titles is a newspaper.
_HEADINGS = first_forms("uniform_titles")
_SCRIPTURE = word_list("scripture_titles").union(_HEADINGS)
_TESTAMENTS = {
    "o.t": "Old Testament",
    "old testament": "Old Testament",
    "n.t": "New Testament",
    "new testament": "New Testament",
}
_TRADITIONAL = word_list("traditional_genres")
_LEGAL = frozenset({("laws", "etc"), ("treaties", "etc")})
_COMMA = re.compile("[,،]")
_SUBTITLE = re.compile(r"\s*:\s*")
# A title of so few words stands on many publications of one body; as many of the subtitle's tell them apart.
_SHORT = 4
# A film is another work than the novel of the same name; an audio book or a manuscript isn't.
_WORKS_OF_THEIR_OWN = frozenset({"video", "image", "map", "object", "score", "article"})


def work_id(described: Description, record_id: str) -> str:
    """A number that depends only on the work's title, parts and main author, and so never dies either.

    Titles without an author need their publisher beside them, unless a uniform title names the work, or they are those
    of texts that were handed down; generic ones ("Proceedings") without an author group nothing, and the record is a
    work of its own: in one catalogue all articles called "Frontmatter" became one work.
    """
    named = _named_elsewhere(described)
    author = _author(described)
    words = telling_words(apart(title_words(named or _title(described))))
    if named and words[:1] and not author:
        words = (_HEADINGS.get(words[0], words[0]), *words[1:])
    scripture = _scripture(words)
    if scripture and not _is_by_a_person(described):
        named, author, words = scripture, "", (scripture,)
    if not author:
        if is_generic(words):
            return record_id
        is_known_alone = named or _is_traditional(words)
        author = "" if is_known_alone else " ".join(sorted(title_words(described.publication.publisher)))
    parts = " ".join(filter(None, map(part_designation, described.title.parts)))
    kind = described.type if described.type in _WORKS_OF_THEIR_OWN else ""
    digest = hashlib.sha256(
        "\0".join(("work", kind, author, " ".join(in_one_spelling(words)), parts)).encode()
    ).digest()
    return base32_id(digest)


def named_work(described: Description, title: str) -> Description:
    """A description of no more than another work of the same kind by the same people, of this title."""
    return Description(Title(_SUBTITLE.split(title, 1)[0]), type=described.type, contributors=described.contributors)


def _scripture(words: tuple[str, ...]) -> str:
    """The scripture that a title names alone, whoever brings it out: "Al-Qur'an dan terjemahnya"; "" if none."""
    if not _SCRIPTURE.issuperset(words):
        return ""
    return next((_HEADINGS[word] for word in words if word in _HEADINGS), "")


def _is_traditional(words: tuple[str, ...]) -> bool:
    """Whether a title without an author is that of a text handed down: "Hikajat Hang Tuah", "Babad Tanah Jawi"."""
    return len(words) > 1 and in_one_spelling(words[:1])[0] in _TRADITIONAL


def _is_by_a_person(described: Description) -> bool:
    return any(each.kind == "person" for each in creators(described)[:1])


def _named_elsewhere(described: Description) -> str:
    """The work's own title where the edition's is another: the uniform one, else the original's (765); "" if none.

    Uniform titles that gather ("Laws, etc.", "Works") name no work, and the language and year that may end one
    don't belong to it: the Arabic, the English and the Greek "De anima" are one.
    """
    for variant in described.variants:
        if variant.kind == "uniform" and (named := _named(variant.text)):
            return named
    for relation in described.relations:
        if relation.kind == "original" and (named := _named(_SUBTITLE.split(relation.title, 1)[0])):
            return named
    return ""


def _title(described: Description) -> str:
    """The edition's title. A body's short one is taken with a telling subtitle: "Flood insurance study" is of 230
    towns, "Statistik daerah" of as many districts.
    """
    title = described.title.main[described.title.nonfiling :] or described.title.main
    subtitle = described.title.subtitle
    if subtitle and any(each.kind != "person" for each in creators(described)[:1]):
        return f"{title} {_told_apart(title, subtitle)}"
    return title


def _told_apart(title: str, subtitle: str) -> str:
    """What of a subtitle tells a body's short title from others; "" if it names a form ("hearings before the …")."""
    told = telling_words(title_words(subtitle))[:_SHORT]
    return " ".join(told) if len(telling_words(title_words(title))) <= _SHORT and not is_generic(told[:1]) else ""


@lru_cache(maxsize=4_096)
def _named(uniform: str) -> str:
    """What of a uniform title names the work; "" if nothing does."""
    segments = _without_version(uniform.split(". "))
    if segments and segments[0].casefold() == "bible":
        segments = _of_the_bible(segments)
    words = telling_words(title_words(" ".join(segments)))
    return "" if _COLLECTIVE.issuperset(words) or words[:2] in _LEGAL else ". ".join(segments)


def _without_version(segments: Sequence[str]) -> list[str]:
    """The parts of a uniform title without language and year, and without what stands behind a language and says which
    translation it is: "Bible. English. Authorized. 1997" (AACR2 25.18A). A selection stays one.
    """
    kept: list[str] = []
    is_translated = False
    for at, each in enumerate(segments):
        if _is_added(each):
            is_translated = is_translated or (at > 0 and not _LANGUAGES.isdisjoint(title_words(each)))
        elif not is_translated or each.casefold().startswith("selections"):
            kept.append(each)
    return kept


def _of_the_bible(segments: Sequence[str]) -> list[str]:
    """A testament by its whole name, and none before its books: "Bible. O.T. Psalms" is "Bible. Psalms" since RDA."""
    named = [_TESTAMENTS.get(each.strip(". ").casefold(), each) for each in segments]
    has_book = any(each not in _TESTAMENTS.values() for each in named[1:] if each.casefold() != "selections")
    return [each for each in named if not (has_book and each in _TESTAMENTS.values())]


def _is_added(segment: str) -> bool:
    words = telling_words(title_words(segment))
    return all(word in _LANGUAGES or (word.isdigit() and len(word) == 4) for word in words)


def _author(described: Description) -> str:
    """Surname and first initial where the name is inverted, as catalogues differ on the rest; else all elements."""
    people = creators(described)
    return _filed(people[0].name, person=people[0].kind == "person") if people else ""


@lru_cache(maxsize=16_384)
def _filed(name: str, *, person: bool) -> str:
    surname, rest = _inverted(name, person=person)
    initials = sorted(element[0] for element in name_elements(rest)) if rest else []
    return " ".join((*sorted(name_elements(surname)), *initials[:1]))


def _inverted(name: str, *, person: bool) -> tuple[str, str]:
    """Surname and the rest; a person's name in direct order, as spreadsheets have it, by its last word."""
    surname, *others = _COMMA.split(name, maxsplit=1)
    rest = others[0].strip() if others else ""
    if rest and not is_only_titles(rest):
        return surname, rest
    words = [word for word in surname.split() if not is_title(word)]
    return (words[-1], " ".join(words[:-1])) if person and len(words) > 1 else (surname, "")

"""Every text of the interface is translated, and no translation outlives its text."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from discovery.labels.labels import DOMAIN as LABELS
from discovery.labels.labels import FOLDER as LABELS_FOLDER
from discovery.labels.translations import LOCALES, SOURCE_LOCALE
from discovery.search.explain import TERMS
from discovery.search.notes import MESSAGES
from discovery.search.ranking import MESSAGES as REASONS
from discovery.search.suggesting import OFFERS
from web.i18n import DOMAIN as PAGES
from web.i18n import FOLDER as PAGES_FOLDER

METHODS = [("**.py", "python"), ("**.html", "jinja2.ext:babel_extract")]
# The errors whose own sentence a reader can meet: it is their first argument.
ERRORS = ("NotFound", "Gone")
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "message": None, **dict.fromkeys(ERRORS)}
PLACES = re.compile(r"%\(\w+\)s|\{\d\}")
JINJA = re.compile(r"\{%\s*trans\b.*?endtrans\s*%\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)

TRANSLATED = [locale for locale in LOCALES if locale != SOURCE_LOCALE]
DOMAINS = {PAGES: PAGES_FOLDER, LABELS: LABELS_FOLDER}


def texts_in(folder: Path) -> Iterator[str | tuple[str, ...]]:
    found = extract_from_dir(folder, METHODS, keywords=KEYWORDS)  # type: ignore[arg-type]
    return (message for _, _, message, _, _ in found)


def texts_of(domain: str) -> set[str | tuple[str, ...]]:
    folder = DOMAINS[domain].parent
    texts = set(texts_in(folder.parent if domain == LABELS else folder))
    told = {*MESSAGES.values(), *REASONS.values(), *OFFERS.values(), *TERMS.values()}
    return texts | told if domain == LABELS else texts


def catalog(domain: str, locale: str) -> Catalog:
    with (DOMAINS[domain] / locale / "LC_MESSAGES" / f"{domain}.po").open("rb") as po_file:
        return read_po(po_file, locale=locale)


def forms(text: str | tuple[str, ...] | list[str]) -> list[str]:
    return [text] if isinstance(text, str) else list(text)


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_extractor_finds_texts_at_all(domain: str) -> None:
    assert len(texts_of(domain)) > 100


@pytest.mark.parametrize("locale", TRANSLATED)
@pytest.mark.parametrize("domain", DOMAINS)
def test_every_text_has_a_translation_and_no_other_is_kept(domain: str, locale: str) -> None:
    translated = {
        tuple(each.id) if isinstance(each.id, list) else each.id
        for each in catalog(domain, locale)
        if each.id and not each.fuzzy and all(forms(each.string))
    }
    assert {"missing": texts_of(domain) - translated, "unused": translated - texts_of(domain)} == {
        "missing": set(),
        "unused": set(),
    }


@pytest.mark.parametrize("locale", TRANSLATED)
@pytest.mark.parametrize("domain", DOMAINS)
def test_translations_keep_the_places_that_are_filled_in(domain: str, locale: str) -> None:
    for each in catalog(domain, locale):
        if each.id:
            expected = set(PLACES.findall(forms(each.id)[-1]))
            *special, general = [set(PLACES.findall(form)) for form in forms(each.string)]
            # Arabic says "one copy" and "two copies" without a number.
            assert all(expected - {"%(number)s"} <= places <= expected for places in special), each.id
            assert general == expected, each.id


def test_a_record_has_one_name_in_indonesian() -> None:
    """A cantuman is a catalogue's record; a rekaman is something to listen to."""
    said = [text for domain in DOMAINS for each in catalog(domain, "id") for text in forms(each.string)]
    assert [text for text in said if "rekaman" in text.lower()] == ["Rekaman suara"]


def test_a_record_has_one_name_in_arabic() -> None:
    """A تسجيلة is a catalogue's record; a سجلّ is a program's log."""
    named = re.compile(r"\b(?:ال)?سجل(?:ات|ان|ين)?\b(?!ّ)")
    said = [text for domain in DOMAINS for each in catalog(domain, "ar") for text in forms(each.string)]
    assert [text for text in said if named.search(text)] == []


@pytest.mark.parametrize(
    ("locale", "other", "one"),
    [
        ("ar", "رقم الاستدعاء", "رقم الطلب"),
        ("ar", "العزف", "مدة التشغيل"),  # what is played on an instrument; films and spoken books have a time, too
        ("ar", "“", "«"),
        ("id", "volume yang", "jilid yang"),
    ],
)
def test_a_language_has_one_word_for_one_thing(locale: str, other: str, one: str) -> None:
    said = [text for each in catalog(PAGES, locale) for text in forms(each.string)]
    assert ([text for text in said if other in text], any(one in text for text in said)) == ([], True)


def test_templates_hold_no_untranslated_words() -> None:
    """Words between tags that stand outside {% trans %} would be the same in every language."""
    folder = PAGES_FOLDER.parent / "templates"
    loose = {}
    for path in sorted(folder.rglob("*.html")):
        source = JINJA.sub("", path.read_text())
        spoken = re.findall(r'(?:aria-label|placeholder|title|alt)="([^"]*)"', source)
        words = re.findall(r"[^\W\d_]{2,}", " ".join((re.sub(r"<[^>]*>", " ", source), *spoken)))
        if words:
            loose[path.name] = words
    assert loose == {"record.html": ["MARC", "MARCXML"]}

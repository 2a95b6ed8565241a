"""What a query's fields are called, in each language of the interface: "author:", "pengarang:", "المؤلف:".

Every name is known whatever the language of the page, because searches are shared by their addresses. None names
two fields, and `explain` prints no other name but for numbers, so that what a query was understood as can be typed
again.
"""

from collections.abc import Iterable
from typing import Final

# The fields that take a value, as it is typed, and not words.
VALUE_FIELDS: Final = ("identifier", "year", "language", "library")

# By language and field, the name first that the help page gives. Where a blank stands there may be several.
FIELD_NAMES: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "id": {
        "title": ("judul",),
        "author": ("pengarang", "penulis"),
        "subject": ("subjek", "subyek"),
        "series": ("seri",),
        "publisher": ("penerbit",),
        "year": ("tahun",),
        "language": ("bahasa",),
        "library": ("perpustakaan",),
        "call_number": ("nopanggil", "nomor panggil"),
        "identifier": ("isbn", "issn"),
        "all": ("semua",),
    },
    "en": {
        "title": ("title",),
        "author": ("author",),
        "subject": ("subject",),
        "series": ("series",),
        "publisher": ("publisher",),
        "year": ("year",),
        "language": ("language", "lang"),
        "library": ("library", "lib"),
        "call_number": ("call", "call number"),
        "identifier": ("isbn", "issn"),
        "all": ("all",),
    },
    "ar": {
        "title": ("العنوان", "عنوان"),
        "author": ("المؤلف", "مؤلف"),
        "subject": ("الموضوع", "موضوع"),
        "series": ("السلسلة", "سلسلة"),
        "publisher": ("الناشر", "ناشر"),
        "year": ("السنة", "سنة"),
        "language": ("اللغة", "لغة"),
        "library": ("المكتبة", "مكتبة"),
        "call_number": ("رقم الطلب",),
        "identifier": ("ردمك", "ردمد"),
        "all": ("الكل",),
    },
}
# What stands before an ISSN, and before an ISBN as a pattern, with and without a colon.
ISSN_LABELS: Final = ("issn", "ردمد")
ISBN_LABEL: Final = r"isbn(?:-?1[03])?|ردمك"


def field_named(name: str) -> str:
    """The field that a name means, in any case; `name` is one that `names_of` matches."""
    return _BY_NAME[_plain(" ".join(name.lower().split()))]


def names_of(fields: Iterable[str]) -> str:
    """The names of some fields as alternatives of a regular expression."""
    wanted = frozenset(fields)
    names = (name for name, field in _BY_NAME.items() if field in wanted)
    return "|".join(name.replace(" ", r"\s+").replace("و", "[وؤ]") for name in names)


def _plain(name: str) -> str:
    """Without the hamza, as many type it: "المولف"."""
    return name.replace("ؤ", "و")


_BY_NAME: Final = {
    _plain(name): field for fields in FIELD_NAMES.values() for field, names in fields.items() for name in names
}


def every_field() -> tuple[str, ...]:
    """All fields that a query may name, in the order in which they are told."""
    return tuple(FIELD_NAMES["en"])

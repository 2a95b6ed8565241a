"""Settings of a [[partner]] that say nothing of the kind of source it has: whoever wrote one expects something of it.

What would only be unneeded (a pause between requests to a file, a sheet of a table that is a text) is left alone.
"""

from collections.abc import Collection, Iterator
from urllib.parse import parse_qs, urlsplit

from discovery.partner_settings import PartnerSettings

_MARC = frozenset({"marc21", "marcxml", "marcjson", "unimarc", "oai"})
_TABLE = frozenset({"table"})
_MODS = frozenset({"mods", "mets"})
_OF_TABLES = ("columns", "rows", "delimiter", "encoding", "header", "sheet", "copies_source", "copies_table")
_OF_HARVESTS = ("prefix", "set", "compare_days")
# What a provider of OAI-PMH may send.
_HARVESTED = frozenset({"oai", "dc", *_MODS})
_NOTHING: tuple[object, ...] = (None, "", {})
_FILE = "this source is a file or folder; take it out"
_WORDS = {_TABLE: "tables", _MARC: "MARC", _MARC | _TABLE: "MARC and tables"}

# Names of settings that were given, each with the formats that it says something of.
Given = tuple[tuple[str, frozenset[str]], ...]


def given_for_formats(partner: PartnerSettings) -> Given:
    """Which of the settings that belong to some formats only this partner has."""
    whose = _TABLE if partner.library_column else _MARC if partner.library_from else frozenset[str]()
    codes = _MODS | whose | (_TABLE if partner.copies_column else frozenset())
    belongs = {
        **dict.fromkeys(_OF_TABLES, _TABLE),
        "copies": _MARC,
        "statuses": _MARC | _TABLE,
        "library_from": whose,
        "libraries": codes,
    }
    return tuple((name, kinds) for name, kinds in belongs.items() if getattr(partner, name) not in _NOTHING)


def unfit_sentences(given: Given, formats: Collection[str]) -> Iterator[tuple[str, str]]:
    """Of what was given, each setting that none of the formats takes, with what to say of it."""
    read = ", ".join(sorted(formats))
    for name, kinds in given:
        if not kinds.isdisjoint(formats):
            continue
        if name == "libraries":
            yield name, f"translates the codes that library_from names, which isn't there for this source ({read})"
        elif name == "library_from" and "table" in formats:
            yield name, 'is the name of a column where the source is a table, and not a field of MARC ("852$b")'
        else:
            yield name, f"belongs to {_WORDS[kinds]}, and this source is {read}; take it out"


def unfit_setting(partner: PartnerSettings) -> tuple[str, str] | None:
    """The first setting that can't have a meaning, with what to say of it; None where there is none.

    A source whose format isn't said is judged once it has been read.
    """
    if partner.format is not None:
        formats = _HARVESTED if partner.format == "oai" else {partner.format}
        for name, sentence in unfit_sentences(given_for_formats(partner), formats):
            return name, sentence
    return _unfit_for_address(partner)


def _unfit_for_address(partner: PartnerSettings) -> tuple[str, str] | None:
    address = "://" in partner.source
    asked = address and "verb" in parse_qs(urlsplit(partner.source).query)
    harvested = asked or (address and partner.format in (None, "oai"))
    for name in _OF_HARVESTS:
        if getattr(partner, name) not in _NOTHING and not harvested:
            how = f'its format is {partner.format!r}; if it is a provider, say format = "oai"' if address else _FILE
            return name, f"belongs to OAI-PMH, and {how}"
    for name in ("user", "password_env"):
        if getattr(partner, name) and not address and "://" not in partner.deletions:
            return name, f"belongs to addresses, and {_FILE}"
    return None

"""Which of a provider's metadata formats is asked for, and how its records are read."""

from collections.abc import Mapping

from discovery.errors import SourceUnreadable
from indexer.partners import Format

# What tells a format in the namespaces and schemas of ListMetadataFormats, or in the prefix; richest first.
_SIGNS: tuple[tuple[str, Format], ...] = (
    ("marc21/slim", "oai"),
    ("unimarc", "oai"),
    ("/mods/", "mods"),
    ("/mets", "mets"),
    ("oai_dc", "dc"),
    ("purl.org/dc/", "dc"),
    ("dspace.org/xmlns/dspace/dim", "dc"),
    ("marc", "oai"),
    ("mods", "mods"),
    ("mets", "mets"),
    ("dim", "dc"),
    ("etdms", "dc"),
    ("dc", "dc"),
)
# What MARC was in XML before there was MARCXML; it can't be read.
_BEFORE_MARCXML = "oai/1.1/oai_marc"
# Prefixes by which a page on disk says what it holds.
CANONICAL: Mapping[Format, str] = {"oai": "marcxml", "mods": "mods", "mets": "mets", "dc": "oai_dc"}
_PREFERRED: tuple[Format, ...] = ("oai", "mods", "mets", "dc")
# DSpace's own format has all that it knows. It makes its others from that: its MARC calls everything a recording of
# music, its MODS and METS leave out the publisher (dspace/config/crosswalks/oai/metadataFormats/{marc,mods,mets}.xsl).
_DSPACE = "dspace.org/xmlns/dspace/dim"
# OJS fills MARC with less than its Dublin Core: one language, no pages, no files; since 3.4 the journal and its issue
# stand where nobody looks for them (plugins/oaiMetadataFormats/marcxml/templates/record.tpl).
_OF_JOURNALS: tuple[Format, ...] = ("dc", "oai", "mods", "mets")
# The one that every provider has: https://www.openarchives.org/OAI/openarchivesprotocol.html#MetadataNamespaces
_MANDATORY = "oai_dc"


def takes_identity(wanted: str, offered: Mapping[str, str]) -> bool:
    """Whether the choice depends on who the provider is."""
    return not wanted and len({_kind(prefix, described) for prefix, described in offered.items()} - {None}) > 1


def chosen_format(wanted: str, offered: Mapping[str, str], *, of_journals: bool = False) -> tuple[str, Format]:
    """The prefix to ask for, and how what comes is read: the one that is wanted, else the richest that is offered.

    `offered` gives each prefix its namespace and schema; nothing where the provider wouldn't say. `of_journals` says
    that it is OJS or one of its kin.
    """
    known = {prefix: kind for prefix, described in offered.items() if (kind := _kind(prefix, described)) is not None}
    if not wanted:
        whole = next((prefix for prefix, described in offered.items() if _DSPACE in described.casefold()), "")
        if whole:
            return whole, "dc"
        order = _OF_JOURNALS if of_journals else _PREFERRED
        best = sorted(known, key=lambda prefix: (order.index(known[prefix]), len(prefix)))
        return (best[0], known[best[0]]) if best else (_MANDATORY, "dc")
    if offered and wanted not in offered:
        raise SourceUnreadable(f"The provider has no records as {wanted!r}; it offers {', '.join(sorted(offered))}.")
    kind = known.get(wanted) or _kind(wanted, "")
    if kind is None:
        readable = f"; of what it offers, {', '.join(sorted(known))} can be" if known else ""
        raise SourceUnreadable(f"Padu can't read records in the form {wanted!r}{readable}.")
    return wanted, kind


def _kind(prefix: str, described: str) -> Format | None:
    text = f"{described} {prefix}".casefold()
    if _BEFORE_MARCXML in text:
        return None
    return next((kind for sign, kind in _SIGNS if sign in text), None)

"""Which of the XML formats a file is in."""

import re

from discovery.errors import SourceUnreadable
from indexer.partners import Format

# What a provider of OAI-PMH was asked for: https://www.openarchives.org/OAI/openarchivesprotocol.html#MetadataNamespaces
_PREFIX = re.compile(rb"metadataPrefix\s*=\s*[\"']?([A-Za-z0-9_-]+)|<request[^>]*metadataPrefix=([A-Za-z0-9_-]+)")
_PREFIXES: dict[str, Format] = {
    "marc21": "marcxml", "marcxml": "marcxml", "marc": "marcxml", "oai_marc": "marcxml", "oai_dc": "dc", "dc": "dc",
    "qdc": "dc", "oai_qdc": "dc", "dim": "dc", "didl": "dc", "etdms": "dc",
    "oai_etdms": "dc", "uketd_dc": "dc", "mods": "mods", "oai_mods": "mods", "mets": "mets",
}  # fmt: skip
# Elements by which a format is told; METS wraps all the others, and MODS may stand beside Dublin Core.
_ELEMENTS: tuple[tuple[re.Pattern[bytes], Format], ...] = (
    (re.compile(rb"<(?:[\w.-]+:)?mets[\s>]"), "mets"),
    (re.compile(rb"<(?:[\w.-]+:)?mods(?:Collection)?[\s>]"), "mods"),
    (re.compile(rb"<(?:[\w.-]+:)?(?:leader|controlfield|datafield)[\s>]|MARC21/slim"), "marcxml"),
    (
        re.compile(rb"<(?:[\w.-]+:)?dc[\s>]|<(?:[\w.-]+:)?(?:qualifieddc|dublin_core|dim)[\s>]|<dc:\w|<dcterms:\w"),
        "dc",
    ),
)
# What tells where no element does: another prefix, or a wrapper of a system's own.
_DUBLIN_CORE = re.compile(rb"purl\.org/dc/(?:elements|terms)|OAI/2\.0/oai_dc|ndltd\.org/standards/metadata/etdms")
# What else repositories and archives give out.
_OTHERS: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"lyncode\.com/xoai|<metadata[^>]*>\s*<element\s+name="), "XOAI"),
    (re.compile(rb"namespace\.openaire\.eu/schema/oaire"), "OpenAIRE's own format"),
    (re.compile(rb"datacite\.org/schema/kernel"), "DataCite"),
    (re.compile(rb"<(?:[\w.-]+:)?ead[\s>]"), "an EAD finding aid"),
    (re.compile(rb"<(?:[\w.-]+:)?TEI[\s>]"), "TEI"),
)
_TITLE_OF_UNIMARC = re.compile(rb"tag=[\"']200[\"']")
_TITLE_OF_MARC21 = re.compile(rb"tag=[\"']245[\"']")
_ANSWER = re.compile(rb"<OAI-PMH[\s>]")
_RECORDS = re.compile(rb"<(?:ListRecords|GetRecord)[\s>]")
_ERROR = re.compile(rb"<error[^>]*code\s*=\s*[\"']([A-Za-z]+)[\"'][^>]*>([^<]{0,200})")
# Ways to write MARC in XML that aren't MARCXML; the second is older than it, and of OAI-PMH 1.1.
_OTHER_MARC = ((re.compile(rb"indexdata\.com/turbomarc"), "TurboMARC"), (re.compile(rb"<oai_marc[\s>]"), "OAI_MARC"))


def detect_xml(text: bytes, name: str) -> Format:
    """The format of an XML file that begins so; MARCXML where nothing tells. Raises SourceUnreadable."""
    for form, what in _OTHER_MARC:
        if form.search(text):
            raise SourceUnreadable(f"{name} is {what}, which Padu can't read; export it as MARCXML.")
    asked = _PREFIX.search(text)
    prefix = (asked[1] or asked[2]).decode().casefold() if asked else ""
    _refuse_empty_answer(text, name)
    found: Format = "marcxml"
    if prefix in _PREFIXES:
        found = _PREFIXES[prefix]
    else:
        told = next((kind for element, kind in _ELEMENTS if element.search(text)), None)
        other = next((what for form, what in _OTHERS if form.search(text)), "") if told is None else ""
        if other and not prefix:
            raise SourceUnreadable(
                f"{name} is {other}, which Padu can't read; export it as MARCXML, MODS or Dublin Core."
            )
        found = told or ("dc" if _DUBLIN_CORE.search(text) else found)
        if prefix and told is None:
            raise SourceUnreadable(
                f"{name} holds records in the form {prefix!r}, which Padu can't read; ask the provider for marc21, "
                "mods, mets or oai_dc."
            )
    return "unimarc" if found == "marcxml" and is_unimarc(text) else found


def is_unimarc(text: bytes) -> bool:
    """Whether MARCXML has UNIMARC's title field and not MARC 21's."""
    return bool(_TITLE_OF_UNIMARC.search(text)) and not _TITLE_OF_MARC21.search(text)


def _refuse_empty_answer(text: bytes, name: str) -> None:
    """An answer of OAI-PMH that holds no records is no catalogue, and must not pass for an empty one."""
    if not _ANSWER.search(text) or _RECORDS.search(text):
        return
    error = _ERROR.search(text)
    said = f": {error[1].decode()} {error[2].decode('utf-8', 'replace').strip()}" if error else ""
    raise SourceUnreadable(f"{name} is an answer of OAI-PMH without records{said.rstrip()}.")

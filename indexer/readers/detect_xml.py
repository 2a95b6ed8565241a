"""Which of the XML formats a file is in."""

import re

from discovery.errors import SourceUnreadable
from indexer.partners import Format

# What a provider of OAI-PMH was asked for: https://www.openarchives.org/OAI/openarchivesprotocol.html#MetadataNamespaces
_PREFIX = re.compile(rb"metadataPrefix\s*=\s*[\"']?([A-Za-z0-9_-]+)|<request[^>]*metadataPrefix=([A-Za-z0-9_-]+)")
_PREFIXES: dict[str, Format] = {
    "marc21": "marcxml", "marcxml": "marcxml", "marc": "marcxml", "oai_marc": "marcxml", "oai_dc": "dc", "dc": "dc",
    "qdc": "dc", "oai_qdc": "dc", "dim": "dc", "didl": "dc", "mods": "mods", "oai_mods": "mods", "mets": "mets",
}  # fmt: skip
# Elements by which a format is told; METS wraps all the others, and MODS may stand beside Dublin Core.
_ELEMENTS: tuple[tuple[re.Pattern[bytes], Format], ...] = (
    (re.compile(rb"<(?:[\w.-]+:)?mets[\s>]"), "mets"),
    (re.compile(rb"<(?:[\w.-]+:)?mods(?:Collection)?[\s>]"), "mods"),
    (re.compile(rb"<(?:[\w.-]+:)?(?:leader|controlfield|datafield)[\s>]|MARC21/slim"), "marcxml"),
    (
        re.compile(
            rb"<(?:oai_dc:|srw_dc:)?dc[\s>]|<(?:[\w.-]+:)?(?:qualifieddc|dublin_core|dim)[\s>]|<dc:\w|<dcterms:\w"
        ),
        "dc",
    ),
)
_TITLE_OF_UNIMARC = re.compile(rb"tag=[\"']200[\"']")
_TITLE_OF_MARC21 = re.compile(rb"tag=[\"']245[\"']")
_ANSWER = re.compile(rb"<OAI-PMH[\s>]")
_RECORDS = re.compile(rb"<(?:ListRecords|GetRecord)[\s>]")
_ERROR = re.compile(rb"<error[^>]*code\s*=\s*[\"']([A-Za-z]+)[\"'][^>]*>([^<]{0,200})")
_TURBOMARC = b"indexdata.com/turbomarc"


def detect_xml(text: bytes, name: str) -> Format:
    """The format of an XML file that begins so; MARCXML where nothing tells. Raises SourceUnreadable."""
    if _TURBOMARC in text:
        raise SourceUnreadable(f"{name} is TurboMARC, which Padu can't read; export it as MARCXML.")
    asked = _PREFIX.search(text)
    prefix = (asked[1] or asked[2]).decode().casefold() if asked else ""
    _refuse_empty_answer(text, name)
    found: Format = "marcxml"
    if prefix in _PREFIXES:
        found = _PREFIXES[prefix]
    else:
        found = next((kind for element, kind in _ELEMENTS if element.search(text)), found)
        if prefix and not any(element.search(text) for element, _ in _ELEMENTS):
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

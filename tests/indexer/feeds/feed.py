"""What a feed is, and the names that all of them share."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.oai_provider import NAMESPACE, Faults, Item

XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
PLAIN = f'<OAI-PMH xmlns="{NAMESPACE}">'
LOCATED = (
    f'<OAI-PMH xmlns="{NAMESPACE}" {XSI} xsi:schemaLocation="{NAMESPACE} '
    'http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd">'
)
DC = "http://purl.org/dc/elements/1.1/"
OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
MARC = "http://www.loc.gov/MARC21/slim"
MODS = "http://www.loc.gov/mods/v3"
METS = "http://www.loc.gov/METS/"
OAI_DC_OFFER = (OAI_DC, "http://www.openarchives.org/OAI/2.0/oai_dc.xsd")
DC_BEGIN = (
    f'<oai_dc:dc xmlns:oai_dc="{OAI_DC}" xmlns:dc="{DC}" {XSI} '
    f'xsi:schemaLocation="{OAI_DC} http://www.openarchives.org/OAI/2.0/oai_dc.xsd">'
)


@dataclass(frozen=True, slots=True)
class Feed:
    """What a provider of this system offers and holds, the words that find its first record, and what that must say.

    `told` has what tests.indexer.test_feeds reads out of a mapped record; what isn't named there must be empty.
    """

    offers: Mapping[str, tuple[str, str]]
    items: tuple[Item, ...]
    query: str
    told: Mapping[str, object]
    envelope: str = PLAIN
    deletions: str = "persistent"
    granularity: str = "YYYY-MM-DDThh:mm:ssZ"
    description: str = ""
    faults: Faults = field(default_factory=Faults)
    settings: Mapping[str, object] = field(default_factory=dict)
    title_in: str = ""  # the title as the metadata has it, to be changed

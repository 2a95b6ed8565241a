"""Records as the systems that libraries run write them in OAI-PMH, after the systems' source; the words are ours."""

from tests.indexer.feeds import dspace, eprints, evergreen, fedora, greenstone, koha, ojs, omeka, slims
from tests.indexer.feeds.feed import Feed

KOHA = koha.KOHA
FEEDS: dict[str, Feed] = {
    "Koha": koha.KOHA,
    "Koha before as_xml_record": koha.OLD_KOHA,
    "Koha in Dublin Core": koha.KOHA_DUBLIN_CORE,
    "DSpace": dspace.DSPACE,
    "DSpace in Dublin Core": dspace.DSPACE_DUBLIN_CORE,
    "DSpace in qualified Dublin Core": dspace.DSPACE_QUALIFIED,
    "DSpace in ETD-MS": dspace.DSPACE_THESIS,
    "DSpace in MODS": dspace.DSPACE_MODS,
    "DSpace in METS": dspace.DSPACE_METS,
    "DSpace in MARC": dspace.DSPACE_MARC,
    "EPrints": eprints.EPRINTS,
    "Evergreen": evergreen.EVERGREEN,
    "Greenstone 3": greenstone.GREENSTONE,
    "Greenstone 2": greenstone.GREENSTONE_QUALIFIED,
    "Fedora": fedora.FEDORA,
    "Fedora in METS": fedora.FEDORA_METS,
    "Islandora": fedora.ISLANDORA,
    "Islandora in Dublin Core": fedora.ISLANDORA_DUBLIN_CORE,
    "OJS": ojs.OJS,
    "Omeka": omeka.OMEKA,
    "Omeka in METS": omeka.OMEKA_METS,
    "SLiMS": slims.SLIMS,
    "SLiMS's oai.php": slims.OLD_SLIMS,
}

"""Raised by hand whenever readers, crosswalks or enrichment make something else of the same source record.

What a full source gives is mapped by each run anyway; of one that gives changes only, a sync then says that
`padu rebuild --remap` brings the rest up to date.
"""

MAPPING_VERSION = 4

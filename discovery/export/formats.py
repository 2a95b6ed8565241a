"""Every format a record can be had in, by the extension of its address."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from discovery.catalog.record import UnionRecord
from discovery.catalog.site import Site
from discovery.export.bibtex import write_bibtex
from discovery.export.csl import write_csl
from discovery.export.csv import write_csv
from discovery.export.dublin_core import write_dublin_core
from discovery.export.json_ld import write_json_ld
from discovery.export.marc.serialise import write_marc, write_marcxml
from discovery.export.ris import write_ris

Writer = Callable[[Sequence[UnionRecord], Site, str], str | bytes]


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """`name` is the format's proper name, the same in every language."""

    extension: str
    name: str
    media_type: str
    write: Writer


EXPORT_FORMATS: dict[str, ExportFormat] = {
    each.extension: each
    for each in (
        ExportFormat("ris", "RIS", "application/x-research-info-systems", write_ris),
        ExportFormat("bib", "BibTeX", "application/x-bibtex; charset=utf-8", write_bibtex),
        ExportFormat("csl", "CSL-JSON", "application/vnd.citationstyles.csl+json", write_csl),
        ExportFormat("csv", "CSV", "text/csv; charset=utf-8", write_csv),
        ExportFormat("mrc", "MARC 21", "application/marc", write_marc),
        ExportFormat("xml", "MARCXML", "application/marcxml+xml", write_marcxml),
        ExportFormat("dc", "Dublin Core", "application/xml", write_dublin_core),
        ExportFormat("jsonld", "JSON-LD", "application/ld+json", write_json_ld),
    )
}

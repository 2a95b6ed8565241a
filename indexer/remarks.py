"""What a run says of a partner's source beyond its counts, and a dry run in the same words."""

from indexer.partner_source import Source
from indexer.partners import Partner
from indexer.report import PartnerReport
from indexer.sources.fetching import Fetched
from indexer.store.rehearsal import Rehearsal
from indexer.store.runs import PartnerRun
from indexer.strays import stray_remarks
from indexer.versions import version_remarks


def remarks_on(
    partner: Partner, fetched: Fetched, source: Source, report: PartnerReport, run: PartnerRun | Rehearsal
) -> tuple[str, ...]:
    """Once all was read: settings without meaning for it, holdings of no library, files that say the same again."""
    return (
        *source.remarks(partner.given),
        *stray_remarks(partner, report.strays),
        *version_remarks(partner, fetched, run.met, run.again),
    )

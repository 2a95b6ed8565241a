"""The end of a partner's run: what couldn't be had is noted, what is gone is taken out unless it is too much."""

from collections.abc import Sequence

import msgspec

from discovery.errors import SourceUnreadable
from indexer.enrich.language import LanguagePrior
from indexer.memory import PartnerMemory, mapping_rules
from indexer.partners import Partner
from indexer.sources.fetching import Fetched
from indexer.store.runs import PartnerRun
from indexer.store.withdrawal import Departure

# A library may drop so many records of its own in one run, however few it has: docs/adr/0029.
UNASKED = 10


def settle(
    run: PartnerRun,
    partner: Partner,
    fetched: Fetched,
    failures: Sequence[str],
    before: PartnerMemory,
    prior: LanguagePrior,
    finished: str,
) -> str:
    """Finish the run as far as what was read allows; the sentence that says what went wrong, "" if nothing did.

    `failures` are files that couldn't be read. Then nothing is taken out as missing, and the next run begins where
    this one did. `finished` is when, an ISO date and time.
    """
    if fetched.rejected:
        run.reject(fetched.rejected)
    compared = fetched.present is not None and not failures
    try:
        for identifiers in fetched.present() if fetched.present is not None and not failures else ():
            run.confirm(identifiers)
    except SourceUnreadable as error:
        failures = (*failures, str(error))
    whole = (fetched.full or compared) and not failures
    departure = run.departure(full=whole)
    if too_much(partner, departure):
        departure = run.loss(departure, full=whole)
    if too_much(partner, departure):
        run.confirm_named()
        run.hold_back()
        fetched.forget()
        return " ".join((*failures, refusal(partner, departure)))
    if failures:
        run.confirm_named()
        run.take_out_named()
    else:
        confirmed = run.confirms if whole else max(before.confirmed, run.all_confirmed())
        run.confirm_named(confirmed)
        mapped_whole = fetched.full or not before.mapping
        mapping = mapping_rules(partner) if mapped_whole else before.mapping
        memory = PartnerMemory(prior, fetched.memory, confirmed, mapping)
        run.finish(full=whole, finished=finished, state=msgspec.json.encode(memory).decode())
    fetched.forget()
    return " ".join((*failures, fetched.failure)).strip()


def too_much(partner: Partner, departure: Departure) -> bool:
    """Whether somebody should be asked before so much is taken out."""
    return departure.exceeds(partner.max_deleted, UNASKED) and not partner.allow_deletions


def refusal(partner: Partner, departure: Departure) -> str:
    """Why nothing is taken out, and the command that does it all the same."""
    share = 100 * departure.going / departure.living
    full = " --full" if partner.everything else ""
    return (
        f"This would take out {departure.going:,} of {departure.living:,} records ({share:.0f} %), more than "
        f"max_deleted = {partner.max_deleted:g} allows; if that is right, run "
        f"`padu sync {partner.code}{full} --allow-deletions`."
    )

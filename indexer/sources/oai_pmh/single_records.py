"""Records of a short stretch of time fetched one by one, where the list of them fails."""

from collections.abc import Mapping, Sequence

from indexer.sources.oai_pmh.checkpoint import Refusal
from indexer.sources.oai_pmh.provider import PageFailed, Provider, Refused, TokenRefused
from indexer.sources.oai_pmh.rounds import Rounds


def identifiers_in(provider: Provider, arguments: Mapping[str, str], most: int) -> list[str] | None:
    """The identifiers that a list of these arguments has; None if there are more, or the provider fails at that too."""
    found: dict[str, None] = {}
    rounds = Rounds()
    try:
        while True:
            page = provider.page("ListIdentifiers", arguments)
            verdict = rounds.verdict(page)
            rounds.received += len(page.headers)
            found.update(dict.fromkeys(each.identifier for each in page.headers))
            if len(found) > most:
                return None
            if not page.token or verdict == "over":
                return [each for each in found if each]
            arguments = {"resumptionToken": page.token}
    except (PageFailed, TokenRefused, Refused):
        return None


def fetch_each(provider: Provider, identifiers: Sequence[str], prefix: str) -> tuple[list[bytes], list[Refusal]]:
    """The records under these identifiers, and those that the provider can't give; who is gone by now is in neither."""
    records: list[bytes] = []
    refusals: list[Refusal] = []
    for identifier in identifiers:
        try:
            record = provider.record(identifier, prefix)
        except (PageFailed, TokenRefused) as error:
            refusals.append(Refusal(identifier, f"the provider can't give this record: {error}"))
            continue
        if record is not None:
            records.append(record)
    return records, refusals

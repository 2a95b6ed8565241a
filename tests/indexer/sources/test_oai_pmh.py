"""A harvest brings every record that the provider can give, whatever else is wrong with it."""

from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import stamina

from discovery.errors import SourceUnreadable
from indexer.access import Access, OaiRules
from indexer.progress import Unwatched
from indexer.readers.oai import Header, header_of, oai_records
from indexer.sources.alone import alone
from indexer.sources.files import SourceFile, opened
from indexer.sources.oai_pmh import rounds
from indexer.sources.oai_pmh.checkpoint import Spool
from indexer.sources.oai_pmh.harvest import Harvest, HarvestMemory, harvest
from tests.loopback import Loopback
from tests.oai_provider import Faults, OaiProvider, item, running

BOOKS = [item(number, day=number) for number in range(1, 11)]
ALL = [each.identifier for each in BOOKS]
NEVER = HarvestMemory()
NOTICE = "<br />\n<b>Warning</b>:  Undefined array key in <b>/var/www/oai.php</b> on line <b>12</b><br />\n"


@pytest.fixture(autouse=True)
def impatient() -> Iterator[None]:
    """Two attempts without waiting."""
    with stamina.set_testing(True, attempts=2):
        yield


@dataclass
class Harvester:
    """One partner's harvests from one provider; `last` is what the last one left."""

    server: Loopback
    folder: Path
    rules: OaiRules = field(default_factory=OaiRules)
    memory: HarvestMemory = NEVER
    unknown: Callable[[Collection[str]], frozenset[str]] = lambda _: frozenset()

    def fetch(self, *, full: bool = False) -> Harvest:
        access = Access(folder=self.folder, pause=0.0, timeout=5.0, private=True)
        return harvest(
            f"{self.server.url}/oai", self.rules, access, self.memory,
            full=full, progress=Unwatched(), unknown=self.unknown,
        )  # fmt: skip

    def settled(self, found: Harvest) -> None:
        """As after loading: what was learnt is kept, the pages go."""
        self.memory = found.memory
        found.spool.clear()

    def requests(self, verb: str) -> list[dict[str, str]]:
        return [dict(each.parameters) for each in self.server.asked if each.parameters.get("verb") == verb]


@pytest.fixture
def harvester(tmp_path: Path) -> Iterator[Callable[[OaiProvider], Harvester]]:
    """Harvesters of providers that run until the test ends."""
    with ExitStack() as stack:
        yield lambda provider: Harvester(stack.enter_context(running(provider)), tmp_path)


Harvesters = Callable[[OaiProvider], Harvester]


def records_in(found: Harvest) -> list[str]:
    """The identifiers of the records, in the order of the pages; those of deleted ones with a minus."""
    names: list[Header] = []
    for path in found.pages():
        with opened(SourceFile(path)) as stream:
            names += map(header_of, oai_records(stream))
    return [f"-{header.identifier}" if header.deleted else header.identifier for header in names]


# Each fault, what is found in spite of it, and what is told of it.
@pytest.mark.parametrize(
    ("faults", "lost", "failure"),
    [
        pytest.param(Faults(), [], "", id="none"),
        pytest.param(Faults(busy=1, retry_after="1"), [], "", id="503 with seconds"),
        pytest.param(Faults(busy=1, retry_after="Sat, 21 Nov 2020 08:00:00 GMT"), [], "", id="503 with a date"),
        pytest.param(Faults(busy=1), [], "", id="503 without a time"),
        pytest.param(Faults(expired_tokens=1), [], "", id="a token expired"),
        pytest.param(Faults(expired_tokens=3), [], "", id="tokens expire again and again"),
        pytest.param(Faults(expired_tokens=3, expiry="badArgument"), [], "", id="tokens expire as bad arguments"),
        pytest.param(Faults(expired_tokens=3, expiry="404"), [], "", id="tokens expire as pages that aren't there"),
        pytest.param(Faults(expired_tokens=1, expiry="noRecordsMatch"), [], "", id="a token expired as an empty list"),
        pytest.param(Faults(token_goes_round=True), [], "", id="the last page for ever, list known to be complete"),
        pytest.param(Faults(page_goes_round=True), [], "", id="a page in the middle for ever"),
        pytest.param(Faults(token_stays=True), [], "", id="one token for every page"),
        pytest.param(Faults(cut_off=1), [], "", id="a page cut off"),
        pytest.param(Faults(cut_off=4), [], "", id="pages cut off again and again"),
        pytest.param(Faults(broken=frozenset({ALL[4]})), [], "", id="an ill-formed record"),
        pytest.param(Faults(failing=frozenset({ALL[4]})), [ALL[4]], "", id="500 for one record"),
        pytest.param(Faults(failing=frozenset({ALL[0], ALL[9]})), [ALL[0], ALL[9]], "", id="500 for first and last"),
        pytest.param(Faults(breaks_off=frozenset({ALL[4]})), [], "", id="a connection that breaks off at one record"),
        pytest.param(Faults(around=(NOTICE * 50, "")), [], "", id="notices of PHP before each answer"),
        pytest.param(Faults(around=("\nDeprecated: each()\n", "<script></script>" * 300)), [], "", id="text around"),
        pytest.param(Faults(around=("\ufeff\ufeff", "")), [], "", id="two byte order marks"),
        pytest.param(Faults(asides=True), [], "", id="tokens and identifiers in CDATA"),
        pytest.param(Faults(tokens_without_end="records"), [], "", id="ever new tokens with the same records"),
        pytest.param(Faults(errors_without_namespace=True, expired_tokens=1), [], "", id="errors of no namespace"),
        pytest.param(
            Faults(failing=frozenset({ALL[4]}), identifiers_fail=True),
            [ALL[4]],
            "can't give what changed from 2025-01-05T00:00:00Z to 2025-01-05T00:00:00Z: it answers with status 500.",
            id="500 for one record, and for its identifier",
        ),
    ],
)  # fmt: skip
def test_harvest_brings_what_the_provider_can_give(
    harvester: Harvesters, faults: Faults, lost: list[str], failure: str
) -> None:
    client = harvester(OaiProvider(BOOKS, faults=faults))
    found = client.fetch()
    assert sorted(records_in(found), key=ALL.index) == [each for each in ALL if each not in lost]
    assert found.failure.removeprefix(f"{client.server.url}/oai ") == failure
    assert [each.identifier for each in found.refusals] == ([] if failure else lost)
    assert found.full is not bool(failure)
    assert len(client.requests("ListRecords")) < 60


def test_list_of_empty_pages_has_an_end(harvester: Harvesters, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rounds, "_MOST_EMPTY", 5)
    client = harvester(OaiProvider(BOOKS, faults=Faults(tokens_without_end="nothing")))
    assert records_in(client.fetch()) == ALL


def test_narrowed_list_keeps_what_is_older_than_the_provider_says_and_newer_than_its_clock(
    harvester: Harvesters,
) -> None:
    old, new = item(11), item(12)
    books = [replace(old, datestamp="1970-01-01T00:00:00Z"), *BOOKS, replace(new, datestamp="2031-01-01T00:00:00Z")]
    found = harvester(OaiProvider(books, faults=Faults(failing=frozenset({ALL[4]})))).fetch()
    assert found.full
    assert set(records_in(found)) == {old.identifier, new.identifier, *ALL} - {ALL[4]}


def test_page_that_fails_once_far_into_a_list_does_not_begin_it_anew(harvester: Harvesters) -> None:
    books = [item(number) for number in range(1, 31)]
    client = harvester(OaiProvider(books, faults=Faults(blips=1)))
    assert len(records_in(client.fetch())) == 30
    assert len(client.requests("ListRecords")) == 11


def test_stretches_that_fail_one_after_another_are_told_as_one(harvester: Harvesters) -> None:
    faults = Faults(failing=frozenset(ALL), identifiers_fail=True, dates_ignored=True)
    with pytest.raises(SourceUnreadable) as raised:
        harvester(OaiProvider(BOOKS, faults=faults)).fetch()
    assert str(raised.value).endswith("can't give what changed from the beginning to now: it answers with status 500.")
    assert str(raised.value).count("can't") == 1


def test_clock_that_is_ahead_hides_no_change(harvester: Harvesters) -> None:
    provider = OaiProvider(BOOKS, now="2099-01-01T00:00:00Z")
    client = harvester(provider)
    client.settled(client.fetch())
    provider.now = _now()
    changed = item(3, title="Kisah yang lain")
    provider.items = [*BOOKS, replace(changed, datestamp=provider.now)]
    assert records_in(client.fetch()) == [changed.identifier]


def test_record_that_the_provider_cannot_give_is_named_with_a_reason(harvester: Harvesters) -> None:
    found = harvester(OaiProvider(BOOKS, faults=Faults(failing=frozenset({ALL[4]})))).fetch()
    (refusal,) = found.refusals
    assert (refusal.identifier, refusal.reason) == (
        ALL[4],
        "the provider can't give this record: it answers with status 500.",
    )


def test_harvest_asks_for_the_set_and_the_prefix_of_the_settings(harvester: Harvesters) -> None:
    client = harvester(OaiProvider([item(1, sets=("buku",)), item(2, sets=("majalah",))]))
    client.rules = OaiRules(prefix="oai_dc", set="majalah")
    assert records_in(client.fetch()) == ["oai:katalog:2"]
    assert client.requests("ListRecords") == [{"verb": "ListRecords", "metadataPrefix": "oai_dc", "set": "majalah"}]


def test_later_harvest_asks_for_what_changed_since_two_days_before_the_last(harvester: Harvesters) -> None:
    provider = OaiProvider(BOOKS, now="2025-01-11T08:00:00Z")
    client = harvester(provider)
    first = client.fetch()
    client.settled(first)
    provider.items = [*BOOKS[1:], item(1, day=12, title="Kisah yang dibetulkan")]
    second = client.fetch()
    assert (first.full, second.full) == (True, False)
    assert records_in(second) == ["oai:katalog:10", "oai:katalog:1"]
    assert client.requests("ListRecords")[-1]["from"] == "2025-01-09T08:00:00Z"
    assert client.fetch(full=True).full is True


@pytest.mark.parametrize(("granularity", "since"), [("YYYY-MM-DD", "2025-01-09"), ("", "2025-01-09")])
def test_provider_that_knows_days_is_asked_for_days(harvester: Harvesters, granularity: str, since: str) -> None:
    client = harvester(OaiProvider(BOOKS, granularity=granularity, now="2025-01-11T08:00:00Z"))
    client.settled(client.fetch())
    client.fetch()
    assert client.requests("ListRecords")[-1]["from"] == since


def test_provider_that_claims_seconds_and_understands_days_is_asked_for_days(harvester: Harvesters) -> None:
    client = harvester(OaiProvider(BOOKS, now="2025-01-11T08:00:00Z", faults=Faults(days_only=True)))
    client.settled(client.fetch())
    assert records_in(client.fetch()) == ["oai:katalog:9", "oai:katalog:10"]


def test_another_prefix_or_set_is_another_harvest_and_begins_anew(harvester: Harvesters) -> None:
    client = harvester(OaiProvider([item(number, sets=("a",)) for number in range(1, 5)]))
    client.settled(client.fetch())
    client.rules = OaiRules(set="a")
    assert client.fetch().full is True


def test_nothing_new_is_no_failure(harvester: Harvesters) -> None:
    client = harvester(OaiProvider(BOOKS))
    client.settled(client.fetch())
    again = client.fetch()
    assert (records_in(again), again.failure, again.full) == ([], "", False)


# Deletion policies: how the third harvest learns that a record is gone, and that all others are still there.
@pytest.mark.parametrize(
    ("policy", "compare_days", "gone", "present"),
    [
        ("persistent", None, ["-oai:katalog:1"], None),
        ("transient", None, ["-oai:katalog:1"], None),
        ("transient", 0, ["-oai:katalog:1"], ALL[1:]),
        ("no", None, [], ALL[1:]),
        ("no", 7, [], None),
        ("persistent", 0, ["-oai:katalog:1"], ALL[1:]),
        ("nonsense", None, [], ALL[1:]),
    ],
)
def test_deleted_records_are_learnt_of_by_the_providers_policy(
    harvester: Harvesters, policy: str, compare_days: int | None, gone: list[str], present: list[str] | None
) -> None:
    provider = OaiProvider(BOOKS, deletions=policy)
    client = harvester(provider)
    client.rules = OaiRules(compare_days=compare_days)
    client.settled(client.fetch())
    keeps = policy in ("persistent", "transient")
    left = replace(item(1, deleted=True), datestamp="2025-11-21T09:00:00Z")
    provider.items = [*BOOKS[1:], *([left] if keeps else [])]
    found = client.fetch()
    assert records_in(found) == gone
    assert found.compared is (present is not None)
    assert ([each for page in found.present() for each in page] if found.compared else None) == present


def test_provider_that_keeps_deletions_for_a_time_is_compared_once_a_month(harvester: Harvesters) -> None:
    provider = OaiProvider(BOOKS, deletions="transient")
    client = harvester(provider)
    client.settled(client.fetch())
    compared = []
    for now in ("2025-12-20T08:00:00Z", "2025-12-21T08:00:00Z", "2025-12-22T08:00:00Z"):
        provider.now = now
        found = client.fetch()
        compared.append((found.compared, found.memory.compared))
        client.settled(found)
    assert compared == [(False, "2025-11-21"), (True, "2025-12-21"), (False, "2025-12-21")]


def test_set_is_compared_once_a_month_for_what_was_moved_out_of_it(harvester: Harvesters) -> None:
    provider = OaiProvider([item(number, sets=("buku",)) for number in (1, 2, 3)])
    client = harvester(provider)
    client.rules = OaiRules(set="buku")
    client.settled(client.fetch())
    provider.items[0] = replace(provider.items[0], sets=("gudang",), datestamp="2025-11-22T09:00:00Z")
    told = []
    for now in ("2025-12-20T08:00:00Z", "2025-12-21T08:00:00Z", "2025-12-22T08:00:00Z"):
        provider.now = now
        found = client.fetch()
        told.append([each for page in found.present() for each in page] if found.compared else None)
        client.settled(found)
    assert told == [None, ["oai:katalog:2", "oai:katalog:3"], None]


@pytest.mark.parametrize(
    ("faults", "said"),
    [
        (Faults(identifiers_fail=True), "can't list all its identifiers"),
        (Faults(lists_nothing=True), "lists nothing any more in the set a, so nothing is taken out"),
    ],
)
def test_comparison_that_fails_is_none(harvester: Harvesters, faults: Faults, said: str) -> None:
    provider = OaiProvider([item(number, sets=("a",)) for number in range(1, 5)], deletions="no")
    client = harvester(provider)
    client.rules = OaiRules(set="a")
    client.settled(client.fetch())
    provider.faults = faults
    found = client.fetch()
    assert found.compared is False
    assert said in found.failure


def test_harvest_that_broke_off_goes_on_at_its_page(harvester: Harvesters) -> None:
    provider = OaiProvider(BOOKS, faults=Faults(down_after=5))  # formats, Identify, three pages
    client = harvester(provider)
    with pytest.raises(SourceUnreadable, match="What came is kept, and the same command goes on from there"):
        client.fetch()
    provider.faults = Faults()
    before = len(client.requests("ListRecords"))
    found = client.fetch()
    assert records_in(found) == ALL
    assert [each.get("resumptionToken") for each in client.requests("ListRecords")[before:]] == ["9|||"]


def test_list_that_ends_before_all_came_says_so_and_is_asked_for_again(harvester: Harvesters) -> None:
    provider = OaiProvider(BOOKS, faults=Faults(expired_tokens=99, expiry="noRecordsMatch"))
    client = harvester(provider)
    found = client.fetch()
    assert records_in(found) == ALL[:3]
    assert (found.full, found.failure.removeprefix(f"{client.server.url}/oai ")) == (
        False,
        "can't give what changed from the beginning to now: it says that there are 10 records, and ends after 3.",
    )
    client.settled(found)
    provider.faults = Faults()
    assert sorted(set(records_in(client.fetch())), key=ALL.index) == ALL


def test_last_page_without_its_records_is_the_end_where_the_provider_says_so(harvester: Harvesters) -> None:
    """As oai_repo answers, whose lists count the records that it has not in the format asked for."""
    client = harvester(OaiProvider(BOOKS, faults=Faults(left_out=frozenset({ALL[9]}))))
    found = client.fetch()
    assert (records_in(found), found.full, found.failure) == (ALL[:9], True, "")
    assert len(client.requests("ListRecords")) == 4


@pytest.mark.parametrize("policy", ["persistent", "transient", "no"])
def test_records_that_a_changing_list_passed_over_are_fetched(harvester: Harvesters, policy: str) -> None:
    """What is changed after the first page goes to the end, and as many others move into the page that was read."""
    faults = Faults(changed_meanwhile=frozenset(ALL[:2]))
    client = harvester(OaiProvider(BOOKS, deletions=policy, faults=faults))
    client.unknown = frozenset
    found = client.fetch()
    assert (sorted(set(records_in(found)), key=ALL.index), found.full, found.failure) == (ALL, True, "")
    assert [each["identifier"] for each in client.requests("GetRecord")] == ALL[3:5]


def test_first_harvest_of_a_list_that_stays_compares_nothing(harvester: Harvesters) -> None:
    client = harvester(OaiProvider(BOOKS))
    assert (records_in(client.fetch()), client.requests("ListIdentifiers")) == (ALL, [])


def test_comparison_that_ends_before_all_came_is_none(harvester: Harvesters) -> None:
    provider = OaiProvider(BOOKS, deletions="no")
    client = harvester(provider)
    client.settled(client.fetch())
    provider.faults = Faults(expired_tokens=99, expiry="noRecordsMatch")
    found = client.fetch()
    assert found.compared is False
    assert "can't list all its identifiers" in found.failure


def test_token_that_expired_between_two_runs_as_an_empty_list_loses_nothing(harvester: Harvesters) -> None:
    provider = OaiProvider(BOOKS, faults=Faults(down_after=4))
    client = harvester(provider)
    with pytest.raises(SourceUnreadable):
        client.fetch()
    provider.faults = Faults(expired_tokens=1, expiry="noRecordsMatch")
    assert records_in(client.fetch()) == ALL


def test_two_runs_do_not_fetch_into_one_folder(harvester: Harvesters) -> None:
    provider = OaiProvider(BOOKS)
    client = harvester(provider)
    with alone(client.folder, client.server.url), pytest.raises(SourceUnreadable) as raised:
        client.fetch()
    assert str(raised.value).endswith("/oai: wait until it has finished.")
    assert not client.server.asked
    assert records_in(client.fetch()) == ALL


def test_folder_that_takes_no_pages_says_so(harvester: Harvesters) -> None:
    client = harvester(OaiProvider(BOOKS))
    (client.folder / "oai-pmh").write_bytes(b"")
    with pytest.raises(SourceUnreadable, match=r"can't be kept in .*File exists"):
        client.fetch()


def test_comparison_whose_pages_are_gone_is_no_empty_list(harvester: Harvesters) -> None:
    provider = OaiProvider(BOOKS, deletions="no")
    client = harvester(provider)
    client.settled(client.fetch())
    found = client.fetch()
    assert found.compared
    found.spool.clear()
    with pytest.raises(SourceUnreadable, match="can't be read"):
        list(found.present())


def test_page_that_was_being_written_when_a_run_was_killed_is_fetched_again(
    harvester: Harvesters, tmp_path: Path
) -> None:
    provider = OaiProvider(BOOKS, faults=Faults(down_after=5))
    client = harvester(provider)
    with pytest.raises(SourceUnreadable):
        client.fetch()
    spool = Spool(tmp_path / "oai-pmh")
    spool.write_records(4, "2025-11-21T08:00:00Z", "oai_dc", [b"<record><header/></record>"])
    provider.faults = Faults()
    assert records_in(client.fetch()) == ALL


def test_harvest_that_came_to_its_end_is_not_fetched_twice_before_it_is_loaded(harvester: Harvesters) -> None:
    client = harvester(OaiProvider(BOOKS, now=_now()))
    client.fetch()
    before = len(client.requests("ListRecords"))
    assert records_in(client.fetch()) == ALL
    assert len(client.requests("ListRecords")) == before


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def test_what_could_not_be_given_is_asked_for_again(harvester: Harvesters) -> None:
    provider = OaiProvider(BOOKS, faults=Faults(failing=frozenset({ALL[4]}), identifiers_fail=True))
    client = harvester(provider)
    client.settled(client.fetch())
    provider.faults = Faults()
    found = client.fetch()
    assert records_in(found) == [ALL[4]]
    assert found.memory.holes == ()


def test_record_that_failed_for_a_moment_is_asked_for_until_it_comes(harvester: Harvesters) -> None:
    provider = OaiProvider(BOOKS, faults=Faults(failing=frozenset({ALL[4]})))
    client = harvester(provider)
    client.settled(client.fetch())
    found = client.fetch()
    assert ([each.identifier for each in found.refusals], records_in(found)) == ([ALL[4]], [])
    client.settled(found)
    provider.faults = Faults()
    found = client.fetch()
    assert (found.refusals, records_in(found)) == ((), [ALL[4]])
    client.settled(found)
    asked = len(client.requests("GetRecord"))
    client.settled(client.fetch())
    assert len(client.requests("GetRecord")) == asked


@pytest.mark.parametrize(
    ("provider", "rules", "sentence"),
    [
        (OaiProvider([]), OaiRules(), "SERVER/oai has no records."),
        (OaiProvider(BOOKS), OaiRules(set="x"), "SERVER/oai has no records in the set x."),
        (
            OaiProvider(BOOKS),
            OaiRules(prefix="mods"),
            "The provider has no records as 'mods'; it offers oai_dc.",
        ),
        (
            OaiProvider(BOOKS, faults=Faults(web_page=True)),
            OaiRules(),
            "SERVER/oai doesn't answer as OAI-PMH does: its answer is no OAI-PMH; is it a web page?",
        ),
        (
            OaiProvider(BOOKS, faults=Faults(down_after=0)),
            OaiRules(),
            "SERVER/oai doesn't answer as OAI-PMH does: it answers with status 500.",
        ),
        (
            OaiProvider(BOOKS, faults=Faults(busy=9, retry_after="86400")),
            OaiRules(),
            "SERVER/oai is too busy to answer (status 503), and asks to come back in 86,400 s; try again later.",
        ),
    ],
)
def test_provider_that_gives_nothing_says_why(
    harvester: Harvesters, provider: OaiProvider, rules: OaiRules, sentence: str
) -> None:
    client = harvester(provider)
    client.rules = rules
    with pytest.raises(SourceUnreadable) as raised:
        client.fetch()
    assert str(raised.value).replace(client.server.url, "SERVER") == sentence

"""From a provider of OAI-PMH, or a file on the web, to what a search finds, by padu.toml and the commands."""

import gzip
import logging
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
import stamina

from indexer.sources.oai_pmh import gaps
from tests.indexer.feeds import KOHA
from tests.indexer.installations import SETTINGS, book, indexed, padu
from tests.loopback import Answer, Loopback, Request, serving
from tests.oai_provider import Faults, OaiProvider, item, running

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(autouse=True)
def impatient() -> Iterator[None]:
    """Two attempts without waiting."""
    with stamina.set_testing(True, attempts=2):
        yield


def joined(folder: Path, source: str, **settings: object) -> Path:
    """A padu.toml with one partner at this address."""
    lines = {"code": "id-a", "source": source, "library": "id-a", "private": True, "pause": 0, **settings}
    text = SETTINGS + '[harvest]\ncontact = "pustaka@katalog.example"\n'
    text += '[[library]]\ncode = "id-a"\nname = "Perpustakaan A"\nkind = "public"\n[[partner]]\n'
    text += "".join(f"{name} = {msgspec.json.encode(value).decode()}\n" for name, value in lines.items())
    path = folder / "padu.toml"
    path.write_text(text, encoding="utf-8")
    return path


def told(settings: Path, *arguments: str) -> dict[str, object]:
    """What a sync says of the partner, without times."""
    result = padu(settings, "sync", "--json", *arguments)
    assert result.stdout, result.output
    report = msgspec.json.decode(result.stdout)["partners"][0]
    wanted = ("loaded", "unchanged", "deleted", "skipped", "rejected", "withdrawn", "failure")
    return {name: value for name, value in report.items() if name in wanted and value}


def titles(settings: Path) -> list[str]:
    return sorted(title for title, _, _ in indexed(settings).values())


def test_harvested_marc_is_known_by_the_providers_identifier_and_goes_out_as_marc(tmp_path: Path) -> None:
    provider = OaiProvider(list(KOHA.items[:1]), offers=KOHA.offers)
    with running(provider) as server:
        settings = joined(tmp_path, f"{server.url}/oai.pl", format="oai")
        assert told(settings) == {"loaded": 1}
        (identity,) = indexed(settings)
        provider.items = [replace(KOHA.items[0], deleted=True, datestamp="2025-11-21T09:00:00Z")]
        assert told(settings) == {"deleted": 1}
    assert indexed(settings) == {}
    explained = padu(settings, "explain", identity)
    assert explained.exit_code == 0


def test_address_is_known_as_oai_pmh_by_what_it_answers(tmp_path: Path) -> None:
    with running(OaiProvider([item(1), item(2)])) as server:
        assert told(joined(tmp_path, f"{server.url}/index.php?p=oai")) == {"loaded": 2}
        assert all(each.parameters.get("p") == "oai" for each in server.asked)


def test_address_with_a_verb_is_asked_as_it_says(tmp_path: Path) -> None:
    books = [item(1, sets=("a",)), item(2, sets=("b",))]
    with running(OaiProvider(books)) as server:
        address = f"{server.url}/oai?verb=ListRecords&metadataPrefix=oai_dc&set=b"
        assert told(joined(tmp_path, address)) == {"loaded": 1}


@pytest.mark.parametrize("policy", ["persistent", "transient", "no"])
def test_what_a_provider_took_out_goes_and_what_changed_is_seen(tmp_path: Path, policy: str) -> None:
    provider = OaiProvider([item(number, day=number) for number in range(1, 8)], deletions=policy)
    with running(provider) as server:
        settings = joined(tmp_path, f"{server.url}/oai", format="oai")
        assert told(settings) == {"loaded": 7}
        late = "2025-11-21T09:00:00Z"
        gone = [replace(item(1, deleted=True), datestamp=late)] if policy != "no" else []
        better = replace(item(2, title="Kisah yang dibetulkan"), datestamp=late)
        provider.items = [*provider.items[2:], better, *gone]
        expected = {"loaded": 1, "withdrawn": 1} if policy == "no" else {"loaded": 1, "deleted": 1}
        assert told(settings) == expected
        assert titles(settings) == [*(f"Kisah {number}" for number in range(3, 8)), "Kisah yang dibetulkan"]
        assert "loaded" not in told(settings)


def test_parts_of_a_list_that_end_too_early_lose_nothing(tmp_path: Path) -> None:
    books = [replace(item(number), datestamp=f"2025-01-{number:02}T12:00:00Z") for number in range(1, 29)]
    faults = Faults(failing=frozenset({"oai:katalog:14"}), days_begin=True)
    with running(OaiProvider(books, granularity="YYYY-MM-DD", faults=faults)) as server:
        settings = joined(tmp_path, f"{server.url}/oai", format="oai")
        assert told(settings) == {"loaded": 27, "rejected": 1}
        assert titles(settings) == sorted(f"Kisah {number}" for number in range(1, 29) if number != 14)


def test_another_set_in_the_settings_is_a_whole_new_source_and_braked(tmp_path: Path) -> None:
    books = [item(number, sets=("a" if number < 20 else "b",)) for number in range(40)]
    with running(OaiProvider(books)) as server:
        address = f"{server.url}/oai"
        assert told(joined(tmp_path, address, format="oai", set="a")) == {"loaded": 20}
        other = joined(tmp_path, address, format="oai", set="b")
        braked = told(other)
        assert braked == {
            "loaded": 20,
            "failure": "This would take out 20 of 20 records (100 %), more than max_deleted = 0.1 allows; if that is "
            "right, run `padu sync id-a --allow-deletions`.",
        }
        assert len(titles(other)) == 40
        assert told(other, "--allow-deletions") == {"unchanged": 20, "withdrawn": 20}
        assert titles(other) == sorted(f"Kisah {number}" for number in range(20, 40))


def test_comparison_of_identifiers_is_braked_as_well(tmp_path: Path) -> None:
    provider = OaiProvider([item(number) for number in range(40)], page_size=20, deletions="no")
    with running(provider) as server:
        settings = joined(tmp_path, f"{server.url}/oai", format="oai")
        told(settings)
        provider.items = provider.items[:20]
        braked = told(settings)
        assert braked["failure"] == (
            "This would take out 20 of 40 records (50 %), more than max_deleted = 0.1 allows; if that is right, "
            "run `padu sync id-a --allow-deletions`."
        )
        assert len(titles(settings)) == 40
        assert told(settings, "--allow-deletions") == {"withdrawn": 20}


def test_record_that_is_listed_and_was_never_dated_anew_comes_with_the_comparison(tmp_path: Path) -> None:
    provider = OaiProvider([item(number, title=f"Kisah {number}") for number in range(1, 31)], deletions="no")
    late = item(31, title="Kisah dari cadangan")
    with running(provider) as server:
        settings = joined(tmp_path, f"{server.url}/oai")
        told(settings)
        provider.items = [*provider.items, replace(late, datestamp="2024-01-01T00:00:00Z")]
        assert told(settings) == {"loaded": 1}
        assert told(settings) == {}
        asked = [each for each in server.asked if each.parameters.get("verb") == "GetRecord"]
    assert len(asked) == 1
    assert "Kisah dari cadangan" in titles(settings)


def test_record_that_is_listed_and_never_given_is_asked_for_once(tmp_path: Path) -> None:
    ghost = item(31)
    provider = OaiProvider([item(number) for number in range(1, 31)], deletions="no")
    with running(provider) as server:
        settings = joined(tmp_path, f"{server.url}/oai")
        told(settings)
        provider.items = [*provider.items, replace(ghost, datestamp="2024-01-01T00:00:00Z")]
        provider.faults = Faults(failing=frozenset({ghost.identifier}))
        assert told(settings) == {"rejected": 1}
        assert told(settings) == {}
        asked = [each for each in server.asked if each.parameters.get("verb") == "GetRecord"]
    assert len({each.parameters["identifier"] for each in asked}) == 1
    assert "can't give this record" in padu(settings, "rejected", "id-a").output


@pytest.mark.parametrize("most", [2000, 20])
def test_provider_that_calls_its_records_otherwise_loses_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(gaps, "MANY", most)
    provider = OaiProvider([item(number, title=f"Kisah {number}") for number in range(1, 31)], deletions="no")
    with running(provider) as server:
        settings = joined(tmp_path, f"{server.url}/oai")
        told(settings)
        before = titles(settings)
        called = [each.identifier.replace("katalog", "perpustakaan.katalog") for each in provider.items]
        provider.items = [replace(each, identifier=name) for each, name in zip(provider.items, called, strict=True)]
        assert padu(settings, "sync", "--dry-run").exit_code == 0
        assert told(settings) == {"loaded": 30, "withdrawn": 30}
        assert titles(settings) == before
        assert told(settings) == {}


def test_provider_that_moves_without_dating_its_records_anew_is_compared_when_the_first_change_shows_it(
    tmp_path: Path,
) -> None:
    provider = OaiProvider([item(number) for number in range(1, 6)], now="2025-11-21T08:00:00Z")
    with running(provider) as server:
        settings = joined(tmp_path, f"{server.url}/oai", format="oai")
        assert told(settings) == {"loaded": 5}
        before = indexed(settings).keys()
        provider.now = "2025-11-25T08:00:00Z"
        provider.items = [
            replace(each, identifier=each.identifier.replace("katalog", "baru")) for each in provider.items
        ]
        assert told(settings) == {}
        one, two, *others = provider.items
        one = replace(one, datestamp=provider.now, metadata=one.metadata.replace("Kisah 1", "Kisah satu"))
        provider.items = [one, replace(two, datestamp=provider.now, metadata="", deleted=True), *others]
        assert told(settings) == {"loaded": 4, "deleted": 1, "withdrawn": 5}
        assert titles(settings) == ["Kisah 3", "Kisah 4", "Kisah 5", "Kisah satu"]
        assert len(indexed(settings).keys() & before) == 4
        asked = len(server.asked)
        told(settings)
        assert "ListIdentifiers" not in {each.parameters["verb"] for each in server.asked[asked:]}


def test_bad_records_are_refused_by_name_until_they_are_mended(tmp_path: Path) -> None:
    books = [item(number, day=number) for number in range(1, 6)]
    faults = Faults(broken=frozenset({"oai:katalog:2"}), failing=frozenset({"oai:katalog:4"}))
    provider = OaiProvider(books, faults=faults)
    with running(provider) as server:
        settings = joined(tmp_path, f"{server.url}/oai", format="oai")
        assert told(settings) == {"loaded": 3, "rejected": 2}
        refused = msgspec.json.decode(padu(settings, "rejected", "id-a", "--json").stdout)
        assert {each["identifier"]: each["reason"].partition(":")[0] for each in refused} == {
            "oai:katalog:2": "the XML is not well-formed",
            "oai:katalog:4": "the provider can't give this record",
        }
        provider.faults = Faults()
        late = "2025-11-21T09:00:00Z"
        provider.items = [replace(each, datestamp=late) if each.identifier[-1] in "24" else each for each in books]
        assert told(settings) == {"loaded": 2}
        assert padu(settings, "rejected", "id-a", "--json").stdout.strip() == "[]"


def test_record_at_which_a_provider_failed_for_a_moment_comes_with_the_next_run(tmp_path: Path) -> None:
    books = [item(number, day=number) for number in range(1, 6)]
    provider = OaiProvider(books, faults=Faults(failing=frozenset({"oai:katalog:4"})))
    with running(provider) as server:
        settings = joined(tmp_path, f"{server.url}/oai", format="oai")
        assert told(settings) == {"loaded": 4, "rejected": 1}
        provider.faults = Faults()
        assert told(settings) == {"loaded": 1}
        assert padu(settings, "rejected", "id-a", "--json").stdout.strip() == "[]"


def test_dry_run_of_a_harvest_changes_nothing_and_is_what_the_sync_loads(tmp_path: Path) -> None:
    with running(OaiProvider([item(number) for number in range(1, 6)], now=_now())) as server:
        settings = joined(tmp_path, f"{server.url}/oai", format="oai")
        (seen,) = msgspec.json.decode(padu(settings, "sync", "--dry-run", "--json").stdout)
        assert (seen["loaded"], len(seen["sample"])) == (5, 5)
        asked = len(server.asked)
        assert told(settings) == {"loaded": 5}
        assert [each.parameters["verb"] for each in server.asked[asked:]] == ["ListMetadataFormats"]


def _now() -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


@pytest.mark.slow
def test_harvest_that_was_killed_goes_on_where_it_was_and_ends_as_an_undisturbed_one(tmp_path: Path) -> None:
    provider = OaiProvider([item(number, day=1 + number % 28) for number in range(40)], page_size=4)
    with running(provider) as server:
        settings = joined(tmp_path, f"{server.url}/oai", format="oai", pause=0.2)
        env = {**os.environ, "PADU_CONFIG": str(settings), "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", "from discovery.cli import app; app(['sync'])"]
        with subprocess.Popen(command, env=env, cwd=ROOT, stderr=subprocess.DEVNULL) as killed:
            while _lists(server) < 5:
                time.sleep(0.02)
                assert killed.poll() is None
            killed.send_signal(signal.SIGKILL)
        before = _lists(server)
        assert told(settings) == {"loaded": 40}
        assert _lists(server) - before <= 10 - before + 1  # of ten pages; the one under way may come twice
    assert titles(settings) == sorted(f"Kisah {number}" for number in range(40))


def _lists(server: Loopback) -> int:
    return sum(each.parameters.get("verb") == "ListRecords" for each in server.asked)


def test_file_on_the_web_is_loaded_and_left_alone_while_it_does_not_change(tmp_path: Path) -> None:
    catalogue = book("1", "Kisah satu") + book("2", "Kisah dua")

    def answer(request: Request) -> Answer:
        known = request.headers.get("if-none-match") == '"v1"'
        return Answer(status=304) if known else Answer(catalogue, headers={"ETag": '"v1"'})

    with serving(answer) as server:
        settings = joined(tmp_path, f"{server.url}/katalog.mrc")
        assert told(settings) == {"loaded": 2}
        assert told(settings) == {"unchanged": 2}
        agent = {each.headers["user-agent"].partition("/")[0] for each in server.asked}
        assert (agent, {each.headers["from"] for each in server.asked}) == ({"Padu"}, {"pustaka@katalog.example"})


def test_file_that_cannot_be_fetched_withdraws_nothing(tmp_path: Path) -> None:
    answers = [Answer(book("1", "Kisah satu")), Answer(status=500)]
    with serving(lambda _: answers.pop(0)) as server:
        settings = joined(tmp_path, f"{server.url}/katalog.mrc")
        told(settings)
        assert told(settings)["failure"] == f"{server.url}/katalog.mrc answers with status 500."
    assert titles(settings) == ["Kisah satu"]


def test_removed_partner_leaves_nothing_of_what_was_fetched(tmp_path: Path) -> None:
    with serving(lambda _: Answer(book("1", "Kisah satu"))) as server:
        settings = joined(tmp_path, f"{server.url}/katalog.mrc")
        told(settings)
    harvests = tmp_path / "padu-data/harvest"
    (harvests / "id-b").mkdir()
    assert sorted(each.name for each in harvests.iterdir()) == ["id-a", "id-b"]
    assert padu(settings, "sync", "--remove", "id-a").exit_code == 2
    assert sorted(each.name for each in harvests.iterdir()) == ["id-a", "id-b"]
    assert padu(settings, "sync", "--remove", "id-a", "--yes").exit_code == 0
    assert [each.name for each in harvests.iterdir()] == ["id-b"]


@pytest.mark.parametrize("folder", ["catalogues", ""])
def test_removed_partner_leaves_catalogues_that_somebody_keeps_beside_what_is_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    monkeypatch.setenv("PADU_HARVEST_FOLDER", folder)
    own = tmp_path / folder / "id-a"
    with serving(lambda _: Answer(book("1", "Kisah satu"))) as server:
        settings = joined(tmp_path, f"{server.url}/katalog.mrc")
        own.mkdir(parents=True)
        (own / "last-year.mrc").write_bytes(book("2", "Kisah dua"))
        told(settings)
    assert (own / "source").is_dir()
    assert padu(settings, "sync", "--remove", "id-a", "--yes").exit_code == 0
    assert [each.name for each in own.iterdir()] == ["last-year.mrc"]


def test_what_belongs_to_harvests_is_told_where_an_address_gives_a_file(tmp_path: Path) -> None:
    with serving(lambda _: Answer(book("1", "Kisah satu"))) as server:
        settings = joined(tmp_path, f"{server.url}/katalog.mrc", set="BUKU")
        assert told(settings)["failure"] == (
            f"{server.url}/katalog.mrc gives a file, and set belongs to OAI-PMH: if this is a provider, say "
            'format = "oai", else take it out.'
        )


def test_password_comes_from_the_variable_that_the_settings_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(lambda _: Answer(book("1", "Kisah satu"))) as server:
        settings = joined(tmp_path, f"{server.url}/katalog.mrc", user="padu", password_env="KATALOG_PASSWORD")
        missing = padu(settings, "sync")
        others = [padu(settings, *command).exit_code for command in (("status",), ("rejected", "id-a"), ("rebuild",))]
        monkeypatch.setenv("KATALOG_PASSWORD", "rahasia")
        output = padu(settings, "sync").output
    assert missing.exit_code == 2
    assert missing.stderr == (
        "id-a: password_env names the variable KATALOG_PASSWORD, which isn't there: set it where this command runs. "
        "Nothing of it was withdrawn.\n"
    )
    assert others == [0, 0, 0]
    assert server.asked[0].headers["authorization"] == "Basic cGFkdTpyYWhhc2lh"
    assert "rahasia" not in output + (tmp_path / "padu-data/harvest/id-a/source/.fetched").read_text(encoding="utf-8")


def test_password_in_an_address_reaches_no_log_and_no_message(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    with running(OaiProvider([item(1)], faults=Faults(busy=9))) as server:
        address = server.url.replace("http://", "http://padu:rahasia@")
        settings = joined(tmp_path, f"{address}/oai?key=rahasia", format="oai")
        output = padu(settings, "sync").output + padu(settings, "status", "--json").output
    assert server.asked[0].headers["authorization"] == "Basic cGFkdTpyYWhhc2lh"
    assert server.asked[0].parameters["key"] == "rahasia"
    assert "is too busy to answer" in output
    assert "rahasia" not in output + caplog.text
    kept = [path.read_bytes() for path in (tmp_path / "padu-data").rglob("*") if path.is_file()]
    assert kept
    assert not any(b"rahasia" in each for each in kept)


def test_examples_of_the_readme_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KATALOG_KOTA", "rahasia")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (example,) = [each for each in re.findall(r"```toml\n(.*?)```", readme, re.DOTALL) if "[harvest]" in each]
    provider = OaiProvider([replace(KOHA.items[0], sets=("BUKU",))], offers=KOHA.offers)
    catalogue = Answer(gzip.compress(book("1", "Kisah satu")))
    with serving(lambda _: catalogue) as files, running(provider) as server:
        example = example.replace("https://kota.example", files.url).replace("https://kampus.example", server.url)
        example = example.replace('user = "padu"', 'private = true\nuser = "padu"').replace("pause = 2", "pause = 0")
        libraries = "".join(
            f'[[library]]\ncode = "{code}"\nname = "{code}"\nkind = "public"\n' for code in ("id-kota", "id-kampus")
        )
        settings = tmp_path / "padu.toml"
        settings.write_text(SETTINGS + libraries + example, encoding="utf-8")
        result = padu(settings, "sync")
    assert result.exit_code == 0, result.output
    assert titles(settings) == ["Kisah satu", "Laskar pelangi"]
    assert server.asked[-1].headers["from"] == "katalog@perpustakaan.example"

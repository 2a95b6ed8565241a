"""Whatever partners send, correct and take back: the index that is kept up to date is the one that a rebuild makes.

Histories are made up by hypothesis, the same ones each time; the shortest that fails is shown.
"""

import shutil
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pymarc
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examined
from hypothesis import strategies as st
from msgspec.structs import replace
from pymarc import Field, Indicators, Subfield

from discovery.search.document import SourceCopy, decode_display
from discovery.search.partner_facts import freshness_of, with_confirmations
from discovery.search.request import HeadingKind, SearchRequest
from discovery.search.results import Heading
from discovery.search.tree import All
from tests.indexer.installations import SETTINGS, book, engine_of, padu
from tests.indexer.test_authorities import authority

PARTNERS = {"id-a": "full", "id-b": "delta", "id-c": "full"}
KINDS: tuple[HeadingKind, ...] = ("author", "title", "subject", "call_number")
ISBN = "9789799731234"
PARTNER = (
    '[[partner]]\ncode = "{0}"\nsource = "{0}.mrc"\nmode = "{1}"\nshare = "{2}"\nlibrary = "id-a"\nmax_deleted = 1\n'
)


def marc(number: str, title: str, *fields: tuple[str, str, str], isbn: str = "") -> bytes:
    """A book with further fields of one subfield each: tag, code, text."""
    read = next(iter(pymarc.MARCReader(BytesIO(book(number, title, isbn=isbn)))))
    assert read is not None
    for tag, code, text in fields:
        read.add_field(Field(tag=tag, indicators=Indicators("1", "0"), subfields=[Subfield(code, text)]))
    written: bytes = read.as_marc()
    return written


# What may stand under a number: some are one edition, one work or one heading with others, some are like nothing else.
VARIANTS: tuple[Callable[[str], bytes], ...] = (
    lambda number: marc(number, "Bumi manusia", isbn=ISBN),
    lambda number: marc(number, "Bumi manusia", ("767", "t", "This earth of mankind")),
    lambda number: marc(number, "Bumi manusia", ("650", "a", "Novel"), ("852", "b", "Pusat"), isbn=ISBN),
    lambda number: marc(number, "This earth of mankind", ("767", "t", "Aarde der mensen")),
    lambda number: marc(number, "Minke", ("240", "a", "This earth of mankind")),
    lambda number: marc(number, "Aarde der mensen", ("852", "b", "Pusat")),
    lambda number: book(number, f"Kisah {number}", author=f"MULTATULI {number},"),
    lambda number: book(number, f"Kisah {number}", author=f"Multatuli {number},"),
    lambda number: authority(f"a{number}", ("100", "Multatuli 1"), ("400", f"Dekker, E. {number}")),
    lambda number: authority(f"a{number}", ("100", "Toer, Pramoedya Ananta"), ("400", "Pram"), ("500", "Multatuli 2")),
)
DECISIONS = (
    "",
    '[[always]]\nrecords = ["id-a/1", "id-b/2"]\n',
    '[[never]]\nrecords = ["id-a/1", "id-c/3"]\nwhy = "cetakan lain"\n',
)

Catalogues = dict[str, dict[str, int | None]]
changes = st.tuples(
    st.sampled_from([*PARTNERS]), st.sampled_from("1234"), st.none() | st.integers(0, len(VARIANTS) - 1)
)
steps = st.tuples(
    st.lists(changes, min_size=1, max_size=6), st.sampled_from(DECISIONS), st.sampled_from(["full", "none"])
)


class Published(NamedTuple):
    """What an index holds."""

    records: Mapping[str, object]
    sources: Mapping[str, tuple[SourceCopy, ...]]
    headings: tuple[Heading, ...]
    words: Mapping[str, int]
    facts: tuple[str | None, ...]


def published(settings: Path) -> Published:
    """All of it, with the days of confirmation as they are shown."""
    engine = engine_of(settings)
    try:
        hits = engine.search(SearchRequest(All(), size=100)).hits
        assert len(hits) < 100
        fresh = freshness_of(engine, PARTNERS)
        records = {hit.id: with_confirmations(decode_display(hit.display), fresh) for hit in hits}
        words = (word for letter in "abcdefghijklmnopqrstuvwxyz" for word in engine.words(prefix=letter, size=500))
        return Published(
            records,
            {each: engine.sources(each) for each in records},
            tuple(_plain(heading) for kind in KINDS for heading in engine.browse(kind, "", "forward", 500)),
            {word.text: word.count for word in words},
            engine.facts([f"{kind}:{code}" for kind in ("partner", "quality", "library") for code in PARTNERS]),
        )
    finally:
        engine.close()


def _plain(heading: Heading) -> Heading:
    """How a heading is spelt that several records have isn't counted: most of them may stay as they are."""
    display = heading.display if heading.count == 1 else heading.display.casefold()
    see, also = (tuple(each.casefold() for each in others) for others in (heading.see, heading.see_also))
    return replace(heading, display=display, see=see, see_also=also)


def write(folder: Path, catalogues: Catalogues, decisions: str, share: str) -> Path:
    """Each partner's file as it is now, and the settings; what a partner of changes has no longer is marked deleted."""
    text = SETTINGS + '[[library]]\ncode = "id-a"\nname = "Pusat"\nkind = "public"\n'
    for code, mode in PARTNERS.items():
        records = [book(f"s{number}", f"Tetap {code} {number}", author=f"Penulis {code}") for number in range(2)]
        for number, variant in sorted(catalogues[code].items()):
            if variant is not None:
                records.append(VARIANTS[variant](number))
            elif mode == "delta":
                records += [deleted(book(number, "x")), authority(f"a{number}", ("100", "x"), status="d")]
        (folder / f"{code}.mrc").write_bytes(b"".join(records))
        text += PARTNER.format(code, mode, share if code == "id-c" else "full")
    (folder / "matching.toml").write_text(decisions)
    (folder / "padu.toml").write_text(text)
    return folder / "padu.toml"


def deleted(record: bytes) -> bytes:
    return record[:5] + b"d" + record[6:]


def synced(settings: Path, command: str = "sync") -> Published:
    result = padu(settings, command)
    assert result.exit_code == 0, result.output
    return published(settings)


@examined(
    derandomize=True, deadline=None, max_examples=6, database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(st.lists(steps, min_size=4, max_size=6))
def test_index_that_is_kept_up_to_date_is_the_one_that_a_rebuild_makes(
    tmp_path_factory: pytest.TempPathFactory, history: list[tuple[list[tuple[str, str, int | None]], str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("history")
    catalogues: Catalogues = {code: {} for code in PARTNERS}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("indexer.publish._REBUILD_FROM", 0)  # however much changed, the small way
        for changed, decisions, share in history:
            for code, number, variant in changed:
                catalogues[code][number] = variant
            kept = synced(write(folder, catalogues, decisions, share))
            rebuilt = shutil.copytree(folder, tmp_path_factory.mktemp("rebuilt") / "whole")
            assert kept == synced(rebuilt / "padu.toml", "rebuild")

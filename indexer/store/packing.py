"""What the store keeps of a record, made ready without a database, so that worker processes can do it."""

from functools import lru_cache
from typing import Literal, NamedTuple, get_args

import msgspec
from xxhash import xxh3_128

from discovery.catalog.authority import Authority
from discovery.catalog.holdings_record import HoldingsRecord, Reference
from discovery.catalog.ids import RecordKind, record_id
from discovery.catalog.record import Record
from discovery.search.compression import compressed
from indexer.report import SourceRecord
from indexer.store.packed_keys import MatchKeys, Translation, pack_keys

# How a holdings record is tied to its bibliographic record: by 004 or 014, by its own 001 beside those, by that alone;
# or by what only another number of the bibliographic record may be, of those or of none ("qualified", "named").
HoldingsWay = Literal["link", "number", "number alone", "qualified", "named"]
# What a partner calls by an identifier isn't always known.
KINDS: tuple[RecordKind, ...] = get_args(RecordKind)
# Between a holdings record's number, which others may have too, and what tells it from those: a hash of its content.
APART = "#"


class HoldingsLink(NamedTuple):
    """One number of a holdings record, as the id that a bibliographic record with this 001 would have.

    `reference` counts what the record says it belongs to; 0 is its own number.
    """

    way: HoldingsWay
    host: str
    reference: int = 0


class PackedRecord(msgspec.Struct, frozen=True):
    """One item of a partner's source. `keys` holds the match keys' hashes; a deletion has neither body nor keys.

    `quality` are the bits of `indexer.quality`, 0 where nobody looked. `links` are those of a holdings record to its
    bibliographic record, as `indexer.store.holdings` has them, `translations` what a record says of other works.
    `others` are the ids under which a deletion that doesn't say of what kind its record is may find it besides `id`.
    """

    id: str
    partner: str
    kind: RecordKind
    source_id: str
    file: str
    position: int
    format: str = ""
    title: str = ""
    raw: bytes = b""
    mapped: bytes = b""
    content_hash: bytes = b""
    keys: bytes = b""
    deleted: bool = False
    quality: int = 0
    links: tuple[HoldingsLink, ...] = ()
    translations: tuple[Translation, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """All ids under which the store may have it."""
        return (self.id, *self.others)


def pack_record(source: SourceRecord, record: Record, match_keys: MatchKeys, quality: int = 0) -> PackedRecord:
    """A mapped record with the source it was mapped from."""
    return _packed(
        "bibliographic",
        source,
        record,
        title=record.description.title.full,
        keys=pack_keys(match_keys),
        quality=quality,
        translations=match_keys.translations,
    )


def pack_authority(source: SourceRecord, authority: Authority) -> PackedRecord:
    """An authority record, as `pack_record` packs what describes a thing; it has no match keys."""
    return _packed("authority", source, authority, title=authority.name)


def pack_holdings(source: SourceRecord, record: HoldingsRecord) -> PackedRecord:
    """A holdings record, as `pack_record` packs what describes a thing; it has links instead of match keys."""
    own: HoldingsWay = "number" if record.references else "number alone"
    told = record.references or (Reference("", record.system_numbers),)
    links = _links(record.partner, own, record.own, 0)
    for place, reference in enumerate(told, 1):
        links += _links(record.partner, "link", reference, place)
    return _packed("holdings", source, record, links=tuple(links))


def _links(partner: str, way: HoldingsWay, reference: Reference, place: int) -> list[HoldingsLink]:
    number = reference.number
    other: HoldingsWay = "qualified" if number else "named"
    ways = [(way, number)] if number else []
    ways += [(other, each) for each in reference.others if each != number]
    return [HoldingsLink(each, record_id(partner, "bibliographic", named), place) for each, named in ways]


def _packed(
    kind: RecordKind,
    source: SourceRecord,
    record: Record | Authority | HoldingsRecord,
    *,
    title: str = "",
    keys: bytes = b"",
    quality: int = 0,
    links: tuple[HoldingsLink, ...] = (),
    translations: tuple[Translation, ...] = (),
) -> PackedRecord:
    """The content hash is of both: a record its partner didn't touch, but that we now map differently, is changed."""
    mapped = msgspec.json.encode(record)
    digest = xxh3_128(source.raw)
    digest.update(mapped)
    return PackedRecord(
        id=record.id,
        partner=record.partner,
        kind=kind,
        source_id=record.source_id,
        file=source.file,
        position=source.position,
        format=source.format,
        title=title,
        raw=compressed(source.raw),
        mapped=mapped,
        content_hash=digest.digest(),
        keys=keys,
        quality=quality,
        links=links,
        translations=translations,
    )


def pack_deletion(
    source: SourceRecord, partner: str, source_id: str, kind: RecordKind | None = "bibliographic"
) -> PackedRecord:
    """A record that its partner says is deleted (leader/05 d): https://www.loc.gov/marc/bibliographic/bdleader.html

    None for the kind where that isn't said, as a header of OAI-PMH doesn't: then it is whatever has this identifier.
    """
    own, *others = KINDS if kind is None else (kind,)
    return PackedRecord(
        id=record_id(partner, own, source_id),
        partner=partner,
        kind=own,
        others=tuple(record_id(partner, each, source_id) for each in others),
        source_id=source_id,
        file=source.file,
        position=source.position,
        deleted=True,
        # Which holdings record is meant isn't said when several have one number: see `indexer.store.holdings.outdated`.
        links=(HoldingsLink("number alone", record_id(partner, "bibliographic", source_id)),)
        if kind == "holdings"
        else (),
    )


@lru_cache(maxsize=1)
def _decoder() -> msgspec.json.Decoder[Record]:
    return msgspec.json.Decoder(Record)


def unpack_record(mapped: bytes) -> Record:
    """The record that `pack_record` wrote."""
    return _decoder().decode(mapped)


@lru_cache(maxsize=1)
def _authority_decoder() -> msgspec.json.Decoder[Authority]:
    return msgspec.json.Decoder(Authority)


def unpack_authority(mapped: bytes) -> Authority:
    """The authority record that `pack_authority` wrote."""
    return _authority_decoder().decode(mapped)


@lru_cache(maxsize=1)
def _holdings_decoder() -> msgspec.json.Decoder[HoldingsRecord]:
    return msgspec.json.Decoder(HoldingsRecord)


def unpack_holdings(mapped: bytes) -> HoldingsRecord:
    """The holdings record that `pack_holdings` wrote."""
    return _holdings_decoder().decode(mapped)

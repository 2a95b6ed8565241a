"""The store's tables. `SCHEMA_VERSION` is raised whenever one of them changes."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)

SCHEMA_VERSION = 8
# Since this version only tables and columns were added, so its stores are brought up to date where they stand.
OLDEST_VERSION = 2

metadata = MetaData()

# SQLite makes a column its row number only if it is declared INTEGER.
Number = BigInteger().with_variant(Integer(), "sqlite")

properties = Table(
    "properties",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

# `sequence` is the order in which ids were assigned. `cluster` is the sequence of the record whose id the union
# record shows: every record, living or deleted, points at the cluster that answers to its id. Null for kinds that
# are never merged. `first_seen` is the day of the run that first brought it, whatever day its file is of, or that of
# the record in whose place it came; `run` is the last run that saw the record. `match_keys` repeats its keys, 8 bytes
# each, so that a correction can take the old ones out without a second index over match_keys. `quality` are the bits of
# `indexer.quality`, 0 where nobody looked.
source_records = Table(
    "source_records",
    metadata,
    Column("sequence", Number, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("partner", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("source_id", Text, nullable=False),
    Column("content_hash", LargeBinary, nullable=False),
    Column("live", Boolean, nullable=False),
    Column("first_seen", Text, nullable=False),
    Column("confirmed", Text, nullable=False),
    Column("run", Number, nullable=False),
    Column("cluster", Number),
    Column("match_keys", LargeBinary, nullable=False),
    Column("quality", Number, nullable=False, server_default="0"),
    Index("source_records_by_partner", "partner", "sequence"),
    Index("source_records_by_cluster", "cluster", "sequence"),
)

# Apart from source_records, so that looking records up never reads past their bodies. `raw` is the source record
# compressed, `mapped` the Record as JSON; both are emptied when the record is deleted, `title` stays.
contents = Table(
    "contents",
    metadata,
    Column("sequence", Number, primary_key=True, autoincrement=False),
    Column("file", Text, nullable=False),
    Column("position", Number, nullable=False),
    Column("format", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("raw", LargeBinary, nullable=False),
    Column("mapped", LargeBinary, nullable=False),
)

match_keys = Table(
    "match_keys",
    metadata,
    Column("key", Number, nullable=False),
    Column("sequence", Number, nullable=False),
    PrimaryKeyConstraint("key", "sequence"),
    sqlite_with_rowid=False,
)

# Records to be matched (again). `content` tells those that changed from those that only lost or gained a neighbour.
match_marks = Table(
    "match_marks",
    metadata,
    Column("sequence", Number, primary_key=True, autoincrement=False),
    Column("content", Boolean, nullable=False),
)

# What comes in the place of a record that left (docs/adr/0051), until matching has handed its ids on.
successions = Table(
    "successions",
    metadata,
    Column("sequence", Number, primary_key=True, autoincrement=False),
    Column("heir", Number, nullable=False),
    Index("successions_by_heir", "heir"),
)

# Clusters whose document the engine has not confirmed yet. Those of one `change` (a merge, a split) belong together.
publication_marks = Table(
    "publication_marks",
    metadata,
    Column("cluster", Number, primary_key=True, autoincrement=False),
    Column("change", Number, nullable=False),
    Index("publication_marks_by_change", "change", "cluster"),
)

# Which bibliographic records (`host`, an id) a holdings record belongs to, and by which of its numbers (`way`);
# `reference` counts what it says it belongs to, 0 being its own number. The way "found" is what the others came to.
holdings_links = Table(
    "holdings_links",
    metadata,
    Column("sequence", Number, nullable=False),
    Column("way", Text, nullable=False),
    Column("host", Text, nullable=False),
    Column("partner", Text, nullable=False),
    Column("reference", Integer, nullable=False, server_default="0"),
    PrimaryKeyConstraint("host", "way", "sequence"),
    Index("holdings_links_by_sequence", "sequence"),
    Index("holdings_links_by_partner", "partner", "way"),
)

# The numbers of bibliographic records beside 001, each as the id (`host`) that a record with this 001 would have: kept
# only of partners some of whose holdings records are found by nothing else.
system_numbers = Table(
    "system_numbers",
    metadata,
    Column("host", Text, nullable=False),
    Column("sequence", Number, nullable=False),
    PrimaryKeyConstraint("host", "sequence"),
    Index("system_numbers_by_sequence", "sequence"),
    sqlite_with_rowid=False,
)

# Records of those partners whose numbers are to be read (again).
number_marks = Table(
    "number_marks",
    metadata,
    Column("sequence", Number, primary_key=True, autoincrement=False),
)

# The work that the translations belong to which a record names (767), both as numbers of works; `key` is a match key
# that records of the translation have.
translations = Table(
    "translations",
    metadata,
    Column("sequence", Number, nullable=False),
    Column("translation", Text, nullable=False),
    Column("original", Text, nullable=False),
    Column("key", Number, nullable=False),
    PrimaryKeyConstraint("sequence", "translation", "key"),
)

# What authority records say, by list ("author", "title", "subject") and folded form. `role` is "heading", "see" or
# "see_also"; `place` keeps their order. Brought up to date when records are published, from the marks below.
authority_forms = Table(
    "authority_forms",
    metadata,
    Column("sequence", Number, nullable=False),
    Column("list", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("place", Integer, nullable=False),
    Column("key", Text, nullable=False),
    Column("text", Text, nullable=False),
    PrimaryKeyConstraint("sequence", "list", "role", "place"),
    Index("authority_forms_by_key", "key", "list", "role"),
)

# Authority records that changed since their forms were last read.
authority_marks = Table(
    "authority_marks",
    metadata,
    Column("sequence", Number, primary_key=True, autoincrement=False),
)

# Headings whose references the index doesn't show yet.
reference_marks = Table(
    "reference_marks",
    metadata,
    Column("list", Text, nullable=False),
    Column("key", Text, nullable=False),
    PrimaryKeyConstraint("list", "key"),
)

pending_publications = Table(
    "pending_publications",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=False),
    Column("redo", LargeBinary, nullable=False),
)

runs = Table(
    "runs",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=False),
    Column("partner", Text, nullable=False),
    Column("started", Text, nullable=False),
    Column("finished", Text),
    Column("counts", Text, nullable=False),
)

# `state` is the source's own memory between runs as JSON: an etag, a resumption token, a datestamp.
partners = Table(
    "partners",
    metadata,
    Column("code", Text, primary_key=True),
    Column("last_synced", Text),
    Column("last_run", Number),
    Column("counts", Text, nullable=False),
    Column("state", Text, nullable=False),
)

rejections = Table(
    "rejections",
    metadata,
    Column("partner", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("position", Number, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("identifier", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("run", Number, nullable=False),
    PrimaryKeyConstraint("partner", "file", "position", "outcome"),
)

"""The description of a thing, one partner's record of it, and the record that unites its copies."""

from typing import Literal

import msgspec

from discovery.catalog.contributor import Contributor
from discovery.catalog.holding import Holding, Link
from discovery.catalog.identifiers import Identifier
from discovery.catalog.one_line import whole_title
from discovery.catalog.publication import Publication
from discovery.catalog.subject import Subject

Type = Literal[
    "book",
    "article",
    "serial",
    "thesis",
    "map",
    "score",
    "audio",
    "video",
    "image",
    "object",
    "software",
    "manuscript",
    "other",
]
Carrier = Literal["print", "online", "microform", "other"]
LanguageBasis = Literal["coded", "detected", "undecided"]
VariantKind = Literal["uniform", "parallel", "variant", "former", "added", "analytic", "abbreviated"]
NoteKind = Literal[
    "general", "thesis", "bibliography", "performers", "system", "audience", "local", "original", "medium", "duration"
]
RelationKind = Literal[
    "original", "translation", "host", "supplement", "edition", "carrier", "related",
    # What a serial was before, and what it is now: 780 and 785 by their second indicator.
    "continues", "formed_from", "absorbed", "separated_from",
    "continued_by", "merged_with", "absorbed_by", "split_into",
]  # fmt: skip


class Title(msgspec.Struct, frozen=True, omit_defaults=True):
    """245 with its ISBD marks trimmed; `nonfiling` counts the leading characters that filing skips.

    `original` is the title in its own script (the 880 linked to 245), or "", and `original_responsibility` who is
    said there to have made it. `parts` are $n and $p in order ("Jilid 2", "Aljabar"), of which the first
    `leading` stand before the subtitle, which is theirs. `sort` is the filing key that `indexer.enrich.sort_keys`
    makes, which counts an article that nobody counted, too.
    """

    main: str
    subtitle: str = ""
    parts: tuple[str, ...] = ()
    responsibility: str = ""
    nonfiling: int = 0
    original: str = ""
    sort: str = ""
    original_responsibility: str = ""
    leading: int = 0

    @property
    def full(self) -> str:
        """Title, subtitle and parts as one line, with ISBD's own marks between them."""
        return whole_title(self)

    def line(self, mark: str) -> str:
        """The same with another mark before the subtitle."""
        return whole_title(self, mark)


class VariantTitle(msgspec.Struct, frozen=True, omit_defaults=True):
    """Another title the thing answers to (130, 240, 246, 247, 740, and their 880s)."""

    text: str
    kind: VariantKind = "variant"
    original: str = ""


class Series(msgspec.Struct, frozen=True, omit_defaults=True):
    """490 or 8XX: title and numbering apart. `original` is the title in its own script (880), or ""; `name` is whose
    series it is where it is filed under an author, a body or a meeting (800, 810, 811), or "".
    """

    title: str
    number: str = ""
    issn: str = ""
    original: str = ""
    name: str = ""

    @property
    def heading(self) -> str:
        """As cataloguers cite it: "Name. Title"; a "Bulletin" alone is anybody's."""
        return f"{self.name.removesuffix('.')}. {self.title}" if self.name else self.title


class Classification(msgspec.Struct, frozen=True, omit_defaults=True):
    """A class number with its scheme: "ddc", "lcc", "udc", "nlm" or "local"."""

    scheme: str
    number: str


class Note(msgspec.Struct, frozen=True, omit_defaults=True):
    """A public note, stripped to text."""

    text: str
    kind: NoteKind = "general"


class Relation(msgspec.Struct, frozen=True, omit_defaults=True):
    """A link to another thing (76X-78X). Its identifiers can be searched and never match records."""

    kind: RelationKind
    title: str
    author: str = ""
    identifiers: tuple[Identifier, ...] = ()
    note: str = ""


class Description(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is said about a thing, whoever says it: shared by `Record` and `UnionRecord`.

    Empty strings and tuples mean "not said". `languages` are BCP 47 codes in the record's order, of the text
    itself; `original_languages` is 041 $h. `language_basis` tells whether languages were coded by a cataloguer,
    detected from the text, or couldn't be decided (then `languages` is empty). `original_edition` is the edition
    statement in its own script (880), or "".
    """

    title: Title
    type: Type = "book"
    carrier: Carrier = "print"
    variants: tuple[VariantTitle, ...] = ()
    contributors: tuple[Contributor, ...] = ()
    publication: Publication = Publication()
    edition: str = ""
    extent: str = ""
    series: tuple[Series, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    languages: tuple[str, ...] = ()
    original_languages: tuple[str, ...] = ()
    language_basis: LanguageBasis = "undecided"
    subjects: tuple[Subject, ...] = ()
    classifications: tuple[Classification, ...] = ()
    audience: str = ""
    contents: tuple[str, ...] = ()
    abstract: str = ""
    notes: tuple[Note, ...] = ()
    relations: tuple[Relation, ...] = ()
    links: tuple[Link, ...] = ()
    is_component: bool = False
    original_edition: str = ""


class Record(msgspec.Struct, frozen=True, omit_defaults=True):
    """One partner's description of one thing, with what that partner's libraries hold of it.

    `id` is permanent (`discovery.catalog.ids.record_id`). `source_id` is 001 or the partner's column, else a
    content hash. `problems` are short codes of what was mended or suspect ("isbn-invalid", "mojibake"). `copy_numbers`
    are barcodes and numbers of inventories: searched, and shown to nobody.
    """

    id: str
    partner: str
    source_id: str
    description: Description
    holdings: tuple[Holding, ...] = ()
    problems: tuple[str, ...] = ()
    copy_numbers: tuple[str, ...] = ()


class Member(msgspec.Struct, frozen=True, omit_defaults=True):
    """A partner's record inside a union record, and when the partner last confirmed it (ISO date).

    `since` is the ISO date on which the union catalogue first had it, "" before the store knows.
    """

    id: str
    partner: str
    source_id: str
    confirmed: str = ""
    since: str = ""


class UnionRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """The merged description of one thing with every member's holdings.

    `id` is the shown id; `ids` holds every id it answers to, past and present, the shown one first. `work` groups
    editions. `libraries` are the owning libraries' codes, each once, in the order of `holdings`.
    """

    id: str
    ids: tuple[str, ...]
    work: str
    description: Description
    members: tuple[Member, ...]
    holdings: tuple[Holding, ...] = ()

    @property
    def libraries(self) -> tuple[str, ...]:
        """The codes of the libraries that own a copy, each once."""
        return tuple(dict.fromkeys(holding.library for holding in self.holdings))

    @property
    def arrived(self) -> str:
        """The day on which it came, or another partner had it, too (ISO date); "" where nobody knows."""
        return max((member.since[:10] for member in self.members), default="")

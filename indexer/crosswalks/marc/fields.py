"""A MARC record as the crosswalk reads it: by tag, cleaned, with each field's original script at hand.

Nothing here depends on how the record was parsed. Any mapping from tag to fields will do, one that decodes only
the tags asked for as well as an index over pymarc's.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Self

from pymarc import Record

from indexer.crosswalks.marc.cleaning import Subfields, cleaned, cut_and_cleaned
from indexer.crosswalks.marc.fixed_field import respaced
from indexer.crosswalks.marc.lost_escapes import has_lost_escapes, with_letters
from indexer.marc_source import LazyField, SourceField

NO_ORIGINAL_LINK: Final = "00"
_LEADER_LENGTH: Final = 24


class Field:
    """One data field. `subfields` are cleaned and never empty; `raw` are as they came, non-sorting marks and all."""

    __slots__ = ("first", "raw", "second", "subfields", "tag")

    def __init__(self, tag: str, source: SourceField) -> None:
        self.tag = tag
        first, second = source.indicators or "  "
        self.first, self.second = first or " ", second or " "
        self.raw: Subfields
        self.subfields: Subfields
        self.raw, self.subfields = _subfields(source)

    def get(self, code: str) -> str:
        """The first subfield with this code, or ""."""
        for each, value in self.subfields:
            if each == code:
                return value
        return ""

    def all(self, codes: str) -> list[str]:
        """The subfields with one of these codes, in the order of the field."""
        return [value for code, value in self.subfields if code in codes]

    def joined(self, codes: str) -> str:
        """The same as one text, with blanks between."""
        return " ".join([value for code, value in self.subfields if code in codes])


def _subfields(source: SourceField) -> tuple[Subfields, Subfields]:
    if isinstance(source, LazyField) and (text := source.text):
        return cut_and_cleaned(text, source.is_printable)
    raw = source.subfields
    if not raw and source.data:
        raw = (("a", source.data),)  # a control field where a data field belongs
    return raw, cleaned(raw)


class MarcFields:
    """A record's fields by tag, each converted once, when it is first asked for."""

    __slots__ = ("_controls", "_fields", "_originals", "_source", "leader")

    def __init__(self, leader: str, source: Mapping[str, Sequence[SourceField]]) -> None:
        self.leader = leader.ljust(_LEADER_LENGTH)
        # A dict is asked in a third of the time that any other mapping takes, seventy times a record.
        self._source = source if isinstance(source, dict) else dict(source)
        self._fields: dict[str, tuple[Field, ...]] = {}
        self._controls: dict[str, tuple[str, ...]] = {}
        self._originals: dict[str, list[tuple[str, Field]]] | None = None

    @classmethod
    def of(cls, record: Record) -> Self:
        """The fields of a record that pymarc has parsed."""
        by_tag: dict[str, list[SourceField]] = {}
        for field in record.fields:
            if field.tag in by_tag:
                by_tag[field.tag].append(field)
            else:
                by_tag[field.tag] = [field]
        return cls(str(record.leader), by_tag)

    @property
    def tags(self) -> Iterable[str]:
        """Those of the record's fields, each once."""
        return self._source.keys()

    def get(self, tag: str) -> tuple[Field, ...]:
        """All fields with this tag, in the record's order."""
        source = self._source.get(tag)
        if not source:
            return ()
        fields = self._fields.get(tag)
        if fields is None:
            fields = self._fields[tag] = tuple([Field(tag, each) for each in source])
        return fields

    def first(self, tag: str) -> Field | None:
        """The first field with this tag."""
        fields = self.get(tag)
        return fields[0] if fields else None

    def among(self, tags: Iterable[str]) -> list[str]:
        """Those of `tags` that the record has a field or an 880 for; most records lack most tags."""
        if "880" in self._source:
            originals = self._originals_by_tag()
            return [tag for tag in tags if tag in self._source or tag in originals]
        return [tag for tag in tags if tag in self._source]

    def control(self, tag: str) -> str:
        """The control field with this tag, position by position as it came; "" when there is none.

        Of several the one that says most: some systems write an empty 008 before the real one.
        """
        texts = self.controls(tag)
        if not texts:
            return ""
        return texts[0] if len(texts) == 1 else max(texts, key=_said)

    def controls(self, tag: str) -> tuple[str, ...]:
        """All control fields with this tag, as they came; an 008 that lost its blanks gets them back."""
        texts = self._controls.get(tag)
        if texts is None:
            texts = tuple([_control_text(field) for field in self._source.get(tag, ())])
            texts = self._controls[tag] = tuple(map(respaced, texts)) if tag == "008" else texts
        return texts

    @property
    def has_originals(self) -> bool:
        """Whether any field is there in its own script, too."""
        return "880" in self._source

    def original(self, field: Field) -> Field | None:
        """The 880 that holds `field` in its own script: https://www.loc.gov/marc/bibliographic/bd880.html."""
        if "880" not in self._source:
            return None
        occurrence = _occurrence(field.get("6"))
        if not occurrence or occurrence == NO_ORIGINAL_LINK:
            return None
        for number, original in self._originals_by_tag().get(field.tag, ()):
            if number == occurrence:
                return original
        return None

    def unlinked_originals(self, tag: str) -> list[Field]:
        """The 880s for `tag` that no field points to: numbered 00, or with a partner that forgot its $6."""
        if "880" not in self._source:
            return []
        originals = self._originals_by_tag().get(tag)
        if not originals:
            return []
        linked = {_occurrence(field.get("6")) for field in self.get(tag)}
        return [field for number, field in originals if number == NO_ORIGINAL_LINK or number not in linked]

    def _originals_by_tag(self) -> dict[str, list[tuple[str, Field]]]:
        if self._originals is None:
            self._originals = {}
            for field in self.get("880"):
                six = field.get("6")
                if len(six) >= 3:
                    field.tag = six[:3]
                    if has_lost_escapes(six, field.subfields):
                        field.raw = field.subfields = with_letters(six, field.subfields)
                    self._originals.setdefault(field.tag, []).append((_occurrence(six), field))
        return self._originals


def _occurrence(six: str) -> str:
    """The two digits that pair a field with its 880: "880-01/(3/r" → "01"."""
    return six[4:6] if len(six) >= 6 and six[3] == "-" else ""


def _said(text: str) -> int:
    return len(text) - text.count(" ")


def _control_text(field: SourceField) -> str:
    text = field.data or (field.subfields[0][1] if field.subfields else "")
    return text if text.isprintable() else text.replace("\x00", " ")

"""One MARC 21 authority record → one `Authority`: https://www.loc.gov/marc/authority/ad1xx3xx.html."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from discovery.catalog.authority import Authority, AuthorityForm, LinkedHeading
from discovery.catalog.ids import record_id
from discovery.catalog.punctuation import trim_isbd
from discovery.catalog.subject import SubjectKind
from indexer.crosswalks.marc.contributors import contributor_name
from indexer.crosswalks.marc.fields import Field, MarcFields
from indexer.crosswalks.marc.subjects import map_subject
from indexer.crosswalks.marc.variants import uniform_title

NO_HEADING = "no heading: none of 100, 110, 111, 130, 147, 148, 150, 151 and 155 names anything."
# What follows the first digit of 1XX, 4XX, 5XX and 7XX → the kind of heading.
_KINDS: dict[str, SubjectKind] = {
    "00": "person",
    "10": "organisation",
    "11": "meeting",
    "30": "title",
    "47": "meeting",
    "48": "period",
    "50": "topic",
    "51": "place",
    "55": "genre",
}
# Thesauri kept in two languages before MARC had 7XX: the term in $a of 103, 403 and 503, its translation in $b.
_TWO_LANGUAGES = "03"
_HEADINGS = tuple(f"1{kind}" for kind in (*_KINDS, _TWO_LANGUAGES))
_NAME_KINDS = ("00", "10", "11")
# 008/11: https://www.loc.gov/marc/authority/ad008.html
_SCHEMES = {"a": "lcsh", "b": "lcshac", "c": "mesh", "d": "nal", "k": "cash", "r": "aat", "s": "sears", "v": "rvm"}
# 4XX and 5XX $w/3: not shown. https://www.loc.gov/marc/authority/adtracing.html
_NOT_SHOWN = ("a", "b")


@dataclass(frozen=True, slots=True)
class _Untagged:
    """What a field holds, to be read under another tag."""

    indicators: Sequence[str]
    subfields: Sequence[tuple[str, str]]
    data: str | None = None


def map_authority(marc: MarcFields, *, partner: str, source_id: str) -> Authority | str:
    """The authority record, or the reason why it can't be taken.

    Of several 1XX the first counts. Subdivision records (18X) name no heading by themselves.
    """
    field = next((field for tag in _HEADINGS for field in marc.get(tag) if _form(field).entries), None)
    if field is None:
        return NO_HEADING
    heading = _form(field)
    original = marc.original(field)
    variants = [*_forms(marc, "4"), *([_form(original)] if original is not None else [])]
    return Authority(
        record_id(partner, "authority", source_id),
        partner,
        source_id,
        heading,
        _KINDS.get(field.tag[1:], "topic"),
        _scheme(marc) if field.tag[1:] in _KINDS else "",
        _others(variants, heading),
        _others([*_forms(marc, "5", shown=True)], heading),
        tuple(dict.fromkeys((*_translation(field), *_links(marc)))),
    )


def _forms(marc: MarcFields, first: str, *, shown: bool = False) -> Iterator[AuthorityForm]:
    """The tracings, each followed by its own script; `shown` leaves out those that their $w hides."""
    for kind in (*_KINDS, _TWO_LANGUAGES):
        for field in marc.get(f"{first}{kind}"):
            if shown and field.get("w")[3:4] in _NOT_SHOWN:
                continue
            yield _form(field)
            original = marc.original(field)
            if original is not None:
                yield _form(original)
        for field in marc.unlinked_originals(f"{first}{kind}"):
            yield _form(field)


def _form(field: Field) -> AuthorityForm:
    ending = field.tag[1:]
    if ending == _TWO_LANGUAGES:
        return AuthorityForm(subject=trim_isbd(field.get("a")))
    subject = _subject_text(field)
    if ending in _NAME_KINDS:
        return AuthorityForm(author="" if field.get("t") else contributor_name(field), subject=subject)
    return AuthorityForm(title=uniform_title(field) if ending == "30" else "", subject=subject)


def _as_subject(field: Field) -> Field:
    return Field(f"6{field.tag[1:]}", _Untagged((field.first, field.second), field.raw))


def _subject_text(field: Field) -> str:
    subject = map_subject(_as_subject(field))
    return subject.heading if subject is not None else ""


def _others(forms: list[AuthorityForm], heading: AuthorityForm) -> tuple[AuthorityForm, ...]:
    return tuple(form for form in dict.fromkeys(forms) if form.entries and form != heading)


def _scheme(marc: MarcFields) -> str:
    code = marc.control("008")[11:12]
    field = marc.first("040")
    return (field.get("f") if field is not None else "").strip(" .") or _SCHEMES.get(code, "")


def _translation(field: Field) -> Iterator[LinkedHeading]:
    text = trim_isbd(field.get("b")) if field.tag[1:] == _TWO_LANGUAGES else ""
    if text and text != trim_isbd(field.get("a")):
        yield LinkedHeading(text)


def _links(marc: MarcFields) -> Iterator[LinkedHeading]:
    """7XX, with the vocabulary of the second indicator or $2: https://www.loc.gov/marc/authority/ad7xx.html."""
    for ending, kind in _KINDS.items():
        for field in marc.get(f"7{ending}"):
            subject = map_subject(_as_subject(field))
            if subject is not None:
                yield LinkedHeading(subject.heading, kind, subject.scheme, field.get("0"))

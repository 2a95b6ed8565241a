"""853–855, 863–868 → what a library has of a serial, in words."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from discovery.catalog.holding import Stretch
from discovery.catalog.runs import parse_run
from indexer.crosswalks.marc.fields import Field, MarcFields

_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
# A volume with its caption; a number alone may be anything.
_VOLUME = re.compile(r"(\D+)(\d{1,4})")
_FOUR_DIGITS = re.compile(r"(?<!\d)\d{4}(?!\d)")
_CHRONOLOGY = frozenset("ijklm")
# What the units are: basic, supplements, indexes. Each has a field of words, one of enumeration and one of captions.
_UNITS = (("", "866", "863", "853"), ("suppl. ", "867", "864", "854"), ("index ", "868", "865", "855"))
_TAGS = tuple(tag for _, words, enumeration, _ in _UNITS for tag in (words, enumeration))


@dataclass(frozen=True, slots=True)
class Run:
    """One stretch of holdings. `link` is the number that ties it to an 852 ($8), or "" when nothing does; `note` is
    what readers are told of it.
    """

    link: str
    text: str
    note: str = ""


def map_runs(marc: MarcFields) -> tuple[Run, ...]:
    """Textual holdings (866 basic, 867 supplements, 868 indexes), else enumeration (863–865) read by its captions.

    https://www.loc.gov/marc/holdings/hd863865.html, hd866868.html. A library that writes both of the same units means
    the text for people; where the enumeration tells of later years, it is what came since, and stands beside the text.
    "Current issues only" stays words; $x is the staff's, $z the readers'.
    """
    if not marc.among(_TAGS):  # hardly any record has one of them
        return ()
    return tuple(run for unit in _UNITS for run in _runs_of(marc, *unit))


def _runs_of(marc: MarcFields, prefix: str, words: str, enumeration: str, captions: str) -> tuple[Run, ...]:
    texts = tuple(run for field in marc.get(words) if (run := _text(field, prefix)) is not None)
    enumerated = _enumerated(marc, prefix, enumeration, captions)
    return (*texts, *(run for run in enumerated if _is_untold(run, texts)))


def _text(field: Field, prefix: str) -> Run | None:
    """Its words; where there are none, its note is all that it says."""
    text, note = " ".join(field.all("a")).strip(" ,;"), field.get("z").strip(" ,;")
    if not (text or note):
        return None
    return Run(_link(field), prefix + (text or note), note if text else "")


def _link(field: Field) -> str:
    """The link's number without its sequence: "1.3" → "1". 0 links to nothing."""
    number = field.get("8").partition(".")[0].partition("\\")[0]
    return "" if number == "0" else number


def _is_untold(run: Run, texts: Sequence[Run]) -> bool:
    """Whether none of these is of the same shelf, or it goes beyond all that they say of the years, if they do."""
    same = [text for text in texts if not (text.link and run.link) or text.link == run.link]
    told = [stretch for text in same for stretch in parse_run(text.text)]
    if any(stretch.is_open for stretch in told):
        return False
    return not same or 0 < _last_year(told) < _last_year(parse_run(run.text))


def _last_year(stretches: Iterable[Stretch]) -> int:
    return max((stretch.last or stretch.first or 0 for stretch in stretches), default=0)


def _enumerated(marc: MarcFields, prefix: str, tag: str, caption_tag: str) -> tuple[Run, ...]:
    if not marc.get(tag):
        return ()
    captions = {_link(field): field for field in marc.get(caption_tag)}
    steps: dict[str, list[tuple[str, str]]] = {}
    notes: dict[str, list[str]] = {}
    for field in marc.get(tag):
        link = _link(field)
        steps.setdefault(link, []).append(_step(field, captions.get(link)))
        notes.setdefault(link, []).extend(filter(None, [field.get("z")]))
    return tuple(
        Run(link, prefix + text, "; ".join(dict.fromkeys(notes[link])))
        for link, found in steps.items()
        if (text := _condensed(found))
    )


def _step(field: Field, caption: Field | None) -> tuple[str, str]:
    """An 863 as volume with its caption, and year: "v.33", "2016". A caption in brackets isn't shown."""
    volume = year = ""
    for code, value in field.subfields:
        words = caption.get(code) if caption is not None else ""
        if _is_year(code, words, value):
            year = year or value
        elif code == "a":
            volume = _captioned(words, value)
        elif code == "b" and "season" in words:
            volume = volume or _SEASONS.get(value, value)
    return volume, year


def _is_year(code: str, words: str, value: str) -> bool:
    """Whether an 863's subfield holds years: $i as a rule, and four digits under a caption in brackets, "(Jahr)"; what
    has a caption without, "tahun ke-", counts volumes.
    """
    if _FOUR_DIGITS.search(value) is None:
        return code == "i" and not words
    return code in _CHRONOLOGY or words.startswith("(") or "year" in words or "tahun" in words


def _captioned(words: str, value: str) -> str:
    if not words or words.startswith("("):
        return value
    return f"{words} {value}" if words[-1].isalpha() and len(words) > 2 else words + value


def _condensed(steps: list[tuple[str, str]]) -> str:
    """Whole years and volumes from first to last, with the gaps between: "v.1-3 (1995-1997), 1999"."""
    years = [year for _, year in steps if year]
    if years and all(year.isdigit() for year in years):
        volumes_of: dict[int, set[str]] = {}
        for volume, year in steps:
            if year:
                volumes_of.setdefault(int(year), set()).add(volume)
        return ", ".join(_stretch(stretch, volumes_of) for stretch in _stretches(sorted(volumes_of)))
    return ", ".join(
        dict.fromkeys(f"{volume} ({year})" if volume and year else volume or year for volume, year in steps)
    )


def _stretches(years: list[int]) -> list[list[int]]:
    stretches: list[list[int]] = []
    for year in years:
        if stretches and year == stretches[-1][-1] + 1:
            stretches[-1].append(year)
        else:
            stretches.append([year])
    return stretches


def _stretch(years: list[int], volumes_of: Mapping[int, Iterable[str]]) -> str:
    """Years with their volumes, where all of them have volumes that follow each other under one caption."""
    written = _range(years[0], years[-1])
    volumes = [_VOLUME.fullmatch(volume) for year in years for volume in volumes_of[year]]
    found = {(each[1], int(each[2])) for each in volumes if each}
    captions, numbers = {caption for caption, _ in found}, sorted(number for _, number in found)
    if not all(volumes) or len(captions) > 1 or numbers[-1] - numbers[0] != len(numbers) - 1:
        return written
    return f"{captions.pop()}{_range(numbers[0], numbers[-1])} ({written})"


def _range(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"

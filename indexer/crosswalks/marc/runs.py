"""853/863 and 866–868 → what a library has of a serial, in words."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from discovery.catalog.holding import Stretch
from discovery.catalog.runs import parse_run
from indexer.crosswalks.marc.fields import Field, MarcFields

_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
# A volume with its caption; a number alone may be anything.
_VOLUME = re.compile(r"(\D+)(\d{1,4})")
_TEXTS = {"866": "", "867": "suppl. ", "868": "index "}


@dataclass(frozen=True, slots=True)
class Run:
    """One stretch of holdings. `link` is the number that ties it to an 852 ($8), or "" when nothing does."""

    link: str
    text: str


def map_runs(marc: MarcFields) -> tuple[Run, ...]:
    """Textual holdings (866 basic, 867 supplements, 868 indexes), else enumeration (863) read by its captions (853).

    https://www.loc.gov/marc/holdings/hd863865.html, hd866868.html. A library that writes both means the text for
    people; where the enumeration tells of later years, it is what came since, and stands beside the text. "Current
    issues only" stays words; $x is the staff's.
    """
    texts = [
        Run(_link(field), prefix + text)
        for tag, prefix in _TEXTS.items()
        for field in marc.get(tag)
        if (text := (" ".join(field.all("a")) or field.get("z")).strip(" ,;"))
    ]
    enumerated = _enumerated(marc)
    return (*texts, *(run for run in enumerated if _is_later(run, texts))) if texts else enumerated


def _link(field: Field) -> str:
    """The link's number without its sequence: "1.3" → "1". 0 links to nothing."""
    number = field.get("8").partition(".")[0].partition("\\")[0]
    return "" if number == "0" else number


def _is_later(run: Run, texts: Sequence[Run]) -> bool:
    """Whether it goes beyond all that these say of the years, if they say anything of them."""
    told = [
        stretch
        for text in texts
        if not (text.link and run.link) or text.link == run.link
        for stretch in parse_run(text.text)
    ]
    if any(stretch.is_open for stretch in told):
        return False
    return 0 < _last_year(told) < _last_year(parse_run(run.text))


def _last_year(stretches: Iterable[Stretch]) -> int:
    return max((stretch.last or stretch.first or 0 for stretch in stretches), default=0)


def _enumerated(marc: MarcFields) -> tuple[Run, ...]:
    if not marc.get("863"):
        return ()
    captions = {_link(field): field for field in marc.get("853")}
    steps: dict[str, list[tuple[str, str]]] = {}
    for field in marc.get("863"):
        link = _link(field)
        steps.setdefault(link, []).append(_step(field, captions.get(link)))
    return tuple(Run(link, _condensed(found)) for link, found in steps.items())


def _step(field: Field, caption: Field | None) -> tuple[str, str]:
    """An 863 as volume with its caption, and year: "v.33", "2016". A caption in brackets isn't shown."""
    volume = year = ""
    for code, value in field.subfields:
        words = caption.get(code) if caption is not None else ""
        if "year" in words or "tahun" in words or (code == "i" and not words):
            year = year or value
        elif code == "a":
            volume = (words if not words.startswith("(") else "") + value
        elif code == "b" and "season" in words:
            volume = volume or _SEASONS.get(value, value)
    return volume, year


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

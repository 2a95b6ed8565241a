"""853–855, 863–868 → what a library has of a serial, in words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from discovery.catalog.holding import Stretch
from discovery.catalog.runs import parse_run
from indexer.crosswalks.marc.enumeration import Step, condensed, step
from indexer.crosswalks.marc.fields import Field, MarcFields

# What the units are: basic, supplements, indexes. Each has a field of words, one of enumeration and one of captions.
_UNITS = (("", "866", "863", "853"), ("suppl. ", "867", "864", "854"), ("index ", "868", "865", "855"))
_TAGS = tuple(tag for _, words, enumeration, _ in _UNITS for tag in (words, enumeration))
_SAYS_UNIT = re.compile(r"(?:suppl?|supplement|index|indeks)\b", re.IGNORECASE)


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
    the text for people; where the enumeration tells of later years, it is what came since, and of earlier ones what
    came before, unless the text is said to stand for all ($8 0): then it stands beside the text.
    "Current issues only" stays words; $x is the staff's, $z the readers'.
    """
    if not marc.among(_TAGS):  # hardly any record has one of them
        return ()
    return tuple(run for unit in _UNITS for run in _runs_of(marc, *unit))


def _runs_of(marc: MarcFields, prefix: str, words: str, enumeration: str, captions: str) -> tuple[Run, ...]:
    fields = marc.get(words)
    texts = tuple(run for field in fields if (run := _text(field, prefix)) is not None)
    enumerated = _enumerated(marc, prefix, enumeration, captions)
    if not texts:
        return enumerated
    is_whole = any(field.get("8") == "0" for field in fields)
    before = () if is_whole else tuple(run for run in enumerated if _comes_before(run, texts))
    after = tuple(run for run in enumerated if run not in before and _is_untold(run, texts))
    return (*before, *texts, *after)


def _text(field: Field, prefix: str) -> Run | None:
    """Its words; where there are none, its note is all that it says."""
    text, note = " ".join(field.all("a")).strip(" ,;"), field.get("z").strip(" ,;")
    if not (text or note):
        return None
    return Run(_link(field), _of_unit(text or note, prefix), note if text else "")


def _of_unit(text: str, prefix: str) -> str:
    """The words with those before them that say of what they are, for all of them: runs are told apart by ";"."""
    if not prefix:
        return text
    text = text.replace(";", ",")
    return text if _SAYS_UNIT.match(text) else prefix + text


def _link(field: Field) -> str:
    """The link's number without its sequence: "1.3" → "1". 0 links to nothing."""
    number = field.get("8").partition(".")[0].partition("\\")[0]
    return "" if number == "0" else number


def _sequence(field: Field) -> int:
    number = field.get("8").partition(".")[2].partition("\\")[0]
    return int(number) if number.isdecimal() else 0


def _is_untold(run: Run, texts: Sequence[Run]) -> bool:
    """Whether none of these is of the same shelf, or it goes beyond all that they say of the years, if they do."""
    same = _of_same_shelf(run, texts)
    told = [stretch for text in same for stretch in parse_run(text.text)]
    if any(stretch.is_open for stretch in told):
        return False
    return not same or 0 < _last_year(told) < _last_year(parse_run(run.text))


def _comes_before(run: Run, texts: Sequence[Run]) -> bool:
    """Whether it ends before the first year that the texts of its shelf tell."""
    told = [stretch for text in _of_same_shelf(run, texts) for stretch in parse_run(text.text)]
    first = min((year for stretch in told if (year := stretch.first or stretch.last)), default=0)
    stretches = parse_run(run.text)
    return not any(stretch.is_open for stretch in stretches) and 0 < _last_year(stretches) < first


def _of_same_shelf(run: Run, texts: Sequence[Run]) -> list[Run]:
    return [text for text in texts if not (text.link and run.link) or text.link == run.link]


def _last_year(stretches: Iterable[Stretch]) -> int:
    return max((stretch.last or stretch.first or 0 for stretch in stretches), default=0)


def _enumerated(marc: MarcFields, prefix: str, tag: str, caption_tag: str) -> tuple[Run, ...]:
    if not marc.get(tag):
        return ()
    named = marc.get(caption_tag)
    captions = {_link(field): field for field in named}
    # Where one of the two has lost its number, the only captions are those of all.
    only = named[0] if len(named) == 1 else None
    steps: dict[str, list[Step]] = {}
    notes: dict[str, list[str]] = {}
    for field in sorted(marc.get(tag), key=_sequence):
        link = _link(field)
        steps.setdefault(link, []).append(step(field, captions.get(link, only)))
        notes.setdefault(link, []).extend(filter(None, [field.get("z")]))
    return tuple(
        Run(link, _of_unit(text, prefix), "; ".join(dict.fromkeys(notes[link])))
        for link, found in steps.items()
        if any(map(str.isdigit, text := condensed(found)))
    )

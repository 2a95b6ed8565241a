"""200 → the title proper, its parts and its responsibility; another field's title where 200 has none."""

import re

from msgspec.structs import replace

from discovery.catalog.punctuation import trim_brackets, trim_isbd, trim_leading_isbd
from discovery.catalog.record import Title
from discovery.catalog.text import plain_text
from indexer.crosswalks.marc.fields import Field, MarcFields
from indexer.crosswalks.unimarc.scripts import in_scripts

# What filing skips stands between these: ISO 6630's controls, MARC 21's, or the signs that systems write instead.
_NON_SORTING = re.compile("^\\s*(?:[\x88\x98]|<<|≠)(.*?)(?:[\x89\x9c]|>>|≠)(\\s*)")
_MARKS = re.compile("[\x88\x89\x98\x9c]|<<|>>")
_STAND_INS = (("500", "aihm"), ("510", "aei"), ("517", "aei"), ("530", "a"), ("541", "aei"))


def map_title(marc: MarcFields, problems: list[str]) -> Title | None:
    """The title of 200, or of the next best field, or None when nothing in the record names the thing.

    $a is the title ($a again: another work by the same author), $e other title information, $h and $i number and name
    of a part, $f and $g the responsibility; $b is a medium, $d a parallel title, $c a title by another author, and
    what follows these two is theirs. A title in two scripts is the romanised one, with the other beside it.
    """
    field, original = next(iter(in_scripts(marc.get("200"))), (None, None))
    if field is not None:
        title = _title_of(field)
        if any(map(str.isalnum, title.main)):
            return title if original is None else _with_original(title, _title_of(original))
    for tag, codes in _STAND_INS:
        for stand_in in marc.get(tag):
            text = trim_isbd(without_marks(stand_in.joined(codes)))
            if any(map(str.isalnum, text)):
                problems.append("no-200" if field is None else "empty-200")
                return Title(text)
    return None


def _with_original(title: Title, original: Title) -> Title:
    said = original.responsibility
    return replace(title, original=original.full, original_responsibility=said if said != title.responsibility else "")


def _title_of(field: Field) -> Title:
    main = ""
    subtitle: list[str] = []
    responsibility: list[str] = []
    parts: list[str] = []
    nonfiling = 0
    is_other, leading = False, 0
    for code, value in field.raw:
        text = trim_leading_isbd(trim_isbd(without_marks(value)))
        if not text:
            continue
        if code == "a" and not main:
            main, nonfiling = trim_brackets(text) if _is_bracketed(text) else text, skipped(value)
        elif code == "a" and not responsibility:
            main = f"{main} ; {text}"
        elif code in "acd":
            is_other = code != "a"
        elif code == "e" and not is_other:
            leading = leading if subtitle else len(parts)
            subtitle.append(text)
        elif code in "hi" and not is_other:
            parts.append(text)
        elif code in "fg":
            responsibility.append(text)
    if not main and parts:
        main, leading = parts.pop(0), max(leading - 1, 0)
    return Title(
        main,
        " : ".join(subtitle),
        tuple(parts),
        " ; ".join(responsibility),
        nonfiling if nonfiling < len(main) else 0,
        leading=leading,
    )


def _is_bracketed(text: str) -> bool:
    return text.startswith("[") and text.endswith("]") and text.count("[") == 1


def skipped(value: str) -> int:
    """How many characters of a title filing skips: those between the marks, with the blank that follows."""
    marked = _NON_SORTING.match(value)
    if not marked:
        return 0
    article = plain_text(marked[1])
    has_blank = bool(marked[2]) or marked[1].endswith(" ")
    return len(article) + has_blank


def without_marks(value: str) -> str:
    """`value` as plain text, without the marks around what filing skips."""
    return plain_text(_MARKS.sub("", value))

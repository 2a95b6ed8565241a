"""245 → the title proper, its parts and its responsibility; another field's title where 245 has none."""

import re
from typing import Final

from discovery.catalog.punctuation import trim_brackets, trim_isbd, trim_leading_isbd
from discovery.catalog.record import Title
from indexer.crosswalks.marc.fields import Field, MarcFields
from indexer.crosswalks.marc.glued_codes import unglued
from indexer.crosswalks.parallel_titles import is_formula

# Where to look when 245 holds no title, with the subfields that make one. LKR is Aleph's link to a host record.
_STAND_INS: Final = (
    ("880", "abnp"), ("246", "abnp"), ("130", "anp"), ("240", "anp"), ("222", "a"), ("210", "a"), ("242", "abnp"),
    ("247", "abnp"), ("730", "anp"), ("740", "anp"), ("490", "a"), ("830", "a"), ("773", "t"), ("LKR", "nm"),
)  # fmt: skip
# What 245 has, with what older rules had, and what all fields have for links and numbers.
_CODES: Final = "abcdefghiknps0156789"
# What fills an empty field. "!" and "?" are titles of books.
_NO_TITLES: Final = ("", "-", ".", "--", "...", "[]", "[...]", "_")
# The non-sorting marks of German and other European catalogues: MARC 21's own pair and that of ISO 6630.
_NON_SORTING: Final = re.compile("^\\s*[\x88\x98](.*?)[\x89\x9c]\\s*")
# IPA and modifier letters, the ayn of romanised titles among them, and all other scripts.
_BEYOND_LATIN: Final = "\u0250"
# A medium designator typed into $a or $b instead of $h.
_MEDIUM: Final = re.compile(
    r"\s*\[(?:electronic resource|sumber elektronik|microform|sound recording|videorecording|rekaman \w+|mikrofilm"
    r"|computer file|text|teks|large print|kit|peta|map|graphic|picture)\]\s*",
    re.IGNORECASE,
)


def map_title(marc: MarcFields, problems: list[str]) -> Title | None:
    """The title of 245, or of the next best field, or None when nothing in the record names the thing.

    $a is the title, $b the rest of it, $n and $p number and name of a part, $c the responsibility. $h is a medium and
    not title: https://www.loc.gov/marc/bibliographic/bd245.html. What stands behind " / " in $b is responsibility. A
    parallel title after " = " is no subtitle: it is left to `map_variants`.
    """
    field = marc.first("245")
    if field is not None:
        title = _title_of(field, marc)
        if title is not None:
            return title
    for tag, codes in _STAND_INS:
        fields = marc.unlinked_originals("245") if tag == "880" else marc.get(tag)
        for stand_in in fields:
            text = trim_isbd(stand_in.joined(codes))
            if any(map(str.isalnum, text)):
                problems.append("no-245" if field is None else "empty-245")
                return Title(text)
    return None


def _title_of(field: Field, marc: MarcFields) -> Title | None:
    title = title_elements(field)
    if title.main in _NO_TITLES:
        return None
    original = marc.original(field)
    if original is None:
        unlinked = marc.unlinked_originals("245")
        original = unlinked[0] if unlinked else None
    script, stated = _in_own_script(original) if original is not None else ("", "")
    return Title(
        title.main,
        title.subtitle,
        title.parts,
        title.responsibility,
        _nonfiling(field, title.main),
        script,
        original_responsibility=stated if stated != title.responsibility else "",
        leading=title.leading,
    )


def _in_own_script(original: Field) -> tuple[str, str]:
    """The whole title and the responsibility of an 880."""
    title = title_elements(original)
    return title.full, title.responsibility


def title_elements(field: Field) -> Title:
    """Title, subtitle, parts and responsibility of a 245 or its 880, without ISBD's marks and without $h."""
    main, rest, responsibility, leading = "", "", "", 0
    parts: list[str] = []
    for code, value in unglued(field, _CODES):
        if code == "a":
            main = f"{main} {value}" if main else value
        elif code == "b":
            if responsibility:
                value, responsibility = _behind(value, responsibility)
            if not rest:
                leading = len(parts)
            rest = f"{rest} {value}" if rest else value
        elif code in "np":
            if responsibility and " / " in value:
                value, responsibility = _behind(value, responsibility)
            part = trim_leading_isbd(trim_isbd(value))
            if part:
                parts.append(part)
        elif code == "c":
            responsibility = f"{responsibility} {value}" if responsibility else value
        elif code in "fgks":
            # Inclusive dates, form and version belong to the title proper: "Letters," $f "1805-1812".
            main = f"{main} {value}"
    if "[" in main:
        main = _MEDIUM.sub(" ", main)
    if "[" in rest:
        rest = _MEDIUM.sub(" ", rest).strip()
    if not rest and not responsibility and " / " in main:
        main, _, responsibility = main.partition(" / ")
    if not responsibility and rest.count(" / ") == 1:
        rest, _, responsibility = rest.partition(" / ")
    if not rest and " : " in main:
        main, _, rest = main.partition(" : ")
    return _ordered(main, rest, parts, responsibility, leading)


def _behind(value: str, responsibility: str) -> tuple[str, str]:
    """What follows $c, as of a part ("Il ritorno di Tobia : $b oratorio / Joseph Haydn"), and who made all of it."""
    title, _, said = value.partition(" / ")
    return title, f"{trim_isbd(responsibility)} ; {said}" if said else responsibility


def _ordered(main: str, rest: str, parts: list[str], responsibility: str, leading: int) -> Title:
    """The elements trimmed; parallel titles gone; a later element moved up when there is no title proper."""
    if " = " in main and not is_formula(main):
        main = main.partition(" = ")[0]
    if main.rstrip().endswith("="):
        rest = ""
    subtitle = trim_leading_isbd(trim_isbd(rest.partition(" = ")[0].rstrip("= "))) if rest else ""
    title = trim_leading_isbd(trim_isbd(main))
    if not title and subtitle and not leading:
        title, subtitle = subtitle, ""
    if not title and parts:
        title, leading = parts.pop(0), leading - 1
    if title.startswith("[") and title.endswith("]") and title.count("[") == 1:
        title = trim_brackets(title)
    said = trim_isbd(responsibility).removeprefix("/").lstrip()
    return Title(title, subtitle, tuple(parts), said, leading=max(leading, 0) if subtitle else 0)


def full_title(field: Field) -> str:
    """A title field as one line: title, subtitle and parts with ISBD's marks between them."""
    return title_elements(field).full


def _nonfiling(field: Field, main: str) -> int:
    """How many characters filing skips: between non-sorting marks, else what the second indicator says."""
    marked = None
    if field.raw is not field.subfields:  # clean subfields have no such marks
        raw = next((value for code, value in field.raw if code == "a"), "")
        marked = _NON_SORTING.match(raw)
    if marked:
        article = marked[1].rstrip()
        return len(article) + (main[len(article) : len(article) + 1] == " ") if main.startswith(article) else 0
    count = int(field.second) if field.second in "123456789" else 0
    return count if count < len(main) and not _cuts_a_word(main, count) else 0


def _cuts_a_word(main: str, count: int) -> bool:
    """Whether the indicator is another title's ("Beef cattle", 2, filed as "ef cattle"); an article of the Arabic or
    the Hebrew script is written with its word, and the ayn before one in Latin letters is skipped with it.
    """
    before, behind = main[count - 1], main[count]
    return before < _BEYOND_LATIN and before.isalpha() and behind.isalpha()

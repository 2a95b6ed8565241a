"""A serial's run with its words as marks: "t/m" and "bis" as a dash, "sejak 1990" as an open end, and without issues.

What stands between years and volumes differs from library to library and from language to language; what it means
doesn't. Afterwards a run has dashes, commas, years and volumes with a caption before each.
"""

import re
from typing import Final

from discovery.catalog.run_calendars import in_common_era

MONTH: Final = (
    r"(?:jan|feb|peb|fév|mar|mär|mrt|maa|apr|avr|mei|may|mai|jun|juin|jul|juil|agu|aug|agt|août|sep|okt|oct|nov|nop"
    r"|des|dec|déc|dez|spring|summer|autumn|fall|winter|herbst|früh|lente|zomer|herfst)[^\W\d_]*\.?"
)
CAPTION: Final = (
    r"(?:vols?|volume|v|jil|jilid|th|thn|tahun|bd|band|jg|jahrg|jahrgang|tome|tom|t|an|année|anno|jaarg|jaargang|jrg"
    r"|deel|dl|juz|jild|mujallad)"
)
_SPACES: Final = re.compile(r"[^\S\n]+")
_DASHES: Final = re.compile(r"\s*(?:[\u2010-\u2015\u2192\u2212〜～~]|--+)\s*")
_AROUND_DASHES: Final = re.compile(r"\s*-[\s-]*")
_NOW: Final = (
    r"(?:to date|date|present|till now|now|sekarang|skrg|kini|saat ini|heden|heute|dst|ff|ongoing|onwards?"
    r"|current(?! issue)|ce jour|aujourd.?hui"
    r"|dan seterusnya|seterusnya|laufend|lfd|الآن|الان|настоящее время|н\. ?в)\b\.?"
)
_UNTIL: Final = (
    r"(?:s\.?\s?d\.?|s/d|sampai(?: dengan)?|hingga|t/m|tot(?: en met)?|bis|until|till|up to|to|through|jusqu.?[aà]"
    r"|à|(?-i:a)|إلى|الى|حتى|по)"
)
# "1950-'60", and "1990+" and "v.1-v." for what goes on (Z39.44 writes the plus).
_APOSTROPHE: Final = re.compile(r"(?<=\d)(\s?-\s?)['’‘ʼ](?=\d\d(?!\d))")
_PLUS: Final = re.compile(r"(?<=[\d)])\s?\+(?=\s*(?:[;,)\n]|$))|(?<=\d-)\s?(?-i:v)\.(?=\s*(?:[;,)\n]|$))")
_IN_BRACKETS: Final = re.compile(r"\[(\d{1,4})\]")
# "1950 tot heden", "1990-sekarang", "1985 ff."; a library that has "date" in a caption has no year before it.
_OPEN: Final = re.compile(
    rf"(?<=[\d)\]>?])\s*-?\s*[\[(]?(?:(?<!\w){_UNTIL}\s+)?(?<![^\W\d_]){_NOW}[\])]?", re.IGNORECASE
)
_RANGE: Final = re.compile(
    rf"(?<=[\d)\].IVXLM])\s+(?<!\w){_UNTIL}\s+(?=[(\[]?(?:\d|(?:no|nr|issue|ser|{CAPTION[3:-1]})\b|[vt]\d|{MONTH}))",
    re.IGNORECASE,
)
_SINCE: Final = re.compile(
    r"((?:^|[;,(\n])\s*)(?:(?:complete|lengkap|volledig|vollständig|complet)\s+)?"
    r"(?:since|sejak|sedjak|mulai(?: dari)?|from|ab|vanaf|sinds|seit|depuis|[aà] partir d[eu]|desde|منذ|من|с)"
    r"\s+([^;,()]*\d[^;,]*)",
    re.IGNORECASE,
)
# Days and months before years, and years and months as machines write them.
_DAY: Final = re.compile(
    rf"(?<![\d.])(?:\d{{1,2}}\.?\s+(?={MONTH}\s*\d{{4}})|\d{{1,2}}[/.]\d{{1,2}}[/.](?=\d{{4}}))", re.IGNORECASE
)
# "Juli-Desember 2012" is one year, and so is "Jan 3-Feb 5, 1990".
_MONTHS_OF_YEAR: Final = re.compile(rf"(?<![^\W\d_]){MONTH}\s?\d{{0,2}}\s?-\s?(?={MONTH})", re.IGNORECASE)
_MONTHS_FIRST: Final = re.compile(r"(?<![\w.-])\d{1,2}-(\d{4})\s*-\s*\d{1,2}-(\d{4})(?!\d)")
_MONTHS_LAST: Final = re.compile(r"(\d{4})-(?:0[1-9]|1[0-2])(?:\s*/\s*|\s+-\s*|-)(\d{4})-(?:0[1-9]|1[0-2])(?![\d-])")
# "1990 (1-12)", "v.5(3/4)", "1990:1-12": issues.
_ISSUES: Final = re.compile(r"(?<=[\dIVXL])\s*\(\d{1,3}(?:\s*[-/,&+]\s*\d{1,3})*\)")
_ISSUES_OF_VOLUME: Final = re.compile(
    rf"(\b{CAPTION}[.\s]?\s?\d{{1,4}}):\d{{1,3}}(?:\s?[-/,&]\s?\d{{1,3}}(?![\d:.]))*(?!\d)", re.IGNORECASE
)
_ISSUES_AFTER_YEAR: Final = re.compile(
    r"(?<!\d)((?:1[5-9]|20)\d\d)\s*(?::\s*|\.(?=\d{1,2}(?:-\d{4}\.|$)))\d{1,3}(?:\s*[-/,&]\s*\d{1,3}(?!\d))*(?![\d(])"
)
_PART_OF_YEAR: Final = re.compile(r"(?<!\d)(?<!\d{4}/)((?:1[5-9]|20)\d\d)/(\d\d?)(?![\d/])")
_LIST_OF_YEARS: Final = re.compile(
    r"(?<![\d.])((?:1[5-9]|20)\d\d)(-\d\d(?!\d))?((?:\s*,\s*\d\d?(?:\s*-\s*\d\d?)?(?![\d/.:]|\s*\())+)"
)
_ITEM: Final = re.compile(r"(\d\d?)(?:\s*-\s*(\d\d?))?")
# "v.1-5,7,9-12 (1990-2001)": volumes with one caption; the years behind are those of them all.
_LIST_OF_VOLUMES: Final = re.compile(
    rf"\b({CAPTION})(['’ʼʾ]?[.\s]\s*|(?=\d))(\d{{1,4}}(?:\s*-\s*\d{{1,4}})?)"
    r"((?:\s*(?:,|&|\+|\bdan\b|\band\b|\ben\b|\bund\b|\bet\b)\s*\d{1,3}(?:\s*-\s*\d{1,3})?(?![\d/.:]|\s*\(\d{4}\)\s*[-,]))+)"
    r"(\s*(?=\((?:\D*\d{4}\D*-)))?",
    re.IGNORECASE,
)
_NUMBERS: Final = re.compile(r"\d{1,3}(?:\s*-\s*\d{1,3})?")
_YEARS_FIRST: Final = re.compile(
    rf"(?<![\d/-])(\d{{4}}(?:/\d{{2,4}})?(?:-\d{{2,4}}(?:/\d{{2,4}})?)?):\s*({CAPTION}\.?\s*\d{{1,4}}-\d{{1,4}})(?=\s*(?:[;,]|$))",
    re.IGNORECASE,
)
# "1e jrg. (1902)-39e jrg. (1940)", "1re année", "3. Jahrgang": the number stands before its caption.
_ORDINAL: Final = re.compile(
    r"(?<![\w./])(\d{1,3})\s?(?:e|re|ère|er|ème|ste|de|st|nd|rd|th|\.)\s*"
    r"(?:jrg|jaarg|jaargang|jahrg|jahrgang|jg|année|an|volume|vol|band|bd)\b\.?(?!\s*\d{1,3}(?!\d))",
    re.IGNORECASE,
)
# What other scripts write for commas and semicolons, and for "no.".
_MARKS: Final = str.maketrans(
    {"،": ",", "、": ",", "，": ",", "؛": ";", "；": ";", "：": ":", "（": "(", "）": ")", "№": "no."}
)
_ARABIC_VOLUME: Final = "(?:ال)?(?:مجلد|مج|سنة|جزء|ج|س)"
_TO_TEN: Final = ("[أا]ول[ىي]?", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر")
# "السنة الخامسة": as many groups as there are numbers.
_ARABIC_ORDINAL: Final = re.compile(
    rf"(?<!\w){_ARABIC_VOLUME}\s+ال(?:" + "|".join(f"({each})" for each in _TO_TEN) + r")[ةه]?(?!\w|\s*عشر)"
)
_OTHER_SCRIPTS: Final = (
    (re.compile(r"第?(\d+)\s?[巻卷]"), r"v.\1 "),
    (re.compile(r"第?(\d+)\s?[号號期](?:-第?(\d+)\s?[号號期])?"), r"no.\1 "),
    (re.compile(r"(?<=\d{4})年(?:\d{1,2}月(?:\d{1,2}日)?)?"), " "),
    (re.compile(rf"(?<!\w){_ARABIC_VOLUME}\.?\s*(?=\d)"), "v."),
    (re.compile(r"(?<!\w)(?:ال)?(?:أعداد|اعداد|عدد|ع)\.?\s*(?=\d)"), "no."),
    (re.compile(r"(?<!\w)(?:тома?|тт?)\.?\s*(?=\d)", re.IGNORECASE), "v."),
)
# Supplements and indexes behind what they belong to: their years aren't the run's.
_BESIDE: Final = re.compile(
    r"\s*(?:[,+&]|\bdan\b|\band\b|\bund\b|\ben\b)\s*(?:suppl?|supplement|index|indeks|register)\b\.?[^,;()]*(?:\([^()]*\))?",
    re.IGNORECASE,
)


def plain_marks(text: str) -> str:
    """A run's words with the marks of our script: "1980، 1982", "1950、1952", "№ 5"."""
    return text if text.isascii() else text.translate(_MARKS)


def plain_words(text: str) -> str:
    """A run's words without what differs between languages and calendars."""
    text = in_common_era(_DASHES.sub("-", _SPACES.sub(" ", text)))
    if not text.isascii():
        for pattern, written in _OTHER_SCRIPTS:
            text = pattern.sub(written, text)
        text = _ARABIC_ORDINAL.sub(lambda found: f"v.{found.lastindex}", text)
    text = _ORDINAL.sub(r"v.\1", text)
    text = _BESIDE.sub("", text)
    text = _IN_BRACKETS.sub(r"\1", text)
    text = _PLUS.sub("-", _APOSTROPHE.sub(r"\1", text))
    text = _RANGE.sub("-", _OPEN.sub("- ", text))
    text = _SINCE.sub(_since, text)
    text = _MONTHS_OF_YEAR.sub("", _DAY.sub("", text))
    text = _MONTHS_LAST.sub(r"\1-\2", _MONTHS_FIRST.sub(r"\1-\2", text))
    text = _YEARS_FIRST.sub(r"\2 (\1)", text)
    text = _ISSUES_AFTER_YEAR.sub(r"\1", _ISSUES_OF_VOLUME.sub(r"\1", _ISSUES.sub("", text)))
    text = _LIST_OF_YEARS.sub(_years, _PART_OF_YEAR.sub(_part_of_year, text))
    return _AROUND_DASHES.sub("-", _LIST_OF_VOLUMES.sub(_volumes, text))


def _since(found: re.Match[str]) -> str:
    return f"{found[1]}{found[2]}" if "-" in found[2] else f"{found[1]}{found[2].rstrip(' )')}-"


def _part_of_year(found: re.Match[str]) -> str:
    """A year and the next, "1979/80", or several, "1951/58"; "1990/12" is an issue or a month of one."""
    year, second = int(found[1]), int(found[2])
    is_year = len(found[2]) == 2 and (second == (year + 1) % 100 or second > 12)
    return found[0] if is_year else found[1]


def _years(found: re.Match[str]) -> str:
    """The years of "1990, 92, 95-97"; in "1950,1-12" those are issues, and what may be either is left out."""
    first = int(found[1])
    end = int(found[2][1:]) if found[2] else first % 100
    kept = []
    for item in _ITEM.finditer(found[3]):
        begin, last = item[1], item[2] or ""
        is_year = len(begin) == 2 and int(begin) > end and (int(begin) > 12 or begin[0] == "0")
        if is_year and (not last or (len(last) == 2 and int(last) > int(begin))):
            century = first // 100
            kept.append(f", {century}{begin}" + (f"-{century}{last}" if last else ""))
            end = int(last or begin)
    return f"{found[1]}{found[2] or ''}{''.join(kept)}"


def _volumes(found: re.Match[str]) -> str:
    further = "".join(f", {found[1]}.{each[0]}" for each in _NUMBERS.finditer(found[4]))
    return f"{found[1]}.{found[3]}{further}{'; ' if found[5] is not None else ''}"

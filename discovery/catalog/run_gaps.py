"""What a serial's run says is missing from it: "1971-1998, kecuali 1980", "v.1-10 (lacks v.3)", "(1992 hilang)"."""

import re
from typing import Final

from discovery.catalog.run_words import MONTH

_BEFORE: Final = re.compile(
    r"\[\s*N\s*=([^\]]*)\]"
    r"|(?:\b(?:lack(?:ing|s)?|missing|except|excluding|without|wanting|kecuali|kurang|minus|tanpa|tidak ada|hilang"
    r"|fehl(?:t|en)|ohne|außer|ontbre(?:ekt|ken)|ontbr|behalve|zonder|m\.?\s?u\.?\s?v|met uitzondering van|uitgezonderd"
    r"|manquent?|manque|lacunes?|sauf|sans|ما عدا|عدا|باستثناء|ناقص|ينقص(?:ها|ه)?|кроме"
    r"|отсутству[ею]т)\b|[欠缺][号號]?)([^;)\]]*)",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(
    r"(?:[(\[;,]|^)\s*([^()\[\];,]*\d[^()\[\];,]*?)\s+"
    r"(?:tidak ada|hilang|missing|lacking|wanting|fehl(?:t|en)|ontbre(?:ekt|ken)|manquent?)\s*(?:[)\]]|(?=[;,]|$))",
    re.IGNORECASE,
)
_PIECES: Final = re.compile(r"[,;&+]|\bdan\b|\band\b|\bund\b|\ben\b|\bet\b|\bو(?=\s?\d)|\bи\b", re.IGNORECASE)
# Who lacks an issue has the year.
_ONLY_ISSUES: Final = re.compile(
    r"\b(?:no|nr|num|nomor|nomer|nummer|issue|iss|edisi|heft|h|pt|afl|aflevering|fasc|bil|bilangan)s?\b\.?\s*\d|\(\d"
    rf"|\d[:/]\d{{1,2}}(?!\d)|(?<![^\W\d_]){MONTH}",
    re.IGNORECASE,
)


_ISSUE_OF_YEAR: Final = re.compile(r"(?:\d{1,3}\.)?\d{4}, ?\d(?:-\d{1,2})?(?!\d)")


def without_gaps(text: str) -> str:
    """A run's words without those on what is missing."""
    return _BEFORE.sub("", _AFTER.sub("", text))


def gaps_in(text: str) -> tuple[str, ...]:
    """What a run's words say is missing, as far as it is whole years or volumes."""
    said = [each[1] for each in _AFTER.finditer(text)]
    said += [each[1] or each[2] or "" for each in _BEFORE.finditer(_AFTER.sub("", text))]
    whole = (_ISSUE_OF_YEAR.sub("", each) for each in said)
    kept = (", ".join(piece for piece in _PIECES.split(each) if not _ONLY_ISSUES.search(piece)) for each in whole)
    return tuple(each for each in kept if any(map(str.isdigit, each)))

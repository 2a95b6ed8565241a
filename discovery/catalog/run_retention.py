"""What a serial's run says of issues that are thrown away: "1990- (latest 5 years only)", "2000-, disimpan 2 tahun".

Such a library receives the serial since that year, and hasn't got it from then on. Which years it has depends on the
day somebody asks, so that no years are read. MARC 21 has codes for it (008/12 of holdings:
https://www.loc.gov/marc/holdings/hd008.html), text holdings say it in words.
"""

import re
from typing import Final

_NUMBER: Final = (
    r"(?:\d{1,2}|one|two|three|four|five|six|ten|twelve|satu|dua|tiga|empat|lima|sepuluh|een|één|twee|drie|vier|vijf|tien"
    r"|un|deux|trois|quatre|cinq|dix|zwei|drei|fünf|zehn)"
)
_UNIT: Final = (
    r"(?:years?|yrs?|months?|weeks?|volumes?|vols?|issues?|numbers?|editions?|tahun|bulan|minggu|nomor|edisi|terbitan"
    r"|jaren|jaar|jaargang(?:en)?|maanden|maand|weken|nummers?|an(?:née)?s?|mois|semaines|numéros?"
    r"|jahre?n?|jahrg[aä]ng(?:en?|s)?|monaten?|wochen|hefte?)\b\.?"
)
_LATEST: Final = (
    r"(?:latest|last|current|most recent|past|rolling|laatste|recentste|lopende|letzte[nrs]?|laufende[nrs]?"
    r"|aktuelle[nrs]?|derni[eè]re?s?)"
)
_ONLY: Final = r"(?:only|alleen|enkel|slechts|nur|seulement|uniquement)"
_KEPT: Final = r"(?:retain(?:s|ed)?|keeps?|kept|conserv(?:ation|ée?s?|e)|bewaart|bewaartermijn|aufbewahrt|disimpan)"
_PHRASE: Final = re.compile(
    r"(?<!\w)(?:"
    rf"(?:{_ONLY}\s+)?(?:the\s+|de\s+|het\s+|die\s+|les\s+)?{_LATEST}\s+{_NUMBER}\s+{_UNIT}"
    rf"|{_ONLY}\s+(?:the\s+|de\s+|het\s+|die\s+|der\s+|la\s+)?{_LATEST}\s+{_UNIT}"
    rf"|{_LATEST}\s+{_UNIT}\s+{_ONLY}"
    rf"|(?:les\s+)?{_NUMBER}\s+(?:latest|derni[eè]re?s?|laatste|letzten?)\s+{_UNIT}"
    rf"|année en cours\s+{_ONLY}"
    rf"|{_KEPT}(?:\s+(?:for|selama|hanya|pendant|only|the|{_LATEST}))*\s?:?\s+{_NUMBER}\s+{_UNIT}"
    rf"|{_NUMBER}\s+{_UNIT}\s+(?:retained|kept|bewaard|aufbewahrt)"
    rf"|(?:hanya\s+)?{_NUMBER}\s+{_UNIT}\s+ter(?:akhir|baru)"
    rf"|hanya\s+{_UNIT}\s+(?:ter(?:akhir|baru)|berjalan)|{_UNIT}\s+(?:ter(?:akhir|baru)|berjalan)\s+saja"
    rf")(?:\s+(?:{_ONLY}|saja)(?!\w))?"
    # "Latest issue only in the reading room" says where it is, "last 2 issues missing" what isn't.
    r"(?!\s+(?:in|at|on|di|pada|op|im|auf|missing|lacking|hilang|ontbre|fehl|manqu))",
    re.IGNORECASE,
)


def without_retention(text: str) -> tuple[str, bool]:
    """A run's words without those on what is kept, and whether there are any: then no beginning tells what there is."""
    plain, found = _PHRASE.subn(" ", text)
    return plain, found > 0

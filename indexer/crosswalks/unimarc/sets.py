"""461 and 462 → the title of a set, where 200 names nothing but one of its volumes."""

import re
from typing import Final

from msgspec.structs import replace

from discovery.catalog.punctuation import trim_isbd
from discovery.catalog.record import Title
from indexer.crosswalks.marc.fields import MarcFields
from indexer.crosswalks.unimarc.linked import linked_entry
from indexer.crosswalks.unimarc.title import skipped, without_marks

_ANALYTIC: Final = "a"
# "Tome 1", "Vol. II", "Т. 3", "12": what a volume is called in the languages of UNIMARC's users.
_VOLUME: Final = re.compile(
    r"\W*(?:(?:tomes?|tomos?|tomus|t|volumes?|vol|v|band|bd|teil|tl|deel|dl|parts?|pt|partie|parte|livre|libro|jilid|jil|juz"
    r"|книга|кн|том|т|часть|ч|выпуск|вып|τόμος|τ|kniha|kn|svazek|sv|část|díl|część|cz|kötet|volumul|المجلد|مج|الجزء|ج)"
    r"\b\.?\s*(?:\d{1,4}|[ivxlc]{1,7})|\d{1,3})\W*",
    re.IGNORECASE,
)


def volume_of_set(title: Title, marc: MarcFields) -> Title:
    """`title` as a part of the set's, if it says nothing but which volume this is; else as it is.

    By the manual's technique of linked records (its chapter on 4-- fields) a volume without a name of its own has its
    designation in 200 $a, and 461 links up to the set. A subtitle is the volume's.
    """
    if marc.leader[7] == _ANALYTIC or not _VOLUME.fullmatch(title.main):
        return title
    for tag in ("461", "462"):
        for field in marc.get(tag):
            name = trim_isbd(linked_entry(field.raw).title)
            if any(map(str.isalpha, name)) and not _VOLUME.fullmatch(name):
                texts = [value for code, value in field.raw if code in "at"]
                stated = next((text for text in texts if name.startswith(trim_isbd(without_marks(text)) or "\0")), "")
                return replace(
                    title,
                    main=name,
                    parts=(title.main, *title.parts),
                    nonfiling=min(skipped(stated), len(name) - 1),
                    leading=title.leading + 1 if title.subtitle else 0,
                )
    return title

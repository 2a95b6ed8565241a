"""Cells that say "the same as above", in words or by a mark, and what stands there."""

import re
from collections.abc import Mapping

_MARK = r"(?:[\"\u201c\u201d\u201e\u3003]|''|\u2018\u2018|\u2019\u2019|,,|//)"
_WORD = r"(?:idem|s\.?d\.?a|ditto|ibid)\.?"
_DITTO = re.compile(rf"[-–\s]*{_MARK}[-–\s]*|{_WORD}", re.IGNORECASE)
_LONGEST = 8
# "idem jilid 2": the title above, of another volume, class or edition.
_KIND = r"(?:jilid|jil|jld|juz|vol(?:ume)?|bagian|bag|buku|bd|band|deel|part|kelas|kls|semester|smt|edisi|seri)\b\.?"
_NUMBER = r"\s*(?:ke[- ]*)?(?:\d{1,3}|[IVX]{1,5})[A-Z]?"
_DITTO_OF = re.compile(
    rf"(?:[-–\s]*{_MARK}[-–\s]*|{_WORD}\s+)(?P<rest>(?P<kind>{_KIND}){_NUMBER})\W*",
    re.IGNORECASE,
)
_OF_KIND = re.compile(rf"\W*\b(?P<kind>{_KIND}){_NUMBER}\W*$", re.IGNORECASE)
_LONGEST_OF = 30


class Dittos:
    """Spells out the rows of one table, one after another."""

    def __init__(self) -> None:
        self._above: Mapping[str, str] = {}
        self._spelt = 0

    def spelt_out(self, cells: dict[str, str], titles: frozenset[str]) -> dict[str, str]:
        """The row with what stands above in the place of what says so; `titles` names the columns of titles."""
        for name, cell in cells.items():
            if len(cell) > _LONGEST_OF or cell.isdigit() or name not in self._above:
                continue  # most cells
            if len(cell) <= _LONGEST and _DITTO.fullmatch(cell):
                cells = {**cells, name: self._above[name]}
                self._spelt += 1
            elif name in titles and (other := _DITTO_OF.fullmatch(cell)):
                cells = {**cells, name: _with_volume(self._above[name], other)}
                self._spelt += 1
        self._above = cells
        return cells

    def sentences(self) -> tuple[str, ...]:
        """What a technician is told of it."""
        if not self._spelt:
            return ()
        cells = "1 cell says" if self._spelt == 1 else f"{self._spelt:,} cells say"
        return (f"{cells} \"the same as above\" (idem, sda, ''), and took what stands there.",)


def _with_volume(above: str, other: re.Match[str]) -> str:
    """The title above with another volume in the place of its own: "Ensiklopedi Jilid 1" and "idem jilid 2"."""
    own = _OF_KIND.search(above)
    same = own is not None and own["kind"].casefold()[:1] == other["kind"].casefold()[:1]
    return f"{above[: own.start()] if own is not None and same else above.rstrip()} {other['rest']}"

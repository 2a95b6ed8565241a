"""How far two places are from each other, told without a map: by city, province and island."""

from dataclasses import dataclass
from typing import Literal

Nearness = Literal["city", "province", "island", "far", "unknown"]
# Nearest first.
ORDER: tuple[Nearness, ...] = ("city", "province", "island", "far", "unknown")

# Indonesia's provinces by the islands that a bus or a short ferry joins, under both languages' names, without the words
# that `_plain` leaves out: https://sig.bps.go.id (codes 11-97).
_ISLANDS = (
    ("aceh", "sumatera utara", "sumatera barat", "riau", "kepulauan riau", "jambi", "sumatera selatan", "bengkulu",
     "lampung", "kepulauan bangka belitung", "bangka belitung", "north sumatra", "west sumatra", "south sumatra",
     "riau islands", "bangka belitung islands"),
    ("jakarta", "banten", "jawa barat", "jawa tengah", "yogyakarta", "jawa timur", "west java", "central java",
     "east java"),
    ("bali", "nusa tenggara barat", "nusa tenggara timur", "west nusa tenggara", "east nusa tenggara"),
    ("kalimantan barat", "kalimantan tengah", "kalimantan selatan", "kalimantan timur", "kalimantan utara",
     "west kalimantan", "central kalimantan", "south kalimantan", "east kalimantan", "north kalimantan"),
    ("sulawesi utara", "gorontalo", "sulawesi tengah", "sulawesi barat", "sulawesi selatan", "sulawesi tenggara",
     "north sulawesi", "central sulawesi", "west sulawesi", "south sulawesi", "southeast sulawesi"),
    ("maluku", "maluku utara", "north maluku"),
    ("papua", "papua barat", "papua barat daya", "papua selatan", "papua tengah", "papua pegunungan", "west papua",
     "southwest papua", "south papua", "central papua", "highland papua"),
)  # fmt: skip
_ISLAND_OF = {province: island for island, provinces in enumerate(_ISLANDS) for province in provinces}
_TITLES = ("provinsi ", "daerah istimewa ", "daerah khusus ibukota ", "daerah khusus ", "d.i. ", "di ", "dki ", "dkj ")
_CITY_TITLES = ("kota ", "kabupaten ", "kab. ")


@dataclass(frozen=True, slots=True)
class Place:
    """A city in a province; either may be "" where it isn't known."""

    city: str = ""
    province: str = ""


def nearness(one: Place, other: Place) -> Nearness:
    """The smallest area that holds both. Provinces that are on no list of ours are far from all but themselves."""
    if not (one.city or one.province) or not (other.city or other.province):
        return "unknown"
    first, second = _plain(one.province, _TITLES), _plain(other.province, _TITLES)
    if one.city and _plain(one.city, _CITY_TITLES) == _plain(other.city, _CITY_TITLES):
        return "city"
    if not first or not second:
        return "far"
    if first == second:
        return "province"
    island = _ISLAND_OF.get(first)
    return "island" if island is not None and island == _ISLAND_OF.get(second) else "far"


def _plain(name: str, titles: tuple[str, ...]) -> str:
    plain = " ".join(name.casefold().split())
    for title in titles:
        plain = plain.removeprefix(title)
    return plain

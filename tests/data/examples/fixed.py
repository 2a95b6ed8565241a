"""The coded parts of a record: leader, 007 and 008 (https://www.loc.gov/marc/bibliographic/bd008.html)."""

import re

from tests.data.examples.facts import Work

LEADER_TYPE = {"book": "am", "thesis": "am", "online": "am", "serial": "as", "map": "em", "score": "cm",
               "audio": "jm", "video": "gm"}  # fmt: skip
COUNTRY = {
    "Leiden": "ne", "Leyden": "ne", "Amsterdam": "ne", "'s-Gravenhage": "ne", "The Hague": "ne", "Haarlem": "ne",
    "Groningen": "ne", "Dordrecht": "ne", "Nijmegen": "ne", "Breda": "ne", "London": "enk", "Oxford": "enk",
    "Cambridge": "enk", "Basingstoke": "enk", "Harmondsworth": "enk", "Guildford": "enk", "Edinburgh": "stk",
    "New York": "nyu", "Ithaca": "nyu", "Albany": "nyu", "Chicago": "ilu", "Urbana": "ilu", "Berkeley": "cau",
    "Stanford": "cau", "San Francisco": "cau", "San Diego": "cau", "Princeton": "nju", "Englewood Cliffs": "nju",
    "Upper Saddle River": "nju", "New Haven": "ctu", "Norwalk": "ctu", "Middletown": "ctu", "Boston": "mau",
    "Cambridge, Mass.": "mau", "Reading, Mass.": "mau", "Amherst": "mau", "Madison": "wiu", "Honolulu": "hiu",
    "Washington": "dcu", "Dublin, Ohio": "ohu", "Ann Arbor": "miu", "Mason": "ohu", "Indianapolis": "inu",
    "Montreal": "quc", "Singapore": "si", "Kuala Lumpur": "my", "Petaling Jaya": "my", "Hong Kong": "cc",
    "Bayrūt": "le", "al-Qāhirah": "ua", "Tōkyō": "ja", "Kyōto": "ja", "Beijing": "cc", "Guangzhou": "cc",
    "Xiamen": "cc", "Paris": "fr", "Berlin": "gw", "Leipzig": "gw", "Tübingen": "gw", "Hamburg": "gw",
    "München": "gw", "Rome": "it", "Roma": "it", "Oslo": "no", "Copenhagen": "dk", "Buenos Aires": "ag",
    "Melbourne": "vra", "Carlton": "vra", "Ringwood": "vra", "Canberra": "aca", "St. Lucia": "qea", "[S.l.]": "xx",
}  # fmt: skip
JAKARTA = {"Jakarta", "Djakarta", "Batavia", "Weltevreden"}
CARRIER_007 = {"audio": ("sd", 14), "video": ("vd", 9), "map": ("aj", 8), "online": ("cr", 14)}
LITERARY_FORM = {"fiksi": "1", "cerpen": "j", "puisi": "p", "drama": "d"}
ENTERED = "240117"


def leader(work: Work, marc8: bool) -> str:
    """Record status, type and level; position 9 tells the character coding."""
    return f"00000n{LEADER_TYPE[work.type]} {' ' if marc8 else 'a'}2200000 a 4500"


def field_007(work: Work) -> str:
    """What the carrier is, or nothing for paper. Positions nobody coded are fill characters."""
    code, length = CARRIER_007.get(work.type, ("", 0))
    if "atlas" in work.subjects:
        code = "ad"
    if "gulungan film" in work.one("ext"):
        code, length = "mr", 23
    return code.ljust(length, "|")


def year(work: Work) -> str:
    """The first year of the publication, or nothing: "1985" of "1405 H [1985]"."""
    match = re.search(r"\[(\d{4})\]", work.date) or re.search(r"(?<!\d)(\d{4})(?!\d)", work.date)
    return match[1] if match else ""


def field_008(work: Work, indomarc: bool) -> str:
    """Date, place, language and the codes that the kind of material has. INDOMARC has codes for provinces."""
    material = {"serial": _serial, "map": _map, "score": _music, "audio": _music, "video": _video}.get(work.type, _book)
    country = "jki" if indomarc and work.place in JAKARTA else COUNTRY.get(work.place, "io").ljust(3)
    return f"{ENTERED}{_dates(work)}{country}{material(work)}{work.languages[0]} d"


def _dates(work: Work) -> str:
    decade = re.fullmatch(r"\[(\d{3})-\?\]", work.date)
    span = re.fullmatch(r"(\d{4})-(\d{4})?", work.date)
    if decade:
        return f"q{decade[1]}0{decade[1]}9"
    if span and work.type == "serial":
        return f"d{span[1]}{span[2]}" if span[2] else f"c{span[1]}9999"
    if span:
        return f"m{span[1]}{span[2] or '9999'}"
    if work.one("first"):
        return f"r{year(work)}{work.one('first')}"
    return f"s{year(work)}    "


def _book(work: Work) -> str:
    audience = "j" if {"anak", "remaja"} & set(work.subjects) else " "
    form = "o" if work.type == "online" else " "
    contents = "m" if work.type == "thesis" else "d" if "kamus" in " ".join(work.subjects) else " "
    literary = LITERARY_FORM.get(work.subjects[0].split("-")[0], "0")
    biography = "b" if "biografi" in work.subjects else " "
    return f"    {audience}{form}{contents}    000 {literary}{biography}"


def _serial(work: Work) -> str:
    return f"{work.one('freq') or '|'}r p       0    0"


def _map(work: Work) -> str:
    return f"       {'e' if 'atlas' in work.subjects else 'a'}     0   "


def _music(work: Work) -> str:
    return f"uu{'a' if work.type == 'score' else 'n'}              "


def _video(work: Work) -> str:
    minutes = re.search(r"\((\d+) menit\)", work.one("ext"))
    return f"{minutes[1].zfill(3) if minutes else '---'}{'vl':>14}"

"""Title, responsibility, imprint, physical description and notes, as one house writes them."""

import re
from collections.abc import Iterator

from pymarc import Field

from tests.data.examples import authority
from tests.data.examples.facts import Work
from tests.data.examples.fields import make, split
from tests.data.examples.houses import House

PHRASES = {
    "ind": {"trl": "diterjemahkan oleh ", "ed": "penyunting, ", "drt": "sutradara, ", "aus": "skenario, "},
    "eng": {"trl": "translated by ", "ed": "edited by ", "drt": "directed by ", "rcd": "recorded by "},
    "dut": {"trl": "vertaald door ", "ed": "onder redactie van "},
}
MEDIUM = {
    "id": {"online": "[sumber elektronik]", "map": "[bahan kartografi]", "score": "[musik]",
           "audio": "[rekaman suara]", "video": "[rekaman video]"},
    "en": {"online": "[electronic resource]", "map": "[cartographic material]", "score": "[music]",
           "audio": "[sound recording]", "video": "[videorecording]"},
}  # fmt: skip
RDA_TERMS = {
    "book": ("teks", "txt", "tanpa perantara", "n", "volume", "nc"),
    "online": ("teks", "txt", "komputer", "c", "sumber daring", "cr"),
    "map": ("citra kartografis", "cri", "tanpa perantara", "n", "lembaran", "nb"),
    "score": ("musik notasi", "ntm", "tanpa perantara", "n", "volume", "nc"),
    "audio": ("musik pertunjukan", "prm", "audio", "s", "cakram audio", "sd"),
    "video": ("citra bergerak dua dimensi", "tdi", "video", "v", "cakram video", "vd"),
}
LANGUAGE_NAME = {"ind": "Indonesia", "eng": "Inggris", "dut": "Belanda", "ara": "Arab", "jpn": "Jepang",
                 "jav": "Jawa", "kaw": "Jawa Kuno", "may": "Melayu"}  # fmt: skip


def spelled(text: str, house: House) -> str:
    """The text with or without a transcription table's marks, as the house writes."""
    return text if house.full_transcription else authority.plain(text)


def title_field(work: Work, house: House, original: str = "") -> Field:
    """245, or its partner in the original script when `original` gives that title."""
    title, *parts = re.split(r" (?=\$[np] )", original or spelled(work.title, house))
    proper, mark, other = re.split(r" ([:=]) ", f"{title} : ", maxsplit=1)
    other = other.removesuffix(" : ")
    medium = "" if house.rda else MEDIUM[house.medium].get(work.type, "")
    subfields = [
        ("a", proper),
        *((part[1], part[3:]) for part in parts if not other),
        ("h", medium),
        ("b", other),
        *((part[1], part[3:]) for part in parts if other),
        ("c", "" if original else responsibility(work, house)),
    ]
    kept = [(code, text) for code, text in subfields if text]
    skip = 0 if original else work.nonfiling
    return make("245", f"{1 if has_main_entry(work) else 0}{skip}", *_punctuated(kept, mark, house))


def _punctuated(subfields: list[tuple[str, str]], mark: str, house: House) -> list[tuple[str, str]]:
    """ISBD writes the mark of the next subfield at the end of this one; other houses write none."""
    if not house.isbd:
        return [(code, text.rstrip(" ,.") if code != "c" else text) for code, text in subfields]
    following = [code for code, _ in subfields[1:]] + [""]
    ends = {"b": f" {mark}", "c": " /"}
    return [
        (code, text + (ends.get(after, "") or ("." if not after and not text.endswith((".", "!", "?")) else "")))
        for (code, text), after in zip(subfields, following, strict=True)
    ]


def has_main_entry(work: Work) -> bool:
    """Whether a creator heads the record: an editor or translator does not, nor does the body behind a serial."""
    return bool(work.agents) and work.agents[0].role == "aut" and work.type != "serial"


def responsibility(work: Work, house: House) -> str:
    """245 $c: names as they are signed, authors by commas, others after a semicolon and a phrase."""
    if work.type == "serial":
        return ""
    phrases = PHRASES.get(work.languages[0], {})
    signed: dict[str, list[str]] = {"aut": []}
    for agent in work.agents:
        name = spelled(authority.signed(agent.heading, work.family_name_first), house)
        signed.setdefault(agent.role, []).append(name)
    return " ; ".join(phrases.get(role, "") + ", ".join(names) for role, names in signed.items() if names)


def imprint(work: Work, house: House, publisher: str = "") -> Field:
    """264 or 260. `publisher` is the name in the original script, for the 880."""
    place, name = ("", publisher) if publisher else (spelled(work.place, house), spelled(work.publisher, house))
    date = work.date
    if house.copyright_dates and date.isdigit() and int(date) > 1976:
        date = f"c{date}"
    ends = (" :", ",", "" if date.endswith(("-", "]", ".")) else ".") if house.isbd and not publisher else ("", "", "")
    if not name and house.isbd:
        ends = (",", "", ends[2])
    tag, indicators = ("264", " 1") if house.rda else ("260", "  ")
    place, name = place and place + ends[0], name and name + ends[1]
    return make(tag, indicators, ("a", place), ("b", name), ("c", date + ends[2]))


def physical(work: Work, house: House) -> Iterator[Field]:
    """300, the three RDA fields, and a map's scale."""
    extent, _, size = work.one("ext").partition(" ; ")
    if extent:
        yield make("300", "  ", ("a", f"{extent} ;" if size and house.isbd else extent), ("c", size))
    if house.rda:
        terms = RDA_TERMS.get(work.type, RDA_TERMS["book"])
        for tag, at, source in (("336", 0, "rdacontent"), ("337", 2, "rdamedia"), ("338", 4, "rdacarrier")):
            yield make(tag, "  ", ("a", terms[at]), ("b", terms[at + 1]), ("2", source))
    scale, number = work.pair("scale")
    if scale:
        yield make("034", "1 ", ("a", "a"), ("b", number))
        yield make("255", "  ", ("a", scale))


def notes(work: Work, house: House) -> Iterator[Field]:
    """Series, notes, thesis, contents, summary."""
    for series in work.all("series"):
        name, _, volume = series.partition(" ; ")
        mark = " ;" if volume and house.isbd else ""
        yield make("490", "1 " if house.traced_series else "0 ", ("a", name + mark), ("v", volume))
        if house.traced_series:
            yield make("830", " 0", ("a", name + mark), ("v", volume))
    for note in work.all("note"):
        yield make("500", "  ", ("a", note))
    if work.one("orig") and not house.links:
        yield make("500", "  ", ("a", f"Judul asli: {spelled(work.one('orig'), house)}."))
    if work.one("dis"):
        degree, school, granted = (part.strip() for part in work.one("dis").split("|"))
        if house.rda:
            yield make("502", "  ", ("a", degree), ("c", school), ("d", granted))
        else:
            yield make("502", "  ", ("a", f"{degree}--{school}, {granted}."))
    for contents in work.all("toc"):
        yield make("505", "0 ", ("a", contents + "."))
    for summary in work.all("abs"):
        yield make("520", "  ", ("a", summary))


def other_titles(work: Work, house: House) -> Iterator[Field]:
    """Uniform title of a translation, variant titles, and the titles before and after."""
    original = work.one("orig")
    if original and house.links:
        language = LANGUAGE_NAME.get(work.languages[0], "")
        yield make("240", "10", ("a", spelled(original, house) + "."), ("l", language))
        yield make("765", "0 ", ("t", original))
    for variant in work.all("var"):
        yield make("246", "3 ", *split(spelled(variant, house)))
    for tag, fact in (("780", "prev"), ("785", "next")):
        for title in work.all(fact):
            yield make(tag, "00", ("t", title))

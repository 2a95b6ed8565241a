"""Numbers, names, subjects and classes: everything a reader may look a record up by."""

from collections.abc import Iterator

from pymarc import Field
from stdnum import isbn

from tests.data.examples import authority
from tests.data.examples.description import has_main_entry, spelled
from tests.data.examples.facts import Agent, Work
from tests.data.examples.fields import make, split
from tests.data.examples.fixed import year
from tests.data.examples.houses import House

TERMS = {"aut": "pengarang", "trl": "penerjemah", "ed": "penyunting", "drt": "sutradara", "aus": "penulis skenario",
         "rcd": "perekam"}  # fmt: skip
CODES = {"ed": "edt"}
OF_INDONESIA = {"ind", "jav", "sun", "min", "ban", "may", "ace", "btk", "bug", "kaw"}


def identifiers(work: Work, house: House) -> Iterator[Field]:
    """020, 022, 028 and 041."""
    for given in work.all("isbn"):
        yield make("020", "  ", ("a", _isbn(given, work, house)))
    for issn in work.all("issn"):
        yield make("022", "  ", ("a", issn))
    label, issue = work.pair("label")
    if label:
        yield make("028", "02", ("a", issue), ("b", label))
    if work.translated_from:
        yield make("041", "1 ", *(("a", code) for code in work.languages), ("h", work.translated_from))
    elif len(work.languages) > 1:
        yield make("041", "0 ", *(("a", code) for code in work.languages))


def _isbn(given: str, work: Work, house: House) -> str:
    """The one number in the form of the house: ten digits were the rule until 2007."""
    if house.isbn == "hyphenated":
        return str(isbn.format(isbn.to_isbn13(given)))
    if house.isbn == "10" and int(year(work)) < 2007 and not isbn.to_isbn13(given).startswith("979"):
        return str(isbn.to_isbn10(given))
    return str(isbn.to_isbn13(given))


def classes(work: Work, house: House, call_number: str) -> Iterator[Field]:
    """050, 080, 082, and INDOMARC's 084 for the call number."""
    if work.one("lcc") and house.vocabularies[0] == "en":
        number, _, item = work.one("lcc").rpartition(" ")
        yield make("050", " 4", ("a", number), ("b", item))
    if work.one("udc") and house.isbn == "hyphenated":
        yield make("080", "  ", ("a", work.one("udc")))
    yield make("082", "04", ("a", work.classification), ("2", "23"))
    if house.local_call_number:
        yield make("084", "  ", ("a", f"{work.classification} {call_number}"))


def names(work: Work, house: House) -> Iterator[Field]:
    """The main entry, then everyone else."""
    for position, agent in enumerate(work.agents):
        tag = "100" if position == 0 and has_main_entry(work) else "700"
        yield name_field(tag, agent, work, house)


def name_field(tag: str, agent: Agent, work: Work, house: House) -> Field:
    """One name: a body, or a person inverted or as signed."""
    relator = _relator(agent, work, house)
    if agent.is_corporate:
        kind = "1" if agent.heading.startswith("@Indonesia$") else "2"  # a country's office, or a body by its own name
        return make(f"{tag[0]}10", f"{kind} ", *split(agent.heading[1:]), *relator)
    heading = spelled(agent.heading, house)
    if agent.as_written:
        heading, dates = authority.parts(heading)
    elif house.names == "direct" and work.languages[0] in OF_INDONESIA and not work.translated_from:
        heading, dates = spelled(authority.signed(agent.heading, False), house), ""
    else:
        given = authority.old_spelling(agent.heading) if house.old_spelling else agent.heading
        heading, dates = authority.parts(spelled(given, house))
    name, _, fuller = heading.partition(" (")
    dates = dates if house.life_dates else ""
    end = "," if house.isbd and (dates or (house.relators == "term" and relator)) else ""
    subfields = [("a", name + ("" if fuller else end)), ("q", f"({fuller}{end}" if fuller else "")]
    return make(tag, "1 " if "," in name or "،" in name else "0 ", *subfields, ("d", dates), *relator)


def _relator(agent: Agent, work: Work, house: House) -> list[tuple[str, str]]:
    role = "ed" if agent.role == "aut" and work.type == "serial" and not agent.is_corporate else agent.role
    if house.relators == "term" and work.type != "serial":
        return [("e", TERMS[role])]
    if house.relators == "code" and work.type != "serial":
        return [("4", CODES.get(role, role))]
    return []


def subjects(work: Work, house: House) -> Iterator[Field]:
    """6XX in each vocabulary of the house; parallel headings stand side by side."""
    vocabularies = house.vocabularies
    if house.dutch_headings and work.languages[0] == "dut":
        vocabularies = (*vocabularies, "nl")
    for key in work.subjects:
        subject = authority.subjects()[key]
        seen: set[str] = set()
        for vocabulary in vocabularies:
            heading = subject.heading(vocabulary)
            if heading not in seen:
                seen.add(heading)
                yield _subject_field(subject.tag, heading, vocabulary)


def _subject_field(tag: str, heading: str, vocabulary: str) -> Field:
    if tag == "655":
        return make("655", " 7" if vocabulary == "en" else " 4", ("a", heading), ("2", "lcgft" * (vocabulary == "en")))
    second = "0" if vocabulary == "en" else "4"
    if tag != "600":
        first = {"610": "2", "630": "0"}.get(tag, " ")
        return make(tag, first + second, *split(heading))
    person, *subdivisions = split(heading)
    name, dates = authority.parts(person[1])
    return make("600", f"1{second}", ("a", f"{name}," if dates else name), ("d", dates), *subdivisions)

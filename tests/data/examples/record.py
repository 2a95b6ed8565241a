"""One house's record of one work, with the original script beside the romanisation (880)."""

from pymarc import Field, Record, Subfield

from tests.data.examples import access, description, fixed, holdings
from tests.data.examples.facts import Agent, Work
from tests.data.examples.fields import make, number
from tests.data.examples.houses import House

SCRIPT = {"jpn": "$1", "chi": "$1"}
ARABIC = "(3/r"  # Arabic letters, read from right to left; Jawi is written with them too


def control_number(work: Work, house: House) -> str:
    """The source id: the house's sign and the work's number."""
    return f"{house.code[3:]}{number(work.key):010d}"


def build_record(work: Work, house: House) -> Record:
    """The record as the house would have made it; fields in the order of their tags."""
    seen = work.seen_by(house.letter)
    # With to_unicode pymarc would write UTF-8 whatever the leader says.
    record = Record(to_unicode=not house.marc8, leader=fixed.leader(seen, house.marc8))
    record.add_field(Field(tag="001", data=control_number(work, house)))
    if fixed.field_007(seen):
        record.add_field(Field(tag="007", data=fixed.field_007(seen)))
    record.add_field(Field(tag="008", data=fixed.field_008(seen, house.local_call_number)))
    fields = _fields(seen, house)
    record.add_field(*sorted(fields, key=lambda field: field.tag), *_original_script(seen, house, fields))
    return record


def _fields(work: Work, house: House) -> list[Field]:
    title, names = description.title_field(work, house), list(access.names(work, house))
    fields = [make("040", "  ", ("a", house.agency), ("b", "ind")), *access.identifiers(work, house)]
    fields += [*access.classes(work, house, holdings.call_number(work)), *names]
    fields += [title, *description.other_titles(work, house)]
    if work.one("ed"):
        fields.append(make("250", "  ", ("a", work.one("ed").rstrip(".") + ("." if house.isbd else ""))))
    fields += [description.imprint(work, house), *description.physical(work, house), *description.notes(work, house)]
    return [*fields, *access.subjects(work, house), *holdings.holdings(work, house)]


def _original_script(work: Work, house: House, fields: list[Field]) -> list[Field]:
    """880s for title, first name and publisher, tied to their fields by $6."""
    if not work.one("vern"):
        return []
    title, name, publisher = (part.strip() for part in work.one("vern").split("|"))
    script = SCRIPT.get(work.languages[0], ARABIC)
    originals = [description.title_field(work, house, original=title)]
    if name:
        agent = Agent("@" + name if work.agents[0].is_corporate else name, work.agents[0].role, as_written=True)
        tag = "100" if description.has_main_entry(work) else "700"
        originals.insert(0, access.name_field(tag, agent, work, house))
    if publisher:
        originals.append(description.imprint(work, house, publisher))
    for position, original in enumerate(originals, start=1):
        partner = next(field for field in fields if field.tag == original.tag)
        partner.subfields.insert(0, Subfield("6", f"880-{position:02d}"))
        original.subfields.insert(0, Subfield("6", f"{original.tag}-{position:02d}/{script}"))
        original.tag = "880"
    return originals

"""A name that stands in one piece → a contributor."""

import re

from discovery.catalog.contributor import Contributor, ContributorKind
from discovery.catalog.names import direct_name, is_only_titles, without_dates, without_email
from discovery.catalog.punctuation import trim_brackets, trim_isbd
from discovery.catalog.roles import role_codes
from discovery.catalog.titled_names import without_titles

_ROLE = re.compile(r"[\s,]*[(\[]([^()\[\]]{2,40})[)\]]\s*$")
_ROLE_BEFORE = re.compile(r"^((?:[KkCc]o-)?[^\W\d]{3,}(?: [^\W\d]{3,})?(?: (?:I{1,3}|\d))?)\s*:\s+(?=\w)")
# Of several supervisors each has a number: "Pembimbing II".
_NUMBER_OF_ROLE = re.compile(r"\s+(?:I{1,3}|\d)$")
# A student's or an employee's number is nobody's name, and no reader's business: "NIM. 1501070010, Ahmad Fauzi".
_NUMBER = re.compile(
    r"(?<![\s,;(\[/-])[\s,;(\[/-]*(?:\b(?:NIM|NPM|NRP|NIS|NIP|NIDN|NIK)\b[\s.:]*[A-Z]{0,3}\d[\dA-Z./-]{3,}|(?<![\w-])\d{8,}(?![\w-]))[)\]]?[\s,;-]*",
    re.IGNORECASE,
)
# What people with one name write into the second of two fields that must be filled: "Suharto, -".
_NO_NAME = re.compile(r"[\s.,*_–-]*")
# What is longer names nobody, and would take long to be looked through.
LONGEST = 2000
ORGANISATION = re.compile(
    r"\b(?:universit\w*|institut\w*|fakultas|faculty|departe?ment?\w*|kementerian|ministry|badan|dinas|yayasan|lembaga"
    r"|perpustakaan|library|perusahaan|pemerintah|republik|komisi|committee|panitia|dewan|council|association|asosiasi"
    r"|society|company|corporation|bank|balai|direktorat|pusat|center|centre|sekolah|program studi|jurusan"
    r"|tim (?:penyusun|penulis|peneliti|redaksi|dosen|pengembang))\b",
    re.IGNORECASE,
)


def contributor(
    text: str, roles: tuple[str, ...] = (), *, primary: bool = False, kind: ContributorKind | None = None
) -> Contributor | None:
    """The person or body that `text` names, or None when it names nobody.

    "Toer, Pramoedya Ananta, 1925-2006 (penulis)": years, a role in brackets or before a colon and a student's number
    are no part of the name, nor are titles and degrees; a comma says that the surname stands first, unless it only sets
    off letters that may be a degree. A word that bodies have in their names makes it one. Who has one name has it once
    where a system asked for two.
    """
    if len(text) > LONGEST:
        return None
    name = without_email(text)
    if any(map(str.isdigit, name)):
        name = _NUMBER.sub(" ", name).strip()
    leading = _ROLE_BEFORE.match(name)
    if leading and (found := role_codes(_NUMBER_OF_ROLE.sub("", leading[1]))):
        roles, name = tuple(dict.fromkeys((*roles, *found))), name[leading.end() :]
    said = _ROLE.search(name)
    if said and (found := role_codes(_NUMBER_OF_ROLE.sub("", said[1]))):
        roles, name = tuple(dict.fromkeys((*roles, *found))), name[: said.start()]
    name = of_one_name(trim_isbd(without_dates(trim_brackets(trim_isbd(name)))))
    if not any(map(str.isalpha, name)) or is_only_titles(name):
        return None
    kind = kind or ("organisation" if _is_body(name) else "person")
    if kind != "person":
        return Contributor(name, name, kind, roles, primary)
    name = without_titles(name)
    return Contributor(name, direct_name(name), kind, roles, primary)


def _is_body(name: str) -> bool:
    """Whether it has a word of bodies: before a comma beside others, since "Bank, Aaron" is a person."""
    first, comma, _ = name.partition(",")
    return ORGANISATION.search(first) is not None and (not comma or " " in first)


def of_one_name(name: str) -> str:
    """`name`, of which one half of two says nothing, or what the other says, as the one name that it is."""
    family, comma, given = (part.strip() for part in name.partition(","))
    if not comma or family.casefold() == given.casefold() or _NO_NAME.fullmatch(given):
        return family
    return given if _NO_NAME.fullmatch(family) else name


def united(found: list[Contributor | None]) -> tuple[Contributor, ...]:
    """Each name once, with all its roles."""
    by_name: dict[str, Contributor] = {}
    for each in found:
        if each is None:
            continue
        known = by_name.get(each.name)
        if known is None:
            by_name[each.name] = each
        elif not set(each.roles) <= set(known.roles):
            roles = tuple(dict.fromkeys((*known.roles, *each.roles)))
            by_name[each.name] = Contributor(
                known.name, known.direct, known.kind, roles, known.primary, known.dates, known.original, known.work
            )
    return tuple(by_name.values())

"""What librarians decided about pairs of records, from matching.toml; it stands whatever the comparison says.

    [[always]]                                # these two are one edition
    records = ["id-amn/000123", "id-ui/77"]   # partner/source id, or the 13 characters of a record's id
    why = "the second is a photocopy"         # for whoever asks why these are one; may be left out
    [[never]]                                 # these two are not
    records = ["…", "…"]

Records are named by ids that outlast every harvest, so a decision does too, even while a partner's record is away.
Decisions are taken together: of three records, what is the same as the second is apart from what the second is apart
from.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path
from typing import NamedTuple

from discovery.catalog.ids import is_record_id, record_id
from discovery.catalog.names import without_email
from discovery.errors import SettingsError

FILE = "matching.toml"
_KINDS = {"always": True, "never": False}

IdPair = tuple[str, str]


class Ruling(NamedTuple):
    """What is decided of a pair, and the reasons that were given for that very pair."""

    same: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """Two records, as they are named and by their ids, that are always or never one; `why` is the librarian's."""

    line: int
    same: bool
    names: tuple[str, str]
    ids: IdPair
    why: str = ""

    def by_name(self) -> tuple[tuple[str, str], ...]:
        """Each record's name with its id."""
        return tuple((each, named_id(each)) for each in self.names)


@dataclass(frozen=True, slots=True)
class Decisions:
    """All of them, in the order of the file."""

    given: tuple[Decision, ...] = ()

    def pairs(self) -> dict[IdPair, bool]:
        """Every pair of ids, the smaller first, that is decided directly or by way of others, and whether it is one."""
        together = self.together()
        decided = {id_pair(*pair): True for ids in together.values() for pair in combinations(ids, 2)}
        for decision in self.given:
            if not decision.same:
                one, other = (together.get(each, (each,)) for each in decision.ids)
                decided.update(dict.fromkeys((id_pair(*pair) for pair in product(one, other)), False))
        return decided

    def rulings(self) -> dict[IdPair, Ruling]:
        """The same pairs, with the reasons that librarians gave; e-mail addresses in them are left out."""
        reasons: dict[IdPair, dict[str, None]] = {}
        for decision in self.given:
            if why := without_email(" ".join(decision.why.split())):
                reasons.setdefault(decision.ids, {})[why] = None
        return {pair: Ruling(same, "; ".join(reasons.get(pair, ()))) for pair, same in self.pairs().items()}

    def together(self) -> dict[str, tuple[str, ...]]:
        """The ids that are always one, by each of them."""
        sets: dict[str, set[str]] = {}
        for decision in self.given:
            if decision.same:
                joined = set().union(*(sets.get(each, {each}) for each in decision.ids))
                sets.update(dict.fromkeys(joined, joined))
        return {each: tuple(sorted(ids)) for each, ids in sets.items()}


NO_DECISIONS = Decisions()


def id_pair(one: str, other: str) -> IdPair:
    """Two ids in the order in which decisions keep them."""
    return (one, other) if one < other else (other, one)


def read_decisions(path: Path) -> Decisions:
    """The decisions in this file; none where there is no such file. Raises SettingsError with the line at fault."""
    try:
        saved = path.read_bytes()
    except FileNotFoundError:
        return NO_DECISIONS
    except OSError as error:
        raise SettingsError(f"{path.name} can't be read: {error}.") from error
    try:
        text = saved.decode("utf-8-sig").replace("\r\n", "\n")  # as Windows saves it
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path.name} is not valid TOML: {error}.") from error
    except UnicodeDecodeError as error:
        line = saved.count(b"\n", 0, error.start) + 1
        raise SettingsError(f"{path.name}, line {line}: a letter isn't in UTF-8; save the file as UTF-8.") from error
    unknown = sorted(content.keys() - _KINDS.keys())
    if unknown:
        line = _line_of(unknown[0], text)
        raise SettingsError(
            f"{path.name}, line {line}: {unknown[0]!r} is unknown; it may have [[always]] and [[never]]."
        )
    found = [each for kind in _KINDS for each in _decisions(path.name, text, kind, content)]
    decisions = Decisions(tuple(sorted(found, key=lambda each: each.line)))
    _check(path.name, decisions)
    return decisions


def _decisions(name: str, text: str, kind: str, content: Mapping[str, object]) -> Iterator[Decision]:
    entries = content.get(kind, [])
    lines = [number for number, line in enumerate(text.splitlines(), 1) if re.match(rf"\s*\[\[\s*{kind}\s*\]\]", line)]
    if not isinstance(entries, list) or len(entries) != len(lines):
        raise SettingsError(f'{name} has {kind} in another form than [[{kind}]] with records = ["…", "…"] below it.')
    for line, entry in zip(lines, entries, strict=True):
        if problem := _problem(entry):
            raise SettingsError(f"{name}, line {line}: [[{kind}]] {problem}.")
        one, other = entry["records"]
        ids = id_pair(named_id(one), named_id(other))
        if ids[0] == ids[1]:
            raise SettingsError(f"{name}, line {line}: [[{kind}]] names one record twice.")
        yield Decision(line, _KINDS[kind], (one, other), ids, str(entry.get("why", "")))


def _line_of(key: str, text: str) -> int:
    """The line where a key stands at the beginning, as a table or with a value."""
    named = re.compile(rf"""\s*\[*\s*["']?{re.escape(key)}["']?\s*[\]=.]""")
    return next((number for number, line in enumerate(text.splitlines(), 1) if named.match(line)), 1)


def _problem(entry: Mapping[str, object]) -> str:
    records = entry.get("records")
    if not isinstance(records, list) or len(records) != 2 or not all(isinstance(each, str) for each in records):
        return 'needs records = ["…", "…"], two records'
    extra = sorted(entry.keys() - {"records", "why"})
    if extra:
        return f"has {extra[0]!r}; it may have records and why"
    for each in records:
        if "/" not in each and not is_record_id(each):
            return f"names {each!r}, which is neither PARTNER/NUMBER nor the 13 characters of a record's id"
    return ""


def named_id(named: str) -> str:
    """The id of a record that is named PARTNER/NUMBER, or by its id."""
    partner, slash, source_id = named.partition("/")
    return record_id(partner, "bibliographic", source_id) if slash else named


def _check(name: str, decisions: Decisions) -> None:
    together = decisions.together()
    for decision in decisions.given:
        one, other = decision.ids
        if not decision.same and other in together.get(one, ()):
            lines = [str(each.line) for each in decisions.given if each.same and each.ids[0] in together[one]]
            raise SettingsError(
                f"{name}, line {decision.line}: [[never]] says that {' and '.join(decision.names)} are two, but they "
                f"are one by what [[always]] says in line {', '.join(lines)}."
            )

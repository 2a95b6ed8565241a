"""name → the people, organisations and meetings: https://www.loc.gov/standards/mods/userguide/name.html"""

from discovery.catalog.contributor import Contributor, ContributorKind
from discovery.catalog.names import direct_name, is_only_titles, without_dates, without_email
from discovery.catalog.punctuation import trim_isbd
from discovery.catalog.roles import role_code, role_codes
from discovery.catalog.titled_names import without_titles
from indexer.crosswalks.mods.scripts import in_scripts
from indexer.crosswalks.xml.elements import Element, attribute, children, descendants, text_of, texts
from indexer.crosswalks.xml.names import of_one_name, united

_AUTHORS = frozenset({"creator", "cre", "author", "aut", "primary author", "pengarang", "penulis"})
# SLiMS writes its own kinds of author into `type`: MODSoutput in its lib/detail.inc.php.
_KINDS: dict[str, ContributorKind] = {
    "corporate": "organisation",
    "organizational body": "organisation",
    "o": "organisation",
    "conference": "meeting",
    "c": "meeting",
}


def map_contributors(mods: Element) -> tuple[Contributor, ...]:
    """Each name once with all its roles; usage="primary", else the first creator or author, is the main entry.

    Where no name has a role the first is: DSpace's MODS has the authors, and nobody else, without one.

    A name in two scripts (altRepGroup) is one, romanised, with its original beside it.
    """
    names = [*children(mods, "name")]
    main = next((each for each in names if attribute(each, "usage") == "primary"), None)
    if main is None:
        main = next((each for each in names if _AUTHORS & set(_terms(each))), None)
    if main is None and names and not any(map(_terms, names)):
        main = names[0]
    return united([_contributor(name, original, primary=name is main) for name, original in in_scripts(names)])


def _contributor(name: Element, original: Element | None, *, primary: bool) -> Contributor | None:
    """One name: family and given parts, or the whole in one namePart; a date is no part of it."""
    kind = _KINDS.get(attribute(name, "type").casefold(), "person")
    heading = name_heading(name)
    if not any(map(str.isalpha, heading)):
        return None
    if kind == "person":
        heading = without_titles(heading)
    return Contributor(
        heading,
        direct_name(heading) if kind == "person" else heading,
        kind,
        _roles(name),
        primary,
        _part(name, "date"),
        name_heading(original) if original is not None else "",
    )


def name_heading(name: Element) -> str:
    """The name as it is filed: "family, given" with the terms that tell bearers apart, or the untyped parts; where
    there are no parts, as it is shown (displayForm).
    """
    family, given, terms = _part(name, "family"), _part(name, "given"), _part(name, "termsOfAddress")
    plain = [trim_isbd(text_of(part)) for part in children(name, "namePart") if not attribute(part, "type")]
    if family or given:
        heading = of_one_name(", ".join(filter(None, (family, given))))
        return f"{heading}, {terms}" if terms and not is_only_titles(terms) and not plain else heading
    mark = ". " if attribute(name, "type") == "corporate" else ", "
    whole = mark.join(filter(None, plain)) or trim_isbd(" ".join(texts(name, "displayForm")))
    undated = trim_isbd(without_dates(without_email(whole)))
    return of_one_name(undated) if mark == ", " else undated


def _part(name: Element, kind: str) -> str:
    parts = (text_of(part) for part in children(name, "namePart") if attribute(part, "type") == kind)
    return trim_isbd(" ".join(filter(None, parts)))


def _roles(name: Element) -> tuple[str, ...]:
    """RoleTerm as a relator code, or as words. "creator" says nothing beyond the name's being there."""
    found: dict[str, None] = {}
    for role in children(name, "role"):
        for term in descendants(role, "roleTerm"):
            text = text_of(term)
            code = role_code(text) if attribute(term, "type") == "code" else None
            found.update(dict.fromkeys((code,) if code else role_codes(text)))
    found.pop("cre", None)
    return tuple(found)


def _terms(name: Element) -> list[str]:
    return [text_of(term).casefold() for role in children(name, "role") for term in descendants(role, "roleTerm")]

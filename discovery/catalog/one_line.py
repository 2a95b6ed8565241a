"""What a record keeps in parts, as one line; compiled, because a document asks for its headings four times over."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from discovery.catalog.record import Title
    from discovery.catalog.subject import Subject

_SUBDIVISION_MARK: Final = " — "


def whole_title(title: "Title", mark: str = " : ") -> str:
    """Title, subtitle and parts, with ISBD's own marks between them but for that before the subtitle."""
    main: str = title.main
    subtitle: str = title.subtitle
    parts = title.parts
    leading: int = title.leading
    if leading:
        head = ". ".join([main, *parts[:leading]])
        return ". ".join([f"{head}{mark}{subtitle}", *parts[leading:]])
    head = f"{main}{mark}{subtitle}" if subtitle else main
    return ". ".join([head, *parts]) if parts else head


def whole_heading(subject: "Subject") -> str:
    """A heading with its subdivisions, as a reader meets it."""
    term: str = subject.term
    divisions = subject.subdivisions
    return _SUBDIVISION_MARK.join([term, *[division.text for division in divisions]]) if divisions else term

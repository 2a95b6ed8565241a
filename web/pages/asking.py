"""A request for a library's copy, ready to be sent or printed."""

from collections.abc import Iterator
from dataclasses import dataclass

from discovery.catalog.library import Library
from discovery.catalog.record import UnionRecord
from discovery.labels.imprint import imprint
from web.i18n import Words
from web.links import Links
from web.pages.contact import mail_address
from web.pages.layout import Frame, Layout, Option
from web.pages.lending import Term, Way, lending_terms

_BLANK = "____________________"


@dataclass(frozen=True, slots=True)
class AskingPage:
    """`text` is the request; `mail` opens it in the reader's mail program, "" where the library gave no address."""

    layout: Layout
    heading: str
    record: str
    title: str
    library: str
    library_page: str
    contact: str
    ways: tuple[Option, ...]
    lending: str
    text: str
    mail: str


def asking_page(record: UnionRecord, library: Library, way: str, frame: Frame) -> AskingPage:
    """`way` is one of `lending.WAYS`; any other stands for the easiest that is open."""
    words, links = frame.words, frame.links
    terms = lending_terms(library, words)
    chosen = next((term for term in terms if term.way == way), terms[0] if terms else _any_way(words))
    name = library.name.in_language(words.locale)
    title = record.description.title.full
    subject = words.gettext("Request: %(title)s", title=title)
    text = "\n".join(_lines(record, library, chosen, links, words))
    contact = library.librarian or library.contact
    address = mail_address(contact)
    return AskingPage(
        layout=frame.layout(words.gettext("Ask %(library)s for it", library=name)),
        heading=words.gettext("Ask %(library)s for it", library=name),
        record=links.record(record.id),
        title=title,
        library=name,
        library_page=links.library(library.code),
        contact=contact,
        ways=tuple(
            Option(each.way, each.text, each.way == chosen.way, links.asking(record.id, library.code, each.way))
            for each in terms
        ),
        lending=library.lending.in_language(words.locale),
        text=text,
        mail=links.mail(address, subject, text) if address else "",
    )


def _any_way(words: Words) -> Term:
    way: Way = "borrow"
    return Term(way, "", words.gettext("I should like to use this from your library:"))


def _lines(record: UnionRecord, library: Library, term: Term, links: Links, words: Words) -> Iterator[str]:
    description = record.description
    numbers = [each.value for each in description.identifiers if each.scheme in ("isbn", "issn") and each.is_key]
    marks = [each.call_number for each in record.holdings if each.library == library.code and each.call_number]
    facts = (
        (words.gettext("Title"), description.title.full),
        (words.gettext("In its own script"), description.title.original),
        (words.gettext("Author"), "; ".join(each.name for each in description.contributors if each.primary)),
        (words.gettext("Published"), imprint(description)),
        (words.gettext("Edition"), description.edition),
        (words.gettext("ISBN or ISSN"), ", ".join(dict.fromkeys(numbers))),
        (words.gettext("Call number"), ", ".join(dict.fromkeys(marks))),
        (words.gettext("In the union catalogue"), links.absolute(links.permanent.record(record.id))),
    )
    yield words.gettext("To: %(library)s", library=library.name.in_language(words.locale))
    yield ""
    yield term.asking
    yield ""
    yield from (f"{label}: {value}" for label, value in facts if value)
    yield ""
    own = words.gettext("Our library") if term.way == "interlending" else words.gettext("My library, if any")
    for label in (words.gettext("Name"), own, words.gettext("Needed by"), words.gettext("How to reach me")):
        yield f"{label}: {_BLANK}"
    if term.way == "interlending":
        yield ""
        yield words.gettext(
            "We ask for this copy for private study, keep to the lender's terms, and shall return it in time."
        )

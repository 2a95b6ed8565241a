"""Authority records: the form of a heading that a library settled on, and the forms it passed over."""

from typing import Literal

import msgspec

from discovery.catalog.subject import SubjectKind

AuthorityList = Literal["author", "title", "subject"]


class AuthorityForm(msgspec.Struct, frozen=True, omit_defaults=True):
    """One heading as each list of headings spells it; "" where it can't stand in that list.

    A name is filed with its dates as a subject and without them as an author.
    """

    author: str = ""
    title: str = ""
    subject: str = ""

    @property
    def entries(self) -> tuple[tuple[AuthorityList, str], ...]:
        """The lists it stands in, each with its spelling there."""
        entries: tuple[tuple[AuthorityList, str], ...] = (
            ("author", self.author),
            ("title", self.title),
            ("subject", self.subject),
        )
        return tuple(entry for entry in entries if entry[1])


class LinkedHeading(msgspec.Struct, frozen=True, omit_defaults=True):
    """The same heading in another vocabulary or language, as the authority record itself says (7XX).

    `scheme` is that vocabulary's MARC source code, or "" where the record doesn't say; `identifier` its $0.
    """

    text: str
    kind: SubjectKind = "topic"
    scheme: str = ""
    identifier: str = ""


class Authority(msgspec.Struct, frozen=True, omit_defaults=True):
    """One partner's authority record. It makes no union record: it says how headings hang together.

    `variants` lead to `heading` ("see", 4XX); `related` stand beside it ("see also", 5XX). `scheme` is the
    vocabulary that `heading` belongs to, or "".
    """

    id: str
    partner: str
    source_id: str
    heading: AuthorityForm
    kind: SubjectKind = "topic"
    scheme: str = ""
    variants: tuple[AuthorityForm, ...] = ()
    related: tuple[AuthorityForm, ...] = ()
    links: tuple[LinkedHeading, ...] = ()

    @property
    def name(self) -> str:
        """The heading as one line, for reports."""
        form = self.heading
        return form.subject or form.author or form.title

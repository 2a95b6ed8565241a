"""The OpenSearch description: https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md"""

from dataclasses import dataclass

from discovery.catalog.site import Site
from web.pages.layout import Frame

SHORT_NAME_LENGTH = 16  # the specification allows no more


@dataclass(frozen=True, slots=True)
class OpenSearchDescription:
    """`page` holds the place where a browser puts the words."""

    short_name: str
    description: str
    locale: str
    page: str


def opensearch_description(site: Site, frame: Frame) -> OpenSearchDescription:
    """How a browser searches here; absolute addresses, for it keeps them."""
    name = site.name.in_language(frame.words.locale)
    return OpenSearchDescription(
        short_name=short_name(name),
        description=frame.words.gettext("Search the libraries of %(name)s", name=name),
        locale=frame.words.locale,
        page=frame.links.absolute(frame.links.search_template()),
    )


def short_name(name: str) -> str:
    """As many of its first words as fit, or so many letters of the first."""
    whole, _, _ = name[: SHORT_NAME_LENGTH + 1].rpartition(" ")
    return name if len(name) <= SHORT_NAME_LENGTH else whole.rstrip(" ,:;–-(") or name[:SHORT_NAME_LENGTH]

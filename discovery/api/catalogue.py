"""What every endpoint needs: the service, the site and the labels, built once and shared by all requests."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from urllib.parse import quote, urlencode

import msgspec
from starlette.requests import Request

from discovery.catalog.site import Site
from discovery.labels.labels import Labels, make_labels
from discovery.labels.translations import LOCALES, choose_locale
from discovery.search.params import SearchParams, write_params
from discovery.search.service import SearchService

PATH = "/api/v1"  # where the API is mounted; its own routes begin below
_DIGITS = 8


@dataclass(frozen=True, slots=True)
class Catalogue:
    """`version` is the software's own. `edition` names it together with what the settings say: with the index's
    revision it dates every answer, so that corrected opening hours aren't called what a browser has already.
    """

    service: SearchService
    site: Site
    labels: Mapping[str, Labels]
    version: str
    edition: str

    def labels_for(self, request: Request) -> Labels:
        """The labels in the language that `lang`, the browser or the site asks for."""
        locale = choose_locale(
            request.query_params.get("lang", ""),
            request.headers.get("accept-language", ""),
            self.site.language,
        )
        return self.labels[locale]

    def search_url(self, params: SearchParams) -> str:
        """The absolute address of a search's page."""
        return f"{self.site.url}/search?{urlencode(write_params(params))}"

    def library_url(self, code: str) -> str:
        """The absolute address of a library's page."""
        return f"{self.site.url}/libraries/{quote(code, safe='')}"


def open_catalogue(service: SearchService, site: Site, *told: tuple[str, ...]) -> Catalogue:
    """A catalogue with the labels of every language we speak; `told` is what pages tell of other settings."""
    labels = {locale: make_labels(site, locale) for locale in LOCALES}
    software = version("padu")
    described = hashlib.sha256(msgspec.json.encode((site, told))).hexdigest()[:_DIGITS]
    return Catalogue(service, site, labels, software, f"{software}.{described}")

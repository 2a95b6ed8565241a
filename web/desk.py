"""The desk where a request is received: in which language, with which links, and whether it has the answer already."""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from discovery.api.answers import entity_tag, is_current
from discovery.api.catalogue import Catalogue
from discovery.catalog.ids import is_record_id
from discovery.catalog.library import Library
from discovery.labels.translations import LOCALES
from discovery.search.engine import Position
from discovery.search.params import SearchParams, read_params
from web.i18n import Words, make_words
from web.links import Links
from web.templating import Templates, load_templates

# A reader has few libraries of their own, and each is in every link.
MAX_HOMES = 5
# So is a list; its address still fits into a QR code.
MAX_SAVED = 60


@dataclass(frozen=True, slots=True)
class Visit:
    """What a page may know of the request. `path` and `pairs` are its address, without the host.

    `saves_data` says that the browser asked for as little as possible (https://wicg.github.io/savedata/).
    """

    words: Words
    links: Links
    path: str
    pairs: tuple[tuple[str, str], ...]
    saves_data: bool = False
    started: float = field(default_factory=time.perf_counter)

    def value(self, name: str, limit: int = 1_000) -> str:
        """The last value of a parameter, cut to a sane length; "" when it isn't there."""
        return dict(self.pairs).get(name, "")[:limit]

    @property
    def params(self) -> SearchParams:
        """The search that the address states."""
        return read_params(self.pairs)


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything the routes share; built once, by the composition root."""

    catalogue: Catalogue
    words: Mapping[str, Words]
    templates: Templates
    libraries: Mapping[str, Library]

    def receive(self, request: Request) -> Visit:
        """A visit in the reader's language. Asks nothing of the engine, so that error pages can be made too."""
        words = self.words[self.catalogue.labels_for(request).locale]
        asked = request.query_params.get("lang", "").lower()
        pairs = tuple(request.query_params.multi_items())
        homes = dict.fromkeys(value for name, value in pairs if name == "home" and value in words.labels.libraries)
        language = asked if asked in LOCALES else ""
        links = Links(self.catalogue.site.url, language, tuple(homes)[:MAX_HOMES], saved_ids(pairs))
        saves_data = request.headers.get("save-data", "").lower() == "on"
        return Visit(words, links, request.scope["path"], pairs, saves_data)

    def answer(
        self, request: Request, make: Callable[["Desk", Visit], Response], *, asks_engine: bool = True
    ) -> Response:
        """What `make` makes, unless the browser already holds this version of it.

        What doesn't ask the engine is there while the engine isn't.
        """
        visit = self.receive(request)
        form = f"{visit.words.locale}{'.lean' if visit.saves_data else ''}"
        position = self.catalogue.service.engine.revision() if asks_engine else Position("", 0)
        tag = entity_tag(position, form, self.catalogue.edition)
        headers = {"ETag": tag, "Cache-Control": "no-cache", "Vary": "Accept-Language, Save-Data"}
        if is_current(request, tag):
            return Response(status_code=304, headers=headers)
        response = make(self, visit)
        response.headers.update(headers)
        return response

    def page(self, visit: Visit, template: str, page: object, status: int = 200, engine_ms: int = 0) -> Response:
        """An HTML page, with the time it took to make."""
        html = self.templates.render(visit.words.locale, template, page)
        elapsed = (time.perf_counter() - visit.started) * 1000
        timing = {"Server-Timing": f"engine;dur={engine_ms}, total;dur={elapsed:.1f}"}
        return HTMLResponse(html, status_code=status, headers=timing)


def saved_ids(pairs: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The ids of the reader's list, each once: `id` may be given often, or hold some with points or commas between."""
    given = (part for name, value in pairs if name == "id" for part in value.replace(",", ".").split("."))
    return tuple(dict.fromkeys(filter(is_record_id, given)))[:MAX_SAVED]


def open_desk(catalogue: Catalogue) -> Desk:
    """A desk that speaks every language of the interface."""
    words = {locale: make_words(labels) for locale, labels in catalogue.labels.items()}
    libraries = {library.code: library for library in catalogue.site.libraries}
    return Desk(catalogue, words, load_templates(words), libraries)

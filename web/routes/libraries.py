"""/libraries, /libraries/{code} and /libraries/{code}/quality."""

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from discovery.catalog.library import Library
from discovery.errors import NotFound
from discovery.search.partner_facts import Freshness, freshness_of, published_quality, suppliers_of
from discovery.search.strengths import library_profile, records_by_library
from web.desk import Desk, Visit
from web.library_links import DirectoryState
from web.pages.freshness import today
from web.pages.libraries import libraries_page
from web.pages.library import library_page
from web.pages.quality import quality_page
from web.routes.frames import frame_for

_MOST_TYPED = 200


def add_libraries(app: FastAPI, desk: Desk) -> None:
    """The members of the cooperation."""

    @app.get("/libraries")
    def libraries(request: Request) -> Response:
        return desk.answer(request, _libraries)

    @app.get("/libraries/{code}")
    def library(request: Request, code: str) -> Response:
        return desk.answer(request, lambda desk, visit: _library(desk, visit, code))

    @app.get("/libraries/{code}/quality")
    def quality(request: Request, code: str) -> Response:
        return desk.answer(request, lambda desk, visit: _quality(desk, visit, code))


def _libraries(desk: Desk, visit: Visit) -> Response:
    site = desk.catalogue.site
    counts = records_by_library(desk.catalogue.service, site.libraries)
    asked = DirectoryState(
        name=visit.value("name", _MOST_TYPED),
        kind=visit.value("kind"),
        province=visit.value("province"),
        lending=visit.value("lending"),
        by=visit.value("by"),
    )
    return desk.page(visit, "pages/libraries.html", libraries_page(site, counts, asked, frame_for(visit)))


def _library(desk: Desk, visit: Visit, code: str) -> Response:
    library = _member(desk, code)
    profile = library_profile(desk.catalogue.service, code)
    page = library_page(library, profile, _freshness(desk, code), today(), desk.catalogue.site, frame_for(visit))
    return desk.page(visit, "pages/library.html", page, engine_ms=profile.took_ms)


def _member(desk: Desk, code: str) -> Library:
    library = desk.catalogue.site.library(code)
    if library is None:
        raise NotFound("There is no library with the code {0}.", code)
    return library


def _freshness(desk: Desk, code: str) -> Freshness:
    """That of the partner who speaks for the library; of several the freshest."""
    engine = desk.catalogue.service.engine
    known = freshness_of(engine, _speakers(desk, code)).values()
    return max(known, key=lambda each: (each.confirmed, each.last_synced))


def _speakers(desk: Desk, code: str) -> tuple[str, ...]:
    """The partners who speak for a library. Where nobody does any more, the one of its own code, whose records may
    still stand; where others do, a partner of that code may be another library's.
    """
    return suppliers_of(desk.catalogue.service.engine, code) or (code,)


def _quality(desk: Desk, visit: Visit, code: str) -> Response:
    library = _member(desk, code)
    engine = desk.catalogue.service.engine
    partners = _speakers(desk, code)
    fresh = freshness_of(engine, partners)
    reports = ((each, fresh[each], published_quality(engine, each)) for each in partners)
    found = [(partner, freshness, quality) for partner, freshness, quality in reports if quality is not None]
    return desk.page(visit, "pages/quality.html", quality_page(library, found, today(), frame_for(visit)))

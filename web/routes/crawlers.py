"""/feed, /sitemap.xml with its parts, and /robots.txt."""

from functools import partial

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from discovery.errors import NotFound
from discovery.search.all_records import is_part, part, parts
from discovery.search.arrivals import latest
from web.desk import Desk, Visit
from web.links import Links
from web.pages.crawlers import SiteMap, map_of_maps, map_of_pages, map_of_records, robots
from web.pages.feed import feed
from web.routes.frames import frame_for

_RECORDS = "records-"
_FEED_ENTRIES = 50


def add_crawlers(app: FastAPI, desk: Desk) -> None:
    """What machines fetch by themselves."""

    @app.get("/feed")
    def feed_(request: Request) -> Response:
        return desk.answer(request, _feed)

    @app.get("/sitemap.xml")
    def sitemap(request: Request) -> Response:
        return desk.answer(request, _sitemap)

    @app.get("/sitemap-{name}.xml")
    def sitemap_part(request: Request, name: str) -> Response:
        return desk.answer(request, lambda desk, visit: _part(desk, visit, name))

    @app.get("/robots.txt")
    def robots_() -> Response:
        rules = robots(Links(desk.catalogue.site.url))
        return PlainTextResponse(rules, headers={"Cache-Control": "max-age=86400"})


def _feed(desk: Desk, visit: Visit) -> Response:
    search = partial(desk.catalogue.service.search, facets=())
    outcome, arrivals = latest(search, visit.params, _FEED_ENTRIES)
    xml = desk.templates.render(visit.words.locale, "feed.xml", feed(outcome, arrivals, frame_for(visit)))
    return Response(xml, media_type="application/atom+xml")


def _sitemap(desk: Desk, visit: Visit) -> Response:
    maps = map_of_maps(parts(desk.catalogue.service.engine), visit.links.permanent)
    return _xml(desk, visit, "sitemap_index.xml", maps)


def _part(desk: Desk, visit: Visit, name: str) -> Response:
    links = visit.links.permanent
    if name == "pages":
        return _xml(desk, visit, "sitemap.xml", map_of_pages(desk.catalogue.site, links))
    beginning = name.removeprefix(_RECORDS)
    if beginning == name or not is_part(beginning):
        raise NotFound("There is no map {0} of this site.", name[:40])
    records = part(desk.catalogue.service.engine, beginning)
    return _xml(desk, visit, "sitemap.xml", map_of_records(records, links))


def _xml(desk: Desk, visit: Visit, template: str, page: SiteMap) -> Response:
    return Response(desk.templates.render(visit.words.locale, template, page), media_type="application/xml")

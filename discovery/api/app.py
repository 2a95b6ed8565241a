"""The JSON API as an application: mounted by the web application, or served on its own."""

from fastapi import FastAPI

from discovery.api.browse import add_browse
from discovery.api.catalogue import Catalogue
from discovery.api.cors import ANY, CrossOrigin
from discovery.api.docs import add_docs
from discovery.api.health import add_health
from discovery.api.libraries import add_libraries
from discovery.api.problems import add_problem_handlers
from discovery.api.records import add_records
from discovery.api.schemas import Problem
from discovery.api.search import add_search
from discovery.api.suggest import add_suggest

PATH = "/api/v1"
DESCRIPTION = (
    "Search, records, headings and libraries of the union catalogue, as JSON. Only GET, no key, no cookies. "
    "A bad parameter is clamped or left out and a note says so. Errors are problem details (RFC 9457)."
)


def create_api(catalogue: Catalogue, origins: tuple[str, ...] = (ANY,)) -> FastAPI:
    """Every endpoint, with the origins whose pages may read it; to be mounted at `PATH`."""
    api = FastAPI(
        title=f"{catalogue.site.name.in_language('en')}: JSON API",
        description=DESCRIPTION,
        version=catalogue.version,
        docs_url=None,
        redoc_url=None,
        openapi_url="/openapi.json",
        servers=[{"url": f"{catalogue.site.url}{PATH}"}],
        root_path_in_servers=False,
        responses={
            404: {"model": Problem, "description": "There is no such thing."},
            503: {"model": Problem, "description": "The search engine doesn't answer; try again in a moment."},
        },
    )
    add_search(api, catalogue)
    add_records(api, catalogue)
    add_suggest(api, catalogue)
    add_browse(api, catalogue)
    add_libraries(api, catalogue)
    add_health(api, catalogue)
    add_docs(api)
    add_problem_handlers(api)
    api.add_middleware(CrossOrigin, origins=origins)
    return api

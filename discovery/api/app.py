"""The JSON API as an application: mounted by the web application, or served on its own. A composition root."""

from fastapi import FastAPI

from discovery.api.browse import add_browse
from discovery.api.catalogue import PATH, Catalogue, open_catalogue
from discovery.api.cors import CrossOrigin
from discovery.api.docs import add_docs
from discovery.api.evidence import add_evidence
from discovery.api.health import add_health
from discovery.api.libraries import add_libraries
from discovery.api.problems import add_problem_handlers, described
from discovery.api.records import add_records
from discovery.api.referral import add_referral
from discovery.api.search import add_search
from discovery.api.serials import add_serials
from discovery.api.suggest import add_suggest
from discovery.engines.registry import open_engine
from discovery.logs import configure_logs
from discovery.origins import ANY
from discovery.search.service import SearchService
from discovery.settings import load_settings
from discovery.site import site_of

DESCRIPTION = (
    "Search, records, headings and libraries of the union catalogue, as JSON. Only GET, no key, no cookies. "
    "A bad parameter is clamped or left out and a note says so. Errors are problem details (RFC 9457)."
)


def create_api(catalogue: Catalogue, origins: tuple[str, ...] = (ANY,)) -> CrossOrigin:
    """Every endpoint, with the origins whose pages may read it, accidents included; to be mounted at `PATH`."""
    api = FastAPI(
        title=f"{catalogue.site.name.in_language('en')}: JSON API",
        description=DESCRIPTION,
        version=catalogue.version,
        docs_url=None,
        redoc_url=None,
        openapi_url="/openapi.json",
        servers=[{"url": f"{catalogue.site.url}{PATH}"}],
        root_path_in_servers=False,
        # Starlette would lead to the host that the request names.
        redirect_slashes=False,
        responses={
            404: described("There is no such thing."),
            # Also keeps FastAPI from promising a 422, which never comes: parameters are read by hand.
            "default": described("Any other problem."),
            503: described("The search engine doesn't answer; try again in a moment."),
        },
    )
    add_search(api, catalogue)
    add_referral(api, catalogue)
    add_records(api, catalogue)
    add_evidence(api, catalogue)
    add_suggest(api, catalogue)
    add_browse(api, catalogue)
    add_libraries(api, catalogue)
    add_serials(api, catalogue)
    add_health(api, catalogue)
    add_docs(api)
    add_problem_handlers(api, catalogue)
    return CrossOrigin(api, origins)


def create_standalone(catalogue: Catalogue, origins: tuple[str, ...] = (ANY,)) -> FastAPI:
    """The API at `PATH`, and problems everywhere else."""
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None, redirect_slashes=False)
    app.mount(PATH, create_api(catalogue, origins))
    add_problem_handlers(app, catalogue)
    return app


def application() -> FastAPI:
    """The API alone at `PATH`, for an ASGI server: `uvicorn --factory discovery.api.app:application`."""
    settings = load_settings()
    configure_logs(settings.web.log)
    site = site_of(settings)
    service = SearchService(open_engine(settings.engine_options()), site.libraries)
    return create_standalone(open_catalogue(service, site), settings.web.cors_origins)

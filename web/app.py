"""The web application: pages, static files and the JSON API. A composition root."""

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from discovery.api.app import create_api
from discovery.api.catalogue import PATH as API_PATH
from discovery.api.catalogue import open_catalogue
from discovery.catalog.site import Site
from discovery.engines.registry import open_engine
from discovery.logs import configure_logs
from discovery.origins import ANY
from discovery.search.service import SearchService
from discovery.settings import Settings, load_settings
from discovery.site import site_of
from web.desk import open_desk
from web.headers import HeadAsGet, SecurityHeaders
from web.pages.widget import Admission
from web.routes.browse import add_browse
from web.routes.crawlers import add_crawlers
from web.routes.errors import add_errors
from web.routes.evidence import add_evidence
from web.routes.libraries import add_libraries
from web.routes.offline import add_offline
from web.routes.plain import add_plain
from web.routes.record import add_record
from web.routes.record_views import add_record_views
from web.routes.referral import add_referral
from web.routes.saved_list import add_saved_list
from web.routes.search import add_search
from web.routes.serials import add_serials
from web.routes.widget import add_widget
from web.static_files import StaticAssets


def create_app(
    service: SearchService, site: Site, origins: tuple[str, ...] = (ANY,), frame_hosts: tuple[str, ...] = ()
) -> FastAPI:
    """Every page over one service. `origins` are those whose own pages may read the API, `frame_hosts` the sites that
    may show the widget in a frame.
    """
    catalogue = open_catalogue(service, site, origins, frame_hosts)
    desk = open_desk(catalogue)
    # Starlette's redirects to addresses with or without a slash would trust the Host header.
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None, redirect_slashes=False)
    add_search(app, desk)
    add_record(app, desk)
    add_record_views(app, desk)
    add_evidence(app, desk)
    add_saved_list(app, desk)
    add_crawlers(app, desk)
    add_libraries(app, desk)
    add_serials(app, desk)
    add_referral(app, desk)
    add_browse(app, desk)
    add_plain(app, desk)
    add_offline(app, desk)
    add_widget(app, desk, Admission(origins, frame_hosts))
    add_errors(app, desk)
    app.mount(API_PATH, create_api(catalogue, origins))
    app.mount("/static", StaticAssets())
    app.add_middleware(GZipMiddleware, minimum_size=1_000)
    app.add_middleware(HeadAsGet)
    app.add_middleware(SecurityHeaders)
    return app


def app_from(settings: Settings) -> FastAPI:
    """The application over the engine that the settings name; the engine needn't be up yet."""
    site = site_of(settings)
    service = SearchService(open_engine(settings.engine_options()), site.libraries)
    return create_app(service, site, settings.web.cors_origins, settings.web.frame_hosts)


def application() -> FastAPI:
    """For an ASGI server of one's own: `uvicorn --factory web.app:application`."""
    settings = load_settings()
    configure_logs(settings.web.log)
    return app_from(settings)

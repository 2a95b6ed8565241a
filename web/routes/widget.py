"""/widget, where a library makes its search box; /widget.js and /widget/frame, which its site then takes."""

from dataclasses import replace
from http import HTTPStatus

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from discovery.errors import EngineError
from web.desk import Desk, Visit
from web.headers import content_security_policy
from web.pages.widget import Admission, WidgetFiles, widget_page
from web.pages.widget_frame import in_frame, widget_frame_page
from web.pages.widget_options import WidgetOptions, read_options, theme_rule
from web.pages.widget_script import widget_script
from web.routes.frames import frame_for
from web.static_files import FOR_AN_HOUR, answer_with, static_file, static_name

HITS_IN_A_FRAME = 5
# Other sites load the script as a module, which asks for CORS, and some of them are isolated from every resource
# that doesn't say it is for everybody: https://html.spec.whatwg.org/multipage/browsers.html#coep
_FOR_EVERYBODY = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}


def add_widget(app: FastAPI, desk: Desk, admission: Admission) -> None:
    """The search box for other people's sites."""
    own_language = desk.catalogue.site.language
    spoken = sorted(desk.words.values(), key=lambda words: words.locale != own_language)
    script = static_file("widget.js", widget_script(spoken).encode())
    framing = content_security_policy(
        script_src="'none'", connect_src="'none'", frame_ancestors=" ".join(("'self'", *admission.frame_hosts))
    )

    @app.get("/widget.js")
    def script_(request: Request) -> Response:
        answer = answer_with(script, FOR_AN_HOUR, request.headers)
        answer.headers.update(_FOR_EVERYBODY)
        return answer

    @app.get("/widget")
    def builder(request: Request) -> Response:
        answer = desk.answer(request, lambda desk, visit: _builder(desk, visit, admission))
        # On the answer that nothing changed too: a browser takes over its headers.
        answer.headers["Content-Security-Policy"] = content_security_policy(frame_src="'self'")
        return answer

    @app.get("/widget/theme.css")
    def theme(request: Request) -> Response:
        rule = theme_rule(_options(desk, desk.receive(request)))
        return Response(rule, media_type="text/css", headers={"Cache-Control": FOR_AN_HOUR})

    @app.get("/widget/frame")
    def frame(request: Request) -> Response:
        answer = _frame(desk, request)
        answer.headers["Content-Security-Policy"] = framing
        return answer


def _options(desk: Desk, visit: Visit) -> WidgetOptions:
    return read_options(visit.pairs, visit.words.locale, desk.libraries)


def _builder(desk: Desk, visit: Visit, admission: Admission) -> Response:
    options = _options(desk, visit)
    links = visit.links
    files = WidgetFiles(links.static(static_name("builder.js")), links.static(static_name("builder.css")))
    page = widget_page(options, desk.catalogue.site, admission, files, desk.words[options.language], frame_for(visit))
    return desk.page(visit, "pages/widget.html", page)


def _frame(desk: Desk, request: Request) -> Response:
    """The frame. A catalogue that can't answer says so within it, because no other page may be shown there."""
    try:
        return desk.answer(request, _box)
    except EngineError:
        answer = _box(desk, desk.receive(request), down=True)
        answer.headers["Cache-Control"] = "no-store"
        return answer


def _box(desk: Desk, visit: Visit, *, down: bool = False) -> Response:
    options, typed = _options(desk, visit), visit.value("q")
    asked = options.here and "q" in dict(visit.pairs)
    outcome = None
    if asked and not down:
        params = replace(in_frame(typed, options).params, size=HITS_IN_A_FRAME)
        outcome = desk.catalogue.service.search(params, facets=())
    style = visit.links.static(static_name("widget.css"))
    page = widget_frame_page(options, typed, outcome, frame_for(visit), style, down=asked and down)
    status = HTTPStatus.SERVICE_UNAVAILABLE if asked and down else HTTPStatus.OK
    return desk.page(visit, "pages/widget_frame.html", page, status, outcome.took_ms if outcome else 0)

"""The API's documentation as a page of our own: no script, nothing from another host."""

import json
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from fastapi import FastAPI
from starlette.responses import FileResponse, HTMLResponse, Response

FOLDER = Path(__file__).parent
A_DAY = {"Cache-Control": "max-age=86400"}
_KINDS = {"string": "text", "array": "text; repeat for several", "integer": "a whole number"}

Description = Mapping[str, Any]  # a part of an OpenAPI document, whose shape its own specification fixes


def add_docs(api: FastAPI) -> None:
    """The page with its style sheet and icon; none is part of the API that it describes."""

    @api.get("/docs", include_in_schema=False)
    def docs() -> Response:
        return HTMLResponse("".join(_page(api.openapi())))

    @api.get("/docs.css", include_in_schema=False)
    def style() -> Response:
        return FileResponse(FOLDER / "docs.css", media_type="text/css", headers=A_DAY)

    @api.get("/docs.svg", include_in_schema=False)
    def icon() -> Response:
        return FileResponse(FOLDER / "docs.svg", media_type="image/svg+xml", headers=A_DAY)


def _page(openapi: Description) -> Iterator[str]:
    title = escape(openapi["info"]["title"])
    yield '<!doctype html><html lang="en"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<link rel="stylesheet" href="docs.css"><link rel="icon" href="docs.svg">'
    yield f"<title>{title}</title></head><body><main><h1>{title}</h1>"
    yield f"<p>{escape(openapi['info']['description'])}</p>"
    yield '<p>For machines: <a href="openapi.json">openapi.json</a>.</p>'
    root = urlsplit(openapi["servers"][0]["url"]).path
    for path, operations in openapi["paths"].items():
        for method, operation in operations.items():
            yield from _operation(f"{method.upper()} {root}{path}", operation, openapi)
    yield "</main></body></html>"


def _operation(name: str, operation: Description, openapi: Description) -> Iterator[str]:
    yield f"<section><h2>{escape(operation['summary'])}</h2><p><code>{escape(name)}</code></p>"
    yield f"<p>{escape(operation.get('description', ''))}</p>"
    parameters = operation.get("parameters", [])
    if parameters:
        yield "<table><caption>Parameters</caption><thead><tr><th scope=col>Name</th><th scope=col>What it does</th>"
        yield "<th scope=col>Values</th></tr></thead><tbody>"
        for parameter in parameters:
            yield f"<tr><td><code>{escape(parameter['name'])}</code></td>"
            yield f"<td>{escape(parameter.get('description', ''))}</td>"
            yield f"<td>{escape(_values(parameter['schema']))}</td></tr>"
        yield "</tbody></table>"
    for example in _examples(operation, openapi):
        yield f"<details><summary>Example answer</summary><pre tabindex=0>{escape(example)}</pre></details>"
    yield "</section>"


def _values(schema: Description) -> str:
    if "enum" in schema:
        return ", ".join(schema["enum"])
    limits = [str(schema[limit]) for limit in ("minimum", "maximum") if limit in schema]
    return " to ".join(limits) if limits else _KINDS[schema["type"]]


def _examples(operation: Description, openapi: Description) -> Iterator[str]:
    reference = operation["responses"]["200"]["content"]["application/json"]["schema"].get("$ref", "")
    schema = openapi["components"]["schemas"].get(reference.rpartition("/")[2], {})
    for example in schema.get("examples", ()):
        yield json.dumps(example, ensure_ascii=False, indent=2)

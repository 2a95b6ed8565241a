"""What padu.toml says of the web application: who may use the catalogue from pages of their own."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict
from pydantic_settings import NoDecode

from discovery.origins import ANY

# As browsers send an origin: https://www.rfc-editor.org/rfc/rfc6454#section-6.2
_ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:\d{1,5})?")
# A host-source of a policy, of which no sign can end the directive: https://www.w3.org/TR/CSP3/#grammardef-host-source
_HOST = re.compile(r"(https?://)?(\*\.)?[a-z0-9.-]+(:(\d{1,5}|\*))?")


def _listed(value: object) -> object:
    """A variable holds a list as words with commas between them."""
    return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value


def _origins(values: tuple[str, ...]) -> tuple[str, ...]:
    return _checked(values, _ORIGIN, "is no origin; write it as https://library.example, or * for every one")


def _hosts(values: tuple[str, ...]) -> tuple[str, ...]:
    return _checked(
        values, _HOST, "is no site; write it as https://library.example or https://*.campus.example, or * for every one"
    )


def _checked(values: tuple[str, ...], form: re.Pattern[str], otherwise: str) -> tuple[str, ...]:
    sites = tuple(value.lower().rstrip("/") for value in values)
    for site in sites:
        if site != ANY and not form.fullmatch(site):
            raise ValueError(f"{site!r} {otherwise}")
    return sites


# NoDecode: a variable holds the text itself, not JSON.
Origins = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_listed), AfterValidator(_origins)]
Hosts = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_listed), AfterValidator(_hosts)]


class WebSettings(BaseModel):
    """[web]: `cors_origins` may read the API from their own pages, and so use the widget; `frame_hosts` are the sites
    that may show it in a frame.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    cors_origins: Origins = (ANY,)
    frame_hosts: Hosts = ()
    log: Literal["debug", "info", "warning", "error"] = "warning"

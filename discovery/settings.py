"""One installation's settings, from padu.toml and PADU_ variables. Read by composition roots only.

Relative paths count from the folder of padu.toml, so that one folder holds a whole installation. Every problem is
one sentence that names the line and what is allowed.
"""

import os
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict

from discovery.catalog.holding import CopyState
from discovery.catalog.library import LibraryKind, Translated
from discovery.catalog.outside import checked_template
from discovery.copy_settings import CopySettings
from discovery.engines.options import EngineOptions
from discovery.engines.registry import EMBEDDED
from discovery.errors import SettingsError
from discovery.harvest_settings import AddressSettings, HarvestSettings
from discovery.setting_forms import CODE, WEB_ADDRESS, checked_source, form
from discovery.settings_errors import problem_sentence
from discovery.table_settings import TableSettings
from discovery.web_settings import WebSettings

DEFAULT_FILE = "padu.toml"
# A MARC field and one of its subfields.
MARC_PLACE = re.compile(r"[0-9A-Z]{3}\$[0-9a-z]")


def _translated(value: object) -> object:
    """A plain string is the text in every language; a table gives it by language."""
    if isinstance(value, str):
        return Translated((("id", value),)) if value else Translated(())
    if isinstance(value, dict) and all(isinstance(text, str) for text in value.values()):
        return Translated(tuple(value.items()))
    return value


def _given(name: Translated) -> Translated:
    if not any(text.strip() for _, text in name.texts):
        raise ValueError("it has to say something")
    return name


# NoDecode: a variable holds the text itself, not JSON.
Text = Annotated[Translated, NoDecode, BeforeValidator(_translated)]
Name = Annotated[Text, AfterValidator(_given)]
Code = Annotated[str, CODE]
Source = Annotated[str, AfterValidator(checked_source)]
Deletions = Annotated[str, AfterValidator(lambda source: source and checked_source(source))]
WebAddress = Annotated[str, WEB_ADDRESS]
SiteAddress = Annotated[str, form(r"https?://.+", "it has to begin with http:// or https://")]
Template = Annotated[str, AfterValidator(checked_template)]


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class SiteSettings(_Section):
    """[site]: `url` is the only source of absolute URLs."""

    name: Text = Translated((("id", "Padu"),))
    url: SiteAddress = "http://127.0.0.1:8000"
    language: Literal["id", "en", "ar"] = "id"


class EngineSettings(_Section):
    """[engine]: see `discovery.engines.options.EngineOptions`."""

    url: str = "embedded:padu-data/index"
    api_key: str = ""
    ca_certificates: str = ""
    verify: bool = True


class StoreSettings(_Section):
    """[store]: an SQLAlchemy URL of SQLite or PostgreSQL."""

    url: str = "sqlite:///padu-data/store.db"


class LibrarySettings(_Section):
    """One [[library]]: `discovery.catalog.library.Library`."""

    code: Code
    name: Name
    kind: LibraryKind
    city: str = ""
    province: str = ""
    address: str = ""
    hours: Text = Translated(())
    contact: str = ""
    lending: Text = Translated(())
    borrow_with: Text = Translated(())
    reading_room: bool = False
    interlending: bool = False
    librarian: str = ""
    url: WebAddress = ""
    catalogue: Template = ""
    cover: Template = ""


class PartnerSettings(TableSettings, AddressSettings, _Section):
    """One [[partner]].

    `library_from` is a MARC field and subfield ("852$b"), in a table a column. `copies` and `statuses` tell where its
    copies are described, and what its own words or codes for their states mean.
    """

    code: Code
    source: Source
    format: Literal["marc21", "marcxml", "unimarc", "marcjson", "oai", "dc", "mods", "mets", "table"] | None = None
    library: str = ""
    library_from: str = ""
    libraries: Mapping[str, str] = Field(default_factory=dict)
    mode: Literal["full", "delta"] = "full"
    deletions: Deletions = ""
    share: Literal["full", "brief", "none"] = "full"
    tolerance: float = Field(default=0.02, ge=0, le=1)
    schedule: str = "daily 02:30"
    stale_after: int = Field(default=180, ge=0, le=36500)
    copies: CopySettings | None = None
    statuses: Mapping[str, CopyState] = Field(default_factory=dict)

    @property
    def library_column(self) -> str:
        """`library_from` where it is a table's column, "" where it is a MARC field and subfield."""
        return "" if MARC_PLACE.fullmatch(self.library_from) else self.library_from


class Settings(BaseSettings):
    """Everything padu.toml may say. `folder` is where relative paths count from."""

    model_config = SettingsConfigDict(
        env_prefix="PADU_", env_nested_delimiter="_", env_nested_max_split=1, extra="forbid", frozen=True,
        arbitrary_types_allowed=True,
    )  # fmt: skip

    site: SiteSettings = SiteSettings()
    engine: EngineSettings = EngineSettings()
    store: StoreSettings = StoreSettings()
    harvest: HarvestSettings = HarvestSettings()
    web: WebSettings = WebSettings()
    library: tuple[LibrarySettings, ...] = ()
    partner: tuple[PartnerSettings, ...] = ()
    folder: Path = Path()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Variables win over the file, which comes in as keyword arguments."""
        return env_settings, init_settings

    @model_validator(mode="after")
    def _names_agree(self) -> "Settings":
        known = {library.code for library in self.library}
        codes = {
            "library": [library.code for library in self.library],
            "partner": [partner.code for partner in self.partner],
        }
        for place, given in codes.items():
            for number, code in enumerate(given):
                if code in given[:number]:
                    raise ValueError(f"@{place}.{number}.code@two {place} entries have the code {code!r}")
        for number, partner in enumerate(self.partner):
            for code in (partner.library, *partner.libraries.values()):
                if code and code not in known:
                    allowed = ", ".join(sorted(known)) or "none yet; add a [[library]] first"
                    field = "library" if code == partner.library else "libraries"
                    raise ValueError(f"@partner.{number}.{field}@there is no library {code!r} (known: {allowed})")
            marc = partner.format not in (None, "table") and partner.library_from
            if marc and not MARC_PLACE.fullmatch(partner.library_from):
                raise ValueError(
                    f"@partner.{number}.library_from@{partner.library_from!r} is no field and subfield; "
                    'write it as "852$b" (in a table it is a column)'
                )
            if not (partner.library or partner.library_from or partner.copies_column):
                raise ValueError(
                    f'@partner.{number}.code@partner {partner.code!r} needs library = "CODE" or library_from = "852$b"'
                )
        return self

    def engine_options(self) -> EngineOptions:
        """How to reach the engine, with the embedded engine's folder made absolute."""
        url = self.engine.url
        if url.startswith(EMBEDDED) and url != EMBEDDED:  # without a folder it would be padu.toml's
            url = EMBEDDED + str(self.folder / url.removeprefix(EMBEDDED))
        certificates = str(self.folder / self.engine.ca_certificates) if self.engine.ca_certificates else ""
        return EngineOptions(
            url=url, api_key=self.engine.api_key, ca_certificates=certificates, verify=self.engine.verify
        )

    def store_url(self) -> str:
        """The store's URL, with an SQLite file made absolute."""
        prefix = "sqlite:///"
        if not self.store.url.startswith(prefix):
            return self.store.url
        return prefix + str(self.folder / self.store.url.removeprefix(prefix))


def load_settings(file: Path | None = None) -> Settings:
    """Read `file`, or the one that PADU_CONFIG names, or ./padu.toml if there is one. Raises SettingsError."""
    named = file or (Path(os.environ["PADU_CONFIG"]) if os.environ.get("PADU_CONFIG") else None)
    path = named or Path(DEFAULT_FILE)
    if not path.is_file():
        if named is not None:
            raise SettingsError(f"There is no settings file {path}.")
        return _validated({}, "", path)
    try:
        text = path.read_text(encoding="utf-8-sig")
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path.name} is not valid TOML: {error}.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} can't be read: {error}.") from error
    return _validated(content, text, path)


def _validated(content: dict[str, Any], text: str, path: Path) -> Settings:
    try:
        return Settings(**{**content, "folder": path.resolve().parent})
    except ValidationError as error:
        raise SettingsError(problem_sentence(error, text, path.name)) from error

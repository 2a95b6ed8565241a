"""One installation's settings, from padu.toml and PADU_ variables. Read by composition roots only.

Relative paths count from the folder of padu.toml, so that one folder holds a whole installation. Every problem is
one sentence that names the line and what is allowed.
"""

import os
import tomllib
from collections.abc import Sequence
from pathlib import Path
from stat import S_ISREG
from typing import Any

from pydantic import BaseModel, ConfigDict, PrivateAttr, ValidationError, model_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict
from pydantic_settings.exceptions import SettingsError as UnreadVariable

from discovery.engines.options import EngineOptions
from discovery.engines.registry import EMBEDDED
from discovery.errors import SettingsError
from discovery.harvest_settings import HarvestSettings
from discovery.partner_settings import MARC_PLACE, PartnerSettings
from discovery.settings_errors import problem_sentence, variable_sentence
from discovery.site_settings import LibrarySettings, SiteSettings
from discovery.unfit_settings import unfit_setting
from discovery.web_settings import WebSettings

DEFAULT_FILE = "padu.toml"


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class EngineSettings(_Section):
    """[engine]: see `discovery.engines.options.EngineOptions`."""

    url: str = "embedded:padu-data/index"
    api_key: str = ""
    ca_certificates: str = ""
    verify: bool = True


class StoreSettings(_Section):
    """[store]: an SQLAlchemy URL of SQLite or PostgreSQL."""

    url: str = "sqlite:///padu-data/store.db"


class Settings(BaseSettings):
    """Everything padu.toml may say, and where it stands."""

    model_config = SettingsConfigDict(
        env_prefix="PADU_", env_nested_delimiter="_", env_nested_max_split=1, extra="forbid", frozen=True
    )

    site: SiteSettings = SiteSettings()
    engine: EngineSettings = EngineSettings()
    store: StoreSettings = StoreSettings()
    harvest: HarvestSettings = HarvestSettings()
    web: WebSettings = WebSettings()
    library: tuple[LibrarySettings, ...] = ()
    partner: tuple[PartnerSettings, ...] = ()
    _folder: Path = PrivateAttr(default=Path())  # no setting: PADU_FOLDER is compose.yml's
    _is_written: bool = PrivateAttr(default=False)

    @property
    def folder(self) -> Path:
        """Where relative paths count from."""
        return self._folder

    def need_file(self) -> None:
        """Raises SettingsError where there was no padu.toml: whoever looks for partners is in another folder."""
        if not self._is_written:
            raise SettingsError(
                f"There is no {DEFAULT_FILE} in {self.folder}: run this in the folder that has it, or name it in the "
                "variable PADU_CONFIG; README.md shows what stands in it."
            )

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
    def _entries_agree(self) -> "Settings":
        _check_codes("library", [library.code for library in self.library])
        _check_codes("partner", [partner.code for partner in self.partner])
        known = frozenset(library.code for library in self.library)
        for number, partner in enumerate(self.partner):
            _check_partner(number, partner, known)
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
        # The folder is a path, and no part of an address yet, in which these two signs mean something.
        folder = str(self.folder).replace("%", "%25").replace("?", "%3F")
        return prefix + os.path.join(folder, self.store.url.removeprefix(prefix))  # noqa: PTH118 - no path any more


# In the errors below "@PLACE@" says where the problem is, for `settings_errors`.


def _check_codes(place: str, codes: Sequence[str]) -> None:
    for number, code in enumerate(codes):
        if code in codes[:number]:
            raise ValueError(f"@{place}.{number}.code@two {place} entries have the code {code!r}")


def _check_partner(number: int, partner: PartnerSettings, known: frozenset[str]) -> None:
    """Whether there are the libraries that it names, and it says whose its records are."""
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
    if unfit := unfit_setting(partner):
        raise ValueError(f"@partner.{number}.{unfit[0]}@{unfit[1]}")
    if not (partner.library or partner.library_from or partner.copies_column):
        raise ValueError(
            f'@partner.{number}.code@partner {partner.code!r} needs library = "CODE" or library_from = "852$b"'
        )


def load_settings(file: Path | None = None) -> Settings:
    """Read `file`, or the one that PADU_CONFIG names, or ./padu.toml if there is one. Raises SettingsError."""
    named = file or (Path(os.environ["PADU_CONFIG"]) if os.environ.get("PADU_CONFIG") else None)
    path = named or Path(DEFAULT_FILE)
    if not _is_file(path):
        if named is not None:
            raise SettingsError(f"There is no settings file {path}.")
        return _validated({}, "", path)
    try:
        saved = path.read_bytes()
    except OSError as error:
        raise SettingsError(f"{path} can't be read: {error.strerror}.") from error
    try:
        text = saved.decode("utf-8-sig").replace("\r\n", "\n")
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path.name} is not valid TOML: {error}.") from error
    except UnicodeDecodeError as error:
        line = saved.count(b"\n", 0, error.start) + 1
        raise SettingsError(f"{path.name}, line {line}: a letter isn't in UTF-8; save the file as UTF-8.") from error
    return _validated(content, text, path)


def _is_file(path: Path) -> bool:
    """Raises SettingsError where this user may not look."""
    try:
        return S_ISREG(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise SettingsError(f"{path} can't be read: {error.strerror}.") from error


def _validated(content: dict[str, Any], text: str, path: Path) -> Settings:
    try:
        settings = Settings(**content)
    except ValidationError as error:
        raise SettingsError(problem_sentence(error, Settings, text, path.name)) from error
    except UnreadVariable as error:
        raise SettingsError(variable_sentence(error)) from error
    settings._folder, settings._is_written = path.resolve().parent, path.is_file()
    return settings

"""What padu.toml says to readers: of the catalogue as a whole, and of its libraries."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict
from pydantic_settings import NoDecode

from discovery.catalog.library import LibraryKind, Translated
from discovery.catalog.outside import checked_template
from discovery.setting_forms import Code, checked_address, form


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
_BEGIN = "it has to begin with http:// or https://"
WebAddress = Annotated[
    str, form(r"(https?://.*)?", _BEGIN), AfterValidator(lambda address: address and checked_address(address))
]
SiteAddress = Annotated[str, form(r"https?://.+", _BEGIN), AfterValidator(checked_address)]
Template = Annotated[str, AfterValidator(checked_template)]


class SiteSettings(BaseModel):
    """[site]: `url` is the only source of absolute URLs."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    name: Name = Translated((("id", "Padu"),))
    url: SiteAddress = "http://127.0.0.1:8000"
    language: Literal["id", "en", "ar"] = "id"


class LibrarySettings(BaseModel):
    """One [[library]]: `discovery.catalog.library.Library`."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

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

"""How a library wants its search box: read from an address, and written into one again."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from discovery.labels.translations import LOCALES

ACCENT = "#0b5563"
PAPER = "#ffffff"
FONT = 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif'
MAX_LABEL = 100
_COLOUR = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class WidgetOptions:
    """A library's code or "", for all of them; what stands above the box, "" for the usual; colours, "" for those of
    the widget itself. `here` shows results below the box.
    """

    library: str
    language: str
    here: bool
    label: str
    accent: str
    paper: str

    @property
    def colours(self) -> tuple[tuple[str, str], ...]:
        """The colours that were chosen, as parameters."""
        return _given(("accent", self.accent), ("paper", self.paper))

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """What the address of its frame says of it, besides the language."""
        results = "here" if self.here else ""
        return (*_given(("library", self.library), ("results", results), ("label", self.label)), *self.colours)


def _given(*pairs: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in pairs if pair[1])


def read_options(pairs: Iterable[tuple[str, str]], language: str, libraries: Collection[str]) -> WidgetOptions:
    """What can't be is left out. `language` is the page's own, where the widget's isn't given."""
    given = dict(pairs)
    spoken = given.get("language", "")
    library = given.get("library", "")
    return WidgetOptions(
        library=library if library in libraries else "",
        language=spoken if spoken in LOCALES else language,
        here=given.get("results") == "here",
        label=" ".join(given.get("label", "").split())[:MAX_LABEL],
        accent=_colour(given.get("accent", ""), ACCENT),
        paper=_colour(given.get("paper", ""), PAPER),
    )


def _colour(text: str, usual: str) -> str:
    """As #0b5563; "" for the usual one, because the widget has another in the dark."""
    colour = text.strip().lower()
    return colour if _COLOUR.fullmatch(colour) and colour != usual else ""


def colour_rule(options: WidgetOptions) -> str:
    """The rule for a library's own style sheet that gives the widget its colours; "" where none was chosen."""
    return _rule("padu-search", options.colours) if options.colours else ""


def theme_rule(options: WidgetOptions) -> str:
    """The same for a page of ours, which hasn't the library's letters either."""
    return _rule(":root", (("font", FONT), *options.colours))


def _rule(selector: str, properties: tuple[tuple[str, str], ...]) -> str:
    declared = "".join(f"  --padu-{name}: {value};\n" for name, value in properties)
    return f"{selector} {{\n{declared}}}"

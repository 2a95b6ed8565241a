"""The widget's script as it is sent: with its style sheet and its words, without what only serves those who read it."""

import json
import re
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from pathlib import Path

from web.i18n import Words
from web.pages.widget_options import WidgetOptions

SOURCE = Path(__file__).parent.parent / "templates" / "widget" / "widget.js"
STYLE = Path(__file__).parent.parent / "static" / "widget.css"

# What the source has for them, once it is lean.
_WORDS = "{}/*words*/"
_STYLE = '""/*style*/'

_LINE_COMMENTS = re.compile(r"^\s*//.*\n", re.MULTILINE)
_COMMENTS = re.compile(r"/\*.*?\*/", re.DOTALL)
# Strings stay as they are. A script needs no space beside any sign; a style sheet needs those of selectors and sums.
_SCRIPT = re.compile(r"""("[^"]*"|`[^`]*`)|\s*([^\w\s"`])\s*|(\s)\s+""")
_SHEET = re.compile(r"""("[^"]*")|\s*([{};,])\s*|(?<=:)\s+()|(\s)\s+""")
# What ends a block or a list needs no sign before it, and `let` does what `const` does.
_SHORTER = ((";}", "}"), (",}", "}"), (",)", ")"), ("const ", "let "), ("const[", "let["), ("const{", "let{"))


@dataclass(frozen=True, slots=True)
class WidgetWords:
    """Everything that the widget says in one language, in the order in which its script names them."""

    label: str
    hint: str
    search: str
    offered: str
    wait: str
    found: str
    none: str
    there: str
    everywhere: str
    down: str
    title: str
    author: str
    subject: str


def widget_words(words: Words) -> WidgetWords:
    """Two of them go before a number."""
    return WidgetWords(
        label=words.gettext("Search the libraries of %(name)s", name=words.labels.site_name),
        hint=words.gettext("Title, author, subject, ISBN …"),
        search=words.gettext("Search"),
        offered=words.gettext("Suggestions: "),
        wait=words.gettext("Searching …"),
        found=words.gettext("Found: "),
        none=words.gettext("Nothing was found."),
        there=words.gettext("Open this search in the catalogue"),
        everywhere=words.gettext("Search in all libraries"),
        down=words.gettext("The catalogue can't answer just now."),
        title=words.gettext("Title"),
        author=words.gettext("Author"),
        subject=words.gettext("Subject"),
    )


def widget_label(options: WidgetOptions, words: Words) -> str:
    """What stands above the box: the library's own words, or those that name what is searched."""
    if options.label or not options.library:
        return options.label or widget_words(words).label
    return words.gettext("Search the catalogue of %(name)s", name=words.labels.library(options.library))


def widget_script(words: Iterable[Words]) -> str:
    """One module that needs no other file. The first of `words` is spoken on pages in none of their languages."""
    spoken = {each.locale: astuple(widget_words(each)) for each in words}
    style = _SHEET.sub(_kept, _COMMENTS.sub("", STYLE.read_text(encoding="utf-8"))).replace(";}", "}")
    script = _SCRIPT.sub(_kept, _LINE_COMMENTS.sub("", SOURCE.read_text(encoding="utf-8")))
    for needless, needed in _SHORTER:
        script = script.replace(needless, needed)
    return script.strip().replace(_WORDS, _written(spoken)).replace(_STYLE, _written(style))


def _kept(found: re.Match[str]) -> str:
    return found[found.lastindex or 0]


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

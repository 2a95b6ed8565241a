"""The code that a library pastes into its own site."""

from urllib.parse import urlsplit

from markupsafe import escape

from web.i18n import Words
from web.links import Links
from web.pages.widget_options import WidgetOptions
from web.pages.widget_script import widget_words

# Pixels: what the box alone needs where its label takes two lines, and what leaves room for some results.
BOX_HEIGHT = 170
RESULTS_HEIGHT = 640


def box_code(options: WidgetOptions, label: str, spoken: Words, links: Links) -> str:
    """The element, with the plain form inside that serves readers without JavaScript."""
    results = "here" if options.here else ""
    scope = _field("f.library", options.library) if options.library else ""
    opening = _tag("padu-search", library=options.library, lang=options.language, results=results, label=label)
    return "\n".join(
        (
            f"{_tag('script', type='module', src=links.absolute(links.widget_script()))}</script>",
            opening,
            f"  {_tag('form', action=links.absolute(links.search_form()))}",
            f"    <label>{escape(label)} {_tag('input', type='search', name='q')}</label>",
            *([scope] if scope else []),
            _field("lang", options.language),
            f"    <button>{escape(widget_words(spoken).search)}</button>",
            "  </form>",
            "</padu-search>",
        )
    )


def frame_code(options: WidgetOptions, label: str, links: Links) -> str:
    """The frame for sites that allow no script of others."""
    address = links.absolute(links.widget_frame(options.pairs))
    height = str(frame_height(options))
    return f"{_tag('iframe', src=address, title=label, width='100%', height=height, frameborder='0')}</iframe>"


def frame_height(options: WidgetOptions) -> int:
    """How high the frame has to be."""
    return RESULTS_HEIGHT if options.here else BOX_HEIGHT


def policy_code(site_url: str) -> str:
    """What a Content-Security-Policy has to allow; the form counts where there is no JavaScript."""
    parts = urlsplit(site_url)
    origin = f"{parts.scheme}://{parts.netloc}"
    return "; ".join(f"{directive} {origin}" for directive in ("script-src", "connect-src", "form-action", "frame-src"))


def _field(name: str, value: str) -> str:
    return f"    {_tag('input', type='hidden', name=name, value=value)}"


def _tag(element: str, /, **attributes: str) -> str:
    """An opening tag; an attribute without a value is left out."""
    written = "".join(f' {each}="{escape(value)}"' for each, value in attributes.items() if value)
    return f"<{element}{written}>"
